package place

import (
	"strings"

	"readout/syntax"
)

// weigh gathers what stands around the name for and against a place.
func (s *search) weigh(m *mention) {
	e := m.to
	m.locative = s.inPlace(m) || s.caseOf(m)
	if s.dateline(m) {
		m.locative, m.strong = true, true
	}
	m.strong = m.strong || m.locative
	if m.direct && len(m.name.words) == 1 {
		if s.placed == nil {
			s.placed = map[string]bool{}
		}
		s.placed[m.name.words[0]] = true
	}
	if e < len(s.a) && s.sep(e) == sepSpace && !s.a[e].capital && s.role(e).kind && !s.is(e, "the") && !s.is(e, "all") && !s.is(e, "both") {
		m.strong = true // "Raqqa city", "Helmand province"
	}
	if m.elsewhere || s.hyphened(m) || s.partOfName(m) {
		m.doubtful = true
		return
	}
	kind, whole := s.named(m)
	if kind == syntax.Location {
		m.strong = true
		return
	}
	person := s.besidePerson(m)
	if s.beside(m) {
		m.doubtful = true
		if person && s.bears(m) || m.from > 0 && s.sep(m.from) == sepSpace && s.role(m.from-1).given {
			s.aPerson(m)
		}
		return
	}
	switch kind {
	case syntax.Person:
		doubt := m.name.flags&(isPerson|isWord|obscure) != 0
		if whole && !doubt || whole && s.g.entries[m.name.entries[0]].Kind == "country" {
			break // a slip of the tagger is likelier than a person of this name
		}
		if !m.strong || doubt {
			s.aPerson(m)
			return
		}
	case inOrganization:
		m.doubtful = true
		return
	}
	if person {
		m.doubtful = true
		if s.bears(m) {
			s.aPerson(m)
		}
		return
	}
	if k := s.g.entries[m.name.entries[0]].Kind; (k == "city" || k == "capital") && !m.locative && s.speaks(m) {
		if m.name.flags&(isPerson|obscure) != 0 {
			s.aPerson(m)
		}
		m.doubtful = true
	}
}

// inPlace reports whether words before the name show that something is or
// happens there: "in Geneva", "near the Syrian city of Raqqa", "in Kyiv and
// Lviv".
func (s *search) inPlace(m *mention) bool {
	if n := len(s.found); n > 0 {
		last := &s.found[n-1]
		if last.sentence == s.index && last.locative && (!last.doubtful || last.elsewhere) &&
			(last.end == m.from && s.sep(m.from) == sepComma ||
				last.end == m.from-1 && (s.is(last.end, "and") || s.is(last.end, "or"))) {
			m.direct = last.direct
			return true
		}
	}
	unknown := 0
	for j, steps := m.from-1, 0; j >= 0 && steps < 7; j, steps = j-1, steps+1 {
		if sep := s.sep(j + 1); sep != sepSpace && sep != sepHyphen {
			return false
		}
		r := s.role(j)
		switch {
		case r.locative:
			m.direct = r.direct
			return true
		case r.kind:
		case s.is(j, "of"):
			// "the city of Homs", "north of Aleppo"
			return j > 0 && s.sep(j) == sepSpace && s.role(j-1).kind && !s.is(j-1, "state")
		case s.is(j, "a") || s.is(j, "an") || s.is(j, "its") || s.is(j, "their") || s.is(j, "s"):
			return false
		default:
			if n := s.starting(j); s.a[j].capital && len(n) > 0 && n[len(n)-1].flags&demonym != 0 {
				continue // "the Syrian city of"
			}
			if unknown++; unknown > 1 || s.a[j].capital || !s.adjective(j) {
				return false
			}
		}
	}
	return false
}

// adjective reports whether atom j looks like one: "in divided Nicosia".
func (s *search) adjective(j int) bool {
	w := s.text[s.a[j].start:s.a[j].end]
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ern") || strings.HasSuffix(w, "ous") || s.sep(j) == sepHyphen
}

// caseOf reports whether the tree hangs a locative preposition on the name, or
// on the name that it is joined to.
func (s *search) caseOf(m *mention) bool {
	toks := s.st.Tokens
	t := s.head(s.a[m.from].token, s.a[m.to-1].token+1)
	if toks[t].UPos == "" {
		return false
	}
	for steps := 0; steps < 3; steps++ {
		for k := max(0, t-8); k < t; k++ {
			if toks[k].Head == t && toks[k].Base() == "case" && s.g.role[toks[k].Form].locative {
				return true
			}
		}
		if b := toks[t].Base(); b != "conj" && b != "appos" {
			return false
		}
		if t = toks[t].Head; t < 0 || t >= len(toks) || toks[t].UPos != "PROPN" {
			return false
		}
	}
	return false
}

// dateline reports whether the name opens an agency's report: "KYIV, Ukraine
// (AP) —", "GENEVA —".
func (s *search) dateline(m *mention) bool {
	if m.from != 0 || !s.a[0].upper || m.end > 8 {
		return false
	}
	if m.end >= len(s.a) {
		return false
	}
	between := s.text[s.a[m.end-1].end:s.a[m.end].start]
	return strings.ContainsAny(between, "(—–-,") && s.sep(m.end) != sepHyphen
}

// hyphened reports whether a hyphen makes an adjective of the name:
// "pro-Moscow", "Iran-backed". "Beirut-based" tells a place all the same.
func (s *search) hyphened(m *mention) bool {
	if m.from > 0 && s.sep(m.from) == sepHyphen && !s.paired(m) {
		return true
	}
	if e := m.to; e < len(s.a) && s.sep(e) == sepHyphen && !s.a[e].capital {
		if s.is(e, "based") || s.is(e, "area") || s.is(e, "born") {
			m.strong = true
			return false
		}
		return true
	}
	return false
}

// paired reports whether a hyphen joins the name to another or to an acronym,
// "Berlin-Moscow", "EU-Turkey", and not to part of a word: "pro-Moscow",
// "Euro-Atlantic".
func (s *search) paired(m *mention) bool {
	n := len(s.found)
	return s.a[m.from-1].upper || n > 0 && s.found[n-1].sentence == s.index && s.found[n-1].end == m.from
}

// partOfName reports whether words around make a longer name with this one
// that is no place: "Washington Post", "Kurdistan Workers' Party", "Minsk
// agreements", "Bank of England".
func (s *search) partOfName(m *mention) bool {
	country := s.g.entries[m.name.entries[0]].Kind == "country"
	for k, e := 0, m.end; k < 3 && e < len(s.a) && s.sep(e) == sepSpace; k, e = k+1, e+1 {
		r := s.role(e)
		if r.follower && s.a[e].capital && !s.doc.Headed(s.st) || k == 0 && r.treaty && !country {
			return true
		}
		if !s.a[e].capital {
			break
		}
	}
	if i := m.from; !country && i >= 2 && s.is(i-1, "of") && s.a[i-2].capital && s.role(i-2).owner {
		return true
	}
	return false
}
