package api

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"readout/internal/atom"
	"readout/store"
)

// A list is rows of one kind, which can be had in four forms.
type list[T any] struct {
	path   string // below Root
	id     string // of operations, behind "list"
	tag    string
	what   string // the rows in words: "events"
	kind   store.Kind
	plain  bool // neither filter nor pages: few rows, all at once
	params []param
	load   func(context.Context, *http.Request, store.Filter, store.Page) (store.List[T], error)
	// columns and cells are the table; address, where there is one, is the
	// permanent path of a row.
	columns []string
	cells   func(*T) []string
	address func(*T) string
	entry   func(*T) atom.Entry
	row     schema
}

// forms are the endings of lists with their media types.
var forms = []struct{ ending, media, words string }{
	{"", "application/json", "one page"},
	{".csv", "text/csv", "all rows, unless a size is given, as a table whose first line names the columns"},
	{".jsonl", "application/jsonl", "all rows, unless a size is given, one JSON object a line"},
	{".atom", "application/atom+xml", "a feed"},
}

// listed makes the operations of a list.
func listed[T any](a *API, l list[T]) []operation {
	params := l.params
	if !l.plain {
		params = append(append(append([]param{}, filterParams()...), pageParams(l.kind)...), l.params...)
	}
	var out []operation
	for _, f := range forms {
		op := operation{
			method: http.MethodGet, path: l.path + f.ending, id: "list" + l.id, tag: l.tag, summary: fmt.Sprintf("List %s: %s", l.what, f.words),
			params: params, steady: !l.plain, answers: []answer{{status: http.StatusOK, doc: strings.ToUpper(f.words[:1]) + f.words[1:], media: f.media, schema: schema{"type": "string"}}},
		}
		switch f.ending {
		case "":
			op.answers[0].schema = pageSchema(l.row, l.plain)
			op.serve = func(w http.ResponseWriter, r *http.Request) error { return l.json(a, w, r) }
		case ".csv":
			op.id, op.slow = op.id+"CSV", true
			op.serve = func(w http.ResponseWriter, r *http.Request) error { return l.stream(a, w, r, f.media, l.csv(a)) }
		case ".jsonl":
			op.id, op.slow = op.id+"Lines", true
			op.serve = func(w http.ResponseWriter, r *http.Request) error { return l.stream(a, w, r, f.media, l.lines(a)) }
		case ".atom":
			op.id += "Atom"
			op.serve = func(w http.ResponseWriter, r *http.Request) error { return l.atom(a, w, r) }
		}
		out = append(out, op)
	}
	return out
}

// asked reads filter and page from a request, and loads the page.
func (l *list[T]) asked(r *http.Request) (f store.Filter, p store.Page, rows store.List[T], err error) {
	if !l.plain {
		q := values(r)
		if f, err = store.ParseFilter(q); err != nil {
			return f, p, rows, invalid(err)
		}
		if p, err = store.ParsePage(q); err != nil {
			return f, p, rows, invalid(err)
		}
	}
	rows, err = l.load(r.Context(), r, f, p)
	return f, p, rows, err
}

// A page is what JSON has of a page of a list behind its items.
type page struct {
	Total   int    `json:"total"`
	AtLeast bool   `json:"at_least,omitempty"`
	Next    string `json:"next,omitempty"`
	Said    string `json:"said,omitempty"`
}

func (l *list[T]) json(a *API, w http.ResponseWriter, r *http.Request) error {
	f, _, rows, err := l.asked(r)
	if err != nil {
		return err
	}
	out := page{Total: rows.Total, AtLeast: rows.AtLeast, Next: rows.Next}
	if !l.plain {
		if out.Said, err = a.opts.Store.Say(r.Context(), l.kind, f); err != nil {
			return err
		}
	}
	rest, err := json.Marshal(out)
	if err != nil {
		return err
	}
	// The rows are JSON already: put together here they are not gone through again.
	var b bytes.Buffer
	b.WriteString(`{"items":[`)
	for i := range rows.Items {
		item, err := l.object(a, r, &rows.Items[i])
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(item)
	}
	b.WriteString("],")
	b.Write(rest[1:])
	a.link(w, r, rows.Next)
	return writeObject(w)(b.Bytes(), nil)
}

// link names the pages beside this one in the head of the answer.
func (a *API) link(w http.ResponseWriter, r *http.Request, next string) {
	h := w.Header()
	if r.URL.Query().Has("token") {
		h.Add("Link", fmt.Sprintf("<%s>; rel=\"first\"", a.turned(r, "")))
	}
	if next != "" {
		h.Add("Link", fmt.Sprintf("<%s>; rel=\"next\"", a.turned(r, next)))
	}
}

// turned is the address of a request with another page token.
func (a *API) turned(r *http.Request, token string) string {
	q := r.URL.Query()
	q.Del("token")
	if token != "" {
		q.Set("token", token)
	}
	return a.base(r) + addressed(r.URL.EscapedPath(), q)
}

// addressed is a path with a query, if there is one.
func addressed(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// object is a row as JSON, with its permanent address.
func (l *list[T]) object(a *API, r *http.Request, row *T) (json.RawMessage, error) {
	var out []byte
	var err error
	if m, ok := any(row).(json.Marshaler); ok {
		out, err = m.MarshalJSON()
	} else {
		out, err = json.Marshal(row)
	}
	if err != nil || l.address == nil {
		return out, err
	}
	address, err := json.Marshal(a.base(r) + l.address(row))
	if err != nil {
		return nil, err
	}
	out = append(append(out[:len(out)-1], `,"address":`...), address...)
	return append(out, '}'), nil
}

// A writer writes rows of an answer that streams.
type writer[T any] func(w *bytes.Buffer, r *http.Request, rows []T, first bool) error

// stream writes page after page, so that a list of any length takes the memory
// of one page; with a size it writes that page only.
func (l *list[T]) stream(a *API, w http.ResponseWriter, r *http.Request, media string, write writer[T]) error {
	f, p, rows, err := l.asked(withSize(r))
	if err != nil {
		return err
	}
	one := l.plain || r.URL.Query().Has("size")
	h := w.Header()
	h.Set("Content-Type", media+"; charset=utf-8")
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", l.file(media)))
	if one {
		a.link(w, r, rows.Next)
	}
	control := http.NewResponseController(w)
	var b bytes.Buffer
	for first := true; ; first = false {
		b.Reset()
		if err := write(&b, r, rows.Items, first); err != nil {
			return &begunError{err}
		}
		_ = control.SetWriteDeadline(time.Now().Add(answerTime)) // a test's writer has none
		if _, err := w.Write(b.Bytes()); err != nil {
			return &begunError{err}
		}
		if one || rows.Next == "" || len(rows.Items) == 0 {
			return nil
		}
		p.Token = rows.Next
		if rows, err = l.load(r.Context(), r, f, p); err != nil {
			return &begunError{err}
		}
	}
}

func (l *list[T]) file(media string) string {
	ending := ".csv"
	if media == "application/jsonl" {
		ending = ".jsonl"
	}
	return "readout-" + strings.ReplaceAll(strings.Trim(l.path, "/"), "/", "-") + ending
}

// withSize asks for the largest pages where no size is asked for.
func withSize(r *http.Request) *http.Request {
	q := values(r)
	if q.Has("size") {
		return r
	}
	q.Set("size", strconv.Itoa(store.MaxPage))
	c := *r
	u := *r.URL
	u.RawQuery = q.Encode()
	c.URL = &u
	return &c
}

func (l *list[T]) csv(a *API) writer[T] {
	return func(b *bytes.Buffer, r *http.Request, rows []T, first bool) error {
		w := csv.NewWriter(b)
		if first {
			head := l.columns
			if l.address != nil {
				head = append(head[:len(head):len(head)], "address")
			}
			if err := w.Write(head); err != nil {
				return err
			}
		}
		for i := range rows {
			cells := l.cells(&rows[i])
			if l.address != nil {
				cells = append(cells, a.base(r)+l.address(&rows[i]))
			}
			if err := w.Write(cells); err != nil {
				return err
			}
		}
		w.Flush()
		return w.Error()
	}
}

func (l *list[T]) lines(a *API) writer[T] {
	return func(b *bytes.Buffer, r *http.Request, rows []T, _ bool) error {
		for i := range rows {
			line, err := l.object(a, r, &rows[i])
			if err != nil {
				return err
			}
			b.Write(line)
			b.WriteByte('\n')
		}
		return nil
	}
}

func (l *list[T]) atom(a *API, w http.ResponseWriter, r *http.Request) error {
	f, _, rows, err := l.asked(r)
	if err != nil {
		return err
	}
	title := "Readout: " + l.what
	if !l.plain {
		said, err := a.opts.Store.Say(r.Context(), l.kind, f)
		if err != nil {
			return err
		}
		title = "Readout: " + said
	}
	feed := atom.Feed{
		ID: atom.ID("list", addressed(l.path, f.Query())), Title: title, Self: a.base(r) + r.URL.RequestURI(), Version: a.opts.Version,
		Page: a.base(r) + addressed(l.path, f.Query()),
	}
	if rows.Next != "" {
		feed.Next = a.turned(r, rows.Next)
	}
	return a.writeFeed(w, r, feed, l.entries(a, r, rows.Items))
}

func (l *list[T]) entries(a *API, r *http.Request, rows []T) []atom.Entry {
	out := make([]atom.Entry, len(rows))
	for i := range rows {
		out[i] = l.entry(&rows[i])
		if out[i].Page == "" && l.address != nil {
			out[i].Page = l.address(&rows[i])
		}
		if strings.HasPrefix(out[i].Page, "/") {
			out[i].Page = a.base(r) + out[i].Page
		}
	}
	return out
}

// writeFeed answers with a feed, as new as its newest entry.
func (a *API) writeFeed(w http.ResponseWriter, _ *http.Request, feed atom.Feed, entries []atom.Entry) error {
	for _, e := range entries {
		if e.Updated.After(feed.Updated) {
			feed.Updated = e.Updated
		}
	}
	var b bytes.Buffer
	if err := atom.Write(&b, feed, entries); err != nil {
		return err
	}
	w.Header().Set("Content-Type", atom.ContentType)
	_, err := w.Write(b.Bytes())
	return wrapBegun(err)
}
