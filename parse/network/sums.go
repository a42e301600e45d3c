package network

// Without vector instructions one product serves two outputs: a word holds the
// weights of both, 26 bits apart. The sums of the lower output carry into the
// upper one and are taken off again at the end. Some words are integers of 64
// bits and some are floating point, since processors multiply the two kinds in
// different units at the same time. Sums of up to chunk inputs fit the 53 bits
// that floating point holds exactly, so the result is exact.

// apart is how many bits lie between the two weights of a word.
const apart = 26

// chunk is how many inputs are summed before the sums of a word are taken
// apart: with weights of 8 bits, chunk·limit·128 is below 2^(apart-1).
const chunk = 128

// A pairs holds the weights of an input for a panel's outputs: those of outputs
// 2k and 2k+1 in the lower and the upper part of word k, counting through i and
// then f. Three and five were faster than four and four, whose sums do not all
// fit the registers.
type pairs struct {
	i [3]int64
	f [5]float64
}

// pair lays the weights q (in×out) out as words.
func (m *matrix) pair(q []int8) {
	m.paired = make([]pairs, m.panels*m.in)
	for o := range m.out {
		k, shift := o%lanes/2, o%2*apart
		for i := range m.in {
			p, v := &m.paired[o/lanes*m.in+i], int64(q[i*m.out+o])<<shift
			if k < len(p.i) {
				p.i[k] += v
			} else {
				p.f[k-len(p.i)] += float64(v)
			}
		}
	}
}

// sumsGo computes acc = x·W for rows of x, each stride values apart; a row of
// acc has width values.
func (m *matrix) sumsGo(acc []int32, x []int16, stride, rows int) {
	w := m.width()
	for p := range m.panels {
		words := m.paired[p*m.in : (p+1)*m.in]
		for r := range rows {
			sum := (*[lanes]int32)(acc[r*w+p*lanes:])
			clear(sum[:])
			row := x[r*stride:]
			for from := 0; from < len(words); from += chunk {
				addPanel(sum, row[from:], words[from:min(from+chunk, len(words))])
			}
		}
	}
}

// addPanel adds the sums of a row's inputs, at most chunk of them, to a panel's
// outputs.
func addPanel(sum *[lanes]int32, x []int16, words []pairs) {
	var i0, i1, i2 int64
	var f0, f1, f2, f3, f4 float64
	x = x[:len(words)]
	for j := range words {
		w, i := &words[j], int64(x[j])
		f := float64(i)
		f0 += f * w.f[0]
		f1 += f * w.f[1]
		i0 += i * w.i[0]
		f2 += f * w.f[2]
		i1 += i * w.i[1]
		f3 += f * w.f[3]
		i2 += i * w.i[2]
		f4 += f * w.f[4]
	}
	addPair(sum[0:2], i0)
	addPair(sum[2:4], i1)
	addPair(sum[4:6], i2)
	addPair(sum[6:8], int64(f0))
	addPair(sum[8:10], int64(f1))
	addPair(sum[10:12], int64(f2))
	addPair(sum[12:14], int64(f3))
	addPair(sum[14:16], int64(f4))
}

// addPair takes the two sums of a word apart and adds them to sum.
func addPair(sum []int32, word int64) {
	low := word << (64 - apart) >> (64 - apart)
	sum[0] += int32(low)
	sum[1] += int32((word - low) >> apart)
}
