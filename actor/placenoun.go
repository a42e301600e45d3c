package actor

import (
	"slices"
	"strings"
)

// placeNominal joins "the city" to the place that the text has spoken of most
// and last.
func (r *casting) placeNominal(i int32, c *candidate) {
	if c.def != theDef && c.def != thisDef || c.owner >= 0 || c.plural || c.mods != "" || len(c.parties) > 0 {
		return
	}
	best, most := int32(-1), 0
	for n := len(r.recent) - 1; n >= 0 && n >= len(r.recent)-100; n-- {
		d := &r.cands[r.recent[n]]
		if d.ent < 0 || c.sent-d.sent > 12 {
			continue
		}
		e := r.find(d.ent)
		x := &r.ents[e]
		if x.kind != Place || d.by == byDemonym {
			continue
		}
		score := 30 - 3*int(c.sent-d.sent) + 2*min(len(x.cands), 6)
		switch last := lastWord(x.key); {
		case last == c.key || strings.HasPrefix(x.key, c.key+" ") || slices.Contains(x.heads, c.key):
			score += 30
		case (c.key == "area" || c.key == "enclave") && c.sent-d.sent <= 1 && !anyForm(d.forms, func(f form) bool { return f.kind == formCapital }):
			score = 30 - 3*int(c.sent-d.sent) // the nearest, however much is said of others
		case x.party >= 0 == r.k.class.town[c.key] || r.k.designators[last].kind == Place:
			continue
		}
		if score > most {
			best, most = e, score
		}
	}
	if best >= 0 {
		r.join(i, best)
		r.ents[best].call(c.key)
	}
}

// placeNamed returns the place or country that a noun for what it is names with
// "of": "the besieged town of Goražde", "the republic of Dagestan"; or -1.
func (r *casting) placeNamed(c *candidate) int32 {
	if c.plural || c.owner < 0 || c.title >= 0 || c.class != int8(nominalPlace) && (c.role < 0 || r.k.roles[c.role].flags&flagState == 0) {
		return -1
	}
	if !r.k.class.place[c.key] {
		return -1
	}
	o := &r.cands[c.owner]
	if o.by != byName || o.ent < 0 || o.head < c.head || o.possessive || r.doc.Sentences[c.sent].Tokens[o.head].Head != int(c.head) {
		return -1
	}
	e := r.find(o.ent)
	if x := &r.ents[e]; x.kind != Place && x.kind != Country || x.kind == Country && c.class == int8(nominalPlace) {
		return -1
	}
	return e
}

// placedBy tells a place what the noun before it says of it: the kind, and the
// land in which a village that no gazetteer has lies.
func (r *casting) placedBy(e int32, c *candidate) {
	x := &r.ents[e]
	x.call(c.key)
	if x.kind != Place {
		return
	}
	x.town = x.town || r.k.class.town[c.key]
	switch {
	case len(c.parties) > 0 && x.party < 0 && (x.country == "" || len(c.parties) == 1):
		if code := r.k.parties[c.parties[0]].Code; x.country != code {
			x.country, x.site = code, 0 // "the Lebanese city of Blida" is not the gazetteer's in Algeria
		}
	case x.country != "":
	case c.where >= 0 && r.cands[c.where].ent >= 0:
		x.country = r.ents[r.find(r.cands[c.where].ent)].country
	}
}

// lyingIn returns the country of the place that the text names behind "in" right
// after a place of which nothing else is known but that it is one, by a noun or
// by what stands before it: "in Qusur in Homs province"; else "".
func (r *casting) lyingIn(x *ent) string {
	if len(x.heads) == 0 && !slices.ContainsFunc(x.cands, r.placing) {
		return ""
	}
	for _, i := range x.cands {
		c := &r.cands[i]
		if c.by != byName {
			continue
		}
		g := r.g.ranges[c.sent]
		for k := g[0]; k < g[1]; k++ {
			d := &r.cands[k]
			if d.by != byName || d.ent < 0 || d.first <= c.last || d.first > c.last+2 || !r.joinedByIn(c, d) {
				continue
			}
			y := &r.ents[r.find(d.ent)]
			if _, ok := r.k.states[y.country]; ok && (y.kind == Place || y.kind == Country) {
				return y.country
			}
		}
	}
	return ""
}

// joinedByIn reports whether nothing but "in", with or without a comma before it,
// stands between names c and d.
func (r *casting) joinedByIn(c, d *candidate) bool {
	tokens := r.doc.Sentences[c.sent].Tokens
	between := tokens[c.last:d.first]
	return lowered(between[len(between)-1].Form) == "in" && (len(between) == 1 || between[0].Form == ",")
}

// placing reports whether candidate i is a name right behind a preposition of place.
func (r *casting) placing(i int32) bool {
	c := &r.cands[i]
	if c.by != byName || c.first == 0 {
		return false
	}
	switch lowered(r.doc.Sentences[c.sent].Tokens[c.first-1].Form) {
	case "in", "at", "near", "outside", "around", "into", "towards", "toward":
		return true
	}
	return false
}
