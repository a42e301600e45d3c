package actor

import "slices"

// furthestModifier is how many candidates before or behind a plural those of
// its modifiers may stand at most.
const furthestModifier = 12

// mixed makes a plural one mention for each nation and body that its coordinated
// modifiers name, if there is a body among them: "Israeli and Hamas
// negotiators", "the Kenyan army and African Union forces".
func (r *casting) mixed(i int32, c *candidate) bool {
	owners := r.modifiers(i, c)
	if !r.inRow(c, owners) {
		return false
	}
	members := make([]int32, 0, len(owners))
	for n, j := range owners {
		e := r.modifier(&r.cands[j])
		if n < len(owners)-1 && slices.Contains(r.ents[e].sectors, "MIL") {
			members = append(members, e) // an army is no modifier of fighters
			continue
		}
		members = append(members, r.groupOf(e, c, &r.cands[j]))
	}
	r.joinAll(i, c, members)
	return true
}

// modifiers returns the candidates of the nations and bodies that are named
// between the beginning of a plural and its noun, in text order. Names within
// others are left out.
func (r *casting) modifiers(i int32, c *candidate) []int32 {
	var found []int32
	for j := max(i-furthestModifier, 0); j < min(i+furthestModifier, int32(len(r.cands))); j++ {
		d := &r.cands[j]
		if d.sent != c.sent || d.core[0] < c.first || d.core[1] > c.core[0] || d.by != byName && d.by != byDemonym {
			continue
		}
		if e := r.modifier(d); e >= 0 && (r.ents[e].kind == Country || r.ents[e].kind == Organization) {
			found = append(found, j)
		}
	}
	slices.SortStableFunc(found, func(a, b int32) int {
		x, y := &r.cands[a], &r.cands[b]
		if x.core[0] != y.core[0] {
			return int(x.core[0] - y.core[0])
		}
		return int(y.core[1] - x.core[1])
	})
	out := found[:0]
	end := int32(-1)
	for _, j := range found {
		if d := &r.cands[j]; d.core[0] >= end {
			out, end = append(out, j), d.core[1]
		}
	}
	return out
}

// modifier returns the entity of a name or of a demonym, which has none before
// its turn, or -1.
func (r *casting) modifier(d *candidate) int32 {
	if d.ent >= 0 {
		return r.find(d.ent)
	}
	if d.by == byDemonym {
		if p := demonymParty(r, d); p >= 0 {
			return r.partyEntity(p)
		}
	}
	return -1
}

// inRow reports whether nothing but commas, articles and a conjunction stands
// between the modifiers of a plural, at most an adjective between them and the
// noun, and whether one of them is a body.
func (r *casting) inRow(c *candidate, owners []int32) bool {
	if len(owners) < 2 || c.core[0]-r.cands[owners[len(owners)-1]].core[1] > 1 {
		return false
	}
	body, joined := false, false
	tokens := r.doc.Sentences[c.sent].Tokens
	for n, j := range owners {
		d := &r.cands[j]
		body = body || r.ents[r.modifier(d)].kind == Organization
		if n == 0 {
			continue
		}
		for k := r.cands[owners[n-1]].core[1]; k < d.core[0]; k++ {
			switch t := &tokens[k]; {
			case lowered(t.Form) == "and":
				joined = true
			case t.Form == ",", t.UPos == "DET":
			default:
				return false
			}
		}
	}
	return body && joined
}

// groupOf returns the entity of those of a plural who belong to owner, which
// candidate d names.
func (r *casting) groupOf(owner int32, c, d *candidate) int32 {
	country := r.ents[owner].country
	words := r.doc.Article.Words(r.doc.Sentences[d.sent].SpanOf(int(d.core[0]), int(d.core[1])))
	key := "each:" + r.ents[owner].name + ":" + country + ":" + words + ":" + c.key + ":" + c.mods
	e := r.otherEntity(key, func() ent {
		x := blank(Group)
		x.plural, x.country = true, country
		x.name = words + " " + r.plainWords(c)
		switch {
		case c.role >= 0:
			role := &r.k.roles[c.role]
			x.sectors = role.sectors
			if role.Kind == "organization" {
				x.kind = Organization
			}
		case c.title >= 0:
			x.sectors = []string{r.k.titles[c.title].Sector}
		}
		if o := &r.ents[owner]; o.kind == Organization && len(o.sectors) > 0 && (len(x.sectors) == 0 || x.sectors[0] == "UAF") {
			x.sectors = o.sectors
		}
		return x
	})
	r.ents[e].of = owner
	r.ents[e].call(c.key)
	return e
}
