package api

import (
	"net/url"
	"reflect"
	"strings"

	"readout/event"
	"readout/store"
)

func query(name, doc string, s schema) param {
	return param{name: name, in: "query", doc: doc, schema: s}
}

// filterParams are the parts of a filter.
func filterParams() []param {
	t := reflect.TypeFor[store.Filter]()
	out := make([]param, t.NumField())
	for i := range out {
		f := t.Field(i)
		p := query(f.Tag.Get("query"), store.FilterDoc(f.Tag.Get("query")), schema{"type": "string"})
		switch f.Type.Kind() {
		case reflect.Slice:
			p.many, p.schema = true, schema{"type": "array", "items": schema{"type": "string"}}
			p.doc += "; may be repeated: any of them"
		case reflect.Float64:
			p.schema = schema{"type": "number", "minimum": 0, "maximum": 1}
		}
		switch p.name {
		case "type":
			var types []any
			for _, k := range event.Types() {
				types = append(types, string(k.Type))
			}
			p.schema["examples"] = types
		case "judged":
			p.schema["enum"] = []any{store.Right, store.Wrong, store.Corrected, "none", "any"}
		}
		out[i] = p
	}
	return out
}

// pageParams are those that choose a page.
func pageParams(k store.Kind) []param {
	order := schema{"type": "string", "enum": []any{"newest", "oldest", "added"}, "default": "newest"}
	doc := "Newest or oldest first, by day; or added: in the order in which rows came into the store, whose last page has a next too, to go on with later"
	if k == store.Entities {
		order, doc = schema{"type": "string", "enum": []any{"newest", "name"}}, "By how many articles name them, or by name"
	}
	return []param{
		query("size", "Rows on a page", schema{"type": "integer", "minimum": 1, "maximum": store.MaxPage, "default": 50}),
		query("token", "The next of the page before; it stays good while rows are added", schema{"type": "string"}),
		query("order", doc, order),
	}
}

var units = []string{string(store.ByDay), string(store.ByWeek), string(store.ByMonth), string(store.ByYear)}

func unitParam(usual store.Unit) param {
	return query("by", "Stretch of days; a week begins on Monday", schema{"type": "string", "enum": anys(units), "default": string(usual)})
}

// unit reads the parameter by.
func unit(q url.Values, usual store.Unit) (store.Unit, error) {
	if !q.Has("by") {
		return usual, nil
	}
	s, err := oneOf(q, "by", append([]string{""}, units...)...)
	return store.Unit(s), err
}

func anys(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}

// kindParam chooses a kind of rows in a path.
func kindParam(kinds ...store.Kind) param {
	var list []any
	for _, k := range kinds {
		list = append(list, string(k))
	}
	return param{name: "kind", in: "path", doc: "What is counted", schema: schema{"type": "string", "enum": list}}
}

func facetNames() string {
	var out []string
	for _, k := range []store.Kind{store.Events, store.Statements, store.Articles, store.Entities} {
		out = append(out, string(k)+": "+strings.Join(store.FacetNames(k), ", "))
	}
	return strings.Join(out, "; ")
}
