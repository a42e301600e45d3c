package parse

import (
	"strings"
	"unicode"

	"readout/syntax"
)

// Capitals makes a name of a word in capitals behind "the" that the network took
// for a pronoun ("the WHO warned"), in a sentence that has small letters too. The
// article is the name's.
func Capitals(s *syntax.Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		t, the := &s.Tokens[i], &s.Tokens[i-1]
		if t.UPos != "PRON" || len(t.Form) < 2 || strings.ContainsFunc(t.Form, func(r rune) bool { return !unicode.IsUpper(r) }) || the.Form != "the" && the.Form != "The" {
			continue
		}
		t.UPos, t.XPos, t.Lemma = "PROPN", "NNP", t.Form
		t.Feats = Feats(t.Form, t.Lemma, t.UPos, t.XPos)
		if t.Head != i-1 && beneath(s, i, i-1) {
			continue
		}
		if t.Head == i-1 {
			t.Head, t.Rel = the.Head, the.Rel
		}
		for k := range s.Tokens {
			if k != i && s.Tokens[k].Head == i-1 {
				s.Tokens[k].Head = i
			}
		}
		the.Head, the.Rel = i, "det"
	}
}

// beneath reports whether token i hangs on token top, over others or not.
func beneath(s *syntax.Sentence, i, top int) bool {
	for n := 0; n < len(s.Tokens) && i >= 0; n++ {
		if i == top {
			return true
		}
		i = s.Tokens[i].Head
	}
	return false
}
