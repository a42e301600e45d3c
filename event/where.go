package event

import (
	"slices"
	"strings"

	"readout/actor"
	"readout/place"
)

// where returns the place at which the clause of a draft lies: the nearest
// place behind a preposition of place on the trigger or its arguments, then
// on what governs it; -1 when the clause names none.
func (m *matcher) where(d *draft) int {
	t := &m.tree
	best, bestCost := -1, 1<<30
	for k := range m.places {
		p := &m.places[k]
		if p.Sentence != m.sentence || p.Head < 0 || p.Head >= len(t.s.Tokens) {
			continue
		}
		switch t.preposition(p.Head) {
		case "in", "at", "near", "outside", "inside", "across", "around", "along", "throughout", "off", "on", "within":
		default:
			continue
		}
		at := t.head(p.Head)
		for at >= 0 && unmarked(t.s.Tokens[at].Rel) {
			at = t.head(at) // "the meeting this Wednesday in Geneva": not on the time
		}
		if at < 0 || m.topical(d.trigger, p) {
			continue
		}
		if cost := m.timeCostAt(at, d.trigger); cost < bestCost && cost < 12 {
			best, bestCost = k, cost
		}
	}
	return best
}

// topical reports whether a place belongs to what is discussed, not to where:
// it stands behind the object of a verb of discussing, wherever the tree hangs
// it, unless it is a town: "discussed the situation in Gaza", "discussed the
// truce in Cairo".
func (m *matcher) topical(trigger int, p *place.Place) bool {
	t := &m.tree
	if !t.isVerb(trigger) || !m.f.c.discuss.has(t, trigger) {
		return false
	}
	o := t.child(trigger, "obj")
	return o >= 0 && o < p.Head && (t.head(p.Head) != trigger || p.Kind == "country" || p.Kind == "region")
}

// unmarked reports whether a relation is that of a time without preposition.
func unmarked(rel string) bool {
	return strings.HasSuffix(rel, ":unmarked") || strings.HasSuffix(rel, ":tmod")
}

// countries counts the countries of the parties.
func (m *matcher) countries(parties []int) int {
	var seen []string
	for _, p := range parties {
		if c := m.cast.Entities[p].Country; c != "" && !slices.Contains(seen, c) {
			seen = append(seen, c)
		}
	}
	return len(seen)
}

// abroad gives a meeting of parties of more than two countries the mode
// multilateral, and one of two the mode third-party when it lies in a country
// of neither.
func (m *matcher) abroad(e *Event) {
	if e.Type == "CONSULT" && len(e.Mode) == 0 && m.countries(e.Actors) > 2 {
		e.Mode = []string{"multilateral"}
		return
	}
	if e.Type != "CONSULT" || len(e.Mode) > 0 || e.Place < 0 || e.CAMEO != "040" && e.CAMEO != "046" || !m.several(e.Actors) {
		return
	}
	land := m.places[e.Place].Country
	if land == "" || slices.ContainsFunc(e.Actors, func(p int) bool { return m.cast.Entities[p].Country == land }) {
		return
	}
	e.Mode, e.CAMEO = []string{"third-party"}, "044"
}

// site returns the country of the place at which the clause of draft d itself
// lies, or "".
func (m *matcher) site(d *draft) string {
	if k := m.where(d); k >= 0 {
		return m.places[k].Country
	}
	return ""
}

// land returns the party of the country in which the clause of draft d lies:
// that of its place or, when all that the sentence tells as places are in one
// country, that one; of a draft without actors, any that it names. It is nil when that country is not told.
func (m *matcher) land(d *draft) []int {
	if k := m.where(d); k >= 0 {
		switch p := &m.places[k]; {
		case p.Country != "":
			return m.placed(k)
		case p.Kind == "sea" || p.Kind == "strait":
			return nil
		}
	}
	if p := m.townOf(d); len(p) > 0 {
		return p
	}
	for _, told := range [2]bool{true, false} {
		only := -1
		for k := range m.places {
			p := &m.places[k]
			if p.Sentence != m.sentence || p.Country == "" || told && !m.tellsWhere(p) || m.withinNext(k) {
				continue
			}
			if only >= 0 && m.places[only].Country != p.Country {
				return nil
			}
			if only < 0 {
				only = k
			}
		}
		if only >= 0 {
			return m.placed(only)
		}
		if len(d.actors) > 0 {
			break
		}
	}
	return nil
}

// townOf returns the state in whose capital, city or the like, which the text does
// not name, the clause of draft d lies: "marched in the Eritrean capital".
func (m *matcher) townOf(d *draft) []int {
	for _, a := range m.frame(d.trigger).preps {
		if a.prep != "in" && a.prep != "outside" && a.prep != "near" || !m.f.classes["town-noun"].has(&m.tree, a.tok) {
			continue
		}
		if f := m.owner(a.tok, owned, 0); len(f.parties) > 0 && m.is(f.parties, "STATE") {
			return f.parties
		}
	}
	return nil
}

// withinNext reports whether place k stands in a row before what it lies in,
// which is of another country than the gazetteer puts it in and knows better:
// "Saint Helena Island, South Carolina, United States".
func (m *matcher) withinNext(k int) bool {
	p := &m.places[k]
	if k+1 >= len(m.places) {
		return false
	}
	q := &m.places[k+1]
	return q.Sentence == p.Sentence && q.First == p.Last+1 && q.Country != "" && q.Country != p.Country &&
		(q.Kind == "country" || q.Kind == "region") && m.doc.Sentences[p.Sentence].Tokens[p.Last].Form == ","
}

// tellsWhere reports whether p is told as a place: behind a preposition of
// place, after "of" ("the village of Mayba"), or in the row that names what it
// lies in ("Komanda, Ituri province").
func (m *matcher) tellsWhere(p *place.Place) bool {
	t := &m.tree
	if p.Locative || p.Head >= 0 && p.Head < len(t.s.Tokens) && t.preposition(p.Head) == "of" {
		return true
	}
	return p.First > 1 && t.tok(p.First-1).Form == "," && (t.tok(p.First-2).UPos == "PROPN" || t.tok(p.First-2).UPos == "NOUN")
}

// placed returns the party that stands at place k, if its country is that of
// the place, else the country itself if the text names it.
func (m *matcher) placed(k int) []int {
	p := &m.places[k]
	if e := m.at(p.Head); len(e) > 0 && m.cast.Entities[e[0]].Country == p.Country {
		return e
	}
	for e := range m.cast.Entities {
		if x := &m.cast.Entities[e]; x.Kind == actor.Country && x.Country == p.Country {
			return []int{e}
		}
	}
	return nil
}
