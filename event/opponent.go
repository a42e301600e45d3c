package event

import "readout/lexicon"

// opponentReach is how many sentences back the other side is looked for of an
// act that names none.
const opponentReach = 3

// opponent returns the other side of the last act, a few sentences back, that
// has one of the actors, or a compatriot, on one side; nil if the acts there
// have more than one country on the other, or if either side is not public: of
// a quarrel between two the text need not say each time with whom.
func (r *reading) opponent(actors []int) []int {
	m := r.m
	if !m.public(actors) {
		return nil
	}
	var found []int
	for k := len(r.events) - 1; k >= 0 && m.sentence-r.events[k].Sentence <= opponentReach; k-- {
		if m.is(r.events[k].Actors, "UAF") {
			continue // whose country is only where they struck
		}
		other := r.otherSide(&r.events[k], actors)
		switch {
		case len(other) == 0:
		case !m.public(other):
			return nil
		case found == nil:
			found = other
		case m.foreign(found, other):
			return nil
		}
	}
	return m.lords(found)
}

// otherSide returns whom event e sets against the actors or a compatriot.
func (r *reading) otherSide(e *Event, actors []int) []int {
	m := r.m
	switch {
	case len(e.Recipients) == 0:
		if e.Type == "ASSAULT" && len(e.Actors) > 1 && !m.foreign(e.Actors, actors) {
			return m.strangers(e.Actors, actors) // who fought with them
		}
		return nil
	case !m.foreign(e.Recipients, actors) && m.foreign(e.Actors, actors):
		return e.Actors
	case !m.foreign(e.Actors, actors) && m.foreign(e.Recipients, actors):
		return e.Recipients
	}
	return nil
}

// public reports whether one of the parties is a state, somebody in its service or
// a force of known country.
func (m *matcher) public(parties []int) bool {
	for _, p := range parties {
		if x := []int{p}; m.cast.Entities[p].Country != "" && (m.is(x, "STATE") || m.is(x, "GOV") || m.is(x, "ARMED") || m.is(x, "BODY")) {
			return true
		}
	}
	return false
}

// deedBefore returns who did what a draft condemns without saying whose it is,
// "these attacks", "the blockade": the actors of the last assault told, a few
// sentences back at most.
func (r *reading) deedBefore(d *draft) []int {
	m, t := r.m, &r.m.tree
	if d.code.Type != "ACCUSE" || d.p.kind != lexicon.VerbPattern {
		return nil
	}
	told := false
	for _, o := range m.frame(d.trigger).obj {
		det := t.child(o, "det")
		if det < 0 || !t.isNoun(o) || !m.f.c.attack.has(t, o) && !m.hostileDeed(o) {
			continue
		}
		switch lower(t.tok(det).Form) {
		case "this", "these", "such", "that", "those", "the":
			told = true
		}
	}
	if !told {
		return nil
	}
	for k := len(r.events) - 1; k >= 0 && m.sentence-r.events[k].Sentence <= opponentReach; k-- {
		if e := &r.events[k]; e.Type == "ASSAULT" {
			if len(e.Actors) > 0 && m.foreign(e.Actors, d.actors) && !m.is(e.Actors, "UAF") {
				return m.lords(e.Actors)
			}
			return nil
		}
	}
	return nil
}
