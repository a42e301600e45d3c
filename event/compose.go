package event

import (
	"slices"
	"strings"

	"readout/lexicon"
)

// takeInner takes the event at token x as the X of c: the code of c is read
// off it where the rule has a table.
func (m *matcher) takeInner(c *candidate, x int) bool {
	x = m.through(x, 0)
	if x < 0 {
		return false
	}
	in := m.candidate(x)
	if in == nil || m.tree.unchosen(x) {
		return false // "rather than expel the envoy, Norway praised him"
	}
	if c.p.rule.grave && Quad(in.code.Type) != 4 && in.code.Type != "THREATEN" {
		return false // one alleges nothing kind
	}
	if c.code.Type == "THREATEN" && m.negated(x) && !in.p.not {
		return false // "warned that no deadline had been set"
	}
	if c.p.rule.doer == 'A' && len(c.actors) > 0 && len(in.actors) > 0 && m.foreign(in.actors, c.actors) && in.p.kind == lexicon.NounPattern && c.p.rule.own {
		return false // one ends only what one does
	}
	c.inner = x
	c.specificity += 6
	if c.p.rule.table != nil {
		if code, ok := lookup(c.p.rule.table, in.code); ok {
			if code.Type == same {
				c.code = in.code
			} else {
				c.code = code.Over(c.code)
			}
		}
		c.code.Contexts = lexicon.Code{Contexts: in.code.Contexts}.Over(lexicon.Code{Contexts: c.code.Contexts}).Contexts
	}
	return true
}

// impose makes c, an obligation that somebody puts on another, of what the
// same verb tells: "Sudan must return the helicopter".
func (m *matcher) impose(c, in *candidate) {
	if yields := in.code.Type == "RETREAT" || in.code.Type == "CONCEDE"; yields {
		c.spared = in.recipients // those to be freed are not those who are asked
	} else if len(in.actors) == 0 && len(c.recipients) == 0 {
		c.recipients = in.recipients
	}
	if t := c.p.rule.table; t != nil {
		if code, ok := lookup(t, in.code); ok && code.Type != same {
			c.code = code.Over(c.code)
		}
	}
	c.code.Contexts = lexicon.Code{Contexts: in.code.Contexts}.Over(lexicon.Code{Contexts: c.code.Contexts}).Contexts
	c.covered, c.object = in.covered, in.object
	if in.inner >= 0 {
		c.inner = in.inner
	}
}

// through returns the token at or below x that has a reading as an event,
// passing what only begins it, counts it or speaks of it; or -1.
func (m *matcher) through(x, steps int) int {
	if m.candidate(x) != nil {
		return x
	}
	if steps > 3 {
		return -1
	}
	t := &m.tree
	verb := t.isVerb(x)
	for c := t.first[x]; c >= 0; c = t.next[c] {
		i := int(c)
		ok := false
		switch t.tok(i).Base() {
		case "xcomp":
			ok = verb && (m.f.c.real.has(t, x) || m.f.c.intend.has(t, x) || m.f.c.attempt.has(t, x))
		case "obj":
			ok = verb && (m.f.c.support.has(t, x) || m.f.c.real.has(t, x))
		case "nmod":
			p := t.preposition(i)
			ok = !verb && p == "of" && (m.f.c.portion.has(t, x) || m.f.c.irreal.has(t, x)) || !verb && p == "for" && m.f.c.irreal.has(t, x)
		case "acl":
			ok = !verb && t.mark(i) == "to" && (m.f.c.irreal.has(t, x) || m.f.c.real.has(t, x)) || !verb && t.mark(i) == "" && t.gerund(i)
		case "conj":
			ok = true
		case "cop":
			ok = false
		}
		if ok {
			if y := m.through(i, steps+1); y >= 0 {
				return y
			}
		}
	}
	return -1
}

// lookup returns what a table says of an event coded as in.
func lookup(t *lexicon.Table, in lexicon.Code) (lexicon.Code, bool) {
	for _, c := range t.Cases {
		if c.Type != "" && c.Type != in.Type || !strings.HasPrefix(in.CAMEO, c.CAMEO) {
			continue
		}
		if c.Mode != "" {
			found := false
			for _, mode := range in.Modes {
				found = found || mode == c.Mode
			}
			if !found {
				continue
			}
		}
		return c.Code, true
	}
	return lexicon.Code{}, false
}

// complete settles who is who between a speech act and what lies in its
// complement.
func (m *matcher) complete(c *candidate) {
	if c.inner < 0 && c.p.rule.keep {
		for _, k := range c.covered {
			if k != c.trigger && m.candidate(k) != nil {
				c.inner = k // the word by which the pattern knew it tells an event itself
				break
			}
		}
	}
	// The word by which a pattern knew its event may tell more of it: the drone
	// attack of "launched a drone attack".
	for _, k := range c.covered {
		if k == c.trigger || k == c.inner {
			continue
		}
		in := m.candidate(k)
		if in == nil || in.code.Type != c.code.Type {
			continue
		}
		if len(in.code.Modes) > 0 && len(c.code.Modes) == 0 {
			c.code.Modes, c.code.CAMEO = in.code.Modes, in.code.CAMEO
		}
		if all := union(in.actors, in.partners); in.p.rule.reciprocal && len(c.actors) == 0 && len(all) > 1 {
			c.actors, c.actorTrust = all, in.recipTrust // "clashes between A and B left two dead"
		}
	}
	switch {
	case c.inner >= 0:
		in := m.candidate(c.inner)
		if c.p.rule.doer == 'R' {
			if m.doneTo(c, in) {
				c.spared, c.recipients = m.ofCountries(c.recipients), nil
			}
			if len(c.recipients) == 0 {
				c.stray = without(in.actors, c.actors)
				if len(in.partners) > 0 && len(c.stray) == 0 {
					c.stray = without(in.partners, c.actors)
				}
			}
			hostile := Quad(in.code.Type) == 4 && (c.code.Type == "PROTEST" || c.code.Type == "ACCUSE")
			switch {
			case in.code.Type == "RETREAT" || in.code.Type == "CONCEDE" || hostile && c.code.Type == "ACCUSE":
				c.spared = union(c.spared, in.recipients) // those to be freed are not those who are asked, nor the bombed to blame
				if hostile && (in.code.Type == "ASSAULT" || slices.Contains(in.code.Modes, "deport")) {
					c.spared = m.ofCountries(c.spared)
				}
			case !hostile && len(c.recipients) == 0 && len(c.stray) == 0:
				c.stray = without(in.recipients, c.actors) // but nobody protests against the convicted
			}
		} else {
			if len(c.recipients) == 0 {
				c.stray = without(union(in.recipients, in.partners), c.actors)
				if len(c.stray) == 0 {
					c.stray = without(in.stray, c.actors)
				}
			}
			if asked := c.code.Type == "REJECT" && (in.code.Type == "REQUEST" || in.code.Type == "AGREE"); asked && len(c.actors) == 0 && c.agentless {
				c.actors, c.actorTrust = in.recipients, min(in.recipTrust, 0.8) // "their appeal to Chad was rejected"
				c.recipients, c.recipTrust = in.actors, in.actorTrust
			} else if len(c.actors) == 0 && c.agentless {
				c.actors, c.actorTrust = in.actors, min(in.actorTrust, 0.8)
			}
		}
		if c.object < 0 {
			c.object = in.object
		}
	case c.clause >= 0:
		c.stray = m.affected(c.clause, c.actors)
	}
	if c.toAll {
		c.stray = nil // whoever is to do it to whom, they are not asked
	}
	if len(c.recipients) == 0 && len(c.stray) > 0 {
		c.recipients, c.recipTrust = c.stray, min(c.recipTrust, 0.8)
	}
}

// broughtAbout reports whether c, an effort to move somebody to do what an
// infinitive tells, succeeded, and that tells an event: "persuaded Iran to
// release them", but not "is trying to persuade Iran to release them".
func (m *matcher) broughtAbout(c *candidate) bool {
	if x := c.clause; c.inner < 0 && (x < 0 || x == c.trigger || m.candidate(x) == nil) {
		return false
	}
	r := m.reality(c.trigger)
	return !r.hypothetical && !r.future && !r.attempted && !r.purpose && !r.negated
}

// doneTo reports whether the recipients of a request are those to whom what
// it asks for is to be done: "demanded that the hostages be released". They
// are not those who are asked.
func (m *matcher) doneTo(c, in *candidate) bool {
	if c.code.Type != "REQUEST" || len(c.recipients) == 0 || !sharePlace(c.recipients, in.recipients) || m.is(c.recipients, "STATE") {
		return false
	}
	switch in.code.Type {
	case "RETREAT", "CONCEDE", "AID":
	default:
		return false
	}
	f := m.frame(c.inner)
	return f.state != frameBusy && f.passive
}

// ofCountries returns parties and all others of their countries.
func (m *matcher) ofCountries(parties []int) []int {
	all := slices.Clone(parties)
	for k := range m.cast.Entities {
		country := m.cast.Entities[k].Country
		if country != "" && slices.ContainsFunc(parties, func(p int) bool { return m.cast.Entities[p].Country == country }) {
			all = append(all, k)
		}
	}
	return all
}

// affected returns whom the clause headed by x bears on: its object, else the
// noun behind a preposition that aims, else the party nearest below it.
func (m *matcher) affected(x int, actors []int) []int {
	f := m.frame(x)
	if f.state == frameBusy {
		return nil
	}
	ok := func(i int) []int {
		p := without(m.parties(i, anywhere).parties, actors)
		if len(p) > 0 && m.cast.Entities[p[0]].Country != "" && m.foreign(p, actors) {
			return p
		}
		return nil
	}
	for _, o := range f.obj {
		if p := ok(o); len(p) > 0 {
			return p
		}
	}
	for _, o := range f.iobj {
		if p := ok(o); len(p) > 0 {
			return p
		}
	}
	for _, prep := range [...]string{"against", "on", "to", "with", "from", "at", "in"} {
		for _, a := range f.preps {
			if a.prep == prep && !m.isTime(a.tok) {
				if p := ok(a.tok); len(p) > 0 {
					return p
				}
			}
		}
	}
	if p := m.deep(x, actors, -1, nil, ""); len(p) > 0 {
		return p
	}
	for _, o := range f.obj {
		if p := without(m.parties(o, named).parties, actors); len(p) > 0 {
			return p // a compatriot
		}
	}
	return nil
}
