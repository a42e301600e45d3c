package page

import (
	"net/http"
	"sync"

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

type eventsPage struct {
	listPage
	List store.List[store.Event]
	Map  figure
}

func (p *pages) events(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	f, pg, err := asked(r)
	if err != nil {
		return err
	}
	var v eventsPage
	if v.listPage, err = p.newList(ctx, r, store.Events, f, "events"); err != nil {
		return err
	}
	var timeline, m figure
	if err := together(
		func() (err error) { v.List, err = p.store.Events(ctx, f, pg); return err },
		func() (err error) { timeline, err = p.timeline(ctx, store.Events, f); return err },
		func() (err error) { m, err = p.places(ctx, f); return err },
		func() error {
			return p.count(ctx, &v.listPage, f, "type", "party", "country", "context", "aux", "publisher")
		},
	); err != nil {
		return err
	}
	v.more(r, v.List.Next)
	if len(v.List.Items) > 0 {
		v.Timeline, v.Map = timeline, m
	} else {
		v.Facets = nil
	}
	p.show(w, r, http.StatusOK, "events", &v)
	return nil
}

type statementsPage struct {
	listPage
	List store.List[store.Statement]
}

func (p *pages) statements(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	f, pg, err := asked(r)
	if err != nil {
		return err
	}
	var v statementsPage
	if v.listPage, err = p.newList(ctx, r, store.Statements, f, "statements"); err != nil {
		return err
	}
	var timeline figure
	if err := together(
		func() (err error) { v.List, err = p.store.Statements(ctx, f, pg); return err },
		func() (err error) { timeline, err = p.timeline(ctx, store.Statements, f); return err },
		func() error {
			return p.count(ctx, &v.listPage, f, "speaker", "about", "context", "country", "speech", "publisher")
		},
	); err != nil {
		return err
	}
	v.more(r, v.List.Next)
	if len(v.List.Items) > 0 {
		v.Timeline = timeline
	} else {
		v.Facets = nil
	}
	p.show(w, r, http.StatusOK, "statements", &v)
	return nil
}

type articlesPage struct {
	listPage
	List store.List[store.Article]
}

func (p *pages) articles(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	f, pg, err := asked(r)
	if err != nil {
		return err
	}
	var v articlesPage
	if v.listPage, err = p.newList(ctx, r, store.Articles, f, "articles"); err != nil {
		return err
	}
	var timeline figure
	if err := together(
		func() (err error) { v.List, err = p.store.Articles(ctx, f, pg); return err },
		func() (err error) { timeline, err = p.timeline(ctx, store.Articles, f); return err },
		func() error { return p.count(ctx, &v.listPage, f, "publisher", "entity", "country", "context") },
	); err != nil {
		return err
	}
	v.more(r, v.List.Next)
	if len(v.List.Items) > 0 {
		v.Timeline = timeline
	} else {
		v.Facets = nil
	}
	p.show(w, r, http.StatusOK, "articles", &v)
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
		v.Who = append(v.Who, choice{Label: e.Name, Link: entityAddress(e.Key), N: e.Articles})
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
