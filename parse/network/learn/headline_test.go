package learn

import (
	"strings"
	"testing"

	"readout/syntax"
)

// toySentence makes a sentence of words written form/tag/relation:head, heads
// counted from 1 and 0 for the root.
func toySentence(t *testing.T, text string) Sentence {
	t.Helper()
	s := &syntax.Sentence{}
	for _, w := range strings.Fields(text) {
		var tok syntax.Token
		part := strings.Split(w, "/")
		tok.Form, tok.XPos = part[0], part[1]
		tok.UPos = map[string]string{"VBD": "VERB", "VBN": "VERB", "NN": "NOUN", "NNS": "NOUN", ",": "PUNCT", ".": "PUNCT"}[tok.XPos]
		rel, head, _ := strings.Cut(part[2], ":")
		if rel == "aux" {
			tok.UPos = "AUX"
		}
		tok.Rel = rel
		for _, c := range head {
			tok.Head = tok.Head*10 + int(c-'0')
		}
		tok.Head--
		s.Tokens = append(s.Tokens, tok)
	}
	out := Sentence{Tree: s, Tokens: Tokens(s.Tokens), Names: make([]uint32, len(s.Tokens))}
	for i := range out.Names {
		out.Names[i] = outside
	}
	return out
}

func TestHeadlines(t *testing.T) {
	s := toySentence(t, "The/DT/det:2 army/NN/nsubj:7 ,/,/punct:5 which/WDT/nsubj:5 withdrew/VBD/acl:2 ,/,/punct:5 "+
		"denied/VBD/root:0 the/DT/det:9 claims/NNS/obj:7 and/CC/cc:12 was/VBD/aux:12 attacked/VBN/conj:7 ././punct:7")
	lemma := func(form, _, _ string) string {
		return map[string]string{"denied": "deny", "withdrew": "withdraw"}[form]
	}
	seen := map[string]bool{}
	for seed := range uint64(200) {
		for _, h := range Headlines([]Sentence{s}, 100, lemma, seed) {
			var forms []string
			roots := 0
			for i, w := range h.Tree.Tokens {
				forms = append(forms, w.Form)
				if w.Form != h.Tokens[i].Form || w.Head == i || w.Head >= len(h.Tokens) {
					t.Fatalf("%v: %q has head %d, the network sees %q", forms, w.Form, w.Head, h.Tokens[i].Form)
				}
				if w.Head < 0 {
					roots++
				}
			}
			if roots != 1 || len(h.Names) != len(h.Tokens) || !h.Silver {
				t.Fatalf("%v: %d roots, %d names", forms, roots, len(h.Names))
			}
			seen[strings.Join(forms, " ")] = true
		}
	}
	for _, want := range []string{
		"The army , which withdrew , denied the claims .",
		"Army , which withdraws , denies claims",
		"Army , which withdraws , denies claims and attacked",
		"The army , which withdraws , denies the claims and is attacked .",
	} {
		if !seen[want] {
			t.Errorf("%q did not come of it; %d did", want, len(seen))
		}
	}
	for got := range seen {
		if strings.HasPrefix(got, ",") || strings.Contains(got, ", ,") || strings.HasSuffix(got, ", .") {
			t.Errorf("%q", got)
		}
	}
}
