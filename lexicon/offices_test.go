package lexicon

import (
	"slices"
	"testing"
)

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		date, from, to string
		want           bool
	}{
		{"2021-06-16", "2021-01-20", "", true},
		{"2021-06-16", "2021-01-20", "2025-01-20", true},
		{"2021-01-20", "2021-01-20", "2025-01-20", true},
		{"2025-01-20", "2021-01-20", "2025-01-20", true},
		{"2025-01-21", "2021-01-20", "2025-01-20", false},
		{"2021-01-19", "2021-01-20", "2025-01-20", false},
		{"2021-06-16", "2019", "2021", true},
		{"2021-06-16", "2021-06", "2021-06", true},
		{"2021-07-01", "2021-06", "2021-06", false},
		{"2021", "2021-06-16", "2021-06-17", true},
		{"2020", "2021-06-16", "", false},
		{"2021-06-16", "", "", true},
		{"2021-06-16", "", "2020", false},
		{"", "2021", "", true},
		{"", "2019", "2021", false},
	} {
		if got := Within(c.date, c.from, c.to); got != c.want {
			t.Errorf("Within(%q, %q, %q) = %v", c.date, c.from, c.to, got)
		}
	}
}

func TestValidDate(t *testing.T) {
	for _, d := range []string{"2021", "2021-06", "2021-06-16", "2024-02-29", "2000-02-29"} {
		if !validDate(d) {
			t.Errorf("%q is a date", d)
		}
	}
	for _, d := range []string{"", "21", "2021-6", "2021-13", "2021-00", "2021-06-31", "2023-02-29", "1900-02-29", "2021/06/16",
		"2021-06-1x", "+021", "20 1", "2021-06-16T"} {
		if validDate(d) {
			t.Errorf("%q is no date", d)
		}
	}
}

func FuzzValidDate(f *testing.F) {
	f.Add("2021-06-16")
	f.Add("2021-0é")
	f.Fuzz(func(t *testing.T, d string) {
		if validDate(d) && !Within(d, d, d) {
			t.Errorf("%q is not within itself", d)
		}
	})
}

func TestSectorsOn(t *testing.T) {
	b := Body{Sectors: []string{"REB"}, Turns: []Turn{{"1996-09-27", []string{"GOV"}}, {"2001-12-07", []string{"REB"}}, {"2021-08-15", []string{"GOV", "REB"}}}}
	for date, want := range map[string]string{"1995-01-01": "REB", "1996-09-27": "GOV", "2010-05-01": "REB", "2022-05-01": "GOV", "": "GOV"} {
		if got := b.SectorsOn(date); !slices.Contains(got, want) || got[0] != want {
			t.Errorf("on %q: %v, want %s", date, got, want)
		}
	}
}
