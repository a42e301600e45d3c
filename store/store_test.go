package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/record"
	"readout/record/table"
)

func open(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func sample(id string) Coded {
	lat := 46.2
	return Coded{
		Record: &record.Record{Schema: record.Schema, Article: record.Article{ID: id, Title: "T"},
			Entities: []record.Entity{{ID: "e1", Name: "Norway", Kind: "country", Country: "NOR", Sectors: []string{"GOV"}, Mentions: make([]record.Mention, 2)}}},
		Line: []byte(`{"schema":"readout/1","article":{"id":"` + id + `"}}` + "\n"),
		Events: []table.Event{{ID: id + "/ev1", ArticleID: id, Type: "AID", Quad: 2, Score: 10, Day: table.ParseDay("1914-06-28"), Negation: true,
			Latitude: &lat, Geonames: 7, Reports: 1, Publishers: 1}},
		Statements: []table.Statement{{ID: id + "/st1", ArticleID: id, Kind: "direct", Content: "“Nei.”", Confidence: 0.5}},
	}
}

// TestPut: what is put is read again; an article put again replaces itself.
func TestPut(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "a b?.db")
	s := open(t, path)
	for range 2 {
		if err := s.Put(ctx, []Coded{sample("x"), sample("y")}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path + "-wal"); err == nil {
		t.Error("the log was not folded in")
	}
	s = open(t, path)
	defer s.Close()
	var events []table.Event
	var statements []table.Statement
	var ids []string
	for _, err := range []error{
		s.Events(ctx, func(e *table.Event) error { events = append(events, *e); return nil }),
		s.Statements(ctx, func(r *table.Statement) error { statements = append(statements, *r); return nil }),
		s.Records(ctx, func(r *record.Record) error { ids = append(ids, r.Article.ID); return nil }),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(append(sample("x").Events, sample("y").Events...), events); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(append(sample("x").Statements, sample("y").Statements...), statements); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"x", "y"}, ids); d != "" {
		t.Error(d)
	}
}

// TestWriters: writers at one time wait for each other and lose nothing.
func TestWriters(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "x.db")
	var all sync.WaitGroup
	for w := range 4 {
		all.Go(func() {
			s, err := Open(ctx, path)
			if err != nil {
				t.Error(err)
				return
			}
			for i := range 10 {
				if err := s.Put(ctx, []Coded{sample(strings.Repeat("i", 1+w*10+i))}); err != nil {
					t.Error(err)
				}
			}
			s.db.Close()
		})
	}
	all.Wait()
	s := open(t, path)
	defer s.Close()
	n := 0
	if err := s.Events(ctx, func(*table.Event) error { n++; return nil }); err != nil || n != 40 {
		t.Errorf("%d events, %v", n, err)
	}
}

func TestForeign(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	s := open(t, filepath.Join(dir, "new.db"))
	if _, err := s.db.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := Open(ctx, filepath.Join(dir, "new.db")); err == nil || !strings.Contains(err.Error(), "newer Readout") {
		t.Errorf("a newer schema: %v", err)
	}
	s = open(t, filepath.Join(dir, "other.db"))
	if _, err := s.db.Exec("PRAGMA user_version = 0"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := Open(ctx, filepath.Join(dir, "other.db")); err == nil || !strings.Contains(err.Error(), "not Readout's") {
		t.Errorf("another program's: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "no.db"), []byte(strings.Repeat("no database ", 100)), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, filepath.Join(dir, "no.db")); err == nil {
		t.Error("what is no database was opened")
	}
}

// TestSchema: a schema that databases have is not changed but followed by a
// step. Version 1 is held here, and may be written anew until it is released.
func TestSchema(t *testing.T) {
	want, err := os.ReadFile("testdata/schema1.sql")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), schema[0]+"\n"); d != "" {
		t.Errorf("the first schema has changed: add a step to the list instead\n%s", d)
	}
}
