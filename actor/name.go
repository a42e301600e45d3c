package actor

import (
	"strings"

	"readout/syntax"
)

// names adds a candidate for each name span.
func (g *gatherer) names() {
	for i := range g.spans {
		g.name(&g.spans[i])
	}
}

func (g *gatherer) name(s *nameSpan) {
	t := &g.t
	c := candidate{by: byName, title: -1, role: -1, class: -1, forms: s.forms, core: [2]int32{int32(s.first), int32(s.last)}}
	first, last := s.first, s.last
	for first+1 < last {
		h, ok := g.honorificAt(first)
		if !ok {
			break
		}
		g.honour(&c, h)
		first++
	}
	c.core[0] = int32(first)
	h := t.headOf(first, last)
	root := g.nameRoot(h, first)
	start := first
	if p := t.phraseStart(root); p < start {
		start = p
	}
	if p := t.phraseStart(h); p < start {
		start = p
	}
	start = g.cutStart(start, first)
	g.titles(&c, &start, first)
	c.first, c.last, c.head = int32(start), int32(last), int32(t.headOf(start, last))
	if !(first <= int(c.head) && int(c.head) < last) && !t.within(h, int(c.head)) {
		// The words before the name hang elsewhere in a faulty tree.
		c.head = int32(h)
	}
	g.partiesIn(&c, start, first, s.inside)
	g.guessKind(&c, s)
	c.key = g.foldTokens(first, last)
	if c.kind == "drop" {
		return
	}
	if t.tok(last-1).XPos == "NNPS" && c.kind == Person && last-first == 1 {
		c.plural = true // "the Sams"
	}
	if anyForm(c.forms, func(f form) bool { return f.kind == formCapital || f.kind == formMetonym }) {
		g.placeOrParty(&c)
	}
	c.def = theDef
	g.add(c)
}

// placeOrParty decides what the name of a capital or a seat stands for.
func (g *gatherer) placeOrParty(c *candidate) {
	other := anyForm(c.forms, func(f form) bool { return f.kind == formCountry || f.kind == formBody })
	if other {
		return
	}
	seat := false
	for _, f := range c.forms {
		if f.kind == formMetonym {
			seat, c.sector = true, f.sector
		}
	}
	c.place = !g.standsForParty(int(c.head), seat)
	if n := int(c.last); !c.place && n+1 < len(g.t.Tokens) && g.t.tok(n).Form == "," && g.t.rel(n+1) == "appos" {
		c.place = true // "Paris, Texas"
	}
}

// nameRoot returns the head of the phrase that holds a name with head h: h
// itself, or the title before it to which a tree may attach the name.
func (g *gatherer) nameRoot(h, first int) int {
	t := &g.t
	up := t.head(h)
	if up < 0 || up >= first || !t.nominal(up) {
		return h
	}
	switch t.rel(h) {
	case "flat", "appos", "compound":
		for i := up; i < first; i++ {
			if t.tok(i).UPos == "PUNCT" {
				return h
			}
		}
		for i, n := range g.s.nouns {
			if n.first <= up && up < n.last && !g.taken[i] {
				return up
			}
		}
	}
	return h
}

// cutStart moves the start of a phrase behind marks and words that cannot
// stand before a name.
func (g *gatherer) cutStart(start, first int) int {
	t := &g.t
	for i := first - 1; i >= start; i-- {
		switch t.tok(i).UPos {
		case "PUNCT":
			if t.tok(i).Form == "-" || t.tok(i).Form == "." {
				continue
			}
			return i + 1
		case "VERB":
			if t.rel(i) == "amod" || t.rel(i) == "compound" {
				continue
			}
			return i + 1
		case "ADP", "CCONJ", "SCONJ", "AUX", "INTJ":
			// "minister of defence Sergei Shoigu" keeps its "of".
			if g.cover[i]&coverNoun != 0 {
				continue
			}
			if t.tok(i).UPos == "CCONJ" && i > start && i+1 < first {
				continue
			}
			return i + 1
		}
	}
	return start
}

// titles reads titles and roles in [start, first) and moves start to take in a
// title that stands before the name but hangs elsewhere in the tree.
func (g *gatherer) titles(c *candidate, start *int, first int) {
	t := &g.t
	if first > 0 && *start == first {
		if h, ok := g.honorificAt(first - 1); ok {
			g.honour(c, h)
			*start = first - 1
		}
	}
	if nameKindOf(c.forms) == Country {
		return
	}
	for i, h := range g.s.nouns {
		if h.last > first || g.taken[i] {
			continue
		}
		switch {
		case h.first >= *start:
		case h.last == first && h.last > *start-1 && h.first < *start:
			if !capitalised(t.tok(h.first).Form) || t.head(h.last-1) >= 0 && t.head(h.last-1) < h.first && t.rel(h.last-1) != "flat" && t.rel(h.last-1) != "compound" {
				continue
			}
			*start = h.first
		default:
			continue
		}
		if g.ownsName(h, first) {
			continue
		}
		g.taken[i] = true
		c.nouns = append(c.nouns, personForms(h.forms)...)
	}
	for i := *start; i < first; i++ {
		if h, ok := g.honorificAt(i); ok && i+1 <= first {
			g.honour(c, h)
		}
		g.modifier(c, i)
	}
	g.mainNoun(c)
}

// ownsName reports whether a noun before a name is its possessor, so that it
// is somebody else: "the president's ally Smith".
func (g *gatherer) ownsName(h hit, first int) bool {
	t := &g.t
	for i := h.first; i < h.last; i++ {
		if t.tok(i).Rel == "nmod:poss" {
			return true
		}
	}
	return h.last < first && t.tok(h.last).XPos == "POS"
}

func personForms(forms []form) []form {
	out := make([]form, 0, len(forms))
	for _, f := range forms {
		if f.kind == formTitle || f.kind == formRole {
			out = append(out, f)
		}
	}
	return out
}

// mainNoun sets the main title and role: the last noun, which is the head of
// the title before a name ("opposition leader", "US Ambassador").
func (g *gatherer) mainNoun(c *candidate) {
	for _, f := range c.nouns {
		switch f.kind {
		case formTitle:
			c.title = f.ref
		case formRole:
			c.role = f.ref
		}
	}
}

func (g *gatherer) honour(c *candidate, h honorific) {
	if h.gender != 0 {
		c.gender = h.gender
	}
	if c.kind == "" {
		c.kind = Person
	}
	if h.title >= 0 {
		c.nouns = append(c.nouns, form{kind: formTitle, ref: h.title})
	}
	if h.role >= 0 {
		c.nouns = append(c.nouns, form{kind: formRole, ref: h.role})
	}
}

// modifier reads one word before a name or noun: "former", "then".
func (g *gatherer) modifier(c *candidate, i int) {
	switch lowered(g.t.tok(i).Form) {
	case "former", "ex", "ex-", "retired", "late", "ousted", "deposed", "onetime", "erstwhile":
		c.former = true
	case "then", "then-":
		c.then = true
	case "another", "other", "others", "fellow", "more", "further", "additional", "new", "next", "rival":
		c.other = true
	}
}

// partiesIn notes the countries named by demonyms and names in tokens [first,
// last), and those that a longer name contains.
func (g *gatherer) partiesIn(c *candidate, first, last int, inside []form) {
	for _, h := range g.s.folk {
		if first <= h.first && h.last <= last && !g.hyphenated(h) {
			g.addParty(c, g.partyOf(h.forms, demonym))
		}
	}
	for i := range g.spans {
		s := &g.spans[i]
		if first <= s.first && s.last <= last {
			g.addParty(c, g.partyOf(s.forms, partyForm))
		}
	}
	if len(inside) > 0 {
		g.addParty(c, g.partyOf(inside, partyForm))
	}
}

// hyphenated reports whether a demonym belongs to "pro-Russian" or
// "US-backed", which say something else than whose one is.
func (g *gatherer) hyphenated(h hit) bool {
	t := &g.t
	if h.first > 1 && isHyphen(t.tok(h.first-1).Form) && t.tok(h.first-1).Start == t.tok(h.first-2).End {
		switch lowered(t.tok(h.first - 2).Form) {
		case "pro", "anti", "non", "un":
			return true
		}
	}
	return h.last+1 < len(t.Tokens) && isHyphen(t.tok(h.last).Form) && t.tok(h.last+1).UPos == "VERB"
}

func isHyphen(s string) bool { return s == "-" || s == "–" || s == "‑" || s == "‐" }

func partyForm(f form) bool {
	return f.kind == formCountry || f.kind == formCapital || f.kind == formMetonym
}

func (g *gatherer) partyOf(forms []form, is func(form) bool) int32 {
	for _, f := range forms {
		if is(f) {
			return f.ref
		}
	}
	return -1
}

func (g *gatherer) addParty(c *candidate, p int32) {
	if p < 0 {
		return
	}
	for _, q := range c.parties {
		if q == p {
			return
		}
	}
	c.parties = append(c.parties, p)
}

// guessKind sets what a name is the name of, as far as the lexicon does not
// say: as learned, by its title, by a word in it, by the way it is used.
func (g *gatherer) guessKind(c *candidate, s *nameSpan) {
	t := &g.t
	first, last := int(c.core[0]), int(c.core[1])
	if s.partial {
		c.kind = Person
		return
	}
	if len(c.forms) > 0 && nameKindOf(c.forms) != "" {
		if s.kind == syntax.Person && anyForm(c.forms, func(f form) bool { return f.kind == formSurname || f.kind == formPerson }) {
			c.kind = Person
		}
		return
	}
	switch s.kind {
	case syntax.Person:
		c.kind = Person
	case syntax.Organization:
		c.kind = Organization
	case syntax.Location:
		c.kind = Place
	case syntax.Group:
		c.kind = Group
	case syntax.EventName, syntax.Product:
		c.kind = "drop"
	}
	if c.kind == Person || c.kind == Place {
		return
	}
	if d, ok := g.designated(first, last); ok {
		switch d.kind {
		case "event", "product":
			if c.kind == "" {
				c.kind = "drop"
			}
			return
		case "place":
			if c.kind == "" {
				c.kind = Place
			}
			return
		}
		c.kind = Organization
		return
	}
	if c.kind != "" {
		return
	}
	if c.title >= 0 || c.role >= 0 && g.k.roles[c.role].Kind == "person" {
		c.kind = Person
		return
	}
	if g.isGiven(first) && t.tok(first).UPos == "PROPN" {
		c.kind = Person
		return
	}
	if last-first == 1 && allCapitals(t.tok(first).Form) {
		c.kind = Organization
		return
	}
	h := t.headOf(first, last)
	switch t.rel(h) {
	case "nmod", "obl":
		switch t.caseOf(h) {
		case "in", "at", "near", "into", "outside", "around", "across":
			c.kind = Place
			return
		}
	case "nsubj":
		if up := t.head(h); up >= 0 && g.k.speech[lowered(t.tok(up).Lemma)] {
			c.kind = Person
			return
		}
	case "compound", "amod":
		c.kind = "drop"
		return
	}
	if last-first == 2 || last-first == 3 {
		c.kind = Person
		return
	}
	c.kind = ""
}

// designated finds the word in a name that says what bears it.
func (g *gatherer) designated(first, last int) (designator, bool) {
	t := &g.t
	var found designator
	ok := false
	for i := first; i < last; i++ {
		if w := t.tok(i).Form; ok && (w == "of" || w == "for") {
			break
		}
		var key []byte
		g.buf = g.buf[:0]
		for n := i; n < last && n < i+g.k.designated; n++ {
			g.buf, g.ends = atoms(g.buf[:0], g.ends[:0], t.tok(n).Form)
			if len(g.ends) != 1 {
				break
			}
			if n > i {
				key = append(key, ' ')
			}
			key = append(key, g.buf...)
			if d, is := g.k.designators[string(key)]; is {
				found, ok = d, true
			}
		}
	}
	return found, ok
}

// foldTokens returns the atoms of tokens [first, last), divided by blanks.
func (g *gatherer) foldTokens(first, last int) string {
	var b strings.Builder
	for i := first; i < last; i++ {
		g.buf, g.ends = atoms(g.buf[:0], g.ends[:0], g.t.tok(i).Form)
		at := 0
		for _, e := range g.ends {
			if g.buf[at] != 0 && g.buf[at] != ',' {
				if b.Len() > 0 {
					b.WriteByte(' ')
				}
				b.Write(g.buf[at:e])
			}
			at = e
		}
	}
	return b.String()
}

// nameKindOf returns the kind of what the lexicon knows by the forms, or "" if
// they are surnames only, or nothing.
func nameKindOf(forms []form) string {
	for _, f := range forms {
		switch f.kind {
		case formCountry, formMetonym, formCapital:
			return Country
		case formBody:
			return Organization
		case formPerson:
			return Person
		}
	}
	return ""
}

// nameKind returns the kind of a name's bearer, as far as it is known.
func nameKind(c *candidate) string {
	if c.place {
		return Place
	}
	if c.kind != "" {
		return c.kind
	}
	if k := nameKindOf(c.forms); k != "" {
		return k
	}
	if len(c.forms) > 0 {
		return Person
	}
	return ""
}
