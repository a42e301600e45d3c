package parse

import (
	"bytes"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/parse/names"
	"readout/parse/network/learn"
	"readout/score"
	"readout/syntax"
)

// TestNames measures the names of development sets, read document by document
// from the words of the gold.
func TestNames(t *testing.T) {
	p := newParser(t)
	for _, c := range []struct {
		trees, names string
		genres       []string // of GUM; nil for all
		least        float64
	}{
		{"ewt-dev.conllu", "uner-ewt-dev.conll", nil, 0.785},
		{"gum-dev.conllu", "", nil, 0.77},
		{"gum-dev.conllu", "", []string{"news", "interview"}, 0.81},
		{"gum-ncfree-dev.conllu", "", nil, 0.79},
	} {
		trees := treebank(t, c.trees)
		var labels []byte
		if c.names != "" {
			labels = besideTreebanks(t, "names", c.names)
		}
		gold := goldNames(t, trees, labels, c.genres)
		system := make([]score.Labelled, 0, len(gold))
		for first := 0; first < len(gold); {
			last := first + 1
			for last < len(gold) && gold[last].doc == gold[first].doc {
				last++
			}
			doc := make([]syntax.Sentence, last-first)
			for i := range doc {
				for _, w := range gold[first+i].Words {
					doc[i].Tokens = append(doc[i].Tokens, syntax.Token{Form: w})
				}
			}
			p.Annotate(doc)
			for i, s := range doc {
				l := score.Labelled{Words: gold[first+i].Words}
				for _, n := range s.Names {
					l.Names = append(l.Names, score.LabelledName{First: n.First, Last: n.Last, Kind: n.Kind})
				}
				system = append(system, l)
			}
			first = last
		}
		want := make([]score.Labelled, len(gold))
		for i := range gold {
			want[i] = gold[i].Labelled
		}
		got, err := score.Names(want, system)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		_ = got.WriteTable(&b)
		t.Logf("%s %s %s\n%s", c.trees, c.names, strings.Join(c.genres, " and "), b.String())
		if got.All().F1() < c.least {
			t.Errorf("%s: names %.3f, below %v", c.trees, got.All().F1(), c.least)
		}
	}
}

type goldSentence struct {
	score.Labelled
	doc int
}

// goldNames reads the names of a treebank as training does, those of some
// genres or of all, and numbers its documents.
func goldNames(t *testing.T, trees, labels []byte, genres []string) []goldSentence {
	t.Helper()
	var sentences []learn.Sentence
	var err error
	if labels == nil {
		sentences, err = learn.ReadTreebank(bytes.NewReader(trees), nil)
	} else {
		sentences, err = learn.ReadTreebank(bytes.NewReader(trees), bytes.NewReader(labels))
	}
	if err != nil {
		t.Fatal(err)
	}
	out := make([]goldSentence, len(sentences))
	i, doc := 0, 0
	wanted := genres == nil
	err = syntax.ScanCoNLLU(bytes.NewReader(trees), func(c *syntax.CoNLLU) error {
		for _, l := range c.Comments {
			if strings.HasPrefix(l, "newdoc") {
				doc++
				wanted = genres == nil || slices.ContainsFunc(genres, func(g string) bool { return strings.Contains(l, "GUM_"+g+"_") })
			}
		}
		if out[i].doc = doc; !wanted {
			out[i].doc = -1
		}
		for k, set := range sentences[i].Names {
			out[i].Words = append(out[i].Words, c.Tokens[k].Form)
			if set&1 != 0 || set == 0 {
				continue // outside, or perhaps outside
			}
			label := bits.TrailingZeros32(set)
			if n := len(out[i].Labelled.Names); label%2 == 0 && n > 0 {
				out[i].Labelled.Names[n-1].Last++
				continue
			}
			out[i].Labelled.Names = append(out[i].Labelled.Names, score.LabelledName{First: k, Last: k + 1, Kind: names.Kinds[(label-1)/2]})
		}
		i++
		return nil
	})
	if err != nil || i != len(out) {
		t.Fatalf("%d of %d sentences: %v", i, len(out), err)
	}
	return slices.DeleteFunc(out, func(g goldSentence) bool { return g.doc < 0 })
}

// besideTreebanks opens another file of the data folder.
func besideTreebanks(t *testing.T, folder, name string) []byte {
	t.Helper()
	dir := os.Getenv("READOUT_DATA")
	if dir == "" {
		dir = "../../shared/data"
	}
	b, err := os.ReadFile(filepath.Join(dir, folder, name))
	if err != nil {
		t.Skipf("no names: %v; set READOUT_DATA", err)
	}
	return b
}
