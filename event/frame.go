package event

import "slices"

// A frame is what the tree says of a trigger's arguments, brought into one
// form whatever the construction: deep subject and object, nouns by their
// preposition, clauses by their mark.
type frame struct {
	state   uint8
	passive bool
	open    int // subject of what may be active or passive ("Greece called for talks"), or -1
	patient int // who undergoes what a noun tells, where that is the subject of its clause, or -1
	subj    []subject
	obj     []int
	iobj    []int
	preps   []prepArg
	nested  [2]int // from where to where preps hang on nouns behind other prepositions
	clauses []clauseArg
}

// A subject is a token that may name who does it. Of several ranks the lowest
// that gives a party is taken; tokens of one rank belong together.
type subject struct {
	tok  int
	rank uint8
	kind uint8
}

// How a subject is known, which bears on the confidence.
const (
	ownSubject   = iota // subject, agent, possessor
	sharedByConj        // subject of the clause it is joined to
	controlled          // subject or object of a governing verb
	antecedent          // what a relative clause or participle hangs on
	modifier            // "Russian" of "Russian expulsions"
	remote              // owner of the noun that governs it
)

type prepArg struct {
	prep string
	tok  int
	far  bool // belongs to the object or a support verb rather than the trigger
}

type clauseArg struct {
	mark string
	tok  int
	far  bool
}

const (
	frameNone = iota
	frameBusy
	frameReady
)

const maxClimb = 12 // steps of inheritance followed in a tree

// verbFrame fills f with the arguments of verb or adjective v.
func (m *matcher) verbFrame(v int, f *frame) {
	t := &m.tree
	k := t.tok(v)
	f.passive = m.passive(v)
	if f.passive && m.active(v) {
		f.passive = false
	}
	own := false
	var room [8]int
	behind := room[:0] // nouns behind a preposition, whose own phrases come last
	for c := t.first[v]; c >= 0; c = t.next[c] {
		i := int(c)
		ck := t.tok(i)
		switch ck.Base() {
		case "aux":
			if s := t.child(i, "nsubj"); s >= 0 && s < i && t.lemma(i) == "have" && t.child(v, "nsubj") < 0 && !f.passive {
				f.subj, own = append(f.subj, subject{s, 0, ownSubject}), true // hung on "has"
			}
		case "nsubj":
			if t.outer(i) {
				continue
			}
			own = true
			if m.heralds(i, v) {
				continue
			}
			if b := m.fellow(i, v); b >= 0 {
				if f.passive {
					f.obj = append(f.obj, b)
				} else {
					f.subj = append(f.subj, subject{b, 0, ownSubject})
				}
				if t.tok(i).UPos == "NOUN" {
					continue // it only says what the name is
				}
			}
			if ck.UPos == "PRON" && len(m.at(i)) == 0 && !f.passive && !t.isRelative(i) {
				if h := m.sayer(v); h >= 0 {
					m.subjectOf(h, 1, controlled, func(tok int, rank, _ uint8) {
						if rank == 0 {
							f.subj = append(f.subj, subject{tok, 0, controlled})
						}
					})
					if len(f.subj) > 0 {
						continue
					}
				}
				if h := m.teller(v); h >= 0 {
					m.agents(h, 1, func(tok int, kind uint8) { f.subj = append(f.subj, subject{tok, 0, controlled}) })
					if len(f.subj) > 0 {
						continue
					}
				}
			}
			for n, a := range m.relative(i, v) {
				if f.passive {
					f.obj = append(f.obj, a)
					if f.open < 0 && m.bare(v) {
						f.open = a
					}
				} else {
					kind := uint8(ownSubject)
					if a != i {
						kind = antecedent
					}
					f.subj = append(f.subj, subject{a, uint8(n), kind})
				}
			}
		case "csubj":
			own = true
			if ck.Rel != "csubj:outer" && k.UPos == "ADJ" {
				if i > v {
					f.clauses = append(f.clauses, clauseArg{t.mark(i), i, false}) // "it is shameful that they"
				} else if s := t.child(i, "nsubj"); s >= 0 {
					f.subj = append(f.subj, subject{s, 0, controlled}) // "what they do is shameful"
				}
			}
		case "discourse", "vocative", "dislocated":
			if i < v && t.tok(i).UPos == "PROPN" && len(m.at(i)) > 0 && t.finite(v) && t.child(v, "nsubj") < 0 && !f.passive {
				own = true
				f.subj = append(f.subj, subject{i, 0, ownSubject}) // no interjection is a party
			} else if s := t.child(v, "nsubj"); s > i && !f.passive && t.tok(s).UPos == "PROPN" && len(m.at(i)) > 0 && len(m.at(s)) > 0 && m.onlyComma(i, s) {
				f.subj = append(f.subj, subject{i, 0, ownSubject}) // a headline: "Biden, Xi hold call"
			}
		case "compound":
			if s := m.missed(v, i); s >= 0 {
				own = true
				f.passive = false
				f.subj = append(f.subj, subject{s, 0, ownSubject})
			}
		case "obj":
			if o := m.given(v, i); o >= 0 && !f.passive {
				f.iobj = append(f.iobj, o)
			}
			if t.isRelative(i) && t.twoObjects(v, i) {
				continue // of "which Turkey accuses the US of arming" it is what they arm
			}
			if t.isRelative(i) && t.preposition(i) != "" {
				m.addPrep(f, i, v, false) // "which the Kremlin had called for"
				continue
			}
			f.obj = append(f.obj, m.relative(i, v)...)
			m.higher(v, i, f)
		case "iobj":
			f.iobj = append(f.iobj, i)
		case "obl", "nmod":
			if ck.XPos == "VB" && t.mark(i) == "to" {
				f.clauses = append(f.clauses, clauseArg{"to", i, false}) // an infinitive, whatever it was called
				continue
			}
			if i > v && len(f.obj) == 0 && t.child(v, "obj") < 0 && m.roughly(i) {
				f.obj = append(f.obj, i)
				continue
			}
			if i > v && len(f.obj) == 0 && t.child(v, "obj") < 0 && !f.passive && m.dateBefore(i) {
				f.obj = append(f.obj, i) // "imposed on January 9 new sanctions on Mali"
				continue
			}
			if i > v && ck.Rel == "obl" && t.preposition(i) == "" && (ck.UPos == "NOUN" || ck.UPos == "PROPN") && !m.isTime(i) && len(f.obj) == 0 {
				f.obj = append(f.obj, i) // an object that the parser missed
				continue
			}
			m.addPrep(f, i, v, false)
			m.hungOnTime(f, i, v)
			if !m.isTime(i) && !isCircumstance(t.preposition(i)) {
				behind = append(behind, i) // "in particular of", "on his promise to"
			}
		case "advmod":
			for d := t.first[i]; d >= 0 && i == v+1 && (ck.UPos == "ADV" || ck.UPos == "ADJ"); d = t.next[d] {
				if b := t.tok(int(d)).Base(); int(d) > i && (b == "obl" || b == "nmod") {
					m.addPrep(f, int(d), v, false) // "drew closer to France", "spoke scathingly of it"
				}
			}
		case "advcl", "xcomp", "ccomp", "acl", "parataxis":
			if ck.Base() == "parataxis" && i > v && t.child(i, "nsubj") >= 0 && m.behindSemicolon(i, v) {
				continue // a sentence of its own
			}
			if ck.Base() == "xcomp" && t.isNoun(i) && t.preposition(i) == "" && len(f.obj) == 0 {
				f.obj = append(f.obj, i) // "remained a member"
				continue
			}
			if len(f.obj) == 0 && m.nounTakenForVerb(v, i) {
				f.obj = append(f.obj, i)
				m.addPhrases(f, i, v)
				continue
			}
			if ck.Base() == "xcomp" && t.participle(i) && t.mark(i) == "" && len(f.obj) == 0 {
				if o := t.child(i, "obj"); o >= 0 && i == v+1 {
					f.obj = append(f.obj, o) // "launches targeted strikes"
					continue
				}
			}
			f.clauses = append(f.clauses, clauseArg{t.mark(i), i, false})
			if s := t.child(i, "nsubj"); ck.Base() == "xcomp" && ck.XPos == "VB" && s > v && s < i && len(f.obj) == 0 && t.mark(i) == "" && !t.has(i, "aux") && !t.has(i, "cop") {
				f.obj = append(f.obj, s) // "helped the army retake the town"
			}
			if ck.Base() == "xcomp" && (t.gerund(i) || ck.UPos == "ADJ") {
				behind = append(behind, i) // "stopped working with", "found guilty at a court"
			}
		}
	}
	if h := t.head(v); h >= 0 && k.Rel == "acl:relcl" && t.isNoun(h) {
		for c := t.first[v]; c >= 0; c = t.next[c] {
			if ck := t.tok(int(c)); ck.Base() == "advmod" && lower(ck.Form) == "where" {
				f.preps = append(f.preps, prepArg{"in", h, true}) // "Libya, where Turkey sent soldiers"
			}
		}
	}
	if !own {
		s := m.torn(v)
		if s < 0 {
			s = m.interrupted(v)
		}
		if s < 0 {
			s = m.apposed(v)
		}
		if s < 0 {
			s = m.outOfSpeech(v)
		}
		if s >= 0 {
			own = true
			if f.passive {
				f.obj = append(f.obj, s)
			} else {
				f.subj = append(f.subj, subject{s, 0, ownSubject})
			}
		}
	}
	if h := t.head(v); h >= 0 && own && k.Base() == "acl" && len(f.obj) == 0 && !f.passive && t.mark(v) == "that" && m.f.c.support.has(t, v) && m.toldThem(v) < 0 {
		f.obj = append(f.obj, h) // "the promise that Oslo has made", the pronoun taken for a mark
	}
	if !own && !f.passive && t.finite(v) {
		for _, o := range f.obj {
			if s := t.child(o, "nsubj"); s >= 0 && s < v && o > v && !t.has(o, "cop") {
				own = true
				f.subj = append(f.subj, subject{s, 0, ownSubject}) // hung on the object
				break
			}
		}
	}
	if f.passive && m.f.c.double.has(t, v) && len(f.obj) > 0 {
		for c := t.first[v]; c >= 0; c = t.next[c] {
			i := int(c)
			if b := t.tok(i).Base(); i < v || b != "obj" && b != "xcomp" || !t.isNoun(i) || slices.Contains(f.obj, i) && b != "obj" {
				continue
			}
			f.iobj, f.obj = append(f.iobj, f.obj[0]), []int{i} // "Ukraine was given tanks"
			if b := t.byPhrase(i); b >= 0 {
				f.subj = append(f.subj, subject{b, 0, ownSubject})
			}
			break
		}
	}
	switch k.Base() {
	case "amod":
		h := t.head(v)
		if h < 0 || !t.isVerb(v) {
			break
		}
		if own && len(f.subj) > 0 {
			f.obj = append(f.obj, h) // a verb with a subject is no modifier
		} else if s := m.headlineSubject(v, h); s >= 0 {
			f.passive, own = false, true
			f.subj = append(f.subj, subject{s, 0, ownSubject})
			f.obj = append(f.obj, h)
		} else if t.participle(v) {
			f.passive, own = true, true
			f.obj = append(f.obj, h)
		}
	case "acl":
		if k.Rel != "acl:relcl" && t.participle(v) && !own {
			f.passive = !m.transitive(v, f)
			if h := t.head(v); f.passive && h >= 0 && t.isNoun(h) {
				if patient, ok := m.undergone(h); ok {
					for _, p := range [...]string{"on", "against"} {
						f.preps = append(f.preps, prepArg{p, patient, true}) // "lives under a blockade imposed by"
					}
				}
			}
		}
	}
	if s := m.gerundSubject(v); !own && s >= 0 {
		own = true
		f.subj = append(f.subj, subject{s, 0, ownSubject})
	}
	if !own {
		m.inherit(v, f)
	}
	if len(f.obj) == 2 && m.asHostage(f.obj[0]) {
		f.obj[0], f.obj[1] = f.obj[1], f.obj[0] // who is taken goes before as what
	}
	if f.passive && len(f.subj) == 0 {
		if b := m.lowAgent(v); b >= 0 {
			f.subj = append(f.subj, subject{b, 0, ownSubject})
		} else {
			m.bench(v, f)
		}
	}
	if h := t.head(v); h >= 0 && k.Base() == "conj" && t.isVerb(h) {
		m.shareBehind(v, h, f)
	}
	if len(f.obj) == 0 && !f.passive && t.isVerb(v) {
		m.shareAhead(v, f)
	}
	m.stranded(v, f)
	own0 := len(f.preps)
	for _, o := range f.obj {
		m.pool(o, f, 0)
	}
	pooled := len(f.preps)
	for _, i := range behind {
		if len(f.obj) == 0 || i < f.obj[0] || t.preposition(i) != "as" { // "condemned the raid as a violation of its airspace"
			m.pool(i, f, 1)
		}
	}
	f.nested = [2]int{pooled, len(f.preps)}
	m.deeper(f, own0, pooled)
}

// behindSemicolon reports whether a semicolon parts the clause of verb i from v before it.
func (m *matcher) behindSemicolon(i, v int) bool {
	t := &m.tree
	for k := i - 1; k > v; k-- {
		if t.tok(k).Form == ";" && t.under(k+1, i) {
			return true
		}
	}
	return false
}

// inherit gives v, which has no subject of its own, that of the clause it
// depends on.
func (m *matcher) inherit(v int, f *frame) {
	m.surface(v, 0, func(tok int, rank, kind uint8) {
		if f.passive {
			if rank == 0 {
				f.obj = append(f.obj, tok)
			}
			return
		}
		f.subj = append(f.subj, subject{tok, rank, kind})
	})
}

// lastJoined returns the one of those joined to noun h that stands right before
// relative pronoun i when the verb v of the clause is in the singular: "the
// militias and Turkey, which has threatened"; else h.
func (m *matcher) lastJoined(h, i, v int) int {
	t := &m.tree
	last := h
	for c := t.first[h]; c >= 0 && int(c) < i; c = t.next[c] {
		if k := int(c); t.tok(k).Base() == "conj" && k > h {
			last = k
		}
	}
	if last == h || last < i-3 || !t.singular(v) {
		return h
	}
	return last
}

// singular reports whether the finite form of verb v is one of the singular.
func (t *tree) singular(v int) bool {
	if t.tok(v).XPos == "VBZ" {
		return true
	}
	for c := t.first[v]; c >= 0; c = t.next[c] {
		k := t.tok(int(c))
		if b := k.Base(); (b == "aux" || b == "cop") && (k.XPos == "VBZ" || lower(k.Form) == "was") {
			return true
		}
	}
	return false
}
