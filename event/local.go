package event

import (
	"slices"

	"readout/actor"
)

// local gives those of no known country whom only a noun calls, and who act or
// are acted upon where the clause tells, the country of that place: protesters
// who demand something in The Hague, people arrested in a raid on Nablus, the
// gunman who shot somebody in Lima. Whoever is called a stranger is left alone.
func (m *matcher) local(d *draft) {
	switch d.code.Type {
	case "ASSAULT", "PROTEST", "REQUEST", "ACCUSE", "REJECT", "COERCE":
	default:
		return
	}
	if !slices.ContainsFunc(d.actors, m.homeless) && !slices.ContainsFunc(d.recipients, m.homeless) {
		return
	}
	land := m.land(d)
	if len(land) == 0 {
		return
	}
	code := m.cast.Entities[land[0]].Country
	for _, p := range d.actors {
		if e := &m.cast.Entities[p]; m.homeless(p) && (d.code.Type != "COERCE" || e.Sectors[0] == "COP" || e.Sectors[0] == "JUD") {
			e.Country = code
		}
	}
	if d.code.Type != "ASSAULT" && !slices.Contains(d.code.Modes, "arrest") {
		return
	}
	for _, p := range d.recipients {
		if m.homeless(p) {
			m.cast.Entities[p].Country = code
		}
	}
}

// homeless reports whether an entity is somebody of no known country whom the
// text calls by a noun alone, and who is at home where he is met: plain people,
// police, workers, gunmen.
func (m *matcher) homeless(p int) bool {
	e := &m.cast.Entities[p]
	if len(e.Sectors) == 0 || !m.subjectTo(e) {
		return false
	}
	switch e.Sectors[0] {
	case "CVL", "UAF", "CRM", "COP", "JUD", "LEG", "OPP", "LAB", "EDU", "AGR":
	default:
		return false
	}
	return !slices.ContainsFunc(e.Mentions, func(w actor.Mention) bool { return w.As == "name" || w.As == "alias" })
}
