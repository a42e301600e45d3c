//go:build !amd64

package network

// Tanhs replaces each value by its Tanh.
func Tanhs(x []float32) { tanhsGo(x) }

// Sigmoids replaces each value by its Sigmoid.
func Sigmoids(x []float32) { sigmoidsGo(x) }
