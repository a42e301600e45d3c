package actor

// nested adds the country that a longer name begins with, or that stands in it
// behind a preposition: "Spanish State Meteorological Agency", "Medical Journal
// of Australia". An adjective is taken only from the name of an organ of a
// state. A sea or a valley is of no country: "the Gulf of Oman", "the Jordan Valley".
func (g *gatherer) nested(c *candidate) {
	first, last := int(c.core[0]), int(c.core[1])
	if last-first < 2 || nameKindOf(c.forms) == Country || g.isWater(c.forms) || g.feature(c) {
		return
	}
	add := func(h hit, is func(form) bool) {
		if h.first < first || h.last > last || h.last-h.first == last-first || !anyForm(h.forms, is) {
			return
		}
		if h.first != first && (h.first == 0 || g.t.tok(h.first-1).UPos != "ADP") {
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
	if g.isOrgan(c) {
		for _, h := range from(g.s.folk, first) {
			if h.first >= last {
				break
			}
			n := len(g.cands)
			add(h, demonym)
			folk = folk || len(g.cands) > n
		}
	}
	for i := first; !folk && i < last; i++ {
		if h := g.countryAt(i, last); h.last > 0 {
			add(h, func(f form) bool { return f.kind == formCountry })
			i = h.last - 1
		}
	}
}

// isWater reports whether a name is only that of a place which lies in no
// country, as seas and straits do.
func (g *gatherer) isWater(forms []form) bool {
	return len(forms) > 0 && !anyForm(forms, func(f form) bool {
		return f.kind != formPlace || g.k.sites[f.ref].country != "" || g.k.sites[f.ref].town || g.k.sites[f.ref].region
	})
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
		if forms := g.k.trie.ends[node]; anyForm(forms, func(f form) bool { return f.kind == formCountry }) && g.t.writtenAsName(g.k, i, j+1, forms) {
			best = hit{i, j + 1, forms}
		}
	}
	return best
}
