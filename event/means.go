package event

// shyOf reports whether verb h says that its subject does not do what gerund v
// tells: "stopped short of condemning", "held back from sending".
func (m *matcher) shyOf(h, v int) bool {
	t := &m.tree
	if !t.gerund(v) {
		return false
	}
	switch t.mark(v) {
	case "of":
		return lower(t.tok(h).Form) == "short" || h+1 < len(t.s.Tokens) && lower(t.tok(h+1).Form) == "short"
	case "from":
		return t.isVerb(h) && t.child(h, "obj") < 0 && !m.passive(h) && m.f.classes["shy-from"].has(t, h)
	}
	return false
}

// byMeans reports whether the infinitive v under verb or noun h tells what
// somebody does with what the verb names: "used a speech to condemn",
// "intervened to prop up", "sent troops to oust"; and returns that verb, or -1.
func (m *matcher) byMeans(v, h int) int {
	t := &m.tree
	if h < 0 || t.mark(v) != "to" {
		return -1
	}
	o := t.child(h, "obj")
	if t.isNoun(h) && t.tok(h).Base() == "obj" {
		o, h = h, t.head(h) // the parser hung it on the object
	}
	if h < 0 || h > v || !t.isVerb(h) || o > v {
		return -1
	}
	switch {
	case m.f.classes["by-means"].has(t, h):
		return h
	case o >= 0 && m.f.classes["send-armed"].has(t, h) && m.f.classes["troops"].has(t, o):
		return h
	}
	return -1
}

// isRank reports whether token i tells a place in a row.
func (t *tree) isRank(i int) bool {
	switch lower(t.tok(i).Form) {
	case "first", "second", "third", "last", "latest", "only", "next":
		return true
	}
	return false
}
