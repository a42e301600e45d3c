package event

import "slices"

// ownGovernment makes "the government" that somebody of an opposition turns to,
// or against, that of his own state: nothing beside the word says whose it is.
// "The Venezuelan opposition leader urged the government to return to the talks."
func (m *matcher) ownGovernment(d *draft) {
	t := &m.tree
	if d.recipToken < 0 || len(d.actors) != 1 || !m.foreign(d.recipients, d.actors) || Quad(d.code.Type) > 3 {
		return
	}
	e := &m.cast.Entities[d.actors[0]]
	if e.Country == "" || !slices.Contains(e.Sectors, "OPP") && !slices.Contains(e.Sectors, "LEG") {
		return
	}
	switch t.lemma(d.recipToken) {
	case "government", "regime", "authority":
	default:
		return
	}
	if !t.determined(d.recipToken, "the") {
		return
	}
	for c := t.first[d.recipToken]; c >= 0; c = t.next[c] {
		switch t.tok(int(c)).Base() {
		case "amod", "compound", "nmod", "acl":
			return
		}
	}
	if p := m.stateOf(e.Country, -1); len(p) > 0 {
		d.recipients, d.recipTrust = p, byPlace
	}
}
