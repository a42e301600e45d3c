package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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

// read divides the phrase into words, gives them the tags that their looks
// tell, and finds the lexicon's phrases in it.
func (a *asker) read(text string) {
	a.sent = syntax.Sentence{}
	add := func(start, end int) {
		if start >= end {
			return
		}
		w := text[start:end]
		t := syntax.Token{Form: w, Lemma: lowered(w), UPos: "NOUN", XPos: "NN", Head: -1, Rel: loose}
		t.Start, t.End = start, end
		switch lw := lowered(w); {
		case lw == "the" || lw == "a" || lw == "an" || lw == "this" || lw == "that" || lw == "several" || lw == "some":
			t.UPos, t.XPos = "DET", "DT"
		case isPreposition(lw):
			t.UPos, t.XPos = "ADP", "IN"
		case lw == "and" || lw == "or":
			t.UPos, t.XPos = "CCONJ", "CC"
		case lw == "'s" || lw == "’s" || lw == "'" || lw == "’":
			t.UPos, t.XPos = "PART", "POS"
		case w == ",":
			t.UPos, t.XPos = "PUNCT", ","
		case capitalised(w):
			t.UPos, t.XPos = "PROPN", "NNP"
		}
		a.sent.Tokens = append(a.sent.Tokens, t)
	}
	start := 0
	flush := func(end int) {
		word := text[start:end]
		for _, cut := range []string{"'s", "’s", "'", "’"} {
			if rest, ok := strings.CutSuffix(word, cut); ok && rest != "" {
				add(start, start+len(rest))
				add(start+len(rest), end)
				return
			}
		}
		add(start, end)
	}
	for i, r := range text {
		if unicode.IsSpace(r) || r == ',' || r == ';' || r == '(' || r == ')' || r == '"' || r == '“' || r == '”' {
			flush(i)
			if r == ',' {
				add(i, i+1)
			}
			start = i + utf8.RuneLen(r)
			if r == utf8.RuneError {
				start = i + 1
			}
		}
	}
	if start < len(text) {
		flush(len(text))
	}
	a.t.set(&a.sent, 0)
	a.s.read(a.k, &a.t)
}

func isPreposition(w string) bool {
	switch w {
	case "of", "in", "for", "from", "at", "to", "on", "with", "by", "near", "against", "under":
		return true
	}
	return false
}

// parties returns the states and territories that the phrase names, in order.
func (a *asker) parties() []int32 {
	var out []int32
	add := func(p int32) {
		if p >= 0 && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	type found struct {
		at    int
		party int32
	}
	var all []found
	for _, h := range a.s.folk {
		for _, f := range h.forms {
			if f.kind == formDemonym {
				all = append(all, found{h.first, f.ref})
				break
			}
		}
	}
	for _, h := range a.s.names {
		if p := a.k.partyIn(h.forms); p >= 0 && a.alone(h) {
			all = append(all, found{h.first, p})
		}
	}
	slices.SortStableFunc(all, func(x, y found) int { return x.at - y.at })
	for _, f := range all {
		add(f.party)
	}
	return out
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

// country answers with a state, a territory, a capital or a seat.
func (a *asker) country() bool {
	var h hit
	folk := false
	switch {
	case len(a.s.names) > 0:
		h = a.s.names[len(a.s.names)-1]
		for i := len(a.s.names) - 1; i >= 0; i-- {
			if a.k.partyIn(a.s.names[i].forms) >= 0 && a.alone(a.s.names[i]) {
				h = a.s.names[i]
			}
		}
	case len(a.s.folk) > 0:
		h, folk = a.s.folk[0], true
	default:
		return false
	}
	if !folk && !a.alone(h) {
		return false
	}
	for _, f := range h.forms {
		p := f.ref
		switch {
		case f.kind == formCountry || f.kind == formDemonym && folk:
			c := &a.k.parties[p]
			a.out.Country, a.out.Name = c.Code, c.Name
			switch {
			case c.Status == "breakaway":
				a.out.Sectors = []string{"PRE"}
			case c.Status == "region" && !folk:
				a.out.Sectors = []string{"CVL"}
			}
		case f.kind == formCapital || f.kind == formMetonym:
			c := &a.k.parties[p]
			a.out.Country, a.out.Name = c.Code, c.Name
			switch {
			case f.kind == formMetonym:
				a.out.Sectors = []string{f.sector}
			case c.main:
				a.out.Sectors = []string{"GOV"}
			default:
				a.out.Sectors = []string{"CVL"}
				a.out.Name = a.words(h.first, h.last)
			}
		case f.kind == formPlace:
			best := f
			for _, o := range h.forms {
				if o.kind == formPlace && (a.hint != "" && a.k.sites[o.ref].country == a.hint || a.k.sites[o.ref].population > a.k.sites[best.ref].population) {
					best = o
				}
			}
			a.out.Country, a.out.Name, a.out.Sectors = a.k.sites[best.ref].country, a.words(h.first, h.last), []string{"CVL"}
			if a.out.Country == "" {
				a.out.Sectors = nil
			}
		default:
			continue
		}
		if folk {
			a.out.Name = a.words(0, len(a.sent.Tokens))
		}
		return true
	}
	return false
}

// alone reports whether a hit is no part of a longer name: it is a country's,
// or no single word of a name stands beside it.
func (a *asker) alone(h hit) bool {
	if anyForm(h.forms, func(f form) bool { return f.kind == formCountry || f.kind == formMetonym }) {
		return true
	}
	toks := a.sent.Tokens
	name := func(i int) bool {
		if i < 0 || i >= len(toks) || toks[i].UPos != "PROPN" || a.inNoun(i) || a.inFolk(i) {
			return false
		}
		for _, o := range a.s.names {
			if o.first <= i && i < o.last && o.last-o.first > 1 {
				return false
			}
		}
		return true
	}
	return !name(h.first-1) && !name(h.last)
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

// body answers with a body that the lexicon knows.
func (a *asker) body() bool {
	cut := a.cut()
	for i := len(a.s.names) - 1; i >= 0; i-- {
		h := a.s.names[i]
		if h.first > cut && i > 0 || a.headAfter(h) {
			continue
		}
		best := a.bodyIn(h.forms)
		if best < 0 || anyForm(h.forms, func(f form) bool { return f.kind == formCountry }) {
			continue
		}
		b := &a.k.bodies[best]
		if before := h.first - 1; before >= 0 && h.last-h.first > 1 && a.sent.Tokens[before].UPos == "PROPN" &&
			!a.inNoun(before) && !a.inFolk(before) && (!a.inParty(before) || b.Country != "" && b.Country != a.home()) {
			continue // "Santa Marta Self Defense Forces" are not Japan's
		}
		if home := a.home(); home != "" && b.Country != "" && b.Country != home && generic(h.forms) {
			continue // "Chile's Defense Department"
		}
		a.out.Name, a.out.Country, a.out.Sectors = b.Name, b.Country, slices.Clone(b.SectorsOn(a.date))
		if a.out.Country == "" {
			a.out.Country = a.home()
		}
		return true
	}
	return false
}

// bodyIn picks a body among forms: of the country hinted at or named.
func (a *asker) bodyIn(forms []form) int32 {
	home := a.home()
	best := int32(-1)
	for _, f := range forms {
		if f.kind != formBody {
			continue
		}
		if best < 0 || home != "" && a.k.bodies[f.ref].Country == home {
			best = f.ref
		}
	}
	return best
}

// home is the country that the phrase names, or else the one hinted at.
func (a *asker) home() string {
	if p := a.parties(); len(p) > 0 {
		return a.k.parties[p[0]].Code
	}
	return a.hint
}

// headAfter reports whether a common noun for somebody follows the hit before
// any preposition, so that the hit is only its modifier.
func (a *asker) headAfter(h hit) bool {
	cut := a.cut()
	for _, n := range a.s.nouns {
		if n.first >= h.last && n.last <= cut {
			return true
		}
	}
	return false
}

// cut returns where the head of the phrase ends: before the first preposition
// or comma that no hit covers.
func (a *asker) cut() int {
	for i := 1; i < len(a.sent.Tokens); i++ {
		t := &a.sent.Tokens[i]
		if t.UPos != "ADP" && t.Form != "," {
			continue
		}
		inside := false
		for _, hits := range [][]hit{a.s.names, a.s.nouns} {
			for _, h := range hits {
				inside = inside || h.first < i && i < h.last
			}
		}
		if !inside {
			return i
		}
	}
	return len(a.sent.Tokens)
}

// plainDate returns a date as YYYY-MM-DD; "today" and what it cannot read
// become empty.
func plainDate(s string) string {
	f := strings.Fields(s)
	if len(f) == 3 {
		month := 0
		for i, m := range []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
			if strings.HasPrefix(m, strings.ToLower(f[1])) && len(f[1]) >= 3 {
				month = i + 1
			}
		}
		if month > 0 && len(f[0]) <= 2 && len(f[2]) == 4 {
			day := f[0]
			if len(day) == 1 {
				day = "0" + day
			}
			s = f[2] + "-" + string([]byte{byte('0' + month/10), byte('0' + month%10)}) + "-" + day
		}
	}
	if len(s) < 4 || len(s) > 10 {
		return ""
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; (i == 4 || i == 7) != (c == '-') || c != '-' && (c < '0' || c > '9') {
			return ""
		}
	}
	return s
}
