package event

import "slices"

// figurative reports whether a draft tells in words of war what is no force: attacks
// that others make are stopped by whoever rules, firms are beaten, a party goes on
// the offensive, people who flee cross a border.
func (m *matcher) figurative(d *draft) bool {
	switch d.code.Type {
	case "RETREAT", "CONCEDE":
		return m.stopsOthers(d)
	case "ASSAULT":
		for _, mode := range d.code.Modes {
			if (mode == "beat" || mode == "torture" || mode == "sexual") && len(d.recipients) > 0 && !m.is(d.recipients, "PEOPLE") && !m.is(d.recipients, "PLACE") && !m.is(d.recipients, "ARMED") {
				return true // only people are beaten
			}
		}
		return m.is(d.actors, "REF") && slices.Contains(d.code.Contexts, "territory")
	case "MOBILIZE":
		return len(d.actors) > 0 && m.politicians(d.actors) && m.is(d.actors, "PTY") && !m.is(d.actors, "ARMED")
	}
	return false
}

// stopsOthers reports whether a draft tells how somebody who bears no arms puts an
// end to violence that is none of his: "takes steps to stop domestic violence",
// "rolls back attacks on the law". A state may cease its fire on another.
func (m *matcher) stopsOthers(d *draft) bool {
	if d.p.rule.name != "concede/stop" && d.p.rule.name != "retreat/ceasefire" || len(d.actors) == 0 || m.is(d.actors, "ARMED") {
		return false
	}
	w := d.inner
	for _, k := range d.covered {
		if w < 0 && m.f.c.attack.has(&m.tree, k) {
			w = k
		}
	}
	if w < 0 || w == d.trigger || !m.f.c.attack.has(&m.tree, w) {
		return false
	}
	if c := m.candidate(w); c != nil && len(c.actors) > 0 && !m.foreign(c.actors, d.actors) {
		return false // "ended America's longest war"
	}
	if m.f.classes["outrage"].has(&m.tree, w) {
		return true
	}
	return len(without(d.recipients, d.actors)) == 0 || !m.foreign(d.recipients, d.actors)
}
