package event

import (
	"slices"

	"readout/lexicon"
)

// author returns who harmed those told by draft d, of whose clause the parser's
// tree names nobody, as the words of the sentence tell it in their order: who
// "by" names behind the harm, who strikes behind "when" or "after", who of
// those harmed are the attackers, who is spoken of as one.
func (m *matcher) author(d *draft) []int {
	if d.p.kind != lexicon.VerbPattern || d.code.Type != "ASSAULT" || d.negated {
		return nil
	}
	if p := m.behindBy(d); len(p) > 0 {
		return p
	}
	for k := range m.tree.s.Tokens {
		if o := m.setOffBy(k); o >= 0 {
			if p := without(m.parties(o, owned).parties, d.recipients); len(p) > 0 {
				return p
			}
		}
	}
	if p := m.toldBefore(d); len(p) > 0 {
		return p
	}
	if p := m.striker(d); len(p) > 0 {
		return p
	}
	if len(d.recipients) > 1 && m.inClash(d) {
		return nil // each side harmed the other
	}
	if p := m.fallen(d); len(p) > 0 {
		return p
	}
	return m.assailant(d)
}

// behindBy returns those who bear arms that "by" names behind the trigger,
// wherever the parser hung them: "reported the kidnapping of his son by masked
// gunmen".
func (m *matcher) behindBy(d *draft) []int {
	t := &m.tree
	for k := d.trigger + 1; k < len(t.s.Tokens); k++ {
		if x := t.tok(k).XPos; x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" || t.tok(k).Form == ";" {
			if h := t.head(k); t.tok(k).UPos != "AUX" || h < 0 || t.head(h) != d.trigger || t.tok(h).Base() != "conj" || !m.passive(h) {
				return nil // another clause
			}
		}
		if lower(t.tok(k).Form) != "by" || m.participial(k-1, d.trigger) {
			continue
		}
		for j := k + 1; j < len(t.s.Tokens) && j < k+6; j++ {
			if u := t.tok(j).UPos; u == "ADP" || u == "AUX" || u == "PRON" || t.tok(j).Form == "," {
				break
			}
			if p := without(m.at(j), d.recipients); m.mayHarm(p, d.recipients) {
				return p
			}
		}
	}
	return nil
}

// toldBefore returns the actors of the attack that the sentence tells before a
// harm of which it says nothing more, and gives it that attack's victims: "the
// death toll of the strikes on Aleppo by the army rises to 40, while 300 people
// have been injured".
func (m *matcher) toldBefore(d *draft) []int {
	t := &m.tree
	if d.p.rule.name != harm || !m.passive(d.trigger) || !m.is(d.recipients, "PEOPLE") && len(d.recipients) > 0 || !m.stateless(d.recipients) || len(m.frame(d.trigger).preps) > 0 {
		return nil
	}
	for k := d.trigger - 1; k >= 0; k-- {
		if !m.f.c.attack.has(t, k) || t.under(k, d.trigger) {
			continue
		}
		if in := m.candidate(k); in != nil && in.code.Type == "ASSAULT" && len(in.actors) > 0 && len(in.recipients) > 0 && !in.p.rule.reciprocal && m.foreign(in.actors, in.recipients) {
			d.recipients, d.recipTrust = in.recipients, byPlace
			return in.actors
		}
	}
	return nil
}

// mainBlow makes a draft that tells by a gerund what a blow did one with the
// blow: "sank a boat used by smugglers, killing two", "launched missiles, with
// one hitting a factory". The actors are those of the clause above it that
// tells an assault, unless its own bear arms.
func (m *matcher) mainBlow(d *draft) {
	t := &m.tree
	v := d.trigger
	if d.code.Type != "ASSAULT" || d.p.kind != lexicon.VerbPattern || !t.gerund(v) || v == 0 || len(d.actors) > 0 && (m.is(d.actors, "ARMED") || m.is(d.actors, "CRM") || m.is(d.actors, "PEOPLE")) {
		return
	}
	if b := t.tok(v).Base(); b != "advcl" && b != "acl" && b != "conj" && b != "parataxis" && b != "obl" || t.mark(v) == "by" || t.mark(v) == "of" || t.mark(v) == "for" {
		return
	}
	if len(d.actors) > 0 && t.tok(v-1).Form != "," {
		return
	}
	for h, n := t.head(v), 0; h >= 0 && n < maxClimb; h, n = t.head(h), n+1 {
		in := m.candidate(h)
		if in == nil || in.code.Type != "ASSAULT" || len(in.actors) == 0 || in.p.rule.reciprocal {
			continue
		}
		d.actors, d.actorTrust = in.actors, byOwner
		if p := without(in.recipients, in.actors); len(p) > 0 && (m.stateless(d.recipients) || !m.foreign(d.recipients, d.actors) && m.foreign(p, d.actors)) {
			d.recipients, d.recipTrust = p, byPlace
		}
		return
	}
}

// participial reports whether token k is a participle that tells of another noun
// than the blow whose, or whom, it is: "rebels backed by the army".
func (m *matcher) participial(k, trigger int) bool {
	t := &m.tree
	return k != trigger && t.tok(k).UPos == "VERB" && t.tok(k).Base() == "acl" && !m.authored(k) && !m.f.c.setOff.has(t, k) && !m.violent(k)
}

// striker returns whom a clause of time names right before its word of
// violence, whatever the parser took that word for: "after the militia shell
// residential areas", "when an al-Shabaab roadside bomb strikes their truck".
func (m *matcher) striker(d *draft) []int {
	t := &m.tree
	n := len(t.s.Tokens)
	for k := range t.s.Tokens {
		switch lower(t.tok(k).Form) {
		case "after", "when", "as", "while":
		default:
			continue
		}
		if k < d.trigger && t.under(d.trigger, t.head(k)) && t.head(k) >= 0 && t.tok(k).Base() == "mark" {
			continue // the clause of the harm itself
		}
		var who []int
		for j := k + 1; j < n && j < k+12; j++ {
			tok := t.tok(j)
			if tok.Form == "," || tok.Form == ";" || tok.UPos == "ADP" && tok.Base() == "case" && lower(tok.Form) != "of" && lower(tok.Form) != "from" || tok.UPos == "PRON" {
				break
			}
			if tok.UPos == "AUX" || tok.UPos == "SCONJ" {
				break
			}
			if t.lemma(j) == "war" || t.lemma(j) == "conflict" || m.f.c.vehicle.has(t, j) {
				break
			}
			if len(who) > 0 && m.violent(j) && tok.UPos != "ADJ" && (j+1 >= n || !m.violent(j+1)) {
				p := without(m.landed(who), d.recipients)
				if len(p) == 0 || m.f.c.fray.has(t, j) || m.f.c.calamity.has(t, j) || m.is(p, "STATE") && !m.foreign(p, d.recipients) || !m.is(p, "STATE") && !m.is(p, "ARMED") && !m.is(p, "CRM") && (!m.is(p, "PEOPLE") || t.lemma(j) == "strike" || t.lemma(j) == "hit") {
					break
				}
				if in := m.candidate(j); in != nil && in.code.Type == "ASSAULT" && m.stateless(d.recipients) {
					if q := without(in.recipients, p); len(q) > 0 && !m.stateless(q) {
						d.recipients, d.recipTrust = q, byPlace
					}
				}
				return p
			}
			if e := m.at(j); len(e) > 0 && !m.onlyPlaces(e) {
				who = e
			}
		}
	}
	return nil
}

// violent reports whether token i, verb or noun, may tell a blow.
func (m *matcher) violent(i int) bool {
	t := &m.tree
	return m.f.c.attack.has(t, i) || m.f.c.weapon.has(t, i) || m.f.c.strike.has(t, i)
}

// fallen returns those of the recipients who attacked the others and fell
// themselves: "six soldiers and four militants are killed in an attack on a
// base". The others stay recipients.
func (m *matcher) fallen(d *draft) []int {
	if len(d.recipients) < 2 {
		return nil
	}
	var out []int
	for _, p := range d.recipients {
		if m.outlawed([]int{p}) {
			out = append(out, p)
		}
	}
	rest := without(d.recipients, out)
	if len(out) == 0 || len(rest) == 0 || slices.ContainsFunc(rest, func(p int) bool { return m.is([]int{p}, "STATE") }) {
		return nil
	}
	for k := range m.tree.s.Tokens {
		if m.f.c.sweep.has(&m.tree, k) && m.near(k, d.trigger) {
			return nil // then the state attacked
		}
		if k != d.trigger && m.tree.isNoun(k) && m.f.c.attack.has(&m.tree, k) && !m.f.c.fray.has(&m.tree, k) && m.near(k, d.trigger) {
			d.recipients = rest
			return out
		}
	}
	return nil
}

// assailant returns who is spoken of in the sentence as the one who attacked:
// "including the perpetrator", "the gunman being at large", unless he is all
// that was harmed.
func (m *matcher) assailant(d *draft) []int {
	t := &m.tree
	for k := range t.s.Tokens {
		if !m.f.c.perpetrator.has(t, k) || k > 0 && lower(t.tok(k-1).Form) == "of" && k > 1 && t.tok(k-2).UPos == "NOUN" {
			continue
		}
		e := m.at(k)
		if len(e) == 0 || len(without(d.recipients, e)) == 0 && len(d.recipients) > 0 || d.recipToken == k {
			continue
		}
		d.recipients = without(d.recipients, e)
		return e
	}
	return nil
}
