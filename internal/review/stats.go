package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout/record/table"
)

// Stats counts the rows of a run by several keys.
type Stats struct {
	Rows   int
	counts map[string]map[string]int
}

// A Count is how many rows have a key.
type Count struct {
	Key string
	N   int
}

// Ways to count events and statements, in the order in which they are shown.
var (
	EventKeys     = []string{"type", "quad", "country", "pair", "month", "confidence", "publisher"}
	StatementKeys = []string{"kind", "speaker", "country", "month", "confidence", "publisher"}
)

// none stands for a key that a row does not have.
const none = "(none)"

// AddEvent counts an event.
func (s *Stats) AddEvent(e *table.Event) {
	s.Rows++
	s.add("type", e.Type)
	s.add("quad", fmt.Sprint(e.Quad))
	from, to := countries(e.ActorCountries), countries(e.RecipientCountries)
	for _, c := range distinct(append(slices.Clone(from), to...)) {
		s.add("country", c)
	}
	if len(to) == 0 {
		to = from // what parties do together
	}
	for _, a := range from {
		for _, b := range to {
			if a != b {
				s.add("pair", a+" → "+b)
			}
		}
	}
	s.add("month", month(e.Day))
	s.add("confidence", tenth(e.Confidence))
	s.add("publisher", e.Publisher)
}

// AddStatement counts a statement.
func (s *Stats) AddStatement(r *table.Statement) {
	s.Rows++
	s.add("kind", r.Kind)
	s.add("speaker", r.Speaker)
	s.add("country", r.SpeakerCountry)
	s.add("month", month(r.Published))
	s.add("confidence", tenth(r.Confidence))
	s.add("publisher", r.Publisher)
}

func (s *Stats) add(by, key string) {
	if key == "" {
		key = none
	}
	if s.counts == nil {
		s.counts = map[string]map[string]int{}
	}
	if s.counts[by] == nil {
		s.counts[by] = map[string]int{}
	}
	s.counts[by][key]++
}

// By returns the counts for a way to count: months, quads and confidences in
// their order, all else by number and then by name.
func (s *Stats) By(by string) []Count {
	out := make([]Count, 0, len(s.counts[by]))
	for k, n := range s.counts[by] {
		out = append(out, Count{k, n})
	}
	ordered := by == "month" || by == "quad" || by == "confidence"
	slices.SortFunc(out, func(x, y Count) int {
		if ordered {
			return cmp.Compare(x.Key, y.Key)
		}
		return cmp.Or(cmp.Compare(y.N, x.N), cmp.Compare(x.Key, y.Key))
	})
	return out
}

// countries lists the codes in a cell, each once.
func countries(cell string) []string {
	var out []string
	for c := range strings.SplitSeq(cell, table.Between) {
		if c != "" {
			out = append(out, c)
		}
	}
	return distinct(out)
}

func distinct(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}

func month(d *table.Day) string {
	if d == nil {
		return ""
	}
	return d.String()[:len("2021-06")]
}

// tenth names the tenth that a confidence lies in.
func tenth(x float64) string {
	t := min(9, int(x*10+1e-9))
	return fmt.Sprintf("0.%d–%.1f", t, float64(t+1)/10)
}
