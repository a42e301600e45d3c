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

// needed reports whether verb h, "need", tells of what somebody needs, so that the
// infinitive behind it tells what for: "the arms it needs to defend itself", "what
// they need to survive", "the strength needed to run it".
func (m *matcher) needed(h int) bool {
	t := &m.tree
	if o := t.child(h, "obj"); o >= 0 && o < h || m.passive(h) {
		return true
	}
	switch t.tok(h).Base() {
	case "acl", "obj":
		return true // the second is the parser's name for it where it hides the object
	case "ccomp":
		// hung on the verb whose object it describes
		s, up := t.child(h, "nsubj"), t.head(h)
		return s >= 0 && up >= 0 && t.mark(h) == "" && !m.f.c.say.has(t, up) && t.child(up, "obj") > up && t.child(up, "obj") < s
	}
	return false
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
			s := t.child(i, "nsubj")
			return s < k || lower(t.tok(k).Form) != "should" || t.tok(len(t.s.Tokens)-1).Form == "?" // "should he attack again": if
		}
	}
	if t.tok(i).Base() == "xcomp" {
		if h := t.head(i); h >= 0 {
			switch t.lemma(h) {
			case "need":
				return t.mark(i) == "to" && !m.needed(h)
			case "have", "ought":
				return t.mark(i) == "to"
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
