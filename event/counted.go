package event

import (
	"strings"

	"readout/actor"
)

// countable returns the noun for people whom a draft tells to have been
// arrested, freed, deported or convicted by their number alone, or -1.
func (m *matcher) countable(d *draft) int {
	t := &m.tree
	n := d.object
	if n >= 0 && m.f.c.portion.has(t, n) {
		n = m.behindOf(n)
	}
	if n < 0 || len(d.actors) == 0 || t.tok(n).UPos != "NOUN" || !m.counted(d.object) || !m.f.c.person.has(t, n) || len(m.at(n)) > 0 {
		return -1
	}
	for _, s := range d.code.Modes {
		switch s {
		case "arrest", "release", "deport", "convict", "abduct":
			return n
		}
	}
	return -1
}

// countedOnes makes those whom a draft without recipients only counts, "29
// people", its recipients. They join the cast, and are of the country that
// domestic and local give such.
func (m *matcher) countedOnes(d *draft) {
	t := &m.tree
	n := m.countable(d)
	if n < 0 || len(d.recipients) > 0 {
		return
	}
	first := n
	for first > 0 && t.under(first-1, n) && t.tok(first-1).UPos != "PUNCT" {
		first--
	}
	name := n
	for name > first && (t.tok(name-1).Base() == "amod" || t.tok(name-1).Base() == "compound") && t.head(name-1) == n && t.tok(name-1).UPos != "NUM" {
		name--
	}
	w := actor.Mention{Span: m.doc.Sentences[m.sentence].SpanOf(first, n+1), Sentence: m.sentence, First: first, Last: n + 1, Head: n, As: actor.AsNominal}
	words := m.doc.Article.Words(m.doc.Sentences[m.sentence].SpanOf(name, n+1))
	e := actor.Entity{Name: strings.Join(strings.Fields(words), " "), Kind: actor.Group, Plural: true, Sectors: []string{"CVL"}, Of: -1, Mentions: []actor.Mention{w}}
	d.recipients = []int{m.cast.Add(e)}
	for c := t.first[n]; c >= 0; c = t.next[c] {
		if k := int(c); t.preposition(k) == "including" {
			d.recipients = union(d.recipients, m.strangers(m.at(k), d.actors)) // "including five Chinese nationals"
		}
	}
	m.domestic(d)
	m.local(d)
	if x := &m.cast.Entities[d.recipients[0]]; x.Country == "" && d.code.Type == "RETREAT" && lower(words) == "people" {
		x.Country = m.sovereign(d.actors) // no prisoners of war
	}
}
