package actor

import "sort"

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
		if (c.by == byPronoun || c.by == byNominal) && (c.rel == relObject || c.rel == relOblique) {
			c.doer = int32(g.understood(int(c.clause)))
		}
		if c.by == byPronoun && c.rel == relSubject && c.clause >= 0 {
			c.told = int32(g.related(int(c.clause)))
		}
		if c.by == byPronoun && (c.rel == relSubject || c.rel == relPassive) {
			c.teller = int32(g.teller(int(c.clause)))
		}
		if c.by == byPronoun && c.person == 3 {
			c.ruler = int32(g.ruler(h, c.possessive))
		}
		c.aside = t.rel(h) == "nsubj" && c.clause >= 0 && t.tok(int(c.clause)).Rel == "acl:relcl" || t.tok(h).Rel == "acl:relcl"
		if c.by == byName && (c.rel == relOblique || c.rel == relNominal) {
			switch t.caseOf(h) {
			case "in", "at", "near", "outside", "inside", "across", "throughout", "around":
				c.located = true
			case "of":
				c.located = t.head(h) >= 0 && g.k.class.spot[t.tok(t.head(h)).Lemma] // "the streets of Tehran"
			}
		}
		if c.rel == relApposition && c.by == byName && nameKind(c) == Person {
			g.standIn(c, t.head(h))
		}
		c.quote = g.quoteAt(t.tok(h).Start)
		c.quoted = c.quote >= 0
		if c.rel == relSubject && c.clause >= 0 {
			v := int(c.clause)
			c.speech = g.k.speech[lowered(t.tok(v).Lemma)]
			if c.speech && c.by == byPronoun {
				c.content = t.contentOf(v)
			}
			c.minded = t.tok(h).Rel == "nsubj" && g.minded(v)
			c.acts = t.tok(v).UPos == "VERB" && (t.with(v, "obj") >= 0 || t.with(v, "ccomp") >= 0 || t.with(v, "xcomp") >= 0)
		}
		if c.rel == relPassive && c.clause >= 0 {
			c.minded = g.k.class.upon[t.tok(int(c.clause)).Lemma]
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
	g.linkRelative()
	for i := start; i < len(g.cands); i++ {
		g.entitledBefore(int32(i), start)
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
		if c.rel == relNominal && c.by != byDemonym && c.by != byThing && t.caseOf(h) == "with" {
			if s := t.owner(t.head(h)); s >= 0 {
				c.with = g.headedBy(s) // "Biden's meeting with Kishida"
			}
		}
		if c.rel == relObject && c.with < 0 && c.by == byName && nameKind(c) == Person {
			if s := t.with(t.head(h), "nsubj"); s >= 0 && g.headedBy(s) >= 0 && g.cands[g.headedBy(s)].by != byPronoun && t.with(h, "conj") < 0 {
				c.with = g.headedBy(s) // "Sullivan thanked Fidan"
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
				c.located = c.located || c.by == byName && g.cands[c.conj].located // "in Chad and Niger"
				g.shareTitle(c, &g.cands[c.conj])
				if f := &g.cands[c.conj]; c.by == byNominal && f.by == byNominal && f.same >= 0 && c.same < 0 && !c.plural && c.def == bare {
					c.same = f.same // "the director of A and chairman of B"
				}
			}
		}
	}
}

// standIn gives a person's name the place of the noun, token n, that it is set
// beside, where that stands for nobody by itself: "One delegate, Jane Roe, said".
func (g *gatherer) standIn(c *candidate, n int) {
	if o := g.headedBy(n); n < 0 || o >= 0 && g.cands[o].by != byThing && g.cands[o].def != someDef {
		return
	}
	if rel, _ := g.relationOf(n, false); rel == relSubject || rel == relPassive {
		c.rel, c.clause = rel, int32(g.t.clause(n))
	}
}

// minded reports whether only somebody can be the subject of verb v, by the verb
// itself or by one that shares its subject: "It grew rich and bribed judges".
func (g *gatherer) minded(v int) bool {
	t := &g.t
	if t.tok(v).UPos != "VERB" {
		return false
	}
	if g.k.class.minded[t.tok(v).Lemma] {
		return true
	}
	for c := t.child[v]; c >= 0; c = t.next[c] {
		k := &t.Tokens[c]
		if k.UPos != "VERB" || !g.k.class.minded[k.Lemma] || t.with(int(c), "nsubj") >= 0 || t.with(int(c), "aux") >= 0 && t.with(int(c), "obj") < 0 {
			continue
		}
		switch b := k.Base(); {
		case b == "conj" && k.XPos != "VBN", b == "xcomp" && k.XPos == "VB" && t.with(v, "obj") < 0, b == "advcl" && k.XPos == "VBG" && t.with(int(c), "mark") < 0:
			return true
		}
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

// linkRelative notes whom the "who" of a verb of speech means: "the president,
// who said".
func (g *gatherer) linkRelative() {
	t := &g.t
	for v := range t.Tokens {
		if t.tok(v).Rel != "acl:relcl" || !g.k.speech[lowered(t.tok(v).Lemma)] {
			continue
		}
		if s := t.with(v, "nsubj"); s < 0 || lowered(t.tok(s).Form) != "who" {
			continue
		}
		if o := g.headedBy(t.head(v)); o >= 0 && g.somebody(&g.cands[o]) {
			g.cands[o].says = int32(v)
		}
	}
}
