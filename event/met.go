package event

// met reports whether clause h tells of a meeting or a call and infinitive x of
// what was said there: "spoke with the president to thank him".
func (m *matcher) met(h, x int) bool {
	if h > x || m.tree.mark(x) != "to" || !m.f.c.voice.has(&m.tree, x) {
		return false
	}
	in := m.candidate(h)
	return in != nil && in.code.Type == "CONSULT"
}

// toSay reports whether the infinitive x hangs on a verb of meeting, h, as what
// its subject had to say: "called the president to congratulate him".
func (m *matcher) toSay(h, x int) bool {
	return m.tree.mark(x) == "to" && m.f.c.voice.has(&m.tree, x) && m.f.c.converse.has(&m.tree, h)
}

// attended gives the meeting or call that noun n names, at which or after which
// somebody does something, him for one who took part: "in a call with the
// president, he urged", "told him in a phone call". It must name whom with,
// or be a call in which one is told.
func (m *matcher) attended(n int, f *frame) {
	t := &m.tree
	h := t.head(n)
	if len(f.subj) > 0 || h < 0 || t.tok(n).Base() != "obl" || !t.isVerb(h) || m.passive(h) || !m.f.c.talks.has(t, n) && t.lemma(n) != "call" {
		return
	}
	during := false
	switch t.preposition(n) {
	case "in", "at", "during", "on", "by":
		during = true
	case "after", "following", "before", "ahead_of":
	default:
		return
	}
	with := -1
	for c := t.first[n]; c >= 0; c = t.next[c] {
		if p := t.preposition(int(c)); t.tok(int(c)).Base() == "nmod" && (p == "with" || p == "to") && len(m.at(int(c))) > 0 {
			with = int(c)
		}
	}
	if with < 0 && during && (m.f.c.say.has(t, h) || m.f.c.voice.has(t, h)) {
		for _, rel := range [2]string{"iobj", "obj"} {
			if o := t.child(h, rel); o >= 0 && m.is(m.at(o), "PERSON") {
				with = o
				f.preps = append(f.preps, prepArg{"with", o, true})
				break
			}
		}
	}
	if with < 0 {
		return
	}
	m.subjectOf(h, 1, controlled, func(tok int, rank, _ uint8) {
		if rank == 0 && tok != with {
			f.subj = append(f.subj, subject{tok, 0, remote})
		}
	})
}

// callsNames reports whether verb i tells what somebody is called, and not that
// he was spoken to: "called him “a clown”", "calls the senator a liar", "calls his
// idea stupid", and in headlines "calls Smith risk to peace".
func (m *matcher) callsNames(i int) bool {
	t := &m.tree
	if t.lemma(i) != "call" || m.passive(i) {
		return false
	}
	o := t.child(i, "obj")
	if o < i {
		return false
	}
	if len(m.at(o)) == 0 && (t.possessor(o) >= 0 || t.tok(o).UPos == "NOUN" && t.child(o, "det") < 0) {
		return true
	}
	if x := t.child(i, "xcomp"); x > o && !m.toSay(i, x) {
		return true
	}
	end := o
	for k := o + 1; k < len(t.s.Tokens) && t.under(k, o); k++ {
		switch t.tok(k).Base() {
		case "flat", "compound", "appos", "nmod":
			end = k
		}
		if opensQuote(t.tok(k).Form) {
			break
		}
	}
	if k := end + 1; k < len(t.s.Tokens) {
		switch lower(t.tok(k).Form) {
		case "a", "an", "the":
			return true
		}
	}
	for k := o + 1; k < len(t.s.Tokens); k++ {
		switch f := t.tok(k).Form; {
		case opensQuote(f):
			return t.under(k, i) || k <= end+3
		case f == ",", f == ";":
			return false
		}
	}
	return false
}
