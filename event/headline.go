package event

// headlineSubject returns the subject of verb v, which the parser took for a
// modifier of noun h in a clause without articles ("Sweden suspended aid",
// "forces have tortured refugees"): the noun right before it that hangs on it or on h as
// well, the subject of "have", or the party before a time; -1 when there is none.
func (m *matcher) headlineSubject(v, h int) int {
	t := &m.tree
	if v == 0 || v > h {
		return -1
	}
	if p := t.tok(v - 1); p.Lemma == "have" && t.participle(v) && t.head(h) == v-1 {
		return t.child(v-1, "nsubj")
	}
	if m.isTime(v - 1) {
		k := v - 1
		for k >= 0 && (m.isTime(k) || t.tok(k).UPos == "ADP" || t.tok(k).UPos == "PUNCT") {
			k--
		}
		if k >= 0 && len(m.at(k)) > 0 {
			return k
		}
		return -1
	}
	if k := t.tok(v - 1); (k.UPos == "PROPN" || k.UPos == "NOUN") && t.preposition(v-1) == "" {
		for s := v - 1; s >= 0; s = t.head(s) {
			if g := t.head(s); g == h || g == v {
				switch t.tok(s).Base() {
				case "compound", "nsubj", "nmod", "flat", "amod":
					return s
				}
				return -1
			}
			if t.head(s) < 0 {
				return -1
			}
		}
	}
	return -1
}

// misread reports whether token i, tagged a noun, must be a verb, as those of
// headlines often are ("Police arrest a man"): a determiner, a number or a
// possessive follows it and a noun goes before it.
func (m *matcher) misread(i int) bool {
	t := &m.tree
	if k := t.tok(i); k.UPos != "NOUN" || i == 0 || i+1 >= len(t.s.Tokens) || k.XPos == "VBG" {
		return false
	}
	if _, ok := m.f.verbs[t.lemma(i)]; ok && t.preposition(i) == "" && t.child(i, "det") < 0 && !t.has(i, "cop") {
		if o := t.child(i, "obj"); o > i {
			return true // nouns have none
		}
		if s := t.child(i, "nsubj"); s >= 0 && s < i && len(m.at(s)) > 0 {
			return true
		}
	}
	if n := t.tok(i + 1); t.tok(i).XPos == "NNS" && m.f.verbs[t.lemma(i)] && t.preposition(i) == "" && t.child(i, "det") < 0 && t.possessor(i) < 0 {
		b := t.tok(i - 1)
		switch {
		case b.UPos != "NOUN" && b.UPos != "PROPN" || m.isTime(i-1) || m.isTime(i+1):
		case t.head(i) < 0 && (n.UPos == "PROPN" || n.UPos == "ADJ" && n.Form != lower(n.Form)):
			return true // "A court sentences Simon"
		case t.tok(i).Base() == "compound" && t.head(i) == i+1 && len(m.at(i-1)) > 0 && t.head(i-1) >= i:
			return true // "Hungary blocks access"
		}
	}
	switch n := t.tok(i + 1); {
	case n.UPos == "DET" || n.UPos == "NUM" && n.Head != i || n.XPos == "PRP$":
	default:
		return false
	}
	if t.preposition(i) != "" || t.child(i, "det") >= 0 || t.possessor(i) >= 0 || t.has(i, "cop") {
		return false
	}
	b := t.tok(i - 1)
	return (b.UPos == "NOUN" || b.UPos == "PROPN") && !m.isTime(i+1) && !m.isTime(i-1)
}

// roughly reports whether what stands before noun i as a preposition only
// makes its number uncertain: "around a thousand migrants".
func (m *matcher) roughly(i int) bool {
	t := &m.tree
	if t.child(i, "nummod") < 0 {
		return false
	}
	switch t.preposition(i) {
	case "around", "about", "over", "nearly", "some", "up_to", "under", "more_than", "at_least", "almost", "roughly", "approximately":
		return true
	}
	return false
}

// headlineFrame fills f for a verb that the parser took for a noun: what goes
// before it is the subject, what follows without a preposition the object.
func (m *matcher) headlineFrame(i int, f *frame) {
	t := &m.tree
	if t.tok(i).Base() == "compound" {
		f.subj = append(f.subj, subject{i - 1, 0, ownSubject})
		if h := t.head(i); h > i {
			f.obj = append(f.obj, h)
			m.pool(h, f, 0)
		}
		return
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := int(c)
		switch t.tok(k).Base() {
		case "compound", "nsubj", "nmod", "amod", "appos", "obj", "dep", "obl", "conj", "parataxis":
		default:
			continue
		}
		switch {
		case k < i && t.isNoun(k):
			f.subj = append(f.subj, subject{k, 0, ownSubject})
		case k > i && t.preposition(k) != "" && !m.roughly(k):
			m.addPrep(f, k, i, false)
		case k > i && t.isNoun(k):
			f.obj = append(f.obj, k)
		}
	}
	for _, o := range f.obj {
		m.pool(o, f, 0)
	}
}
