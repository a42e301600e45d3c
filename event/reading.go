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
	within     int // index of the draft in whose X it lies, or -1
	dropped    bool
	merged     []int // triggers of drafts that tell the same
	object     int
	loose      bool // a party was supplied from outside the clause
}

func newReading(m *matcher) *reading {
	return &reading{m: m, day: newNewsday(m.doc.Article.Published)}
}

// sentence reads the sentence that the matcher is at.
func (r *reading) sentence() {
	m, t := r.m, &r.m.tree
	n := len(t.s.Tokens)
	r.day.enter(m)
	r.drafts, r.order = r.drafts[:0], r.order[:0]
	for i := range n {
		if _, ok := m.f.index[t.lemma(i)]; ok || len(m.f.modals) > 0 && t.isVerb(i) && m.obliged(i) {
			if m.candidate(i) != nil {
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
		return
	}
	d := draft{
		candidate: c, reality: m.reality(i), actors: c.actors, recipients: c.recipients,
		actorTrust: c.actorTrust, recipTrust: c.recipTrust, code: c.code, within: within, object: c.object,
	}
	if len(d.actors) == 0 && len(heir) > 0 && (c.agentless || c.p.kind == lexicon.NounPattern) {
		d.actors, d.actorTrust = heir, 0.8
	}
	r.settle(&d)
	if !r.viable(&d) {
		return
	}
	at := len(r.drafts)
	r.drafts = append(r.drafts, d)
	r.consumed[i] = true
	for _, k := range c.covered {
		r.cover(k, i, d.code.Type)
	}
	if c.inner < 0 {
		return
	}
	if c.p.rule.keep {
		r.consumed[c.inner] = true
		doer := d.recipients
		if c.p.rule.doer == 'A' {
			doer = d.actors
		}
		r.draft(c.inner, at, doer)
		return
	}
	r.consume(c.inner, 0)
}

// cover marks the word at k, by which a pattern knew trigger i, as told, when
// the word would otherwise tell an event of the same type.
func (r *reading) cover(k, i int, typ string) {
	if k == i {
		return
	}
	if c := r.m.candidate(k); c != nil && (c.code.Type == typ || c.p.kind == lexicon.NounPattern && Quad(c.code.Type) == Quad(typ)) {
		r.consumed[k] = true
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
			r.cover(k, i, c.code.Type)
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
	if rule.reciprocal {
		d.actors = union(d.actors, d.partners)
		d.actors = union(d.actors, d.recipients)
		d.recipients = nil
	} else if len(d.partners) > 0 {
		if rule.visit {
			d.recipients = union(d.recipients, d.partners)
		} else {
			d.actors = union(d.actors, d.partners)
		}
	}
	if len(d.actors) == 0 && d.agentless && !d.bySpeaker {
		d.actors, d.actorTrust = m.fallbackActor(d), 0.6
		d.loose = len(d.actors) > 0
	}
	d.recipients = without(d.recipients, d.actors)
	r.turn(d)
	if len(d.recipients) == 0 {
		r.supply(d)
	}
}

// viable reports whether a draft may stand: PLOVER wants an actor, and of
// some types a recipient.
func (r *reading) viable(d *draft) bool {
	rule := d.p.rule
	if len(d.actors) == 0 && !d.bySpeaker {
		if !rule.actorless && !(rule.evidence && r.m.evidence(d.trigger)) {
			return false
		}
		if len(d.recipients) == 0 {
			return false
		}
	}
	if rule.reciprocal && len(d.actors) < 2 && !rule.loose {
		return false
	}
	if rule.armed && len(d.actors) > 0 && r.m.plain(d.actors) {
		return false
	}
	if ontology[d.code.Type].Recipient && len(d.recipients) == 0 && !rule.loose && !d.bySpeaker {
		return false
	}
	return true
}

// plain reports whether none of the parties has a country or a sector.
func (m *matcher) plain(parties []int) bool {
	for _, p := range parties {
		if e := &m.cast.Entities[p]; e.Country != "" || len(e.Sectors) > 0 {
			return false
		}
	}
	return true
}

// turn gives an act that is announced, planned, threatened or refused the
// type that PLOVER has for it.
func (r *reading) turn(d *draft) {
	typ := d.code.Type
	coop := Quad(typ) == 2 || typ == "CONSULT" || typ == "SUPPORT" || typ == "CONCEDE" || typ == "RETREAT"
	hostile := Quad(typ) == 4 && typ != "RETREAT"
	own := len(d.actors) > 0
	switch {
	case coop && d.future && d.negated && own:
		if r.recode(d, "refused") {
			d.future, d.negated = false, false
		}
	case coop && d.future && !d.negated:
		if r.recode(d, "future") {
			d.future = typ == "CONCEDE" && d.code.Type == "CONCEDE"
		}
	case hostile && d.future && !d.negated && own && !d.announced:
		if r.recode(d, "threaten") {
			d.future = false
		}
	case typ == "AGREE":
		d.future = false
	}
}

// recode gives d the code that a table says, if it says any.
func (r *reading) recode(d *draft, table string) bool {
	t := r.m.f.tables[table]
	if t == nil {
		return false
	}
	code, ok := lookup(t, d.code)
	if !ok {
		return false
	}
	base := d.code
	if code.Type != "" && code.Type != base.Type && code.Modes == nil {
		base.Modes = nil
	}
	d.code = code.Over(base)
	return true
}

// evidence reports whether the clause of trigger i speaks of an attack or a
// weapon, so that a death in it is nobody's accident.
func (m *matcher) evidence(i int) bool {
	t := &m.tree
	if m.f.c.attack.has(t, i) {
		return true
	}
	for k := range t.s.Tokens {
		if k != i && (m.f.c.attack.has(t, k) || m.f.c.weapon.has(t, k)) && m.near(k, i) {
			return true
		}
	}
	return false
}

// near reports whether token k lies below trigger i, or below the clause that
// i is joined to, with no other clause between.
func (m *matcher) near(k, i int) bool {
	t := &m.tree
	top := i
	for steps := 0; steps < maxClimb; steps++ {
		switch t.tok(top).Base() {
		case "conj", "xcomp", "advcl", "acl":
			if h := t.head(top); h >= 0 {
				top = h
				continue
			}
		}
		break
	}
	return t.under(k, top)
}

// fallbackActor returns who does it when a passive does not say: for one
// driven out the land he is driven from, for one arrested or convicted the
// land where it happens.
func (m *matcher) fallbackActor(d *draft) []int {
	var preps []string
	switch {
	case d.code.Type == "SANCTION" && slices.Contains(d.code.Modes, "expel"), d.code.Type == "COERCE" && slices.Contains(d.code.Modes, "deport"):
		preps = []string{"from", "by", "in"}
	case d.code.Type == "COERCE", d.code.Type == "SANCTION" && slices.Contains(d.code.Modes, "convict"):
		preps = []string{"in", "by", "at"}
	default:
		return nil
	}
	f := m.frame(d.trigger)
	for _, p := range preps {
		for _, a := range f.preps {
			if a.prep == p && !m.isTime(a.tok) {
				if x := m.parties(a.tok, false); len(x.parties) > 0 {
					return m.lords(x.parties)
				}
			}
		}
	}
	return nil
}

// supply looks outside the trigger's arguments for the recipient of a draft.
func (r *reading) supply(d *draft) {
	m := r.m
	typ := d.code.Type
	if typ == "ASSAULT" && (d.object >= 0 || len(d.actors) > 0) {
		f := m.frame(d.trigger)
		for _, a := range f.preps {
			if slices.Contains(locative, a.prep) && a.prep != "from" && !m.isTime(a.tok) {
				if x := m.parties(a.tok, true); len(x.parties) > 0 && m.foreign(x.parties, d.actors) {
					d.recipients, d.recipTrust = x.parties, byPlace
					return
				}
			}
		}
	}
	if !ontology[typ].Recipient && !d.p.rule.respond {
		return
	}
	if p := m.otherParty(d); len(p) > 0 {
		d.recipients, d.recipTrust, d.loose = p, 0.5, true
		return
	}
	if p := r.opponent(d.actors); len(p) > 0 {
		d.recipients, d.recipTrust, d.loose = p, 0.5, true
	}
}

// foreign reports whether none of a shares a country with any of b.
func (m *matcher) foreign(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y || m.cast.Entities[x].Country != "" && m.cast.Entities[x].Country == m.cast.Entities[y].Country {
				return false
			}
		}
	}
	return true
}

// otherParty returns a state, or somebody of one, that the sentence names
// beside the actors: the first behind the trigger, else the last before it.
func (m *matcher) otherParty(d *draft) []int {
	if len(d.actors) == 0 {
		return nil
	}
	ok := func(i int) []int {
		var out []int
		for _, e := range m.at(i) {
			if m.cast.Entities[e].Country != "" && m.foreign([]int{e}, d.actors) {
				out = append(out, m.lord(e))
			}
		}
		return out
	}
	n := len(m.tree.s.Tokens)
	for i := d.trigger + 1; i < n; i++ {
		if p := ok(i); len(p) > 0 {
			return p
		}
	}
	for i := d.trigger - 1; i >= 0; i-- {
		if p := ok(i); len(p) > 0 {
			return p
		}
	}
	return nil
}

// opponent returns the other side of the last act, at most three sentences
// back, that has one of the actors, or a compatriot, on one side.
func (r *reading) opponent(actors []int) []int {
	for k := len(r.events) - 1; k >= 0; k-- {
		e := &r.events[k]
		if r.m.sentence-e.Sentence > 3 {
			break
		}
		if len(e.Recipients) == 0 {
			continue
		}
		if !r.m.foreign(e.Recipients, actors) && r.m.foreign(e.Actors, actors) {
			return r.m.lords(e.Actors)
		}
		if !r.m.foreign(e.Actors, actors) && r.m.foreign(e.Recipients, actors) {
			return r.m.lords(e.Recipients)
		}
	}
	return nil
}
