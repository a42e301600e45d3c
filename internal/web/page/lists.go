package page

import (
	"context"
	"net/http"
	"sync"

	"readout/internal/tell"
	"readout/store"
)

// together asks the store several things at once and waits for all. Of several
// faults the first task's is returned. What panics does so here, where the server
// expects it.
func together(tasks ...func() error) error {
	faults, panics := make([]error, len(tasks)), make([]any, len(tasks))
	var asking sync.WaitGroup
	for i, task := range tasks {
		asking.Go(func() {
			defer func() { panics[i] = recover() }()
			faults[i] = task()
		})
	}
	asking.Wait()
	for i, err := range faults {
		switch {
		case panics[i] != nil:
			panic(panics[i])
		case err != nil:
			return err
		}
	}
	return nil
}

// A rowsPage is a list of rows with their timeline and counts.
type rowsPage[T any] struct {
	listPage
	List store.List[T]
	Map  figure // of events
}

func (p *pages) events(w http.ResponseWriter, r *http.Request) error {
	return showRows(p, w, r, store.Events, p.store.Events, "type", "party", "country", "context", "aux", "publisher")
}

func (p *pages) statements(w http.ResponseWriter, r *http.Request) error {
	return showRows(p, w, r, store.Statements, p.store.Statements, "speaker", "about", "context", "country", "speech", "publisher")
}

func (p *pages) articles(w http.ResponseWriter, r *http.Request) error {
	return showRows(p, w, r, store.Articles, p.store.Articles, "publisher", "entity", "country", "context")
}

// showRows shows the list of a kind, which rows gives, with counts by the facets
// named. Its template has the name of the kind.
func showRows[T any](p *pages, w http.ResponseWriter, r *http.Request, k store.Kind,
	rows func(context.Context, store.Filter, store.Page) (store.List[T], error), facets ...string) error {
	ctx := r.Context()
	f, pg, err := asked(r)
	if err != nil {
		return err
	}
	var v rowsPage[T]
	if v.listPage, err = p.newList(ctx, r, k, f, string(k)); err != nil {
		return err
	}
	var timeline, places figure
	tasks := []func() error{
		func() (err error) { v.List, err = rows(ctx, f, pg); return err },
		func() (err error) { timeline, err = p.timeline(ctx, k, f); return err },
	}
	if k == store.Events {
		tasks = append(tasks, func() (err error) { places, err = p.places(ctx, f); return err })
	}
	tasks = append(tasks, func() error { return p.count(ctx, &v.listPage, f, facets...) })
	if err := together(tasks...); err != nil {
		return err
	}
	v.more(r, v.List.Next)
	if len(v.List.Items) > 0 {
		v.Timeline, v.Map = timeline, places
	} else {
		v.Facets = nil
	}
	p.show(w, r, http.StatusOK, string(k), &v)
	return nil
}

type entitiesPage struct {
	listPage
	List store.List[store.Entity]
}

func (p *pages) entities(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	f, pg, err := asked(r)
	if err != nil {
		return err
	}
	var v entitiesPage
	if v.listPage, err = p.newList(ctx, r, store.Entities, f, "entities"); err != nil {
		return err
	}
	if f.Zero() {
		v.Heading = "People and bodies"
		v.Title, v.Cite = v.Heading, v.Heading
	}
	if v.List, err = p.store.Entities(ctx, f, pg); err != nil {
		return err
	}
	v.more(r, v.List.Next)
	if len(v.List.Items) > 0 {
		if err := p.count(ctx, &v.listPage, f, "country", "sector"); err != nil {
			return err
		}
	}
	p.show(w, r, http.StatusOK, "entities", &v)
	return nil
}

type searchPage struct {
	frame
	Who        []choice
	Articles   store.List[store.Article]
	Events     store.List[store.Event]
	Statements store.List[store.Statement]
}

// Any reports whether anything was found.
func (v *searchPage) Any() bool {
	return len(v.Who) > 0 || v.Articles.Total > 0 || v.Events.Total > 0 || v.Statements.Total > 0
}

// search looks for words in everything, a few of each kind.
func (p *pages) search(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	f, err := store.ParseFilter(r.URL.Query())
	if err != nil {
		return badRequest{err}
	}
	v := searchPage{frame: frame{Title: "Search", Words: f.Words}}
	if f.Words == "" {
		p.show(w, r, http.StatusOK, "search", &v)
		return nil
	}
	v.Title = f.Words + " – search"
	who, err := p.store.Entities(ctx, f, store.Page{Size: 8})
	if err != nil {
		return err
	}
	for _, e := range who.Items {
		v.Who = append(v.Who, choice{Label: e.Name, Link: tell.Entity(e.Key), N: e.Articles})
	}
	few := store.Page{Size: 5}
	if err := together(
		func() (err error) { v.Articles, err = p.store.Articles(ctx, f, few); return err },
		func() (err error) { v.Events, err = p.store.Events(ctx, f, few); return err },
		func() (err error) { v.Statements, err = p.store.Statements(ctx, f, few); return err },
	); err != nil {
		return err
	}
	p.show(w, r, http.StatusOK, "search", &v)
	return nil
}
