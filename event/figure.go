package event

import (
	"slices"

	"readout/actor"
)

// figurative reports whether a draft tells in words of war what is no force: attacks
// that others make are stopped by whoever rules, firms are beaten, a party goes on
// the offensive, people who flee cross a border.
func (m *matcher) figurative(d *draft) bool {
	switch d.code.Type {
	case "RETREAT", "CONCEDE":
		return m.stopsOthers(d) || m.pullsOut(d)
	case "ASSAULT":
		if len(d.actors) == 0 && m.tree.lemma(d.trigger) == "poison" && !m.is(d.recipients, "PERSON") && !m.evidence(d.trigger) {
			return true // by lead in the water, as like as not
		}
		t := &m.tree
		for _, mode := range d.code.Modes {
			if mode == "beat" && t.isVerb(d.trigger) && len(d.recipients) == 0 && len(d.actors) > 0 && (d.object < 0 || !m.f.c.person.has(t, d.object)) {
				return true // "beating the epidemic"
			}
			if (mode == "beat" || mode == "torture" || mode == "sexual") && len(d.recipients) > 0 && !m.is(d.recipients, "PEOPLE") && !m.is(d.recipients, "PLACE") && !m.is(d.recipients, "ARMED") {
				return true // only people are beaten
			}
		}
		return m.is(d.actors, "REF") && slices.Contains(d.code.Contexts, "territory") || m.abreast(d) || m.strives(d) || d.negated && m.answerable(d.trigger) >= 0 || m.aimedWords(d)
	case "PROTEST":
		return slices.ContainsFunc(d.actors, func(p int) bool {
			e := &m.cast.Entities[p]
			return e.Kind == actor.Country || e.Kind == actor.Government || e.Country != "MNC" && e.Country != "NGO" && e.Country != "ISM" && slices.Contains(bodies, e.Country)
		}) && slices.Contains(d.code.Modes, "obstruct")
	case "MOBILIZE":
		if m.tree.lemma(d.trigger) == "surround" && !m.is(d.actors, "ARMED") && !m.is(d.actors, "STATE") || m.tree.lemma(d.trigger) == "surround" && d.actorToken >= 0 && m.tree.isNoun(d.actorToken) && len(m.at(d.actorToken)) == 0 {
			return true // "the dispute surrounding the territory"
		}
		return len(d.actors) > 0 && m.politicians(d.actors) && m.is(d.actors, "PTY") && !m.is(d.actors, "ARMED") || m.goes(d)
	}
	return false
}

// abreast reports whether those of whom a draft says that they fight do so on one
// side: "fought side by side", "fought together".
func (m *matcher) abreast(d *draft) bool {
	t := &m.tree
	if !d.p.rule.reciprocal || !t.isVerb(d.trigger) || len(d.partners) > 0 {
		return false
	}
	for c := t.first[d.trigger]; c >= 0; c = t.next[c] {
		switch b := t.tok(int(c)).Base(); b {
		case "advmod", "obl", "advcl":
			if m.f.classes["abreast"].has(t, int(c)) {
				return true
			}
		}
	}
	return false
}

// strives reports whether those of whom a draft says that they fight bear no arms and
// fight for something to be done, and not against anybody: "fought to pass the law".
func (m *matcher) strives(d *draft) bool {
	t := &m.tree
	if !m.f.classes["fighting-verb"].has(t, d.trigger) || len(d.recipients) > 0 || len(d.partners) > 0 || m.is(d.actors, "ARMED") {
		return false
	}
	for c := t.first[d.trigger]; c >= 0; c = t.next[c] {
		if k := int(c); t.isVerb(k) && t.mark(k) == "to" && k > d.trigger {
			return true
		}
	}
	return false
}

// aimedWords reports whether what goes for somebody is a text or a film: "a video
// targeting the candidate".
func (m *matcher) aimedWords(d *draft) bool {
	t := &m.tree
	if d.actorToken < 0 || !t.isNoun(d.actorToken) || m.f.c.attack.has(t, d.actorToken) || m.f.c.weapon.has(t, d.actorToken) {
		return false
	}
	return m.f.classes["message"].has(t, d.actorToken) || m.f.classes["broadcast"].has(t, d.actorToken) || m.f.classes["footage"].has(t, d.actorToken)
}

// blasted reports whether somebody is blasted in words: a government, a party or a
// politician of one's own, and no building.
func (m *matcher) blasted(d *draft) bool {
	t := &m.tree
	if t.lemma(d.trigger) != "blast" || !t.isVerb(d.trigger) || len(d.actors) == 0 || len(d.recipients) == 0 || d.recipToken >= 0 && m.f.classes["building"].has(t, d.recipToken) {
		return false
	}
	return m.is(d.recipients, "PTY") || m.is(d.recipients, "LEG") || m.is(d.recipients, "GOV") || m.is(d.recipients, "PERSON") || m.is(d.recipients, "JRN")
}

// goes reports whether a draft of a move of troops tells no more than where one man
// goes: "the fighter moved to London".
func (m *matcher) goes(d *draft) bool {
	t := &m.tree
	if len(d.actors) != 1 || d.object >= 0 || t.child(d.trigger, "obj") >= 0 || !t.isVerb(d.trigger) || m.passive(d.trigger) || !m.f.classes["going"].has(t, d.trigger) {
		return false
	}
	e := &m.cast.Entities[d.actors[0]]
	return e.Kind == actor.Person && !e.Plural
}

// pullsOut reports whether a draft of a withdrawal tells how one man is pulled out of
// somewhere by another.
func (m *matcher) pullsOut(d *draft) bool {
	t := &m.tree
	o := t.child(d.trigger, "obj")
	return slices.Contains(d.code.Modes, "withdraw") && t.lemma(d.trigger) == "pull" && o >= 0 && m.f.c.person.has(t, o) && !m.f.classes["troops"].has(t, o) && !m.is(m.at(o), "ARMED")
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
