package event

import "slices"

// plainForce is the CAMEO code of military force of no further kind, which taking land has.
const plainForce = "190"

// takenFrom puts those from whom land is taken in the place of the land itself,
// where "from" names them: "reclaimed the town from the militants".
func (m *matcher) takenFrom(d *draft) {
	if d.code.Type != "ASSAULT" || d.code.CAMEO != plainForce && !m.onlyPlaces(d.recipients) || len(d.actors) == 0 {
		return
	}
	t := &m.tree
	if len(d.recipients) > 0 && !m.onlyPlaces(d.recipients) {
		return
	}
	for _, x := range m.frame(d.trigger).preps {
		if x.prep != "from" && x.prep != "away_from" || m.isTime(x.tok) || x.tok < d.trigger {
			continue
		}
		if p := m.losers(d, x.tok); len(p) > 0 && !m.f.c.attack.has(t, x.tok) {
			d.recipients, d.recipTrust = p, byName
			return
		}
	}
}

// losers returns those whom noun i names, if they may lose land to the actors of
// a draft: who bears arms, or another state.
func (m *matcher) losers(d *draft, i int) []int {
	p := without(m.parties(i, named).parties, d.actors)
	if m.onlyPlaces(p) || !m.is(p, "ARMED") && !(m.is(p, "STATE") && m.foreign(p, d.actors)) {
		return nil
	}
	return p
}

// heldBy puts those who held land that is taken in the place of the land, where a
// clause on the word for it tells who: "recaptured towns that fell to the rebels",
// "liberated villages held by the militia".
func (m *matcher) heldBy(d *draft) {
	if d.code.Type != "ASSAULT" || d.code.CAMEO != plainForce || len(d.actors) == 0 || len(d.recipients) > 0 && !m.onlyPlaces(d.recipients) || !m.tree.isVerb(d.trigger) {
		return
	}
	t := &m.tree
	for _, o := range m.frame(d.trigger).obj {
		for c := t.first[o]; c >= 0; c = t.next[c] {
			v := int(c)
			if t.tok(v).Base() != "acl" || !m.f.c.holding.has(t, v) {
				continue
			}
			for k := t.first[v]; k >= 0; k = t.next[k] {
				i := int(k)
				if b := t.tok(i).Base(); b != "obl" && b != "nsubj" || b == "obl" && t.preposition(i) != "by" && t.preposition(i) != "to" || t.isRelative(i) {
					continue
				}
				if p := m.losers(d, i); len(p) > 0 {
					d.recipients, d.recipTrust = p, byOwner
					return
				}
			}
		}
	}
}

// downed gives those who ward off an attack its author, told elsewhere in the
// sentence or before, rather than the land over which they do: "drones struck a
// depot, while nine were shot down by air defence".
func (r *reading) downed(d *draft) {
	m := r.m
	if d.code.Type != "ASSAULT" || !m.wardsOff(d.trigger) || len(d.actors) == 0 || len(d.recipients) > 0 && (!m.onlyPlaces(d.recipients) || m.foreign(d.recipients, d.actors)) {
		return
	}
	d.recipients = nil
	for _, i := range r.order {
		c := m.candidate(i)
		if i == d.trigger || c == nil || c.code.Type != "ASSAULT" || len(c.actors) == 0 || !m.foreign(c.actors, d.actors) || m.wardsOff(i) {
			continue
		}
		if p := c.recipients; len(p) == 0 || !m.foreign(p, d.actors) {
			d.recipients, d.recipTrust = m.lords(c.actors), byPlace
			return
		}
	}
	if p := r.opponent(d.actors); len(p) > 0 {
		d.recipients, d.recipTrust, d.loose = p, 0.5, true
	}
}

// wardsOff reports whether the verb at token i tells that weapons are warded off:
// "intercepted a missile", "shot down two drones".
func (m *matcher) wardsOff(i int) bool {
	if !m.f.c.parry.has(&m.tree, i) {
		return false
	}
	return slices.ContainsFunc(m.frame(i).obj, func(o int) bool { return m.wordIn([]wordClass{m.f.c.weapon}, o) >= 0 })
}

// membersOf puts the states whose nationals somebody harmed are in the place of
// a body or of nobody's men, where the words behind tell them: "thirteen
// peacekeepers, including nine from South Africa and three from Malawi".
func (m *matcher) membersOf(d *draft) {
	if d.recipToken < 0 || len(d.recipients) != 1 || !m.is(d.recipients, "PEOPLE") && !m.is(d.recipients, "ARMED") {
		return
	}
	if x := &m.cast.Entities[d.recipients[0]]; x.Country != "" && !slices.Contains(bodies, x.Country) {
		return
	}
	t := &m.tree
	var found []int
	for k := d.recipToken + 1; k < len(t.s.Tokens); k++ {
		if !t.under(k, d.recipToken) {
			continue
		}
		if p := t.preposition(k); p != "including" && p != "among" {
			continue
		}
		for j := k; j < len(t.s.Tokens) && t.under(j, k); j++ {
			if t.preposition(j) == "from" {
				if p := m.at(j); m.is(p, "STATE") {
					found = union(found, p)
				}
			}
		}
	}
	if len(found) > 0 {
		d.recipients, d.recipTrust = found, byOwner
	}
}
