package network

import "math"

// limit is the largest magnitude of a quantised activation. With weights of 8
// bits and rows of at most 4096 values every sum fits 32 bits.
const limit = 2047

// lanes is how many outputs a panel of a matrix has.
const lanes = 16

// A matrix is a layer's weights in integers: y = x·W·scale + bias.
type matrix struct {
	in, out int
	pairs   int       // (in+1)/2
	panels  int       // (out+lanes-1)/lanes
	packed  []int16   // per panel and pair of inputs: 16 outputs × 2 inputs, in the order of packedAt
	paired  []pairs   // or, without kernels, per panel and input: 16 outputs
	scale   []float32 // per output, padded to whole panels
	bias    []float32
}

// quantise rounds each column of w (in×out) to 8 bits with its own scale. The
// scales are already divided by unit, the quantised value of an input of one.
func quantise(d Dense, unit float32) (q []int8, scale []float32) {
	q = make([]int8, d.In*d.Out)
	scale = make([]float32, d.Out)
	for o := range d.Out {
		var top float32
		for i := range d.In {
			top = max(top, abs(d.W[i*d.Out+o]))
		}
		if top == 0 {
			continue
		}
		s := float32(top / 127)
		for i := range d.In {
			q[i*d.Out+o] = int8(math.RoundToEven(float64(d.W[i*d.Out+o]) / float64(s)))
		}
		scale[o] = float32(s / unit)
	}
	return q, scale
}

func newMatrix(in, out int, q []int8, scale, bias []float32) *matrix {
	m := &matrix{in: in, out: out, pairs: (in + 1) / 2, panels: (out + lanes - 1) / lanes}
	m.scale = make([]float32, m.panels*lanes)
	m.bias = make([]float32, m.panels*lanes)
	copy(m.scale, scale)
	copy(m.bias, bias)
	if !kernels() {
		m.pair(q)
		return m
	}
	m.packed = make([]int16, m.panels*m.pairs*lanes*2)
	for o := range out {
		base := o / lanes * m.pairs * lanes * 2
		for i := range in {
			m.packed[base+packedAt(i, o%lanes)] = int16(q[i*out+o])
		}
	}
	return m
}

// width is the number of columns of the matrix's result, padding included.
func (m *matrix) width() int { return m.panels * lanes }

// stride is the number of int16 a quantised input row takes.
func (m *matrix) stride() int { return m.pairs * 2 }
