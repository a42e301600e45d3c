package network

// Without vector instructions one 64-bit product serves two outputs: a word
// holds the weights of both, 32 bits apart. The sums of the lower outputs carry
// into the upper ones and are taken off again at the end, so the result is
// exact.

// twin lays the weights q (in×out) out as words.
func (m *matrix) twin(q []int8) {
	m.twins = make([][4]int64, m.panels*2*m.in)
	for o := range m.out {
		base := o / 8 * m.in
		for i := range m.in {
			m.twins[base+i][o%8/2] += int64(q[i*m.out+o]) << (o % 2 * 32)
		}
	}
}

// sumsGo computes acc = x·W for rows of x, each stride values apart; a row of
// acc has width values.
func (m *matrix) sumsGo(acc []int32, x []int16, stride, rows int) {
	w := m.width()
	for p := range m.panels * 2 {
		words := m.twins[p*m.in : (p+1)*m.in]
		for r := range rows {
			eight((*[8]int32)(acc[r*w+p*8:]), x[r*stride:], words)
		}
	}
}

// eight computes eight outputs of a row.
func eight(acc *[8]int32, x []int16, words [][4]int64) {
	var a, b, c, d int64
	x = x[:len(words)]
	for i := range words {
		w, k := &words[i], int64(x[i])
		a += k * w[0]
		b += k * w[1]
		c += k * w[2]
		d += k * w[3]
	}
	acc[0], acc[1] = split(a)
	acc[2], acc[3] = split(b)
	acc[4], acc[5] = split(c)
	acc[6], acc[7] = split(d)
}

// split takes the two sums out of a word.
func split(v int64) (low, high int32) {
	low = int32(v)
	return low, int32((v - int64(low)) >> 32)
}
