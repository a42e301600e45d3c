package mend

import (
	"testing"

	"readout/syntax"
)

func TestCapitals(t *testing.T) {
	sentence := func(who string) *syntax.Sentence {
		return &syntax.Sentence{Tokens: []syntax.Token{
			{Form: "the", UPos: "DET", XPos: "DT", Head: 2, Rel: "nsubj"},
			{Form: who, UPos: "PRON", XPos: "WP", Head: 2, Rel: "nsubj"},
			{Form: "warned", UPos: "VERB", XPos: "VBD", Head: -1, Rel: "root"},
		}}
	}
	s := sentence("WHO")
	capitals(s)
	if the, who := s.Tokens[0], s.Tokens[1]; who.UPos != "PROPN" || who.Lemma != "WHO" || who.Head != 2 || the.Head != 1 || the.Rel != "det" {
		t.Errorf("the WHO: %+v %+v", the, who)
	}
	s = sentence("WHO")
	s.Tokens[1].Head = 0
	capitals(s)
	if the, who := s.Tokens[0], s.Tokens[1]; who.Head != 2 || who.Rel != "nsubj" || the.Head != 1 {
		t.Errorf("the WHO, hung on its article: %+v %+v", the, who)
	}
	s = sentence("who")
	capitals(s)
	if who := s.Tokens[1]; who.UPos != "PRON" {
		t.Errorf("the pronoun became a %s", who.UPos)
	}
}
