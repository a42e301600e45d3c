package network

// tanhs8 and sigmoids8 take n > 0 values, a multiple of 8.
//
//go:noescape
func tanhs8(x *float32, n int)

//go:noescape
func sigmoids8(x *float32, n int)

// Tanhs replaces each value by its Tanh.
func Tanhs(x []float32) {
	n := 0
	if avx2 && len(x) >= 8 {
		n = len(x) &^ 7
		tanhs8(&x[0], n)
	}
	tanhsGo(x[n:])
}

// Sigmoids replaces each value by its Sigmoid.
func Sigmoids(x []float32) {
	n := 0
	if avx2 && len(x) >= 8 {
		n = len(x) &^ 7
		sigmoids8(&x[0], n)
	}
	sigmoidsGo(x[n:])
}
