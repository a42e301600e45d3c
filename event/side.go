package event

import (
	"slices"
	"strings"

	"readout/actor"
)

// inClash reports whether the recipients of a draft, all of them armed, were
// harmed fighting each other: "in clashes", "during fighting at the border".
func (m *matcher) inClash(d *draft) bool {
	for _, p := range d.recipients {
		if q := []int{p}; !m.is(q, "ARMED") && !m.is(q, "CRM") {
			return false
		}
	}
	for _, a := range m.frame(d.trigger).preps {
		switch a.prep {
		case "in", "during", "amid", "after":
			if m.f.c.fray.has(&m.tree, a.tok) {
				return true
			}
		}
	}
	return false
}

// outlaws are the sectors of those who bear arms without a state.
var outlaws = []string{"REB", "UAF", "CRM", "PRM"}

// outlawed reports whether any of the parties bears arms without a state.
func (m *matcher) outlawed(parties []int) bool {
	return slices.ContainsFunc(outlaws, func(s string) bool { return m.is(parties, s) })
}

// opposed reports whether of two lists one bears arms for a state and the
// other without one, so that they are each other's enemies.
func (m *matcher) opposed(a, b []int) bool {
	state := func(list []int) bool {
		return m.is(list, "MIL") || m.is(list, "COP") || m.is(list, "GOV") || m.is(list, "SPY")
	}
	return m.outlawed(a) && !m.outlawed(b) && state(b) || m.outlawed(b) && !m.outlawed(a) && state(a)
}

// antis returns whom a protest is against by the word for it or for those who
// protest: "anti-Erdoğan protesters", "anti-government protests", of which the
// government is that of the land of the actors.
func (m *matcher) antis(d *draft) []int {
	t := &m.tree
	for i := range t.s.Tokens {
		word, joined := strings.CutPrefix(lower(t.tok(i).Form), "anti-")
		at := i
		if !joined {
			if lower(t.tok(i).Form) != "anti" || i+2 >= len(t.s.Tokens) || t.tok(i+1).Form != "-" {
				continue
			}
			at = i + 2
			word = lower(t.tok(at).Form)
		}
		if d.actorToken >= 0 && !t.under(i, d.actorToken) && !t.under(i, d.trigger) {
			continue
		}
		if p := m.at(at); len(p) > 0 && !slices.Equal(p, d.actors) {
			return without(p, d.actors)
		}
		if word == "government" || word == "regime" || word == "junta" {
			return m.governmentOf(d.actors)
		}
	}
	return nil
}

// accusersOwn gives the soldiers and police of no known country, against whom
// somebody is accused of violence, the country of the state that accuses:
// "Syria accused Hezbollah of killing three soldiers".
func (r *reading) accusersOwn(d *draft) {
	if d.code.Type != "ASSAULT" || d.within < 0 || d.within >= len(r.drafts) || r.drafts[d.within].code.Type != "ACCUSE" {
		return
	}
	code := r.m.sovereign(r.drafts[d.within].actors)
	if code == "" || r.m.sovereign(d.actors) == code {
		return
	}
	for _, p := range d.recipients {
		if e := &r.m.cast.Entities[p]; e.Country == "" && e.Kind == actor.Group && (slices.Contains(e.Sectors, "MIL") || slices.Contains(e.Sectors, "COP")) {
			e.Country = code
		}
	}
}

// withoutPlaces returns the parties to what takes two without mere places,
// where two others are left: where they meet is no party.
func (m *matcher) withoutPlaces(parties []int) []int {
	var out []int
	for _, p := range parties {
		if !m.onlyPlaces([]int{p}) {
			out = append(out, p)
		}
	}
	if len(out) < 2 {
		return parties
	}
	return out
}

// governmentOf returns the state of the actors' country, where the text names it.
func (m *matcher) governmentOf(actors []int) []int {
	for _, a := range actors {
		if code := m.cast.Entities[a].Country; code != "" {
			if p := m.stateOf(code, a); p != nil {
				return p
			}
		}
	}
	return nil
}

// stateOf returns the first state or government of the country that the text
// names, other than entity but; nil without one.
func (m *matcher) stateOf(country string, but int) []int {
	for e := range m.cast.Entities {
		if x := &m.cast.Entities[e]; e != but && x.Country == country && (x.Kind == actor.Country || x.Kind == actor.Government) {
			return []int{e}
		}
	}
	return nil
}
