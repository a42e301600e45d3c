package event

// reachOfFire is how many sentences back the fire may have been told that a
// shell of nobody's belongs to.
const reachOfFire = 4

// impact gives a draft whose subject is a weapon of nobody's ("two shells landed
// near the school") the actors of the fire told before, if that went to the
// land where it struck, and makes it tell more of that fire; after an exchange
// of fire, the side that was not struck.
func (r *reading) impact(d *draft) {
	m, t := r.m, &r.m.tree
	weapon := false
	for _, s := range m.frame(d.trigger).subj {
		weapon = weapon || s.kind == ownSubject && t.isNoun(s.tok) && m.f.c.weapon.has(t, s.tok)
	}
	if !weapon {
		return
	}
	struck := d.recipients
	if m.stateless(struck) {
		struck = m.land(d)
	}
	for k := len(r.events) - 1; k >= 0; k-- {
		e := &r.events[k]
		if m.sentence-e.Sentence > reachOfFire {
			return
		}
		if e.Type != "ASSAULT" || len(e.Aux) > 0 && !sharePlace(e.Recipients, struck) {
			continue
		}
		switch {
		case len(e.Actors) == 0:
		case len(e.Recipients) == 0 && len(e.Actors) == 2 && len(struck) > 0 && m.several(e.Actors):
			if p := m.strangers(e.Actors, struck); len(p) == 1 {
				d.actors, d.actorTrust = p, byPlace
				return
			}
		case len(e.Recipients) > 0 && m.foreign(e.Actors, struck) && !m.foreign(e.Recipients, struck) || len(struck) == 0 && m.doc.Sentences[e.Sentence].Block == t.s.Block && len(e.Recipients) > 0:
			d.actors, d.actorTrust, d.again = e.Actors, byPlace, k
			if m.stateless(d.recipients) {
				d.recipients, d.recipTrust = e.Recipients, byPlace
			}
			return
		}
	}
}
