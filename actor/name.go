package actor

import (
	"slices"
	"sort"
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
	s.forms = g.asWritten(s.first, s.last, s.forms)
	c := candidate{by: byName, title: -1, role: -1, class: -1, forms: s.forms, core: [2]int32{int32(s.first), int32(s.last)}}
	first, last := s.first, s.last
	full := anyForm(s.forms, func(f form) bool { return f.kind == formPerson }) && !s.partial
	for first+1 < last && !full {
		h, ok := g.honorificAt(first)
		if !ok {
			break
		}
		g.honour(&c, h)
		first++
	}
	first = g.behindTitle(first, last)
	first = g.behindOffice(&c, first, last)
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
	c.inner = int(c.head) < first && t.rel(h) == "appos" && t.head(h) == int(c.head)
	g.partiesIn(&c, start, first, s.inside)
	g.guessKind(&c, s)
	c.key = g.foldTokens(first, last)
	if t.tok(last-1).XPos == "NNPS" && c.kind == Person && last-first == 1 {
		c.plural = true // "the Sams"
	}
	if anyForm(c.forms, func(f form) bool { return f.kind == formCapital || f.kind == formMetonym }) {
		g.placeOrParty(&c)
	}
	c.def = theDef
	g.shared(c)
	g.add(c)
	if s.kind != syntax.Person {
		g.nested(&c)
	}
}

// asWritten returns the forms that tokens [first, last) may mean as they are
// written: "Gao" is the town, not the office called GAO.
func (g *gatherer) asWritten(first, last int, forms []form) []form {
	acronym := func(f form) bool { return f.caps }
	if last-first != 1 || allCapitals(strings.TrimSuffix(g.t.tok(first).Form, "s")) || !anyForm(forms, acronym) {
		return forms
	}
	return slices.DeleteFunc(slices.Clone(forms), acronym)
}

// behindTitle returns where a name starts whose first words are the last of a
// title: of "Secretary of State Antony Blinken" read as "State Antony Blinken".
func (g *gatherer) behindTitle(first, last int) int {
	for _, h := range from(g.s.nouns, first) {
		if h.first >= first {
			break
		}
		if first < h.last && h.last < last && anyForm(h.forms, func(f form) bool { return f.kind == formTitle }) {
			return h.last
		}
	}
	return first
}

// behindOffice returns where a name starts of which an honorific left "of
// Education Stefania Giannini": at the person, whom the tree joins by flat
// words or who stands last.
func (g *gatherer) behindOffice(c *candidate, first, last int) int {
	t := &g.t
	if first == 0 || first+2 >= last {
		return first
	}
	switch lowered(t.tok(first).Form) {
	case "of", "for":
	default:
		return first
	}
	k := last - 1
	if h := t.head(k); t.rel(k) == "flat" && h > first+1 && h < k {
		k = h
	}
	for i := first + 1; i < k; i++ {
		if h, ok := g.honorificAt(i); ok && i+1 == k {
			g.honour(c, h)
		}
	}
	return k
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
		if near := from(g.s.nouns, up); len(near) > 0 && near[0].first <= up && !g.taken[len(g.s.nouns)-len(near)] {
			return up
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
		case "DET":
			switch lowered(t.tok(i).Form) {
			case "the", "a", "an", "this", "these", "those":
				if i > start && t.tok(i-1).UPos != "DET" {
					return i
				}
			}
		case "ADV":
			if i == start && i+1 <= first && (i+1 == first || t.tok(i+1).UPos == "DET" || t.tok(i+1).UPos == "PROPN") {
				return i + 1
			}
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
	if start > 0 && start < first && lowered(g.t.tok(start-1).Form) == "at" {
		switch lowered(g.t.tok(start).Form) {
		case "least", "most":
			return start + 1
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
	near := from(g.s.nouns, min(*start, first-12))
	for i, h := range near {
		i += len(g.s.nouns) - len(near)
		if h.last > first {
			break
		}
		if g.taken[i] || g.inName(h) {
			continue
		}
		switch {
		case h.first >= *start:
		case h.last == first && h.last > *start-1 && h.first < *start:
			if !g.titleOf(h, first) {
				continue
			}
			*start = min(h.first, t.phraseStart(t.headOf(h.first, h.last)))
			*start = g.cutStart(*start, h.first)
		default:
			continue
		}
		if g.ownsName(h, first) {
			continue
		}
		g.taken[i] = true
		c.nouns = append(c.nouns, personForms(h.forms)...)
	}
	for _, h := range from(g.s.folk, *start-1) {
		if h.first >= *start {
			break
		}
		if h.last == *start && len(c.nouns) > 0 && !g.hyphenated(h) {
			*start = h.first // "US Ambassador John Sullivan", whatever the tree says
		}
	}
	for i := *start; i < first; i++ {
		if h, ok := g.honorificAt(i); ok && i+1 <= first {
			g.honour(c, h)
		}
		g.modifier(c, i)
	}
	g.mainNoun(c)
}

// titleOf reports whether a noun that stands right before a name is its title
// though the tree attaches it elsewhere: it hangs on the name's head, or on the
// name, or the name on it, or stands before it with a capital and no preposition.
func (g *gatherer) titleOf(h hit, first int) bool {
	t := &g.t
	if !anyForm(h.forms, func(f form) bool {
		return f.kind == formTitle || f.kind == formRole && g.k.roles[f.ref].Kind == "person"
	}) {
		return false
	}
	up := t.head(t.headOf(h.first, h.last))
	if up < 0 || up == t.head(first) || up >= first {
		return up != t.head(first) || up < 0 || t.rel(first) != "conj" || !anyForm(h.forms, func(f form) bool { return f.plural })
	}
	top := t.headOf(h.first, h.last)
	r := t.rel(top)
	if t.head(first) == top && t.rel(first) != "conj" && capitalised(t.tok(top).Form) {
		return true // "said Secretary of State Antony Blinken"
	}
	return capitalised(t.tok(h.first).Form) && (r == "flat" || r == "compound" || r == "nmod")
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
	for _, h := range from(g.s.folk, first) {
		if h.last > last {
			break
		}
		if first <= h.first && !g.hyphenated(h) {
			g.addParty(c, g.partyOf(h.forms, demonym))
		}
	}
	at := sort.Search(len(g.spans), func(i int) bool { return g.spans[i].first >= first })
	for ; at < len(g.spans) && g.spans[at].last <= last; at++ {
		g.addParty(c, g.k.partyIn(g.spans[at].forms))
	}
	if len(inside) > 0 {
		g.addParty(c, g.k.partyIn(inside))
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
