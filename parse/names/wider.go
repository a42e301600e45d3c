package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/parse/gazetteer"
	"readout/syntax"
)

// bracketed gives the name before an acronym in brackets the words whose
// initials this has, if they are more than the name has: "Food Standards [Quillan]
// (FSQ)".
func (m *Mender) bracketed(s *syntax.Sentence) {
	t := s.Tokens
	for i := 1; i+2 < len(t); i++ {
		if t[i].Form != "(" || t[i+2].Form != ")" {
			continue
		}
		first, ok := spelt(t[:i], t[i+1].Form)
		if !ok {
			continue
		}
		from, to := overlapping(s.Names, first, i)
		if from == to || to == from+1 && s.Names[from].First == first && s.Names[from].Last == i || s.Names[from].First < first {
			continue
		}
		kind := syntax.Organization
		for _, n := range s.Names[from:to] {
			if n.Kind == syntax.EventName || n.Kind == syntax.Product || n.Kind == syntax.Organization {
				kind = n.Kind
			}
		}
		s.Names = slices.Replace(s.Names, from, to, syntax.Name{First: first, Last: i, Kind: kind})
	}
}

// spelt returns where the words at the end of tokens begin whose initials make
// the acronym, three at least. All have a capital but for small ones, which may
// have a letter of it or none.
func spelt(tokens []syntax.Token, acronym string) (first int, ok bool) {
	if len(acronym) < 3 || strings.ToUpper(acronym) != acronym {
		return 0, false
	}
	words := 0
	for i := len(tokens) - 1; i >= 0 && acronym != ""; i-- {
		r, _ := utf8.DecodeRuneInString(tokens[i].Form)
		x, n := utf8.DecodeLastRuneInString(acronym)
		switch {
		case r == x:
			first, words = i, words+1
		case !small(tokens[i].Form):
			return 0, false
		case unicode.ToUpper(r) != x:
			continue
		}
		acronym = acronym[:len(acronym)-n]
	}
	return first, acronym == "" && words >= 3
}

// overlapping returns the range of the names that have tokens of [first, last).
func overlapping(names []syntax.Name, first, last int) (from, to int) {
	for from < len(names) && names[from].Last <= first {
		from++
	}
	to = from
	for to < len(names) && names[to].First < last {
		to++
	}
	return from, to
}

// nation makes a group's name that stands right before a body's, and says whose
// it is, part of it, where the body's own says only what it is: "[Iraqi] [Islamic
// Party]", not "[Lebanese] [Hezbollah]".
func (m *Mender) nation(s *syntax.Sentence) {
	for j := 0; j+1 < len(s.Names); j++ {
		a, b := s.Names[j], s.Names[j+1]
		if a.Kind != syntax.Group || b.Kind != syntax.Organization || a.Last-a.First > 1 || a.Last != b.First || b.Last-b.First < 2 {
			continue
		}
		last := s.Tokens[b.Last-1].Form
		if lower(last) || !m.of(s.Tokens[b.Last-1:b.Last]).Has(gazetteer.Firm) || m.of(s.Tokens[b.First:b.Last]) != 0 {
			continue
		}
		s.Names[j+1].First = a.First
		s.Names = slices.Delete(s.Names, j, j+1)
	}
}

// house makes the "'s" behind a name part of it where nothing that is owned
// follows, as a house goes by its owner's name: "at [Kenneally] 's". A person's is
// that of a place then.
func house(s *syntax.Sentence) {
	t := s.Tokens
	for j := range s.Names {
		n := &s.Names[j]
		if n.Last >= len(t) || t[n.Last].Form != "'s" && t[n.Last].Form != "’s" || t[n.Last].UPos != "PART" || j+1 < len(s.Names) && s.Names[j+1].First == n.Last+1 {
			continue
		}
		h := t[n.Last].Head
		if h < n.First || h >= n.Last || !stands(s, n, h) {
			continue
		}
		n.Last++
		if n.Kind == syntax.Person {
			n.Kind = syntax.Location
		}
	}
}

// stands reports whether name n with head h is where somebody is or goes.
func stands(s *syntax.Sentence, n *syntax.Name, h int) bool {
	switch s.Tokens[h].Base() {
	case "obl", "nmod":
	default:
		return false
	}
	if s.Tokens[h].Rel == "nmod:poss" || n.First == 0 {
		return false
	}
	p := n.First - 1
	if p > 0 && s.Tokens[p].UPos == "DET" {
		p--
	}
	switch s.Tokens[p].Form {
	case "at", "to", "in", "from", "near", "into", "outside", "At", "From", "In":
		return true
	}
	return false
}

// longer gives a longer name of the document the place of a shorter one in the
// same words.
func (m *Mender) longer(sentences []syntax.Sentence) {
	for i := range sentences {
		s := &sentences[i]
		for j := range s.Names {
			if wider, ok := m.around(s, j); ok {
				s.Names[j] = wider
			}
		}
	}
}

// around returns the longest name of the document that has the words of name j
// and others about it, which are in no name here. A title in front of a person is
// none of these.
func (m *Mender) around(s *syntax.Sentence, j int) (syntax.Name, bool) {
	n := s.Names[j]
	least, most := 0, len(s.Tokens)
	if j > 0 {
		least = s.Names[j-1].Last
	}
	if j+1 < len(s.Names) {
		most = s.Names[j+1].First
	}
	for size := longest; size > n.Last-n.First; size-- {
		for first := max(least, n.Last-size); first <= n.First && first+size <= most; first++ {
			at, ok := m.find(s.Tokens[first : first+size])
			if !ok {
				continue
			}
			k := m.seen[at].best()
			if k < 0 || k == person && m.of(s.Tokens[first:first+1]).Has(gazetteer.Title) {
				continue
			}
			return syntax.Name{First: first, Last: first + size, Kind: Kinds[k]}, true
		}
	}
	return n, false
}
