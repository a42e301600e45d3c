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

// plight reports whether the clause of token x tells how things stand with
// somebody and not what he does: "are in need", "will face famine", "remain a danger".
func (m *matcher) plight(x int) bool {
	t := &m.tree
	return t.has(x, "cop") || m.f.c.plight.has(t, x) || m.befell(x)
}

// othersDeed reports whether the clause of token x tells what somebody else than
// the parties did, is doing or may do.
func (m *matcher) othersDeed(x int, parties []int) bool {
	if len(parties) == 0 || !m.befell(x) {
		return false
	}
	f := m.frame(x)
	if f.state == frameBusy || f.passive {
		return false
	}
	for _, s := range f.subj {
		if p := m.parties(s.tok, owned).parties; len(p) > 0 {
			return m.foreign(p, parties)
		}
	}
	return false
}

// judges reports whether what a verb of saying tells, in its clause, is what
// somebody is: "was warned that he was a threat".
func (m *matcher) judges(f *frame) bool {
	for _, x := range f.clauses {
		if x.mark != "that" || x.far || !m.plight(x.tok) {
			continue
		}
		if in := m.candidate(x.tok); in != nil && in.p.said && in.code.Type == "ACCUSE" && len(in.recipients) > 0 {
			return true
		}
	}
	return false
}

// befell reports whether the finite clause of token x tells what somebody did,
// is doing or may do, which is no threat to him: "had raised the risk", "is
// massing troops", "could run out of money".
func (m *matcher) befell(x int) bool {
	t := &m.tree
	if m.obliged(x) {
		return false
	}
	if t.tok(x).XPos == "VBD" {
		return t.child(x, "aux") < 0
	}
	for c := t.first[x]; c >= 0; c = t.next[c] {
		k := int(c)
		if t.tok(k).Base() != "aux" {
			continue
		}
		switch t.lemma(k) {
		case "have", "could", "may", "might":
			return true
		case "be":
			return t.gerund(x) && t.tok(k).Rel == "aux" && !m.negated(x)
		}
	}
	return false
}
