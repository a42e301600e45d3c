package network

// neon says whether the vector kernels are used; every machine of this kind
// has them. Tests switch it off to compare.
var neon = true

// kernels reports whether the machine has vector kernels.
func kernels() bool { return neon }

// packedAt is the place of the weight of input i and output o in a panel: all
// outputs of an input side by side.
func packedAt(i, o int) int { return i*lanes + o }

// neon4 computes four rows of one panel: acc = x·w over pairs of inputs. The
// rows of x and acc are xs and as bytes apart.
//
//go:noescape
func neon4(pairs int, x *int16, xs int, w *int16, acc *int32, as int)

// neon1 computes one row of one panel.
//
//go:noescape
func neon1(pairs int, x *int16, w *int16, acc *int32)

// sums computes acc = x·W for rows of x, each stride values apart; a row of
// acc has width values.
func (m *matrix) sums(acc []int32, x []int16, stride, rows int) {
	if m.packed == nil {
		m.sumsGo(acc, x, stride, rows)
		return
	}
	if rows == 0 {
		return
	}
	w := m.width()
	_, _ = acc[rows*w-1], x[(rows-1)*stride+m.pairs*2-1]
	r := 0
	for ; r+4 <= rows; r += 4 {
		for p := range m.panels {
			neon4(m.pairs, &x[r*stride], stride*2, &m.packed[p*m.pairs*lanes*2], &acc[r*w+p*lanes], w*4)
		}
	}
	for ; r < rows; r++ {
		for p := range m.panels {
			neon1(m.pairs, &x[r*stride], &m.packed[p*m.pairs*lanes*2], &acc[r*w+p*lanes])
		}
	}
}
