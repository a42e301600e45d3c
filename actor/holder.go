package actor

import (
	"slices"
	"strings"
)

// holderOf finds who holds the office that a title names, as far as country
// and date tell: "the Russian president", "France's foreign minister", "the
// Kremlin leader".
func (r *casting) holderOf(i int32, c *candidate) bool {
	if c.title < 0 || c.former || c.other || c.def == aDef || c.def == someDef || c.modifier || c.based {
		return false // "the Paris-based president of the council"
	}
	code := r.codeOf(c)
	owner := r.ownerEntity(c)
	if owner >= 0 && len(c.parties) == 0 && r.ents[owner].kind != Country && !r.governs(owner) && !r.ledForce(c, owner) && !international[r.ents[owner].country] {
		return false // "the party's leader", "the president of the Central Bank of Russia"
	}
	if code == "" && c.owner >= 0 && owner < 0 {
		return false
	}
	part, apart := r.subnational(c, owner)
	if r.k.class.lesser.in(c.mods) {
		return false
	}
	if code == "" && c.def != theDef && c.def != bare && c.def != ownDef {
		return false
	}
	if c.def == bare && code == "" && !r.capitalisedAlone(c) && !r.theOnly(c) {
		return false
	}
	if code == "" && r.voice != "" && (c.def == theDef && r.capitalised(c) || c.def == bare && r.capitalisedAlone(c)) {
		// In a government's own text "the President" is its own, unless it has
		// named none but another's, as where the Vice President receives one.
		if p, _ := r.k.holder(c.title, r.voice, r.date); p >= 0 {
			e := r.personEntity(p)
			if o := r.calledSo(c, ""); o >= 0 && len(r.ents[e].cands) == 0 && r.ents[o].named >= 0 && r.ents[o].country != "" && r.ents[o].country != r.voice {
				e = o
			}
			r.join(i, e)
			r.entitledNominal(e, c)
			return true
		}
	}
	if code == "" {
		if e := r.calledSo(c, ""); e >= 0 {
			r.join(i, e)
			r.entitledNominal(e, c)
			return true
		}
	}
	p := int32(-1)
	switch {
	case apart && part >= 0:
		p, _ = r.k.holderIn(c.title, part, r.date)
	case !apart && (code != "" || c.mods == ""): // "the club president"
		office := ""
		p, office = r.k.holder(c.title, code, r.date)
		if p >= 0 && code == "" && r.anothersOffice(c, office) {
			p = -1 // in a text about Israel "the chief of staff" is not the White House's
		}
	}
	if p < 0 && code == "" {
		code = r.context(c)
		if t := &r.k.titles[c.title]; t.Governs == "state" || t.Governs == "government" || t.Governs == "foreign" || t.Governs == "defence" {
			p, _ = r.k.holder(c.title, code, r.date)
		}
	}
	if p >= 0 {
		e := r.personEntity(p)
		r.join(i, e)
		r.entitledNominal(e, c)
		return true
	}
	if e := r.calledSo(c, code); e >= 0 && !(apart && r.ents[e].person >= 0) {
		r.join(i, e)
		r.entitledNominal(e, c)
		return true
	}
	return false
}

// ledForce reports whether candidate c is who heads the forces of a land, owner,
// by a title that means the land's: "the chief of staff of the Chadian army".
func (r *casting) ledForce(c *candidate, owner int32) bool {
	x := &r.ents[owner]
	t := &r.k.titles[c.title]
	return x.kind == Organization && slices.Contains(x.sectors, "MIL") && (t.Sector == "MIL" || t.Governs == "staff" || t.Governs == "army") && r.k.class.wholeForce.in(r.cands[c.owner].key)
}

// anothersOffice reports whether an office is that of a state, and candidate c,
// whose title many have in every state, stands where the text speaks of another.
func (r *casting) anothersOffice(c *candidate, office string) bool {
	terms := r.k.terms[office]
	if len(terms) == 0 || r.k.titles[c.title].Governs != "staff" {
		return false
	}
	state, ok := r.k.states[terms[0].country]
	if !ok {
		return false
	}
	code := r.context(c)
	return code != "" && code != terms[0].country || code == "" && r.home >= 0 && r.weight[state] == 0
}

// governs reports whether an entity is the government of a land, whose head is
// the land's, and no office or bank of it.
func (r *casting) governs(e int32) bool {
	x := &r.ents[e]
	if x.kind != Government {
		return false
	}
	return x.body < 0 || !r.k.class.bureau.in(fold(r.k.bodies[x.body].Name))
}

// subnational reports whether an office is that of a part of a country, whose holder
// is not the country's: "the Texas attorney general", "the mayor of Odesa". The
// part is returned where it is one of the knowledge's parties, else -1. The
// capital may stand for the country.
func (r *casting) subnational(c *candidate, owner int32) (part int32, ok bool) {
	for _, e := range [2]int32{owner, r.entityAt(c.where)} {
		if e < 0 {
			continue
		}
		switch x := &r.ents[e]; {
		case x.party >= 0 && !r.k.parties[x.party].main:
			return x.party, true
		case x.kind == Place && x.site > 0:
			return -1, true
		}
	}
	if len(c.parties) > 0 {
		return c.parties[0], !r.k.parties[c.parties[0]].main
	}
	return -1, false
}

// entityAt returns the entity of candidate i, or -1.
func (r *casting) entityAt(i int32) int32 {
	if i < 0 || r.cands[i].ent < 0 {
		return -1
	}
	return r.find(r.cands[i].ent)
}

// formerHolder finds who of those mentioned before once held the office that
// "the former president" names, and holds it no more.
func (r *casting) formerHolder(i int32, c *candidate) bool {
	if !c.former || c.other || c.def != theDef && c.def != thisDef && len(c.parties) == 0 {
		return false
	}
	code := r.codeOf(c)
	forms := r.k.trie.find(strings.TrimPrefix(c.key, "former "))
	for n := len(r.recent) - 1; n >= 0 && n >= len(r.recent)-120; n-- {
		d := &r.cands[r.recent[n]]
		if d.ent < 0 || c.sent-d.sent > 12 {
			continue
		}
		e := r.find(d.ent)
		x := &r.ents[e]
		if x.person < 0 || code != "" && x.country != code {
			continue
		}
		who := &r.k.people[x.person]
		for _, f := range forms {
			if f.kind == formTitle && r.k.wasCalled(who, f.ref, r.date) && !(x.office != "" && r.k.means(f.ref, x.office)) {
				r.join(i, e)
				r.entitledNominal(e, c)
				return true
			}
		}
	}
	return false
}

// capitalised reports whether a nominal is written with a capital.
func (r *casting) capitalised(c *candidate) bool {
	f := r.doc.Sentences[c.sent].Tokens[c.head].Form
	return f != "" && f[0] >= 'A' && f[0] <= 'Z'
}

// capitalisedAlone reports whether a title without determiner is written as a
// name is: "President said".
func (r *casting) capitalisedAlone(c *candidate) bool {
	t := &r.doc.Sentences[c.sent].Tokens[c.head]
	return t.UPos == "PROPN" && c.head > 0
}

// theOnly reports whether a title that begins a sentence without determiner, as
// in a headline, is one that only one person in the world holds: "Pope urges".
func (r *casting) theOnly(c *candidate) bool {
	if r.doc.Sentences[c.sent].Tokens[c.head].UPos != "PROPN" {
		return false
	}
	p, _ := r.k.holder(c.title, "", r.date)
	return p >= 0
}

// calledSo returns the person who was last mentioned among those whom the text
// has called by the title, or who hold such an office; of the country, if code
// is not empty.
func (r *casting) calledSo(c *candidate, code string) int32 {
	for n := len(r.recent) - 1; n >= 0 && n >= len(r.recent)-300; n-- {
		d := &r.cands[r.recent[n]]
		if d.ent < 0 {
			continue
		}
		e := r.find(d.ent)
		x := &r.ents[e]
		if x.kind != Person || x.plural || code != "" && x.country != "" && x.country != code || c.gender != 0 && x.gender != 0 && c.gender != x.gender {
			continue
		}
		if !r.bears(x, c.title) {
			continue
		}
		if d.rel != relSubject && d.rel != relPassive && c.rel == relSubject && d.sent < c.sent {
			if s := r.headlined(d, c, code); s >= 0 {
				return s
			}
		}
		return e
	}
	return -1
}

// bears reports whether the text has called person x by the title, or he holds such
// an office.
func (r *casting) bears(x *ent, title int32) bool {
	return slices.Contains(x.titles, title) || x.person >= 0 && x.office != "" && r.k.means(title, x.office)
}

// headlined returns the person of c's title, and of the country if code is not
// empty, whom the main clause of the sentence of d has for its subject: of two
// presidents of whom one received the other, "the President" goes on with him
// who did; -1 without.
func (r *casting) headlined(d, c *candidate, code string) int32 {
	g := r.g.ranges[d.sent]
	for i := g[0]; i < g[1]; i++ {
		o := &r.cands[i]
		if o.ent < 0 || o.rel != relSubject || o.clause < 0 || r.doc.Sentences[o.sent].Tokens[o.clause].Rel != "root" {
			continue
		}
		e := r.find(o.ent)
		if x := &r.ents[e]; x.kind == Person && !x.plural && r.bears(x, c.title) && (code == "" || x.country == "" || x.country == code) && (c.gender == 0 || x.gender == 0 || c.gender == x.gender) {
			return e
		}
	}
	return -1
}

// americanOrder reports whether the sentence of c speaks of an Executive Order by
// its number, as those of American presidents have, in a text that speaks of the
// United States.
func (r *casting) americanOrder(c *candidate) bool {
	if !r.speaksOf("USA") {
		return false
	}
	toks := r.doc.Sentences[c.sent].Tokens
	for i := 0; i+2 < len(toks); i++ {
		if toks[i].Form == "Executive" && toks[i+1].Form == "Order" && toks[i+2].Form != "" && toks[i+2].Form[0] >= '0' && toks[i+2].Form[0] <= '9' {
			return true
		}
	}
	return false
}

// context returns the country that a bare title or institution most likely
// belongs to: the nearest one named in the sentence or just before, else the
// one that the text is about.
func (r *casting) context(c *candidate) string {
	if code := r.orderer(c); code != "" {
		return code
	}
	if r.americanOrder(c) {
		return "USA"
	}
	if r.home >= 0 {
		total := 0
		for _, w := range r.weight {
			total += w
		}
		if 2*r.weight[r.home] > total || r.weight[r.home] > 2 && 3*r.weight[r.home] > 2*(total-r.weight[r.home]) {
			return r.k.parties[r.home].Code
		}
	}
	code, where, asks := "", "", false
	for n := len(r.recent) - 1; n >= 0 && n >= len(r.recent)-40; n-- {
		d := &r.cands[r.recent[n]]
		if c.sent-d.sent > 2 || c.sent-d.sent > 1 && code != "" {
			break
		}
		if d.ent < 0 {
			continue
		}
		x := &r.ents[r.find(d.ent)]
		switch known := x.kind == Country && x.party >= 0; {
		case r.demands(d, c):
			asks = true
		case d.located:
			if known && d.sent == c.sent {
				where = x.country
			}
		case known && code != "" && x.country != code:
			return ""
		case known:
			code = x.country
		}
	}
	if code == "" && asks {
		return where // "alarmed by arrests in Georgia, Paris called on the government"
	}
	return code
}
