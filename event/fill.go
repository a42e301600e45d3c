package event

import (
	"slices"

	"readout/lexicon"
)

// fill finds what fills slot s and notes it in c.
func (m *matcher) fill(c *candidate, s *slot, f *frame, i int, taken *[]int) bool {
	switch s.Where {
	case lexicon.Before:
		return m.fillBefore(c, s, f, i)
	case lexicon.Object:
		return m.fillObject(c, s, f, i, taken)
	case lexicon.Prep:
		return m.fillPrep(c, s, f, i, taken)
	}
	return m.fillClause(c, s, f, i)
}

func (m *matcher) fillBefore(c *candidate, s *slot, f *frame, i int) bool {
	noun := c.p.kind == lexicon.NounPattern
	if c.p.kind == lexicon.AdjPattern && f.passive {
		for _, o := range f.obj {
			if m.accept(c, s, o) {
				return true
			}
		}
	}
	if len(f.subj) == 0 && f.open >= 0 && !noun && !c.p.takesObject && m.accept(c, s, f.open) {
		return true
	}
	if len(f.subj) == 0 {
		if noun && s.Role == 'R' {
			for _, o := range f.obj {
				if m.accept(c, s, o) {
					return true
				}
			}
		}
		if (s.Role == 'A' || s.Role == 'R') && !noun && len(s.classes) == 0 && len(s.kinds) == 0 {
			c.agentless = c.agentless || s.Role == 'A'
			return s.Role == 'A' || c.p.modal && m.imperative(i)
		}
		if s.Role == 'A' && (len(s.kinds) > 0 || c.p.rule.actorless) && f.passive && len(s.classes) == 0 && c.code.Type != nothing && !(len(s.kinds) > 0 && c.code.Type == "PROTEST") {
			c.agentless = true
			return true
		}
		if noun && s.Role == 'A' && len(s.classes) == 0 && len(s.kinds) == 0 {
			c.agentless = true
			c.specificity--
			return true
		}
		return noun && s.Optional
	}
	found, modified := false, false
	rank := uint8(0)
	for _, x := range f.subj {
		if found && x.rank > rank {
			break
		}
		if s.Role == 'A' && len(s.classes) == 0 && m.wordIn([]wordClass{m.f.c.calamity}, x.tok) >= 0 && len(m.owner(x.tok, owned, 0).parties) == 0 {
			continue
		}
		if m.accept(c, s, x.tok) {
			found, rank = true, x.rank
			modified = modified || x.kind == modifier
			if x.kind != ownSubject && s.Role == 'A' {
				c.actorTrust = min(c.actorTrust, subjectTrust[x.kind])
			}
		}
	}
	if modified && s.Role == 'A' {
		c.actors = m.landed(c.actors) // "a Russian Iskander missile strike": the name is of no party
	}
	if !found && s.Role == 'A' && len(s.classes) == 0 && len(s.kinds) == 0 &&
		(m.faceless(f.subj[0].tok) || c.code.Type == "PROTEST" && m.wordIn([]wordClass{m.f.c.person}, f.subj[0].tok) >= 0) {
		c.agentless = true
		return true
	}
	if !found && noun && s.Role == 'R' {
		for _, o := range f.obj {
			if m.accept(c, s, o) {
				return true
			}
		}
	}
	return found
}

// faceless reports whether token i is a pronoun that the cast leaves open.
func (m *matcher) faceless(i int) bool {
	return m.tree.tok(i).UPos == "PRON" && len(m.at(i)) == 0
}

// subjectTrust is how far a subject known in each way is to be trusted.
var subjectTrust = [...]float64{ownSubject: 1, sharedByConj: 0.95, controlled: 0.92, antecedent: 0.95, modifier: 0.85, remote: 0.75}

func (m *matcher) fillObject(c *candidate, s *slot, f *frame, i int, taken *[]int) bool {
	if s.Role == 'X' {
		for _, o := range f.obj {
			if !slices.Contains(*taken, o) && m.takeInner(c, o) {
				return true
			}
		}
		for _, x := range f.clauses {
			if !x.far && x.mark == "" && !m.tree.finite(x.tok) && m.takeInner(c, x.tok) {
				return true
			}
		}
		if c.particle != "" {
			for _, x := range f.preps {
				if x.prep == c.particle && !x.far && m.takeInner(c, x.tok) {
					return true
				}
			}
		}
		return false
	}
	two := false
	for k := range c.p.slots {
		two = two || &c.p.slots[k] != s && c.p.slots[k].Where == lexicon.Object
	}
	try := func(list []int) bool {
		for _, o := range list {
			if !slices.Contains(*taken, o) && m.accept(c, s, o) {
				*taken = append(*taken, o)
				return true
			}
		}
		return false
	}
	if two {
		return try(f.iobj) || try(f.obj) || m.predicated(c, s, f, *taken)
	}
	if try(f.obj) || try(f.iobj) {
		return true
	}
	if s.Role == 0 && len(s.classes) > 0 && len(f.obj) == 0 {
		for _, x := range f.clauses {
			if !x.far && x.mark == "" && m.tree.gerund(x.tok) && m.accept(c, s, x.tok) {
				return true // "stopped working"
			}
		}
	}
	if c.particle != "" {
		for _, x := range f.preps {
			if x.prep == c.particle && !x.far && !slices.Contains(*taken, x.tok) && m.accept(c, s, x.tok) {
				*taken = append(*taken, x.tok)
				return true // the parser took the particle for a preposition
			}
		}
	}
	return false
}

// predicated reports whether what a verb says of its object, one of taken,
// fills a slot for words: "left nine people dead", "leaves three injured".
func (m *matcher) predicated(c *candidate, s *slot, f *frame, taken []int) bool {
	t := &m.tree
	if s.Role != 0 || len(s.classes) == 0 {
		return false
	}
	for _, x := range f.clauses {
		if !x.far && x.mark == "" && !t.finite(x.tok) && m.wordIn(s.classes, x.tok) == x.tok && m.accept(c, s, x.tok) {
			return true
		}
	}
	for _, o := range taken {
		for k := t.first[o]; k >= 0; k = t.next[k] {
			if b := t.tok(int(k)).Base(); int(k) > o && (b == "amod" || b == "acl") && m.accept(c, s, int(k)) {
				return true
			}
		}
	}
	return false
}

func (m *matcher) fillPrep(c *candidate, s *slot, f *frame, i int, taken *[]int) bool {
	for pass := range 4 {
		far := pass%2 == 1
		for _, x := range f.preps {
			if x.far != far || slices.Contains(*taken, x.tok) || !hasPrep(s.Preps, x.prep) {
				continue
			}
			if isPlacing(x.prep) != (pass >= 2) {
				continue // whom it is aimed at goes before where it happens
			}
			if s.Role == 'X' {
				if m.takeInner(c, x.tok) {
					*taken = append(*taken, x.tok)
					return true
				}
				continue
			}
			if m.isTime(x.tok) || far && s.Role == 'R' && isPlacing(x.prep) && m.elsewhere(x.tok) {
				continue
			}
			if m.accept(c, s, x.tok) {
				*taken = append(*taken, x.tok)
				if x.far {
					c.recipTrust = min(c.recipTrust, 0.95)
				}
				if s.Role == 'C' && (x.prep == "between" || x.prep == "among") && len(c.partners) == 1 {
					m.andAnother(c, x.tok)
				}
				return true
			}
		}
		if pass < 2 && (s.Role == 'X' || s.Role == '*' || len(s.classes) > 0) {
			for _, x := range f.clauses {
				if x.far == far && x.mark != "" && hasPrep(s.Preps, x.mark) {
					if len(s.classes) > 0 {
						if m.accept(c, s, x.tok) {
							c.clause = x.tok
							return true
						}
						continue
					}
					if s.Role == '*' {
						return true
					}
					if m.takeInner(c, x.tok) {
						return true
					}
				}
			}
		}
	}
	if slices.Contains(s.Preps, "to") && s.Role != 'X' {
		for _, o := range f.iobj {
			if m.accept(c, s, o) {
				return true
			}
		}
	}
	return false
}

// andAnother adds to the partners of c, of whom token i behind "between" names
// one, the other, which a parser may join to a noun that tells of the first, or
// that the first hangs on: "between protesters opposed to the president and police".
func (m *matcher) andAnother(c *candidate, i int) {
	t := &m.tree
	for k := i + 1; k < len(t.s.Tokens); k++ {
		if h := t.head(k); t.tok(k).Base() != "conj" || h < 0 || h == i || t.isVerb(k) || !t.has(k, "cc") || !t.under(k, i) && !t.under(i, h) {
			continue
		}
		if p := without(m.parties(k, owned).parties, c.partners); len(p) > 0 {
			c.partners = union(c.partners, p)
			c.recipTrust = min(c.recipTrust, byOwner)
			return
		}
	}
}

// elsewhere reports whether the place at token i is that of another deed, told
// by a participle behind a noun: "attacks by men trained in Libya".
func (m *matcher) elsewhere(i int) bool {
	h := m.tree.head(i)
	return h >= 0 && m.tree.isVerb(h) && m.tree.tok(h).Base() == "acl"
}

// isPlacing reports whether a preposition tells where rather than at whom.
func isPlacing(prep string) bool {
	switch prep {
	case "in", "near", "across", "inside", "around", "along", "throughout", "from", "off", "within", "outside":
		return true
	}
	return false
}

// hasPrep reports whether one of the alternatives is the preposition.
func hasPrep(alts []string, prep string) bool {
	return slices.Contains(alts, prep)
}

func (m *matcher) fillClause(c *candidate, s *slot, f *frame, i int) bool {
	t := &m.tree
	for _, far := range [2]bool{false, true} {
		for _, x := range f.clauses {
			if x.far != far {
				continue
			}
			if s.Where == lexicon.ToVerb {
				if x.mark != "to" && !(x.mark == "" && t.tok(x.tok).XPos == "VB" && !far) {
					continue
				}
			} else if x.mark != "that" && x.mark != "" || x.mark == "" && !t.finite(x.tok) && t.tok(x.tok).XPos != "VB" || far && x.mark != "that" {
				continue
			}
			if s.Must && !m.obliged(x.tok) {
				continue
			}
			if m.takeClause(c, s, x.tok) {
				return true
			}
		}
	}
	if s.Where == lexicon.ToVerb {
		for _, x := range f.preps {
			if x.prep != "to" || x.far {
				continue
			}
			if s.Role == 'X' && m.takeInner(c, x.tok) {
				return true
			}
			if s.Role == '*' && t.tok(x.tok).UPos == "NOUN" && len(m.at(x.tok)) == 0 && t.child(x.tok, "det") < 0 {
				c.clause = x.tok // an infinitive that the parser took for a noun
				return true
			}
		}
	}
	return false
}

// takeClause takes the clause headed by token x as the complement of c.
func (m *matcher) takeClause(c *candidate, s *slot, x int) bool {
	if s.Subject != 0 {
		f := m.frame(x)
		if f.state == frameBusy {
			return false
		}
		var p find
		for _, sub := range f.subj {
			if p = m.parties(sub.tok, owned); len(p.parties) > 0 {
				break
			}
		}
		if len(p.parties) == 0 && f.passive && !c.p.rule.grave {
			for _, o := range f.obj {
				if p = m.parties(o, anywhere); len(p.parties) > 0 {
					break
				}
			}
		}
		if len(p.parties) == 0 {
			return false
		}
		if s.Subject == 'R' && c.p.rule.grave && len(f.subj) > 0 && m.ownSide(c, f.subj[0].tok, p.parties) {
			return false // "claims that its fighters": nobody accuses his own
		}
		if s.Subject == 'A' {
			if m.foreign(p.parties, c.actors) {
				return false // somebody else is to do it
			}
		} else if sharePlace(p.parties, c.actors) {
			return false // he speaks of himself
		} else {
			m.assign(c, s.Subject, p)
		}
		c.specificity += 2
	}
	if s.Must {
		c.specificity += 2
	}
	if s.Role == 'X' {
		return m.takeInner(c, x)
	}
	c.clause = x
	c.specificity++
	return true
}
