package actor

import (
	"sort"
	"strings"
)

// determine reads the words before a noun: determiner, number, modifiers. Of
// the modifiers that are nouns for somebody themselves ("opposition leader")
// the sectors are taken.
func (g *gatherer) determine(c *candidate, start int, h hit) {
	t := &g.t
	var mods []string
	for i := start; i < h.first; i++ {
		w := lowered(t.tok(i).Form)
		if g.cover[i]&(coverName|coverFolk) != 0 {
			continue
		}
		switch t.tok(i).UPos {
		case "DET", "PRON":
			switch w {
			case "the":
				c.def = theDef
			case "this", "that", "these", "those":
				c.def = thisDef
			case "a", "an":
				c.def = aDef
			case "both":
				c.count, c.def = 2, theDef
			case "each":
				c.def, c.each = someDef, true
			case "such", "what", "which":
				c.def = someDef
			case "my", "your", "his", "her", "its", "our", "their", "whose":
				if c.def == bare && t.head(i) == int(c.head) {
					c.def = ownDef
				}
			default:
				c.def = someDef
			}
			continue
		case "NUM":
			if n := numberOf(w); n > 0 {
				c.count = n
			}
			continue
		case "PUNCT", "ADP", "CCONJ", "PART", "AUX":
			continue
		}
		if w == "two" || w == "both" {
			c.count = 2
			continue
		}
		g.modifier(c, i)
		if t.head(i) == int(c.head) || t.rel(i) == "compound" || t.rel(i) == "amod" {
			switch w {
			case "former", "ex", "then", "other", "another", "same", "said", "respective":
			default:
				mods = append(mods, w)
			}
		}
	}
	if p := t.with(int(c.head), "det"); p >= 0 && lowered(t.tok(p).Form) == "both" {
		c.count, c.def = 2, theDef
	}
	for ch := t.child[c.head]; ch >= 0; ch = t.next[ch] {
		if t.tok(int(ch)).Rel == "nmod:poss" {
			c.def = ownDef
		}
	}
	c.mods = strings.Join(mods, " ")
	near := from(g.s.nouns, start)
	for i, n := range near {
		i += len(g.s.nouns) - len(near)
		if n.first >= h.first {
			break
		}
		if !g.taken[i] && n.first >= start && n.last <= h.first && !g.inName(n) && t.tok(n.last-1).Rel != "nmod:poss" &&
			g.modifiesNoun(n.last-1) {
			g.taken[i] = true
			c.extra = append(c.extra, personForms(n.forms)...)
		}
	}
}

// numberOf reads a small number.
func numberOf(w string) int32 {
	switch w {
	case "two", "both":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	case "ten":
		return 10
	case "dozen":
		return 12
	}
	n := int32(0)
	for i := 0; i < len(w); i++ {
		switch {
		case '0' <= w[i] && w[i] <= '9' && n < 1e8:
			n = n*10 + int32(w[i]-'0')
		case w[i] == ',':
		default:
			return 0
		}
	}
	return n
}

// mainKey sets the key by which nominals are compared: the noun in its
// dictionary form.
func (g *gatherer) mainKey(c *candidate, h hit) {
	switch {
	case c.role >= 0:
		c.key = g.k.roles[c.role].Noun
	case c.title >= 0:
		c.key = g.k.titles[c.title].Noun
	default:
		c.key = lowered(g.t.tok(int(c.head)).Lemma)
	}
}

// coordinated reports whether "and", "or" or a comma stands between tokens
// first and last.
func (g *gatherer) coordinated(first, last int) bool {
	for i := first; i < last; i++ {
		if g.t.tok(i).UPos == "CCONJ" {
			return true
		}
	}
	return false
}

// phraseEnd returns where the phrase of a noun ends that reaches to last: after
// a short phrase with a preposition that says whose or where one is.
func (g *gatherer) phraseEnd(head, last int) int {
	t := &g.t
	for ch := t.child[head]; ch >= 0; ch = t.next[ch] {
		i := int(ch)
		if int(t.left[i]) != last || t.rel(i) != "nmod" {
			continue
		}
		switch t.caseOf(i) {
		case "of":
		case "in", "for", "from", "at", "to":
			if g.cover[i] == 0 && (t.tok(i).UPos != "PROPN" || g.k.calendar[lowered(t.tok(i).Form)]) {
				return last
			}
		default:
			return last
		}
		end := int(t.right[i])
		if end-last > 8 {
			return last
		}
		for j := last; j < end; j++ {
			switch t.tok(j).UPos {
			case "VERB", "AUX", "PUNCT", "SCONJ":
				return last
			}
		}
		n := sort.Search(len(g.spans), func(i int) bool { return g.spans[i].last >= end })
		if n < len(g.spans) && g.spans[n].first < end {
			end = g.spans[n].last // never within a name
		}
		return end
	}
	return last
}
