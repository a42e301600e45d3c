package network

import (
	"math/rand/v2"
	"testing"
)

// TestDecode compares the decoder with a search over all trees of one root.
func TestDecode(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	var b treeBuilder
	for range 2000 {
		n := 1 + rng.IntN(5)
		w := n + 1
		scores := make([]float32, n*w)
		for i := range scores {
			scores[i] = float32(rng.NormFloat64() * 3)
		}
		out := make([]Result, n)
		b.decode(scores, n, out)
		got := make([]int, n)
		for d := range out {
			got[d] = out[d].Head
			if got[d] < 0 {
				got[d] = n
			}
		}
		value, ok := weigh(scores, got, n)
		if !ok {
			t.Fatalf("%v is not a tree of one root", got)
		}
		if best := search(scores, make([]int, n), 0, n); value < best-1e-4 {
			t.Fatalf("%v weighs %g, the best tree %g", got, value, best)
		}
	}
}

func search(scores []float32, heads []int, d, n int) float64 {
	best := -1e18
	if d == n {
		if v, ok := weigh(scores, heads, n); ok {
			return v
		}
		return best
	}
	for h := range n + 1 {
		if h != d {
			heads[d] = h
			best = max(best, search(scores, heads, d+1, n))
		}
	}
	return best
}

func weigh(scores []float32, heads []int, n int) (sum float64, ok bool) {
	roots := 0
	for d, h := range heads {
		sum += float64(scores[d*(n+1)+h])
		if h == n {
			roots++
		}
		k := 0
		for j := d; j != n; j = heads[j] {
			if k++; k > n {
				return 0, false
			}
		}
	}
	return sum, roots == 1
}
