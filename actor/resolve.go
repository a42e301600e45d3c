package actor

import (
	"slices"
	"sort"
	"strings"
)

// resolve finds the entity of every candidate that is not a name, in text
// order, and tells the names' entities what the text says about them.
func (r *casting) resolve() {
	r.findAuthor()
	r.speakers()
	r.countTold()
	for i := range r.things {
		x := blank("")
		x.thing, x.plural, x.gender = true, i == 1, 'n'
		r.things[i] = r.make(x)
	}
	for i := range r.cands {
		c := &r.cands[i]
		switch c.by {
		case byName:
			r.describe(int32(i), c)
		case byDemonym:
			if p := demonymParty(r, c); p >= 0 {
				r.join(int32(i), r.partyEntity(p))
			}
		case byNominal:
			r.nominal(int32(i), c)
		case byPronoun:
			switch {
			case c.person == 3:
				r.pronoun(int32(i), c)
			case c.quote < 0:
				r.speechPronoun(int32(i), c)
			}
		case byThing:
			c.ent = r.things[0]
			if c.plural {
				c.ent = r.things[1]
			}
		}
		if (c.ent >= 0 || len(c.ents) > 0) && !c.idle || c.by == byPronoun && c.person == 1 && c.quoted && !c.plural {
			r.recent = append(r.recent, int32(i))
		}
		r.group(int32(i), c)
		r.noteConferees(c)
	}
	for i := range r.cands {
		if c := &r.cands[i]; c.by == byPronoun && c.person < 3 && c.quote >= 0 {
			r.speechPronoun(int32(i), c)
		}
	}
}

// demonymParty picks among the parties of a demonym: the one that the text
// speaks of most ("Korean", "Congolese").
func demonymParty(r *casting, c *candidate) int32 {
	best, most := int32(-1), -1
	for _, f := range c.forms {
		if f.kind != formDemonym && f.kind != formCountry {
			continue
		}
		w := 0
		if s, ok := r.k.states[r.k.parties[f.ref].Code]; ok {
			w = r.weight[s]
		}
		if w > most {
			best, most = f.ref, w
		}
	}
	return best
}

// describe gives a named entity what the words around this mention say: its
// titles, its country, its owner.
func (r *casting) describe(i int32, c *candidate) {
	if c.ent < 0 {
		return
	}
	e := r.find(c.ent)
	x := &r.ents[e]
	if x.kind != Person {
		r.ownerOf(e, c)
		return
	}
	r.entitled(e, c, c.nouns)
	r.ownerOf(e, c)
}

// entitled tells a person's entity the titles and roles by which it is called.
func (r *casting) entitled(e int32, c *candidate, nouns []form) {
	x := &r.ents[e]
	for _, f := range nouns {
		switch f.kind {
		case formTitle:
			x.entitle(f.ref)
			t := &r.k.titles[f.ref]
			x.call(t.Noun)
			switch {
			case x.person >= 0 && r.standsAs(x, c, f.ref):
			case c.former:
				if x.person < 0 {
					x.sectors, x.strong = []string{"ELI"}, true
				}
			case x.person < 0 || len(x.sectors) == 0:
				if t.Sector != "" && !(x.strong && len(x.sectors) > 0 && x.sectors[0] == "ELI") {
					x.addSectors([]string{t.Sector}, true)
				}
			case c.then && len(x.sectors) == 1 && x.sectors[0] == "ELI":
				x.sectors = []string{t.Sector}
			}
			if x.gender == 0 {
				x.gender = t.Gender
			}
			if x.country == "" && len(c.parties) == 0 {
				x.country = t.land
			}
		case formRole:
			role := &r.k.roles[f.ref]
			x.call(role.Noun)
			if x.person >= 0 && r.date == "" && len(x.titles) == 0 && c.by == byName && !c.former && role.flags&flagVague == 0 && role.flags&(flagOfficial|flagLeader|flagEnvoy) != 0 {
				x.sectors = foremost(role.sectors, x.sectors) // what an undated text calls him is what he is in it
			}
			if x.person >= 0 && r.date == "" && role.flags&flagFormer != 0 && len(role.sectors) > 0 && role.sectors[0] == "ELI" {
				x.sectors, x.office = []string{"ELI"}, "" // "former president" in an undated text
			}
			if c.former && len(role.sectors) > 0 && x.person < 0 && role.flags&(flagOfficial|flagLeader|flagEnvoy) != 0 {
				x.sectors, x.strong = []string{"ELI"}, true
			} else if x.person < 0 || len(x.sectors) == 0 {
				x.addSectors(role.sectors, role.flags&(flagOfficial|flagLeader|flagEnvoy) != 0 && role.flags&flagVague == 0)
			}
			if x.country == "" && role.code != "" {
				x.country = role.code
			}
			if x.gender == 0 {
				switch {
				case role.flags&flagMale != 0:
					x.gender = 'm'
				case role.flags&flagFemale != 0:
					x.gender = 'f'
				}
			}
		}
	}
	for _, f := range c.extra {
		if f.kind == formRole && (x.person < 0 || len(x.sectors) == 0) {
			x.addSectors(r.k.roles[f.ref].sectors, false)
		}
	}
	if x.country == "" && len(c.parties) > 0 && !r.suspected(x, c, r.k.parties[c.parties[0]].Code) {
		x.country = r.k.parties[c.parties[0]].Code
	}
	if x.office == "" && x.person < 0 && c.title >= 0 && !c.former && x.country != "" {
		r.officeOf(x, c)
	}
}

// standsAs lets a title say what somebody whom the lexicon knows is, where the
// date does not: in an undated text that of the office it means, and of one
// without an office then what the title stands for ("Prime Minister" before the
// name of a militia's leader). It reports whether that settles it.
func (r *casting) standsAs(x *ent, c *candidate, t int32) bool {
	sector := r.k.titles[t].Sector
	switch {
	case r.date != "" && (c.former || c.then || x.office != "" || sector == "" || slices.Contains(x.sectors, "ELI")):
		return false
	case r.date != "":
		x.sectors = foremost([]string{sector}, x.sectors)
		return true
	case c.former:
		x.sectors, x.office, x.strong = []string{"ELI"}, "", true
		return true
	}
	if o := r.k.lastOffice(&r.k.people[x.person], t); o != nil {
		x.office, x.country, x.sectors, x.strong = o.Title, o.Country, []string{o.Sector}, true
		return true
	}
	if sector != "" && x.office == "" {
		x.sectors, x.strong = foremost([]string{sector}, x.sectors), true
	}
	return sector != ""
}

// foremost returns sectors with those of more behind them.
func foremost(sectors, more []string) []string {
	return dedupe(append(slices.Clone(sectors), more...))
}

// officeOf sets the office of somebody unknown, whom candidate c calls by a
// title, from the title and his country, or the part of it that he is said to
// belong to.
func (r *casting) officeOf(x *ent, c *candidate) {
	s := r.k.state(x.country)
	if s == nil {
		return
	}
	land := s.Phrase()
	part := r.owner(x)
	at := sort.Search(len(r.cands), func(j int) bool { return r.cands[j].sent >= c.sent })
	for j := at; j < len(r.cands) && r.cands[j].sent == c.sent; j++ {
		if d := &r.cands[j]; d.ent >= 0 && c.first <= d.first && d.last <= c.last && r.ents[r.find(d.ent)].kind == Place {
			part = r.find(d.ent) // "Odesa mayor X"
		}
	}
	if part >= 0 {
		switch y := &r.ents[part]; {
		case y.party >= 0:
			land = r.k.parties[y.party].Phrase()
		case y.body >= 0:
			land = r.k.bodies[y.body].Name
			if strings.Contains(land, " ") && !strings.HasPrefix(land, "the ") {
				land = "the " + land
			}
		case y.kind == Place && y.named >= 0:
			n := &r.cands[y.named]
			land = r.doc.Article.Words(r.doc.Sentences[n.sent].SpanOf(int(n.core[0]), int(n.core[1])))
		}
	}
	ws := strings.Fields(r.k.titles[c.title].Noun)
	for i, w := range ws {
		if w != "of" && w != "the" && w != "and" && w != "for" && w != "to" {
			ws[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	x.office = strings.Join(ws, " ") + " of " + land
}

// ownerOf sets to whom an entity belongs.
func (r *casting) ownerOf(e int32, c *candidate) {
	x := &r.ents[e]
	if x.of >= 0 {
		return
	}
	o := r.ownerEntity(c)
	if o < 0 && len(c.parties) > 0 {
		o = r.partyEntity(c.parties[0])
	}
	x = &r.ents[e]
	if o < 0 || o == e || r.ents[o].thing {
		return
	}
	if !c.former {
		x.of = o // "a former president of the college" is the college's no more
	}
	if x.country == "" && x.party < 0 && !r.foreign(c) && !r.suspected(x, c, r.ents[o].country) {
		x.country = r.ents[o].country
	}
}

// suspected reports whether a person is only suspected to belong to a body of
// no country, whose code is given, which tells nothing of his own: "Islamic State suspect Neil Prakash".
func (r *casting) suspected(x *ent, c *candidate, code string) bool {
	if x.kind != Person || !international[code] {
		return false
	}
	return anyForm(c.nouns, func(f form) bool { return f.kind == formRole && r.k.class.suspected[r.k.roles[f.ref].Noun] })
}

// ownerEntity returns the entity of the candidate's owner, or -1.
func (r *casting) ownerEntity(c *candidate) int32 {
	if c.owner < 0 {
		return -1
	}
	o := &r.cands[c.owner]
	if o.ent < 0 {
		return -1
	}
	return r.find(o.ent)
}

// codeOf returns the country that a candidate's modifiers, or its owner, speak
// for.
func (r *casting) codeOf(c *candidate) string {
	if len(c.parties) > 0 {
		return r.k.parties[c.parties[0]].Code
	}
	if o := r.ownerEntity(c); o >= 0 && r.ents[o].country != "" && !r.foreign(c) {
		return r.ents[o].country
	}
	if e := r.entityAt(c.where); e >= 0 {
		return r.ents[e].country
	}
	if c.by == byNominal && r.k.class.ownBody[c.key] {
		if n := r.namedBefore(c); n >= 0 && r.ents[n].kind == Person {
			return r.ents[n].country // "the Clinton campaign"
		}
	}
	return r.speakersLand(c)
}

// speakersLand returns the state, by its code, of whoever says in a quotation
// "our army" or "this government"; "" of anything else.
func (r *casting) speakersLand(c *candidate) string {
	if c.quote < 0 || r.foreign(c) || !(c.owner >= 0 && r.cands[c.owner].person == 1 || c.def == thisDef && c.owner < 0 && !c.plural && r.k.class.atHome[c.key]) {
		return ""
	}
	s := r.g.quotes[c.quote].speaker
	if s < 0 {
		return ""
	}
	code := ""
	if d := &r.cands[s]; d.ent >= 0 && r.ents[r.find(d.ent)].country != "" {
		code = r.ents[r.find(d.ent)].country
	} else if len(d.parties) > 0 {
		code = r.k.parties[d.parties[0]].Code // he is named behind the quotation
	}
	if _, ok := r.k.states[code]; !ok {
		return ""
	}
	return code
}

// foreign reports whether a noun is said of somebody who does not belong to
// the owner's country: "its allies", "Russia's opponents". Those who stand
// behind a person are mostly his countrymen.
func (r *casting) foreign(c *candidate) bool {
	if c.role < 0 {
		return false
	}
	if r.k.class.backer[c.key] {
		if o := r.ownerEntity(c); o >= 0 && r.ents[o].kind == Person {
			return false
		}
	}
	return r.k.roles[c.role].flags&(flagOpponent|flagAlly) != 0 || r.k.class.ofAbroad[c.key]
}
