package event

import (
	"slices"
	"strings"

	"readout/actor"
)

// local gives those of no known country whom only a noun calls, and who act or
// are acted upon where the clause tells, the country of that place: protesters
// who demand something in The Hague, people arrested in a raid on Nablus, the
// gunman who shot somebody in Lima. Whoever is called a stranger is left alone.
func (m *matcher) local(d *draft) {
	m.seated(d)
	m.institutions(d)
	switch d.code.Type {
	case "ASSAULT", "PROTEST", "REQUEST", "ACCUSE", "REJECT", "COERCE", "AID":
	default:
		return
	}
	if !slices.ContainsFunc(d.actors, m.homeless) && !slices.ContainsFunc(d.recipients, m.homeless) {
		return
	}
	code := ""
	if land := m.land(d); len(land) > 0 {
		code = m.cast.Entities[land[0]].Country
	} else if d.code.Type == "ASSAULT" && len(d.actors) > 0 && m.countries(d.recipients) == 1 && !m.is(d.recipients, "STATE") {
		code = m.countryOf(d.recipients) // at home with those whom they hit
	} else if d.code.Type == "ASSAULT" && m.countries(d.actors) == 1 && (m.is(d.actors, "COP") || m.is(d.actors, "CVL") && m.is(d.recipients, "UAF")) {
		code = m.countryOf(d.actors) // police at home, and whoever stops a gunman there
	}
	if code == "" {
		m.grounded(d)
		return
	}
	for _, p := range d.actors {
		if e := &m.cast.Entities[p]; m.homeless(p) && (d.code.Type != "COERCE" || slices.Contains(e.Sectors, "COP") || e.Sectors[0] == "JUD" || m.inPower(e)) {
			e.Country = code
		}
	}
	if d.code.Type != "ASSAULT" && !(d.code.Type == "AID" && d.code.CAMEO != "075" && code == m.sovereign(d.actors)) && !(slices.Contains(d.code.Modes, "arrest") && (code == m.site(d) || code == m.countryOf(d.actors))) {
		return
	}
	for _, p := range d.recipients {
		if m.homeless(p) {
			m.cast.Entities[p].Country = code
		}
	}
}

// seated gives a court, a police force, a school or the like of no known
// country that of the place behind its name: "the Crown Court in London".
func (m *matcher) seated(d *draft) {
	for _, side := range [2]struct {
		parties []int
		token   int
	}{{d.actors, d.actorToken}, {d.recipients, d.recipToken}} {
		if side.token < 0 || len(side.parties) != 1 {
			continue
		}
		e := &m.cast.Entities[side.parties[0]]
		if e.Kind == actor.Place && strings.Contains(e.Name, " ") && !e.Town {
			if f := m.lying(side.token); len(f) > 0 {
				e.Country = m.countryOf(f) // "Aden Adde Airport in Mogadishu"
			}
			continue
		}
		if e.Country != "" || e.Kind != actor.Organization || len(e.Sectors) == 0 {
			continue
		}
		switch e.Sectors[0] {
		case "JUD", "COP", "LEG", "PTY", "EDU", "MED", "GOV":
			if f := m.owner(side.token, anywhere, 0); f.trust == byPlace {
				e.Country = m.countryOf(f.parties)
			}
		}
	}
}

// lying returns the place that is told behind "in" below token i.
func (m *matcher) lying(i int) []int {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if k := int(c); k > i && t.tok(k).Base() == "nmod" && t.preposition(k) == "in" && m.countryOf(m.at(k)) != "" {
			return m.at(k)
		}
	}
	return nil
}

// countryOf returns the country of the first of the parties that is of one, if
// it is a state's; else "".
func (m *matcher) countryOf(parties []int) string {
	for _, p := range parties {
		if c := m.cast.Entities[p].Country; c != "" && !slices.Contains(bodies, c) {
			return c
		}
	}
	return ""
}

// inPower reports whether an entity is soldiers who rule, as the noun for them says:
// "the generals", "the ruling junta".
func (m *matcher) inPower(e *actor.Entity) bool {
	return e.Sectors[0] == "MIL" && e.Kind != actor.Person && !isNamed(e) && slices.ContainsFunc(strings.Fields(lower(e.Name)), func(w string) bool {
		return m.f.classes["rulers"].word(w)
	})
}

// homeless reports whether an entity is somebody of no known country whom the
// text calls by a noun alone, and who is at home where he is met: plain people,
// police, workers, gunmen.
func (m *matcher) homeless(p int) bool {
	e := &m.cast.Entities[p]
	if len(e.Sectors) == 0 || e.Country != "" {
		return false
	}
	body := false
	switch e.Sectors[0] {
	case "COP", "JUD", "LEG", "JRN", "MED", "OPP":
		body = e.Kind == actor.Organization
	}
	if !body && m.inPower(e) {
		return true
	}
	if !body && !m.subjectTo(e) {
		return false
	}
	switch e.Sectors[0] {
	case "CVL", "UAF", "CRM", "COP", "JUD", "LEG", "OPP", "LAB", "EDU", "AGR", "SPY", "REL", "JRN", "MED":
	default:
		if !slices.Contains(e.Sectors, "COP") {
			return false
		}
	}
	return !isNamed(e)
}
