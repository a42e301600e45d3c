package event

import (
	"slices"
	"strings"

	"readout/actor"
	"readout/lexicon"
)

// attackers takes the actors, and what is known of the recipients, of one
// killed or wounded without an agent from the attack in which he was: "killed
// in Israeli airstrikes on Gaza", "after Iran's strikes", "as a result of an
// attack", "in a shootout with police".
func (m *matcher) attackers(d *draft) {
	t := &m.tree
	list := m.frame(d.trigger).preps
	for c := t.first[d.trigger]; c >= 0; c = t.next[c] {
		if k := int(c); t.tok(k).Base() == "conj" && t.isVerb(k) && m.frame(k).state == frameReady {
			list = append(list[:len(list):len(list)], m.frame(k).preps...)
			if a := t.agent(k); a >= 0 && m.passive(k) && m.passive(d.trigger) {
				if p := without(m.parties(a, owned).parties, d.recipients); len(p) > 0 {
					d.actors, d.actorTrust = p, byOwner // "were killed and others abducted by bandits"
					return
				}
			}
		}
	}
	for _, x := range list {
		trust := byOwner
		at := x.tok
		switch x.prep {
		case "in", "by", "during", "from", "with", "under":
		case "after", "following", "amid", "due_to", "because_of", "as_a_result_of":
			trust = byPlace
		case "as":
			if at = t.child(at, "nmod"); at < 0 || t.lemma(x.tok) != "result" {
				continue
			}
		default:
			continue
		}
		if w := m.wordIn([]wordClass{m.f.c.attack, m.f.c.weapon}, at); w >= 0 && m.attackedBy(d, w, trust) {
			return
		}
	}
	// Further down, in what is joined to the trigger: "are killed and shops
	// burned in an attack by gunmen".
	for k := d.trigger + 1; k < len(t.s.Tokens); k++ {
		if t.finite(k) || !m.f.c.attack.has(t, k) || !m.near(k, d.trigger) {
			continue
		}
		switch t.preposition(k) {
		case "before", "despite", "since", "against", "for", "to", "about":
			continue
		}
		if t.tok(k).Base() != "compound" && m.attackedBy(d, k, byPlace) {
			return
		}
	}
}

// attackedBy takes the actors of d, and what it lacks of recipients and mode,
// from the attack told at token w, and reports whether w tells who attacked.
func (m *matcher) attackedBy(d *draft, w int, trust float64) bool {
	m.agents(w, 0, func(tok int, _ uint8) {
		if p := without(m.parties(tok, owned).parties, d.recipients); len(p) > 0 && !m.onlyPlaces(p) {
			d.actors, d.actorTrust = union(d.actors, p), trust
		}
	})
	if len(d.actors) == 0 {
		m.contender(d, w)
	}
	if len(d.actors) == 0 {
		return false
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
	return true
}

// sameAttack takes the actors of d, and the recipients it lacks, from the last
// attack told, at most two sentences back, if that is the one that its clause
// speaks of: "four others were also killed in the attack".
func (r *reading) sameAttack(d *draft) {
	m, t := r.m, &r.m.tree
	for _, x := range m.frame(d.trigger).preps {
		if x.prep != "in" && x.prep != "by" && x.prep != "during" && x.prep != "from" || !m.f.c.attack.has(t, x.tok) {
			continue
		}
		if det := t.child(x.tok, "det"); det < 0 || lower(t.tok(det).Form) != "the" && lower(t.tok(det).Form) != "this" {
			continue
		}
		for k := len(r.events) - 1; k >= 0; k-- {
			e := &r.events[k]
			if m.sentence-e.Sentence > 2 {
				return
			}
			if e.Type != "ASSAULT" || len(e.Actors) == 0 {
				continue
			}
			d.actors, d.actorTrust = e.Actors, byPlace
			if m.stateless(d.recipients) && !m.stateless(e.Recipients) {
				d.recipients, d.recipTrust = e.Recipients, byPlace
			}
			return
		}
	}
}

// contender takes as the actors of d those with whom its recipients fought the
// fight told at token w: "in a shootout with police".
func (m *matcher) contender(d *draft, w int) {
	t := &m.tree
	for c := t.first[w]; c >= 0; c = t.next[c] {
		if k := int(c); t.tok(k).Base() == "nmod" {
			switch t.preposition(k) {
			case "with", "between", "involving", "against":
				if p := without(m.parties(k, owned).parties, d.recipients); len(p) > 0 {
					d.actors, d.actorTrust = p, byOwner
					return
				}
			}
		}
	}
}

// victims takes the land of the recipients of an assault from the attack that
// kills them: "an air attack on Kharkiv kills four people".
func (m *matcher) victims(d *draft) {
	if d.actorToken < 0 || !m.f.c.attack.has(&m.tree, d.actorToken) {
		return
	}
	c := m.candidate(d.actorToken)
	if c == nil || c.code.Type != "ASSAULT" {
		return
	}
	if p := without(c.recipients, d.actors); len(p) > 0 && !m.stateless(p) {
		d.recipients, d.recipTrust = p, byOwner
	}
}

// fallbackActor returns who does it when a passive does not say: for one
// driven out the land he is driven from, for one arrested or convicted the
// land where it happens, as for a crowd that nothing else names, and for
// troops that are moved those to whom they belong.
func (m *matcher) fallbackActor(d *draft) []int {
	var preps []string
	at := d.trigger
	if d.code.Type == "MOBILIZE" || slices.Contains(d.code.Modes, "withdraw") && d.code.Type == "RETREAT" {
		for _, o := range m.frame(at).obj { // "the army has been put on alert"
			if !m.is(m.at(o), "ARMED") && m.wordIn([]wordClass{m.f.classes["troops"], m.f.classes["police"]}, o) < 0 {
				continue
			}
			if p := m.owners(o, 'A'); len(p.parties) > 0 && !m.onlyPlaces(p.parties) && !m.stateless(p.parties) {
				return p.parties
			}
		}
		return nil
	}
	switch {
	case d.code.Type == "SANCTION" && slices.Contains(d.code.Modes, "expel"), d.code.Type == "COERCE" && slices.Contains(d.code.Modes, "deport"):
		preps = []string{"from", "by", "in"}
	case d.code.Type == "PROTEST":
		preps = []string{"in", "at", "outside", "across", "throughout", "through"}
		if v := m.clauseVerb(d.trigger); d.p.kind == lexicon.NounPattern && v >= 0 && m.f.c.occur.has(&m.tree, v) {
			at = v // "protests erupt in Tehran"
		}
	case d.code.Type == "CONCEDE", d.code.Type == "COERCE" && !slices.Contains(d.code.Modes, "seize"), d.code.Type == "SANCTION" && slices.Contains(d.code.Modes, "convict"):
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
	if typ == "ASSAULT" && len(d.recipients) == 0 {
		if p := without(m.parried(d.trigger), d.actors); len(p) > 0 {
			d.recipients, d.recipTrust = p, byOwner
			return
		}
	}
	if typ == "ASSAULT" {
		if m.victims(d); len(d.recipients) > 0 && !m.stateless(d.recipients) {
			return
		}
	}
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
		if p := m.land(d); len(p) > 0 && !d.p.rule.reciprocal && (len(d.recipients) > 0 || m.foreign(p, d.actors) || !m.is(d.actors, "STATE")) {
			d.recipients, d.recipTrust = p, byPlace
			return
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
	var p []int
	switch {
	case typ == "ASSAULT" && len(d.recipients) == 0 && m.f.c.parry.has(&m.tree, d.trigger):
		p = r.opponent(d.actors) // whose missiles they shoot down
	case d.p.rule.respond:
		if p = m.otherParty(d); len(p) == 0 {
			p = r.opponent(d.actors)
		}
	case typ != "SANCTION" || slices.Contains(d.code.Modes, "convict"):
		return
	case strings.HasPrefix(d.code.CAMEO, "166"):
		p = m.land(d) // where the helpers leave
	default:
		p = m.otherParty(d)
		if len(p) == 0 && (strings.HasPrefix(d.code.CAMEO, "161") || strings.HasPrefix(d.code.CAMEO, "163")) {
			p = r.opponent(d.actors)
		}
	}
	if typ == "SANCTION" {
		p = m.states(p)
	}
	if len(p) > 0 {
		d.recipients, d.recipTrust, d.loose = p, 0.5, true
	}
}

// parried returns who wards off the attack that token i tells of: "Israel
// intercepted a missile fired by the Houthis".
func (m *matcher) parried(i int) []int {
	t := &m.tree
	if t.tok(i).Base() == "acl" && t.head(i) >= 0 {
		i = t.head(i)
	}
	h := t.head(i)
	if h < 0 || t.tok(i).Base() != "obj" || !m.f.c.parry.has(t, h) {
		return nil
	}
	f := m.frame(h)
	if f.state == frameBusy || len(f.subj) == 0 {
		return nil
	}
	return m.parties(f.subj[0].tok, owned).parties
}

// others returns the recipients without the state of the actors themselves,
// where another is among them: "ended its agreements between X and Y".
func (m *matcher) others(recipients, actors []int) []int {
	var out []int
	for _, p := range recipients {
		if e := &m.cast.Entities[p]; e.Kind != actor.Country && e.Kind != actor.Government || m.foreign([]int{p}, actors) {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return recipients
	}
	return out
}

// states puts the state, where the text names it, in the place of a person who
// holds office in it: an ambassador who is recalled is recalled from a state.
func (m *matcher) states(parties []int) []int {
	out := slices.Clone(parties)
	for i, p := range out {
		e := &m.cast.Entities[p]
		if e.Kind != actor.Person || e.Country == "" || !slices.Contains(e.Sectors, "GOV") {
			continue
		}
		state := slices.IndexFunc(m.cast.Entities, func(x actor.Entity) bool { return x.Kind == actor.Country && x.Country == e.Country })
		if state >= 0 && !slices.Contains(out, state) {
			out[i] = state
		}
	}
	return out
}

// deep returns the party nearest below token top that no slot took: of "a call
// for peacekeepers to be deployed in East Timor" East Timor. One of another
// country goes before a compatriot; the actor's own land never counts. Clauses
// with a finite verb are left alone, but for open. Nobody accuses a place, and
// nobody attacks where he comes from.
func (m *matcher) deep(top int, actors []int, open int, covered []int, typ string) []int {
	t := &m.tree
	var queue [64]int
	q := append(queue[:0], top)
	var home []int
	for k := 0; k < len(q) && len(q) < 60; k++ {
		for c := t.first[q[k]]; c >= 0; c = t.next[c] {
			i := int(c)
			if i != open && m.shut(i) || typ == "ASSAULT" && t.preposition(i) == "from" {
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
			if typ == "ACCUSE" && m.cast.Entities[p[0]].Kind == actor.Place {
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
		switch t.mark(i) {
		case "", "after", "before", "while", "when", "since", "until", "although", "though", "because", "as":
			return true
		}
		return t.finite(i)
	case "ccomp":
		return t.finite(i)
	case "conj":
		return t.isVerb(i) || m.candidate(i) != nil
	case "acl":
		return t.tok(i).Rel == "acl:relcl" || t.gerund(i) && t.mark(i) == ""
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
	if f := m.parties(i, anywhere); len(f.parties) > 0 && !m.stateless(f.parties) && !m.is(f.parties, "MNC") {
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
