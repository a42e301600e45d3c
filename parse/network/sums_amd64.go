package network

import "golang.org/x/sys/cpu"

// What the machine can do. Tests switch these off to compare.
var (
	sse2 = true // as every x86-64 machine
	avx2 = cpu.X86.HasAVX2
	vnni = avx2 && cpu.X86.HasAVX512F && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512VNNI
)

// kernels reports whether the machine has vector kernels.
func kernels() bool { return sse2 }

// packedAt is the place of the weight of input i and output o in a panel: pairs
// of inputs side by side, as VPMADDWD takes them.
func packedAt(i, o int) int { return (i/2*lanes+o)*2 + i%2 }

// sums4 computes four rows of one panel: acc = x·w over pairs of inputs. The
// rows of x and acc are xs and as bytes apart.
//
//go:noescape
func sums4(pairs int, x *int16, xs int, w *int16, acc *int32, as int)

// sums12, sums8v and sums4v are the same for twelve, eight and four rows with
// the instructions of AVX-512 VNNI. Each takes nearly the same time, which is
// that of the longest chain of sums.
//
//go:noescape
func sums12(pairs int, x *int16, xs int, w *int16, acc *int32, as int)

//go:noescape
func sums8v(pairs int, x *int16, xs int, w *int16, acc *int32, as int)

//go:noescape
func sums4v(pairs int, x *int16, xs int, w *int16, acc *int32, as int)

// sums1 computes one row of one panel.
//
//go:noescape
func sums1(pairs int, x *int16, w *int16, acc *int32)

// sums2s and sums1s are the same for two rows and for one, with SSE2 alone.
//
//go:noescape
func sums2s(pairs int, x *int16, xs int, w *int16, acc *int32, as int)

//go:noescape
func sums1s(pairs int, x *int16, w *int16, acc *int32)

// sums1v computes one row of four panels that lie side by side, with the
// instructions of AVX-512 VNNI.
//
//go:noescape
func sums1v(pairs int, x *int16, w *int16, acc *int32)

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
	for r := 0; r < rows; {
		n, kernel := block(rows, rows-r)
		r = min(r, rows-n) // rows that are done already come out the same
		p := 0
		for ; n == 1 && vnni && p+4 <= m.panels; p += 4 {
			sums1v(m.pairs, &x[r*stride], &m.packed[p*m.pairs*lanes*2], &acc[r*w+p*lanes])
		}
		for ; p < m.panels; p++ {
			kernel(m.pairs, &x[r*stride], stride*2, &m.packed[p*m.pairs*lanes*2], &acc[r*w+p*lanes], w*4)
		}
		r += n
	}
}

// block chooses the kernel for the next rows of all, of which some are left:
// the fastest by row that does not take more than there are.
func block(all, left int) (int, func(int, *int16, int, *int16, *int32, int)) {
	switch {
	case vnni && all >= 12 && left > 8:
		return 12, sums12
	case vnni && all >= 8 && left > 4:
		return 8, sums8v
	case vnni && all >= 4 && left > 1:
		return 4, sums4v
	case avx2 && !vnni && left >= 4:
		return 4, sums4
	case avx2:
		return 1, oneRow
	case left >= 2:
		return 2, sums2s
	}
	return 1, oneRowSSE2
}

func oneRow(pairs int, x *int16, _ int, w *int16, acc *int32, _ int)     { sums1(pairs, x, w, acc) }
func oneRowSSE2(pairs int, x *int16, _ int, w *int16, acc *int32, _ int) { sums1s(pairs, x, w, acc) }
