package event

import (
	"slices"
	"strings"

	"readout/actor"
)

// at returns the entities that the cast puts at token i of the sentence.
func (m *matcher) at(i int) []int {
	if k := m.tree.tok(i); k.XPos == "$" || strings.HasSuffix(k.Form, "$") {
		return nil // the "US" of "US$"
	}
	if e := m.cast.At(m.sentence, i); len(e) == 0 || !m.namesAccord(i, e) {
		return e
	}
	return nil
}

// namesAccord reports whether token i, of parties e, is the place that an accord is
// called after, which is no party to it: "the Minsk agreements".
func (m *matcher) namesAccord(i int, e []int) bool {
	t := &m.tree
	h := t.head(i)
	return t.tok(i).Base() == "compound" && h == i+1 && m.f.c.accord.has(t, h) && !slices.ContainsFunc(e, func(p int) bool {
		return m.cast.Entities[p].Kind != actor.Place
	})
}

// one returns the list of i alone, without allocating.
func (m *matcher) one(i int) []int { return m.self[i : i+1 : i+1] }

// people returns the entities at i that "who" may refer to.
func (m *matcher) people(i int) []int {
	for _, e := range m.at(i) {
		switch m.cast.Entities[e].Kind {
		case actor.Person, actor.Role, actor.Group, actor.Government, actor.Organization:
			return m.at(i)
		}
	}
	return nil
}

// How a party was found, which bears on the confidence.
const (
	byName  = 1.0  // the token names it
	byOwner = 0.85 // the token belongs to it: "Israeli helicopters"
	byPlace = 0.7  // the token lies there: "villages near the border"
)

// A reach is how far from a word the party may be that it stands for.
type reach uint8

const (
	named    reach = iota // the word itself names it
	owned                 // or it belongs to the party: possessor, nation, "of"
	anywhere              // or it lies in the party's land
)

// A find is the parties that a token stands for.
type find struct {
	parties []int
	trust   float64
}

// deepest is how many parties may be asked for in order to tell one: words that lead
// from one to another, as subject and apposition do, may lead back.
const deepest = 32

// parties returns whom token i and those joined to it by conjunction stand
// for. A word that names nobody may stand for its owner, within reach.
func (m *matcher) parties(i int, owner reach) find {
	if m.depth == deepest {
		return find{}
	}
	m.depth++
	f := m.partiesAt(i, owner)
	m.depth--
	return f
}

func (m *matcher) partiesAt(i int, owner reach) find {
	f := m.party(i, owner, 0)
	t := &m.tree
	if t.tok(i).UPos == "PROPN" || t.tok(i).XPos == "NNS" {
		for c := t.first[i]; c >= 0; c = t.next[c] {
			if k := int(c); k > 0 && (t.tok(k).Base() == "appos" || t.tok(k).Rel == "nmod:unmarked") && t.tok(k-1).Form == "," && (m.is(f.parties, "BODY") || m.is(f.parties, "STATE")) {
				if e := m.at(k); m.is(e, "STATE") && m.foreign(e, f.parties) {
					f.parties = union(f.parties, e) // a headline: "EU, Japan sign deal"
				}
			}
			switch t.tok(int(c)).Base() {
			case "appos", "flat":
				for d := t.first[c]; d >= 0; d = t.next[d] {
					if t.tok(int(d)).Base() == "conj" && !t.isVerb(int(d)) {
						f.parties = union(f.parties, m.at(int(d))) // hung on the name rather than the title
					}
				}
			}
		}
	}
	f.parties = union(f.parties, m.calledSo(i, f.parties))
	f.parties = union(f.parties, m.helpedToo(i))
	if m.stateless(f.parties) {
		if p := m.included(i); len(p) > 0 {
			f.parties, f.trust = p, byName
		}
	}
	if len(f.parties) == 1 && t.preposition(i) == "between" {
		for c := t.first[i]; c >= 0 && int(c) < i; c = t.next[c] {
			if p := m.at(int(c)); t.tok(int(c)).Base() == "compound" && len(p) > 0 && t.has(int(c), "conj") {
				f.parties = union(p, f.parties) // "between Congo and M23 rebels"
			}
		}
	}
	m.joinParties(i, owner, 0, &f)
	return f
}

// included returns those of known countries whom "including" names behind the noun in
// the plural at token i: "several countries, including France and Chad".
func (m *matcher) included(i int) []int {
	t := &m.tree
	if t.tok(i).XPos != "NNS" {
		return nil
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := int(c)
		if k < i || t.preposition(k) != "including" || t.tok(k).UPos != "PROPN" {
			continue
		}
		f := find{parties: m.at(k), trust: byName}
		m.joinParties(k, named, 0, &f)
		if !m.stateless(f.parties) {
			return m.landed(f.parties)
		}
	}
	return nil
}

// joinParties adds to f whom those stand for that are joined to token i, or to
// one of them: "Kuwait, the Emirates" and Bahrain, which hangs on the Emirates.
func (m *matcher) joinParties(i int, owner reach, steps int, f *find) {
	const deepest = 4 // joined one to the other
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Base() != "conj" || t.isVerb(int(c)) || m.cutOff(i, int(c)) || m.slashed(int(c)) {
			continue
		}
		g := m.party(int(c), owner, 0)
		if f.trust < byName && len(f.parties) > 0 || g.trust < byName && owner == anywhere {
			continue // "Israel's security and the defeat of Hamas"
		}
		f.parties = union(f.parties, g.parties)
		if len(g.parties) > 0 {
			f.trust = max(f.trust, g.trust)
			if steps < deepest && int(c) > i && t.tok(int(c)).UPos == "PROPN" {
				m.joinParties(int(c), owner, steps+1, f)
			}
		}
	}
}

// cutOff reports whether a verb that the parser took for a noun stands between
// tokens i and k, which then are not joined: "in Bangkok, and arrest foreigners".
func (m *matcher) cutOff(i, k int) bool {
	for j := i + 2; j < k; j++ {
		if m.tree.tok(j).UPos == "NOUN" && m.tree.tok(j-1).UPos == "CCONJ" && m.joinedVerb(j) {
			return true
		}
	}
	return false
}

// slashed reports whether a name is joined to those before it by a slash, as
// the makers of a picture are: "POOL / AFP".
func (m *matcher) slashed(i int) bool {
	t := &m.tree
	return t.tok(i).UPos == "PROPN" && i > 0 && t.tok(i-1).Form == "/"
}

// party returns whom token i alone stands for.
func (m *matcher) party(i int, owner reach, steps int) find {
	t := &m.tree
	if steps > 4 {
		return find{}
	}
	if k := m.oneCalled(i); k >= 0 {
		return find{m.at(k), byName}
	}
	if e := m.at(i); len(e) > 0 {
		if m.nowhere(e) {
			if owner < anywhere || m.f.c.vague.has(t, i) {
				return find{} // "international waters"
			}
			return m.unknownPlace(i, steps)
		}
		if x := &m.cast.Entities[e[0]]; len(e) == 1 && x.Kind == actor.Group && m.plain(e) {
			if o := m.lord(e[0]); o != e[0] && !m.plain([]int{o}) {
				return find{[]int{o}, byOwner} // "members of the front"
			}
		}
		if x := &m.cast.Entities[e[0]]; len(e) == 1 && x.Country == "" && steps == 0 {
			switch {
			case x.Kind == actor.Group && owner >= owned && len(x.Sectors) > 0 && x.Sectors[0] == "CRM" && m.linkedTo(i) >= 0:
				if f := m.parties(m.linkedTo(i), named); len(f.parties) > 0 {
					f.trust = min(f.trust, byOwner)
					return f
				}
			case x.Kind == actor.Group && owner >= owned:
				if f := m.owner(i, owned, steps+1); len(f.parties) > 0 && !m.stateless(f.parties) && !m.onlyPlaces(f.parties) && !m.is(f.parties, "STATE") {
					f.trust = byName
					return f // "a faction of the front"
				}
			case x.Kind == actor.Organization && m.f.c.vague.has(t, i):
				return find{} // "many countries"
			}
		}
		return find{e, byName}
	}
	if m.f.c.portion.has(t, i) || t.tok(i).UPos == "NUM" || t.tok(i).UPos == "DET" || t.tok(i).UPos == "PRON" || t.tok(i).UPos == "ADJ" {
		for c := t.first[i]; c >= 0; c = t.next[c] {
			k := int(c)
			if b := t.tok(k).Base(); b == "nmod" || b == "obl" {
				switch t.preposition(k) {
				case "of", "among", "between":
					if f := m.parties(k, owner); len(f.parties) > 0 {
						return f
					}
				}
			}
		}
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := int(c)
		switch t.tok(k).Base() {
		case "appos", "flat":
			if e := m.at(k); len(e) > 0 {
				return find{e, byName}
			}
		}
	}
	if owner > named {
		return m.owner(i, owner, steps)
	}
	return find{}
}

// oneCalled returns the name behind the noun of which token i is one: "one of its
// sponsors, Chad"; or -1.
func (m *matcher) oneCalled(i int) int {
	t := &m.tree
	if t.lemma(i) != "one" || !m.stateless(m.at(i)) {
		return -1
	}
	of := m.behindOf(i)
	if of < 0 {
		return -1
	}
	a := t.child(of, "appos")
	if a < 0 || t.tok(a).UPos != "PROPN" || len(m.at(a)) == 0 {
		return -1
	}
	return a
}

// unknownPlace returns the land in which the place lies that token i names and
// that nothing is known of: of whatever it is made ("the Arak Nuclear Complex",
// "a reactor near Arak"), or the place told right behind it ("Rozlyv in Donetsk
// Oblast").
func (m *matcher) unknownPlace(i, steps int) find {
	if f := m.owner(i, anywhere, steps+1); len(f.parties) > 0 {
		f.trust = min(f.trust, byPlace)
		return f
	}
	t := &m.tree
	if i+2 >= len(t.s.Tokens) {
		return find{}
	}
	switch lower(t.tok(i + 1).Form) {
	case "in", "near", ",":
	default:
		return find{}
	}
	for k := i + 2; k < len(t.s.Tokens) && k < i+6; k++ {
		if e := m.at(k); len(e) > 0 {
			if x := &m.cast.Entities[e[0]]; x.Country != "" && (x.Kind == actor.Place || x.Kind == actor.Country) {
				return find{e, byPlace}
			}
			break
		}
		if t.tok(k).UPos == "PUNCT" || t.isVerb(k) {
			break
		}
	}
	return find{}
}

// linkedTo returns the noun to which a participle lays what token i does,
// "hackers linked to China", or -1.
func (m *matcher) linkedTo(i int) int {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		v := int(c)
		if t.tok(v).Rel != "acl" || t.gerund(v) || !m.f.c.ascribe.has(t, v) {
			continue
		}
		for d := t.first[v]; d >= 0; d = t.next[d] {
			if t.tok(int(d)).Base() == "obl" && t.preposition(int(d)) == "to" {
				return int(d)
			}
		}
	}
	return -1
}

// nowhere reports whether all of the parties are mere places in no known land.
func (m *matcher) nowhere(parties []int) bool {
	for _, p := range parties {
		if x := &m.cast.Entities[p]; x.Kind != actor.Place || x.Country != "" || len(x.Sectors) > 0 {
			return false
		}
	}
	return true
}

// several reports whether the parties are of more than one country.
func (m *matcher) several(parties []int) bool {
	for _, p := range parties[:min(1, len(parties))] {
		for _, q := range parties[1:] {
			if a, b := m.cast.Entities[p].Country, m.cast.Entities[q].Country; a != b && a != "" && b != "" {
				return true
			}
		}
	}
	return false
}

// union returns a with the items of b that it lacks, in order. It never
// writes to a's memory.
func union(a, b []int) []int {
	if len(a) == 0 {
		return b
	}
	out := a
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out[:len(out):len(out)], x)
		}
	}
	return out
}

// without returns the items of a that b lacks.
func without(a, b []int) []int {
	var out []int
	for _, x := range a {
		if !slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}
