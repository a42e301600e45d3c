package event

// reported reports whether the clause of verb i is told by a verb of speech
// in the past, so that its "would" is a "will", and whether that verb announces.
func (m *matcher) reported(i int) (told, announced bool) {
	t := &m.tree
	for steps := 0; i >= 0 && steps < maxClimb; steps++ {
		for c := t.first[i]; c >= 0; c = t.next[c] {
			if k := int(c); k > i && t.tok(k).Base() == "parataxis" && m.f.c.say.has(t, k) {
				return true, m.f.c.announce.has(t, k) // "it would, he said"
			}
		}
		h := t.head(i)
		if h < 0 {
			return false, false
		}
		switch t.tok(i).Base() {
		case "ccomp", "parataxis":
			// A parser may hang the clause on a word beside the verb: "announced a
			// month later that he would".
			for up := 0; up < 3 && h >= 0 && !t.isVerb(h); up++ {
				h = t.head(h)
			}
			if h < 0 {
				return false, false
			}
			announced = m.f.c.announce.has(t, h)
			return announced || m.f.c.say.has(t, h), announced
		case "acl":
			if g := m.toldThem(i); g >= 0 {
				return true, m.f.c.announce.has(t, g)
			}
			if t.isNoun(h) && t.mark(i) == "that" && (m.f.c.uttered.has(t, h) || m.f.c.summary.has(t, h)) {
				return true, m.f.classes["tidings"].has(t, h) // "the announcement that it would"
			}
			if g := t.head(h); t.mark(i) == "that" && g >= 0 && h > g && t.tok(h).Base() == "obl" && m.isTime(h) && m.f.c.say.has(t, g) {
				return true, m.f.c.announce.has(t, g) // "said last month that it would", hung on the month
			}
			i = h
		case "conj", "xcomp":
			i = h
		default:
			return false, false
		}
	}
	return false, false
}

// refuses reports whether the "would" of verb i tells what somebody would not do
// when it was asked of him: "Estonia would not let the ship dock".
func (m *matcher) refuses(i int) bool {
	t := &m.tree
	if !m.negated(i) || m.conditioned(i) || !t.isVerb(i) || t.tok(i).Base() != "root" && t.tok(i).Base() != "conj" {
		return false
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if k := t.tok(int(c)); k.Base() == "aux" && (lower(k.Form) == "have" || lower(k.Form) == "be") {
			return false
		}
	}
	return !m.passive(i)
}

// governed reads what verb h does to the reality of its complement x.
func (m *matcher) governed(h, x int, r *reality) {
	t := &m.tree
	c := &m.f.c
	r.permitted = r.permitted || c.permit.has(t, h)
	switch {
	case m.f.classes["foreseen"].has(t, h) && m.passive(h) && m.negated(h):
		r.unasserted = true // "is not expected to attend": nobody refuses
	case t.lemma(h) == "rule" && m.negated(h):
		r.hypothetical, r.supposed = true, true // "did not rule out using force"
	case c.fail.has(t, h), c.prevent.has(t, h):
		r.negated = !r.negated
	case c.deny.has(t, h):
		r.negated = !r.negated
	case c.intend.has(t, h):
		r.future = true
	case c.announce.has(t, h):
		r.announced = true
	case c.attempt.has(t, h):
		r.attempted = true
	case c.aiding.has(t, h) && t.told(h):
	case c.wish.has(t, h):
		r.hypothetical = true
		r.supposed = r.supposed || !c.real.has(t, h) // "helped to rescue", "believed to be held"
	case t.goingTo(h), t.lemma(h) == "be" && t.mark(x) == "to":
		r.future = true
	case t.lemma(h) == "have" && t.mark(x) == "to", t.lemma(h) == "need":
		r.hypothetical = true
		r.supposed = r.supposed || t.tok(h).XPos != "VBD" // "had to leave": and did
	case t.tok(h).UPos == "ADJ" || t.tok(h).UPos == "NOUN":
		if c.irreal.has(t, h) {
			r.hypothetical, r.supposed = true, true
		}
	}
}

// told reports whether verb h tells what is or was: it is finite and under no
// modal.
func (t *tree) told(h int) bool {
	switch t.tok(h).XPos {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN", "VBG":
		a := t.child(h, "aux")
		return a >= 0 && t.tok(a).XPos != "MD" && t.tok(a).XPos != "VB"
	}
	return false
}

// nominal reads what governs noun x does to the reality of the event that x
// names, and returns the token to go on from, or -1.
func (m *matcher) nominal(x, h int, r *reality) int {
	t := &m.tree
	c := &m.f.c
	k := t.tok(x)
	switch k.Base() {
	case "obj", "nsubj":
		if k.Base() == "nsubj" && !m.passive(h) {
			r.unasserted = r.unasserted || t.indefinite(x) && t.auxiliary(h, "would") // "an attack would lead to"
			if t.undetermined(x) && t.auxiliary(h, "would") && t.child(h, "obj") >= 0 && t.lemma(h) != "take" {
				r.unasserted = true // "Turkish withdrawal would leave a gap"
				return -1
			}
			if c.support.has(t, h) && t.child(h, "obj") < 0 || t.lemma(h) == "be" || c.real.has(t, h) || t.lemma(h) == "take" {
				return h // "talks will begin", "will take place"
			}
			return -1
		}
		switch {
		case c.prevent.has(t, h):
			r.negated = !r.negated
		case t.determined(x, "any") && m.negated(h):
			r.disowned = true // "do not recall any attacks"
		case c.intend.has(t, h), c.wish.has(t, h), c.ask.has(t, h):
			r.hypothetical, r.supposed = true, true
		case m.dated(x):
		case c.support.has(t, h), c.real.has(t, h):
			return h
		}
	case "obl":
		if c.enter.has(t, h) || m.answerable(x) >= 0 {
			return h
		}
		if c.guard.has(t, h) && (t.preposition(x) == "from" || t.preposition(x) == "against") && t.child(h, "obj") < 0 {
			r.hypothetical, r.supposed = true, true // "safe from attack"
		}
	case "nmod":
		if _, befell := m.undergone(x); befell && c.undergoer.has(t, h) {
			return -1 // "was the target of an attack"
		}
		if c.irreal.has(t, h) && !m.tellsWhen(h) {
			switch t.preposition(x) {
			case "of", "for", "over", "about", "against", "to":
				r.hypothetical, r.supposed = true, true
			}
		}
	case "compound":
		if c.irreal.has(t, h) {
			r.hypothetical = true // "attack plans"
		}
	}
	return -1
}

// undetermined reports whether noun i, in the singular, has no determiner and no
// owner.
func (t *tree) undetermined(i int) bool {
	return t.tok(i).XPos == "NN" && t.child(i, "det") < 0 && t.possessor(i) < 0
}

// was reports whether noun i is what the clause says that something was.
func (t *tree) was(i int) bool {
	c := t.child(i, "cop")
	return c >= 0 && t.tok(c).XPos == "VBD"
}

// dated reports whether noun x is said to tell of what has been or goes on, whatever
// is to be done about it: "Russia's recent threats should be seen as".
func (m *matcher) dated(x int) bool {
	t := &m.tree
	for c := t.first[x]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Base() == "amod" && m.f.classes["of-late"].has(t, int(c)) {
			return true
		}
	}
	return false
}

// subjunctive reports whether verb i is the bare form of a clause that says what
// is to be: "insisted that Turkey not attack".
func (t *tree) subjunctive(i int) bool {
	return t.tok(i).XPos == "VB" && t.mark(i) == "that" && t.child(i, "nsubj") >= 0 && t.child(i, "aux") < 0 && !t.has(i, "cop")
}

// indefinite reports whether noun i has an article or other word that leaves open
// which is meant.
func (t *tree) indefinite(i int) bool {
	d := t.child(i, "det")
	if d < 0 {
		return false
	}
	switch lower(t.tok(d).Form) {
	case "a", "an", "any", "another", "such":
		return true
	}
	return false
}

// auxiliary reports whether verb i has the auxiliary.
func (t *tree) auxiliary(i int, form string) bool {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if k := t.tok(int(c)); k.Base() == "aux" && lower(k.Form) == form {
			return true
		}
	}
	return false
}

// tellsWhen reports whether noun h is the end of something as a point in time:
// "at the end of their meeting", which was one.
func (m *matcher) tellsWhen(h int) bool {
	t := &m.tree
	if t.lemma(h) != "end" {
		return false
	}
	switch t.preposition(h) {
	case "at", "by", "since", "until", "till", "before", "after", "towards", "toward", "near":
		return true
	}
	return false
}

// weighed reports whether predicate h says of a deed only what it would be or
// what it is to be for: "dislodging them would be hard", "killing him was a goal".
func (m *matcher) weighed(h int) bool {
	t := &m.tree
	for c := t.first[h]; c >= 0; c = t.next[c] {
		if k := t.tok(int(c)); k.Base() == "aux" && k.XPos == "MD" {
			return true
		}
	}
	return m.negated(h) || t.has(h, "cop") && m.f.c.irreal.has(t, h)
}

// judged reports whether predicate h only says of a deed, told by infinitive v as
// its subject, what it is or would be: "it would be wrong to send them back". Of
// what was, it may be told: "it was wrong to send them back".
func (t *tree) judged(v, h int) bool {
	if t.mark(v) != "to" || t.isVerb(h) {
		return false
	}
	if t.auxiliary(h, "would") || t.auxiliary(h, "could") || t.auxiliary(h, "might") {
		return true
	}
	c := t.child(h, "cop")
	return c >= 0 && t.tok(c).XPos != "VBD" && t.tok(c).XPos != "VBN"
}

// results reports whether gerund i behind a comma tells what comes of the deed of
// verb h, so that it is as real as that: "will leave, ceding the town". What
// somebody says meanwhile is said all the same.
func (m *matcher) results(i, h int) bool {
	t := &m.tree
	if i < h || !t.gerund(i) || t.mark(i) != "" || t.tok(i-1).Form != "," || !t.isVerb(h) || t.tok(h).Base() == "root" {
		return false
	}
	c := m.candidate(i)
	return c != nil && Quad(c.code.Type)%2 == 0 && c.code.Type != ""
}

// opensWeighed reports whether gerund i must be the subject of the clause that the
// "that" before it opens, and of which its predicate says only what it would be,
// where the parser hung the gerund elsewhere: "says that dislodging them would be hard".
func (m *matcher) opensWeighed(i int) bool {
	t := &m.tree
	if i == 0 || !t.gerund(i) || lower(t.tok(i-1).Form) != "that" || t.tok(i-1).Base() != "mark" {
		return false
	}
	h := t.head(i - 1)
	return h > i && !t.under(h, i) && m.weighed(h)
}

// conditioned reports whether a clause of condition hangs on token i.
func (m *matcher) conditioned(i int) bool {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if k := int(c); t.tok(k).Base() == "advcl" {
			switch t.mark(k) {
			case "if", "unless":
				return true
			}
		}
	}
	return false
}

// news reports whether the event that noun i names is what its clause tells,
// not something spoken of in passing: it has a support verb, it is said to
// take place, it acts, or it heads the sentence.
func (m *matcher) news(i int) bool {
	t := &m.tree
	for steps := 0; steps < 4; steps++ {
		h := t.head(i)
		if h < 0 {
			return true
		}
		for c := t.first[i]; c >= 0; c = t.next[c] {
			if k := int(c); t.tok(k).Rel == "acl" && t.participle(k) && m.f.c.support.has(t, k) {
				return true
			}
		}
		switch t.tok(i).Base() {
		case "obj":
			if m.f.c.support.has(t, h) || m.f.c.real.has(t, h) || m.f.c.parry.has(t, h) {
				return true
			}
			return false
		case "nsubj":
			return m.f.c.support.has(t, h) || m.f.c.occur.has(t, h) || m.candidate(h) != nil
		case "obl":
			if m.answerable(i) >= 0 {
				return true
			}
			switch t.preposition(i) {
			case "in", "for", "into", "on", "with", "by", "to":
				return m.f.c.enter.has(t, h)
			}
			return false
		case "nmod":
			if t.preposition(i) != "of" || !m.f.c.portion.has(t, h) {
				return false
			}
		case "conj", "compound":
		default:
			return false
		}
		i = h
	}
	return false
}

// hearsay reports whether the "would have" of verb i passes on what others
// say: "apparently the two would have agreed".
func (m *matcher) hearsay(i int) bool {
	t := &m.tree
	have, adverb := false, false
	for c := t.first[i]; c >= 0; c = t.next[c] {
		form := lower(t.tok(int(c)).Form)
		have = have || form == "have" && t.tok(int(c)).Base() == "aux"
		adverb = adverb || m.f.c.hearsay.word(form)
	}
	return have && (adverb || m.accordingTo(i)) && !m.conditioned(i)
}
