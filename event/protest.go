package event

import (
	"slices"

	"readout/actor"
	"readout/lexicon"
)

// innerOf returns the candidate in the X of a draft, or nil.
func (m *matcher) innerOf(d *draft) *candidate {
	if d.inner < 0 {
		return nil
	}
	return m.candidate(d.inner)
}

// musters reports whether the words of a protest tell none: somebody marches or
// rallies others, a state rallies to do something, or the noun only stands before
// what it is a kind of ("a demonstration project").
func (m *matcher) musters(d *draft) bool {
	t := &m.tree
	if !t.isVerb(d.trigger) {
		return d.p.kind == lexicon.NounPattern && t.tok(d.trigger).Base() == "compound" && t.lemma(d.trigger) == "demonstration"
	}
	switch t.lemma(d.trigger) {
	case "march", "rally", "parade", "demonstrate":
	default:
		return false
	}
	if o := t.child(d.trigger, "obj"); o >= 0 && !m.isTime(o) {
		return true
	}
	return d.actorToken >= 0 && len(d.actors) > 0 && m.statesOnly(d.actors)
}

// statesOnly reports whether all parties are states, their governments or bodies
// of states.
func (m *matcher) statesOnly(parties []int) bool {
	return !slices.ContainsFunc(parties, func(p int) bool {
		switch e := &m.cast.Entities[p]; e.Kind {
		case actor.Country, actor.Government:
			return false
		default:
			return e.Kind != actor.Organization || !slices.Contains(bodies, e.Country)
		}
	})
}

// topics are the last digits that CAMEO has for what a protest is about, in
// the order in which they are tried.
var topics = [...]string{"1", "3", "4", "2"}

// protestTopic returns the last digit of the CAMEO code of a protest told by token
// i: 1 for another leadership, 2 for another policy, 3 for rights, 4 for other
// institutions; nothing where the text does not say what it is about.
func (m *matcher) protestTopic(i int) string {
	t := &m.tree
	for n, class := range [...]wordClass{m.f.c.leadership, m.f.c.rights, m.f.c.institutions, m.f.c.policy} {
		for k := range t.s.Tokens {
			if k != i && class.has(t, k) && t.under(k, i) && m.concerns(k, i) {
				return topics[n]
			}
		}
	}
	return ""
}

// concerns reports whether token k, below i, stands in what the act of i is
// about: behind "against", "over", "for" and the like, in a clause of purpose
// or of demanding, or as a modifier before it; not in what tells when or where.
func (m *matcher) concerns(k, i int) bool {
	t := &m.tree
	about := false
	for steps := 0; k >= 0 && k != i; steps++ {
		if steps > maxClimb {
			return false
		}
		switch b := t.tok(k).Base(); b {
		case "obl", "nmod":
			switch t.preposition(k) {
			case "against", "over", "at", "about", "for", "to", "in_support_of", "in_favour_of", "in_favor_of", "in_protest_at", "in_protest_of", "in_protest_against", "demanding", "concerning", "regarding":
				about = true
			case "during", "after", "since", "following", "before", "amid", "near", "outside", "until", "despite", "ahead_of":
				return false
			}
		case "advcl", "acl", "xcomp":
			if t.finite(k) {
				return false
			}
			switch t.mark(k) {
			case "", "to", "for", "over", "against", "in_order_to":
				about = true
			default:
				return false
			}
		case "amod", "compound":
			about = about || t.head(k) == i
		case "nsubj", "parataxis", "ccomp", "conj":
			if b != "conj" {
				return false
			}
		}
		k = t.head(k)
	}
	return about
}
