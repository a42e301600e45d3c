package store

import (
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"readout/event"
)

// A Filter says which events, statements, articles or entities are wanted. All
// its parts must hold; the items of a list are alternatives. The zero value
// wants everything. A part that a kind of row does not have (the recipient of a
// statement) wants none of them; an article satisfies such a part when one of
// its events, or else one of its statements, does.
type Filter struct {
	// Words are looked for in the text: of an article its title and text, of an
	// event or a statement its sentence and names, of an entity its names. All
	// must be there; "two words" stand together, -word must not be there, word*
	// begins a word, and OR stands between alternatives.
	Words string `query:"words" doc:"words of the text, all of them: \"two words\" stand together, word* begins one, OR between alternatives, -word must not be there"`
	// Parties by key or by name, in upper or lower case; the code of a country
	// stands for the state itself (not for all who are of the country). Party is an actor or a
	// recipient. Entity is anyone at all: actor, recipient, speaker, addressee,
	// spoken about, or only mentioned in an article.
	Actor     []string `query:"actor" doc:"who did it: key or name"`
	Recipient []string `query:"recipient" doc:"to whom: key or name"`
	Party     []string `query:"party" doc:"actor or recipient: key or name"`
	Speaker   []string `query:"speaker" doc:"who said it, alone or with others; of an event, according to whom: key or name"`
	About     []string `query:"about" doc:"whom a statement speaks of: key or name"`
	Entity    []string `query:"entity" doc:"anyone in it: key or name"`
	// Countries by code, as in RUS, or by name. Country is that of any party or
	// of the speaker.
	Country          []string `query:"country" doc:"country of any party or of the speaker: code or name"`
	ActorCountry     []string `query:"actor_country" doc:"country of an actor: code or name"`
	RecipientCountry []string `query:"recipient_country" doc:"country of a recipient: code or name"`
	Sector           []string `query:"sector" doc:"PLOVER sector of any party or of the speaker, such as GOV"` // PLOVER sector of any party or of the speaker
	Type             []string `query:"type" doc:"PLOVER type, such as ACCUSE"`                                 // PLOVER type
	Mode             []string `query:"mode" doc:"PLOVER mode, such as expel"`
	Context          []string `query:"context" doc:"PLOVER context, such as cyber"`
	Speech           []string `query:"speech" doc:"direct, indirect or mixed"` // direct, indirect, mixed
	// Days, inclusive: 2021, 2021-03 or 2021-03-16. They are those of the column
	// day of events, and of publication otherwise.
	From      string   `query:"from" doc:"first day: 2021-03-16, 2021-03 or 2021"`
	To        string   `query:"to" doc:"last day, inclusive: 2021-03-16, 2021-03 or 2021"`
	Place     []string `query:"place" doc:"name of a place, or code of its country"` // name of a place, or code of its country
	Publisher []string `query:"publisher" doc:"who published it"`
	// Aux is historical, future, hypothetical, negation, or none for what is
	// said to have happened as news.
	Aux           []string `query:"aux" doc:"historical, future, hypothetical, negation; or none for what is told as having happened"`
	MinConfidence float64  `query:"confidence" doc:"at least this confidence, 0 to 1"`
	Article       string   `query:"article" doc:"id of the article"`
	Judged        string   `query:"judged" doc:"what people judged: right, wrong, corrected, any, or none"` // right, wrong, corrected, none, or any
	Reprints      string   `query:"reprints" doc:"none leaves out reprints"`                                // none leaves out the rows of reprints
}

// ParseFilter reads a filter from the query of an address. Names that are no
// part of a filter are passed over: Filter.Query gives those that are. A fault
// names the part.
func ParseFilter(q url.Values) (Filter, error) {
	var f Filter
	v := reflect.ValueOf(&f).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("query")
		values := slices.DeleteFunc(slices.Clone(q[name]), func(s string) bool { return strings.TrimSpace(s) == "" })
		if len(values) == 0 {
			continue
		}
		switch field := v.Field(i); field.Kind() {
		case reflect.Slice:
			field.Set(reflect.ValueOf(values))
		case reflect.Float64:
			x, err := strconv.ParseFloat(strings.TrimSpace(values[0]), 64)
			if err != nil {
				return Filter{}, invalid("%s %q: want a number from 0 to 1", name, values[0])
			}
			field.SetFloat(x)
		default:
			field.SetString(strings.Join(values, " "))
		}
	}
	return f.clean()
}

// Query writes the filter as the query of an address; ParseFilter reads it.
func (f Filter) Query() url.Values {
	q := url.Values{}
	v := reflect.ValueOf(f)
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("query")
		switch field := v.Field(i); {
		case field.IsZero():
		case field.Kind() == reflect.Slice:
			q[name] = slices.Clone(field.Interface().([]string))
		case field.Kind() == reflect.Float64:
			q.Set(name, strconv.FormatFloat(field.Float(), 'g', -1, 64))
		default:
			q.Set(name, field.String())
		}
	}
	return q
}

// FilterDoc explains the part of a filter of a name, in a line.
func FilterDoc(name string) string {
	t := reflect.TypeFor[Filter]()
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("query") == name {
			return t.Field(i).Tag.Get("doc")
		}
	}
	return ""
}

// FilterNames lists the names of the parts of a filter in a query, in the
// order of the fields.
func FilterNames() []string {
	t := reflect.TypeFor[Filter]()
	out := make([]string, t.NumField())
	for i := range out {
		out[i] = t.Field(i).Tag.Get("query")
	}
	return out
}

// Zero reports whether the filter wants everything.
func (f Filter) Zero() bool { return reflect.ValueOf(f).IsZero() }

// Check reports the first part of the filter that makes no sense.
func (f Filter) Check() error {
	_, err := f.clean()
	return err
}

// coded checks that types, modes and contexts are those of PLOVER.
func (f Filter) coded() error {
	if len(f.Type)+len(f.Mode) > 0 {
		var types, modes []string
		for _, k := range event.Types() {
			types = append(types, k.Type)
			for _, m := range k.Modes {
				modes = append(modes, m.Name)
			}
		}
		for _, x := range f.Type {
			if !slices.Contains(types, x) {
				return invalid("type %q: want %s", x, strings.Join(types, ", "))
			}
		}
		for _, x := range f.Mode {
			if !slices.Contains(modes, x) {
				return invalid("mode %q: there is none such; docs/CODEBOOK.md lists them", x)
			}
		}
	}
	for _, x := range f.Context {
		if all := event.Contexts(); !slices.Contains(all, x) {
			return invalid("context %q: want %s", x, strings.Join(all, ", "))
		}
	}
	return nil
}

// clean checks the filter and brings it into its one form: lists without
// blanks and doubles, codes in their case.
func (f Filter) clean() (Filter, error) {
	v := reflect.ValueOf(&f).Elem()
	for i := range v.NumField() {
		switch field := v.Field(i); field.Kind() {
		case reflect.String:
			field.SetString(oneLine(field.String()))
		case reflect.Slice:
			field.Set(reflect.ValueOf(distinct(field.Interface().([]string))))
		}
	}
	for _, codes := range [][]string{f.Sector, f.Type} {
		for i := range codes {
			codes[i] = strings.ToUpper(codes[i])
		}
	}
	for _, codes := range [][]string{f.Mode, f.Context, f.Speech, f.Aux} {
		for i := range codes {
			codes[i] = strings.ToLower(codes[i])
		}
	}
	if err := f.coded(); err != nil {
		return Filter{}, err
	}
	for _, x := range f.Speech {
		if !slices.Contains([]string{"direct", "indirect", "mixed"}, x) {
			return Filter{}, invalid("speech %q: want direct, indirect or mixed", x)
		}
	}
	for _, x := range f.Aux {
		if !slices.Contains([]string{"historical", "future", "hypothetical", "negation", "none"}, x) {
			return Filter{}, invalid("aux %q: want historical, future, hypothetical, negation, or none", x)
		}
	}
	f.Judged, f.Reprints = strings.ToLower(f.Judged), strings.ToLower(f.Reprints)
	switch {
	case !slices.Contains([]string{"", Right, Wrong, Corrected, "none", "any"}, f.Judged):
		return Filter{}, invalid("judged %q: want right, wrong, corrected, none, or any", f.Judged)
	case f.Reprints != "" && f.Reprints != "none":
		return Filter{}, invalid("reprints %q: want none, or nothing", f.Reprints)
	case !(f.MinConfidence >= 0 && f.MinConfidence <= 1):
		return Filter{}, invalid("confidence %v: want a number from 0 to 1", f.MinConfidence)
	}
	from, _, err := bounds("from", f.From)
	if err != nil {
		return Filter{}, err
	}
	_, to, err := bounds("to", f.To)
	if err != nil {
		return Filter{}, err
	}
	if f.From != "" && f.To != "" && from > to {
		return Filter{}, invalid("from %s lies after to %s", f.From, f.To)
	}
	return f, nil
}

// oneLine makes white space single spaces, so that one filter has one query.
func oneLine(s string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ") }

func distinct(list []string) []string {
	var out []string
	for _, s := range list {
		if s = oneLine(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// bounds gives the first and last day of 2021, 2021-03 or 2021-03-16; both are
// empty when s is.
func bounds(name, s string) (first, last string, err error) {
	if s == "" {
		return "", "", nil
	}
	for _, form := range []struct {
		layout        string
		years, months int
		days          int
	}{{"2006", 1, 0, 0}, {"2006-01", 0, 1, 0}, {"2006-01-02", 0, 0, 1}} {
		t, err := time.Parse(form.layout, s)
		if err != nil || t.Year() < 1 {
			continue
		}
		return t.Format(time.DateOnly), t.AddDate(form.years, form.months, form.days-1).Format(time.DateOnly), nil
	}
	return "", "", invalid("%s %q: want a day, month or year such as 2021-03-16, 2021-03 or 2021", name, s)
}

// A Page says which part of a list is wanted.
type Page struct {
	Size  int    // rows; 0 means 50, and no page has more than MaxPage
	Token string // List.Next of the page before; empty for the first
	Order Order
}

// MaxPage is the most rows that a page can have.
const MaxPage = 1000

// An Order is that of a list.
type Order string

// Orders. Newest and Oldest go by day, and within a day by when the row came
// into the store. Added goes by when the row came in, first ones first, and its
// lists have a Next at their end too: called with that, a list goes on with what
// has been added since. Entities are listed by how many articles name them
// unless the order is ByName.
const (
	Newest Order = ""
	Oldest Order = "oldest"
	Added  Order = "added"
	ByName Order = "name"
)

// ParsePage reads size, token and order from the query of an address.
func ParsePage(q url.Values) (Page, error) {
	p := Page{Token: q.Get("token"), Order: Order(q.Get("order"))}
	if s := q.Get("size"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > MaxPage {
			return Page{}, invalid("size %q: want 1 to %d", s, MaxPage)
		}
		p.Size = n
	}
	if p.Order == "newest" {
		p.Order = Newest
	}
	if !slices.Contains([]Order{Newest, Oldest, Added, ByName}, p.Order) {
		return Page{}, invalid("order %q: want newest, oldest, added or name", p.Order)
	}
	return p, nil
}

func (p Page) size() int {
	switch {
	case p.Size <= 0:
		return 50
	case p.Size > MaxPage:
		return MaxPage
	}
	return p.Size
}
