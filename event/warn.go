package event

import "slices"

// onlyWarned reports whether c, a warning, threatens nobody: the clause that it
// warns of only tells what is foreseen.
func (m *matcher) onlyWarned(c *candidate, f *frame) bool {
	if c.code.Type != "THREATEN" || !m.tree.isVerb(c.trigger) || !m.f.c.say.has(&m.tree, c.trigger) {
		return false
	}
	return slices.ContainsFunc(f.clauses, func(x clauseArg) bool {
		return !x.far && m.tree.tok(x.tok).Base() == "ccomp" && (x.mark == "that" || x.mark == "" && m.tree.finite(x.tok)) && m.foreseen(c, x.tok)
	})
}

// foreseen reports whether the clause of token x, of which c warns, tells what is,
// how things stand with somebody, or what may come, and no deed of those who warn:
// "warned that Oman is massing troops", "that civilians will face famine". Who is told
// himself what may come is threatened with it, unless bodies of many states do so.
func (m *matcher) foreseen(c *candidate, x int) bool {
	t := &m.tree
	if s := t.child(x, "nsubj"); s >= 0 {
		if p := m.parties(s, anywhere).parties; len(p) > 0 && !m.foreign(p, c.actors) {
			return false // what he himself does, or can do
		}
	}
	if m.obliged(x) {
		return false
	}
	told := m.told(c.trigger)
	switch {
	case m.indicative(x):
		return true
	case m.supposed(x) && len(c.actors) > 0 && m.bodiesOnly(c.actors), m.chance(x) && !told:
		return true
	}
	return !told && m.plight(x)
}

// told reports whether verb i of speech says who is spoken to.
func (m *matcher) told(i int) bool {
	t := &m.tree
	return t.child(i, "obj") >= 0 || t.child(i, "iobj") >= 0 || m.passive(i)
}

// plight reports whether the clause of token x tells how things stand with
// somebody, and no deed: "will face famine", "would remain a danger".
func (m *matcher) plight(x int) bool {
	if !m.tree.has(x, "cop") && !m.f.c.plight.has(&m.tree, x) {
		return false
	}
	in := m.candidate(x)
	return in == nil || in.p.said && in.code.Type == "ACCUSE"
}

// bodiesOnly reports whether all the parties are bodies of many states.
func (m *matcher) bodiesOnly(parties []int) bool {
	return !slices.ContainsFunc(parties, func(p int) bool {
		return !slices.Contains(bodies, m.cast.Entities[p].Country)
	})
}

// foretold reports whether somebody who is not of the actor's side says what
// the actor would do: he foresees it, and threatens nobody.
func (m *matcher) foretold(d *draft) bool {
	p, ok := m.speaker(d.trigger)
	if !ok || len(p.parties) == 0 || len(d.actors) == 0 || sharePlace(p.parties, d.actors) {
		return false
	}
	if m.stateless(p.parties) {
		return !m.is(p.parties, "GOV") && !m.is(p.parties, "MIL") // "the general said" of his own army
	}
	return m.foreign(p.parties, d.actors)
}
