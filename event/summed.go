package event

// giver returns the subject of the relative clause that tells by a support verb
// whose the deed is that noun i names, "the support that Germany gave", "the
// decision Turkey took"; or -1.
func (m *matcher) giver(i int) int {
	t := &m.tree
	if !m.done(i) {
		return -1
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		v := int(c)
		if t.tok(v).Rel != "acl:relcl" || !t.isVerb(v) || m.passive(v) || !m.f.c.support.has(t, v) && !m.f.c.commit.has(t, v) {
			continue
		}
		if s := t.child(v, "nsubj"); s >= 0 && !t.isRelative(s) {
			return s
		}
	}
	return -1
}

// done reports whether noun i names something that somebody does or gives.
func (m *matcher) done(i int) bool {
	t := &m.tree
	return t.isNoun(i) && (m.f.c.summing.has(t, i) || m.f.c.deed.has(t, i) || m.f.c.favour.has(t, i))
}

// summed returns who did what noun i, set behind a clause, sums it up as: "Turkey
// recalled its envoy, a move condemned by Denmark".
func (m *matcher) summed(i int) find {
	t := &m.tree
	if !m.f.c.summing.has(t, i) {
		return find{}
	}
	switch t.tok(i).Base() {
	case "appos", "parataxis", "dep", "list", "conj":
	default:
		return find{}
	}
	d := t.child(i, "det")
	if d < 1 || t.tok(d-1).Form != "," && t.tok(d-1).UPos != "PUNCT" || t.has(i, "cop") || t.has(i, "nsubj") {
		return find{}
	}
	for v, n := t.head(i), 0; v >= 0 && n < maxClimb; v, n = t.head(v), n+1 {
		if v > i || !t.isVerb(v) || !t.finite(v) {
			continue
		}
		f := m.frame(v)
		if f.state == frameBusy {
			return find{}
		}
		for _, s := range f.subj {
			if t.under(i, s.tok) {
				continue // whose words do not sum up what they are part of
			}
			if p := m.parties(s.tok, owned); len(p.parties) > 0 {
				p.trust = min(p.trust, byOwner)
				return p
			}
		}
		return find{}
	}
	return find{}
}

// nounTakenForVerb reports whether token i behind support verb v is its object,
// which the parser took for a verb: "paid tribute to".
func (m *matcher) nounTakenForVerb(v, i int) bool {
	t := &m.tree
	k := t.tok(i)
	return k.Base() == "xcomp" && i == v+1 && k.UPos == "VERB" && (k.XPos == "VB" || k.XPos == "VBP") &&
		t.mark(i) == "" && t.child(i, "obj") < 0 && m.f.c.support.has(t, v)
}

// addPhrases adds to f, the frame of v, the phrases that hang on token i.
func (m *matcher) addPhrases(f *frame, i, v int) {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Base() == "obl" {
			m.addPrep(f, int(c), v, false)
		}
	}
}

// withOthers adds to the owners of agreement i those with whom it is made: "the
// deal of the European Union with Turkey".
func (m *matcher) withOthers(i int, f find) find {
	t := &m.tree
	if !m.f.c.agreement.has(t, i) || len(f.parties) == 0 {
		return f
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if k := int(c); t.tok(k).Base() == "nmod" && t.preposition(k) == "with" {
			if p := m.parties(k, named); m.foreign(p.parties, f.parties) {
				f.parties = union(f.parties, p.parties)
			}
		}
	}
	return f
}

// refersBack reports whether noun i, of which nobody is told to be the doer,
// names a deed told of before: "the move", "this decision".
func (m *matcher) refersBack(i int) bool {
	t := &m.tree
	if !m.f.c.summing.has(t, i) || !t.isNoun(i) {
		return false
	}
	def := false
	for c := t.first[i]; c >= 0; c = t.next[c] {
		switch k := t.tok(int(c)); k.Base() {
		case "det":
			w := lower(k.Form)
			def = w == "the" || w == "this" || w == "these" || w == "such"
		case "nmod", "acl", "appos", "nmod:poss", "compound":
			return false // which says more of it
		}
	}
	return def
}

// toldOf returns who did what was told last before the sentence, at most two
// sentences back, where others than the actors did: whose the move is that they
// condemn or welcome.
func (r *reading) toldOf(actors []int) []int {
	m := r.m
	for k := len(r.events) - 1; k >= 0 && m.sentence-r.events[k].Sentence <= 2; k-- {
		e := &r.events[k]
		switch e.Type {
		case "ACCUSE", "REQUEST", "CONSULT", "SUPPORT":
			continue
		}
		if len(e.Actors) == 0 || m.stateless(e.Actors) {
			continue
		}
		if !m.foreign(e.Actors, actors) {
			if p := without(e.Actors, actors); m.politicians(e.Actors) && m.politicians(actors) && len(p) > 0 {
				return p // a minister who objects to his president's move
			}
			return nil
		}
		return e.Actors
	}
	return nil
}
