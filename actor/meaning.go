package actor

import (
	"slices"
	"strings"
)

// ofForces reports whether the sector is one of those who bear arms or send them.
func ofForces(sector string) bool {
	switch sector {
	case "MIL", "COP", "PRM", "REB", "SPY", "IGO":
		return true
	}
	return false
}

// byMeaning looks for somebody whom the noun fits though he was not called so:
// "the opponent" for an opposition politician, "the company" for a firm.
func (r *casting) byMeaning(i int32, c *candidate, code string) int32 {
	person := c.class == int8(nominalPerson) || c.role >= 0 && r.k.roles[c.role].Kind == "person"
	if c.role < 0 && !person || c.plural {
		return -1
	}
	var sectors []string
	var flags roleFlag
	if c.role >= 0 {
		sectors, flags = r.k.roles[c.role].sectors, r.k.roles[c.role].flags
	}
	if person && c.title >= 0 || flags&flagEnvoy != 0 || flags&flagOfficial != 0 {
		return -1
	}
	if flags&flagKin != 0 || flags&flagRelative != 0 && flags&flagOpponent == 0 {
		return -1
	}
	if o := r.ownerEntity(c); o >= 0 && r.ents[o].kind != Country && flags&flagOpponent == 0 {
		return -1
	}
	if n := r.namedBefore(c); r.k.class.ownBody[c.key] || n >= 0 && !person && r.ents[n].kind == Person {
		return -1 // "the Smith team" is his
	}
	best, most := int32(-1), 0
	seen := 0
	for n := len(r.recent) - 1; n >= 0 && seen < 80; n-- {
		seen++
		d := &r.cands[r.recent[n]]
		far := c.sent - d.sent
		if far > 10 {
			break
		}
		if d.ent < 0 || d.by == byDemonym || d.sent == c.sent && d.clause == c.clause && d.clause >= 0 && d.rel != relOwner {
			continue
		}
		e := r.find(d.ent)
		x := &r.ents[e]
		if c.quote >= 0 && r.speaks(c.quote, e) {
			continue
		}
		if x.thing || x.plural && !(x.kind == Organization && flags&flagTroops != 0) || x.set != nil || (x.kind == Person) != person || x.kind == Country || x.kind == Place || x.kind == Government {
			continue
		}
		if code != "" && x.country != "" && x.country != code || c.gender != 0 && x.gender != 0 && c.gender != x.gender {
			continue
		}
		if flags&flagTroops != 0 && len(sectors) == 0 && len(x.sectors) > 0 && !slices.ContainsFunc(x.sectors, ofForces) {
			continue // "the force" is no firm
		}
		score := 0
		common := sharesSector(sectors, x.sectors)
		switch {
		case !person && x.named >= 0 && (c.mods == "" || sharesWord(c.mods, x.key)) && calledByName(x, c.key):
			score = 40 - 2*int(far)
		case flags&flagState != 0:
			continue // "the government" is no ministry
		case !person && c.role >= 0 && r.k.roles[c.role].code == "NGO" && x.country == "NGO" && x.named >= 0 && (c.mods == "" || sharesWord(c.mods, x.key)):
			score = 30 - 2*int(far)
		case person && r.k.class.runner[c.key] && x.named >= 0 && r.campaigns(e):
			score = 60 - 2*int(far)
		case common && (person || x.named >= 0 && (c.mods == "" || sharesWord(c.mods, x.key))):
			score = 30 - 2*int(far)
		case person && r.k.class.childNoun[c.key] && (x.person >= 0 || len(x.titles) > 0):
			continue // "the boy" is no minister
		case person && x.named < 0 && far <= 3 && c.mods == "" && r.k.class.childNoun[c.key] && slices.ContainsFunc(x.heads, func(h string) bool { return r.k.class.childNoun[h] }):
			score = 20 - 3*int(far)
		case person && x.named >= 0 && r.k.class.anybody[c.key] && (!isGiver(x.sectors) || c.def == thisDef) && far <= 3 && c.mods == "":
			score = 14 - 3*int(far)
		case !person && len(sectors) == 0 && !r.k.class.partBody[c.key] && far <= 3 && c.mods == "" && !(x.kind == Group && x.named >= 0 && len(x.sectors) == 0):
			score = 14 - 3*int(far)
		default:
			continue
		}
		if common && person && x.person < 0 && x.named < 0 && far > 4 {
			continue
		}
		if d.rel == relSubject {
			score += 3
		}
		if x.named >= 0 {
			score += 3
		}
		if person && c.mods != "" && far > 6 {
			continue
		}
		if score > most {
			best, most = e, score
		}
	}
	if most < 6 {
		return r.onlyCalled(c, code, person)
	}
	return best
}

// onlyCalled returns the one organisation of the text, named before noun c however
// long ago, whose name says that it is what the noun says; -1 of none or several.
func (r *casting) onlyCalled(c *candidate, code string, person bool) int32 {
	if person || c.mods != "" || c.def != theDef {
		return -1
	}
	only := int32(-1)
	for e := range r.ents {
		x := &r.ents[e]
		if x.into >= 0 || x.kind != Organization || x.plural || x.named < 0 || !calledByName(x, c.key) || code != "" && x.country != "" && x.country != code {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = int32(e)
	}
	if only >= 0 && r.cands[r.ents[only].named].sent >= c.sent {
		return -1
	}
	return only
}

// calledByName reports whether the name of an organisation says that it is what
// the noun says: the World Bank is "the bank", the Ministry of Health "the ministry".
func calledByName(x *ent, noun string) bool {
	for _, name := range [2]string{fold(x.name), x.key} {
		rest, ok := strings.CutPrefix(name, noun)
		if strings.HasSuffix(name, " "+noun) || ok && (strings.HasPrefix(rest, " of ") || strings.HasPrefix(rest, " for ")) {
			return true
		}
	}
	return false
}

// campaigns reports whether the text speaks of a campaign of entity e.
func (r *casting) campaigns(e int32) bool {
	for i := range r.ents {
		y := &r.ents[i]
		if y.of >= 0 && y.into < 0 && r.find(y.of) == e && slices.ContainsFunc(y.heads, func(h string) bool { return r.k.class.ownBody[h] }) {
			return true
		}
	}
	return false
}

// speaks reports whether entity e is who speaks the quotation.
func (r *casting) speaks(q, e int32) bool {
	s := r.g.quotes[q].speaker
	return s >= 0 && r.cands[s].ent >= 0 && r.find(r.cands[s].ent) == e
}

// sharesSector reports whether the main sector of a noun is among those of an
// entity.
func sharesSector(noun, of []string) bool {
	for i, s := range noun {
		if i < 2 && s != "CVL" && slices.Contains(of, s) {
			return true
		}
	}
	return false
}

// isGiver reports whether the sectors are of those who govern or mean to.
func isGiver(sectors []string) bool {
	for _, s := range sectors {
		switch s {
		case "GOV", "MIL", "LEG", "JUD", "PTY", "OPP":
			return true
		}
	}
	return false
}
