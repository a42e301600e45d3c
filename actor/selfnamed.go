package actor

import (
	"slices"

	"readout/syntax"
)

// selfNamedReach is how many sentences from the start a text may say who "we" are.
const selfNamedReach = 6

// selfNamed makes those the authors whom the text names as such behind its first
// "We" outside quotation marks: "We, the leaders of A and B, condemn …". They are
// more than the one whom a title may name first.
func (r *casting) selfNamed() {
	for s := 0; s < min(selfNamedReach, len(r.doc.Sentences)); s++ {
		from, to := selfNames(&r.doc.Sentences[s])
		if to <= from || r.quotedAt(r.doc.Sentences[s].Tokens[from].Start) {
			continue
		}
		switch set := r.partiesBetween(int32(s), from, to); {
		case len(set) > 1:
			x := blank(Group)
			x.plural, x.set = true, set
			r.author, r.authors = -1, r.make(x)
		case len(set) == 1 && r.authors < 0 && international[r.ents[set[0]].country]:
			r.author = set[0]
		}
		return
	}
}

// selfNames returns the tokens [from, to) between "We," and the verb that it is
// the subject of; none in a sentence without.
func selfNames(s *syntax.Sentence) (from, to int) {
	at := slices.IndexFunc(s.Tokens, func(t syntax.Token) bool { return t.Form == "We" })
	if at < 0 || at > 3 || at+2 >= len(s.Tokens) || s.Tokens[at+1].Form != "," {
		return 0, 0
	}
	verb := s.Tokens[at].Head
	if verb <= at {
		verb = at + 2 + slices.IndexFunc(s.Tokens[at+2:], func(t syntax.Token) bool { return t.UPos == "VERB" || t.UPos == "AUX" })
	}
	return at + 2, verb
}

// partiesBetween returns the states and international bodies that the names among
// tokens [from, to) of a sentence are, or where there are not two of them, the persons.
func (r *casting) partiesBetween(sent int32, from, to int) []int32 {
	var parties, persons []int32
	for i := r.g.ranges[sent][0]; i < r.g.ranges[sent][1]; i++ {
		c := &r.cands[i]
		if c.by != byName || c.ent < 0 || int(c.first) < from || int(c.last) > to {
			continue
		}
		e := r.find(c.ent)
		switch x := &r.ents[e]; {
		case x.kind == Country, x.kind == Organization && international[x.country]:
			if !slices.Contains(parties, e) {
				parties = append(parties, e)
			}
		case x.kind == Person && !slices.Contains(persons, e):
			persons = append(persons, e)
		}
	}
	if len(parties) < 2 && len(persons) > 1 {
		parties = persons
	}
	return parties[:min(len(parties), mostSigners)]
}
