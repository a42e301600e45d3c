package event

import (
	"slices"

	"readout/lexicon"
)

// jointly adds to the actors of what one state or force does to others those who
// do it with them, and takes them out of the recipients: "in coordination with
// the navy", "together with the FBI", "alongside Britain". Who only helps is
// neither.
func (m *matcher) jointly(d *draft) {
	if len(d.actors) == 0 || d.p.rule.reciprocal {
		return
	}
	switch d.code.Type {
	case "ASSAULT", "COERCE", "SANCTION", "AID":
	default:
		return
	}
	t := &m.tree
	for k := range t.s.Tokens {
		at, ok := m.companion(k)
		if !ok || !m.inClause(k, d.trigger) {
			continue
		}
		p := m.parties(at, named).parties
		if len(p) == 0 || m.onlyPlaces(p) || !m.foreign(p, d.actors) && !m.is(p, "BODY") {
			continue
		}
		if had := len(d.recipients); had > 0 {
			d.recipients = without(d.recipients, p)
			for _, o := range m.frame(d.trigger).obj {
				if f := m.owner(o, owned, 0); len(d.recipients) == 0 && m.foreign(f.parties, d.actors) {
					d.recipients, d.recipTrust = f.parties, byOwner
				}
			}
		}
		if m.f.c.joint.has(t, k) || at == k {
			if m.is(p, "STATE") || m.is(p, "ARMED") || m.is(p, "COP") || m.is(p, "GOV") || m.is(p, "BODY") {
				d.actors = union(d.actors, p)
			}
		}
	}
}

// companion returns the noun that names those with whom, or with whose help,
// something is done, by a phrase headed by token k, and whether k heads one.
func (m *matcher) companion(k int) (int, bool) {
	t := &m.tree
	if !t.isNoun(k) {
		return -1, false
	}
	switch p := t.preposition(k); {
	case p == "alongside", p == "together_with", p == "jointly_with", p == "with" && k > 1 && m.f.c.togetherness.word(lower(t.tok(k-2).Form)), p == "with" && t.child(k, "case") > 0 && m.f.c.togetherness.word(lower(t.tok(t.child(k, "case")-1).Form)):
		return k, true
	case (p == "in" || p == "in_coordination_with" || p == "in_cooperation_with") && m.f.c.joint.has(t, k), p == "with" && m.f.c.assistance.word(t.lemma(k)):
		for c := t.first[k]; c >= 0; c = t.next[c] {
			if i := int(c); t.tok(i).Base() == "nmod" || t.tok(i).Base() == "obl" {
				switch t.preposition(i) {
				case "with", "of", "from":
					return i, true
				}
			}
		}
	}
	return -1, false
}

// inClause reports whether token k hangs on verb i, or on a noun that does, with
// no other verb between.
func (m *matcher) inClause(k, i int) bool {
	t := &m.tree
	for steps := 0; k >= 0 && steps < maxClimb; steps++ {
		if k = t.head(k); k == i {
			return true
		}
		if k >= 0 && t.isVerb(k) {
			return false
		}
	}
	return false
}

// overcame gives those who were killed while others fought them, of which the
// clause names no doer, as their killers those who are the subject of the clause
// that it hangs on: "troops ended the siege, with all six attackers killed".
func (m *matcher) overcame(d *draft) {
	t := &m.tree
	if d.code.Type != "ASSAULT" || len(d.actors) > 0 || len(d.recipients) == 0 || !m.outlawed(d.recipients) || !t.participle(d.trigger) || t.finite(d.trigger) {
		return
	}
	if b := t.tok(d.trigger).Base(); t.mark(d.trigger) == "to" || t.child(d.trigger, "aux") >= 0 || b != "acl" && b != "amod" && t.child(d.trigger, "nsubj") < 0 {
		return // "expected the rebels to be defeated"
	}
	v := d.trigger
	for steps := 0; steps < maxClimb; steps++ {
		if v = t.head(v); v < 0 {
			return
		}
		if t.isVerb(v) && t.finite(v) {
			break
		}
	}
	if v < 0 || m.frame(v).state == frameBusy || m.passive(v) {
		return
	}
	for _, s := range m.frame(v).subj {
		if p := m.parties(s.tok, owned).parties; m.opposed(p, d.recipients) && !slices.ContainsFunc(p, func(q int) bool { return slices.Contains(d.recipients, q) }) {
			d.actors, d.actorTrust = p, byPlace
			return
		}
	}
}

// calledSo returns those whose names are joined to the name that stands right
// behind noun i and says who that is: "regime allies Iran and Russia and rebel
// backer Turkey". It is nil unless that name is one of the parties.
func (m *matcher) calledSo(i int, parties []int) []int {
	t := &m.tree
	if !t.isNoun(i) || t.tok(i).UPos == "PROPN" || i+1 >= len(t.s.Tokens) {
		return nil
	}
	a := i + 1
	if b := t.tok(a).Base(); t.head(a) != i || t.tok(a).UPos != "PROPN" || b != "appos" && b != "flat" && b != "nmod" || t.preposition(a) != "" || !sharePlace(m.at(a), parties) {
		return nil
	}
	var out []int
	for c := t.first[a]; c >= 0; c = t.next[c] {
		if k := int(c); t.tok(k).Base() == "conj" && !t.isVerb(k) && !m.slashed(k) {
			out = union(out, m.at(k))
		}
	}
	return out
}

// helpedToo returns those whom the parser made the subject of a verb joined to
// that of which token i is the object, though they are objects as well: "help
// Israel and the Palestinians reach a deal".
func (m *matcher) helpedToo(i int) []int {
	t := &m.tree
	v := t.head(i)
	if v < 0 || t.tok(i).Base() != "obj" || !m.f.c.bareInfinitive.has(t, v) {
		return nil
	}
	for steps := 0; v >= 0 && steps < 2; steps++ {
		for c := t.first[v]; c >= 0; c = t.next[c] {
			k := int(c)
			if k <= i || !t.isVerb(k) || t.tok(k).XPos != "VB" && t.tok(k).XPos != "VBP" {
				continue
			}
			if b := t.tok(k).Base(); b != "conj" && b != "ccomp" && b != "xcomp" {
				continue
			}
			if s := t.child(k, "nsubj"); s > i && s < k && t.between(i, s, "CCONJ") {
				return m.at(s)
			}
		}
		if t.tok(v).Base() != "xcomp" {
			break
		}
		v = t.head(v)
	}
	return nil
}

// between reports whether a token of the word class stands between tokens a and b.
func (t *tree) between(a, b int, upos string) bool {
	for k := a + 1; k < b; k++ {
		if t.tok(k).UPos == upos {
			return true
		}
	}
	return false
}

// visitors gives talks with somebody, of which the noun names no other side,
// those as the other who come for them: "visits Tokyo for talks with the
// president".
func (m *matcher) visitors(d *draft) {
	t := &m.tree
	if d.code.Type != "CONSULT" || d.p.kind != lexicon.NounPattern || len(d.partners) == 0 {
		return
	}
	switch t.preposition(d.trigger) {
	case "for", "in", "ahead_of", "before", "after", "during", "to":
	default:
		return
	}
	v := m.clauseVerb(d.trigger)
	if v < 0 || m.passive(v) || m.frame(v).state == frameBusy || m.negated(v) {
		return
	}
	for _, s := range m.frame(v).subj {
		if p := m.parties(s.tok, named).parties; len(p) > 0 && m.foreign(p, d.partners) && (m.public(p) || m.is(p, "PUBLIC")) && !m.onlyPlaces(p) {
			d.actors, d.actorTrust = p, 0.8
			return
		}
	}
}

// nounDoer gives an investigation whose doer only modifies the word for it that
// doer: "is under police investigation".
func (m *matcher) nounDoer(d *draft) {
	t := &m.tree
	if d.code.Type != "ACCUSE" || d.p.kind != lexicon.NounPattern || d.bySpeaker {
		return
	}
	for c := t.first[d.trigger]; c >= 0; c = t.next[c] {
		if b := t.tok(int(c)).Base(); b != "compound" && b != "amod" {
			continue
		}
		if p := m.at(int(c)); len(p) > 0 && (m.is(p, "STATE") || m.is(p, "COP") || m.is(p, "JUD") || m.is(p, "GOV")) {
			d.actors, d.actorTrust = p, byOwner
			d.recipients = without(d.recipients, p)
			return
		}
	}
}
