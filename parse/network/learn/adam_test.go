package learn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestAdam compares the machine's kernel with the reference, bit for bit.
func TestAdam(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 2))
	k := &adamStep{0.7, 0.9, 0.1, 0.95, 0.05, 0.003, 1e-8}
	for n := range 40 {
		var a, b [5][]float32
		for i := range a {
			for range n {
				v := rng.Float32()
				a[i], b[i] = append(a[i], v), append(b[i], v)
			}
		}
		adam(a[0], a[1], a[2], a[3], a[4], k)
		adamGo(b[0], b[1], b[2], b[3], b[4], k)
		for i := range a {
			for j := range a[i] {
				if math.Float32bits(a[i][j]) != math.Float32bits(b[i][j]) {
					t.Fatalf("slice %d, value %d of %d: %g, want %g", i, j, n, a[i][j], b[i][j])
				}
			}
		}
	}
}
