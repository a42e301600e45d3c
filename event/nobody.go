package event

import (
	"slices"

	"readout/lexicon"
)

// amidAttacks reports whether a number of people killed or wounded, it is not told by
// whom, were so in an attack that one of the two sentences before tells of.
func (r *reading) amidAttacks(d *draft) bool {
	m := r.m
	if d.code.Type != "ASSAULT" || d.object < 0 || !m.counted(d.object) || !m.passive(d.trigger) || !m.bygone(d.trigger) {
		return false
	}
	for k := len(r.events) - 1; k >= 0 && m.sentence-r.events[k].Sentence <= 2; k-- {
		e := &r.events[k]
		if e.Type == "ASSAULT" && e.Sentence < m.sentence && !slices.Contains(e.Aux, Negation) && !slices.Contains(e.Aux, Hypothetical) && !slices.Contains(e.Aux, Future) {
			return true
		}
	}
	return false
}

// lawful reports whether a draft tells that people of a known country, or somebody
// with a name, were arrested, it is not told by whom: only those who keep order do so.
func (m *matcher) lawful(d *draft) bool {
	if !slices.Contains(d.code.Modes, "arrest") || d.code.Type != "COERCE" || d.p.kind != lexicon.VerbPattern || !m.passive(d.trigger) || !m.bygone(d.trigger) || m.stateless(d.recipients) {
		return false
	}
	return !m.onlyPlaces(d.recipients)
}

// harmTold reports whether a relative clause tells when or in which attack somebody
// was harmed, which is more than what sort of people they are.
func (m *matcher) harmTold(d *draft) bool {
	return d.code.Type == "ASSAULT" && m.bygone(d.trigger) && (m.evidence(d.trigger) || m.timeOf(d) >= 0)
}

// bygone reports whether the clause of verb i is finite and of the past or the
// perfect.
func (m *matcher) bygone(i int) bool {
	t := &m.tree
	if t.tok(i).XPos == "VBD" {
		return true
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if k := t.tok(int(c)); k.Base() == "aux" && (k.XPos == "VBD" || k.Lemma == "have" && k.XPos != "VB") {
			return true
		}
	}
	return false
}

// rulers puts in the place of towns and regions the state that they lie in, if the
// text names it: those who arrest in Aleppo are Syria's.
func (m *matcher) rulers(places []int) []int {
	var out []int
	for _, p := range places {
		s := m.stateOf(m.cast.Entities[p].Country, p)
		if len(s) == 0 {
			s = []int{p}
		}
		out = union(out, s)
	}
	return out
}
