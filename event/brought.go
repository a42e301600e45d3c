package event

// brought reports whether the infinitive cur, hung on h as a purpose, tells what
// came about: "was quick to condemn", "saw fit to expel", "found it right to
// leave", "went so far as to arrest", "used the summit to accuse".
func (m *matcher) brought(h, cur int) bool {
	t := &m.tree
	if g := m.measured(h); g != h {
		return !m.negated(g)
	}
	if !t.isVerb(h) {
		return t.tok(h).UPos == "ADJ" && m.f.classes["prompt"].has(t, h) && !m.negated(h)
	}
	if m.negated(h) {
		return false
	}
	switch x := t.child(h, "xcomp"); t.lemma(h) {
	case "go":
		a := t.child(h, "advmod")
		return a >= 0 && a < cur && t.lemma(a) == "far"
	case "see":
		return x >= 0 && x < cur && t.lemma(x) == "fit"
	case "find", "deem", "think", "consider", "feel":
		o := t.child(h, "obj")
		return o >= 0 && x > o && x < cur && lower(t.tok(o).Form) == "it" && t.tok(x).UPos == "ADJ" && m.f.classes["fitting"].has(t, x)
	}
	o := t.child(h, "obj")
	return o >= 0 && o < cur && m.atOccasion(o, h)
}

// atOccasion reports whether noun o is what verb h uses as the time and place of
// doing what an infinitive behind it tells: "used the summit to", "took the
// opportunity to".
func (m *matcher) atOccasion(o, h int) bool {
	return h >= 0 && m.f.classes["seizing"].has(&m.tree, h) && m.f.classes["occasion"].has(&m.tree, o) && !m.negated(h)
}

// nearly reports whether cur, which hangs on h by "of" or "to", only almost came
// about: "stopped short of condemning", "came close to expelling", "on the verge
// of leaving".
func (m *matcher) nearly(h, cur int) bool {
	t := &m.tree
	if p := t.mark(cur); !t.gerund(cur) || p != "of" && p != "to" {
		return false
	}
	if m.f.classes["nearly"].has(t, h) {
		return t.tok(h).UPos != "VERB"
	}
	for c := t.first[h]; c >= 0 && int(c) < cur; c = t.next[c] {
		if k := t.tok(int(c)); (k.Base() == "advmod" || k.Base() == "xcomp") && int(c) > h && m.f.classes["nearly"].has(t, int(c)) {
			return true
		}
	}
	return false
}

// measured returns the verb whose subject does what hangs on h, a measure or a
// judgement of the doing: "went so far as to arrest", "found it right to leave",
// "wasted no time in condemning"; else h itself.
func (m *matcher) measured(h int) int {
	t := &m.tree
	g := t.head(h)
	if g < 0 || !t.isVerb(g) {
		return h
	}
	switch o := t.child(g, "obj"); {
	case t.lemma(h) == "far" && t.lemma(g) == "go",
		o == h && (t.losesTime(h, g) || m.atOccasion(h, g)),
		o >= 0 && o < h && lower(t.tok(o).Form) == "it" && t.lemma(g) != "make" && t.tok(h).Base() == "xcomp" && m.f.classes["fitting"].has(t, h):
		return g
	}
	return h
}

// losesTime reports whether "no" before object o of verb h only says that no
// time went by: "wasted no time in condemning".
func (t *tree) losesTime(o, h int) bool {
	switch t.lemma(o) {
	case "time", "effort", "expense", "opportunity", "chance", "moment":
		switch t.lemma(h) {
		case "waste", "lose", "spare", "miss":
			return true
		}
	}
	return false
}

// ranked reports whether noun i is one by its place in a row, whose infinitive
// tells what it did: "the first country to".
func (m *matcher) ranked(i int) bool {
	t := &m.tree
	if t.isRank(i) {
		return true // "the first in Asia to"
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := t.tok(int(c))
		if k.XPos == "JJS" || t.isRank(int(c)) {
			return true
		}
		if n := len(k.Form); n > 2 && k.Form[0] >= '0' && k.Form[0] <= '9' && (k.Form[n-2:] == "th" || k.Form[n-2:] == "st" || k.Form[n-2:] == "nd" || k.Form[n-2:] == "rd") {
			return true
		}
	}
	return false
}

// predicateOf returns the noun that is said of noun i, or of the one that i is one
// of, where it is a party: "Chad" of "the first to sign was Chad", "one of the few to
// sign was Chad"; or -1.
func (m *matcher) predicateOf(i int) int {
	t := &m.tree
	if h := t.head(i); h >= 0 && t.tok(i).Base() == "nmod" && t.preposition(i) == "of" && t.lemma(h) == "one" {
		i = h
	}
	h := t.head(i)
	if h < 0 || t.tok(i).Base() != "nsubj" || !t.isNoun(h) || !t.has(h, "cop") || len(m.at(h)) == 0 {
		return -1
	}
	return h
}

// isRank reports whether token i tells a place in a row.
func (t *tree) isRank(i int) bool {
	switch lower(t.tok(i).Form) {
	case "first", "second", "third", "last", "latest", "only", "next", "few":
		return true
	}
	return false
}
