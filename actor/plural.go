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
	if r.mixed(i, c) {
		return true
	}
	if codes := r.codesOf(c); len(codes) > 1 && (c.spread || len(c.parties) == 0) {
		return r.oneEach(i, c, codes)
	}
	if codes := r.theirLands(c); len(codes) > 1 {
		return r.oneEach(i, c, codes)
	}
	if c.def == ownDef || len(c.parties) > 0 || c.owner >= 0 {
		return false
	}
	if r.sameSet(i, c) {
		return true
	}
	n := int(c.count)
	if members := r.met(c, n); members != nil && c.mods == "" && (n > 1 || c.def == theDef || c.def == thisDef) {
		r.joinAll(i, c, members)
		return true
	}
	if r.contenders(i, c) {
		return true
	}
	if n == 0 && (c.def == theDef || c.def == thisDef) && c.mods == "" && r.pairNoun(c) {
		if members := r.together(c); members != nil {
			r.joinAll(i, c, members)
			return true
		}
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

// contenders joins "the parties", "both rivals" to the two states that the text
// speaks of above all others. Elsewhere these may be anybody.
func (r *casting) contenders(i int32, c *candidate) bool {
	if !r.k.class.contender[c.key] || c.count != 0 && c.count != 2 || c.def != theDef && c.def != thisDef && c.count == 0 {
		return false
	}
	a, b := r.mainParties()
	if b < 0 {
		return false
	}
	r.joinAll(i, c, []int32{r.partyEntity(a), r.partyEntity(b)})
	return true
}

// sameSet joins "the ministers" to those who a plural of the same noun stood
// for shortly before: "the foreign ministers of Estonia and Latvia"; "both
// parties" to "the two sides".
func (r *casting) sameSet(i int32, c *candidate) bool {
	if c.def != theDef && c.def != thisDef || c.key == "" || c.key == "side" {
		return false
	}
	for k := len(r.recent) - 1; k >= 0; k-- {
		d := &r.cands[r.recent[k]]
		if c.sent-d.sent > 6 {
			return false
		}
		pair := r.opposed(c) && r.opposed(d) && (c.count == 2 || d.count == 2) && len(d.ents) == 2
		if d.by != byNominal || !d.plural || d.key != c.key && !strings.HasSuffix(d.key, " "+c.key) && !pair {
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

// opposed reports whether the noun is said of those who stand against or beside
// each other.
func (r *casting) opposed(c *candidate) bool {
	return c.key == "side" || r.k.class.contender[c.key]
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
		if c.role >= 0 && r.k.roles[c.role].flags&flagState != 0 && r.k.class.state[c.key] {
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
