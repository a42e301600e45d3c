package api

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"

	"readout/internal/atom"
	"readout/internal/desk"
	"readout/internal/web/problem"
	"readout/store"
)

// A sourceBody is a source as programs see it.
type sourceBody struct {
	ID        int64     `json:"id"`
	URL       string    `json:"url"`
	Title     string    `json:"title,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Every     int64     `json:"every"` // seconds
	Follow    bool      `json:"follow"`
	Paused    bool      `json:"paused"`
	Fetched   time.Time `json:"fetched,omitzero"`
	Worked    time.Time `json:"worked,omitzero"`
	Error     string    `json:"error,omitempty"`
	Failures  int       `json:"failures"`
	Articles  int       `json:"articles"`
	Due       time.Time `json:"due,omitzero"`
}

func showSource(x *store.Source) sourceBody {
	b := sourceBody{ID: x.ID, URL: x.URL, Title: x.Title, Publisher: x.Publisher, Every: int64(x.Every / time.Second), Follow: x.Follow, Paused: x.Paused,
		Fetched: x.Fetched, Worked: x.Worked, Error: x.Error, Failures: x.Failures, Articles: x.Articles}
	if !x.Fetched.IsZero() && !x.Paused {
		b.Due = desk.Due(x).UTC()
	}
	return b
}

// A newSource is what can be said of a source.
type newSource struct {
	URL       string `json:"url"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Every     *int64 `json:"every,omitempty"`
	Follow    *bool  `json:"follow,omitempty"`
	Paused    bool   `json:"paused,omitempty"`
}

// into puts what is said into a source.
func (n *newSource) into(x *store.Source) error {
	every := desk.DefaultEvery
	if n.Every != nil {
		every = time.Duration(*n.Every) * time.Second
		if *n.Every > int64(desk.MaxEvery/time.Second) || every < desk.MinEvery {
			return problem.New(http.StatusBadRequest, "every %d: want %d to %d seconds", *n.Every, desk.MinEvery/time.Second, desk.MaxEvery/time.Second)
		}
	}
	if x.URL != n.URL {
		x.ETag, x.Modified = "", ""
	}
	x.URL, x.Title, x.Publisher, x.Every, x.Follow, x.Paused = n.URL, n.Title, n.Publisher, every, n.Follow == nil || *n.Follow, n.Paused
	return nil
}

// idParam is the number of a thing in a path.
func idParam(what string) param {
	return param{name: "id", in: "path", doc: "Number of the " + what, schema: schema{"type": "integer"}}
}

func number(r *http.Request, name string) (int64, error) {
	n, err := strconv.ParseInt(r.PathValue(name), 10, 64)
	if err != nil || n < 1 {
		return 0, problem.New(http.StatusNotFound, "%s %q: want a number", name, r.PathValue(name))
	}
	return n, nil
}

func (a *API) source(r *http.Request) (*store.Source, error) {
	id, err := number(r, "id")
	if err != nil {
		return nil, err
	}
	all, err := a.opts.Store.Sources(r.Context())
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(x store.Source) bool { return x.ID == id })
	if i < 0 {
		return nil, fmt.Errorf("source %d: %w", id, store.ErrNotFound)
	}
	return &all[i], nil
}

// sources are the operations on the sources that articles come from.
func (a *API) sources() []operation {
	in := &body{doc: "The address of a feed, or of a page; every: seconds between two fetches (900 when nothing is said); follow: whether the page of each item is fetched (yes when nothing is said)",
		media: []string{"application/json"}, schema: ref("NewSource")}
	out := []operation{
		{
			method: http.MethodPost, path: "/sources", id: "addSource", tag: "sources", summary: "Add a source", body: in,
			answers: []answer{{status: http.StatusCreated, doc: "The source; Location is its address", media: "application/json", schema: ref("Source")}},
			serve: func(w http.ResponseWriter, r *http.Request) error {
				var n newSource
				if err := readJSON(w, r, &n); err != nil {
					return err
				}
				x := new(store.Source)
				if err := n.into(x); err != nil {
					return err
				}
				if err := a.opts.Store.PutSource(r.Context(), x); err != nil {
					return err
				}
				w.Header().Set("Location", fmt.Sprintf("%s%s/sources/%d", a.base(r), Root, x.ID))
				return writeJSON(w, http.StatusCreated, showSource(x))
			},
		},
		{
			method: http.MethodGet, path: "/sources/{id}", id: "getSource", tag: "sources", summary: "A source", params: []param{idParam("source")}, answers: found("The source", ref("Source")),
			serve: func(w http.ResponseWriter, r *http.Request) error {
				x, err := a.source(r)
				if err != nil {
					return err
				}
				return writeJSON(w, http.StatusOK, showSource(x))
			},
		},
		{
			method: http.MethodPut, path: "/sources/{id}", id: "changeSource", tag: "sources", summary: "Change what can be said of a source", params: []param{idParam("source")}, body: in,
			answers: found("The source", ref("Source")),
			serve: func(w http.ResponseWriter, r *http.Request) error {
				var n newSource
				if err := readJSON(w, r, &n); err != nil {
					return err
				}
				x, err := a.source(r)
				if err != nil {
					return err
				}
				if err := n.into(x); err != nil {
					return err
				}
				if err := a.opts.Store.PutSource(r.Context(), x); err != nil {
					return err
				}
				return writeJSON(w, http.StatusOK, showSource(x))
			},
		},
		{
			method: http.MethodDelete, path: "/sources/{id}", id: "deleteSource", tag: "sources", summary: "Take a source away; its articles stay", params: []param{idParam("source")},
			answers: []answer{{status: http.StatusNoContent, doc: "It is gone"}},
			serve: func(w http.ResponseWriter, r *http.Request) error {
				id, err := number(r, "id")
				if err != nil {
					return err
				}
				if err := a.opts.Store.DeleteSource(r.Context(), id); err != nil {
					return err
				}
				w.WriteHeader(http.StatusNoContent)
				return nil
			},
		},
		{
			method: http.MethodPost, path: "/sources/{id}/fetch", id: "fetchSource", tag: "sources", summary: "Fetch a source soon, though it is not due", params: []param{idParam("source")},
			answers: []answer{{status: http.StatusAccepted, doc: "It will be fetched within seconds"}},
			serve: func(w http.ResponseWriter, r *http.Request) error {
				x, err := a.source(r)
				if err != nil {
					return err
				}
				a.opts.Desk.Hurry(x.ID)
				w.WriteHeader(http.StatusAccepted)
				return nil
			},
		},
	}
	return append(out, listed(a, a.sourceList())...)
}

func (a *API) sourceList() list[sourceBody] {
	return list[sourceBody]{
		path: "/sources", id: "Sources", tag: "sources", what: "sources", plain: true,
		load: func(ctx context.Context, _ *http.Request, _ store.Filter, _ store.Page) (store.List[sourceBody], error) {
			all, err := a.opts.Store.Sources(ctx)
			out := make([]sourceBody, len(all))
			for i := range all {
				out[i] = showSource(&all[i])
			}
			return store.List[sourceBody]{Items: out, Total: len(out)}, err
		},
		columns: []string{"id", "url", "title", "publisher", "every", "follow", "paused", "fetched", "worked", "error", "failures", "articles"},
		cells: func(x *sourceBody) []string {
			return []string{strconv.FormatInt(x.ID, 10), x.URL, x.Title, x.Publisher, strconv.FormatInt(x.Every, 10), strconv.FormatBool(x.Follow), strconv.FormatBool(x.Paused),
				moment(x.Fetched), moment(x.Worked), x.Error, strconv.Itoa(x.Failures), strconv.Itoa(x.Articles)}
		},
		entry: func(x *sourceBody) atom.Entry {
			title := x.Title
			if title == "" {
				title = x.URL
			}
			return atom.Entry{ID: atom.ID("source", x.URL), Title: title, Page: "/sources", Related: x.URL, Updated: x.Fetched, Summary: x.Error}
		},
		row: ref("Source"),
	}
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
