package event

import (
	"slices"
	"strings"

	"readout/actor"
)

// coup is the CAMEO code of those who seize power in a state.
const coup = "170"

// domestic gives those whom an organ of a state arrests, charges, convicts,
// pardons or bars the country of that state, where the text tells none: a
// court tries whom it has before it. Whoever is called foreign, flees or is
// held abroad is left alone, as are prisoners who are released, unless they
// are the state's own opponents.
func (m *matcher) domestic(d *draft) {
	switch d.code.Type {
	case "CONCEDE":
	case "COERCE":
		if slices.Contains(d.code.Modes, "deport") {
			return
		}
	case "ACCUSE":
		if !slices.Contains(d.code.Modes, "allege") && !slices.Contains(d.code.Modes, "investigate") {
			return
		}
	case "SANCTION":
		if !slices.Contains(d.code.Modes, "convict") {
			return
		}
	case "THREATEN":
		if !slices.Contains(d.code.Modes, "arrest") {
			return
		}
	case "RETREAT":
		if !slices.Contains(d.code.Modes, "release") {
			return
		}
	default:
		return
	}
	code := m.sovereign(d.actors)
	if code == "" {
		m.jurisdiction(d)
		return
	}
	if d.code.Type == "RETREAT" && m.tree.lemma(d.trigger) == "repatriate" {
		for _, p := range d.recipients {
			if e := &m.cast.Entities[p]; e.Kind == actor.Group && m.compatriots(e) {
				e.Country = code // whom a state brings home
			}
		}
	}
	if d.code.Type == "ACCUSE" && !m.is(d.actors, "JUD") && !m.is(d.actors, "COP") {
		return
	}
	if site := m.site(d); site != "" && site != code {
		return
	}
	for _, p := range d.recipients {
		if e := &m.cast.Entities[p]; (m.subjectTo(e) || slices.Contains(d.code.Modes, "arrest") && m.bodyAtHome(e)) && (d.code.Type != "RETREAT" || slices.Contains(e.Sectors, "OPP")) {
			e.Country = code
		}
	}
}

// compatriots reports whether a group is called no more than nationals or
// citizens, of whatever state is spoken of.
func (m *matcher) compatriots(e *actor.Entity) bool {
	switch lower(e.Name) {
	case "nationals", "citizens", "people", "residents":
		return true
	}
	return false
}

// captors puts the subject of the main clause, if that is in a state's service,
// in the place of criminals of whom the parser made those who arrest or seize:
// "police dismantle a ring that uses boats to bring in drugs, arresting ten".
func (m *matcher) captors(d *draft) {
	t := &m.tree
	if !slices.Contains(d.code.Modes, "arrest") && !slices.Contains(d.code.Modes, "seize") || len(d.actors) == 0 || !m.is(d.actors, "CRM") || !t.gerund(d.trigger) {
		return
	}
	v := d.trigger
	for h := t.head(v); h >= 0; h = t.head(v) {
		v = h
	}
	f := m.frame(v)
	if f.state == frameBusy || v == d.trigger {
		return
	}
	for _, s := range f.subj {
		if p := m.parties(s.tok, owned).parties; m.is(p, "COP") || m.is(p, "GOV") || m.is(p, "MIL") || m.is(p, "JUD") {
			d.actors, d.actorTrust = p, byOwner
			d.recipients = without(d.recipients, p)
			return
		}
	}
}

// jurisdiction gives an organ of state of which the text does not tell the
// country that of those whom it arrests or tries, where they hold or held
// office in a state and the text does not put it elsewhere: "the president was
// detained by security forces".
func (m *matcher) jurisdiction(d *draft) {
	if len(d.actors) != 1 || len(d.recipients) != 1 || len(m.land(d)) > 0 {
		return
	}
	e, x := &m.cast.Entities[d.actors[0]], &m.cast.Entities[d.recipients[0]]
	if e.Country != "" || e.Kind != actor.Organization && e.Kind != actor.Group || len(e.Sectors) == 0 || x.Country == "" || slices.Contains(bodies, x.Country) || x.Kind != actor.Person || len(x.Sectors) == 0 {
		return
	}
	switch e.Sectors[0] {
	case "COP", "JUD", "MIL", "LEG", "SPY":
	default:
		return
	}
	switch x.Sectors[0] {
	case "GOV", "LEG", "JUD", "OPP", "PTY", "ELI", "MIL":
		e.Country = x.Country
	}
}

// sovereign returns the country of the parties if they are of one and an organ
// of its state is among them; else "".
func (m *matcher) sovereign(parties []int) string {
	code, organ := "", false
	for _, p := range parties {
		e := &m.cast.Entities[p]
		if e.Country == "" || slices.Contains(bodies, e.Country) || code != "" && e.Country != code || slices.Contains(e.Sectors, "REB") {
			return ""
		}
		code = e.Country
		organ = organ || e.Kind == actor.Country || e.Kind == actor.Government || m.is([]int{p}, "GOV") || m.is([]int{p}, "JUD") || m.is([]int{p}, "COP") || e.Town
	}
	if !organ {
		return ""
	}
	return code
}

// bodyAtHome reports whether an entity is a body of no known country, whose
// members the state can lay hands on only where it rules: a church, a board.
func (m *matcher) bodyAtHome(e *actor.Entity) bool {
	return e.Kind == actor.Organization && e.Country == "" && len(e.Sectors) > 0 && e.Sectors[0] != "BUS" && e.Sectors[0] != "REB"
}

// subjectTo reports whether an entity of no known country may be taken for a
// subject of the state that lays hands on him.
func (m *matcher) subjectTo(e *actor.Entity) bool {
	if e.Country != "" || e.Kind != actor.Person && e.Kind != actor.Group && e.Kind != actor.Role {
		return false
	}
	for _, s := range [...]string{"REF", "REB", "BUS"} {
		if len(e.Sectors) > 0 && e.Sectors[0] == s && e.Kind != actor.Person {
			return false
		}
	}
	for _, w := range strings.Fields(lower(e.Name)) {
		if m.f.c.outsider.word(w) || m.f.c.outsider.word(singular(w)) {
			return false
		}
	}
	for _, w := range e.Mentions[:min(1, len(e.Mentions))] {
		k := m.doc.Sentences[w.Sentence].Tokens
		if w.Last+1 < len(k) && e.Kind == actor.Group && lower(k[w.Last].Form) == "from" && (k[w.Last+1].UPos == "NUM" || m.is(m.cast.At(w.Sentence, w.Last+1), "STATE")) {
			return false // "activists from 44 countries"
		}
	}
	return true
}
