package event

import "slices"

// nounFrame fills f with the arguments of noun n.
func (m *matcher) nounFrame(n int, f *frame) {
	t := &m.tree
	rank := uint8(0)
	if patient, ok := m.undergone(n); ok {
		m.undergoneFrame(n, patient, f)
		return
	}
	m.agents(n, 0, func(tok int, kind uint8) { f.subj = append(f.subj, subject{tok, rank, kind}) })
	if s := t.broughtTo(n); s >= 0 && len(f.subj) == 0 {
		f.subj = append(f.subj, subject{s, rank, ownSubject})
	}
	m.attended(n, f)
	m.pool(n, f, 0)
	m.rightBehind(n, f)
	m.loaded(n, f)
	m.support(n, 0, func(int, int) {}, func(v int) {
		for c := t.first[v]; c >= 0; c = t.next[c] {
			i := int(c)
			if b := t.tok(i).Base(); b == "obl" && t.tok(i).Rel != "obl:agent" && i != n {
				if p := t.preposition(i); p != "" {
					f.preps = append(f.preps, prepArg{p, i, true})
				}
			}
		}
	})
	if h := t.head(n); h >= 0 && t.tok(n).Base() == "nsubj" && m.f.c.occur.has(t, h) && !m.passive(h) && t.child(h, "obj") < 0 {
		for c := t.first[h]; c >= 0; c = t.next[c] {
			if i := int(c); t.tok(i).Base() == "obl" {
				switch p := t.preposition(i); p {
				case "between", "among", "with", "against":
					f.preps = append(f.preps, prepArg{p, i, true}) // "clashes erupt in Nepal between"
				}
				for d := t.first[i]; d >= 0; d = t.next[d] {
					if p := t.preposition(int(d)); t.tok(int(d)).Base() == "nmod" && (p == "between" || p == "among") {
						f.preps = append(f.preps, prepArg{p, int(d), true}) // hung on the place
					}
				}
			}
		}
	}
	// A modifier that names a second party: "Israel's Gaza offensive".
	m.modifiers(n, func(tok int) {
		for _, s := range f.subj {
			if s.tok == tok {
				return
			}
		}
		f.obj = append(f.obj, tok)
	})
}

// rightBehind adds to the arguments of noun n those whose preposition stands right
// behind it although they hang on its governor: "renewed his attacks on Roe",
// "a readout of talks with Chad".
func (m *matcher) rightBehind(n int, f *frame) {
	t := &m.tree
	h := t.head(n)
	if h < 0 {
		return
	}
	rel := "obl"
	switch t.tok(n).Base() {
	case "obj", "nsubj", "obl":
		if !t.isVerb(h) {
			return
		}
	case "nmod":
		rel = "nmod"
	default:
		return
	}
	for c := t.first[h]; c >= 0; c = t.next[c] {
		i := int(c)
		if t.tok(i).Rel != rel || t.child(i, "case") != n+1 {
			continue
		}
		if p := t.preposition(i); p != "" {
			f.preps = append(f.preps, prepArg{p, i, true})
		}
	}
}

// broughtTo returns who is at a place for what noun n tells, or -1: "the minister
// is in Moscow for talks with".
func (t *tree) broughtTo(n int) int {
	h := t.head(n)
	if h < 0 || t.preposition(n) != "for" || !t.has(h, "cop") || t.tok(h).UPos != "PROPN" {
		return -1
	}
	if p := t.preposition(h); p != "in" && p != "at" {
		return -1
	}
	return t.child(h, "nsubj")
}

// loaded adds to the arguments of noun n what hangs on a sum or a load behind
// its "of": "a contribution of 10 million dollars to Malawi".
func (m *matcher) loaded(n int, f *frame) {
	t := &m.tree
	of := m.behindOf(n)
	if of < 0 || !m.f.classes["money"].has(t, of) && !m.f.classes["support-goods"].has(t, of) {
		return
	}
	for c := t.first[of]; c >= 0; c = t.next[c] {
		switch p := t.preposition(int(c)); p {
		case "to", "for", "from":
			if t.tok(int(c)).Base() == "nmod" {
				f.preps = append(f.preps, prepArg{p, int(c), true})
			}
		}
	}
}

// undergone returns to whom is done what noun n tells, where the words around
// it make that the subject: "the town is under attack by rebels", "a city under
// siege", "two men in Turkish custody", "came under criticism from Spain", "drew a rebuke from Iran".
func (m *matcher) undergone(n int) (patient int, ok bool) {
	t := &m.tree
	h := t.head(n)
	k := t.tok(n)
	patient = -1
	subject := func(v int) {
		m.subjectOf(v, 1, controlled, func(tok int, rank, _ uint8) {
			if rank == 0 && patient < 0 {
				patient = tok
			}
		})
	}
	owner, by := t.possessor(n), t.byPhrase(n)
	switch {
	case owner >= 0 && !m.isTime(owner) && m.behindOf(n) < 0 && (by >= 0 && !m.isTime(by) || m.f.c.inflicted.has(t, n)):
		patient = owner // "Crimea's annexation by Russia", "the pastor's arrest"
	case t.preposition(n) == "of" && h >= 0 && m.f.c.undergoer.has(t, h) && m.behindOf(n) < 0:
		switch g := t.head(h); {
		case t.has(h, "cop"):
			patient = t.child(h, "nsubj") // "is the target of an attack by"
		case g >= 0 && t.tok(h).Base() == "appos":
			patient = g
		case g >= 0 && t.isVerb(g) && t.lemma(g) == "become":
			subject(g)
		}
	case t.preposition(n) == "with" && h >= 0 && t.isVerb(h) && t.participle(h) && m.f.c.undergo.has(t, h):
		subject(h) // "faced with threats from Chad"
	case t.preposition(n) == "under", t.preposition(n) == "in" && m.f.c.confinement.has(t, n):
		switch {
		case t.has(n, "cop"):
			patient = t.child(n, "nsubj")
		case h < 0:
		case t.isVerb(h) && m.f.c.placing.has(t, h):
			if patient = t.child(h, "obj"); patient < 0 && m.passive(h) {
				patient = t.child(h, "nsubj")
			}
		case t.isVerb(h) && k.Base() == "obl" && (m.f.c.enter.has(t, h) || m.f.c.dwell.has(t, h)) && !m.passive(h):
			subject(h)
		case t.isNoun(h) && k.Base() == "nmod":
			patient = h
		}
	case h >= 0 && k.Base() == "obj" && t.isVerb(h) && m.f.c.undergo.has(t, h):
		subject(h)
	}
	return patient, patient >= 0 && patient != n
}

// undergoneFrame fills f for noun n, which patient undergoes: who does it
// stands behind "from" or "by", or before the noun.
func (m *matcher) undergoneFrame(n, patient int, f *frame) {
	t := &m.tree
	f.patient = patient
	places := [2]int{n, t.head(n)}
	for _, h := range places {
		if h < 0 || h != n && (!t.isVerb(h) || t.possessor(n) == patient) {
			continue
		}
		for c := t.first[h]; c >= 0; c = t.next[c] {
			i := int(c)
			if b := t.tok(i).Base(); b != "nmod" && b != "obl" || i == n || m.isTime(i) {
				continue
			}
			switch p := t.preposition(i); p {
			case "from", "by":
				f.subj = append(f.subj, subject{i, 0, ownSubject})
				f.preps = append(f.preps, prepArg{p, i, h != n})
			case "at":
				if of := m.behindOf(i); of >= 0 && m.f.c.hands.has(t, i) {
					f.subj = append(f.subj, subject{of, 0, ownSubject}) // "at the hands of rebels"
				}
			}
		}
	}
	if len(f.subj) == 0 {
		m.carriedOut(n, func(tok, _ int) { f.subj = append(f.subj, subject{tok, 0, ownSubject}) }, nil)
	}
	if len(f.subj) == 0 && t.possessor(n) != patient {
		m.modifiers(n, func(tok int) { f.subj = append(f.subj, subject{tok, 0, modifier}) })
	}
	for _, p := range [...]string{"on", "against", "of"} {
		f.preps = append(f.preps, prepArg{p, patient, false})
	}
	m.pool(n, f, 0)
}

// factive reports whether a draft tells of somebody's refusal to do something, which
// whoever speaks of it takes for a fact: "Britain's refusal to join the strikes".
func (m *matcher) factive(d *draft) bool {
	t := &m.tree
	if d.code.Type != "REJECT" || t.lemma(d.trigger) != "refusal" || len(d.actors) == 0 || m.stateless(d.actors) || t.possessor(d.trigger) < 0 {
		return false
	}
	v := t.child(d.trigger, "acl")
	return v >= 0 && t.mark(v) == "to"
}

// presupposed reports whether a draft of an act done to nobody, told by a noun
// behind "after" or "following", is so told that it took place: "after the withdrawal of
// the last rebels".
func (m *matcher) presupposed(d *draft) bool {
	if m.factive(d) {
		return true
	}
	if b := m.tree.tok(d.trigger).Base(); d.code.Type != "RETREAT" && d.code.Type != "PROTEST" || b != "obl" && b != "nmod" || len(d.actors) == 0 || m.stateless(d.actors) {
		return false
	}
	switch m.tree.preposition(d.trigger) {
	case "after", "following":
		return !slices.Contains(d.code.Modes, "ceasefire")
	}
	return false
}
