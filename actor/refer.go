package actor

import (
	"slices"
	"strings"

	"readout/article"
)

// nominal finds the entity of a common noun.
func (r *casting) nominal(i int32, c *candidate) {
	if len(r.cands) > 0 && c.same >= 0 {
		o := &r.cands[c.same]
		if o.ent >= 0 && r.apposed(i, c, r.find(o.ent)) {
			return
		}
		// "she was a nurse", of nobody known; "Smith, a Republican"
		c.idle = c.idle || o.by == byPronoun && o.ent < 0 || o.ent >= 0 && !c.plural && r.ents[r.find(o.ent)].kind == Person
	}
	if c.people {
		r.people(i, c)
		return
	}
	if e := r.ofAge(c); e >= 0 {
		r.join(i, e)
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
	if c.each && r.k.class.state[c.key] && c.owner < 0 && len(c.parties) == 0 {
		c.count, c.def, c.plural = 2, theDef, true // "each side": both of them
	}
	if e := r.termed(c); e >= 0 {
		r.join(i, e)
		return
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
	if r.k.class.usaOrgan[c.key] && r.organNominal(i, c) {
		return
	}
	if c.role >= 0 && r.k.roles[c.role].flags&flagState != 0 && r.stateNominal(i, c) {
		return
	}
	if r.organNominal(i, c) || r.otherSide(i, c) {
		return
	}
	if c.role >= 0 && r.k.roles[c.role].flags&flagRelative != 0 && r.k.class.counterpart[c.key] && r.counterpart(i, c) {
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
			r.noteShort(e, c)
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

// noteShort enters an entity under the last word of the noun for an official by
// which c calls it: "a military official" is "the official" again.
func (r *casting) noteShort(e int32, c *candidate) {
	at := strings.LastIndexByte(c.key, ' ')
	if at < 0 || c.plural || c.title >= 0 || c.role < 0 || r.k.roles[c.role].flags&flagOfficial == 0 || !strings.HasPrefix(c.key[at+1:], "offic") {
		return
	}
	r.note(e, c.key[at+1:])
}

// note enters an entity under the noun by which it was called.
func (r *casting) note(e int32, noun string) {
	l := r.byNoun[noun]
	if n := len(l); n > 0 && l[n-1] == e {
		return
	}
	r.byNoun[noun] = append(l, e)
}
