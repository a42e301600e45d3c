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
		if s.kind != ownSubject || !t.isNoun(s.tok) || !m.f.c.weapon.has(t, s.tok) {
			continue
		}
		weapon = true
		for c := t.first[s.tok]; c >= 0; c = t.next[c] {
			if k := int(c); t.tok(k).Base() == "nmod" && t.preposition(k) == "from" {
				if p := m.at(k); len(p) > 0 && !m.stateless(p) && m.foreign(p, d.recipients) {
					d.actors, d.actorTrust = p, byPlace // "shells from Syria hit the town"
					return
				}
			}
		}
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

// ownTarget makes those who tell of an assault on what is theirs its recipients,
// where the pronoun was taken to mean the attackers or nobody: "the army said
// that rebels had opened fire on its posts", "killed three of its men".
func (m *matcher) ownTarget(d *draft) {
	t := &m.tree
	if d.code.Type != "ASSAULT" || d.p.rule.reciprocal || len(d.actors) == 0 || len(d.recipients) > 0 && m.foreign(d.recipients, d.actors) && !m.stateless(d.recipients) {
		return
	}
	p, _ := m.speaker(d.trigger)
	who := m.lords(p.parties)
	if len(who) == 0 || !m.foreign(who, d.actors) || !m.is(who, "STATE") && !m.is(who, "ARMED") && !m.is(who, "GOV") {
		return
	}
	for k := d.trigger + 1; k < len(t.s.Tokens); k++ {
		if w := lower(t.tok(k).Form); t.tok(k).Rel != "nmod:poss" || w != "its" && w != "their" && w != "our" || !t.under(k, d.trigger) {
			continue
		}
		if o := t.head(k); o == d.recipToken || t.head(o) == d.trigger || d.recipToken >= 0 && t.head(o) == d.recipToken {
			d.recipients, d.recipTrust = who, byOwner
			return
		}
	}
}
