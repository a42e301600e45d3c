package store

import (
	"bytes"
	"encoding/json"
	"strings"

	"readout/record"
	"readout/record/table"
)

// A Kind is a kind of row that the store lists.
type Kind string

// Kinds.
const (
	Events     Kind = "events"
	Statements Kind = "statements"
	Articles   Kind = "articles"
	Entities   Kind = "entities"
)

// A Party is an entity as an event or a statement names it.
type Party struct {
	Key     string   `json:"key"`
	Name    string   `json:"name"`
	Kind    string   `json:"kind,omitempty"`
	Country string   `json:"country,omitempty"`
	Sectors []string `json:"sectors,omitempty"`
	Office  string   `json:"office,omitempty"`
	Named   bool     `json:"named"` // by a name, not only "the protesters"
}

// An Event is a row of the table of events with the keys of its parties and
// what people judged of it. Its JSON is that of the row, with actor_keys,
// recipient_keys, according_to_key and judgement.
type Event struct {
	table.Event            // the row; Event.Event.Actors is its cell
	Actors      []Party    // in the order of the row
	Recipients  []Party    // in the order of the row
	Source      *Party     // who asserts it; nil when the writer does
	Judgement   *Judgement // the last one; nil without
}

// MarshalJSON writes the row with what the store knows beside it.
func (e Event) MarshalJSON() ([]byte, error) {
	return extended(e.Event, "actor_keys", keys(e.Actors), "recipient_keys", keys(e.Recipients), "according_to_key", keyOf(e.Source), "judgement", e.Judgement)
}

// A Statement is a row of the table of statements with the keys of those in
// it. Its JSON is that of the row, with speaker_key, co_speaker_keys,
// addressee_keys, about_keys and reported_by_key.
type Statement struct {
	table.Statement         // the row; Statement.Statement.Speaker is its cell
	Speaker         *Party  // nil when nobody known
	CoSpeakers      []Party // who make it with the speaker, in the order of the row
	Addressees      []Party // in the order of the row
	About           []Party // in the order of the row
	Reporter        *Party  // who makes the statement it is within; nil when it is within none or nobody known
}

// MarshalJSON writes the row with what the store knows beside it.
func (s Statement) MarshalJSON() ([]byte, error) {
	return extended(s.Statement, "speaker_key", keyOf(s.Speaker), "co_speaker_keys", keys(s.CoSpeakers), "addressee_keys", keys(s.Addressees), "about_keys", keys(s.About), "reported_by_key", keyOf(s.Reporter))
}

// keyOf is the key of a party, empty when there is none.
func keyOf(p *Party) string {
	if p == nil {
		return ""
	}
	return p.Key
}

// keys joins the keys of parties as the lists of tables are joined.
func keys(parties []Party) string {
	out := make([]string, len(parties))
	for i, p := range parties {
		out[i] = p.Key
	}
	return strings.Join(out, table.Between)
}

// extended is the JSON of a row with further fields, those that are not empty.
func extended(row any, fields ...any) ([]byte, error) {
	b, err := json.Marshal(row)
	if err != nil {
		return nil, err
	}
	out := bytes.NewBuffer(bytes.TrimSuffix(b, []byte("}")))
	for i := 0; i < len(fields); i += 2 {
		value := fields[i+1]
		if j, ok := value.(*Judgement); value == "" || ok && j == nil {
			continue
		}
		v, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		out.WriteString(`,"` + fields[i].(string) + `":`)
		out.Write(v)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// An Article is what lists show of an article.
type Article struct {
	ID          string `json:"article_id"`
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Byline      string `json:"byline,omitempty"`
	Publisher   string `json:"publisher,omitempty"`
	Published   string `json:"published,omitempty"`
	Language    string `json:"language,omitempty"`
	DuplicateOf string `json:"duplicate_of,omitempty"`
	Lead        string `json:"lead"` // how the text begins, whole words, at most 280 code points
	Events      int    `json:"events"`
	Statements  int    `json:"statements"`
}

// A Reading is one article as the store has it: the record, its rows, and the
// keys of its entities.
type Reading struct {
	Article    Article
	Record     *record.Record
	Line       []byte // the record as it was put, one line of JSON without the newline
	Events     []Event
	Statements []Statement
	Keys       map[string]string // entity of the record → key
}

// An Entity is someone or something across all articles.
type Entity struct {
	Key        string        `json:"key"`
	Name       string        `json:"name"` // the one used most
	Kind       string        `json:"kind"`
	Country    string        `json:"country,omitempty"`
	Sectors    []string      `json:"sectors,omitempty"`
	Wikidata   string        `json:"wikidata,omitempty"`
	Names      []Count       `json:"names,omitempty"`   // with the number of articles; only Store.Entity gives them
	Offices    []OfficeCount `json:"offices,omitempty"` // only Store.Entity gives them
	Articles   int           `json:"articles"`          // that name it
	Events     int           `json:"events"`            // in which it is actor or recipient
	Statements int           `json:"statements"`        // that it makes
}

// An OfficeCount is an office that someone is said to hold.
type OfficeCount struct {
	Office string `json:"office"`
	First  string `json:"first,omitempty"` // day of publication of the first article that says so
	Last   string `json:"last,omitempty"`
	N      int    `json:"count"` // articles
}

// A List is a page of rows.
type List[T any] struct {
	Items []T
	Next  string // token of the page behind; empty at the end, but see Added
	Total int    // rows on all pages; the least there are when AtLeast
	// AtLeast says that counting was ended early.
	AtLeast bool
}

// A Count is how many rows have a value.
type Count struct {
	Value string `json:"value"` // as a Filter takes it
	Label string `json:"label"` // for a person: a name for a key
	N     int    `json:"count"`
}

// A Facet is the counts of the values of one property, the most first.
type Facet struct {
	Name    string  `json:"name"`
	Values  []Count `json:"values"`
	AtLeast bool    `json:"at_least,omitempty"` // counted among the newest rows only: at least so many
}

// FacetNames lists the properties that rows of a kind can be counted by. Each
// value of a facet is one for the part of a filter of the same name, but
// for quad, place_country, language and kind, which filters do not have.
func FacetNames(k Kind) []string {
	switch k {
	case Events:
		return []string{"type", "mode", "context", "quad", "actor", "recipient", "party", "actor_country", "recipient_country", "country", "sector", "place", "place_country", "publisher", "aux"}
	case Statements:
		return []string{"speaker", "about", "country", "sector", "context", "speech", "publisher"}
	case Articles:
		return []string{"publisher", "language", "entity", "country", "type", "context"}
	case Entities:
		return []string{"kind", "country", "sector"}
	}
	return nil
}

// A Unit is a stretch of days.
type Unit string

// Units. A week begins on Monday.
const (
	ByDay   Unit = "day"
	ByWeek  Unit = "week"
	ByMonth Unit = "month"
	ByYear  Unit = "year"
)

// A Histogram is rows by stretch of days, in order, none left out between the
// first and the last unless they would be more than twenty thousand.
type Histogram struct {
	Unit    Unit  `json:"unit"`
	Bins    []Bin `json:"bins"`
	Undated int   `json:"undated,omitempty"`
	AtLeast bool  `json:"at_least,omitempty"` // only the newest rows were counted
}

// A Bin is one stretch of days: its first day and how many rows lie in it.
type Bin struct {
	From string `json:"from"`
	N    int    `json:"count"`
}

// A PlaceCount is how many events happened at a place.
type PlaceCount struct {
	Place     string  `json:"place"`
	Country   string  `json:"country,omitempty"`
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
	Geonames  int64   `json:"geonames,omitempty"`
	N         int     `json:"count"`
}

// A Pair is what two parties did to each other over time: events that happened
// (no negation, future, hypothetical or historical ones), reprints left out.
type Pair struct {
	A, B    Party `json:"-"`
	Unit    Unit  `json:"unit"`
	There   Tally `json:"there"` // A to B, all bins
	Back    Tally `json:"back"`  // B to A
	Bins    []PairBin
	AtLeast bool `json:"at_least,omitempty"` // only the newest events were counted
}

// A PairBin is one stretch of days of a pair.
type PairBin struct {
	From  string `json:"from"`
	There Tally  `json:"there"`
	Back  Tally  `json:"back"`
}

// A Tally sums up events.
type Tally struct {
	N     int     `json:"count"`
	Score float64 `json:"score"` // mean of the PLOVER scores, 0 without events
	Quad  [4]int  `json:"quad"`  // events by quad class, 1 first
}
