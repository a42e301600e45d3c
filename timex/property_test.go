package timex_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"readout/article"
	"readout/syntax"
	"readout/syntax/syntaxtest"
	"readout/timex"
)

// check reports what breaks the promises of Find.
func check(t interface{ Fatalf(string, ...any) }, doc *syntax.Document, got []timex.Time) {
	text, last := doc.Article.Text, 0
	for i, g := range got {
		if g.Start < last || g.End <= g.Start || g.End > len(text) {
			t.Fatalf("time %d [%d,%d) is out of order or range", i, g.Start, g.End)
		}
		if !utf8.RuneStart(text[g.Start]) || g.End < len(text) && !utf8.RuneStart(text[g.End]) {
			t.Fatalf("time %d cuts a character", i)
		}
		last = g.End
		st := &doc.Sentences[g.Sentence]
		if g.First < 0 || g.First >= g.Last || g.Last > len(st.Tokens) || !st.SpanOf(g.First, g.Last).Contains(g.Span) {
			t.Fatalf("time %d: tokens [%d,%d) do not hold it", i, g.First, g.Last)
		}
		switch g.Kind {
		case timex.Date, timex.Duration, timex.Set, timex.Clock:
		default:
			t.Fatalf("time %d has kind %q", i, g.Kind)
		}
		if g.Kind == timex.Date && g.Value != "" && !strings.HasSuffix(g.Value, "_REF") {
			if from, to, ok := timex.Bounds(g.Value); !ok || from > to {
				t.Fatalf("%q is dated %q, which covers no day", text[g.Start:g.End], g.Value)
			}
		}
	}
}

var pieces = []string{"June", "16", "16th", "the", "of", "2021", "last", "next", "week", "two", "days", "later", "Monday", "-", "–", ",", ".", "to",
	"and", "between", "a", "half", "9", ":", "30", "a.m.", "EST", "this", "every", "years", "ago", "in", "Christmas", "9/11", "1990s", "early", "May",
	"may", "century", "20th", "first", "quarter", "Q1", "99999999999999999999", "0000", "31", "February", "30", "year", "end", "same", "following",
	"weekend", "night", "summer", "noon", "per", "twice", "’s", "'s", "\u00a0", "é", "\n\n", "decades", "long", "old", "24:00", "day", "FY", "22"}

func TestAnyWords(t *testing.T) {
	f := finder(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "words")
		glue := rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "glue")
		published := rapid.SampledFrom([]string{"2021-06-16", "2020-02-29", "1999-12-31", "", "junk", "0001-01-01", "9999-12-31"}).Draw(t, "published")
		doc := syntaxtest.Document(strings.Join(words, glue), published)
		got := f.Find(doc)
		check(t, doc, got)
		if !reflect.DeepEqual(got, f.Find(doc)) {
			t.Fatalf("a second reading differs")
		}
	})
}

func TestAnyBytes(t *testing.T) {
	f := finder(t)
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "bytes")
		doc := syntaxtest.Document(strings.ToValidUTF8(string(b), "?"), "2021-06-16")
		check(t, doc, f.Find(doc))
	})
}

// TestAnyTree draws trees at random: heads may form circles.
func TestAnyTree(t *testing.T) {
	f := finder(t)
	tags := []string{"", "VERB", "NOUN", "AUX", "PROPN", "NUM"}
	rapid.Check(t, func(t *rapid.T) {
		doc := syntaxtest.Document("He will meet the envoy on Friday and had met him in June, two days later.", "2021-06-16")
		for i := range doc.Sentences {
			toks := doc.Sentences[i].Tokens
			for k := range toks {
				toks[k].UPos = rapid.SampledFrom(tags).Draw(t, "tag")
				toks[k].Head = rapid.IntRange(-1, len(toks)-1).Draw(t, "head")
			}
		}
		check(t, doc, f.Find(doc))
	})
}

func TestHugeInput(t *testing.T) {
	f := finder(t)
	for _, text := range []string{
		strings.Repeat("x", 1<<20), strings.Repeat("9", 1<<20), strings.Repeat("the ", 1<<15), strings.Repeat("June ", 1<<14),
		strings.Repeat("two ", 1<<14), strings.Repeat("-", 1<<19), strings.Repeat("early ", 1<<14), strings.Repeat("the end of ", 1<<14),
		strings.Repeat("“", 1<<14), strings.Repeat("2021-", 1<<14), strings.Repeat("Tuesday to ", 1<<14), strings.Repeat("'s", 1<<15),
		strings.Repeat("thousand hundred ", 1<<13), strings.Repeat("earlier that ", 1<<13), strings.Repeat("the day before ", 1<<13),
	} {
		doc := flat(text)
		check(t, doc, f.Find(doc))
	}
}

// flat makes one sentence of a text, cut at spaces only.
func flat(text string) *syntax.Document {
	a := &article.Article{Text: text, Published: "2021-06-16"}
	a.Blocks = []article.Block{{Kind: article.Paragraph, Span: article.Span{Start: 0, End: len(text)}}}
	st := syntax.Sentence{Span: a.Blocks[0].Span}
	for i := 0; i < len(text); {
		j := strings.IndexByte(text[i:], ' ')
		if j < 0 {
			j = len(text) - i
		}
		if j > 0 {
			st.Tokens = append(st.Tokens, syntax.Token{Span: article.Span{Start: i, End: i + j}, Form: text[i : i+j], Head: -1})
		}
		i += j + 1
	}
	return &syntax.Document{Article: a, Sentences: []syntax.Sentence{st}}
}

func TestNothing(t *testing.T) {
	f := finder(t)
	if got := f.Find(nil); got != nil {
		t.Errorf("no document: %v", got)
	}
	if got := f.Find(&syntax.Document{}); got != nil {
		t.Errorf("no article: %v", got)
	}
}

func BenchmarkFind(b *testing.B) {
	f := finder(b)
	var text strings.Builder
	for _, name := range []string{"gold.txt", "heldout.txt"} {
		for _, e := range examples(b, name) {
			text.WriteString(e.text + "\n\n")
		}
	}
	doc := syntaxtest.Document(text.String(), "2021-06-16")
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(doc)
	}
}
