package event

// onCondition reports whether what token i tells stands, however deep, in a
// clause of condition: "if a strike on Syria threatened them", where no strike
// is told. Relative clauses and what happened before, after or during something
// else are told all the same.
func (m *matcher) onCondition(i int) bool {
	t := &m.tree
	for n := 0; i >= 0 && n < maxClimb; n++ {
		switch k := t.tok(i); k.Base() {
		case "advcl":
			if m.inverted(i) {
				return true
			}
			switch t.mark(i) {
			case "if", "unless", "in_case":
				return true
			case "after", "before", "since", "while", "because", "when", "as", "although", "though":
				return false
			case "in":
				if t.gerund(i) {
					return false // "if they persist in attacking"
				}
			}
		case "acl":
			if k.Rel == "acl:relcl" {
				return false
			}
		case "obl", "nmod":
			if m.contingent(i) {
				return true
			}
			if isCircumstance(t.preposition(i)) {
				return false
			}
		case "parataxis":
			return false
		}
		i = t.head(i)
	}
	return false
}

// contingent reports whether noun i stands for a condition: "in case of an
// attack", "in the event of a war".
func (m *matcher) contingent(i int) bool {
	t := &m.tree
	switch t.preposition(i) {
	case "in_case_of", "in_the_case_of", "in_event_of", "in_the_event_of":
		return true
	case "in":
		if l := t.lemma(i); l != "case" && l != "event" {
			return false
		}
		of := t.child(i, "nmod")
		return of > i && t.preposition(of) == "of"
	}
	return false
}

// inverted reports whether verb i opens a condition without a word for it, by
// "should" before all else: "should Iran attack".
func (m *matcher) inverted(i int) bool {
	t := &m.tree
	a := t.child(i, "aux")
	return a >= 0 && a+1 < i && a == int(t.first[i]) && lower(t.tok(a).Form) == "should" && t.tok(i).Base() == "advcl"
}

// underCondition returns the subject of verb i, if it heads a condition, "if
// Iran attacks", "should Iran attack"; or -1.
func (m *matcher) underCondition(i int) int {
	t := &m.tree
	if t.tok(i).Base() != "advcl" || m.passive(i) {
		return -1
	}
	s := t.child(i, "nsubj")
	switch mark := t.mark(i); {
	case mark == "if", mark == "unless":
		return s
	case !m.inverted(i):
		return -1
	case s < 0:
		return t.child(i, "compound") // to which a parser takes it
	}
	return s
}

// provoker returns who would bring about what a threat is held out for: the
// subject of the condition under which it is to come, "will strike if Israel
// attacks", unless that is the one who threatens or an undergoer.
func (m *matcher) provoker(d *draft) []int {
	t := &m.tree
	if m.foretold(d) {
		return nil
	}
	v := m.clauseVerb(d.trigger)
	for n := 0; v >= 0 && n < maxClimb; n++ {
		for c := t.first[v]; c >= 0; c = t.next[c] {
			s := m.underCondition(int(c))
			if s < 0 {
				continue
			}
			if p := m.parties(s, owned).parties; len(p) > 0 && !m.stateless(p) && m.foreign(p, d.actors) {
				return without(p, d.actors)
			}
		}
		if b := t.tok(v).Base(); b != "conj" && b != "xcomp" {
			break
		}
		v = t.head(v)
	}
	return nil
}

// inquiry reports whether verb i asks a question rather than for something: it
// has a clause that opens with a question word, or the question itself.
func (m *matcher) inquiry(i int) bool {
	t := &m.tree
	if t.lemma(i) != "ask" {
		return false
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := int(c)
		switch t.tok(k).Base() {
		case "ccomp", "advcl", "parataxis", "xcomp", "obj":
		default:
			continue
		}
		if k < i {
			if t.tok(k).Base() == "ccomp" && m.asked(k) {
				return true // "“Is it so?” he asked"
			}
			continue
		}
		for j := i + 1; j < len(t.s.Tokens); j++ {
			if !t.under(j, k) {
				continue
			}
			if t.tok(j).UPos == "PUNCT" {
				continue
			}
			if m.f.c.questioning.has(t, j) {
				return true
			}
			break
		}
	}
	return false
}
