package event

import (
	"slices"

	"readout/actor"
)

// grounded gives parties of no known country that of the ground on which the
// deed is told, to those to whom it is done only if who does it, if anybody, is the
// police, arrests them there or has it from there too: police raid a newspaper,
// protesters clash with them.
func (m *matcher) grounded(d *draft) {
	code := m.ground(union(d.actors, d.recipients))
	if code == "" {
		return
	}
	for _, p := range d.actors {
		e, plain := &m.cast.Entities[p], m.homeless(p)
		if plain && (d.code.Type != "COERCE" || slices.Contains(e.Sectors, "COP") || e.Sectors[0] == "JUD" || m.inPower(e)) {
			e.Country = code
		}
		if e.Country != code || !plain && !slices.Contains(e.Sectors, "COP") && !slices.Contains(d.code.Modes, "arrest") {
			return
		}
	}
	switch d.code.Type {
	case "ASSAULT", "COERCE", "PROTEST":
		for _, p := range d.recipients {
			if m.homeless(p) {
				m.cast.Entities[p].Country = code
			}
		}
	}
}

// institutions gives an opposition, a parliament or a court of no known country,
// which only a noun calls, that of the government that deals with it, if there is
// no other side; an opposition only if the report is about no other state: "the
// Venezuelan government walked out of talks with the opposition".
func (m *matcher) institutions(d *draft) {
	all := union(d.actors, d.recipients)
	if m.countries(all) != 1 || !m.is(all, "GOV") && !m.is(all, "STATE") {
		return
	}
	code, home := m.countryOf(all), m.home()
	if code == "" {
		return
	}
	for _, p := range all {
		e := &m.cast.Entities[p]
		if !m.homeless(p) {
			continue
		}
		switch e.Sectors[0] {
		case "LEG", "JUD":
			e.Country = code
		case "OPP":
			if home == "" || home == code {
				e.Country = code
			}
		}
	}
}

// ground returns the country in which those of no known country, who are at home
// where they are met, are met in the sentence at hand, where its clause names no
// place: that which its paragraph tells of. It is "" if the sentence tells of
// another, but for the parties of the deed.
func (m *matcher) ground(deed []int) string {
	code, t := m.paragraph(), &m.tree
	if code == "" {
		return ""
	}
	for i := range t.s.Tokens {
		for _, e := range m.at(i) {
			if c := m.cast.Entities[e].Country; c != "" && c != code && !slices.Contains(bodies, c) && !slices.Contains(deed, e) {
				return ""
			}
		}
	}
	for k := range m.places {
		if p := &m.places[k]; p.Sentence == m.sentence && p.Country != "" && p.Country != code {
			return ""
		}
	}
	return code
}

// reachOfParagraph is how many sentences back a paragraph is looked through: some
// texts are one.
const reachOfParagraph = 12

// paragraph returns the country of the place told last in the paragraph before
// the sentence at hand, unless it tells of the one that the report is about; then
// that, and where it tells of none.
func (m *matcher) paragraph() string {
	code, home := "", m.home()
	for s := m.sentence - 1; s >= max(0, m.sentence-reachOfParagraph) && m.doc.Sentences[s].Block == m.tree.s.Block; s-- {
		for k := range m.places {
			if p := &m.places[k]; p.Sentence == s && p.Locative && code == "" {
				code = p.Country
			}
		}
		for i := range m.doc.Sentences[s].Tokens {
			for _, e := range m.cast.At(s, i) {
				if home != "" && m.cast.Entities[e].Country == home {
					return home
				}
			}
		}
	}
	if code != "" {
		return code
	}
	return home
}

// home returns the country that the report is about, as its cast was when that was
// first asked: whose parties it mentions at its head and as often as all others
// together, or two times in five if an agency's report comes from there; "" if there
// is none.
func (m *matcher) home() string {
	if m.homed {
		return m.homeland
	}
	m.homed = true
	counts := map[string]int{}
	all, best := 0, ""
	for i := range m.cast.Entities {
		e := &m.cast.Entities[i]
		if e.Country == "" || slices.Contains(bodies, e.Country) || len(e.Mentions) == 0 {
			continue
		}
		all += len(e.Mentions)
		counts[e.Country] += len(e.Mentions)
		if c := counts[e.Country]; c > counts[best] || c == counts[best] && e.Country < best {
			best = e.Country
		}
	}
	if best == "" || !slices.ContainsFunc(m.cast.Entities, func(e actor.Entity) bool {
		return e.Country == best && len(e.Mentions) > 0 && e.Mentions[0].Sentence < leadSentences
	}) {
		return ""
	}
	n := counts[best]
	if n*2 >= all || n*5 >= all*2 && m.dateline() == best {
		m.homeland = best
	}
	return m.homeland
}

// dateline returns the country of the place with which the report opens: "TBILISI
// (Reuters) -", "TOKYO — ".
func (m *matcher) dateline() string {
	for k := range m.places {
		p := &m.places[k]
		if p.Sentence > leadSentences {
			break
		}
		if p.First == 0 && p.Locative {
			return p.Country
		}
	}
	return ""
}
