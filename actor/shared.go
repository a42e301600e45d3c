package actor

// shared adds the first country of "North and South Korea": its name lends the
// last word from the country that follows. Its mention covers both, as that of
// a plural does, and hangs where the second hangs.
func (g *gatherer) shared(second candidate) {
	first, last := int(second.core[0]), int(second.core[1])
	if last-first < 2 || first < 2 || nameKindOf(second.forms) != Country {
		return
	}
	switch lowered(g.t.tok(first - 1).Form) {
	case "and", "or":
	default:
		return
	}
	node := int32(0)
	for _, i := range []int{first - 2, last - 1} {
		g.buf, g.ends = atoms(g.buf[:0], g.ends[:0], g.t.tok(i).Form)
		at := 0
		for _, e := range g.ends {
			next, ok := g.k.trie.edges[edge(node, g.k.trie.ids[string(g.buf[at:e])])]
			if !ok {
				return
			}
			node, at = next, e
		}
	}
	forms := g.k.trie.ends[node]
	if !anyForm(forms, func(f form) bool { return f.kind == formCountry }) || !capitalised(g.t.tok(first-2).Form) {
		return
	}
	c := second
	c.forms, c.first = forms, int32(first-2)
	c.nouns, c.extra, c.parties = nil, nil, nil
	g.add(c)
}
