package mend

import (
	"testing"

	"readout/syntax"
)

func TestJoinNames(t *testing.T) {
	s := &syntax.Sentence{Tokens: []syntax.Token{
		{Form: "The", UPos: "DET", Head: 4, Rel: "det"},
		{Form: "US", UPos: "PROPN", Head: 4, Rel: "compound"},
		{Form: "and", UPos: "CCONJ", Head: 3, Rel: "cc"},
		{Form: "South", UPos: "PROPN", Head: 1, Rel: "conj"},
		{Form: "Korea", UPos: "PROPN", Head: 5, Rel: "nsubj"},
		{Form: "met", UPos: "VERB", Head: -1, Rel: "root"},
	}}
	s.Names = []syntax.Name{{First: 1, Last: 2, Kind: "place"}, {First: 3, Last: 5, Kind: "place"}}
	joinNames(s)
	want := []struct {
		head int
		rel  string
	}{{1, "det"}, {5, "nsubj"}, {4, "cc"}, {4, "compound"}, {1, "conj"}, {-1, "root"}}
	for i, w := range want {
		if k := s.Tokens[i]; k.Head != w.head || k.Rel != w.rel {
			t.Errorf("%s hangs on %d as %s, want on %d as %s", k.Form, k.Head, k.Rel, w.head, w.rel)
		}
	}
}
