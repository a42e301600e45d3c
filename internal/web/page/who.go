package page

import (
	"cmp"
	"net/http"
	"slices"

	"readout/internal/tell"
	"readout/store"
)

type entityPage struct {
	frame
	E          *store.Entity
	Office     string
	AboutTotal int
	Timeline   figure
	Events     []store.Event
	Statements []store.Statement
	With       []choice
	Issues     []choice
}

// entity shows a person or a body: names, offices, what it did and said.
func (p *pages) entity(w http.ResponseWriter, r *http.Request) error {
	ctx, key := r.Context(), r.PathValue("key")
	e, err := p.store.Entity(ctx, key)
	if err != nil {
		return err
	}
	v := entityPage{E: e, frame: frame{Title: e.Name, Section: "entities", Self: tell.Entity(key), Data: true, Cite: e.Name}}
	if len(e.Offices) > 0 {
		last := slices.MaxFunc(e.Offices, func(a, b store.OfficeCount) int { return cmp.Compare(a.Last, b.Last) })
		v.Office = last.Office
		v.Cite += ", " + last.Office
	}
	few := store.Page{Size: 8}
	party, by := store.Filter{Party: []string{key}}, store.Filter{Speaker: []string{key}}
	events, err := p.store.Events(ctx, party, few)
	if err != nil {
		return err
	}
	statements, err := p.store.Statements(ctx, by, few)
	if err != nil {
		return err
	}
	about, err := p.store.Statements(ctx, store.Filter{About: []string{key}}, store.Page{Size: 1})
	if err != nil {
		return err
	}
	v.Events, v.Statements, v.AboutTotal = events.Items, statements.Items, about.Total
	if v.Timeline, err = p.timeline(ctx, store.Events, party); err != nil {
		return err
	}
	others, err := p.store.Facets(ctx, store.Events, party, "party")
	if err != nil {
		return err
	}
	for _, fc := range others {
		fc.Values = slices.DeleteFunc(slices.Clone(fc.Values), func(c store.Count) bool { return c.Value == key })
		v.With = append(v.With, counted(fc, 12, func(other string) string { return tell.Pair(key, other) })...)
	}
	issues, err := p.store.Facets(ctx, store.Statements, by, "context")
	if err != nil {
		return err
	}
	for _, fc := range issues {
		v.Issues = counted(fc, 10, func(c string) string { return address("/statements", with(by.Query(), "context", c)) })
	}
	p.show(w, r, http.StatusOK, "entity", &v)
	return nil
}
