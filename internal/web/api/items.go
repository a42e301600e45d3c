package api

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"strconv"

	"readout/internal/tell"
	"readout/internal/web/problem"
	"readout/store"
)

// rowID is the id of a row that a path names in two segments.
func rowID(r *http.Request, name string) string {
	return r.PathValue("article") + "/" + r.PathValue(name)
}

func inPath(name, doc string) param {
	return param{name: name, in: "path", doc: doc, schema: schema{"type": "string"}}
}

var (
	articleParam   = inPath("article", "Id of the article, escaped as one segment")
	eventParam     = inPath("event", "Id of the event in its record, such as ev1")
	statementParam = inPath("statement", "Id of the statement in its record, such as st1")
)

func found(doc string, s schema) []answer {
	return []answer{{status: http.StatusOK, doc: doc, media: "application/json", schema: s}}
}

// An articleBody is an article with all that was read in it.
type articleBody struct {
	Article    store.Article     `json:"article"`
	Address    string            `json:"address"`
	Record     json.RawMessage   `json:"record"`
	Keys       map[string]string `json:"keys"`
	Events     []json.RawMessage `json:"events"`
	Statements []json.RawMessage `json:"statements"`
}

// A pairBody is a pair with its parties.
type pairBody struct {
	A       store.Party     `json:"a"`
	B       store.Party     `json:"b"`
	Unit    store.Unit      `json:"unit"`
	There   store.Tally     `json:"there"`
	Back    store.Tally     `json:"back"`
	Bins    []store.PairBin `json:"bins"`
	AtLeast bool            `json:"at_least,omitempty"`
	Address string          `json:"address"`
}

// items are the operations that show one thing.
func (a *API) items() []operation {
	events, statements := a.eventList(), a.statementList()
	return []operation{
		{
			method: http.MethodGet, path: "/articles/{article}", id: "getArticle", tag: "articles", summary: "An article: its record, its rows, and the keys of those in it",
			params: []param{articleParam}, answers: found("The article", ref("Reading")), steady: true,
			serve: func(w http.ResponseWriter, r *http.Request) error {
				x, err := a.opts.Store.Article(r.Context(), r.PathValue("article"))
				if err != nil {
					return err
				}
				out := articleBody{Article: x.Article, Address: a.base(r) + tell.Article(x.Article.ID), Record: x.Line, Keys: x.Keys,
					Events: make([]json.RawMessage, len(x.Events)), Statements: make([]json.RawMessage, len(x.Statements))}
				for i := range x.Events {
					if out.Events[i], err = events.object(a, r, &x.Events[i]); err != nil {
						return err
					}
				}
				for i := range x.Statements {
					if out.Statements[i], err = statements.object(a, r, &x.Statements[i]); err != nil {
						return err
					}
				}
				return writeJSON(w, http.StatusOK, out)
			},
		},
		{
			method: http.MethodGet, path: "/articles/{article}/record", id: "getRecord", tag: "articles", summary: "The record of an article, byte for byte as it was written",
			params: []param{articleParam}, answers: found("The record", ref("Record")), steady: true,
			serve: func(w http.ResponseWriter, r *http.Request) error {
				x, err := a.opts.Store.Article(r.Context(), r.PathValue("article"))
				if err != nil {
					return err
				}
				w.Header().Set("Content-Type", "application/json")
				_, err = w.Write(append(x.Line, '\n'))
				return wrapBegun(err)
			},
		},
		{
			method: http.MethodGet, path: "/events/{article}/{event}", id: "getEvent", tag: "events", summary: "An event",
			params: []param{articleParam, eventParam}, answers: found("The event", ref("Event")), steady: true,
			serve: func(w http.ResponseWriter, r *http.Request) error {
				x, err := a.opts.Store.Event(r.Context(), rowID(r, "event"))
				if err != nil {
					return err
				}
				return writeObject(w)(events.object(a, r, x))
			},
		},
		{
			method: http.MethodGet, path: "/statements/{article}/{statement}", id: "getStatement", tag: "statements", summary: "A statement",
			params: []param{articleParam, statementParam}, answers: found("The statement", ref("Statement")), steady: true,
			serve: func(w http.ResponseWriter, r *http.Request) error {
				x, err := a.opts.Store.Statement(r.Context(), rowID(r, "statement"))
				if err != nil {
					return err
				}
				return writeObject(w)(statements.object(a, r, x))
			},
		},
		{
			method: http.MethodGet, path: "/entities/{key}", id: "getEntity", tag: "entities", summary: "A person, body or country: names, offices, counts",
			params: []param{inPath("key", "Key, escaped as one segment: a Wikidata id, or such as RUS/person/sergei-ivanov")}, answers: found("The entity", ref("Entity")), steady: true,
			serve: func(w http.ResponseWriter, r *http.Request) error {
				x, err := a.opts.Store.Entity(r.Context(), r.PathValue("key"))
				if err != nil {
					return err
				}
				l := a.entityList()
				return writeObject(w)(l.object(a, r, x))
			},
		},
		a.pair("/pairs/{a}/{b}", "getPair", "What two parties did to each other over time", found("The series", ref("Pair")), a.pairJSON),
		a.pair("/pairs/{a}/{b}/series.csv", "getPairCSV", "The same as a table, one row a stretch of days",
			[]answer{{status: http.StatusOK, doc: "The series", media: "text/csv", schema: schema{"type": "string"}}}, a.pairCSV),
	}
}

// writeObject answers with an object that is JSON already.
func writeObject(w http.ResponseWriter) func(json.RawMessage, error) error {
	return func(b json.RawMessage, err error) error {
		if err != nil {
			return err
		}
		w.Header().Set("Content-Type", "application/json")
		_, err = w.Write(append(b, '\n'))
		return wrapBegun(err)
	}
}

func (a *API) pair(path, id, summary string, answers []answer, write func(http.ResponseWriter, *http.Request, *store.Pair) error) operation {
	return operation{
		method: http.MethodGet, path: path, id: id, tag: "pairs", summary: summary, answers: answers, steady: true,
		params: append([]param{inPath("a", "One party: code of a country, or key of an entity"), inPath("b", "The other"), unitParam(store.ByMonth)}, filterParams()...),
		serve: func(w http.ResponseWriter, r *http.Request) error {
			q := values(r)
			f, err := store.ParseFilter(q)
			if err != nil {
				return invalid(err)
			}
			by, err := unit(q, store.ByMonth)
			if err != nil {
				return err
			}
			p, err := a.opts.Store.Pair(r.Context(), r.PathValue("a"), r.PathValue("b"), f, by)
			if err != nil {
				return err
			}
			return write(w, r, p)
		},
	}
}

func (a *API) pairJSON(w http.ResponseWriter, r *http.Request, p *store.Pair) error {
	bins := p.Bins
	if bins == nil {
		bins = []store.PairBin{}
	}
	return writeJSON(w, http.StatusOK, pairBody{A: p.A, B: p.B, Unit: p.Unit, There: p.There, Back: p.Back, Bins: bins, AtLeast: p.AtLeast, Address: a.base(r) + tell.Pair(p.A.Key, p.B.Key)})
}

func (a *API) pairCSV(w http.ResponseWriter, _ *http.Request, p *store.Pair) error {
	h := w.Header()
	h.Set("Content-Type", "text/csv; charset=utf-8")
	h.Set("Content-Disposition", `attachment; filename="readout-pair.csv"`)
	out := csv.NewWriter(w)
	_ = out.Write([]string{"from", "a", "b", "count", "score", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"}) // Flush tells of faults
	for _, bin := range p.Bins {
		for _, side := range []struct {
			a, b string
			t    store.Tally
		}{{p.A.Key, p.B.Key, bin.There}, {p.B.Key, p.A.Key, bin.Back}} {
			_ = out.Write([]string{bin.From, side.a, side.b, strconv.Itoa(side.t.N), strconv.FormatFloat(side.t.Score, 'f', -1, 64),
				strconv.Itoa(side.t.Quad[0]), strconv.Itoa(side.t.Quad[1]), strconv.Itoa(side.t.Quad[2]), strconv.Itoa(side.t.Quad[3])})
		}
	}
	out.Flush()
	return wrapBegun(out.Error())
}

// invalid makes a fault of the caller of an error of parsing.
func invalid(err error) error { return problem.New(http.StatusBadRequest, "%v", err) }
