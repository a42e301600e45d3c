package readout_test

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/intake"
	"readout/record"
)

// judgement is an event of a news item by its codes, and whether a reader
// found it right.
type judgement struct {
	item, event string
	right       bool
}

func judgements(t *testing.T) []judgement {
	t.Helper()
	f, err := os.Open(filepath.Join("event", "testdata", "judged-news.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []judgement
	for s := bufio.NewScanner(f); s.Scan(); {
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		c := strings.Split(s.Text(), "\t")
		if len(c) != 5 {
			t.Fatalf("judged-news.tsv: %q has not five columns", s.Text())
		}
		out = append(out, judgement{c[0], strings.Join(c[1:4], " "), c[4] == "right"})
	}
	return out
}

// codesOf joins the codes of entities as the judgements do: country, else
// first sector, else "?", each once in alphabetical order; "-" for none.
func codesOf(r *record.Record, ids []string) string {
	var out []string
	for _, id := range ids {
		for i := range r.Entities {
			e := &r.Entities[i]
			if e.ID != id {
				continue
			}
			c := e.Country
			if c == "" && len(e.Sectors) > 0 {
				c = e.Sectors[0]
			}
			if c == "" {
				c = "?"
			}
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	if len(out) == 0 {
		return "-"
	}
	slices.Sort(out)
	return strings.Join(out, "+")
}

// Of the events found in the judged items, and judged, four in five must be
// right, and as many of the right ones must still be found.
func TestJudgedNews(t *testing.T) {
	name := dataFile(t, "corpora", "current-events-2025.jsonl.gz")
	want := map[string]map[string]bool{}
	right := 0
	for _, j := range judgements(t) {
		if want[j.item] == nil {
			want[j.item] = map[string]bool{}
		}
		want[j.item][j.event] = j.right
		if j.right {
			right++
		}
	}
	in, err := intake.Open(context.Background(), name, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	reader := mustReader(t)
	kept, wrong, open := 0, 0, 0
	for left := len(want); left > 0; {
		a, err := in.Next()
		if err != nil {
			t.Fatalf("%d items are not in the corpus: %v", left, err)
		}
		judged := want[a.ID]
		if judged == nil {
			continue
		}
		left--
		rec, err := reader.Read(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, e := range rec.Events {
			key := e.Type + " " + codesOf(rec, e.Actors) + " " + codesOf(rec, e.Recipients)
			if seen[key] {
				continue
			}
			seen[key] = true
			switch ok, known := judged[key]; {
			case !known:
				open++
				t.Logf("%s: not judged: %s", a.ID, key)
			case ok:
				kept++
			default:
				wrong++
			}
		}
	}
	t.Logf("right %d, wrong %d: %.0f %%; of %d judged right %d are found; %d not judged",
		kept, wrong, 100*float64(kept)/float64(max(kept+wrong, 1)), right, kept, open)
	if 5*kept < 4*(kept+wrong) {
		t.Errorf("only %d of %d judged events are right", kept, kept+wrong)
	}
	if 5*kept < 4*right {
		t.Errorf("only %d of %d events that were judged right are found", kept, right)
	}
}
