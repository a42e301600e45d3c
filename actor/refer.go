package actor

import (
	"slices"
	"strings"

	"readout/article"
)

// nominal finds the entity of a common noun.
func (r *casting) nominal(i int32, c *candidate) {
	if len(r.cands) > 0 && c.same >= 0 {
		if e := r.cands[c.same].ent; e >= 0 && r.apposed(i, c, r.find(e)) {
			return
		}
	}
	if c.people {
		r.people(i, c)
		return
	}
	if c.key == latter {
		if e := r.lastNamed(c); e >= 0 {
			r.join(i, e)
		}
		return
	}
	if c.class == int8(nominalPair) && c.role < 0 && c.title < 0 {
		c.count, c.plural = 2, true
	}
	if c.each && stateItself(c.key) && c.owner < 0 && len(c.parties) == 0 {
		c.count, c.def, c.plural = 2, theDef, true // "each side": both of them
	}
	if c.plural && r.several(i, c) {
		return
	}
	if e := r.placeNamed(c); e >= 0 {
		r.join(i, e)
		r.placedBy(e, c)
		return
	}
	if c.class == int8(nominalPlace) && c.role < 0 && c.title < 0 {
		r.placeNominal(i, c)
		return
	}
	if c.class == int8(nominalPair) && c.role < 0 && c.title < 0 {
		return
	}
	if !c.plural && (r.holderOf(i, c) || r.formerHolder(i, c)) {
		return
	}
	if c.role >= 0 && r.k.roles[c.role].flags&flagState != 0 && r.stateNominal(i, c) {
		return
	}
	if r.organNominal(i, c) || r.otherSide(i, c) {
		return
	}
	if c.role >= 0 && r.k.roles[c.role].flags&flagRelative != 0 && (c.key == "counterpart" || c.key == "opposite number") && r.counterpart(i, c) {
		return
	}
	if e := r.before(i, c); e >= 0 {
		r.join(i, e)
		r.entitledNominal(e, c)
		return
	}
	r.fresh(i, c)
}

// apposed joins a nominal to the entity that apposition or a copula makes it.
func (r *casting) apposed(i int32, c *candidate, e int32) bool {
	x := &r.ents[e]
	if x.thing || x.set != nil || x.kind == Country || x.kind == Place || r.k.calendar[c.key] {
		return false
	}
	isPerson := c.title >= 0 || c.role >= 0 && r.k.roles[c.role].Kind == "person" || c.class == int8(nominalPerson)
	if (x.kind == Person) != isPerson && !(x.plural && isPerson) {
		return false
	}
	r.join(i, e)
	r.entitledNominal(e, c)
	r.ownerOf(e, c)
	if isPerson && !c.plural && r.ents[e].named >= 0 {
		r.headline(c, e)
	}
	return true
}

// headline joins to e, a named person of whom noun c tells what he is, the one
// whom the title calls by that noun alone: "Norwegian sailor …" above "Kari
// Moe, a Norwegian sailor".
func (r *casting) headline(c *candidate, e int32) {
	for i := range r.cands {
		d := &r.cands[i]
		b := r.doc.Sentences[d.sent].Block
		if b < 0 || b >= len(r.doc.Article.Blocks) || r.doc.Article.Blocks[b].Kind != article.Title {
			return
		}
		if d.by != byNominal || d.key != c.key || d.plural || d.ent < 0 || d.def != bare && d.def != aDef || d.sent >= c.sent {
			continue
		}
		o := r.find(d.ent)
		x := &r.ents[o]
		if o == e || x.kind != Person || x.plural || x.known() || x.named >= 0 || len(d.parties) > 0 && !slices.Equal(d.parties, c.parties) {
			continue
		}
		r.merge(e, o)
		return
	}
}

// entitledNominal tells an entity the noun by which it is called here.
func (r *casting) entitledNominal(e int32, c *candidate) {
	if r.ents[e].kind == Person && !c.plural {
		r.entitled(e, c, c.nouns)
		if r.ents[e].named >= 0 && (c.title >= 0 || c.role >= 0 && r.k.roles[c.role].flags&(flagOfficial|flagLeader|flagEnvoy|flagSpeaker) != 0) {
			r.note(e, c.key) // "the spokeswoman" is she again
		}
		return
	}
	x := &r.ents[e]
	x.call(c.key)
}

// people finds the entity of "Russians", "the British", "an American".
func (r *casting) people(i int32, c *candidate) {
	if len(c.parties) == 0 {
		return
	}
	p := &r.k.parties[c.parties[0]]
	if !c.plural {
		if c.def == theDef || c.def == thisDef {
			if e := r.recentPerson(c, func(x *ent) bool { return x.country == p.Code }); e >= 0 {
				r.join(i, e)
				return
			}
		}
		x := blank(Person)
		x.country, x.sectors, x.of = p.Code, []string{"CVL"}, -1
		e := r.make(x)
		r.join(i, e)
		r.ents[e].of = r.partyEntity(c.parties[0])
		return
	}
	key := "people:" + p.Code + ":" + c.mods
	if c.count > 0 || c.def == someDef {
		key = "people:" + p.Code + ":" + r.words(c)
	}
	country := r.partyEntity(c.parties[0])
	e := r.otherEntity(key, func() ent {
		x := blank(Group)
		x.plural, x.country, x.sectors = true, p.Code, []string{"CVL"}
		return x
	})
	r.ents[e].of = country
	r.join(i, e)
}

// words returns the folded words of a candidate.
func (r *casting) words(c *candidate) string {
	s := &r.doc.Sentences[c.sent]
	return fold(r.doc.Article.Words(s.SpanOf(int(c.first), int(c.last))))
}

func hasWord(phrase string, ws ...string) bool {
	for phrase != "" {
		var w string
		w, phrase, _ = strings.Cut(phrase, " ")
		if slices.Contains(ws, w) {
			return true
		}
	}
	return false
}

// note enters an entity under the noun by which it was called.
func (r *casting) note(e int32, noun string) {
	l := r.byNoun[noun]
	if n := len(l); n > 0 && l[n-1] == e {
		return
	}
	r.byNoun[noun] = append(l, e)
}

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
	if c.def != theDef && c.def != thisDef && !(c.def == bare && r.capitalisedAlone(c)) || c.other || c.count > 0 {
		return -1
	}
	if c.plural && !(c.role >= 0 && r.k.roles[c.role].flags&flagPlural != 0) || r.weapon(c) {
		return -1 // "the bomber" is no air force
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
		return o >= 0 && x.of >= 0 && (c.mods == first.mods || c.mods == "")
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
	if code := r.codeOf(c); code != "" && r.ents[e].country == "" {
		r.ents[e].country = code
	}
	if o := r.ownerEntity(c); o >= 0 && r.ents[o].body >= 0 && len(r.ents[o].sectors) > 0 && len(r.ents[e].sectors) > 0 && r.ents[e].sectors[0] == "UAF" {
		r.ents[e].sectors = r.ents[o].sectors // whose fighters they are says more
	}
	r.ents[e].vague = r.tooVague(c) && r.ents[e].country == ""
	r.join(i, e)
	r.ownerOf(e, c)
	r.note(e, c.key)
	if c.title >= 0 && !c.plural && !c.former && r.ents[e].country != "" {
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
	if len(c.extra) > 0 || len(c.parties) > 0 || c.speech {
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
