package store

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"readout/event"
	"readout/record"
	"readout/record/table"
	"readout/relation"
)

// TestElsewhereFindsAll holds the ties of events against those of going
// through all pairs.
func TestElsewhereFindsAll(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, ctx := fresh(), context.Background()
		rapid.Check(t, func(rt *rapid.T) {
			empty(rt, s)
			for i := range rapid.IntRange(2, 4).Draw(rt, "articles") {
				if err := s.Put(ctx, []Coded{must(Code(drawRecord(rt, fmt.Sprint("x", i)), nil))(rt)}); err != nil {
					rt.Fatal(err)
				}
			}
			var rows []table.Event
			if err := s.EachEvent(ctx, func(e *table.Event) error { rows = append(rows, *e); return nil }); err != nil {
				rt.Fatal(err)
			}
			for i := range rows {
				want := map[string]string{}
				for k := range rows {
					if rows[k].DuplicateOf != "" {
						continue
					}
					switch relation.Between(&rows[i], &rows[k]) {
					case relation.Same:
						want[rows[k].ID] = "same_event false"
					case relation.Denies:
						want[rows[k].ID] = "denies false"
					case relation.Denied:
						want[rows[k].ID] = "denies true"
					}
				}
				for _, x := range must(s.Elsewhere(ctx, rows[i].ID))(rt) {
					if got := fmt.Sprint(x.Kind, " ", x.Back); x.Event == nil || want[x.Other()] != got {
						rt.Fatalf("%s and %s: %s, want %q", rows[i].ID, x.Other(), got, want[x.Other()])
					}
					delete(want, x.Other())
				}
				if len(want) > 0 {
					rt.Fatalf("%s: not found: %v", rows[i].ID, want)
				}
			}
		})
	})
}

// TestElsewhereStatements: what is said in one article is held against what
// others say and tell.
func TestElsewhereStatements(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, ctx := fresh(), context.Background()
		for _, r := range []*record.Record{
			report("claim", "Norway's minister said that Ruritania attacked Norway.", nil),
			report("denial", "Ruritania's general denied that Ruritania attacked Norway.", []record.Link{{Kind: event.Denies, From: "st1", To: "ev1"}}),
			report("plain", "Ruritania attacked Norway.", nil),
		} {
			if r.Article.ID == "plain" {
				r.Statements = []record.Statement{}
				r.Events[0].AccordingTo = ""
			}
			if r.Article.ID == "denial" {
				r.Statements[0].Speaker = "e2"
				r.Events[0].AccordingTo = ""
			}
			if err := s.Put(ctx, []Coded{must(Code(r, nil))(t)}); err != nil {
				t.Fatal(err)
			}
		}
		for id, want := range map[string][]string{
			"claim/st1":  {"denies back denial/st1 of claim/ev1", "same_event denial/ev1 of claim/ev1", "same_event plain/ev1 of claim/ev1"},
			"denial/st1": {"denies claim/ev1 of denial/ev1", "denies plain/ev1 of denial/ev1"},
			"plain/ev1":  {"denies back denial/st1 of plain/ev1", "same_event claim/ev1 of plain/ev1", "same_event denial/ev1 of plain/ev1"},
		} {
			var got []string
			for _, x := range must(s.Elsewhere(ctx, id))(t) {
				back := ""
				if x.Back {
					back = "back "
				}
				got = append(got, fmt.Sprintf("%s %s%s of %s", x.Kind, back, x.Other(), x.Own))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s:\n got %q\nwant %q", id, got, want)
			}
		}
		for _, id := range []string{"nothing", "claim/st9", "none/ev1"} {
			if _, err := s.Elsewhere(ctx, id); err == nil {
				t.Errorf("%s: no error", id)
			}
		}
	})
}

// report is the record of a one-sentence article in which Ruritania attacks
// Norway, as Maria Vale says.
func report(id, text string, links []record.Link) *record.Record {
	all := record.Span{Start: 0, End: utf8.RuneCountInString(text)}
	r := &record.Record{Schema: record.Schema, Engine: record.Engine{Version: "1"}, Article: record.Article{ID: id, Published: "2031-05-02", Language: "en", Text: text},
		Sentences: []record.Sentence{{ID: "s1", Span: all}}, Times: []record.Time{}, Places: []record.Place{}, Links: links,
		Statements: []record.Statement{{ID: "st1", Kind: "indirect", Speaker: "e3", Content: []record.Span{all}, Sentence: "s1", Confidence: 1}},
		Events: []record.Event{{ID: "ev1", Type: "ASSAULT", Quad: 4, Score: -10, Actors: []string{"e2"}, Recipients: []string{"e1"}, Sentence: "s1",
			Trigger: record.Span{Start: all.End - 7, End: all.End - 1}, AccordingTo: "st1", Rule: "r", Confidence: 1}}}
	if r.Links == nil {
		r.Links = []record.Link{}
	}
	r.Article.Blocks = []record.Block{{Kind: "paragraph", Span: all}}
	for i, e := range cast[:3] {
		e.ID = fmt.Sprint("e", i+1)
		e.Mentions = []record.Mention{{Span: record.Span{Start: i, End: i + 1}, As: "name"}}
		r.Entities = append(r.Entities, e)
	}
	return r
}
