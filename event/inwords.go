package event

import (
	"slices"

	"readout/actor"
)

// inWords reports whether a draft of an assault tells of a dispute: nobody but
// politicians and their parties, or persons of whom each has a name, fights,
// beats or clashes with others of them or goes for a critic of theirs, or the
// noun is told to be one of words, and the sentence names no weapon.
func (m *matcher) inWords(d *draft) bool {
	t := &m.tree
	if d.code.Type != "ASSAULT" || len(d.actors) == 0 || !m.f.c.dispute.has(t, d.trigger) && !slices.ContainsFunc(d.covered, func(k int) bool { return m.f.c.dispute.has(t, k) }) || t.isVerb(d.trigger) && t.lemma(d.trigger) == "assault" {
		return false
	}
	if m.spoken(d.trigger) || m.spoken(d.inner) || slices.ContainsFunc(d.covered, m.spoken) {
		return true
	}
	all := union(d.actors, d.recipients)
	if !(len(all) > 1 && (m.politicians(all) || m.namedPersons(all) || m.civilSides(all)) || m.campaigning(d)) {
		return false
	}
	for k := range t.s.Tokens {
		if m.f.c.weapon.has(t, k) {
			return false
		}
	}
	return true
}

// spoken reports whether token i is a noun for an attack that a word before it
// makes one of words: "personal attacks", "a verbal assault".
func (m *matcher) spoken(i int) bool {
	t := &m.tree
	if i < 0 || !t.isNoun(i) {
		return false
	}
	for c := t.first[i]; c >= 0 && int(c) < i; c = t.next[c] {
		if b := t.tok(int(c)).Base(); (b == "amod" || b == "compound") && m.f.c.verbal.has(t, int(c)) {
			return true
		}
	}
	return false
}

// campaigning reports whether politicians who do not govern, or a party, go for
// somebody at home who bears no arms, or for nobody whom the text names: a
// candidate who attacks a judge, a senator's attack.
func (m *matcher) campaigning(d *draft) bool {
	if !m.politicians(d.actors) || m.is(d.actors, "ARMED") || len(d.partners) > 0 {
		return false
	}
	governs := m.is(d.actors, "GOV")
	for _, p := range d.recipients {
		e := &m.cast.Entities[p]
		switch {
		case m.foreign([]int{p}, d.actors) && e.Country != "", e.Kind == actor.Country:
			return false
		case e.Kind == actor.Place:
			if governs {
				return false
			}
		case len(e.Sectors) == 0:
			if e.Kind != actor.Person {
				return false
			}
		case !slices.Contains([]string{"JRN", "JUD", "LEG", "PTY", "OPP", "GOV", "ELI", "BUS"}, e.Sectors[0]):
			return false
		}
	}
	return len(d.recipients) > 0 || !governs
}

// civilSides reports whether of the parties some are firms, parties, the press or
// societies, and all others politicians or persons with a name who bear no arms:
// "WikiLeaks and Snowden clash", "the mayor's battle with the company".
func (m *matcher) civilSides(parties []int) bool {
	body := false
	for _, p := range parties {
		e := &m.cast.Entities[p]
		switch {
		case len(e.Sectors) > 0 && e.Kind == actor.Organization && slices.Contains([]string{"BUS", "PTY", "JRN", "CVL"}, e.Sectors[0]) && isNamed(e):
			body = true
		case e.Kind != actor.Person || !namedPerson(e) && !m.politicians([]int{p}) || m.is([]int{p}, "ARMED") || m.is([]int{p}, "CRM"):
			return false
		}
	}
	return body
}

// namedPersons reports whether all of the parties are persons with a name who
// bear no arms.
func (m *matcher) namedPersons(parties []int) bool {
	return !m.is(parties, "ARMED") && !m.is(parties, "CRM") && !slices.ContainsFunc(parties, func(p int) bool {
		e := &m.cast.Entities[p]
		return e.Kind != actor.Person || !namedPerson(e)
	})
}

// politicians reports whether all of the parties are persons of politics,
// political parties or persons of whom nothing is known, not all of them such.
func (m *matcher) politicians(parties []int) bool {
	known := false
	for _, p := range parties {
		e := &m.cast.Entities[p]
		switch {
		case e.Kind == actor.Person && len(e.Sectors) == 0 && e.Country == "":
		case len(e.Sectors) == 0:
			return false
		case e.Sectors[0] == "PTY", e.Kind == actor.Person && slices.Contains([]string{"GOV", "LEG", "OPP", "ELI"}, e.Sectors[0]):
			known = true
		default:
			return false
		}
	}
	return known
}
