package actor

// entitledBefore unites a person's name with the noun for what he is that
// stands before it where the tree shows neither to be the other's: a title with
// a phrase of its own ("British Minister of State for the Armed Forces Luke
// Pollard"), or one joined to that of the name ("Canadian trafficker and
// fugitive Ryan Wedding").
func (g *gatherer) entitledBefore(i int32, start int) {
	t := &g.t
	c := &g.cands[i]
	if c.by != byName || c.same >= 0 || len(c.parties) > 0 {
		return
	}
	if k := nameKind(c); k == Organization {
		g.firmBefore(i, start)
		return
	} else if k != Person {
		return
	}
	for k := int(i) - 1; k >= start; k-- {
		n := &g.cands[k]
		if n.by != byNominal || n.plural || n.same >= 0 || n.possessive || n.head >= c.first || g.kindOf(n) != Person {
			continue
		}
		joined := int(n.last) == int(c.first)-1 && t.tok(int(n.last)).UPos == "CCONJ" && c.first < c.core[0] && (n.def == bare || n.def == theDef && g.callings(n, c))
		if !joined && !g.phraseBetween(n, c) {
			return
		}
		n.same = i
		if c.conj == int32(k) {
			c.conj = -1
		}
		if n.conj == i {
			n.conj = -1
		}
		return
	}
}

// callings reports whether both what n calls somebody and the title of name c are
// what many people are, in small letters, so that one article does for both: "the
// Turkish writer and activist Mary Roe", but not "the king and prime minister".
func (g *gatherer) callings(n, c *candidate) bool {
	office := func(d *candidate) bool {
		return d.title >= 0 || d.role < 0 || g.k.roles[d.role].flags&(flagOfficial|flagLeader|flagEnvoy|flagSpeaker) != 0
	}
	return !office(n) && !office(c) && !capitalised(g.t.tok(int(n.head)).Form) && !capitalised(g.t.tok(int(c.first)).Form)
}

// phraseBetween reports whether nothing but a phrase with a preposition stands
// between the official called by n and the name of candidate c, on which the
// name hangs or whose words all have capitals.
func (g *gatherer) phraseBetween(n, c *candidate) bool {
	t, at := &g.t, int(c.first)
	if n.title < 0 && (n.role < 0 || g.k.roles[n.role].flags&(flagOfficial|flagLeader|flagEnvoy|flagSpeaker) == 0) {
		return false
	}
	k := int(n.core[1])
	if k >= at || t.tok(k).UPos != "ADP" {
		return false
	}
	up := t.head(int(c.head))
	hangs := n.def == theDef && up >= int(n.head) && up < at && t.rel(int(c.head)) != "conj" && (t.caseOf(int(c.head)) == "" || t.caseOf(int(c.head)) == "of")
	for ; k < at; k++ {
		switch t.tok(k).UPos {
		case "ADP", "CCONJ", "DET":
		case "NOUN", "PROPN", "ADJ":
			if !hangs && !capitalised(t.tok(k).Form) {
				return false
			}
		default:
			return false
		}
	}
	return t.tok(at-1).UPos != "ADP" && t.tok(at-1).UPos != "CCONJ" && t.tok(at-1).UPos != "DET" && (hangs || capitalised(t.tok(int(n.head)).Form))
}

// firmBefore unites an organisation's name with the noun for what it is that
// stands right before it: "American lobbying firm DCI Group".
func (g *gatherer) firmBefore(i int32, start int) {
	c := &g.cands[i]
	for k := int(i) - 1; k >= start; k-- {
		n := &g.cands[k]
		if n.core[1] != c.first || n.by != byNominal || n.plural || n.same >= 0 || n.possessive || n.role < 0 || g.k.roles[n.role].flags&flagState != 0 || g.kindOf(n) != Organization {
			continue
		}
		if g.fits(c, n) && len(n.parties) == 1 && len(c.forms) == 0 {
			n.same = i
		}
		return
	}
}

// yield makes a body's name that stands right before the title of a person no
// head of the phrase, which is the person's: "International Court of Justice
// President Nawaf Salam resigned".
func (g *gatherer) yield(start int) {
	t := &g.t
	for i := start; i < len(g.cands); i++ {
		c := &g.cands[i]
		if c.by != byName || len(c.nouns) == 0 || c.first >= c.core[0] || nameKind(c) != Person || t.rel(int(c.head)) != "appos" && t.rel(int(c.head)) != "flat" {
			continue
		}
		for k := start; k < len(g.cands); k++ {
			o := &g.cands[k]
			if o.by == byName && o.first < c.first && o.last >= c.first && o.last <= c.core[0] && o.core[1]-o.core[0] > 1 && t.head(int(c.head)) == int(o.head) && (nameKind(o) == Organization || nameKind(o) == Group) {
				c.head, o.head = o.head, o.core[0]
				if c.head == o.head {
					o.head = o.core[1] - 1
				}
				c.first = o.first
				break
			}
		}
	}
}
