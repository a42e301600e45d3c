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
	sought   bool // the writer has been looked for
	written  int  // the writer, or -1: see writer
	depth    int  // parties asked for in order to tell that which is now: see deepest
	homed    bool // the report's country has been looked for
	homeland string
}

// matcher returns a matcher for a document, with the memory of one released.
func (f *Finder) matcher(doc *syntax.Document, cast *actor.Cast) *matcher {
	m, ok := f.idle.Get().(*matcher)
	if !ok {
		m = &matcher{}
	}
	m.f, m.doc, m.cast = f, doc, cast
	return m
}

// release keeps the memory of m for another document. What was read may go on
// using m.self, which never changes. It is not to be deferred: what a fault leaves
// half done is not used again.
func (f *Finder) release(m *matcher) {
	m.tree.s = nil
	*m = matcher{tree: m.tree, self: m.self, frames: m.frames, cands: m.cands}
	f.idle.Put(m)
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
	deed        int  // the deed blamed or praised, an event itself, or -1
	covered     []int
	specificity int
	bySpeaker   bool
	mutual      bool // the actors do it to each other
	toAll       bool // an appeal to all of some kind, of whom the clause names none
	refers      bool // what is blamed or praised was told of before
	toSides     bool // an appeal to the sides of a quarrel
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
			*f = frame{open: -1, patient: -1, subj: f.subj[:0], obj: f.obj[:0], iobj: f.iobj[:0], preps: f.preps[:0], clauses: f.clauses[:0]}
		}
		m.cands[k].state = frameNone
	}
}

// frame returns the arguments of token i as verb, adjective or noun.
func (m *matcher) frame(i int) *frame {
	f := &m.frames[i]
	if f.state == frameNone {
		f.state, f.open, f.patient = frameBusy, -1, -1
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
	c.c.p = nil
	if m.isTime(i) || m.tree.hyphened(i) {
		c.state, c.ok = frameReady, false
		return nil // "March" is a month, "youth-led" no deed
	}
	c.state, c.ok = frameBusy, false
	t := &m.tree
	lemma := t.lemma(i)
	for _, p := range m.f.triggered(t, i) {
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
	c.ok = c.ok && c.c.code.Type != nothing
	if c.ok {
		return &c.c
	}
	return nil
}

// silent returns the words by which a pattern that tells nothing knew token i.
func (m *matcher) silent(i int) []int {
	if c := &m.cands[i]; c.state == frameReady && !c.ok && c.c.p != nil && c.c.code.Type == nothing {
		return c.c.covered
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
	if ok && p.any && best.ok && best.c.p.modal {
		return // "let them go" asks by itself
	}
	if ok && p.any && best.ok {
		m.impose(&x, &best.c)
		m.narrow(&x)
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
	if p.rule.coming && !m.toCome(i) {
		return m.miss("not to come")
	}
	if p.said && !p.modal && !p.any {
		switch m.tree.mark(i) {
		case "to", "of", "for", "from":
			return m.miss("not stated")
		}
	}
	if p.not && !m.negated(i) && !m.notGoingTo(i) {
		return m.miss("not negated")
	}
	if p.modal && !m.obliged(i) {
		return m.miss("no obligation")
	}
	c := candidate{
		p: p.pattern, trigger: i, code: p.code, actorToken: -1, recipToken: -1, object: -1, inner: -1, clause: -1, deed: -1,
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
	if p.said && p.kind == lexicon.NounPattern && !m.tree.has(i, "cop") {
		return m.miss("not said of anybody")
	}
	if p.said {
		if !m.readSpeaker(i, &c) {
			return m.miss("no speaker")
		}
		c.specificity++
	}
	var used taken
	hasActor := p.said
	for k := range p.slots {
		s := &p.slots[k]
		if s.unless && (len(c.actors) > 0 || len(f.subj) == 0 || f.subj[0].kind == controlled && (c.code.Type == "RETREAT" || c.code.Type == "CONCEDE") && !m.ownWithdrawal(&c)) {
			continue // who secures a release lets nobody go
		}
		hasActor = hasActor || s.Role == 'A' || s.Owner == 'A' || s.Subject == 'A'
		if m.fill(&c, s, f, i, &used) {
			continue
		}
		if !s.Optional {
			if m.trace == nil {
				return candidate{}, false
			}
			if m.why == "" {
				m.why = "slot"
			}
			return m.miss(m.why + " " + slotName(s))
		}
	}
	if !hasActor && p.kind != lexicon.NounPattern && c.partners == nil {
		c.agentless = true
	}
	if c.code.Type == "ACCUSE" && len(c.recipients) > 0 && (c.deed >= 0 && len(without(c.recipients, c.actors)) == 0 || p.said && m.sameService(c.recipients, c.actors)) {
		return m.miss("nobody but himself to blame")
	}
	if p.said && c.code.Type == "ACCUSE" && c.recipToken >= 0 && m.firstPerson(c.recipToken) {
		return m.miss("nobody but himself to blame")
	}
	if p.rule.tried && m.broughtAbout(&c) {
		return m.miss("what they are brought to do is told")
	}
	if m.onlyWarned(&c, f) {
		return m.miss("only what is foreseen is told")
	}
	if c.code.Type == "CONSULT" && p.kind == lexicon.VerbPattern && m.callsNames(i) {
		return m.miss("what somebody is called is told")
	}
	if p.said && c.code.Type == "SUPPORT" && len(c.recipients) > 0 && !m.foreign(c.recipients, c.actors) {
		return m.miss("nobody but himself to praise")
	}
	m.complete(&c)
	m.narrow(&c)
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

// firstPerson reports whether token i is the pronoun of whoever speaks.
func (m *matcher) firstPerson(i int) bool {
	switch lower(m.tree.tok(i).Form) {
	case "i", "we", "me", "us", "myself", "ourselves":
		return m.tree.tok(i).UPos == "PRON"
	}
	return false
}

// mostSlots is how many slots a pattern may have.
const mostSlots = 8

// taken are the tokens that slots of a pattern have taken so far, which no other
// slot may take. A slot takes one at the most.
type taken struct {
	tokens [mostSlots]int
	n      int
}

func (t *taken) all() []int     { return t.tokens[:t.n] }
func (t *taken) has(i int) bool { return slices.Contains(t.tokens[:t.n], i) }

// hasAll reports whether a slot has taken each token of the list.
func (t *taken) hasAll(list []int) bool {
	return !slices.ContainsFunc(list, func(i int) bool { return !t.has(i) })
}

func (t *taken) add(i int) {
	t.tokens[t.n] = i
	t.n++
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
