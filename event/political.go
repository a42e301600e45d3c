package event

// political reports whether anybody in an event is of a country or has a part
// in public affairs: what a schoolteacher asked of a neighbour is none's
// concern. Of force and protest it is enough that the text names no country at
// all, so that nobody could be given one.
func (r *reading) political(e *Event) bool {
	m := r.m
	for _, list := range [2][]int{e.Actors, e.Recipients} {
		for _, p := range list {
			if x := &m.cast.Entities[p]; x.Country != "" || inOffice(x.Sectors) {
				return true
			}
		}
	}
	return (e.Type == "ASSAULT" || e.Type == "PROTEST") && r.lands == 0
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
