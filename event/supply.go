package event

import (
	"slices"
	"strings"

	"readout/actor"
	"readout/lexicon"
)

// fallbackActor returns who does it when a passive does not say: for one
// driven out the land he is driven from, for one arrested or convicted the
// land where it happens, as for a crowd that nothing else names, and for
// troops that are moved those to whom they belong.
func (m *matcher) fallbackActor(d *draft) []int {
	var preps []string
	at := d.trigger
	if d.code.CAMEO == "114" && m.frame(at).passive {
		return m.host(d)
	}
	if d.code.Type == "MOBILIZE" || slices.Contains(d.code.Modes, "withdraw") && d.code.Type == "RETREAT" {
		f := m.frame(at)
		moved := f.obj // "the army has been put on alert"
		if d.p.kind == lexicon.NounPattern {
			if of := m.behindOf(at); of >= 0 {
				moved = m.one(of) // "the build-up of Russian troops"
			}
		}
		for _, o := range moved {
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
		if p := m.leftBehind(d); len(p) > 0 {
			return p
		}
		preps = []string{"from", "by", "in"}
	case d.code.Type == "REJECT" && m.frame(at).passive && strings.HasPrefix(d.p.rule.name, "reject/bar"):
		return m.barring(d)
	case slices.Contains(d.code.Modes, "release") && m.frame(at).passive:
		preps = []string{"by", "from"}
	case d.code.Type == "PROTEST":
		preps = []string{"in", "at", "outside", "across", "throughout", "through"}
		if v := m.clauseVerb(d.trigger); d.p.kind == lexicon.NounPattern && v >= 0 && m.f.c.occur.has(&m.tree, v) {
			at = v // "protests erupt in Tehran"
		}
	case m.executed(d):
		preps = []string{"in", "by", "at"}
	case strings.HasPrefix(d.code.CAMEO, "112"):
		if !m.frame(at).passive || d.p.kind != lexicon.VerbPattern || at+1 >= len(m.tree.s.Tokens) || lower(m.tree.tok(at+1).Form) != "in" {
			return nil
		}
		preps = []string{"in"} // "is accused in Spain of smuggling"
	case d.code.Type == "CONCEDE", d.code.Type == "COERCE" && !slices.Contains(d.code.Modes, "seize"), d.code.Type == "SANCTION" && slices.Contains(d.code.Modes, "convict"), d.code.CAMEO == "115":
		preps = []string{"in", "by", "at"}
	default:
		return nil
	}
	for _, i := range [2]int{at, d.trigger} {
		f := m.frame(i)
		for _, p := range preps {
			for _, a := range f.preps {
				if a.prep == p && !m.isTime(a.tok) && !(a.far && slices.Contains(d.code.Modes, "release")) {
					if x := m.parties(a.tok, named); len(x.parties) > 0 && !m.stateless(x.parties) && !(d.code.Type == "PROTEST" && m.is(x.parties, "PERSON")) {
						return m.lords(x.parties) // who protests at somebody's rally is not he
					}
				}
			}
		}
		if at == d.trigger {
			break
		}
	}
	if p := m.whereTaken(d); len(p) > 0 {
		return p
	}
	if p := m.policeBefore(d); len(p) > 0 {
		return p
	}
	if d.code.Type == "PROTEST" && d.p.kind == lexicon.NounPattern && m.tree.tok(d.trigger).Base() == "nsubj" && m.news(d.trigger) {
		return m.land(d) // "protests against the president resume across Madagascar"
	}
	if slices.Contains(d.code.Modes, "arrest") && m.frame(d.trigger).passive && m.stateless(d.recipients) {
		return m.around(d)
	}
	return nil
}

// around returns the country of the one place, or the one state, in which what
// hangs on the trigger lies: "hundreds detained at protests across Russia".
func (m *matcher) around(d *draft) []int {
	t := &m.tree
	var land []int
	for i := d.trigger + 1; i < len(t.s.Tokens); i++ {
		if !isPlacing(t.preposition(i)) || !t.under(i, d.trigger) {
			continue
		}
		p := m.lords(m.at(i))
		if len(p) == 0 || m.stateless(p) {
			continue
		}
		if len(land) > 0 && m.foreign(p, land) {
			return nil
		}
		land = p
	}
	return land
}

// policeBefore returns the police that the sentence speaks of before somebody
// is arrested in it: "police fired tear gas; 14 people were arrested".
func (m *matcher) policeBefore(d *draft) []int {
	if !slices.Contains(d.code.Modes, "arrest") || !m.frame(d.trigger).passive {
		return nil
	}
	for i := d.trigger - 1; i >= 0; i-- {
		p := m.at(i)
		if len(p) == 0 || slices.Contains(d.recipients, p[0]) {
			continue
		}
		if s := m.cast.Entities[p[0]].Sectors; len(s) > 0 && s[0] == "COP" {
			return p
		}
	}
	return nil
}

// announcer returns the government that makes known an official act of which
// the clause names no doer: "the White House announced that tariffs would be
// imposed on Canada". What is done to itself, or by force, others may have done,
// unless its enemies are who was killed.
func (m *matcher) announcer(d *draft) []int {
	t := &m.tree
	v := d.trigger
	if h := t.head(v); h >= 0 && t.tok(v).Base() == "conj" {
		v = h
	}
	h := t.head(v)
	if h < 0 || t.tok(v).Base() != "ccomp" || !m.frame(d.trigger).passive || m.frame(h).passive {
		return nil
	}
	f, ok := m.saidBy(h)
	switch d.code.Type {
	case "SANCTION", "MOBILIZE", "AID", "RETREAT", "CONCEDE", "AGREE", "REJECT":
		if !m.f.c.announce.has(t, h) {
			return nil
		}
	case "COERCE":
		// "the minister said that six foreigners had been arrested"
		if !slices.Contains(d.code.Modes, "arrest") && !slices.Contains(d.code.Modes, "deport") || !m.f.c.say.has(t, h) && !m.f.c.announce.has(t, h) || m.is(f.parties, "OPP") || m.is(f.parties, "LEG") {
			return nil
		}
		if !ok || !m.is(f.parties, "GOV") && !m.is(f.parties, "COP") && !m.is(f.parties, "MIL") || m.is(d.recipients, "GOV") || m.is(d.recipients, "MIL") {
			return nil
		}
		return m.lords(f.parties)
	case "ASSAULT":
		// "the army said 80 attackers were neutralized"
		enemies := m.is(d.recipients, "REB") || m.is(d.recipients, "UAF") || m.is(d.recipients, "CRM")
		if !m.f.c.say.has(t, h) || !enemies || m.onlyPersons(f.parties) && !(d.object >= 0 && m.count(d.object) > 0) || !m.is(f.parties, "MIL") && !m.is(f.parties, "COP") && !m.is(f.parties, "GOV") {
			return nil
		}
		return m.lords(f.parties)
	default:
		return nil
	}
	if !ok || !m.is(f.parties, "PUBLIC") && !m.is(f.parties, "STATE") || len(d.recipients) > 0 && !m.foreign(d.recipients, f.parties) {
		return nil
	}
	return f.parties
}

// leftBehind returns the state that somebody is made to leave, as the clause of a
// draft names it: "was told to leave Mali".
func (m *matcher) leftBehind(d *draft) []int {
	if d.clause < 0 || m.tree.lemma(d.clause) != "leave" {
		return nil
	}
	for _, o := range m.frame(d.clause).obj {
		if p := m.lords(m.parties(o, named).parties); len(p) > 0 && m.is(p, "STATE") && m.foreign(p, d.recipients) {
			return p
		}
	}
	return nil
}

// onlyPersons reports whether all of the parties are single persons.
func (m *matcher) onlyPersons(parties []int) bool {
	return !slices.ContainsFunc(parties, func(p int) bool { return m.cast.Entities[p].Kind != actor.Person })
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
		if p := m.struck(d); len(p) > 0 {
			d.recipients, d.recipTrust = p, byPlace
			return
		}
	}
	if typ == "ASSAULT" && (d.object >= 0 || len(d.actors) > 0 || len(d.recipients) > 0) {
		f := m.frame(d.trigger)
		for _, a := range f.preps {
			if slices.Contains(locative, a.prep) && a.prep != "from" && !m.isTime(a.tok) {
				if p := without(m.inCountry(a.tok).parties, d.actors); len(p) > 0 && !m.outlawed(p) && (m.foreign(p, d.actors) || m.is(d.actors, "REB") || m.is(d.actors, "UAF")) {
					d.recipients, d.recipTrust = p, byPlace
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
		if p := m.pressed(d); typ == "REJECT" && len(p) > 0 {
			d.recipients, d.recipTrust = p, byOwner
			return
		}
		if p := r.rejected(d); len(p) > 0 {
			d.recipients, d.recipTrust, d.loose = p, byPlace, true
			return
		}
		if d.p.said || d.verdict() {
			if p := r.addressed(d); len(p) > 0 {
				d.recipients, d.recipTrust, d.loose = p, byPlace, true
				return
			}
		}
		if p := r.deedTold(d); typ == "ACCUSE" && len(p) > 0 {
			d.recipients, d.recipTrust, d.loose = p, byPlace, true
			return
		}
		if d.verdict() {
			if p := r.adversary(d.actors); len(p) > 0 {
				d.recipients, d.recipTrust, d.loose = p, 0.5, true
			}
			return
		}
		if p := r.deedBefore(d); len(p) > 0 {
			d.recipients, d.recipTrust, d.loose = p, byPlace, true
			return
		}
		p := without(m.onlyOther(d), d.spared)
		switch {
		case len(p) > 0:
		case typ == "REQUEST":
			p = r.holder(d)
		default:
			p = r.opponent(d.actors)
		}
		if len(p) > 0 {
			d.recipients, d.recipTrust, d.loose = p, 0.5, true
		}
		return
	}
	var p []int
	switch {
	case typ == "ASSAULT" && len(d.recipients) == 0 && (m.f.c.parry.has(&m.tree, d.trigger) || m.f.c.hostile.has(&m.tree, d.trigger) || m.answers(d.trigger)):
		p = r.opponent(d.actors) // whose missiles they shoot down, whom they strike back at
	case d.p.rule.respond:
		if p = m.otherParty(d); len(p) == 0 {
			p = r.opponent(d.actors)
		}
	case typ == "COERCE" && slices.Contains(d.code.Modes, "restrict") && m.is(d.actors, "GOV") && m.passage(d):
		p = m.concerned(m.onlyOther(d)) // whose border or citizens it is
	case typ == "RETREAT" && d.code.CAMEO == "085":
		p = m.otherParty(d) // whose sanctions are lifted
	case typ == "RETREAT" && !slices.Contains(d.code.Modes, "resign"), typ == "CONCEDE" && !d.p.rule.reciprocal:
		p = m.dealt(d)
	case typ != "SANCTION" || slices.Contains(d.code.Modes, "convict"):
		return
	case strings.HasPrefix(d.code.CAMEO, "166"):
		p = m.land(d) // where the helpers leave
	default:
		p = m.otherParty(d)
		if len(p) == 0 && (strings.HasPrefix(d.code.CAMEO, "161") || strings.HasPrefix(d.code.CAMEO, "163")) {
			if p = r.opponent(d.actors); len(p) == 0 && slices.Contains(d.code.Modes, "expel") {
				p = r.expelled(d.actors)
			}
		}
	}
	if typ == "SANCTION" {
		p = m.states(p)
	}
	if len(p) > 0 {
		d.recipients, d.recipTrust, d.loose = p, 0.5, true
	}
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
