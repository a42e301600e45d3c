package event

// coming reports whether clause i tells of what is to come: "will", "is expected to".
func (m *matcher) coming(i int) bool {
	t := &m.tree
	for steps := 0; i >= 0 && steps < maxClimb; steps++ {
		for c := t.first[i]; c >= 0; c = t.next[c] {
			if k := t.tok(int(c)); k.Base() == "aux" {
				switch lower(k.Form) {
				case "will", "'ll", "’ll", "shall":
					return true
				}
			}
		}
		if b := t.tok(i).Base(); b != "xcomp" && b != "ccomp" && b != "conj" {
			return false
		}
		if i = t.head(i); i >= 0 && (m.f.c.intend.has(t, i) || t.goingTo(i)) {
			return true
		}
	}
	return false
}

// toCome reports whether clause i tells of what is to come, as coming does or in
// somebody's words: "said it would".
func (m *matcher) toCome(i int) bool {
	t := &m.tree
	if h := t.head(i); h >= 0 {
		switch t.tok(i).Base() {
		case "xcomp":
			if t.child(h, "obj") >= 0 || t.child(h, "iobj") >= 0 {
				return false // "will help the army respond"
			}
		case "ccomp":
			if !m.f.c.say.has(t, h) && t.child(i, "aux") < 0 {
				return false // the same, to another parser
			}
		}
	}
	if m.coming(i) {
		return true
	}
	for steps := 0; i >= 0 && steps < maxClimb; steps++ {
		for c := t.first[i]; c >= 0; c = t.next[c] {
			if k := t.tok(int(c)); k.Base() == "aux" {
				switch lower(k.Form) {
				case "would", "'d", "’d":
					told, _ := m.reported(i)
					return told
				}
			}
		}
		if b := t.tok(i).Base(); b != "xcomp" && b != "conj" {
			return false
		}
		i = t.head(i)
	}
	return false
}

// present reports whether the clause of verb v is in the present tense.
func (t *tree) present(v int) bool {
	if x := t.tok(v).XPos; x == "VBZ" || x == "VBP" {
		return true
	}
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if k := t.tok(int(c)); k.Base() == "aux" && (k.XPos == "VBZ" || k.XPos == "VBP") {
			return true
		}
	}
	return false
}
