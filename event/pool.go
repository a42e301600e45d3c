package event

import "readout/actor"

// pool adds what hangs on noun n to the arguments of its governor: "imposed
// sanctions on Iran", wherever the parser hung "on Iran".
func (m *matcher) pool(n int, f *frame, steps int) {
	t := &m.tree
	for c := t.first[n]; c >= 0; c = t.next[c] {
		i := int(c)
		switch t.tok(i).Base() {
		case "nmod", "obl":
			p := t.preposition(i)
			if p == "" {
				continue
			}
			f.preps = append(f.preps, prepArg{p, i, true})
			if p == "of" && steps < 2 && (m.f.c.portion.has(t, n) || m.f.c.outset.has(t, n)) {
				m.pool(i, f, steps+1)
			} else if p == "of" {
				if b := t.byPhrase(i); b >= 0 {
					f.preps = append(f.preps, prepArg{"by", b, true})
				}
				if m.f.classes["visit"].has(t, n) && !m.f.classes["envoy"].has(t, i) {
					for d := t.first[i]; d >= 0; d = t.next[d] {
						if k := int(d); t.tok(k).Base() == "nmod" && t.preposition(k) == "to" && t.tok(k).UPos == "PROPN" {
							f.preps = append(f.preps, prepArg{"to", k, true}) // "the visit of the king to Kenya": hung on the king
						}
					}
				}
				if m.f.classes["relations"].has(t, i) {
					for d := t.first[i]; d >= 0; d = t.next[d] {
						if p := t.preposition(int(d)); t.tok(int(d)).Base() == "nmod" && (p == "with" || p == "between") {
							f.preps = append(f.preps, prepArg{p, int(d), true}) // "the rupture of relations with"
						}
					}
				}
			} else if p == "by" {
				for d := t.first[i]; d >= 0; d = t.next[d] {
					if p := t.preposition(int(d)); t.tok(int(d)).Base() == "nmod" && (p == "on" || p == "against" || p == "upon") {
						f.preps = append(f.preps, prepArg{p, int(d), true}) // "an attack by rebels on": hung on who does it
					}
				}
			} else if p == "in" || p == "at" {
				for d := t.first[i]; d >= 0; d = t.next[d] {
					if p := t.preposition(int(d)); t.tok(int(d)).Base() == "nmod" && (p == "between" || p == "among") {
						f.preps = append(f.preps, prepArg{p, int(d), true}) // "talks in Oslo between": hung on the place
					}
				}
			}
		case "conj":
			if steps == 0 && !t.isVerb(i) {
				m.pool(i, f, steps+1)
			} else if a := t.child(i, "acl"); a > i && t.mark(a) == "to" {
				f.clauses = append(f.clauses, clauseArg{"to", a, true}) // "works with Chad and Niger to stop": the purpose of the verb
			}
		case "acl":
			if t.tok(i).Rel != "acl:relcl" || t.mark(i) == "that" && m.f.c.imputing.has(t, n) {
				f.clauses = append(f.clauses, clauseArg{t.mark(i), i, true})
				if o := t.child(i, "obj"); o >= 0 && t.gerund(i) {
					f.preps = append(f.preps, prepArg{lower(t.tok(i).Form), o, true}) // "sanctions targeting banks"
				}
				if t.gerund(i) && t.child(i, "obj") < 0 {
					for d := t.first[i]; d >= 0; d = t.next[d] {
						if t.tok(int(d)).Base() == "obl" && t.preposition(int(d)) == "with" {
							f.preps = append(f.preps, prepArg{"with", int(d), true}) // "intelligence sharing with"
						}
					}
				}
				if t.participle(i) {
					for d := t.first[i]; d >= 0; d = t.next[d] {
						if t.tok(int(d)).Base() == "obl" && t.tok(int(d)).Rel != "obl:agent" {
							if p := t.preposition(int(d)); p != "" {
								f.preps = append(f.preps, prepArg{p, int(d), true})
							}
						}
					}
				}
			}
		}
	}
}

// deeper adds to the arguments what is aimed at by a noun that hangs on an
// object, the arguments from a to b: "claimed responsibility for an attack on
// a base", "for a series of attacks targeting Christians". It goes behind all
// that is nearer.
func (m *matcher) deeper(f *frame, a, b int) {
	t := &m.tree
	for k := a; k < b; k++ {
		x := f.preps[k]
		if e := m.at(x.tok); m.isTime(x.tok) || len(e) > 0 && m.cast.Entities[e[0]].Kind != actor.Group && t.tok(x.tok).UPos != "NOUN" {
			continue
		}
		n := x.tok
		for steps := 0; steps < 2 && m.f.c.portion.has(t, n); steps++ {
			of := m.behindOf(n)
			if of < 0 {
				break
			}
			n = of
		}
		for c := t.first[n]; c >= 0; c = t.next[c] {
			i := int(c)
			switch t.tok(i).Base() {
			case "nmod":
				switch p := t.preposition(i); p {
				case "on", "to", "against", "from", "in":
					f.preps = append(f.preps, prepArg{p, i, true})
				}
			case "acl":
				if o := t.child(i, "obj"); o >= 0 && t.gerund(i) {
					f.preps = append(f.preps, prepArg{lower(t.tok(i).Form), o, true})
				}
			}
		}
	}
}

// behindOf returns the noun that hangs on n by "of", or -1.
func (m *matcher) behindOf(n int) int {
	t := &m.tree
	for c := t.first[n]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Base() == "nmod" && t.preposition(int(c)) == "of" {
			return int(c)
		}
	}
	return -1
}

// addPrep files noun i, which hangs on the trigger by a preposition. The
// agent of a passive becomes its subject.
func (m *matcher) addPrep(f *frame, i, v int, far bool) {
	t := &m.tree
	p := t.preposition(i)
	if t.tok(i).Rel == "obl:agent" || p == "by" && f.passive && !far {
		if !m.isTime(i) {
			f.subj = append(f.subj, subject{i, 0, ownSubject})
		} else if k := t.child(i, "compound"); k >= 0 && len(m.at(k)) > 0 {
			f.subj = append(f.subj, subject{k, 0, ownSubject}) // "by North Korea decades ago"
		}
		f.preps = append(f.preps, prepArg{"by", i, far})
		return
	}
	if p == "" {
		return
	}
	for _, a := range m.relative(i, v) {
		f.preps = append(f.preps, prepArg{p, a, far})
		if q := t.secondPreposition(i); q != "" {
			f.preps = append(f.preps, prepArg{q, a, far})
		}
	}
}

// hungOnTime gives verb v the places and partners that the parser hung on the
// stretch of time at i: "jailed for two years in Chile", "met in the evening with".
func (m *matcher) hungOnTime(f *frame, i, v int) {
	t := &m.tree
	if i < v || !m.isTime(i) && !m.f.classes["span"].has(t, i) {
		return
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := int(c)
		if t.tok(k).Base() != "nmod" || k < i || m.isTime(k) {
			continue
		}
		switch t.preposition(k) {
		case "in", "at", "with", "by", "against", "on", "from", "near":
			m.addPrep(f, k, v, false)
		}
	}
}

// shareBehind gives v, joined to h by a conjunction, the arguments of h that
// stand behind v: "condemned and rejected the plan".
func (m *matcher) shareBehind(v, h int, f *frame) {
	t := &m.tree
	for c := t.first[h]; c >= 0; c = t.next[c] {
		i := int(c)
		if i < v {
			continue
		}
		switch t.tok(i).Base() {
		case "obj":
			if len(f.obj) == 0 && len(f.clauses) == 0 {
				f.obj = append(f.obj, i)
			}
		case "obl":
			m.addPrep(f, i, h, true)
		}
	}
}

// shareAhead gives v the object of a verb joined to it right behind it:
// "shooting and killing a villager".
func (m *matcher) shareAhead(v int, f *frame) {
	t := &m.tree
	if m.f.classes["take-to-streets"].has(t, v) {
		return // "to demonstrate and demand a deal"
	}
	for c := t.first[v]; c >= 0; c = t.next[c] {
		i := int(c)
		if t.tok(i).Base() == "conj" && t.isVerb(i) && i > v && i <= v+3 && t.child(i, "nsubj") < 0 {
			if o := t.child(i, "obj"); o >= 0 {
				f.obj = append(f.obj, o)
			} else if x := t.child(i, "xcomp"); x > i && x <= i+2 && t.lemma(x) == t.lemma(v) {
				if o := t.child(x, "obj"); o >= 0 {
					f.obj = append(f.obj, o) // "has imposed and will continue to impose sanctions"
					m.addPhrases(f, x, v)
				}
			}
			return
		}
	}
}

// isCircumstance reports whether what a preposition brings in is another
// happening beside the one told, whose parties are not this one's.
func isCircumstance(prep string) bool {
	switch prep {
	case "during", "after", "before", "amid", "amidst", "following", "despite", "since", "until", "because_of", "due_to":
		return true
	}
	return false
}

// dateBefore reports whether the preposition of noun i is that of a date
// which stands between the two and which the parser hung on the noun.
func (m *matcher) dateBefore(i int) bool {
	t := &m.tree
	p := t.child(i, "case")
	return p >= 0 && p+1 < i && m.isTime(p+1) && !m.isTime(i) && t.isNoun(i)
}

// isRelative reports whether i is a relative pronoun.
func (t *tree) isRelative(i int) bool {
	k := t.tok(i)
	if k.UPos != "PRON" && k.UPos != "DET" && k.UPos != "SCONJ" {
		return false
	}
	switch lower(k.Form) {
	case "who", "whom", "which", "that":
		return true
	}
	return false
}

// relative returns i, or what i stands for when it is the relative pronoun of
// clause v: the antecedent and, where that cannot be a person although "who"
// asks for one, the last person before it, unless a noun for people stands right
// before the pronoun: "an agent who".
func (m *matcher) relative(i, v int) []int {
	t := &m.tree
	if !t.isRelative(i) {
		return m.one(i)
	}
	steps := 0
	for v >= 0 && steps < maxClimb && t.tok(v).Rel != "acl:relcl" && t.tok(v).Rel != "advcl:relcl" {
		v = t.head(v)
		steps++
	}
	if v < 0 || steps >= maxClimb {
		return m.one(i)
	}
	h := t.head(v)
	if h < 0 {
		return m.one(i)
	}
	if w := lower(t.tok(i).Form); (w == "who" || w == "whom") && len(m.people(h)) == 0 && (h != i-1 || !m.f.c.person.has(t, h) && !m.f.c.agent.has(t, h)) {
		for p := min(h, i) - 1; p >= 0; p-- {
			if len(m.people(p)) > 0 && t.tok(p).UPos != "PRON" {
				return m.one(p)
			}
		}
	}
	if n := m.nearer(h, i, v); n >= 0 {
		return m.one(n)
	}
	return m.one(m.lastJoined(h, i, v))
}

// nearer returns the party named right before the "which" at i, subject of a verb
// v in the singular, that it must mean because the noun h on which the parser hung
// the clause is in the plural or a person: "fears about Chad, which has invaded",
// "the president of Chad, which has invaded"; -1 where it may mean h.
func (m *matcher) nearer(h, i, v int) int {
	t := &m.tree
	if lower(t.tok(i).Form) != "which" || t.tok(i).Base() != "nsubj" || i < 2 || t.tok(i-1).Form != "," || !t.singular(v) {
		return -1
	}
	if t.tok(h).XPos != "NNS" && !m.is(m.at(h), "PERSON") {
		return -1
	}
	n := i - 2
	for steps := 0; steps < maxClimb && len(m.at(n)) == 0 && t.tok(n).Base() == "flat" && t.head(n) >= 0; steps++ {
		n = t.head(n)
	}
	if n == h || !t.under(n, h) || len(m.at(n)) == 0 || m.is(m.at(n), "PERSON") || t.tok(n).XPos == "NNS" || m.onlyPlaces(m.at(n)) {
		return -1
	}
	return n
}

// higher adds to the objects of verb v the nouns above the one that its
// relative pronoun behind a comma was hung on and that names nobody: what is
// criticised in "a policy of turning back boats, which Spain criticised" is the policy.
func (m *matcher) higher(v, i int, f *frame) {
	t := &m.tree
	if !t.isRelative(i) || i == 0 || t.tok(v).Rel != "acl:relcl" || t.tok(i-1).Form != "," {
		return
	}
	h := t.head(v)
	if h < 0 || len(m.at(h)) > 0 {
		return
	}
	for steps := 0; steps < 4; steps++ {
		if b := t.tok(h).Base(); b != "nmod" && b != "obj" && b != "acl" && b != "obl" && b != "advcl" || t.finite(h) {
			return
		}
		if h = t.head(h); h < 0 || t.isVerb(h) && t.finite(h) {
			return
		}
		if t.isNoun(h) {
			f.obj = append(f.obj, h)
		}
	}
}
