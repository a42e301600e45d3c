package api

import (
	"context"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"readout"
	"readout/internal/desk"
	"readout/record"
	"readout/store"
)

// reader is made once for all tests.
var reader = sync.OnceValues(func() (*readout.Reader, error) { return readout.NewReader(readout.Options{}) })

// sample is a record of two events and a statement: Russia expels diplomats of
// the United States, which the United States condemns.
func sample(id, published string) *record.Record {
	const text = "Russia expelled ten diplomats in Moscow on Friday. “This is wrong,” said Antony Blinken."
	lat, lon := 55.75, 37.62
	sp := func(words string) record.Span {
		i := strings.Index(text, words)
		start := len([]rune(text[:i]))
		return record.Span{Start: start, End: start + len([]rune(words))}
	}
	said, cue, source := sp("“This is wrong,”"), sp("said"), sp("Antony Blinken")
	return &record.Record{
		Schema: record.Schema, Engine: record.Engine{Version: "0.1.0", Lexicon: "sha256:l", Model: "sha256:m"},
		Article: record.Article{ID: id, URL: "https://example.org/" + id, Title: "Moscow expels envoys", Publisher: "Example", Published: published, Language: "en", SHA256: strings.Repeat("0", 64),
			Text: text, Blocks: []record.Block{{Kind: "paragraph", Span: record.Span{Start: 0, End: len([]rune(text))}}}},
		Sentences: []record.Sentence{{ID: "s1", Span: sp("Russia expelled ten diplomats in Moscow on Friday.")}, {ID: "s2", Span: sp("“This is wrong,” said Antony Blinken.")}},
		Entities: []record.Entity{
			{ID: "e1", Name: "Russia", Kind: "country", Country: "RUS", Ref: &record.Ref{Wikidata: "Q159"}, Mentions: []record.Mention{{Span: sp("Russia"), As: "name"}}},
			{ID: "e2", Name: "United States", Kind: "country", Country: "USA", Ref: &record.Ref{Wikidata: "Q30"}, Mentions: []record.Mention{{Span: sp("diplomats"), As: "nominal"}}},
			{ID: "e3", Name: "Antony Blinken", Kind: "person", Country: "USA", Sectors: []string{"GOV"}, Office: "Secretary of State", Mentions: []record.Mention{{Span: source, As: "name"}}},
		},
		Times:      []record.Time{{ID: "t1", Span: sp("on Friday"), Value: "2021-06-11", Kind: "date"}},
		Places:     []record.Place{{ID: "p1", Span: sp("Moscow"), Name: "Moscow", Country: "RUS", Lat: &lat, Lon: &lon, Ref: &record.Ref{Geonames: 524901}}},
		Statements: []record.Statement{{ID: "st1", Kind: "direct", Speaker: "e3", Source: &source, Cue: &cue, Content: []record.Span{said}, About: []string{"e1"}, Contexts: []string{"diplomatic"}, Sentence: "s2", Confidence: 0.9}},
		Events: []record.Event{
			{ID: "ev1", Type: "SANCTION", Mode: []string{"expel"}, Contexts: []string{"diplomatic"}, CAMEO: "161", Quad: 4, Score: -5.5, Actors: []string{"e1"}, Recipients: []string{"e2"},
				Object: &record.Object{Count: 10, Of: "diplomats"}, Date: &record.Date{Value: "2021-06-11", Time: "t1"}, Place: "p1", Trigger: sp("expelled"), Sentence: "s1", Confidence: 0.9, Rule: "sanction/expel-envoy"},
			{ID: "ev2", Type: "ACCUSE", Mode: []string{"disapprove"}, CAMEO: "111", Quad: 3, Score: -2, Actors: []string{"e3"}, Recipients: []string{"e1"}, AccordingTo: "st1", Trigger: sp("wrong"), Sentence: "s2",
				Confidence: 0.7, Rule: "accuse/wrong"},
		},
		Links: []record.Link{{Kind: "responds_to", From: "ev2", To: "ev1"}},
	}
}

// put stores records.
func put(t testing.TB, s *store.Store, records ...*record.Record) {
	t.Helper()
	var batch []store.Coded
	for _, r := range records {
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		c, err := store.Code(r, nil)
		if err != nil {
			t.Fatal(err)
		}
		batch = append(batch, c)
	}
	if err := s.Put(context.Background(), batch); err != nil {
		t.Fatal(err)
	}
}

// fresh opens an API over an empty store.
func fresh(t testing.TB) (*API, *store.Store) {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "news.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	d := desk.New(desk.Options{Store: s, Open: reader, Delay: time.Millisecond})
	a, err := New(Options{Store: s, Desk: d, Version: "0.0.0", Now: func() time.Time { return time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	return a, s
}

// ask makes a request and returns the answer.
func ask(h http.Handler, method, target, body string, head ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://desk.test"+target, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(head); i += 2 {
		r.Header.Set(head[i], head[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}
