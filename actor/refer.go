package actor

import (
	"slices"
	"strings"
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
	if c.class == int8(nominalPair) && c.role < 0 && c.title < 0 {
		c.count, c.plural = 2, true
	}
	if c.plural && r.several(i, c) {
		return
	}
	if c.class == int8(nominalPlace) && c.role < 0 && c.title < 0 {
		r.placeNominal(i, c)
		return
	}
	if c.class == int8(nominalPair) && c.role < 0 && c.title < 0 {
		return
	}
	if !c.plural && r.holderOf(i, c) {
		return
	}
	if c.role >= 0 && r.k.roles[c.role].flags&flagState != 0 && r.stateNominal(i, c) {
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
	return true
}

// entitledNominal tells an entity the noun by which it is called here.
func (r *casting) entitledNominal(e int32, c *candidate) {
	if r.ents[e].kind == Person && !c.plural {
		r.entitled(e, c, c.nouns)
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

// holderOf finds who holds the office that a title names, as far as country
// and date tell: "the Russian president", "France's foreign minister", "the
// Kremlin leader".
func (r *casting) holderOf(i int32, c *candidate) bool {
	if c.title < 0 || c.former || c.other || c.def == aDef || c.def == someDef || c.modifier {
		return false
	}
	code := r.codeOf(c)
	owner := r.ownerEntity(c)
	if owner >= 0 && r.ents[owner].kind != Country && len(c.parties) == 0 && r.ents[owner].kind != Government {
		return false // "the party's leader", "the president of the company"
	}
	if code == "" && c.owner >= 0 && owner < 0 {
		return false
	}
	if hasWord(c.mods, "deputy", "vice", "assistant", "acting", "interim", "shadow", "next", "future", "party", "rebel", "opposition", "company", "regional", "local", "provincial", "council", "club", "union") {
		return false
	}
	if code == "" && c.def != theDef && c.def != bare && c.def != ownDef {
		return false
	}
	if c.def == bare && code == "" && !r.capitalisedAlone(c) {
		return false
	}
	if code == "" {
		if e := r.calledSo(c, ""); e >= 0 {
			r.join(i, e)
			r.entitledNominal(e, c)
			return true
		}
	}
	p, _ := r.k.holder(c.title, code, r.date)
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
	if e := r.calledSo(c, code); e >= 0 {
		r.join(i, e)
		r.entitledNominal(e, c)
		return true
	}
	return false
}

// capitalisedAlone reports whether a title without determiner is written as a
// name is: "President said".
func (r *casting) capitalisedAlone(c *candidate) bool {
	t := &r.doc.Sentences[c.sent].Tokens[c.head]
	return t.UPos == "PROPN" && c.head > 0
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

// calledSo returns the person who was last mentioned among those whom the text
// has called by the title, or who hold such an office; of the country, if code
// is not empty.
func (r *casting) calledSo(c *candidate, code string) int32 {
	best, at := int32(-1), int32(-1)
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
		if !slices.Contains(x.titles, c.title) && !(x.person >= 0 && x.office != "" && r.k.means(c.title, x.office)) {
			continue
		}
		if r.recent[n] > at {
			best, at = e, r.recent[n]
			break
		}
	}
	return best
}

// context returns the country that a bare title or institution most likely
// belongs to: the nearest one named in the sentence or just before, else the
// one that the text is about.
func (r *casting) context(c *candidate) string {
	if r.home >= 0 {
		total := 0
		for _, w := range r.weight {
			total += w
		}
		if 2*r.weight[r.home] > total || r.weight[r.home] > 2 && 3*r.weight[r.home] > 2*(total-r.weight[r.home]) {
			return r.k.parties[r.home].Code
		}
	}
	code := ""
	for n := len(r.recent) - 1; n >= 0 && n >= len(r.recent)-40; n-- {
		d := &r.cands[r.recent[n]]
		if c.sent-d.sent > 2 || c.sent-d.sent > 1 && code != "" {
			break
		}
		if d.ent < 0 || d.located {
			continue
		}
		if x := &r.ents[r.find(d.ent)]; x.kind == Country && x.party >= 0 {
			if code != "" && x.country != code {
				return ""
			}
			code = x.country
		}
	}
	return code
}

// stateNominal finds the entity of a noun for a state or its government.
func (r *casting) stateNominal(i int32, c *candidate) bool {
	switch c.key {
	case "side", "country", "nation", "state", "republic", "kingdom", "superpower", "neighbour", "neighbor", "power":
		if p := r.compass(c.mods); p >= 0 && c.key == "side" && !c.plural {
			r.join(i, p)
			return true
		}
		if len(c.parties) > 0 && !c.plural {
			if c.key == "side" || c.key == "state" || c.key == "nation" {
				r.join(i, r.partyEntity(c.parties[0]))
				return true
			}
			return false
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
	if kind == Government {
		key = "organ:" + code + ":government"
	}
	if c.mods != "" && !hasWord(c.mods, "central", "federal", "national", "current", "new") {
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

// recentCountry returns the country mentioned last that "the country" may mean.
func (r *casting) recentCountry(i int32, c *candidate) int32 {
	for n := len(r.recent) - 1; n >= 0 && n >= len(r.recent)-60; n-- {
		d := &r.cands[r.recent[n]]
		if d.ent < 0 || c.sent-d.sent > 4 {
			continue
		}
		e := r.find(d.ent)
		if x := &r.ents[e]; x.kind == Country && x.party >= 0 && d.by != byDemonym {
			return e
		}
	}
	if r.home >= 0 {
		if e, ok := r.byParty[r.home]; ok {
			return r.find(e)
		}
	}
	return -1
}

// placeNominal joins "the city" to the place mentioned last.
func (r *casting) placeNominal(i int32, c *candidate) {
	if c.def != theDef && c.def != thisDef || c.owner >= 0 || c.plural || c.mods != "" || len(c.parties) > 0 {
		return
	}
	for n := len(r.recent) - 1; n >= 0 && n >= len(r.recent)-60; n-- {
		d := &r.cands[r.recent[n]]
		if d.ent < 0 || c.sent-d.sent > 5 {
			continue
		}
		e := r.find(d.ent)
		if x := &r.ents[e]; x.kind == Place && d.by != byDemonym {
			if designates(x.key, c.key) || x.party >= 0 && regional(c.key) || x.party < 0 && !regional(c.key) || slices.Contains(x.heads, c.key) {
				r.join(i, e)
				r.ents[e].call(c.key)
				return
			}
		}
	}
}

func designates(key, noun string) bool {
	return strings.HasSuffix(key, " "+noun) || strings.HasPrefix(key, noun+" ")
}

func regional(noun string) bool {
	switch noun {
	case "city", "town", "village", "capital", "capital city", "port", "port city", "metropolis", "suburb":
		return false
	}
	return true
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
	if c.plural && !(c.role >= 0 && r.k.roles[c.role].flags&flagPlural != 0) {
		return -1
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

// byMeaning looks for somebody whom the noun fits though he was not called so:
// "the opponent" for an opposition politician, "the company" for a firm.
func (r *casting) byMeaning(i int32, c *candidate, code string) int32 {
	person := c.class == int8(nominalPerson) || c.role >= 0 && r.k.roles[c.role].Kind == "person"
	if c.role < 0 && !person || c.plural {
		return -1
	}
	var sectors []string
	var flags roleFlag
	if c.role >= 0 {
		sectors, flags = r.k.roles[c.role].sectors, r.k.roles[c.role].flags
	}
	if person && c.title >= 0 || flags&flagEnvoy != 0 || flags&flagOfficial != 0 {
		return -1
	}
	if flags&flagKin != 0 || flags&flagRelative != 0 && flags&flagOpponent == 0 {
		return -1
	}
	if o := r.ownerEntity(c); o >= 0 && r.ents[o].kind != Country && flags&flagOpponent == 0 {
		return -1
	}
	best, most := int32(-1), 0
	seen := 0
	for n := len(r.recent) - 1; n >= 0 && seen < 80; n-- {
		seen++
		d := &r.cands[r.recent[n]]
		far := c.sent - d.sent
		if far > 10 {
			break
		}
		if d.ent < 0 || d.by == byDemonym || d.sent == c.sent && d.clause == c.clause && d.clause >= 0 && d.rel != relOwner {
			continue
		}
		e := r.find(d.ent)
		x := &r.ents[e]
		if c.quote >= 0 && r.speaks(c.quote, e) {
			continue
		}
		if x.thing || x.plural || x.set != nil || (x.kind == Person) != person || x.kind == Country || x.kind == Place || x.kind == Government {
			continue
		}
		if code != "" && x.country != "" && x.country != code || c.gender != 0 && x.gender != 0 && c.gender != x.gender {
			continue
		}
		score := 0
		common := sharesSector(sectors, x.sectors)
		switch {
		case common && (person || x.named >= 0 && (c.mods == "" || sharesWord(c.mods, x.key))):
			score = 30 - 2*int(far)
		case person && x.named >= 0 && anybody(c.key) && !isGiver(x.sectors) && far <= 3 && c.mods == "":
			score = 14 - 3*int(far)
		case !person && len(sectors) == 0 && far <= 3 && c.mods == "":
			score = 14 - 3*int(far)
		default:
			continue
		}
		if common && person && x.person < 0 && x.named < 0 && far > 4 {
			continue
		}
		if d.rel == relSubject {
			score += 3
		}
		if x.named >= 0 {
			score += 3
		}
		if person && c.mods != "" && far > 6 {
			continue
		}
		if score > most {
			best, most = e, score
		}
	}
	if most < 6 {
		return -1
	}
	return best
}

// speaks reports whether entity e is who speaks the quotation.
func (r *casting) speaks(q, e int32) bool {
	s := r.g.quotes[q].speaker
	return s >= 0 && r.cands[s].ent >= 0 && r.find(r.cands[s].ent) == e
}

// anybody reports whether a noun may be said of any person.
func anybody(noun string) bool {
	switch noun {
	case "man", "woman", "person", "individual", "figure", "guy", "lady", "gentleman", "leader", "star", "author", "celebrity", "victim", "suspect":
		return true
	}
	return false
}

func isGiver(sectors []string) bool {
	for _, s := range sectors {
		switch s {
		case "GOV", "MIL", "LEG", "JUD", "PTY", "OPP":
			return true
		}
	}
	return false
}

// sharesSector reports whether the main sector of a noun is among those of an
// entity.
func sharesSector(noun, of []string) bool {
	for i, s := range noun {
		if i < 2 && s != "CVL" && slices.Contains(of, s) {
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
	r.ents[e].vague = r.tooVague(c) && r.ents[e].country == ""
	r.join(i, e)
	r.ownerOf(e, c)
	r.note(e, c.key)
	if c.title >= 0 && !c.plural && !c.former && r.ents[e].country != "" {
		r.officeOf(&r.ents[e], r.k.titles[c.title].Noun)
	}
}

// tooVague reports whether a noun is too general to be a party by itself and
// nothing beside it makes it one.
func (r *casting) tooVague(c *candidate) bool {
	if c.role >= 0 && len(c.parties) == 0 && len(c.extra) == 0 && c.owner < 0 {
		switch {
		case c.key == "state" || c.key == "side" || c.key == "power":
			return true // "a state of war", "either side"
		case c.def == bare && !c.plural && r.k.roles[c.role].flags&flagWeapon != 0:
			return true // "rounds of artillery"
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
