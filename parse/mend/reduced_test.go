package mend

import (
	"testing"

	"readout/syntax"
)

func TestClausesOfSpeech(t *testing.T) {
	checkMended(t, clauses, []mended{
		{"who was told", "person NOUN NN 1 nsubj|briefed VERB VBD 2 ccomp|said VERB VBD -1 root|banks NOUN NNS 4 nsubj|close VERB VBP 2 ccomp", 1, "VBN acl person"},
		{"who was told speaks", "person NOUN NN 1 nsubj|briefed VERB VBD 2 ccomp|said VERB VBD -1 root|banks NOUN NNS 4 nsubj|close VERB VBP 2 ccomp", 0, "NN nsubj said"},
		{"what is said before", "talks NOUN NNS 1 nsubj|failed VERB VBD 2 ccomp|said VERB VBD -1 root|Roe PROPN NNP 2 nsubj", 1, "VBD ccomp said"},
		{"for her part", "minister NOUN NN -1 root|, PUNCT , 4 punct|for ADP IN 4 case|her PRON PRP$ 4 nmod:poss|part NOUN NN 0 nmod|called VERB VBN 4 acl", 0, "NN nsubj called"},
		{"a part that is described", "look NOUN NN -1 root|at ADP IN 3 case|the DET DT 3 det|part NOUN NN 0 nmod|called VERB VBN 3 acl", 4, "VBN acl part"},
		{"what a speaker does", "said VERB VBD -1 root|Roe PROPN NNP 0 nsubj|, PUNCT , 3 punct|standing VERB VBG 0 ccomp", 3, "VBG advcl said"},
		{"a verb strung on as an object", "Roe PROPN NNP 1 nsubj|warns VERB VBZ -1 root|, PUNCT , 3 punct|urges VERB VBZ 1 ccomp|calm NOUN NN 3 obj", 3, "VBZ conj warns"},
		{"an object of a particle", "brushed VERB VBD -1 root|aside ADP RP 0 compound:prt|criticism NOUN NN 0 obl", 2, "NN obj brushed"},
		{"a preposition of its own", "gave VERB VBD -1 root|up ADP RP 0 compound:prt|after ADP IN 3 case|defeat NOUN NN 0 obl", 3, "NN obl gave"},
		{"nearly a number", "Under ADP IN 2 case|38 NUM CD 2 nummod|% SYM NN 3 obl|agreed VERB VBD -1 root", 2, "NN nsubj agreed"},
		{"a place", "Under ADP IN 2 case|the DET DT 2 det|bridge NOUN NN 3 obl|lay VERB VBD -1 root|boats NOUN NNS 3 nsubj", 2, "NN obl lay"},
		{"set beside an object", "said VERB VBD -1 root|opposite NOUN NN 0 obj|: PUNCT : 4 punct|they PRON PRP 4 nsubj|left VERB VBD 1 acl", 4, "VBD parataxis opposite"},
		{"what somebody was told", "was AUX VBD 1 aux:pass|told VERB VBN -1 root tell|by ADP IN 3 case|Roe PROPN NNP 1 obl:agent|that SCONJ IN 6 mark|it PRON PRP 6 nsubj|failed VERB VBD 3 acl", 6, "VBD ccomp told"},
	})
}

func TestJoinedNames(t *testing.T) {
	checkMended(t, phrases, []mended{
		{"who they are", "Roe PROPN NNP -1 root|and CCONJ CC 2 cc|Doe PROPN NNP 0 conj|, PUNCT , 5 punct|the DET DT 5 det|mayors NOUN NNS 0 conj", 5, "NNS appos Roe"},
		{"a list that goes on", "Roe PROPN NNP -1 root|, PUNCT , 2 punct|Doe PROPN NNP 0 conj|, PUNCT , 5 punct|the DET DT 5 det|mayors NOUN NNS 0 conj", 5, "NNS conj Roe"},
	})
	const list = "Canada PROPN NNP -1 root|and CCONJ CC 2 cc|New PROPN NNP 0 conj|Zealand PROPN NNP 0 conj"
	s := lined(list)
	s.Names = []syntax.Name{{First: 0, Last: 1, Kind: syntax.Location}, {First: 2, Last: 4, Kind: syntax.Location}}
	phrases(s)
	if k := s.Tokens[3]; k.Rel != "flat" || k.Head != 2 {
		t.Errorf("a word within a name hangs as %s on %d", k.Rel, k.Head)
	}
	s = lined(list)
	s.Names = []syntax.Name{{First: 0, Last: 1, Kind: syntax.Location}, {First: 2, Last: 3, Kind: syntax.Person}, {First: 3, Last: 4, Kind: syntax.Location}}
	phrases(s)
	if k := s.Tokens[3]; k.Rel != "conj" {
		t.Errorf("another name hangs as %s", k.Rel)
	}
}
