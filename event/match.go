package event

import (
	"slices"

	"readout/actor"
	"readout/lexicon"
	"readout/place"
	"readout/syntax"
	"readout/timex"
)

// A matcher holds what is known of the sentence at hand. One serves a whole
// document; its memory is used again from sentence to sentence.
type matcher struct {
	f        *Finder
	doc      *syntax.Document
	cast     *actor.Cast
	times    []timex.Time
	places   []place.Place
	sentence int
	tree     tree
	self     []int // self[i] == i
	frames   []frame
	cands    []memo
	trace    func(p *pattern, trigger int, fits bool, why string) // for Explain, or nil
	why      string
}

type memo struct {
	state uint8
	c     candidate
	ok    bool
}

// A candidate is a pattern that fits a trigger, before the clause around it
// has had its say.
type candidate struct {
	p           *pattern
	trigger     int
	code        lexicon.Code
	actors      []int
	recipients  []int
	partners    []int
	actorTrust  float64
	recipTrust  float64
	agentless   bool // the clause names no subject at all
	actorToken  int  // token of the actor, or -1
	recipToken  int  // token of the recipient, or -1
	object      int  // token of the object, or -1
	inner       int  // token of the event in X, or -1
	clause      int  // head of the complement clause, or -1
	covered     []int
	specificity int
	bySpeaker   bool
	particle    string
	spared      []int // parties that are certainly no recipients
	stray       []int // recipients taken from the complement when nothing better is found
}

// start makes the matcher ready for sentence i.
func (m *matcher) start(i int) {
	s := &m.doc.Sentences[i]
	m.sentence = i
	m.tree.load(s)
	n := len(s.Tokens)
	for len(m.self) < n {
		m.self = append(m.self, len(m.self))
	}
	if cap(m.frames) < n {
		m.frames = make([]frame, n+n/2)
		m.cands = make([]memo, n+n/2)
	}
	m.frames, m.cands = m.frames[:n], m.cands[:n]
	for k := range n {
		f := &m.frames[k]
		if f.state != frameNone {
			*f = frame{open: -1, subj: f.subj[:0], obj: f.obj[:0], iobj: f.iobj[:0], preps: f.preps[:0], clauses: f.clauses[:0]}
		}
		m.cands[k].state = frameNone
	}
}

// frame returns the arguments of token i as verb, adjective or noun.
func (m *matcher) frame(i int) *frame {
	f := &m.frames[i]
	if f.state == frameNone {
		f.state, f.open = frameBusy, -1
		t := &m.tree
		if m.misread(i) {
			m.headlineFrame(i, f)
		} else if t.isNoun(i) && !t.isVerb(i) {
			m.nounFrame(i, f)
		} else {
			m.verbFrame(i, f)
		}
		f.state = frameReady
	}
	return f
}

// candidate returns the best reading of token i as a trigger.
func (m *matcher) candidate(i int) *candidate {
	c := &m.cands[i]
	switch c.state {
	case frameBusy:
		return nil
	case frameReady:
		if c.ok {
			return &c.c
		}
		return nil
	}
	if m.isTime(i) {
		c.state, c.ok = frameReady, false
		return nil // "March" is a month
	}
	c.state, c.ok = frameBusy, false
	t := &m.tree
	lemma := t.lemma(i)
	list := m.f.index[lemma]
	if list == nil {
		list = m.f.index[lower(t.tok(i).Form)] // a lemma gone wrong
	}
	for _, p := range list {
		m.consider(p, i, c)
	}
	if t.participle(i) {
		if form := lower(t.tok(i).Form); form != lemma {
			for _, p := range m.f.index[form] { // "opposed", where it is an adjective
				m.consider(p, i, c)
			}
		}
	}
	if len(m.f.modals) > 0 && m.obliged(i) {
		for _, p := range m.f.modals {
			m.consider(particled{p, ""}, i, c)
		}
	}
	c.state = frameReady
	if c.ok {
		return &c.c
	}
	return nil
}

// consider holds one pattern against trigger i and keeps the better reading.
func (m *matcher) consider(p particled, i int, best *memo) {
	m.why = ""
	x, ok := m.match(p, i)
	if ok {
		m.why = ""
	}
	if m.trace != nil {
		m.trace(p.pattern, i, ok, m.why)
	}
	if ok && p.any && best.ok {
		m.impose(&x, &best.c)
		best.c = x
		return
	}
	if ok && (!best.ok || x.specificity > best.c.specificity ||
		x.specificity == best.c.specificity && x.p.order < best.c.p.order) {
		best.c, best.ok = x, true
	}
}

// miss notes why a pattern does not fit, if anybody asks, and returns false.
func (m *matcher) miss(why string) (candidate, bool) {
	m.why = why
	return candidate{}, false
}

// match holds pattern p against trigger i.
func (m *matcher) match(p particled, i int) (candidate, bool) {
	if !m.fitsWord(p, i) {
		return m.miss("word form")
	}
	if p.not && !m.negated(i) {
		return m.miss("not negated")
	}
	if p.modal && !m.obliged(i) {
		return m.miss("no obligation")
	}
	c := candidate{
		p: p.pattern, trigger: i, code: p.code, actorToken: -1, recipToken: -1, object: -1, inner: -1, clause: -1,
		actorTrust: 1, recipTrust: 1, particle: p.particle,
	}
	if p.not {
		c.specificity += 3
	}
	if p.modal {
		c.specificity += 2
	}
	if p.particle != "" {
		c.specificity += 4
	}
	f := m.frame(i)
	if f.state == frameBusy {
		return m.miss("cycle")
	}
	if p.said {
		if !m.readSpeaker(i, &c) {
			return m.miss("no speaker")
		}
		c.specificity++
	}
	var used [8]int
	taken := used[:0]
	hasActor := p.said
	for k := range p.slots {
		s := &p.slots[k]
		hasActor = hasActor || s.Role == 'A' || s.Owner == 'A' || s.Subject == 'A'
		if m.fill(&c, s, f, i, &taken) {
			continue
		}
		if !s.Optional {
			if m.why == "" {
				m.why = "slot"
			}
			return m.miss(m.why + " " + slotName(s))
		}
	}
	if !hasActor && p.kind != lexicon.NounPattern && c.partners == nil {
		c.agentless = true
	}
	m.complete(&c)
	c.specificity += p.code.Prefer
	if r := p.rule; r.reciprocal {
		all := union(union(c.actors, c.partners), c.recipients)
		switch {
		case m.several(all):
			c.specificity += 3
		case len(all) < 2 && !r.many && !r.loose && !c.agentless:
			return m.miss("one party, where it takes two")
		}
	}
	return c, true
}

// fitsWord reports whether token i is of the pattern's word class and has the
// particle or the modifiers that its trigger asks for.
func (m *matcher) fitsWord(p particled, i int) bool {
	t := &m.tree
	k := t.tok(i)
	switch p.kind {
	case lexicon.VerbPattern:
		if p.any {
			return t.isVerb(i) || t.has(i, "cop")
		}
		if k.UPos != "VERB" && k.UPos != "AUX" && !m.misread(i) && !(k.UPos == "ADJ" && (k.XPos == "VBN" || k.XPos == "VBG")) {
			return false
		}
		return p.particle == "" || m.particle(i, p.particle)
	case lexicon.NounPattern:
		if k.UPos != "NOUN" && k.UPos != "PROPN" || m.misread(i) {
			return false
		}
	case lexicon.AdjPattern:
		if b := k.Base(); b == "amod" || b == "acl" && k.Rel != "acl:relcl" {
			return false
		}
		if k.UPos != "ADJ" && k.UPos != "ADV" && !(k.UPos == "VERB" && t.participle(i)) && !(k.UPos == "NOUN" && t.has(i, "cop")) {
			return false
		}
	}
	prep := t.preposition(i)
	mods := m.f.mods[p.particle]
	if prep == "under" && t.has(i, "cop") && (len(mods) == 0 || mods[0] != prep) {
		return false // "is under attack" is not attacking
	}
	if len(mods) > 0 && isPreposition(mods[0]) {
		if mods[0] != prep {
			return false
		}
		mods = mods[1:]
	}
	return precedes(t, i, mods)
}

// isPreposition reports whether the first word of a noun trigger is the
// preposition that the noun must have: "under_attack".
func isPreposition(w string) bool {
	switch w {
	case "in", "on", "under", "behind", "at":
		return true
	}
	return false
}

// particle reports whether verb i has the particle.
func (m *matcher) particle(i int, want string) bool {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := t.tok(int(c))
		if int(c) > i && lower(k.Form) == want {
			switch k.Base() {
			case "compound", "advmod", "obl", "case", "mark", "xcomp":
				return true
			}
		}
	}
	// The parser may have taken it for the preposition of what follows.
	if i+1 < len(t.s.Tokens) {
		k := t.tok(i + 1)
		return lower(k.Form) == want && (k.UPos == "ADP" || k.UPos == "ADV" || k.UPos == "PART")
	}
	return false
}

// fill finds what fills slot s and notes it in c.
func (m *matcher) fill(c *candidate, s *slot, f *frame, i int, taken *[]int) bool {
	switch s.Where {
	case lexicon.Before:
		return m.fillBefore(c, s, f, i)
	case lexicon.Object:
		return m.fillObject(c, s, f, i, taken)
	case lexicon.Prep:
		return m.fillPrep(c, s, f, i, taken)
	}
	return m.fillClause(c, s, f, i)
}

func (m *matcher) fillBefore(c *candidate, s *slot, f *frame, i int) bool {
	noun := c.p.kind == lexicon.NounPattern
	if c.p.kind == lexicon.AdjPattern && f.passive {
		for _, o := range f.obj {
			if m.accept(c, s, o) {
				return true
			}
		}
	}
	if len(f.subj) == 0 && f.open >= 0 && !noun && !c.p.takesObject && m.accept(c, s, f.open) {
		return true
	}
	if len(f.subj) == 0 {
		if noun && s.Role == 'R' {
			for _, o := range f.obj {
				if m.accept(c, s, o) {
					return true
				}
			}
		}
		if (s.Role == 'A' || s.Role == 'R') && !noun && len(s.classes) == 0 && len(s.kinds) == 0 {
			c.agentless = c.agentless || s.Role == 'A'
			return s.Role == 'A'
		}
		if s.Role == 'A' && (len(s.kinds) > 0 || c.p.rule.actorless) && f.passive && len(s.classes) == 0 {
			c.agentless = true
			return true
		}
		if noun && s.Role == 'A' && len(s.classes) == 0 && len(s.kinds) == 0 {
			c.agentless = true
			c.specificity--
			return true
		}
		return noun && s.Optional
	}
	found := false
	rank := uint8(0)
	for _, x := range f.subj {
		if found && x.rank > rank {
			break
		}
		if s.Role == 'A' && len(s.classes) == 0 && m.f.c.calamity.has(&m.tree, x.tok) {
			continue
		}
		if m.accept(c, s, x.tok) {
			found, rank = true, x.rank
			if x.kind != ownSubject && s.Role == 'A' {
				c.actorTrust = min(c.actorTrust, subjectTrust[x.kind])
			}
		}
	}
	if !found && s.Role == 'A' && len(s.classes) == 0 && len(s.kinds) == 0 &&
		(m.faceless(f.subj[0].tok) || c.code.Type == "PROTEST" && m.wordIn([]wordClass{m.f.c.person}, f.subj[0].tok) >= 0) {
		c.agentless = true
		return true
	}
	if !found && noun && s.Role == 'R' {
		for _, o := range f.obj {
			if m.accept(c, s, o) {
				return true
			}
		}
	}
	return found
}

// faceless reports whether token i is a pronoun that the cast leaves open.
func (m *matcher) faceless(i int) bool {
	return m.tree.tok(i).UPos == "PRON" && len(m.at(i)) == 0
}

// subjectTrust is how far a subject known in each way is to be trusted.
var subjectTrust = [...]float64{ownSubject: 1, sharedByConj: 0.95, controlled: 0.92, antecedent: 0.95, modifier: 0.85, remote: 0.75}

func (m *matcher) fillObject(c *candidate, s *slot, f *frame, i int, taken *[]int) bool {
	if s.Role == 'X' {
		for _, o := range f.obj {
			if !slices.Contains(*taken, o) && m.takeInner(c, o) {
				return true
			}
		}
		for _, x := range f.clauses {
			if !x.far && x.mark == "" && !m.tree.finite(x.tok) && m.takeInner(c, x.tok) {
				return true
			}
		}
		if c.particle != "" {
			for _, x := range f.preps {
				if x.prep == c.particle && !x.far && m.takeInner(c, x.tok) {
					return true
				}
			}
		}
		return false
	}
	two := false
	for k := range c.p.slots {
		two = two || &c.p.slots[k] != s && c.p.slots[k].Where == lexicon.Object
	}
	try := func(list []int) bool {
		for _, o := range list {
			if !slices.Contains(*taken, o) && m.accept(c, s, o) {
				*taken = append(*taken, o)
				return true
			}
		}
		return false
	}
	if two {
		return try(f.iobj) || try(f.obj)
	}
	if try(f.obj) || try(f.iobj) {
		return true
	}
	if c.particle != "" {
		for _, x := range f.preps {
			if x.prep == c.particle && !x.far && !slices.Contains(*taken, x.tok) && m.accept(c, s, x.tok) {
				*taken = append(*taken, x.tok)
				return true // the parser took the particle for a preposition
			}
		}
	}
	return false
}

func (m *matcher) fillPrep(c *candidate, s *slot, f *frame, i int, taken *[]int) bool {
	for pass := range 4 {
		far := pass%2 == 1
		for _, x := range f.preps {
			if x.far != far || slices.Contains(*taken, x.tok) || !hasPrep(s.Preps, x.prep) {
				continue
			}
			if isPlacing(x.prep) != (pass >= 2) {
				continue // whom it is aimed at goes before where it happens
			}
			if s.Role == 'X' {
				if m.takeInner(c, x.tok) {
					*taken = append(*taken, x.tok)
					return true
				}
				continue
			}
			if m.isTime(x.tok) {
				continue
			}
			if m.accept(c, s, x.tok) {
				*taken = append(*taken, x.tok)
				if x.far {
					c.recipTrust = min(c.recipTrust, 0.95)
				}
				return true
			}
		}
		if pass < 2 && (s.Role == 'X' || s.Role == '*' || len(s.classes) > 0) {
			for _, x := range f.clauses {
				if x.far == far && x.mark != "" && hasPrep(s.Preps, x.mark) {
					if len(s.classes) > 0 {
						if m.accept(c, s, x.tok) {
							c.clause = x.tok
							return true
						}
						continue
					}
					if s.Role == '*' {
						return true
					}
					if m.takeInner(c, x.tok) {
						return true
					}
				}
			}
		}
	}
	if slices.Contains(s.Preps, "to") && s.Role != 'X' {
		for _, o := range f.iobj {
			if m.accept(c, s, o) {
				return true
			}
		}
	}
	return false
}

// isPlacing reports whether a preposition tells where rather than at whom.
func isPlacing(prep string) bool {
	switch prep {
	case "in", "near", "across", "inside", "around", "along", "throughout", "from", "off", "within", "outside":
		return true
	}
	return false
}

// hasPrep reports whether one of the alternatives is the preposition.
func hasPrep(alts []string, prep string) bool {
	return slices.Contains(alts, prep)
}

func (m *matcher) fillClause(c *candidate, s *slot, f *frame, i int) bool {
	t := &m.tree
	for _, far := range [2]bool{false, true} {
		for _, x := range f.clauses {
			if x.far != far {
				continue
			}
			if s.Where == lexicon.ToVerb {
				if x.mark != "to" && !(x.mark == "" && t.tok(x.tok).XPos == "VB" && !far) {
					continue
				}
			} else if x.mark != "that" && x.mark != "" || x.mark == "" && !t.finite(x.tok) && t.tok(x.tok).XPos != "VB" || far && x.mark != "that" {
				continue
			}
			if s.Must && !m.obliged(x.tok) {
				continue
			}
			if m.takeClause(c, s, x.tok) {
				return true
			}
		}
	}
	if s.Where == lexicon.ToVerb {
		for _, x := range f.preps {
			if x.prep != "to" || x.far {
				continue
			}
			if s.Role == 'X' && m.takeInner(c, x.tok) {
				return true
			}
			if s.Role == '*' && t.tok(x.tok).UPos == "NOUN" && len(m.at(x.tok)) == 0 && t.child(x.tok, "det") < 0 {
				c.clause = x.tok // an infinitive that the parser took for a noun
				return true
			}
		}
	}
	return false
}

// takeClause takes the clause headed by token x as the complement of c.
func (m *matcher) takeClause(c *candidate, s *slot, x int) bool {
	if s.Subject != 0 {
		f := m.frame(x)
		if f.state == frameBusy {
			return false
		}
		var p find
		for _, sub := range f.subj {
			if p = m.parties(sub.tok, owned); len(p.parties) > 0 {
				break
			}
		}
		if len(p.parties) == 0 && f.passive {
			for _, o := range f.obj {
				if p = m.parties(o, anywhere); len(p.parties) > 0 {
					break
				}
			}
		}
		if len(p.parties) == 0 {
			return false
		}
		if s.Subject == 'A' {
			if m.foreign(p.parties, c.actors) {
				return false // somebody else is to do it
			}
		} else if sharePlace(p.parties, c.actors) {
			return false // he speaks of himself
		} else {
			m.assign(c, s.Subject, p)
		}
		c.specificity += 2
	}
	if s.Must {
		c.specificity += 2
	}
	if s.Role == 'X' {
		return m.takeInner(c, x)
	}
	c.clause = x
	c.specificity++
	return true
}

// accept reports whether token x fills slot s, and if so notes it in c.
func (m *matcher) accept(c *candidate, s *slot, x int) bool {
	t := &m.tree
	word := -1
	if len(s.classes) > 0 {
		if word = m.wordIn(s.classes, x); word < 0 && len(s.kinds) == 0 && !m.knownAs(s.classes, x) {
			return false
		}
	}
	if s.Role == 'R' && word < 0 && m.f.c.calamity.has(t, x) && len(m.at(x)) == 0 {
		return false // "fight wildfires"
	}
	var p find
	needParty := s.Role == 'A' || s.Role == 'R' || s.Role == 'C' || len(s.kinds) > 0
	if needParty {
		p = m.parties(x, m.reachOf(s, x))
		if len(s.kinds) > 0 {
			if word < 0 && !m.anyOf(c, s.kinds, p.parties) {
				return false // neither the word nor the party is of a class
			}
			c.specificity += 2
		}
		if len(p.parties) == 0 && !s.Any && (s.Role == 'A' || s.Role == 'R' || s.Role == 'C') {
			return false
		}
	}
	if word >= 0 {
		c.covered = append(c.covered, word)
	}
	if len(s.classes) > 0 && len(s.kinds) == 0 {
		c.specificity += 3
	}
	switch s.Where {
	case lexicon.Object, lexicon.Prep:
		c.specificity += 2
	default:
		c.specificity++
	}
	if s.Any {
		c.specificity--
	}
	if s.Owner != 0 {
		o := m.owners(x, s.Owner)
		if s.Owner == 'R' && len(o.parties) > 0 && len(without(o.parties, c.actors)) == 0 {
			return false // his own
		}
		if len(s.ownerKinds) > 0 {
			if !m.anyOf(c, s.ownerKinds, o.parties) {
				return false
			}
			c.specificity += 2
		}
		m.assign(c, s.Owner, o)
	}
	switch s.Role {
	case 'A', 'R', 'C':
		if s.Role == 'A' && c.actorToken < 0 {
			c.actorToken = x
		}
		if s.Role == 'R' && c.recipToken < 0 {
			c.recipToken = x
		}
		m.assign(c, s.Role, p)
		if s.Role == 'R' && c.object < 0 && m.counted(x) {
			c.object = x
		}
	case 'O':
		c.object = x
	}
	return true
}

// anyOf reports whether the parties answer to one of the kinds.
func (m *matcher) anyOf(c *candidate, kinds []string, parties []int) bool {
	for _, k := range kinds {
		if k == "FOREIGN" {
			if len(parties) > 0 && m.cast.Entities[parties[0]].Country != "" && m.foreign(parties, c.actors) {
				return true
			}
		} else if m.is(parties, k) {
			return true
		}
	}
	return false
}

// knownAs reports whether token x names or stands for somebody whom the text
// elsewhere gives a title of one of the classes: "he", of an ambassador.
func (m *matcher) knownAs(classes []wordClass, x int) bool {
	if k := m.tree.tok(x); k.UPos != "PRON" && k.UPos != "PROPN" {
		return false
	}
	for _, e := range m.at(x) {
		for n, w := range m.cast.Entities[e].Mentions {
			if n > 6 {
				break
			}
			tokens := m.doc.Sentences[w.Sentence].Tokens
			for k := max(0, w.First-2); k < w.Last && k < len(tokens); k++ {
				for _, c := range classes {
					if c.word(lower(tokens[k].Lemma)) {
						return true
					}
				}
			}
		}
	}
	return false
}

// reachOf says how far the party may be that token x stands for in slot s.
// Whoever acts must be named, or his soldiers, officials or attacks be.
func (m *matcher) reachOf(s *slot, x int) reach {
	if s.Role != 'A' && len(s.kinds) > 0 {
		return owned
	}
	if s.Role != 'A' {
		return anywhere
	}
	if len(s.classes) > 0 || m.f.c.agent.has(&m.tree, x) {
		return owned
	}
	return named
}

// wordIn returns the token at or below x that is in one of the classes: x,
// what it is a number of, what is joined to it, or the title of a name.
func (m *matcher) wordIn(classes []wordClass, x int) int {
	t := &m.tree
	in := func(i int) bool {
		for _, c := range classes {
			if c.has(t, i) {
				return true
			}
		}
		return false
	}
	if in(x) {
		return x
	}
	portion := m.f.c.portion.has(t, x) || t.tok(x).UPos == "NUM" || t.tok(x).UPos == "DET" || t.tok(x).UPos == "ADJ"
	for c := t.first[x]; c >= 0; c = t.next[c] {
		i := int(c)
		k := t.tok(i)
		switch k.Base() {
		case "conj":
			if in(i) {
				return i
			}
		case "nmod":
			if portion && t.preposition(i) == "of" && in(i) {
				return i
			}
			if k.Rel == "nmod:desc" && t.tok(x).UPos == "PROPN" && in(i) {
				return i
			}
		case "compound", "flat", "appos":
			if t.tok(x).UPos == "PROPN" && in(i) {
				return i
			}
		}
	}
	return -1
}

// assign gives role to the parties found.
func (m *matcher) assign(c *candidate, role byte, p find) {
	if len(p.parties) == 0 {
		return
	}
	switch role {
	case 'A':
		c.actors = union(c.actors, p.parties)
		c.actorTrust = min(c.actorTrust, p.trust)
	case 'R':
		c.recipients = union(c.recipients, p.parties)
		c.recipTrust = min(c.recipTrust, p.trust)
	case 'C':
		c.partners = union(c.partners, p.parties)
		c.recipTrust = min(c.recipTrust, p.trust)
	}
}

// slotName names a slot for Explain.
func slotName(s *slot) string {
	name := ""
	if len(s.Preps) > 0 {
		name = s.Preps[0] + " "
	}
	if s.Role != 0 {
		name += string(s.Role)
	}
	for _, c := range s.Class {
		name += "{" + c + "}"
	}
	if len(s.Words) > 0 {
		name += "(" + s.Words[0] + "…)"
	}
	return name
}
