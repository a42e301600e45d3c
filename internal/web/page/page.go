// Package page is the desk for people: pages over a store, made on the server,
// that need no script. Every page has a permanent address; what it shows is to
// be had as data from the API under the same path.
//
// Articles are hostile input. Their words reach a page only through
// html/template or package mark, and their links only as http and https.
package page

import (
	"context"
	"errors"
	"html/template"
	"log/slog"
	"net/http"
	"time"

	"readout/lexicon"
	"readout/store"
)

// Options are what the pages are made of. Store and Version must be given.
type Options struct {
	Store   *store.Store
	Version string           // of the engine, for citations
	Log     *slog.Logger     // faults of the pages; nil: slog.Default
	Now     func() time.Time // nil: time.Now
	// Read reads what someone hands in and stores it; it returns the ids of the
	// articles. What is wrong with the thing itself comes as Refuse makes it. Without Read
	// nothing can be handed in.
	Read func(context.Context, Handed) (articles []string, err error)
	// Caller names who makes a request, when that is known: judgements bear
	// that name. It may be nil.
	Caller func(context.Context) string
}

// A Handed is an article that someone hands in: an address, or else a text
// with what is known about it.
type Handed struct{ URL, Text, Title, Publisher, Published string }

// Refuse says that something which was handed in could not be read, and why: a
// person is told err.
func Refuse(err error) error { return refused{err} }

type refused struct{ error }

func (r refused) Unwrap() error { return r.error }

// pages answers the requests.
type pages struct {
	store     *store.Store
	version   string
	log       *slog.Logger
	now       func() time.Time
	read      func(context.Context, Handed) ([]string, error)
	caller    func(context.Context) string
	countries map[string]string // name by code
	assets    assets
	templates map[string]*template.Template
}

// New makes the handler of all pages and of the files that they use. It
// answers for every path: what is not there is told to be missing, with a way
// to search for it. Requests from other sites' forms are refused.
func New(opts Options) (http.Handler, error) {
	a, err := newAssets()
	if err != nil {
		return nil, err
	}
	set, err := lexicon.Open("")
	if err != nil {
		return nil, err
	}
	countries, err := countryNames(set)
	if err != nil {
		return nil, err
	}
	p := &pages{store: opts.Store, version: opts.Version, log: opts.Log, now: opts.Now, read: opts.Read, caller: opts.Caller, countries: countries, assets: a}
	if p.log == nil {
		p.log = slog.Default()
	}
	if p.now == nil {
		p.now = time.Now
	}
	if p.caller == nil {
		p.caller = func(context.Context) string { return "" }
	}
	if p.templates, err = p.parse(); err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	for path, h := range map[string]func(http.ResponseWriter, *http.Request) error{
		"GET /{$}":                              p.today,
		"GET /days/{day}":                       p.today,
		"GET /articles":                         p.articles,
		"GET /articles/{article}":               p.article,
		"GET /events":                           p.events,
		"GET /events/{article}/{event}":         p.event,
		"GET /statements":                       p.statements,
		"GET /statements/{article}/{statement}": p.statement,
		"GET /entities":                         p.entities,
		"GET /entities/{key}":                   p.entity,
		"GET /pairs":                            p.pairs,
		"GET /pairs/{a}/{b}":                    p.pair,
		"GET /issues":                           p.issues,
		"GET /issues/{context}":                 p.issue,
		"GET /sources":                          p.sources,
		"GET /searches":                         p.searches,
		"GET /search":                           p.search,
		"GET /judgements":                       p.judgements,
		"POST /articles":                        p.hand,
		"POST /events/{article}/{event}/judgements": p.judge,
		"POST /sources":              p.addSource,
		"POST /sources/{id}/delete":  p.deleteSource,
		"POST /searches":             p.addSearch,
		"POST /searches/{id}/delete": p.deleteSearch,
	} {
		mux.HandleFunc(path, p.answer(h))
	}
	mux.HandleFunc("GET /static/", a.serve(p.answer(p.missing)))
	mux.HandleFunc("/", p.answer(p.missing))
	return http.NewCrossOriginProtection().Handler(mux), nil
}

// largestForm is the most bytes that a form may send.
const largestForm = 1 << 20

// answer turns the faults of a handler into pages.
func (p *pages) answer(h func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, largestForm)
		err := h(w, r)
		var bad badRequest
		switch {
		case err == nil || errors.Is(err, context.Canceled):
		case errors.Is(err, store.ErrNotFound):
			p.fault(w, r, http.StatusNotFound, "Not in this record", "There is nothing at this address. It may have been deleted with its article, or the address may be mistyped.")
		case errors.As(err, &bad) || errors.Is(err, store.ErrInvalid):
			p.fault(w, r, http.StatusBadRequest, "That cannot be asked", sentence(err.Error())+".")
		default:
			p.log.ErrorContext(r.Context(), "page", "path", r.URL.Path, "error", err)
			p.fault(w, r, http.StatusInternalServerError, "Something went wrong", "The page could not be made. The fault has been written to the log.")
		}
	}
}

// A badRequest is a fault of who asks.
type badRequest struct{ error }

func (b badRequest) Unwrap() error { return b.error }

type errorPage struct {
	frame
	Status int
	Say    string
}

func (p *pages) fault(w http.ResponseWriter, r *http.Request, status int, title, say string) {
	p.show(w, r, status, "error", &errorPage{frame: frame{Title: title}, Status: status, Say: say})
}

func (p *pages) missing(http.ResponseWriter, *http.Request) error { return store.ErrNotFound }
