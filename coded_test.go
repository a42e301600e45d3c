package readout_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"readout/article"
	"readout/record"
	"readout/score"
)

// Of the core events of reports that a reader coded whole, the share that must
// be found with its type and countries, and of the events found the share that
// must be among those coded, in percent; of the reports that the work on them
// has read, and of those it has not.
func TestCoded(t *testing.T) {
	for _, c := range []struct {
		file         string
		found, right int
		each         func(*testing.T, func(*article.Article))
	}{
		{"coded-reports.tsv", 45, 60, eachReport},
		{"coded-unseen.tsv", 30, 50, eachReport},
		{"coded-written.tsv", 45, 70, eachWritten},
	} {
		t.Run(strings.TrimSuffix(c.file, ".tsv"), func(t *testing.T) {
			coded := codings(t, c.file)
			reader := mustReader(t)
			var n tally
			c.each(t, func(a *article.Article) {
				gold := coded[a.ID]
				if gold == nil {
					return
				}
				delete(coded, a.ID)
				rec, err := reader.Read(context.Background(), a)
				if err != nil {
					t.Fatal(err)
				}
				n.add(rec, gold)
			})
			if len(coded) > 0 {
				t.Fatalf("%d texts are not in the corpora", len(coded))
			}
			t.Logf("core events found: %d of %d, %d %%; events found that are coded: %d of %d, %d %%",
				n.coreFound, n.core, 100*n.coreFound/n.core, n.fitting, n.events, 100*n.fitting/max(n.events, 1))
			if 100*n.coreFound < c.found*n.core {
				t.Errorf("only %d of %d core events are found", n.coreFound, n.core)
			}
			if 100*n.fitting < c.right*n.events {
				t.Errorf("only %d of %d events found are coded", n.fitting, n.events)
			}
		})
	}
}

// eachReport calls do for each report of the corpora.
func eachReport(t *testing.T, do func(*article.Article)) { each(t, reports, do) }

// eachWritten calls do for each report that was written for Readout.
func eachWritten(t *testing.T, do func(*article.Article)) {
	t.Helper()
	readAll(t, filepath.Join("event", "testdata", "reports.jsonl"), do)
}

// codings are those of a file of package event's, by text.
func codings(t *testing.T, name string) map[string][]score.HandCoding {
	t.Helper()
	return score.ByText(testFile(t, name, score.ReadHandCodings))
}

// A tally counts the events of records against what people coded.
type tally struct{ core, coreFound, events, fitting int }

func (n *tally) add(rec *record.Record, gold []score.HandCoding) {
	told := make([]bool, len(gold))
	for i := range rec.Events {
		e := &rec.Events[i]
		fits := false
		for k := range gold {
			if gold[k].Fits(e.Type, countriesOf(rec, e.Actors), countriesOf(rec, e.Recipients)) {
				told[k], fits = true, true
			}
		}
		n.events++
		if fits {
			n.fitting++
		}
	}
	for k := range gold {
		if gold[k].Core {
			n.core++
			if told[k] {
				n.coreFound++
			}
		}
	}
}

// countriesOf are the countries of entities, as codings have them.
func countriesOf(r *record.Record, ids []string) []string {
	var out []string
	for _, id := range ids {
		for i := range r.Entities {
			if r.Entities[i].ID == id {
				out = append(out, r.Entities[i].Country)
			}
		}
	}
	return score.Countries(out)
}
