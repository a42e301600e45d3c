package page

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"readout/event"
	"readout/store"
)

// A listPage is what the pages of lists have in common: the filter in words,
// what takes a part of it away, the form that changes it, and counts that narrow
// it.
type listPage struct {
	frame
	Heading     string
	Path        string // of the form
	Kind        store.Kind
	Query       string // the filter, to be saved
	Chips       []choice
	Kept        []formField // parts of the filter that the form has no field for
	Fields      []field
	MoreFields  []field // of which fewer have need
	MoreOpen    bool
	Facets      []facet
	Timeline    figure
	First, Next string
}

// A choice is a link that changes the filter or the view.
type choice struct {
	Label, Link string
	N           int
	AtLeast     bool
	Chosen      bool
}

// A facet is the counts of one property.
type facet struct {
	Title  string
	Values []choice
}

// A field is one field of the form that filters.
type field struct {
	Name, Label, Value, Hint string
	Wide                     bool
	Choices                  []option
}

type option struct{ Value, Label string }

// rowsAPage is how many rows a page of a list shows unless its address says
// otherwise, up to mostRows: a page stays small enough to come quickly.
const (
	rowsAPage = 30
	mostRows  = 100
)

// asked reads the filter and the page of a list from the request.
func asked(r *http.Request) (store.Filter, store.Page, error) {
	q := r.URL.Query()
	f, err := store.ParseFilter(q)
	if err != nil {
		return f, store.Page{}, badRequest{err}
	}
	pg, err := store.ParsePage(q)
	if err != nil {
		return f, pg, badRequest{err}
	}
	if pg.Size == 0 {
		pg.Size = rowsAPage
	}
	pg.Size = min(pg.Size, mostRows)
	return f, pg, nil
}

// newList begins the page of a list. Its own address is that of the filter:
// pages behind the first are not cited, for rows are added before them.
func (p *pages) newList(ctx context.Context, r *http.Request, k store.Kind, f store.Filter, section string) (listPage, error) {
	say, err := p.store.Say(ctx, k, f)
	if err != nil {
		return listPage{}, err
	}
	heading := sentence(say)
	v := listPage{Heading: heading, Path: "/" + string(k), Kind: k, Query: f.Query().Encode()}
	v.frame = frame{Title: heading, Section: section, Words: f.Words, Self: listAddress(k, f), Data: true, Table: true, Cite: heading}
	names := p.labels(ctx, f)
	p.chips(&v, f, names)
	v.form(k, f, names)
	if r.URL.Query().Get("token") != "" {
		v.First = v.Self
	}
	return v, nil
}

// more makes the address of the next page.
func (v *listPage) more(r *http.Request, next string) {
	if next == "" {
		return
	}
	q := r.URL.Query()
	q.Set("token", next)
	v.Next = v.Path + "?" + q.Encode()
}

// sentence begins with a capital letter.
func sentence(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 || first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// keyed are the parts of a filter whose values may be keys of entities.
var keyed = []string{"actor", "recipient", "party", "speaker", "about", "entity"}

// labels gives the names of the keys in a filter.
func (p *pages) labels(ctx context.Context, f store.Filter) map[string]string {
	out := map[string]string{}
	q := f.Query()
	for _, name := range keyed {
		for _, v := range q[name] {
			if e, err := p.store.Entity(ctx, v); err == nil {
				out[v] = e.Name
			}
		}
	}
	return out
}

// partWords name the parts of a filter.
var partWords = map[string]string{
	"words": "words", "actor": "actor", "recipient": "recipient", "party": "party", "speaker": "speaker", "about": "about", "entity": "with", "country": "country",
	"actor_country": "actor's country", "recipient_country": "recipient's country", "sector": "sector", "type": "type", "mode": "mode", "context": "issue", "speech": "speech",
	"from": "from", "to": "to", "place": "place", "publisher": "publisher", "aux": "reality", "confidence": "confidence at least", "article": "article", "judged": "judged", "reprints": "reprints",
}

func partWord(name string) string {
	if w := partWords[name]; w != "" {
		return w
	}
	return plain(name)
}

// chips are the parts of the filter, each a link to the list without it.
func (p *pages) chips(v *listPage, f store.Filter, names map[string]string) {
	q := f.Query()
	for _, name := range store.FilterNames() {
		for _, value := range q[name] {
			label := value
			if n := names[value]; n != "" {
				label = n
			} else {
				label = p.shown(name, store.Count{Value: value, Label: value})
			}
			v.Chips = append(v.Chips, choice{Label: partWord(name) + ": " + plain(label), Link: address(v.Path, without(q, name, value))})
		}
	}
}

// without is a query less one value.
func without(q url.Values, name, value string) url.Values {
	out := url.Values{}
	for n, values := range q {
		for _, v := range values {
			if n != name || v != value {
				out.Add(n, v)
			}
		}
	}
	return out
}

// with is a query with one value more.
func with(q url.Values, name, value string) url.Values {
	out := without(q, name, value)
	out.Add(name, value)
	return out
}

func address(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// fieldNames are the fields of the form, by kind of list.
var fieldNames = map[store.Kind][]string{
	store.Events:     {"words", "party", "country", "type", "context", "from", "to", "actor", "recipient", "speaker", "place", "publisher", "aux", "confidence", "judged"},
	store.Statements: {"words", "speaker", "about", "country", "context", "speech", "from", "to", "publisher", "confidence"},
	store.Articles:   {"words", "entity", "country", "type", "context", "from", "to", "publisher"},
	store.Entities:   {"words", "country", "sector"},
}

// fewFields is how many fields of the form stand open.
const fewFields = 7

// form shows the filter as a form. A part that holds several values, or a key,
// stands in the chips and is kept.
func (v *listPage) form(k store.Kind, f store.Filter, names map[string]string) {
	q := f.Query()
	for _, name := range fieldNames[k] {
		fl := field{Name: name, Label: sentence(partWord(name)), Wide: name == "words", Choices: choices()[name]}
		switch name {
		case "from", "to":
			fl.Hint = "2021-03-16, 2021-03, 2021"
		case "words":
			fl.Hint = `"two words" -not`
		}
		if len(q[name]) == 1 && names[q[name][0]] == "" {
			fl.Value = q[name][0]
			q.Del(name)
		}
		if fl.Value != "" && fl.Choices != nil && !slices.ContainsFunc(fl.Choices, func(o option) bool { return o.Value == fl.Value }) {
			fl.Choices = append(slices.Clone(fl.Choices), option{fl.Value, fl.Value})
		}
		if len(v.Fields) < fewFields {
			v.Fields = append(v.Fields, fl)
		} else {
			v.MoreFields = append(v.MoreFields, fl)
			v.MoreOpen = v.MoreOpen || fl.Value != ""
		}
	}
	for _, name := range store.FilterNames() {
		for _, value := range q[name] {
			v.Kept = append(v.Kept, formField{Name: name, Value: value})
		}
	}
}

// choices gives the values of the fields that have few.
var choices = sync.OnceValue(func() map[string][]option {
	out := map[string][]option{
		"aux":        {{"none", "as news"}, {"historical", "historical"}, {"future", "future"}, {"hypothetical", "hypothetical"}, {"negation", "negated"}},
		"confidence": {{"0.5", "50 %"}, {"0.7", "70 %"}, {"0.8", "80 %"}, {"0.9", "90 %"}},
		"judged":     {{"any", "at all"}, {"none", "not yet"}, {"right", "right"}, {"wrong", "wrong"}, {"corrected", "corrected"}},
		"speech":     {{"direct", "direct"}, {"indirect", "indirect"}, {"mixed", "mixed"}},
	}
	for _, t := range event.Types() {
		out["type"] = append(out["type"], option{t.Type, t.Type})
	}
	for _, c := range event.Contexts() {
		out["context"] = append(out["context"], option{c, plain(c)})
	}
	return out
})

// mostValues is how many values of a facet are shown.
const mostValues = 8

// count adds the counts of some properties. Values that are in force already
// are shown with a link that takes them away.
func (p *pages) count(ctx context.Context, v *listPage, f store.Filter, names ...string) error {
	facets, err := p.store.Facets(ctx, v.Kind, f, names...)
	if err != nil {
		return err
	}
	q := f.Query()
	for _, fc := range facets {
		out := facet{Title: sentence(partWord(fc.Name))}
		for _, c := range fc.Values[:min(mostValues, len(fc.Values))] {
			x := choice{Label: p.shown(fc.Name, c), N: c.N, AtLeast: fc.AtLeast, Chosen: slices.Contains(q[fc.Name], c.Value)}
			if x.Chosen {
				x.Link = address(v.Path, without(q, fc.Name, c.Value))
			} else {
				x.Link = address(v.Path, with(q, fc.Name, c.Value))
			}
			out.Values = append(out.Values, x)
		}
		v.Facets = append(v.Facets, out)
	}
	return nil
}

// shown is a value as a person is shown it.
func (p *pages) shown(name string, c store.Count) string {
	switch {
	case strings.HasSuffix(name, "country"):
		return p.countryName(c.Label)
	case choices()[name] != nil:
		for _, o := range choices()[name] {
			if o.Value == c.Value {
				return o.Label
			}
		}
	}
	return plain(c.Label)
}

// counted makes links of a facet's values.
func counted(fc store.Facet, most int, link func(value string) string) []choice {
	var out []choice
	for _, c := range fc.Values[:min(most, len(fc.Values))] {
		out = append(out, choice{Label: plain(c.Label), Link: link(c.Value), N: c.N, AtLeast: fc.AtLeast})
	}
	return out
}

// clip cuts a text to a number of code points.
func clip(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return strings.TrimSpace(string(r[:most])) + "…"
	}
	return s
}

// number of an id in a path.
func pathID(r *http.Request) (int64, error) {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		return 0, store.ErrNotFound
	}
	return id, nil
}
