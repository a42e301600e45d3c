package actor

import (
	"slices"

	"readout/syntax"
)

// gather fills g.cands with the candidates of the document in text order.
func (g *gatherer) gather(doc *syntax.Document) {
	g.quotes = quotations(doc.Article, g.quotes[:0])
	g.cands, g.ranges, g.quote = g.cands[:0], g.ranges[:0], 0
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
	g.nominals()
	g.demonyms()
	g.pronouns()
	g.things()
	mine := g.cands[start:]
	slices.SortStableFunc(mine, func(a, b candidate) int {
		if a.first != b.first {
			return int(a.first - b.first)
		}
		return int(b.last - a.last)
	})
	g.link(start)
}

// add adds a candidate with what the tree says of its head.
func (g *gatherer) add(c candidate) *candidate {
	c.sent = int32(g.t.index)
	c.clause, c.owner, c.same, c.conj, c.ent, c.quote = -1, -1, -1, -1, -1, -1
	g.cands = append(g.cands, c)
	g.headed[c.head] = 0
	return &g.cands[len(g.cands)-1]
}

// link sets what binds the sentence's candidates, from start on, to each other
// and to their clauses.
func (g *gatherer) link(start int) {
	t := &g.t
	g.headed = fill(g.headed, len(t.Tokens), -1)
	for i := start; i < len(g.cands); i++ {
		c := &g.cands[i]
		if old := g.headed[c.head]; old < 0 || g.cands[old].by > c.by {
			g.headed[c.head] = int32(i)
		}
		if c.by == byName {
			for j := c.core[0]; j < c.core[1]; j++ {
				if g.headed[j] < 0 {
					g.headed[j] = int32(i)
				}
			}
		}
	}
	for i := start; i < len(g.cands); i++ {
		c := &g.cands[i]
		h := int(c.head)
		c.rel, c.possessive = g.relationOf(h, c.possessive)
		c.clause = int32(t.clause(h))
		c.quote = g.quoteAt(t.tok(h).Start)
		c.quoted = c.quote >= 0
		if c.rel == relSubject && c.clause >= 0 {
			c.speech = g.k.speech[lowered(t.tok(int(c.clause)).Lemma)]
		}
		if c.by == byDemonym || c.by == byThing {
			continue
		}
		g.linkOwner(i)
		g.linkSame(i, start)
	}
	for i := start; i < len(g.cands); i++ {
		c := &g.cands[i]
		h := int(c.head)
		if t.rel(h) == "conj" && c.by != byDemonym {
			if o := g.headedBy(t.head(h)); o >= 0 && o != int32(i) && g.cands[o].by != byDemonym {
				c.conj = o
				if f := g.cands[o].conj; f >= 0 {
					c.conj = f
				}
				c.rel, c.speech = g.cands[c.conj].rel, g.cands[c.conj].speech
				c.clause = g.cands[c.conj].clause
				g.shareTitle(c, &g.cands[c.conj])
			}
		}
	}
}

// headedBy returns the candidate with token i as its head, or -1.
func (g *gatherer) headedBy(i int) int32 {
	if i < 0 {
		return -1
	}
	return g.headed[i]
}

// relationOf says what the tree makes of a phrase with head h.
func (g *gatherer) relationOf(h int, possessive bool) (relation, bool) {
	t := &g.t
	switch t.tok(h).Rel {
	case "nsubj:pass":
		return relPassive, possessive
	case "nmod:poss":
		return relOwner, true
	case "root":
		return relRoot, possessive
	}
	switch t.rel(h) {
	case "nsubj":
		return relSubject, possessive
	case "obj", "iobj":
		return relObject, possessive
	case "obl":
		if t.caseOf(h) == "by" {
			if up := t.head(h); up >= 0 && (t.tok(up).XPos == "VBN" || t.tok(up).Feat("Voice=Pass")) {
				return relSubject, possessive
			}
		}
		return relOblique, possessive
	case "nmod":
		return relNominal, possessive
	case "appos":
		return relApposition, possessive
	case "compound", "amod", "det":
		return relCompound, possessive
	case "parataxis", "root", "list", "vocative":
		return relRoot, possessive
	}
	return relOther, possessive
}

// quoteAt returns the quotation at a byte of the text, or -1. Sentences come
// in order, so that the search goes on from where it was.
func (g *gatherer) quoteAt(at int) int32 {
	for g.quote < len(g.quotes) && g.quotes[g.quote].End <= g.t.Start {
		g.quote++
	}
	for q := g.quote; q < len(g.quotes) && g.quotes[q].Start <= at; q++ {
		if at < g.quotes[q].End {
			return int32(q)
		}
	}
	return -1
}

// linkOwner finds to whom a candidate belongs: a possessor, or the noun after
// "of", "for" or "from".
func (g *gatherer) linkOwner(i int) {
	t := &g.t
	c := &g.cands[i]
	if c.by == byPronoun {
		return
	}
	of := int32(-1)
	for ch := t.child[c.head]; ch >= 0; ch = t.next[ch] {
		o := g.headed[ch]
		if o < 0 || o == int32(i) {
			continue
		}
		if t.tok(int(ch)).Rel == "nmod:poss" {
			c.owner = o
			return
		}
		if t.rel(int(ch)) == "nmod" && of < 0 {
			switch t.caseOf(int(ch)) {
			case "of", "for", "from":
				of = o
			}
		}
	}
	// The words of a name's title may carry the possessor.
	if c.by == byName && c.owner < 0 {
		for j := c.first; j < c.core[0]; j++ {
			if t.tok(int(j)).Rel == "nmod:poss" && g.headed[j] >= 0 && g.headed[j] != int32(i) {
				c.owner = g.headed[j]
				return
			}
		}
	}
	c.owner = of
}

// linkSame unites a candidate with the one that apposition, a copula or
// brackets make the same.
func (g *gatherer) linkSame(i, start int) {
	t := &g.t
	c := &g.cands[i]
	h := int(c.head)
	if t.rel(h) == "appos" {
		if o := g.headedBy(t.head(h)); o >= 0 && o != int32(i) && g.fits(c, &g.cands[o]) {
			c.same = o
		}
		return
	}
	if c.by == byNominal && t.with(h, "cop") >= 0 && !c.plural {
		s := t.with(h, "nsubj")
		if s < 0 || t.with(h, "advmod") >= 0 && isNegation(t.tok(t.with(h, "advmod")).Lemma) {
			return
		}
		if o := g.headedBy(s); o >= 0 && g.cands[o].by != byDemonym && g.fits(c, &g.cands[o]) && g.cands[o].person != 1 {
			c.same = o
		}
	}
}

func isNegation(w string) bool { return w == "not" || w == "n't" || w == "never" }

// fits reports whether two candidates may be one: not a person and a country,
// not one and many.
func (g *gatherer) fits(c, o *candidate) bool {
	if c.by == byThing || o.by == byThing || c.by == byDemonym || o.by == byDemonym {
		return false
	}
	if o.plural != c.plural && !(g.collective(c) || g.collective(o)) {
		return false
	}
	if c.def == someDef || o.def == someDef {
		return false
	}
	if len(c.parties) > 1 || len(o.parties) > 1 {
		return false
	}
	a, b := g.kindOf(c), g.kindOf(o)
	return a == "" || b == "" || a == b || a != Person && b != Person && a != Country && b != Country && a != Place && b != Place
}

// collective reports whether a nominal in the singular may stand for many, or
// one in the plural for a body.
func (g *gatherer) collective(c *candidate) bool {
	if c.by == byName {
		k := g.kindOf(c)
		return k == Organization || k == Group || k == Country
	}
	return c.role >= 0 && g.k.roles[c.role].flags&(flagCollective|flagPlural) != 0
}

// kindOf returns the entity kind that a candidate's words speak for, or "".
func (g *gatherer) kindOf(c *candidate) string {
	switch c.by {
	case byName:
		return nameKind(c)
	case byNominal:
		if c.title >= 0 {
			return Person
		}
		if c.role >= 0 {
			if r := &g.k.roles[c.role]; r.Kind == "person" {
				return Person
			} else if r.flags&flagState != 0 {
				return ""
			} else {
				return Organization
			}
		}
	case byPronoun:
		switch c.gender {
		case 'm', 'f':
			return Person
		}
	}
	return ""
}

// shareTitle gives a coordinated name the title of the first one: "Presidents
// Biden and Putin".
func (g *gatherer) shareTitle(c, first *candidate) {
	if c.by != byName || first.by != byName || len(c.nouns) > 0 || len(first.nouns) == 0 || c.core[0] != c.first {
		return
	}
	for _, f := range first.nouns {
		if f.plural {
			c.nouns = append(c.nouns, f)
			if c.kind == "" {
				c.kind = Person
			}
		}
	}
	g.mainNoun(c)
}
