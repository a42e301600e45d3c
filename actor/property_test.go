package actor_test

import (
	"math/rand"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"readout/actor"
	"readout/article"
	"readout/syntax"
)

// vocabulary is what the random sentences are made of: words that one rule or
// another looks at, and some that none does.
var vocabulary = strings.Fields(`Russia Russian Russians the The a his her its their they he she it I we you President
presidents Biden Putin Joe Vladimir Poutine Kremlin Moscow Washington United States of America and , . “ ” " ( ) ' 's - of
in to with by between said met attacked two both leaders side sides country government police Lagos May March Monday
former then counterpart opponent ambassador UN NATO Rapid Support Forces RSF North South Korea company who which Mr. Gen.
Navalny Alexeï xyzzy Zelenskyy 東京 ümlaut 10 ten dozen city troops protesters French British NORTON $ US www.x.com é ́`)

var tags = [][2]string{{"PROPN", "NNP"}, {"PROPN", "NNPS"}, {"NOUN", "NN"}, {"NOUN", "NNS"}, {"ADJ", "JJ"}, {"VERB", "VBD"},
	{"VERB", "VBN"}, {"PRON", "PRP"}, {"PRON", "PRP$"}, {"DET", "DT"}, {"ADP", "IN"}, {"CCONJ", "CC"}, {"PUNCT", "."}, {"NUM", "CD"},
	{"AUX", "VBZ"}, {"ADV", "RB"}, {"PART", "POS"}, {"X", "FW"}, {"", ""}}

var relations = strings.Fields(`nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss nmod:desc amod compound flat appos conj cc
case det nummod cop root acl:relcl xcomp ccomp parataxis punct advmod expl mark vocative list dep`)

// nonsense makes a document of random words with random trees, faulty ones
// among them: several roots, cycles, heads out of range.
func nonsense(next func(n int) int) *syntax.Document {
	var text strings.Builder
	d := &syntax.Document{Article: &article.Article{ID: "x", Published: "2021-06-16", Title: "Interview with Joe Biden"}}
	for b := next(3) + 1; b > 0; b-- {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		from := text.Len()
		for range next(4) {
			s := syntax.Sentence{Block: len(d.Article.Blocks)}
			s.Start = text.Len()
			n := next(14)
			for i := range n {
				w := vocabulary[next(len(vocabulary))]
				tag := tags[next(len(tags))]
				t := syntax.Token{Form: w, Lemma: strings.ToLower(w), UPos: tag[0], XPos: tag[1], Head: next(n+3) - 1, Rel: relations[next(len(relations))]}
				t.Start = text.Len()
				text.WriteString(w)
				t.End = text.Len()
				if i+1 < n && next(5) > 0 {
					text.WriteByte(' ')
				}
				s.Tokens = append(s.Tokens, t)
			}
			s.End = text.Len()
			for at := 0; at < n && next(2) == 0; {
				first := at + next(n-at)
				last := first + 1 + next(n-first)
				kinds := []string{syntax.Person, syntax.Organization, syntax.Location, syntax.Group, syntax.EventName, "odd"}
				s.Names = append(s.Names, syntax.Name{First: first, Last: last, Kind: kinds[next(len(kinds))]})
				at = last
			}
			d.Sentences = append(d.Sentences, s)
			text.WriteByte(' ')
		}
		d.Article.Blocks = append(d.Article.Blocks, article.Block{Kind: article.Paragraph, Span: article.Span{Start: from, End: text.Len()}})
	}
	d.Article.Text = text.String()
	return d
}

// check reports what in the cast breaks the promises of the types.
func check(t interface {
	Fatalf(format string, args ...any)
}, d *syntax.Document, c *actor.Cast) {
	first := -1
	for i, e := range c.Entities {
		if len(e.Mentions) == 0 {
			t.Fatalf("%q has no mention", e.Name)
		}
		if e.Name == "" || e.Kind == "" {
			t.Fatalf("entity without name or kind: %+v", e)
		}
		if e.Of < -1 || e.Of >= len(c.Entities) || e.Of == i {
			t.Fatalf("%q belongs to %d", e.Name, e.Of)
		}
		last := [2]int{-1, -1}
		for k, m := range e.Mentions {
			if m.Entity != i {
				t.Fatalf("a mention of %q points to %d", e.Name, m.Entity)
			}
			if m.Sentence < 0 || m.Sentence >= len(d.Sentences) {
				t.Fatalf("sentence %d of %d", m.Sentence, len(d.Sentences))
			}
			s := &d.Sentences[m.Sentence]
			if m.First < 0 || m.First >= m.Last || m.Last > len(s.Tokens) || m.Head < m.First || m.Head >= m.Last {
				t.Fatalf("mention %+v of a sentence of %d tokens", m, len(s.Tokens))
			}
			if m.Start != s.Tokens[m.First].Start || m.End != s.Tokens[m.Last-1].End {
				t.Fatalf("span %v is not that of tokens %d to %d", m.Span, m.First, m.Last)
			}
			if k == 0 {
				at := m.Sentence*1000 + m.First
				if at < first {
					t.Fatalf("%q stands before an entity that is mentioned earlier", e.Name)
				}
				first = at
			}
			at := [2]int{m.Sentence, m.First}
			if at[0] < last[0] || at[0] == last[0] && at[1] < last[1] {
				t.Fatalf("mentions of %q are out of order", e.Name)
			}
			last = at
			found := false
			for _, j := range c.At(m.Sentence, m.Head) {
				found = found || j == i
			}
			if !found {
				t.Fatalf("At does not know %q by its head", e.Name)
			}
		}
	}
}

func TestNonsense(t *testing.T) {
	r := newResolver(t)
	rapid.Check(t, func(t *rapid.T) {
		d := nonsense(func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "n") })
		c := r.Resolve(d)
		check(t, d, c)
		if again := r.Resolve(d); !reflect.DeepEqual(c, again) {
			t.Fatalf("two readings differ")
		}
	})
}

// TestMoreNonsense reads many larger documents of random words.
func TestMoreNonsense(t *testing.T) {
	r := newResolver(t)
	rnd := rand.New(rand.NewSource(7))
	n := 4000
	if testing.Short() {
		n = 200
	}
	for range n {
		d := nonsense(rnd.Intn)
		check(t, d, r.Resolve(d))
	}
}

// TestConcurrent resolves the same documents in several goroutines at once.
func TestConcurrent(t *testing.T) {
	r := newResolver(t)
	rnd := rand.New(rand.NewSource(1))
	var docs []*syntax.Document
	var want []*actor.Cast
	for range 50 {
		d := nonsense(rnd.Intn)
		docs = append(docs, d)
		want = append(want, r.Resolve(d))
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i, d := range docs {
				if !reflect.DeepEqual(r.Resolve(d), want[i]) {
					t.Errorf("document %d differs", i)
				}
			}
		})
	}
	wg.Wait()
}

// TestLong reads articles of 10,000 sentences, and one sentence of as many
// words: time must not grow with the square.
func TestLong(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	r := newResolver(t)
	docs := readTrees(t, "testdata/cases.conllu")
	for _, id := range []string{"summit", "women", "presidents"} {
		one := docs[id]
		var text strings.Builder
		d := &syntax.Document{Article: &article.Article{Published: "2021-06-16"}}
		for len(d.Sentences) < 10000 {
			at := text.Len()
			text.WriteString(one.Article.Text)
			text.WriteByte(' ')
			for _, s := range one.Sentences {
				s.Tokens = append([]syntax.Token{}, s.Tokens...)
				s.Start, s.End = s.Start+at, s.End+at
				for i := range s.Tokens {
					s.Tokens[i].Start += at
					s.Tokens[i].End += at
				}
				d.Sentences = append(d.Sentences, s)
			}
		}
		d.Article.Text = text.String()
		d.Article.Blocks = []article.Block{{Kind: article.Paragraph, Span: article.Span{Start: 0, End: text.Len()}}}
		start := time.Now()
		check(t, d, r.Resolve(d))
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: 10,000 sentences took %v", id, took)
		}
	}
	for _, word := range []string{"Biden", "president", "Russian", "and", "they", "“", "May", "North"} {
		d := oneSentence(word, 20000)
		start := time.Now()
		check(t, d, r.Resolve(d))
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q 20,000 times took %v", word, took)
		}
	}
}

// oneSentence makes a sentence of n times the same word, in a chain of conj.
func oneSentence(word string, n int) *syntax.Document {
	var text strings.Builder
	s := syntax.Sentence{}
	for i := range n {
		t := syntax.Token{Form: word, Lemma: word, UPos: "PROPN", XPos: "NNP", Head: i - 1, Rel: "conj"}
		if i%2 == 1 {
			t.Head = 0
		}
		t.Start = text.Len()
		text.WriteString(word)
		t.End = text.Len()
		text.WriteByte(' ')
		s.Tokens = append(s.Tokens, t)
	}
	s.End = text.Len()
	a := &article.Article{Text: text.String(), Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{Start: 0, End: text.Len()}}}}
	return &syntax.Document{Article: a, Sentences: []syntax.Sentence{s}}
}

func BenchmarkResolve(b *testing.B) {
	r := newResolver(b)
	docs := readTrees(b, "testdata/cases.conllu")
	n := 0
	for _, d := range docs {
		for i := range d.Sentences {
			n += len(d.Sentences[i].Tokens)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			r.Resolve(d)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkNewResolver(b *testing.B) {
	for b.Loop() {
		newResolver(b)
	}
}
