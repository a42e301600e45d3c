package actor

// nominals adds a candidate for each title, role or other noun for somebody
// that heads a noun phrase and belongs to no name.
func (g *gatherer) nominals() {
	for i, h := range g.s.nouns {
		if g.taken[i] || g.inName(h) {
			continue
		}
		g.taken[i] = true
		g.nominal(h)
	}
}

// inName reports whether a name covers the head of the hit.
func (g *gatherer) inName(h hit) bool {
	return g.cover[g.t.headOf(h.first, h.last)]&coverName != 0
}

func (g *gatherer) nominal(h hit) {
	t := &g.t
	head := t.headOf(h.first, h.last)
	switch t.tok(head).UPos {
	case "VERB":
		return
	case "ADJ":
		// "the accused", but not "left many homeless"
		if t.rel(head) == "amod" || t.with(head, "det") < 0 {
			return
		}
	}
	c := candidate{by: byNominal, title: -1, role: -1, head: int32(head)}
	c.nouns = personForms(h.forms)
	g.mainNoun(&c)
	c.class = -1
	for _, f := range h.forms {
		switch f.kind {
		case formNominal:
			c.class = int8(f.ref)
		}
		c.plural = c.plural || f.plural
	}
	if x := t.tok(head).XPos; x == "NNS" || x == "NNPS" {
		c.plural = true
	} else if x == "NN" && c.role >= 0 && g.k.roles[c.role].flags&flagPlural == 0 {
		c.plural = false
	}
	if c.role >= 0 && g.k.roles[c.role].flags&flagNumber != 0 && !g.counts(head) {
		return
	}
	if g.limb(head) || g.opposing(head) {
		return
	}
	start := head
	if g.modifiesNoun(head) {
		if !g.actsAsModifier(&c, head) {
			return
		}
		start = min(h.first, int(t.left[head]))
		for _, f := range g.s.folk {
			if f.last == start && t.rel(f.last-1) == "amod" && t.head(f.last-1) == t.head(head) {
				start = f.first // "Italian police arrest a man", where the nation was hung on the arrest
				break
			}
		}
	} else {
		start = min(t.phraseStart(head), h.first)
	}
	start = g.cutStart(start, h.first)
	last := h.last
	for ch := t.child[head]; ch >= 0; ch = t.next[ch] {
		if int(ch) >= last && (t.rel(int(ch)) == "flat" || t.rel(int(ch)) == "compound") && g.cover[ch]&coverName == 0 {
			last = max(last, int(ch)+1)
		}
	}
	c.first, c.last = int32(start), int32(g.phraseEnd(head, last))
	c.core = [2]int32{int32(h.first), int32(h.last)}
	g.determine(&c, start, h)
	g.mainKey(&c, h)
	g.partiesIn(&c, start, h.last, nil)
	c.spread = len(c.parties) > 1 && g.coordinated(start, h.first)
	if g.k.class.ownedOrgan[c.key] && (c.def == aDef || c.def == someDef || len(c.parties) != 1) {
		return // "diplomacy" is a thing, "the French diplomacy" a ministry
	}
	if c.title >= 0 {
		c.gender = g.k.titles[c.title].Gender
	}
	if c.role >= 0 {
		switch f := g.k.roles[c.role].flags; {
		case f&flagMale != 0:
			c.gender = 'm'
		case f&flagFemale != 0:
			c.gender = 'f'
		}
		c.former = c.former || g.k.roles[c.role].flags&flagFormer != 0
	}
	g.add(c)
}

// counts reports whether a noun of number, "thousands", stands for people by
// itself: it is a subject, and nothing says what it counts.
func (g *gatherer) counts(head int) bool {
	t := &g.t
	if t.rel(head) != "nsubj" || t.tok(head).XPos != "NNS" {
		return false
	}
	for ch := t.child[head]; ch >= 0; ch = t.next[ch] {
		if t.rel(int(ch)) == "nmod" && t.caseOf(int(ch)) == "of" || t.rel(int(ch)) == "nummod" {
			return false
		}
	}
	return true
}

// modifiesNoun reports whether token i is a modifier of another noun, as
// "police" is in "police station".
func (g *gatherer) modifiesNoun(i int) bool {
	t := &g.t
	switch t.rel(i) {
	case "compound", "amod", "flat", "nummod":
		return true
	}
	return t.tok(i).Rel == "nmod:desc"
}

// actsAsModifier reports whether a noun before another noun names who does
// what that one says: "police raid", "rebel attack", but not "police station".
func (g *gatherer) actsAsModifier(c *candidate, head int) bool {
	t := &g.t
	up := t.head(head)
	if up < head || c.role < 0 || t.tok(up).UPos != "NOUN" || g.cover[up]&(coverNoun|coverName) != 0 || t.rel(head) != "compound" {
		return false
	}
	r := &g.k.roles[c.role]
	if len(r.sectors) == 0 || r.flags&(flagVague|flagWeapon) != 0 || r.Noun == "terrorist" {
		return false
	}
	for ch := t.child[up]; ch >= 0; ch = t.next[ch] {
		if t.tok(int(ch)).Rel == "nmod:poss" {
			return false // the possessor is who acts
		}
	}
	switch r.sectors[0] {
	case "MIL", "COP", "REB", "GOV", "UAF", "PRM", "SPY", "OPP", "CRM":
	case "REF":
		if !g.k.class.ofRefugees[t.tok(up).Lemma] {
			return false
		}
	default:
		return false
	}
	if g.k.class.ofForce[t.tok(up).Lemma] {
		return false
	}
	c.modifier = true
	c.plural = c.plural || r.Kind == "person"
	return true
}

// things adds the other nouns that head a phrase: they are no actors, but
// "it" and "they" may stand for them.
func (g *gatherer) things() {
	t := &g.t
	for i := range t.Tokens {
		tok := t.tok(i)
		if tok.UPos != "NOUN" || g.headed[i] >= 0 || g.cover[i] != 0 || g.modifiesNoun(i) {
			continue
		}
		if r := t.rel(i); r == "obl" && (tok.Rel == "obl:tmod" || tok.Rel == "obl:unmarked" || tok.Rel == "obl:npmod") {
			continue
		}
		g.add(candidate{by: byThing, title: -1, role: -1, class: -1, first: int32(i), last: int32(i + 1), head: int32(i),
			plural: tok.XPos == "NNS", gender: 'n'})
	}
}

// opposing reports whether noun i, "opposition" or "resistance", tells what
// somebody does and not who: "opposition from farmers", "its resistance to reform".
func (g *gatherer) opposing(i int) bool {
	t := &g.t
	switch lowered(t.tok(i).Lemma) {
	case "opposition", "resistance":
	default:
		return false
	}
	for ch := t.child[i]; ch >= 0; ch = t.next[ch] {
		if t.rel(int(ch)) == "nmod" {
			switch t.caseOf(int(ch)) {
			case "from", "to", "against":
				return true
			}
		}
	}
	return false
}

// limb reports whether noun i, which may be somebody, is a part of the body:
// "use your head", "a blow to the head".
func (g *gatherer) limb(i int) bool {
	t := &g.t
	if !g.k.class.limb[lowered(t.tok(i).Lemma)] {
		return false
	}
	if o := t.owner(i); o >= 0 {
		w := lowered(t.tok(o).Form)
		return t.tok(o).UPos == "PRON" && w != "its" && w != "whose" && t.rel(i) != "appos"
	}
	if t.rel(i) == "nsubj" || t.rel(i) == "appos" || t.rel(i) == "conj" {
		return false
	}
	return t.with(i, "nmod") < 0 && t.with(i, "compound") < 0 && t.with(i, "amod") < 0 && t.with(i, "cop") < 0 && t.caseOf(i) != "as"
}
