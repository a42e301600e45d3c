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
func tile12x32(k int, a, b, c *float32, ldc int)

//go:noescape
func tile6x16(k int, a, b, c *float32, ldc int)

// tile adds one packed tile's product to C.
func tile(k int, a, b, c []float32, ldc int) {
	switch {
	case wide:
		_ = c[11*ldc+31]
		tile12x32(k, &a[0], &b[0], &c[0], ldc)
	case fma:
		_ = c[5*ldc+15]
		tile6x16(k, &a[0], &b[0], &c[0], ldc)
	default:
		tileGo(k, a, b, c, ldc)
	}
}
