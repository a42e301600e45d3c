package learn

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestGemmAgreesWithDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var s scratch
	for range 60 {
		m, n, k := 1+r.IntN(40), 1+r.IntN(90), 1+r.IntN(300)
		a, b := make([]float32, m*k), make([]float32, k*n)
		for i := range a {
			a[i] = r.Float32() - 0.5
		}
		for i := range b {
			b[i] = r.Float32() - 0.5
		}
		ars, acs, brs, bcs := k, 1, n, 1
		if r.IntN(2) == 0 {
			ars, acs = 1, m
		}
		if r.IntN(2) == 0 {
			brs, bcs = 1, k
		}
		c := make([]float32, m*n)
		s.gemm(m, n, k, a, ars, acs, b, brs, bcs, c, n)
		for i := range m {
			for j := range n {
				var want float64
				for p := range k {
					want += float64(a[i*ars+p*acs]) * float64(b[p*brs+j*bcs])
				}
				if got := float64(c[i*n+j]); math.Abs(got-want) > 1e-4 {
					t.Fatalf("%d×%d×%d: C[%d,%d] = %g, want %g", m, n, k, i, j, got, want)
				}
			}
		}
	}
}

func BenchmarkGemm(b *testing.B) {
	const m, n, k = 400, 384, 256
	var s scratch
	x, y, z := make([]float32, m*k), make([]float32, k*n), make([]float32, m*n)
	for b.Loop() {
		s.gemm(m, n, k, x, k, 1, y, n, 1, z, n)
	}
	b.ReportMetric(float64(m*n*k)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

func BenchmarkGemmNarrow(b *testing.B) {
	const m, n, k = 16, 384, 128
	var s scratch
	x, y, z := make([]float32, m*k), make([]float32, k*n), make([]float32, m*n)
	for b.Loop() {
		s.gemm(m, n, k, x, k, 1, y, n, 1, z, n)
	}
	b.ReportMetric(float64(m*n*k)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}
