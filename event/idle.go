package event

import (
	"slices"
	"strings"

	"readout/actor"
	"readout/lexicon"
)

// idle reports whether a draft tells in the words of an event what is none: a
// demand on nobody or on oneself, a view put forward as a suggestion, a question,
// a worry that is denied, what those fight, back or oppose whom it only describes.
func (m *matcher) idle(d *draft) bool {
	t := &m.tree
	switch {
	case d.p.modal:
		return m.noDemand(d)
	case d.code.Type == "ACCUSE" && d.p.kind == lexicon.AdjPattern:
		return d.negated // "was not concerned about"
	case d.code.Type == "ACCUSE" && t.isNoun(d.trigger) && t.lemma(d.trigger) == "claim" && d.clause >= 0 && m.passive(d.clause) && t.agent(d.clause) < 0:
		return true // "the claim that the minister was not told"
	case d.code.Type == "REQUEST" && (m.inquiry(d.trigger) || m.ofItself(d) || m.appealing(d)):
		return true
	case d.code.Type == "REQUEST" && d.p.said && d.p.kind == lexicon.AdjPattern && m.asksUs(d):
		return true
	case d.code.Type == "REQUEST" && m.f.c.mandative.has(t, d.trigger):
		c := t.child(d.trigger, "ccomp")
		return c >= 0 && (m.indicative(c) || t.lemma(d.trigger) == "suggest" && m.supposed(c) && (d.inner < 0 || !t.auxiliary(c, "could"))) // but "suggested that the council could ease its sanctions"
	case d.code.Type == "REQUEST" && t.lemma(d.trigger) == "suggestion":
		c := t.child(d.trigger, "acl")
		return c >= 0 && (m.indicative(c) || m.supposed(c))
	case d.p.rule.name == "support/defend" && m.defendsHisOwn(d):
		return true
	case d.p.rule.name == "protest/demonstrate" && t.lemma(d.trigger) == "march" && len(d.actors) == 1 && m.cast.Entities[d.actors[0]].Kind == actor.Person && m.politicians(d.actors):
		return true // "is marching toward November"
	case d.p.rule.name == "retreat/resign" && d.actorToken > 0 && m.succeeded(d.actorToken):
		return true
	case d.code.Type == "ACCUSE" && d.p.said && m.blamesHimself(d):
		return true
	case d.p.rule.name == "reject/meeting" && d.p.not && t.auxiliary(d.trigger, "did") && d.actorToken >= 0 && m.firstPerson(d.actorToken):
		return true // "I did not meet him" denies it, and turned nobody away
	case d.code.Type == "ASSAULT" && d.within < 0 && m.f.c.standing.has(t, d.trigger):
		return m.timeOf(d) < 0 && (!m.main(d.trigger) || d.hypothetical) // "its allies fighting the militia"
	case (d.code.Type == "SUPPORT" || d.code.Type == "REJECT") && d.within < 0 && m.f.c.stance.has(t, d.trigger):
		return m.describing(d.trigger) && m.timeOf(d) < 0
	}
	return false
}

// ofItself reports whether what a draft asks is asked of nobody else: "ask
// itself", or what is suggested of a thing that only bears somebody's name, as
// in "suggested the Paris attacks highlight the danger".
func (m *matcher) ofItself(d *draft) bool {
	t := &m.tree
	if m.reflexive(d.trigger) {
		return true
	}
	if t.lemma(d.trigger) != "suggest" || d.clause < 0 || d.inner >= 0 {
		return false
	}
	s := t.child(d.clause, "nsubj")
	return s >= 0 && t.tok(s).UPos == "NOUN" && len(m.at(s)) == 0 && !t.auxiliary(d.clause, "should")
}

// succeeded reports whether token i names whom a list of nominations only calls the
// one before in an office: "to be a judge, vice Roe, resigned".
func (m *matcher) succeeded(i int) bool {
	t := &m.tree
	k := i - 1
	for k >= 0 && t.head(k) == i && t.tok(k).Rel != "nmod:desc" && t.tok(k).Base() != "case" {
		k--
	}
	return k >= 0 && t.tok(k).Form == "vice"
}

// defendsHisOwn reports whether what somebody defends, as a draft tells, is his own:
// "defended his record".
func (m *matcher) defendsHisOwn(d *draft) bool {
	t := &m.tree
	o := t.child(d.trigger, "obj")
	if o < 0 {
		return false
	}
	p := t.possessor(o)
	return p >= 0 && t.tok(p).UPos == "PRON" && len(m.at(p)) > 0 && len(without(m.at(p), d.actors)) == 0
}

// asksUs reports whether what a draft says is necessary is for those to do who say so:
// "it is imperative that we act".
func (m *matcher) asksUs(d *draft) bool {
	for _, v := range [...]int{d.clause, d.inner} {
		if v >= 0 {
			if s := m.tree.child(v, "nsubj"); s >= 0 && m.firstPerson(s) {
				return true
			}
		}
	}
	return d.recipToken >= 0 && m.firstPerson(d.recipToken)
}

// blamesHimself reports whether those of whom somebody speaks ill are called as he is,
// so that one of the two was taken for the other.
func (m *matcher) blamesHimself(d *draft) bool {
	return slices.ContainsFunc(d.recipients, func(p int) bool {
		return slices.ContainsFunc(d.actors, func(a int) bool { return m.cast.Entities[a].Name == m.cast.Entities[p].Name })
	})
}

// appealing reports whether a draft tells by the noun "appeal", with nothing asked for,
// how somebody pleases people: "his appeal to young voters".
func (m *matcher) appealing(d *draft) bool {
	t := &m.tree
	return t.isNoun(d.trigger) && t.lemma(d.trigger) == "appeal" && d.inner < 0 && d.clause < 0 && t.child(d.trigger, "acl") < 0 &&
		m.is(d.recipients, "PEOPLE") && !m.is(d.recipients, "GOV") && !m.is(d.recipients, "ARMED")
}

// describing reports whether verb i, of a lasting stance, only tells what kind of
// people or things those are on whose noun it hangs: "a strategist who supports
// him", "rebels backed by Ankara", "a committee opposing the bill".
func (m *matcher) describing(i int) bool {
	t := &m.tree
	k := t.tok(i)
	if k.Base() != "acl" {
		return false
	}
	if k.Rel != "acl:relcl" {
		return t.gerund(i) || t.participle(i)
	}
	switch k.XPos {
	case "VBZ", "VBP":
		return true
	}
	a := t.child(i, "aux")
	return t.gerund(i) && a >= 0 && t.tok(a).XPos != "VBD" || m.passive(i)
}

// noDemand reports whether what somebody must do, as a draft tells it, is no
// demand: on nobody, on oneself, on a place, or what has to come.
func (m *matcher) noDemand(d *draft) bool {
	t := &m.tree
	switch t.lemma(d.trigger) {
	case "able", "win", "garner", "clinch", "amass":
		return true // "must be able to choose its future", "must win half of the delegates"
	}
	if w := t.tok(d.trigger).Form; len(w) > 2 && strings.ToUpper(w) == w && strings.ToLower(w) != w {
		return true // a heading: "PROVIDE VACCINES TO THE WORLD"
	}
	if t.lemma(d.trigger) == "ask" && m.reflexive(d.trigger) {
		return true // "needs to ask itself"
	}
	if m.imperative(d.trigger) {
		return len(d.recipients) == 0 && len(d.code.Modes) == 0
	}
	if h := t.head(d.trigger); h >= 0 && t.lemma(h) == "have" && t.tok(d.trigger).Base() == "xcomp" {
		if a := t.child(h, "aux"); a >= 0 && t.tok(a).XPos == "MD" {
			return true // "will have to be approved"
		}
	}
	return m.ownMen(d) || d.recipToken >= 0 && t.tok(d.recipToken).UPos == "PRON" || len(d.recipients) > 0 && m.onlyPlaces(d.recipients)
}

// ownMen reports whether those of whom a draft says that they must do something
// are nobody known, or in the service of the one who says so: "our forces need
// to", "leaders must".
func (m *matcher) ownMen(d *draft) bool {
	if len(d.recipients) == 0 || len(d.actors) == 0 || m.imperative(d.trigger) {
		return false
	}
	if m.stateless(d.recipients) {
		return true
	}
	return !m.foreign(d.recipients, d.actors) && (m.is(d.recipients, "ARMED") || m.is(d.recipients, "CVL"))
}

// claimed reports whether a right is reserved, or is one that its holder himself
// says that he has: of "Ukraine has the right to defend itself" others speak.
func (m *matcher) claimed(d *draft) bool {
	switch m.tree.lemma(d.trigger) {
	case "have", "keep", "maintain":
		return m.ofHimself(d)
	}
	return true
}

// scheduled reports whether a draft tells of a meeting that somebody must or
// should hold at a time that is still to come, so that it is planned: "should
// meet the envoys on 28 July".
func (r *reading) scheduled(d *draft) bool {
	m, t := r.m, &r.m.tree
	if d.code.Type != "CONSULT" || !d.hypothetical || d.may || d.conditional || d.negated || d.attempted {
		return false
	}
	obliged := false
	for c := t.first[d.trigger]; c >= 0; c = t.next[c] {
		obliged = obliged || t.tok(int(c)).Base() == "aux" && m.f.c.modal.has(t, int(c))
	}
	if !obliged {
		return false
	}
	at := m.timeOf(d)
	if at < 0 {
		return false
	}
	age, ok := r.day.age(m.times[at].Value)
	return ok && age <= 0
}
