package actor

import (
	"slices"
	"sort"

	"readout/syntax"
)

// gather fills g.cands with the candidates of the document in text order.
func (g *gatherer) gather(doc *syntax.Document) {
	g.quotes = quotations(doc.Article, g.quotes[:0])
	g.cands, g.ranges = g.cands[:0], g.ranges[:0]
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
	c.clause, c.owner, c.where, c.same, c.conj, c.with, c.ent, c.quote, c.set, c.like = -1, -1, -1, -1, -1, -1, -1, -1, -1, -1
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
		if c.by == byName && (c.rel == relOblique || c.rel == relNominal) {
			switch t.caseOf(h) {
			case "in", "at", "near", "outside", "inside", "across", "throughout", "around":
				c.located = true
			case "of":
				c.located = t.head(h) >= 0 && isSpot(t.tok(t.head(h)).Lemma) // "the streets of Tehran"
			}
		}
		c.quote = g.quoteAt(t.tok(h).Start)
		c.quoted = c.quote >= 0
		if c.rel == relSubject && c.clause >= 0 {
			v := int(c.clause)
			c.speech = g.k.speech[lowered(t.tok(v).Lemma)]
			if c.speech && c.by == byPronoun {
				c.content = t.contentOf(v)
			}
			c.acts = t.tok(v).UPos == "VERB" && (t.with(v, "obj") >= 0 || t.with(v, "ccomp") >= 0 || t.with(v, "xcomp") >= 0)
		}
		if c.by == byDemonym {
			continue
		}
		if c.by != byThing {
			g.linkOwner(i)
		}
		if c.by == byPronoun && c.possessive {
			if o := g.headedBy(t.head(h)); o >= 0 {
				d := &g.cands[o]
				c.ofActor = d.by == byName || d.by == byNominal && (d.title >= 0 || d.role >= 0)
			}
		}
		g.linkSame(i, start)
		if c.by == byThing {
			g.describes(i)
		}
	}
	for i := start; i < len(g.cands); i++ {
		// A name unites with the nominal before it by way of the nominal.
		if c := &g.cands[i]; c.by == byName && c.same >= 0 {
			if o := &g.cands[c.same]; o.by == byNominal && o.same < 0 {
				o.same = int32(i)
			}
		}
	}
	for i := start; i < len(g.cands); i++ {
		c := &g.cands[i]
		h := int(c.head)
		if c.rel == relOblique && (c.by == byName || c.by == byNominal) && t.caseOf(h) == "with" {
			if s := t.with(t.head(h), "nsubj"); s >= 0 {
				c.with = g.headedBy(s)
			}
		}
		if t.rel(h) == "conj" && c.by != byDemonym {
			if o := g.headedBy(t.head(h)); o >= 0 && o != int32(i) && g.cands[o].by != byDemonym {
				c.conj = o
				if f := g.cands[o].conj; f >= 0 {
					c.conj = f
				}
				c.rel, c.speech = g.cands[c.conj].rel, g.cands[c.conj].speech
				c.clause = g.cands[c.conj].clause
				g.shareTitle(c, &g.cands[c.conj])
				if f := &g.cands[c.conj]; c.by == byNominal && f.by == byNominal && f.same >= 0 && c.same < 0 && !c.plural && c.def == bare {
					c.same = f.same // "the director of A and chairman of B"
				}
			}
		}
	}
}

// isSpot reports whether a noun is a part of what stands behind its "of".
func isSpot(lemma string) bool {
	switch lemma {
	case "street", "square", "centre", "center", "city", "town", "village", "capital", "outskirts", "suburb", "district", "province",
		"region", "north", "south", "east", "west", "part", "island", "governorate", "port", "prefecture", "municipality":
		return true
	}
	return false
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

// quoteAt returns the quotation at a byte of the text, or -1.
func (g *gatherer) quoteAt(at int) int32 {
	q := sort.Search(len(g.quotes), func(i int) bool { return g.quotes[i].End > at })
	if q < len(g.quotes) && g.quotes[q].Start <= at {
		return int32(q)
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
		if o < 0 || o == int32(i) || g.cands[o].by == byThing {
			continue
		}
		if t.tok(int(ch)).Rel == "nmod:poss" {
			c.owner = o
			return
		}
		if t.rel(int(ch)) == "compound" && c.by == byNominal && c.role >= 0 && g.cands[o].by == byName && int32(ch) < c.head {
			// "Hezbollah militants", "UN officials"
			if k := nameKind(&g.cands[o]); k == Organization || k == Group {
				of = o
			}
		}
		if t.rel(int(ch)) == "nmod" && of < 0 {
			switch t.caseOf(int(ch)) {
			case "of", "for", "from":
				of = o
			case "at":
				if g.kindOf(&g.cands[o]) != Place {
					of = o
				}
			case "in":
				if g.cands[o].by == byName {
					c.where = o
				}
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
		up := t.head(h)
		for n := 0; n < 3 && up >= 0 && c.by == byName && c.first > 0 && t.tok(int(c.first)-1).UPos != "PUNCT" && t.rel(up) == "nmod" &&
			(g.headedBy(up) < 0 || g.cands[g.headedBy(up)].by != byNominal); n++ {
			up = t.head(up) // "High Commissioner for Human Rights Volker Türk"
		}
		if o := g.headedBy(up); o >= 0 && o != int32(i) && g.fits(c, &g.cands[o]) {
			c.same = o
		}
		return
	}
	if c.by == byNominal && c.role >= 0 && !c.plural && h > 0 {
		// "the YPG militia", "the Wagner group"
		if o := g.headed[h-1]; o >= 0 && t.head(h-1) == h && t.rel(h-1) == "compound" && g.cands[o].by == byName && g.sortOf(&g.cands[o], &g.k.roles[c.role]) {
			c.same = o
			return
		}
	}
	if (c.by == byNominal || c.by == byThing) && !c.plural {
		s := g.subjectOfPredicate(h)
		if s < 0 || t.with(h, "advmod") >= 0 && isNegation(t.tok(t.with(h, "advmod")).Lemma) {
			return
		}
		if o := g.headedBy(s); o >= 0 && g.cands[o].by == byThing && c.by == byNominal && c.def != theDef {
			c.by = byThing // "water is a killer"
		} else if o >= 0 && g.cands[o].by != byDemonym && g.fits(c, &g.cands[o]) && g.cands[o].person != 1 {
			c.same = o
		}
	}
}

// sortOf reports whether a name's bearer is what the role's noun says, so that
// the name before the noun names it.
func (g *gatherer) sortOf(name *candidate, r *role) bool {
	if r.Kind == "person" || nameKind(name) != Organization && nameKind(name) != Group {
		return false
	}
	if r.flags&flagState != 0 || r.flags&flagEnvoy != 0 {
		return false
	}
	for _, f := range name.forms {
		if f.kind == formBody {
			b := &g.k.bodies[f.ref]
			return len(r.sectors) == 0 || len(b.Sectors) > 0 && (sharesSector(r.sectors, b.Sectors) || b.Sectors[0] == "REB" && r.sectors[0] == "PRM")
		}
	}
	return len(name.forms) == 0 && len(r.sectors) > 0
}

// subjectOfPredicate returns the token of which a noun with head h is said: by
// a copula, by "become", "remain" and the like, or by "as"; or -1.
func (g *gatherer) subjectOfPredicate(h int) int {
	t := &g.t
	if t.with(h, "cop") >= 0 {
		return t.with(h, "nsubj")
	}
	up := t.head(h)
	if up < 0 {
		return -1
	}
	switch t.rel(h) {
	case "xcomp":
		switch t.tok(up).Lemma {
		case "become", "remain", "stay":
			return t.with(up, "nsubj")
		case "name", "appoint", "elect", "declare", "crown", "proclaim", "make", "consider", "call", "nominate", "choose":
			if o := t.with(up, "obj"); o >= 0 {
				return o
			}
			if s := t.with(up, "nsubj"); s >= 0 && t.tok(s).Rel == "nsubj:pass" {
				return s
			}
		}
	case "obl":
		if t.caseOf(h) != "as" {
			return -1
		}
		if o := t.with(up, "obj"); o >= 0 && g.headedBy(o) >= 0 && g.cands[g.headedBy(o)].by != byThing {
			return o
		}
		return t.with(up, "nsubj")
	}
	return -1
}

func isNegation(w string) bool { return w == "not" || w == "n't" || w == "never" }

// describes makes a noun that is no role a nominal where apposition or a
// copula says it of a person by name: "Smith, a homeopath".
func (g *gatherer) describes(i int) {
	c := &g.cands[i]
	if c.same < 0 || c.plural || !g.somebody(&g.cands[c.same]) {
		c.same = -1
		return
	}
	t := &g.t
	start := t.phraseStart(int(c.head))
	if d := t.with(int(c.head), "det"); d < 0 && t.rel(int(c.head)) != "appos" {
		c.same = -1
		return
	}
	c.by, c.first = byNominal, int32(start)
	c.last = int32(g.phraseEnd(int(c.head), int(c.last)))
	c.core = [2]int32{c.head, c.head + 1}
	c.gender = 0
	c.key = lowered(t.tok(int(c.head)).Lemma)
	c.class = int8(nominalPerson)
	g.linkOwner(i)
}

// somebody reports whether a candidate is one person, by name, by a noun for a
// person or as "he", "she" or "I".
func (g *gatherer) somebody(c *candidate) bool {
	switch c.by {
	case byName:
		return nameKind(c) == Person
	case byPronoun:
		return !c.plural && (c.gender == 'm' || c.gender == 'f' || c.person == 1)
	}
	return c.by == byNominal && !c.plural && g.kindOf(c) == Person
}

// fits reports whether two candidates may be one: not a person and a country,
// not one and many.
func (g *gatherer) fits(c, o *candidate) bool {
	if o.by == byThing || c.by == byDemonym || o.by == byDemonym {
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
