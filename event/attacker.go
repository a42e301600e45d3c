package event

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
			if a := t.agent(k); a >= 0 && !m.anotherAct(k, d) && m.passive(k) && m.passive(d.trigger) && !(m.f.c.calamity.has(t, a) && len(m.owner(a, owned, 0).parties) == 0) {
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
		arms := []wordClass{m.f.c.attack, m.f.c.weapon}
		if x.prep == "with" {
			arms = arms[:1] // "carried out with Chinese bombs": who made them did not throw them
		}
		if w := m.wordIn(arms, at); w >= 0 && !m.toldOfNoun(at, d.trigger) && m.attackedBy(d, w, trust) {
			return
		}
	}
	for c := t.first[d.trigger]; c >= 0; c = t.next[c] {
		k := int(c)
		if p := m.fellFighting(d, k); len(p) > 0 {
			d.actors, d.actorTrust = p, byOwner
			return
		}
		if m.clauseAttack(d, k) {
			return
		}
		for e := t.first[k]; e >= 0 && t.tok(k).Base() == "conj" && t.isVerb(k); e = t.next[e] {
			if m.clauseAttack(d, int(e)) {
				return // "were killed and others injured when soldiers opened fire"
			}
		}
	}
	if p := m.byWhom(d); len(p) > 0 {
		d.actors, d.actorTrust = p, byPlace
		return
	}
	// Further down, in what is joined to the trigger: "are killed and shops
	// burned in an attack by gunmen".
	for k := d.trigger + 1; k < len(t.s.Tokens); k++ {
		if t.finite(k) || !m.f.c.attack.has(t, k) || !m.near(k, d.trigger) || m.background(k, d.trigger) {
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
	if p := m.author(d); len(p) > 0 {
		d.actors, d.actorTrust = p, 0.6
	}
}

// fellFighting returns those whom the ones harmed in d were fighting, as gerund k on
// its trigger tells: "killed fighting the rebels", "while fighting Isis".
func (m *matcher) fellFighting(d *draft, k int) []int {
	t := &m.tree
	if b := t.tok(k).Base(); b != "advcl" && b != "xcomp" && b != "acl" || !t.gerund(k) || !m.f.classes["fighting-verb"].has(t, k) || d.code.Type != "ASSAULT" {
		return nil
	}
	if w := t.mark(k); w != "" && w != "while" && w != "when" {
		return nil
	}
	o := t.child(k, "obj")
	if o < 0 {
		for _, x := range m.frame(k).preps {
			if x.prep == "against" && !x.far {
				o = x.tok
			}
		}
	}
	if o < 0 {
		return nil
	}
	p := without(m.parties(o, owned).parties, d.recipients)
	if !m.is(p, "ARMED") && !m.is(p, "IMG") {
		return nil
	}
	return p
}

// clauseAttack takes the actors of d from clause k if it tells an attack: "were
// killed when soldiers opened fire".
func (m *matcher) clauseAttack(d *draft, k int) bool {
	t := &m.tree
	if t.tok(k).Base() != "advcl" || d.code.Type != "ASSAULT" || !t.tellsWhen(k, "after", "when", "as") {
		return false
	}
	in := m.candidate(k)
	if in == nil || in.code.Type != "ASSAULT" || in.p.rule.reciprocal || m.negated(k) || m.accident(k) {
		return false
	}
	p := without(in.actors, d.recipients)
	if len(p) == 0 || m.onlyPlaces(p) {
		return false
	}
	d.actors, d.actorTrust = p, byPlace
	if r := without(in.recipients, p); m.stateless(d.recipients) && len(r) > 0 && !m.stateless(r) {
		d.recipients, d.recipTrust = r, byPlace
	}
	return true
}

// background reports whether token k lies in what is told of another noun or of
// a cause, below trigger i: "due to violence spilled over from the gang war".
func (m *matcher) background(k, i int) bool {
	t := &m.tree
	if m.toldOfNoun(k, i) {
		return true
	}
	for steps := 0; k >= 0 && k != i && steps < maxClimb; steps++ {
		switch t.preposition(k) {
		case "due_to", "because_of", "owing_to", "amid", "as_part_of":
			return true
		}
		k = t.head(k)
	}
	return false
}

// toldOfNoun reports whether token k lies in a clause that hangs on a noun
// below trigger i.
func (m *matcher) toldOfNoun(k, i int) bool {
	t := &m.tree
	for steps := 0; k >= 0 && k != i && steps < maxClimb; steps++ {
		if t.tok(k).Base() == "acl" {
			return true
		}
		k = t.head(k)
	}
	return false
}

// byWhom returns those who bear arms, or the state, that "by" names behind the
// trigger of d, however low the parser hung them: "killed in the shelling of a
// camp in Darfur, Sudan, by the militia", "when their vehicle was blown up by
// rebels".
func (m *matcher) byWhom(d *draft) []int {
	t := &m.tree
	for k := d.trigger + 1; k < len(t.s.Tokens); k++ {
		if t.preposition(k) != "by" || m.isTime(k) || !t.under(k, d.trigger) {
			continue
		}
		apart := false
		for h := t.head(k); h >= 0 && h != d.trigger; h = t.head(h) {
			switch b := t.tok(h).Base(); {
			case b == "acl" && !m.authored(h), b == "ccomp", b == "parataxis", b == "conj" && t.isVerb(h) && t.child(h, "nsubj") >= 0 && !m.passive(h), m.anotherAct(h, d):
				apart = true
			}
		}
		if apart {
			continue
		}
		if p := without(m.parties(k, owned).parties, d.recipients); m.mayHarm(p, d.recipients) {
			return p
		}
	}
	return nil
}

// anotherAct reports whether verb v, joined to that of d, tells of another act
// done to somebody else, whose author is not d's: "two are killed, and a suspect
// is detained by police".
func (m *matcher) anotherAct(v int, d *draft) bool {
	t := &m.tree
	if t.tok(v).Base() != "conj" || !t.isVerb(v) || t.child(v, "nsubj") < 0 {
		return false
	}
	c := m.candidate(v)
	return c != nil && c.code.Type != d.code.Type
}

// mayHarm reports whether some of whom "by" is said bear arms and are not on
// the side of those harmed.
func (m *matcher) mayHarm(p, harmed []int) bool {
	if len(p) == 0 || !m.is(p, "ARMED") && !m.is(p, "CRM") {
		return false
	}
	return !m.is(harmed, "ARMED") || m.is(p, "ARMED") && m.foreign(p, harmed) || m.is(p, "REB") || m.opposed(p, harmed)
}

// authored reports whether participle v says whose deed the noun before it is:
// "an explosion caused by", "an attack claimed by".
func (m *matcher) authored(v int) bool {
	if m.f.c.ascribe.has(&m.tree, v) {
		return true
	}
	return m.f.c.commit.has(&m.tree, v) && m.tree.tok(v).Rel != "acl:relcl"
}

// attackedBy takes the actors of d, and what it lacks of recipients and mode,
// from the attack told at token w, and reports whether w tells who attacked.
func (m *matcher) attackedBy(d *draft, w int, trust float64) bool {
	m.agents(w, 0, func(tok int, _ uint8) {
		if p := without(m.parties(tok, owned).parties, d.recipients); len(p) > 0 && !m.onlyPlaces(p) && !(m.tree.tok(tok).Base() == "compound" && m.onlySites(p)) {
			d.actors, d.actorTrust = union(d.actors, p), trust
		}
	})
	d.actors = m.landed(d.actors)
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

// contender takes as the actors of d those with whom its recipients fought the
// fight told at token w: "in a shootout with police".
func (m *matcher) contender(d *draft, w int) {
	t := &m.tree
	for c := t.first[w]; c >= 0; c = t.next[c] {
		if k := int(c); t.tok(k).Base() == "nmod" {
			switch t.preposition(k) {
			case "against":
				if !m.f.c.fray.has(t, w) {
					continue // whom a strike is against is not who struck
				}
				fallthrough
			case "with", "between", "involving":
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

// struck returns whom the attack in which those told by d were harmed hit, by a
// relative clause: "killed in a strike that hit the hospital".
func (m *matcher) struck(d *draft) []int {
	t := &m.tree
	for _, x := range m.frame(d.trigger).preps {
		if x.prep != "in" && x.prep != "by" || !m.f.c.attack.has(t, x.tok) {
			continue
		}
		for c := t.first[x.tok]; c >= 0; c = t.next[c] {
			if t.tok(int(c)).Rel != "acl:relcl" {
				continue
			}
			if in := m.candidate(int(c)); in == nil || in.code.Type != "ASSAULT" {
				continue
			}
			if o := t.child(int(c), "obj"); o >= 0 {
				return without(m.inCountry(o).parties, d.actors)
			}
		}
	}
	return nil
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
