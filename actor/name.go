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
	if g.behindState(start, first) {
		start = first
	}
	g.titles(&c, &start, first)
	c.first, c.last, c.head = int32(start), int32(last), int32(t.headOf(start, last))
	if !(first <= int(c.head) && int(c.head) < last) && !t.within(h, int(c.head)) {
		// The words before the name hang elsewhere in a faulty tree.
		c.head = int32(h)
	}
	c.inner = int(c.head) < first && t.rel(h) == "appos" && t.head(h) == int(c.head)
	g.partiesIn(&c, start, first, s.inside)
	if usa, ok := g.k.states["USA"]; ok && g.partyLetterAt(last) {
		g.addParty(&c, usa)
	}
	c.key = g.foldTokens(first, last)
	c.hyphens = g.oneWord(first, last) || last-first == 1 && strings.Contains(c.key, " ") // "O'Hara"
	g.guessKind(&c, s)
	if at := strings.LastIndexByte(c.key, ' '); at >= 0 && c.kind == Person {
		g.surnames[c.key[at+1:]] = true
		g.firsts[c.key[:strings.IndexByte(c.key, ' ')]] = true
	}
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
	if last-first != 1 || allCapitals(g.t.tok(first).Form) || !anyForm(forms, acronym) {
		return forms
	}
	return slices.DeleteFunc(slices.Clone(forms), acronym)
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
	joined := false // by "and" or "or"
	for i := first - 1; i >= start; i-- {
		joined = joined || t.tok(i).UPos == "CCONJ"
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
			if t.tok(i).Form == "-" || t.tok(i).Form == "." || joined && g.betweenNations(i) {
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

// betweenNations reports whether the comma at token i stands between the
// nations of a row before one noun, the last of which may be a body: "Cuban,
// Haitian and Venezuelan migrants".
func (g *gatherer) betweenNations(i int) bool {
	t := &g.t
	next := i + 1
	if next+1 < len(t.Tokens) && t.tok(next).UPos == "CCONJ" {
		next++ // ", and"
	}
	return i > 0 && next < len(t.Tokens) && t.tok(i).Form == "," &&
		g.cover[i-1]&coverFolk != 0 && g.cover[next]&(coverFolk|coverName) != 0 && t.adjective(i-1) && t.tok(i-1).XPos != "NNPS"
}

// partiesIn notes the countries named by demonyms and names in tokens [first,
// last), and those that a longer name contains.
// A nation beside which somebody only lives, "the Turkey-based Syrian National
// Coalition", counts where nothing else does.
func (g *gatherer) partiesIn(c *candidate, first, last int, inside []form) {
	based := []form(nil)
	for _, h := range from(g.s.folk, first) {
		if h.last > last {
			break
		}
		if first <= h.first && !g.hyphenated(h) && !g.continental(h) {
			g.addParty(c, g.partyOf(h.forms, demonym))
		}
	}
	at := sort.Search(len(g.spans), func(i int) bool { return g.spans[i].first >= first })
	for ; at < len(g.spans) && g.spans[at].last <= last; at++ {
		switch s := &g.spans[at]; {
		case g.based(s.last):
			based, c.based = s.forms, true
		case !g.backed(hit{first: s.first, last: s.last}):
			g.addParty(c, g.k.partyIn(s.forms)) // but not Rwanda of "the Rwanda-backed M23"
		}
	}
	if len(inside) > 0 && !g.k.commonPlace(inside) && !g.feature(c) { // "Independence Day" is not that of a town in Missouri
		p := g.k.partyIn(inside)
		if onlyPlaces(inside) {
			if q := g.seatBehind(int(c.core[1])); q >= 0 {
				p = q
			}
		}
		g.addParty(c, p)
	}
	if len(c.parties) == 0 && based != nil && !g.nationWithin(c) && !g.ofNamed(c) {
		g.addParty(c, g.k.partyIn(based))
	}
}

// feature reports whether a name is that of a river, a valley or a sea, which several
// states share, whichever its name recalls: "the Jordan Valley".
func (g *gatherer) feature(c *candidate) bool {
	return c.core[1]-c.core[0] > 1 && g.k.class.feature[lowered(g.t.tok(int(c.core[1])-1).Form)]
}

// seatBehind returns the country of the places at token i that "in" says a body
// lies in, which its name need not: "Antioch School in Nashville, Tennessee".
// The last of the places, divided by commas, says it best. It is -1 if there
// are none.
func (g *gatherer) seatBehind(i int) int32 {
	t, party := &g.t, int32(-1)
	if i >= len(t.Tokens) || lowered(t.tok(i).Form) != "in" {
		return -1
	}
	at := sort.Search(len(g.spans), func(k int) bool { return g.spans[k].first > i })
	for i++; at < len(g.spans) && g.spans[at].first == i; at++ {
		if p := g.k.partyIn(g.spans[at].forms); p >= 0 {
			party = p
		}
		if i = g.spans[at].last; i >= len(t.Tokens) || t.tok(i).Form != "," {
			break
		}
		i++
	}
	return party
}

// based reports whether "-based" stands at token i.
func (g *gatherer) based(i int) bool {
	t := &g.t
	return i+1 < len(t.Tokens) && isHyphen(t.tok(i).Form) && g.k.class.seated[lowered(t.tok(i+1).Form)]
}

// ofNamed reports whether a noun is that of somebody named behind its "of": "the
// Doha-based leader of Hamas".
func (g *gatherer) ofNamed(c *candidate) bool {
	t, i := &g.t, int(c.core[1])
	if c.by != byNominal || i+1 >= len(t.Tokens) || lowered(t.tok(i).Form) != "of" {
		return false
	}
	if i++; lowered(t.tok(i).Form) == "the" {
		i++
	}
	at := sort.Search(len(g.spans), func(k int) bool { return g.spans[k].first >= i })
	return at < len(g.spans) && g.spans[at].first == i
}

// nationWithin reports whether a nation stands in the name itself, or behind its
// "of".
func (g *gatherer) nationWithin(c *candidate) bool {
	if c.by != byName {
		return false
	}
	first, last := int(c.core[0]), int(c.core[1])
	for _, h := range from(g.s.folk, first) {
		if h.first < last {
			return true
		}
	}
	for i := first; i < last; i++ {
		if g.countryAt(i, last).last > i {
			return true
		}
	}
	return false
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
	if g.backed(h) || g.tongue(h.last) {
		return true
	}
	if h.last+1 >= len(t.Tokens) || !isHyphen(t.tok(h.last).Form) || t.tok(h.last+1).UPos != "VERB" {
		return false
	}
	return !g.k.class.belonging[lowered(t.tok(h.last+1).Form)]
}

// tongue reports whether what stands before token i is the name of a language:
// "Spanish-language", "French language", "Russian-speaking".
func (g *gatherer) tongue(i int) bool {
	t := &g.t
	if i < len(t.Tokens) && isHyphen(t.tok(i).Form) {
		i++
	}
	if i >= len(t.Tokens) {
		return false
	}
	switch lowered(t.tok(i).Form) {
	case "language", "languages", "speaking":
		return true
	}
	return false
}

// continental reports whether a demonym is part of one for a whole continent,
// or for half of one: "Latin American" is of no one state.
func (g *gatherer) continental(h hit) bool {
	t := &g.t
	if h.first == 0 || h.last != h.first+1 || !strings.HasPrefix(lowered(t.tok(h.first).Form), "american") {
		return false
	}
	switch lowered(t.tok(h.first - 1).Form) {
	case "latin", "south", "central", "north":
		return true
	}
	return false
}

// backed reports whether a nation or state belongs to a word for whom it only
// helps, leads or holds: "Rwanda-backed".
func (g *gatherer) backed(h hit) bool {
	t := &g.t
	return h.last+1 < len(t.Tokens) && isHyphen(t.tok(h.last).Form) && g.k.class.backed[lowered(t.tok(h.last+1).Form)]
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

// oneWord reports whether several tokens are one word, written with hyphens.
func (g *gatherer) oneWord(first, last int) bool {
	for i := first; i+1 < last; i++ {
		if g.t.tok(i).Span.End != g.t.tok(i+1).Span.Start {
			return false
		}
	}
	return last-first > 2 && isHyphen(g.t.tok(first+1).Form)
}
