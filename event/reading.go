package event

import (
	"slices"

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
		_, ok := m.f.index[t.lemma(i)]
		if !ok && len(t.tok(i).Form) > 2 {
			_, ok = m.f.index[lower(t.tok(i).Form)]
		}
		if ok || len(m.f.modals) > 0 && m.obliged(i) {
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
	if len(d.actors) == 0 && d.agentless && d.code.Type == "ASSAULT" {
		m.attackers(d)
	}
	if len(d.actors) == 0 && d.agentless && !d.bySpeaker {
		d.actors, d.actorTrust = m.fallbackActor(d), 0.6
		d.loose = len(d.actors) > 0
	}
	d.recipients = without(d.recipients, d.actors)
	if d.recipToken >= 0 && len(d.recipients) > 0 && m.stateless(d.recipients) {
		if p := m.owner(d.recipToken, anywhere, 0); len(p.parties) > 0 && !m.stateless(p.parties) && m.foreign(p.parties, d.actors) {
			d.recipients, d.recipTrust = p.parties, min(d.recipTrust, p.trust) // "the plant in Iran"
		} else if p := m.deep(d.recipToken, d.actors, -1, nil, false); len(p) > 0 && !m.stateless(p) {
			d.recipients, d.recipTrust = p, min(d.recipTrust, byPlace) // "a camp for Congolese refugees"
		}
	}
	r.turn(d)
	if d.code.Type == "AGREE" && len(d.recipients) > 0 && !m.foreign(d.recipients, d.actors) && m.is(d.recipients, "STATE") {
		d.recipients = nil // what one promises to do at home
	}
	mutual := d.code.Type == "AGREE" && m.several(d.actors)
	if mutual && len(d.stray) > 0 {
		d.recipients = nil // those who agree with each other do it to nobody
	}
	if len(d.recipients) == 0 && !mutual && !rule.reciprocal && d.code.Type != "CONSULT" && d.code.Type != "PROTEST" && !slices.Contains(d.code.Modes, "resign") {
		open := d.clause
		if open < 0 {
			open = d.inner
		}
		if p := m.deep(d.trigger, union(d.actors, d.spared), open, d.covered, d.code.Type == "ACCUSE"); len(p) > 0 {
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

// viable reports whether a draft may stand: PLOVER wants an actor, and of
// some types a recipient.
func (r *reading) viable(d *draft) bool {
	rule := d.p.rule
	if len(d.actors) == 0 && !d.bySpeaker {
		if !rule.actorless && !(rule.evidence && r.m.evidence(d.trigger)) {
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
	if rule.armed && len(d.actors) > 0 && r.m.plain(d.actors) && (d.actorToken < 0 || !r.m.f.c.weapon.has(&r.m.tree, d.actorToken)) {
		return false
	}
	if ontology[d.code.Type].Recipient && len(d.recipients) == 0 && !rule.loose && !rule.reciprocal && !d.bySpeaker {
		return false
	}
	return true
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
	case typ == "AGREE":
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

// attackers takes the actors, and what is known of the recipients, of one
// killed or wounded without an agent from the attack in which he was: "killed
// in Israeli airstrikes on Gaza", "after Iran's strikes".
func (m *matcher) attackers(d *draft) {
	t := &m.tree
	list := m.frame(d.trigger).preps
	for c := t.first[d.trigger]; c >= 0; c = t.next[c] {
		if k := int(c); t.tok(k).Base() == "conj" && t.isVerb(k) && m.frame(k).state == frameReady {
			list = append(list[:len(list):len(list)], m.frame(k).preps...)
		}
	}
	for _, x := range list {
		trust := byOwner
		switch x.prep {
		case "in", "by", "during", "from", "with", "under":
		case "after", "following", "amid":
			trust = byPlace
		default:
			continue
		}
		w := m.wordIn([]wordClass{m.f.c.attack, m.f.c.weapon}, x.tok)
		if w < 0 {
			continue
		}
		m.agents(w, 0, func(tok int, _ uint8) {
			if p := m.parties(tok, owned); len(p.parties) > 0 {
				d.actors, d.actorTrust = union(d.actors, p.parties), trust
			}
		})
		if len(d.actors) == 0 {
			continue
		}
		if c := m.candidate(w); c != nil && c.code.Type == d.code.Type {
			if m.stateless(d.recipients) && len(c.recipients) > 0 {
				d.recipients, d.recipTrust = without(c.recipients, d.actors), byOwner
			}
			if len(d.code.Modes) == 0 {
				d.code.Modes, d.code.CAMEO = c.code.Modes, c.code.CAMEO
			}
		}
		d.covered = append(d.covered[:len(d.covered):len(d.covered)], w)
		return
	}
}

// fallbackActor returns who does it when a passive does not say: for one
// driven out the land he is driven from, for one arrested or convicted the
// land where it happens, as for a crowd that nothing else names.
func (m *matcher) fallbackActor(d *draft) []int {
	var preps []string
	at := d.trigger
	switch {
	case d.code.Type == "SANCTION" && slices.Contains(d.code.Modes, "expel"), d.code.Type == "COERCE" && slices.Contains(d.code.Modes, "deport"):
		preps = []string{"from", "by", "in"}
	case d.code.Type == "PROTEST":
		preps = []string{"in", "at", "outside", "across", "throughout"}
		if v := m.clauseVerb(d.trigger); d.p.kind == lexicon.NounPattern && v >= 0 && m.f.c.occur.has(&m.tree, v) {
			at = v // "protests erupt in Tehran"
		}
	case d.code.Type == "CONCEDE", d.code.Type == "COERCE", d.code.Type == "SANCTION" && slices.Contains(d.code.Modes, "convict"):
		preps = []string{"in", "by", "at"}
	default:
		return nil
	}
	f := m.frame(at)
	for _, p := range preps {
		for _, a := range f.preps {
			if a.prep == p && !m.isTime(a.tok) {
				if x := m.parties(a.tok, named); len(x.parties) > 0 && !m.stateless(x.parties) {
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
	if typ == "ASSAULT" && (d.object >= 0 || len(d.actors) > 0 || len(d.recipients) > 0) {
		f := m.frame(d.trigger)
		for _, a := range f.preps {
			if slices.Contains(locative, a.prep) && a.prep != "from" && !m.isTime(a.tok) {
				if x := m.inCountry(a.tok); len(x.parties) > 0 && m.foreign(x.parties, d.actors) {
					d.recipients, d.recipTrust = x.parties, byPlace
					return
				}
			}
		}
	}
	switch typ {
	case "REQUEST", "REJECT", "THREATEN", "ACCUSE":
		p := m.onlyOther(d)
		if len(p) == 0 && typ != "REQUEST" {
			p = r.opponent(d.actors)
		}
		if len(p) > 0 {
			d.recipients, d.recipTrust, d.loose = p, 0.5, true
		}
		return
	}
	if typ != "SANCTION" && !d.p.rule.respond {
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

// deep returns the party nearest below token top that no slot took: of "a call
// for peacekeepers to be deployed in East Timor" East Timor. One of another
// country goes before a compatriot; the actor's own land never counts. Clauses
// with a finite verb are left alone, but for open. Nobody accuses a place.
func (m *matcher) deep(top int, actors []int, open int, covered []int, accuse bool) []int {
	t := &m.tree
	var queue [64]int
	q := append(queue[:0], top)
	var home []int
	for k := 0; k < len(q) && len(q) < 60; k++ {
		for c := t.first[q[k]]; c >= 0; c = t.next[c] {
			i := int(c)
			if i != open && m.shut(i) {
				continue
			}
			if len(q) < 60 {
				q = append(q, i)
			}
			if len(m.at(i)) == 0 || slices.ContainsFunc(covered, func(k int) bool { return k == i || t.head(k) == i }) || t.tok(i).UPos == "PRON" && t.tok(i).Rel == "nmod:poss" {
				continue
			}
			p := without(m.parties(i, named).parties, actors)
			if len(p) == 0 || !m.foreign(p, actors) {
				continue
			}
			if accuse && m.cast.Entities[p[0]].Kind == actor.Place {
				continue
			}
			if m.cast.Entities[p[0]].Country != "" {
				return p
			}
			if kind := m.cast.Entities[p[0]].Kind; home == nil && kind != actor.Place && kind != actor.Country {
				home = p
			}
		}
	}
	return home
}

// against returns whom a protest told at trigger i is aimed at: the party of
// the first noun behind it that stands behind "against", "at" or "over", or
// behind "of" in "in protest of", "in defiance of", with the clauses that hang
// on it; its own compatriots not excepted.
func (m *matcher) against(i int, actors []int) []int {
	t := &m.tree
	top := i
	if v := m.clauseVerb(i); v >= 0 {
		top = v
	}
	for k := i + 1; k < len(t.s.Tokens); k++ {
		if !t.under(k, top) || m.isTime(k) {
			continue
		}
		switch t.preposition(k) {
		case "against", "at", "over":
		case "of":
			if h := t.head(k); h < 0 || t.lemma(h) != "protest" && t.lemma(h) != "defiance" && t.lemma(h) != "removal" && t.lemma(h) != "resignation" && t.lemma(h) != "ouster" {
				continue
			}
		default:
			continue
		}
		if p := without(m.parties(k, owned).parties, actors); len(p) > 0 {
			return p
		}
	}
	return nil
}

// shut reports whether what hangs on token i is no part of what its head
// bears on: its subject, another clause, a time, a reason.
func (m *matcher) shut(i int) bool {
	t := &m.tree
	switch t.tok(i).Base() {
	case "nsubj":
		return t.tok(i).Rel != "nsubj:pass"
	case "csubj", "parataxis", "case", "det", "punct", "cc", "mark", "aux", "cop", "advmod", "vocative", "discourse":
		return true
	case "advcl":
		return t.finite(i) || t.mark(i) == ""
	case "ccomp":
		return t.finite(i)
	case "conj":
		return t.isVerb(i) || m.candidate(i) != nil
	case "acl":
		return t.tok(i).Rel == "acl:relcl"
	case "obl", "nmod":
		if m.isTime(i) || t.tok(i).Rel == "obl:agent" {
			return true
		}
		switch t.preposition(i) {
		case "by", "according_to", "despite", "after", "before", "during", "since", "until", "because_of", "like", "unlike", "as", "than", "along_with", "amid", "following", "over":
			return true
		}
	}
	return false
}

// several reports whether the parties are of more than one country.
func (m *matcher) several(parties []int) bool {
	for _, p := range parties[:min(1, len(parties))] {
		for _, q := range parties[1:] {
			if a, b := m.cast.Entities[p].Country, m.cast.Entities[q].Country; a != b && a != "" && b != "" {
				return true
			}
		}
	}
	return false
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

// inCountry returns the party with a country that the place at token i stands
// for, or the land that the words behind it name: "in Hama Governorate, Syria".
func (m *matcher) inCountry(i int) find {
	if f := m.parties(i, anywhere); len(f.parties) > 0 && !m.stateless(f.parties) {
		return f
	}
	t := &m.tree
	for k := i + 1; k < len(t.s.Tokens) && t.under(k, i); k++ {
		if e := m.at(k); len(e) > 0 && !m.stateless(e) {
			return find{e, byPlace}
		}
	}
	return find{}
}

// stateless reports whether no country is known of any of the parties.
func (m *matcher) stateless(parties []int) bool {
	for _, p := range parties {
		if m.cast.Entities[p].Country != "" {
			return false
		}
	}
	return true
}

// onlyOther returns the party of the one foreign country that the sentence
// names beside the actors', or nil when it names none or several.
func (m *matcher) onlyOther(d *draft) []int {
	var found []int
	country := ""
	for i := range m.tree.s.Tokens {
		for _, e := range m.at(i) {
			x := &m.cast.Entities[e]
			if x.Country == "" || !m.foreign([]int{e}, d.actors) {
				continue
			}
			if country != "" && x.Country != country {
				return nil
			}
			if country == "" {
				country, found = x.Country, []int{m.lord(e)}
			}
		}
	}
	return found
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
