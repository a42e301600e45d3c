package mend

import (
	"testing"

	"readout/syntax"
)

func TestDoubled(t *testing.T) {
	checkMended(t, doubled, []mended{
		{"a company and its name", "oil NOUN NN 1 compound|company NOUN NN 3 nsubj|Kesto PROPN NNP 3 nsubj|signs VERB VBZ -1 root", 2, "NNP appos company"},
		{"behind a preposition", "strike NOUN NN -1 root|at ADP IN 2 case|company NOUN NN 0 nmod|Kesto PROPN NNP 0 nmod", 3, "NNP appos company"},
		{"groups and their names", "groups NOUN NNS 4 nsubj|Kesto PROPN NNP 4 nsubj|and CCONJ CC 3 cc|Arani PROPN NNP 1 conj|sign VERB VBP -1 root", 1, "NNP appos groups"},
		{"what somebody made", "Every DET DT 1 det|move NOUN NN 3 nsubj|Kesto PROPN NNP 3 nsubj|makes VERB VBZ -1 root", 2, "NNP nsubj makes"},
		{"things that somebody made", "plans NOUN NNS 2 nsubj|Kesto PROPN NNP 2 nsubj|made VERB VBD -1 root", 1, "NNP nsubj made"},
		{"another phrase", "in ADP IN 1 case|office NOUN NN 4 obl|in ADP IN 3 case|Kesto PROPN NNP 4 obl|died VERB VBD -1 root", 3, "NNP obl died"},
		{"a part", "hurt VERB VBN -1 root|in ADP IN 3 case|a DET DT 3 det|mass NOUN NN 0 obl|shooting NOUN NN 0 obl", 3, "NN compound shooting"},
		{"what stood with a part", "hurt VERB VBN -1 root|in ADP IN 3 case|a DET DT 3 det|mass NOUN NN 0 obl|shooting NOUN NN 0 obl", 1, "IN case shooting"},
		{"a name with a hyphen", "line NOUN NN 4 nsubj|X PROPN NNP 3 compound|- PUNCT HYPH 3 punct|Kesto PROPN NNP 4 nsubj|sails VERB VBZ -1 root", 3, "NNP appos line"},
		{"two objects", "give VERB VBP -1 root|children NOUN NNS 0 obj|books NOUN NNS 0 obj", 1, "NNS obj give"},
	})
}

// A noun before a person's name is a title, and the conjunction the name's.
func TestEntitled(t *testing.T) {
	s := lined("Roe PROPN NNP 4 nsubj|and CCONJ CC 2 cc|blogger NOUN NN 0 conj|Doe PROPN NNP 0 conj|met VERB VBD -1 root")
	s.Names = []syntax.Name{{First: 3, Last: 4, Kind: syntax.Person}}
	doubled(s)
	if k := s.Tokens[2]; k.Head != 3 || k.Rel != "nmod:desc" {
		t.Errorf("the title hangs on %d as %s", k.Head, k.Rel)
	}
	if k := s.Tokens[1]; k.Head != 3 {
		t.Errorf("the conjunction hangs on %d", k.Head)
	}
	if k := s.Tokens[3]; k.Head != 0 || k.Rel != "conj" {
		t.Errorf("the name hangs on %d as %s", k.Head, k.Rel)
	}
}
