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
