package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"readout/record"
)

// dispatch is an article with two events in one sentence and one in another.
func dispatch(id, publisher, engine string) *record.Record {
	r := plainRecord(id, "Norway praised Ruritania and expelled Maria Vale. Norway blamed Ruritania.")
	r.Engine.Version, r.Article.Publisher, r.Article.Published = engine, publisher, "2021-04-01"
	r.Sentences = []record.Sentence{{ID: "s1", Span: record.Span{Start: 0, End: 49}}, {ID: "s2", Span: record.Span{Start: 50, End: 74}}}
	for i, e := range []struct{ at, entity int }{{0, 0}, {15, 1}, {38, 2}} {
		x := cast[e.entity]
		x.ID, x.Mentions = fmt.Sprint("e", i+1), []record.Mention{{Span: record.Span{Start: e.at, End: e.at + 6}, As: "name"}}
		r.Entities = append(r.Entities, x)
	}
	event := func(n int, typ string, start, end int, sentence, recipient string) {
		r.Events = append(r.Events, record.Event{ID: fmt.Sprint("ev", n), Type: typ, Quad: 1, CAMEO: "051", Actors: []string{"e1"}, Recipients: []string{recipient},
			Trigger: record.Span{Start: start, End: end}, Sentence: sentence, Confidence: 0.8, Rule: "r"})
	}
	event(1, "SUPPORT", 7, 14, "s1", "e2")
	event(2, "SANCTION", 29, 37, "s1", "e3")
	event(3, "ACCUSE", 57, 63, "s2", "e2")
	return r
}

func put(t *testing.T, s *Store, records ...*record.Record) {
	t.Helper()
	var batch []Coded
	for _, r := range records {
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		batch = append(batch, must(Code(r, nil))(t))
	}
	if err := s.Put(context.Background(), batch); err != nil {
		t.Fatal(err)
	}
}

// TestJudge: judgements are kept apart, shown, filtered by, carried over to
// what a new engine reads, and exported as gold.
func TestJudge(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, ctx := fresh(), context.Background()
		put(t, s, dispatch("a", "The Post", "1"))
		when := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
		judge := func(j Judgement) {
			t.Helper()
			j.Who, j.When = "Maria", when
			if err := s.Judge(ctx, &j); err != nil {
				t.Fatal(err)
			}
		}
		judge(Judgement{Event: "a/ev1", Verdict: Wrong, Why: "it was irony"})
		judge(Judgement{Event: "a/ev3", Verdict: Right})
		judge(Judgement{Event: "a/ev3", Verdict: Wrong})
		judge(Judgement{Event: "a/ev3", Verdict: Right})
		for _, bad := range []Judgement{{Event: "a/ev1", Verdict: "maybe", Who: "M"}, {Event: "a/ev1", Verdict: Right}, {Event: "a/ev1", Verdict: Corrected, Who: "M"},
			{Event: "a/ev1", Verdict: Corrected, Who: "M", Fields: map[string]string{"article_id": "b"}}, {Event: "a/ev1", Verdict: Corrected, Who: "M", Fields: map[string]string{"negation": "perhaps"}}} {
			if err := s.Judge(ctx, &bad); !errors.Is(err, ErrInvalid) {
				t.Errorf("%+v: %v", bad, err)
			}
		}
		if err := s.Judge(ctx, &Judgement{Event: "a/ev9", Verdict: Right, Who: "M"}); !errors.Is(err, ErrNotFound) {
			t.Error(err)
		}
		e := must(s.Event(ctx, "a/ev1"))(t)
		want := &Judgement{ID: 1, Event: "a/ev1", Article: "a", Verdict: Wrong, Who: "Maria", When: when, Why: "it was irony", Type: "SUPPORT", Trigger: "praised", Start: 7, End: 14,
			Quote: "Norway praised Ruritania and expelled Maria Vale.", Engine: "1  "}
		if d := gocmp.Diff(want, e.Judgement); d != "" {
			t.Error(d)
		}
		found := func(judged string) []string {
			ids, _ := walk(t, s, Events, Filter{Judged: judged}, Added, 10)
			return ids
		}
		if d := gocmp.Diff([][]string{{"a/ev1"}, {"a/ev3"}, {"a/ev2"}, {"a/ev1", "a/ev3"}}, [][]string{found(Wrong), found(Right), found("none"), found("any")}); d != "" {
			t.Error(d)
		}

		gold := func() (out []Judged) {
			if err := s.EachJudged(ctx, func(g *Judged) error { out = append(out, *g); return nil }); err != nil {
				t.Fatal(err)
			}
			return out
		}
		accuse := Judged{ID: "a/s2", Text: "Norway blamed Ruritania.", Date: "2021-04-01", By: []string{"Maria"}, Events: []JudgedEvent{
			{Source: []JudgedParty{{"Norway", "NOR", ""}}, Target: []JudgedParty{{"Ruritania", "RUR", ""}}, Type: "ACCUSE", CAMEO: "051", Words: "blamed"}}}
		if d := gocmp.Diff([]Judged{accuse}, gold()); d != "" { // the first sentence is judged in part only
			t.Error(d)
		}
		judge(Judgement{Event: "a/ev2", Verdict: Corrected, Fields: map[string]string{"type": "COERCE", "recipients": "Maria Vale|others", "recipient_countries": "NOR|", "recipient_sectors": "GOV+LEG|CVL"}})
		corrected := Judged{ID: "a/s1", Text: "Norway praised Ruritania and expelled Maria Vale.", Date: "2021-04-01", By: []string{"Maria"}, Events: []JudgedEvent{
			{Source: []JudgedParty{{"Norway", "NOR", ""}}, Target: []JudgedParty{{"Maria Vale", "NOR", "GOV"}, {"others", "", "CVL"}}, Type: "COERCE", CAMEO: "051", Words: "expelled"}}}
		if d := gocmp.Diff([]Judged{corrected, accuse}, gold()); d != "" {
			t.Error(d)
		}

		// A new engine numbers otherwise, sees a longer trigger, and misses one event.
		again := dispatch("a", "The Post", "2")
		again.Events = again.Events[1:]
		again.Events[0].ID, again.Events[1].ID, again.Events[1].Trigger.Start = "ev1", "ev2", 50
		put(t, s, again)
		if d := gocmp.Diff([][]string{nil, {"a/ev2"}, nil, {"a/ev1"}}, [][]string{nilled(found(Wrong)), found(Right), nilled(found("none")), found(Corrected)}); d != "" {
			t.Error(d)
		}
		all := must(s.Judgements(ctx, ""))(t)
		if len(all) != 5 || all[0].Event != "" || all[0].Verdict != Wrong || all[0].Engine != "1  " {
			t.Errorf("%+v", all)
		}
		// The article goes and comes back: so does what was judged.
		if n := must(s.Delete(ctx, Filter{Publisher: []string{"the post"}}))(t); n != 1 {
			t.Error(n, "deleted")
		}
		if got := len(must(s.Judgements(ctx, ""))(t)); got != 5 {
			t.Error(got, "judgements are left")
		}
		put(t, s, dispatch("a", "The Post", "1"))
		if d := gocmp.Diff([]string{"a/ev1"}, found(Wrong)); d != "" {
			t.Error(d)
		}
		consistent(t, s)
	})
}

func nilled(list []string) []string {
	if len(list) == 0 {
		return nil
	}
	return list
}

// TestDelete: the articles of one publisher go with all rows that come from
// them, in every table, and those of others stay.
func TestDelete(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, other, ctx := fresh(), fresh(), context.Background()
		put(t, s, dispatch("a", "The Post", "1"), dispatch("b", "Daily Echo", "1"), dispatch("c", "daily echo", "1"))
		put(t, other, dispatch("a", "The Post", "1"))
		if n := must(s.Delete(ctx, Filter{Publisher: []string{"Daily Echo"}}))(t); n != 2 {
			t.Error(n, "deleted")
		}
		for _, name := range []string{"articles", "events", "statements", "entities", "appearances", "names", "terms", "days", "pairs", "events_facets", "statements_facets", "articles_facets", "entities_facets"} {
			var got, want int
			for _, c := range []struct {
				s    *Store
				into *int
			}{{s, &got}, {other, &want}} {
				if err := c.s.row(ctx, "SELECT COUNT(*) FROM "+name).Scan(c.into); err != nil {
					t.Fatal(err)
				}
			}
			if got != want {
				t.Errorf("%s: %d rows, want %d", name, got, want)
			}
		}
		consistent(t, s)
		if _, err := s.Delete(ctx, Filter{}); !errors.Is(err, ErrInvalid) {
			t.Error("all was deleted unasked:", err)
		}
	})
}

// TestAgain: what is put again changes nothing, and a new reading keeps its
// place; a new text is new.
func TestAgain(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, ctx := fresh(), context.Background()
		put(t, s, dispatch("a", "The Post", "1"), dispatch("b", "The Post", "1"))
		revision := must(s.Revision(ctx))(t)
		put(t, s, dispatch("a", "The Post", "1"))
		if got := must(s.Revision(ctx))(t); got != revision {
			t.Error("what is there already counts as a change")
		}
		end := must(s.Events(ctx, Filter{}, Page{Order: Added}))(t).Next
		put(t, s, dispatch("a", "The Post", "2"))
		if got := must(s.Revision(ctx))(t); got == revision {
			t.Error("a new reading counts as no change")
		}
		if l := must(s.Events(ctx, Filter{}, Page{Order: Added, Token: end}))(t); len(l.Items) != 0 {
			t.Errorf("a new reading of an old text is news: %d events", len(l.Items))
		}
		fresher := dispatch("a", "The Post", "2")
		fresher.Article.SHA256 = "another"
		put(t, s, fresher)
		if l := must(s.Events(ctx, Filter{Type: []string{"accuse"}}, Page{Order: Added, Token: end}))(t); len(l.Items) != 1 || l.Items[0].ID != "a/ev3" {
			t.Errorf("a new text is no news: %d events", len(l.Items))
		}
		for _, state := range []string{"NOR", "nor", "Norway", "Q20"} { // a code given as a party is the state
			if l := must(s.Events(ctx, Filter{Actor: []string{state}}, Page{}))(t); l.Total != 6 {
				t.Errorf("%s did %d things", state, l.Total)
			}
		}
		text, engine, err := s.Known(ctx, "a")
		if err != nil || text != "another" || engine.Version != "2" {
			t.Error(text, engine, err)
		}
		if _, _, err := s.Known(ctx, "z"); !errors.Is(err, ErrNotFound) {
			t.Error(err)
		}
	})
}

// TestHostile: what articles and askers write is text and nothing else.
func TestHostile(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, ctx := fresh(), context.Background()
		const evil = "a'; DROP TABLE events; -- \\ %_\"{}|?$1"
		r := dispatch(evil, evil, "1")
		r.Article.Title, r.Article.URL, r.Entities[1].Name = evil+"\x00\xff", evil, evil+"\x00"
		r.Article.Text += " \x00 '' \\ ]]>"
		r.Article.Blocks[0].End = len(r.Article.Text)
		put(t, s, r, dispatch("b", "The Post", "1"))
		consistent(t, s)
		if got := must(s.Article(ctx, evil))(t); len(got.Events) != 3 || got.Record.Article.Text != r.Article.Text {
			t.Errorf("%d events, %q", len(got.Events), got.Record.Article.Text)
		}
		for _, f := range []Filter{{Article: evil}, {Article: "\x00"}, {Publisher: []string{evil}}, {Actor: []string{evil}, Words: evil}, {Entity: []string{"\xff\xfe"}}, {Place: []string{"?"}}} {
			for _, k := range []Kind{Events, Statements, Articles, Entities} {
				listIDs(t, s, k, f, Page{})
				must(s.Facets(ctx, k, f))(t)
			}
		}
		if ids, _, _ := listIDs(t, s, Articles, Filter{Publisher: []string{evil}}, Page{}); len(ids) != 1 {
			t.Errorf("%q", ids)
		}
		for _, err := range []error{func() error { _, err := s.Event(ctx, evil+"x"); return err }(), func() error { _, err := s.Entity(ctx, "\x00"); return err }()} {
			if !errors.Is(err, ErrNotFound) {
				t.Error(err)
			}
		}
		if n := must(s.Delete(ctx, Filter{Article: evil}))(t); n != 1 {
			t.Error(n, "deleted")
		}
		consistent(t, s)
	})
}

// TestSaved: sources, saved searches with their channels, and access.
func TestSaved(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, ctx := fresh(), context.Background()
		x := Source{URL: "https://example.org/feed", Title: "F", Every: time.Hour, Follow: true}
		if err := s.PutSource(ctx, &x); err != nil {
			t.Fatal(err)
		}
		x.Failures, x.Error, x.Fetched = 2, "refused", time.Unix(1e9, 0).UTC()
		if err := s.PutSource(ctx, &x); err != nil {
			t.Fatal(err)
		}
		if d := gocmp.Diff([]Source{x}, must(s.Sources(ctx))(t)); d != "" {
			t.Error(d)
		}
		if err := s.PutSource(ctx, &Source{URL: "https://example.org/feed"}); err == nil {
			t.Error("one address is there twice")
		} else if !errors.Is(err, ErrInvalid) {
			t.Error(err)
		}
		if err := s.PutSource(ctx, &Source{URL: "javascript:alert(1)"}); !errors.Is(err, ErrInvalid) {
			t.Error(err)
		}
		q := Search{Name: "Gas", Kind: Statements, Filter: Filter{Words: "gas", Context: []string{"Cyber"}}, Created: time.Unix(1e9, 0)}
		if err := s.PutSearch(ctx, &q); err != nil {
			t.Fatal(err)
		}
		c := Channel{Form: "webhook", To: "https://example.org", Secret: "s", Token: "a1", Next: time.Unix(2e9, 0).UTC()}
		if err := s.PutChannel(ctx, q.ID, &c); err != nil {
			t.Fatal(err)
		}
		c.Failures = 3
		if err := s.PutChannel(ctx, q.ID, &c); err != nil {
			t.Fatal(err)
		}
		q.Deliver = []Channel{c}
		got := must(s.Search(ctx, q.ID))(t)
		if d := gocmp.Diff(&q, got); d != "" {
			t.Error(d)
		}
		if err := s.PutChannel(ctx, q.ID, &Channel{Form: "pigeon"}); !errors.Is(err, ErrInvalid) {
			t.Error(err)
		}
		a := Access{Hash: "h", Name: "N", Scope: "read", Created: time.Unix(1e9, 0).UTC()}
		for range 2 {
			if err := s.PutAccess(ctx, &a); err != nil {
				t.Fatal(err)
			}
			a.Used = time.Unix(2e9, 0).UTC()
		}
		a.Used = time.Unix(2e9, 0).UTC()
		if d := gocmp.Diff([]Access{a}, must(s.Accesses(ctx))(t)); d != "" {
			t.Error(d)
		}
		copied := filepath.Join(t.TempDir(), "copy.db")
		if err := s.Backup(ctx, copied); err != nil {
			t.Fatal(err)
		}
		other := open(t, copied)
		defer other.Close()
		if d := gocmp.Diff([]Search{q}, must(other.Searches(ctx))(t)); d != "" {
			t.Error(d)
		}
		for _, err := range []error{s.DeleteSource(ctx, x.ID), s.DeleteSearch(ctx, q.ID), s.DeleteAccess(ctx, "h")} {
			if err != nil {
				t.Error(err)
			}
		}
		if err := s.DeleteChannel(ctx, c.ID); !errors.Is(err, ErrNotFound) {
			t.Error("the channel of a search that is gone:", err)
		}
	})
}
