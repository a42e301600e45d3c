package store

import (
	"slices"
	"strconv"
	"strings"

	"readout/record/table"
)

// A tag is a property of a row that filters ask for and facets count: the name
// of the facet, a value, and how a person is shown the value where that differs.
type tag struct{ facet, value, label string }

// tagger gathers the tags of a row, each once.
type tagger struct{ tags []tag }

func (t *tagger) add(facet, value, label string) {
	if value == "" || slices.ContainsFunc(t.tags, func(x tag) bool { return x.facet == facet && x.value == value }) {
		return
	}
	t.tags = append(t.tags, tag{facet, value, label})
}

func (t *tagger) list(facet, cell string) {
	if cell == "" {
		return
	}
	for v := range strings.SplitSeq(cell, table.Between) {
		t.add(facet, v, "")
	}
}

func (t *tagger) parties(facet string, parties []Party) {
	for _, p := range parties {
		t.add(facet, p.Key, p.Name)
	}
}

func (t *tagger) origins(facet string, parties []Party) {
	for _, p := range parties {
		t.add(facet, p.Country, "")
	}
}

func (t *tagger) sectors(parties []Party) {
	for _, p := range parties {
		for _, s := range p.Sectors {
			t.add("sector", s, "")
		}
	}
}

func (t *tagger) reprint(of string) {
	if of == "" {
		t.add("reprints", "none", "")
	}
}

func (e *Event) tags() []tag {
	var t tagger
	t.add("type", e.Type, "")
	t.list("mode", e.Mode)
	t.list("context", e.Contexts)
	t.add("quad", strconv.Itoa(int(e.Quad)), "")
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
	t.add("place", e.Place, "")
	t.add("place_country", e.PlaceCountry, "")
	t.add("publisher", e.Publisher, "")
	for _, a := range []struct {
		is   bool
		name string
	}{{e.Historical, "historical"}, {e.Future, "future"}, {e.Hypothetical, "hypothetical"}, {e.Negation, "negation"}, {!e.Historical && !e.Future && !e.Hypothetical && !e.Negation, "none"}} {
		if a.is {
			t.add("aux", a.name, "")
		}
	}
	t.reprint(e.DuplicateOf)
	return t.tags
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
	t.parties("entity", s.Addressees)
	t.parties("about", s.About)
	t.parties("entity", s.About)
	t.list("context", s.Contexts)
	t.add("speech", s.Kind, "")
	t.add("publisher", s.Publisher, "")
	t.reprint(s.DuplicateOf)
	return t.tags
}

// tags of an article are its own and those of its events and statements.
func (r *Reading) tags() []tag {
	var t tagger
	for i := range r.Events {
		for _, x := range r.Events[i].tags() {
			t.add(x.facet, x.value, x.label)
		}
	}
	for i := range r.Statements {
		for _, x := range r.Statements[i].tags() {
			t.add(x.facet, x.value, x.label)
		}
	}
	for i := range r.Record.Entities {
		e := &r.Record.Entities[i]
		t.add("entity", r.Keys[e.ID], e.Name)
		t.add("country", e.Country, "")
	}
	t.add("publisher", r.Article.Publisher, "")
	t.add("language", r.Article.Language, "")
	t.reprint(r.Article.DuplicateOf)
	return t.tags
}

func (e *Entity) tags() []tag {
	var t tagger
	t.add("entity", e.Key, e.Name)
	t.add("kind", e.Kind, "")
	t.add("country", e.Country, "")
	for _, s := range e.Sectors {
		t.add("sector", s, "")
	}
	return t.tags
}

// wanted gives what the filter asks of the tags of a row: each group must be
// met by one of its tags. Names of parties and of countries are looked up; a
// name that nobody has makes an empty group, which nothing meets.
func (f *Filter) wanted(parties, countries func(name string) ([]string, error)) ([][]tag, error) {
	var groups [][]tag
	add := func(facets []string, values []string, look func(string) ([]string, error)) error {
		if len(values) == 0 {
			return nil
		}
		group := []tag{}
		for _, v := range values {
			found := []string{v}
			if look != nil {
				var err error
				if found, err = look(v); err != nil {
					return err
				}
			}
			for _, facet := range facets {
				for _, x := range found {
					group = append(group, tag{facet: facet, value: x})
				}
			}
		}
		groups = append(groups, group)
		return nil
	}
	for _, part := range []struct {
		facets string
		values []string
		look   func(string) ([]string, error)
	}{
		{"actor", f.Actor, parties}, {"recipient", f.Recipient, parties}, {"party", f.Party, parties}, {"speaker", f.Speaker, parties},
		{"about", f.About, parties}, {"entity", f.Entity, parties},
		{"country", f.Country, countries}, {"actor_country", f.ActorCountry, countries}, {"recipient_country", f.RecipientCountry, countries},
		{"sector", f.Sector, nil}, {"type", f.Type, nil}, {"mode", f.Mode, nil}, {"context", f.Context, nil}, {"speech", f.Speech, nil},
		{"place place_country", f.Place, nil}, {"publisher", f.Publisher, nil}, {"aux", f.Aux, nil}, {"reprints", distinct([]string{f.Reprints}), nil},
	} {
		if err := add(strings.Fields(part.facets), part.values, part.look); err != nil {
			return nil, err
		}
	}
	return groups, nil
}

// words are what an event is found by: its sentence, and names that the
// sentence may not spell out.
func (e *Event) words() string {
	return normal(e.Sentence, cells(e.Event.Actors), cells(e.Event.Recipients), e.Object, e.Place)
}

func (s *Statement) words() string {
	return normal(s.Content, s.Sentence, s.Statement.Speaker, cells(s.Statement.Addressees), cells(s.Statement.About))
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
