package api

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"readout/internal/atom"
	"readout/internal/tell"
	"readout/record/table"
	"readout/store"
)

// lists are the operations that list what the store is asked for by filter.
func (a *API) lists() []operation {
	var out []operation
	out = append(out, listed(a, a.eventList())...)
	out = append(out, listed(a, a.statementList())...)
	out = append(out, listed(a, a.articleList())...)
	return append(out, listed(a, a.entityList())...)
}

// filtered makes the loader of a list of a method of the store.
func filtered[T any](load func(context.Context, store.Filter, store.Page) (store.List[T], error)) func(context.Context, *http.Request, store.Filter, store.Page) (store.List[T], error) {
	return func(ctx context.Context, _ *http.Request, f store.Filter, p store.Page) (store.List[T], error) {
		return load(ctx, f, p)
	}
}

func names[T table.Row]() []string {
	var out []string
	for _, c := range table.Columns[T]() {
		out = append(out, c.Name)
	}
	return out
}

func keys(parties []store.Party) string {
	out := make([]string, len(parties))
	for i, p := range parties {
		out[i] = p.Key
	}
	return strings.Join(out, table.Between)
}

func key(p *store.Party) string {
	if p == nil {
		return ""
	}
	return p.Key
}

func (a *API) eventList() list[store.Event] {
	return list[store.Event]{
		path: "/events", id: "Events", tag: "events", what: "events", kind: store.Events, load: filtered(a.opts.Store.Events),
		columns: append(names[table.Event](), "actor_keys", "recipient_keys", "according_to_key", "judged"),
		cells: func(e *store.Event) []string {
			judged := ""
			if e.Judgement != nil {
				judged = e.Judgement.Verdict
			}
			return append(table.Cells(&e.Event), keys(e.Actors), keys(e.Recipients), key(e.Source), judged)
		},
		address: func(e *store.Event) string { return tell.Event(e.ID) },
		entry:   func(e *store.Event) atom.Entry { return entryOf(tell.OfEvent(e)) }, row: ref("Event"),
	}
}

// entryOf makes an entry of a row in few words.
func entryOf(l tell.Line) atom.Entry {
	return atom.Entry{ID: atom.ID(l.Kind, l.ID), Title: l.Title, Page: l.Path, Related: l.URL, Updated: l.Published, Published: l.Published, Author: l.Publisher,
		Summary: l.Summary, Categories: l.Categories}
}

func (a *API) statementList() list[store.Statement] {
	return list[store.Statement]{
		path: "/statements", id: "Statements", tag: "statements", what: "statements", kind: store.Statements, load: filtered(a.opts.Store.Statements),
		columns: append(names[table.Statement](), "speaker_key", "co_speaker_keys", "addressee_keys", "about_keys", "reported_by_key"),
		cells: func(s *store.Statement) []string {
			return append(table.Cells(&s.Statement), key(s.Speaker), keys(s.CoSpeakers), keys(s.Addressees), keys(s.About), key(s.Reporter))
		},
		address: func(s *store.Statement) string { return tell.Statement(s.ID) },
		entry:   func(s *store.Statement) atom.Entry { return entryOf(tell.OfStatement(s)) }, row: ref("Statement"),
	}
}

func (a *API) articleList() list[store.Article] {
	return list[store.Article]{
		path: "/articles", id: "Articles", tag: "articles", what: "articles", kind: store.Articles, load: filtered(a.opts.Store.Articles),
		columns: []string{"article_id", "url", "title", "byline", "publisher", "published", "language", "duplicate_of", "lead", "events", "statements"},
		cells: func(x *store.Article) []string {
			return []string{x.ID, x.URL, x.Title, x.Byline, x.Publisher, x.Published, x.Language, x.DuplicateOf, x.Lead, strconv.Itoa(x.Events), strconv.Itoa(x.Statements)}
		},
		address: func(x *store.Article) string { return tell.Article(x.ID) },
		entry:   func(x *store.Article) atom.Entry { return entryOf(tell.OfArticle(x)) }, row: ref("Article"),
	}
}

func (a *API) entityList() list[store.Entity] {
	return list[store.Entity]{
		path: "/entities", id: "Entities", tag: "entities", what: "persons, bodies and countries", kind: store.Entities, load: filtered(a.opts.Store.Entities),
		columns: []string{"key", "name", "kind", "country", "sectors", "wikidata", "articles", "events", "statements"},
		cells: func(e *store.Entity) []string {
			return []string{e.Key, e.Name, e.Kind, e.Country, strings.Join(e.Sectors, "+"), e.Wikidata, strconv.Itoa(e.Articles), strconv.Itoa(e.Events), strconv.Itoa(e.Statements)}
		},
		address: func(e *store.Entity) string { return tell.Entity(e.Key) },
		entry: func(e *store.Entity) atom.Entry {
			return atom.Entry{ID: atom.ID("entity", e.Key), Title: e.Name, Categories: []string{e.Kind},
				Summary: fmt.Sprintf("Named in %d articles, party to %d events, speaker of %d statements.", e.Articles, e.Events, e.Statements)}
		}, row: ref("Entity"),
	}
}
