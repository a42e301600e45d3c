package event

import (
	"slices"

	"readout/lexicon"
)

// verdict reports whether a draft blames by a word for what was done, or for how
// it is felt ("is unacceptable", "concerned by the conditions"), which means
// nothing unless it is known whose doing it is.
func (d *draft) verdict() bool {
	return d.code.Type == "ACCUSE" && (d.p.said || slices.ContainsFunc(d.p.slots, func(s slot) bool {
		return d.p.kind == lexicon.AdjPattern && s.Where == lexicon.Prep && s.Role == '*' ||
			s.Owner == 'R' && (s.Where == lexicon.Before || s.Where == lexicon.Object && slices.Contains(s.Class, "deed"))
	}))
}

// addressed returns those to whom the speaker of draft d, a charge or a demand
// whose own words name nobody, turns: to whom the sentence's message goes ("our
// message to Iran"), whom its verb of speech tells it ("told Hamas"), or at whom
// the same speaker's last charge, demand or threat was aimed, in the same
// paragraph and not more than reachOfSpeech sentences before.
func (r *reading) addressed(d *draft) []int {
	m, t := r.m, &r.m.tree
	for k := range t.s.Tokens {
		h := t.head(k)
		if h < 0 || t.preposition(k) != "to" {
			continue
		}
		message := t.tok(k).Base() == "nmod" && m.f.c.utterance.has(t, h)
		if !message && !(m.f.c.say.has(t, h) && t.under(d.trigger, h)) {
			continue
		}
		if p := m.strangers(m.parties(k, named).parties, d.actors); len(p) > 0 {
			return p
		}
	}
	for v, n := t.head(d.trigger), 0; v >= 0 && n < maxClimb; v, n = t.head(v), n+1 {
		if !m.f.c.say.has(t, v) {
			continue
		}
		f := m.frame(v)
		for _, o := range append(append([]int(nil), f.iobj...), f.obj...) {
			if p := m.strangers(m.parties(o, named).parties, d.actors); o != d.trigger && len(p) > 0 && !m.is(p, "JRN") {
				return p
			}
		}
	}
	here := t.s.Block
	for k := len(r.events) - 1; k >= 0; k-- {
		e := &r.events[k]
		if m.sentence-e.Sentence > reachOfSpeech || m.doc.Sentences[e.Sentence].Block != here {
			return nil
		}
		switch e.Type {
		case "ACCUSE", "REQUEST", "THREATEN":
		default:
			continue
		}
		if m.foreign(e.Recipients, d.actors) && len(e.Recipients) > 0 && (e.BySpeaker || d.bySpeaker || !m.foreign(e.Actors, d.actors)) {
			return e.Recipients
		}
	}
	return nil
}

// reachOfSpeech is how many sentences back a speaker may have named those to
// whom he still turns.
const reachOfSpeech = 2

// adversary returns the other side of the last act of conflict that has one of
// the actors, or a compatriot, on one side, within reachOfSpeech sentences of
// the same paragraph.
func (r *reading) adversary(actors []int) []int {
	m := r.m
	for k := len(r.events) - 1; k >= 0; k-- {
		e := &r.events[k]
		if m.sentence-e.Sentence > reachOfSpeech || m.doc.Sentences[e.Sentence].Block != m.tree.s.Block {
			return nil
		}
		if Quad(e.Type) < 3 || len(e.Recipients) == 0 || len(e.Actors) == 0 {
			continue
		}
		if other := r.otherSide(e, actors); !m.stateless(other) {
			return other
		}
	}
	return nil
}

// reachOfDeed is how many sentences back the deed is sought that "these attacks"
// mean; "the attack" means one of the sentence before.
const reachOfDeed = 3

// deedTold returns who did the deed told last, where draft d blames it without a
// name: "Iran attacked Israel. I condemn these attacks".
func (r *reading) deedTold(d *draft) []int {
	m, t := r.m, &r.m.tree
	reach := -1
	for _, o := range m.frame(d.trigger).obj {
		if !t.isNoun(o) || !m.f.c.attack.has(t, o) && !m.hostileDeed(o) || t.possessor(o) >= 0 {
			continue
		}
		if det := t.child(o, "det"); det >= 0 {
			switch lower(t.tok(det).Form) {
			case "these", "this", "those", "such":
				reach = reachOfDeed
			case "the":
				reach = 1
			}
		}
	}
	for k := len(r.events) - 1; k >= 0 && reach >= 0; k-- {
		e := &r.events[k]
		if m.sentence-e.Sentence > reach {
			break
		}
		if (e.Type == "ASSAULT" || e.Type == "COERCE") && len(e.Actors) > 0 && m.foreign(e.Actors, d.actors) && !m.stateless(e.Actors) {
			return e.Actors
		}
	}
	return nil
}
