package page

import (
	"net/http"

	"readout/store"
)

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
	if v.List, err = p.store.Events(ctx, f, pg); err != nil {
		return err
	}
	v.more(r, v.List.Next)
	if len(v.List.Items) > 0 {
		if v.Timeline, err = p.timeline(ctx, store.Events, f); err != nil {
			return err
		}
		if v.Map, err = p.places(ctx, f); err != nil {
			return err
		}
		if err := p.count(ctx, &v.listPage, f, "type", "party", "country", "context", "aux", "publisher"); err != nil {
			return err
		}
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
	if v.List, err = p.store.Statements(ctx, f, pg); err != nil {
		return err
	}
	v.more(r, v.List.Next)
	if len(v.List.Items) > 0 {
		if v.Timeline, err = p.timeline(ctx, store.Statements, f); err != nil {
			return err
		}
		if err := p.count(ctx, &v.listPage, f, "speaker", "about", "context", "country", "speech", "publisher"); err != nil {
			return err
		}
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
	if v.List, err = p.store.Articles(ctx, f, pg); err != nil {
		return err
	}
	v.more(r, v.List.Next)
	if len(v.List.Items) > 0 {
		if v.Timeline, err = p.timeline(ctx, store.Articles, f); err != nil {
			return err
		}
		if err := p.count(ctx, &v.listPage, f, "publisher", "entity", "country", "context"); err != nil {
			return err
		}
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
	if v.Articles, err = p.store.Articles(ctx, f, few); err != nil {
		return err
	}
	if v.Events, err = p.store.Events(ctx, f, few); err != nil {
		return err
	}
	if v.Statements, err = p.store.Statements(ctx, f, few); err != nil {
		return err
	}
	p.show(w, r, http.StatusOK, "search", &v)
	return nil
}
