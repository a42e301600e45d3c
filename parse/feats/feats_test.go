package feats

import (
	"slices"
	"strings"
	"testing"

	"readout/syntax"
)

func TestFeats(t *testing.T) {
	for _, c := range strings.Split(strings.TrimSpace(`
countries NOUN NNS Number=Plur
war NOUN NN Number=Sing
Biden PROPN NNP Number=Sing
U.S. PROPN NNP Abbr=Yes|Number=Sing
Nations PROPN NNPS Number=Plur
United ADJ NNP Degree=Pos
says VERB VBZ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin
said VERB VBD Mood=Ind|Tense=Past|VerbForm=Fin
was AUX VBD Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
am AUX VBP Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin
expelled VERB VBN Tense=Past|VerbForm=Part
meeting VERB VBG Tense=Pres|VerbForm=Part
to PART TO _
n't PART RB Polarity=Neg
The DET DT Definite=Def|PronType=Art
an DET DT Definite=Ind|PronType=Art
those DET DT Number=Plur|PronType=Dem
He PRON PRP Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs
her PRON PRP Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs
her PRON PRP$ Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs
themselves PRON PRP Case=Acc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes
who PRON WP PronType=Rel
nobody PRON NN Number=Sing|PronType=Neg
larger ADJ JJR Degree=Cmp
largest ADJ JJS Degree=Sup
third ADJ JJ Degree=Pos|NumForm=Word|NumType=Ord
19th ADJ JJ Degree=Pos|NumForm=Combi|NumType=Ord
ten NUM CD NumForm=Word|NumType=Card
2021 NUM CD NumForm=Digit|NumType=Card
3.5 NUM CD NumForm=Digit|NumType=Frac
XIV NUM CD NumForm=Roman|NumType=Card
bn NUM CD Abbr=Yes|NumForm=Word|NumType=Card
. PUNCT . _
% SYM NN Number=Sing
`), "\n") {
		f := strings.Fields(c)
		want := f[3]
		if want == "_" {
			want = ""
		}
		if got := Of(f[0], f[1], f[2]); got != want {
			t.Errorf("%s/%s: %q, want %q", f[0], f[2], got, want)
		}
	}
}

// Features stand in order of name, letter case aside, each once, for every word
// and tag.
func TestFeatsSorted(t *testing.T) {
	words := []string{"said", "5", "5th", "its", "mine", "yes", "a", "all", "U.S.", "half", "politics", "etc.", "'60s", ""}
	upos := []string{"", "NOUN", "PROPN", "VERB", "AUX", "PRON", "DET", "ADJ", "ADV", "NUM", "SYM", "PART", "X", "INTJ", "CCONJ"}
	xpos := []string{"", "NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "PRP", "PRP$", "WP",
		"WP$", "WDT", "DT", "PDT", "EX", "JJ", "JJR", "JJS", "RB", "RBR", "RBS", "WRB", "CD", "CC", "UH", "FW", "LS"}
	for _, w := range words {
		for _, u := range upos {
			for _, x := range xpos {
				f := Of(w, u, x)
				if f == "" {
					continue
				}
				var names []string
				for _, p := range strings.Split(f, "|") {
					n, v, ok := strings.Cut(p, "=")
					if !ok || v == "" {
						t.Errorf("Of(%q, %s, %s) = %q", w, u, x, f)
					}
					names = append(names, strings.ToLower(n))
				}
				if !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) {
					t.Errorf("Of(%q, %s, %s) = %q is out of order", w, u, x, f)
				}
			}
		}
	}
}

// No form or tag may make it panic.
func FuzzFeats(f *testing.F) {
	f.Add("Said", "VERB", "VBD")
	f.Add("'", "NOUN", "NNS")
	f.Add("İ", "NOUN", "NN")
	f.Add("’\x80", "NUM", "CD")
	f.Fuzz(func(t *testing.T, form, upos, xpos string) {
		Of(form, upos, xpos)
	})
}

func TestAgree(t *testing.T) {
	s := syntax.Sentence{Tokens: []syntax.Token{
		{Form: "They", Lemma: "they", UPos: "PRON", XPos: "PRP", Head: 1, Rel: "nsubj"},
		{Form: "said", Lemma: "say", UPos: "VERB", XPos: "VBD", Head: -1, Rel: "root"},
		{Form: "he", Lemma: "he", UPos: "PRON", XPos: "PRP", Head: 4, Rel: "nsubj:pass"},
		{Form: "was", Lemma: "be", UPos: "AUX", XPos: "VBD", Head: 4, Rel: "aux:pass"},
		{Form: "expelled", Lemma: "expel", UPos: "VERB", XPos: "VBN", Head: 1, Rel: "ccomp"},
		{Form: "by", Lemma: "by", UPos: "ADP", XPos: "IN", Head: 6, Rel: "case"},
		{Form: "it", Lemma: "it", UPos: "PRON", XPos: "PRP", Head: 4, Rel: "obl"},
	}}
	for i := range s.Tokens {
		w := &s.Tokens[i]
		w.Feats = Of(w.Form, w.UPos, w.XPos)
	}
	Agree(&s)
	for i, want := range map[int]string{
		1: "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin",
		3: "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
		4: "Tense=Past|VerbForm=Part|Voice=Pass",
		6: "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs",
	} {
		if got := s.Tokens[i].Feats; got != want {
			t.Errorf("%s: %q, want %q", s.Tokens[i].Form, got, want)
		}
	}
}
