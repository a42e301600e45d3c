package event

import (
	"slices"

	"readout/actor"
)

// private reports whether a draft tells how people deal with one another who
// have no public part: friends who meet, a parent who declines a treatment, a
// founder who asks an engineer. A firm or a place on the other side makes it no
// public affair; a body of which nothing is known may be one.
func (m *matcher) private(d *draft) bool {
	switch d.code.Type {
	case "CONSULT", "COOPERATE", "AGREE", "CONCEDE", "SUPPORT", "AID", "REJECT", "REQUEST":
	default:
		return false
	}
	if len(d.actors) == 0 {
		return false
	}
	country := ""
	for _, p := range d.actors {
		e := &m.cast.Entities[p]
		if !m.ordinary(e) || e.Kind == actor.Group && len(d.recipients) == 0 && len(d.actors) == 1 {
			return false
		}
		if e.Country != "" && country != "" && e.Country != country {
			return false
		}
		country = e.Country
	}
	for _, p := range d.recipients {
		e := &m.cast.Entities[p]
		switch e.Kind {
		case actor.Country, actor.Place:
			if d.code.Type != "CONSULT" {
				return false
			}
		case actor.Organization:
			if len(e.Sectors) == 0 || publicly(e.Sectors) {
				return false
			}
		default:
			if !m.ordinary(e) || e.Country != "" && country != "" && e.Country != country {
				return false
			}
		}
	}
	return true
}

// ordinary reports whether an entity is a person or people whose standing, as
// far as the text tells it, is no public one.
func (m *matcher) ordinary(e *actor.Entity) bool {
	switch e.Kind {
	case actor.Person, actor.Role, actor.Group:
		return !publicly(e.Sectors) && !slices.Contains(bodies, e.Country) && (len(e.Sectors) > 0 || namedPerson(e))
	}
	return false
}
