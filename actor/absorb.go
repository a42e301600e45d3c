package actor

import (
	"slices"

	"readout/syntax"
)

// absorbs decides whether a learned name takes in a shorter span of the
// lexicon, and notes in s what is learned from it.
func (g *gatherer) absorbs(s *nameSpan, o nameSpan) bool {
	t := &g.t
	body := anyForm(o.forms, func(f form) bool { return f.kind == formBody })
	full := anyForm(o.forms, func(f form) bool { return f.kind == formPerson })
	switch s.kind {
	case syntax.Person:
		if full && (o.last-o.first > 1 || o.last == s.last && s.forms == nil) {
			s.forms, s.partial = o.forms, false
		} else if o.last == s.last && anyForm(o.forms, isSurname) {
			s.forms, s.partial = o.forms, true
		}
		return true
	case syntax.Location:
		// "Kilis, Turkey" and "mainland Australia" are the lexicon's word and more.
		if o.last == s.last && (o.first > s.first && (t.tok(o.first-1).UPos == "PUNCT" || !capitalised(t.tok(s.first).Form))) {
			if t.tok(o.first-1).UPos == "PUNCT" {
				s.last = o.first - 1
				s.inside = o.forms
			} else {
				return false
			}
		}
		if o.first == s.first && o.last < s.last && t.tok(o.last).UPos == "PUNCT" {
			return false
		}
		if o.first == s.first && !g.partOfPlace(o, s.last) {
			return true // "San José Pinula" is not San José's
		}
		if o.first == s.first || !onlyPlaces(o.forms) {
			s.inside = append(s.inside, o.forms...) // but "La Libertad" is no part of Libertad
		}
		return true
	}
	if body && o.last == s.last && g.otherParty(s.first, o) {
		return true
	}
	if body && (o.last == s.last || o.last-o.first > 1) && !(o.first > s.first && t.tok(o.first-1).UPos == "ADP") {
		return false
	}
	if o.first == s.first && o.last < s.last && t.tok(o.last).XPos == "POS" {
		return false // "Russia's Gazprom"
	}
	s.inside = append(s.inside, o.forms...)
	return true
}

// otherParty reports whether a word of the name from token first on, before a
// party's name in it, makes it another party: "Social Democratic Party".
func (g *gatherer) otherParty(first int, o nameSpan) bool {
	if o.first == first || !anyForm(o.forms, func(f form) bool { return f.kind == formBody && slices.Contains(g.k.bodies[f.ref].Sectors, "PTY") }) {
		return false
	}
	i := o.first - 1
	return g.t.tok(i).UPos == "ADJ" && capitalised(g.t.tok(i).Form) && !g.isFolk(i, i+1)
}

// partOfPlace reports whether a longer name that begins with a place's and
// ends before last is of somewhere in it: a country's, or one with a word for
// what it is ("Aleppo Governorate"), but not another town's.
func (g *gatherer) partOfPlace(o nameSpan, last int) bool {
	if anyForm(o.forms, func(f form) bool { return f.kind == formCountry }) {
		return true
	}
	_, ok := g.designated(o.last, last)
	return ok
}
