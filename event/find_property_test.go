package event

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout/actor"
	"readout/article"
	"readout/syntax"
	"readout/timex"
)

var (
	randomForms = strings.Fields(`accuse expel impose sanctions on the of to by that who which must not will would and or Russia France
talks attack diplomats ambassador agree threaten demand reject release troops protest resign ceasefire “ ” " , . March killed aid with
said had been were because after in if never ten 10 million of's n't and & - / against when where amid during with support police rebels
soldiers civilians warship village church court airstrike bomb explosion shelling ambush gunmen hostages prisoners wounded injured
kills strikes arrest sentences pass visit meet Israel Israeli Ukraine US EU Hamas state president minister parliament party opposition
protesters rally demonstration election embassy border weapons drone war deal law vote ban fine lawsuit accident crash earthquake
each other one another two both sides it they he his their anti-government pro-Russian anniversary called accused calls`)
	randomTags = [][2]string{{"NOUN", "NN"}, {"VERB", "VBD"}, {"VERB", "VBN"}, {"VERB", "VBG"}, {"VERB", "VB"}, {"PROPN", "NNP"}, {"ADP", "IN"},
		{"AUX", "MD"}, {"PRON", "PRP"}, {"PRON", "WP"}, {"NUM", "CD"}, {"DET", "DT"}, {"ADJ", "JJ"}, {"ADJ", "VBN"}, {"VERB", "VBZ"}, {"VERB", "VBP"}, {"NOUN", "NNS"}, {"CCONJ", "CC"}, {"ADV", "RB"},
		{"SCONJ", "IN"}, {"PRON", "PRP$"}, {"PUNCT", ","}, {"PART", "TO"}, {"X", ""}, {"", ""}}
	randomRels = strings.Fields(`nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss amod compound compound:prt conj cc case mark aux aux:pass cop
advcl acl acl:relcl xcomp ccomp parataxis appos nummod det punct root dep flat csubj advcl:relcl fixed nmod:desc nmod:unmarked obl:unmarked acl:relcl advmod csubj:pass cc:preconj discourse expl goeswith list orphan vocative`)
)

// randomDocument draws trees of every shape, cycles and stray heads included,
// with entities and times at random places.
func randomDocument(t *rapid.T) (*syntax.Document, *actor.Cast, []timex.Time) {
	a := &article.Article{Published: rapid.SampledFrom([]string{"2021-06-16", "", "yesterday"}).Draw(t, "published")}
	doc := &syntax.Document{Article: a}
	var text strings.Builder
	var entities []actor.Entity
	var times []timex.Time
	for si := range rapid.IntRange(0, 4).Draw(t, "sentences") {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		var s syntax.Sentence
		s.Block = si
		s.Start = text.Len()
		n := rapid.IntRange(0, 24).Draw(t, "tokens")
		for i := range n {
			if i > 0 {
				text.WriteByte(' ')
			}
			form := rapid.SampledFrom(randomForms).Draw(t, "form")
			start := text.Len()
			text.WriteString(form)
			span := article.Span{Start: start, End: text.Len()}
			tag := rapid.SampledFrom(randomTags).Draw(t, "tag")
			s.Tokens = append(s.Tokens, syntax.Token{Span: span, Form: form, Lemma: strings.TrimSuffix(form, "s"), UPos: tag[0], XPos: tag[1],
				Head: rapid.IntRange(-2, n).Draw(t, "head"), Rel: rapid.SampledFrom(randomRels).Draw(t, "rel")})
			if rapid.IntRange(0, 3).Draw(t, "entity") == 0 {
				e := len(entities)
				entities = append(entities, actor.Entity{Name: form, Kind: rapid.SampledFrom([]string{actor.Person, actor.Country, actor.Group, actor.Place}).Draw(t, "kind"),
					Country: rapid.SampledFrom([]string{"", "RUS", "USA", "FRA"}).Draw(t, "country"), Of: rapid.IntRange(-1, e).Draw(t, "of"), Plural: i%2 == 0})
				entities[e].Mentions = []actor.Mention{{Span: span, Entity: e, Sentence: si, First: i, Last: i + 1, Head: i}}
			}
			if rapid.IntRange(0, 12).Draw(t, "time") == 0 {
				times = append(times, timex.Time{Span: span, Sentence: si, First: i, Last: i + 1, Kind: timex.Date,
					Value: rapid.SampledFrom([]string{"2021-03", "2014", "2021-06-16", "", "2030", "P2D"}).Draw(t, "value")})
			}
		}
		s.End = text.Len()
		doc.Sentences = append(doc.Sentences, s)
		a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Span: s.Span})
	}
	a.Text = text.String()
	return doc, actor.NewCast(entities), times
}

// Whatever the trees: no panic, every index and span valid, types and modes
// those of PLOVER, and the same events twice.
func TestFindHoldsOnAnyTree(t *testing.T) {
	f := openFinder(t, Options{Least: -1})
	rapid.Check(t, func(t *rapid.T) {
		doc, cast, times := randomDocument(t)
		events := f.Find(doc, cast, times, nil)
		if again := f.Find(doc, cast, times, nil); !reflect.DeepEqual(events, again) {
			t.Fatalf("two readings differ:\n%v\n%v", events, again)
		}
		check(t, doc, cast, times, events)
		f.Explain(doc, cast, times, nil)
		kept := f.Dedupe(doc, cast, events)
		check(t, doc, cast, times, kept)
		for _, l := range f.Relate(doc, cast, kept) {
			if l.From < 0 || l.From >= len(kept) || l.To < 0 || l.To >= len(kept) || l.From == l.To {
				t.Fatalf("link %v among %d events", l, len(kept))
			}
			if l.Cue.Start < 0 || l.Cue.End > len(doc.Article.Text) || l.Cue.End < l.Cue.Start {
				t.Fatalf("link %v: cue outside the text", l)
			}
		}
	})
}

func check(t *rapid.T, doc *syntax.Document, cast *actor.Cast, times []timex.Time, events []Event) {
	last := [2]int{-1, -1}
	for i, e := range events {
		if ontology[e.Type].Type == "" {
			t.Fatalf("unknown type %q", e.Type)
		}
		for _, m := range e.Mode {
			if !ValidMode(e.Type, m) {
				t.Fatalf("%s has no mode %q (rule %s)", e.Type, m, e.Rule)
			}
		}
		for _, p := range append(append([]int{}, e.Actors...), e.Recipients...) {
			if p < 0 || p >= len(cast.Entities) {
				t.Fatalf("entity %d of %d", p, len(cast.Entities))
			}
		}
		for k, p := range e.Actors {
			for _, q := range e.Actors[:k] {
				if p == q {
					t.Fatalf("actor %d twice", p)
				}
			}
		}
		if e.Again >= i {
			t.Fatalf("event %d tells more of %d", i, e.Again)
		}
		if e.Within == i || e.Within >= len(events) {
			t.Fatalf("event %d within %d of %d", i, e.Within, len(events))
		}
		if e.Time >= len(times) || e.Sentence < 0 || e.Sentence >= len(doc.Sentences) {
			t.Fatalf("event %+v: index out of range", e)
		}
		s := &doc.Sentences[e.Sentence]
		if e.Head < 0 || e.Head >= len(s.Tokens) || !s.Span.Contains(e.Trigger) || e.Trigger.Empty() {
			t.Fatalf("event %+v: trigger outside its sentence", e)
		}
		if !e.Trigger.Contains(s.Tokens[e.Head].Span) {
			t.Fatalf("event %+v: the trigger does not hold its head", e)
		}
		if !(e.Confidence > 0 && e.Confidence <= 0.98) {
			t.Fatalf("confidence %v", e.Confidence)
		}
		if at := [2]int{e.Sentence, e.Head}; at[0] < last[0] || at[0] == last[0] && at[1] < last[1] {
			t.Fatalf("events out of order: %v after %v", at, last)
		} else {
			last = at
		}
	}
}
