package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/article"
	"readout/internal/corpus"
	"readout/record"
	"readout/store"
)

// stub reads an article as one entity.
type stub struct{}

func (stub) Engine() record.Engine { return record.Engine{Version: "1"} }

func (stub) Read(_ context.Context, a *article.Article) (*record.Record, error) {
	return &record.Record{Schema: record.Schema, Article: record.Article{ID: a.ID, Text: a.Text, SHA256: a.Digest(), Published: a.Published, Publisher: a.Publisher, DuplicateOf: ""},
		Entities: []record.Entity{{ID: "e1", Name: a.Text[:4], Kind: "person", Mentions: []record.Mention{{Span: record.Span{Start: 0, End: 4}, As: "name"}}}}}, nil
}

// TestRunIntoServer: a run writes into a server's database, beside what is
// there, and its manifest tells no password.
func TestRunIntoServer(t *testing.T) {
	ctx, address := context.Background(), store.Database(t)
	s, err := store.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	c, err := store.Code(&record.Record{Schema: record.Schema, Article: record.Article{ID: "before"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Put(ctx, []store.Coded{c}); err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	var lines strings.Builder
	for i := range 450 {
		fmt.Fprintf(&lines, `{"id":"a%d","published":"2021-03-0%d","text":"Anna and number %d met again and again in the course of the long day."}`+"\n", i, 1+i%9, i)
	}
	if err := os.WriteFile("in.jsonl", []byte(lines.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	target, err := corpus.ParseTarget(address, "")
	if err != nil {
		t.Fatal(err)
	}
	o := corpus.Options{Reader: stub{}, Inputs: []string{"in.jsonl"}, Targets: []corpus.Target{target}, Duplicates: corpus.Ignore}
	for range 2 { // the second finds it complete
		if _, err := corpus.Run(ctx, o); err != nil {
			t.Fatal(err)
		}
		h, err := s.Holds(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if h.Articles != 451 || h.Entities != 1 || h.First != "2021-03-01" || h.Last != "2021-03-09" {
			t.Fatalf("%+v", h)
		}
	}
	manifests, err := filepath.Glob("*.postgres.manifest.json")
	if err != nil || len(manifests) != 1 {
		t.Fatal(manifests, err)
	}
	if b, err := os.ReadFile(manifests[0]); err != nil || strings.Contains(string(b), "postgres:") || strings.Contains(string(b), "host=") {
		t.Errorf("%v: %s", err, b)
	}
	// A backup of a server is a file.
	if err := s.Backup(ctx, "copy.db"); err != nil {
		t.Fatal(err)
	}
	f, err := store.Open(ctx, "copy.db")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if h, err := f.Holds(ctx); err != nil || h.Articles != 451 {
		t.Errorf("the copy: %+v, %v", h, err)
	}
}
