package event

import (
	"slices"

	"readout/actor"
)

// owner returns whose token i is: its possessor, the nation or body that
// modifies it, what follows "of", the place where it lies.
func (m *matcher) owner(i int, far reach, steps int) find {
	t := &m.tree
	if p := t.possessor(i); p >= 0 {
		if f := m.party(p, far, steps+1); len(f.parties) > 0 {
			f.trust = min(f.trust, byOwner)
			return f
		}
	}
	for _, k := range [2]int{m.whoseDoing(i), m.giver(i)} {
		if k < 0 || steps >= 4 {
			continue
		}
		if f := m.parties(k, named); len(f.parties) > 0 {
			f.trust = min(f.trust, byOwner)
			return f // "what Russia is doing", "the support that Germany gave"
		}
	}
	if k := m.summedUp(i); k >= 0 && steps < 4 {
		if f := m.parties(k, named); len(f.parties) > 0 {
			f.trust = min(f.trust, byOwner)
			return f
		}
	}
	if o := m.setOffBy(i); o >= 0 && steps < 4 {
		if f := m.parties(o, named); len(f.parties) > 0 && (!m.onlyPlaces(f.parties) || !m.stateless(f.parties)) {
			f.trust = min(f.trust, byOwner)
			return f // "American missiles fired by Ukraine"
		}
	}
	if m.f.classes["territory"].has(t, i) {
		for c := t.first[i]; c >= 0; c = t.next[c] {
			if k := int(c); t.tok(k).Base() == "nmod" && t.preposition(k) == "of" {
				if e := m.at(k); len(e) > 0 && m.is(e, "PLACE") && !m.nowhere(e) {
					return find{e, byOwner} // "the besieged Bosnian town of Gorazde"
				}
			}
		}
	}
	var found []int
	m.modifiers(i, func(tok int) {
		if t.tok(tok).Base() == "amod" && m.f.c.cuisine.has(t, i) {
			return // "an Indian restaurant" is of no land
		}
		for _, e := range m.at(tok) {
			if x := &m.cast.Entities[e]; x.Kind == actor.Place && m.f.c.agreement.has(t, i) {
				continue // the Istanbul Convention is none of Turkey's
			} else if x.Country != "" || x.Kind != actor.Place {
				found = union(found, []int{e})
			}
		}
	})
	if len(found) > 0 {
		return find{m.organs(m.landed(found)), byOwner}
	}
	if m.f.c.agent.has(t, i) {
		var by find
		m.support(i, 0, func(tok, _ int) {
			if len(by.parties) == 0 {
				by = m.parties(tok, named)
			}
		}, nil)
		if len(by.parties) > 0 {
			by.trust = min(by.trust, byOwner)
			return by // "the army completed an operation that killed"
		}
	}
	for _, b := range [2]int{t.byPhrase(i), m.doer(i)} {
		if b < 0 {
			continue
		}
		if f := m.parties(b, named); len(f.parties) > 0 {
			f.trust = min(f.trust, byOwner)
			return f // "violations by the army", "crimes committed by the army"
		}
	}
	if f := m.summed(i); len(f.parties) > 0 {
		return f
	}
	var unknown find
	for _, want := range [...]string{"of", ""} {
		if want == "" && far < anywhere {
			break
		}
		for c := t.first[i]; c >= 0; c = t.next[c] {
			k := int(c)
			if b := t.tok(k).Base(); b != "nmod" && b != "obl" && b != "appos" {
				continue
			}
			p := t.preposition(k)
			if want == "of" && p != "of" || want == "" && !slices.Contains(locative, p) && !(p == "for" && m.f.c.person.has(t, i)) {
				continue
			}
			if want == "of" && m.f.classes["done-upon"].has(t, i) || p == "on" && m.f.c.attack.has(t, i) {
				continue // "attacks on the town" are not the town's
			}
			if f := m.parties(k, far); len(f.parties) > 0 {
				trust := byOwner
				if want == "" {
					trust = byPlace
				}
				f.trust = min(f.trust, trust)
				if want == "of" && far == anywhere && m.plain(f.parties) {
					unknown = f // "the burning of the Koran in Sweden"
					continue
				}
				return f
			}
		}
	}
	if len(unknown.parties) > 0 {
		return unknown
	}
	if a := t.child(i, "appos"); a >= 0 && far == anywhere && steps < 4 {
		return m.owner(a, far, steps+1) // "the complex, a reactor near Arak"
	}
	return find{}
}

// organs leaves out of several parties the states of whose forces or organs
// another is: of "Israeli army bulldozers" the army acts.
func (m *matcher) organs(parties []int) []int {
	if len(parties) < 2 {
		return parties
	}
	var out []int
	for _, p := range parties {
		x := &m.cast.Entities[p]
		state := x.Kind == actor.Country || x.Kind == actor.Place
		if state && slices.ContainsFunc(parties, func(o int) bool {
			y := &m.cast.Entities[o]
			return y.Country == x.Country && y.Kind != actor.Country && y.Kind != actor.Place
		}) {
			continue
		}
		out = append(out, p)
	}
	return out
}

// doer returns who is told to have done the deed that noun i names, or to own
// or run it, by the clause behind it: "crimes committed by the militia", "a
// base operated by the army", "the promise that they made"; or -1.
func (m *matcher) doer(i int) int {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		v := int(c)
		if t.tok(v).Base() != "acl" {
			continue
		}
		if s := t.child(v, "nsubj"); s > i && t.finite(v) && !m.passive(v) && t.child(v, "obj") < 0 && len(m.at(s)) > 0 && (m.f.c.commit.has(t, v) || m.f.c.support.has(t, v)) {
			return s // "the promise that Oslo has made"
		}
		if t.tok(v).Rel == "acl:relcl" || !t.participle(v) {
			continue
		}
		if !m.f.c.commit.has(t, v) && !m.f.c.belong.has(t, v) && !(m.f.c.support.has(t, v) && (m.done(i) || m.f.c.utterance.has(t, i))) {
			continue
		}
		for d := t.first[v]; d >= 0; d = t.next[d] {
			if t.tok(int(d)).Base() == "obl" && t.preposition(int(d)) == "by" {
				return int(d)
			}
		}
	}
	return -1
}

// landed returns those of the parties whose country is known, or all when it
// is of none: "the Russian ambassador" is Russia's.
func (m *matcher) landed(parties []int) []int {
	var out []int
	for _, p := range parties {
		if m.cast.Entities[p].Country != "" {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return parties
	}
	return out
}

// locative are the prepositions by which a thing lies in a party's land.
var locative = []string{"in", "near", "at", "inside", "outside", "around", "along", "across", "on", "within", "from", "throughout", "over"}

// owners returns whom the party-owned filler i belongs to: for an envoy or a
// soldier the state that sent him, otherwise as owner does. Where it lies does
// not make anybody an actor.
func (m *matcher) owners(i int, role byte) find {
	var found []int
	for _, e := range m.at(i) {
		o, x := m.lord(e), &m.cast.Entities[e]
		if x.Country != "" && len(x.Sectors) > 0 && x.Sectors[0] != "GOV" && (role == 'R' || m.is([]int{e}, "ARMED")) {
			found = union(found, []int{e}) // soldiers, warplanes, prisoners: they themselves
		} else if o != e || x.Country != "" || len(x.Sectors) > 0 && x.Sectors[0] != "GOV" {
			found = union(found, []int{o})
		}
	}
	if len(found) > 0 {
		if m.stateless(found) {
			if f := m.owner(i, owned, 0); !m.stateless(f.parties) {
				return f // the ship's flag
			}
		}
		return find{found, byName}
	}
	t := &m.tree
	if m.f.c.portion.has(t, i) {
		if of := m.behindOf(i); of >= 0 {
			return m.owners(of, role)
		}
	}
	if role == 'A' {
		return m.owner(i, owned, 0)
	}
	return m.owner(i, anywhere, 0)
}

// lord returns whose entity e is: the state or body that an envoy, a soldier
// or a national belongs to, where the cast knows it; else e itself.
func (m *matcher) lord(e int) int {
	x := &m.cast.Entities[e]
	if x.Of < 0 || x.Of >= len(m.cast.Entities) || x.Kind == actor.Person && m.cast.Entities[x.Of].Kind == actor.Person {
		return e // somebody of a name of his own is not his brother
	}
	if land := m.cast.Entities[x.Of].Country; x.Kind == actor.Person && x.Country != "" && land != "" && land != x.Country {
		return e // nor the college abroad where he teaches
	}
	return x.Of
}

// lords is lord for a list.
func (m *matcher) lords(list []int) []int {
	var out []int
	for _, e := range list {
		out = union(out, []int{m.lord(e)})
	}
	return out
}
