package mend

import (
	"strings"
	"unicode"

	"readout/syntax"
)

// capitals makes a name of a word in capitals behind "the" that the network took
// for a pronoun ("the WHO warned"), in a sentence that has small letters too. The
// article is the name's.
func capitals(s *syntax.Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		t, the := &s.Tokens[i], &s.Tokens[i-1]
		if t.UPos != "PRON" || len(t.Form) < 2 || strings.ContainsFunc(t.Form, func(r rune) bool { return !unicode.IsUpper(r) }) || the.Form != "the" && the.Form != "The" {
			continue
		}
		t.Lemma = t.Form
		retag(t, "PROPN", "NNP")
		if t.Head != i-1 && s.Under(i, i-1) {
			continue
		}
		if t.Head == i-1 {
			t.Head, t.Rel = the.Head, the.Rel
		}
		handOver(s, i-1, i)
		the.Head, the.Rel = i, "det"
	}
}
