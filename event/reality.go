package event

import (
	"slices"
	"strings"
)

// A reality is how far the text says that an event came about.
type reality struct {
	future, hypothetical, negated bool
	purpose                       bool // stands in a clause of purpose
	attempted                     bool
	announced                     bool // the future is one that was announced or decided
	doubted                       bool // alleged, believed, reported
	may                           bool // under may, might or could
	conditional                   bool // stands in an if-clause
	permitted                     bool // somebody only allows it
	unasserted                    bool // the clause says nothing of its coming about: unless, until
	disowned                      bool // said not to be known, believed or true
	supposed                      bool // asked, wished, required or on a condition: hypothetical, but nobody says that it may come about
}

// untold reports whether the text does not say that the event came about, will
// or may: it asks, wishes, requires it, or tells what would follow.
func (r reality) untold() bool { return r.unasserted || r.hypothetical && r.supposed && !r.attempted }

// negated reports whether token i is itself negated: not, never, no longer,
// no.
func (m *matcher) negated(i int) bool {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := t.tok(int(c))
		switch lower(k.Form) {
		case "not", "n't", "never", "n’t", "nor", "neither", "no", "without", "hardly", "cannot":
			switch k.Base() {
			case "advmod", "det", "cc", "aux", "case", "mark":
				return true
			}
		case "longer":
			if k.Base() == "advmod" {
				return true
			}
		default:
			if b := k.Base(); (b == "obj" || b == "nsubj") && t.isVerb(i) && (t.determined(int(c), "no") && !t.losesTime(int(c), i) || b == "nsubj" && t.none(int(c))) {
				return true // "no diplomats were expelled"
			}
		}
	}
	return false
}

// notGoingTo reports whether verb i tells what somebody is not going to do.
func (m *matcher) notGoingTo(i int) bool {
	t := &m.tree
	h := t.head(i)
	return h >= 0 && t.tok(i).Base() == "xcomp" && t.goingTo(h) && m.negated(h)
}

// determined reports whether noun i has the determiner, in small letters.
func (t *tree) determined(i int, by string) bool {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if k := t.tok(int(c)); k.Base() == "det" && lower(k.Form) == by {
			return true
		}
	}
	return false
}

// reality works out how real the event of trigger i is, from the words at it
// and at what governs it.
func (m *matcher) reality(i int) reality {
	var r reality
	t := &m.tree
	r.hypothetical = m.imperative(i)
	r.supposed = r.hypothetical
	cur, against := i, false
	for steps := 0; cur >= 0 && steps < maxClimb; steps++ {
		negated := r.negated
		m.own(cur, &r, cur == i)
		if against {
			r.negated = negated
		}
		against = false
		h := t.head(cur)
		if h < 0 {
			break
		}
		next := -1
		k := t.tok(cur)
		r.unasserted = r.unasserted || lower(t.tok(h).Form) == "how" && t.present(cur) && k.Rel == "advcl:relcl"
		r.unasserted = r.unasserted || m.nearly(h, cur) || m.opensWeighed(cur) || m.ruledOut(h, cur)
		if b := k.Base(); cur != i && (b == "advcl" || b == "acl") && t.mark(cur) == "" && t.gerund(cur) && (m.f.c.wish.has(t, cur) || m.f.c.intend.has(t, cur)) {
			r.purpose, r.hypothetical = true, true // "seeking to improve relations", "a deal aiming to"
		}
		switch k.Base() {
		case "xcomp":
			r.disowned = r.disowned || m.mistaken(h)
			if o := t.child(h, "obj"); t.lemma(h) == "let" && o >= 0 && m.firstPerson(o) && m.imperative(h) {
				r.hypothetical, r.supposed = true, true // "let us renew our ties"
			}
			if !m.met(h, cur) {
				m.governed(h, cur, &r)
			}
			next = h
		case "ccomp":
			if !t.finite(cur) || m.f.c.wish.has(t, h) && !(m.f.c.say.has(t, h) && (cur < h || m.indicative(cur))) || m.f.c.deny.has(t, h) || m.f.c.prevent.has(t, h) {
				m.governed(h, cur, &r)
			}
			r.disowned = r.disowned || t.finite(cur) && m.disowned(h)
			if !t.finite(cur) {
				next = h
			} else if t.lemma(h) != "agree" && m.f.c.announce.has(t, h) {
				r.announced = true
			}
		case "acl":
			r.disowned = r.disowned || t.finite(cur) && !m.pronouned(cur) && m.disowned(h)
			if k.Rel != "acl:relcl" && !t.finite(cur) {
				switch t.mark(cur) {
				case "on", "about", "for", "of", "against", "toward", "towards", "over":
					r.unasserted = true // "talks on ending the war"
				}
			}
			if d := t.child(h, "det"); k.Rel != "acl:relcl" && t.mark(cur) == "to" && d >= 0 && lower(t.tok(d).Form) == "any" {
				r.unasserted = true // "any attempt to seize the island"
			}
			if k.Rel != "acl:relcl" && t.mark(cur) == "to" && m.f.c.talks.has(t, h) && !m.atOccasion(h, t.head(h)) {
				r.unasserted = true // "negotiations to end the war"
			}
			if k.Rel != "acl:relcl" && t.mark(cur) == "to" {
				if next = m.byMeans(cur, h); next >= 0 {
					break
				}
				if m.f.c.intend.has(t, h) && t.head(h) < 0 && t.child(h, "det") < 0 && t.possessor(h) < 0 {
					r.future = true // "China plans to", taken for a noun
				} else if t.head(h) < 0 && len(m.at(h)) > 0 && t.tok(h).UPos == "PROPN" {
					r.future = true // a headline: "Russia to withdraw troops"
				} else if m.ranked(h) || t.tok(h).Base() == "nmod" && t.head(h) >= 0 && m.ranked(t.head(h)) {
					next = h
					break // "the first country to legalise"
				} else if m.atOccasion(h, t.head(h)) {
					next = t.head(h)
					break // "used the summit to condemn"
				} else if !m.f.c.resolve.has(t, h) && t.tok(h).UPos == "NOUN" && !t.has(h, "cop") {
					r.purpose = true // "efforts to end the war"
					r.hypothetical = r.hypothetical || m.f.c.irreal.has(t, h) || !m.f.c.real.has(t, h)
				} else if m.f.c.irreal.has(t, h) {
					r.hypothetical, r.supposed = true, true
				} else if !m.f.c.real.has(t, h) {
					r.hypothetical = r.hypothetical || !t.has(h, "cop") && t.tok(h).Base() != "obj"
				}
				next = h
			}
		case "advcl":
			if m.shyOf(h, cur) {
				r.negated = !r.negated
				if next = h; !t.isVerb(h) {
					next = t.head(h) // "short" under "stopped"
				}
				break
			}
			if t.unchosen(cur) {
				r.unasserted = true
				break
			}
			if !t.finite(cur) {
				switch t.mark(cur) {
				case "on", "about":
					r.unasserted = true // "announced talks on ending the war"
				case "for", "of", "against", "toward", "towards", "over":
					r.unasserted = r.unasserted || t.tok(h).UPos == "NOUN"
				}
			}
			if cur == i && m.results(cur, h) {
				next, against = h, true
				break
			}
			switch t.mark(cur) {
			case "including":
				next = h // a part of what the clause above tells
			case "to", "in_order", "in_order_to":
				if m.addressee(h) >= 0 {
					r.hypothetical, r.supposed = true, true // "called on Hamas to disarm", hung as a purpose
					break
				}
				if o := t.child(h, "obj"); m.met(h, cur) || t.mark(cur) == "to" && o > h && o < cur && m.f.c.bringing.has(t, h) {
					next = h // "led the minister to resign"
					break
				}
				if m.brought(h, cur) || m.countedDead(h, cur) {
					next = h
					break
				}
				if o := t.child(h, "obj"); o >= 0 && o == cur-2 && m.ranked(o) || m.byMeans(cur, h) >= 0 {
					next = h
					break // "becomes the first country to recognise", hung on the verb
				}
				r.purpose = true
				r.unasserted = r.unasserted || m.negated(h) && t.isVerb(h) // "has not stepped forward to defend him"
				if cur == i && m.f.c.journey.has(t, h) && m.coming(h) {
					r.future = true // "will go to Oslo to meet"
					break
				}
				r.hypothetical = r.hypothetical || !m.f.c.enter.has(t, h) && cur == i
				if t.tok(h).Base() == "xcomp" && !t.finite(h) {
					next = h // "is urged to move to help": no more than the moving
				}
			case "from":
				r.unasserted = r.unasserted || m.f.c.prevent.has(t, h) || t.lemma(h) == "keep" // "kept them from entering"
			case "when", "once", "after", "before", "as_soon_as":
				if t.finite(cur) && m.coming(h) && t.present(cur) {
					r.future = true // "will raise it when she meets him"
				}
				r.unasserted = r.unasserted || t.mark(cur) == "before" && !t.bound(cur) && !m.lateOn(h, cur)
			case "if", "in_case":
				r.hypothetical, r.conditional, r.supposed = true, true, true
			case "unless", "whether", "lest", "than":
				r.unasserted = true
			case "until":
				r.unasserted = r.unasserted || t.tok(cur).XPos != "VBD" || t.tok(h).XPos != "VBD" // "raged until they withdrew"
			case "in":
				if t.gerund(cur) && t.isVerb(h) {
					next = h // "if they persist in attacking"
				}
			}
		case "csubj":
			r.unasserted = r.unasserted || t.gerund(cur) && m.weighed(h) || t.judged(cur, h)
		case "conj":
			if t.isVerb(cur) == t.isVerb(h) && !t.finiteAux(cur) {
				if next = m.joinedAbove(cur); next == h && m.asserted(cur) {
					next = -1
				}
				against = m.contrasted(cur)
			}
		case "obj", "nsubj", "obl", "nmod", "compound":
			if !t.isVerb(cur) {
				next = m.nominal(cur, h, &r)
			}
		}
		cur = next
	}
	if m.onCondition(i) {
		r.hypothetical, r.conditional, r.supposed = true, true, true
	}
	return r
}

// lateOn reports whether the clause of verb v behind "before", on verb h, tells what
// did come about later, since it says when, or who else did it by force: "the works
// were destroyed before the area was overrun by troops in 2016". Of him of whom h
// tells it may be what did not: "died before he met the king".
func (m *matcher) lateOn(h, v int) bool {
	t := &m.tree
	past := t.tok(v).XPos == "VBD"
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if k := t.tok(int(c)); k.Base() == "aux" {
			if k.XPos != "VBD" {
				return false
			}
			past = true
		}
	}
	s := t.child(v, "nsubj")
	if !past || s < 0 || !t.isNoun(s) || m.f.c.prevent.has(t, h) {
		return false
	}
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if k := int(c); k > v && t.tok(k).Base() == "obl" && m.isTime(k) {
			return true
		}
	}
	c := m.candidate(v)
	return c != nil && c.code.Type == "ASSAULT" && len(c.actors) > 0
}

// countedDead reports whether the infinitive v under verb h tells what came about,
// since it says how many were harmed by those who set out in h: "crossed the border
// to kill twelve villagers", not "sent troops to kill".
func (m *matcher) countedDead(h, v int) bool {
	t := &m.tree
	o := t.child(v, "obj")
	if o < 0 || t.child(o, "nummod") < 0 || t.tok(h).XPos != "VBD" || t.child(h, "obj") >= 0 || m.passive(h) || m.f.c.intend.has(t, h) || m.f.c.wish.has(t, h) {
		return false
	}
	c := m.candidate(v)
	return c != nil && c.code.Type == "ASSAULT"
}

// contrasted reports whether verb i is set against the one that it is joined to,
// so that a "not" of that one is none of its own: "did not sign but agreed".
func (m *matcher) contrasted(i int) bool {
	t := &m.tree
	c := t.child(i, "cc")
	return c >= 0 && (lower(t.tok(c).Form) == "but" || lower(t.tok(c).Form) == "yet")
}

// finiteAux reports whether verb i has an auxiliary or a subject of its own.
func (t *tree) finiteAux(i int) bool { return t.child(i, "aux") >= 0 || t.child(i, "nsubj") >= 0 }

// own reads the auxiliaries, negation and modifiers of one token.
func (m *matcher) own(i int, r *reality, trigger bool) {
	t := &m.tree
	if m.negated(i) && !(trigger && m.consumesNegation(i)) && !(t.goingTo(i) && m.consumesNegation(t.child(i, "xcomp"))) {
		r.negated = !r.negated
	}
	if m.asked(i) || t.subjunctive(i) || trigger && t.isVerb(i) && t.almost(i) {
		r.hypothetical, r.supposed = true, true
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := t.tok(int(c))
		form := lower(k.Form)
		switch k.Base() {
		case "aux":
			switch form {
			case "will", "'ll", "’ll", "shall", "wo":
				r.future = true
			case "would", "'d", "’d":
				if m.hearsay(i) {
					r.doubted = true
				} else if t.auxiliary(i, "have") {
					r.hypothetical, r.supposed = true, true // "would have insisted on it"
				} else if told, announced := m.reported(i); told {
					r.future = true
					r.announced = r.announced || announced
				} else if trigger && m.refuses(i) {
					r.future = true
				} else {
					r.hypothetical, r.supposed = true, true
				}
			case "can":
				r.hypothetical, r.supposed = true, true
			default:
				if m.f.c.chance.has(t, int(c)) {
					r.hypothetical, r.may = true, true
				} else if m.f.c.modal.has(t, int(c)) {
					r.hypothetical, r.supposed = true, true
				}
			}
		case "amod":
			if m.f.c.irreal.has(t, int(c)) {
				if form == "planned" && t.was(i) {
					break // "it was a planned attack"
				}
				if form == "planned" || form == "upcoming" || form == "forthcoming" || form == "scheduled" {
					r.future = true
				} else {
					r.hypothetical = true
				}
			}
		case "mark":
			if form == "to" && t.child(i, "nsubj") >= 0 && (t.head(i) < 0 || t.bound(i)) {
				r.future = true // a headline: "Minister to visit"; "before the minister is to visit"
			}
			if form == "if" || form == "unless" || form == "whether" {
				r.hypothetical, r.supposed = true, true
				r.unasserted = r.unasserted || form == "whether" // "wants to know whether"
			}
		case "advmod":
			switch form {
			case "allegedly", "reportedly", "supposedly":
				r.doubted = true
			case "how":
				r.unasserted = r.unasserted || int(c) < i && t.present(i) && !t.gerund(i) // "see how it withdraws from wars"
			}
		}
	}
}

// asked reports whether clause i asks whether it is so: "Has Serbia recognised
// Kosovo?". Why and when something happened is asked of what did happen.
func (m *matcher) asked(i int) bool {
	t := &m.tree
	if last := len(t.s.Tokens) - 1; last < 1 || t.tok(last).Form != "?" && t.tok(last-1).Form != "?" && !m.questioned(i) {
		return false
	}
	subject, before := -1, false
	for c := t.first[i]; c >= 0 && int(c) < i; c = t.next[c] {
		if t.tok(int(c)).Base() == "nsubj" {
			subject = int(c) // the last: "the question on my mind: will they"
		}
	}
	for c := t.first[i]; c >= 0 && int(c) < subject; c = t.next[c] {
		k := t.tok(int(c))
		if strings.HasPrefix(k.XPos, "W") {
			return false
		}
		before = before || k.Base() == "aux" || k.Base() == "cop"
	}
	return before
}

// questioned reports whether a question mark ends the clause with head i, in a sentence
// that goes on to say who asks.
func (m *matcher) questioned(i int) bool {
	t := &m.tree
	for k := i + 1; k < len(t.s.Tokens); k++ {
		if t.tok(k).Form == "?" && t.under(k, i) {
			return true
		}
	}
	return false
}

// consumesNegation reports whether the reading of trigger i asks for its
// negation.
func (m *matcher) consumesNegation(i int) bool {
	c := m.candidate(i)
	return c != nil && c.p.not
}

// aux returns the auxiliary modes of r, sorted.
func (r reality) aux(historical bool) []string {
	var out []string
	add := func(on bool, name string) {
		if on {
			out = append(out, name)
		}
	}
	add(r.future, Future)
	add(historical, Historical)
	add(r.hypothetical || r.attempted, Hypothetical)
	add(r.negated, Negation)
	slices.Sort(out)
	return out
}
