package parse

import (
	"bytes"
	"testing"

	"readout/parse/lemma"
	"readout/syntax"
)

func TestLemmaTreebanks(t *testing.T) {
	l, err := lemma.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file string
		want float64
	}{{"ewt-dev.conllu", 0.969}, {"gum-dev.conllu", 0.969}} {
		words, right := 0, 0
		wrong := map[string]int{}
		err := syntax.ReadCoNLLU(bytes.NewReader(treebank(t, c.file)), func(s syntax.Sentence) error {
			for i := range s.Tokens {
				w := &s.Tokens[i]
				words++
				got := l.Lemma(w.Form, w.UPos, w.XPos)
				if w.Lemma == "" || got == w.Lemma {
					right++
				} else {
					wrong[w.XPos+"/"+w.UPos+" "+w.Form+" > "+got+", gold "+w.Lemma+" "+w.Feats]++
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		got := float64(right) / float64(words)
		t.Logf("%s: lemmas %.2f of %d words", c.file, 100*got, words)
		if got < c.want {
			t.Errorf("%s: below %v", c.file, c.want)
		}
		if got < c.want {
			for w, n := range wrong {
				if n > 2 {
					t.Logf("%4d %s", n, w)
				}
			}
		}
	}
}
