package relation

import (
	"bytes"
	"io"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"readout/record/table"
)

// memory is a file in memory.
type memory []byte

func (m memory) WriteAt(b []byte, at int64) (int, error) { return copy(m[at:], b), nil }

func merge(t rapid.TB, reports []Report, budget int) []Verdict {
	t.Helper()
	var in []byte
	for _, r := range reports {
		in = r.Append(in)
	}
	out := make(memory, len(reports)*VerdictSize)
	if err := mergeWithin(bytes.NewReader(in), len(reports), out, budget); err != nil {
		t.Fatal(err)
	}
	verdicts := make([]Verdict, len(reports))
	for i := range verdicts {
		verdicts[i].Decode(out[i*VerdictSize:])
	}
	return verdicts
}

func TestMerge(t *testing.T) {
	got := merge(t, []Report{
		{Happening: 7, Publisher: 1, Day: 5, Article: 0},
		{Happening: 7, Publisher: 2, Day: 4, Article: 1, Place: 9},
		{Happening: 7, Publisher: 3, Day: 3, Article: 2, Reprint: true}, // the earliest, but a reprint
		{Happening: 7, Publisher: 2, Day: 6, Article: 3},
		{Happening: 7, Publisher: 2, Day: 6, Article: 3}, // twice in one article
		{Happening: 7, Publisher: 4, Day: 6, Article: 4, Place: 8},
		{Happening: 0, Publisher: 4, Day: 6, Article: 4},
		{Happening: 0, Publisher: 4, Day: 6, Article: 4},
	}, budget)
	want := []Verdict{{}, {4, 2}, {}, {}, {}, {1, 1}, {1, 1}, {1, 1}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestMergeCounts: less memory changes nothing, and no report is lost.
func TestMergeCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Report {
			return Report{Happening: uint64(rapid.IntRange(0, 5).Draw(t, "happening")), Publisher: uint64(rapid.IntRange(0, 3).Draw(t, "publisher")),
				Place: uint64(rapid.IntRange(0, 2).Draw(t, "place")), Mode: uint64(rapid.IntRange(0, 2).Draw(t, "mode")),
				Day: int32(rapid.IntRange(0, 3).Draw(t, "day")), Reprint: rapid.Bool().Draw(t, "reprint")}
		}), 0, 40).Draw(t, "reports")
		for i := range reports {
			reports[i].Article = uint32(i)
		}
		all, little := merge(t, reports, budget), merge(t, reports, 3*numberedSize)
		if !slices.Equal(all, little) {
			t.Fatalf("%v\n%v with little memory", all, little)
		}
		sum := 0
		for _, v := range all {
			sum += int(v.Reports)
			if v.Publishers > v.Reports {
				t.Fatalf("more publishers than reports: %v", v)
			}
		}
		if sum != len(reports) {
			t.Fatalf("%d reports of %d", sum, len(reports))
		}
	})
}

func TestMergeShort(t *testing.T) {
	if err := Merge(bytes.NewReader(nil), 1, make(memory, VerdictSize)); err == nil || err == io.EOF {
		t.Errorf("a report is missing: %v", err)
	}
}

func TestHappening(t *testing.T) {
	base := func() *table.Event {
		return &table.Event{Day: table.ParseDay("2021-06-16"), DayFrom: "day", Type: "CONSULT", Actors: "Joe Biden|Vladimir Putin",
			ActorCountries: "USA|RUS", ActorSectors: "GOV+ELI|GOV"}
	}
	same := map[string]func(*table.Event){
		"others of the state": func(e *table.Event) {
			e.Actors, e.ActorSectors = "Russia|United States", "|"
			e.ActorCountries = "RUS|USA"
		},
		"place and mode": func(e *table.Event) { e.Place, e.Mode = "Geneva", "visit" },
	}
	other := map[string]func(*table.Event){
		"day":       func(e *table.Event) { e.Day = table.ParseDay("2021-06-17") },
		"type":      func(e *table.Event) { e.Type = "AGREE" },
		"reality":   func(e *table.Event) { e.Negation = true },
		"recipient": func(e *table.Event) { e.Recipients, e.RecipientCountries = "China", "CHN" },
		"sector":    func(e *table.Event) { e.ActorSectors = "GOV|JRN" },
		"no day":    func(e *table.Event) { e.DayFrom = "published" },
	}
	for what, change := range same {
		e := base()
		if change(e); Happening(e) != Happening(base()) {
			t.Errorf("%s: another happening", what)
		}
	}
	for what, change := range other {
		e := base()
		if change(e); Happening(e) == Happening(base()) {
			t.Errorf("%s: the same happening", what)
		}
	}
}
