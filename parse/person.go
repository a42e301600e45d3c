package parse

import (
	"readout/parse/gazetteer"
	"readout/syntax"
)

// persons mends the words of the names of persons. One in the plural is
// singular unless an article or a number makes it that of a family: "Rawls
// says". And a given name is no description of the name behind it, but its first
// word.
func (p *Parser) persons(s *syntax.Sentence) {
	for _, n := range s.Names {
		if n.Kind != syntax.Person {
			continue
		}
		last := n.Last - 1
		if t := &s.Tokens[last]; t.XPos == "NNPS" && !counted(s, n.First) {
			t.XPos, t.Lemma = "NNP", t.Form
			t.Feats = Feats(t.Form, t.Lemma, t.UPos, t.XPos)
		}
		given, family := last-1, &s.Tokens[last]
		if n.Last-n.First != 2 || s.Tokens[given].Rel != "nmod:desc" || s.Tokens[given].Head != last || !p.gazetteer.Of(s.Tokens[given].Form).Has(gazetteer.Given) {
			continue
		}
		for k := range s.Tokens {
			if s.Tokens[k].Head == last {
				s.Tokens[k].Head = given
			}
		}
		s.Tokens[given].Head, s.Tokens[given].Rel = family.Head, family.Rel
		family.Head, family.Rel = given, "flat"
	}
}

// counted reports whether an article or a number stands before token i.
func counted(s *syntax.Sentence, i int) bool {
	return i > 0 && (s.Tokens[i-1].UPos == "DET" || s.Tokens[i-1].UPos == "NUM")
}
