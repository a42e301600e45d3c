package store

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"readout/record/table"
)

// A tag is a property of a row that filters ask for and facets count: the name
// of the facet and a value.
type tag struct{ facet, value string }

// tagger gathers the tags of a row, each once.
type tagger struct{ tags []tag }

func (t *tagger) add(facet, value string) {
	if value == "" || slices.ContainsFunc(t.tags, func(x tag) bool { return x.facet == facet && x.value == value }) {
		return
	}
	t.tags = append(t.tags, tag{facet, value})
}

func (t *tagger) list(facet, cell string) {
	if cell == "" {
		return
	}
	for v := range strings.SplitSeq(cell, table.Between) {
		t.add(facet, v)
	}
}

func (t *tagger) parties(facet string, parties []Party) {
	for _, p := range parties {
		t.add(facet, p.Key)
	}
}

func (t *tagger) origins(facet string, parties []Party) {
	for _, p := range parties {
		t.add(facet, p.Country)
	}
}

func (t *tagger) sectors(parties []Party) {
	for _, p := range parties {
		for _, s := range p.Sectors {
			t.add("sector", s)
		}
	}
}

func (t *tagger) reprint(of string) {
	if of == "" {
		t.add("reprints", "none")
	}
}

func (e *Event) tags() []tag {
	var t tagger
	t.add("type", e.Type)
	t.list("mode", e.Mode)
	t.list("context", e.Contexts)
	t.add("quad", strconv.Itoa(int(e.Quad)))
	t.parties("actor", e.Actors)
	t.parties("recipient", e.Recipients)
	for _, side := range [][]Party{e.Actors, e.Recipients} {
		t.parties("party", side)
		t.parties("entity", side)
		t.origins("country", side)
		t.sectors(side)
	}
	if e.Source != nil {
		t.parties("speaker", []Party{*e.Source})
		t.parties("entity", []Party{*e.Source})
	}
	t.origins("actor_country", e.Actors)
	t.origins("recipient_country", e.Recipients)
	t.add("place", e.Place)
	t.add("place_country", e.PlaceCountry)
	t.add("publisher", e.Publisher)
	for _, a := range []struct {
		is   bool
		name string
	}{{e.Historical, "historical"}, {e.Future, "future"}, {e.Hypothetical, "hypothetical"}, {e.Negation, "negation"}, {!e.Historical && !e.Future && !e.Hypothetical && !e.Negation, "none"}} {
		if a.is {
			t.add("aux", a.name)
		}
	}
	t.reprint(e.DuplicateOf)
	if e.Latitude != nil && e.Longitude != nil {
		t.add("spot", spot{e.Place, e.PlaceCountry, *e.Latitude, *e.Longitude, e.Geonames}.String())
	}
	t.add("judged", e.verdict())
	return t.tags
}

// verdict is what was last judged of the event, or none.
func (e *Event) verdict() string {
	if e.Judgement == nil {
		return "none"
	}
	return e.Judgement.Verdict
}

// A spot is a place on the map, as a term.
type spot struct {
	place, country      string
	latitude, longitude float64
	geonames            int64
}

func (s spot) String() string {
	return strings.Join([]string{strings.ReplaceAll(s.place, table.Between, "/"), s.country, strconv.FormatFloat(s.latitude, 'f', -1, 64),
		strconv.FormatFloat(s.longitude, 'f', -1, 64), strconv.FormatInt(s.geonames, 10)}, table.Between)
}

func parseSpot(s string) (x spot, ok bool) {
	parts := strings.Split(s, table.Between)
	if len(parts) != 5 {
		return x, false
	}
	var errs [3]error
	x.place, x.country = parts[0], parts[1]
	x.latitude, errs[0] = strconv.ParseFloat(parts[2], 64)
	x.longitude, errs[1] = strconv.ParseFloat(parts[3], 64)
	x.geonames, errs[2] = strconv.ParseInt(parts[4], 10, 64)
	return x, errors.Join(errs[:]...) == nil
}

func (s *Statement) tags() []tag {
	var t tagger
	if s.Speaker != nil {
		by := []Party{*s.Speaker}
		t.parties("speaker", by)
		t.parties("entity", by)
		t.origins("country", by)
		t.sectors(by)
	}
	t.parties("speaker", s.CoSpeakers)
	t.parties("entity", s.CoSpeakers)
	t.origins("country", s.CoSpeakers)
	t.sectors(s.CoSpeakers)
	t.parties("entity", s.Addressees)
	t.parties("about", s.About)
	t.parties("entity", s.About)
	t.list("context", s.Contexts)
	t.add("speech", s.Kind)
	t.add("publisher", s.Publisher)
	t.reprint(s.DuplicateOf)
	return t.tags
}

// tags of an article are its own and those of its events and statements.
func (r *Reading) tags() []tag {
	var t tagger
	for i := range r.Events {
		for _, x := range r.Events[i].tags() {
			if x.facet != "spot" {
				t.add(x.facet, x.value)
			}
		}
	}
	for i := range r.Statements {
		for _, x := range r.Statements[i].tags() {
			t.add(x.facet, x.value)
		}
	}
	for i := range r.Record.Entities {
		e := &r.Record.Entities[i]
		t.add("entity", r.Keys[e.ID])
		t.add("country", e.Country)
	}
	t.add("publisher", r.Article.Publisher)
	t.add("language", r.Article.Language)
	t.reprint(r.Article.DuplicateOf)
	return t.tags
}

func (e *Entity) tags() []tag {
	var t tagger
	t.add("entity", e.Key)
	t.add("kind", e.Kind)
	t.add("country", e.Country)
	for _, s := range e.Sectors {
		t.add("sector", s)
	}
	return t.tags
}

// words are what an event is found by: its sentence, and names that the
// sentence may not spell out.
func (e *Event) words() string {
	return normal(e.Sentence, cells(e.Event.Actors), cells(e.Event.Recipients), e.Object, e.Place)
}

func (s *Statement) words() string {
	return normal(s.Content, s.Sentence, s.Statement.Speaker, cells(s.Statement.CoSpeakers), cells(s.Statement.Addressees), cells(s.Statement.About))
}

func (r *Reading) words() string { return normal(r.Article.Title, r.Record.Article.Text) }

func (e *Entity) words() string {
	parts := []string{e.Name}
	for _, n := range e.Names {
		parts = append(parts, n.Label)
	}
	for _, o := range e.Offices {
		parts = append(parts, o.Office)
	}
	return normal(parts...)
}

// cells parts the items of a list with what no phrase goes across.
func cells(list string) string { return strings.ReplaceAll(list, table.Between, " ") }
