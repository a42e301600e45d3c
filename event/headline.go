package event

import (
	"strings"

	"readout/actor"
)

// headlineSubject returns the subject of verb v, which the parser took for a
// modifier of noun h in a clause without articles ("Sweden suspended aid",
// "forces have tortured refugees"): the noun right before it that hangs on it or on h as
// well, the subject of "have", or the party before a time; -1 when there is none.
func (m *matcher) headlineSubject(v, h int) int {
	t := &m.tree
	if v == 0 || v > h {
		return -1
	}
	if p := t.tok(v - 1); p.Lemma == "have" && t.participle(v) && t.head(h) == v-1 {
		return t.child(v-1, "nsubj")
	}
	if t.tok(v-1).UPos == "CCONJ" && t.tok(h).Base() == "conj" && t.child(h, "det") < 0 && t.participle(v) {
		o := t.head(h)
		if o >= 0 && t.tok(o).Base() == "obj" && t.head(o) >= 0 && t.finite(t.head(o)) {
			return t.child(t.head(o), "nsubj") // "expelled a diplomat and imposed sanctions"
		}
	}
	if m.isTime(v - 1) {
		k := v - 1
		for k >= 0 && (m.isTime(k) || t.tok(k).UPos == "ADP" || t.tok(k).UPos == "PUNCT") {
			k--
		}
		if k >= 0 && len(m.at(k)) > 0 {
			return k
		}
		return -1
	}
	if k := t.tok(v - 1); (k.UPos == "PROPN" || k.UPos == "NOUN") && t.preposition(v-1) == "" {
		for s := v - 1; s >= 0; s = t.head(s) {
			if g := t.head(s); g == h || g == v {
				switch t.tok(s).Base() {
				case "compound", "nsubj", "nmod", "flat", "amod":
					return s
				}
				return -1
			}
			if t.head(s) < 0 {
				return -1
			}
		}
	}
	return -1
}

// misread reports whether token i, tagged a noun, must be a verb, as those of
// headlines and of news in the present tense often are ("Police arrest a
// man", "A court sentences Simon").
func (m *matcher) misread(i int) bool {
	t := &m.tree
	k := t.tok(i)
	if k.UPos != "NOUN" || i == 0 || i+1 >= len(t.s.Tokens) || k.XPos == "VBG" {
		return false
	}
	if t.preposition(i) != "" || t.has(i, "cop") || t.possessor(i) >= 0 {
		return false
	}
	det := t.child(i, "det")
	if det >= 0 && !(k.XPos == "NNS" && len(t.tok(det).Form) <= 2) && det != i-1 {
		det = -1 // it belongs to the subject; but not so "a" before a plural
	}
	plain := det < 0 || k.XPos == "NNS" && lower(t.tok(det).Form) == "a"
	if _, ok := m.f.verbs[t.lemma(i)]; ok && !m.f.c.person.has(t, i) {
		if o := t.child(i, "obj"); o > i && plain {
			return true // nouns have none
		}
		if s := t.child(i, "nsubj"); s >= 0 && s < i && len(m.at(s)) > 0 && plain {
			return true
		}
		if plain && m.headlineVerb(i) {
			return true
		}
	}
	if m.joinedVerb(i) {
		return true
	}
	b := t.tok(i - 1)
	if t.child(i, "det") >= 0 || b.UPos != "NOUN" && b.UPos != "PROPN" || m.isTime(i-1) || m.isTime(i+1) {
		return false
	}
	n := t.tok(i + 1)
	return n.UPos == "DET" || n.UPos == "NUM" && n.Head != i || n.XPos == "PRP$"
}

// joinedVerb reports whether noun i, whose lemma is a verb's, stands behind
// "and" before a phrase that it does not govern, as only a verb can: "raid a
// house and arrest 13 foreigners".
func (m *matcher) joinedVerb(i int) bool {
	t := &m.tree
	if _, ok := m.f.verbs[t.lemma(i)]; !ok || t.tok(i-1).UPos != "CCONJ" || m.isTime(i+1) || m.joinedTo(i) < 0 {
		return false
	}
	n := t.tok(i + 1)
	return (n.UPos == "DET" || n.UPos == "NUM" || n.XPos == "PRP$") && t.head(i+1) > i
}

// joinedTo returns the verb before i, the first to its left, to which it can
// be joined; -1 without one.
func (m *matcher) joinedTo(i int) int {
	t := &m.tree
	for k := i - 2; k >= 0; k-- {
		if t.isVerb(k) && (t.finite(k) || t.tok(k).Base() == "root") {
			return k
		}
	}
	return -1
}

// headlineVerb reports whether noun i, whose lemma is a verb's, stands where a
// verb would, agrees with the noun before it as a verb would, and has a noun
// without a preposition behind it.
func (m *matcher) headlineVerb(i int) bool {
	t := &m.tree
	s := m.headlineActor(i)
	if s < 0 || m.isTime(s) || m.isTime(i+1) {
		return false
	}
	plural := t.tok(s).XPos == "NNS" || t.tok(s).XPos == "NNPS" || m.nationals(s)
	collective := t.lemma(s) == "police"
	if (t.tok(i).XPos == "NNS") == plural && !collective {
		return false // "court sentence", "police officers arrests"
	}
	if m.f.c.verbOnly.has(t, i) || m.takesParticle(i) {
		return true
	}
	n := t.tok(i + 1)
	begins := false
	switch n.UPos {
	case "DET", "PROPN":
		begins = true
	case "NUM":
		begins = n.Head != i
	case "PRON":
		begins = n.XPos == "PRP$"
	case "ADJ", "NOUN":
		begins = n.Head != i || n.Base() != "conj"
	case "ADV", "ADP":
		begins = m.roughNumber(i+1) || plural && n.UPos == "ADP" && t.tok(i).Base() == "root" // "Israelis fire at"
	}
	if !begins {
		return false
	}
	switch t.tok(i).Base() {
	case "root", "list", "parataxis", "conj", "appos":
		return true
	case "compound":
		h := t.head(i)
		return h > i && (len(m.people(h)) > 0 || h == i+1 && m.f.verbs[t.lemma(i)] && len(m.at(s)) > 0) // "Hungary blocks access"
	}
	return false
}

// roughNumber reports whether a number begins at token i with words that make
// it uncertain: "about ten", "at least ten".
func (m *matcher) roughNumber(i int) bool {
	t := &m.tree
	if !m.roughWord(lower(t.tok(i).Form)) {
		return false
	}
	for k := i + 1; k < len(t.s.Tokens) && k < i+3; k++ {
		if t.tok(k).UPos == "NUM" {
			return true
		}
	}
	return false
}

// takesParticle reports whether the word behind token i makes a verb with it that
// the patterns know, and what follows is its object: "hands over the remains".
func (m *matcher) takesParticle(i int) bool {
	t := &m.tree
	if i+2 >= len(t.s.Tokens) {
		return false
	}
	switch t.tok(i + 2).UPos {
	case "DET", "NUM", "PROPN", "PRON":
	default:
		return false
	}
	return m.f.phrasal[[2]string{t.lemma(i), lower(t.tok(i + 1).Form)}]
}

// headlineActor returns the noun that would be the subject of i if i were a
// verb: the one before it, or the head of the phrase between commas before it.
func (m *matcher) headlineActor(i int) int {
	t := &m.tree
	b := t.tok(i - 1)
	if g := m.group(i - 1); g >= 0 {
		return g
	}
	if b.UPos == "NOUN" || b.UPos == "PROPN" {
		s := i - 1
		for n := 0; n < maxClimb; n++ {
			h := t.head(s)
			if h < 0 || h >= i || t.tok(s).Base() != "flat" && t.tok(s).Base() != "compound" {
				break
			}
			s = h
		}
		if t.preposition(s) != "" || t.head(s) < i {
			return -1
		}
		if len(m.at(s)) == 0 && !m.f.c.calamity.has(t, s) {
			for c := t.first[i]; c >= 0 && int(c) < s; c = t.next[c] {
				if k := int(c); t.isNoun(k) && t.preposition(k) == "" && len(m.at(k)) > 0 {
					return k // the title, where the parser cut it off the name
				}
			}
		}
		return s
	}
	if m.nationals(i - 1) {
		return i - 1
	}
	if b.Form != "," {
		return -1
	}
	switch t.tok(i).Base() {
	case "conj", "parataxis", "appos", "list":
		if h := t.head(i); h >= 0 && h < i && len(m.at(h)) > 0 && t.child(i, "cc") < 0 && t.isNoun(h) {
			return h // "a court in Seoul, South Korea, sentences"
		}
	}
	return -1
}

// nationals reports whether token i is the people of a nation, which a parser
// may take for an adjective: "Israelis fire".
func (m *matcher) nationals(i int) bool {
	k := m.tree.tok(i)
	return k.UPos == "ADJ" && strings.HasSuffix(k.Form, "s") && k.Form[0] >= 'A' && k.Form[0] <= 'Z' && len(m.at(i)) > 0
}

// group returns the token at which the cast has a body whose name ends in
// adjective i, "the Israeli military", or -1.
func (m *matcher) group(i int) int {
	if m.tree.tok(i).UPos != "ADJ" {
		return -1
	}
	for k := i; k >= 0 && k > i-2; k-- {
		for _, e := range m.at(k) {
			if m.cast.Entities[e].Kind != actor.Organization {
				continue
			}
			for _, x := range m.cast.Entities[e].Mentions {
				if x.Sentence == m.sentence && x.First <= k && x.Last == i+1 {
					return k
				}
			}
		}
	}
	return -1
}

// roughWord reports whether w only makes a number uncertain.
func (m *matcher) roughWord(w string) bool {
	switch w {
	case "around", "about", "over", "nearly", "some", "up_to", "under", "more_than", "at_least", "almost", "roughly", "approximately", "more", "at":
		return true
	}
	return false
}

// roughly reports whether what stands before noun i as a preposition only
// makes its number uncertain: "around a thousand migrants".
func (m *matcher) roughly(i int) bool {
	t := &m.tree
	if t.child(i, "nummod") < 0 {
		return false
	}
	return m.roughWord(t.preposition(i))
}

// headlineFrame fills f for a verb that the parser took for a noun: what goes
// before it is the subject, what follows without a preposition the object.
func (m *matcher) headlineFrame(i int, f *frame) {
	t := &m.tree
	if v := i - 1; v >= 0 && t.tok(v).UPos == "CCONJ" && m.joinedVerb(i) {
		if v = m.joinedTo(i); m.frame(v).state == frameReady {
			for _, s := range m.frame(v).subj {
				f.subj = append(f.subj, subject{s.tok, s.rank, sharedByConj})
			}
		}
		f.obj = append(f.obj, t.head(i+1))
		m.pool(t.head(i+1), f, 0)
		return
	}
	who := m.headlineActor(i)
	if who < 0 && t.tok(i).Base() == "compound" {
		who = i - 1
	}
	if who >= 0 {
		f.subj = append(f.subj, subject{who, 0, ownSubject})
	}
	if h := t.head(i); h > i && t.tok(i).Base() == "compound" {
		f.obj = append(f.obj, h)
		m.pool(h, f, 0)
		return
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := int(c)
		switch t.tok(k).Base() {
		case "compound", "nsubj", "nmod", "amod", "appos", "obj", "dep", "obl", "conj", "parataxis":
		default:
			continue
		}
		switch {
		case k < i:
			if who < 0 && t.isNoun(k) {
				f.subj = append(f.subj, subject{k, 0, ownSubject})
			}
		case t.preposition(k) != "" && !m.roughly(k):
			m.addPrep(f, k, i, false)
		case t.isNoun(k):
			f.obj = append(f.obj, k)
		}
	}
	for _, o := range f.obj {
		m.pool(o, f, 0)
	}
}

// onlyComma reports whether two names are joined by a comma alone.
func (m *matcher) onlyComma(first, last int) bool {
	t := &m.tree
	commas := 0
	for k := first + 1; k < last; k++ {
		switch {
		case t.tok(k).Form == ",":
			commas++
		case !t.under(k, first) && !t.under(k, last):
			return false
		}
	}
	return commas == 1
}
