package event

// imperative reports whether verb i commands: a bare form without a subject
// that opens what somebody says.
func (m *matcher) imperative(i int) bool {
	t := &m.tree
	k := t.tok(i)
	if k.XPos != "VB" || k.UPos != "VERB" {
		return false
	}
	switch k.Base() {
	case "root", "parataxis":
	case "ccomp":
		if h := t.head(i); h < 0 || !m.f.c.say.has(t, h) {
			return false
		}
	default:
		return false
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		switch t.tok(int(c)).Base() {
		case "nsubj", "csubj", "aux", "mark", "expl":
			return false
		}
	}
	if i == 0 {
		return true
	}
	b := t.tok(i - 1)
	return b.UPos == "PUNCT" || lower(b.Form) == "please" || lower(b.Form) == "immediately"
}

// obliged reports whether verb i commands, or stands under a modal of
// obligation (must, should) or "have to", "need to".
func (m *matcher) obliged(i int) bool {
	t := &m.tree
	if m.imperative(i) {
		return true
	}
	if m.inverted(i) {
		return false // "should Iran attack"
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := int(c)
		if t.tok(k).Base() == "aux" && m.f.c.modal.has(t, k) {
			return true
		}
	}
	if t.tok(i).Base() == "xcomp" {
		if h := t.head(i); h >= 0 {
			switch t.lemma(h) {
			case "have", "need", "ought":
				return t.mark(i) == "to" && !(t.lemma(h) == "need" && (t.tok(h).Base() == "acl" || m.passive(h))) // "the strength needed to run it"
			}
		}
	}
	if t.tok(i).Base() == "conj" {
		if h := t.head(i); h >= 0 && t.isVerb(h) && t.child(i, "nsubj") < 0 && t.child(i, "aux") < 0 {
			return t.tok(h).Base() != "conj" && m.obliged(h)
		}
	}
	return false
}
