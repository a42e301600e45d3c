package parse

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
	"testing"

	"readout/article"
	"readout/parse/split"
	"readout/syntax"
)

func newParser(t testing.TB) *Parser {
	t.Helper()
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// sentence makes a sentence of words with a blank between any two.
func sentence(words ...string) syntax.Sentence {
	var s syntax.Sentence
	at := 0
	for _, w := range words {
		s.Tokens = append(s.Tokens, syntax.Token{Form: w, Span: article.Span{Start: at, End: at + len(w)}})
		at += len(w) + 1
	}
	s.Span = article.Span{End: max(0, at-1)}
	return s
}

// checkTree reports what is wrong with the analysis of a sentence.
func checkTree(s *syntax.Sentence) error {
	roots := 0
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPos == "" || t.XPos == "" || t.Rel == "" {
			return fmt.Errorf("token %d %q has no tag or relation", i, t.Form)
		}
		if (t.Head < 0) != (t.Rel == "root") {
			return fmt.Errorf("token %d %q: head %d with relation %s", i, t.Form, t.Head, t.Rel)
		}
		if t.Head < 0 {
			roots++
		}
		if t.Head >= len(s.Tokens) || t.Head == i || t.Head < -1 {
			return fmt.Errorf("token %d %q has head %d of %d", i, t.Form, t.Head, len(s.Tokens))
		}
		j := i
		for n := 0; j >= 0; n++ {
			if n > len(s.Tokens) {
				return fmt.Errorf("token %d %q has no path to the root", i, t.Form)
			}
			j = s.Tokens[j].Head
		}
	}
	if len(s.Tokens) > 0 && roots != 1 {
		return fmt.Errorf("%d roots", roots)
	}
	end := 0
	for _, n := range s.Names {
		if n.First < end || n.Last <= n.First || n.Last > len(s.Tokens) || n.Kind == "" {
			return fmt.Errorf("bad name %+v", n)
		}
		end = n.Last
	}
	return nil
}

func randomSentence(r *rand.Rand, n int) syntax.Sentence {
	pieces := []string{"the", "Putin", "said", ",", ".", "\"", "“", "”", "--", "U.S.", "in", "Geneva", "of", "'s", "and",
		"3.5", "%", "Ünïcödé", "世界", "\u200b", "\xff\xfe", "🙂", "a", "WAR", "he", "was", "killed", "-", "(", ")", "?"}
	words := make([]string, n)
	for i := range words {
		switch r.IntN(8) {
		case 0:
			b := make([]byte, 1+r.IntN(30))
			for j := range b {
				b[j] = byte(r.IntN(256))
			}
			words[i] = string(b)
		case 1:
			words[i] = strings.Repeat(pieces[r.IntN(len(pieces))], 1+r.IntN(200))
		default:
			words[i] = pieces[r.IntN(len(pieces))]
		}
	}
	return sentence(words...)
}

func TestAnnotateAlwaysMakesTrees(t *testing.T) {
	p := newParser(t)
	r := rand.New(rand.NewPCG(11, 12))
	lengths := []int{0, 1, 2, 3, 255, 256, 257, 600, 10000}
	for range 150 {
		lengths = append(lengths, r.IntN(60))
	}
	var all []syntax.Sentence
	for _, n := range lengths {
		all = append(all, randomSentence(r, n))
	}
	all = append(all, sentence("", ""), sentence(strings.Repeat("x", 1<<20)))
	p.Annotate(all)
	for i := range all {
		if err := checkTree(&all[i]); err != nil {
			t.Fatalf("sentence of %d tokens: %v", len(all[i].Tokens), err)
		}
	}
	// Tags and tree of a sentence do not depend on those beside it.
	for i := range all[:60] {
		alone := []syntax.Sentence{{Tokens: append([]syntax.Token(nil), all[i].Tokens...)}}
		p.Annotate(alone)
		if !reflect.DeepEqual(alone[0].Tokens, all[i].Tokens) {
			t.Fatalf("sentence %d is analysed otherwise alone", i)
		}
	}
}

func TestParseIsTheSameInManyGoroutines(t *testing.T) {
	p := newParser(t)
	a := plainArticle(strings.Repeat("President Anna Kovač met the foreign minister of Norvania in Lund on Tuesday. \"We agreed,\" she said. ", 20))
	want := p.Parse(a)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 3 {
				if got := p.Parse(a); !reflect.DeepEqual(got, want) {
					t.Error("another goroutine got another analysis")
					return
				}
			}
		})
	}
	wg.Wait()
}

func plainArticle(text string) *article.Article {
	return &article.Article{Text: text, Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{End: len(text)}}}}
}

func TestNewRefusesDamagedWeights(t *testing.T) {
	for _, w := range []string{"", "x", weights[:100], weights[:len(weights)-1], weights + "x"} {
		if _, err := New(Options{Weights: []byte(w)}); err == nil {
			t.Errorf("%d bytes of weights were accepted", len(w))
		}
	}
	if p := newParser(t); !strings.HasPrefix(p.Hash(), "sha256:") || len(p.Hash()) != 71 {
		t.Errorf("hash %q", p.Hash())
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newParser(b)
	}
}

// BenchmarkAnnotate analyses an article's worth of sentences of mixed length.
func BenchmarkAnnotate(b *testing.B) {
	p := newParser(b)
	text := "LUND (NP) — The foreign ministers of Norvania and Estland signed an agreement on fishing rights on Tuesday, " +
		"ending a dispute that had lasted eleven years. “This is a good day for both our peoples,” said Anna Kovač, the Norvanian minister. " +
		"Her colleague was more careful. He told reporters that parliament, where the governing party has no majority, would have to approve the text before June. " +
		"Fishermen on the coast protested against the deal last week; police arrested twelve of them after clashes in the harbour of Sund. "
	s := split.Sentences(plainArticle(strings.Repeat(text, 4)))
	tokens := 0
	for i := range s {
		tokens += len(s[i].Tokens)
	}
	p.Annotate(s)
	b.ReportAllocs()
	for b.Loop() {
		p.Annotate(s)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
