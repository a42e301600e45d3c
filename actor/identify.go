package actor

import "strings"

// identify finds the entity of every name. Full names and what the lexicon
// knows come first, so that a surname in the title finds its bearer in the
// text.
func (r *casting) identify() {
	r.bracketed()
	r.shareSurnames()
	r.agreeKinds()
	r.dropWritten()
	for i := range r.cands {
		if c := &r.cands[i]; c.by == byName || c.by == byDemonym || c.people {
			r.weighForms(c)
		}
	}
	for i := range r.cands {
		c := &r.cands[i]
		if c.by == byName && c.kind != dropped && r.isFull(c) {
			r.identifyFull(int32(i), c)
			x := &r.ents[r.find(c.ent)]
			x.full = append(x.full, int32(i))
		}
	}
	r.findHome()
	for i := range r.cands {
		if c := &r.cands[i]; c.by == byName && c.ent < 0 && c.kind != dropped {
			r.identifyShort(int32(i), c)
			if c.ent >= 0 {
				x := &r.ents[r.find(c.ent)]
				x.short, x.alone = int32(i), x.alone || sameSpelling(x.surname, c.key)
			}
		}
	}
	r.uniteNames()
	r.adoptOrgans()
}

// dropped is the kind of names that are no actors' nor places'.
const dropped = "drop"

// isFull reports whether a name can be identified without looking at others.
func (r *casting) isFull(c *candidate) bool {
	if c.kind == Person && !anyForm(c.forms, func(f form) bool { return f.kind == formPerson }) {
		return c.core[1]-c.core[0] > 1 && !c.hyphens // "Akufo-Addo" may be a surname
	}
	if nameKindOf(c.forms) != "" {
		return true
	}
	return len(c.forms) == 0 && c.core[1]-c.core[0] > 1
}

func (r *casting) identifyFull(i int32, c *candidate) {
	kind := nameKind(c)
	if e := r.rowPlace(i, c); e >= 0 {
		r.join(i, e)
		return
	}
	if kind == Person || c.kind == Person {
		r.join(i, r.fullPerson(c))
		return
	}
	if kind == Place && onlyPlaces(c.forms) {
		r.join(i, r.siteEntity(c))
		return
	}
	if e := r.fromForms(c); e >= 0 {
		r.join(i, e)
		return
	}
	r.join(i, r.unknownName(c, kind))
}

// fromForms returns the entity of a country, seat or body that the lexicon
// knows by the name, or -1.
func (r *casting) fromForms(c *candidate) int32 {
	if c.place {
		return r.placeEntity(c)
	}
	body := int32(-1)
	for _, f := range c.forms {
		switch f.kind {
		case formCountry:
			e := r.partyEntity(r.chooseParty(c, f.ref))
			if r.ents[e].kind == Place && (c.rel == relSubject || c.rel == relOwner || c.rel == relPassive) {
				r.ents[e].acts = true
			}
			return e
		case formBody:
			if body < 0 {
				body = r.chooseBody(c)
			}
			if body >= 0 {
				e := r.bodyEntity(body)
				if x := &r.ents[e]; len(c.key) > len(x.key) {
					x.key = c.key
					r.indexWords(e, c.key)
				}
				return e
			}
		case formCapital, formMetonym:
			if b := r.seated(c); b >= 0 {
				return r.bodyEntity(b)
			}
			p := &r.k.parties[f.ref]
			if !p.main {
				return r.partyEntity(f.ref)
			}
			if f.kind == formMetonym && f.sector != "GOV" {
				return r.otherEntity("seat:"+c.key, func() ent {
					x := blank(Organization)
					x.country, x.sectors, x.strong, x.gender = p.Code, []string{f.sector}, true, 'n'
					return x
				})
			}
			return r.partyEntity(f.ref)
		}
	}
	return -1
}

// chooseParty returns which of the territories that bear the name of c is meant,
// of which first is one: that of its owner or nation, else that of the state of
// which the text speaks most: "Pakistan's Punjab".
func (r *casting) chooseParty(c *candidate, first int32) int32 {
	if r.k.parties[first].main {
		return first
	}
	of := r.ownerCode(c)
	best, most := first, -1
	for _, f := range c.forms {
		if f.kind != formCountry {
			continue
		}
		code := r.k.parties[f.ref].Code
		w := 0
		if s, ok := r.k.states[code]; ok {
			w = r.weight[s]
		}
		if of != "" && code == of {
			return f.ref
		}
		if w > most {
			best, most = f.ref, w
		}
	}
	return best
}

// ownerCode returns the country that the words before a name say it is of: its
// nation or the state that owns it, "Pakistan's"; or "".
func (r *casting) ownerCode(c *candidate) string {
	if len(c.parties) > 0 {
		return r.k.parties[c.parties[0]].Code
	}
	if c.owner >= 0 {
		if o := &r.cands[c.owner]; o.by == byName {
			if p := r.k.partyIn(o.forms); p >= 0 {
				return r.k.parties[p].Code
			}
		}
	}
	return ""
}

// placeEntity returns the entity of a capital that stands for the place.
func (r *casting) placeEntity(c *candidate) int32 {
	e := r.otherEntity("place:"+c.key, func() ent {
		x := blank(Place)
		x.gender = 'n'
		x.town = anyForm(c.forms, func(f form) bool { return f.kind == formCapital || f.kind == formPlace && r.k.sites[f.ref].town })
		for _, f := range c.forms {
			if f.kind == formCapital || f.kind == formMetonym {
				x.country = r.k.parties[f.ref].Code
				break
			}
		}
		return x
	})
	r.indexWords(e, c.key)
	return e
}

// chooseBody picks among bodies of one name: that of a country named beside
// it, of the country the text is about, or the only one.
func (r *casting) chooseBody(c *candidate) int32 {
	var some []int32
	for _, f := range c.forms {
		if f.kind == formBody {
			some = append(some, f.ref)
		}
	}
	if len(some) == 1 && !generic(c.forms) {
		if r.elsewhere(some[0], c.key) || r.anothers(some[0], c) {
			return -1
		}
		return some[0]
	}
	of := r.ownerCode(c)
	best, most := int32(-1), 0
	for _, b := range some {
		code := r.k.bodies[b].Country
		if of != "" && code == of {
			return b
		}
		if s, ok := r.k.states[code]; ok && r.weight[s] > most {
			best, most = b, r.weight[s]
		}
	}
	if of == "" && best >= 0 {
		return best
	}
	if len(some) == 1 && of == "" {
		return some[0]
	}
	for _, b := range some {
		if international[r.k.bodies[b].Country] || r.k.bodies[b].Country == "" {
			return b
		}
	}
	if of != "" || r.elsewhere(some[0], c.key) {
		return -1
	}
	return some[0]
}

// anothers reports whether the text calls a body another state's than the one
// it is known of: "the Philippine Department of Transportation".
func (r *casting) anothers(body int32, c *candidate) bool {
	code := r.k.bodies[body].Country
	if len(c.parties) == 0 || code == "" || international[code] {
		return false
	}
	of := &r.k.parties[c.parties[0]]
	return of.main && of.Code != code && !international[of.Code]
}

// partyIn returns the state or territory that any of the forms speaks for, or
// -1.
func (k *knowledge) partyIn(forms []form) int32 {
	for _, f := range forms {
		if p := k.partyOf(f); p >= 0 {
			return p
		}
	}
	return -1
}

// uniteNames unites names that apposition or brackets make one, where one is
// the other's acronym or both are the same sort of thing and neither is known.
func (r *casting) uniteNames() {
	for i := range r.cands {
		c := &r.cands[i]
		if c.by != byName || c.same < 0 || r.cands[c.same].by != byName {
			continue
		}
		a, b := r.find(r.cands[c.same].ent), r.find(c.ent)
		if a < 0 || b < 0 || a == b {
			continue
		}
		x, y := &r.ents[a], &r.ents[b]
		if x.known() && y.known() || x.kind != y.kind {
			continue
		}
		if x.kind == Organization || x.kind == Group {
			long, short := r.cands[c.same].key, c.key
			if len(short) > len(long) {
				long, short = short, long
			}
			if strings.Contains(short, " ") || initials(strings.Fields(long)) != short && len(short) > 8 {
				continue
			}
			r.byInit[short] = r.merge(a, b)
		}
	}
}
