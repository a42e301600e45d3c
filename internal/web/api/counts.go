package api

import (
	"context"
	"net/http"
	"slices"
	"strconv"

	"readout/internal/atom"
	"readout/internal/web/problem"
	"readout/store"
)

// A facetsBody is the counts of rows by properties.
type facetsBody struct {
	Kind   store.Kind    `json:"kind"`
	Said   string        `json:"said"`
	Facets []store.Facet `json:"facets"`
}

// counts are the operations that count.
func (a *API) counts() []operation {
	out := []operation{
		{
			method: http.MethodGet, path: "/facets/{kind}", id: "countFacets", tag: "counts", summary: "How many rows have each value of a property", steady: true,
			params: append([]param{kindParam(store.Events, store.Statements, store.Articles, store.Entities),
				{name: "name", in: "query", doc: "Property to count by, all when none is given; " + facetNames(), many: true, schema: schema{"type": "array", "items": schema{"type": "string"}}}}, filterParams()...),
			answers: found("The counts", ref("Facets")), serve: a.facets,
		},
		{
			method: http.MethodGet, path: "/histograms/{kind}", id: "countDays", tag: "counts", summary: "How many rows lie in each stretch of days", steady: true,
			params:  append([]param{kindParam(store.Events, store.Statements, store.Articles), unitParam(store.ByDay)}, filterParams()...),
			answers: found("The counts", ref("Histogram")), serve: a.histogram,
		},
	}
	return append(out, listed(a, a.placeList())...)
}

func kindOf(r *http.Request, kinds ...store.Kind) (store.Kind, error) {
	k := store.Kind(r.PathValue("kind"))
	if !slices.Contains(kinds, k) {
		return "", problem.New(http.StatusNotFound, "nothing is counted of %q: want one of %v", k, kinds)
	}
	return k, nil
}

func (a *API) facets(w http.ResponseWriter, r *http.Request) error {
	k, err := kindOf(r, store.Events, store.Statements, store.Articles, store.Entities)
	if err != nil {
		return err
	}
	q := values(r)
	f, err := store.ParseFilter(q)
	if err != nil {
		return invalid(err)
	}
	for _, n := range q["name"] {
		if !slices.Contains(store.FacetNames(k), n) {
			return problem.New(http.StatusBadRequest, "%s cannot be counted by %q: want one of %v", k, n, store.FacetNames(k))
		}
	}
	out := facetsBody{Kind: k}
	if out.Facets, err = a.opts.Store.Facets(r.Context(), k, f, q["name"]...); err != nil {
		return err
	}
	if out.Said, err = a.opts.Store.Say(r.Context(), k, f); err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, out)
}

func (a *API) histogram(w http.ResponseWriter, r *http.Request) error {
	k, err := kindOf(r, store.Events, store.Statements, store.Articles)
	if err != nil {
		return err
	}
	q := values(r)
	f, err := store.ParseFilter(q)
	if err != nil {
		return invalid(err)
	}
	by, err := unit(q, store.ByDay)
	if err != nil {
		return err
	}
	h, err := a.opts.Store.Histogram(r.Context(), k, f, by)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, h)
}

// placeList lists where the events happened. It has no pages: a place is one
// row, however many events it has.
func (a *API) placeList() list[store.PlaceCount] {
	return list[store.PlaceCount]{
		path: "/places", id: "Places", tag: "counts", what: "places of events", plain: true, params: filterParams(),
		load: func(ctx context.Context, r *http.Request, _ store.Filter, _ store.Page) (store.List[store.PlaceCount], error) {
			f, err := store.ParseFilter(values(r))
			if err != nil {
				return store.List[store.PlaceCount]{}, invalid(err)
			}
			places, err := a.opts.Store.Places(ctx, f)
			return store.List[store.PlaceCount]{Items: places, Total: len(places)}, err
		},
		columns: []string{"place", "country", "latitude", "longitude", "geonames", "count"},
		cells: func(p *store.PlaceCount) []string {
			return []string{p.Place, p.Country, strconv.FormatFloat(p.Latitude, 'f', -1, 64), strconv.FormatFloat(p.Longitude, 'f', -1, 64), strconv.FormatInt(p.Geonames, 10), strconv.Itoa(p.N)}
		},
		entry: func(p *store.PlaceCount) atom.Entry {
			return atom.Entry{ID: atom.ID("place", p.Country+"/"+p.Place), Title: p.Place + ": " + strconv.Itoa(p.N), Page: "/events?place=" + queryEscape(p.Place)}
		},
		row: ref("Place"),
	}
}
