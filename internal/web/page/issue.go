package page

import (
	"cmp"
	"net/http"
	"slices"

	"readout/event"
	"readout/store"
)

type issuesPage struct {
	frame
	Issues []issueCount
}

type issueCount struct {
	Name               string
	Statements, Events int
}

// issues lists the contexts that are spoken of.
func (p *pages) issues(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	counts := map[string]*issueCount{}
	for _, k := range []store.Kind{store.Statements, store.Events} {
		facets, err := p.store.Facets(ctx, k, store.Filter{}, "context")
		if err != nil {
			return err
		}
		for _, fc := range facets {
			for _, c := range fc.Values {
				x := counts[c.Value]
				if x == nil {
					x = &issueCount{Name: c.Value}
					counts[c.Value] = x
				}
				if k == store.Statements {
					x.Statements = c.N
				} else {
					x.Events = c.N
				}
			}
		}
	}
	v := issuesPage{frame: frame{Title: "Issues", Section: "issues"}}
	for _, x := range counts {
		v.Issues = append(v.Issues, *x)
	}
	slices.SortFunc(v.Issues, func(a, b issueCount) int {
		return cmp.Or(b.Statements+b.Events-a.Statements-a.Events, cmp.Compare(a.Name, b.Name))
	})
	p.show(w, r, http.StatusOK, "issues", &v)
	return nil
}

type issuePage struct {
	frame
	Name                             string
	StatementTotal, EventTotal       int
	StatementsAtLeast, EventsAtLeast bool
	Timeline                         figure
	Sides                            []side
	Events                           []store.Event
}

// A side is what those of one country say on an issue.
type side struct {
	Label, Link string
	N           int
	Statements  []store.Statement
}

// sidesShown is how many sides stand beside each other.
const sidesShown = 4

// issue shows the positions of each side on one context.
func (p *pages) issue(w http.ResponseWriter, r *http.Request) error {
	ctx, name := r.Context(), r.PathValue("context")
	if !slices.Contains(event.Contexts(), name) {
		return store.ErrNotFound
	}
	v := issuePage{Name: name, frame: frame{Title: sentence(plain(name)), Section: "issues", Self: issueAddress(name), Cite: "Positions on " + plain(name)}}
	f := store.Filter{Context: []string{name}}
	statements, err := p.store.Statements(ctx, f, store.Page{Size: 1})
	if err != nil {
		return err
	}
	events, err := p.store.Events(ctx, f, store.Page{Size: 6})
	if err != nil {
		return err
	}
	v.StatementTotal, v.StatementsAtLeast, v.EventTotal, v.EventsAtLeast, v.Events = statements.Total, statements.AtLeast, events.Total, events.AtLeast, events.Items
	if v.Timeline, err = p.timeline(ctx, store.Statements, f); err != nil {
		return err
	}
	countries, err := p.store.Facets(ctx, store.Statements, f, "country")
	if err != nil {
		return err
	}
	for _, fc := range countries {
		for _, c := range fc.Values[:min(sidesShown, len(fc.Values))] {
			of := f
			of.Country = []string{c.Value}
			list, err := p.store.Statements(ctx, of, store.Page{Size: 4})
			if err != nil {
				return err
			}
			v.Sides = append(v.Sides, side{Label: p.countryName(c.Value), Link: listAddress(store.Statements, of), N: c.N, Statements: list.Items})
		}
	}
	p.show(w, r, http.StatusOK, "issue", &v)
	return nil
}
