package event

import (
	"slices"

	"readout/actor"
	"readout/place"
)

// house gives the parties of no known country the state that the text is about:
// the only one of which it tells anything, or, for those who are at home where
// they are met, the only one in which it puts a place. Troops, companies, crews
// and whoever is called a stranger are left alone where the text tells of more
// than one, as is whoever is harmed at sea.
func (m *matcher) house(events []Event) {
	all, only, told := m.stage()
	for i := range events {
		e := &events[i]
		m.otherSide(e, all)
		if e.Type == "AID" {
			continue // whom one helps may come from anywhere
		}
		there := told
		switch e.Type {
		case "ASSAULT", "PROTEST", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "COERCE":
		default:
			there = "" // what is dealt with may be elsewhere
		}
		for _, p := range e.Actors {
			m.settleIn(p, only, there)
		}
		if code := m.sovereign(e.Actors); code != "" && code != told && e.Type != "ASSAULT" {
			there = "" // a state lays hands on people at home
		}
		for _, p := range e.Recipients {
			if e.Type == "ASSAULT" && told == "" && m.atSea() {
				continue
			}
			m.settleIn(p, only, there)
		}
	}
}

// otherSide gives captives of no known country whom those free, or agree to
// free, who fight a state the country of that state, where the text tells of it
// and of no third: "Hamas returned the remains of three hostages".
func (m *matcher) otherSide(e *Event, all []string) {
	if e.Type != "RETREAT" && e.Type != "CONCEDE" || len(all) != 2 || !m.is(e.Actors, "REB") {
		return
	}
	code := m.countryOf(e.Actors)
	if code == "" || !slices.Contains(all, code) {
		return
	}
	other := all[0]
	if other == code {
		other = all[1]
	}
	for _, p := range e.Recipients {
		if x := &m.cast.Entities[p]; x.Country == "" && !isNamed(x) && len(x.Sectors) > 0 && (x.Sectors[0] == "CVL" || x.Sectors[0] == "MIL") {
			x.Country = other
		}
	}
}

// settleIn gives party p the one state of the text, if that may be his.
func (m *matcher) settleIn(p int, only, told string) {
	e := &m.cast.Entities[p]
	switch {
	case e.Country != "" || slices.ContainsFunc(e.Sectors, func(s string) bool { return slices.Contains(bodies, s) }):
	case only != "" && m.nativeTo(e):
		e.Country = only
	case told != "" && m.metThere(e):
		e.Country = told
	}
}

// atSea reports whether the document tells of a sea.
func (m *matcher) atSea() bool {
	return slices.ContainsFunc(m.places, func(p place.Place) bool { return p.Kind == "sea" || p.Kind == "strait" })
}

// metThere reports whether an entity of no known country is, by the noun that
// calls it, at home where it is met: plain people, and those who keep order,
// judge, work or teach there.
func (m *matcher) metThere(e *actor.Entity) bool {
	if len(e.Sectors) == 0 || isNamed(e) {
		return false
	}
	switch e.Sectors[0] {
	case "COP", "JUD", "LEG":
		return e.Kind == actor.Organization || m.subjectTo(e)
	case "CVL", "OPP", "LAB", "EDU", "AGR", "REL", "JRN", "MED":
		return m.subjectTo(e)
	}
	return false
}

// isNamed reports whether the text calls an entity by a name.
func isNamed(e *actor.Entity) bool {
	return slices.ContainsFunc(e.Mentions, func(w actor.Mention) bool { return w.As == actor.AsName || w.As == actor.AsAlias })
}

// nativeTo reports whether an entity of no known country is, in a text that
// tells of one state, of that: plain people, officials and troops that only a
// noun calls, and a politician, court or party by whatever name.
func (m *matcher) nativeTo(e *actor.Entity) bool {
	if len(e.Sectors) == 0 || e.Kind == actor.Place {
		return false
	}
	switch e.Sectors[0] {
	case "GOV", "LEG", "JUD", "PTY", "OPP", "COP":
		return e.Kind == actor.Organization || m.subjectTo(e)
	case "MIL", "SPY", "JRN", "SOC", "LAB", "EDU", "MED", "AGR":
		return !isNamed(e) && (e.Kind == actor.Organization || m.subjectTo(e))
	}
	return !isNamed(e) && m.subjectTo(e)
}

// stage returns the states of which the document tells by a party or a place,
// that state if it is the only one, and the only one in which it puts a place;
// each "" if there is none or more than one.
func (m *matcher) stage() (all []string, only, told string) {
	var in []string
	add := func(list []string, code string) []string {
		if code == "" || slices.Contains(bodies, code) || slices.Contains(list, code) {
			return list
		}
		return append(list, code)
	}
	for i := range m.cast.Entities {
		all = add(all, m.cast.Entities[i].Country)
	}
	for i := range m.places {
		p := &m.places[i]
		code := p.Country
		if e := m.cast.At(p.Sentence, p.Head); len(e) > 0 && m.cast.Entities[e[0]].Country != "" {
			code = m.cast.Entities[e[0]].Country // which the rest of its row told
		}
		all = add(all, code)
		if p.Locative && !m.withinNext(i) {
			in = add(in, code)
		}
	}
	if len(all) == 1 {
		only = all[0]
	}
	if len(in) == 1 {
		told = in[0]
	}
	return all, only, told
}
