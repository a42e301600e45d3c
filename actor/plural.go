package actor

import (
	"slices"
	"strings"
)

// several finds the entities of a plural that stands for known ones: "the two
// presidents", "both sides", "the Russian and American presidents".
func (r *casting) several(i int32, c *candidate) bool {
	if c.other || c.former || c.def == someDef || c.def == aDef {
		return false
	}
	if codes := r.codesOf(c); len(codes) > 1 && (c.spread || len(c.parties) == 0) {
		return r.oneEach(i, c, codes)
	}
	if c.def == ownDef || len(c.parties) > 0 || c.owner >= 0 {
		return false
	}
	if r.sameSet(i, c) {
		return true
	}
	n := int(c.count)
	if n == 0 && (c.def == theDef || c.def == thisDef) && c.mods == "" && r.pairNoun(c) {
		n = 2
	}
	if n < 2 || n > 4 || c.def == bare && c.class != int8(nominalPair) {
		return false
	}
	members := r.protagonists(c, n)
	if len(members) != n {
		return false
	}
	r.joinAll(i, c, members)
	return true
}

// sameSet joins "the ministers" to those who a plural of the same noun stood
// for shortly before: "the foreign ministers of Estonia and Latvia".
func (r *casting) sameSet(i int32, c *candidate) bool {
	if c.def != theDef && c.def != thisDef || c.key == "" || c.key == "side" {
		return false
	}
	for k := len(r.recent) - 1; k >= 0; k-- {
		d := &r.cands[r.recent[k]]
		if c.sent-d.sent > 6 {
			return false
		}
		if d.by != byNominal || !d.plural || d.key != c.key && !strings.HasSuffix(d.key, " "+c.key) {
			continue
		}
		if len(d.ents) < 2 || c.count > 0 && int(c.count) != len(d.ents) || c.mods != "" && c.mods != d.mods {
			return false
		}
		r.joinAll(i, c, slices.Clone(d.ents))
		return true
	}
	return false
}

// pairNoun reports whether a plural with "the" alone is mostly said of those
// just mentioned.
func (r *casting) pairNoun(c *candidate) bool {
	if c.title >= 0 {
		t := &r.k.titles[c.title]
		return t.Governs == "state" || t.Governs == "government" || t.Governs == "leader"
	}
	switch c.key {
	case "side", "leader", "counterpart":
		return true
	}
	return false
}

// codesOf returns the countries of a nominal's modifiers, or of its coordinated
// owners.
func (r *casting) codesOf(c *candidate) []string {
	var codes []string
	add := func(code string) {
		if code != "" && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	for _, p := range c.parties {
		add(r.k.parties[p].Code)
	}
	if len(codes) > 0 || c.owner < 0 {
		return codes
	}
	at, last := c.owner, c.owner
	for j := at; j < int32(len(r.cands)) && r.cands[j].sent == c.sent; j++ {
		if r.cands[j].conj == at {
			last = j // those between belong to the row, however they are hung
		}
	}
	for j := at; j <= last; j++ {
		if d := &r.cands[j]; d.ent >= 0 {
			if x := &r.ents[r.find(d.ent)]; x.kind == Country {
				add(x.country)
			}
		}
	}
	return codes
}

// oneEach makes a plural one mention for each country: of the office holder
// where the noun is a title, else of a group or body of that country.
func (r *casting) oneEach(i int32, c *candidate, codes []string) bool {
	var members []int32
	for _, code := range codes {
		if c.title >= 0 {
			if p, _ := r.k.holder(c.title, code, r.date); p >= 0 {
				members = append(members, r.personEntity(p))
				continue
			}
		}
		s, ok := r.k.states[code]
		if !ok {
			continue
		}
		if c.role >= 0 && r.k.roles[c.role].flags&flagState != 0 && stateItself(c.key) {
			members = append(members, r.partyEntity(s))
			continue
		}
		country := r.partyEntity(s)
		p := &r.k.parties[s]
		adjective := p.Name
		if len(p.Demonyms) > 0 {
			adjective = p.Demonyms[0]
		}
		e := r.otherEntity("each:"+code+":"+c.key+":"+c.mods, func() ent {
			x := blank(Group)
			x.plural, x.country = true, code
			x.name = adjective + " " + r.plainWords(c)
			if c.role >= 0 {
				role := &r.k.roles[c.role]
				x.sectors = role.sectors
				if role.Kind == "organization" {
					x.kind = Organization
				}
			} else if c.title >= 0 {
				x.sectors = []string{r.k.titles[c.title].Sector}
			}
			return x
		})
		r.ents[e].of = country
		r.ents[e].call(c.key)
		members = append(members, e)
	}
	if len(members) < 2 {
		return false
	}
	r.joinAll(i, c, members)
	return true
}

func stateItself(noun string) bool {
	switch noun {
	case "side", "country", "nation", "state", "republic", "kingdom", "superpower", "power":
		return true
	}
	return false
}

// plainWords returns the noun of a plural with its modifiers, without countries.
func (r *casting) plainWords(c *candidate) string {
	s := &r.doc.Sentences[c.sent]
	w := r.doc.Article.Words(s.SpanOf(int(c.core[0]), int(c.core[1])))
	if c.mods != "" {
		return c.mods + " " + w
	}
	return w
}

// joinAll makes candidate i a mention of all members.
func (r *casting) joinAll(i int32, c *candidate, members []int32) {
	c.ents = c.ents[:0]
	for _, e := range members {
		e = r.find(e)
		if slices.Contains(c.ents, e) {
			continue
		}
		c.ents = append(c.ents, e)
		r.ents[e].cands = append(r.ents[e].cands, i)
		r.ents[e].last = max(r.ents[e].last, c.sent)
	}
}

// protagonists returns the n entities that a plural such as "the two leaders"
// stands for: of those that the noun fits, the ones the text has spoken of
// most and last.
func (r *casting) protagonists(c *candidate, n int) []int32 {
	country := c.role >= 0 && c.title < 0 && r.k.roles[c.role].flags&flagState != 0
	side := c.key == "side"
	if !country && !side {
		if members := r.justNamed(c, n); members != nil {
			return members
		}
	}
	if members := r.strongest(c, n, country, side); len(members) == n {
		return members
	}
	if side {
		return r.strongest(c, n, false, true)
	}
	return nil
}

// justNamed returns the persons whom the words before c in its sentence, or
// the sentence before, name or call by a noun, if they are n: "Fidan received
// Sangaré. The two men signed …".
func (r *casting) justNamed(c *candidate, n int) []int32 {
	if members := r.justTold(c, n, false); members != nil {
		return members
	}
	return r.justTold(c, n, true)
}

// justTold is justNamed, with or without those whom a pronoun means.
func (r *casting) justTold(c *candidate, n int, pronouns bool) []int32 {
	var members []int32
	sent := c.sent
	for k := len(r.recent) - 1; k >= 0; k-- {
		d := &r.cands[r.recent[k]]
		if d.sent != sent {
			if len(members) > 0 || c.sent-d.sent > 1 {
				break
			}
			sent = d.sent
		}
		if d.ent < 0 || d.by == byPronoun && (!pronouns || d.possessive) || d.by == byDemonym {
			continue
		}
		e := r.find(d.ent)
		if x := &r.ents[e]; x.kind == Person && !x.plural && r.fitsNoun(c, x) && !slices.Contains(members, e) {
			members = append(members, e)
		}
	}
	if len(members) != n {
		return nil
	}
	slices.Reverse(members)
	return members
}

func (r *casting) strongest(c *candidate, n int, country, side bool) []int32 {
	r.scores = r.scores[:0]
	for k := len(r.recent) - 1; k >= 0 && k >= len(r.recent)-200; k-- {
		d := &r.cands[r.recent[k]]
		far := int(c.sent - d.sent)
		if far > 15 {
			break
		}
		for _, e := range entsOf(d) {
			e = r.find(e)
			x := &r.ents[e]
			if x.thing || x.set != nil || x.plural {
				continue
			}
			if country {
				if x.kind != Country {
					continue
				}
			} else if x.kind != Person && !(side && (x.kind == Organization || x.kind == Government)) || !r.fitsNoun(c, x) {
				continue
			}
			w := max(12-2*far, 1)
			if d.rel == relSubject {
				w += 2
			}
			if d.by == byName {
				w += 2
			}
			if d.by == byDemonym {
				w /= 2
			}
			found := false
			for j := range r.scores {
				if r.scores[j].ent == e {
					r.scores[j].score += w
					found = true
				}
			}
			if !found {
				r.scores = append(r.scores, scored{e, w})
			}
		}
	}
	if len(r.scores) < n {
		return nil
	}
	var out []int32
	for range n {
		best := -1
		for j, s := range r.scores {
			if s.score > 0 && (best < 0 || s.score > r.scores[best].score) {
				best = j
			}
		}
		if best < 0 {
			return nil
		}
		out = append(out, r.scores[best].ent)
		r.scores[best].score = 0
	}
	return out
}

func entsOf(d *candidate) []int32 {
	if d.ent >= 0 {
		return []int32{d.ent}
	}
	return d.ents
}

// fitsNoun reports whether a person may be one of those whom a plural noun
// names.
func (r *casting) fitsNoun(c *candidate, x *ent) bool {
	if c.gender != 0 && x.gender != 0 && c.gender != x.gender {
		return false
	}
	if c.title >= 0 {
		if slices.Contains(x.titles, c.title) || x.person >= 0 && r.k.means(c.title, x.office) {
			return true
		}
		t := &r.k.titles[c.title]
		return (t.Governs == "leader") && slices.Contains(x.sectors, "GOV")
	}
	if c.role >= 0 {
		role := &r.k.roles[c.role]
		if len(role.sectors) > 0 && role.sectors[0] != "CVL" && c.key != "side" {
			return slices.Contains(x.heads, c.key) || sharesSector(role.sectors, x.sectors) || c.key == "politician" && isGiver(x.sectors)
		}
	}
	return true
}

// counterpart finds whom "his counterpart" means: the holder of the same
// office in the country that is named, or the other of the two who were last
// spoken of with him.
func (r *casting) counterpart(i int32, c *candidate) bool {
	o := r.ownerEntity(c)
	if o < 0 || c.plural {
		return false
	}
	x := &r.ents[o]
	if len(c.parties) > 0 {
		code := r.k.parties[c.parties[0]].Code
		if t := r.titleOf(x); t >= 0 {
			if p, _ := r.k.holder(t, code, r.date); p >= 0 {
				r.join(i, r.personEntity(p))
				return true
			}
		}
		return false
	}
	if x.kind != Person {
		return false
	}
	members := r.strongest(&candidate{sent: c.sent, role: -1, title: -1, key: "counterpart", gender: c.gender}, 4, false, false)
	if members == nil {
		for n := 3; n > 1 && members == nil; n-- {
			members = r.strongest(&candidate{sent: c.sent, role: -1, title: -1, key: "counterpart", gender: c.gender}, n, false, false)
		}
	}
	for _, e := range members {
		y := &r.ents[e]
		if e != o && y.country != "" && y.country != x.country && slices.Contains(y.sectors, "GOV") {
			r.join(i, e)
			return true
		}
	}
	return false
}

// titleOf returns a title that stands for the office of a person, or by which
// the text has called him; or -1.
func (r *casting) titleOf(x *ent) int32 {
	if x.person >= 0 && x.office != "" {
		for _, t := range r.k.meant[x.office] {
			if r.k.titles[t].Governs != "leader" {
				return t
			}
		}
	}
	if len(x.titles) > 0 {
		return x.titles[len(x.titles)-1]
	}
	return -1
}
