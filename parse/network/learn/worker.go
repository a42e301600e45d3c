package learn

import (
	"math/rand/v2"
	"slices"

	"readout/parse/network"
)

// dropouts are the shares of values that are left out in training.
type dropouts struct {
	input, between, state, heads, label float32
	word                                float32 // least share of words read as unknown
	rare                                float32 // and this over this plus the word's count
}

// A loss is a sum of losses per task with what it is a sum over.
type loss struct {
	arc, rel, upos, xpos, name float64
	tokens, right, labelled    int
}

func (l *loss) add(m loss) {
	l.arc, l.rel, l.upos = l.arc+m.arc, l.rel+m.rel, l.upos+m.upos
	l.xpos, l.name = l.xpos+m.xpos, l.name+m.name
	l.tokens, l.right, l.labelled = l.tokens+m.tokens, l.right+m.right, l.labelled+m.labelled
}

// A worker computes the loss of one shard of a batch and its gradients.
type worker struct {
	*net
	scratch
	shard int
	rng   *rand.Rand
	drop  dropouts
	count []int // of training words, by row
	read  network.Reader

	bounds []int
	words  []int32
	given  []float32 // vectors of all tokens, learned elsewhere
	affix  []int32   // rows, all tokens'
	ends   []int     // where each token's rows of affix end
	shapes []uint16
	marks  []uint32    // per token
	x, dx  [][]float32 // input of each layer and of the heads
	masks  [][]float32 // per sentence, by layer
	passes [][2]pass

	z, dz, zmask []float32
	keep         []float32 // per sentence, what is kept of the heads' layer
	p, dp        []float32 // head vectors times the arc matrix
	hd, dhd      []float32 // head vectors, sentence by sentence, root last
	s, logit     []float32
	lz, lmask    []float32
	dlz          []float32
	gold         []int32
	opinions     [][]Share // per token of gold, of its relation
	headShares   []Share
}

// run adds the gradients of the examples' losses, each token's weighing
// weight, to the shard's. The examples are in order of falling length.
func (w *worker) run(batch []*Example, weight float32) loss {
	var l loss
	if len(batch) == 0 {
		return l
	}
	w.embed(batch)
	rows := w.bounds[len(batch)]
	w.layers(rows, len(batch))
	w.headsForward(rows)
	w.dz = grow(w.dz, len(w.z))
	clear(w.dz)
	w.tags(batch, weight, &l)
	w.arcs(batch, weight, &l)
	w.labels(batch, weight, &l)
	w.headsBackward(rows)
	w.layersBackward(rows, len(batch))
	w.embedBackward(rows)
	return l
}

// embed looks the sentences' tokens up and fills the input of the first layer.
func (w *worker) embed(batch []*Example) {
	w.bounds = append(w.bounds[:0], 0)
	w.given, w.words, w.affix, w.ends, w.shapes, w.marks = w.given[:0], w.words[:0], w.affix[:0], w.ends[:0], w.shapes[:0], w.marks[:0]
	for _, e := range batch {
		for i, f := range w.read.Read(e.Tokens) {
			row := w.index[string(f.Key)]
			if row > 0 {
				p := max(w.drop.word, w.drop.rare/(w.drop.rare+float32(w.count[row])))
				if w.drop.word > 0 && w.rng.Float32() < p {
					row = 0
				}
			}
			w.words = append(w.words, row)
			if w.Vector > 0 {
				w.given = slices.Grow(w.given, w.Vector)[:len(w.given)+w.Vector]
				w.Vectors.Fill(w.given[len(w.given)-w.Vector:], f.Key)
			}
			for _, h := range f.Affix {
				w.affix = append(w.affix, int32(h%uint32(w.Buckets)))
			}
			w.ends = append(w.ends, len(w.affix))
			w.shapes = append(w.shapes, f.Shape[:]...)
			w.marks = append(w.marks, e.Tokens[i].Marks)
		}
		w.bounds = append(w.bounds, len(w.words))
	}
	rows, in := len(w.words), w.Input()
	if w.x == nil {
		w.x = make([][]float32, w.Layers+1)
		w.dx = make([][]float32, w.Layers+1)
		w.masks = make([][]float32, w.Layers+1)
		w.passes = make([][2]pass, w.Layers)
	}
	w.x[0] = grow(w.x[0], rows*in)
	clear(w.x[0])
	for i := range rows {
		x := w.x[0][i*in:][:in]
		copy(x, w.word.v[int(w.words[i])*w.Config.Word:][:w.Config.Word])
		a := x[w.Config.Word:][:w.Config.Affix]
		bag := w.bag(i)
		for _, r := range bag {
			addTo(a, w.net.affix.v[int(r)*w.Config.Affix:][:w.Config.Affix])
		}
		k := network.BagScale(len(bag))
		for j := range a {
			a[j] *= k
		}
		copy(x[w.Config.Word+w.Config.Affix:], w.given[i*w.Vector:][:w.Vector])
		s := x[w.Form():]
		for _, r := range w.shapeRows(i) {
			addTo(s, w.shape.v[int(r)*w.Config.Shape:][:w.Config.Shape])
		}
		s = s[w.Config.Shape:]
		for r := range w.Marks {
			if w.marks[i]>>r&1 != 0 {
				addTo(s, w.mark.v[r*w.Config.Mark:][:w.Config.Mark])
			}
		}
	}
}

func (w *worker) bag(i int) []int32 {
	from := 0
	if i > 0 {
		from = w.ends[i-1]
	}
	return w.affix[from:w.ends[i]]
}

func (w *worker) shapeRows(i int) []uint16 {
	n := len(w.shapes) / len(w.words)
	return w.shapes[i*n : (i+1)*n]
}

func (w *worker) embedBackward(rows int) {
	in := w.Input()
	for i := range rows {
		d := w.dx[0][i*in:][:in]
		addTo(w.word.row(w.shard, w.words[i]), d[:w.Config.Word])
		bag := w.bag(i)
		k := network.BagScale(len(bag))
		a := d[w.Config.Word:][:w.Config.Affix]
		for j := range a {
			a[j] *= k
		}
		for _, r := range bag {
			addTo(w.net.affix.row(w.shard, r), a)
		}
		for _, r := range w.shapeRows(i) {
			addTo(w.shape.row(w.shard, int32(r)), d[w.Form():][:w.Config.Shape])
		}
		for r := range w.Marks {
			if w.marks[i]>>r&1 != 0 {
				addTo(w.mark.row(w.shard, int32(r)), d[w.Form()+w.Config.Shape:])
			}
		}
	}
}

func addTo(dst, src []float32) {
	for i, v := range src {
		dst[i] += v
	}
}

// mask fills m with what is kept of each value, scaled so that the mean stays.
func (w *worker) mask(m []float32, n int, drop float32) []float32 {
	m = grow(m, n)
	if drop == 0 {
		for i := range m {
			m[i] = 1
		}
		return m
	}
	keep := 1 / (1 - drop)
	limit := uint32(float64(drop) * (1 << 32))
	for i := 0; i < n; i += 2 {
		u := w.rng.Uint64()
		m[i] = 0
		if uint32(u) >= limit {
			m[i] = keep
		}
		if i+1 < n {
			m[i+1] = 0
			if uint32(u>>32) >= limit {
				m[i+1] = keep
			}
		}
	}
	return m
}

func (w *worker) layers(rows, sentences int) {
	h := w.Hidden
	for l := range w.Layers {
		in, drop := w.LayerInput(l), w.drop.between
		if l == 0 {
			drop = w.drop.input
		}
		w.masks[l] = w.mask(w.masks[l], sentences*in, drop)
		w.multiply(w.x[l], w.masks[l], in)
		w.x[l+1] = grow(w.x[l+1], rows*2*h)
		for d := range 2 {
			p := &w.passes[l][d]
			p.set(w.bounds, d == 1)
			p.drop = w.mask(p.drop, sentences*h, w.drop.state)
			p.forward(&w.scratch, &w.cells[l][d], w.x[l], w.x[l+1], d*h, 2*h)
		}
	}
	w.masks[w.Layers] = w.mask(w.masks[w.Layers], sentences*2*h, w.drop.between)
	w.multiply(w.x[w.Layers], w.masks[w.Layers], 2*h)
}

// multiply applies each sentence's mask to its rows.
func (w *worker) multiply(x, mask []float32, width int) {
	for s := range len(w.bounds) - 1 {
		m := mask[s*width:][:width]
		for i := w.bounds[s]; i < w.bounds[s+1]; i++ {
			r := x[i*width:][:width]
			for j, v := range m {
				r[j] *= v
			}
		}
	}
}

func (w *worker) layersBackward(rows, sentences int) {
	h := w.Hidden
	w.multiply(w.dx[w.Layers], w.masks[w.Layers], 2*h)
	for l := w.Layers - 1; l >= 0; l-- {
		in := w.LayerInput(l)
		w.dx[l] = grow(w.dx[l], rows*in)
		clear(w.dx[l])
		for d := range 2 {
			w.passes[l][d].backward(&w.scratch, w.shard, &w.cells[l][d], w.dx[l+1], d*h, 2*h, w.dx[l])
		}
		w.multiply(w.dx[l], w.masks[l], in)
	}
}

// headsForward fills z: arc, tag and name columns after their activation and
// dropout, label columns linear.
func (w *worker) headsForward(rows int) {
	in, out := 2*w.Hidden, w.Config.Heads()
	w.z = grow(w.z, rows*out)
	for i := range rows {
		copy(w.z[i*out:(i+1)*out], w.heads.b.v)
	}
	w.gemm(rows, out, in, w.x[w.Layers], in, 1, w.heads.w.v, out, 1, w.z, out)
	w.keep = w.mask(w.keep, (len(w.bounds)-1)*out, w.drop.heads)
	w.zmask = grow(w.zmask, rows*out)
	lab, tag := 2*w.Config.Arc, 2*w.Config.Arc+2*w.Config.Label
	for s := range len(w.bounds) - 1 {
		keep := w.keep[s*out:][:out]
		for j := lab; j < tag; j++ {
			keep[j] = 1
		}
		for i := w.bounds[s]; i < w.bounds[s+1]; i++ {
			z, m := w.z[i*out:][:out], w.zmask[i*out:][:out]
			copy(m, keep)
			leakMask(z[:lab], m[:lab])
			leakMask(z[tag:], m[tag:])
		}
	}
}

// leakMask lets negative values leak and applies a mask, leaving in the mask
// what a gradient is multiplied with.
func leakMask(z, m []float32) {
	m = m[:len(z)]
	for j, v := range z {
		if v < 0 {
			m[j] *= network.Slope
		}
		z[j] = v * m[j]
	}
}

func (w *worker) headsBackward(rows int) {
	in, out := 2*w.Hidden, w.Config.Heads()
	for i, m := range w.zmask[:rows*out] {
		w.dz[i] *= m
	}
	w.gemm(in, out, rows, w.x[w.Layers], 1, in, w.dz, out, 1, w.heads.w.g[w.shard], out)
	db := w.heads.b.g[w.shard]
	for i := range rows {
		addTo(db, w.dz[i*out:][:out])
	}
	w.dx[w.Layers] = grow(w.dx[w.Layers], rows*in)
	clear(w.dx[w.Layers])
	w.gemm(rows, in, out, w.dz, out, 1, w.heads.w.v, 1, out, w.dx[w.Layers], in)
}
