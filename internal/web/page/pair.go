package page

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"readout/internal/chart"
	"readout/internal/tell"
	"readout/store"
)

type pairsPage struct {
	frame
	A, B   string
	Pairs  []choice
	Newest int // the events in which the pairs were counted, or 0 if these are all
}

// newestEvents is in how many events the pairs of countries are counted: the
// newest, since no index has them.
const newestEvents = 300

// pairs leads to the page of a pair, whose sides may be told by name.
func (p *pages) pairs(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	v := pairsPage{frame: frame{Title: "Pairs", Section: "pairs"}, A: strings.TrimSpace(r.URL.Query().Get("a")), B: strings.TrimSpace(r.URL.Query().Get("b"))}
	if v.A != "" && v.B != "" {
		a, err := p.side(ctx, v.A)
		if err != nil {
			return err
		}
		b, err := p.side(ctx, v.B)
		if err != nil {
			return err
		}
		http.Redirect(w, r, tell.Pair(a, b), http.StatusSeeOther)
		return nil
	}
	list, err := p.store.Events(ctx, store.Filter{Aux: []string{"none"}, Reprints: "none"}, store.Page{Size: newestEvents})
	if err != nil {
		return err
	}
	if list.Next != "" {
		v.Newest = len(list.Items)
	}
	v.Pairs = p.pairsOf(list.Items, 25)
	p.show(w, r, http.StatusOK, "pairs", &v)
	return nil
}

// side is the country code or the key that a name means; a country is meant
// with all that belong to it.
func (p *pages) side(ctx context.Context, name string) (string, error) {
	if code := strings.ToUpper(name); p.countries[code] != "" {
		return code, nil
	}
	if _, err := p.store.Entity(ctx, name); err == nil {
		return name, nil
	}
	found, err := p.store.Entities(ctx, store.Filter{Entity: []string{name}}, store.Page{Size: 1})
	if err != nil {
		return "", err
	}
	switch {
	case len(found.Items) == 0:
		return "", badRequest{fmt.Errorf("nobody in this record is called %q", name)}
	case found.Items[0].Kind == "country":
		return found.Items[0].Country, nil
	}
	return found.Items[0].Key, nil
}

// pairsOf counts the pairs of countries in events, the most first.
func (p *pages) pairsOf(events []store.Event, most int) []choice {
	counts := map[[2]string]int{}
	for _, e := range events {
		seen := map[[2]string]bool{}
		for _, a := range e.Actors {
			for _, b := range e.Recipients {
				pair := [2]string{min(a.Country, b.Country), max(a.Country, b.Country)}
				if pair[0] != "" && pair[0] != pair[1] && !seen[pair] {
					seen[pair] = true
					counts[pair]++
				}
			}
		}
	}
	out := make([]choice, 0, len(counts))
	for pair, n := range counts {
		out = append(out, choice{Label: p.countryName(pair[0]) + " and " + p.countryName(pair[1]), Link: tell.Pair(pair[0], pair[1]), N: n})
	}
	slices.SortFunc(out, func(a, b choice) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Label, b.Label)) })
	return out[:min(most, len(out))]
}

type pairPage struct {
	frame
	Pair                *store.Pair
	Say, Path, From, To string
	Unit                store.Unit
	Chips, Units        []choice
	ThereLink, BackLink string
	There, Back         []store.Event
	Series              figure
}

// pair shows what two sides did to each other over time.
func (p *pages) pair(w http.ResponseWriter, r *http.Request) error {
	ctx, a, b := r.Context(), r.PathValue("a"), r.PathValue("b")
	f, _, err := asked(r)
	if err != nil {
		return err
	}
	v := pairPage{Path: tell.Pair(a, b), From: f.From, To: f.To, Unit: store.Unit(r.URL.Query().Get("unit"))}
	switch v.Unit {
	case store.ByDay, store.ByWeek, store.ByMonth, store.ByYear:
	case "":
		v.Unit = store.ByMonth
	default:
		return badRequest{fmt.Errorf("unit %q: want day, week, month or year", v.Unit)}
	}
	there, back := directed(f, a, b), directed(f, b, a)
	list := func(f store.Filter, to *[]store.Event) error {
		l, err := p.store.Events(ctx, f, store.Page{Size: 8})
		*to = l.Items
		return err
	}
	if err := together(
		func() (err error) { v.Pair, err = p.dealings(ctx, a, b, f, v.Unit); return err },
		func() error { return list(there, &v.There) },
		func() error { return list(back, &v.Back) },
	); err != nil {
		return err
	}
	if r.URL.Query().Get("unit") == "" {
		if unit := suits(len(v.Pair.Bins)); unit != v.Unit {
			v.Unit = unit
			if v.Pair, err = p.dealings(ctx, a, b, f, unit); err != nil {
				return err
			}
		}
	}
	names := v.Pair.A.Name + " and " + v.Pair.B.Name
	v.frame = frame{Title: names, Section: "pairs", Self: v.Path + query(f), Data: true, Cite: "Dealings of " + names,
		More: []choice{{Label: "CSV", Link: dataAddress(v.Path+"/series"+query(f), "csv")}}}
	v.Say = "Who did what to whom: on PLOVER's scale from conflict, −10, to cooperation, +10. Events that happened, reprints left out."
	q := f.Query()
	for _, name := range store.FilterNames() {
		for _, value := range q[name] {
			v.Chips = append(v.Chips, choice{Label: partWord(name) + ": " + plain(value), Link: address(v.Path, without(q, name, value))})
		}
	}
	for _, u := range []store.Unit{store.ByDay, store.ByWeek, store.ByMonth, store.ByYear} {
		v.Units = append(v.Units, choice{Label: string(u), Link: address(v.Path, with(q, "unit", string(u))), Chosen: u == v.Unit})
	}
	v.ThereLink, v.BackLink = listAddress(store.Events, there), listAddress(store.Events, back)
	v.Series = series(v.Pair, there, back)
	p.show(w, r, http.StatusOK, "pair", &v)
	return nil
}

// dealings is a pair with the names of countries for their codes.
func (p *pages) dealings(ctx context.Context, a, b string, f store.Filter, by store.Unit) (*store.Pair, error) {
	kept, err := p.store.Pair(ctx, a, b, f, by)
	if err != nil {
		return nil, err
	}
	pr := *kept
	pr.A.Name, pr.B.Name = p.countryName(pr.A.Name), p.countryName(pr.B.Name)
	return &pr, nil
}

// suits is the unit for so many months.
func suits(months int) store.Unit {
	switch {
	case months <= 2:
		return store.ByDay
	case months > 72:
		return store.ByYear
	}
	return store.ByMonth
}

// directed is the filter of the events that a pair's one direction counts.
func directed(f store.Filter, actor, recipient string) store.Filter {
	if isCode(actor) {
		f.ActorCountry = append(f.ActorCountry[:0:0], actor)
	} else {
		f.Actor = append(f.Actor[:0:0], actor)
	}
	if isCode(recipient) {
		f.RecipientCountry = append(f.RecipientCountry[:0:0], recipient)
	} else {
		f.Recipient = append(f.Recipient[:0:0], recipient)
	}
	f.Aux, f.Reprints = []string{"none"}, "none"
	return f
}

// series draws a pair, with the table that says the same.
func series(pr *store.Pair, there, back store.Filter) figure {
	fig := figure{TableTitle: "The chart as a table", Heads: []string{sentence(string(pr.Unit)), pr.A.Name + " → " + pr.B.Name, "events", pr.B.Name + " → " + pr.A.Name, "events"}}
	bins := pr.Bins
	if over := len(bins) - mostBins; over > 0 {
		bins = bins[over:]
		fig.Caption = fmt.Sprintf("The last %d %ss.", mostBins, pr.Unit)
	}
	if len(bins) == 0 {
		return fig
	}
	d := chart.Series{Head: chart.Head{ID: "series", Title: "Conflict and cooperation of " + pr.A.Name + " and " + pr.B.Name + " by " + string(pr.Unit),
		Desc: fmt.Sprintf("%s → %s: %s, mean %s. %s → %s: %s, mean %s.", pr.A.Name, pr.B.Name, count(pr.There.N, "event"), score(pr.There.Score), pr.B.Name, pr.A.Name, count(pr.Back.N, "event"), score(pr.Back.Score))},
		Lines: []chart.Line{{Name: pr.A.Name}, {Name: pr.B.Name}}}
	for i, b := range bins {
		d.Dates = append(d.Dates, shortDay(b.From, pr.Unit))
		label := sayUnit(b.From, pr.Unit)
		row := figureRow{Label: label}
		for n, t := range []store.Tally{b.There, b.Back} {
			if t.N == 0 {
				row.Cells = append(row.Cells, "", "")
				continue
			}
			f, who := there, pr.A.Name+" → "+pr.B.Name
			if n == 1 {
				f, who = back, pr.B.Name+" → "+pr.A.Name
			}
			f.From, f.To = days(b.From, pr.Unit)
			link := listAddress(store.Events, f)
			d.Lines[n].Points = append(d.Lines[n].Points, chart.Point{At: i, Value: t.Score, Count: t.N, Link: link,
				Say: fmt.Sprintf("%s, %s: %s, mean %s", label, who, count(t.N, "event"), score(t.Score))})
			row.Cells = append(row.Cells, score(t.Score), number(t.N))
			row.Link = link
		}
		if b.There.N+b.Back.N > 0 {
			fig.Rows = append(fig.Rows, row)
		}
	}
	fig.Drawing = d.SVG()
	return fig
}
