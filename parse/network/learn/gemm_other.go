//go:build !amd64

package learn

const tileRows, tileCols = 4, 16

// tile adds one packed tile's product to C.
func tile(k int, a, b, c []float32, ldc int) { tileGo(k, a, b, c, ldc) }
