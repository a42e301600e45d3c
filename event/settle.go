package event

import (
	"slices"

	"readout/lexicon"
)

// settle supplies the parties that construction or context gives a draft, and
// turns what is only planned or refused into what PLOVER calls it.
func (r *reading) settle(d *draft) {
	m := r.m
	m.pair(d)
	m.noPlaces(d)
	m.mainBlow(d)
	if p := m.freedFrom(d); len(p) > 0 {
		d.actors, d.actorTrust = p, byOwner
		d.recipients = without(d.recipients, p)
	}
	r.letGo(d)
	if len(d.actors) == 0 && d.code.Type == "ASSAULT" {
		r.impact(d)
	}
	r.strikers(d)
	if len(d.actors) == 0 && d.agentless && d.code.Type == "ASSAULT" && len(d.recipients) > 1 && m.inClash(d) {
		d.actors, d.recipients = d.recipients, nil // "ten soldiers and five rebels were killed in clashes"
		d.actorTrust = byOwner
		return
	}
	r.unnamedDoer(d)
	if d.mutual {
		d.recipients = d.actors
		return
	}
	m.sortOut(d)
	if d.code.Type == "PROTEST" {
		m.march(d)
	}
	m.notWhere(d)
	if r.scheduled(d) {
		d.hypothetical, d.future = false, true
	}
	r.turn(d)
	m.blamed(d)
	m.joined(d)
	r.seekRecipients(d)
	r.corrections(d)
	r.accusersOwn(d)
	r.wronged(d)
	m.local(d)
	m.amongThem(d)
}

// pair makes partners and those they act with one side of what they do together,
// or the other side of a visit.
func (m *matcher) pair(d *draft) {
	rule := d.p.rule
	if len(d.actors) == 0 && len(d.partners) > 0 && !m.several(d.partners) && !rule.reciprocal && !rule.visit && !d.bySpeaker {
		d.partners, d.recipients = nil, nil // an agreement with somebody, but whose?
	}
	if rule.reciprocal && d.code.Type == "CONSULT" && len(d.actors) == 0 && len(d.partners) == 1 {
		// "Kabul says that its talks with Pakistan have failed"
		if p, ok := m.speaker(d.trigger); ok && m.foreign(p.parties, d.partners) && (m.is(p.parties, "GOV") || m.is(p.parties, "STATE") || m.is(p.parties, "REB")) {
			d.actors, d.actorTrust = p.parties, 0.8
		}
	}
	if len(d.actors) == 0 {
		m.visitors(d)
		m.nounDoer(d)
	}
	if rule.reciprocal {
		d.actors = union(d.actors, d.partners)
		d.actors = m.withoutPlaces(union(d.actors, d.recipients))
		d.recipients = nil
	} else if len(d.partners) > 0 {
		if rule.visit {
			d.recipients = union(d.recipients, d.partners)
		} else {
			d.actors = union(d.actors, d.partners)
		}
	}
}

// noPlaces takes out places that stand as attackers: they are where, or whom, it
// struck.
func (m *matcher) noPlaces(d *draft) {
	if (d.p.rule.armed || d.code.Type == "ASSAULT") && d.actorToken >= 0 && len(d.actors) > 0 && m.onlyPlaces(d.actors) && !m.f.c.attack.has(&m.tree, d.actorToken) && !m.f.c.weapon.has(&m.tree, d.actorToken) {
		d.actors, d.agentless = nil, true // a place kills nobody
	}
	if d.code.Type == "ASSAULT" && len(d.actors) > 0 && m.onlySites(d.actors) && m.byAttack(d) {
		if m.stateless(d.recipients) {
			d.recipients, d.recipTrust = d.actors, byPlace // "a Gaza strike"
		}
		d.actors, d.agentless = nil, true
	}
}

// byAttack reports whether it is an attack, called after somebody or some place, that
// does what d tells: "the Gaza strike killed ten".
func (m *matcher) byAttack(d *draft) bool {
	if d.actorToken >= 0 {
		return m.f.c.attack.has(&m.tree, d.actorToken)
	}
	return slices.ContainsFunc(m.frame(d.trigger).subj, func(x subject) bool { return m.f.c.attack.has(&m.tree, x.tok) })
}

// strikers seeks those who did an attack, or who seized somebody, of whom the
// clause names nobody.
func (r *reading) strikers(d *draft) {
	m := r.m
	if len(d.actors) == 0 && d.agentless && (d.code.Type == "ASSAULT" || slices.Contains(d.code.Modes, "arrest")) {
		if m.attackers(d); len(d.actors) == 0 && d.code.Type == "ASSAULT" {
			r.sameAttack(d)
		}
	}
	if a := m.tree.agent(d.trigger); len(d.actors) == 0 && d.code.Type == "ASSAULT" && a >= 0 && m.f.c.attack.has(&m.tree, a) {
		m.attackedBy(d, a, byOwner) // "killed by an attack attributed to rebels"
	}
	if len(d.actors) == 0 && d.code.Type == "ASSAULT" && !m.passive(d.trigger) {
		for _, x := range m.frame(d.trigger).subj {
			if m.f.c.attack.has(&m.tree, x.tok) && m.attackedBy(d, x.tok, byOwner) {
				break // "a blast attributed to rebels kills ten"
			}
		}
	}
	if a := m.tree.agent(d.trigger); len(d.actors) == 0 && d.code.Type == "ASSAULT" && !d.agentless && a >= 0 && len(m.at(a)) == 0 {
		m.attackers(d) // "killed by a bomb during clashes with rebels"
	}
	if len(d.actors) == 0 && d.code.Type == "ASSAULT" && !d.agentless {
		r.sameAttack(d) // "the attack also killed two"
	}
	if len(d.actors) == 0 && d.agentless && d.code.Type == "ASSAULT" {
		m.armsOf(d)
	}
}

// unnamedDoer supplies whoever does what a clause without a doer tells: who
// announced it, whom the text tells of at its head, who answers what it lays to
// somebody, the captor, the authorities.
func (r *reading) unnamedDoer(d *draft) {
	m := r.m
	r.partOf(d)
	if p := r.accuser(d); len(d.actors) == 0 && len(p) > 0 {
		d.actors, d.actorTrust = p, byPlace
	}
	if d.code.Type == "PROTEST" && d.p.kind == lexicon.NounPattern && len(d.actors) == 0 {
		d.agentless = true
	}
	if len(d.actors) == 0 && (d.agentless || d.code.CAMEO == "115") && !d.bySpeaker {
		if d.actors, d.actorTrust = m.announcer(d), 0.75; len(d.actors) == 0 {
			d.actors, d.actorTrust = m.fallbackActor(d), 0.6
			if m.onlyPlaces(d.actors) && m.official(d) {
				d.actors = m.rulers(d.actors)
			}
		}
		if len(d.actors) == 0 && (slices.Contains(d.code.Modes, "release") || slices.Contains(d.code.Modes, "arrest") || slices.Contains(d.code.Modes, "abduct") || slices.Contains(d.code.Modes, "convict") || d.code.CAMEO == "115" || m.official(d)) {
			if !slices.Contains(d.code.Modes, "restrict") {
				d.actors = r.captor(d.recipients)
			}
			if (d.code.CAMEO == "115" || slices.Contains(d.code.Modes, "convict")) && m.outlawed(d.actors) {
				d.actors = nil // rebels try nobody
			}
			if slices.Contains(d.code.Modes, "abduct") {
				if !m.is(d.actors, "ARMED") {
					d.actors = nil // "Americans held hostage", of whom it was told that they were jailed at home
				}
			} else if len(d.actors) == 0 {
				d.actors = m.authorities(d)
			}
		}
		d.loose = len(d.actors) > 0
	}
}

// sortOut leaves of the recipients those to whom it is done, and puts whose they
// are for those of no country.
func (m *matcher) sortOut(d *draft) {
	d.recipients = m.unheard(d, without(d.recipients, d.actors))
	if len(d.recipients) > 1 {
		d.recipients = m.others(d.recipients, d.actors)
	}
	if d.recipToken >= 0 && len(d.recipients) > 0 && m.stateless(d.recipients) {
		if p := m.envoys(d); len(p) > 0 {
			d.recipients, d.recipTrust = p, byOwner
		} else if p := m.owner(d.recipToken, anywhere, 0); len(p.parties) > 0 && !m.stateless(p.parties) && m.foreign(p.parties, d.actors) {
			d.recipients, d.recipTrust = p.parties, min(d.recipTrust, p.trust) // "the plant in Iran"
		} else if p := m.deep(d.recipToken, d.actors, -1, nil, d.code.Type); len(p) > 0 && !m.stateless(p) && (d.code.Type == "ASSAULT" || !m.is(d.recipients, "PEOPLE")) {
			d.recipients, d.recipTrust = p, min(d.recipTrust, byPlace) // "a camp for Congolese refugees"
		}
	}
}

// march settles who protests, and that they do so at no place's expense.
func (m *matcher) march(d *draft) {
	if in := m.innerOf(d); in != nil && in.code.Type == "SUPPORT" {
		d.recipients = nil // whom they support
	}
	m.marchers(d)
	if m.onlyPlaces(d.recipients) && (d.recipToken < 0 || m.tree.preposition(d.recipToken) != "" || m.tree.tok(d.recipToken).Base() != "obj") {
		d.recipients = nil // where they march, unless it is what they block
	}
	if p := m.land(d); len(d.actors) > 0 && m.stateless(d.actors) && !m.is(d.actors, "PERSON") && m.is(d.actors, "PEOPLE") && len(p) > 0 && slices.ContainsFunc(d.actors, func(a int) bool { return !m.homeless(a) }) {
		d.actors, d.actorTrust = p, byPlace
	}
}

// notWhere takes out places that are only where something is said or done.
func (m *matcher) notWhere(d *draft) {
	if d.recipToken >= 0 && len(d.recipients) > 0 && m.onlyPlaces(d.recipients) {
		switch d.code.Type {
		case "AGREE", "ACCUSE", "REQUEST", "SUPPORT", "THREATEN", "REJECT":
			if isPlacing(m.tree.preposition(d.recipToken)) {
				d.recipients = nil // where it is said, or to be done
			}
		}
	}
	if d.code.Type == "ACCUSE" && d.recipToken < 0 && m.onlyPlaces(d.recipients) {
		d.recipients = nil // nobody accuses a place
	}
}

// seekRecipients finds the other side of a draft that its clause does not name.
func (r *reading) seekRecipients(d *draft) {
	m := r.m
	rule := d.p.rule
	if d.code.Type == "AGREE" && len(d.recipients) > 0 && !m.foreign(d.recipients, d.actors) && m.is(d.recipients, "STATE") {
		d.recipients = nil // what one promises to do at home
	}
	mutual := d.code.Type == "AGREE" && m.several(d.actors) || slices.Contains(d.code.Modes, "ceasefire") && len(d.actors) > 1
	if mutual && len(d.stray) > 0 && !m.third(d) {
		d.recipients = nil // those who agree with each other do it to nobody
	}
	if d.code.Type == "ASSAULT" && len(d.recipients) == 0 && d.object >= 0 {
		if p := without(m.at(d.object), d.actors); m.is(p, "PEOPLE") && !m.stateless(p) {
			d.recipients, d.recipTrust = p, byName // whom they bomb, whatever land it is in
		}
	}
	if s := m.tree.child(d.trigger, "nsubj"); d.code.Type == "ASSAULT" && m.tree.isNoun(d.trigger) && len(d.recipients) == 0 && s >= 0 && m.is(m.at(s), "PLACE") {
		d.recipients, d.recipTrust = m.at(s), byPlace // "Benghazi was an attack by extremists"
	}
	if slices.Contains(d.code.Modes, "release") && len(d.recipients) == 0 && d.object >= 0 {
		if p := without(m.at(d.object), d.actors); m.is(p, "PEOPLE") && !m.stateless(p) {
			d.recipients, d.recipTrust = p, byName // "the French journalist was released"
		}
	}
	if len(d.recipients) == 0 && !mutual && m.oneSided(d) {
		open := d.clause
		if open < 0 {
			open = d.inner
		}
		if m.countable(d) >= 0 {
			m.countedOnes(d)
		} else if d.refers {
			d.recipients, d.recipTrust = r.toldOf(d.actors), byPlace
		} else if d.toAll {
			if d.toSides {
				d.recipients, d.recipTrust = r.sides(d), byPlace
			}
		} else if d.verdict() {
			// a verdict names whom it is about, or speaks of who was told of before: see supply
		} else if p := m.deep(d.trigger, union(d.actors, d.spared), open, d.covered, d.code.Type); len(p) > 0 {
			d.recipients, d.recipTrust = p, 0.65
		}
		if d.code.Type == "THREATEN" && len(d.recipients) > 0 && !m.foreign(d.recipients, d.actors) && m.is(d.recipients, "MIL") && (m.is(d.actors, "GOV") || m.is(d.actors, "MIL")) {
			d.recipients = nil // a state threatens others, not the soldiers whom it has
		}
	}
	if d.code.Type == "THREATEN" && len(d.recipients) == 0 {
		d.recipients, d.recipTrust = m.provoker(d), byPlace
	}
	if p := m.jailers(d); len(d.recipients) == 0 && len(p) > 0 {
		d.recipients, d.recipTrust = p, byPlace
	}
	if len(d.recipients) == 0 && d.code.Type == "PROTEST" {
		if p := m.protested(d); len(p) > 0 {
			d.recipients, d.recipTrust = p, 0.75
		} else if p := m.against(d.trigger, d.actors); len(p) > 0 {
			d.recipients, d.recipTrust = p, 0.75
		} else if p := m.antis(d); len(p) > 0 {
			d.recipients, d.recipTrust = p, 0.75
		}
	}
	if d.p.rule.name == "sanction/recall-envoy" && len(d.actors) > 0 && len(d.recipients) > 0 && !m.foreign(d.recipients, d.actors) {
		d.recipients = nil // the envoy who is called home is not whom it is done to
	}
	if (len(d.recipients) == 0 && !d.toAll && !d.refers || d.code.Type == "ASSAULT" && m.stateless(d.recipients)) && !rule.reciprocal {
		r.supply(d)
		d.recipients = m.unheard(d, d.recipients)
	}
}

// oneSided reports whether a draft is of a kind that is done to somebody, and
// not with others or by oneself alone.
func (m *matcher) oneSided(d *draft) bool {
	rule := d.p.rule
	switch d.code.Type {
	case "CONSULT", "PROTEST":
		return false
	}
	return !rule.reciprocal && !(rule.coming && d.code.CAMEO == "036") && !slices.Contains(d.code.Modes, "resign") && d.code.CAMEO != "0341"
}

// corrections mends sides by what is known of single kinds of deed: who lost what
// is taken, whose shop was struck, whose troops are moved.
func (r *reading) corrections(d *draft) {
	m := r.m
	if d.code.Type == "ASSAULT" && len(d.recipients) == 1 && m.is(d.recipients, "MNC") && m.is(d.recipients, "BUS") {
		if p := m.land(d); len(p) > 0 && m.foreign(p, d.actors) {
			d.recipients, d.recipTrust = p, byPlace // "at a Walmart in Michigan"
		}
	}
	if d.code.CAMEO == coup && len(d.recipients) == 0 && slices.Contains(d.code.Modes, "seize") {
		d.recipients = without(m.governmentOf(d.actors), d.actors) // from whom power is seized
	}
	m.ownGovernment(d)
	m.takenFrom(d)
	m.heldBy(d)
	r.downed(d)
	m.jointly(d)
	m.overcame(d)
	m.membersOf(d)
	m.ownTarget(d)
	m.captors(d)
	m.kidnapped(d)
	m.regained(d)
	if d.code.Type == "MOBILIZE" && (d.recipToken < 0 && m.stateless(d.recipients) && m.is(d.recipients, "MIL") || d.p.rule.name == "mobilize/alert" && m.onlyPlaces(d.recipients) && !m.foreign(d.recipients, d.actors)) {
		d.recipients = nil // the ships that are sent, or where at home
	}
	m.domestic(d)
}
