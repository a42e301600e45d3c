package event

import (
	"slices"

	"readout/actor"
)

// is reports whether any of the parties answers to a class written in
// capitals: a sector, a kind of entity, or ARMED for any that bears arms.
func (m *matcher) is(parties []int, name string) bool {
	for _, p := range parties {
		e := &m.cast.Entities[p]
		switch name {
		case "PERSON":
			if e.Kind == actor.Person || e.Kind == actor.Role && !e.Plural {
				return true
			}
		case "PEOPLE":
			if e.Kind == actor.Person || e.Kind == actor.Role || e.Kind == actor.Group {
				return true
			}
		case "STATE":
			if e.Kind == actor.Country || e.Kind == actor.Government {
				return true
			}
		case "PLACE":
			if e.Kind == actor.Place || e.Kind == actor.Country {
				return true
			}
		case "PUBLIC":
			if e.Country != "MNC" && slices.Contains(bodies, e.Country) || e.Kind == actor.Person || e.Kind == actor.Country || e.Kind == actor.Government || publicly(e.Sectors) {
				return true
			}
		case "BODY":
			if e.Kind == actor.Organization || e.Kind == actor.Government {
				return true
			}
		case "ARMED":
			for _, s := range armedSectors {
				if slices.Contains(e.Sectors, s) {
					return true
				}
			}
		default:
			if e.Country == name || slices.Contains(e.Sectors, name) {
				return true
			}
		}
	}
	return false
}

// publicly reports whether one of the sectors has a part in public affairs, as
// plain people and firms have not.
func publicly(list []string) bool {
	for _, s := range list {
		if s != "CVL" && s != "BUS" && s != "UNK" {
			return true
		}
	}
	return false
}

var armedSectors = []string{"MIL", "REB", "COP", "SPY", "PRM", "UAF"}

// partyClass reports whether a class name in capitals is one that is knows.
func partyClass(name string) bool {
	switch name {
	case "PERSON", "PEOPLE", "STATE", "PLACE", "BODY", "ARMED", "FOREIGN", "HOME", "PUBLIC":
		return true
	}
	return slices.Contains(sectors, name) || slices.Contains(bodies, name)
}

// bodies are PLOVER's codes for what belongs to no one country.
var bodies = []string{"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}

// sectors are PLOVER's sectors.
var sectors = []string{
	"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PRM", "PTY", "REB", "UAF", "UNK",
	"AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
}

// many reports whether the party is several who can act upon each other.
func (m *matcher) many(parties []int) bool {
	return len(parties) == 1 && (m.cast.Entities[parties[0]].Plural || m.cast.Entities[parties[0]].Kind == actor.Group)
}

// onlyPlaces reports whether all of the parties are mere places.
func (m *matcher) onlyPlaces(parties []int) bool {
	for _, p := range parties {
		if e := &m.cast.Entities[p]; e.Kind != actor.Place || len(e.Sectors) > 0 {
			return false
		}
	}
	return true
}

// onlySites reports whether all of the parties are places, with or without people who
// live there: what an attack is called after that was made there.
func (m *matcher) onlySites(parties []int) bool {
	for _, p := range parties {
		if e := &m.cast.Entities[p]; e.Kind != actor.Place || len(e.Sectors) > 0 && !slices.Equal(e.Sectors, []string{"CVL"}) {
			return false
		}
	}
	return true
}

// plain reports whether none of the parties has a country or a sector.
func (m *matcher) plain(parties []int) bool {
	for _, p := range parties {
		if e := &m.cast.Entities[p]; e.Country != "" || len(e.Sectors) > 0 {
			return false
		}
	}
	return true
}
