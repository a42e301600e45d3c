package actor

import "strings"

// demonyms adds a candidate for each demonym: of the country where it modifies
// a noun, of its people where it is a noun.
func (g *gatherer) demonyms() {
	t := &g.t
	for _, h := range g.s.folk {
		if g.inName(h) || g.continental(h) || g.tongue(h.last) {
			continue
		}
		head := t.headOf(h.first, h.last)
		tok := t.tok(head)
		c := candidate{by: byDemonym, title: -1, role: -1, class: -1, forms: h.forms, head: int32(head),
			first: int32(h.first), last: int32(h.last), core: [2]int32{int32(h.first), int32(h.last)}}
		noun := false
		switch t.rel(head) {
		case "amod", "compound", "nmod":
			noun = t.rel(head) == "nmod" && t.tok(head).Rel != "nmod:desc"
		case "conj":
			up := t.head(head)
			noun = !(up >= 0 && g.cover[up]&coverFolk != 0 && g.modifiesNoun(up)) && tok.UPos != "ADJ"
		default:
			noun = true
		}
		plural := tok.XPos == "NNS" || tok.XPos == "NNPS" || strings.HasSuffix(tok.Form, "s") && tok.UPos != "ADJ" && tok.XPos != "JJ" ||
			noun && g.countedPeople(head)
		det := t.with(head, "det")
		if noun && !plural && det < 0 && (tok.UPos == "PROPN" || t.rel(head) == "nsubj") && h.last-h.first == 1 && g.surnames[g.foldTokens(h.first, h.last)] {
			g.add(candidate{by: byName, title: -1, role: -1, class: -1, kind: Person, sure: 4, def: theDef, key: g.foldTokens(h.first, h.last), head: c.head,
				first: c.first, last: c.last, core: c.core}) // "Cuban said", after "Mark Cuban"
			continue
		}
		if noun && !plural && det < 0 {
			// "in Greek" is a language.
			if t.rel(head) != "nsubj" && t.rel(head) != "root" && t.rel(head) != "appos" || tok.UPos == "ADJ" {
				if r := t.rel(head); r == "obl" || r == "nmod" || r == "obj" || r == "conj" {
					continue
				}
				noun = false
			}
		}
		if !noun {
			if g.hyphenated(h) && h.first > 0 && isHyphen(t.tok(h.first-1).Form) {
				continue // "anti-American"
			}
			g.add(c)
			continue
		}
		// "Russians", "the British", "a Russian"
		c.by = byNominal
		c.people = true
		c.plural = plural || det >= 0 && lowered(t.tok(det).Form) == "the"
		c.first = int32(g.cutStart(min(t.phraseStart(head), h.first), h.first))
		g.addParty(&c, g.partyOf(h.forms, demonym))
		g.determine(&c, int(c.first), h)
		c.key = "\x00people"
		g.add(c)
	}
}

// countedPeople reports whether a number tells that token i, a demonym without
// an ending of the plural, is several people: "two Chinese", "thousands of
// Sudanese".
func (g *gatherer) countedPeople(i int) bool {
	t := &g.t
	if n := t.with(i, "nummod"); n >= 0 {
		w := lowered(t.tok(n).Form)
		return w != "one" && w != "1"
	}
	h := t.head(i)
	return h >= 0 && t.rel(i) == "nmod" && t.caseOf(i) == "of" && g.k.class.headCount[lowered(t.tok(h).Lemma)]
}
