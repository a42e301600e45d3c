package statement

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"readout/actor"
	"readout/article"
	"readout/event"
	"readout/syntax"
)

var someWords = []string{
	"said", "told", "denied", "claim", "confident", "according", "to", "that", "whether", "he", "who", "Smith", "Mr.", "it",
	"the", "mayor", "reportedly", "was", "quoted", "as", "saying", "view", "in", "his", "for", ",", ".", ":", "“", "”", "\"",
	"'", "‘", "’", "—", "and", "not", "Monday", "expected", "called", "é", "…", "«", "»", "urged", "poll", "I",
}

var (
	someTags = []string{"VERB", "NOUN", "PROPN", "PRON", "ADP", "PUNCT", "ADJ", "ADV", "AUX", "CCONJ", "SCONJ", "DET", "NUM", "X"}
	someRels = []string{
		"root", "nsubj", "nsubj:pass", "obj", "iobj", "ccomp", "xcomp", "obl", "obl:agent", "advcl", "acl", "acl:relcl", "parataxis",
		"conj", "cc", "mark", "case", "fixed", "punct", "advmod", "aux", "aux:pass", "nmod", "nmod:poss", "appos", "flat", "det", "cop", "expl", "dep",
	}
	someForms = []string{"VBD", "VBG", "VBN", "VB", "VBZ", "NN", "NNP", "IN", "PRP", "RB", "WP"}
)

// anyDocument draws a document whose trees are nonsense, heads out of range
// and cycles included, with entities that mention some of its tokens.
func anyDocument(t *rapid.T) (*syntax.Document, []actor.Entity) {
	var b strings.Builder
	d := &syntax.Document{}
	a := &article.Article{}
	var entities []actor.Entity
	for blocks := rapid.IntRange(0, 3).Draw(t, "blocks"); blocks > 0; blocks-- {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		from := b.Len()
		for n := rapid.IntRange(1, 3).Draw(t, "sentences"); n > 0; n-- {
			if b.Len() > from {
				b.WriteByte(' ')
			}
			s := syntax.Sentence{Block: len(a.Blocks)}
			s.Start = b.Len()
			words := rapid.SliceOfN(rapid.SampledFrom(someWords), 1, 14).Draw(t, "words")
			for i, w := range words {
				if i > 0 && rapid.Bool().Draw(t, "blank") {
					b.WriteByte(' ')
				}
				tok := syntax.Token{
					Span: article.Span{Start: b.Len(), End: b.Len() + len(w)}, Form: w, Lemma: strings.TrimSuffix(strings.ToLower(w), "ed"),
					UPos: rapid.SampledFrom(someTags).Draw(t, "tag"), XPos: rapid.SampledFrom(someForms).Draw(t, "form"),
					Head: rapid.IntRange(-1, len(words)).Draw(t, "head"), Rel: rapid.SampledFrom(someRels).Draw(t, "rel"),
				}
				if tok.UPos == "VERB" {
					tok.Lemma = rapid.SampledFrom([]string{"say", "tell", "deny", "call", "expect", "quote", "urge", "see"}).Draw(t, "lemma")
				}
				b.WriteString(w)
				if rapid.IntRange(0, 5).Draw(t, "named") == 0 {
					entities = append(entities, actor.Entity{Name: w, Kind: actor.Person, Mentions: []actor.Mention{{
						Span: tok.Span, Entity: len(entities), Sentence: len(d.Sentences), First: i, Last: i + 1, Head: i, As: actor.AsName,
					}}})
				}
				s.Tokens = append(s.Tokens, tok)
			}
			s.End = b.Len()
			d.Sentences = append(d.Sentences, s)
		}
		a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Span: article.Span{Start: from, End: b.Len()}})
	}
	a.Text = b.String()
	d.Article = a
	return d, entities
}

// castOf returns a cast of its own for a reading, since Find adds to it.
func castOf(entities []actor.Entity) *actor.Cast {
	own := slices.Clone(entities)
	for i := range own {
		own[i].Mentions = slices.Clone(own[i].Mentions)
	}
	return actor.NewCast(own)
}

type failer interface{ Fatalf(string, ...any) }

// checkStatements holds the promises of Find.
func checkStatements(t failer, d *syntax.Document, cast *actor.Cast, list []Statement) {
	text := d.Article.Text
	check := func(what string, s article.Span) {
		if s.Start < 0 || s.End > len(text) || s.Start > s.End {
			t.Fatalf("%q: %s %v out of range", text, what, s)
		}
		if s.Start < len(text) && !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
			t.Fatalf("%q: %s %v cuts a character", text, what, s)
		}
		if k := d.Article.BlockAt(s.Start); !s.Empty() && (k < 0 || d.Article.Blocks[k].End < s.End) {
			t.Fatalf("%q: %s %v leaves its block", text, what, s)
		}
	}
	last := -1
	for i, s := range list {
		check("source", s.Source)
		check("cue", s.Cue)
		if len(s.Content) == 0 {
			t.Fatalf("%q: no content", text)
		}
		first := s.Content[0].Start
		end := -1
		for _, c := range s.Content {
			check("content", c)
			if c.Empty() || c.Start < end {
				t.Fatalf("%q: content %v empty or out of order", text, s.Content)
			}
			end = c.End
		}
		for _, x := range []article.Span{s.Source, s.Cue} {
			if !x.Empty() {
				first = min(first, x.Start)
			}
		}
		if first < last {
			t.Fatalf("%q: statements out of order", text)
		}
		last = first
		if s.Kind != Direct && s.Kind != Indirect && s.Kind != Mixed || s.Stance == "" || s.Confidence <= 0 || s.Confidence > 1 {
			t.Fatalf("%q: %+v", text, s)
		}
		if w := s.Within; w >= len(list) || w >= 0 && (list[w].Content[0].Start > s.Cue.Start || list[w].Within == i) {
			t.Fatalf("%q: %+v within %d", text, s, w)
		}
		if s.Sentence < 0 || s.Sentence >= len(d.Sentences) {
			t.Fatalf("%q: sentence %d", text, s.Sentence)
		}
		n := 0
		if cast != nil {
			n = len(cast.Entities)
		}
		if len(s.CoSpeakers) > 0 && (s.Speaker < 0 || slices.Contains(s.CoSpeakers, s.Speaker)) {
			t.Fatalf("%q: co-speakers %v of %d", text, s.CoSpeakers, s.Speaker)
		}
		for _, e := range slices.Concat([]int{max(s.Speaker, -1)}, s.CoSpeakers, s.Addressee, s.About) {
			if e < -1 || e >= n {
				t.Fatalf("%q: entity %d of %d", text, e, n)
			}
		}
	}
}

func TestFindInAnything(t *testing.T) {
	for _, o := range []Options{{}, {Outermost: true}, {MinConfidence: -1}} {
		f := newFinder(t, o)
		rapid.Check(t, func(t *rapid.T) {
			d, entities := anyDocument(t)
			cast, castAgain := castOf(entities), castOf(entities)
			got := f.Find(d, cast)
			checkStatements(t, d, cast, got)
			if again := f.Find(d, castAgain); !reflect.DeepEqual(got, again) || !reflect.DeepEqual(cast, castAgain) {
				t.Fatalf("%q: two readings differ", d.Article.Text)
			}
			var events []event.Event
			for i := range d.Sentences {
				for k, tok := range d.Sentences[i].Tokens {
					if tok.UPos == "VERB" {
						events = append(events, event.Event{Type: "ACCUSE", Trigger: tok.Span, Sentence: i, Head: k, BySpeaker: k%2 == 0})
					}
				}
			}
			rel := f.Relate(d, cast, got, events)
			if len(rel.AccordingTo) != len(events) || len(rel.Acts) != len(got) {
				t.Fatalf("%q: %+v", d.Article.Text, rel)
			}
			for _, l := range rel.Links {
				for _, e := range []End{l.From, l.To} {
					if (e.Statement < 0) == (e.Event < 0) || e.Statement >= len(got) || e.Event >= len(events) {
						t.Fatalf("%q: link %+v", d.Article.Text, l)
					}
				}
			}
		})
	}
}

func TestFindWithoutText(t *testing.T) {
	f := newFinder(t, Options{})
	for _, d := range []*syntax.Document{{}, {Article: &article.Article{}}} {
		if got := f.Find(d, nil); len(got) != 0 {
			t.Errorf("%v", got)
		}
	}
}

// Work must grow with the text, not with its square.
func TestThousandsOfMarks(t *testing.T) {
	p, f := newParser(t), newFinder(t, Options{})
	took := func(n int) time.Duration {
		t.Helper()
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "“Yes,” he said, “no’ and ‘that \"or “this” %d said. ", i)
			if i%50 == 49 {
				b.WriteByte('\n')
			}
		}
		d := p.Parse(textArticle(b.String()))
		start := time.Now()
		checkStatements(t, d, nil, f.Find(d, nil))
		return time.Since(start)
	}
	// A busy machine slows some tries, not all: what takes the square of the
	// time takes a hundred times as long in each of them.
	var small, large time.Duration
	for range 5 {
		small, large = took(300), took(3000)
		if large <= 40*small {
			return
		}
	}
	t.Errorf("ten times the text took %v, after %v, and as much in four more tries", large, small)
}
