package network

import (
	"bytes"
	"math/rand/v2"
	"os"
	"testing"
)

// TestReadNeverPanics damages the weights that ship.
func TestReadNeverPanics(t *testing.T) {
	data, err := os.ReadFile("../weights/english.net")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Read(data); err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(2, 3))
	for range 40 {
		bad := bytes.Clone(data[:rng.IntN(3000)])
		for range rng.IntN(4) {
			if len(bad) > 0 {
				bad[rng.IntN(len(bad))] = byte(rng.IntN(256))
			}
		}
		if _, err := Read(bad); err == nil {
			t.Error("cut weights were accepted")
		}
	}
}
