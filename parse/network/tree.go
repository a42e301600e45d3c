package network

import "slices"

// treeBuilder finds the best tree for a matrix of scores.
type treeBuilder struct {
	s     []float64
	heads []int
	state []uint8
	live  []int // the active nodes, in order
	level []level
}

// A level holds what one level of contract keeps while those below it run.
type level struct {
	in, inner                []bool
	cycle, old, enter, leave []int
}

const never = -1e18

// decode sets the heads of the best tree with exactly one root. scores has a
// row for each of the n tokens with a score for each head, the root last.
// Mostly the best heads are a tree already; else the algorithm of Chu and Liu
// and of Edmonds is run for each of the few likely roots.
func (b *treeBuilder) decode(scores []float32, n int, out []Result) {
	w := n + 1
	b.heads = size(b.heads, w)
	roots := 0
	for d := range n {
		row := scores[d*w:][:w]
		best := -1
		for h, v := range row {
			if h != d && (best < 0 || v > row[best]) {
				best = h
			}
		}
		b.heads[d] = best
		if best == n {
			roots++
		}
	}
	if roots != 1 || b.cyclic(n) {
		b.arborescence(scores, n)
	}
	for d := range n {
		out[d].Head = b.heads[d]
		if b.heads[d] == n {
			out[d].Head = -1
		}
	}
}

// cyclic reports whether following heads from some token never ends.
func (b *treeBuilder) cyclic(n int) bool {
	b.state = size(b.state, n+1)
	clear(b.state)
	b.state[n] = 2
	for i := range n {
		j := i
		for b.state[j] == 0 {
			b.state[j] = 1
			j = b.heads[j]
		}
		if b.state[j] == 1 {
			return true
		}
		for j = i; b.state[j] == 1; j = b.heads[j] {
			b.state[j] = 2
		}
	}
	return false
}

// arborescence sets heads to the best tree with one root: an arc from the
// root costs more than all other arcs can gain, so there is just one.
func (b *treeBuilder) arborescence(scores []float32, n int) {
	w := n + 1
	lo, hi := float64(scores[0]), float64(scores[0])
	for _, v := range scores[:n*w] {
		lo, hi = min(lo, float64(v)), max(hi, float64(v))
	}
	cost := (hi-lo+1)*float64(n+1) + 1
	b.s = size(b.s, w*w)
	for d := range n {
		for h := range w {
			b.s[d*w+h] = float64(scores[d*w+h])
		}
		b.s[d*w+n] -= cost
		b.s[d*w+d] = never
	}
	active := make([]bool, w)
	b.live = b.live[:0]
	for i := range active {
		active[i] = true
		b.live = append(b.live, i)
	}
	for d := range n {
		b.choose(d, w)
	}
	b.contract(active, n, 0)
}

// choose sets the head of d to the best of the live nodes.
func (b *treeBuilder) choose(d, w int) {
	row := b.s[d*w:][:w]
	best, top := -1, 0.0
	for _, h := range b.live {
		if v := row[h]; h != d && (v > top || best < 0) {
			best, top = h, v
		}
	}
	b.heads[d] = best
}

// contract is one level of Chu-Liu-Edmonds over the active nodes, whose best
// heads are chosen: while these have a cycle, it contracts the cycle into its
// first node, solves the rest and opens the cycle where the rest enters it.
func (b *treeBuilder) contract(active []bool, n, depth int) {
	w := n + 1
	if depth == len(b.level) {
		b.level = append(b.level, level{})
	}
	l := b.level[depth]
	cycle := b.findCycle(l.cycle[:0], active, n)
	if len(cycle) == 0 {
		return
	}
	rep := cycle[0]
	in := size(l.in, w)
	clear(in)
	for _, v := range cycle {
		in[v] = true
	}
	old := size(l.old, len(cycle))
	for i, v := range cycle {
		old[i] = b.heads[v]
	}
	enter := size(l.enter, w) // per outside head, the cycle's node it would enter
	leave := size(l.leave, w) // per outside dependent, the cycle's node it hangs on
	for _, o := range b.live {
		if in[o] {
			continue
		}
		enter[o] = -1
		top := 0.0
		for i, v := range cycle {
			gain := b.s[v*w+o] - b.s[v*w+old[i]]
			if enter[o] < 0 || gain > top {
				enter[o], top = v, gain
			}
		}
		if o < n {
			leave[o] = -1
			for _, v := range cycle {
				if leave[o] < 0 || b.s[o*w+v] > b.s[o*w+leave[o]] {
					leave[o] = v
				}
			}
		}
		b.s[rep*w+o] = top
		if o < n {
			b.s[o*w+rep] = b.s[o*w+leave[o]]
			if in[b.heads[o]] {
				b.heads[o] = rep // its best head is still the best
			}
		}
	}
	inner := append(l.inner[:0], active...)
	for _, v := range cycle[1:] {
		inner[v] = false
	}
	b.live = slices.DeleteFunc(b.live, func(v int) bool { return !inner[v] })
	b.choose(rep, w)
	b.level[depth] = level{in, inner, cycle, old, enter, leave}
	b.contract(inner, n, depth+1) // the scores are spent from here on
	head := b.heads[rep]
	for i, v := range cycle {
		b.heads[v] = old[i]
	}
	b.heads[enter[head]] = head
	for o := range n {
		if active[o] && !in[o] && b.heads[o] == rep {
			b.heads[o] = leave[o]
		}
	}
}

// findCycle appends the nodes of a cycle among the heads to cycle, if there is
// one.
func (b *treeBuilder) findCycle(cycle []int, active []bool, n int) []int {
	b.state = size(b.state, n+1)
	clear(b.state)
	b.state[n] = 2
	for i := range n {
		if !active[i] {
			continue
		}
		j := i
		for b.state[j] == 0 {
			b.state[j] = 1
			j = b.heads[j]
		}
		if b.state[j] == 1 {
			cycle = append(cycle, j)
			for k := b.heads[j]; k != j; k = b.heads[k] {
				cycle = append(cycle, k)
			}
			return cycle
		}
		for j = i; b.state[j] == 1; j = b.heads[j] {
			b.state[j] = 2
		}
	}
	return cycle
}
