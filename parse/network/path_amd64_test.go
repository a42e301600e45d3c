package network

import "testing"

// TestEveryPath runs the comparisons with the reference for each kind of
// machine that this one can stand for.
func TestEveryPath(t *testing.T) {
	a, v := avx2, vnni
	defer func() { avx2, vnni = a, v }()
	for _, p := range []struct {
		name       string
		avx2, vnni bool
	}{{"vnni", true, true}, {"avx2", true, false}, {"scalar", false, false}} {
		if p.avx2 && !a || p.vnni && !v {
			t.Logf("%s: not on this machine", p.name)
			continue
		}
		avx2, vnni = p.avx2, p.vnni
		t.Run(p.name, func(t *testing.T) {
			TestSums(t)
			TestRows(t)
			TestActivations(t)
		})
	}
}

// BenchmarkSums multiplies as the second layer does.
func BenchmarkSums(b *testing.B) {
	a, v := avx2, vnni
	defer func() { avx2, vnni = a, v }()
	for _, p := range []struct {
		name       string
		avx2, vnni bool
	}{{"vnni", v, v}, {"avx2", a, false}, {"scalar", false, false}} {
		avx2, vnni = p.avx2, p.vnni
		b.Run(p.name, func(b *testing.B) {
			const rows, in, out = 240, 256, 384
			m := newMatrix(in, out, make([]int8, in*out), nil, nil)
			x, acc := make([]int16, rows*in), make([]int32, rows*out)
			for b.Loop() {
				m.sums(acc, x, in, rows)
			}
			b.ReportMetric(rows*in*out*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}
