package review

import (
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout/record/table"
)

// TestSample: order does not matter, a larger sample goes on from a smaller,
// and all have the same chance.
func TestSample(t *testing.T) {
	draw := func(n int, seed uint64, ids []int) []int {
		s := NewSample[int](n, seed)
		for _, id := range ids {
			s.Add(fmt.Sprint(id), id)
		}
		return s.Items()
	}
	ids := rand.New(rand.NewPCG(1, 1)).Perm(1000)
	first := draw(20, 1, ids)
	slices.Sort(ids)
	if got := draw(20, 1, ids); !slices.Equal(got, first) {
		t.Errorf("%v and %v", first, got)
	}
	if got := draw(50, 1, ids); !slices.Equal(got[:20], first) {
		t.Error("a larger sample begins otherwise")
	}
	if slices.Equal(draw(20, 2, ids), first) {
		t.Error("the seed does not matter")
	}
	if got := draw(5, 1, ids[:3]); len(got) != 3 {
		t.Errorf("%d of 3", len(got))
	}
	low := 0
	for seed := range uint64(200) {
		for _, id := range draw(20, seed, ids) {
			if id < 500 {
				low++
			}
		}
	}
	if low < 1850 || low > 2150 { // 2000 expected, standard deviation 31
		t.Errorf("%d of 4000 from the lower half", low)
	}
}

func events(rows []table.Event) iter.Seq2[*table.Event, error] {
	return func(yield func(*table.Event, error) bool) {
		for i := range rows {
			if !yield(&rows[i], nil) {
				return
			}
		}
	}
}

func where(e *table.Event) (string, place) { return e.ArticleID, place{e.Type, e.Start, e.End} }

// TestDiff: nothing differs from itself, and every row is accounted for.
func TestDiff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		anyRows := rapid.Custom(func(t *rapid.T) (rows []table.Event) {
			for a := range rapid.IntRange(0, 6).Draw(t, "articles") {
				for range rapid.IntRange(0, 3).Draw(t, "events") {
					start := int32(rapid.IntRange(0, 9).Draw(t, "start"))
					rows = append(rows, table.Event{ArticleID: fmt.Sprint(a), Type: rapid.SampledFrom([]string{"AID", "AGREE"}).Draw(t, "type"),
						Start: start, End: start + 2, Actors: rapid.SampledFrom([]string{"x", "y"}).Draw(t, "actors")})
				}
			}
			return rows
		})
		a, b := anyRows.Draw(t, "a"), anyRows.Draw(t, "b")
		n, err := Diff(events(a), events(a), where, func(c Change[table.Event]) error { return fmt.Errorf("%s: %+v", c.Kind(), c) })
		if err != nil || n != [3]int{len(a), len(a), len(a)} {
			t.Fatalf("%v, %v", n, err)
		}
		count := map[string]int{}
		n, err = Diff(events(a), events(b), where, func(c Change[table.Event]) error { count[c.Kind()]++; return nil })
		if err != nil {
			t.Fatal(err)
		}
		if n[0] != len(a) || n[1] != len(b) || n[2]+count["changed"]+count["lost"] != len(a) || n[2]+count["changed"]+count["gained"] != len(b) {
			t.Fatalf("%v, %v", n, count)
		}
	})
}

func TestDiffColumns(t *testing.T) {
	a := []table.Event{{ArticleID: "1", Type: "AID", Start: 1, End: 5, Actors: "x", Happening: "h"}, {ArticleID: "2", Type: "AID", Start: 1, End: 5}}
	b := []table.Event{{ArticleID: "1", Type: "AGREE", Start: 4, End: 9, Actors: "x"}, {ArticleID: "3", Type: "AID", Start: 1, End: 5}}
	var got []string
	if _, err := Diff(events(a), events(b), where, func(c Change[table.Event]) error {
		got = append(got, c.Kind()+" "+strings.Join(c.Columns, " "))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if want := []string{"changed type trigger_start trigger_end", "lost ", "gained "}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	broken := errors.New("broken")
	bad := func(yield func(*table.Event, error) bool) { yield(nil, broken) }
	if _, err := Diff(events(a), bad, where, func(Change[table.Event]) error { return nil }); !errors.Is(err, broken) {
		t.Errorf("a broken run: %v", err)
	}
}

func TestStats(t *testing.T) {
	var s Stats
	s.AddEvent(&table.Event{Type: "CONSULT", ActorCountries: "USA|RUS|", Day: table.ParseDay("2021-06-16"), Confidence: 0.3})
	s.AddEvent(&table.Event{Type: "ACCUSE", ActorCountries: "USA|USA", RecipientCountries: "RUS", Confidence: 1})
	for _, c := range []struct {
		by   string
		want []Count
	}{
		{"type", []Count{{"ACCUSE", 1}, {"CONSULT", 1}}},
		{"country", []Count{{"RUS", 2}, {"USA", 2}}},
		{"pair", []Count{{"USA → RUS", 2}, {"RUS → USA", 1}}},
		{"month", []Count{{none, 1}, {"2021-06", 1}}},
		{"confidence", []Count{{"0.3–0.4", 1}, {"0.9–1.0", 1}}},
	} {
		if got := s.By(c.by); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.by, got, c.want)
		}
	}
}

// FuzzRead: whatever stands in a file that claims to be of a run, an answer
// and no panic.
func FuzzRead(f *testing.F) {
	f.Add("a.jsonl", []byte(`{"schema":"readout/1","article":{"id":"a","text":"x","blocks":[]},"events":[{"id":"ev1","trigger":{"start":0,"end":9}}]}`))
	f.Add("a.csv", []byte("event_id,quad\nx,1\n"))
	f.Add("a.jsonl.gz", []byte("\x1f\x8b"))
	f.Add("a.tsv.zst", []byte("\x28\xb5\x2f\xfd"))
	f.Add("a.parquet", []byte("PAR1PAR1"))
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		path := filepath.Join(t.TempDir(), filepath.Base("x"+strings.Map(func(r rune) rune {
			if r == '/' || r == 0 {
				return -1
			}
			return r
		}, name)))
		if os.WriteFile(path, b, 0o666) != nil {
			return // no name for a file
		}
		_ = Events(path, func(*table.Event) error { return nil })
		_ = Statements(path, func(*table.Statement) error { return nil })
	})
}
