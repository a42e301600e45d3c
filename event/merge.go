package event

import "slices"

// merge joins the drafts of a sentence that tell one happening: the same type
// between the same parties, one clause inside or beside the other. The fuller
// one takes what the other knows.
func (r *reading) merge() {
	for a := range r.drafts {
		for b := range r.drafts {
			x, y := &r.drafts[a], &r.drafts[b]
			if a == b || x.dropped || y.dropped || !r.same(x, y) {
				continue
			}
			if fuller(y, x) || !fuller(x, y) && b < a {
				continue // the other order will join them
			}
			r.join(x, y, a, b)
		}
	}
	r.topics()
	// A show of force is not told beside the force used.
	for a := range r.drafts {
		x := &r.drafts[a]
		if x.dropped || x.code.Type != "MOBILIZE" {
			continue
		}
		for b := range r.drafts {
			y := &r.drafts[b]
			if !y.dropped && y.code.Type == "ASSAULT" && sharePlace(x.actors, y.actors) && r.m.near(y.trigger, x.trigger) {
				x.dropped = true
			}
		}
	}
}

// topics drops what a protest is about, which is no event beside it: of
// "marched, demanding that the government resign" the demand. Those of whom it
// is demanded are those protested against where the protest tells none.
func (r *reading) topics() {
	t := &r.m.tree
	for a := range r.drafts {
		x := &r.drafts[a]
		if x.dropped || x.code.Type != "REQUEST" && x.code.Type != "ACCUSE" {
			continue
		}
		for b := range r.drafts {
			y := &r.drafts[b]
			if y.dropped || y.code.Type != "PROTEST" || !sharePlace(x.actors, y.actors) ||
				!(t.under(x.trigger, y.trigger) || t.under(y.trigger, x.trigger) && t.tok(y.trigger).Base() == "conj") || t.tok(x.trigger).Base() == "parataxis" {
				continue
			}
			if len(y.recipients) == 0 && !r.m.onlyPlaces(x.recipients) {
				y.recipients, y.recipTrust = x.recipients, min(x.recipTrust, byOwner)
			}
			x.dropped, x.topic = true, true
			break
		}
	}
}

// same reports whether two drafts of a sentence tell one happening.
func (r *reading) same(x, y *draft) bool {
	if x.code.Type != y.code.Type || x.negated != y.negated {
		return false
	}
	m := r.m
	if x.p.rule.name == harm && sharePlace(y.actors, x.recipients) && !y.p.rule.reciprocal || y.p.rule.name == harm && sharePlace(x.actors, y.recipients) && !x.p.rule.reciprocal {
		return false // those harmed did not do it
	}
	one := x.recipToken >= 0 && x.recipToken == y.recipToken
	if !m.agree(x.actors, y.actors) || !m.agree(x.recipients, y.recipients) && !one && !(x.code.Type == "ASSAULT" && r.within(x, y)) {
		return false
	}
	if x.code.Type == "CONSULT" && len(x.actors) > 1 && len(y.actors) > 1 && len(without(x.actors, y.actors)) > 0 && len(without(y.actors, x.actors)) > 0 {
		return false // with different partners
	}
	if x.code.Type == "CONSULT" && m.apartMet(x, y) {
		return false
	}
	if len(x.actors) == 0 && len(y.actors) == 0 && len(x.recipients) == 0 {
		return false
	}
	t := &m.tree
	trial := slices.Contains(x.code.Modes, "convict") && sharePlace(x.recipients, y.recipients) // "sentenced after being found guilty"
	if !trial && (m.apart(x.trigger, y.trigger) || m.apart(y.trigger, x.trigger)) {
		return false
	}
	if x.code.Type == "ASSAULT" && slices.Contains(x.code.Modes, "abduct") != slices.Contains(y.code.Modes, "abduct") && len(without(x.recipients, y.recipients)) > 0 && len(without(y.recipients, x.recipients)) > 0 {
		return false // "shelled the town and took its mayor hostage"
	}
	linked := t.under(x.trigger, y.trigger) || t.under(y.trigger, x.trigger)
	if !linked {
		h, g := t.head(x.trigger), t.head(y.trigger)
		linked = h == g
	}
	switch x.code.Type {
	case "ACCUSE", "REQUEST", "SANCTION", "COERCE", "AGREE", "THREATEN", "RETREAT":
		if len(x.code.Modes) > 0 && len(y.code.Modes) > 0 && !slices.Equal(x.code.Modes, y.code.Modes) {
			return false
		}
	}
	return linked
}

// apartMet reports whether of a visit and a meeting, or of two visits, each
// has somebody foreign to all of the other: "spoke with Modi about his trip to
// Poland".
func (m *matcher) apartMet(x, y *draft) bool {
	a, b := union(x.actors, x.recipients), union(y.actors, y.recipients)
	outside := func(a, b []int) bool {
		for k := range a {
			if m.cast.Entities[a[k]].Country != "" && m.foreign(a[k:k+1], b) {
				return true
			}
		}
		return false
	}
	return len(x.recipients)+len(y.recipients) > 0 && outside(a, b) && outside(b, a)
}

// within reports whether the triggers of two assaults by the same are a verb
// and a clause without a finite verb that hangs on it ("launch airstrikes,
// targeting camps"), or two verbs joined ("killed and wounded").
func (r *reading) within(x, y *draft) bool {
	m, t := r.m, &r.m.tree
	if len(x.actors) > 0 && len(y.actors) > 0 && !slices.Equal(x.actors, y.actors) {
		return false
	}
	if (len(x.actors) == 0) != (len(y.actors) == 0) && !r.m.passive(x.trigger) && !r.m.passive(y.trigger) {
		return false
	}
	near := func(a, b int) bool {
		for steps := 0; steps < 4 && a != b; steps++ {
			switch t.tok(a).Base() {
			case "advcl", "acl":
				if t.finite(a) || t.mark(a) == "while" {
					return false // "was killed while filming a battle"
				}
			case "conj":
				if len(x.actors) > 0 && len(y.actors) > 0 && !m.onlyPlaces(x.recipients) && !m.onlyPlaces(y.recipients) {
					return false
				}
			case "nsubj", "obj", "obl", "nmod":
			default:
				return false
			}
			if a = t.head(a); a < 0 {
				return false
			}
		}
		return a == b
	}
	return near(x.trigger, y.trigger) || near(y.trigger, x.trigger)
}

// apart reports whether trigger b stands below a in a clause or phrase that
// tells of another time or of a cause: "clash after an agent shot a woman".
func (m *matcher) apart(a, b int) bool {
	t := &m.tree
	for steps := 0; b >= 0 && b != a && steps < maxClimb; steps++ {
		var p string
		switch t.tok(b).Base() {
		case "advcl":
			p = t.mark(b)
		case "obl", "nmod":
			p = t.preposition(b)
		}
		switch p {
		case "after", "before", "since", "following", "because", "because_of", "despite", "over", "until", "in_response_to":
			return b != a
		}
		b = t.head(b)
	}
	return false
}

// agree reports whether two lists of parties can be the same: one is empty,
// or they share a party or a country.
func (m *matcher) agree(a, b []int) bool {
	return len(a) == 0 || len(b) == 0 || !m.foreign(a, b)
}

// fuller reports whether x tells more than y.
func fuller(x, y *draft) bool {
	full := func(d *draft) int {
		n := 0
		if len(d.actors) > 0 {
			n += 4
		}
		if len(d.recipients) > 0 {
			n += 4
		}
		if len(d.code.Modes) > 0 {
			n++
		}
		if d.object >= 0 {
			n++
		}
		if d.loose {
			n -= 2
		}
		if d.hypothetical || d.purpose {
			n -= 5
		}
		return n
	}
	return full(x) > full(y)
}

// join adds to x what y knows and drops y.
func (r *reading) join(x, y *draft, a, b int) {
	if len(x.actors) == 0 {
		x.actors, x.actorTrust = y.actors, y.actorTrust
		if p := without(y.actors, x.recipients); len(p) > 0 {
			x.actors = p // "soldiers were killed amid fighting with rebels"
		}
	}
	if len(x.recipients) == 0 || r.m.stateless(x.recipients) && !r.m.stateless(y.recipients) ||
		x.code.Type == "ASSAULT" && r.m.onlyPlaces(x.recipients) && !r.m.onlyPlaces(y.recipients) && !r.m.stateless(y.recipients) && len(without(y.recipients, x.actors)) > 0 {
		x.recipients, x.recipTrust = y.recipients, y.recipTrust
	}
	if len(x.code.Modes) == 0 && len(y.code.Modes) > 0 {
		x.code.Modes = y.code.Modes
		if len(y.code.CAMEO) >= len(x.code.CAMEO) {
			x.code.CAMEO = y.code.CAMEO
		}
	}
	x.code.Contexts = union2(x.code.Contexts, y.code.Contexts)
	if x.object < 0 {
		x.object = y.object
	}
	x.merged = append(append(x.merged, y.trigger), y.merged...)
	y.dropped = true
	for k := range r.drafts {
		if r.drafts[k].within == b {
			r.drafts[k].within = a
		}
	}
	if x.within == a {
		x.within = -1
	}
}

// union2 is union for strings.
func union2(a, b []string) []string {
	out := a
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out[:len(out):len(out)], x)
		}
	}
	return out
}

// sharePlace reports whether the lists have a party in common.
func sharePlace(a, b []int) bool {
	return slices.ContainsFunc(a, func(x int) bool { return slices.Contains(b, x) })
}
