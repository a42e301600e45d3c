package event

import (
	"slices"

	"readout/actor"
)

// political reports whether anybody in an event is of a country or has a part
// in public affairs: what a schoolteacher asked of a neighbour is none's
// concern, nor is what persons in private life say to each other, whatever land they
// are of. Of force and protest it is enough that the text names no country at
// all, so that nobody could be given one.
func (r *reading) political(e *Event) bool {
	m := r.m
	if q := Quad(e.Type); (q == 1 || q == 3) && !slices.ContainsFunc(e.Actors, m.beyondPrivate) && !slices.ContainsFunc(e.Recipients, m.beyondPrivate) {
		return false
	}
	for _, list := range [2][]int{e.Actors, e.Recipients} {
		for _, p := range list {
			if x := &m.cast.Entities[p]; x.Country != "" || inOffice(x.Sectors) {
				return true
			}
		}
	}
	return (e.Type == "ASSAULT" || e.Type == "PROTEST") && r.lands == 0
}

// beyondPrivate reports whether a party is more than a person in private life,
// whose sectors the text tells and none of which is public.
func (m *matcher) beyondPrivate(p int) bool {
	e := &m.cast.Entities[p]
	switch e.Kind {
	case actor.Person, actor.Role:
		return len(e.Sectors) == 0 || inOffice(e.Sectors) || slices.Contains(bodies, e.Country)
	}
	return true
}

// inOffice reports whether one of the sectors is of those who govern, did or
// would govern, or bear arms.
func inOffice(sectors []string) bool {
	for _, s := range sectors {
		switch s {
		case "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PRM", "PTY", "OPP", "REB", "UAF", "ELI":
			return true
		}
	}
	return false
}
