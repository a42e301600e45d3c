package event

// armsOf takes for the actors of an assault that nobody is said to carry out the
// nation whose missiles or shells are said to be sent: "Iranian missiles were
// launched at Israel". Who built them, or carries them, is no such.
func (m *matcher) armsOf(d *draft) {
	t := &m.tree
	if !m.passive(d.trigger) {
		return
	}
	for _, o := range m.frame(d.trigger).obj {
		if !m.f.c.weapon.has(t, o) || m.f.c.person.has(t, o) || len(m.people(o)) > 0 {
			continue
		}
		for c := t.first[o]; c >= 0 && int(c) < o; c = t.next[c] {
			if b := t.tok(int(c)).Base(); b != "amod" && t.tok(int(c)).Rel != "nmod:poss" {
				continue
			}
			if p := without(m.at(int(c)), d.recipients); len(p) > 0 && !m.stateless(p) && !m.onlyPlaces(p) {
				d.actors, d.actorTrust = p, byOwner
				return
			}
		}
	}
}
