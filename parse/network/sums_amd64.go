package network

import "golang.org/x/sys/cpu"

// What the machine can do. Tests switch these off to compare.
var (
	avx2 = cpu.X86.HasAVX2
	vnni = avx2 && cpu.X86.HasAVX512F && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512VNNI
)

// kernels reports whether the machine has vector kernels.
func kernels() bool { return avx2 }

// packedAt is the place of the weight of input i and output o in a panel: pairs
// of inputs side by side, as VPMADDWD takes them.
func packedAt(i, o int) int { return (i/2*lanes+o)*2 + i%2 }

// sums4 computes four rows of one panel: acc = x·w over pairs of inputs. The
// rows of x and acc are xs and as bytes apart.
//
//go:noescape
func sums4(pairs int, x *int16, xs int, w *int16, acc *int32, as int)

// sums12 and sums4v are the same for twelve and for four rows with the
// instructions of AVX-512 VNNI.
//
//go:noescape
func sums12(pairs int, x *int16, xs int, w *int16, acc *int32, as int)

//go:noescape
func sums4v(pairs int, x *int16, xs int, w *int16, acc *int32, as int)

// sums1 computes one row of one panel.
//
//go:noescape
func sums1(pairs int, x *int16, w *int16, acc *int32)

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
	r, kernel := 0, sums4
	if vnni {
		kernel = sums4v
		for ; r+12 <= rows; r += 12 {
			for p := range m.panels {
				sums12(m.pairs, &x[r*stride], stride*2, &m.packed[p*m.pairs*lanes*2], &acc[r*w+p*lanes], w*4)
			}
		}
	}
	for ; r+4 <= rows; r += 4 {
		for p := range m.panels {
			kernel(m.pairs, &x[r*stride], stride*2, &m.packed[p*m.pairs*lanes*2], &acc[r*w+p*lanes], w*4)
		}
	}
	for ; r < rows; r++ {
		for p := range m.panels {
			sums1(m.pairs, &x[r*stride], &m.packed[p*m.pairs*lanes*2], &acc[r*w+p*lanes])
		}
	}
}
