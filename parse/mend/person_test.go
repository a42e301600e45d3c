package mend

import (
	"testing"

	"readout/lexicon"
	"readout/parse/gazetteer"
	"readout/syntax"
)

func TestPersons(t *testing.T) {
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.New(set)
	if err != nil {
		t.Fatal(err)
	}
	p := &Mender{gazetteer: g}
	s := &syntax.Sentence{
		Tokens: []syntax.Token{
			{Form: "Anna", UPos: "PROPN", XPos: "NNP", Head: 1, Rel: "nmod:desc"},
			{Form: "Rawls", Lemma: "Rawl", UPos: "PROPN", XPos: "NNPS", Head: 2, Rel: "nsubj"},
			{Form: "left", UPos: "VERB", XPos: "VBD", Head: -1, Rel: "root"},
			{Form: "the", UPos: "DET", XPos: "DT", Head: 4, Rel: "det"},
			{Form: "Rawls", Lemma: "Rawl", UPos: "PROPN", XPos: "NNPS", Head: 2, Rel: "obj"},
		},
		Names: []syntax.Name{{First: 0, Last: 2, Kind: syntax.Person}, {First: 4, Last: 5, Kind: syntax.Person}},
	}
	p.persons(s)
	if a, b := s.Tokens[0], s.Tokens[1]; a.Rel != "nsubj" || a.Head != 2 || b.Rel != "flat" || b.Head != 0 || b.XPos != "NNP" || b.Lemma != "Rawls" {
		t.Errorf("a full name is %v", s.Tokens[:2])
	}
	if f := s.Tokens[4]; f.XPos != "NNPS" {
		t.Errorf("a family is %s", f.XPos)
	}
}
