package mend

import (
	"testing"

	"readout/lexicon"
	"readout/syntax"
)

func TestCompounds(t *testing.T) {
	s := &syntax.Sentence{Tokens: []syntax.Token{
		{Form: "died", UPos: "VERB", XPos: "VBD", Head: -1, Rel: "root"},
		{Form: "in", UPos: "ADP", XPos: "IN", Head: 3, Rel: "case"},
		{Form: "a", UPos: "DET", XPos: "DT", Head: 3, Rel: "det"},
		{Form: "mass", UPos: "NOUN", XPos: "NN", Head: 0, Rel: "obl"},
		{Form: "shooting", UPos: "VERB", XPos: "VBG", Head: 3, Rel: "acl"},
		{Form: "by", UPos: "ADP", XPos: "IN", Head: 6, Rel: "case"},
		{Form: "gunmen", UPos: "NOUN", XPos: "NNS", Head: 4, Rel: "obl"},
	}}
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	classes, err := set.Classes()
	if err != nil {
		t.Fatal(err)
	}
	p := &Mender{deeds: pairs(classes)}
	p.compound(s)
	want := []struct {
		head int
		rel  string
	}{{-1, "root"}, {4, "case"}, {4, "det"}, {4, "compound"}, {0, "obl"}, {6, "case"}, {4, "nmod"}}
	for i, w := range want {
		if k := s.Tokens[i]; k.Head != w.head || k.Rel != w.rel {
			t.Errorf("%s hangs on %d as %s, want on %d as %s", k.Form, k.Head, k.Rel, w.head, w.rel)
		}
	}
	if k := s.Tokens[4]; k.UPos != "NOUN" || k.XPos != "NN" {
		t.Errorf("shooting is %s, %s", k.UPos, k.XPos)
	}
}
