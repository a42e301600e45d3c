package score

// A CorefMention is a phrase of one document: tokens [Start, End), counted
// through the document, and its head token.
type CorefMention struct{ Start, End, Head int }

// A Chain is all mentions of one entity.
type Chain []CorefMention

// CorefOptions say how mentions are compared.
type CorefOptions struct {
	// ByHead takes two mentions for the same when their heads are, preferring
	// equal spans where several share a head. Otherwise spans must be equal.
	ByHead bool
	// Singletons keeps entities of one mention. Without it they are left out
	// of both sides, as the CoNLL-2012 scorer has it.
	Singletons bool
}

// Coref gathers the counts of the CoNLL-2012 measures of coreference: MUC
// (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and entity-based CEAF
// with the similarity φ4 (Luo 2005). The zero value with options is ready.
type Coref struct {
	Options           CorefOptions
	muc, bcubed, ceaf corefCounts
}

// corefCounts are the numerators and denominators of recall and precision.
type corefCounts struct{ hitR, ofR, hitP, ofP float64 }

func (c corefCounts) f1() (p, r, f float64) {
	if c.ofP > 0 {
		p = c.hitP / c.ofP
	}
	if c.ofR > 0 {
		r = c.hitR / c.ofR
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// MUC returns precision, recall and F1 of links.
func (c *Coref) MUC() (p, r, f float64) { return c.muc.f1() }

// BCubed returns precision, recall and F1 by mention.
func (c *Coref) BCubed() (p, r, f float64) { return c.bcubed.f1() }

// CEAF returns precision, recall and F1 by entity.
func (c *Coref) CEAF() (p, r, f float64) { return c.ceaf.f1() }

// CoNLL returns the mean of the F1 of MUC, B³ and CEAF.
func (c *Coref) CoNLL() float64 {
	_, _, a := c.MUC()
	_, _, b := c.BCubed()
	_, _, d := c.CEAF()
	return (a + b + d) / 3
}

// Add counts one document. A mention that stands in two chains of one side
// counts in the first.
func (c *Coref) Add(gold, system []Chain) {
	if !c.Options.Singletons {
		gold, system = withoutSingletons(gold), withoutSingletons(system)
	}
	g, s := chainsOf(gold), chainsOf(system)
	pair := c.align(g, s) // gold mention → system mention or -1
	back := make([]int, len(s.mentions))
	for i := range back {
		back[i] = -1
	}
	hits := 0
	for i, j := range pair {
		if j >= 0 {
			back[j] = i
			hits++
		}
	}
	hit, of := links(g, s, pair)
	c.muc.hitR, c.muc.ofR = c.muc.hitR+hit, c.muc.ofR+of
	hit, of = links(s, g, back)
	c.muc.hitP, c.muc.ofP = c.muc.hitP+hit, c.muc.ofP+of
	c.bcubed.hitR += shared(g, s, pair)
	c.bcubed.ofR += float64(len(g.mentions))
	c.bcubed.hitP += shared(s, g, back)
	c.bcubed.ofP += float64(len(s.mentions))
	best := assignment(similarity(g, s, pair))
	c.ceaf.hitR += best
	c.ceaf.hitP += best
	c.ceaf.ofR += float64(len(g.size))
	c.ceaf.ofP += float64(len(s.size))
}

func withoutSingletons(chains []Chain) []Chain {
	var out []Chain
	for _, c := range chains {
		if len(c) > 1 {
			out = append(out, c)
		}
	}
	return out
}

// chainSet is one side of a document.
type chainSet struct {
	mentions []CorefMention
	chain    []int // of each mention
	size     []int // of each chain
}

func chainsOf(chains []Chain) chainSet {
	var s chainSet
	seen := map[CorefMention]bool{}
	for _, c := range chains {
		n := 0
		for _, m := range c {
			if !seen[m] {
				seen[m] = true
				s.mentions = append(s.mentions, m)
				s.chain = append(s.chain, len(s.size))
				n++
			}
		}
		if n > 0 {
			s.size = append(s.size, n)
		}
	}
	return s
}

// align pairs mentions of the two sides, each with at most one.
func (c *Coref) align(g, s chainSet) []int {
	type span struct{ start, end int }
	exact := map[span]int{}
	for j, m := range s.mentions {
		if _, twice := exact[span{m.Start, m.End}]; !twice {
			exact[span{m.Start, m.End}] = j
		}
	}
	used := make([]bool, len(s.mentions))
	pair := make([]int, len(g.mentions))
	for i, m := range g.mentions {
		pair[i] = -1
		if j, ok := exact[span{m.Start, m.End}]; ok && !used[j] {
			pair[i], used[j] = j, true
		}
	}
	if !c.Options.ByHead {
		return pair
	}
	byHead := map[int][]int{}
	for j, m := range s.mentions {
		if !used[j] {
			byHead[m.Head] = append(byHead[m.Head], j)
		}
	}
	for i, m := range g.mentions {
		if pair[i] >= 0 {
			continue
		}
		best, gap := -1, 0
		for _, j := range byHead[m.Head] {
			o := s.mentions[j]
			d := abs(o.Start-m.Start) + abs(o.End-m.End)
			if !used[j] && (best < 0 || d < gap) {
				best, gap = j, d
			}
		}
		if best >= 0 {
			pair[i], used[best] = best, true
		}
	}
	return pair
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// links counts, for each chain of a, the links that survive when the chain is
// divided as b has it, and all its links.
func links(a, b chainSet, pair []int) (hit, of float64) {
	parts := make([]map[int]bool, len(a.size))
	single := make([]int, len(a.size))
	for i, ch := range a.chain {
		if pair[i] < 0 {
			single[ch]++
			continue
		}
		if parts[ch] == nil {
			parts[ch] = map[int]bool{}
		}
		parts[ch][b.chain[pair[i]]] = true
	}
	for ch, n := range a.size {
		hit += float64(n - len(parts[ch]) - single[ch])
		of += float64(n - 1)
	}
	return hit, of
}

// shared sums, over the mentions of a, the part of its chain that b puts into
// one chain with it.
func shared(a, b chainSet, pair []int) float64 {
	type cell struct{ a, b int }
	count := map[cell]int{}
	for i, j := range pair {
		if j >= 0 {
			count[cell{a.chain[i], b.chain[j]}]++
		}
	}
	sum := 0.0
	for i, j := range pair {
		if j >= 0 {
			sum += float64(count[cell{a.chain[i], b.chain[j]}]) / float64(a.size[a.chain[i]])
		}
	}
	return sum
}

// similarity is φ4 of each pair of chains: twice the shared mentions over the
// mentions of both.
func similarity(g, s chainSet, pair []int) [][]float64 {
	m := make([][]float64, len(g.size))
	for i := range m {
		m[i] = make([]float64, len(s.size))
	}
	for i, j := range pair {
		if j >= 0 {
			m[g.chain[i]][s.chain[j]]++
		}
	}
	for i := range m {
		for j := range m[i] {
			m[i][j] = 2 * m[i][j] / float64(g.size[i]+s.size[j])
		}
	}
	return m
}

// assignment returns the greatest sum of cells of which no two share a row or
// a column (Kuhn 1955, by shortest augmenting paths).
func assignment(m [][]float64) float64 {
	n := len(m)
	if n == 0 || len(m[0]) == 0 {
		return 0
	}
	k := max(n, len(m[0]))
	cost := func(i, j int) float64 {
		if i < n && j < len(m[0]) {
			return -m[i][j]
		}
		return 0
	}
	const inf = 1e18
	u, v := make([]float64, k+1), make([]float64, k+1)
	match, way := make([]int, k+1), make([]int, k+1)
	for i := 1; i <= k; i++ {
		match[0] = i
		j0 := 0
		minv, used := make([]float64, k+1), make([]bool, k+1)
		for j := range minv {
			minv[j] = inf
		}
		for {
			used[j0] = true
			i0, j1, delta := match[j0], 0, inf
			for j := 1; j <= k; j++ {
				if used[j] {
					continue
				}
				if c := cost(i0-1, j-1) - u[i0] - v[j]; c < minv[j] {
					minv[j], way[j] = c, j0
				}
				if minv[j] < delta {
					delta, j1 = minv[j], j
				}
			}
			for j := 0; j <= k; j++ {
				if used[j] {
					u[match[j]] += delta
					v[j] -= delta
				} else {
					minv[j] -= delta
				}
			}
			if j0 = j1; match[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			j1 := way[j0]
			match[j0] = match[j1]
			j0 = j1
		}
	}
	sum := 0.0
	for j := 1; j <= k; j++ {
		sum -= cost(match[j]-1, j-1)
	}
	return sum
}
