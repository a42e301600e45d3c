package event

// bench gives passive v, which hangs on what a court orders without a word
// between them, the court for its subject: "a judge ordered the man released".
func (m *matcher) bench(v int, f *frame) {
	t := &m.tree
	h := t.head(v)
	if h >= 0 && t.tok(v).Rel == "acl" && t.tok(h).Base() == "obj" && h < v {
		h = t.head(h)
	} else if t.tok(v).Base() != "xcomp" {
		return
	}
	if h < 0 || h > v || t.mark(v) != "" || !m.f.classes["bench-order"].has(t, h) {
		return
	}
	if s := t.child(h, "nsubj"); s >= 0 && m.is(m.at(s), "JUD") {
		f.subj = append(f.subj, subject{s, 0, controlled})
	}
}
