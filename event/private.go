package event

import (
	"slices"
	"strings"

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

// suffered reports whether noun i is what befell those named behind its "of",
// and tells of nobody who did it.
func (m *matcher) suffered(i int) bool {
	t := &m.tree
	return m.f.c.loss.has(t, i) && len(m.at(i)) == 0 && t.isNoun(i) && t.possessor(i) < 0 && t.byPhrase(i) < 0 && m.behindOf(i) >= 0
}

// victim reports whether the phrase of token i says to whom is done what the
// noun before it tells: "the bombing of", "an attack on". The parser may hang it
// on the verb above.
func (m *matcher) victim(i int) bool {
	t := &m.tree
	h := t.head(i)
	if h < 0 {
		return false
	}
	switch t.tok(i).Base() {
	case "nmod":
	case "obl":
		if h = t.child(h, "obj"); h < 0 || h > i {
			return false
		}
	default:
		return false
	}
	switch t.preposition(i) {
	case "of":
		return m.suffered(h) || m.f.classes["done-upon"].has(t, h)
	case "on", "upon", "against":
		return m.f.c.attack.has(t, h) || m.hostileDeed(h)
	}
	return false
}

// amongVictims reports whether token i stands in such a phrase.
func (m *matcher) amongVictims(i int) bool {
	for n := 0; i >= 0 && n < maxClimb; n++ {
		if m.victim(i) {
			return true
		}
		i = m.tree.head(i)
	}
	return false
}

// atHome reports whether all the parties of a draft are known to be of one
// country.
func (m *matcher) atHome(d *draft) bool { return m.ofOneLand(union(d.actors, d.recipients)) }

// everyday returns of the parties the groups of people or firms of no known country,
// with whom a state deals at home from day to day: "small businesses", "local officials".
func (m *matcher) everyday(parties []int) []int {
	var found []int
	for _, p := range parties {
		e := &m.cast.Entities[p]
		first, _, _ := strings.Cut(e.Name, " ")
		if e.Kind != actor.Group && e.Kind != actor.Organization || e.Country != "" || len(e.Sectors) == 0 || lower(first) != first {
			continue
		}
		if s := e.Sectors[0]; slices.Contains([]string{"CVL", "BUS", "LAB", "AGR", "EDU", "MED"}, s) || s == "GOV" && m.f.classes["of-parts"].word(first) {
			found = append(found, p)
		}
	}
	return found
}

// ofOneLand reports whether the parties are all known to be of one country.
func (m *matcher) ofOneLand(parties []int) bool {
	country := ""
	for _, p := range parties {
		c := m.cast.Entities[p].Country
		if c == "" || country != "" && c != country {
			return false
		}
		country = c
	}
	return country != "" && !slices.Contains(bodies, country)
}

// housekeeping reports whether a draft tells how a state stands by its own
// people, firms or organs, or works with them, which is its daily business.
func (m *matcher) housekeeping(d *draft) bool {
	switch d.code.CAMEO {
	case "050", "051", "052", "054", "060", "061":
	case "031", "0311", "032", "033":
		if d.p.rule.name == "agree/agree" {
			return false // who agrees on it at home settles something
		}
	default:
		return false // who signs an agreement or hands a man over does more
	}
	all := union(d.actors, d.recipients)
	daily := m.everyday(all)
	if len(d.actors)+len(d.recipients) < 2 || !m.ofOneLand(without(all, daily)) || m.sovereign(without(d.actors, daily)) == "" {
		return false
	}
	for _, p := range all {
		e := &m.cast.Entities[p]
		switch {
		case e.Kind == actor.Country, e.Kind == actor.Government, len(e.Sectors) == 0:
		case slices.Contains([]string{"CVL", "BUS", "LAB", "AGR", "EDU", "MED", "GOV"}, e.Sectors[0]) && e.Kind != actor.Person:
		case slices.Contains(d.actors, p):
		default:
			return false
		}
	}
	return true
}
