package actor

import (
	"strings"
)

// before returns the entity that a nominal takes up again, or -1.
func (r *casting) before(i int32, c *candidate) int32 {
	if c.modifier && c.role < 0 {
		return -1
	}
	code := r.codeOf(c)
	l := r.byNoun[c.key]
	for n := len(l) - 1; n >= 0 && n >= len(l)-30; n-- {
		e := r.find(l[n])
		if r.takesUp(c, e, code) {
			return e
		}
	}
	if e := r.bandAgain(c, code); e >= 0 {
		return e
	}
	if c.def != theDef && c.def != thisDef && !(c.def == bare && r.capitalisedAlone(c)) || c.other || c.count > 0 {
		return -1
	}
	if c.plural && !(c.role >= 0 && r.k.roles[c.role].flags&flagPlural != 0) || r.weapon(c) {
		return -1 // "the bomber" is no air force
	}
	if c.role >= 0 && r.k.roles[c.role].flags&flagVague != 0 && r.k.roles[c.role].code != "" {
		return -1 // "the international community" is no body
	}
	return r.byMeaning(i, c, code)
}

// takesUp reports whether a nominal with the noun by which e was called before
// means e again.
func (r *casting) takesUp(c *candidate, e int32, code string) bool {
	x := &r.ents[e]
	if x.plural != c.plural && !(x.kind == Organization || x.kind == Government) || x.thing || len(x.cands) == 0 {
		return false
	}
	if code != "" && x.country != "" && code != x.country {
		return false
	}
	first := &r.cands[x.cands[0]]
	o := r.ownerEntity(c)
	if o >= 0 && x.of >= 0 && o != r.find(x.of) {
		return false
	}
	if n := r.namedBefore(c); n >= 0 {
		if m := r.namedBefore(first); m >= 0 && m != n || m < 0 && x.of >= 0 && n != r.find(x.of) {
			return false // "the Smith campaign" after "the Jones campaign"
		}
	}
	near := c.sent-x.last <= 8
	switch c.def {
	case theDef, thisDef:
		if c.other {
			return false
		}
		// New modifiers may speak of another; known or missing ones do not.
		if c.mods != "" && c.mods != first.mods && !(x.named >= 0) {
			if !sharesWord(c.mods, first.mods) {
				return false
			}
		}
		if o >= 0 && x.of < 0 && first.mods == "" && x.named < 0 && c.sent-x.last > 2 {
			return false
		}
		if c.count > 0 && first.count > 0 && c.count != first.count {
			return false
		}
		return near || c.mods == first.mods && c.mods != ""
	case ownDef:
		return o >= 0 && (x.of >= 0 || r.namedBefore(first) == o) && (c.mods == first.mods || c.mods == "")
	case bare:
		if c.role >= 0 && r.k.roles[c.role].flags&(flagVague|flagKin) != 0 && !r.capitalisedAlone(c) {
			return false
		}
		if !c.plural && !(c.role >= 0 && r.k.roles[c.role].Kind != "person") && !r.capitalisedAlone(c) {
			return false
		}
		if c.count != 0 || first.count != 0 || x.named >= 0 && c.plural {
			return false
		}
		return c.mods == first.mods && o == r.owner(x) && (code == x.country || code == "")
	}
	return false
}

// namedBefore returns the entity whose name stands in the phrase of a nominal
// before its head, or -1.
func (r *casting) namedBefore(c *candidate) int32 {
	if c.head-c.first < 1 {
		return -1
	}
	g := r.g.ranges[c.sent]
	for i := g[0]; i < g[1] && r.cands[i].first < c.head; i++ {
		if d := &r.cands[i]; d.by == byName && d.first >= c.first && d.last <= c.head && d.ent >= 0 {
			return r.find(d.ent)
		}
	}
	return -1
}

func (r *casting) owner(x *ent) int32 {
	if x.of < 0 {
		return -1
	}
	return r.find(x.of)
}

func sharesWord(a, b string) bool {
	for a != "" {
		var w string
		w, a, _ = strings.Cut(a, " ")
		if hasWord(b, w) {
			return true
		}
	}
	return false
}

// recentPerson returns the person mentioned last of whom ok is true.
func (r *casting) recentPerson(c *candidate, ok func(*ent) bool) int32 {
	for n := len(r.recent) - 1; n >= 0 && n >= len(r.recent)-60; n-- {
		d := &r.cands[r.recent[n]]
		if d.ent < 0 || c.sent-d.sent > 5 {
			continue
		}
		e := r.find(d.ent)
		if x := &r.ents[e]; x.kind == Person && !x.plural && ok(x) {
			return e
		}
	}
	return -1
}
