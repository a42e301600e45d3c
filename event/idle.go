package event

import "readout/lexicon"

// idle reports whether a draft tells in the words of an event what is none: a
// demand on nobody or on oneself, a view put forward as a suggestion, a worry
// that is denied, what those fight whom it only describes.
func (m *matcher) idle(d *draft) bool {
	t := &m.tree
	switch {
	case d.p.modal:
		if m.ownMen(d) {
			return true
		}
		return m.imperative(d.trigger) && len(d.recipients) == 0 && len(d.code.Modes) == 0 || d.recipToken >= 0 && t.firstPerson(d.recipToken) || len(d.recipients) > 0 && m.onlyPlaces(d.recipients)
	case d.code.Type == "ACCUSE" && d.p.kind == lexicon.AdjPattern:
		return d.negated // "was not concerned about"
	case d.code.Type == "REQUEST" && m.f.c.mandative.has(t, d.trigger):
		c := t.child(d.trigger, "ccomp")
		return c >= 0 && m.indicative(c)
	case d.code.Type == "ASSAULT" && d.within < 0 && t.tok(d.trigger).Base() == "acl" && t.gerund(d.trigger) && m.f.c.standing.has(t, d.trigger):
		return m.timeOf(d) < 0 // "its allies fighting the militia"
	}
	return false
}

// ownMen reports whether those of whom a draft says that they must do something
// are nobody known, or in the service of the one who says so: "our forces need
// to", "leaders must".
func (m *matcher) ownMen(d *draft) bool {
	if len(d.recipients) == 0 || len(d.actors) == 0 || m.imperative(d.trigger) {
		return false
	}
	if m.stateless(d.recipients) {
		return true
	}
	return !m.foreign(d.recipients, d.actors) && (m.is(d.recipients, "ARMED") || m.is(d.recipients, "CVL"))
}

// firstPerson reports whether token i is a pronoun of those who speak.
func (t *tree) firstPerson(i int) bool {
	switch lower(t.tok(i).Form) {
	case "i", "we", "us", "me":
		return t.tok(i).UPos == "PRON"
	}
	return false
}

// indicative reports whether the clause with head i says what is, not what
// shall be: "suggested that the state is in danger".
func (m *matcher) indicative(i int) bool {
	t := &m.tree
	finite := t.tok(i).XPos == "VBZ" || t.tok(i).XPos == "VBD"
	for c := t.first[i]; c >= 0; c = t.next[c] {
		switch k := t.tok(int(c)); k.Base() {
		case "aux", "cop":
			switch k.XPos {
			case "MD":
				return false
			case "VBZ", "VBD", "VBP":
				finite = true
			}
		}
	}
	return finite
}

// scheduled reports whether a draft tells of a meeting that somebody must or
// should hold at a time that is still to come, so that it is planned: "should
// meet the envoys on 28 July".
func (r *reading) scheduled(d *draft) bool {
	m, t := r.m, &r.m.tree
	if d.code.Type != "CONSULT" || !d.hypothetical || d.may || d.conditional || d.negated || d.attempted {
		return false
	}
	obliged := false
	for c := t.first[d.trigger]; c >= 0; c = t.next[c] {
		obliged = obliged || t.tok(int(c)).Base() == "aux" && m.f.c.modal.has(t, int(c))
	}
	if !obliged {
		return false
	}
	at := m.timeOf(d)
	if at < 0 {
		return false
	}
	age, ok := r.day.age(m.times[at].Value)
	return ok && age <= 0
}

// captor returns who holds the one that is set free, as the text told before.
func (r *reading) captor(recipients []int) []int {
	for k := len(r.events) - 1; k >= 0; k-- {
		e := &r.events[k]
		if len(e.Actors) == 0 || !holds(e) || !sharePlace(e.Recipients, recipients) && !(e.Object != nil && sharePlace([]int{e.Object.Entity}, recipients)) {
			continue
		}
		return e.Actors
	}
	return nil
}

// holds reports whether an event takes somebody's freedom.
func holds(e *Event) bool {
	for _, mode := range e.Mode {
		if mode == "arrest" || mode == "abduct" {
			return true
		}
	}
	return false
}
