package actor

import (
	"slices"
)

// settle gives entities without a country the one that the text puts them in:
// the place named in the sentence, or the country that the whole text is about.
// Parties on the receiving side of that country, its envoys' hosts, media and
// international bodies are left alone.
func (r *casting) settle() {
	total := 0
	for _, w := range r.weight {
		total += w
	}
	sole := ""
	if r.home >= 0 {
		w := r.weight[r.home]
		if w == total || w > 3 && 4*w >= 3*total {
			sole = r.k.parties[r.home].Code
		}
	}
	r.composed()
	r.employed()
	r.chieftains()
	lead := r.lead()
	for e := range r.ents {
		x := &r.ents[e]
		if x.into >= 0 || x.country != "" || x.thing || x.set != nil || len(x.cands) == 0 || x.known() {
			continue
		}
		c := &r.cands[x.cands[0]]
		if c.by != byName && c.by != byNominal {
			continue
		}
		if x.kind == Place {
			if x.country = r.lyingIn(x); x.country != "" {
				continue
			}
		}
		if c.by == byNominal && r.k.class.state[c.key] && (c.def == someDef || c.plural) {
			continue // "every country", whichever it is
		}
		if r.lateOwner(int32(e), c); x.country != "" {
			continue
		}
		if r.worldwide(x) {
			x.country = "NGO"
			continue
		}
		if lead != "" && r.harmed(c) && !r.namesOther(c, lead) && r.located(lead) {
			x.country = lead
			continue
		}
		if (lead == "" || lead == "USA") && r.americanParty(c) {
			x.country = "USA"
			continue
		}
		if !r.local(x, c) {
			continue
		}
		if code := r.homeland(x, c); code != "" {
			x.country = code
			continue
		}
		if code := r.commander(c); code != "" {
			x.country = code
			continue
		}
		if x.kind == Place {
			continue
		}
		if code := r.landInName(x); code != "" && (lead == "" || lead == code) {
			x.country = code
			continue
		}
		if (lead == "" || lead == "USA") && r.congressman(x) {
			x.country = "USA"
			continue
		}
		if code := r.sharedNation(x, c); code != "" {
			x.country = code
			continue
		}
		if r.weapon(c) && c.conj >= 0 && c.def == bare && r.cands[c.conj].ent >= 0 {
			x.country = r.ents[r.find(r.cands[c.conj].ent)].country // "Israeli forces and tanks"
			continue
		}
		if code := r.besideForce(x, c); code != "" {
			x.country = code // "the Chinese Navy and Air Force"
			continue
		}
		if code := r.ownForces(x, c); code != "" {
			x.country = code
			continue
		}
		if code := r.placeOf(c); code != "" && x.named < 0 {
			x.country, x.vague = code, x.vague && !r.crowd(c)
			continue
		}
		if code := r.foughtOver(x, c); code != "" {
			x.country = code // "a government assault on Idlib"
			continue
		}
		if r.believers(x, c) || r.ofPeople(c) && !r.located(sole) {
			continue
		}
		if sole != "" && (domestic(x.sectors) || r.organ(x, c) || !r.facing(c, sole)) {
			x.country = sole
			continue
		}
		if sole == "" && lead != "" && r.atHome(x, c) && (domestic(x.sectors) || !r.facing(c, lead)) {
			x.country = lead
			continue
		}
		if sole == "" && x.person < 0 {
			if code := r.around(x, c); code != "" {
				x.country = code
				continue
			}
		}
		if x.kind == Group && len(x.sectors) > 0 && r.k.class.ofIslam.in(c.mods) {
			x.country = "ISM" // of no land, but of a faith
		}
	}
}

// ownForces returns the country of the army or state that is the subject before
// a bare "forces", "troops", "soldiers" who act in its sentence: "the Israeli
// military says that forces shot two men in Jenin". Else "".
func (r *casting) ownForces(x *ent, c *candidate) string {
	if c.by != byNominal || c.rel != relSubject || c.def != bare && c.def != theDef || c.mods != "" || c.count > 0 || len(x.sectors) == 0 || x.sectors[0] != "MIL" || x.named >= 0 {
		return ""
	}
	return r.subjectState(c)
}

// foughtOver returns the country of the towns and regions that the sentence
// names, if they are of one, for a government that only a bare word before a noun
// tells of, or forces that such a word makes a side at home: "a government assault
// on Idlib", "rebel fighters took Goma". Else "".
func (r *casting) foughtOver(x *ent, c *candidate) string {
	if c.by != byNominal || x.named >= 0 || c.owner >= 0 || len(c.parties) > 0 || len(x.sectors) == 0 {
		return ""
	}
	side := hasWord(c.mods, "government", "regime", "rebel", "opposition", "loyalist") && armed(x.sectors)
	if !side && !(c.modifier && c.def == bare && (c.key == "government" || c.key == "regime")) {
		return ""
	}
	code := ""
	g := r.g.ranges[c.sent]
	for i := g[0]; i < g[1]; i++ {
		d := &r.cands[i]
		if d.by != byName || d.ent < 0 {
			continue
		}
		y := &r.ents[r.find(d.ent)]
		if y.kind != Place || y.country == "" {
			continue
		}
		if _, ok := r.k.states[y.country]; !ok || code != "" && code != y.country {
			return ""
		}
		code = y.country
	}
	return code
}

// besideForce returns the country of the force that a force without one is
// joined to, or "".
func (r *casting) besideForce(x *ent, c *candidate) string {
	if x.kind != Organization || len(x.sectors) == 0 || x.sectors[0] != "MIL" && x.sectors[0] != "COP" || c.conj < 0 || r.cands[c.conj].ent < 0 {
		return ""
	}
	y := &r.ents[r.find(r.cands[c.conj].ent)]
	if len(y.sectors) == 0 || y.sectors[0] != "MIL" && y.sectors[0] != "COP" || international[y.country] {
		return ""
	}
	return y.country
}

// composed gives those whom the text calls by a noun too general to tell what
// they are the sectors and the country of their members: "a group of Moroccan
// diplomats", "a coalition of opposition parties".
func (r *casting) composed() {
	for e := range r.ents {
		x := &r.ents[e]
		if x.into >= 0 || x.thing || x.set != nil || x.named >= 0 || len(x.cands) == 0 || x.known() {
			continue
		}
		c := &r.cands[x.cands[0]]
		if c.by != byNominal || c.owner < 0 || r.cands[c.owner].ent < 0 {
			continue
		}
		o, y := &r.cands[c.owner], &r.ents[r.find(r.cands[c.owner].ent)]
		var role role
		if c.role >= 0 {
			role = r.k.roles[c.role]
		}
		switch {
		case x.kind == Group && international[y.country] && y.kind == Organization && len(x.sectors) == 1 && x.sectors[0] == "GOV":
			x.sectors = y.sectors // "Red Cross officials": nobody's government
		case role.flags&flagVague == 0:
		case role.flags&flagWeapon != 0:
			if international[y.country] && y.kind == Organization {
				x.sectors = y.sectors // "U.N. helicopters" need not be armed
			}
		case len(x.sectors) == 0 && (role.Kind != "person" || c.plural) && o.by == byNominal && o.plural && o.head > c.head && (y.kind == Group || y.kind == Organization):
			x.sectors, x.strong = y.sectors, y.strong
			if x.country == "" {
				x.country = y.country
			}
		}
	}
}

// employed gives those by name whom the text calls officials of a body that is no
// part of a state the body's sectors: "Jane Roe, an official with Save the Children".
func (r *casting) employed() {
	for e := range r.ents {
		x := &r.ents[e]
		if x.into >= 0 || x.kind != Person || x.person >= 0 || x.plural || len(x.titles) > 0 || len(x.sectors) == 0 || x.sectors[0] != "GOV" || x.of < 0 {
			continue
		}
		y := &r.ents[r.find(x.of)]
		if y.kind == Organization && y.country == "NGO" && len(y.sectors) > 0 && !isGiver(y.sectors) {
			x.sectors = y.sectors
		}
	}
}

// lateOwner sets the country of an entity from an owner that comes after it in
// the text: "a spokesman at Turkey's foreign ministry".
func (r *casting) lateOwner(e int32, c *candidate) {
	x := &r.ents[e]
	if x.of < 0 && x.kind != Place {
		r.ownerOf(e, c)
	}
}

// commander returns the country that moves its own forces, of which a bare
// noun in its sentence speaks: "Kenya puts military on alert". Else "".
func (r *casting) commander(c *candidate) string {
	if c.by != byNominal || c.rel != relObject || c.def != bare && c.def != theDef || c.mods != "" || c.role < 0 || c.clause < 0 {
		return ""
	}
	role := &r.k.roles[c.role]
	if c.def == theDef && role.Kind != "organization" {
		return ""
	}
	if role.flags&(flagVague|flagOpponent) != 0 || len(role.sectors) == 0 || role.sectors[0] != "MIL" && role.sectors[0] != "COP" {
		return ""
	}
	if !r.k.class.moveForces[r.doc.Sentences[c.sent].Tokens[c.clause].Lemma] {
		return ""
	}
	g := r.g.ranges[c.sent]
	for i := g[0]; i < g[1]; i++ {
		d := &r.cands[i]
		if d.ent < 0 || d.clause != c.clause || d.rel != relSubject {
			continue
		}
		if x := &r.ents[r.find(d.ent)]; x.kind == Country || x.kind == Government || slices.Contains(x.sectors, "GOV") {
			return x.country
		}
	}
	return ""
}

// sharedNation returns the country of the nation that stands before the first
// of the nouns to which a bare one of the same sector is joined: "Israeli
// troops and tanks". Else "".
func (r *casting) sharedNation(x *ent, c *candidate) string {
	if c.by != byNominal || c.conj < 0 || c.def != bare || c.mods != "" || c.count > 0 || len(c.parties) > 0 || len(x.sectors) == 0 {
		return ""
	}
	f := &r.cands[c.conj]
	if f.by != byNominal || f.ent < 0 || f.head > c.head || f.owner >= 0 || len(f.parties) != 1 {
		return ""
	}
	if y := &r.ents[r.find(f.ent)]; len(y.sectors) > 0 && y.sectors[0] == x.sectors[0] {
		return y.country
	}
	return ""
}

// weapon reports whether a noun is for something that fires.
func (r *casting) weapon(c *candidate) bool {
	return c.role >= 0 && r.k.roles[c.role].flags&flagWeapon != 0
}

// ofSeveral reports whether a plural is of office holders of whom a country has
// one, or of states, so that they are of several countries: "foreign ministers".
func (r *casting) ofSeveral(c *candidate) bool {
	if !c.plural {
		return false
	}
	if c.title >= 0 {
		switch r.k.titles[c.title].Governs {
		case "state", "government", "foreign", "defence":
			return true
		}
	}
	return c.role >= 0 && r.k.roles[c.role].flags&flagState != 0 && r.k.roles[c.role].flags&flagPlural == 0
}

// crowd reports whether a candidate is people at large who take to the streets:
// the subject, counted or not, of a verb of protest.
func (r *casting) crowd(c *candidate) bool {
	if c.role < 0 {
		return false
	}
	if role := &r.k.roles[c.role]; role.Kind != "group" && !c.plural || len(role.sectors) == 0 || role.sectors[0] != "CVL" {
		return false
	}
	tokens := r.doc.Sentences[c.sent].Tokens
	i := int(c.head)
	for n := 0; n < 3 && tokens[i].Base() == "nmod" && tokens[i].Head >= 0; n++ {
		if i = tokens[i].Head; !r.k.class.headCount[tokens[i].Lemma] {
			return false
		}
	}
	if tokens[i].Base() != "nsubj" || tokens[i].Head < 0 {
		return false
	}
	return r.k.class.takeToStreets[tokens[tokens[i].Head].Lemma]
}

// placeOf returns the country of the one place that the candidate's sentence
// names with "in" or the like, or "".
func (r *casting) placeOf(c *candidate) string {
	code, _ := r.placedIn(c.sent)
	if code != "" && r.facing(c, code) {
		return ""
	}
	return code
}

// facing reports whether the candidate is what a party of the country acts on,
// so that it need not be of that country itself.
func (r *casting) facing(c *candidate, code string) bool {
	if c.rel != relObject && c.rel != relOblique && c.rel != relNominal {
		return false
	}
	g := r.g.ranges[c.sent]
	for i := g[0]; i < g[1]; i++ {
		d := &r.cands[i]
		if d.ent < 0 || d.clause != c.clause || d.rel != relSubject || d.first <= c.first && c.first < d.last {
			continue
		}
		if t := r.doc.Sentences[c.sent].Tokens[c.head]; t.Head == int(d.head) {
			continue // "the government of President X"
		}
		if x := &r.ents[r.find(d.ent)]; x.country == code && (x.kind == Country || x.kind == Government || slices.Contains(x.sectors, "GOV")) {
			return true
		}
	}
	return false
}
