package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"readout/record"
	"readout/record/table"
)

// plain answers by going through everything: what the store is held against.
type plain struct {
	readings []*Reading
	entities []*Entity
	byKey    map[string]*Entity
	names    map[string][]string // folded name → keys
	named    map[string]bool
}

func newPlain(ctx context.Context, s *Store) (*plain, error) {
	p := &plain{byKey: map[string]*Entity{}, names: map[string][]string{}, named: map[string]bool{}}
	all, err := s.Judgements(ctx, "")
	if err != nil {
		return nil, err
	}
	judged := map[string]*Judgement{}
	for i := range all {
		judged[all[i].Event] = &all[i]
	}
	byArticle := map[string]*Coded{}
	var order []string
	if err := s.EachRecord(ctx, func(r *record.Record) error {
		line, err := r.Line()
		if err != nil {
			return err
		}
		byArticle[r.Article.ID] = &Coded{Record: r, Line: line}
		order = append(order, r.Article.ID)
		return nil
	}); err != nil {
		return nil, err
	}
	if err := s.EachEvent(ctx, func(e *table.Event) error {
		c := byArticle[e.ArticleID]
		c.Events = append(c.Events, *e)
		return nil
	}); err != nil {
		return nil, err
	}
	if err := s.EachStatement(ctx, func(x *table.Statement) error {
		c := byArticle[x.ArticleID]
		c.Statements = append(c.Statements, *x)
		return nil
	}); err != nil {
		return nil, err
	}
	names, offices := map[string]map[string]int{}, map[string]map[string]*OfficeCount{}
	for _, id := range order {
		r := byArticle[id].reading()
		p.readings = append(p.readings, r)
		seen := map[string]bool{}
		for i := range r.Record.Entities {
			e := &r.Record.Entities[i]
			k := r.Keys[e.ID]
			x := p.byKey[k]
			if x == nil {
				x = &Entity{Key: k, Kind: e.Kind, Country: e.Country, Sectors: e.Sectors, Wikidata: refOf(e)}
				p.byKey[k], names[k], offices[k] = x, map[string]int{}, map[string]*OfficeCount{}
				p.entities = append(p.entities, x)
			}
			p.named[k] = p.named[k] || named(e)
			if !seen[k] {
				x.Articles++
				seen[k] = true
			}
			names[k][e.Name]++
			if e.Office != "" {
				o := offices[k][e.Office]
				if o == nil {
					o = &OfficeCount{Office: e.Office, First: r.Article.Published, Last: r.Article.Published}
					offices[k][e.Office] = o
				}
				o.N++
				o.First, o.Last = min(o.First, r.Article.Published), max(o.Last, r.Article.Published)
			}
		}
		for i := range r.Events {
			e := &r.Events[i]
			e.Judgement = judged[e.ID]
			for _, t := range e.tags() {
				if t.facet == "party" {
					p.byKey[t.value].Events++
				}
			}
		}
		for i := range r.Statements {
			for _, t := range r.Statements[i].tags() {
				if t.facet == "speaker" {
					p.byKey[t.value].Statements++
				}
			}
		}
	}
	for k, x := range p.byKey {
		for n, c := range names[k] {
			x.Names = append(x.Names, Count{n, n, c})
			p.names[fold(n)] = append(p.names[fold(n)], k)
		}
		slices.SortFunc(x.Names, byCount)
		x.Name = x.Names[0].Label
		for _, o := range offices[k] {
			x.Offices = append(x.Offices, *o)
		}
		slices.SortFunc(x.Offices, func(a, b OfficeCount) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Office, b.Office)) })
	}
	return p, nil
}

func refOf(e *record.Entity) string {
	if e.Ref == nil {
		return ""
	}
	return e.Ref.Wikidata
}

func byCount(a, b Count) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Value, b.Value)) }

func (p *plain) parties(name string) ([]string, error) {
	if _, ok := p.byKey[name]; ok {
		return []string{name}, nil
	}
	out := slices.Clone(p.names[fold(name)])
	for _, e := range p.entities { // a code stands for the state
		if e.Kind == "country" && e.Country == strings.ToUpper(name) {
			out = append(out, e.Key)
		}
	}
	return out, nil
}

func (p *plain) countries(name string) ([]string, error) {
	var out []string
	for _, k := range p.names[fold(name)] {
		if e := p.byKey[k]; e.Kind == "country" && e.Country != "" {
			out = append(out, e.Country)
		}
	}
	if len(out) == 0 {
		out = []string{strings.ToUpper(name)}
	}
	return out, nil
}

// candidate is a row with what filters look at.
type candidate struct {
	id         string
	day        string
	tags       []tag
	words      string
	confidence float64
	article    string
	event      *Event // of a row of events
}

// meets reports whether a row with these properties is one that the filter wants.
func (p *plain) meets(f Filter, c *candidate) bool {
	from, _, _ := bounds("", f.From)
	_, to, _ := bounds("", f.To)
	if from != "" && c.day < from || to != "" && (c.day > to || c.day == "") || c.confidence < f.MinConfidence || f.Article != "" && c.article != f.Article || !holds(parseWords(f.Words), c.words) {
		return false
	}
	judged := []string{f.Judged}
	if f.Judged == "any" {
		judged = []string{Right, Wrong, Corrected}
	}
	for _, part := range []struct {
		facets string
		values []string
		look   func(string) ([]string, error)
	}{
		{"actor", f.Actor, p.parties}, {"recipient", f.Recipient, p.parties}, {"party", f.Party, p.parties}, {"speaker", f.Speaker, p.parties},
		{"about", f.About, p.parties}, {"entity", f.Entity, p.parties}, {"country", f.Country, p.countries}, {"actor_country", f.ActorCountry, p.countries},
		{"recipient_country", f.RecipientCountry, p.countries}, {"sector", f.Sector, nil}, {"type", f.Type, nil}, {"mode", f.Mode, nil}, {"context", f.Context, nil},
		{"speech", f.Speech, nil}, {"place place_country", f.Place, nil}, {"publisher", f.Publisher, nil}, {"aux", f.Aux, nil}, {"reprints", []string{f.Reprints}, nil}, {"judged", judged, nil},
	} {
		if len(part.values) == 0 || part.values[0] == "" {
			continue
		}
		met := false
		for _, v := range part.values {
			values := []string{v}
			if part.look != nil {
				values, _ = part.look(v)
			}
			for _, t := range c.tags {
				met = met || slices.Contains(strings.Fields(part.facets), t.facet) && slices.ContainsFunc(values, func(v string) bool { return strings.EqualFold(t.value, v) })
			}
		}
		if !met {
			return false
		}
	}
	return true
}

// rows lists all rows of a kind in the order in which they were put.
func (p *plain) rows(k Kind) (out []candidate) {
	for _, r := range p.readings {
		most := 0.0
		for i := range r.Events {
			e := &r.Events[i]
			most = max(most, e.Confidence)
			if k == Events {
				out = append(out, candidate{e.ID, dayText(e.Day), e.tags(), e.words(), e.Confidence, e.ArticleID, e})
			}
		}
		for i := range r.Statements {
			x := &r.Statements[i]
			most = max(most, x.Confidence)
			if k == Statements {
				out = append(out, candidate{x.ID, dayText(x.Published), x.tags(), x.words(), x.Confidence, x.ArticleID, nil})
			}
		}
		if k == Articles {
			out = append(out, candidate{r.Article.ID, r.Article.Published, r.tags(), r.words(), most, r.Article.ID, nil})
		}
	}
	if k == Entities {
		for _, e := range p.entities {
			if p.named[e.Key] {
				out = append(out, candidate{e.Key, "", e.tags(), e.words(), 1, "", nil})
			}
		}
	}
	return out
}

// matching lists the rows that a filter wants.
func (p *plain) matching(k Kind, f Filter) []candidate {
	return slices.DeleteFunc(p.rows(k), func(c candidate) bool { return !p.meets(f, &c) })
}

// counts counts rows by one property.
func counts(rows []candidate, facet string) map[string]int {
	out := map[string]int{}
	for _, c := range rows {
		for _, t := range c.tags {
			if t.facet == facet {
				out[fold(t.value)]++
			}
		}
	}
	return out
}

// does reports whether a did the event to b.
func does(e *Event, a, b string) bool {
	has := func(side []Party, x string) bool {
		return slices.ContainsFunc(side, func(p Party) bool { return p.Key == x || p.Country == x })
	}
	return e.happened() && has(e.Actors, a) && has(e.Recipients, b)
}
