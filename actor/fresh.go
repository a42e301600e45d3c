package actor

import (
	"slices"
)

// fresh makes a new entity for a nominal.
func (r *casting) fresh(i int32, c *candidate) {
	x := blank(Role)
	x.plural = c.plural
	x.gender = c.gender
	if c.role >= 0 {
		role := &r.k.roles[c.role]
		switch {
		case role.Kind == "person" && c.plural:
			x.kind = Group
		case role.Kind == "person":
			x.kind = Person
		case role.Kind == "group":
			x.kind = Group
		default:
			x.kind = Organization
			x.gender = 'n'
		}
		x.country = role.code
		x.sectors = role.sectors
		if c.former && len(role.sectors) > 0 && role.flags&(flagOfficial|flagLeader|flagEnvoy) != 0 {
			x.sectors = []string{"ELI"}
		}
	} else if c.title >= 0 || c.class == int8(nominalPerson) {
		x.kind = Person
		if c.plural {
			x.kind = Group
		}
		x.sectors = []string{"CVL"}
		if c.title >= 0 {
			x.sectors = []string{r.k.titles[c.title].Sector}
			if c.former {
				x.sectors = []string{"ELI"}
			}
		}
	}
	x.heads = []string{c.key}
	if c.title >= 0 {
		x.titles = []int32{c.title}
	}
	e := r.make(x)
	for _, f := range c.extra {
		if f.kind == formRole {
			// What modifies a vague noun says more than the noun.
			if c.role < 0 || r.k.roles[c.role].flags&flagVague != 0 {
				y := &r.ents[e]
				y.sectors = append(append([]string{}, r.k.roles[f.ref].sectors...), y.sectors...)
				y.sectors = dedupe(y.sectors)
			} else {
				r.ents[e].addSectors(r.k.roles[f.ref].sectors, false)
			}
		}
	}
	if code := r.codeOf(c); code != "" && (r.ents[e].country == "" || r.ents[e].country == "NGO" && len(c.parties) > 0 && c.role >= 0 && r.k.roles[c.role].Kind == "person") {
		r.ents[e].country = code // also "a British aid worker", whomever he works for
	}
	if x := &r.ents[e]; c.title >= 0 && x.country == "" && len(c.parties) == 0 {
		x.country = r.k.titles[c.title].land // "a State Department spokesman"
	}
	if o := r.ownerEntity(c); o >= 0 && r.ents[o].body >= 0 && len(r.ents[o].sectors) > 0 && (len(r.ents[e].sectors) == 0 && c.key == "group" || len(r.ents[e].sectors) > 0 && r.ents[e].sectors[0] == "UAF") {
		r.ents[e].sectors = r.ents[o].sectors // whose fighters they are says more
	}
	r.ents[e].vague = r.tooVague(c) && r.ents[e].country == ""
	r.join(i, e)
	r.ownerOf(e, c)
	r.note(e, c.key)
	r.noteShort(e, c)
	if c.title >= 0 && !c.plural && !c.former && !c.based && r.ents[e].country != "" {
		r.officeOf(&r.ents[e], c)
	}
}

// tooVague reports whether a noun is too general to be a party by itself and
// nothing beside it makes it one.
func (r *casting) tooVague(c *candidate) bool {
	if c.role >= 0 && len(c.parties) == 0 && len(c.extra) == 0 && c.owner < 0 {
		switch {
		case c.key == "state" || c.key == "side" || c.key == "power":
			return true // "a state of war", "either side"
		case r.k.roles[c.role].flags&flagWeapon != 0 && (c.def == bare && !c.plural || r.k.roles[c.role].flags&flagVague != 0):
			return true // "rounds of artillery", "a helicopter" that is nobody's
		case c.def == bare && !c.plural && c.mods == "" && r.k.roles[c.role].Kind == "person" && c.title < 0 && !r.capitalisedAlone(c) &&
			(c.rel == relObject || c.rel == relOther || c.rel == relOblique):
			return true // "held hostage"
		}
	}
	if c.role < 0 || r.k.roles[c.role].flags&flagVague == 0 {
		return false
	}
	if len(c.extra) > 0 || len(c.parties) > 0 || c.speech || r.k.class.ownBody[c.key] && r.namedBefore(c) >= 0 {
		return false
	}
	if r.k.roles[c.role].flags&flagSpeaker != 0 && c.owner < 0 {
		return true // "the source of energy"
	}
	if r.k.roles[c.role].Kind == "person" {
		return c.rel != relSubject && c.rel != relPassive && c.owner < 0
	}
	if o := r.ownerEntity(c); o >= 0 && r.ents[o].kind == Person {
		return true // "her body"
	}
	return c.mods == "" && c.owner < 0
}

func dedupe(s []string) []string {
	out := s[:0]
	for _, v := range s {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}
