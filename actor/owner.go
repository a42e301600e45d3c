package actor

// confers reports whether noun i is one of those between whom talks are held, so
// that a place behind it is where they meet: "talks between the government and
// the opposition in Vienna".
func (g *gatherer) confers(i int) bool {
	t := &g.t
	if t.rel(i) == "conj" && t.head(i) >= 0 {
		i = t.head(i)
	}
	h := t.head(i)
	return h >= 0 && t.caseOf(i) == "between" && g.k.class.meetingNoun[lowered(t.tok(h).Form)]
}

// linkOwner finds to whom a candidate belongs: a possessor, or the noun after
// "of", "for" or "from".
func (g *gatherer) linkOwner(i int) {
	t := &g.t
	c := &g.cands[i]
	if c.by == byPronoun {
		return
	}
	of := g.ownerBelow(i, int(c.head), -1)
	if c.owner >= 0 && g.cands[c.owner].by != byNominal {
		return
	}
	if c.by == byNominal {
		for j := int(c.head) + 1; j < int(c.core[1]); j++ {
			if t.nominal(j) {
				of = g.ownerBelow(i, j, of) // "chief of staff of the army"
			}
		}
	}
	if c.owner < 0 && c.def == ownDef {
		c.owner = g.whose(c)
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
	if of < 0 && c.owner < 0 {
		of = g.bodyBefore(i)
	}
	if of >= 0 && c.owner < 0 {
		c.owner = of
	}
}

// ownerBelow looks among the dependents of token h, a noun of candidate i, for
// its possessor and for where it is, which it notes, and for that to which it
// belongs otherwise, which it returns unless of is one.
func (g *gatherer) ownerBelow(i, h int, of int32) int32 {
	t := &g.t
	c, confers := &g.cands[i], g.confers(h)
	for ch := t.child[h]; ch >= 0; ch = t.next[ch] {
		o := g.headed[ch]
		if c.where < 0 && !confers && t.rel(int(ch)) == "nmod" && (t.caseOf(int(ch)) == "in" || t.caseOf(int(ch)) == "from" || t.caseOf(int(ch)) == "across") {
			c.where = g.landOf(int(ch))
		}
		if of < 0 && c.by == byNominal && (t.rel(int(ch)) == "acl" || t.rel(int(ch)) == "amod") && g.k.class.attached[lowered(t.tok(int(ch)).Form)] {
			of = g.attachedTo(int(ch))
		}
		if o < 0 || o == int32(i) || g.cands[o].by == byThing {
			continue
		}
		if t.tok(int(ch)).Rel == "nmod:poss" {
			if c.owner = o; g.cands[o].by != byNominal {
				return of
			}
			continue // "the people's court in Wenzhou"
		}
		if t.rel(int(ch)) == "compound" && c.by == byNominal && c.role >= 0 && g.cands[o].by == byName && int32(ch) < c.head {
			// "Hezbollah militants", "UN officials"
			if k := nameKind(&g.cands[o]); k == Organization || k == Group || k == Person && g.k.roles[c.role].flags&(flagState|flagTroops) != 0 {
				of = o // or "the Assad regime", "the Assad forces"
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
			case "with":
				if c.by == byNominal && g.kindOf(c) == Person && g.cands[o].by == byName && g.kindOf(&g.cands[o]) == Organization {
					of = o // "a doctor with Doctors Without Borders"
				}
			case "to":
				if c.by == byNominal && g.kindOf(&g.cands[o]) == Person && g.kindOf(c) == Person && !g.isEnvoy(c) {
					of = o // "an aide to the president", but not the ambassador to him
				}
			case "in":
				if g.cands[o].by == byName && !confers {
					c.where = o
				}
			}
		}
	}
	return of
}

// isEnvoy reports whether a noun is for one who is sent to others.
func (g *gatherer) isEnvoy(c *candidate) bool {
	return c.role >= 0 && g.k.roles[c.role].flags&flagEnvoy != 0
}

// attachedTo returns the person or body by name to whom participle or adjective
// i attaches the noun before it: "a group linked to Al-Shabaab", "fighters loyal
// to Haftar"; or -1. Those whom a state helps are not its own.
func (g *gatherer) attachedTo(i int) int32 {
	t := &g.t
	for ch := t.child[i]; ch >= 0; ch = t.next[ch] {
		o := g.headed[ch]
		if o < 0 || t.rel(int(ch)) != "obl" || g.cands[o].by != byName {
			continue
		}
		if p := t.caseOf(int(ch)); p != "to" && p != "with" {
			continue
		}
		switch nameKind(&g.cands[o]) {
		case Organization, Group, Person:
			return o
		}
	}
	return -1
}

// landOf returns the name, or the nation, that says of which land the part is
// that noun i is: "Syria's Kurdish region", "areas of Syria", "the Syrian town";
// or -1.
func (g *gatherer) landOf(i int) int32 {
	t := &g.t
	if l := lowered(t.tok(i).Lemma); t.tok(i).UPos != "NOUN" || !g.k.class.place[l] && !g.k.class.spot[l] {
		return -1
	}
	for ch := t.child[i]; ch >= 0; ch = t.next[ch] {
		o := g.headed[ch]
		if o < 0 || g.cands[o].by != byName && g.cands[o].by != byDemonym {
			continue
		}
		if t.tok(int(ch)).Rel == "nmod:poss" || t.rel(int(ch)) == "nmod" && t.caseOf(int(ch)) == "of" || t.rel(int(ch)) == "amod" {
			return o
		}
	}
	return -1
}

// whose returns the candidate to which a noun belongs by "whose", the one
// right before it; or -1.
func (g *gatherer) whose(c *candidate) int32 {
	t := &g.t
	p := -1
	for ch := t.child[c.head]; ch >= 0; ch = t.next[ch] {
		if t.tok(int(ch)).Rel == "nmod:poss" && lowered(t.tok(int(ch)).Form) == "whose" {
			p = int(ch)
		}
	}
	if p < 0 {
		return -1
	}
	k := p - 1
	if k > 0 && t.tok(k).Form == "," {
		k--
	}
	if k >= 0 && g.headed[k] >= 0 && g.cands[g.headed[k]].by != byThing {
		return g.headed[k] // whatever the parser hung the clause on
	}
	return -1
}

// bodyBefore returns the body by name, or the group, that stands in a phrase
// before its noun or the name that it entitles, so that the one is the other's:
// "NATO peacekeeping troops", "Arab League Secretary-General Amr Moussa"; or -1.
func (g *gatherer) bodyBefore(i int) int32 {
	c := &g.cands[i]
	switch {
	case c.inner || c.modifier || c.title < 0 && c.role < 0:
		return -1
	case c.role >= 0 && g.k.roles[c.role].flags&flagState != 0:
		return -1
	}
	for j := c.core[0] - 1; j >= c.first; j-- {
		if g.t.tok(int(j)).UPos == "ADP" || g.t.tok(int(j)).UPos == "PUNCT" && !isHyphen(g.t.tok(int(j)).Form) {
			return -1
		}
		o := g.headed[j]
		if o < 0 || o == int32(i) || g.cands[o].by != byName {
			continue
		}
		if k := nameKind(&g.cands[o]); k == Organization || k == Group {
			return o
		}
		return -1
	}
	return -1
}
