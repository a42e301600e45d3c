package exchange

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"readout/record/table"
)

// ICEWSColumns are the columns of the coded events of ICEWS, as its yearly
// files on Harvard Dataverse have them and as the R package icews reads them.
var ICEWSColumns = []string{
	"Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
	"Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province",
	"Country", "Latitude", "Longitude",
}

// NewICEWS returns a writer of events in the manner of ICEWS: one line a pair
// of source and target, numbered from 1. Where an event has actors only, each
// pair of them is a line in both directions; an event of one party has no place.
func NewICEWS(w io.Writer) table.Writer[table.Event] {
	i := &icews{tabs: tabs{bufio.NewWriter(w)}, labels: codes(cameoText)}
	_ = i.line(ICEWSColumns) // an error stays with the writer
	return i
}

type icews struct {
	tabs
	labels  map[string]string
	events  int
	stories int
	article string
}

func (w *icews) Write(rows []table.Event) (n int, err error) {
	for i := range rows {
		e := &rows[i]
		if e.ArticleID != w.article || w.stories == 0 {
			w.article = e.ArticleID
			w.stories++
		}
		if !reported(e) {
			continue
		}
		for _, p := range pairs(e) {
			w.events++
			cells := []string{
				strconv.Itoa(w.events), e.Day.String(), p[0].name, sectorNames(p[0].sectors), p[0].country, w.label(e.CAMEO), e.CAMEO,
				strconv.FormatFloat(e.Score, 'f', 1, 64), p[1].name, sectorNames(p[1].sectors), p[1].country,
				strconv.Itoa(w.stories), strconv.Itoa(int(e.SentenceNumber)), e.Publisher, "", "", "", e.PlaceCountry, "", "",
			}
			if e.Geonames > 0 {
				cells[14] = e.Place
			}
			if e.Latitude != nil && e.Longitude != nil {
				cells[18], cells[19] = degrees(*e.Latitude), degrees(*e.Longitude)
			}
			if err := w.line(cells); err != nil {
				return n, err
			}
			n++
		}
	}
	return n, nil
}

func (w *icews) Close() error { return w.w.Flush() }

// label gives the words for a code, or for the one that it narrows.
func (w *icews) label(code string) string {
	for ; len(code) >= 2; code = code[:len(code)-1] {
		if s, ok := w.labels[code]; ok {
			return s
		}
	}
	return ""
}

// pairs lists who acts on whom.
func pairs(e *table.Event) (out [][2]party) {
	from, to := actors(e), recipients(e)
	if len(to) == 0 {
		to = from
	}
	for i, a := range from {
		for k, b := range to {
			if len(recipients(e)) == 0 && i == k {
				continue
			}
			out = append(out, [2]party{a, b})
		}
	}
	return out
}

// sectorNames lists the sectors in words, as ICEWS has them, with commas.
func sectorNames(codes []string) string {
	out := make([]string, 0, len(codes))
	for _, c := range codes {
		if s, ok := sectors[c]; ok {
			out = append(out, s.name)
		}
	}
	return strings.Join(out, ",")
}

func degrees(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
