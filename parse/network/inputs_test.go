package network

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestRememberedInputs compares a Runner that has read many texts with new
// ones: forms that share a place, that come again in a batch or with other marks,
// spaces and neighbours, and forms that are too long to be remembered.
func TestRememberedInputs(t *testing.T) {
	data, err := os.ReadFile("../weights/english.net")
	if err != nil {
		t.Fatal(err)
	}
	m, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(4, 4))
	old := m.NewRunner()
	known := 0
	for range 40 {
		batch := make([]Sentence, 1+rng.IntN(4))
		for i := range batch {
			for range rng.IntN(60) {
				form := fmt.Sprintf("Word%d", rng.IntN(1+rng.IntN(6000)))
				switch rng.IntN(20) {
				case 0:
					form = strings.Repeat(form, longestForm)
				case 1:
					form = ""
				case 2, 3, 4, 5, 6:
					form = strings.ToLower(form[:5])
				}
				batch[i].Tokens = append(batch[i].Tokens, Token{form, Spacing(rng.IntN(3)), rng.Uint32() & rng.Uint32() & 3})
			}
		}
		again := make([]Sentence, len(batch))
		for i := range batch {
			again[i].Tokens = batch[i].Tokens
		}
		old.Run(batch)
		known += len(old.inputs.old)
		fresh := m.NewRunner()
		fresh.Run(again)
		n := old.rows[len(old.rows)-1] * m.heads.width()
		if !reflect.DeepEqual(batch, again) || !reflect.DeepEqual(old.heads[:n], fresh.heads[:n]) {
			t.Fatalf("%d tokens are read otherwise by a Runner that has read others before", n/m.heads.width())
		}
	}
	if known == 0 {
		t.Error("no input came again")
	}
}
