package event

import (
	"slices"

	"readout/lexicon"
)

// turn gives an act that is announced, planned, threatened or refused the
// type that PLOVER has for it.
func (r *reading) turn(d *draft) {
	typ := d.code.Type
	coop := Quad(typ) == 2 || typ == "CONSULT" || typ == "SUPPORT" || typ == "CONCEDE" || typ == "RETREAT"
	hostile := Quad(typ) == 4 || typ == "REJECT" && slices.Contains(d.code.Modes, "meet")
	own := len(d.actors) > 0
	switch {
	case d.p.rule.coming:
		if typ == "AGREE" && d.negated && own { // "would not attend the talks"
			d.code.Type, d.code.Modes, d.code.CAMEO, d.negated = "REJECT", nil, "120", false
			if d.p.code.CAMEO == "036" {
				d.code.Modes, d.code.CAMEO = []string{"meet"}, "125"
			}
		}
	case typ == "ASSAULT" && (r.m.f.c.rebuke.has(&r.m.tree, d.trigger) && r.m.inWords(d) || r.m.blasted(d)):
		d.code.Type, d.code.Modes, d.code.CAMEO = "ACCUSE", []string{"disapprove"}, "111"
	case typ == "MOBILIZE" && own && r.m.f.c.dispatch.has(&r.m.tree, d.trigger) && r.m.relief(d.trigger):
		d.code.Type, d.code.Modes, d.code.CAMEO = "AID", nil, "073"
		if len(d.recipients) == 0 && r.m.is(d.actors, "STATE") {
			d.recipients, d.mutual = d.actors, true // at home
		}
	case (coop || typ == "AGREE") && d.future && d.negated && own:
		if r.recode(d, "refused") {
			d.future, d.negated = false, false
			d.oneSided()
		}
	case typ == "AGREE" && d.inner >= 0 && own && r.m.negated(d.inner) && r.m.candidate(d.inner) != nil:
		d.code = r.m.candidate(d.inner).code // "voted not to attend"
		r.recode(d, "refused")
		d.oneSided()
	case coop && d.negated && own && r.m.resolvedNot(d.trigger):
		if r.recode(d, "refused") {
			d.future, d.negated = false, false
			d.oneSided()
		}
	case typ == "RETREAT" && d.announced && !d.future && !d.negated && r.m.progressive(d.trigger):
		r.recode(d, "future") // "announced that it was withdrawing troops"
	case coop && d.future && !d.negated:
		if r.recode(d, "future") {
			if typ == "CONSULT" && len(d.partners) > 0 && len(d.actors) > len(d.partners) && r.m.f.c.touch.has(&r.m.tree, d.trigger) {
				d.actors, d.recipients = without(d.actors, d.partners), d.partners // he alone promises it
			}
			d.future = typ == "CONCEDE" && d.code.Type == "CONCEDE"
		}
	case typ == "ASSAULT" && !d.negated && own && !d.future && r.onlyDecided(d):
		if r.recode(d, "threaten") {
			d.hypothetical = false
		}
	case hostile && !d.p.not && (d.future && !d.announced || d.may && (r.m.conditioned(d.trigger) || r.m.ofHimself(d))) && !d.negated && own:
		if r.recode(d, "threaten") {
			d.future, d.hypothetical = false, false
		}
	case typ == "AGREE", typ == "REJECT" && d.p.not:
		d.unasserted = d.unasserted || r.m.yetToBroker(d)
		d.future = false
	}
}

// yetToBroker reports whether a draft tells of a deal between others that somebody
// will or would bring about: "he would broker a deal between Chad and Niger".
func (m *matcher) yetToBroker(d *draft) bool {
	t := &m.tree
	h := t.head(d.trigger)
	return d.actorToken < 0 && len(d.partners) > 1 && d.p.kind == lexicon.NounPattern && (d.future || d.hypothetical) && h >= 0 && t.isVerb(h) && t.tok(d.trigger).Base() == "obj" &&
		m.f.classes["brokering"].has(t, h)
}

// oneSided makes the partners of what takes two, which one of them refuses, those
// to whom he does: "would not negotiate with Hamas".
func (d *draft) oneSided() {
	if own := without(d.actors, d.partners); len(own) > 0 && len(d.partners) > 0 {
		d.actors, d.recipients = own, without(d.partners, own)
	}
}

// resolvedNot reports whether somebody resolves not to do what verb i tells:
// "decided not to send troops".
func (m *matcher) resolvedNot(i int) bool {
	t := &m.tree
	h := t.head(i)
	return h >= 0 && t.tok(i).Base() == "xcomp" && t.mark(i) == "to" && m.negated(i) && !m.negated(h) && m.f.c.decide.has(t, h)
}

// onlyDecided reports whether the text tells of an attack no more than that somebody
// decided on it, lately and in a main clause: "has decided to occupy the island". What
// was decided on long ago, or is spoken of as known, was done.
func (r *reading) onlyDecided(d *draft) bool {
	m, t := r.m, &r.m.tree
	h := t.head(d.trigger)
	if h < 0 || t.tok(d.trigger).Base() != "xcomp" || t.mark(d.trigger) != "to" || !t.isVerb(h) || !m.f.c.decide.has(t, h) || m.negated(h) || !m.main(h) {
		return false
	}
	if o := t.child(d.trigger, "obj"); o >= 0 && t.child(o, "nummod") >= 0 {
		return false // "decided to kill three hostages"
	}
	at := m.timeOf(d)
	if at < 0 {
		return true
	}
	age, ok := r.day.age(m.times[at].Value)
	return ok && age <= longDecided
}

// longDecided is after how many days what was decided on is taken to have been done.
const longDecided = 14

// progressive reports whether verb i is in a progressive form.
func (m *matcher) progressive(i int) bool {
	t := &m.tree
	if !t.gerund(i) {
		return false
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if k := int(c); t.tok(k).Base() == "aux" && t.lemma(k) == "be" {
			return true
		}
	}
	return false
}

// ofHimself reports whether a draft is said by its own actor: "Russia said it
// might expel diplomats".
func (m *matcher) ofHimself(d *draft) bool {
	p, ok := m.speaker(d.trigger)
	return ok && len(p.parties) > 0 && !m.foreign(p.parties, d.actors)
}

// recode gives d the code that a table says, if it says any.
func (r *reading) recode(d *draft, table string) bool {
	t := r.m.f.tables[table]
	if t == nil {
		return false
	}
	code, ok := lookup(t, d.code)
	if !ok {
		return false
	}
	base := d.code
	if code.Type != "" && code.Type != base.Type && code.Modes == nil {
		base.Modes = nil
	}
	d.code = code.Over(base)
	return true
}
