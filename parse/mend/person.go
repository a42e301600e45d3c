package mend

import (
	"readout/parse/gazetteer"
	"readout/syntax"
)

// persons mends the words of the names of persons. One in the plural is
// singular unless an article or a number makes it that of a family: "Rawls
// says". And a given name is no description of the name behind it, but its first
// word.
func (m *Mender) persons(s *syntax.Sentence) {
	for _, n := range s.Names {
		if n.Kind != syntax.Person {
			continue
		}
		last := n.Last - 1
		if t := &s.Tokens[last]; t.XPos == "NNPS" && !counted(s, n.First) {
			t.Lemma = t.Form
			retag(t, t.UPos, "NNP")
		}
		given, family := last-1, &s.Tokens[last]
		if n.Last-n.First != 2 || s.Tokens[given].Rel != "nmod:desc" || s.Tokens[given].Head != last || !m.gazetteer.Of(s.Tokens[given].Form).Has(gazetteer.Given) {
			continue
		}
		handOver(s, last, given)
		s.Tokens[given].Head, s.Tokens[given].Rel = family.Head, family.Rel
		family.Head, family.Rel = given, "flat"
	}
}

// counted reports whether an article or a number stands before token i.
func counted(s *syntax.Sentence, i int) bool {
	return i > 0 && (s.Tokens[i-1].UPos == "DET" || s.Tokens[i-1].UPos == "NUM")
}
