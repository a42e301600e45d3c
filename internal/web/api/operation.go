package api

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"readout/internal/web/problem"
)

// An operation is one thing that the API does: what is written of it in the
// description, and what does it. Nothing is served that has no operation.
type operation struct {
	method  string
	path    string // below Root, as http.ServeMux has it
	id      string // unique name
	tag     string
	summary string
	params  []param
	body    *body
	answers []answer
	// steady says that the answer depends on nothing but the request and the
	// revision of the store.
	steady bool
	// slow lifts the bound on the time that an answer takes.
	slow  bool
	serve func(http.ResponseWriter, *http.Request) error
}

// A param is a parameter in the path or the query.
type param struct {
	name   string
	in     string // path or query
	doc    string
	schema schema
	many   bool // may be repeated
}

// A body is what a request brings.
type body struct {
	doc    string
	media  []string
	schema schema // of the media type application/json
}

// An answer is one way in which an operation ends well.
type answer struct {
	status int
	doc    string
	media  string // empty for an answer without body
	schema schema
}

// answerTime bounds the time that an answer takes.
const answerTime = 20 * time.Second

// handler makes a handler of an operation: what the description says of
// parameters holds before the operation sees the request.
func (a *API) handler(op *operation) http.Handler {
	known := map[string]bool{}
	for _, p := range op.params {
		if p.in == "query" {
			known[p.name] = p.many
		}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !op.slow {
			ctx, cancel := context.WithTimeout(r.Context(), answerTime)
			defer cancel()
			r = r.WithContext(ctx)
		}
		err := checkQuery(r.URL.RawQuery, known)
		if err == nil && op.steady {
			var done bool
			if done, err = a.unchanged(w, r); done {
				return
			}
		}
		if err == nil {
			err = op.serve(w, r)
		}
		if err != nil {
			a.fail(w, r, err)
		}
	})
}

// checkQuery refuses what an operation does not know: a filter that is
// misspelt must not count as none.
func checkQuery(raw string, known map[string]bool) error {
	q, err := url.ParseQuery(raw)
	if err != nil {
		return problem.New(http.StatusBadRequest, "the query cannot be read: %v", err)
	}
	for name, values := range q {
		many, ok := known[name]
		switch {
		case !ok:
			return problem.New(http.StatusBadRequest, "there is no parameter %q here", name)
		case len(values) > 1 && !many:
			return problem.New(http.StatusBadRequest, "the parameter %q can be given once only", name)
		}
	}
	return nil
}

// unchanged answers those who have what the store holds already.
func (a *API) unchanged(w http.ResponseWriter, r *http.Request) (done bool, err error) {
	rev, err := a.opts.Store.Revision(r.Context())
	if err != nil {
		return false, err
	}
	tag := a.tag(rev, r)
	w.Header().Set("ETag", tag)
	for _, s := range strings.Split(strings.Join(r.Header.Values("If-None-Match"), ","), ",") {
		if s = strings.TrimSpace(s); s == tag || s == "*" {
			w.WriteHeader(http.StatusNotModified)
			return true, nil
		}
	}
	return false, nil
}

// fail answers with a problem. When the answer has begun it is cut off, for
// what has come looks whole.
func (a *API) fail(w http.ResponseWriter, r *http.Request, err error) {
	p, own := problem.Of(err)
	if own && !errors.Is(r.Context().Err(), context.Canceled) {
		a.opts.Log.ErrorContext(r.Context(), "a request failed", "id", w.Header().Get("X-Request-Id"), "path", r.URL.Path, "error", err)
	}
	var begun *begunError
	if errors.As(err, &begun) {
		panic(http.ErrAbortHandler)
	}
	problem.Write(w, p)
}

// A begunError is a fault after the answer has begun.
type begunError struct{ error }

func (e *begunError) Unwrap() error { return e.error }

// maxJSON bounds the JSON that requests bring, but for articles.
const maxJSON = 64 << 10

// readJSON reads the body of a request.
func readJSON(w http.ResponseWriter, r *http.Request, into any) error {
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != "application/json" {
		return problem.New(http.StatusUnsupportedMediaType, "want a body of application/json")
	}
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxJSON))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			return err
		}
		return problem.New(http.StatusBadRequest, "the body cannot be read: %v", strings.TrimPrefix(err.Error(), "json: "))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return problem.New(http.StatusBadRequest, "there is more in the body than one object")
	}
	return nil
}

// writeJSON answers with a value.
func writeJSON(w http.ResponseWriter, status int, v any) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return &begunError{err}
	}
	return nil
}

// values are the parameters of the query.
func values(r *http.Request) url.Values {
	q, _ := url.ParseQuery(r.URL.RawQuery) // it was read before
	return q
}

// oneOf reads a parameter that is one of few words, the first of which stands
// for none.
func oneOf(q url.Values, name string, words ...string) (string, error) {
	s := q.Get(name)
	switch {
	case s == "":
		return words[0], nil
	case !slices.Contains(words, s):
		return "", problem.New(http.StatusBadRequest, "%s %q: want %s", name, s, strings.Join(words, ", "))
	}
	return s, nil
}
