package event

// whoseDoing returns the subject of the clause that tells what token i, "what",
// is, or -1.
func (m *matcher) whoseDoing(i int) int {
	t := &m.tree
	if t.tok(i).UPos != "PRON" || lower(t.tok(i).Form) != "what" {
		return -1
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if v := int(c); t.tok(v).Base() == "acl" && t.isVerb(v) {
			return t.child(v, "nsubj")
		}
	}
	return -1
}

// summedUp returns the subject of the clause that token i, a noun such as
// decision or policy without an owner of its own, sums up or that tells whose
// it is: "Egypt will send envoys, a decision hailed by", "Egypt has a policy of";
// or -1.
func (m *matcher) summedUp(i int) int {
	t := &m.tree
	if !m.f.c.summary.has(t, i) || m.doneBy(i) {
		return -1
	}
	h := t.head(i)
	if h < 0 {
		return -1
	}
	switch t.tok(i).Base() {
	case "obj":
		if !t.isVerb(h) || !m.f.c.owning.has(t, h) {
			return -1
		}
	case "appos", "parataxis", "dep", "conj":
		if i < 2 || !m.setOff(i, h) {
			return -1
		}
		for steps := 0; steps < maxClimb && !t.finite(h) && !t.has(h, "cop"); steps++ {
			if h = t.head(h); h < 0 {
				return -1
			}
		}
	default:
		return -1
	}
	if m.passive(h) {
		return -1
	}
	out := -1
	m.subjectOf(h, 1, controlled, func(tok int, rank, _ uint8) {
		if out < 0 && rank == 0 && tok != i && !t.under(tok, i) {
			out = tok
		}
	})
	return out
}

// setOff reports whether noun i stands behind a comma or dash, with an article
// or nothing of its own before it, after token h.
func (m *matcher) setOff(i, h int) bool {
	t := &m.tree
	if h > i {
		return false
	}
	for k := i - 1; k > h; k-- {
		if t.under(k, i) && t.head(k) == i && t.tok(k).UPos != "PUNCT" {
			continue
		}
		switch t.tok(k).Form {
		case ",", "–", "—", "-":
			return true
		}
		if !t.under(k, i) {
			return false
		}
	}
	return false
}

// doneBy reports whether noun i tells itself whose it is.
func (m *matcher) doneBy(i int) bool {
	t := &m.tree
	if t.possessor(i) >= 0 || t.byPhrase(i) >= 0 {
		return true
	}
	named := false
	m.modifiers(i, func(int) { named = true })
	return named
}
