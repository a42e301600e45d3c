package network

import (
	"math/rand/v2"
	"testing"
)

// TestSums compares the machine's sums with their definition, up to the
// largest values.
func TestSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		in, out, rows := 1+rng.IntN(300), 1+rng.IntN(100), 1+rng.IntN(40)
		q := make([]int8, in*out)
		for i := range q {
			q[i] = int8(rng.IntN(255) - 127)
		}
		m := newMatrix(in, out, q, nil, nil)
		x := make([]int16, rows*m.stride())
		for i := range x {
			x[i] = int16(rng.IntN(2*limit+1) - limit)
			if rng.IntN(4) == 0 {
				x[i] = limit
			}
		}
		got, want := make([]int32, rows*m.width()), make([]int32, rows*m.width())
		m.sums(got, x, m.stride(), rows)
		for r := range rows {
			for o := range out {
				for i := range in {
					want[r*m.width()+o] += int32(x[r*m.stride()+i]) * int32(q[i*out+o])
				}
			}
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("%d×%d×%d: sum %d is %d, want %d", rows, in, out, i, got[i], want[i])
			}
		}
	}
}
