package event

import (
	"slices"
	"strings"

	"readout/actor"
	"readout/lexicon"
)

// viable reports whether a draft may stand: PLOVER wants an actor, and of
// some types a recipient.
func (r *reading) viable(d *draft) bool {
	rule := d.p.rule
	if p := without(d.recipients, d.actors); len(p) > 0 && len(p) < len(d.recipients) && !rule.reciprocal {
		d.recipients = p // "opposes changes by either side"
	}
	if len(d.actors) == 0 && !d.bySpeaker {
		if !rule.actorless && !(rule.evidence && (r.m.evidence(d.trigger) || r.amidAttacks(d) || r.m.is(d.recipients, "MIL") || r.m.is(d.recipients, "REB"))) && !r.m.lawful(d) {
			return false
		}
		if len(d.recipients) == 0 || d.within < 0 && r.m.relativeClause(d.trigger) && !r.m.harmTold(d) {
			return false
		}
	}
	if rule.reciprocal && len(d.actors) < 2 && len(d.recipients) == 0 && !rule.loose && !(rule.many && r.m.many(d.actors)) {
		return false
	}
	if d.code.Type == "THREATEN" && !slices.Contains(d.code.Modes, "arrest") && d.p.kind == lexicon.VerbPattern && r.m.ownPeople(d.actors, d.recipients) && !r.m.outlawed(d.actors) {
		return false // a government that warns its citizens threatens nobody
	}
	if rule.coming && d.code.Type == "THREATEN" && r.m.foretold(d) {
		return false
	}
	if d.p.rule.name == "threaten/reserve" && !r.m.claimed(d) {
		return false
	}
	if d.p.kind == lexicon.NounPattern && d.within < 0 && !r.m.news(d.trigger) {
		if !r.m.presupposed(d) && (len(d.actors) == 0 || len(d.recipients) == 0 && len(d.actors) < 2 || d.loose) {
			return false
		}
		d.background = true
	}
	if d.code.Type == "ASSAULT" && (r.m.accident(d.trigger) || len(d.actors) == 0 && r.m.natural(d) && (rule.evidence || strings.HasPrefix(d.code.CAMEO, "171") || strings.HasPrefix(d.code.CAMEO, "183"))) {
		return false
	}
	if (d.code.Type == "ASSAULT" || d.p.code.Type == "MOBILIZE" || d.p.code.Type == "ASSAULT") && r.m.reflexive(d.trigger) || d.code.Type == "THREATEN" && d.inner >= 0 && r.m.reflexive(d.inner) {
		return false
	}
	if b := r.m.tree.tok(d.trigger).Base(); strings.HasPrefix(d.code.CAMEO, "023") && ((d.loose || len(d.recipients) == 0) && r.m.relativeClause(d.trigger) || b == "acl" && r.m.tree.gerund(d.trigger)) {
		return false // "those who were seeking food"
	}
	if rule.name == defiance && d.within < 0 && len(d.recipients) == 0 && r.m.tree.gerund(d.trigger) {
		return false // "fined for violating public order"
	}
	if (d.code.Type == "AID" || d.code.Type == "SUPPORT") && d.within < 0 && r.m.describes(d.trigger) {
		return false // "agencies supporting refugees", "a lorry bringing aid"
	}
	if d.code.Type == "COERCE" && slices.Contains(d.code.Modes, "restrict") && len(d.actors) > 0 && r.m.onlyPlaces(d.actors) {
		return false // an airport that closes restricts nobody
	}
	if t := &r.m.tree; t.lemma(d.trigger) == "let" && (d.p.any || d.p.modal && d.recipToken >= 0 && t.tok(d.recipToken).UPos == "PRON") {
		return false // "let us pray"
	}
	if d.verdict() && (len(d.recipients) == 0 || d.negated || d.hypothetical && slices.Contains(d.code.Modes, "allege")) {
		return false // it blames nobody, or clears him
	}
	if d.p.modal && len(d.actors) > 0 && sharePlace(d.candidate.recipients, d.actors) && (r.m.tree.child(d.trigger, "nsubj") >= 0 || r.m.tree.lemma(d.trigger) == "let") {
		return false // "we should not", "let us"
	}
	if r.m.inWords(d) || r.m.figurative(d) || r.m.privateForce(d) {
		return false
	}
	if d.code.Type == "ASSAULT" && d.p.kind == lexicon.VerbPattern && !d.p.takesObject && len(d.actors) == 0 && r.m.passive(d.trigger) && d.recipToken >= 0 && r.m.tree.tok(d.recipToken).Base() == "obl" {
		return false // "ambulances were moved into Georgia" by nobody who attacks
	}
	if d.p.code.Type == "PROTEST" && r.m.musters(d) {
		return false
	}
	if slices.Contains(d.code.Modes, "obstruct") && (r.m.is(d.actors, "GOV") || r.m.is(d.actors, "MIL") || r.m.is(d.actors, "COP")) {
		return false // those who govern obstruct nobody's way in protest
	}
	if r.m.idle(d) || r.m.sporting(d) || r.m.private(d) || r.m.housekeeping(d) || rule.abroad && r.m.atHome(d) && !strings.HasPrefix(d.code.CAMEO, "034") || d.within < 0 && (r.m.generic(d) || r.m.talkedOf(d) || r.m.retold(d) || r.m.stockpiled(d)) {
		return false
	}
	if (strings.HasPrefix(d.code.CAMEO, "1724") || slices.Contains(d.code.Modes, "deport") && d.loose) && r.m.natural(d) {
		return false // an emergency of nature's making restricts nobody
	}
	if d.code.Type == "MOBILIZE" && d.p.rule.name == "mobilize/alert" && r.m.relief(d.trigger) {
		return false // a tsunami alert
	}
	if d.code.Type == "SANCTION" && (slices.Contains(d.code.Modes, "expel") || d.code.CAMEO == "163") && len(d.actors) > 0 && r.m.is(d.recipients, "STATE") && !r.m.foreign(d.recipients, d.actors) {
		return false // nobody expels his own, or puts duties on himself
	}
	if d.code.Type == "REQUEST" && r.m.f.c.command.has(&r.m.tree, d.trigger) && r.m.ownOrgans(d) {
		return false // a president who directs his ministries
	}
	if d.code.Type == "AID" && len(d.actors) > 0 && r.m.is(d.recipients, "STATE") && !r.m.foreign(d.recipients, d.actors) {
		return false // nor helps himself
	}
	if d.conditional && d.loose && d.within < 0 {
		return false // "if convicted"
	}
	if rule.armed && len(d.actors) > 0 && r.m.plain(d.actors) && (d.actorToken < 0 || !r.m.f.c.weapon.has(&r.m.tree, d.actorToken)) {
		return false
	}
	if ontology[d.code.Type].Recipient && len(d.recipients) == 0 && !rule.loose && !rule.reciprocal && !d.bySpeaker {
		return false
	}
	return true
}

// ownOrgans reports whether a government or somebody in its service bids none
// but organs of the same state do something.
func (m *matcher) ownOrgans(d *draft) bool {
	code := m.sovereign(d.actors)
	if code == "" || !m.is(d.actors, "GOV") || m.is(d.actors, "JUD") || len(d.recipients) == 0 {
		return false
	}
	for _, p := range d.recipients {
		e := &m.cast.Entities[p]
		if e.Country != "" && e.Country != code || len(e.Sectors) == 0 || e.Kind == actor.Country {
			return false
		}
		switch e.Sectors[0] {
		case "GOV", "MIL", "COP", "SPY":
		default:
			return false
		}
	}
	return true
}

// defiance is the rule by which somebody breaks an order, a ban or a treaty.
const defiance = "reject/defy"

// describes reports whether gerund i only says what kind of body, vehicle or
// man a noun without a name stands for.
func (m *matcher) describes(i int) bool {
	t := &m.tree
	h := t.head(i)
	return t.tok(i).Rel == "acl" && t.gerund(i) && t.mark(i) == "" && h >= 0 && h == i-1 && t.tok(h).UPos == "NOUN" && !m.f.c.attack.has(t, h) && !m.f.c.utterance.has(t, h)
}

// talkedOf reports whether a draft tells what somebody warns against, or what
// talks are about: "against travelling to", "negotiations over the release".
func (m *matcher) talkedOf(d *draft) bool {
	t := &m.tree
	h := t.head(d.trigger)
	if t.mark(d.trigger) == "against" || h >= 0 && t.tok(d.trigger).Base() == "obj" && t.gerund(h) && t.mark(h) == "against" {
		return true
	}
	if up := h; t.gerund(d.trigger) {
		if t.tok(d.trigger).Base() == "conj" && h >= 0 && t.gerund(h) {
			up = t.head(h) // "discussed strengthening and broadening"
		}
		if up >= 0 && t.isVerb(up) && m.f.c.discuss.has(t, up) && t.mark(d.trigger) == "" {
			switch t.tok(d.trigger).Base() {
			case "xcomp", "ccomp", "obj", "conj":
				return true // what is only spoken of
			}
		}
	}
	if d.p.kind == lexicon.NounPattern && h >= 0 && t.tok(d.trigger).Base() == "obj" && d.code.Type == "ASSAULT" && m.f.classes["brokering"].has(t, h) {
		return true // "negotiate the conflict between"
	}
	if d.p.kind != lexicon.NounPattern || h < 0 || !t.isNoun(h) || !m.f.c.talks.has(t, h) {
		return false
	}
	switch t.preposition(d.trigger) {
	case "over", "on", "about", "for", "regarding", "concerning":
		return true
	}
	return false
}

// generic reports whether a draft tells what some kind of people do, whoever
// they are and whenever: "groups that hold Americans hostage".
func (m *matcher) generic(d *draft) bool {
	t := &m.tree
	v := d.trigger
	if h := t.head(v); t.tok(v).Base() == "conj" && h >= 0 {
		v = h // "groups that hold hostage or detain"
	}
	h := t.head(v)
	if m.kindOfPlace(v) {
		return true
	}
	return t.tok(v).XPos == "VBP" && t.tok(v).Rel == "acl:relcl" && len(d.actors) > 0 && m.stateless(d.actors) &&
		h >= 0 && t.barePlural(h)
}

// barePlural reports whether token i is a noun in the plural without determiner or
// number.
func (t *tree) barePlural(i int) bool {
	return t.tok(i).XPos == "NNS" && t.child(i, "det") < 0 && t.child(i, "nummod") < 0
}

// kindOfPlace reports whether the clause of verb v only says in what kind of places
// or quarrels, of which the text names none: "wars where soldiers are deployed".
func (m *matcher) kindOfPlace(v int) bool {
	t := &m.tree
	h := t.head(v)
	if t.tok(v).Rel != "acl:relcl" || h < 0 || !t.barePlural(h) || !t.present(v) || t.possessor(h) >= 0 {
		return false
	}
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if k := t.tok(int(c)); k.Base() == "advmod" && lower(k.Form) == "where" {
			return len(m.at(h)) == 0
		}
	}
	return false
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

// evidence reports whether the clause of trigger i speaks of an attack or a
// weapon, so that a death in it is nobody's accident.
func (m *matcher) evidence(i int) bool {
	t := &m.tree
	if m.f.c.attack.has(t, i) && !m.ofNature(i) {
		return true
	}
	for k := range t.s.Tokens {
		if k != i && !t.finite(k) && (m.f.c.attack.has(t, k) && !m.ofNature(k) || m.f.c.weapon.has(t, k)) && m.near(k, i) {
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
