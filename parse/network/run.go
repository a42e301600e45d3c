package network

// A Sentence is the input and output of a Runner.
type Sentence struct {
	Tokens []Token
	Result []Result // as long as Tokens, filled in by Run
	// Weigh asks for Score: how likely the network takes the fine tags and the
	// tree to be, as the logarithm of the product of their probabilities.
	Weigh bool
	Score float32
	// Shares, if set, is filled in as well.
	Shares *Shares
}

// A Result is what the network gives for a token. Numbers index Inventory.
type Result struct {
	UPos, XPos int
	Head       int // index of the head in the sentence, -1 for the root
	Rel        int
	Name       int // 0 outside names, 2k+1 begins a name of kind k, 2k+2 continues it
	// Begin says how well it would go with the token alone to be outside names
	// (0) or to begin a name of kind k (k+1), of the first MostKinds kinds: 0 is
	// the best of all, others are below, as logarithms.
	Begin [MostKinds + 1]float32
}

// MostKinds is of how many kinds of name a Result tells how likely they were.
const MostKinds = 6

// MostTokens is the greatest length of a sentence given to a Runner.
const MostTokens = 256

// A Runner runs a model. It holds all buffers and is for one goroutine at a
// time.
type Runner struct {
	m    *Model
	read Reader
	seq  []int // sentences of the batch, longest first
	rows []int // first row of each of them, and the end

	step      []int32
	pos       [2][]int32 // per position of the order, the row; forwards, backwards
	x         []int16    // quantised input, in sentence order; of the first layer, fresh ones alone
	xk        []float32  // what one step of a row of x stands for
	forms     forms
	inputs    inputs
	in        []float32
	sum       []int32
	z, c      []float32
	h         []int16
	zero      []float32 // the state before the first step
	y         []int16
	heads     []float32
	q         []int16
	qk        []float32
	p         []float32
	logit     []float32
	dep, hd   []int16
	depk, hdk []float32
	scores    []float32
	bias      []float32
	tree      treeBuilder
	names     nameDecoder
}

// NewRunner returns a Runner of the model.
func (m *Model) NewRunner() *Runner { return &Runner{m: m} }

// Run analyses sentences of at most MostTokens tokens. The result for a
// sentence does not depend on the others; running many at once is faster.
func (r *Runner) Run(batch []Sentence) {
	r.arrange(batch)
	n := r.rows[len(r.rows)-1]
	if n == 0 {
		return
	}
	r.embed(batch)
	for l := range r.m.cells {
		r.layer(l, n)
	}
	r.output(batch, n)
}

func (r *Runner) arrange(batch []Sentence) {
	r.seq = r.seq[:0]
	for i := range batch {
		if len(batch[i].Tokens) > 0 {
			r.seq = append(r.seq, i)
		}
	}
	sortByLength(r.seq, batch)
	r.rows = append(r.rows[:0], 0)
	for _, s := range r.seq {
		r.rows = append(r.rows, r.rows[len(r.rows)-1]+len(batch[s].Tokens))
	}
	r.step = r.step[:0]
	r.pos[0], r.pos[1] = r.pos[0][:0], r.pos[1][:0]
	for t := 0; ; t++ {
		r.step = append(r.step, int32(len(r.pos[0])))
		for i := range r.seq {
			if t >= r.rows[i+1]-r.rows[i] {
				break
			}
			r.pos[0] = append(r.pos[0], int32(r.rows[i]+t))
			r.pos[1] = append(r.pos[1], int32(r.rows[i+1]-1-t))
		}
		if len(r.pos[0]) == int(r.step[t]) {
			return
		}
	}
}

// sortByLength sorts by falling length, then by index, by insertion: a batch
// has few sentences.
func sortByLength(seq []int, batch []Sentence) {
	for i := 1; i < len(seq); i++ {
		s := seq[i]
		j := i
		for ; j > 0 && len(batch[seq[j-1]].Tokens) < len(batch[s].Tokens); j-- {
			seq[j] = seq[j-1]
		}
		seq[j] = s
	}
}

// embed fills x with the quantised input vectors of tokens that are not
// remembered.
func (r *Runner) embed(batch []Sentence) {
	m, cfg := r.m, r.m.cfg
	in, known := cfg.Input(), cfg.Form()
	stride := m.cells[0][0].x.stride()
	n := r.rows[len(r.rows)-1]
	r.x, r.xk = size(r.x, n*stride), size(r.xk, n)
	row := 0
	r.inputs.begin()
	for _, s := range r.seq {
		tokens := batch[s].Tokens
		r.in = size(r.in, len(tokens)*in)
		r.forms.read(m, &r.read, tokens, r.in)
		for i, feat := range r.read.feats {
			if r.inputs.add(r.forms.texts[i], tokens[i].Marks, feat.Shape) {
				continue
			}
			x := r.in[i*in:][:in]
			sh := x[known:][:cfg.Shape]
			for j := range sh {
				sum := int32(0)
				for _, row := range feat.Shape {
					sum += int32(m.shape.q[int(row)*cfg.Shape+j])
				}
				sh[j] = float32(float32(sum) * m.shape.step)
			}
			m.marks(x[known+cfg.Shape:], tokens[i].Marks)
			q := r.x[row*stride:][:stride]
			r.xk[row] = reduce(q, x)
			clear(q[in:])
			row++
		}
	}
}

// layer runs both directions of LSTM layer l over the batch: x to y, and
// makes y the next layer's x.
func (r *Runner) layer(l, n int) {
	h := r.m.cfg.Hidden
	r.y = size(r.y, n*2*h)
	for d := range 2 {
		lstm := &r.m.cells[l][d]
		w := lstm.x.width()
		r.z = size(r.z, n*w)
		if l == 0 {
			r.affine(r.z, lstm.x, r.x, len(r.inputs.fresh), r.xk, r.inputs.fresh)
			r.inputs.exchange(r.z, w, d)
		} else {
			r.affine(r.z, lstm.x, r.x, n, nil, nil)
		}
		hs := lstm.h.stride()
		r.h, r.c, r.zero = size(r.h, n*hs), size(r.c, n*h), size(r.zero, h)
		r.sum = size(r.sum, len(r.seq)*w)
		for t := 0; t+1 < len(r.step); t++ {
			from, to := int(r.step[t]), int(r.step[t+1])
			before := 0
			if t > 0 {
				before = int(r.step[t-1])
				lstm.h.sums(r.sum, r.h[before*hs:], hs, to-from)
			}
			for i := from; i < to; i++ {
				z, old := r.z[int(r.pos[d][i])*w:][:w], r.zero
				if t > 0 {
					lstm.h.accumulate(z, r.sum[(i-from)*w:])
					old = r.c[(before+i-from)*h:][:h]
				}
				out := r.h[i*hs:][:hs]
				cell(z[:h], z[h:2*h], z[2*h:3*h], r.c[i*h:][:h], old, out[:h])
				clear(out[h:])
			}
		}
		for i, row := range r.pos[d] {
			copy(r.y[int(row)*2*h+d*h:][:h], r.h[i*hs:])
		}
	}
	r.x, r.y = r.y, r.x
}

// affine computes y = x·W·scale·k + bias for n rows of x, some at a time, so
// that the sums never leave the nearest cache. k may be nil, for ones; at says
// which rows of y they are, nil for the first n.
func (r *Runner) affine(y []float32, m *matrix, x []int16, n int, k []float32, at []int32) {
	w, stride := m.width(), m.stride()
	r.sum = size(r.sum, affineRows*w)
	for from := 0; from < n; from += affineRows {
		rows := min(affineRows, n-from)
		if from > 0 { // fewer rows take as long as a block of four, eight or twelve
			rows = (rows + 3) / 4 * 4
			from = min(from, n-rows)
		}
		m.sums(r.sum, x[from*stride:], stride, rows)
		for i := range rows {
			ki, to := float32(1), from+i
			if k != nil {
				ki = k[from+i]
			}
			if at != nil {
				to = int(at[from+i])
			}
			m.apply(y[to*w:], r.sum[i*w:], ki)
		}
	}
}

// affineRows is how many rows affine takes at once: what the widest kernel
// takes.
const affineRows = 12

func size[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// marks fills x with the sum of the vectors of the bits.
func (m *Model) marks(x []float32, bits uint32) {
	clear(x)
	for row := range m.cfg.Marks {
		if bits>>row&1 != 0 {
			for j, v := range m.mark.row(row) {
				x[j] += float32(float32(v) * m.mark.step)
			}
		}
	}
}
