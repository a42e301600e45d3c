package event

// retold reports whether a draft tells what a book, a film or a study is about:
// "the novel recounts the war", "a report that examines how they lost the town".
func (m *matcher) retold(d *draft) bool {
	t := &m.tree
	i := d.trigger
	for steps := 0; i >= 0 && steps < maxClimb; steps++ {
		h := t.head(i)
		if h < 0 {
			return false
		}
		switch t.tok(i).Base() {
		case "obj", "obl", "ccomp", "advcl", "xcomp", "nmod", "conj", "acl":
		default:
			return false
		}
		if m.f.c.work.has(t, h) && t.tok(i).Base() == "nmod" {
			return t.preposition(i) == "about" || t.preposition(i) == "on" && !m.f.c.utterance.has(t, h)
		}
		if t.tok(h).Base() == "nsubj" && m.f.c.work.has(t, h) {
			return false // what the work itself is told to do
		}
		about := t.isVerb(h) && m.f.c.retell.has(t, h) || t.preposition(i) == "about" && (t.lemma(h) == "be" || m.f.c.work.has(t, h))
		if s := t.child(h, "nsubj"); about && s >= 0 && m.f.c.work.has(t, s) {
			return true
		}
		if s := t.child(i, "nsubj"); t.has(i, "cop") && t.preposition(i) == "about" && s >= 0 && m.f.c.work.has(t, s) {
			return true
		}
		i = h
	}
	return false
}

// stockpiled reports whether a draft names a fight that somebody only arms for:
// "arsenals for their next war", "tunnels for an attack".
func (m *matcher) stockpiled(d *draft) bool {
	t := &m.tree
	h := t.head(d.trigger)
	return d.code.Type == "ASSAULT" && t.isNoun(d.trigger) && h >= 0 && t.preposition(d.trigger) == "for" && (m.f.c.arming.has(t, h) || t.isVerb(h) && m.f.c.rearm.has(t, h))
}
