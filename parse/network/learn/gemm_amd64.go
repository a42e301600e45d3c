package learn

import "golang.org/x/sys/cpu"

var (
	wide = cpu.X86.HasAVX512F && cpu.X86.HasAVX512VL
	fma  = cpu.X86.HasAVX2 && cpu.X86.HasFMA

	tileRows, tileCols = tileShape()
)

func tileShape() (rows, cols int) {
	if wide {
		return 12, 32
	}
	return 6, 16
}

//go:noescape
func tile12x32(k int, a *float32, ars, acs int, b, c *float32, ldc int)

//go:noescape
func tile6x16(k int, a *float32, ars, acs int, b, c *float32, ldc int)

// tile adds one tile's product to C. A is read in place through its strides,
// B is packed.
func tile(k int, a []float32, ars, acs int, b, c []float32, ldc int) {
	_, _ = a[(tileRows-1)*ars+(k-1)*acs], b[k*tileCols-1]
	_ = c[(tileRows-1)*ldc+tileCols-1]
	switch {
	case wide:
		tile12x32(k, &a[0], 4*ars, 4*acs, &b[0], &c[0], 4*ldc)
	case fma:
		tile6x16(k, &a[0], 4*ars, 4*acs, &b[0], &c[0], 4*ldc)
	default:
		tileGo(k, a, ars, acs, b, c, ldc)
	}
}

//go:noescape
func adam8(n int, v, m, s, g0, g1 *float32, k *adamStep)

func adam(v, m, s, g0, g1 []float32, k *adamStep) {
	n := 0
	if fma && len(v) >= 8 {
		n = len(v) &^ 7
		adam8(n, &v[0], &m[:n][0], &s[:n][0], &g0[:n][0], &g1[:n][0], k)
	}
	adamGo(v[n:], m[n:], s[n:], g0[n:], g1[n:], k)
}
