package event

import (
	"slices"

	"readout/actor"
)

// deep returns the party nearest below token top that no slot took: of "a call
// for peacekeepers to be deployed in East Timor" East Timor. One of another
// country goes before a compatriot; the actor's own land never counts, nor does
// a compatriot unless it is a person whom a court or an official may deal with. Clauses
// with a finite verb are left alone, but for open and, of a ban or a blockade,
// those that tell where goods are bound for. Nobody accuses a place, and
// nobody attacks where he comes from.
func (m *matcher) deep(top int, actors []int, open int, covered []int, typ string) []int {
	t := &m.tree
	var queue [64]int
	q := append(queue[:0], top)
	var home, own []int
	for k := 0; k < len(q) && len(q) < 60; k++ {
		for c := t.first[q[k]]; c >= 0; c = t.next[c] {
			i := int(c)
			if i != open && m.shut(i) && !((typ == "COERCE" || typ == "SANCTION") && t.tok(i).Base() == "acl" && m.f.c.boundFor.has(t, i)) && !(typ == "SUPPORT" && t.tok(i).Base() == "acl" && m.f.c.agreement.has(t, q[k])) && !(typ == "ACCUSE" && len(actors) > 0 && t.preposition(i) == "by" && q[k] != top && !m.passive(top)) || typ == "ASSAULT" && t.preposition(i) == "from" {
				continue
			}
			if t.tok(i).Base() == "nsubj" && m.heralds(i, q[k]) {
				continue
			}
			if p := t.preposition(i); (typ == "REQUEST" || typ == "SUPPORT") && (p == "from" || p == "against") && m.f.c.guard.has(t, q[k]) {
				continue // from whom somebody is to be protected
			}
			if typ == "ACCUSE" && m.victim(i) || m.moved(i, q[k]) {
				continue
			}
			if typ == "THREATEN" && t.preposition(i) == "about" {
				continue // not whom it is aimed at
			}
			if (typ == "REJECT" || typ == "ACCUSE") && t.preposition(i) == "as" {
				continue // what it is called is not whose it is
			}
			if typ == "ASSAULT" && t.preposition(i) == "including" && m.f.c.perpetrator.has(t, i) {
				continue // who did it is not whom it was done to
			}
			if _, with := m.companion(i); with && typ != "CONSULT" && typ != "COOPERATE" && typ != "AGREE" {
				continue // whoever helps is not whom it is done to
			}
			if (typ == "ASSAULT" || typ == "COERCE") && t.tok(i).Base() == "acl" && t.participle(i) && m.f.c.charge.word(t.lemma(i)) {
				continue // "executed two men convicted of spying for Israel"
			}
			if len(q) < 60 {
				q = append(q, i)
			}
			if len(m.at(i)) == 0 || slices.ContainsFunc(covered, func(k int) bool { return k == i || t.head(k) == i }) || t.tok(i).UPos == "PRON" && t.tok(i).Rel == "nmod:poss" {
				continue
			}
			p := without(m.parties(i, named).parties, actors)
			if len(p) == 0 {
				continue
			}
			if !m.foreign(p, actors) {
				if x := &m.cast.Entities[p[0]]; own == nil && x.Kind == actor.Person && q[k] != top && publicly(x.Sectors) && t.tok(i).Base() != "compound" && t.tok(i).Rel != "nmod:poss" && !m.beside(i, top) {
					own = p
				}
				continue
			}
			if kind := m.cast.Entities[p[0]].Kind; typ == "ACCUSE" && kind == actor.Place || t.tok(i).Base() == "compound" && t.head(i) >= 0 && m.namesPact(i, t.head(i)) || typ != "ASSAULT" && kind == actor.Place && t.tok(i).Base() == "compound" && t.head(i) >= 0 && t.tok(t.head(i)).UPos == "PROPN" {
				continue
			}
			if m.cast.Entities[p[0]].Country != "" {
				if typ == "ACCUSE" {
					return m.landed(p)
				}
				return p
			}
			if kind := m.cast.Entities[p[0]].Kind; home == nil && kind != actor.Place && kind != actor.Country && !(t.tok(i).Base() == "compound" && t.tok(i).UPos != "PROPN") {
				home = p
			}
		}
	}
	if home == nil {
		switch typ {
		case "ACCUSE", "CONCEDE", "COERCE", "REJECT", "SANCTION", "THREATEN":
			return own
		}
	}
	return home
}

// beside reports whether token i stands below top in a phrase with "with", which
// names who else is there.
func (m *matcher) beside(i, top int) bool {
	t := &m.tree
	for ; i >= 0 && i != top; i = t.head(i) {
		if t.preposition(i) == "with" || t.mark(i) == "with" {
			return true
		}
	}
	return false
}

// against returns whom a protest told at trigger i is aimed at: the party of
// the first noun behind it that stands behind "against", "at" or "over", or
// behind "of" in "in protest of", "in defiance of", with the clauses that hang
// on it; its own compatriots not excepted.
func (m *matcher) against(i int, actors []int) []int {
	t := &m.tree
	top := i
	if v := m.clauseVerb(i); v >= 0 {
		top = v
	}
	for k := i + 1; k < len(t.s.Tokens); k++ {
		if !t.under(k, top) || m.isTime(k) {
			continue
		}
		switch t.preposition(k) {
		case "against", "at":
		case "over":
			if h := t.head(k); h >= 0 && h != i && h != top && t.isNoun(h) && t.tok(h).Base() == "obj" {
				continue // "celebrating their victory over the army"
			}
			if h := t.head(k); h >= 0 && t.isVerb(h) && h != i && h != top && t.tok(h).Base() == "acl" {
				continue
			}
		case "of":
			if h := t.head(k); h < 0 || t.lemma(h) != "protest" && t.lemma(h) != "defiance" && t.lemma(h) != "removal" && t.lemma(h) != "resignation" && t.lemma(h) != "ouster" {
				continue
			}
		default:
			continue
		}
		if m.supported(k, top) {
			continue
		}
		if b := m.behindOf(k); b >= 0 && m.f.classes["done-upon"].has(t, k) {
			if p := without(m.parties(b, owned).parties, actors); len(p) > 0 {
				return p // "in protest at the arrest of activists": at those of their land who did it
			}
		}
		if p := without(m.parties(k, owned).parties, actors); len(p) > 0 {
			return p
		}
	}
	return nil
}

// supported reports whether token k stands below what a protest is for: "in
// support of the rebels against the army".
func (m *matcher) supported(k, top int) bool {
	t := &m.tree
	for h := t.head(k); h >= 0 && h != top; h = t.head(h) {
		if m.f.c.cause.word(t.lemma(h)) {
			return true
		}
	}
	return false
}

// shut reports whether what hangs on token i is no part of what its head
// bears on: its subject, another clause, a time, a reason.
func (m *matcher) shut(i int) bool {
	t := &m.tree
	switch t.tok(i).Base() {
	case "nsubj":
		return t.tok(i).Rel != "nsubj:pass"
	case "csubj", "parataxis", "case", "det", "punct", "cc", "mark", "aux", "cop", "advmod", "vocative", "discourse":
		return true
	case "advcl":
		switch t.mark(i) {
		case "", "after", "before", "while", "when", "since", "until", "although", "though", "because", "as":
			return true
		}
		return t.finite(i)
	case "ccomp":
		return t.finite(i)
	case "conj":
		return t.isVerb(i) || m.candidate(i) != nil || t.has(i, "cop") && t.has(i, "nsubj") // a clause of its own
	case "acl":
		return t.tok(i).Rel == "acl:relcl" || t.gerund(i) && t.mark(i) == ""
	case "obl", "nmod":
		if m.isTime(i) || t.tok(i).Rel == "obl:agent" {
			return true
		}
		switch t.preposition(i) {
		case "at":
			if m.f.c.bidding.has(t, i) {
				return true // who asked for it is no target
			}
		case "by", "according_to", "despite", "after", "before", "during", "since", "until", "because_of", "due_to", "owing_to", "thanks_to", "in_response_to", "like", "unlike", "as", "than", "along_with", "amid", "following", "over":
			return true
		}
	}
	return false
}

// onlyOther returns the party of the one foreign country that the sentence
// names beside the actors', if these are public or threaten, or nil when it names
// none or several. Places do not count.
func (m *matcher) onlyOther(d *draft) []int {
	if !m.public(d.actors) && (d.code.Type != "THREATEN" || m.stateless(d.actors)) {
		return nil
	}
	var found []int
	country := ""
	teller, _ := m.speaker(d.trigger) // "he said that Borrell denounced the remarks"
	for i := range m.tree.s.Tokens {
		for _, e := range m.at(i) {
			x := &m.cast.Entities[e]
			if x.Country == "" || !m.foreign([]int{e}, d.actors) || m.glossing(i, d.actorToken) || d.code.Type == "ACCUSE" && slices.Contains(teller.parties, e) || d.code.Type == "THREATEN" && m.topic(i) && !m.is([]int{e}, "STATE") && !m.is([]int{e}, "ARMED") ||
				m.onlyPlaces([]int{e}) || d.code.Type == "THREATEN" && m.relatedAside(i) && m.refusal(d) || (d.code.Type == "ACCUSE" || d.code.Type == "REQUEST") && x.Kind == actor.Group && m.relatedAside(i) || d.code.Type == "ACCUSE" && m.amongVictims(i) {
				continue
			}
			if country != "" && x.Country != country {
				return nil
			}
			if country == "" {
				country, found = x.Country, []int{m.lord(e)}
			}
		}
	}
	return found
}

// refusal reports whether what a draft threatens is to refuse something, whose
// matter may be a third's: "threatened to veto a bill that taxes Iran".
func (m *matcher) refusal(d *draft) bool {
	if d.inner < 0 {
		return false
	}
	in := m.candidate(d.inner)
	return in != nil && in.code.Type == "REJECT"
}

// relatedAside reports whether token i stands in a relative clause, which tells more of
// something and not who the sentence is about.
func (m *matcher) relatedAside(i int) bool {
	t := &m.tree
	for n := 0; i >= 0 && n < maxClimb; n++ {
		if t.tok(i).Rel == "acl:relcl" {
			return true
		}
		i = t.head(i)
	}
	return false
}

// glossing reports whether token i stands in what is said of the noun at token n
// beside it: "China, a close ally of Pakistan", "Chad, which hosts Sudanese refugees".
func (m *matcher) glossing(i, n int) bool {
	t := &m.tree
	for steps := 0; i >= 0 && n >= 0 && steps < maxClimb; steps++ {
		if k := t.tok(i); (k.Base() == "appos" || k.Rel == "acl:relcl") && t.head(i) == n {
			return true
		}
		i = t.head(i)
	}
	return false
}

// topic reports whether token i stands in what something is said about: behind
// "about" and the like, or below a word that does.
func (m *matcher) topic(i int) bool {
	t := &m.tree
	for n := 0; i >= 0 && n < maxClimb; n++ {
		switch t.preposition(i) {
		case "about", "over", "regarding", "concerning":
			return true
		}
		i = t.head(i)
	}
	return false
}

// otherParty returns a state, or somebody of one, that the sentence names
// beside the actors: the first behind the trigger, else the last before it. A
// semicolon ends the sentence.
func (m *matcher) otherParty(d *draft) []int {
	if len(d.actors) == 0 {
		return nil
	}
	ok := func(i int) []int {
		var out []int
		for _, e := range m.at(i) {
			if m.cast.Entities[e].Country != "" && m.foreign([]int{e}, d.actors) {
				out = append(out, m.lord(e))
			}
		}
		return out
	}
	n := len(m.tree.s.Tokens)
	for i := d.trigger + 1; i < n && m.tree.tok(i).Form != ";"; i++ {
		if p := ok(i); len(p) > 0 {
			return p
		}
	}
	for i := d.trigger - 1; i >= 0 && m.tree.tok(i).Form != ";"; i-- {
		if p := ok(i); len(p) > 0 {
			return p
		}
	}
	return nil
}

// dealt returns with whom the sentence says that there is a deal, a truce or
// talks, as the other side of what one of its parties grants or ends: "will
// release hostages under the deal with Israel".
func (m *matcher) dealt(d *draft) []int {
	t := &m.tree
	for k := range t.s.Tokens {
		h := t.head(k)
		if h < 0 || t.preposition(k) != "with" || !t.isNoun(h) || !m.f.c.agreement.has(t, h) && !m.f.c.talks.has(t, h) && !m.f.classes["ceasefire"].has(t, h) {
			continue
		}
		if p := without(m.parties(k, owned).parties, d.actors); len(p) > 0 && (m.foreign(p, d.actors) || m.outlawed(p)) && !m.onlyPlaces(p) {
			return p
		}
	}
	return nil
}

// strangers returns those of the parties whose country is known and is that of
// none of the others.
func (m *matcher) strangers(parties, others []int) []int {
	var out []int
	for _, p := range parties {
		if m.cast.Entities[p].Country != "" && m.foreign([]int{p}, others) {
			out = append(out, p)
		}
	}
	return out
}
