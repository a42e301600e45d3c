package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"readout/store"
)

// A question is one sort of question of a desk.
type question struct {
	name string
	ask  func(ctx context.Context, s *store.Store, d *draw) error
}

// draw picks what is asked for: what is frequent in the store is asked for often.
type draw struct {
	r      *rand.Rand
	facets map[string][]store.Count
	days   []store.Bin
}

func (d *draw) value(facet string) string {
	values := d.facets[facet]
	sum := 0
	for _, v := range values {
		sum += v.N
	}
	for n := d.r.IntN(max(1, sum)); ; {
		for _, v := range values {
			if n -= v.N; n < 0 {
				return v.Value
			}
		}
	}
}

func (d *draw) word() string {
	return []string{"sanctions", "ceasefire", "missile*", "border", "\"prime minister\"", "election", "trade -tariffs", "hostages", "police", "climate", "killed", "vaccine", "\"White House\"", "president", "flood OR earthquake"}[d.r.IntN(15)]
}

func (d *draw) month() (from, to string) {
	day := d.days[d.r.IntN(len(d.days))].From
	return day[:7], day[:7]
}

// filter draws a filter with one to three parts.
func (d *draw) filter() store.Filter {
	var f store.Filter
	for range 1 + d.r.IntN(3) {
		switch d.r.IntN(9) {
		case 0:
			f.Words = d.word()
		case 1:
			f.ActorCountry = []string{d.value("actor_country")}
		case 2:
			f.RecipientCountry = []string{d.value("recipient_country")}
		case 3:
			f.Type = []string{d.value("type")}
		case 4:
			f.Context = []string{d.value("context")}
		case 5:
			f.Party = []string{d.value("party")}
		case 6:
			f.MinConfidence = 0.5
		case 7:
			f.From, f.To = d.month()
		case 8:
			f.Aux = []string{"none"}
		}
	}
	return f
}

var questions = []question{
	{"events: a search", func(ctx context.Context, s *store.Store, d *draw) error {
		_, err := s.Events(ctx, d.filter(), store.Page{})
		return err
	}},
	{"events: words only", func(ctx context.Context, s *store.Store, d *draw) error {
		_, err := s.Events(ctx, store.Filter{Words: d.word()}, store.Page{})
		return err
	}},
	{"events: a later page", func(ctx context.Context, s *store.Store, d *draw) error {
		f := d.filter()
		l, err := s.Events(ctx, f, store.Page{})
		if err == nil && l.Next != "" {
			_, err = s.Events(ctx, f, store.Page{Token: l.Next})
		}
		return err
	}},
	{"events: facets of a search", func(ctx context.Context, s *store.Store, d *draw) error {
		_, err := s.Facets(ctx, store.Events, d.filter())
		return err
	}},
	{"events: facets of all", func(ctx context.Context, s *store.Store, d *draw) error {
		_, err := s.Facets(ctx, store.Events, store.Filter{})
		return err
	}},
	{"events: histogram of a search", func(ctx context.Context, s *store.Store, d *draw) error {
		_, err := s.Histogram(ctx, store.Events, d.filter(), store.ByMonth)
		return err
	}},
	{"events: map of a search", func(ctx context.Context, s *store.Store, d *draw) error {
		_, err := s.Places(ctx, d.filter())
		return err
	}},
	{"statements: a search", func(ctx context.Context, s *store.Store, d *draw) error {
		f := store.Filter{Speaker: []string{d.value("party")}}
		if d.r.IntN(2) == 0 {
			f = store.Filter{Words: d.word(), Country: []string{d.value("actor_country")}}
		}
		_, err := s.Statements(ctx, f, store.Page{})
		return err
	}},
	{"articles: a search", func(ctx context.Context, s *store.Store, d *draw) error {
		_, err := s.Articles(ctx, store.Filter{Words: d.word(), Entity: []string{d.value("party")}}, store.Page{})
		return err
	}},
	{"entities: a search", func(ctx context.Context, s *store.Store, d *draw) error {
		_, err := s.Entities(ctx, store.Filter{Words: []string{"minist*", "putin", "united", "bank", "king", "senat*"}[d.r.IntN(6)]}, store.Page{})
		return err
	}},
	{"entity", func(ctx context.Context, s *store.Store, d *draw) error {
		_, err := s.Entity(ctx, d.value("party"))
		return err
	}},
	{"article", func(ctx context.Context, s *store.Store, d *draw) error {
		from, to := d.month()
		l, err := s.Articles(ctx, store.Filter{From: from, To: to}, store.Page{Size: 1})
		if err == nil && len(l.Items) > 0 {
			_, err = s.Article(ctx, l.Items[0].ID)
		}
		return err
	}},
	{"pair: two countries", func(ctx context.Context, s *store.Store, d *draw) error {
		_, err := s.Pair(ctx, d.value("actor_country"), d.value("recipient_country"), store.Filter{}, store.ByMonth)
		return err
	}},
	{"pair: two entities", func(ctx context.Context, s *store.Store, d *draw) error {
		_, err := s.Pair(ctx, d.value("party"), d.value("party"), store.Filter{}, store.ByDay)
		return err
	}},
	{"pair: page with events", func(ctx context.Context, s *store.Store, d *draw) error {
		a, b := d.value("actor_country"), d.value("recipient_country")
		if _, err := s.Pair(ctx, a, b, store.Filter{}, store.ByMonth); err != nil {
			return err
		}
		_, err := s.Events(ctx, store.Filter{ActorCountry: []string{a}, RecipientCountry: []string{b}}, store.Page{})
		return err
	}},
	{"pair: with a filter", func(ctx context.Context, s *store.Store, d *draw) error {
		_, err := s.Pair(ctx, d.value("actor_country"), d.value("recipient_country"), store.Filter{Type: []string{d.value("type")}}, store.ByMonth)
		return err
	}},
}

// measure asks each sort of question so many times and prints how long the
// answers took.
func measure(ctx context.Context, s *store.Store, rounds int) error {
	d := &draw{r: rand.New(rand.NewPCG(1, 2)), facets: map[string][]store.Count{}}
	facets, err := s.Facets(ctx, store.Events, store.Filter{})
	if err != nil {
		return err
	}
	for _, f := range facets {
		d.facets[f.Name] = f.Values
	}
	h, err := s.Histogram(ctx, store.Events, store.Filter{}, store.ByMonth)
	if err != nil {
		return err
	}
	d.days = h.Bins
	var all []time.Duration
	fmt.Printf("%-32s %9s %9s %9s\n", "milliseconds", "p50", "p95", "most")
	for _, q := range questions {
		var took []time.Duration
		for range rounds {
			at := time.Now()
			if err := q.ask(ctx, s, d); err != nil {
				return fmt.Errorf("%s: %w", q.name, err)
			}
			took = append(took, time.Since(at))
		}
		all = append(all, took...)
		print(q.name, took)
	}
	print("all", all)
	return nil
}

func print(name string, took []time.Duration) {
	slices.Sort(took)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	fmt.Printf("%-32s %9.1f %9.1f %9.1f\n", name, ms(took[len(took)/2]), ms(took[len(took)*95/100]), ms(took[len(took)-1]))
}
