package event

import (
	"slices"
	"strings"

	"readout/actor"
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
	sample   func(*featureSet) // for Samples, or nil
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
	background bool // told by a noun in passing
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
		if m.f.triggered(t, i) != nil || len(m.f.modals) > 0 && m.obliged(i) {
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
	at := len(r.drafts)
	r.drafts = append(r.drafts, d)
	r.consumed[i] = true
	for _, k := range c.covered {
		r.cover(k, i)
	}
	base := c.inner
	if base < 0 {
		base = c.clause
	}
	if base < 0 {
		return
	}
	doer := d.recipients
	if c.p.rule.doer == 'A' {
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
	if len(d.actors) == 0 && len(d.partners) > 0 && !rule.reciprocal && !rule.visit && !d.bySpeaker {
		d.partners, d.recipients = nil, nil // an agreement with somebody, but whose?
	}
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
	if (rule.armed || d.code.Type == "ASSAULT") && d.actorToken >= 0 && len(d.actors) > 0 && m.onlyPlaces(d.actors) && !m.f.c.attack.has(&m.tree, d.actorToken) && !m.f.c.weapon.has(&m.tree, d.actorToken) {
		d.actors, d.agentless = nil, true // a place kills nobody
	}
	if len(d.actors) == 0 && d.agentless && (d.code.Type == "ASSAULT" || slices.Contains(d.code.Modes, "arrest")) {
		if m.attackers(d); len(d.actors) == 0 && d.code.Type == "ASSAULT" {
			r.sameAttack(d)
		}
	}
	if len(d.actors) == 0 && d.agentless && !d.bySpeaker {
		d.actors, d.actorTrust = m.fallbackActor(d), 0.6
		d.loose = len(d.actors) > 0
	}
	if d.mutual {
		d.recipients = d.actors
		return
	}
	d.recipients = without(d.recipients, d.actors)
	if len(d.recipients) > 1 {
		d.recipients = m.others(d.recipients, d.actors)
	}
	if d.recipToken >= 0 && len(d.recipients) > 0 && m.stateless(d.recipients) {
		if p := m.owner(d.recipToken, anywhere, 0); len(p.parties) > 0 && !m.stateless(p.parties) && m.foreign(p.parties, d.actors) {
			d.recipients, d.recipTrust = p.parties, min(d.recipTrust, p.trust) // "the plant in Iran"
		} else if p := m.deep(d.recipToken, d.actors, -1, nil, d.code.Type); len(p) > 0 && !m.stateless(p) && (d.code.Type == "ASSAULT" || !m.is(d.recipients, "PEOPLE")) {
			d.recipients, d.recipTrust = p, min(d.recipTrust, byPlace) // "a camp for Congolese refugees"
		}
	}
	if d.code.Type == "PROTEST" {
		if m.onlyPlaces(d.recipients) {
			d.recipients = nil // where they march
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
	r.turn(d)
	if d.code.Type == "AGREE" && len(d.recipients) > 0 && !m.foreign(d.recipients, d.actors) && m.is(d.recipients, "STATE") {
		d.recipients = nil // what one promises to do at home
	}
	mutual := d.code.Type == "AGREE" && m.several(d.actors)
	if mutual && len(d.stray) > 0 && !m.third(d) {
		d.recipients = nil // those who agree with each other do it to nobody
	}
	if len(d.recipients) == 0 && !mutual && !rule.reciprocal && d.code.Type != "CONSULT" && d.code.Type != "PROTEST" && !slices.Contains(d.code.Modes, "resign") {
		open := d.clause
		if open < 0 {
			open = d.inner
		}
		if p := m.deep(d.trigger, union(d.actors, d.spared), open, d.covered, d.code.Type); len(p) > 0 {
			d.recipients, d.recipTrust = p, 0.65
		}
	}
	if len(d.recipients) == 0 && d.code.Type == "PROTEST" {
		if p := m.against(d.trigger, d.actors); len(p) > 0 {
			d.recipients, d.recipTrust = p, 0.75
		}
	}
	if (len(d.recipients) == 0 || d.code.Type == "ASSAULT" && m.stateless(d.recipients)) && !rule.reciprocal {
		r.supply(d)
	}
}

// third reports whether the recipients of a draft are others than those who
// agree, for whom they do what they agree on: "agree to send missiles to Ukraine".
func (m *matcher) third(d *draft) bool {
	if d.inner < 0 || len(d.recipients) == 0 || !m.foreign(d.recipients, d.actors) {
		return false
	}
	in := m.candidate(d.inner)
	return in != nil && (in.code.Type == "AID" || Quad(in.code.Type) == 4)
}

// viable reports whether a draft may stand: PLOVER wants an actor, and of
// some types a recipient.
func (r *reading) viable(d *draft) bool {
	rule := d.p.rule
	if len(d.actors) == 0 && !d.bySpeaker {
		if !rule.actorless && !(rule.evidence && (r.m.evidence(d.trigger) || r.m.is(d.recipients, "MIL") || r.m.is(d.recipients, "REB"))) {
			return false
		}
		if len(d.recipients) == 0 || d.within < 0 && r.m.relativeClause(d.trigger) {
			return false
		}
	}
	if rule.reciprocal && len(d.actors) < 2 && !rule.loose && !(rule.many && r.m.many(d.actors)) {
		return false
	}
	if d.code.Type == "THREATEN" && d.p.kind == lexicon.VerbPattern && r.m.ownPeople(d.actors, d.recipients) {
		return false // a government that warns its citizens threatens nobody
	}
	if d.p.kind == lexicon.NounPattern && d.within < 0 && !r.m.news(d.trigger) {
		if len(d.actors) == 0 || len(d.recipients) == 0 && len(d.actors) < 2 || d.loose {
			return false
		}
		d.background = true
	}
	if d.code.Type == "ASSAULT" && (r.m.accident(d.trigger) || len(d.actors) == 0 && r.m.natural(d) && (rule.evidence || strings.HasPrefix(d.code.CAMEO, "171") || strings.HasPrefix(d.code.CAMEO, "183"))) {
		return false
	}
	if d.code.Type == "ASSAULT" && r.m.reflexive(d.trigger) {
		return false
	}
	if b := r.m.tree.tok(d.trigger).Base(); strings.HasPrefix(d.code.CAMEO, "023") && ((d.loose || len(d.recipients) == 0) && r.m.relativeClause(d.trigger) || b == "acl" && r.m.tree.gerund(d.trigger)) {
		return false // "those who were seeking food"
	}
	if r.m.sporting(d) {
		return false
	}
	if strings.HasPrefix(d.code.CAMEO, "1724") && r.m.natural(d) {
		return false // an emergency of nature's making restricts nobody
	}
	if rule.armed && len(d.actors) > 0 && r.m.plain(d.actors) && (d.actorToken < 0 || !r.m.f.c.weapon.has(&r.m.tree, d.actorToken)) {
		return false
	}
	if ontology[d.code.Type].Recipient && len(d.recipients) == 0 && !rule.loose && !rule.reciprocal && !d.bySpeaker {
		return false
	}
	return true
}

// accident reports whether what trigger i tells is the outcome of an accident:
// "a helicopter crashed, killing three".
func (m *matcher) accident(i int) bool {
	t := &m.tree
	for steps := 0; i >= 0 && steps < 3; steps++ {
		for c := t.first[i]; c >= 0; c = t.next[c] {
			switch k := int(c); t.tok(k).Base() {
			case "advmod":
				if m.f.c.mishap.has(t, k) {
					return true
				}
			case "advcl", "conj":
				if m.mishappens(k) {
					return true
				}
				for d := t.first[k]; d >= 0; d = t.next[d] {
					if t.tok(int(d)).Base() == "advcl" && m.mishappens(int(d)) {
						return true // "are killed and others injured when"
					}
				}
			case "obl":
				if p := t.preposition(k); (p == "by" || p == "in" || p == "due_to" || p == "because_of" || p == "amid") && m.f.c.calamity.has(t, k) && !m.f.c.attack.has(t, k) && len(m.owner(k, owned, 0).parties) == 0 {
					return true
				}
			}
		}
		switch t.tok(i).Base() {
		case "advcl", "conj", "acl", "parataxis":
			if t.finite(i) && t.child(i, "nsubj") >= 0 {
				return false
			}
		case "nmod", "appos":
			if h := t.head(i); h < 0 || !t.isNoun(h) {
				return false
			}
		default:
			return false
		}
		if i = t.head(i); i >= 0 && (m.f.c.accident.has(t, i) && t.child(i, "obj") < 0 || t.isNoun(i) && m.f.c.calamity.has(t, i) && !m.f.c.attack.has(t, i)) {
			return true
		}
	}
	return false
}

// mishappens reports whether clause k tells of an accident: a vehicle or a
// thing does it, or is what it happens to, and the sentence names no attack and
// no weapon: "when a train struck their car".
func (m *matcher) mishappens(k int) bool {
	t := &m.tree
	switch t.mark(k) {
	case "when", "after", "as", "while":
	default:
		if w := t.child(k, "advmod"); w < 0 || lower(t.tok(w).Form) != "when" {
			return false
		}
	}
	s := t.child(k, "nsubj")
	if s < 0 && !t.isVerb(k) && t.child(k, "obj") >= 0 {
		s = t.child(k, "compound") // "train strikes", taken for two nouns
	}
	if s < 0 || !m.f.c.vehicle.has(t, s) && !m.f.c.calamity.has(t, s) && !m.f.c.accident.has(t, k) {
		return false
	}
	for i := range t.s.Tokens {
		if i != k && t.isNoun(i) && (m.f.c.attack.has(t, i) || m.f.c.weapon.has(t, i)) {
			return false
		}
	}
	return true
}

// reflexive reports whether the object of verb i is its subject, who harms
// only himself; but not so a bomber who blows himself up.
func (m *matcher) reflexive(i int) bool {
	o := m.tree.child(i, "obj")
	if o < 0 || m.f.c.explode.has(&m.tree, i) {
		return false
	}
	switch lower(m.tree.tok(o).Form) {
	case "himself", "herself", "themselves", "itself":
		return true
	}
	return false
}

// natural reports whether the sentence of a draft names a calamity and no
// attack: nobody did it.
func (m *matcher) natural(d *draft) bool {
	t := &m.tree
	found := false
	for k := range t.s.Tokens {
		noun := t.isNoun(k)
		if k != d.trigger && (noun && m.f.c.attack.has(t, k) || m.f.c.weapon.has(t, k)) {
			return false
		}
		if b := t.tok(k).Base(); noun && b != "compound" && b != "amod" && !slices.Contains(d.covered, k) {
			found = found || m.f.c.calamity.has(t, k)
		}
	}
	return found
}

// sporting reports whether a draft tells of sport: a contest in a sentence with
// words of sport, none of whose actors is a state or bears arms unless the
// sentence is full of such words; or any act in such a sentence, violence and
// protest apart, between parties that have no public part.
func (m *matcher) sporting(d *draft) bool {
	contest := m.f.c.contest.has(&m.tree, d.trigger)
	if !contest && (d.code.Type == "ASSAULT" || d.code.Type == "PROTEST") {
		return false
	}
	words := m.sportWords()
	if words == 0 || words == 1 && !contest {
		return false
	}
	public := m.is(d.actors, "GOV") || m.is(d.actors, "ARMED") || m.is(d.actors, "JUD") || m.is(d.actors, "LEG")
	if contest && words > 1 {
		return !public || m.is(d.actors, "STATE") // national teams
	}
	if m.sportHead() {
		return true
	}
	return !public && !m.is(d.actors, "STATE") && !m.is(d.recipients, "STATE") && !m.is(d.recipients, "GOV")
}

// sportHead reports whether the sentence opens by naming a sport: "In
// association football, Jordan".
func (m *matcher) sportHead() bool {
	t := &m.tree
	if len(t.s.Tokens) < 5 || lower(t.tok(0).Form) != "in" {
		return false
	}
	for k := 1; k < 4; k++ {
		if m.f.c.sport.has(t, k) && t.tok(k+1).Form == "," {
			return true
		}
	}
	return false
}

// sportWords counts the words of sport in the sentence.
func (m *matcher) sportWords() int {
	t := &m.tree
	n := 0
	for k := range t.s.Tokens {
		if m.f.c.sport.has(t, k) {
			n++
		}
	}
	return n
}

// relativeClause reports whether token i stands in a relative clause.
func (m *matcher) relativeClause(i int) bool {
	t := &m.tree
	for steps := 0; i >= 0 && steps < maxClimb; steps++ {
		switch t.tok(i).Rel {
		case "acl:relcl", "advcl:relcl":
			return true
		}
		i = t.head(i)
	}
	return false
}

// many reports whether the party is several who can act upon each other.
func (m *matcher) many(parties []int) bool {
	return len(parties) == 1 && (m.cast.Entities[parties[0]].Plural || m.cast.Entities[parties[0]].Kind == actor.Group)
}

// ownPeople reports whether the recipients are plain citizens of the actors'
// own country.
func (m *matcher) ownPeople(actors, recipients []int) bool {
	if len(actors) == 0 || len(recipients) == 0 {
		return false
	}
	for _, p := range recipients {
		e := &m.cast.Entities[p]
		if len(e.Sectors) == 0 || e.Sectors[0] != "CVL" || m.foreign([]int{p}, actors) && e.Country != "" {
			return false
		}
	}
	return true
}

// onlyPlaces reports whether all of the parties are mere places.
func (m *matcher) onlyPlaces(parties []int) bool {
	for _, p := range parties {
		if e := &m.cast.Entities[p]; e.Kind != actor.Place || len(e.Sectors) > 0 {
			return false
		}
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
	hostile := Quad(typ) == 4 || typ == "REJECT" && slices.Contains(d.code.Modes, "meet")
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
	case hostile && (d.future && !d.announced || d.may && (r.m.conditioned(d.trigger) || r.m.ofHimself(d))) && !d.negated && own:
		if r.recode(d, "threaten") {
			d.future, d.hypothetical = false, false
		}
	case typ == "AGREE", typ == "REJECT" && d.p.not:
		d.future = false
	}
}

// ofHimself reports whether a draft is said by its own actor: "Russia said it
// might expel diplomats".
func (m *matcher) ofHimself(d *draft) bool {
	p, ok := m.speaker(d.trigger)
	return ok && len(p.parties) > 0 && !m.foreign(p.parties, d.actors)
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
		if k != i && !t.finite(k) && (m.f.c.attack.has(t, k) || m.f.c.weapon.has(t, k)) && m.near(k, i) {
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
