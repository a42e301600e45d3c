package actor

import (
	"slices"

	"readout/syntax"
)

// gather fills g.cands with the candidates of the document in text order.
func (g *gatherer) gather(doc *syntax.Document) {
	g.quotes = quotations(doc.Article, g.quotes[:0])
	g.cands, g.ranges = g.cands[:0], g.ranges[:0]
	clear(g.surnames)
	clear(g.firsts)
	for i := range doc.Sentences {
		start := len(g.cands)
		g.sentence(&doc.Sentences[i], i)
		g.ranges = append(g.ranges, [2]int32{int32(start), int32(len(g.cands))})
	}
}

// sentence adds the candidates of one sentence.
func (g *gatherer) sentence(s *syntax.Sentence, i int) {
	start := len(g.cands)
	g.t.set(s, i)
	g.s.read(g.k, &g.t)
	g.spanNames()
	g.taken = g.taken[:0]
	for range g.s.nouns {
		g.taken = append(g.taken, false)
	}
	g.headed = fill(g.headed, len(s.Tokens), -1)
	g.names()
	g.yield(start)
	g.nominals()
	g.aged()
	g.dropSwallowed(start)
	g.demonyms()
	g.pronouns()
	g.things()
	mine := g.cands[start:]
	slices.SortStableFunc(mine, func(a, b candidate) int {
		if a.first != b.first {
			return int(a.first - b.first)
		}
		return int(a.last - b.last)
	})
	g.link(start)
}

// dropSwallowed drops the nominals among the candidates from start on that are
// the title of a name, which the parser put beside it: "National Security
// Advisor" in "National Security Advisor Jake Sullivan's call".
func (g *gatherer) dropSwallowed(start int) {
	const longest = 12 // words of a title
	g.swallow = fill(g.swallow, len(g.t.Tokens), 0)
	for _, n := range g.cands[start:] {
		if n.by == byName && n.core[0]-n.first <= longest {
			for i := n.first; i < n.core[0]; i++ {
				g.swallow[i] = max(g.swallow[i], n.core[0])
			}
		}
	}
	keep := g.cands[:start]
	for _, c := range g.cands[start:] {
		if c.by != byNominal || g.swallow[c.first] < c.last || c.head >= g.swallow[c.first] {
			keep = append(keep, c)
		}
	}
	g.cands = keep
}

// add adds a candidate with what the tree says of its head.
func (g *gatherer) add(c candidate) *candidate {
	c.sent = int32(g.t.index)
	c.clause, c.doer, c.teller, c.owner, c.where, c.same, c.conj, c.with, c.ent, c.quote, c.set, c.like, c.told, c.ruler, c.says = -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1
	g.cands = append(g.cands, c)
	g.headed[c.head] = 0
	return &g.cands[len(g.cands)-1]
}
