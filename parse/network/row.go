package network

// The operations on rows that machine kernels may replace. Each product and
// each sum is rounded to single precision on its own (the conversions forbid
// the compiler to fuse them), so that kernels can give the same bits.

// topGo returns the greatest magnitude.
func topGo(x []float32) float32 {
	var t float32
	for _, v := range x {
		t = max(t, abs(v))
	}
	return t
}

// roundRowGo rounds x·k to integers, ties to even.
func roundRowGo(q []int16, x []float32, k float32) {
	for i, v := range x {
		q[i] = round(float32(v * k))
	}
}

func (m *matrix) applyGo(y []float32, acc []int32, k float32) {
	y = y[:m.width()]
	acc = acc[:len(y)]
	scale, bias := m.scale[:len(y)], m.bias[:len(y)]
	for o := range y {
		y[o] = float32(float32(float32(acc[o])*scale[o])*k) + bias[o]
	}
}

func (m *matrix) accumulateGo(y []float32, acc []int32) {
	y = y[:m.width()]
	acc = acc[:len(y)]
	scale := m.scale[:len(y)]
	for o := range y {
		y[o] += float32(float32(acc[o]) * scale[o])
	}
}

func leakGo(z []float32) {
	for j, v := range z {
		if v < 0 {
			z[j] = float32(v * Slope)
		}
	}
}

func addBytesGo(sum []int32, row []int8) {
	sum = sum[:len(row)]
	for j, v := range row {
		sum[j] += int32(v)
	}
}

func addLeakGo(z, a, b []float32) {
	a, b = a[:len(z)], b[:len(z)]
	for j := range z {
		v := float32(a[j] + b[j])
		if v < 0 {
			v = float32(v * Slope)
		}
		z[j] = v
	}
}

func dotGo(a, b []int16) int32 {
	b = b[:len(a)]
	var s int32
	for i, v := range a {
		s += int32(v) * int32(b[i])
	}
	return s
}

// cellGo computes one step of a cell from the inputs of its gates: the new
// state c from the old and the quantised output.
func cellGo(f, g, o, c, old []float32, out []int16) {
	for j := range c {
		k := Sigmoid(f[j])
		v := float32((1-k)*Tanh(g[j])) + float32(k*old[j])
		c[j] = v
		out[j] = round(float32(float32(Sigmoid(o[j])*Tanh(v)) * limit))
	}
}

// round rounds x, of less than 2^22, to the nearest integer, ties to even.
func round(x float32) int16 {
	const shift = 1.5 * (1 << 23)
	return int16(float32(float32(x+shift) - shift))
}

// reduce quantises a row to ±limit and returns what one step stands for.
func reduce(q []int16, x []float32) float32 {
	t := top(x)
	if !(t > 1e-30) {
		clear(q[:len(x)])
		return 0
	}
	roundRow(q, x, float32(limit/t))
	return float32(t / limit)
}

func abs(x float32) float32 {
	if x < 0 {
		return -x
	}
	return x
}
