package mend

import (
	"strconv"
	"strings"
	"testing"

	"readout/syntax"
)

// lined reads a sentence: of each token the form, its tags, its head, counted
// from 0, its relation and perhaps the lemma, parted from the next by a bar.
func lined(text string) *syntax.Sentence {
	s := &syntax.Sentence{}
	for _, l := range strings.Split(text, "|") {
		f := strings.Fields(l)
		head, err := strconv.Atoi(f[3])
		if err != nil {
			panic(err)
		}
		k := syntax.Token{Form: f[0], UPos: f[1], XPos: f[2], Head: head, Rel: f[4]}
		if len(f) > 5 {
			k.Lemma = f[5]
		}
		s.Tokens = append(s.Tokens, k)
	}
	return s
}

// A mended is a sentence, as lined reads it, with what a token of it must be once
// a function has mended the tree: its fine tag, relation and the form of its head.
type mended struct {
	name, sentence string
	token          int
	want           string
}

func checkMended(t *testing.T, mend func(*syntax.Sentence), cases []mended) {
	t.Helper()
	for _, c := range cases {
		s := lined(c.sentence)
		mend(s)
		k := s.Tokens[c.token]
		if got := k.XPos + " " + k.Rel + " " + s.Tokens[k.Head].Form; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestClauses(t *testing.T) {
	checkMended(t, clauses, []mended{
		{"a participle at the head", "Asked VERB VBD 4 ccomp|whether SCONJ IN 2 mark|left VERB VBD 0 ccomp|Roe PROPN NNP 4 nsubj|replied VERB VBD -1 root", 0, "VBN advcl replied"},
		{"a subject of its own", "Asked VERB VBD 3 ccomp|he PRON PRP 0 nsubj|Roe PROPN NNP 3 nsubj|replied VERB VBD -1 root", 0, "VBD ccomp replied"},
		{"an irregular past", "Went VERB VBD 2 ccomp|Roe PROPN NNP 2 nsubj|said VERB VBD -1 root", 0, "VBD ccomp said"},
		{"a verb strung on", "Roe PROPN NNP 1 nsubj|warns VERB VBZ -1 root|, PUNCT , 3 punct|urges VERB VBZ 1 advcl|calm NOUN NN 3 obj", 3, "VBZ conj warns"},
		{"a clause that a word opens", "Roe PROPN NNP 1 nsubj|warns VERB VBZ -1 root|, PUNCT , 3 punct|urges VERB VBZ 1 advcl|when SCONJ WRB 3 mark", 3, "VBZ advcl warns"},
		{"a verb and no modifier", "The DET DT 3 det|Omani ADJ JJ 3 amod|court NOUN NN 4 compound|froze VERB VBD 4 amod|ties NOUN NNS -1 root", 2, "NN nsubj froze"},
		{"the article of its subject", "The DET DT 3 det|court NOUN NN 3 compound|froze VERB VBD 3 amod|ties NOUN NNS -1 root", 0, "DT det court"},
		{"what it is done to", "Oman PROPN NNP 2 compound|froze VERB VBD 2 amod|ties NOUN NNS -1 root|with ADP IN 4 case|Iraq PROPN NNP 2 nmod", 2, "NNS obj froze"},
		{"a participle", "Oman PROPN NNP 2 compound|backed VERB VBN 2 amod|rebels NOUN NNS -1 root", 0, "NNP compound rebels"},
		{"who did it", "poll NOUN NN 4 nsubj|published VERB VBN 0 acl|by ADP IN 3 case|Courier PROPN NNP 4 nsubj|shows VERB VBZ -1 root", 3, "NNP obl:agent published"},
		{"two subjects", "deal NOUN NN 4 nsubj|looks VERB VBZ 4 ccomp|good ADJ JJ 1 xcomp|Roe PROPN NNP 4 nsubj|said VERB VBD -1 root", 0, "NN nsubj looks"},
		{"two subjects of a passive", "deal NOUN NN 4 nsubj|is AUX VBZ 2 aux:pass|signed VERB VBN 4 ccomp|Roe PROPN NNP 4 nsubj|said VERB VBD -1 root", 0, "NN nsubj:pass signed"},
		{"each with its subject", "deal NOUN NN 1 nsubj|looks VERB VBZ 4 ccomp|good ADJ JJ 1 xcomp|Roe PROPN NNP 4 nsubj|said VERB VBD -1 root", 3, "NNP nsubj said"},
		{"a clause that is not finite", "deal NOUN NN 3 nsubj|signing VERB VBG 3 ccomp|Roe PROPN NNP 3 nsubj|said VERB VBD -1 root", 0, "NN nsubj said"},
		{"who went", "Roe PROPN NNP 5 nsubj|, PUNCT , 3 punct|vice NOUN NN 3 nmod:desc|Doe PROPN NNP 0 appos|, PUNCT , 5 punct|resigned VERB VBD -1 root", 3, "NNP nsubj resigned"},
		{"who comes after him", "Roe PROPN NNP 5 nsubj|, PUNCT , 3 punct|vice NOUN NN 3 nmod:desc|Doe PROPN NNP 0 appos|, PUNCT , 5 punct|resigned VERB VBD -1 root", 0, "NNP dislocated resigned"},
		{"a clause hung on a noun", "bar VERB VBP -1 root|sale NOUN NN 0 obj|after SCONJ IN 4 mark|Roe PROPN NNP 4 nsubj|accused VERB VBD 1 acl|it PRON PRP 4 obj", 4, "VBD advcl bar"},
		{"a clause that the noun means", "deny VERB VBP -1 root|claim NOUN NN 0 obj|that SCONJ IN 4 mark|Roe PROPN NNP 4 nsubj|lied VERB VBD 1 acl", 4, "VBD acl claim"},
		{"the only subject", "published VERB VBN 3 advcl|by ADP IN 2 case|Courier PROPN NNP 3 nsubj|shows VERB VBZ -1 root", 2, "NNP nsubj shows"},
		{"what a noun is for", "killed VERB VBN -1 root|in ADP IN 2 case|raid NOUN NN 0 obl|targeting VERB VBG 0 advcl|rebels NOUN NNS 3 obj", 3, "VBG acl raid"},
		{"how somebody did it", "entered VERB VBD -1 root|in ADP IN 2 case|May PROPN NNP 0 obl|using VERB VBG 0 advcl|tanks NOUN NNS 3 obj", 3, "VBG advcl entered"},
		{"two participles", "accuses VERB VBZ -1 root|of SCONJ IN 2 mark|shooting VERB VBG 0 advcl|and CCONJ CC 4 cc|killing VERB VBG 0 conj", 4, "VBG conj shooting"},
		{"a clause of the past", "said VERB VBD -1 root|that SCONJ IN 3 mark|rebels NOUN NNS 3 nsubj|surrendered VERB VBN 0 ccomp", 3, "VBD ccomp said"},
		{"a clause of the passive", "said VERB VBD -1 root|that SCONJ IN 4 mark|rebels NOUN NNS 4 nsubj:pass|were AUX VBD 4 aux:pass|killed VERB VBN 0 ccomp", 4, "VBN ccomp said"},
		{"who is shown doing something", "film NOUN NN 1 nsubj|shows VERB VBZ -1 root show|soldiers NOUN NNS 1 obj|shooting VERB VBG 1 advcl|prisoners NOUN NNS 3 obj", 2, "NNS nsubj shooting"},
		{"what he is shown doing", "film NOUN NN 1 nsubj|shows VERB VBZ -1 root show|soldiers NOUN NNS 1 obj|shooting VERB VBG 1 advcl|prisoners NOUN NNS 3 obj", 3, "VBG ccomp shows"},
	})
}
