package event

import (
	"slices"
	"strings"

	"readout/actor"
)

// countedOnes gives a draft that tells how many were arrested, freed, deported or
// convicted, and no more of them, these as its recipients: "arrested 29
// people". They join the cast, and are of the country that domestic and local
// give such.
func (m *matcher) countedOnes(d *draft) {
	t := &m.tree
	n := d.object
	if n >= 0 && m.f.c.portion.has(t, n) {
		n = m.behindOf(n)
	}
	if len(d.recipients) > 0 || n < 0 || len(d.actors) == 0 || t.tok(n).UPos != "NOUN" || !m.counted(d.object) || !m.f.c.person.has(t, n) || len(m.at(n)) > 0 {
		return
	}
	if !slices.ContainsFunc(d.code.Modes, func(s string) bool {
		return s == "arrest" || s == "release" || s == "deport" || s == "convict" || s == "abduct"
	}) {
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
	m.domestic(d)
	m.local(d)
	if x := &m.cast.Entities[d.recipients[0]]; x.Country == "" && d.code.Type == "RETREAT" && lower(words) == "people" {
		x.Country = m.sovereign(d.actors) // no prisoners of war
	}
}
