package event

import "slices"

// sameAttack takes the actors of d, and the recipients it lacks, from the last
// attack told, at most two sentences back, if that is the one that its clause
// speaks of: "four others were also killed in the attack", "the ambush left 12
// dead"; or if its own tells nothing of how somebody was harmed, or of strikes
// from afar, in the land where the last one struck.
func (r *reading) sameAttack(d *draft) {
	m, t := r.m, &r.m.tree
	told := false
	definite := func(i int) bool {
		det := t.child(i, "det")
		return det >= 0 && (lower(t.tok(det).Form) == "the" || lower(t.tok(det).Form) == "this" || lower(t.tok(det).Form) == "these")
	}
	f := m.frame(d.trigger)
	for _, x := range f.preps {
		if x.prep == "in" || x.prep == "by" || x.prep == "during" || x.prep == "from" {
			if m.f.c.attack.has(t, x.tok) && definite(x.tok) {
				told = true
			}
		}
	}
	for _, x := range f.subj {
		told = told || (m.f.c.attack.has(t, x.tok) || m.f.c.perpetrator.has(t, x.tok)) && definite(x.tok) && !m.passive(d.trigger)
	}
	for k := len(r.events) - 1; k >= 0; k-- {
		e := &r.events[k]
		if m.sentence-e.Sentence > 2 {
			return
		}
		if e.Type != "ASSAULT" || len(e.Actors) == 0 {
			continue
		}
		if !told && (m.sentence == e.Sentence || !r.resumes(d, e)) || m.is(d.recipients, "ARMED") && (m.stateless(d.recipients) || !m.foreign(d.recipients, e.Actors)) {
			return // or some of those who attacked were killed, too
		}
		d.actors, d.actorTrust = e.Actors, byPlace
		if told || d.p.rule.name == harm {
			d.again = k
		}
		if m.stateless(d.recipients) && !m.stateless(e.Recipients) {
			d.recipients, d.recipTrust = e.Recipients, byPlace
		}
		return
	}
}

// harm is the rule by which somebody is killed or wounded, without more.
const harm = "assault/kill"

// resumes reports whether an assault of which nobody is said to be the author
// goes on telling of attack e: by the same means from afar, or as harm that is
// told without a cause, and in the same land.
func (r *reading) resumes(d *draft, e *Event) bool {
	m := r.m
	if p := union(d.recipients, m.land(d)); !m.stateless(p) && m.foreign(p, e.Recipients) {
		return false
	}
	if d.code.Type != "ASSAULT" || m.is(e.Actors, "UAF") || m.is(e.Actors, "CVL") {
		return false
	}
	for _, mode := range d.code.Modes {
		switch mode {
		case "aerial", "drone", "heavy-weapons":
			return slices.Contains(e.Mode, mode) || m.is(e.Actors, "STATE") || m.is(e.Actors, "MIL")
		}
	}
	if d.p.rule.name != harm || len(d.code.Modes) > 0 || !m.passive(d.trigger) {
		return false
	}
	for _, x := range m.frame(d.trigger).preps {
		if !m.isTime(x.tok) && !slices.Contains(locative, x.prep) && x.prep != "of" {
			return false // "killed by", "died of"
		}
	}
	return len(m.frame(d.trigger).clauses) == 0
}
