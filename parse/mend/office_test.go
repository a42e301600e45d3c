package mend

import (
	"strings"
	"testing"

	"readout/syntax"
)

func TestOfficesOfNames(t *testing.T) {
	checkMended(t, func(s *syntax.Sentence) {
		for i := range s.Tokens {
			if strings.HasPrefix(s.Tokens[i].Form, "Adri") {
				s.Names = append(s.Names, syntax.Name{First: i, Last: i + 1, Kind: syntax.Person})
			}
		}
		offices(s)
	}, []mended{
		{"a name behind the country", "Minister PROPN NNP 4 nsubj|of ADP IN 2 case|Peru PROPN NNP 0 nmod|Adrianzén PROPN NNP 2 nmod|resigns VERB VBZ -1 root", 3, "NNP appos Minister"},
		{"a name with a preposition", "Minister PROPN NNP 5 nsubj|of ADP IN 2 case|Peru PROPN NNP 0 nmod|under ADP IN 4 case|Adrianzén PROPN NNP 2 nmod|resigns VERB VBZ -1 root", 4, "NNP nmod Peru"},
		{"a name behind a comma", "town NOUN NN 5 nsubj|of ADP IN 2 case|Lima PROPN NNP 0 nmod|, PUNCT , 4 punct|Adrianzén PROPN NNP 2 appos|grew VERB VBD -1 root", 4, "NNP appos Lima"},
		{"a country hung on the name", "President NOUN NN 4 nsubj|of ADP IN 2 case|Peru PROPN NNP 3 nmod:desc|Roe PROPN NNP 0 nmod|resigns VERB VBZ -1 root", 2, "NNP nmod President"},
	})
}
