package alert

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"readout/record"
	"readout/store"
)

// article is a record with as many events as trigger words, "expelled".
func article(id string, events int) *record.Record {
	text := "Russia " + strings.Repeat("expelled ", events) + "them."
	n := len(text)
	r := &record.Record{
		Schema: record.Schema, Article: record.Article{ID: id, Title: "T", URL: "https://example.org/" + id, Published: "2021-06-16", Publisher: "Example", SHA256: fmt.Sprintf("%064d", len(id)), Text: text,
			Blocks: []record.Block{{Kind: "paragraph", Span: record.Span{Start: 0, End: n}}}},
		Sentences: []record.Sentence{{ID: "s1", Span: record.Span{Start: 0, End: n}}},
		Entities:  []record.Entity{{ID: "e1", Name: "Russia", Kind: "country", Country: "RUS", Mentions: []record.Mention{{Span: record.Span{Start: 0, End: 6}, As: "name"}}}},
	}
	for i := range events {
		at := 7 + 9*i
		r.Events = append(r.Events, record.Event{ID: fmt.Sprintf("ev%d", i+1), Type: "SANCTION", Quad: 4, Score: -5.5, Actors: []string{"e1"}, Recipients: []string{}, Trigger: record.Span{Start: at, End: at + 8},
			Sentence: "s1", Confidence: 0.9, Rule: "sanction/expel"})
	}
	return r
}

func put(t testing.TB, s *store.Store, r *record.Record) {
	t.Helper()
	c, err := store.Code(r, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Put(context.Background(), []store.Coded{c}); err != nil {
		t.Fatal(err)
	}
}

// with opens a store with a saved search and a channel of it.
func with(t testing.TB, c store.Channel) (*store.Store, *store.Search) {
	t.Helper()
	ctx := context.Background()
	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "news.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	put(t, s, article("before", 2)) // what was there is not told
	x := &store.Search{Name: "Sanctions", Filter: store.Filter{Type: []string{"SANCTION"}}}
	if err := s.PutSearch(ctx, x); err != nil {
		t.Fatal(err)
	}
	if err := Add(ctx, s, x, &c); err != nil {
		t.Fatal(err)
	}
	return s, x
}

// now loads the search, and its only channel, as the store has them.
func now(t testing.TB, s *store.Store) (*store.Search, *store.Channel) {
	t.Helper()
	all, err := s.Searches(context.Background())
	if err != nil || len(all) != 1 || len(all[0].Deliver) != 1 {
		t.Fatalf("%v, %v", all, err)
	}
	return &all[0], &all[0].Deliver[0]
}

// A receiver is a webhook that answers as it is told and notes what it got.
type receiver struct {
	*httptest.Server
	mu     sync.Mutex
	answer func(n int) int // status of the n-th request, from 0
	got    []received
}

type received struct {
	head http.Header
	raw  []byte
	body struct {
		Type, ID  string
		Search    struct{ Name, Said string }
		Rows      []map[string]any
		Addresses []string
		Lines     []string
	}
}

func receive(t testing.TB, answer func(int) int) *receiver {
	r := &receiver{answer: answer}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		r.mu.Lock()
		defer r.mu.Unlock()
		x := received{head: q.Header}
		x.raw, _ = io.ReadAll(q.Body)
		if err := json.Unmarshal(x.raw, &x.body); err != nil {
			t.Error(err)
		}
		status := r.answer(len(r.got))
		r.got = append(r.got, x)
		if status == http.StatusServiceUnavailable {
			w.Header().Set("Retry-After", "3600")
		}
		if status == http.StatusFound {
			w.Header().Set("Location", "/elsewhere")
		}
		w.WriteHeader(status)
	}))
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) messages() []received {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.got)
}

func ok(int) int { return http.StatusNoContent }

// turn does what Run does at one look.
func turn(t testing.TB, b *Bell) {
	t.Helper()
	x, c := now(t, b.opts.Store)
	slots := make(chan struct{}, 1)
	if !b.take(c, slots) {
		return
	}
	b.tell(context.Background(), x, c)
	b.leave(c, slots)
}
