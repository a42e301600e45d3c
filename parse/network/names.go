package network

// nameDecoder finds the best sequence of name outputs in which only a name's
// beginning or inside is followed by its inside (Viterbi).
type nameDecoder struct {
	score, next []float32
	back        []uint8
}

func (d *nameDecoder) decode(z []float32, width, labels int, out []Result) {
	d.score, d.next = size(d.score, labels), size(d.next, labels)
	d.back = size(d.back, len(out)*labels)
	for t := range out {
		row := z[t*width:][:labels]
		top := 0
		if t > 0 {
			for j, v := range d.score {
				if v > d.score[top] {
					top = j
				}
			}
		}
		for j, v := range row {
			from := top
			if j > 0 && j%2 == 0 { // inside: after its own beginning or inside
				from = j - 1
				if t > 0 && d.score[j] > d.score[j-1] {
					from = j
				}
				if t == 0 {
					v = -1e30
				}
			}
			if t > 0 {
				v += d.score[from]
			}
			d.next[j] = v
			d.back[t*labels+j] = uint8(from)
		}
		d.score, d.next = d.next, d.score
	}
	for t := range out {
		row := z[t*width:][:labels]
		top := row[argmax(row)]
		begin := &out[t].Begin
		clear(begin[:])
		for k := 0; k <= MostKinds && 2*k-1 < labels; k++ {
			begin[k] = row[max(2*k-1, 0)] - top
		}
	}
	best := argmax(d.score)
	for t := len(out) - 1; t >= 0; t-- {
		out[t].Name = best
		best = int(d.back[t*labels+best])
	}
}
