package mend

import (
	"testing"

	"readout/syntax"
)

func TestWordsOfClauses(t *testing.T) {
	checkMended(t, clauses, []mended{
		{"a participle before its noun", "We PRON PRP 1 nsubj|urge VERB VBP -1 root|continued VERB VBN 1 xcomp|action NOUN NN 2 obj|there ADV RB 2 advmod", 3, "NN obj urge"},
		{"the participle", "We PRON PRP 1 nsubj|urge VERB VBP -1 root|continued VERB VBN 1 xcomp|action NOUN NN 2 obj", 2, "VBN amod action"},
		{"behind a preposition", "committed VERB VBD -1 root|to ADP IN 2 case|continued VERB VBN 0 xcomp|support NOUN NN 2 obj", 3, "NN obl committed"},
		{"a noun of its own", "got VERB VBD -1 root|them PRON PRP 2 nsubj|cut VERB VBN 0 xcomp|grass NOUN NN 2 obj", 3, "NN obj cut"},
		{"behind that", "say VERB VBP -1 root|that SCONJ IN 5 mark|to PART TO 3 mark|help VERB VB 0 ccomp|we PRON PRP 5 nsubj|test VERB VBP 0 ccomp", 3, "VB advcl test"},
		{"before that", "say VERB VBP -1 root|today NOUN NN 0 obl|that SCONJ IN 4 mark|we PRON PRP 4 nsubj|test VERB VBP 0 ccomp", 1, "NN obl say"},
		{"strung on in -ing", "saying VERB VBG -1 root|it PRON PRP 2 nsubj|failed VERB VBD 0 ccomp|and CCONJ CC 4 cc|arguing VERB VBG 2 conj", 4, "VBG conj saying"},
		{"what was told", "shrugged VERB VBD -1 root|, PUNCT , 2 punct|telling VERB VBG 0 advcl|Roe PROPN NNP 2 iobj|we PRON PRP 5 nsubj|asked VERB VBD 0 ccomp", 5, "VBD ccomp telling"},
		{"told already", "shrugged VERB VBD -1 root|, PUNCT , 2 punct|telling VERB VBG 0 advcl|Roe PROPN NNP 2 iobj|this PRON DT 2 obj|asked VERB VBD 0 ccomp", 5, "VBD ccomp shrugged"},
	})
	for lemma, want := range map[string]string{"ask": "xcomp", "rob": "advcl"} {
		s := lined("asks VERB VBZ -1 root|banks NOUN NNS 0 obj|to PART TO 3 mark|lend VERB VB 0 advcl")
		s.Tokens[0].Lemma = lemma
		clauses(s)
		if got := s.Tokens[3].Rel; got != want {
			t.Errorf("behind %s: %s, want %s", lemma, got, want)
		}
	}
}

func TestJunior(t *testing.T) {
	s := lined("Roe PROPN NNP 3 nsubj|, PUNCT , 0 punct|Jr. PROPN NNP 3 nsubj|left VERB VBD -1 root")
	phrases(s)
	if k := s.Tokens[2]; k.Rel != "flat" || k.Head != 0 {
		t.Errorf("Jr. hangs as %s on %d", k.Rel, k.Head)
	}
	s = lined("Roe PROPN NNP 2 appos|, PUNCT , 0 punct|Jr. PROPN NNP 3 nsubj|left VERB VBD -1 root")
	phrases(s)
	if k := s.Tokens[0]; k.Rel != "nsubj" || k.Head != 3 {
		t.Errorf("the name of a junior hangs as %s on %d", k.Rel, k.Head)
	}
	s = lined("Roe PROPN NNP -1 root|, PUNCT , 0 punct|Doe PROPN NNP 0 conj")
	phrases(s)
	if s.Tokens[2].Rel != "conj" {
		t.Error("another name is taken for a part")
	}
	phrases(&syntax.Sentence{})
}
