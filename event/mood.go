package event

// indicative reports whether the clause with head i says what is, not what
// shall be: "suggested that the state is in danger".
func (m *matcher) indicative(i int) bool {
	t := &m.tree
	if t.goingTo(i) {
		return false
	}
	finite := t.tok(i).XPos == "VBZ" || t.tok(i).XPos == "VBD"
	for c := t.first[i]; c >= 0; c = t.next[c] {
		switch k := t.tok(int(c)); k.Base() {
		case "aux", "cop":
			switch k.XPos {
			case "MD":
				return false
			case "VBZ", "VBD", "VBP":
				finite = true
			}
		}
	}
	return finite
}

// chance reports whether the clause with head i tells what may be: "could run out".
func (m *matcher) chance(i int) bool { return m.tree.auxiliaryOf(i, m.f.c.chance) }

// supposed reports whether clause i tells what is thought likely or possible, not
// what is to be done: "suggested that Trump would unite Britain against him".
func (m *matcher) supposed(i int) bool {
	return m.chance(i) || m.tree.auxiliaryOf(i, m.f.c.outlook) || m.tree.goingTo(i)
}

// goingTo reports whether verb i is the "going" of what is to come: "is going to rain".
func (t *tree) goingTo(i int) bool {
	x := t.child(i, "xcomp")
	return x > i && t.lemma(i) == "go" && t.gerund(i) && t.mark(x) == "to"
}

// auxiliaryOf reports whether verb i has an auxiliary of the class.
func (t *tree) auxiliaryOf(i int, class wordClass) bool {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Base() == "aux" && class.has(t, int(c)) {
			return true
		}
	}
	return false
}
