package learn

import (
	"math"

	"readout/parse/network"
)

// softmax turns scores into their gradient under cross entropy: probability
// minus share of the right outputs, times weight. Right outputs are given as
// a predicate over a set; several may be right, then their probabilities are
// summed. It returns the loss and whether the best output is right.
func softmax(z []float32, right func(int) bool, weight float32) (float64, bool) {
	best := 0
	for i, v := range z {
		if v > z[best] {
			best = i
		}
	}
	top, sum, good := z[best], 0.0, 0.0
	for i, v := range z {
		e := math.Exp(float64(v - top))
		sum += e
		if right(i) {
			good += e
		}
		z[i] = float32(e)
	}
	ok := right(best)
	for i, v := range z {
		g := v / float32(sum)
		if right(i) {
			g -= v / float32(good)
		}
		z[i] = g * weight
	}
	return -math.Log(good / sum), ok
}

// softmaxShares does as softmax, where each output is right to some share. The
// loss is how far cross entropy is above its least, so that scores that say
// just this have none. Without shares nothing is learned.
func softmaxShares(z []float32, right []Share, weight float32) (float64, bool) {
	if len(right) == 0 {
		clear(z)
		return 0, false
	}
	best := 0
	for i, v := range z {
		if v > z[best] {
			best = i
		}
	}
	top, sum := z[best], 0.0
	for i, v := range z {
		e := math.Exp(float64(v - top))
		sum += e
		z[i] = float32(e)
	}
	for i := range z {
		z[i] *= weight / float32(sum)
	}
	loss, first := 0.0, right[0]
	for _, s := range right {
		if s.P > first.P {
			first = s
		}
		p := float64(z[s.Output] / weight)
		loss += float64(s.P) * (math.Log(float64(s.P)) - math.Log(max(1e-30, p)))
		z[s.Output] -= s.P * weight
	}
	return loss, best == int(first.Output)
}

// Weights of the tasks' losses against that of the arcs.
const (
	relWeight  = 1
	tagWeight  = 0.5
	nameWeight = 1
	// silverNames is the weight of names that models labelled against that of
	// names which people did: of these each treebank has its own ways.
	silverNames = 0.3
)

func (w *worker) tags(batch []*Example, weight float32, l *loss) {
	c, out := w.Config, w.Config.Heads()
	tag := 2*c.Arc + 2*c.Label
	name := tag + c.Tag
	rows := w.bounds[len(batch)]
	task := func(d dense, col int, right func(s, t int) (uint64, bool), soft func(*Soft) *Rows, k float32, sum *float64) {
		w.logit = grow(w.logit, rows*d.out)
		for i := range rows {
			copy(w.logit[i*d.out:(i+1)*d.out], d.b.v)
		}
		w.gemm(rows, d.out, d.in, w.z[col:], out, 1, d.w.v, d.out, 1, w.logit, d.out)
		for s := range batch {
			for i := w.bounds[s]; i < w.bounds[s+1]; i++ {
				z := w.logit[i*d.out:][:d.out]
				if e := batch[s]; e.Soft != nil && soft != nil {
					if row := soft(e.Soft).Row(i - w.bounds[s]); len(row) > 0 {
						v, _ := softmaxShares(z, row, weight*k)
						*sum += v
						continue
					}
				}
				set, ok := right(s, i-w.bounds[s])
				if !ok {
					clear(z)
					continue
				}
				share := weight * k
				if batch[s].Silver && soft == nil {
					share *= silverNames
				}
				v, _ := softmax(z, func(j int) bool { return set>>j&1 != 0 }, share)
				*sum += v
			}
		}
		w.gemm(d.in, d.out, rows, w.z[col:], 1, out, w.logit, d.out, 1, d.w.g[w.shard], d.out)
		for i := range rows {
			addTo(d.b.g[w.shard], w.logit[i*d.out:][:d.out])
		}
		w.gemm(rows, d.in, d.out, w.logit, d.out, 1, d.w.v, 1, d.out, w.dz[col:], out)
	}
	task(w.upos, tag, func(s, t int) (uint64, bool) {
		if !batch[s].Tree {
			return 0, false
		}
		return 1 << batch[s].UPos[t], true
	}, func(s *Soft) *Rows { return &s.UPos }, tagWeight, &l.upos)
	task(w.xpos, tag, func(s, t int) (uint64, bool) {
		if !batch[s].Tree || batch[s].XPos[t] < 0 {
			return 0, false
		}
		return 1 << batch[s].XPos[t], true
	}, func(s *Soft) *Rows { return &s.XPos }, tagWeight, &l.xpos)
	task(w.name, name, func(s, t int) (uint64, bool) {
		set := batch[s].Names[t]
		return uint64(set), set != 0
	}, nil, nameWeight, &l.name)
}

// arcs adds the loss of choosing each token's head.
func (w *worker) arcs(batch []*Example, weight float32, l *loss) {
	a, out := w.Config.Arc, w.Config.Heads()
	rows := w.bounds[len(batch)] + len(batch)
	w.hd, w.dhd = grow(w.hd, rows*a), grow(w.dhd, rows*a)
	w.p, w.dp = grow(w.p, rows*a), grow(w.dp, rows*a)
	clear(w.p)
	clear(w.dp)
	clear(w.dhd)
	for s := range batch {
		for i := w.bounds[s]; i < w.bounds[s+1]; i++ {
			copy(w.hd[(i+s)*a:(i+s+1)*a], w.z[i*out+a:])
		}
		copy(w.hd[(w.bounds[s+1]+s)*a:][:a], w.arcRoot.v)
	}
	w.gemm(rows, a, a, w.hd, a, 1, w.arc.w.v, a, 1, w.p, a)
	for s, e := range batch {
		if !e.Tree {
			continue
		}
		n := w.bounds[s+1] - w.bounds[s]
		h0 := w.bounds[s] + s
		d0 := w.bounds[s] * out
		w.s = grow(w.s, n*(n+1))
		for h := range n + 1 {
			v := dot(w.arc.b.v, w.hd[(h0+h)*a:][:a])
			for d := range n {
				w.s[d*(n+1)+h] = v
			}
		}
		w.gemm(n, n+1, a, w.z[d0:], out, 1, w.p[h0*a:], 1, a, w.s, n+1)
		for d := range n {
			z := w.s[d*(n+1):][:n+1]
			z[d] = -1e9
			var v float64
			var ok bool
			if e.Soft != nil {
				w.headShares = rooted(w.headShares, e.Soft.Head.Row(d), n)
				v, ok = softmaxShares(z, w.headShares, weight)
			} else {
				gold := e.Heads[d]
				if gold < 0 {
					gold = n
				}
				v, ok = softmax(z, func(h int) bool { return h == gold }, weight)
			}
			l.arc += v
			l.tokens++
			if ok {
				l.right++
			}
		}
		w.gemm(n, a, n+1, w.s, n+1, 1, w.p[h0*a:], a, 1, w.dz[d0:], out)
		w.gemm(n+1, a, n, w.s, 1, n+1, w.z[d0:], out, 1, w.dp[h0*a:], a)
		for h := range n + 1 {
			var v float32
			for d := range n {
				v += w.s[d*(n+1)+h]
			}
			hd, dhd := w.hd[(h0+h)*a:][:a], w.dhd[(h0+h)*a:][:a]
			db := w.arc.b.g[w.shard]
			for j := range a {
				db[j] += v * hd[j]
				dhd[j] += v * w.arc.b.v[j]
			}
		}
	}
	w.gemm(a, a, rows, w.hd, 1, a, w.dp, a, 1, w.arc.w.g[w.shard], a)
	w.gemm(rows, a, a, w.dp, a, 1, w.arc.w.v, 1, a, w.dhd, a)
	for s := range batch {
		for i := w.bounds[s]; i < w.bounds[s+1]; i++ {
			addTo(w.dz[i*out+a:][:a], w.dhd[(i+s)*a:][:a])
		}
		addTo(w.arcRoot.g[w.shard], w.dhd[(w.bounds[s+1]+s)*a:][:a])
	}
}

// rooted appends to buf[:0] the shares of heads, with n for the root, without
// those that a shorter sentence of n tokens no longer has.
func rooted(buf, row []Share, n int) []Share {
	buf = buf[:0]
	for _, s := range row {
		switch {
		case s.Output < 0:
			s.Output = int32(n)
		case int(s.Output) >= n:
			continue
		}
		buf = append(buf, s)
	}
	return buf
}

func dot(a, b []float32) float32 {
	var s float32
	for i, v := range a {
		s += v * b[i]
	}
	return s
}

// labels adds the loss of the relation between each token and its right head.
func (w *worker) labels(batch []*Example, weight float32, l *loss) {
	k, r, out := w.Config.Label, len(w.Inventory.Rel), w.Config.Heads()
	dep := 2 * w.Config.Arc
	head := dep + k
	w.gold, w.opinions = w.gold[:0], w.opinions[:0]
	for s, e := range batch {
		if !e.Tree {
			continue
		}
		for d := range e.Tokens {
			w.gold = append(w.gold, int32(w.bounds[s]+d), -1, int32(e.Rel[d]))
			if h := e.Heads[d]; h >= 0 {
				w.gold[len(w.gold)-2] = int32(w.bounds[s] + h)
			}
			var row []Share
			if e.Soft != nil {
				row = e.Soft.Rel.Row(d)
			}
			w.opinions = append(w.opinions, row)
		}
	}
	n := len(w.gold) / 3
	w.lz, w.dlz, w.logit = grow(w.lz, n*k), grow(w.dlz, n*k), grow(w.logit, n*r)
	clear(w.dlz)
	w.lmask = w.mask(w.lmask, n*k, w.drop.label)
	for i := range n {
		a, b := w.z[int(w.gold[3*i])*out+dep:][:k], w.labelRoot.v
		if h := w.gold[3*i+1]; h >= 0 {
			b = w.z[int(h)*out+head:][:k]
		}
		z, m := w.lz[i*k:][:k], w.lmask[i*k:][:k]
		for j := range z {
			v := a[j] + b[j]
			if v < 0 {
				m[j] *= network.Slope
			}
			z[j] = v * m[j]
		}
		copy(w.logit[i*r:(i+1)*r], w.rel.b.v)
	}
	w.gemm(n, r, k, w.lz, k, 1, w.rel.w.v, r, 1, w.logit, r)
	for i := range n {
		gold, z := int(w.gold[3*i+2]), w.logit[i*r:][:r]
		var v float64
		var ok bool
		if row := w.opinions[i]; len(row) > 0 {
			v, ok = softmaxShares(z, row, weight*relWeight)
		} else {
			v, ok = softmax(z, func(j int) bool { return j == gold }, weight*relWeight)
		}
		l.rel += v
		if ok {
			l.labelled++
		}
		addTo(w.rel.b.g[w.shard], z)
	}
	w.gemm(k, r, n, w.lz, 1, k, w.logit, r, 1, w.rel.w.g[w.shard], r)
	w.gemm(n, k, r, w.logit, r, 1, w.rel.w.v, 1, r, w.dlz, k)
	for i := range n {
		dz := w.dlz[i*k:][:k]
		for j, m := range w.lmask[i*k:][:k] {
			dz[j] *= m
		}
		addTo(w.dz[int(w.gold[3*i])*out+dep:][:k], dz)
		if h := w.gold[3*i+1]; h >= 0 {
			addTo(w.dz[int(h)*out+head:][:k], dz)
		} else {
			addTo(w.labelRoot.g[w.shard], dz)
		}
	}
}
