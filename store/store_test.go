package store

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"readout/record"
	"readout/record/table"
)

func open(t testing.TB, path string) *Store {
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
		s.EachEvent(ctx, func(e *table.Event) error { events = append(events, *e); return nil }),
		s.EachStatement(ctx, func(r *table.Statement) error { statements = append(statements, *r); return nil }),
		s.EachRecord(ctx, func(r *record.Record) error { ids = append(ids, r.Article.ID); return nil }),
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
	if err := s.EachEvent(ctx, func(*table.Event) error { n++; return nil }); err != nil || n != 40 {
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
// step.
func TestSchema(t *testing.T) {
	for i, step := range (sqlite{}).steps() {
		name := fmt.Sprintf("testdata/schema%d.sql", i+1)
		got := sqlite{}.ddl(step.schema) + "\n"
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), got); d != "" {
			t.Errorf("schema %d has changed: add a step to the list instead, unless nobody has it yet (-update)\n%s", i+1, d)
		}
	}
}

var update = flag.Bool("update", false, "write the schemas anew")

// TestMigrate: a database of the first schema is brought to the newest with all
// that is in it.
func TestMigrate(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "old.db")
	db, err := sqlite{}.open(path)
	if err != nil {
		t.Fatal(err)
	}
	first, err := os.ReadFile("testdata/schema1.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{string(first), "PRAGMA user_version = 1"} {
		if _, err := db.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	c := sample("x")
	insert := func(name string, cols []table.Column, values []any) {
		cols, values = slices.Clone(cols), slices.Clone(values)
		for i := len(cols) - 1; i >= 0; i-- {
			if slices.Contains(laterColumns, cols[i].Name) {
				cols, values = slices.Delete(cols, i, i+1), slices.Delete(values, i, i+1)
			}
		}
		if _, err := db.Exec("INSERT INTO "+name+" ("+strings.Join(names(cols), ", ")+") VALUES ("+marks(len(cols))+")", values...); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.Exec("INSERT INTO articles (article_id, record) VALUES (?, ?)", "x", string(c.Line)); err != nil {
		t.Fatal(err)
	}
	insert("events", table.Columns[table.Event](), table.Values(&c.Events[0]))
	insert("statements", table.Columns[table.Statement](), table.Values(&c.Statements[0]))
	db.Close()
	s := open(t, path)
	defer s.Close()
	consistent(t, s)
	r, err := s.Article(ctx, "x")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(c.Events[0], r.Events[0].Event); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(c.Statements[0], r.Statements[0].Statement); d != "" {
		t.Error(d)
	}
}

// TestMigrateWithin: statements of a database that did not hold within which
// others they are reported tell it, as their records do.
func TestMigrateWithin(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, ctx := fresh(), context.Background()
		var r *record.Record
		for n := 0; r == nil || len(r.Statements) < 2 || r.Statements[0].Speaker == "" || r.Statements[1].Within == ""; n++ {
			r = rapid.Custom(func(rt *rapid.T) *record.Record { return drawRecord(rt, "a") }).Example(n)
		}
		for i := range r.Statements {
			r.Statements[i].CoSpeakers = nil // records of that time had none
		}
		if err := s.Put(ctx, []Coded{must(Code(r, nil))(t), must(Code(plainRecord("b", "Nothing."), nil))(t)}); err != nil {
			t.Fatal(err)
		}
		want := must(s.Article(ctx, "a"))(t)
		if x := want.Statements[1]; x.Within != "a/"+r.Statements[1].Within || x.ReportedBy == "" || x.Reporter == nil || x.Reporter.Name != x.ReportedBy {
			t.Fatalf("the second statement is within %q by %q, %v", x.Within, x.ReportedBy, x.Reporter)
		}
		if err := s.write(ctx, func(p *putting) error {
			for _, c := range append(slices.Clone(laterColumns), "reported_by_key", "co_speaker_keys") {
				if _, err := p.tx.ExecContext(ctx, "ALTER TABLE statements DROP COLUMN "+c); err != nil {
					return err
				}
			}
			return s.d.setVersion(ctx, p.tx, len(s.d.steps())-2)
		}); err != nil {
			t.Fatal(err)
		}
		again := open(t, addresses[s])
		defer again.Close()
		consistent(t, again)
		if d := cmp.Diff(want, must(again.Article(ctx, "a"))(t)); d != "" {
			t.Error(d)
		}
	})
}

// TestQuery: a filter survives the query of an address.
func TestQuery(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.StringMatching(`[A-Za-zé/&=,+ ]{0,8}`), 0, 3)
		f, err := Filter{
			Words: rapid.String().Draw(t, "words"), Actor: list.Draw(t, "actor"), Publisher: list.Draw(t, "publisher"), Type: rapid.SliceOfN(rapid.SampledFrom([]string{"ACCUSE", "assault", "Protest"}), 0, 3).Draw(t, "type"),
			Aux: rapid.SliceOf(rapid.SampledFrom([]string{"none", "Future", "negation"})).Draw(t, "aux"), From: rapid.SampledFrom([]string{"", "2021", "2021-02", "2021-02-03"}).Draw(t, "from"),
			MinConfidence: rapid.Float64Range(0, 1).Draw(t, "confidence"), Judged: rapid.SampledFrom([]string{"", "right", "any"}).Draw(t, "judged"),
		}.clean()
		if err != nil {
			t.Fatal(err)
		}
		got, err := ParseFilter(f.Query())
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(f, got); d != "" {
			t.Fatal(d)
		}
	})
}

// TestSay: filters in words.
func TestSay(t *testing.T) {
	names := map[string]string{"RUS": "Russia", "USA": "United States"}
	name := func(v string) string {
		if n := names[v]; n != "" {
			return n
		}
		return v
	}
	for _, c := range []struct {
		f    Filter
		kind Kind
		want string
	}{
		{Filter{}, Events, "events"},
		{Filter{Type: []string{"ACCUSE"}, ActorCountry: []string{"RUS"}, RecipientCountry: []string{"USA"}, From: "2021-03", MinConfidence: 0.6}, Events,
			"accusations by Russia against the United States since March 2021, confidence at least 0.6"},
		{Filter{Speaker: []string{"Maria Vale"}, Context: []string{"human_rights", "cyber"}, From: "2021-03-04", To: "2021-03-04"}, Statements,
			"statements by Maria Vale on human rights or cyber on 4 March 2021"},
		{Filter{Aux: []string{"none"}, Judged: "none", Words: "\"gas pipeline\" -oil"}, Events, `actual events with the words "gas pipeline" -oil, not judged yet`},
	} {
		if got := c.f.Say(c.kind, name); got != c.want {
			t.Errorf("%+v:\n got %s\nwant %s", c.f, got, c.want)
		}
	}
}

// TestCloseAmongOthers: who closes a database that others use neither waits nor
// fails, and the others go on.
func TestCloseAmongOthers(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "x.db")
	s := open(t, path)
	if err := s.Put(ctx, []Coded{sample("x")}); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if err := open(t, path).Close(); err != nil {
		t.Error(err)
	}
	if d := time.Since(began); d > 5*time.Second {
		t.Errorf("it took %s", d)
	}
	if err := s.Put(ctx, []Coded{sample("y")}); err != nil {
		t.Error(err)
	}
	if h, err := s.Holds(ctx); err != nil || h.Articles != 2 {
		t.Error(h, err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path + "-wal"); err == nil {
		t.Error("the log was not folded in")
	}
}
