package corpus

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"readout/article"
	"readout/record"
	"readout/record/table"
)

// stub stands for the reader: it finds an event in the first word of an
// article and a statement in the last. A pause makes it as slow as one likes.
type stub struct{ pause time.Duration }

func (stub) Engine() record.Engine {
	return record.Engine{Version: "1", Lexicon: "sha256:l", Model: "sha256:m"}
}

func (s stub) Read(_ context.Context, a *article.Article) (*record.Record, error) {
	time.Sleep(s.pause)
	n := utf8.RuneCountInString(a.Text)
	all, first, last := record.Span{End: n}, record.Span{End: strings.IndexByte(a.Text, ' ')}, record.Span{Start: n - 4, End: n}
	return &record.Record{
		Schema: record.Schema, Engine: s.Engine(),
		Article: record.Article{ID: a.ID, Publisher: a.Publisher, Published: a.Published, Language: "en", SHA256: a.Digest(), Text: a.Text,
			Blocks: []record.Block{{Kind: "paragraph", Span: all}}},
		Sentences: []record.Sentence{{ID: "s1", Span: all}},
		Entities:  []record.Entity{{ID: "e1", Name: a.Text[:first.End], Kind: "country", Country: "RUS", Mentions: []record.Mention{{Span: first, As: "name"}}}},
		Times:     []record.Time{}, Places: []record.Place{}, Links: []record.Link{},
		Statements: []record.Statement{{ID: "st1", Kind: "indirect", Content: []record.Span{last}, Sentence: "s1", Confidence: 0.5}},
		Events: []record.Event{{ID: "ev1", Type: "ACCUSE", CAMEO: "112", Quad: 3, Score: -3, Actors: []string{"e1"}, Recipients: []string{},
			Date: &record.Date{Value: a.Published}, Trigger: first, Sentence: "s1", Confidence: 0.5, Rule: "accuse/stub"}},
	}, nil
}

// writeCorpus writes n short reports as lines of JSON, some of them bad, in
// French, or reprints.
func writeCorpus(t testing.TB, name string, n int) {
	t.Helper()
	who := []string{"Russia", "China", "Iran", "the United States", "France", "Nigeria", "Turkey"}
	did := []string{"condemned", "expelled ten diplomats of", "signed a trade agreement with", "imposed sanctions on", "accused"}
	var b strings.Builder
	for i := range n {
		switch {
		case i%17 == 11:
			b.WriteString("{\"id\": \"broken\n")
			continue
		case i%17 == 13:
			line(&b, fmt.Sprint("fr", i), "2021-06-16", "Le président russe a rencontré mercredi à Genève son homologue américain, et les deux hommes ont parlé pendant trois heures des armes nucléaires sans annoncer d’accord.")
			continue
		}
		k := i
		if i%10 == 9 {
			k = i - 5 // word for word
		}
		r := rand.New(rand.NewPCG(1, uint64(k)))
		text := ""
		for s := range 3 {
			text += fmt.Sprintf("%s %s %s on Monday, the ministry said in statement %d of %d. ", who[r.IntN(len(who))], did[r.IntN(len(did))], who[r.IntN(len(who))], s, k)
		}
		line(&b, fmt.Sprint("a", i), fmt.Sprintf("2021-06-%02d", 1+i%28), strings.TrimSpace(text))
	}
	if err := os.WriteFile(name, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

func line(b *strings.Builder, id, day, text string) {
	j, _ := json.Marshal(map[string]string{"id": id, "published": day, "publisher": "Wire", "text": text})
	b.Write(append(j, '\n'))
}

func targets(t testing.TB, names ...string) (ts []Target) {
	t.Helper()
	for _, n := range names {
		x, err := ParseTarget(n, "")
		if err != nil {
			t.Fatal(err)
		}
		ts = append(ts, x)
	}
	return ts
}

// outputs are the forms that must not change however a run goes.
var outputs = []string{"out.jsonl", "events.csv.gz", "statements.csv.zst", "events.parquet", "e.plover.jsonl", "e.icews.tsv.gz", "e.gdelt.tsv", "run.db"}

// options of a run inside a folder.
func options(t testing.TB, dir, in string) Options {
	t.Helper()
	var names []string
	for _, n := range outputs {
		names = append(names, filepath.Join(dir, n))
	}
	return Options{Reader: stub{}, Inputs: []string{in}, Targets: targets(t, names...), Jobs: 2, Checkpoint: time.Nanosecond}
}

// contents reads the files that a run left, which must be all there is.
func contents(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatalf("left behind: %v", err)
		}
		out[e.Name()] = string(b)
	}
	return out
}

func compare(t testing.TB, what string, want, got map[string]string) {
	t.Helper()
	for name := range want {
		if want[name] != got[name] {
			t.Errorf("%s: %s is not as in an unbroken run (%d and %d bytes)", what, name, len(want[name]), len(got[name]))
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: %s was left behind", what, name)
		}
	}
}

// unbroken runs a corpus to its end and returns the files.
func unbroken(t testing.TB, in string) map[string]string {
	t.Helper()
	dir := t.TempDir()
	if _, err := Run(context.Background(), options(t, dir, in)); err != nil {
		t.Fatal(err)
	}
	return contents(t, dir)
}

func TestRun(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in.jsonl")
	writeCorpus(t, in, 60)
	dir := t.TempDir()
	o := options(t, dir, in)
	faults := 0
	o.Complain = func(error) { faults++ }
	s, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	c := s.Manifest.Counts
	if c.Rejected != 3 || faults != 3 || c.Skipped["language fr"] != 3 || c.Articles != 54 || c.Duplicates == 0 || c.Events == 0 {
		t.Errorf("%+v, %d faults", c, faults)
	}
	files := contents(t, dir)
	if n := strings.Count(files["out.jsonl"], "\n"); n != c.Articles {
		t.Errorf("%d lines for %d articles", n, c.Articles)
	}
	if n := strings.Count(files["out.jsonl"], `"duplicate_of":"a`); n != c.Duplicates {
		t.Errorf("%d marks for %d reprints", n, c.Duplicates)
	}
	if n := strings.Count(files["out.jsonl.rejects.jsonl"], `"reason":"bad JSON`); n != 3 {
		t.Errorf("rejects: %s", files["out.jsonl.rejects.jsonl"])
	}

	again, err := Run(context.Background(), o)
	if err != nil || !again.Already || again.Manifest.Counts.Articles != c.Articles {
		t.Errorf("a second time: %+v, %v", again, err)
	}
	o.Duplicates = Drop
	if _, err := Run(context.Background(), o); err == nil || !strings.Contains(err.Error(), "--restart") {
		t.Errorf("over another run: %v", err)
	}
	o.Restart = true
	dropped, err := Run(context.Background(), o)
	if err != nil || dropped.Manifest.Resources[0].Rows != c.Articles-c.Duplicates {
		t.Errorf("dropping: %+v, %v", dropped, err)
	}
}

// TestOneADay: rows of one happening become one, and none is lost.
func TestOneADay(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in.jsonl")
	writeCorpus(t, in, 300)
	rows := func(oneADay bool) (out []table.Event) {
		dir := t.TempDir()
		o := options(t, dir, in)
		o.OneADay = oneADay
		if _, err := Run(context.Background(), o); err != nil {
			t.Fatal(err)
		}
		b := contents(t, dir)["events.parquet"]
		if err := table.ReadParquet(strings.NewReader(b), int64(len(b)), func(e *table.Event) error { out = append(out, *e); return nil }); err != nil {
			t.Fatal(err)
		}
		return out
	}
	all, merged := rows(false), rows(true)
	happenings, reports := map[string]bool{}, 0
	for _, e := range all {
		happenings[e.Happening] = true
	}
	for _, e := range merged {
		reports += int(e.Reports)
		if e.Publishers != 1 { // of one wire
			t.Errorf("%s has %d publishers", e.ID, e.Publishers)
		}
	}
	if len(merged) != len(happenings) || len(merged) == len(all) || reports != len(all) {
		t.Errorf("%d rows and %d reports of %d rows and %d happenings", len(merged), reports, len(all), len(happenings))
	}
}

// TestMemory: ten times as many articles take no more memory, but for the 16
// bytes an article of finding reprints.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many articles")
	}
	peak := func(n int) (most uint64) {
		in := filepath.Join(t.TempDir(), "in.jsonl")
		writeCorpus(t, in, n)
		o := options(t, t.TempDir(), in)
		o.Targets, o.Checkpoint = o.Targets[:1], time.Hour
		samples := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		count := 0
		o.Watch = func(Progress) {
			if count++; count%500 == 0 {
				runtime.GC()
				metrics.Read(samples)
				most = max(most, samples[0].Value.Uint64())
			}
		}
		if _, err := Run(context.Background(), o); err != nil {
			t.Fatal(err)
		}
		return most
	}
	peak(600)
	few, many := peak(1000), peak(10000)
	if many > few+2<<20 {
		t.Errorf("%d kB for 1000 articles, %d kB for 10000", few>>10, many>>10)
	}
	t.Logf("%d kB for 1000 articles, %d kB for 10000", few>>10, many>>10)
}

// TestWorkers: the number of workers changes no byte.
func TestWorkers(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in.jsonl")
	writeCorpus(t, in, 60)
	want := unbroken(t, in)
	for _, jobs := range []int{1, 7} {
		dir := t.TempDir()
		o := options(t, dir, in)
		o.Jobs, o.Checkpoint = jobs, time.Hour
		if _, err := Run(context.Background(), o); err != nil {
			t.Fatal(err)
		}
		compare(t, fmt.Sprint(jobs, " workers"), want, contents(t, dir))
	}
}

func TestParseTarget(t *testing.T) {
	for path, want := range map[string]Target{
		"a.jsonl":              {Form: "jsonl"},
		"a.JSONL.gz":           {Form: "jsonl", Pack: "gz"},
		"a.plover.jsonl.zst":   {Form: "plover", Pack: "zst"},
		"x/a.csv":              {Form: "csv", Rows: Events},
		"x/a.statements.tsv":   {Form: "tsv", Rows: Statements},
		"statements.parquet":   {Form: "parquet", Rows: Statements},
		"a.statements.parquet": {Form: "parquet", Rows: Statements},
		"a.icews.tsv":          {Form: "icews"},
		"a.gdelt.tsv.gz":       {Form: "gdelt", Pack: "gz"},
		"a.db":                 {Form: "db"},
	} {
		want.Path = path
		if got, err := ParseTarget(path, ""); err != nil || got != want {
			t.Errorf("%s: %+v, %v", path, got, err)
		}
	}
	for _, path := range []string{"a", "a.txt", "a.parquet.gz", "a.gz", ".csv.zip"} {
		if got, err := ParseTarget(path, ""); err == nil {
			t.Errorf("%s is taken for %+v", path, got)
		}
	}
	if got, _ := ParseTarget("events.csv", Statements); got.Rows != Events {
		t.Error("the name does not count")
	}
}
