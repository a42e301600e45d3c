package mend

import (
	"testing"

	"readout/syntax"
)

func TestLists(t *testing.T) {
	lists := func(s *syntax.Sentence) {
		for i, k := range s.Tokens {
			if k.Form == "Roe" || k.Form == "Doe" || k.Form == "Major" {
				s.Names = append(s.Names, syntax.Name{First: i, Last: i + 1, Kind: "person"})
			}
		}
		lists(s)
	}
	checkMended(t, lists, []mended{
		{"persons of a list", "Roe PROPN NNP 7 nsubj|, PUNCT , 3 punct|Senator PROPN NNP 3 nmod:desc|Doe PROPN NNP 0 appos|, PUNCT , 6 punct|and CCONJ CC 6 cc|Major PROPN NNP 0 conj|met VERB VBD -1 root", 3, "NNP conj Roe"},
		{"the last on the second", "Roe PROPN NNP 7 nsubj|, PUNCT , 3 punct|Senator PROPN NNP 3 nmod:desc|Doe PROPN NNP 0 appos|, PUNCT , 6 punct|and CCONJ CC 6 cc|Major PROPN NNP 3 conj|met VERB VBD -1 root", 6, "NNP conj Roe"},
		{"a title hung on the first", "Roe PROPN NNP 7 nsubj|, PUNCT , 2 punct|Senator PROPN NNP 0 appos|Doe PROPN NNP 0 appos|, PUNCT , 6 punct|and CCONJ CC 6 cc|Major PROPN NNP 0 conj|met VERB VBD -1 root", 2, "NNP nmod:desc Doe"},
		{"a word without a title", "Roe PROPN NNP 6 nsubj|, PUNCT , 2 punct|Doe PROPN NNP 0 appos|, PUNCT , 5 punct|and CCONJ CC 5 cc|Major PROPN NNP 0 conj|met VERB VBD -1 root", 2, "NNP appos Roe"},
		{"an office", "Roe PROPN NNP 6 nsubj|, PUNCT , 2 punct|President PROPN NNP 0 appos|, PUNCT , 5 punct|and CCONJ CC 5 cc|Major PROPN NNP 0 conj|met VERB VBD -1 root", 2, "NNP appos Roe"},
		{"no list", "Roe PROPN NNP 3 nsubj|, PUNCT , 2 punct|Doe PROPN NNP 0 appos|met VERB VBD -1 root", 2, "NNP appos Roe"},
	})
}
