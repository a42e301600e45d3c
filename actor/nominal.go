package actor

import (
	"sort"
	"strings"
)

// nominals adds a candidate for each title, role or other noun for somebody
// that heads a noun phrase and belongs to no name.
func (g *gatherer) nominals() {
	for i, h := range g.s.nouns {
		if g.taken[i] || g.inName(h) {
			continue
		}
		g.taken[i] = true
		g.nominal(h)
	}
}

// inName reports whether a name covers the head of the hit.
func (g *gatherer) inName(h hit) bool {
	return g.cover[g.t.headOf(h.first, h.last)]&coverName != 0
}

func (g *gatherer) nominal(h hit) {
	t := &g.t
	head := t.headOf(h.first, h.last)
	switch t.tok(head).UPos {
	case "VERB":
		return
	case "ADJ":
		// "the accused", but not "left many homeless"
		if t.rel(head) == "amod" || t.with(head, "det") < 0 {
			return
		}
	}
	c := candidate{by: byNominal, title: -1, role: -1, head: int32(head)}
	c.nouns = personForms(h.forms)
	g.mainNoun(&c)
	c.class = -1
	for _, f := range h.forms {
		switch f.kind {
		case formNominal:
			c.class = int8(f.ref)
		}
		c.plural = c.plural || f.plural
	}
	if x := t.tok(head).XPos; x == "NNS" || x == "NNPS" {
		c.plural = true
	} else if x == "NN" && c.role >= 0 && g.k.roles[c.role].flags&flagPlural == 0 {
		c.plural = false
	}
	if c.role >= 0 && g.k.roles[c.role].flags&flagNumber != 0 && !g.counts(head) {
		return
	}
	start := head
	if g.modifiesNoun(head) {
		if !g.actsAsModifier(&c, head) {
			return
		}
		start = min(h.first, int(t.left[head]))
		for _, f := range g.s.folk {
			if f.last == start && t.rel(f.last-1) == "amod" && t.head(f.last-1) == t.head(head) {
				start = f.first // "Italian police arrest a man", where the nation was hung on the arrest
				break
			}
		}
	} else {
		start = min(t.phraseStart(head), h.first)
	}
	start = g.cutStart(start, h.first)
	last := h.last
	for ch := t.child[head]; ch >= 0; ch = t.next[ch] {
		if int(ch) >= last && (t.rel(int(ch)) == "flat" || t.rel(int(ch)) == "compound") && g.cover[ch]&coverName == 0 {
			last = max(last, int(ch)+1)
		}
	}
	c.first, c.last = int32(start), int32(g.phraseEnd(head, last))
	c.core = [2]int32{int32(h.first), int32(h.last)}
	g.determine(&c, start, h)
	g.mainKey(&c, h)
	g.partiesIn(&c, start, h.first, nil)
	c.spread = len(c.parties) > 1 && g.coordinated(start, h.first)
	if c.title >= 0 {
		c.gender = g.k.titles[c.title].Gender
	}
	if c.role >= 0 {
		switch f := g.k.roles[c.role].flags; {
		case f&flagMale != 0:
			c.gender = 'm'
		case f&flagFemale != 0:
			c.gender = 'f'
		}
		c.former = c.former || g.k.roles[c.role].flags&flagFormer != 0
	}
	g.add(c)
}

// counts reports whether a noun of number, "thousands", stands for people by
// itself: it is a subject, and nothing says what it counts.
func (g *gatherer) counts(head int) bool {
	t := &g.t
	if t.rel(head) != "nsubj" || t.tok(head).XPos != "NNS" {
		return false
	}
	for ch := t.child[head]; ch >= 0; ch = t.next[ch] {
		if t.rel(int(ch)) == "nmod" && t.caseOf(int(ch)) == "of" || t.rel(int(ch)) == "nummod" {
			return false
		}
	}
	return true
}

// modifiesNoun reports whether token i is a modifier of another noun, as
// "police" is in "police station".
func (g *gatherer) modifiesNoun(i int) bool {
	t := &g.t
	switch t.rel(i) {
	case "compound", "amod", "flat", "nummod":
		return true
	}
	return t.tok(i).Rel == "nmod:desc"
}

// actsAsModifier reports whether a noun before another noun names who does
// what that one says: "police raid", "rebel attack", but not "police station".
func (g *gatherer) actsAsModifier(c *candidate, head int) bool {
	t := &g.t
	up := t.head(head)
	if up < head || c.role < 0 || t.tok(up).UPos != "NOUN" || g.cover[up]&(coverNoun|coverName) != 0 || t.rel(head) != "compound" {
		return false
	}
	r := &g.k.roles[c.role]
	if len(r.sectors) == 0 || r.flags&(flagVague|flagWeapon) != 0 || r.Noun == "terrorist" {
		return false
	}
	for ch := t.child[up]; ch >= 0; ch = t.next[ch] {
		if t.tok(int(ch)).Rel == "nmod:poss" {
			return false // the possessor is who acts
		}
	}
	switch r.sectors[0] {
	case "MIL", "COP", "REB", "GOV", "UAF", "PRM", "SPY", "OPP", "CRM":
	default:
		return false
	}
	switch t.tok(up).Lemma {
	case "station", "officer", "chief", "car", "vehicle", "base", "building", "headquarters", "custody", "post",
		"uniform", "service", "office", "affairs", "affair", "spending", "budget", "law", "school", "department":
		return false
	}
	c.modifier = true
	c.plural = c.plural || r.Kind == "person"
	return true
}

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

// demonyms adds a candidate for each demonym: of the country where it modifies
// a noun, of its people where it is a noun.
func (g *gatherer) demonyms() {
	t := &g.t
	for _, h := range g.s.folk {
		if g.inName(h) {
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
		plural := tok.XPos == "NNS" || tok.XPos == "NNPS" || strings.HasSuffix(tok.Form, "s") && tok.UPos != "ADJ" && tok.XPos != "JJ"
		det := t.with(head, "det")
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

// pronouns adds the personal pronouns that stand for somebody.
func (g *gatherer) pronouns() {
	t := &g.t
	for i := range t.Tokens {
		tok := t.tok(i)
		if tok.UPos != "PRON" && tok.UPos != "DET" && tok.XPos != "PRP" && tok.XPos != "PRP$" {
			continue
		}
		w := lowered(tok.Form)
		p, ok := pronounOf(w)
		if !ok || w == "us" && allCapitals(tok.Form) || p.gender == 'n' && !p.possessive && t.pleonastic(i) {
			continue
		}
		c := candidate{by: byPronoun, title: -1, role: -1, class: -1, first: int32(i), last: int32(i + 1), head: int32(i),
			person: p.person, gender: p.gender, plural: p.plural, possessive: p.possessive, reflexive: p.reflexive, def: theDef}
		if w == "her" && (tok.XPos == "PRP$" || tok.Rel == "nmod:poss") {
			c.possessive = true
		}
		c.key = w
		g.add(c)
	}
}

// things adds the other nouns that head a phrase: they are no actors, but
// "it" and "they" may stand for them.
func (g *gatherer) things() {
	t := &g.t
	for i := range t.Tokens {
		tok := t.tok(i)
		if tok.UPos != "NOUN" || g.headed[i] >= 0 || g.cover[i] != 0 || g.modifiesNoun(i) {
			continue
		}
		if r := t.rel(i); r == "obl" && (tok.Rel == "obl:tmod" || tok.Rel == "obl:unmarked" || tok.Rel == "obl:npmod") {
			continue
		}
		g.add(candidate{by: byThing, title: -1, role: -1, class: -1, first: int32(i), last: int32(i + 1), head: int32(i),
			plural: tok.XPos == "NNS", gender: 'n'})
	}
}
