package page

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"readout/store"
)

type sourcesPage struct {
	frame
	Sources    []store.Source
	Publishers []choice
	Form       store.Source
	Fault      string
}

// every is how often a feed is fetched unless someone says otherwise.
const every = time.Hour

func (p *pages) sourcesView(ctx context.Context) (*sourcesPage, error) {
	v := &sourcesPage{frame: frame{Title: "Sources", Section: "sources", Self: "/sources", Data: true, Cite: "Sources"}}
	var err error
	if v.Sources, err = p.store.Sources(ctx); err != nil {
		return nil, err
	}
	facets, err := p.store.Facets(ctx, store.Articles, store.Filter{}, "publisher")
	if err != nil {
		return nil, err
	}
	for _, fc := range facets {
		v.Publishers = counted(fc, 40, func(name string) string { return "/articles?publisher=" + url.QueryEscape(name) })
	}
	return v, nil
}

// sources shows the feeds that articles come from.
func (p *pages) sources(w http.ResponseWriter, r *http.Request) error {
	v, err := p.sourcesView(r.Context())
	if err != nil {
		return err
	}
	p.show(w, r, http.StatusOK, "sources", v)
	return nil
}

func (p *pages) addSource(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return badRequest{err}
	}
	x := store.Source{URL: line(r, "url", 2000), Publisher: line(r, "publisher", 200), Follow: r.PostForm.Get("follow") == "true", Every: every}
	form := x
	if err := p.store.PutSource(r.Context(), &x); err != nil {
		v, listErr := p.sourcesView(r.Context())
		if listErr != nil {
			return listErr
		}
		v.Form, v.Fault = form, sentence(err.Error())+"."
		p.show(w, r, http.StatusUnprocessableEntity, "sources", v)
		return nil
	}
	http.Redirect(w, r, "/sources", http.StatusSeeOther)
	return nil
}

func (p *pages) deleteSource(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	if err := p.store.DeleteSource(r.Context(), id); err != nil {
		return err
	}
	http.Redirect(w, r, "/sources", http.StatusSeeOther)
	return nil
}

type searchesPage struct {
	frame
	Searches []savedSearch
}

type savedSearch struct {
	store.Search
	Link, Say, Feed string
}

// searches shows the saved searches.
func (p *pages) searches(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	v := searchesPage{frame: frame{Title: "Saved searches"}}
	all, err := p.store.Searches(ctx)
	if err != nil {
		return err
	}
	for _, s := range all {
		say, err := p.store.Say(ctx, s.Kind, s.Filter)
		if err != nil {
			return err
		}
		list := listAddress(s.Kind, s.Filter)
		v.Searches = append(v.Searches, savedSearch{s, list, sentence(say), fmt.Sprintf("/api/v1/searches/%d/feed.atom", s.ID)})
	}
	p.show(w, r, http.StatusOK, "searches", &v)
	return nil
}

func (p *pages) addSearch(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return badRequest{err}
	}
	q, err := url.ParseQuery(r.PostForm.Get("query"))
	if err != nil {
		return badRequest{err}
	}
	s := store.Search{Name: line(r, "name", 300), Kind: store.Kind(r.PostForm.Get("kind")), Created: p.now()}
	if s.Filter, err = store.ParseFilter(q); err != nil {
		return badRequest{err}
	}
	if err := p.store.PutSearch(r.Context(), &s); err != nil {
		return badRequest{err}
	}
	http.Redirect(w, r, "/searches", http.StatusSeeOther)
	return nil
}

func (p *pages) deleteSearch(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	if err := p.store.DeleteSearch(r.Context(), id); err != nil {
		return err
	}
	http.Redirect(w, r, "/searches", http.StatusSeeOther)
	return nil
}

// span says a length of time in its largest unit.
func span(d time.Duration) string {
	switch {
	case d < time.Hour:
		return count(int(d/time.Minute), "minute")
	case d < 48*time.Hour:
		return count(int(d/time.Hour), "hour")
	}
	return count(int(d/(24*time.Hour)), "day")
}

// ago says how long ago something was.
func ago(now, then time.Time) string {
	if d := now.Sub(then); d >= time.Minute {
		return span(d) + " ago"
	}
	return "just now"
}
