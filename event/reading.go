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
		if c := m.candidate(i); !r.consumed[i] && c != nil && (c.code.CAMEO == "115" || c.agentless && taking(c.code.Modes)) {
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

// settle supplies the parties that construction or context gives a draft, and
// turns what is only planned or refused into what PLOVER calls it.
func (r *reading) settle(d *draft) {
	m := r.m
	rule := d.p.rule
	if len(d.actors) == 0 && len(d.partners) > 0 && !m.several(d.partners) && !rule.reciprocal && !rule.visit && !d.bySpeaker {
		d.partners, d.recipients = nil, nil // an agreement with somebody, but whose?
	}
	if rule.reciprocal && d.code.Type == "CONSULT" && len(d.actors) == 0 && len(d.partners) == 1 {
		// "Kabul says that its talks with Pakistan have failed"
		if p, ok := m.speaker(d.trigger); ok && m.foreign(p.parties, d.partners) && (m.is(p.parties, "GOV") || m.is(p.parties, "STATE") || m.is(p.parties, "REB")) {
			d.actors, d.actorTrust = p.parties, 0.8
		}
	}
	if len(d.actors) == 0 {
		m.visitors(d)
		m.nounDoer(d)
	}
	if rule.reciprocal {
		d.actors = union(d.actors, d.partners)
		d.actors = m.withoutPlaces(union(d.actors, d.recipients))
		d.recipients = nil
	} else if len(d.partners) > 0 {
		if rule.visit {
			d.recipients = union(d.recipients, d.partners)
		} else {
			d.actors = union(d.actors, d.partners)
		}
	}
	if (rule.armed || d.code.Type == "ASSAULT") && d.actorToken >= 0 && len(d.actors) > 0 && m.onlyPlaces(d.actors) && !m.f.c.attack.has(&m.tree, d.actorToken) && !m.f.c.weapon.has(&m.tree, d.actorToken) {
		d.actors, d.agentless = nil, true // a place kills nobody
	}
	if d.code.Type == "ASSAULT" && d.actorToken >= 0 && len(d.actors) > 0 && m.onlyPlaces(d.actors) && m.f.c.attack.has(&m.tree, d.actorToken) {
		if m.stateless(d.recipients) {
			d.recipients, d.recipTrust = d.actors, byPlace // "a Gaza strike"
		}
		d.actors, d.agentless = nil, true
	}
	m.mainBlow(d)
	if p := m.freedFrom(d); len(p) > 0 {
		d.actors, d.actorTrust = p, byOwner
		d.recipients = without(d.recipients, p)
	}
	if len(d.actors) == 0 && d.code.Type == "ASSAULT" {
		r.impact(d)
	}
	if len(d.actors) == 0 && d.agentless && (d.code.Type == "ASSAULT" || slices.Contains(d.code.Modes, "arrest")) {
		if m.attackers(d); len(d.actors) == 0 && d.code.Type == "ASSAULT" {
			r.sameAttack(d)
		}
	}
	if a := m.tree.agent(d.trigger); len(d.actors) == 0 && d.code.Type == "ASSAULT" && a >= 0 && m.f.c.attack.has(&m.tree, a) {
		m.attackedBy(d, a, byOwner) // "killed by an attack attributed to rebels"
	}
	if len(d.actors) == 0 && d.code.Type == "ASSAULT" && !m.passive(d.trigger) {
		for _, x := range m.frame(d.trigger).subj {
			if m.f.c.attack.has(&m.tree, x.tok) && m.attackedBy(d, x.tok, byOwner) {
				break // "a blast attributed to rebels kills ten"
			}
		}
	}
	if a := m.tree.agent(d.trigger); len(d.actors) == 0 && d.code.Type == "ASSAULT" && !d.agentless && a >= 0 && len(m.at(a)) == 0 {
		m.attackers(d) // "killed by a bomb during clashes with rebels"
	}
	if len(d.actors) == 0 && d.code.Type == "ASSAULT" && !d.agentless {
		r.sameAttack(d) // "the attack also killed two"
	}
	if len(d.actors) == 0 && d.agentless && d.code.Type == "ASSAULT" {
		m.armsOf(d)
	}
	if len(d.actors) == 0 && d.agentless && d.code.Type == "ASSAULT" && len(d.recipients) > 1 && m.inClash(d) {
		d.actors, d.recipients = d.recipients, nil // "ten soldiers and five rebels were killed in clashes"
		d.actorTrust = byOwner
		return
	}
	if d.code.Type == "PROTEST" && d.p.kind == lexicon.NounPattern && len(d.actors) == 0 {
		d.agentless = true
	}
	if len(d.actors) == 0 && (d.agentless || d.code.CAMEO == "115") && !d.bySpeaker {
		if d.actors, d.actorTrust = m.announcer(d), 0.75; len(d.actors) == 0 {
			d.actors, d.actorTrust = m.fallbackActor(d), 0.6
		}
		if len(d.actors) == 0 && (slices.Contains(d.code.Modes, "release") || slices.Contains(d.code.Modes, "arrest") || slices.Contains(d.code.Modes, "convict") || d.code.CAMEO == "115" || m.official(d)) {
			if !slices.Contains(d.code.Modes, "restrict") {
				d.actors = r.captor(d.recipients)
			}
			if len(d.actors) == 0 {
				d.actors = m.authorities(d)
			}
		}
		d.loose = len(d.actors) > 0
	}
	if d.mutual {
		d.recipients = d.actors
		return
	}
	d.recipients = m.unheard(d, without(d.recipients, d.actors))
	if len(d.recipients) > 1 {
		d.recipients = m.others(d.recipients, d.actors)
	}
	if d.recipToken >= 0 && len(d.recipients) > 0 && m.stateless(d.recipients) {
		if p := m.envoys(d); len(p) > 0 {
			d.recipients, d.recipTrust = p, byOwner
		} else if p := m.owner(d.recipToken, anywhere, 0); len(p.parties) > 0 && !m.stateless(p.parties) && m.foreign(p.parties, d.actors) {
			d.recipients, d.recipTrust = p.parties, min(d.recipTrust, p.trust) // "the plant in Iran"
		} else if p := m.deep(d.recipToken, d.actors, -1, nil, d.code.Type); len(p) > 0 && !m.stateless(p) && (d.code.Type == "ASSAULT" || !m.is(d.recipients, "PEOPLE")) {
			d.recipients, d.recipTrust = p, min(d.recipTrust, byPlace) // "a camp for Congolese refugees"
		}
	}
	if d.code.Type == "PROTEST" {
		if in := m.innerOf(d); in != nil && in.code.Type == "SUPPORT" {
			d.recipients = nil // whom they support
		}
		m.marchers(d)
		if m.onlyPlaces(d.recipients) && (d.recipToken < 0 || m.tree.preposition(d.recipToken) != "" || m.tree.tok(d.recipToken).Base() != "obj") {
			d.recipients = nil // where they march, unless it is what they block
		}
		if p := m.land(d); len(d.actors) > 0 && m.stateless(d.actors) && !m.is(d.actors, "PERSON") && m.is(d.actors, "PEOPLE") && len(p) > 0 {
			d.actors, d.actorTrust = p, byPlace
		}
	}
	if d.recipToken >= 0 && len(d.recipients) > 0 && m.onlyPlaces(d.recipients) {
		switch d.code.Type {
		case "AGREE", "ACCUSE", "REQUEST", "SUPPORT", "THREATEN":
			if isPlacing(m.tree.preposition(d.recipToken)) {
				d.recipients = nil // where it is said, or to be done
			}
		}
	}
	if d.code.Type == "ACCUSE" && d.recipToken < 0 && m.onlyPlaces(d.recipients) {
		d.recipients = nil // nobody accuses a place
	}
	if r.scheduled(d) {
		d.hypothetical, d.future = false, true
	}
	r.turn(d)
	m.blamed(d)
	m.joined(d)
	if d.code.Type == "AGREE" && len(d.recipients) > 0 && !m.foreign(d.recipients, d.actors) && m.is(d.recipients, "STATE") {
		d.recipients = nil // what one promises to do at home
	}
	mutual := d.code.Type == "AGREE" && m.several(d.actors) || slices.Contains(d.code.Modes, "ceasefire") && len(d.actors) > 1
	if mutual && len(d.stray) > 0 && !m.third(d) {
		d.recipients = nil // those who agree with each other do it to nobody
	}
	if d.code.Type == "ASSAULT" && len(d.recipients) == 0 && d.object >= 0 {
		if p := without(m.at(d.object), d.actors); m.is(p, "PEOPLE") && !m.stateless(p) {
			d.recipients, d.recipTrust = p, byName // whom they bomb, whatever land it is in
		}
	}
	if slices.Contains(d.code.Modes, "release") && len(d.recipients) == 0 && d.object >= 0 {
		if p := without(m.at(d.object), d.actors); m.is(p, "PEOPLE") && !m.stateless(p) {
			d.recipients, d.recipTrust = p, byName // "the French journalist was released"
		}
	}
	if len(d.recipients) == 0 && !mutual && !rule.reciprocal && d.code.Type != "CONSULT" && !(rule.coming && d.code.CAMEO == "036") && d.code.Type != "PROTEST" && !slices.Contains(d.code.Modes, "resign") && d.code.CAMEO != "0341" {
		open := d.clause
		if open < 0 {
			open = d.inner
		}
		if m.countable(d) >= 0 {
			m.countedOnes(d)
		} else if d.refers {
			d.recipients, d.recipTrust = r.toldOf(d.actors), byPlace
		} else if d.toAll {
			if d.toSides {
				d.recipients, d.recipTrust = r.sides(d), byPlace
			}
		} else if d.verdict() {
			// a verdict names whom it is about, or speaks of who was told of before: see supply
		} else if p := m.deep(d.trigger, union(d.actors, d.spared), open, d.covered, d.code.Type); len(p) > 0 {
			d.recipients, d.recipTrust = p, 0.65
		}
	}
	if len(d.recipients) == 0 && d.code.Type == "PROTEST" {
		if p := m.protested(d); len(p) > 0 {
			d.recipients, d.recipTrust = p, 0.75
		} else if p := m.against(d.trigger, d.actors); len(p) > 0 {
			d.recipients, d.recipTrust = p, 0.75
		} else if p := m.antis(d); len(p) > 0 {
			d.recipients, d.recipTrust = p, 0.75
		}
	}
	if d.p.rule.name == "sanction/recall-envoy" && len(d.actors) > 0 && len(d.recipients) > 0 && !m.foreign(d.recipients, d.actors) {
		d.recipients = nil // the envoy who is called home is not whom it is done to
	}
	if (len(d.recipients) == 0 && !d.toAll || d.code.Type == "ASSAULT" && m.stateless(d.recipients)) && !rule.reciprocal {
		r.supply(d)
		d.recipients = m.unheard(d, d.recipients)
	}
	if d.code.Type == "ASSAULT" && len(d.recipients) == 1 && m.is(d.recipients, "MNC") && m.is(d.recipients, "BUS") {
		if p := m.land(d); len(p) > 0 && m.foreign(p, d.actors) {
			d.recipients, d.recipTrust = p, byPlace // "at a Walmart in Michigan"
		}
	}
	if d.code.CAMEO == coup && len(d.recipients) == 0 && slices.Contains(d.code.Modes, "seize") {
		d.recipients = without(m.governmentOf(d.actors), d.actors) // from whom power is seized
	}
	m.takenFrom(d)
	m.heldBy(d)
	r.downed(d)
	m.jointly(d)
	m.overcame(d)
	m.membersOf(d)
	m.ownTarget(d)
	m.captors(d)
	m.kidnapped(d)
	m.regained(d)
	if d.code.Type == "MOBILIZE" && (d.recipToken < 0 && m.stateless(d.recipients) && m.is(d.recipients, "MIL") || d.p.rule.name == "mobilize/alert" && m.onlyPlaces(d.recipients) && !m.foreign(d.recipients, d.actors)) {
		d.recipients = nil // the ships that are sent, or where at home
	}
	m.domestic(d)
	r.accusersOwn(d)
	r.wronged(d)
	m.local(d)
	m.amongThem(d)
}
