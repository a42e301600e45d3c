package actor

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
		} else if o := g.calledFar(c, up); o >= 0 && o != int32(i) {
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
	if o := g.calledBehind(c); o >= 0 && g.fits(c, &g.cands[o]) {
		c.same = o
		return
	}
	if (c.by == byNominal || c.by == byThing) && !c.plural {
		s := g.subjectOfPredicate(h)
		if s < 0 {
			c.idle = c.by == byNominal && t.with(h, "cop") >= 0 // "ready to be president"
			return
		}
		denied := t.with(h, "advmod") >= 0 && isNegation(t.tok(t.with(h, "advmod")).Lemma)
		if o := g.headedBy(s); denied || o >= 0 && g.cands[o].by == byPronoun && (g.cands[o].person == 1 || g.cands[o].person == 2) {
			c.idle = true
		}
		if denied {
			return
		}
		s = g.antecedentOf(s)
		if o := g.headedBy(s); o >= 0 && g.cands[o].by == byThing && c.by == byNominal && c.def != theDef {
			c.by = byThing // "water is a killer"
		} else if o >= 0 && g.cands[o].by != byDemonym && g.fits(c, &g.cands[o]) && g.cands[o].person != 1 {
			c.same = o
		}
	}
}

// calledBehind returns the person by name behind whom, after a comma, stands noun c
// with an indefinite article, where the tree makes it the subject of the participle
// behind it: "John Roe, a Republican trying to win the seat"; -1 without.
func (g *gatherer) calledBehind(c *candidate) int32 {
	t := &g.t
	h := int(c.head)
	if c.by != byNominal || c.plural || c.def != aDef || c.first < 2 || t.rel(h) != "nsubj" || t.tok(int(c.first)-1).Form != "," {
		return -1
	}
	up := t.head(h)
	if up != int(c.last) || t.tok(up).XPos != "VBG" || t.with(up, "aux") >= 0 {
		return -1
	}
	for i := len(g.cands) - 1; i >= 0 && g.cands[i].sent == c.sent; i-- {
		if o := &g.cands[i]; o.last == c.first-1 && o.by == byName && nameKind(o) == Person {
			return int32(i)
		}
	}
	return -1
}

// calledFar returns the noun for somebody that person's name c, set off by
// commas, stands beside, where the tree hangs it on a word of the noun's phrase:
// "Unicef's director for the Middle East, Jane Roe, said". -1 without.
func (g *gatherer) calledFar(c *candidate, up int) int32 {
	t := &g.t
	first, last := int(c.first), int(c.last)
	if c.by != byName || nameKind(c) != Person || first == 0 || t.tok(first-1).Form != "," || last < len(t.Tokens) && t.tok(last).UPos != "PUNCT" {
		return -1
	}
	for n := 0; n < 4 && up >= 0; n++ {
		switch t.rel(up) {
		case "nmod", "acl", "obj", "conj", "obl":
		default:
			return -1
		}
		from := up
		up = t.head(up)
		if up < 0 || up > from {
			return -1
		}
		if o := g.headedBy(up); o >= 0 && g.cands[o].by == byNominal {
			if d := &g.cands[o]; d.same < 0 && !d.plural && g.kindOf(d) == Person && g.fits(c, d) {
				return o
			}
			return -1
		}
	}
	return -1
}

// sortOf reports whether a name's bearer is what the role's noun says, so that
// the name before the noun names it.
func (g *gatherer) sortOf(name *candidate, r *role) bool {
	if r.Kind == "person" || r.flags&flagVague != 0 && r.flags&flagCollective == 0 || nameKind(name) != Organization && nameKind(name) != Group {
		return false
	}
	if r.flags&flagState != 0 || r.flags&flagEnvoy != 0 {
		return false
	}
	for _, f := range name.forms {
		if f.kind == formBody {
			b := &g.k.bodies[f.ref]
			return len(r.sectors) == 0 || r.flags&flagVague != 0 || len(b.Sectors) > 0 && (sharesSector(r.sectors, b.Sectors) || b.Sectors[0] == "REB" && r.sectors[0] == "PRM")
		}
	}
	return len(name.forms) == 0 && len(r.sectors) > 0
}

// subjectOfPredicate returns the token of which a noun with head h is said: by
// a copula, by "become", "remain" and the like, or by "as"; or -1.
func (g *gatherer) subjectOfPredicate(h int) int {
	t := &g.t
	if t.with(h, "cop") >= 0 {
		if t.caseOf(h) != "" {
			return -1 // "is on the same street"
		}
		return t.with(h, "nsubj")
	}
	up := t.head(h)
	if up < 0 {
		return -1
	}
	switch t.rel(h) {
	case "xcomp":
		switch l := t.tok(up).Lemma; {
		case l == "become" || l == "remain" || l == "stay":
			return t.with(up, "nsubj")
		case g.k.class.appoint[l]:
			if o := t.with(up, "obj"); o >= 0 {
				return o
			}
			if s := t.with(up, "nsubj"); s >= 0 && t.tok(s).Rel == "nsubj:pass" {
				return s
			}
		}
	case "obl":
		if t.caseOf(h) != "as" || g.k.class.asIdiom[lowered(t.tok(h).Lemma)] {
			return -1
		}
		if o := t.with(up, "obj"); o >= 0 && g.headedBy(o) >= 0 && g.cands[g.headedBy(o)].by != byThing {
			return o
		}
		return t.with(up, "nsubj")
	}
	return -1
}

// antecedentOf returns the noun to which token i relates if it is a relative
// pronoun ("Smith, who served as spokesman"), else i itself.
func (g *gatherer) antecedentOf(i int) int {
	t := &g.t
	if t.tok(i).UPos != "PRON" || !isRelative(t.tok(i)) {
		return i
	}
	for up, n := t.head(i), 0; up >= 0 && n < 3; up, n = t.head(up), n+1 {
		if t.tok(up).Rel == "acl:relcl" && t.head(up) >= 0 {
			return t.head(up)
		}
	}
	return i
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
