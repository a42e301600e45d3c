package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/parse/gazetteer"
	"readout/syntax"
)

// spans mends where the names of a sentence begin and end.
func (m *Mender) spans(s *syntax.Sentence) {
	if len(s.Names) == 0 {
		return
	}
	m.names = m.names[:0]
	for i := 0; i < len(s.Names); i++ {
		n := s.Names[i]
		if i+1 < len(s.Names) && m.surnamed(s.Tokens, n, s.Names[i+1]) {
			i++
			n.Last++
		}
		m.divide(s.Tokens, n)
	}
	s.Names = append(s.Names[:0], m.names...)
}

// pastWords returns where a person's name begins behind words in small letters that
// are too long for particles: "nom de guerre Jane Roe", "organizing director Jane Roe".
func pastWords(tokens []syntax.Token, n syntax.Name) int {
	const longest = 4 // letters of a particle
	first := n.First
	if lower(tokens[n.Last-1].Form) {
		return first // all of it may be
	}
	for i := n.First; i < n.Last-1 && lower(tokens[i].Form); i++ {
		if f := tokens[i].Form; len(f) > longest && !strings.ContainsAny(f, "-'’") {
			first = i + 1
		}
	}
	return first
}

// surnamed reports whether n is a given name and next, the name of a people, the
// surname behind it that the tree makes one name of with it: "Mark Cuban said".
func (m *Mender) surnamed(tokens []syntax.Token, n, next syntax.Name) bool {
	at := n.First
	if n.Kind != syntax.Person || next.Kind != syntax.Group || n.Last-at != 1 || next.Last-next.First != 1 || next.First != n.Last {
		return false
	}
	t := &tokens[next.First]
	return t.Rel == "flat" && t.Head == at && t.UPos == "PROPN" && m.of(tokens[at:at+1]).Has(gazetteer.Given) && m.of(tokens[next.First:next.Last]).Has(gazetteer.Demonym)
}

// divide adds what is left of a name without addresses of the web, and marks
// and small words at its ends.
func (m *Mender) divide(tokens []syntax.Token, n syntax.Name) {
	for i := n.First; i < n.Last; i++ {
		if address(tokens[i].Form) {
			m.divide(tokens, syntax.Name{First: n.First, Last: i, Kind: n.Kind})
			m.divide(tokens, syntax.Name{First: i + 1, Last: n.Last, Kind: n.Kind})
			return
		}
	}
	for n.Last > n.First && (small(tokens[n.Last-1].Form) || mark(tokens[n.Last-1].Form)) {
		n.Last--
	}
	for n.First < n.Last && mark(tokens[n.First].Form) {
		n.First++
	}
	if n.Kind == syntax.Person && n.First < n.Last {
		n.First = pastWords(tokens, n)
	}
	switch {
	case n.First == n.Last:
	case n.Kind == syntax.Person:
		m.member(tokens, n)
	case n.Kind == syntax.Location:
		m.town(tokens, n)
	default:
		m.names = append(m.names, n)
	}
}

// member adds a person's name and, as one of its own, that of the body or
// place behind "of": "Ed Reed of the Daily Mail", but "Earl of Essex" is one.
func (m *Mender) member(tokens []syntax.Token, n syntax.Name) {
	for i := n.First + 2; i < n.Last-1; i++ {
		if tokens[i].Form != "of" || !m.of(tokens[n.First:n.First+1]).Has(gazetteer.Given) {
			continue
		}
		m.names = append(m.names, syntax.Name{First: n.First, Last: i, Kind: n.Kind})
		first := i + 1
		for first < n.Last && small(tokens[first].Form) {
			first++
		}
		if first < n.Last {
			kind := syntax.Organization
			if c := m.of(tokens[first:n.Last]); c.Has(gazetteer.Place) || c.Has(gazetteer.State) {
				kind = syntax.Location
			}
			m.names = append(m.names, syntax.Name{First: first, Last: n.Last, Kind: kind})
		}
		return
	}
	m.names = append(m.names, n)
}

// town adds the name of a place, or of a town and its state, which are two:
// "Miami Florida", but not "New Mexico".
func (m *Mender) town(tokens []syntax.Token, n syntax.Name) {
	for i := n.First + 1; i < n.Last; i++ {
		if m.of(tokens[i:n.Last]).Has(gazetteer.State) && m.of(tokens[n.First:n.Last]) == 0 && m.of(tokens[n.First:i]).Has(gazetteer.Place) {
			m.names = append(m.names, syntax.Name{First: n.First, Last: i, Kind: n.Kind}, syntax.Name{First: i, Last: n.Last, Kind: n.Kind})
			return
		}
	}
	m.names = append(m.names, n)
}

// designate makes a name an organisation's whose main word says so: the last,
// or the last before "of": "El Paso Energy", "Bulletin of Trade".
func (m *Mender) designate(tokens []syntax.Token, n *syntax.Name) {
	switch n.Kind {
	case syntax.Person, syntax.Location, syntax.Product:
	default:
		return
	}
	last := n.Last - 1
	for i := n.First + 2; i < last; i++ {
		if tokens[i].Form == "of" {
			last = i - 1
		}
	}
	if last == n.First || lower(tokens[last].Form) || housed(tokens[last].Form) {
		return
	}
	if n.Kind == syntax.Product && inquiry(tokens[last].Form) {
		n.Kind = syntax.Organization
		return
	}
	c := m.of(tokens[last : last+1])
	if !c.Has(gazetteer.Firm) || m.of(tokens[last-1:last+1]).Has(gazetteer.Site) {
		return
	}
	if whole := m.of(tokens[n.First:n.Last]); whole != 0 && !whole.Has(gazetteer.Body) {
		return
	}
	if n.Kind == syntax.Person && (c.Has(gazetteer.Surname) || m.of(tokens[n.First:n.First+1]).Has(gazetteer.Given)) {
		return // "Emily Post"
	}
	n.Kind = syntax.Organization
}

// inquiry reports whether what is named with the word speaks for those who make
// it: "the National Harbour Study".
func inquiry(s string) bool {
	switch s {
	case "Study", "Survey", "Census":
		return true
	}
	return false
}

// housed reports whether a body of this word has a house that goes by its
// name, so that the word does not tell which is meant.
func housed(s string) bool {
	switch s {
	case "Center", "Centre", "Museum", "Library", "House", "Hospital", "Clinic", "Church", "Mosque", "Synagogue", "Temple",
		"Cathedral", "Hotels", "Casino", "Resorts", "Court", "Embassy", "Consulate", "Observatory", "Studios", "Parliament", "Office",
		"Stores", "Shipyard", "Lines", "Exchange", "School":
		return true
	}
	return false
}

// acronyms makes an acronym in brackets behind a name a name of the same kind:
// "World Health Organization (WHO)".
func (m *Mender) acronyms(s *syntax.Sentence) {
	for j := 0; j < len(s.Names); j++ {
		n, t := s.Names[j], s.Tokens
		if n.Kind == syntax.Person || n.Last-n.First < 2 || n.Last+2 >= len(t) || t[n.Last].Form != "(" || t[n.Last+2].Form != ")" ||
			!initials(t[n.Last+1].Form, t[n.First:n.Last]) {
			continue
		}
		short := syntax.Name{First: n.Last + 1, Last: n.Last + 2, Kind: n.Kind}
		if j+1 < len(s.Names) && s.Names[j+1].First == short.First {
			s.Names[j+1] = short
		} else {
			s.Names = slices.Insert(s.Names, j+1, short)
		}
		if k := kindOf(n.Kind); k >= 0 {
			m.spelling(t[short.First:short.Last]).sum[k] += defined
		}
	}
}

// storms makes the name of a storm, which is given as persons are, an event's, and
// all its mentions by that word alone: "Hurricane Rita", "Rita packed winds".
func (m *Mender) storms(s *syntax.Sentence) {
	for j := range s.Names {
		n := &s.Names[j]
		at := n.First
		if at > 0 && n.Last-at == 1 && storm(s.Tokens[at-1].Form) && s.Tokens[at-1].UPos != "VERB" {
			at--
		}
		if n.Last-at != 2 || !storm(s.Tokens[at].Form) || n.Kind == syntax.Organization || n.Kind == syntax.Location {
			continue
		}
		n.First, n.Kind = at, syntax.EventName
		e := m.spelling(s.Tokens[n.Last-1 : n.Last])
		e.votes[event]++
		e.sum[event] += defined
		e.storm = true
	}
}

// storm reports whether a word stands before the names of storms.
func storm(s string) bool {
	switch s {
	case "Hurricane", "Cyclone", "Typhoon", "Storm", "Superstorm", "hurricane", "cyclone", "typhoon", "storm", "superstorm":
		return true
	}
	return false
}

// defined is how much the words behind which an acronym stands in brackets
// tell of its kind: more than its own sentences do.
const defined = 20

// initials reports whether a is made of the initials of all words that have a
// capital, and perhaps of others, in their order.
func initials(a string, words []syntax.Token) bool {
	if len(a) < 2 || strings.ToUpper(a) != a {
		return false
	}
	for i := range words {
		r, _ := utf8.DecodeRuneInString(words[i].Form)
		x, n := utf8.DecodeRuneInString(a)
		if n > 0 && unicode.ToUpper(r) == x {
			a = a[n:]
		} else if unicode.IsUpper(r) {
			return false
		}
	}
	return a == ""
}

// address reports whether a token is an address of the web, which is no part
// of a name.
func address(s string) bool {
	_, host, at := strings.Cut(s, "@")
	return at && strings.Contains(host, ".") || strings.Contains(s, "://") || strings.HasPrefix(s, "www.")
}

// small reports whether no name ends in the word, nor begins with it where
// "of" divides one.
func small(s string) bool {
	switch s {
	case "of", "the", "and", "for", "in", "at", "by", "to", "with", "from", "a", "&":
		return true
	}
	return false
}

// mark reports whether a token is a mark that stands at no end of a name.
func mark(s string) bool {
	switch s {
	case ".", "!", "?", "'s", "’s", "'", "’":
		return false
	}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsSymbol(r) {
			return false
		}
	}
	return true
}

func lower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
