package exchange

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"readout/record"
	"readout/record/table"
)

// ploverEvent is an event in PLOVER's exchange form, as its manual of 2021
// with the edits of January 2023 has it.
type ploverEvent struct {
	ID        string        `json:"id"`
	Date      string        `json:"date"`
	Actor     []ploverParty `json:"actor"`
	Recipient []ploverParty `json:"recipient"`
	Event     []string      `json:"event"`
	Mode      []string      `json:"mode"`
	Context   []string      `json:"context"`
	EventText []string      `json:"event_text"`
	Loc       *ploverLoc    `json:"event_loc,omitempty"`
	Quad      int32         `json:"quad_code"`
	Scale     float64       `json:"event_scale"`
	Text      ploverText    `json:"text_info"`
	Cite      ploverCite    `json:"cite_info"`
	Link      []string      `json:"link,omitempty"`
	Coder     string        `json:"coder"`
}

type ploverParty struct {
	Code       string   `json:"code"`
	Sector     []string `json:"sector"`
	EntityText string   `json:"entity_text"`
	Identifier string   `json:"identifier_id,omitempty"`
	Office     string   `json:"office,omitempty"`
}

type ploverLoc struct {
	Place    string   `json:"resolved_place"`
	Country  string   `json:"country_code,omitempty"`
	Geonames int64    `json:"geonameid,omitempty"`
	Lat      *float64 `json:"lat,omitempty"`
	Lon      *float64 `json:"lon,omitempty"`
}

type ploverText struct {
	Sequence int32  `json:"sequence"` // of the sentence
	Start    int32  `json:"start"`
	End      int32  `json:"end"`
	Story    string `json:"text_story"` // id of the article
}

type ploverCite struct {
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Publication string `json:"publication,omitempty"`
	Language    string `json:"language"`
	Coder       string `json:"coder"`
	Codebook    string `json:"codebook"`
	Version     string `json:"version"`
}

// NewPLOVER returns a writer of PLOVER's JSON, one object a line. The
// auxiliary modes stand among the modes; "link" holds the happening. An event
// without any day, for which PLOVER has no place, is left out.
func NewPLOVER(w io.Writer, engine record.Engine) table.Writer[table.Event] {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return &plover{enc, "readout " + engine.Version}
}

type plover struct {
	enc   *json.Encoder
	coder string
}

func (p *plover) Write(rows []table.Event) (n int, err error) {
	for i := range rows {
		e := &rows[i]
		if e.Day == nil {
			continue
		}
		out := ploverEvent{
			ID: e.ID, Date: e.Day.String(), Actor: ploverParties(actors(e)), Recipient: ploverParties(recipients(e)), Event: []string{e.Type},
			Mode: append(items(e.Mode), aux(e)...), Context: items(e.Contexts), EventText: []string{e.Trigger}, Quad: e.Quad, Scale: e.Score,
			Text: ploverText{e.SentenceNumber, e.Start, e.End, e.ArticleID}, Coder: p.coder,
			Cite: ploverCite{URL: e.URL, Title: e.Title, Publication: e.Publisher, Language: "en", Coder: p.coder, Codebook: "PLOVER", Version: "2.0"},
		}
		if e.Place != "" {
			out.Loc = &ploverLoc{e.Place, e.PlaceCountry, e.Geonames, e.Latitude, e.Longitude}
		}
		if e.Happening != "" {
			out.Link = []string{e.Happening}
		}
		if err := p.enc.Encode(out); err != nil {
			return n, fmt.Errorf("event %s: %w", e.ID, err)
		}
		n++
	}
	return n, nil
}

func (p *plover) Close() error { return nil }

func ploverParties(ps []party) []ploverParty {
	out := make([]ploverParty, len(ps))
	for i, p := range ps {
		out[i] = ploverParty{p.country, append([]string{}, p.sectors...), p.name, p.wikidata, p.office}
	}
	return out
}

// items takes a list apart; an empty one has none.
func items(s string) []string {
	if s == "" {
		return []string{}
	}
	return strings.Split(s, table.Between)
}

func aux(e *table.Event) (out []string) {
	for _, a := range []struct {
		is   bool
		name string
	}{{e.Historical, "historical"}, {e.Future, "future"}, {e.Hypothetical, "hypothetical"}, {e.Negation, "negation"}} {
		if a.is {
			out = append(out, a.name)
		}
	}
	return out
}
