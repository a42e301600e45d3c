package network

import "math"

// output computes tags, names, heads and labels from the last layer's states.
func (r *Runner) output(batch []Sentence, n int) {
	m, cfg := r.m, r.m.cfg
	w := m.heads.width()
	r.heads = size(r.heads, n*w)
	r.affine(r.heads, m.heads, r.x, n, nil, nil)
	lab, tag := 2*cfg.Arc, 2*cfg.Arc+2*cfg.Label
	for i := range n {
		z := r.heads[i*w:][:w]
		leak(z[:lab])
		leak(z[tag:])
	}
	for _, s := range r.seq {
		if cap(batch[s].Result) < len(batch[s].Tokens) {
			batch[s].Result = make([]Result, len(batch[s].Tokens))
		}
		batch[s].Result = batch[s].Result[:len(batch[s].Tokens)]
	}
	r.dense(m.upos, tag, cfg.Tag, w, n)
	r.best(batch, m.upos, func(res *Result, k int) { res.UPos = k })
	r.shares(batch, m.upos, func(s *Shares) *[]float32 { return &s.UPos })
	r.dense(m.xpos, tag, cfg.Tag, w, n)
	r.best(batch, m.xpos, func(res *Result, k int) { res.XPos = k })
	r.weighTags(batch, m.xpos)
	r.shares(batch, m.xpos, func(s *Shares) *[]float32 { return &s.XPos })
	r.dense(m.name, tag+cfg.Tag, cfg.Name, w, n)
	for i, s := range r.seq {
		r.names.decode(r.logit[r.rows[i]*m.name.width():], m.name.width(), m.name.out, batch[s].Result)
	}
	r.arcs(batch, w)
	r.labels(batch, w, n)
}

// dense computes m over columns [col, col+in) of the heads into logit.
func (r *Runner) dense(m *matrix, col, in, w, n int) {
	stride := m.stride()
	r.q, r.qk = size(r.q, n*stride), size(r.qk, n)
	for i := range n {
		q := r.q[i*stride:][:stride]
		r.qk[i] = reduce(q, r.heads[i*w+col:][:in])
		clear(q[in:])
	}
	r.product(m, n)
}

// product computes the quantised rows of q times m into logit.
func (r *Runner) product(m *matrix, n int) {
	r.logit = size(r.logit, n*m.width())
	r.affine(r.logit, m, r.q, n, r.qk, nil)
}

func (r *Runner) best(batch []Sentence, m *matrix, set func(*Result, int)) {
	w := m.width()
	for i, s := range r.seq {
		for t := range batch[s].Result {
			set(&batch[s].Result[t], argmax(r.logit[(r.rows[i]+t)*w:][:m.out]))
		}
	}
}

// weighTags sets the Score of the sentences for which it is asked to what the
// tags tell.
func (r *Runner) weighTags(batch []Sentence, m *matrix) {
	w := m.width()
	for i, s := range r.seq {
		if !batch[s].Weigh {
			continue
		}
		batch[s].Score = 0
		for t, res := range batch[s].Result {
			batch[s].Score += logShare(r.logit[(r.rows[i]+t)*w:][:m.out], res.XPos)
		}
	}
}

// logShare is the logarithm of the share of z[k] in the softmax of z.
func logShare(z []float32, k int) float32 {
	top := z[argmax(z)]
	sum := 0.0
	for _, v := range z {
		sum += math.Exp(float64(v - top))
	}
	return z[k] - top - float32(math.Log(sum))
}

func argmax(z []float32) int {
	best := 0
	for i, v := range z {
		if v > z[best] {
			best = i
		}
	}
	return best
}

// arcs scores each pair of tokens and finds the best tree.
func (r *Runner) arcs(batch []Sentence, w int) {
	m, a := r.m, r.m.cfg.Arc
	stride := m.arc.stride()
	for i, s := range r.seq {
		n := len(batch[s].Tokens)
		r.q, r.qk = size(r.q, (n+1)*stride), size(r.qk, n+1)
		r.bias = size(r.bias, n+1)
		r.dep, r.depk = size(r.dep, n*stride), size(r.depk, n)
		for t := range n + 1 {
			hv := m.arcRoot
			if t < n {
				z := r.heads[(r.rows[i]+t)*w:]
				d := r.dep[t*stride:][:stride]
				r.depk[t] = reduce(d, z[:a])
				clear(d[a:])
				hv = z[a : 2*a]
			}
			q := r.q[t*stride:][:stride]
			r.qk[t] = reduce(q, hv)
			clear(q[a:])
			var b float32
			for j, v := range hv {
				b += float32(v * m.arcBias[j])
			}
			r.bias[t] = b
		}
		r.product(m.arc, n+1)
		out := m.arc.width()
		r.hd, r.hdk = size(r.hd, (n+1)*stride), size(r.hdk, n+1)
		for t := range n + 1 {
			q := r.hd[t*stride:][:stride]
			r.hdk[t] = reduce(q, r.logit[t*out:][:a])
			clear(q[a:])
		}
		r.scores = size(r.scores, n*(n+1))
		for d := range n {
			dv := r.dep[d*stride:][:stride]
			for h := range n + 1 {
				r.scores[d*(n+1)+h] = float32(float32(float32(dot(dv, r.hd[h*stride:][:stride]))*r.depk[d])*r.hdk[h]) + r.bias[h]
			}
		}
		r.tree.decode(r.scores, n, batch[s].Result)
		if sh := batch[s].Shares; sh != nil {
			sh.Head = size(sh.Head, n*(n+1))
			for d := range n {
				row := r.scores[d*(n+1):][:n+1]
				row[d] = never // no token is its own head
				softmax(sh.Head[d*(n+1):][:n+1], row)
			}
		}
		if batch[s].Weigh {
			for d, res := range batch[s].Result {
				row := r.scores[d*(n+1):][:n+1]
				row[d] = never // no token is its own head
				h := res.Head
				if h < 0 {
					h = n
				}
				batch[s].Score += logShare(row, h)
			}
		}
	}
}

// labels names the relation of each token to its head.
func (r *Runner) labels(batch []Sentence, w, n int) {
	m, k := r.m, r.m.cfg.Label
	dep := 2 * r.m.cfg.Arc
	head := dep + k
	stride := m.rel.stride()
	r.q, r.qk = size(r.q, n*stride), size(r.qk, n)
	r.p = size(r.p, k)
	row := 0
	for i, s := range r.seq {
		for t := range batch[s].Result {
			d, h := r.heads[(r.rows[i]+t)*w+dep:][:k], m.labelRoot
			if g := batch[s].Result[t].Head; g >= 0 {
				h = r.heads[(r.rows[i]+g)*w+head:][:k]
			}
			addLeak(r.p, d, h)
			q := r.q[row*stride:][:stride]
			r.qk[row] = reduce(q, r.p)
			clear(q[k:])
			row++
		}
	}
	r.product(m.rel, n)
	r.shares(batch, m.rel, func(s *Shares) *[]float32 { return &s.Rel })
	root := r.m.root
	out := m.rel.width()
	row = 0
	for _, s := range r.seq {
		for t := range batch[s].Result {
			res := &batch[s].Result[t]
			z := r.logit[row*out:][:m.rel.out]
			row++
			if root < 0 {
				res.Rel = argmax(z)
				continue
			}
			// The root has the relation root and nothing else has.
			if res.Head < 0 {
				res.Rel = root
				continue
			}
			best := -1
			for j, v := range z {
				if j != root && (best < 0 || v > z[best]) {
					best = j
				}
			}
			res.Rel = max(best, 0)
		}
	}
}
