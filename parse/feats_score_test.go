package parse

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"readout/parse/feats"
	"readout/syntax"
)

// TestFeatsTreebanks measures features from gold tags and trees, without those
// that say how a word is spelt or used outside its sentence.
func TestFeatsTreebanks(t *testing.T) {
	kept := func(feats string) string {
		f := strings.Split(feats, "|")
		f = slices.DeleteFunc(f, func(s string) bool {
			return strings.HasPrefix(s, "Typo=") || strings.HasPrefix(s, "ExtPos=") || strings.HasPrefix(s, "Style=") ||
				strings.HasPrefix(s, "NumForm=")
		})
		return strings.Join(f, "|")
	}
	for _, c := range []struct {
		file string
		want float64
	}{{"ewt-dev.conllu", 0.97}, {"gum-dev.conllu", 0.94}} {
		words, alone, agreed := 0, 0, 0
		wrong := map[string]int{}
		err := syntax.ReadCoNLLU(bytes.NewReader(treebank(t, c.file)), func(s syntax.Sentence) error {
			gold := make([]string, len(s.Tokens))
			for i := range s.Tokens {
				w := &s.Tokens[i]
				gold[i] = kept(w.Feats)
				w.Feats = feats.Of(w.Form, w.UPos, w.XPos)
				words++
				if kept(w.Feats) == gold[i] {
					alone++
				}
			}
			feats.Agree(&s)
			for i := range s.Tokens {
				w := &s.Tokens[i]
				if kept(w.Feats) == gold[i] {
					agreed++
				} else {
					wrong[w.XPos+"/"+w.UPos+" "+w.Rel+" "+w.Form+": "+w.Feats+", gold "+gold[i]]++
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		got := float64(agreed) / float64(words)
		t.Logf("%s: features %.2f from tags, %.2f with trees", c.file, 100*float64(alone)/float64(words), 100*got)
		if got < c.want {
			t.Errorf("%s: below %v", c.file, c.want)
			for w, n := range wrong {
				if n > 3 {
					t.Logf("%4d %s", n, w)
				}
			}
		}
	}
}
