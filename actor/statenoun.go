package actor

import (
	"slices"
	"strings"
)

// stateNominal finds the entity of a noun for a state or its government.
func (r *casting) stateNominal(i int32, c *candidate) bool {
	if r.k.class.state[c.key] || r.k.class.neighbour[c.key] {
		if p := r.compass(c.mods); p >= 0 && c.key == "side" && !c.plural {
			r.join(i, p)
			return true
		}
		if p := r.ownCountry(c); p >= 0 {
			r.join(i, r.partyEntity(p))
			return true
		}
		if len(c.parties) > 0 && !c.plural {
			if c.key == "side" || c.key == "state" || c.key == "nation" {
				r.join(i, r.partyEntity(c.parties[0]))
				return true
			}
			return false
		}
		if r.k.class.realm[c.key] && !c.plural && (c.def == theDef || c.def == thisDef) && c.mods == "" && c.owner < 0 {
			e := r.recentRealm(c)
			if e >= 0 {
				r.join(i, e)
			}
			return e >= 0
		}
		if !c.plural && (c.def == theDef || c.def == thisDef) && c.mods == "" && c.owner < 0 && c.key != "side" && c.key != "state" && c.key != "power" {
			if e := r.recentCountry(i, c); e >= 0 {
				r.join(i, e)
				return true
			}
		}
		return false
	}
	if c.plural && r.k.roles[c.role].flags&flagPlural == 0 || c.def == aDef || c.def == someDef {
		return false
	}
	code := r.codeOf(c)
	if code == "" {
		if c.def != theDef && c.def != bare && c.def != ownDef {
			return false
		}
		if e := r.before(i, c); e >= 0 {
			r.join(i, e)
			return true
		}
		if c.def != theDef {
			return false
		}
		code = r.context(c)
		if code == "" {
			return false
		}
	}
	s, ok := r.k.states[code]
	if !ok {
		return false
	}
	kind := Organization
	if c.key == "government" || c.key == "regime" || c.key == "administration" {
		kind = Government
	}
	role := &r.k.roles[c.role]
	key := "organ:" + code + ":" + c.key
	if kind == Government || c.key == "authorities" || c.key == "authority" {
		key = "organ:" + code + ":government"
	}
	if c.mods != "" && !r.k.class.stateModifier.in(c.mods) {
		key += ":" + c.mods
	}
	country := r.partyEntity(s)
	e := r.otherEntity(key, func() ent {
		x := blank(kind)
		x.country, x.sectors, x.strong, x.gender = code, role.sectors, true, 'n'
		x.plural = role.flags&flagPlural != 0
		return x
	})
	r.ents[e].of = country
	r.ents[e].call(c.key)
	r.join(i, e)
	r.note(e, c.key)
	return true
}

// ownCountry returns the state that "his country" or, in a quotation, "our
// country" is: that of the owner or speaker; or -1.
func (r *casting) ownCountry(c *candidate) int32 {
	if c.plural || c.def != ownDef || c.mods != "" || c.owner < 0 || c.key != "country" && c.key != "nation" {
		return -1
	}
	o := r.ownerEntity(c)
	if d := &r.cands[c.owner]; o < 0 && d.person == 1 && c.quote >= 0 {
		if s := r.g.quotes[c.quote].speaker; s >= 0 && r.cands[s].ent >= 0 {
			o = r.find(r.cands[s].ent)
		}
	}
	if o < 0 || r.ents[o].kind == Country {
		return -1
	}
	if s, ok := r.k.states[r.ents[o].country]; ok {
		return s
	}
	return -1
}

// recentRealm returns the state mentioned last whose full name has the noun:
// Morocco for "the kingdom"; or -1.
func (r *casting) recentRealm(c *candidate) int32 {
	const reach = 300 // mentions
	for n := len(r.recent) - 1; n >= 0 && n >= len(r.recent)-reach; n-- {
		d := &r.cands[r.recent[n]]
		if d.ent < 0 {
			continue
		}
		e := r.find(d.ent)
		x := &r.ents[e]
		s, ok := r.k.states[x.country]
		if !ok || x.kind == Place && d.located {
			continue
		}
		for _, alias := range r.k.parties[s].Aliases {
			if slices.Contains(strings.Fields(fold(alias)), c.key) {
				return r.partyEntity(s)
			}
		}
	}
	return -1
}

// namedBehind reports whether the clause in which c owns something goes on to put
// something in the state by its name, so that c means another: "the country's army
// invaded a town in Chad".
func (r *casting) namedBehind(c *candidate, party int32) bool {
	if c.rel != relOwner || c.clause < 0 {
		return false
	}
	g := r.g.ranges[c.sent]
	for i := g[0]; i < g[1]; i++ {
		d := &r.cands[i]
		if d.first > c.last && d.first > c.clause && c.head < c.clause && d.by == byName && d.clause == c.clause && r.k.partyIn(d.forms) == party {
			return true
		}
	}
	return false
}

// recentCountry returns the country mentioned last that "the country" may mean,
// else that of whoever is the subject of its sentence in a state's service.
func (r *casting) recentCountry(i int32, c *candidate) int32 {
	if p := r.governed(c); p >= 0 {
		return r.partyEntity(p)
	}
	for n := len(r.recent) - 1; n >= 0 && n >= len(r.recent)-60; n-- {
		d := &r.cands[r.recent[n]]
		if d.ent < 0 || c.sent-d.sent > 4 {
			continue
		}
		e := r.find(d.ent)
		if x := &r.ents[e]; x.kind == Country && x.party >= 0 && d.by != byDemonym && !r.namedBehind(c, x.party) {
			return e
		}
	}
	if s, ok := r.k.states[r.subjectState(c)]; ok {
		return r.partyEntity(s) // "the Indian minister announced that the country would"
	}
	if r.home >= 0 && !r.namedBehind(c, r.home) {
		if e, ok := r.byParty[r.home]; ok {
			return r.find(e)
		}
	}
	return -1
}
