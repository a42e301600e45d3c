package actor

import (
	"slices"
	"strings"
)

// How many sentences back the band may be named that a noun takes up again: for
// one of bands, and for one of their men, who are more often others.
const (
	bandReach = 8
	menReach  = 4
)

// bandAgain returns the armed band, named shortly before, that a definite noun for
// such bands or for their men stands for: "Hezbollah fired rockets. The militant
// group", "Boko Haram … the insurgents". It is -1 where the noun's own words speak
// of others, and where the text has told of several bands.
func (r *casting) bandAgain(c *candidate, code string) int32 {
	band := !c.plural && r.bandNoun(c)
	men := c.plural && r.k.class.bandMen[c.key]
	if !band && !men || c.def != theDef && c.def != thisDef || c.other || c.former || c.count > 0 || c.modifier || r.ownerEntity(c) >= 0 || !r.bandWords(c, code) {
		return -1
	}
	reach := int32(bandReach)
	if men {
		reach = menReach
	}
	found := int32(-1)
	for n := len(r.recent) - 1; n >= 0; n-- {
		d := &r.cands[r.recent[n]]
		if c.sent-d.sent > reach {
			break
		}
		if d.ent < 0 || d.by == byDemonym || d.sent == c.sent && d.clause == c.clause && d.clause >= 0 && d.rel != relOwner {
			continue
		}
		e := r.find(d.ent)
		x := &r.ents[e]
		if e == found || x.thing || len(x.sectors) == 0 || !bearsArms(x.sectors[0]) || x.kind != Organization && x.kind != Group || code != "" && x.country != "" && x.country != code {
			continue
		}
		if found >= 0 || x.named < 0 || x.kind != Organization {
			return -1
		}
		if c.quote >= 0 && r.speaks(c.quote, e) {
			continue
		}
		found = e
	}
	return found
}

// bearsArms reports whether a sector is of those who bear arms without a state.
func bearsArms(sector string) bool {
	switch sector {
	case "REB", "UAF", "PRM":
		return true
	}
	return false
}

// bandNoun reports whether a singular noun may stand for an armed band: it says so,
// or its modifiers do.
func (r *casting) bandNoun(c *candidate) bool {
	if c.role < 0 || r.k.roles[c.role].Kind != "organization" {
		return false
	}
	if s := r.k.roles[c.role].sectors; len(s) > 0 {
		return bearsArms(s[0])
	}
	return r.k.class.band[c.key] && (c.mods != "" || len(c.parties) > 0 || len(c.extra) > 0)
}

// bandWords reports whether the modifiers of a noun fit any armed band, or name the
// country by its code.
func (r *casting) bandWords(c *candidate, code string) bool {
	words := strings.Fields(c.mods)
	backed := slices.ContainsFunc(words, func(w string) bool { return r.k.class.backed[w] })
	for _, w := range words {
		if !r.k.class.bandWord[w] && !r.k.class.backed[w] {
			return false
		}
	}
	if n := r.namedBefore(c); n >= 0 && !(backed && r.ents[n].kind == Country) {
		return false
	}
	return len(c.parties) == 0 || code != ""
}
