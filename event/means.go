package event

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
