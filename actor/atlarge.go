package actor

import (
	"strings"
)

// local reports whether an entity may take its country from the text around.
func (r *casting) local(x *ent, c *candidate) bool {
	if c.by == byNominal {
		if c.other && !hasWord(c.mods, "rival") || r.k.class.ofMany.in(c.mods) || r.k.class.ofMany.in(c.key) || r.ofContinent(c) || r.ofSeveral(c) || r.foreign(c) || c.role < 0 && c.title < 0 {
			return false
		}
		if c.role >= 0 {
			role := &r.k.roles[c.role]
			if c.key == "hacker" && !r.k.class.ofIslam.in(c.mods) {
				return false // the net knows no borders
			}
			if role.flags&flagEnvoy != 0 || role.code != "" || role.flags&flagVague != 0 && len(c.extra) == 0 && !r.crowd(c) {
				return false
			}
			if c.def == aDef && role.flags&flagState != 0 {
				return false // "a country", "a government"
			}
		}
	}
	if x.named < 0 || x.kind == Person {
		return true
	}
	// Organisations by name belong to a state if they are its organs or take
	// part in its affairs.
	if len(x.sectors) == 0 || r.k.borderless(x.key) || hasWord(x.key, "islamic", "nations", "un") {
		return false
	}
	switch x.sectors[0] {
	case "GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY", "OPP", "REB", "PRM", "UAF", "EDU", "MED", "LAB":
		return true
	}
	return false
}

// ofContinent reports whether a plural noun is modified by a word for a part of
// the world: "European politicians".
func (r *casting) ofContinent(c *candidate) bool {
	if !c.plural {
		return false
	}
	toks := r.doc.Sentences[c.sent].Tokens
	for i := int(c.first); i < int(c.head); i++ {
		if toks[i].Head == int(c.head) && r.k.class.ofContinent[lowered(toks[i].Form)] {
			return true
		}
	}
	return false
}

// borderless reports whether the words of a name say that its bearer is of no
// one country.
func (k *knowledge) borderless(key string) bool {
	return k.class.borderless.in(key) || strings.HasSuffix(key, "without borders")
}

// worldwide reports whether an unknown organisation by name is one of private
// people from many countries: "Association of African Jurists".
func (r *casting) worldwide(x *ent) bool {
	if x.kind != Organization || x.named < 0 || len(x.sectors) == 0 || !r.k.borderless(x.key) {
		return false
	}
	switch x.sectors[0] {
	case "CVL", "SOC", "EDU", "MED", "LAB", "REL", "JUD":
		return true
	}
	return false
}

// domestic reports whether parties of the sectors mostly face their own
// government.
func domestic(sectors []string) bool {
	return len(sectors) > 0 && (sectors[0] == "REB" || sectors[0] == "OPP" || sectors[0] == "PTY")
}
