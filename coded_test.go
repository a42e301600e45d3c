package readout_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"readout/article"
	"readout/record"
	"readout/score"
)

// Of the core events of reports that a reader coded whole, the share that must
// be found with its type and countries, and of the events found the share that
// must be among those coded, in percent.
func TestCoded(t *testing.T) {
	const found, right = 25, 50
	f, err := os.Open(filepath.Join("event", "testdata", "coded-reports.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := score.ReadHandCodings(f)
	if err != nil {
		t.Fatal(err)
	}
	coded := score.ByText(list)
	reader := mustReader(t)
	var core, coreFound, events, fitting int
	each(t, reports, func(a *article.Article) {
		gold := coded[a.ID]
		if gold == nil {
			return
		}
		delete(coded, a.ID)
		rec, err := reader.Read(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		told := make([]bool, len(gold))
		for i := range rec.Events {
			e := &rec.Events[i]
			fits := false
			for k := range gold {
				if gold[k].Fits(e.Type, countriesOf(rec, e.Actors), countriesOf(rec, e.Recipients)) {
					told[k], fits = true, true
				}
			}
			events++
			if fits {
				fitting++
			}
		}
		for k := range gold {
			if gold[k].Core {
				core++
				if told[k] {
					coreFound++
				}
			}
		}
	})
	if len(coded) > 0 {
		t.Fatalf("%d texts are not in the corpora", len(coded))
	}
	t.Logf("core events found: %d of %d, %d %%; events found that are coded: %d of %d, %d %%", coreFound, core, 100*coreFound/core, fitting, events, 100*fitting/max(events, 1))
	if 100*coreFound < found*core {
		t.Errorf("only %d of %d core events are found", coreFound, core)
	}
	if 100*fitting < right*events {
		t.Errorf("only %d of %d events found are coded", fitting, events)
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
