package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"readout/record"
	"readout/record/table"
)

// Known tells which text the store has of an article and what read it, or
// ErrNotFound.
func (s *Store) Known(ctx context.Context, id string) (sha256 string, engine record.Engine, err error) {
	// The engine stands near the beginning of a record.
	var head string
	err = s.row(ctx, "SELECT sha256, substr(record, 1, 1000) FROM articles WHERE article_id = ?", id).Scan(&sha256, &head)
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("article %q: %w", id, ErrNotFound)
	}
	if err != nil {
		return "", engine, err
	}
	d := json.NewDecoder(strings.NewReader(head))
	for {
		t, err := d.Token()
		if err != nil {
			return sha256, engine, nil // of an engine that cannot be told
		}
		if t == "engine" {
			return sha256, engine, d.Decode(&engine)
		}
	}
}

// A Judged is a sentence all of whose events people have judged, as gold in
// the form that `readout score events` reads: those that are right, and those
// that were corrected as they should be. A sentence whose events are all wrong
// has none. What the machine has not found is not in it.
type Judged struct {
	ID     string        `json:"id"` // article, a slash, s and the number of the sentence
	Text   string        `json:"text"`
	Date   string        `json:"date,omitempty"`
	Events []JudgedEvent `json:"events"`
	By     []string      `json:"by"` // who judged
}

// A JudgedEvent is one event of gold.
type JudgedEvent struct {
	Source []JudgedParty `json:"source"`
	Target []JudgedParty `json:"target"`
	Type   string        `json:"plover"`
	CAMEO  string        `json:"cameo,omitempty"`
	Words  string        `json:"event_text"`
}

// A JudgedParty is one actor or recipient of gold.
type JudgedParty struct {
	Text    string `json:"text"`
	Country string `json:"country"`
	Sector  string `json:"sector"`
}

// Gold writes the judged sentences, one a line of JSON.
func (s *Store) Gold(ctx context.Context, w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return s.EachJudged(ctx, func(g *Judged) error { return e.Encode(g) })
}

// EachJudged gives the judged sentences to yield, in the order of their articles.
func (s *Store) EachJudged(ctx context.Context, yield func(*Judged) error) error {
	var articles []string
	if err := s.each(ctx, "SELECT a.article_id FROM articles a WHERE a.article_id IN (SELECT article_id FROM judgements WHERE event_id IS NOT NULL) ORDER BY a.added", nil, collect(&articles)); err != nil {
		return err
	}
	for _, id := range articles {
		events, err := s.completeEvents(ctx, "article_id = ? ORDER BY sentence_number, added", id)
		if err != nil {
			return err
		}
		for i := 0; i < len(events); {
			j := i
			for j < len(events) && events[j].SentenceNumber == events[i].SentenceNumber {
				j++
			}
			if g := judgedSentence(events[i:j]); g != nil {
				if err := yield(g); err != nil {
					return err
				}
			}
			i = j
		}
	}
	return nil
}

// judgedSentence makes gold of the events of a sentence, or nil when not all of
// them have been judged.
func judgedSentence(events []Event) *Judged {
	g := &Judged{ID: events[0].ArticleID + "/s" + strconv.Itoa(int(events[0].SentenceNumber)), Text: events[0].Sentence, Date: dayText(events[0].Published), Events: []JudgedEvent{}}
	for i := range events {
		e := &events[i]
		if e.Judgement == nil {
			return nil
		}
		g.By = distinct(append(g.By, e.Judgement.Who))
		if e.Judgement.Verdict == Wrong {
			continue
		}
		row := e.corrected()
		g.Events = append(g.Events, JudgedEvent{Source: e.judgedParties(e.Actors, "actor", row.Actors, row.ActorCountries, row.ActorSectors),
			Target: e.judgedParties(e.Recipients, "recipient", row.Recipients, row.RecipientCountries, row.RecipientSectors), Type: row.Type, CAMEO: row.CAMEO, Words: row.Trigger})
	}
	return g
}

// corrected is the row with what people corrected in it.
func (e *Event) corrected() *table.Event {
	cells := table.Cells(&e.Event)
	for i, c := range table.Columns[table.Event]() {
		if value, ok := e.Judgement.Fields[c.Name]; ok {
			cells[i] = value
		}
	}
	row, err := table.FromCells[table.Event](cells)
	if err != nil { // Judge took no such correction
		return &e.Event
	}
	return row
}

// judgedParties gives one side of an event: as it was read, when nobody has
// corrected it. A state by its plain name has no sector, as in other gold.
func (e *Event) judgedParties(read []Party, side, names, countries, sectors string) []JudgedParty {
	out := []JudgedParty{}
	fields := e.Judgement.Fields
	_, a := fields[side+"s"]
	_, b := fields[side+"_countries"]
	_, c := fields[side+"_sectors"]
	if !a && !b && !c {
		for _, p := range read {
			g := JudgedParty{Text: p.Name, Country: p.Country}
			if len(p.Sectors) > 0 && p.Kind != "country" {
				g.Sector = p.Sectors[0]
			}
			out = append(out, g)
		}
		return out
	}
	if names == "" && countries == "" {
		return out
	}
	lists := [3][]string{strings.Split(names, table.Between), strings.Split(countries, table.Between), strings.Split(sectors, table.Between)}
	item := func(list, i int) string {
		if i < len(lists[list]) {
			return lists[list][i]
		}
		return ""
	}
	for i := range max(len(lists[0]), len(lists[1])) {
		sector, _, _ := strings.Cut(item(2, i), "+")
		out = append(out, JudgedParty{item(0, i), item(1, i), sector})
	}
	return out
}

func dayText(d *table.Day) string {
	if d == nil {
		return ""
	}
	return d.String()
}
