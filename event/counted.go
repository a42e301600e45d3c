package event

import (
	"strings"

	"readout/actor"
)

// countable returns the noun for people whom a draft tells to have been
// arrested, freed, deported, charged or convicted by their number alone or by no
// more than the noun, "86 suspects", or -1.
func (m *matcher) countable(d *draft) int {
	t := &m.tree
	if len(d.actors) == 0 || !m.taken(d) {
		return -1
	}
	for _, n := range [2]int{d.object, d.recipToken} {
		if n >= 0 && m.f.c.portion.has(t, n) {
			n = m.behindOf(n)
		}
		if n >= 0 && t.tok(n).UPos == "NOUN" && m.f.c.person.has(t, n) && len(m.at(n)) == 0 && (m.counted(n) || n == d.recipToken || d.object >= 0 && m.counted(d.object)) {
			return n
		}
	}
	if d.code.Type == "THREATEN" {
		for _, a := range m.frame(d.trigger).preps {
			if (a.prep == "for" || a.prep == "against") && m.f.c.person.has(t, a.tok) && m.counted(a.tok) && len(m.at(a.tok)) == 0 {
				return a.tok // "arrest warrants for eight suspects"
			}
		}
	}
	return -1
}

// taken reports whether a draft tells that somebody was laid hands on, let go,
// tried or sought by the law.
func (m *matcher) taken(d *draft) bool {
	for _, s := range d.code.Modes {
		switch s {
		case "arrest", "release", "deport", "convict", "abduct":
			return true
		case "allege":
			return d.code.CAMEO == "115"
		}
	}
	return false
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
	for name > first && (t.tok(name-1).Base() == "amod" || t.tok(name-1).Base() == "compound") && t.head(name-1) == n && t.tok(name-1).UPos != "NUM" && (name < 2 || t.tok(name-2).Form != "-") {
		name--
	}
	w := actor.Mention{Span: m.doc.Sentences[m.sentence].SpanOf(first, n+1), Sentence: m.sentence, First: first, Last: n + 1, Head: n, As: actor.AsNominal}
	words := m.doc.Article.Words(m.doc.Sentences[m.sentence].SpanOf(name, n+1))
	kind := actor.Group
	if x := t.tok(n).XPos; x == "NN" {
		kind = actor.Person
	}
	e := actor.Entity{Name: strings.Join(strings.Fields(words), " "), Kind: kind, Plural: kind == actor.Group, Sectors: []string{"CVL"}, Of: -1, Mentions: []actor.Mention{w}}
	d.recipients = []int{m.cast.Add(e)}
	m.domestic(d)
	m.local(d)
	if x := &m.cast.Entities[d.recipients[0]]; x.Country == "" && d.code.Type == "RETREAT" && lower(words) == "people" {
		x.Country = m.sovereign(d.actors) // no prisoners of war
	}
}

// amongThem adds to the plain people of a draft on whom hands are laid the
// foreigners that the text counts among them, and leaves no others where these
// are all: "twelve people, including five Chinese nationals".
func (m *matcher) amongThem(d *draft) {
	t := &m.tree
	n := d.recipToken
	if n < 0 {
		n = d.object
	}
	if n < 0 || len(d.recipients) == 0 || !m.taken(d) {
		return
	}
	if of := m.behindOf(n); of >= 0 && m.f.c.portion.has(t, n) {
		n = of
	}
	if !m.f.c.person.has(t, n) {
		return
	}
	var told []int
	left := m.count(n)
	for c := t.first[n]; c >= 0; c = t.next[c] {
		if t.preposition(int(c)) != "including" {
			continue
		}
		told = union(told, m.strangers(m.at(int(c)), d.actors))
		left -= m.count(int(c))
		for e := t.first[int(c)]; e >= 0; e = t.next[e] {
			if t.tok(int(e)).Base() == "conj" {
				told = union(told, m.strangers(m.at(int(e)), d.actors))
				left -= m.count(int(e))
			}
		}
	}
	switch {
	case len(told) == 0:
	case left == 0:
		d.recipients = told
	default:
		d.recipients = union(d.recipients, told)
	}
}
