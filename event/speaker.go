package event

// readSpeaker gives c the speaker of the clause of token i as its actor.
// Inside quotation marks the sentence need not name him, and in a statement
// whose title does no sentence need.
func (m *matcher) readSpeaker(i int, c *candidate) bool {
	p, told := m.speaker(i)
	if len(p.parties) > 0 {
		m.assign(c, 'A', p)
		c.actorTrust = min(c.actorTrust, 0.95)
		return true
	}
	if m.quoted(i) {
		c.bySpeaker = true
		return true
	}
	if who := m.cast.Authors; len(who) > 0 && !told {
		m.assign(c, 'A', find{who, byOwner})
		return true
	}
	if m.imperative(i) {
		if !m.sought {
			m.sought, m.written = true, m.writer()
		}
		if m.written >= 0 {
			m.assign(c, 'A', find{[]int{m.written}, byOwner})
			return true
		}
	}
	return false
}

// writer returns the entity that says "I" in a text without quotation marks, a
// statement or a letter that is all its own, or -1.
func (m *matcher) writer() int {
	for i := range m.doc.Sentences {
		for k := range m.doc.Sentences[i].Tokens {
			if markOf(m.doc.Sentences[i].Tokens[k].Form) != noQuote {
				return -1
			}
		}
	}
	for e := range m.cast.Entities {
		for _, w := range m.cast.Entities[e].Mentions {
			if k := m.doc.Sentences[w.Sentence].Tokens; w.Head >= 0 && w.Head < len(k) {
				switch lower(k[w.Head].Form) {
				case "i", "my", "me":
					return e
				}
			}
		}
	}
	return -1
}

// speaker returns who says the clause of token i, and whether somebody does.
func (m *matcher) speaker(i int) (find, bool) {
	t := &m.tree
	v := i
	for steps := 0; v >= 0 && steps < maxClimb; steps++ {
		for c := t.first[v]; c >= 0; c = t.next[c] {
			k := int(c)
			if t.tok(k).Base() == "parataxis" && m.f.c.say.has(t, k) {
				return m.saidBy(k)
			}
			if b := t.tok(k).Base(); b == "obl" && t.preposition(k) == "according_to" {
				return m.parties(k, owned), true
			}
		}
		h := t.head(v)
		if h < 0 {
			break
		}
		switch t.tok(v).Base() {
		case "ccomp", "parataxis", "xcomp", "obj", "acl":
			if m.f.c.say.has(t, h) {
				return m.saidBy(h)
			}
			if g := m.toldThem(v); g >= 0 {
				return m.saidBy(g)
			}
		}
		v = h
	}
	return find{}, false
}

// toldThem returns the verb of speech whose content clause v is, where the parser
// hung it on whom it is told: "told reporters that Chad had fired"; -1 if it is none.
func (m *matcher) toldThem(v int) int {
	t := &m.tree
	h := t.head(v)
	if h < 0 || t.tok(v).Rel != "acl" || t.mark(v) != "that" || !t.finite(v) {
		return -1
	}
	if b := t.tok(h).Base(); b != "iobj" && b != "obj" || len(m.at(h)) == 0 {
		return -1
	}
	if g := t.head(h); g >= 0 && t.isVerb(g) && m.f.c.say.has(t, g) {
		return g
	}
	return -1
}

// saidBy returns the parties that are the subject of verb of speech v.
func (m *matcher) saidBy(v int) (find, bool) {
	f := m.frame(v)
	if f.state == frameBusy {
		return find{}, false
	}
	for _, s := range f.subj {
		if p := m.parties(s.tok, owned); len(p.parties) > 0 {
			return p, true
		}
	}
	return find{}, true
}

// quoted reports whether token i stands between quotation marks that open
// before it in the sentence, or in a sentence that a quotation fills.
func (m *matcher) quoted(i int) bool {
	t := &m.tree
	open := false
	for k := range t.s.Tokens {
		switch markOf(t.tok(k).Form) {
		case opening:
			open = true
		case closing:
			open = false
		case eitherEnd:
			open = !open
		}
		if k == i {
			return open
		}
	}
	return false
}
