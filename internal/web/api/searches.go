package api

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"readout/internal/alert"
	"readout/internal/atom"
	"readout/internal/web/access"
	"readout/internal/web/problem"
	"readout/store"
)

// A searchBody is a saved search as programs see it.
type searchBody struct {
	ID      int64         `json:"id"`
	Name    string        `json:"name"`
	Kind    store.Kind    `json:"kind"`
	Query   string        `json:"query"`
	Said    string        `json:"said"`
	Owner   string        `json:"owner,omitempty"`
	Created time.Time     `json:"created"`
	Rows    string        `json:"rows"`
	Feed    string        `json:"feed"`
	Deliver []channelBody `json:"deliver"`
}

// A channelBody is a way in which a search tells what it finds. The secret of a
// webhook is shown once, when the channel is made.
type channelBody struct {
	ID       int64     `json:"id"`
	Form     string    `json:"form"`
	To       string    `json:"to,omitempty"`
	Every    string    `json:"every,omitempty"`
	Secret   string    `json:"secret,omitempty"`
	Sent     time.Time `json:"sent,omitzero"`
	Failures int       `json:"failures"`
	Error    string    `json:"error,omitempty"`
	Next     time.Time `json:"next,omitzero"`
	Disabled bool      `json:"disabled"`
}

func showChannel(c *store.Channel) channelBody {
	return channelBody{ID: c.ID, Form: c.Form, To: c.To, Every: c.Every, Sent: c.Sent, Failures: c.Failures, Error: c.Error, Next: c.Next, Disabled: c.Disabled}
}

func (a *API) showSearch(r *http.Request, x *store.Search) (searchBody, error) {
	said, err := a.opts.Store.Say(r.Context(), x.Kind, x.Filter)
	q := x.Filter.Query()
	b := searchBody{ID: x.ID, Name: x.Name, Kind: x.Kind, Query: q.Encode(), Said: said, Owner: x.Owner, Created: x.Created,
		Rows: a.base(r) + addressed(Root+"/"+string(x.Kind), q), Feed: fmt.Sprintf("%s%s/searches/%d/feed.atom", a.base(r), Root, x.ID), Deliver: []channelBody{}}
	for i := range x.Deliver {
		b.Deliver = append(b.Deliver, showChannel(&x.Deliver[i]))
	}
	return b, err
}

// A newSearch is what can be said of a saved search.
type newSearch struct {
	Name  string     `json:"name"`
	Kind  store.Kind `json:"kind,omitempty"`
	Query string     `json:"query"`
}

func (n *newSearch) into(x *store.Search) error {
	q, err := url.ParseQuery(strings.TrimPrefix(n.Query, "?"))
	if err != nil {
		return problem.New(http.StatusBadRequest, "query %q: %v", n.Query, err)
	}
	for name := range q {
		if !slices.Contains(store.FilterNames(), name) {
			return problem.New(http.StatusBadRequest, "query: a filter has no part %q", name)
		}
	}
	f, err := store.ParseFilter(q)
	if err != nil {
		return invalid(err)
	}
	x.Name, x.Kind, x.Filter = n.Name, n.Kind, f
	return nil
}

func (a *API) search(r *http.Request) (*store.Search, error) {
	id, err := number(r, "id")
	if err != nil {
		return nil, err
	}
	return a.opts.Store.Search(r.Context(), id)
}

// searches are the operations on saved searches and what they tell.
func (a *API) searches() []operation {
	in := &body{doc: "The query is that of an address of a list, such as type=ACCUSE&actor=RUS; kind is events when nothing is said", media: []string{"application/json"}, schema: ref("NewSearch")}
	out := []operation{
		{
			method: http.MethodPost, path: "/searches", id: "addSearch", tag: "searches", summary: "Save a search", body: in,
			answers: []answer{{status: http.StatusCreated, doc: "The search; Location is its address", media: "application/json", schema: ref("Search")}},
			serve: func(w http.ResponseWriter, r *http.Request) error {
				return a.putSearch(w, r, &store.Search{Owner: access.From(r.Context()).Name, Created: a.opts.Now(), Deliver: []store.Channel{}}, http.StatusCreated)
			},
		},
		{
			method: http.MethodGet, path: "/searches/{id}", id: "getSearch", tag: "searches", summary: "A saved search", params: []param{idParam("search")}, answers: found("The search", ref("Search")),
			serve: func(w http.ResponseWriter, r *http.Request) error {
				x, err := a.search(r)
				if err != nil {
					return err
				}
				b, err := a.showSearch(r, x)
				if err != nil {
					return err
				}
				return writeJSON(w, http.StatusOK, b)
			},
		},
		{
			method: http.MethodPut, path: "/searches/{id}", id: "changeSearch", tag: "searches", summary: "Change a saved search; its channels stay", params: []param{idParam("search")}, body: in,
			answers: found("The search", ref("Search")),
			serve: func(w http.ResponseWriter, r *http.Request) error {
				x, err := a.search(r)
				if err != nil {
					return err
				}
				return a.putSearch(w, r, x, http.StatusOK)
			},
		},
		{
			method: http.MethodDelete, path: "/searches/{id}", id: "deleteSearch", tag: "searches", summary: "Take a saved search away, with its channels", params: []param{idParam("search")},
			answers: []answer{{status: http.StatusNoContent, doc: "It is gone"}},
			serve: func(w http.ResponseWriter, r *http.Request) error {
				id, err := number(r, "id")
				if err != nil {
					return err
				}
				if err := a.opts.Store.DeleteSearch(r.Context(), id); err != nil {
					return err
				}
				w.WriteHeader(http.StatusNoContent)
				return nil
			},
		},
		{
			method: http.MethodGet, path: "/searches/{id}/feed.atom", id: "getSearchFeed", tag: "searches", summary: "What a saved search finds, as a feed to subscribe to", params: []param{idParam("search")},
			answers: []answer{{status: http.StatusOK, doc: "The newest rows", media: "application/atom+xml", schema: schema{"type": "string"}}},
			serve:   a.searchFeed,
		},
	}
	out = append(out, a.channels()...)
	return append(out, listed(a, a.searchList())...)
}

func (a *API) putSearch(w http.ResponseWriter, r *http.Request, x *store.Search, status int) error {
	var n newSearch
	if err := readJSON(w, r, &n); err != nil {
		return err
	}
	if err := n.into(x); err != nil {
		return err
	}
	if err := a.opts.Store.PutSearch(r.Context(), x); err != nil {
		return err
	}
	b, err := a.showSearch(r, x)
	if err != nil {
		return err
	}
	if status == http.StatusCreated {
		w.Header().Set("Location", fmt.Sprintf("%s%s/searches/%d", a.base(r), Root, x.ID))
	}
	return writeJSON(w, status, b)
}

// searchFeed is the feed of a saved search. Its id is that of the search, so
// that a subscription outlives a change of its filter.
func (a *API) searchFeed(w http.ResponseWriter, r *http.Request) error {
	x, err := a.search(r)
	if err != nil {
		return err
	}
	said, err := a.opts.Store.Say(r.Context(), x.Kind, x.Filter)
	if err != nil {
		return err
	}
	feed := atom.Feed{
		ID: atom.ID("search", fmt.Sprintf("%d %s", x.ID, x.Created.Format(time.RFC3339))), Title: x.Name, Subtitle: said, Self: a.base(r) + r.URL.RequestURI(),
		Page: a.base(r) + addressed("/"+string(x.Kind), x.Filter.Query()), Version: a.opts.Version, Updated: x.Created,
	}
	entries, err := a.entriesOf(r, x)
	if err != nil {
		return err
	}
	return a.writeFeed(w, r, feed, entries)
}

// entriesOf are the newest rows that a saved search finds.
func (a *API) entriesOf(r *http.Request, x *store.Search) ([]atom.Entry, error) {
	switch x.Kind {
	case store.Statements:
		return newest(a, a.statementList(), r, x.Filter)
	case store.Articles:
		return newest(a, a.articleList(), r, x.Filter)
	}
	return newest(a, a.eventList(), r, x.Filter)
}

func newest[T any](a *API, l list[T], r *http.Request, f store.Filter) ([]atom.Entry, error) {
	rows, err := l.load(r.Context(), r, f, store.Page{})
	return l.entries(a, r, rows.Items), err
}

// A newChannel is what can be said of a channel.
type newChannel struct {
	Form     string `json:"form,omitempty"`
	To       string `json:"to"`
	Every    string `json:"every,omitempty"`
	Secret   string `json:"secret,omitempty"`
	Disabled bool   `json:"disabled,omitempty"`
}

// channels are the operations on the channels of saved searches.
func (a *API) channels() []operation {
	channelParam := param{name: "channel", in: "path", doc: "Number of the channel", schema: schema{"type": "integer"}}
	params := []param{idParam("search"), channelParam}
	in := &body{doc: "form: webhook or email; to: an http or https address, or one of mail; every: hour, day or week, and at once when nothing is said; " +
		"secret: signs what goes to a webhook, and is made when nothing is said", media: []string{"application/json"}, schema: ref("NewChannel")}
	return []operation{
		{
			method: http.MethodPost, path: "/searches/{id}/channels", id: "addChannel", tag: "searches", summary: "Have a search tell what it finds from now on", params: []param{idParam("search")}, body: in,
			answers: []answer{{status: http.StatusCreated, doc: "The channel, with its secret, which is not shown again", media: "application/json", schema: ref("Channel")}},
			serve: func(w http.ResponseWriter, r *http.Request) error {
				var n newChannel
				if err := readJSON(w, r, &n); err != nil {
					return err
				}
				x, err := a.search(r)
				if err != nil {
					return err
				}
				c := &store.Channel{Form: n.Form, To: n.To, Every: n.Every, Secret: n.Secret, Disabled: n.Disabled}
				if err := alert.Add(r.Context(), a.opts.Store, x, c); err != nil {
					return err
				}
				b := showChannel(c)
				b.Secret = c.Secret
				return writeJSON(w, http.StatusCreated, b)
			},
		},
		{
			method: http.MethodPut, path: "/searches/{id}/channels/{channel}", id: "changeChannel", tag: "searches", params: params, body: in,
			summary: "Change a channel, switch it off, or set one going again that was given up", answers: found("The channel", ref("Channel")),
			serve: func(w http.ResponseWriter, r *http.Request) error {
				var n newChannel
				if err := readJSON(w, r, &n); err != nil {
					return err
				}
				x, c, err := a.channel(r)
				if err != nil {
					return err
				}
				if n.Form != "" && n.Form != c.Form {
					return problem.New(http.StatusBadRequest, "the form of a channel stays what it is: %s", c.Form)
				}
				c.To, c.Every, c.Disabled, c.Failures, c.Error, c.Next = n.To, n.Every, n.Disabled, 0, "", time.Time{}
				if n.Secret != "" {
					c.Secret = n.Secret
				}
				if err := alert.Check(c); err != nil {
					return err
				}
				if err := a.opts.Store.PutChannel(r.Context(), x.ID, c); err != nil {
					return err
				}
				return writeJSON(w, http.StatusOK, showChannel(c))
			},
		},
		{
			method: http.MethodDelete, path: "/searches/{id}/channels/{channel}", id: "deleteChannel", tag: "searches", params: params, summary: "Take a channel away",
			answers: []answer{{status: http.StatusNoContent, doc: "It is gone"}},
			serve: func(w http.ResponseWriter, r *http.Request) error {
				_, c, err := a.channel(r)
				if err != nil {
					return err
				}
				if err := a.opts.Store.DeleteChannel(r.Context(), c.ID); err != nil {
					return err
				}
				w.WriteHeader(http.StatusNoContent)
				return nil
			},
		},
	}
}

func (a *API) channel(r *http.Request) (*store.Search, *store.Channel, error) {
	x, err := a.search(r)
	if err != nil {
		return nil, nil, err
	}
	id, err := number(r, "channel")
	if err != nil {
		return nil, nil, err
	}
	i := slices.IndexFunc(x.Deliver, func(c store.Channel) bool { return c.ID == id })
	if i < 0 {
		return nil, nil, fmt.Errorf("channel %d: %w", id, store.ErrNotFound)
	}
	return x, &x.Deliver[i], nil
}

func (a *API) searchList() list[searchBody] {
	return list[searchBody]{
		path: "/searches", id: "Searches", tag: "searches", what: "saved searches", plain: true,
		load: func(ctx context.Context, r *http.Request, _ store.Filter, _ store.Page) (store.List[searchBody], error) {
			all, err := a.opts.Store.Searches(ctx)
			if err != nil {
				return store.List[searchBody]{}, err
			}
			out := make([]searchBody, len(all))
			for i := range all {
				if out[i], err = a.showSearch(r, &all[i]); err != nil {
					return store.List[searchBody]{}, err
				}
			}
			return store.List[searchBody]{Items: out, Total: len(out)}, nil
		},
		columns: []string{"id", "name", "kind", "query", "said", "owner", "created", "rows", "feed", "channels"},
		cells: func(x *searchBody) []string {
			return []string{strconv.FormatInt(x.ID, 10), x.Name, string(x.Kind), x.Query, x.Said, x.Owner, moment(x.Created), x.Rows, x.Feed, strconv.Itoa(len(x.Deliver))}
		},
		entry: func(x *searchBody) atom.Entry {
			return atom.Entry{ID: atom.ID("search", fmt.Sprintf("%d %s", x.ID, x.Created.Format(time.RFC3339))), Title: x.Name, Summary: x.Said, Updated: x.Created, Published: x.Created,
				Author: x.Owner, Page: addressed("/"+string(x.Kind), mustQuery(x.Query))}
		},
		row: ref("Search"),
	}
}

// mustQuery reads a query that was written by Filter.Query.
func mustQuery(s string) url.Values {
	q, _ := url.ParseQuery(s)
	return q
}
