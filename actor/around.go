package actor

// around returns the country in which the text puts somebody of whom neither
// his own words nor a place in his sentence tell it, in a text about several:
// for an organ of state ("prosecutors", "the police") that of whoever is the
// subject of its sentence, and for anybody that of the one place named where
// the text last named any, at most a few sentences back. It is "" where several
// countries are equally near.
func (r *casting) around(x *ent, c *candidate) string {
	if r.organ(x, c) {
		if code := r.subjectState(c); code != "" {
			return code
		}
	}
	if x.named >= 0 || c.def == theDef && !c.plural && x.kind == Person || len(x.sectors) > 0 && x.sectors[0] == "MIL" {
		return "" // "the perpetrator" and the troops may come from elsewhere
	}
	if code := r.scene(c); code != "" && !r.facing(c, code) {
		return code
	}
	return ""
}

// organ reports whether a noun speaks of an organ that each state has for
// itself: its courts, prosecutors, police, lawmakers. Counted men may be
// anybody's.
func (r *casting) organ(x *ent, c *candidate) bool {
	if c.by != byNominal || c.count > 0 || c.def == aDef || c.def == someDef || len(x.sectors) == 0 || c.role < 0 {
		return false
	}
	if role := &r.k.roles[c.role]; role.Kind == "person" && !c.plural {
		return false
	}
	switch x.sectors[0] {
	case "COP", "JUD", "LEG":
		return true
	}
	return false
}

// subjectState returns the country of the first subject before the candidate
// in its sentence, if that is a state, somebody in its service, or a party in
// it; else "".
func (r *casting) subjectState(c *candidate) string {
	g := r.g.ranges[c.sent]
	for i := g[0]; i < g[1]; i++ {
		d := &r.cands[i]
		if d.first >= c.first {
			break
		}
		if d.ent < 0 || d.rel != relSubject && d.rel != relPassive {
			continue
		}
		x := &r.ents[r.find(d.ent)]
		if x.thing || x.country == "" || international[x.country] || x.kind == Person && (len(x.sectors) == 0 || !public(x.sectors[0])) {
			continue
		}
		if _, ok := r.k.states[x.country]; ok {
			return x.country
		}
	}
	return ""
}

// public reports whether a sector is of those who have a part in the affairs of
// their own state.
func public(sector string) bool {
	switch sector {
	case "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "ELI":
		return true
	}
	return false
}

// sceneReach is how many sentences back the place may be named where what the
// text tells happens.
const sceneReach = 3

// placedIn returns the country of the places that a sentence names with "in" or
// the like, or "", and false if they are of several.
func (r *casting) placedIn(sentence int32) (code string, one bool) {
	g := r.g.ranges[sentence]
	for i := g[0]; i < g[1]; i++ {
		d := &r.cands[i]
		if d.by != byName || d.ent < 0 || !d.located {
			continue
		}
		x := &r.ents[r.find(d.ent)]
		if x.kind != Place && x.kind != Country || x.country == "" || x.kind == Place && r.venue(d) {
			continue
		}
		if code != "" && code != x.country {
			return "", false
		}
		code = x.country
	}
	return code, true
}

// venue reports whether the name of a place tells where talks are held, which is
// no home of those who talk: "talks between the regime and the opposition in
// Vienna".
func (r *casting) venue(c *candidate) bool {
	const above = 5 // tokens on the way up
	toks := r.doc.Sentences[c.sent].Tokens
	for i, n := int(c.head), 0; i >= 0 && i < len(toks) && n < above; i, n = toks[i].Head, n+1 {
		if r.k.class.meetingNoun[lowered(toks[i].Form)] && toks[i].UPos == "NOUN" {
			return true
		}
		if b := toks[i].Base(); b != "nmod" && b != "conj" && b != "flat" && b != "obl" {
			return false
		}
	}
	return false
}

// scene returns the country of the places that the nearest sentence before the
// candidate's names with "in" or the like, if they are of one; else "".
func (r *casting) scene(c *candidate) string {
	for s := c.sent - 1; s >= 0 && c.sent-s <= sceneReach; s-- {
		code, one := r.placedIn(s)
		if !one {
			return ""
		}
		if code != "" {
			if !r.spokenOf(code) {
				return ""
			}
			return code
		}
	}
	return ""
}

// spokenOf reports whether the text speaks of a state at least half as often as
// of the one that it speaks of most: where it only passes by, nobody lives.
func (r *casting) spokenOf(code string) bool {
	most := 0
	for _, w := range r.weight {
		most = max(most, w)
	}
	s, ok := r.k.states[code]
	return ok && 2*r.weight[s] >= most
}

// governed returns the state of which a government or somebody in office is the
// subject of the clause in which c owns something: "the South African government
// oppresses the country's minority"; or -1.
func (r *casting) governed(c *candidate) int32 {
	if c.rel != relOwner || c.clause < 0 {
		return -1
	}
	g := r.g.ranges[c.sent]
	for i := g[0]; i < g[1]; i++ {
		d := &r.cands[i]
		if d.ent < 0 || d.clause != c.clause || d.rel != relSubject || d.first >= c.first {
			continue
		}
		if x := &r.ents[r.find(d.ent)]; x.kind != Country && x.kind != Group && len(x.sectors) > 0 && (x.sectors[0] == "GOV" || x.sectors[0] == "LEG") {
			if s, ok := r.k.states[x.country]; ok {
				return s
			}
		}
	}
	return -1
}

// orderer returns the country of somebody in a state's service who gives the
// institution that a candidate speaks of its orders, or sets or dissolves it:
// it is his own. Else "".
func (r *casting) orderer(c *candidate) string {
	if c.clause < 0 || c.rel != relObject && c.rel != relSubject {
		return ""
	}
	if !r.k.class.ruleOrgan[r.doc.Sentences[c.sent].Tokens[c.clause].Lemma] {
		return ""
	}
	g := r.g.ranges[c.sent]
	for i := g[0]; i < g[1]; i++ {
		d := &r.cands[i]
		if d.ent < 0 || d.first >= c.first || d.clause != c.clause || d.rel != relSubject {
			continue
		}
		if x := &r.ents[r.find(d.ent)]; x.kind != Country && len(x.sectors) > 0 && x.sectors[0] == "GOV" && !international[x.country] {
			return x.country
		}
	}
	return ""
}

// lead returns the country whose state, places and people the text speaks of at
// least twice as often as of those of any other, or "".
func (r *casting) lead() string {
	const least = 6 // mentions
	count := map[string]int{}
	for i := range r.cands {
		c := &r.cands[i]
		if c.ent < 0 {
			continue
		}
		if x := &r.ents[r.find(c.ent)]; !x.thing && x.country != "" && !international[x.country] {
			count[x.country]++
		}
	}
	first, second, lead := 0, 0, ""
	for code, n := range count {
		switch {
		case n > first:
			first, second, lead = n, first, code
		case n > second:
			second = n
		}
	}
	if first < least || first < 2*second {
		return ""
	}
	return lead
}

// atHome reports whether a noun speaks without more of an organ of state or of
// a side in the affairs of one, which will be that of the country that the text
// is about: "the opposition", "the soldiers".
func (r *casting) atHome(x *ent, c *candidate) bool {
	if c.by != byNominal || c.count > 0 || c.mods != "" || c.def != theDef || c.owner >= 0 || len(x.sectors) == 0 || x.kind == Person {
		return false
	}
	switch x.sectors[0] {
	case "MIL", "COP", "OPP", "GOV", "LEG", "JUD", "REB":
		return true
	}
	return false
}

// ofPeople reports whether the name of a people that has no state stands before
// the noun of c, so that those whom it names may live in any: "Kurdish forces".
func (r *casting) ofPeople(c *candidate) bool {
	if c.by != byNominal {
		return false
	}
	g := r.g.ranges[c.sent]
	for i := g[0]; i < g[1]; i++ {
		d := &r.cands[i]
		if d.by != byName || d.ent < 0 || d.first < c.first || d.first >= c.head {
			continue
		}
		if x := &r.ents[r.find(d.ent)]; x.kind == Group && x.country == "" && !hasWord(d.key, "pro", "anti") {
			return true
		}
	}
	return false
}

// believers reports whether a bare plural names the people of a faith, who live
// everywhere: "banning all Muslims".
func (r *casting) believers(x *ent, c *candidate) bool {
	return c.by == byNominal && c.plural && (c.def == bare || c.def == someDef) && c.mods == "" && c.count == 0 && len(x.sectors) > 0 && x.sectors[0] == "REL"
}

// located reports whether the text tells of something in the country.
func (r *casting) located(code string) bool {
	if code == "" {
		return false
	}
	for i := range r.cands {
		c := &r.cands[i]
		if c.ent < 0 || c.by != byName {
			continue
		}
		if x := &r.ents[r.find(c.ent)]; x.country == code && (c.located || x.kind == Place) {
			return true
		}
	}
	return false
}

// demands reports whether d, in the sentence of c, is the subject of a verb that
// asks something of others: "Paris demanded that the authorities", "Paris was
// alarmed and called on the authorities".
func (r *casting) demands(d, c *candidate) bool {
	if d.sent != c.sent || d.rel != relSubject && d.rel != relPassive || d.clause < 0 || d.clause > c.first {
		return false
	}
	toks := r.doc.Sentences[c.sent].Tokens
	return d.rel == relSubject && r.k.class.bid[toks[d.clause].Lemma] || c.doer == d.head && c.clause >= 0 && r.k.class.bid[toks[c.clause].Lemma]
}

// harmed reports whether a noun speaks without more of people, or of who tends or
// teaches them, to whom harm is done: in a text that is about one country they live
// there, "61 people were killed on Tuesday".
func (r *casting) harmed(c *candidate) bool {
	if c.by != byNominal || c.role < 0 || c.owner >= 0 || c.where >= 0 || len(c.parties) > 0 || c.clause < 0 || len(r.k.roles[c.role].sectors) == 0 {
		return false
	}
	switch r.k.roles[c.role].sectors[0] {
	case "CVL", "MED", "REF", "EDU":
	default:
		return false
	}
	if c.count == 0 && r.k.roles[c.role].flags&flagVague != 0 {
		return false // "people are murdered by those whom they know"
	}
	verb := r.doc.Sentences[c.sent].Tokens[c.clause].Lemma
	switch c.rel {
	case relPassive, relObject:
		return r.k.class.harm[verb]
	case relSubject:
		return verb == "die"
	}
	return false
}

// namesOther reports whether the sentence of c speaks of a state, a place or a
// people of another country than that of the code.
func (r *casting) namesOther(c *candidate, code string) bool {
	for i := r.g.ranges[c.sent][0]; i < r.g.ranges[c.sent][1]; i++ {
		d := &r.cands[i]
		if d.by != byName && d.by != byDemonym || d.ent < 0 {
			continue
		}
		x := &r.ents[r.find(d.ent)]
		if toks := r.doc.Sentences[c.sent].Tokens; int(d.last) < len(toks) && isHyphen(toks[d.last].Form) {
			continue // "a UK-based monitor"
		}
		if _, ok := r.k.states[x.country]; ok && x.country != code && (x.kind == Country || x.kind == Place) {
			return true
		}
	}
	return false
}
