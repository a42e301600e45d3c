package event

import (
	"readout/lexicon"
)

// fill finds what fills slot s and notes it in c.
func (m *matcher) fill(c *candidate, s *slot, f *frame, i int, used *taken) bool {
	switch s.Where {
	case lexicon.Before:
		return m.fillBefore(c, s, f, i)
	case lexicon.Object:
		return m.fillObject(c, s, f, i, used)
	case lexicon.Prep:
		return m.fillPrep(c, s, f, i, used)
	}
	return m.fillClause(c, s, f, i)
}

func (m *matcher) fillBefore(c *candidate, s *slot, f *frame, i int) bool {
	noun := c.p.kind == lexicon.NounPattern
	if f.patient >= 0 && s.Role == 'R' {
		return m.accept(c, s, f.patient)
	}
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

func (m *matcher) fillObject(c *candidate, s *slot, f *frame, i int, used *taken) bool {
	if s.Role == 'X' {
		for _, o := range f.obj {
			if !used.has(o) && m.takeInner(c, o) {
				return true
			}
		}
		for _, x := range f.clauses {
			if m.tree.tok(x.tok).Base() == "advcl" && (x.tok < i || m.tree.tok(x.tok-1).Form == ",") {
				continue // "suspended the flights, alleging that", "having fought the war, could offer": no object
			}
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
	if c.clause >= 0 && s.Role == 'R' && used.hasAll(f.obj) && used.hasAll(f.iobj) && m.tree.mark(c.clause) == "to" {
		f := m.frame(c.clause)
		if f.state == frameBusy {
			return false
		}
		for _, list := range [...][]int{f.obj, f.iobj} {
			for _, o := range list {
				if !used.has(o) && m.accept(c, s, o) {
					used.add(o)
					return true // "tried to convince Moscow"
				}
			}
		}
	}
	two := false
	for k := range c.p.slots {
		two = two || &c.p.slots[k] != s && c.p.slots[k].Where == lexicon.Object
	}
	try := func(list []int) bool {
		for _, o := range list {
			if !used.has(o) && m.accept(c, s, o) {
				used.add(o)
				return true
			}
		}
		return false
	}
	if two {
		return try(f.iobj) || try(f.obj) || m.predicated(c, s, f, used.all())
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
			if x.prep == c.particle && !x.far && !used.has(x.tok) && m.accept(c, s, x.tok) {
				used.add(x.tok)
				return true // the parser took the particle for a preposition
			}
		}
	}
	return false
}

// predicated reports whether what a verb says of its object, one of objects,
// fills a slot for words: "left nine people dead", "leaves three injured".
func (m *matcher) predicated(c *candidate, s *slot, f *frame, objects []int) bool {
	t := &m.tree
	if s.Role != 0 || len(s.classes) == 0 {
		return false
	}
	for _, x := range f.clauses {
		if !x.far && x.mark == "" && !t.finite(x.tok) && m.wordIn(s.classes, x.tok) == x.tok && m.accept(c, s, x.tok) {
			return true
		}
	}
	for _, o := range objects {
		for k := t.first[o]; k >= 0; k = t.next[k] {
			if b := t.tok(int(k)).Base(); int(k) > o && (b == "amod" || b == "acl") && m.accept(c, s, int(k)) {
				return true
			}
		}
	}
	return false
}
