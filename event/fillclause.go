package event

import (
	"slices"

	"readout/lexicon"
)

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
			if c.p.kind == lexicon.AdjPattern && c.code.Type == "REQUEST" && m.indicative(x.tok) {
				continue // "it is vital that they help", but not "that they are helping"
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

// doneByForce reports whether the clause of verb x tells what was done to its
// subject by force.
func (m *matcher) doneByForce(x int) bool {
	if !m.passive(x) {
		return false
	}
	in := m.candidate(x)
	return in != nil && (in.code.Type == "ASSAULT" || in.code.Type == "COERCE" && !slices.Contains(in.code.Modes, "arrest"))
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
		if s.Subject == 'R' && s.Role == '*' && c.code.Type == "ACCUSE" && (m.doneByForce(x) || c.p.kind == lexicon.NounPattern && m.plight(x) && m.supposed(x)) {
			return false // "claims that the rebels had been defeated": nobody is accused of that
		}
		if s.Subject == 'R' && c.code.Type == "THREATEN" && m.told(c.trigger) {
			return false // "warned Oman that its ally": Oman is warned
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
