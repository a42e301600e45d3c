package network

import (
	"math/rand/v2"
	"testing"
)

// TestRows compares the machine's kernels with the reference, bit for bit.
func TestRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	row := func(n int, scale float64) []float32 {
		x := make([]float32, n)
		for i := range x {
			x[i] = float32(rng.NormFloat64() * scale)
		}
		return x
	}
	copied := func(x []float32) []float32 { return append([]float32(nil), x...) }
	ints := func(t *testing.T, got, want []int16) {
		t.Helper()
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("value %d of %d is %d, want %d", i, len(got), got[i], want[i])
			}
		}
	}
	for range 300 {
		n := rng.IntN(100)
		x := row(n, 3)
		if got, want := top(x), topGo(x); got != want {
			t.Fatalf("top is %g, want %g", got, want)
		}
		q, p := make([]int16, n), make([]int16, n)
		roundRow(q, x, 100)
		roundRowGo(p, x, 100)
		ints(t, q, p)
		if got, want := dot(q, p), dotGo(q, p); got != want {
			t.Fatalf("dot is %d, want %d", got, want)
		}
		y := copied(x)
		leak(y)
		z := copied(x)
		leakGo(z)
		same(t, "leak", x, y, z)

		addLeak(y, x, z)
		w := make([]float32, n)
		addLeakGo(w, x, z)
		same(t, "addLeak", x, y, w)

		bytes, sum, sumGo := make([]int8, n), make([]int32, n), make([]int32, n)
		for i := range bytes {
			bytes[i] = int8(rng.Uint32())
			sum[i] = int32(rng.Uint32())
			sumGo[i] = sum[i]
		}
		addBytes(sum, bytes)
		addBytesGo(sumGo, bytes)
		for i := range sum {
			if sum[i] != sumGo[i] {
				t.Fatalf("sum %d of %d is %d, want %d", i, n, sum[i], sumGo[i])
			}
		}

		f, g, o, old := row(n, 4), row(n, 4), row(n, 4), row(n, 0.5)
		c, d := make([]float32, n), make([]float32, n)
		cell(f, g, o, c, old, q)
		cellGo(f, g, o, d, old, p)
		same(t, "cell", f, c, d)
		ints(t, q, p)

		m := newMatrix(1, n+1, make([]int8, n+1), row(n+1, 0.01), row(n+1, 1))
		acc := make([]int32, m.width())
		for i := range acc {
			acc[i] = int32(rng.Uint32())
		}
		y, z = make([]float32, m.width()), make([]float32, m.width())
		m.apply(y, acc, 0.37)
		m.applyGo(z, acc, 0.37)
		same(t, "apply", z, y, z)
		m.accumulate(y, acc)
		m.accumulateGo(z, acc)
		same(t, "accumulate", z, y, z)
	}
}
