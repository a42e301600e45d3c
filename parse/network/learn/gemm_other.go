//go:build !amd64

package learn

const tileRows, tileCols = 4, 16

// tile adds one tile's product to C. A is read in place through its strides,
// B is packed.
func tile(k int, a []float32, ars, acs int, b, c []float32, ldc int) {
	tileGo(k, a, ars, acs, b, c, ldc)
}

func adam(v, m, s, g0, g1 []float32, k *adamStep) { adamGo(v, m, s, g0, g1, k) }
