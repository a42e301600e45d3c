package event

import (
	"slices"
	"strings"

	"readout/actor"
	"readout/lexicon"
)

// official reports whether a draft tells an act of those who keep order and
// judge, of which a passive need not say who does it: somebody is arrested,
// charged, convicted or let go on bail.
func (m *matcher) official(d *draft) bool {
	switch {
	case slices.Contains(d.code.Modes, "arrest"), slices.Contains(d.code.Modes, "convict"), d.code.CAMEO == "115":
		return true
	case d.code.Type == "COERCE" && slices.Contains(d.code.Modes, "restrict"):
		if m.f.classes["stripping"].has(&m.tree, d.trigger) {
			return true
		}
		f, barred := m.frame(d.trigger), m.f.classes["barring"].has(&m.tree, d.trigger)
		return barred && (slices.ContainsFunc(f.preps, func(a prepArg) bool { return a.prep == "from" && !a.far }) ||
			slices.ContainsFunc(f.clauses, func(a clauseArg) bool { return a.mark == "from" }))
	case slices.Contains(d.code.Modes, "release"):
		for _, a := range m.frame(d.trigger).preps {
			if m.f.classes["bail"].has(&m.tree, a.tok) {
				return true
			}
		}
		for _, o := range m.frame(d.trigger).obj {
			if m.f.classes["bail"].has(&m.tree, o) {
				return true
			}
		}
	}
	return false
}

// authorities returns the state that does an official act of which a passive
// does not say who does it: that in whose public life the one to whom it is
// done has a part, if the sentence names no other ("the former Peruvian
// president is charged with corruption"), or the only one of which the text
// tells, or of whose police and courts it tells, or where plain people are met,
// unless those it is done to are of another.
func (m *matcher) authorities(d *draft) []int {
	if d.p.kind != lexicon.VerbPattern || !m.frame(d.trigger).passive || !m.official(d) || m.f.classes["holding"].has(&m.tree, d.trigger) {
		return nil
	}
	who := d.recipients
	if len(who) == 0 && d.object >= 0 {
		who = m.at(d.object)
	}
	if len(who) == 0 {
		return nil
	}
	if p := m.informants(d.trigger, who); len(p) > 0 {
		return p
	}
	land, public := "", true
	for _, p := range who {
		e := &m.cast.Entities[p]
		switch {
		case slices.Contains(bodies, e.Country), land != "" && e.Country != land, e.Kind != actor.Person && e.Kind != actor.Group && e.Kind != actor.Role:
			return nil
		case e.Country == "" && !m.subjectTo(e):
			return nil
		}
		land = e.Country
		public = public && e.Kind == actor.Person && land != "" && slices.ContainsFunc(e.Sectors, func(s string) bool {
			return s == "GOV" || s == "ELI" || s == "LEG" || s == "PTY" || s == "OPP" || s == "MIL" || s == "JUD"
		})
	}
	for i := range m.tree.s.Tokens {
		for _, e := range m.at(i) {
			c := m.cast.Entities[e].Country
			if c == "" || c == land {
				continue
			}
			if land != "" {
				return nil
			}
			land = c
		}
	}
	if public {
		return m.stateOf(land, -1)
	}
	if m.is(who, "MIL") || m.is(who, "COP") || m.is(who, "GOV") {
		return nil // whom rebels may hold
	}
	_, only, _ := m.stage()
	if only == "" {
		only = m.order()
	}
	if only == "" && !slices.ContainsFunc(who, func(p int) bool { return !m.homeless(p) }) {
		only = m.ground(who)
	}
	if only == "" || land != "" && land != only {
		return nil
	}
	return m.stateOf(only, -1)
}

// informants returns the officials, police or soldiers on whose word clause i
// is told, if the sentence names no country but theirs and that of who:
// "according to Malian officials".
func (m *matcher) informants(i int, who []int) []int {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if !strings.HasPrefix(t.preposition(int(c)), "according") {
			continue
		}
		p := m.people(int(c))
		if len(p) == 0 || !m.is(p, "GOV") && !m.is(p, "COP") && !m.is(p, "MIL") {
			return nil
		}
		land := m.cast.Entities[p[0]].Country
		for k := range t.s.Tokens {
			for _, e := range m.at(k) {
				if l := m.cast.Entities[e].Country; land == "" || l != "" && l != land && l != m.cast.Entities[who[0]].Country {
					return nil
				}
			}
		}
		return p
	}
	return nil
}

// order returns the country of the police, courts and prosecutors of which the
// document tells, if they are all of one; else "".
func (m *matcher) order() string {
	code := ""
	for i := range m.cast.Entities {
		e := &m.cast.Entities[i]
		if e.Country == "" || len(e.Sectors) == 0 || e.Sectors[0] != "COP" && e.Sectors[0] != "JUD" {
			continue
		}
		if slices.Contains(bodies, e.Country) || code != "" && e.Country != code {
			return ""
		}
		code = e.Country
	}
	return code
}

// jailers returns the state to which those belong whose arrest, trial or
// conviction, by whom is not told, a draft criticises or protests against: "in
// protest at the arrest of activists in Chad". It is foreign to who criticises.
func (m *matcher) jailers(d *draft) []int {
	in := m.innerOf(d)
	if in == nil || d.code.Type != "PROTEST" && d.code.Type != "ACCUSE" || in.code.Type != "COERCE" || len(in.actors) > 0 ||
		!slices.Contains(in.code.Modes, "arrest") && !slices.Contains(in.code.Modes, "convict") && in.code.CAMEO != "115" {
		return nil
	}
	p := m.governmentOf(in.recipients)
	if d.code.Type == "ACCUSE" && !m.foreign(p, d.actors) {
		return nil
	}
	return p
}

// executed reports whether draft d tells of people put to death by sentence,
// which only the state may do: "two men were hanged in Iran after being
// convicted of spying".
func (m *matcher) executed(d *draft) bool {
	if d.code.Type != "ASSAULT" || !m.frame(d.trigger).passive || !m.f.classes["put-to-death"].has(&m.tree, d.trigger) {
		return false
	}
	for i := range m.tree.s.Tokens {
		if m.f.classes["sentenced"].has(&m.tree, i) {
			return true
		}
	}
	return false
}

// whereTaken returns the state in whose border, airport or other such place
// one is arrested by nobody named: "was arrested on the Turkish border".
func (m *matcher) whereTaken(d *draft) []int {
	if !slices.Contains(d.code.Modes, "arrest") || !m.frame(d.trigger).passive {
		return nil
	}
	for _, a := range m.frame(d.trigger).preps {
		switch a.prep {
		case "on", "in", "at", "near", "off", "outside":
			if !a.far && m.f.classes["where-taken"].has(&m.tree, a.tok) {
				if x := m.owner(a.tok, anywhere, 0); len(x.parties) > 0 && !m.stateless(x.parties) {
					return m.lords(x.parties)
				}
			}
		}
	}
	return nil
}
