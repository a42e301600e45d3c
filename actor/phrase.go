package actor

import (
	"strings"

	"readout/syntax"
)

// A Query asks who a phrase without a sentence names.
type Query struct {
	Text    string
	Date    string // YYYY-MM-DD, or "16 June 2021"; empty or "today" for the present as far as the lexicon knows it
	Context string // words from where the phrase was found, which may name a country; or empty
	Country string // the country that it is known to belong to (PLOVER code), or empty
}

// An Answer says who a phrase names, as far as the lexicon and its words tell.
type Answer struct {
	Text    string   `json:"text"`
	Name    string   `json:"name"`             // canonical; empty if the phrase names nobody who can act
	Country string   `json:"country"`          // PLOVER code or empty
	Sectors []string `json:"sectors"`          // PLOVER sectors, the main one first; none for a country by name
	Office  string   `json:"office,omitempty"` // held on the date
}

// Phrase answers for a bare phrase such as "US Ambassador John Sullivan",
// "the Kremlin" or "police in Lagos" on a date (YYYY-MM-DD, or empty).
func (r *Resolver) Phrase(text, date string) Answer {
	return r.Ask(Query{Text: text, Date: date})
}

// Ask answers a query. A country by name alone has no sectors, a capital or
// seat has those of who governs there, any other place CVL.
func (r *Resolver) Ask(q Query) Answer {
	a := asker{k: r.k, date: plainDate(q.Date)}
	a.out.Text = q.Text
	a.hint = q.Country
	if a.hint == "" && q.Context != "" {
		a.read(q.Context)
		for _, p := range a.parties() {
			a.hint = r.k.parties[p].Code
		}
	}
	a.read(q.Text)
	a.answer()
	if a.out.Sectors == nil {
		a.out.Sectors = []string{}
	}
	return a.out
}

// An asker is the work on one phrase.
type asker struct {
	k    *knowledge
	date string
	hint string
	sent syntax.Sentence
	t    tree
	s    scan
	out  Answer
}

// answer decides who is named: a person, a body, a role, a country, a place.
func (a *asker) answer() {
	n := len(a.sent.Tokens)
	if n == 0 {
		return
	}
	if n == 1 {
		if p, ok := pronounOf(lowered(a.sent.Tokens[0].Form)); ok && p.person == 3 {
			a.out.Name, a.out.Sectors = a.out.Text, []string{"UNK"}
			return
		}
	}
	if a.person() || a.body() || a.role() || a.country() {
		return
	}
	a.designated()
}

// words returns the phrase's text at tokens [first, last), without a
// determiner at its head.
func (a *asker) words(first, last int) string {
	for first+1 < last && a.sent.Tokens[first].UPos == "DET" {
		first++
	}
	s := a.sent.SpanOf(first, last)
	return strings.Join(strings.Fields(a.out.Text[s.Start:s.End]), " ")
}
