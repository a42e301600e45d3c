package actor

import (
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
	if t.tok(last-1).XPos == "NNPS" && c.kind == Person && last-first == 1 {
		c.plural = true // "the Sams"
	}
	if anyForm(c.forms, func(f form) bool { return f.kind == formCapital || f.kind == formMetonym }) {
		g.placeOrParty(&c)
	}
	c.def = theDef
	g.add(c)
	if s.kind != syntax.Person {
		g.nested(&c)
	}
}

// nested adds the country that the name of one of its organs begins or ends
// with: "Spanish State Meteorological Agency", "Bank of Mexico" for its state.
func (g *gatherer) nested(c *candidate) {
	first, last := int(c.core[0]), int(c.core[1])
	if last-first < 2 || !g.isOrgan(c) {
		return
	}
	add := func(h hit, is func(form) bool) {
		if h.first < first || h.last > last || h.last-h.first == last-first || !anyForm(h.forms, is) {
			return
		}
		if h.first != first && !(h.last == last && g.t.tok(h.first-1).UPos == "ADP") {
			return
		}
		head := g.t.headOf(h.first, h.last)
		if int32(head) == c.head {
			return
		}
		g.add(candidate{by: byDemonym, title: -1, role: -1, class: -1, forms: h.forms, head: int32(head),
			first: int32(h.first), last: int32(h.last), core: [2]int32{int32(h.first), int32(h.last)}})
	}
	folk := false
	for _, h := range from(g.s.folk, first) {
		if h.first >= last {
			break
		}
		n := len(g.cands)
		add(h, demonym)
		folk = folk || len(g.cands) > n
	}
	for i := first; !folk && i < last; i++ {
		if h := g.countryAt(i, last); h.last > 0 {
			add(h, func(f form) bool { return f.kind == formCountry })
			i = h.last - 1
		}
	}
}

// isOrgan reports whether a name is that of an organ of a state.
func (g *gatherer) isOrgan(c *candidate) bool {
	sectors := []string(nil)
	for _, f := range c.forms {
		if f.kind == formBody {
			sectors = g.k.bodies[f.ref].Sectors
			break
		}
	}
	if c.forms == nil && c.kind == Organization {
		if d, ok := g.designated(int(c.core[0]), int(c.core[1])); ok {
			sectors = d.sectors
		}
	}
	if len(sectors) == 0 {
		return false
	}
	switch sectors[0] {
	case "GOV", "MIL", "LEG", "JUD", "COP", "SPY":
		return true
	}
	return false
}

// countryAt returns the country that the lexicon knows at token i, before last.
func (g *gatherer) countryAt(i, last int) hit {
	best := hit{}
	node := int32(0)
	for j := i; j < last; j++ {
		g.buf, g.ends = atoms(g.buf[:0], g.ends[:0], g.t.tok(j).Form)
		at := 0
		for _, e := range g.ends {
			next, ok := g.k.trie.edges[edge(node, g.k.trie.ids[string(g.buf[at:e])])]
			if !ok {
				return best
			}
			node, at = next, e
		}
		if forms := g.k.trie.ends[node]; anyForm(forms, func(f form) bool { return f.kind == formCountry }) && g.t.writtenAsName(i, j+1, forms) {
			best = hit{i, j + 1, forms}
		}
	}
	return best
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
		g.addParty(c, g.partyOf(g.spans[at].forms, partyForm))
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
	if s.partial {
		c.kind, c.sure = Person, 4
		return
	}
	if len(c.forms) > 0 && nameKindOf(c.forms) != "" {
		if s.kind == syntax.Person && anyForm(c.forms, func(f form) bool { return f.kind == formSurname || f.kind == formPerson }) {
			c.kind, c.sure = Person, 4
		}
		return
	}
	titled := c.kind == Person || c.title >= 0 || c.role >= 0 && g.k.roles[c.role].Kind == "person"
	c.kind, c.sure = "", 0
	switch s.kind {
	case syntax.Person:
		c.kind, c.sure = Person, 4
	case syntax.Organization:
		c.kind, c.sure = Organization, 3
	case syntax.Location:
		c.kind, c.sure = Place, 4
	case syntax.Group:
		c.kind, c.sure = Group, 3
	case syntax.EventName, syntax.Product:
		c.kind, c.sure = dropped, 3
	}
	if c.kind == Person || c.kind == Place {
		return
	}
	if d, ok := g.designated(int(c.core[0]), int(c.core[1])); ok && (c.kind == "" || c.kind == dropped && d.kind == "organization" && s.kind != syntax.EventName) {
		switch d.kind {
		case "event", "product":
			c.kind, c.sure = dropped, 3
		case "place":
			c.kind, c.sure = Place, 3
		default:
			c.kind, c.sure = Organization, 3
		}
		return
	}
	if titled && (c.kind == "" || c.kind == Organization && c.core[1]-c.core[0] > 1) {
		c.kind, c.sure = Person, 3
	}
	if c.kind == "" {
		c.kind, c.sure = g.kindByUse(c)
	}
}

// kindByUse guesses the kind of an unknown name that nothing else tells about.
func (g *gatherer) kindByUse(c *candidate) (string, int8) {
	t := &g.t
	first, last := int(c.core[0]), int(c.core[1])
	if g.isGiven(first) && t.tok(first).UPos == "PROPN" {
		return Person, 2
	}
	if w := t.tok(last - 1).Form; last-first == 1 && (allCapitals(w) || strings.HasSuffix(w, ".com") || strings.HasSuffix(w, ".org") || strings.HasSuffix(w, ".net")) {
		return Organization, 1
	}
	h := t.headOf(first, last)
	switch t.rel(h) {
	case "nmod", "obl":
		switch t.caseOf(h) {
		case "in", "at", "near", "into", "outside", "around", "across", "throughout":
			return Place, 2
		}
	case "nsubj":
		if up := t.head(h); up >= 0 && g.k.speech[lowered(t.tok(up).Lemma)] {
			return Person, 2
		}
	case "compound", "amod":
		return "", 0
	}
	if last-first == 2 || last-first == 3 {
		return Person, 1
	}
	return "", 0
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
