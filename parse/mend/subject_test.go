package mend

import (
	"testing"

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
	subjects(s)
	if k := s.Tokens[0]; k.Head != 1 || k.Rel != "nsubj" {
		t.Errorf("Albania hangs on %d as %s, want on 1 as nsubj", k.Head, k.Rel)
	}
	s = sentence("compound", 2)
	s.Tokens = append(s.Tokens, syntax.Token{Form: "it", UPos: "PRON", XPos: "PRP", Head: 1, Rel: "nsubj"})
	subjects(s)
	if k := s.Tokens[0]; k.Head != 2 {
		t.Error("a verb got a second subject")
	}
	s = sentence("nsubj:pass", 1)
	subjects(s)
	if k := s.Tokens[0]; k.Rel != "nsubj" {
		t.Errorf("the subject of a finite verb without auxiliary is %s", k.Rel)
	}
	s = sentence("nsubj:pass", 1)
	s.Tokens[1].XPos = "VBN"
	subjects(s)
	if k := s.Tokens[0]; k.Rel != "nsubj:pass" {
		t.Errorf("the subject of a participle is %s", k.Rel)
	}
	s = sentence("compound", 2)
	s.Tokens[1].XPos = "VBN"
	subjects(s)
	if k := s.Tokens[0]; k.Rel != "nsubj" || s.Tokens[1].XPos != "VBD" {
		t.Errorf("a participle with subject and object is %s, its subject %s", s.Tokens[1].XPos, k.Rel)
	}
	s = sentence("nsubj:pass", 1)
	s.Tokens[1].XPos = "VBN"
	s.Tokens[2] = syntax.Token{Form: "by", UPos: "SCONJ", XPos: "IN", Head: 3, Rel: "mark"}
	s.Tokens = append(s.Tokens, syntax.Token{Form: "leaving", UPos: "VERB", XPos: "VBG", Head: 1, Rel: "advcl"})
	subjects(s)
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
	offices(s)
	if k := s.Tokens[2]; k.Head != 0 || k.Rel != "nmod" {
		t.Errorf("Azerbaijan hangs on %d as %s, want on 0 as nmod", k.Head, k.Rel)
	}
	if k := s.Tokens[5]; k.Head != 0 {
		t.Errorf("Nikol hangs on %d, want on 0", k.Head)
	}
}

func TestStranded(t *testing.T) {
	for _, c := range []struct {
		first, tag, want string
		head             int
	}{{"VBD", "VBD", "obj", 4}, {"VBD", "VBN", "obj", 4}, {"VBG", "VBN", "conj", 2}} {
		s := &syntax.Sentence{Tokens: []syntax.Token{
			{Form: "Canada", UPos: "PROPN", XPos: "NNP", Head: 1, Rel: "nsubj"},
			{Form: "expelled", UPos: "VERB", XPos: c.first, Head: -1, Rel: "root"},
			{Form: "diplomats", UPos: "NOUN", XPos: "NNS", Head: 1, Rel: "obj"},
			{Form: "and", UPos: "CCONJ", XPos: "CC", Head: 4, Rel: "cc"},
			{Form: "imposed", UPos: "VERB", XPos: c.tag, Head: 1, Rel: "conj"},
			{Form: "new", UPos: "ADJ", XPos: "JJ", Head: 6, Rel: "amod"},
			{Form: "sanctions", UPos: "NOUN", XPos: "NNS", Head: 2, Rel: "conj"},
		}}
		stranded(s)
		if k := s.Tokens[6]; k.Head != c.head || k.Rel != c.want {
			t.Errorf("behind %s and %s the noun hangs on %d as %s", c.first, c.tag, k.Head, k.Rel)
		}
	}
}
