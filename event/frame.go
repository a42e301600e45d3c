package event

// A frame is what the tree says of a trigger's arguments, brought into one
// form whatever the construction: deep subject and object, nouns by their
// preposition, clauses by their mark.
type frame struct {
	state   uint8
	passive bool
	open    int // subject of what may be active or passive ("Greece called for talks"), or -1
	subj    []subject
	obj     []int
	iobj    []int
	preps   []prepArg
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
	f.passive, f.open = m.passive(v), -1
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
		case "nsubj":
			if ck.Rel == "nsubj:outer" {
				continue
			}
			own = true
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
		case "compound":
			if i < v && t.isNoun(i) && len(m.at(i)) > 0 && t.child(v, "obj") >= 0 && t.child(v, "nsubj") < 0 {
				own = true
				f.passive = false
				f.subj = append(f.subj, subject{i, 0, ownSubject}) // the parser missed the subject
			}
		case "obj":
			if t.isRelative(i) && t.preposition(i) != "" {
				m.addPrep(f, i, v, false) // "which the Kremlin had called for"
				continue
			}
			f.obj = append(f.obj, m.relative(i, v)...)
		case "iobj":
			f.iobj = append(f.iobj, i)
		case "obl", "nmod":
			if i > v && ck.Rel == "obl" && t.preposition(i) == "" && (ck.UPos == "NOUN" || ck.UPos == "PROPN") && !m.isTime(i) && len(f.obj) == 0 {
				f.obj = append(f.obj, i) // an object that the parser missed
				continue
			}
			m.addPrep(f, i, v, false)
			if !m.isTime(i) {
				behind = append(behind, i) // "in particular of", "on his promise to"
			}
		case "advcl", "xcomp", "ccomp", "acl", "parataxis":
			if ck.Base() == "xcomp" && t.isNoun(i) && t.preposition(i) == "" && len(f.obj) == 0 {
				f.obj = append(f.obj, i) // "remained a member"
				continue
			}
			if ck.Base() == "xcomp" && t.participle(i) && t.mark(i) == "" && len(f.obj) == 0 {
				if o := t.child(i, "obj"); o >= 0 && i == v+1 {
					f.obj = append(f.obj, o) // "launches targeted strikes"
					continue
				}
			}
			f.clauses = append(f.clauses, clauseArg{t.mark(i), i, false})
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
			f.passive = true
		}
	}
	if !own {
		m.inherit(v, f)
	}
	if h := t.head(v); h >= 0 && k.Base() == "conj" && t.isVerb(h) {
		m.shareBehind(v, h, f)
	}
	if len(f.obj) == 0 && !f.passive && t.isVerb(v) {
		m.shareAhead(v, f)
	}
	m.stranded(v, f)
	for _, o := range f.obj {
		m.pool(o, f, 0)
	}
	for _, i := range behind {
		m.pool(i, f, 1)
	}
}

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
				case "compound", "nsubj", "nmod", "flat":
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

// passive reports whether verb v is in the passive voice.
func (m *matcher) passive(v int) bool {
	t := &m.tree
	aux := false
	for c := t.first[v]; c >= 0; c = t.next[c] {
		switch t.tok(int(c)).Rel {
		case "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent":
			return true
		case "aux", "cop":
			aux = true
		}
	}
	k := t.tok(v)
	if !t.participle(v) || aux || !t.isVerb(v) {
		return false
	}
	switch k.Base() {
	case "conj":
		h := t.head(v)
		return h >= 0 && t.isVerb(h) && t.participle(h) && m.passive(h) && t.child(v, "nsubj") < 0
	case "advcl", "amod":
		return t.child(v, "nsubj") < 0
	case "acl":
		return k.Rel != "acl:relcl"
	}
	return false
}

// bare reports whether v is a past participle without an auxiliary or an
// agent, which in a headline is a passive, and elsewhere a past tense that the
// parser took for one.
func (m *matcher) bare(v int) bool {
	t := &m.tree
	return t.participle(v) && t.child(v, "aux") < 0 && !t.has(v, "obl:agent") && t.tok(v).Base() != "acl" && t.tok(v).Base() != "amod"
}

// active reports whether v, which looks passive, must be active: bare, with an
// object of its own.
func (m *matcher) active(v int) bool {
	return m.bare(v) && m.tree.has(v, "nsubj:pass") && m.tree.child(v, "obj") >= 0
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
		return m.subjectOf(h, steps+1, sharedByConj, yield)
	case "xcomp", "ccomp":
		if k.Base() == "ccomp" && t.finite(v) {
			return false
		}
		if o := t.child(h, "obj"); o >= 0 && t.isVerb(h) && o < v && !m.f.c.subjectControl.has(t, h) {
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
		return m.subjectOf(h, steps+1, controlled, yield)
	case "advcl", "parataxis":
		if t.finite(v) {
			return false
		}
		switch t.mark(v) {
		case "of", "for", "from", "with", "into":
			if o := t.child(h, "obj"); o >= 0 && o < v && t.isVerb(h) {
				yield(o, 0, controlled) // "accused Russia of", "banned it from"
				return true
			}
		}
		if !t.isVerb(h) && !t.has(h, "cop") && t.tok(h).UPos != "ADJ" {
			return false
		}
		return m.subjectOf(h, steps+1, controlled, yield)
	case "acl":
		if k.Rel == "acl:relcl" {
			if o := t.child(v, "obj"); o >= 0 || m.passive(v) {
				yield(h, 0, antecedent)
				return true
			}
			return false
		}
		if t.mark(v) == "" && (t.gerund(v) || t.participle(v) || t.tok(v).XPos == "VBD") {
			yield(h, 0, antecedent)
			if t.gerund(v) {
				m.agents(h, steps+1, func(tok int, kind uint8) { yield(tok, 1, remote) })
			}
			return true
		}
		found := false
		m.agents(h, steps+1, func(tok int, kind uint8) { found = true; yield(tok, 0, controlled) })
		return found
	case "nmod", "appos", "dep", "flat":
		if h < v && t.isNoun(h) && t.finite(v) {
			yield(h, 0, antecedent) // a clause that the parser hung on its subject
			return true
		}
	}
	return false
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
		if ck.Base() == "nsubj" && ck.Rel != "nsubj:outer" {
			for n, a := range m.relative(int(c), h) {
				yield(a, uint8(n), kind)
			}
			found = true
		}
	}
	if found || t.child(h, "csubj") >= 0 {
		return found
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
// "appeal to R to"), or -1.
func (m *matcher) addressee(h int) int {
	t := &m.tree
	if !m.f.c.ask.has(t, h) {
		return -1
	}
	for c := t.first[h]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Base() == "obl" {
			switch t.preposition(int(c)) {
			case "on", "upon", "to", "for":
				return int(c)
			}
		}
	}
	return -1
}

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
		if s := t.child(n, "nsubj"); s >= 0 {
			out(s, controlled)
			return
		}
	}
	if p := t.possessor(n); p >= 0 {
		out(p, ownSubject)
		return
	}
	for c := t.first[n]; c >= 0; c = t.next[c] {
		i := int(c)
		if t.tok(i).Base() == "nmod" {
			switch t.preposition(i) {
			case "by":
				out(i, ownSubject)
			case "of":
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
		if v := int(c); t.tok(v).Rel == "acl" && t.participle(v) && m.f.c.ascribe.has(t, v) {
			for d := t.first[v]; d >= 0; d = t.next[d] {
				switch p := t.preposition(int(d)); {
				case t.tok(int(d)).Base() != "obl":
				case p == "to" || p == "on" || p == "by":
					out(int(d), ownSubject) // "a bombing blamed on rebels"
				}
			}
		}
	}
	if found {
		return
	}
	m.support(n, steps, func(tok int, v int) { out(tok, controlled) }, nil)
	if found {
		return
	}
	m.modifiers(n, func(tok int) { out(tok, modifier) })
	if !found && t.tok(n).Base() == "conj" {
		if h := t.head(n); h >= 0 && t.isNoun(h) {
			m.agents(h, steps+1, func(tok int, kind uint8) { yield(tok, sharedByConj) })
		}
	}
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

// possessor returns the possessor of noun n, or -1.
func (t *tree) possessor(n int) int {
	for c := t.first[n]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Rel == "nmod:poss" {
			return int(c)
		}
	}
	return -1
}

// modifiers yields the modifiers of noun n that name somebody.
func (m *matcher) modifiers(n int, yield func(tok int)) {
	t := &m.tree
	for c := t.first[n]; c >= 0; c = t.next[c] {
		i := int(c)
		switch t.tok(i).Base() {
		case "amod", "compound", "nmod", "flat":
			if i < n && t.preposition(i) == "" && t.tok(i).Rel != "nmod:poss" {
				if len(m.at(i)) > 0 {
					yield(i)
				}
				for d := t.first[i]; d >= 0; d = t.next[d] {
					if t.tok(int(d)).Base() == "conj" && len(m.at(int(d))) > 0 {
						yield(int(d)) // "Russian and American presidents"
					}
				}
			}
		}
	}
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
			ok = m.f.c.support.has(t, h)
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
			ok = m.f.c.enter.has(t, h)
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
	for c := t.first[n]; c >= 0; c = t.next[c] {
		i := int(c)
		if t.tok(i).Rel == "acl" && t.participle(i) && m.f.c.support.has(t, i) {
			m.agentOf(i, subj)
			if verb != nil {
				verb(i)
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

// addPrep files noun i, which hangs on the trigger by a preposition. The
// agent of a passive becomes its subject.
func (m *matcher) addPrep(f *frame, i, v int, far bool) {
	t := &m.tree
	p := t.preposition(i)
	if t.tok(i).Rel == "obl:agent" || p == "by" && f.passive && !far {
		if !m.isTime(i) {
			f.subj = append(f.subj, subject{i, 0, ownSubject})
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
	for c := t.first[v]; c >= 0; c = t.next[c] {
		i := int(c)
		if t.tok(i).Base() == "conj" && t.isVerb(i) && i > v && i <= v+3 && t.child(i, "nsubj") < 0 {
			if o := t.child(i, "obj"); o >= 0 {
				f.obj = append(f.obj, o)
			}
			return
		}
	}
}

// stranded files the antecedent of a relative clause under a preposition that
// is left without a noun: "consultations, which the Kremlin had called for".
func (m *matcher) stranded(v int, f *frame) {
	t := &m.tree
	if t.tok(v).Rel != "acl:relcl" {
		return
	}
	h := t.head(v)
	if h < 0 {
		return
	}
	full := len(f.obj) > 0
	for c := t.first[v]; c >= 0; c = t.next[c] {
		i := int(c)
		k := t.tok(i)
		if k.UPos == "ADP" && k.Base() != "compound" && k.Base() != "case" && i > v {
			f.preps = append(f.preps, prepArg{lower(k.Form), h, false})
			full = true
		}
		if k.Base() == "obl" && t.isRelative(i) {
			full = true
		}
	}
	if !full && !f.passive && len(f.subj) > 0 && f.subj[0].tok != h && len(f.clauses) == 0 {
		f.obj = append(f.obj, h) // "the sanctions Russia imposed"
	}
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
// asks for one, the last person before it.
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
	if w := lower(t.tok(i).Form); (w == "who" || w == "whom") && len(m.people(h)) == 0 {
		for p := min(h, i) - 1; p >= 0; p-- {
			if len(m.people(p)) > 0 && t.tok(p).UPos != "PRON" {
				return m.one(p)
			}
		}
	}
	return m.one(h)
}

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
			if p == "of" && steps < 2 && m.f.c.portion.has(t, n) {
				m.pool(i, f, steps+1)
			} else if p == "of" {
				if b := t.byPhrase(i); b >= 0 {
					f.preps = append(f.preps, prepArg{"by", b, true})
				}
			}
		case "conj":
			if steps == 0 && !t.isVerb(i) {
				m.pool(i, f, steps+1)
			}
		case "acl":
			if t.tok(i).Rel != "acl:relcl" {
				f.clauses = append(f.clauses, clauseArg{t.mark(i), i, true})
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

// misread reports whether token i, tagged a noun, must be a verb, as those of
// headlines often are ("Police arrest a man"): a determiner, a number or a
// possessive follows it and a noun goes before it.
func (m *matcher) misread(i int) bool {
	t := &m.tree
	if k := t.tok(i); k.UPos != "NOUN" || i == 0 || i+1 >= len(t.s.Tokens) || k.XPos == "VBG" {
		return false
	}
	if n := t.tok(i + 1); t.tok(i).XPos == "NNS" && m.f.verbal[t.lemma(i)] && t.preposition(i) == "" && t.child(i, "det") < 0 && t.possessor(i) < 0 {
		b := t.tok(i - 1)
		switch {
		case b.UPos != "NOUN" && b.UPos != "PROPN" || m.isTime(i-1) || m.isTime(i+1):
		case t.head(i) < 0 && (n.UPos == "PROPN" || n.UPos == "ADJ" && n.Form != lower(n.Form)):
			return true // "A court sentences Simon"
		case t.tok(i).Base() == "compound" && t.head(i) == i+1 && len(m.at(i-1)) > 0 && t.head(i-1) >= i:
			return true // "Hungary blocks access"
		}
	}
	switch n := t.tok(i + 1); {
	case n.UPos == "DET" || n.UPos == "NUM" && n.Head != i || n.XPos == "PRP$":
	default:
		return false
	}
	if t.preposition(i) != "" || t.child(i, "det") >= 0 || t.possessor(i) >= 0 || t.has(i, "cop") {
		return false
	}
	b := t.tok(i - 1)
	return (b.UPos == "NOUN" || b.UPos == "PROPN") && !m.isTime(i+1) && !m.isTime(i-1)
}

// headlineFrame fills f for a verb that the parser took for a noun: what goes
// before it is the subject, what follows without a preposition the object.
func (m *matcher) headlineFrame(i int, f *frame) {
	t := &m.tree
	if t.tok(i).Base() == "compound" {
		f.subj = append(f.subj, subject{i - 1, 0, ownSubject})
		if h := t.head(i); h > i {
			f.obj = append(f.obj, h)
			m.pool(h, f, 0)
		}
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
		case k < i && t.isNoun(k):
			f.subj = append(f.subj, subject{k, 0, ownSubject})
		case k > i && t.preposition(k) != "":
			m.addPrep(f, k, i, false)
		case k > i && t.isNoun(k):
			f.obj = append(f.obj, k)
		}
	}
	for _, o := range f.obj {
		m.pool(o, f, 0)
	}
}

// nounFrame fills f with the arguments of noun n.
func (m *matcher) nounFrame(n int, f *frame) {
	t := &m.tree
	rank := uint8(0)
	m.agents(n, 0, func(tok int, kind uint8) { f.subj = append(f.subj, subject{tok, rank, kind}) })
	m.pool(n, f, 0)
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
