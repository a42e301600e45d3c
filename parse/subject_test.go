package parse_test

import (
	"testing"

	"readout/parse"
	"readout/syntax"
)

func TestSubjects(t *testing.T) {
	sentence := func(rel string, head int) *syntax.Sentence {
		return &syntax.Sentence{Tokens: []syntax.Token{
			{Form: "Albania", UPos: "PROPN", XPos: "NNP", Head: head, Rel: rel},
			{Form: "severed", UPos: "VERB", XPos: "VBD", Head: -1, Rel: "root"},
			{Form: "relations", UPos: "NOUN", XPos: "NNS", Head: 1, Rel: "obj"},
		}}
	}
	s := sentence("compound", 2)
	parse.Subjects(s)
	if k := s.Tokens[0]; k.Head != 1 || k.Rel != "nsubj" {
		t.Errorf("Albania hangs on %d as %s, want on 1 as nsubj", k.Head, k.Rel)
	}
	s = sentence("compound", 2)
	s.Tokens = append(s.Tokens, syntax.Token{Form: "it", UPos: "PRON", XPos: "PRP", Head: 1, Rel: "nsubj"})
	parse.Subjects(s)
	if k := s.Tokens[0]; k.Head != 2 {
		t.Error("a verb got a second subject")
	}
	s = sentence("nsubj:pass", 1)
	parse.Subjects(s)
	if k := s.Tokens[0]; k.Rel != "nsubj" {
		t.Errorf("the subject of a finite verb without auxiliary is %s", k.Rel)
	}
	s = sentence("nsubj:pass", 1)
	s.Tokens[1].XPos = "VBN"
	parse.Subjects(s)
	if k := s.Tokens[0]; k.Rel != "nsubj:pass" {
		t.Errorf("the subject of a participle is %s", k.Rel)
	}
	s = sentence("compound", 2)
	s.Tokens[1].XPos = "VBN"
	parse.Subjects(s)
	if k := s.Tokens[0]; k.Rel != "nsubj" || s.Tokens[1].XPos != "VBD" {
		t.Errorf("a participle with subject and object is %s, its subject %s", s.Tokens[1].XPos, k.Rel)
	}
	s = sentence("nsubj:pass", 1)
	s.Tokens[1].XPos = "VBN"
	s.Tokens[2] = syntax.Token{Form: "by", UPos: "SCONJ", XPos: "IN", Head: 3, Rel: "mark"}
	s.Tokens = append(s.Tokens, syntax.Token{Form: "leaving", UPos: "VERB", XPos: "VBG", Head: 1, Rel: "advcl"})
	parse.Subjects(s)
	if k := s.Tokens[0]; k.Rel != "nsubj" || s.Tokens[1].XPos != "VBD" {
		t.Errorf("who acts by doing something is %s of a %s", k.Rel, s.Tokens[1].XPos)
	}
}

// An office keeps the country that the network hangs on its holder's name.
func TestOffices(t *testing.T) {
	s := &syntax.Sentence{Tokens: []syntax.Token{
		{Form: "President", UPos: "PROPN", XPos: "NNP", Head: 6, Rel: "nsubj"},
		{Form: "of", UPos: "ADP", XPos: "IN", Head: 2, Rel: "case"},
		{Form: "Azerbaijan", UPos: "PROPN", XPos: "NNP", Head: 3, Rel: "nmod:desc"},
		{Form: "Ilham", UPos: "PROPN", XPos: "NNP", Head: 0, Rel: "nmod"},
		{Form: "and", UPos: "CCONJ", XPos: "CC", Head: 5, Rel: "cc"},
		{Form: "Nikol", UPos: "PROPN", XPos: "NNP", Head: 3, Rel: "conj"},
		{Form: "met", UPos: "VERB", XPos: "VBD", Head: -1, Rel: "root"},
	}}
	parse.Offices(s)
	if k := s.Tokens[2]; k.Head != 0 || k.Rel != "nmod" {
		t.Errorf("Azerbaijan hangs on %d as %s, want on 0 as nmod", k.Head, k.Rel)
	}
	if k := s.Tokens[5]; k.Head != 0 {
		t.Errorf("Nikol hangs on %d, want on 0", k.Head)
	}
}
