package actor

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

// behindState reports whether the words [start, first) before a name are the
// country or body of the title before them: "the president of [Turkey] Recep
// Tayyip Erdogan".
func (g *gatherer) behindState(start, first int) bool {
	t := &g.t
	if start < 2 || start >= first {
		return false
	}
	of := start - 1
	if t.tok(start).UPos == "DET" {
		start++
	} else if t.tok(of).UPos == "DET" {
		of--
	}
	if of < 1 || lowered(t.tok(of).Form) != "of" || !g.endsInTitle(of) || start >= first {
		return false
	}
	for i := start; i < first; i++ {
		if g.cover[i]&coverName == 0 {
			return false
		}
	}
	return true
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
	g.doubleTitle(c, start, first)
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

// doubleTitle takes in the first of two offices of one person: of "Crown Prince
// and Prime Minister Salman bin Hamad". Both are capitalised, and the first has
// neither article nor owner, which would make it somebody else.
func (g *gatherer) doubleTitle(c *candidate, start *int, first int) {
	t := &g.t
	and := *start - 1
	if and < 1 || len(c.nouns) == 0 || *start >= first || lowered(t.tok(and).Form) != "and" || !capitalised(t.tok(*start).Form) {
		return
	}
	near := from(g.s.nouns, and-6)
	for i, h := range near {
		i += len(g.s.nouns) - len(near)
		if h.first >= and {
			break
		}
		if h.last != and || g.taken[i] || g.inName(h) || !capitalised(t.tok(h.first).Form) ||
			!anyForm(h.forms, func(f form) bool {
				return !f.plural && (f.kind == formTitle || f.kind == formRole && g.k.roles[f.ref].Kind == "person")
			}) {
			continue
		}
		if b := h.first - 1; b >= 0 {
			switch t.tok(b).UPos {
			case "DET", "PART", "PRON", "ADJ", "PROPN", "NOUN":
				continue
			}
		}
		g.taken[i] = true
		c.nouns = append(c.nouns, personForms(h.forms)...)
		*start = h.first
		return
	}
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
	if t.head(first) == top && t.rel(first) != "conj" && (capitalised(t.tok(top).Form) || anyForm(h.forms, func(f form) bool { return !f.plural })) {
		return true // "said Secretary of State Antony Blinken", "writer and activist Mary Roe"
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
	switch w := lowered(g.t.tok(i).Form); {
	case g.k.class.former[w]:
		c.former = true
	case w == "then" || w == "then-":
		c.then = true
	case g.k.class.another[w]:
		c.other = !(i+1 < len(g.t.Tokens) && lowered(g.t.tok(i+1).Form) == "than") // "more than 700"
	}
}
