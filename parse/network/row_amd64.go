package network

//go:noescape
func top8(n int, x *float32) float32

//go:noescape
func round8(n int, q *int16, x *float32, k float32)

//go:noescape
func apply8(n int, y *float32, acc *int32, scale, bias *float32, k float32)

//go:noescape
func accumulate8(n int, y *float32, acc *int32, scale *float32)

//go:noescape
func leak8(n int, z *float32)

// dot16 takes a multiple of 16 values.
//
//go:noescape
func dot16(n int, a, b *int16) int32

//go:noescape
func cell8(n int, zf, zg, zo, c, old *float32, out *int16)

// The kernels of 16 lanes take multiples of 16 and need AVX-512.

//go:noescape
func apply16(n int, y *float32, acc *int32, scale, bias *float32, k float32)

//go:noescape
func accumulate16(n int, y *float32, acc *int32, scale *float32)

//go:noescape
func cell16(n int, zf, zg, zo, c, old *float32, out *int16)

//go:noescape
func addBytes8(n int, sum *int32, row *int8)

//go:noescape
func addLeak8(n int, z, a, b *float32)

func top(x []float32) float32 {
	if n := len(x) &^ 7; avx2 && n > 0 {
		return max(top8(n, &x[0]), topGo(x[n:]))
	}
	return topGo(x)
}

func roundRow(q []int16, x []float32, k float32) {
	q = q[:len(x)]
	n := 0
	if avx2 && len(x) >= 8 {
		n = len(x) &^ 7
		round8(n, &q[0], &x[0], k)
	}
	roundRowGo(q[n:], x[n:], k)
}

// apply writes y = acc·scale·k + bias for one row.
func (m *matrix) apply(y []float32, acc []int32, k float32) {
	y = y[:m.width()]
	switch {
	case vnni:
		acc = acc[:len(y)]
		apply16(len(y), &y[0], &acc[0], &m.scale[0], &m.bias[0], k)
		return
	case avx2:
		acc = acc[:len(y)]
		apply8(len(y), &y[0], &acc[0], &m.scale[0], &m.bias[0], k)
		return
	}
	m.applyGo(y, acc, k)
}

// accumulate adds acc·scale to y for one row.
func (m *matrix) accumulate(y []float32, acc []int32) {
	y = y[:m.width()]
	switch {
	case vnni:
		acc = acc[:len(y)]
		accumulate16(len(y), &y[0], &acc[0], &m.scale[0])
		return
	case avx2:
		acc = acc[:len(y)]
		accumulate8(len(y), &y[0], &acc[0], &m.scale[0])
		return
	}
	m.accumulateGo(y, acc)
}

func leak(z []float32) {
	n := 0
	if avx2 && len(z) >= 8 {
		n = len(z) &^ 7
		leak8(n, &z[0])
	}
	leakGo(z[n:])
}

// dot returns the inner product of two quantised rows of the same length.
func dot(a, b []int16) int32 {
	n := 0
	var s int32
	if avx2 && len(a) >= 16 {
		n = len(a) &^ 15
		s = dot16(n, &a[0], &b[:len(a)][0])
	}
	return s + dotGo(a[n:], b[n:])
}

func cell(f, g, o, c, old []float32, out []int16) {
	n := 0
	switch {
	case vnni && len(c) >= 16:
		n = len(c) &^ 15
		cell16(n, &f[:n][0], &g[:n][0], &o[:n][0], &c[0], &old[:n][0], &out[:n][0])
	case avx2 && len(c) >= 8:
		n = len(c) &^ 7
		cell8(n, &f[:n][0], &g[:n][0], &o[:n][0], &c[0], &old[:n][0], &out[:n][0])
	}
	cellGo(f[n:], g[n:], o[n:], c[n:], old[n:], out[n:])
}

// addBytes adds the values of a row to sum.
func addBytes(sum []int32, row []int8) {
	n := 0
	if avx2 && len(row) >= 8 {
		n = len(row) &^ 7
		addBytes8(n, &sum[:n][0], &row[0])
	}
	addBytesGo(sum[n:], row[n:])
}

// addLeak computes z = leak(a+b).
func addLeak(z, a, b []float32) {
	n := 0
	if avx2 && len(z) >= 8 {
		n = len(z) &^ 7
		addLeak8(n, &z[0], &a[:n][0], &b[:n][0])
	}
	addLeakGo(z[n:], a[n:], b[n:])
}
