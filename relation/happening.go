package relation

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"

	"readout/record/table"
)

// Happening identifies what happened, the same for events of one day, type,
// actors, recipients and reality, in whatever article; it is 0 when the text
// gives no day or no actor. A country, its government and whoever acts for the
// state are one actor; others are told apart by name.
func Happening(e *table.Event) uint64 {
	if e.DayFrom != "day" || e.Day == nil || e.Actors == "" {
		return 0
	}
	from, to := parties(e.Actors, e.ActorCountries, e.ActorSectors), parties(e.Recipients, e.RecipientCountries, e.RecipientSectors)
	return max(1, xxhash.Sum64String(fmt.Sprintf("%s\x00%s\x00%s\x00%s\x00%t %t %t %t", e.Day, e.Type, from, to, e.Historical, e.Future, e.Hypothetical, e.Negation)))
}

// HappeningID is how tables write a happening.
func HappeningID(h uint64) string {
	if h == 0 {
		return ""
	}
	return fmt.Sprintf("%016x", h)
}

// parties lists who took part, each once, in an order that does not depend on
// the text.
func parties(names, countries, sectors string) string {
	if names == "" {
		return ""
	}
	n := strings.Split(names, table.Between)
	c, s := items(countries, len(n)), items(sectors, len(n))
	out := make([]string, len(n))
	for i := range n {
		first, _, _ := strings.Cut(s[i], "+")
		switch first {
		case "", "GOV":
			out[i] = c[i] + "GOV"
		case "MIL", "LEG", "JUD", "COP", "SPY":
			out[i] = c[i] + first
		default:
			out[i] = c[i] + first + "/" + strings.ToLower(n[i])
		}
		if c[i] == "" {
			out[i] = strings.ToLower(n[i])
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), table.Between)
}

func items(s string, n int) []string {
	out := strings.Split(s, table.Between)
	for len(out) < n {
		out = append(out, "")
	}
	return out
}

// A Report is one event of one article, as Merge needs it.
type Report struct {
	Happening uint64
	Publisher uint64 // hash of who published the article; 0 when unknown
	Place     uint64 // hash of place and country; 0 when unknown
	Mode      uint64 // hash of the modes; 0 without
	Day       int32  // of publication; Undated when unknown
	Article   uint32 // number of the article in the run
	Reprint   bool   // the article reprints another
}

// ReportSize is the size of a Report in bytes as Append writes it.
const ReportSize = 4*8 + 4 + 4 + 1

// NewReport makes the report of an event in the article of that number.
func NewReport(e *table.Event, article int) Report {
	r := Report{Happening: Happening(e), Publisher: hash(strings.ToLower(e.Publisher)), Mode: hash(e.Mode), Day: Undated, Article: uint32(article),
		Reprint: e.DuplicateOf != ""}
	if e.Place != "" && e.Place != e.PlaceCountry {
		r.Place = hash(strings.ToLower(e.Place) + "\x00" + e.PlaceCountry)
	}
	if e.Published != nil {
		r.Day = int32(*e.Published)
	}
	return r
}

func hash(s string) uint64 {
	if s == "" {
		return 0
	}
	return max(1, xxhash.Sum64String(s))
}

// Append appends the report in ReportSize bytes.
func (r *Report) Append(b []byte) []byte {
	for _, x := range []uint64{r.Happening, r.Publisher, r.Place, r.Mode} {
		b = binary.LittleEndian.AppendUint64(b, x)
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(r.Day))
	b = binary.LittleEndian.AppendUint32(b, r.Article)
	if r.Reprint {
		return append(b, 1)
	}
	return append(b, 0)
}

// decode reads what Append wrote.
func (r *Report) decode(b []byte) {
	for i, x := range []*uint64{&r.Happening, &r.Publisher, &r.Place, &r.Mode} {
		*x = binary.LittleEndian.Uint64(b[8*i:])
	}
	r.Day, r.Article, r.Reprint = int32(binary.LittleEndian.Uint32(b[32:])), binary.LittleEndian.Uint32(b[36:]), b[40] == 1
}
