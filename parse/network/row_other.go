//go:build !amd64

package network

func top(x []float32) float32 { return topGo(x) }

func roundRow(q []int16, x []float32, k float32) { roundRowGo(q, x, k) }

// apply writes y = acc·scale·k + bias for one row.
func (m *matrix) apply(y []float32, acc []int32, k float32) { m.applyGo(y, acc, k) }

// accumulate adds acc·scale to y for one row.
func (m *matrix) accumulate(y []float32, acc []int32) { m.accumulateGo(y, acc) }

func leak(z []float32) { leakGo(z) }

// dot returns the inner product of two quantised rows of the same length.
func dot(a, b []int16) int32 { return dotGo(a, b) }

func cell(f, g, o, c, old []float32, out []int16) { cellGo(f, g, o, c, old, out) }

// addBytes adds the values of a row to sum.
func addBytes(sum []int32, row []int8) { addBytesGo(sum, row) }

// addLeak computes z = leak(a+b).
func addLeak(z, a, b []float32) { addLeakGo(z, a, b) }
