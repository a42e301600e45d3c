package mark

import (
	"fmt"
	"sort"
	"strings"

	"readout/record"
)

// lead is the event that the report leads with: the first that is as likely
// right as not, or else the surest.
func (p *printer) lead() *record.Event {
	var best *record.Event
	for i := range p.r.Events {
		e := &p.r.Events[i]
		if len(e.Aux) > 0 || e.AccordingTo != "" || e.Date == nil {
			continue
		}
		if e.Confidence >= 0.5 {
			return e
		}
		if best == nil || e.Confidence > best.Confidence {
			best = e
		}
	}
	return best
}

// parties names those who take part in events, the most active first.
func (p *printer) parties() string {
	n := map[string]int{}
	for _, e := range p.r.Events {
		for _, id := range e.Actors {
			n[id]++
		}
		for _, id := range e.Recipients {
			n[id]++
		}
	}
	return p.ranked(n, 8, func(e *record.Entity) string {
		about := strings.Join(append(some(e.Office), some(e.Country)...), ", ")
		if about == "" || about == e.Name {
			return e.Name
		}
		return e.Name + " (" + about + ")"
	})
}

func (p *printer) speakers() string {
	n := map[string]int{}
	for _, s := range p.r.Statements {
		if s.Speaker != "" {
			n[s.Speaker]++
		}
	}
	return p.ranked(n, 6, func(e *record.Entity) string { return fmt.Sprintf("%s ×%d", e.Name, n[e.ID]) })
}

func (p *printer) ranked(n map[string]int, most int, show func(*record.Entity) string) string {
	var es []*record.Entity
	for i := range p.r.Entities {
		if n[p.r.Entities[i].ID] > 0 {
			es = append(es, &p.r.Entities[i])
		}
	}
	sort.SliceStable(es, func(i, j int) bool { return n[es[i].ID] > n[es[j].ID] })
	var out []string
	for _, e := range es[:min(most, len(es))] {
		out = append(out, show(e))
	}
	if len(es) > most {
		out = append(out, fmt.Sprintf("and %d more", len(es)-most))
	}
	return strings.Join(out, ", ")
}
