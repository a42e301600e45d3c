package event

import "slices"

// agents yields the tokens that stand for who does what noun n tells: its
// possessor, agent, the subject of its support verb, its modifiers.
func (m *matcher) agents(n, steps int, yield func(tok int, kind uint8)) {
	t := &m.tree
	if steps > maxClimb {
		return
	}
	found := false
	out := func(tok int, kind uint8) { found = true; yield(tok, kind) }
	if t.has(n, "cop") {
		s := t.child(n, "nsubj")
		if s < 0 {
			s = m.outOfSpeech(n)
		}
		if s >= 0 {
			out(s, controlled)
			return
		}
	}
	if p := t.possessor(n); p >= 0 && !m.isTime(p) {
		out(p, ownSubject)
		return
	}
	if h := t.head(n); h >= 0 && t.preposition(n) == "of" && m.f.c.portion.has(t, h) && t.has(h, "cop") && t.preposition(h) == "behind" {
		m.agents(h, steps+1, out) // "was behind a string of attacks"
		if found {
			return
		}
	}
	if h := m.answerable(n); h >= 0 && steps < maxClimb {
		m.subjectOf(h, steps+1, controlled, func(tok int, rank, _ uint8) {
			if rank == 0 {
				out(tok, controlled)
			}
		})
		if found {
			return
		}
	}
	if h := t.head(n); h >= 0 && t.preposition(n) == "of" && t.isNoun(h) && m.f.c.outset.has(t, h) {
		m.agents(h, steps+1, out) // "announced the launch of an assault"
		if found {
			return
		}
	}
	for c := t.first[n]; c >= 0; c = t.next[c] {
		i := int(c)
		if b := t.tok(i).Base(); b == "nmod" || b == "obl" {
			switch t.preposition(i) {
			case "by":
				out(i, ownSubject)
			case "of", "on", "against", "at", "in":
				if b := t.byPhrase(i); b >= 0 {
					out(b, ownSubject) // hung too low: "expulsion of envoys by Canada"
				}
			}
		}
	}
	if found {
		return
	}
	for c := t.first[n]; c >= 0; c = t.next[c] {
		i := int(c)
		m.ascribed(i, out)
		if t.tok(i).Base() != "nmod" || i < n {
			continue
		}
		for d := t.first[i]; d >= 0; d = t.next[d] {
			if t.tok(int(d)).Rel == "acl:relcl" {
				m.ascribed(int(d), out) // "the killing of a judge that was claimed by rebels"
			}
		}
	}
	if found {
		return
	}
	if o := m.setOffBy(n); o >= 0 {
		out(o, ownSubject)
		return
	}
	m.support(n, steps, func(tok int, v int) { out(tok, controlled) }, nil)
	if found {
		return
	}
	if v := m.besides(n); v >= 0 {
		m.subjectOf(v, steps+1, controlled, func(tok int, rank, _ uint8) {
			if rank == 0 {
				out(tok, controlled)
			}
		})
		if found {
			return
		}
	}
	m.modifiers(n, func(tok int) { out(tok, modifier) })
	if !found && t.tok(n).Base() == "conj" {
		if h := t.head(n); h >= 0 && t.isNoun(h) && (t.tok(h).Base() != "nmod" || len(m.f.index[t.lemma(h)]) > 0) {
			of := m.behindOf(h) // to whom the other deed is done: "the diversion of a flight and arrest of its crew"
			m.agents(h, steps+1, func(tok int, kind uint8) {
				if of < 0 || !t.under(tok, of) {
					yield(tok, sharedByConj)
				}
			})
		}
	}
}

// answerable returns the word that says of its subject that he is responsible for the
// deed that noun n tells: "the two are responsible for the bombing of schools"; -1
// without one.
func (m *matcher) answerable(n int) int {
	t := &m.tree
	h := t.head(n)
	if h < 0 || t.preposition(n) != "for" || !m.f.classes["answerable"].has(t, h) || !t.has(h, "cop") {
		return -1
	}
	return h
}

// ascribed yields those to whom verb v, a participle or passive clause behind the
// noun for a deed, lays it: "a bombing blamed on rebels".
func (m *matcher) ascribed(v int, yield func(tok int, kind uint8)) {
	t := &m.tree
	rel := t.tok(v).Rel
	if !m.f.c.ascribe.has(t, v) || !t.participle(v) || rel != "acl" && !(rel == "acl:relcl" && m.passive(v)) {
		return
	}
	for d := t.first[v]; d >= 0; d = t.next[d] {
		switch p := t.preposition(int(d)); {
		case t.tok(int(d)).Base() != "obl":
		case p == "to" || p == "on" || p == "by":
			yield(int(d), ownSubject)
		}
	}
}

// besides returns the verb whose subject took part in the talks, a call or a
// meeting "with" another, that noun n tells, where they only say when or where
// it did something else: "after a telephone conversation with his colleague,
// Lavrov said"; -1 without one.
func (m *matcher) besides(n int) int {
	t := &m.tree
	if !m.f.c.talks.has(t, n) || t.tok(n).Base() != "obl" && t.tok(n).Base() != "nmod" {
		return -1
	}
	switch t.preposition(n) {
	case "after", "following", "during", "at", "in", "on", "upon", "since":
	default:
		return -1
	}
	with := false
	for c := t.first[n]; c >= 0; c = t.next[c] {
		with = with || t.tok(int(c)).Base() == "nmod" && t.preposition(int(c)) == "with"
	}
	v := t.head(n)
	if !with || v < 0 || !t.isVerb(v) || m.passive(v) {
		return -1
	}
	return v
}

// setOffBy returns who is told to have set off or sent weapon n, or whence it
// came, by what stands behind it: "a bomb left by rebels", "a rocket launched
// from Gaza", "mortars from the militia"; or -1.
func (m *matcher) setOffBy(n int) int {
	t := &m.tree
	if !m.f.c.weapon.has(t, n) {
		return -1
	}
	for c := t.first[n]; c >= 0; c = t.next[c] {
		v := int(c)
		if t.tok(v).Base() == "nmod" && t.preposition(v) == "from" && m.is(m.at(v), "ARMED") {
			return v
		}
		if t.tok(v).Rel != "acl" || !t.participle(v) || !m.f.c.setOff.has(t, v) {
			continue
		}
		if a := t.agent(v); a >= 0 {
			return a
		}
		for d := t.first[v]; d >= 0; d = t.next[d] {
			if k := int(d); t.tok(k).Base() == "obl" && t.preposition(k) == "from" && len(m.at(k)) > 0 && !m.nowhere(m.at(k)) {
				return k
			}
		}
	}
	return -1
}

// byPhrase returns the noun behind "by" that hangs on noun n, or -1.
func (t *tree) byPhrase(n int) int {
	for c := t.first[n]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Base() == "nmod" && t.preposition(int(c)) == "by" {
			return int(c)
		}
	}
	return -1
}

// possessor returns the possessor of noun n, the last if a parser gave it
// several, or -1.
func (t *tree) possessor(n int) int {
	last := -1
	for c := t.first[n]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Rel == "nmod:poss" {
			last = max(last, int(c))
		}
	}
	return last
}

// modifiers yields the modifiers of noun n that name somebody.
func (m *matcher) modifiers(n int, yield func(tok int)) {
	t := &m.tree
	for c := t.first[n]; c >= 0; c = t.next[c] {
		i := int(c)
		switch t.tok(i).Base() {
		case "amod", "compound", "nmod", "flat":
			if i < n && t.preposition(i) == "" && t.tok(i).Rel != "nmod:poss" && !m.moved(i, n) {
				if len(m.at(i)) > 0 && !m.namesPact(i, n) {
					yield(i)
				}
				if t.tok(i).Rel == "nmod:desc" || t.tok(i).Base() == "compound" && t.tok(i).UPos == "NOUN" && t.tok(n).UPos == "PROPN" {
					m.modifiers(i, yield) // "the Panamanian-flagged tanker Sophia"
				}
				belong := m.f.c.belong.has(t, i)
				for d := t.first[i]; d >= 0; d = t.next[d] {
					if belong && int(d) < i && len(m.at(int(d))) > 0 {
						yield(int(d)) // "Panamanian-flagged"
					}
					if t.tok(int(d)).Base() == "conj" && len(m.at(int(d))) > 0 {
						yield(int(d)) // "Russian and American presidents"
					}
					if int(d) == i-2 && t.tok(i-1).UPos == "PUNCT" && t.tok(int(d)).Base() == "compound" && (m.f.c.agreement.has(t, n) || m.f.c.talks.has(t, n)) && m.is(m.at(int(d)), "STATE") && m.is(m.at(i), "STATE") {
						yield(int(d)) // "the Iran-Turkey deal"
					}
					if t.tok(int(d)).Base() == "amod" && t.tok(i).UPos == "NOUN" && t.tok(i).Base() == "compound" && len(m.at(int(d))) > 0 {
						yield(int(d)) // "a Russian drone and missile attack"
					}
				}
			}
		}
	}
}

// moved reports whether modifier i of noun n is a plain word for troops behind
// another that names somebody: in "the US troop withdrawal" the US acts.
func (m *matcher) moved(i, n int) bool {
	t := &m.tree
	return i > 0 && t.tok(i).UPos == "NOUN" && m.f.classes["troops"].has(t, i) && (t.head(i-1) == n || t.head(i-1) == i) && len(m.at(i-1)) > 0
}

// support calls subj for the subjects of the verb that supports noun n
// ("carried out attacks", "talks were held by", "attack launched by") and
// verb for the verb itself.
func (m *matcher) support(n, steps int, subj func(tok, v int), verb func(v int)) {
	t := &m.tree
	k := t.tok(n)
	h := t.head(n)
	if h >= 0 && t.isVerb(h) && steps <= maxClimb {
		ok := false
		switch k.Base() {
		case "obj", "xcomp":
			ok = m.f.c.support.has(t, h) && !((m.f.c.attack.has(t, n) || m.f.classes["oppression"].has(t, n)) && m.f.c.speaking.has(t, h))
		case "nsubj":
			ok = m.passive(h) && m.f.c.support.has(t, h)
			if ok {
				m.agentOf(h, subj)
				if verb != nil {
					verb(h)
				}
				return
			}
		case "obl":
			switch prep := t.preposition(n); prep {
			case "after", "following", "before", "since", "amid", "despite", "during", "because_of", "due_to", "about", "regarding", "concerning":
			case "to":
				ok = m.f.c.enter.has(t, h) && !m.f.c.answering.has(t, h) // "reacted to a raid"
			default:
				ok = m.f.c.enter.has(t, h) && (prep != "for" || t.child(h, "obj") < 0)
			}
		}
		if ok {
			if m.passive(h) {
				m.agentOf(h, subj)
			} else {
				m.subjectOf(h, steps+1, controlled, func(tok int, rank, _ uint8) {
					if rank == 0 {
						subj(tok, h)
					}
				})
			}
			if verb != nil {
				verb(h)
			}
		}
	}
	m.carriedOut(n, subj, verb)
}

// ownWithdrawal reports whether c is a withdrawal that its noun's verb announces:
// who announces a troop withdrawal withdraws, as who secures one need not.
func (m *matcher) ownWithdrawal(c *candidate) bool {
	t := &m.tree
	h := t.head(c.trigger)
	return slices.Contains(c.code.Modes, "withdraw") && h >= 0 && t.isVerb(h) && m.f.c.announce.has(t, h)
}

// carriedOut is support for a participle behind noun n: "an attack launched by".
// A parser may hang it on the noun that the deed is done to: "criticism of the
// plan voiced by".
func (m *matcher) carriedOut(n int, subj func(tok, v int), verb func(v int)) {
	t := &m.tree
	for c := t.first[n]; c >= 0; c = t.next[c] {
		i := int(c)
		if t.tok(i).Rel == "acl" && t.participle(i) && m.f.c.support.has(t, i) {
			m.agentOf(i, subj)
			if verb != nil {
				verb(i)
			}
		}
		if t.tok(i).Base() != "nmod" || i < n || !m.f.c.uttered.has(t, n) || m.f.c.uttered.has(t, i) {
			continue
		}
		for d := t.first[i]; d >= 0; d = t.next[d] {
			if v := int(d); t.tok(v).Rel == "acl" && t.participle(v) && m.f.c.uttering.has(t, v) {
				m.agentOf(v, subj)
			}
		}
	}
}

// agentOf yields the agent of passive verb v.
func (m *matcher) agentOf(v int, subj func(tok, v int)) {
	t := &m.tree
	for c := t.first[v]; c >= 0; c = t.next[c] {
		i := int(c)
		if t.tok(i).Rel == "obl:agent" || t.tok(i).Base() == "obl" && t.preposition(i) == "by" {
			subj(i, v)
		}
	}
}

// namesPact reports whether token i is the town after which the treaty named by
// noun n is called, and which is no party to it: "the Istanbul Convention".
func (m *matcher) namesPact(i, n int) bool {
	f := m.tree.tok(n).Form
	return f != lower(f) && m.f.c.agreement.has(&m.tree, n) && m.onlyPlaces(m.at(i))
}
