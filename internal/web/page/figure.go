package page

import (
	"context"
	"fmt"
	"html/template"
	"slices"

	"readout/internal/chart"
	"readout/store"
)

// A figure is a drawing with the table that says the same.
type figure struct {
	Drawing    template.HTML
	Caption    string
	TableTitle string
	Heads      []string
	Rows       []figureRow
}

type figureRow struct {
	Label, Link string
	Cells       []string
}

// mostBins is how many stretches of time a drawing has room for.
const mostBins = 120

// timeline counts the rows of a list over time, by the unit that suits them.
func (p *pages) timeline(ctx context.Context, k store.Kind, f store.Filter) (figure, error) {
	h, err := p.store.Histogram(ctx, k, f, store.ByMonth)
	if err != nil {
		return figure{}, err
	}
	switch n := len(h.Bins); {
	case n > 60:
		h, err = p.store.Histogram(ctx, k, f, store.ByYear)
	case n <= 3:
		h, err = p.store.Histogram(ctx, k, f, store.ByDay)
	}
	if err != nil || len(h.Bins) < 2 {
		return figure{}, err
	}
	fig := figure{TableTitle: "The timeline as a table", Heads: []string{sentence(string(h.Unit)), sentence(string(k))}}
	if over := len(h.Bins) - mostBins; over > 0 {
		h.Bins = h.Bins[over:]
		fig.Caption = fmt.Sprintf("The last %d %ss.", mostBins, h.Unit)
	}
	d := chart.Histogram{Head: chart.Head{ID: "timeline", Title: sentence(string(k)) + " by " + string(h.Unit)}}
	most := h.Bins[0]
	q := f.Query()
	for _, b := range h.Bins {
		if b.N > most.N {
			most = b
		}
		first, last := days(b.From, h.Unit)
		q.Set("from", first)
		q.Set("to", last)
		link := "/" + string(k) + "?" + q.Encode()
		if b.N == 0 {
			link = ""
		}
		label := sayUnit(b.From, h.Unit)
		d.Bars = append(d.Bars, chart.Bar{Label: shortDay(b.From, h.Unit), Say: label + ": " + number(b.N), Link: link, Up: b.N})
		if b.N > 0 {
			fig.Rows = append(fig.Rows, figureRow{label, link, []string{number(b.N)}})
		}
	}
	d.Desc = fmt.Sprintf("From %s to %s; most, %s, in %s.", sayUnit(h.Bins[0].From, h.Unit), sayUnit(h.Bins[len(h.Bins)-1].From, h.Unit), number(most.N), sayUnit(most.From, h.Unit))
	fig.Drawing = d.SVG()
	return fig, nil
}

// mostDots is how many places a map shows.
const mostDots = 80

// places draws where the events of a list happened.
func (p *pages) places(ctx context.Context, f store.Filter) (figure, error) {
	places, err := p.store.Places(ctx, f)
	if err != nil || len(places) == 0 {
		return figure{}, err
	}
	fig := figure{TableTitle: "The map as a table", Heads: []string{"Place", "Events"}}
	if len(places) > mostDots {
		places = places[:mostDots]
		fig.Caption = fmt.Sprintf("The %d places with most events.", mostDots)
	}
	m := chart.Map{Head: chart.Head{ID: "map", Title: "Where", Desc: fmt.Sprintf("%s; most events, %s, in %s.", count(len(places), "place"), number(places[0].N), places[0].Place)},
		World: p.assets.address["world.svg"]}
	q := f.Query()
	for _, x := range places {
		to := q
		if !slices.Contains(q["place"], x.Place) {
			to = with(q, "place", x.Place)
		}
		link := address("/events", to)
		m.Dots = append(m.Dots, chart.Dot{Lat: x.Latitude, Lon: x.Longitude, Count: x.N, Say: x.Place + ": " + count(x.N, "event"), Link: link})
		fig.Rows = append(fig.Rows, figureRow{x.Place, link, []string{number(x.N)}})
	}
	fig.Drawing = m.SVG()
	return fig, nil
}
