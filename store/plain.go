package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"readout/record"
	"readout/record/table"
)

// ErrNotFound says that the store has nothing of that id or key.
var ErrNotFound = errors.New("not found")

// plain answers by going through everything.
type plain struct {
	readings []*Reading
	entities []*Entity
	byKey    map[string]*Entity
	names    map[string][]string // folded name → keys
	named    map[string]bool
}

func (s *Store) plain(ctx context.Context) (*plain, error) {
	p := &plain{byKey: map[string]*Entity{}, names: map[string][]string{}, named: map[string]bool{}}
	judged, err := s.lastJudgements(ctx)
	if err != nil {
		return nil, err
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
			if sp := r.Statements[i].Speaker; sp != nil {
				p.byKey[sp.Key].Statements++
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
	return p.names[fold(name)], nil
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
type candidate[T any] struct {
	row        *T
	day        string
	tags       []tag
	words      string
	confidence float64
	article    string
	judged     string
	n          int
}

func matching[T any](p *plain, f Filter, rows []candidate[T]) ([]candidate[T], error) {
	f, err := f.clean()
	if err != nil {
		return nil, err
	}
	groups, err := f.wanted(p.parties, p.countries)
	if err != nil {
		return nil, err
	}
	from, _, _ := bounds("", f.From)
	_, to, _ := bounds("", f.To)
	words := parseWords(f.Words)
	return slices.DeleteFunc(rows, func(c candidate[T]) bool {
		if from != "" && c.day < from || to != "" && (c.day > to || c.day == "") || c.confidence < f.MinConfidence || f.Article != "" && c.article != f.Article || !holds(words, c.words) {
			return true
		}
		switch f.Judged {
		case "":
		case "any":
			if c.judged == "" {
				return true
			}
		case "none":
			if c.judged != "" {
				return true
			}
		default:
			if c.judged != f.Judged {
				return true
			}
		}
		for _, g := range groups {
			if !slices.ContainsFunc(g, func(w tag) bool {
				return slices.ContainsFunc(c.tags, func(t tag) bool { return t.facet == w.facet && strings.EqualFold(t.value, w.value) })
			}) {
				return true
			}
		}
		return false
	}), nil
}

func dayText(d *table.Day) string {
	if d == nil {
		return ""
	}
	return d.String()
}

func (p *plain) eventRows() (out []candidate[Event]) {
	for _, r := range p.readings {
		for i := range r.Events {
			e := &r.Events[i]
			j := ""
			if e.Judgement != nil {
				j = e.Judgement.Verdict
			}
			out = append(out, candidate[Event]{e, dayText(e.Day), e.tags(), e.words(), e.Confidence, e.ArticleID, j, len(out)})
		}
	}
	return out
}

func (p *plain) statementRows() (out []candidate[Statement]) {
	for _, r := range p.readings {
		for i := range r.Statements {
			x := &r.Statements[i]
			out = append(out, candidate[Statement]{x, dayText(x.Published), x.tags(), x.words(), x.Confidence, x.ArticleID, "", len(out)})
		}
	}
	return out
}

func (p *plain) articleRows() (out []candidate[Article]) {
	for _, r := range p.readings {
		c := 0.0
		for i := range r.Events {
			c = max(c, r.Events[i].Confidence)
		}
		for i := range r.Statements {
			c = max(c, r.Statements[i].Confidence)
		}
		out = append(out, candidate[Article]{&r.Article, r.Article.Published, r.tags(), r.words(), c, r.Article.ID, "", len(out)})
	}
	return out
}

func (p *plain) entityRows() (out []candidate[Entity]) {
	for _, e := range p.entities {
		if p.named[e.Key] {
			out = append(out, candidate[Entity]{e, "", e.tags(), e.words(), 1, "", "", len(out)})
		}
	}
	return out
}

func page[T any](rows []candidate[T], pg Page) (List[T], error) {
	switch pg.Order {
	case Added:
	case Oldest:
		slices.SortStableFunc(rows, func(a, b candidate[T]) int { return cmp.Compare(a.day, b.day) })
	default:
		slices.SortStableFunc(rows, func(a, b candidate[T]) int { return cmp.Or(cmp.Compare(b.day, a.day), b.n-a.n) })
	}
	l := List[T]{Total: len(rows), Items: []T{}}
	at := 0
	if pg.Token != "" {
		var err error
		if at, err = strconv.Atoi(pg.Token); err != nil || at < 0 {
			return l, fmt.Errorf("token %q is none of this list's", pg.Token)
		}
	}
	for _, c := range rows[min(at, len(rows)):min(at+pg.size(), len(rows))] {
		l.Items = append(l.Items, *c.row)
	}
	if end := at + len(l.Items); end < len(rows) || pg.Order == Added {
		l.Next = strconv.Itoa(end)
	}
	return l, nil
}

// Events lists events.
func (s *Store) Events(ctx context.Context, f Filter, pg Page) (List[Event], error) {
	return list(s, ctx, f, pg, (*plain).eventRows)
}

// Statements lists statements.
func (s *Store) Statements(ctx context.Context, f Filter, pg Page) (List[Statement], error) {
	return list(s, ctx, f, pg, (*plain).statementRows)
}

// Articles lists articles.
func (s *Store) Articles(ctx context.Context, f Filter, pg Page) (List[Article], error) {
	return list(s, ctx, f, pg, (*plain).articleRows)
}

// Entities lists entities that articles name.
func (s *Store) Entities(ctx context.Context, f Filter, pg Page) (List[Entity], error) {
	p, err := s.plain(ctx)
	if err != nil {
		return List[Entity]{}, err
	}
	rows, err := matching(p, f, p.entityRows())
	if err != nil {
		return List[Entity]{}, err
	}
	if pg.Order == ByName {
		slices.SortFunc(rows, func(a, b candidate[Entity]) int { return cmp.Compare(a.row.Key, b.row.Key) })
	} else {
		slices.SortFunc(rows, func(a, b candidate[Entity]) int {
			return cmp.Or(b.row.Articles-a.row.Articles, cmp.Compare(a.row.Key, b.row.Key))
		})
	}
	pg.Order = Added
	l, err := page(rows, pg)
	if err == nil && len(l.Items) < pg.size() {
		l.Next = ""
	}
	for i := range l.Items {
		l.Items[i].Names, l.Items[i].Offices = nil, nil
	}
	return l, err
}

func list[T any](s *Store, ctx context.Context, f Filter, pg Page, rows func(*plain) []candidate[T]) (List[T], error) {
	p, err := s.plain(ctx)
	if err != nil {
		return List[T]{}, err
	}
	found, err := matching(p, f, rows(p))
	if err != nil {
		return List[T]{}, err
	}
	return page(found, pg)
}

// Article returns one article as the store has it.
func (s *Store) Article(ctx context.Context, id string) (*Reading, error) {
	p, err := s.plain(ctx)
	if err != nil {
		return nil, err
	}
	for _, r := range p.readings {
		if r.Article.ID == id {
			return r, nil
		}
	}
	return nil, fmt.Errorf("article %q: %w", id, ErrNotFound)
}

// Event returns one event.
func (s *Store) Event(ctx context.Context, id string) (*Event, error) {
	p, err := s.plain(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range p.eventRows() {
		if c.row.ID == id {
			return c.row, nil
		}
	}
	return nil, fmt.Errorf("event %q: %w", id, ErrNotFound)
}

// Statement returns one statement.
func (s *Store) Statement(ctx context.Context, id string) (*Statement, error) {
	p, err := s.plain(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range p.statementRows() {
		if c.row.ID == id {
			return c.row, nil
		}
	}
	return nil, fmt.Errorf("statement %q: %w", id, ErrNotFound)
}

// Entity returns an entity with its names and offices.
func (s *Store) Entity(ctx context.Context, key string) (*Entity, error) {
	p, err := s.plain(ctx)
	if err != nil {
		return nil, err
	}
	if e := p.byKey[key]; e != nil {
		return e, nil
	}
	return nil, fmt.Errorf("entity %q: %w", key, ErrNotFound)
}

// Facets counts the rows that a filter wants by properties, those of FacetNames
// when no names are given. A facet has its 50 most frequent values.
func (s *Store) Facets(ctx context.Context, k Kind, f Filter, names ...string) ([]Facet, error) {
	p, err := s.plain(ctx)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		names = FacetNames(k)
	}
	counts := map[tag]int{}
	switch k {
	case Events:
		err = tally(p, f, p.eventRows(), counts)
	case Statements:
		err = tally(p, f, p.statementRows(), counts)
	case Articles:
		err = tally(p, f, p.articleRows(), counts)
	case Entities:
		err = tally(p, f, p.entityRows(), counts)
	}
	var out []Facet
	for _, n := range names {
		if !slices.Contains(FacetNames(k), n) {
			return nil, fmt.Errorf("facet %q: want %s", n, strings.Join(FacetNames(k), ", "))
		}
		fc := Facet{Name: n, Values: []Count{}}
		for t, c := range counts {
			if t.facet == n {
				label := t.value
				if e := p.byKey[t.value]; e != nil {
					label = e.Name
				}
				fc.Values = append(fc.Values, Count{t.value, label, c})
			}
		}
		slices.SortFunc(fc.Values, byCount)
		fc.Values = fc.Values[:min(50, len(fc.Values))]
		out = append(out, fc)
	}
	return out, err
}

func tally[T any](p *plain, f Filter, rows []candidate[T], counts map[tag]int) error {
	rows, err := matching(p, f, rows)
	for _, c := range rows {
		for _, t := range c.tags {
			t.label = ""
			counts[t]++
		}
	}
	return err
}

// Histogram counts the rows that a filter wants by stretch of days.
func (s *Store) Histogram(ctx context.Context, k Kind, f Filter, by Unit) (Histogram, error) {
	h := Histogram{Unit: by, Bins: []Bin{}}
	p, err := s.plain(ctx)
	if err != nil {
		return h, err
	}
	days := map[string]int{}
	switch k {
	case Events:
		err = dayCounts(p, f, p.eventRows(), days)
	case Statements:
		err = dayCounts(p, f, p.statementRows(), days)
	default:
		err = dayCounts(p, f, p.articleRows(), days)
	}
	h.Undated = days[""]
	delete(days, "")
	if len(days) == 0 {
		return h, err
	}
	bins := map[string]int{}
	for d, n := range days {
		bins[by.start(d)] += n
	}
	sorted := slices.Sorted(maps.Keys(bins))
	for at := sorted[0]; at <= sorted[len(sorted)-1]; at = by.next(at) {
		h.Bins = append(h.Bins, Bin{at, bins[at]})
	}
	return h, err
}

func dayCounts[T any](p *plain, f Filter, rows []candidate[T], days map[string]int) error {
	rows, err := matching(p, f, rows)
	for _, c := range rows {
		days[c.day]++
	}
	return err
}

// start is the first day of the stretch that a day lies in.
func (u Unit) start(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	switch u {
	case ByWeek:
		t = t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
	case ByMonth:
		t = t.AddDate(0, 0, 1-t.Day())
	case ByYear:
		t = t.AddDate(0, 0, 1-t.YearDay())
	}
	return t.Format(time.DateOnly)
}

// next is the first day of the stretch behind that which begins on a day.
func (u Unit) next(start string) string {
	t, err := time.Parse(time.DateOnly, start)
	if err != nil {
		return "9999-12-31"
	}
	switch u {
	case ByWeek:
		t = t.AddDate(0, 0, 7)
	case ByMonth:
		t = t.AddDate(0, 1, 0)
	case ByYear:
		t = t.AddDate(1, 0, 0)
	default:
		t = t.AddDate(0, 0, 1)
	}
	return t.Format(time.DateOnly)
}

// Places counts the events that a filter wants by where they happened, the
// most first; those whose place has no coordinates are left out.
func (s *Store) Places(ctx context.Context, f Filter) ([]PlaceCount, error) {
	p, err := s.plain(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := matching(p, f, p.eventRows())
	if err != nil {
		return nil, err
	}
	at := map[PlaceCount]int{}
	for _, c := range rows {
		if e := c.row; e.Latitude != nil && e.Longitude != nil {
			at[PlaceCount{e.Place, e.PlaceCountry, *e.Latitude, *e.Longitude, e.Geonames, 0}]++
		}
	}
	out := []PlaceCount{}
	for pl, n := range at {
		pl.N = n
		out = append(out, pl)
	}
	slices.SortFunc(out, func(a, b PlaceCount) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Place, b.Place)) })
	return out, nil
}

// Pair returns what two parties, countries by code or entities by key, did to
// each other, among the events that a filter wants.
func (s *Store) Pair(ctx context.Context, a, b string, f Filter, by Unit) (*Pair, error) {
	p, err := s.plain(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := matching(p, f, p.eventRows())
	if err != nil {
		return nil, err
	}
	party := func(x string) Party {
		if e := p.byKey[x]; e != nil {
			return Party{Key: x, Name: e.Name, Kind: e.Kind, Country: e.Country, Sectors: e.Sectors, Named: p.named[x]}
		}
		return Party{Key: x, Name: p.country(x), Country: x, Named: true}
	}
	out := &Pair{A: party(a), B: party(b), Unit: by, Bins: []PairBin{}}
	bins := map[string]*PairBin{}
	for _, c := range rows {
		e := c.row
		if e.Negation || e.Future || e.Hypothetical || e.Historical || e.DuplicateOf != "" || c.day == "" {
			continue
		}
		there, back := does(e, a, b), does(e, b, a)
		if !there && !back {
			continue
		}
		from := by.start(c.day)
		if bins[from] == nil {
			bins[from] = &PairBin{From: from}
		}
		if there {
			bins[from].There.add(e)
			out.There.add(e)
		}
		if back {
			bins[from].Back.add(e)
			out.Back.add(e)
		}
	}
	if len(bins) > 0 {
		sorted := slices.Sorted(maps.Keys(bins))
		for at := sorted[0]; at <= sorted[len(sorted)-1]; at = by.next(at) {
			if bins[at] == nil {
				bins[at] = &PairBin{From: at}
			}
			bins[at].There.end()
			bins[at].Back.end()
			out.Bins = append(out.Bins, *bins[at])
		}
	}
	out.There.end()
	out.Back.end()
	return out, nil
}

func does(e *Event, a, b string) bool {
	has := func(side []Party, x string) bool {
		return slices.ContainsFunc(side, func(p Party) bool { return p.Key == x || p.Country == x })
	}
	return has(e.Actors, a) && has(e.Recipients, b)
}

func (t *Tally) add(e *Event) {
	t.N++
	t.Score += e.Score
	if e.Quad >= 1 && e.Quad <= 4 {
		t.Quad[e.Quad-1]++
	}
}

func (t *Tally) end() {
	if t.N > 0 {
		t.Score /= float64(t.N)
	}
}

// country is the name of a country, or its code.
func (p *plain) country(code string) string {
	best := &Entity{Name: code}
	for _, e := range p.entities {
		if e.Kind == "country" && e.Country == code && e.Articles > best.Articles {
			best = e
		}
	}
	return best.Name
}

// Say puts a filter into words, with names for keys and codes.
func (s *Store) Say(ctx context.Context, k Kind, f Filter) (string, error) {
	p, err := s.plain(ctx)
	if err != nil {
		return "", err
	}
	return f.Say(k, func(v string) string {
		if e := p.byKey[v]; e != nil {
			return e.Name
		}
		return p.country(v)
	}), nil
}

// Revision changes whenever what the store holds has changed.
func (s *Store) Revision(ctx context.Context) (int64, error) {
	var n int64
	err := s.db.QueryRowContext(ctx, "SELECT COALESCE(MAX(rowid), 0) FROM articles").Scan(&n)
	return n, err
}

// Delete takes away the articles that a filter wants, with all that was read
// in them, and returns how many they were. It refuses a filter that wants all.
func (s *Store) Delete(ctx context.Context, f Filter) (int, error) {
	if f.Zero() {
		return 0, errors.New("a filter that wants everything deletes nothing: name a publisher, an article or days")
	}
	p, err := s.plain(ctx)
	if err != nil {
		return 0, err
	}
	rows, err := matching(p, f, p.articleRows())
	if err != nil {
		return 0, err
	}
	for _, c := range rows {
		if _, err := s.db.ExecContext(ctx, "DELETE FROM articles WHERE article_id = ?", c.article); err != nil {
			return 0, err
		}
	}
	return len(rows), nil
}

// Backup writes a copy of the database to a file that is not there yet, while
// others read and write.
func (s *Store) Backup(ctx context.Context, path string) error {
	_, err := s.db.ExecContext(ctx, "VACUUM INTO ?", path)
	return err
}
