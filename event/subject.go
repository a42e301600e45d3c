package event

// surface calls yield for the tokens that stand as the surface subject of v,
// which has none of its own.
func (m *matcher) surface(v, steps int, yield func(tok int, rank, kind uint8)) bool {
	t := &m.tree
	h := t.head(v)
	if h < 0 || steps > maxClimb {
		return false
	}
	k := t.tok(v)
	switch k.Base() {
	case "conj":
		if g := m.joinedAbove(v); g != h {
			h = g // "forecast that it would rebound and praised"
		} else if x := t.tok(v).XPos; (x == "VBD" || x == "VBZ") && t.child(v, "aux") < 0 {
			if t.gerund(h) || t.mark(h) == "to" || t.tok(h).Rel == "acl" && t.participle(h) {
				for n := 0; n < maxClimb && h >= 0 && !t.finite(h); n++ {
					h = t.head(h) // "accused it of shelling and threatened": hung too low
				}
			} else if y := t.tok(h).XPos; x == "VBD" && (y == "VBP" || y == "VBZ") && t.tok(h).Base() == "ccomp" && t.head(h) >= 0 && t.tok(t.head(h)).XPos == "VBD" {
				h = t.head(h) // "added that they are late and criticized"
			}
			if h < 0 {
				return false
			}
		}
		return m.subjectOf(h, steps+1, sharedByConj, yield)
	case "xcomp", "ccomp":
		if k.Base() == "ccomp" && t.finite(v) {
			return false
		}
		if w := t.lemma(h); v == h+1 && t.gerund(v) && (w == "see" || w == "witness") {
			return false // "the year has seen escalating raids": it says of what kind they are
		}
		if o := t.child(h, "obj"); o >= 0 && t.isVerb(h) && o < v && !m.f.c.subjectControl.has(t, h) && !m.toSay(h, v) && !(len(m.at(o)) > 0 && m.onlyPlaces(m.at(o))) {
			for _, a := range m.relative(o, h) {
				yield(a, 0, controlled)
			}
			return true
		}
		if o := t.child(h, "iobj"); o >= 0 && !m.f.c.subjectControl.has(t, h) {
			yield(o, 0, controlled)
			return true
		}
		if o := m.addressee(h); o >= 0 && o < v {
			yield(o, 0, controlled) // "called on Russia to", "appealed to X to"
			return true
		}
		if v == h+1 && t.tok(v).XPos != "VBN" && m.f.c.attack.has(t, h) && t.child(h, "nsubj") < 0 && t.child(h, "obj") < 0 {
			yield(h, 0, controlled) // "Israeli strikes kill", where the parser took the noun for the verb
			return true
		}
		return m.subjectOf(h, steps+1, controlled, yield)
	case "advcl", "parataxis":
		if s := m.beforeAside(v); s >= 0 {
			yield(s, 0, controlled)
			return true
		}
		if t.finite(v) {
			return false
		}
		if t.participle(v) && t.preposition(v) == "with" {
			return false // "the toll rose to 53, with 98 injured": others
		}
		if a := m.beforeGerund(v); a >= 0 {
			yield(a, 0, controlled)
			return true
		}
		if a := t.absolute(v); a >= 0 {
			yield(a, 0, ownSubject)
			return true
		}
		if a := m.beforeParticiple(v); a >= 0 {
			yield(a, 0, antecedent)
			return true
		}
		if p := m.partIn(v); p >= 0 {
			yield(p, 0, controlled)
			return true
		}
		if n := t.beforeTo(v); n >= 0 && t.head(n) == h && t.tok(n).Base() == "obl" && m.passive(h) {
			return false // "were killed in the campaign to take the town"
		}
		h = m.measured(h)
		mark := t.mark(v)
		if mark == "" && v > 0 && t.isNoun(v-1) && t.head(v-1) == h {
			mark = t.preposition(v - 1) // "killed in a mass shooting", cut in two
		}
		switch mark {
		case "on", "about", "after", "following":
			if t.mark(v) == "" {
				return false // "was briefed on the mass shooting", cut in two
			}
		case "by", "in", "during":
			if t.gerund(v) && m.passive(h) {
				return false // whoever was harmed did not do it
			}
		case "of", "for", "from", "with", "into":
			if o := t.child(h, "obj"); o >= 0 && o < v && t.isVerb(h) && !(mark == "for" && m.f.classes["repute"].has(t, o)) {
				yield(o, 0, controlled) // "accused Russia of", "banned it from", but not "deserves credit for"
				return true
			}
			if o := m.faulted(v, h); o >= 0 {
				yield(o, 0, controlled)
				return true
			}
		case "to":
			if o := t.child(h, "obj"); o > h && o < v && m.f.c.bringing.has(t, h) {
				yield(o, 0, controlled) // "led the minister to resign"
				return true
			}
			if o := m.addressee(h); o >= 0 && o < v {
				yield(o, 0, controlled) // "called on the West to", hung as a purpose
				return true
			}
		}
		if !t.isVerb(h) && !t.has(h, "cop") && t.tok(h).UPos != "ADJ" && t.child(h, "nsubj") < 0 {
			return false
		}
		if a := t.agent(h); a >= 0 && a < v && t.gerund(v) && t.mark(v) == "" && m.passive(h) && (m.f.c.attack.has(t, a) || m.f.c.weapon.has(t, a) || m.f.c.calamity.has(t, a) || m.is(m.at(a), "ARMED")) {
			yield(a, 0, controlled) // "was hit by a missile, killing three", "attacked by rebels, forcing"
			return true
		}
		if t.gerund(v) && t.mark(v) == "" && v > 0 && t.tok(v-1).Form == "," {
			if g := t.head(h); t.gerund(h) && t.mark(h) == "of" && g >= 0 {
				if o := t.child(g, "obj"); o >= 0 && o < h {
					yield(o, 0, controlled) // "accuses Israel of attacking it, killing ten"
					return true
				}
			}
			for n := 0; n < maxClimb && (!t.finite(h) || t.tok(h).Rel == "acl" && t.child(h, "nsubj") < 0) && !t.has(h, "cop"); n++ {
				if b := t.tok(h).Base(); b != "acl" && b != "advcl" && b != "obj" && b != "nmod" && b != "obl" || t.tok(h).Rel == "acl:relcl" || t.head(h) < 0 {
					break
				}
				h = t.head(h) // "rejected a proposal for signing a pact, urging it to": the parser hung it on "signing"
			}
		}
		return m.subjectOf(h, steps+1, controlled, yield)
	case "csubj":
		if t.mark(v) == "to" && t.has(h, "cop") && m.ranked(h) {
			return m.subjectOf(h, steps+1, controlled, yield) // "Chad was the first to sign"
		}
	case "advmod":
		if k.UPos == "ADJ" && t.isVerb(h) {
			return m.subjectOf(h, steps+1, controlled, yield) // "fresh from ousting the rebels, the army moved"
		}
	case "acl":
		if k.Rel == "acl:relcl" {
			if o := t.child(v, "obj"); o >= 0 || m.passive(v) {
				yield(h, 0, antecedent)
				return true
			}
			return false
		}
		if g := m.measured(h); g != h {
			return m.subjectOf(g, steps+1, controlled, yield)
		}
		if s := t.child(h, "nsubj"); s >= 0 && t.gerund(v) && v > 0 && t.tok(v-1).Form == "," && !t.has(h, "cop") {
			yield(s, 0, controlled) // a verb that the parser took for a noun
			return true
		}
		if t.mark(v) == "" && (t.gerund(v) || t.participle(v) || t.tok(v).XPos == "VBD") {
			yield(h, 0, antecedent)
			if t.gerund(v) {
				m.agents(h, steps+1, func(tok int, kind uint8) { yield(tok, 1, remote) })
			}
			return true
		}
		if g := m.byMeans(v, h); g >= 0 {
			return m.subjectOf(g, steps+1, controlled, yield) // "used a speech to condemn"
		}
		if g := t.head(h); g >= 0 && t.gerund(v) && t.mark(v) == "in" && t.isVerb(g) && t.tok(h).Base() == "obj" && t.possessor(h) < 0 && m.f.c.share.has(t, h) {
			return m.subjectOf(g, steps+1, controlled, yield) // "played a part in bombing it"
		}
		if g := m.predicateOf(h); t.mark(v) == "to" && g >= 0 && m.ranked(h) {
			yield(g, 0, controlled) // "the first to sign was Chad"
			return true
		}
		if t.mark(v) == "to" && m.ranked(h) {
			g := h
			if b := t.tok(h).Base(); (b == "xcomp" || b == "obj") && t.head(h) >= 0 && t.lemma(t.head(h)) == "become" {
				g = t.head(h)
			}
			if g != h || t.has(h, "cop") {
				return m.subjectOf(g, steps+1, controlled, yield) // "Chad becomes the 50th state to ratify"
			}
		}
		found := false
		m.agents(h, steps+1, func(tok int, kind uint8) { found = true; yield(tok, 0, controlled) })
		if !found && t.mark(v) == "to" && t.head(h) < 0 && t.tok(h).UPos == "PROPN" && len(m.at(h)) > 0 {
			found = true
			yield(h, 0, antecedent) // a headline: "Russia to withdraw troops"
		}
		return found
	case "nmod", "appos", "dep", "flat":
		if h < v && t.isNoun(h) && t.finite(v) {
			yield(h, 0, antecedent) // a clause that the parser hung on its subject
			return true
		}
	}
	return false
}

// beforeTo returns the noun before the "to" of infinitive v, or -1.
func (t *tree) beforeTo(v int) int {
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if k := int(c); t.tok(k).Base() == "mark" && k > 0 && t.isNoun(k-1) {
			return k - 1
		}
	}
	return -1
}

// absolute returns the noun between "with" and gerund v, which the parser hung on the
// verb of the clause although it says who does it: "with Roe visiting Oslo, Chad
// announced"; or -1.
func (t *tree) absolute(v int) int {
	with := t.child(v, "mark")
	if with < 0 || !t.gerund(v) || lower(t.tok(with).Form) != "with" {
		return -1
	}
	for k := v - 1; k > with; k-- {
		if t.isNoun(k) && t.head(k) == t.head(v) {
			return k
		}
	}
	return -1
}

// joinedAbove returns the verb to which v, joined to its head, really is: a
// preterite cannot stand under the "would" of a clause that is told, and is
// joined to the verb that tells it; else its head.
func (m *matcher) joinedAbove(v int) int {
	t := &m.tree
	h := t.head(v)
	if h < 0 || t.tok(h).Base() != "ccomp" || !m.asserted(v) {
		return h
	}
	if g := t.head(h); g >= 0 && t.isVerb(g) {
		return g
	}
	return h
}

// asserted reports whether v, a preterite or present joined to a verb under a
// modal, stands outside of what that modal says: "would rebound and praised",
// "will take over and has".
func (m *matcher) asserted(v int) bool {
	t := &m.tree
	h := t.head(v)
	if h < 0 || t.tok(v).Base() != "conj" || t.tok(h).XPos != "VB" || t.child(v, "aux") >= 0 {
		return false
	}
	switch t.tok(v).XPos {
	case "VBD", "VBZ":
	case "VBN":
		if !m.beforeObject(v) {
			return false
		}
	default:
		return false
	}
	a := t.child(h, "aux")
	return a >= 0 && t.tok(a).XPos == "MD"
}

// beforeObject reports whether what follows verb v right away is its object.
func (m *matcher) beforeObject(v int) bool {
	t := &m.tree
	if v+1 >= len(t.s.Tokens) {
		return false
	}
	switch t.tok(v + 1).UPos {
	case "NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM":
		return true
	}
	return false
}

// faulted returns the party on which verb h turns for what the clause of
// gerund v behind "for" tells that it did, "lashed out at Turkey for having
// shot down a plane"; -1 without one.
func (m *matcher) faulted(v, h int) int {
	t := &m.tree
	if t.mark(v) != "for" || !t.gerund(v) && t.child(v, "aux") < 0 {
		return -1
	}
	for c := t.first[h]; c >= 0 && int(c) < v; c = t.next[c] {
		if k := int(c); t.tok(k).Base() == "obl" && k > h {
			switch t.preposition(k) {
			case "at", "against":
				if len(m.at(k)) > 0 || len(m.owner(k, owned, 0).parties) > 0 {
					return k
				}
			}
		}
	}
	return -1
}

// finite reports whether v is the verb of a finite clause.
func (t *tree) finite(v int) bool {
	k := t.tok(v)
	switch k.XPos {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	for c := t.first[v]; c >= 0; c = t.next[c] {
		ck := t.tok(int(c))
		if ck.UPos == "AUX" {
			switch ck.XPos {
			case "VBD", "VBZ", "VBP", "MD":
				return true
			}
		}
	}
	return k.XPos == "" && k.Feat("VerbForm=Fin")
}

// subjectOf yields the surface subject of h, its own or an inherited one.
func (m *matcher) subjectOf(h, steps int, kind uint8, yield func(tok int, rank, kind uint8)) bool {
	t := &m.tree
	if steps > maxClimb {
		return false
	}
	found := false
	for c := t.first[h]; c >= 0; c = t.next[c] {
		ck := t.tok(int(c))
		if ck.Base() == "nsubj" && !t.outer(int(c)) {
			for n, a := range m.relative(int(c), h) {
				yield(a, uint8(n), kind)
			}
			found = true
		}
	}
	if found || t.child(h, "csubj") >= 0 {
		return found
	}
	if t.isVerb(h) {
		for c := t.first[h]; c >= 0; c = t.next[c] {
			if t.tok(int(c)).Base() != "compound" {
				continue
			}
			if s := m.missed(h, int(c)); s >= 0 {
				yield(s, 0, kind)
				return true
			}
		}
	}
	if t.isNoun(h) && !t.has(h, "cop") {
		m.agents(h, steps+1, func(tok int, k uint8) { found = true; yield(tok, 0, kind) })
		if found {
			return true
		}
	}
	return m.surface(h, steps+1, yield)
}

// addressee returns the noun to which a verb of asking turns ("call on R to",
// "appeal to R to"), or the object of another that is a noun for it ("renewed its
// call on R to"); or -1.
func (m *matcher) addressee(h int) int {
	t := &m.tree
	below := "obl"
	if o := t.child(h, "obj"); o > h && t.isVerb(h) && t.isNoun(o) && m.f.c.ask.has(t, o) {
		h, below = o, "nmod"
	} else if !m.f.c.ask.has(t, h) {
		return -1
	}
	for c := t.first[h]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Base() == below {
			switch t.preposition(int(c)) {
			case "on", "upon", "to", "for":
				return int(c)
			}
		}
	}
	return -1
}
