package place_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"readout/article"
	"readout/lexicon"
	"readout/place"
	"readout/syntax"
	"readout/syntax/syntaxtest"
)

// check reports what breaks the promises of Find.
func check(t interface{ Fatalf(string, ...any) }, doc *syntax.Document, got []place.Place) {
	text, last := doc.Article.Text, 0
	for i, g := range got {
		if g.Start < last || g.End <= g.Start || g.End > len(text) {
			t.Fatalf("place %d [%d,%d) is out of order or range", i, g.Start, g.End)
		}
		if !utf8.RuneStart(text[g.Start]) || g.End < len(text) && !utf8.RuneStart(text[g.End]) {
			t.Fatalf("place %d cuts a character", i)
		}
		last = g.End
		st := &doc.Sentences[g.Sentence]
		if g.First < 0 || g.First >= g.Last || g.Last > len(st.Tokens) || !st.SpanOf(g.First, g.Last).Contains(g.Span) {
			t.Fatalf("place %d: tokens [%d,%d) do not hold it", i, g.First, g.Last)
		}
		if g.Head < g.First || g.Head >= g.Last {
			t.Fatalf("place %d: head %d is outside [%d,%d)", i, g.Head, g.First, g.Last)
		}
		if g.Name == "" || g.Kind == "" || g.Located && (g.Lat < -90 || g.Lat > 90 || g.Lon < -180 || g.Lon > 180) {
			t.Fatalf("place %d is %+v", i, g)
		}
	}
}

var pieces = []string{"Geneva", "Switzerland", ",", "Paris", "Texas", "in", "In", "the", "city", "of", "New", "York", "Washington", "D.C.", "Mr.", "said",
	"Jordan", "Michael", "Post", "-", "–", "’s", "based", "al-Bab", "Deir", "ez-Zor", "US", "U.S.", "us", "Nice", "KYIV", "(", "AP", ")", "—", ".", "é",
	"São", "Paulo", "\u00a0", "and", "Saint", "Petersburg", "Tex.", "Georgia", "Syrian", "38th", "parallel", "Bank", "England", "\n\n", "Côte", "d'Ivoire"}

func TestAnyWords(t *testing.T) {
	f := finder(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "words")
		glue := rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "glue")
		doc := syntaxtest.Document(strings.Join(words, glue), "")
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
		doc := syntaxtest.Document(strings.ToValidUTF8(string(b), "?"), "")
		check(t, doc, f.Find(doc))
	})
}

// TestAnyTree draws trees and names at random: heads may form circles.
func TestAnyTree(t *testing.T) {
	f := finder(t)
	rapid.Check(t, func(t *rapid.T) {
		doc := syntaxtest.Document("Talks between Paris Hilton and the mayor of Nice, Texas, were held in Geneva, Switzerland, and Jordan.", "")
		for i := range doc.Sentences {
			st := &doc.Sentences[i]
			for k := range st.Tokens {
				tok := &st.Tokens[k]
				tok.UPos = rapid.SampledFrom([]string{"", "VERB", "PROPN", "ADP"}).Draw(t, "tag")
				tok.Rel = rapid.SampledFrom([]string{"", "case", "conj", "appos", "nmod"}).Draw(t, "rel")
				tok.Head = rapid.IntRange(-1, len(st.Tokens)-1).Draw(t, "head")
			}
			first := rapid.IntRange(0, len(st.Tokens)-1).Draw(t, "first")
			last := rapid.IntRange(first+1, len(st.Tokens)).Draw(t, "last")
			kind := rapid.SampledFrom([]string{syntax.Person, syntax.Location, syntax.Organization, ""}).Draw(t, "kind")
			st.Names = []syntax.Name{{First: first, Last: last, Kind: kind}}
		}
		check(t, doc, f.Find(doc))
	})
}

func TestHugeInput(t *testing.T) {
	f := finder(t)
	for _, text := range []string{
		strings.Repeat("x", 1<<18), strings.Repeat("Geneva ", 1<<14), strings.Repeat("Geneva, ", 1<<14), strings.Repeat("New ", 1<<15),
		strings.Repeat("Saint Saint-", 1<<14), strings.Repeat("é", 1<<17), strings.Repeat("“", 1<<16), strings.Repeat("of the city ", 1<<14),
		strings.Repeat("Georgia, Tex. ", 1<<13), strings.Repeat("San José ", 1<<13), strings.Repeat("al-", 1<<15),
	} {
		a := &article.Article{Text: text}
		a.Blocks = []article.Block{{Kind: article.Paragraph, Span: article.Span{Start: 0, End: len(text)}}}
		st := syntax.Sentence{Span: a.Blocks[0].Span}
		for i := 0; i < len(text); {
			n := strings.IndexByte(text[i:], ' ')
			if n < 0 {
				n = len(text) - i
			}
			if n > 0 {
				st.Tokens = append(st.Tokens, syntax.Token{Span: article.Span{Start: i, End: i + n}, Form: text[i : i+n], Head: -1})
			}
			i += n + 1
		}
		doc := &syntax.Document{Article: a, Sentences: []syntax.Sentence{st}}
		check(t, doc, f.Find(doc))
	}
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

func BenchmarkNewFinder(b *testing.B) {
	set, err := lexicon.Open("")
	if set == nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := place.NewFinder(set, place.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	f := finder(b)
	var text strings.Builder
	for i := 0; i < 50; i++ {
		for _, m := range marked {
			t, _, err := unmark(m)
			if err != nil {
				b.Fatal(err)
			}
			text.WriteString(t + "\n\n")
		}
	}
	doc := syntaxtest.Document(text.String(), "")
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(doc)
	}
}
