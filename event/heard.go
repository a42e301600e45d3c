package event

import (
	"slices"

	"readout/actor"
)

// unheard returns the parties without the news media to which the sentence says
// that something was told: who grants an interview does nothing to the paper.
// Other acts than words are done to media as to anybody.
func (m *matcher) unheard(d *draft, parties []int) []int {
	if q := Quad(d.code.Type); q != 1 && q != 3 || !m.is(parties, "JRN") {
		return parties
	}
	return slices.DeleteFunc(slices.Clone(parties), m.hears)
}

// hears reports whether party p is a news medium to which the sentence says that
// something was told: "told Interfax", "in a statement to Interfax".
func (m *matcher) hears(p int) bool {
	e := &m.cast.Entities[p]
	if e.Kind != actor.Organization || len(e.Sectors) == 0 || e.Sectors[0] != "JRN" {
		return false
	}
	t := &m.tree
	for k := range t.s.Tokens {
		h := t.head(k)
		if h < 0 || !slices.Contains(m.at(k), p) {
			continue
		}
		switch t.tok(k).Base() {
		case "obj", "iobj":
			if m.f.c.say.has(t, h) {
				return true
			}
		case "obl", "nmod":
			if prep := t.preposition(k); (prep == "to" || prep == "with") && (m.f.c.say.has(t, h) || m.f.c.utterance.has(t, h) || m.f.c.talks.has(t, h)) {
				return true
			}
		}
	}
	return false
}

// accordingTo reports whether the sentence names its source beside the main
// clause of verb i: "according to the paper, the two would have met".
func (m *matcher) accordingTo(i int) bool {
	t := &m.tree
	for k := 0; k+2 < len(t.s.Tokens); k++ {
		if lower(t.tok(k).Form) == "according" && lower(t.tok(k+1).Form) == "to" {
			return t.tok(i).Base() == "root" || t.tok(i).Base() == "conj"
		}
	}
	return false
}
