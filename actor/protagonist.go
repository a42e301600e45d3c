package actor

import (
	"slices"
)

// protagonists returns the n entities that a plural such as "the two leaders"
// stands for: of those that the noun fits, the ones the text has spoken of
// most and last.
func (r *casting) protagonists(c *candidate, n int) []int32 {
	country := c.role >= 0 && c.title < 0 && r.k.roles[c.role].flags&flagState != 0
	side := r.opposed(c)
	if !country && !side {
		if members := r.justNamed(c, n); members != nil {
			return members
		}
	}
	if members := r.row(c, n, country); members != nil {
		return members
	}
	if members := r.strongest(c, n, country, side); len(members) == n {
		return members
	}
	if side {
		return r.strongest(c, n, false, true)
	}
	return nil
}

// rowReach bounds how many sentences back n who were told in one row are
// preferred to others.
const rowReach = 2

// row returns the n persons, or states, whom the text last told in one row or
// meeting: "Aliyev and Pashinyan met under the eyes of Michel. The two leaders".
func (r *casting) row(c *candidate, n int, country bool) []int32 {
	doer := r.doerTo(c)
	return r.lastRow(c, rowReach, n, func(e int32) bool {
		x := &r.ents[e]
		return e != doer && (country && x.kind == Country && !x.plural || !country && r.oneOf(c, x))
	})
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

// strongest is protagonists by how much and how lately the text spoke of whom.
// Who acts on them is none of them: "Oslo urged the two sides to talk".
func (r *casting) strongest(c *candidate, n int, country, side bool) []int32 {
	r.scores = r.scores[:0]
	actor := r.doerTo(c)
	for k := len(r.recent) - 1; k >= 0 && k >= len(r.recent)-200; k-- {
		d := &r.cands[r.recent[k]]
		far := int(c.sent - d.sent)
		if far > 15 {
			break
		}
		for _, e := range entsOf(d) {
			e = r.find(e)
			x := &r.ents[e]
			if x.thing || x.set != nil || x.plural || actor >= 0 && (e == actor || country && r.ents[actor].country == x.country) {
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

// doerTo returns the subject of the clause whose object c is, or -1.
func (r *casting) doerTo(c *candidate) int32 {
	if c.rel != relObject || c.clause < 0 {
		return -1
	}
	for k := len(r.recent) - 1; k >= 0; k-- {
		d := &r.cands[r.recent[k]]
		if d.sent != c.sent {
			return -1
		}
		if d.rel == relSubject && d.clause == c.clause && d.ent >= 0 {
			return r.find(d.ent)
		}
	}
	return -1
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
