package readout_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/article"
	"readout/intake"
	"readout/record"
	"readout/score"
)

// codesOf joins the codes of entities as the judgements do.
func codesOf(r *record.Record, ids []string) string {
	var parties []score.CodedParty
	for _, id := range ids {
		for i := range r.Entities {
			if e := &r.Entities[i]; e.ID == id {
				parties = append(parties, score.PartyOf(e.Country, e.Sectors))
			}
		}
	}
	return score.SideCodes(parties)
}

// testFile reads a file of package event's test data.
func testFile[T any](t *testing.T, name string, read func(io.Reader) (T, error)) T {
	t.Helper()
	f, err := os.Open(filepath.Join("event", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, err := read(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out
}

// judgements are those of a file of package event's, by text and event.
func judgements(t *testing.T, name string) (verdicts map[string]map[string]bool, right int) {
	t.Helper()
	list := testFile(t, name, score.ReadJudgements)
	for _, j := range list {
		if j.Right {
			right++
		}
	}
	return score.Verdicts(list), right
}

// reports are the corpora that whole reports were drawn from.
var reports = []string{"attribution/gum-speakers.jsonl", "corpora/whitehouse-2021-2025.jsonl.gz", "articles/guardian-sample.jsonl.gz", "attribution/polnear.train.jsonl.gz", "attribution/polnear.dev.jsonl"}

// each calls do with every article of the corpora.
func each(t *testing.T, corpora []string, do func(a *article.Article)) {
	t.Helper()
	for _, corpus := range corpora {
		readAll(t, dataFile(t, corpus), do)
	}
}

// readAll calls do for each article of a file.
func readAll(t *testing.T, name string, do func(a *article.Article)) {
	t.Helper()
	in, err := intake.Open(context.Background(), name, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	for {
		a, err := in.Next()
		if errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		do(a)
	}
}

// Of the events found in judged texts, and judged, the share that must be right,
// and of those judged right the share that must still be found, in percent.
func TestJudged(t *testing.T) {
	for _, c := range []struct {
		file        string
		corpora     []string
		right, kept int
	}{
		{"judged-news.tsv", []string{"corpora/current-events-2025.jsonl.gz"}, 80, 80},
		{"judged-reports.tsv", reports, 60, 70},
	} {
		t.Run(strings.TrimSuffix(c.file, ".tsv"), func(t *testing.T) {
			verdicts, right := judgements(t, c.file)
			reader := mustReader(t)
			kept, wrong, open := 0, 0, 0
			each(t, c.corpora, func(a *article.Article) {
				judged := verdicts[a.ID]
				if judged == nil {
					return
				}
				delete(verdicts, a.ID)
				rec, err := reader.Read(context.Background(), a)
				if err != nil {
					t.Fatal(err)
				}
				for _, key := range keysOf(rec) {
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
			})
			if len(verdicts) > 0 {
				t.Fatalf("%d texts are not in the corpora", len(verdicts))
			}
			t.Logf("right %d, wrong %d: %.0f %%; of %d judged right %d are found; %d not judged",
				kept, wrong, 100*float64(kept)/float64(max(kept+wrong, 1)), right, kept, open)
			if 100*kept < c.right*(kept+wrong) {
				t.Errorf("only %d of %d judged events are right", kept, kept+wrong)
			}
			if 100*kept < c.kept*right {
				t.Errorf("only %d of %d events that were judged right are found", kept, right)
			}
		})
	}
}

// keysOf are the events of a record by their codes, each once.
func keysOf(r *record.Record) []string {
	var out []string
	for _, e := range r.Events {
		j := score.Judgement{Type: e.Type, Actors: codesOf(r, e.Actors), Recipients: codesOf(r, e.Recipients)}
		if !slices.Contains(out, j.Key()) {
			out = append(out, j.Key())
		}
	}
	return out
}
