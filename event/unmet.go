package event

// shyOf reports whether verb h says that its subject does not do what gerund v
// tells: "steered clear of condemning", "held back from sending".
func (m *matcher) shyOf(h, v int) bool {
	t := &m.tree
	if !t.gerund(v) {
		return false
	}
	switch t.mark(v) {
	case "of":
		switch t.beforeMark(v) {
		case "clear", "better":
			return true
		}
	case "from":
		return t.isVerb(h) && t.child(h, "obj") < 0 && !m.passive(h) && m.f.classes["shy-from"].has(t, h)
	}
	return false
}

// unchosen reports whether clause v tells what somebody did not choose to do:
// "instead of condemning", "rather than expel".
func (t *tree) unchosen(v int) bool {
	switch t.mark(v) {
	case "instead_of", "rather_than", "as_opposed_to":
		return true
	case "":
		if t.tok(v).XPos != "VB" && !t.gerund(v) || v == 0 {
			return false
		}
		for k := max(0, v-3); k < v; k++ { // "rather than expel", hung on the other verb
			if lower(t.tok(k).Form) == "rather" && lower(t.tok(k+1).Form) == "than" {
				return true
			}
		}
	}
	return false
}

// ruledOut reports whether verb h rules out, or does not, what the clause of cur
// behind it tells: "refused to rule out using force".
func (m *matcher) ruledOut(h, cur int) bool {
	return cur > h && m.tree.lemma(h) == "rule" && m.particle(h, "out")
}

// almost reports whether an adverb says that verb v all but came about.
func (t *tree) almost(v int) bool {
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Base() == "advmod" {
			switch lower(t.tok(int(c)).Form) {
			case "nearly", "almost", "narrowly":
				return int(c) < v
			}
		}
	}
	return false
}

// beforeMark returns the word before the mark of clause v.
func (t *tree) beforeMark(v int) string {
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Base() == "mark" {
			if c == 0 {
				return ""
			}
			return lower(t.tok(int(c) - 1).Form)
		}
	}
	return ""
}

// none reports whether subject i is nobody: "neither France nor Germany", "none
// of the states".
func (t *tree) none(i int) bool {
	switch lower(t.tok(i).Form) {
	case "none", "neither", "nobody":
		return true
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if lower(t.tok(int(c)).Form) == "neither" && int(c) < i {
			return true
		}
	}
	return false
}
