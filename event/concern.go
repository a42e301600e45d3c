package event

import (
	"slices"

	"readout/actor"
)

// expelled returns whose people were, or are to be, expelled last, at most three sentences
// back, by others: one state after another sends the same one's diplomats home.
func (r *reading) expelled(actors []int) []int {
	for k := len(r.events) - 1; k >= 0 && r.m.sentence-r.events[k].Sentence <= 3; k-- {
		e := &r.events[k]
		if slices.Contains(e.Mode, "expel") && len(e.Recipients) > 0 && len(e.Actors) > 0 &&
			r.m.foreign(e.Recipients, actors) && r.m.foreign(e.Actors, actors) {
			return e.Recipients
		}
	}
	return nil
}

// passage reports whether a draft restricts the coming and going of people or
// goods: a border, a visa, flights.
func (m *matcher) passage(d *draft) bool {
	t := &m.tree
	c := m.f.c.passage
	f := m.frame(d.trigger)
	for _, o := range f.obj {
		if c.has(t, o) {
			return true
		}
	}
	for _, x := range f.preps {
		if x.prep == "on" && c.has(t, x.tok) {
			return true
		}
	}
	for _, x := range f.clauses {
		if o := t.child(x.tok, "obj"); x.mark == "on" && o >= 0 && c.has(t, o) {
			return true // "a ban on issuing visas"
		}
	}
	return false
}

// concerned returns the parties unless the sentence names them only in what else
// happens: "amid the threat of an Iranian attack".
func (m *matcher) concerned(parties []int) []int {
	t := &m.tree
	for i := range t.s.Tokens {
		if !sharePlace(m.at(i), parties) {
			continue
		}
		aside := false
		for k, n := i, 0; k >= 0 && n < maxClimb; k, n = t.head(k), n+1 {
			aside = aside || isCircumstance(t.preposition(k))
		}
		if !aside {
			return parties
		}
	}
	return nil
}

// pressed returns those against whose wish a refusal goes: "refused to step down
// despite calls by the opposition".
func (m *matcher) pressed(d *draft) []int {
	for _, v := range [3]int{d.trigger, d.inner, d.clause} {
		if v < 0 {
			continue
		}
		for _, a := range m.frame(v).preps {
			switch a.prep {
			case "despite", "in_spite_of", "amid", "against", "under":
			default:
				continue
			}
			if m.f.c.bidding.has(&m.tree, a.tok) {
				if p := without(m.owner(a.tok, anywhere, 0).parties, d.actors); len(p) > 0 && !m.onlyPlaces(p) {
					return p
				}
			}
		}
	}
	return nil
}

// answers reports whether trigger i tells how somebody hits back: "retaliated
// by firing rockets".
func (m *matcher) answers(i int) bool {
	t := &m.tree
	for k := range t.s.Tokens {
		if k != i && m.f.c.hostile.has(t, k) && (t.under(i, k) || t.head(k) == i) {
			return true
		}
	}
	return false
}

// others returns the recipients without the state of the actors themselves,
// where another is among them: "ended its agreements between X and Y".
func (m *matcher) others(recipients, actors []int) []int {
	var out []int
	for _, p := range recipients {
		if e := &m.cast.Entities[p]; e.Kind != actor.Country && e.Kind != actor.Government || m.foreign([]int{p}, actors) {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return recipients
	}
	return out
}
