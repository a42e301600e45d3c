package place

import (
	"sort"

	"readout/syntax"
)

// aPerson notes that the article gives the name to a person.
func (s *search) aPerson(m *mention) {
	m.doubtful = true
	if len(m.name.words) == 1 {
		if s.persons == nil {
			s.persons = map[string]bool{}
		}
		s.persons[m.name.words[0]] = true
	}
}

// beside reports whether a capitalised word that is no place, title or the like
// stands right before or after the name, so that both are rather one name:
// "Shiraz Maher", "Radio Free Europe", "Real Madrid". A country stands alone
// but after words such as "Air".
func (s *search) beside(m *mention) bool {
	if s.doc.Headed(s.st) || m.direct || m.fixed >= 0 {
		return false
	}
	i, e := m.from, m.end
	country := s.g.entries[m.name.entries[0]].Kind == "country"
	if i > 0 && s.sep(i) == sepSpace && s.a[i-1].capital {
		r := s.role(i - 1)
		if r.prefix || !country && !m.strong && !s.a[i].upper && s.sep(i-1) != sepOther && s.plain(i-1) {
			return true
		}
	}
	kind := s.g.entries[m.name.entries[0]].Kind
	return (kind == "city" || kind == "capital") && m.end == m.to && e < len(s.a) && s.sep(e) == sepSpace && s.a[e].capital && !s.a[e].upper && s.plain(e)
}

// plain reports whether nothing is known of atom i that would let it stand
// beside the name of a place.
func (s *search) plain(i int) bool {
	r := s.role(i)
	return !r.locative && !r.kind && !r.title && !r.neutral && !s.aPlace(i)
}

// besidePerson reports whether the words next to the name make it part of the
// name of a person: "Paris Hilton", "Denzel Washington", "Mr. Lincoln".
func (s *search) besidePerson(m *mention) bool {
	single := len(m.name.words) == 1
	doubt := m.name.flags&(isPerson|isWord|obscure) != 0
	if i := m.from; i > 0 && single && !s.is(i-1, m.name.key) {
		prev := &s.a[i-1]
		sep := s.sep(i)
		r := s.role(i - 1)
		switch {
		case (sep == sepSpace || sep == sepDot) && r.title && prev.capital && doubt:
			return true
		case sep == sepDot && prev.capital && prev.end-prev.start <= 2 && doubt:
			return true // "George W. Bush"
		case sep == sepSpace && prev.capital && !r.locative && !r.kind && doubt && !s.doc.Headed(s.st) && s.givenName(i-1):
			return true
		}
	}
	if e := m.to; e < len(s.a) && m.end == m.to && s.sep(e) == sepSpace && s.a[e].capital && doubt && single && !s.doc.Headed(s.st) &&
		!s.role(e).kind && !s.role(e).title && !s.aPlace(e) {
		return true
	}
	return false
}

// bears reports whether words beside the name show that a person bears it, not
// only that this mention is part of another name: "Israel Defense Forces" says
// nothing of later mentions of Israel, "Jim Jordan" does of Jordan.
func (s *search) bears(m *mention) bool {
	if s.g.entries[m.name.entries[0]].Kind != "country" {
		return true
	}
	if s.is(m.from-1, m.name.key) {
		return false
	}
	r := s.role(m.from - 1)
	return s.sep(m.from) == sepSpace && (r.given || r.title) || s.sep(m.from) == sepDot
}

// aPlace reports whether atom i begins or is a name of the gazetteer or a
// demonym itself.
func (s *search) aPlace(i int) bool {
	n, _ := s.longest(i)
	return n != nil
}

// givenName reports whether a capitalised atom before a name is likely to be a
// person's: inside a sentence any that is no place, at its start, where all
// words have a capital, one that is known or tagged as a name.
func (s *search) givenName(i int) bool {
	if s.role(i).given {
		return true
	}
	if s.sep(i) == sepOther {
		tag := s.st.Tokens[s.a[i].token].UPos
		return (tag == "PROPN" || tag == "" && !s.role(i).neutral) && !s.aPlace(i)
	}
	return !s.aPlace(i)
}

// speaks reports whether a verb of saying follows the name, perhaps with an
// adverb or an auxiliary between.
func (s *search) speaks(m *mention) bool {
	for k, e := 0, m.end; k < 2 && e < len(s.a) && s.sep(e) == sepSpace && !s.a[e].capital; k, e = k+1, e+1 {
		if s.role(e).speech {
			return true
		}
		if !s.is(e, "has") && !s.is(e, "had") && !s.is(e, "also") && !s.is(e, "later") && !s.is(e, "will") {
			return false
		}
	}
	return false
}

const inOrganization = "inside an organization"

// named returns what the parser's names say of the mention: the kind of the
// name that holds it, or nothing, and whether it is all of that name.
func (s *search) named(m *mention) (kind string, whole bool) {
	first, last := s.a[m.from].token, s.a[m.to-1].token+1
	names := s.st.Names
	at := sort.Search(len(names), func(k int) bool { return names[k].Last > first })
	if at == len(names) || names[at].First >= last {
		return "", false
	}
	n := names[at]
	whole = n.First >= first && n.Last <= last
	switch n.Kind {
	case syntax.Person, syntax.Location:
		return n.Kind, whole
	case syntax.Organization, syntax.Product:
		if !whole {
			return inOrganization, false
		}
	}
	return "", whole
}
