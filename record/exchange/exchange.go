// Package exchange writes events in the forms that the field's own programs
// read: the JSON of PLOVER, the coded events of ICEWS, and the events of
// GDELT 2. What the record says beyond these forms is left out; docs/CODEBOOK.md
// tells what becomes of each field.
package exchange

import (
	"bufio"
	_ "embed" // the tables of codes
	"strings"

	"readout/record/table"
)

//go:embed cameo.txt
var cameoText string

//go:embed fips.txt
var fipsText string

// codes reads a table of "CODE VALUE" lines; lines that begin with "#" are its head.
func codes(text string) map[string]string {
	m := map[string]string{}
	for l := range strings.Lines(text) {
		if code, value, ok := strings.Cut(strings.TrimSpace(l), " "); ok && code != "#" {
			m[code] = value
		}
	}
	return m
}

// A party is one actor or recipient of a row.
type party struct {
	name, country, office, wikidata string
	sectors                         []string
}

// parties takes the parallel lists of a row apart.
func parties(names, countries, sectors, offices, wikidata string) []party {
	if names == "" && countries == "" {
		return nil
	}
	n := strings.Split(names, table.Between)
	ps := make([]party, len(n))
	c, s := split(countries, len(n)), split(sectors, len(n))
	o, w := split(offices, len(n)), split(wikidata, len(n))
	for i := range ps {
		ps[i] = party{name: n[i], country: c[i], office: o[i], wikidata: w[i]}
		if s[i] != "" {
			ps[i].sectors = strings.Split(s[i], "+")
		}
	}
	return ps
}

// split takes a list of n items apart; an empty list is of empty items.
func split(s string, n int) []string {
	out := strings.Split(s, table.Between)
	for len(out) < n {
		out = append(out, "")
	}
	return out
}

func actors(e *table.Event) []party {
	return parties(e.Actors, e.ActorCountries, e.ActorSectors, e.ActorOffices, e.ActorWikidata)
}

func recipients(e *table.Event) []party {
	return parties(e.Recipients, e.RecipientCountries, e.RecipientSectors, e.RecipientOffices, e.RecipientWikidata)
}

// reported reports whether ICEWS and GDELT have a place for the event. They
// know neither reality nor an open date: what did not happen, has not happened
// yet or might happen is left out, as is what happened long ago on a day that
// the text does not give, and what CAMEO has no code for.
func reported(e *table.Event) bool {
	return e.CAMEO != "" && e.Day != nil && !e.Negation && !e.Hypothetical && !e.Future && (!e.Historical || e.DayFrom == "day")
}

// tabs writes cells apart by tabs, a line a row.
type tabs struct{ w *bufio.Writer }

func (t tabs) line(cells []string) error {
	for i, c := range cells {
		if i > 0 {
			t.w.WriteByte('\t')
		}
		t.w.WriteString(c)
	}
	return t.w.WriteByte('\n') // an error stays with the writer
}
