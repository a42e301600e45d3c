package page

import (
	"context"
	"fmt"
	"html/template"
	"slices"

	"readout/event"
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

// timeline counts the rows of a list over time, by the unit that suits them:
// events with cooperation above the line and conflict below it.
func (p *pages) timeline(ctx context.Context, k store.Kind, f store.Filter) (figure, error) {
	h, left, err := p.histogram(ctx, k, f)
	if err != nil || len(h.Bins) < 2 {
		return figure{}, err
	}
	fig := figure{TableTitle: "The timeline as a table", Heads: []string{sentence(string(h.Unit)), sentence(string(k))}}
	d := chart.Histogram{Head: chart.Head{ID: "timeline", Title: sentence(string(k)) + " by " + string(h.Unit)}}
	var conflict map[string]int
	if k == store.Events {
		if conflict, err = p.conflict(ctx, f, h.Unit); err != nil {
			return figure{}, err
		}
		d.Up, d.Down = "cooperation", "conflict"
		fig.Heads = []string{sentence(string(h.Unit)), "Cooperation", "Conflict"}
	}
	bins := h.Bins
	if left > 0 {
		fig.Caption = sentence(number(left)) + " earlier ones are not drawn."
	}
	most := bins[0]
	q := f.Query()
	for _, b := range bins {
		if b.N > most.N {
			most = b
		}
		first, last := days(b.From, h.Unit)
		q.Set("from", first)
		q.Set("to", last)
		bar := chart.Bar{Label: shortDay(b.From, h.Unit), Say: sayUnit(b.From, h.Unit), Up: b.N}
		cells := []string{number(b.N)}
		if conflict == nil {
			bar.Say += ": " + number(b.N)
		} else {
			bar.Down = min(b.N, conflict[b.From])
			bar.Up = b.N - bar.Down
			cells = []string{number(bar.Up), number(bar.Down)}
			bar.Say += ": " + number(bar.Up) + " cooperation, " + number(bar.Down) + " conflict"
		}
		if b.N > 0 {
			bar.Link = "/" + string(k) + "?" + q.Encode()
			fig.Rows = append(fig.Rows, figureRow{sayUnit(b.From, h.Unit), bar.Link, cells})
		}
		d.Bars = append(d.Bars, bar)
	}
	d.Desc = fmt.Sprintf("From %s to %s; most, %s, in %s.", sayUnit(bins[0].From, h.Unit), sayUnit(bins[len(bins)-1].From, h.Unit), number(most.N), sayUnit(most.From, h.Unit))
	fig.Drawing = d.SVG()
	return fig, nil
}

// fewBins is how many months there are at least where they are drawn, and
// mostMonths how many at most.
const fewBins, mostMonths = 4, 60

// histogram counts rows by the unit that suits them: most lie in the time that
// is drawn. left is how many lie before it.
func (p *pages) histogram(ctx context.Context, k store.Kind, f store.Filter) (h store.Histogram, left int, err error) {
	h, err = p.store.Histogram(ctx, k, f, store.ByMonth)
	if err != nil {
		return h, 0, err
	}
	if len(h.Bins) > mostMonths {
		if start := tailOf(h.Bins); len(h.Bins)-start <= mostMonths {
			return cut(h, h.Bins[start].From)
		}
		h, err = p.store.Histogram(ctx, k, f, store.ByYear)
		if over := len(h.Bins) - mostBins; over > 0 {
			return cut(h, h.Bins[over].From)
		}
		return h, 0, err
	}
	if len(h.Bins) < fewBins {
		h, err = p.store.Histogram(ctx, k, f, store.ByDay)
	}
	return h, 0, err
}

// tailOf is the first of the bins behind which nineteen rows in twenty lie.
func tailOf(bins []store.Bin) int {
	all, before := 0, 0
	for _, b := range bins {
		all += b.N
	}
	for i, b := range bins {
		if before += b.N; before*20 > all {
			return i
		}
	}
	return 0
}

// cut leaves out the bins before a day, and counts what is in them.
func cut(h store.Histogram, from string) (store.Histogram, int, error) {
	left := 0
	for i, b := range h.Bins {
		if b.From >= from {
			h.Bins = h.Bins[i:]
			break
		}
		left += b.N
	}
	return h, left, nil
}

// conflict counts the events of a list that are of a conflictual type, by
// stretch of days.
func (p *pages) conflict(ctx context.Context, f store.Filter, by store.Unit) (map[string]int, error) {
	out := map[string]int{}
	asked := f.Type
	f.Type = nil
	for _, t := range event.Types() {
		if t.Quad > 2 && (len(asked) == 0 || slices.Contains(asked, t.Type)) {
			f.Type = append(f.Type, t.Type)
		}
	}
	if f.Type == nil {
		return out, nil
	}
	h, err := p.store.Histogram(ctx, store.Events, f, by)
	for _, b := range h.Bins {
		out[b.From] = b.N
	}
	return out, err
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
