package page

import (
	"cmp"
	"context"
	"fmt"
	"html/template"
	"math"
	"net/http"
	"slices"
	"strings"
	"time"

	"readout/internal/mark"
	"readout/internal/tell"
	"readout/record"
	"readout/store"
)

type todayPage struct {
	frame
	When            string // the day, or "" while the record has no article with a date
	IsToday, Latest bool
	Earlier, Later  string // days to go to
	Articles        store.List[store.Article]
	Before          int // articles of the day before
	MoreArticles    string

	EventTotal, StatementTotal       int
	EventsAtLeast, StatementsAtLeast bool

	CanRead bool // there is a form for an article to read
	Form    Handed

	Notable  []notable
	Denials  []denial
	Speakers []choice
	Parties  []choice
}

// A notable is an event that stands out, with what makes it do so.
type notable struct {
	store.Event
	Why string
}

// A denial is a contradiction inside an article or between two.
type denial struct {
	Say, Title, Link string
	Quotes           []template.HTML
}

// today shows a day: the one of the address, or else the newest day that has
// articles. Days to come are none of these unless all articles are of such; of a
// record without any date the newest articles are shown.
func (p *pages) today(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	today := p.now().UTC().Format(time.DateOnly)
	newest, err := p.start(ctx, today)
	if err != nil {
		return err
	}
	v := todayPage{When: r.PathValue("day"), CanRead: p.read != nil}
	if v.When == "" {
		v.When = newest
	} else if _, err := time.Parse(time.DateOnly, v.When); err != nil {
		return store.ErrNotFound
	}
	v.frame = frame{Title: "Today", Section: "today"}
	if v.When == "" {
		if v.Articles, err = p.store.Articles(ctx, store.Filter{}, store.Page{Size: 20}); err != nil {
			return err
		}
		if v.Articles.Next != "" {
			v.MoreArticles = listAddress(store.Articles, store.Filter{})
		}
		p.show(w, r, http.StatusOK, "today", &v)
		return nil
	}
	v.IsToday, v.Latest = v.When == today, v.When == newest
	v.Title, v.Self, v.Cite = sayDay(v.When), dayAddress(v.When), "The day "+sayDay(v.When)
	if err := p.around(ctx, &v); err != nil {
		return err
	}
	if err := p.stands(ctx, &v); err != nil {
		return err
	}
	p.show(w, r, http.StatusOK, "today", &v)
	return nil
}

// start is the day that the first page shows: the newest up to today that has an
// article, or else the first of those to come, or "".
func (p *pages) start(ctx context.Context, today string) (string, error) {
	newest, err := p.newest(ctx, today)
	if err != nil || newest != "" {
		return newest, err
	}
	list, err := p.store.Articles(ctx, store.Filter{From: today}, store.Page{Size: 1, Order: store.Oldest})
	if err != nil || len(list.Items) == 0 {
		return "", err
	}
	return dayOf(list.Items[0].Published), nil
}

// newest is the newest day up to the given one that has an article, or "".
func (p *pages) newest(ctx context.Context, until string) (string, error) {
	list, err := p.store.Articles(ctx, store.Filter{To: until}, store.Page{Size: 1})
	if err != nil || len(list.Items) == 0 {
		return "", err
	}
	return dayOf(list.Items[0].Published), nil
}

// dayOf is the day of a time of publication.
func dayOf(published string) string { return published[:min(len(published), len(time.DateOnly))] }

// around counts what the day has, and finds the days beside it.
func (p *pages) around(ctx context.Context, v *todayPage) error {
	day := store.Filter{From: v.When, To: v.When}
	var err error
	if v.Articles, err = p.store.Articles(ctx, day, store.Page{Size: 20}); err != nil {
		return err
	}
	if v.Articles.Next != "" {
		v.MoreArticles = listAddress(store.Articles, day)
	}
	events, err := p.store.Events(ctx, day, store.Page{Size: 1})
	if err != nil {
		return err
	}
	statements, err := p.store.Statements(ctx, day, store.Page{Size: 1})
	if err != nil {
		return err
	}
	v.EventTotal, v.EventsAtLeast, v.StatementTotal, v.StatementsAtLeast = events.Total, events.AtLeast, statements.Total, statements.AtLeast
	t, err := time.Parse(time.DateOnly, v.When)
	if err != nil {
		return err
	}
	yesterday, tomorrow := t.AddDate(0, 0, -1).Format(time.DateOnly), t.AddDate(0, 0, 1).Format(time.DateOnly)
	before, err := p.store.Articles(ctx, store.Filter{From: yesterday, To: yesterday}, store.Page{Size: 1})
	if err != nil {
		return err
	}
	v.Before = before.Total
	if v.Earlier, err = p.newest(ctx, yesterday); err != nil {
		return err
	}
	later, err := p.store.Articles(ctx, store.Filter{From: tomorrow}, store.Page{Size: 1, Order: store.Oldest})
	if err != nil {
		return err
	}
	if len(later.Items) > 0 {
		v.Later = dayOf(later.Items[0].Published)
	}
	return nil
}

// stands finds what stands out on the day.
func (p *pages) stands(ctx context.Context, v *todayPage) error {
	t, err := time.Parse(time.DateOnly, v.When)
	if err != nil {
		return err
	}
	window := store.Filter{From: t.AddDate(0, 0, -1).Format(time.DateOnly), To: v.When, Reprints: "none"}
	happened := window
	happened.Aux = []string{"none"}
	list, err := p.store.Events(ctx, happened, store.Page{Size: 200})
	if err != nil {
		return err
	}
	types, err := p.store.Facets(ctx, store.Events, store.Filter{}, "type")
	if err != nil {
		return err
	}
	v.Notable = notables(list.Items, types, 8)
	for _, a := range v.Articles.Items {
		if len(v.Denials) >= 6 {
			break
		}
		reading, err := p.store.Article(ctx, a.ID)
		if err != nil {
			return err
		}
		v.Denials = append(v.Denials, denials(reading)...)
	}
	between, err := p.denialsElsewhere(ctx, window, 6)
	if err != nil {
		return err
	}
	v.Denials = append(v.Denials, between...)
	speakers, err := p.store.Facets(ctx, store.Statements, window, "speaker")
	if err != nil {
		return err
	}
	parties, err := p.store.Facets(ctx, store.Events, window, "party")
	if err != nil {
		return err
	}
	for _, fc := range speakers {
		v.Speakers = counted(fc, 10, tell.Entity)
	}
	for _, fc := range parties {
		v.Parties = counted(fc, 10, tell.Entity)
	}
	return nil
}

// notables picks the events that stand out: far from zero on PLOVER's scale, of
// a type that is rare in the record, and likely right. Of the reports of one
// happening the likeliest stands for all.
func notables(events []store.Event, types []store.Facet, most int) []notable {
	counts, all := map[string]int{}, 0
	for _, fc := range types {
		for _, c := range fc.Values {
			counts[c.Value] = c.N
			all += c.N
		}
	}
	weight := func(e store.Event) float64 {
		rarity := math.Log(float64(1+all) / float64(1+counts[e.Type])) // in nats: 0 when all are of this type
		return (math.Abs(e.Score) + 2*rarity) * e.Confidence
	}
	sorted := slices.Clone(events)
	slices.SortStableFunc(sorted, func(a, b store.Event) int { return cmp.Compare(weight(b), weight(a)) })
	reports := map[string]int{}
	for _, e := range sorted {
		reports[e.Happening]++
	}
	seen := map[string]bool{"": false}
	var out []notable
	for _, e := range sorted {
		if len(out) == most || e.Confidence < .4 {
			break
		}
		if seen[e.Happening] || len(e.Actors) == 0 {
			continue
		}
		seen[e.Happening] = e.Happening != ""
		why := []string{quad(e.Quad)}
		if counts[e.Type]*20 < all {
			why = append(why, "rare")
		}
		if n := reports[e.Happening]; n > 1 && e.Happening != "" {
			why = append(why, count(n, "report"))
		}
		out = append(out, notable{e, strings.Join(why, ", ")})
	}
	return out
}

// denials lists the contradictions that a record names.
func denials(r *store.Reading) []denial {
	var out []denial
	var p *proof
	for _, l := range r.Record.Links {
		if l.Kind != "denies" {
			continue
		}
		if p == nil {
			p = newProof(r)
		}
		out = append(out, denial{Say: p.subject(l.From) + " denies: " + p.name(l.To), Title: cmp.Or(r.Article.Title, r.Article.ID), Link: rowAddress(r, l.From),
			Quotes: slices.Compact([]template.HTML{p.quote(l.To), p.quote(l.From)})})
	}
	return out
}

// subject is who makes a statement or does something.
func (p *proof) subject(local string) string {
	for i, e := range p.record.Events {
		if e.ID == local {
			return sentence(names(p.reading.Events[i].Actors, "someone"))
		}
	}
	for i, s := range p.record.Statements {
		if s.ID == local {
			return sentence(speaker(p.reading.Statements[i]))
		}
	}
	return local
}

// quote is the sentence of an event or a statement with its words marked.
func (p *proof) quote(local string) template.HTML {
	for i, e := range p.record.Events {
		if e.ID == local {
			row := p.reading.Events[i]
			return passage(row.Sentence, row.Trigger)
		}
	}
	for i, s := range p.record.Statements {
		if s.ID == local && len(s.Content) > 0 {
			row := p.reading.Statements[i]
			return passage(row.Sentence, mark.Flat(p.text.Words(record.Span(s.Content[0]))))
		}
	}
	return template.HTML(template.HTMLEscapeString(fmt.Sprint(local)))
}
