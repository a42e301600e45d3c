// Package api answers programs: lists and single things as JSON, lists also as
// CSV, JSON Lines and Atom, and what changes them. Every operation is written
// down once, with its parameters and answers; the handlers and the OpenAPI
// description both are made of that, so that they cannot differ.
package api

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"readout/internal/desk"
	"readout/internal/web/problem"
	"readout/store"
)

// Root is where the API begins.
const Root = "/api/v1"

// Options for an API. Store and Desk must be given.
type Options struct {
	Store *store.Store
	Desk  *desk.Desk
	// Base is the address at which the server is known, such as
	// https://desk.example.org; empty for that by which it is asked.
	Base    string
	Version string
	Log     *slog.Logger
	// Now tells the time; nil means time.Now.
	Now func() time.Time
}

// An API answers what lies below Root.
type API struct {
	opts        Options
	operations  []operation
	description []byte // OpenAPI
	mux         *http.ServeMux
}

// New returns an API.
func New(opts Options) (*API, error) {
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	a := &API{opts: opts, mux: http.NewServeMux()}
	for _, group := range [][]operation{a.aboutAPI(), a.lists(), a.items(), a.elsewhere(), a.counts(), a.reading(), a.judging(), a.sources(), a.searches()} {
		a.operations = append(a.operations, group...)
	}
	var err error
	if a.description, err = a.describe(); err != nil {
		return nil, err
	}
	paths := map[string][]string{}
	for i := range a.operations {
		op := &a.operations[i]
		a.mux.Handle(op.method+" "+Root+op.path, a.handler(op))
		paths[op.path] = append(paths[op.path], op.method)
	}
	for path, methods := range paths {
		a.mux.HandleFunc(Root+path, notAllowed(methods))
	}
	a.mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		problem.Write(w, problem.New(http.StatusNotFound, "there is nothing at %s: see %s/openapi.json", r.URL.Path, Root))
	})
	return a, nil
}

// ServeHTTP answers one request.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.mux.ServeHTTP(w, r) }

// notAllowed answers methods that a path does not have.
func notAllowed(methods []string) http.HandlerFunc {
	allow := strings.Join(methods, ", ")
	if strings.Contains(allow, http.MethodGet) {
		allow += ", " + http.MethodHead
	}
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Allow", allow)
		problem.Write(w, problem.New(http.StatusMethodNotAllowed, "%s is not possible here: want %s", r.Method, allow))
	}
}

// tag stands for what the store answers to a request at a revision.
func (a *API) tag(rev int64, r *http.Request) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d\n%s\n%s\n%s", rev, a.opts.Version, a.base(r), r.URL.RequestURI()))
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
}

// base is the address that links begin with.
func (a *API) base(r *http.Request) string {
	if a.opts.Base != "" {
		return strings.TrimSuffix(a.opts.Base, "/")
	}
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// aboutAPI are the operations that tell of the API itself.
func (a *API) aboutAPI() []operation {
	return []operation{{
		method: http.MethodGet, path: "/openapi.json", id: "describe", tag: "api", summary: "This description",
		answers: []answer{{status: http.StatusOK, doc: "OpenAPI 3.1", media: "application/json", schema: schema{"type": "object"}}},
		serve: func(w http.ResponseWriter, _ *http.Request) error {
			w.Header().Set("Content-Type", "application/json")
			_, err := w.Write(a.description)
			return wrapBegun(err)
		},
	}}
}

func wrapBegun(err error) error {
	if err == nil {
		return nil
	}
	return &begunError{err}
}
