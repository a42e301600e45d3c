package event

import (
	"slices"

	"readout/lexicon"
)

// A reading is one document being read: the events found so far and what of
// them bears on those to come.
type reading struct {
	m        *matcher
	events   []Event
	drafts   []draft // of the sentence at hand, in the order found
	order    []int   // triggers of the sentence, outermost first
	consumed []bool  // by token: told by another draft
	day      newsday
	setting
	scene
	sample func(*featureSet) // for Samples, or nil
}

// A draft is a candidate that its clause lets stand.
type draft struct {
	*candidate
	reality
	actors     []int
	recipients []int
	actorTrust float64
	recipTrust float64
	code       lexicon.Code
	again      int // index of the event, told before, of whose attack it tells, or -1
	within     int // index of the draft in whose X it lies, or -1
	dropped    bool
	topic      bool  // dropped, being what a protest is about
	merged     []int // triggers of drafts that tell the same
	object     int
	background bool // told by a noun in passing
	loose      bool // a party was supplied from outside the clause
}

func newReading(m *matcher) *reading {
	return &reading{m: m, day: newNewsday(m.doc.Article.Published), setting: m.setting()}
}

// sentence reads the sentence that the matcher is at.
func (r *reading) sentence() {
	m, t := r.m, &r.m.tree
	n := len(t.s.Tokens)
	r.day.enter(m)
	r.drafts, r.order = r.drafts[:0], r.order[:0]
	for i := range n {
		if m.f.triggered(t, i) != nil || len(m.f.modals) > 0 && m.obliged(i) {
			if m.candidate(i) != nil || m.silent(i) != nil {
				r.order = append(r.order, i)
			}
		}
	}
	if len(r.order) == 0 {
		return
	}
	slices.SortStableFunc(r.order, func(a, b int) int { return int(t.depth[a]) - int(t.depth[b]) })
	r.consumed = r.consumed[:0]
	for range n {
		r.consumed = append(r.consumed, false)
	}
	for _, i := range r.order {
		if !r.consumed[i] {
			r.draft(i, -1, nil)
		}
	}
	for _, i := range r.order {
		// "somebody held in Egypt will stand trial": the main clause does not say
		// where, what hangs on it does
		if c := m.candidate(i); !r.consumed[i] && c != nil && (c.code.CAMEO == "115" || c.agentless && (taking(c.code.Modes) || slices.Contains(c.code.Modes, "release"))) {
			r.draft(i, -1, nil)
		}
	}
	r.merge()
	r.emit()
}

// draft makes a draft of the candidate at trigger i, and of the events that
// its rule keeps in the complement. heir are the actors of a kept event that
// names none itself.
func (r *reading) draft(i, within int, heir []int) {
	m := r.m
	c := m.candidate(i)
	if c == nil || len(r.drafts) >= 1000 {
		for _, k := range m.silent(i) {
			r.cover(k, i) // "planned an attack", where that is nothing
		}
		return
	}
	d := draft{
		candidate: c, reality: m.reality(i), actors: c.actors, recipients: c.recipients,
		actorTrust: c.actorTrust, recipTrust: c.recipTrust, code: c.code, again: -1, within: within, object: c.object,
	}
	if c.p.modal {
		d.hypothetical, d.may, d.future = false, false, false // the demand itself is made
	}
	if len(d.actors) == 0 && len(heir) > 0 && (c.agentless || c.p.kind == lexicon.NounPattern) {
		d.actors, d.actorTrust = heir, 0.8
	}
	r.settle(&d)
	if !r.viable(&d) {
		return
	}
	if c.p.rule.coming {
		d.future = false // which its type says
	}
	at := len(r.drafts)
	r.drafts = append(r.drafts, d)
	r.consumed[i] = true
	for _, k := range c.covered {
		if k != c.deed || !c.p.rule.keep {
			r.cover(k, i)
		}
	}
	base := c.inner
	if base < 0 {
		base = c.clause
	}
	if base < 0 {
		return
	}
	doer := d.recipients
	switch {
	case d.mutual:
		doer = nil // each says it of the other
	case c.p.rule.doer == 'A':
		doer = d.actors
	}
	if c.inner >= 0 || c.p.rule.keep {
		r.complement(base, at, doer, c.p.rule.keep)
	}
	t := &r.m.tree
	for k := t.first[base]; k >= 0; k = t.next[k] {
		if t.tok(int(k)).Base() == "conj" && r.m.candidate(int(k)) != nil {
			r.complement(int(k), at, doer, c.p.rule.keep)
		}
	}
}

// complement tells the event at trigger i, which lies in the X of draft at,
// within it, or marks it as told by it.
func (r *reading) complement(i, at int, doer []int, keep bool) {
	if !keep {
		r.consume(i, 0)
		return
	}
	if !r.consumed[i] {
		r.consumed[i] = true
		r.draft(i, at, doer)
	}
}

// cover marks the word at k, by which a pattern knew trigger i, as told.
func (r *reading) cover(k, i int) {
	if k == i {
		return
	}
	r.consumed[k] = true
	for j := range r.drafts {
		if r.drafts[j].trigger == k && r.drafts[j].within < 0 {
			r.drafts[j].dropped = true
		}
	}
}

// consume marks the event at trigger i and those it composes as told.
func (r *reading) consume(i, steps int) {
	if steps > maxClimb {
		return
	}
	r.consumed[i] = true
	if c := r.m.candidate(i); c != nil {
		for _, k := range c.covered {
			r.cover(k, i)
		}
		if c.inner >= 0 {
			r.consume(c.inner, steps+1)
		}
	}
}
