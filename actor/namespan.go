package actor

import (
	"strings"

	"readout/syntax"
)

// A nameSpan is a proper name in a sentence: tokens [first, last), without
// determiner and titles.
type nameSpan struct {
	first, last int
	kind        string // as learned: syntax.Person, …; empty when only the lexicon or the spelling tells
	forms       []form // what the lexicon knows the whole span as
	partial     bool   // forms are of the last words only: "Biden" of "Hunter Biden"
	inside      []form // countries that a longer, unknown name contains
	ship        bool   // of a ship, and of nobody after whom it may be called
}

// spanNames fills g.spans with the names of the sentence, in order and not
// overlapping: the lexicon's, the learned ones, and runs of proper nouns.
func (g *gatherer) spanNames() {
	t := &g.t
	g.known, g.spans = g.known[:0], g.spans[:0]
	for _, h := range g.s.names {
		g.known = append(g.known, nameSpan{first: h.first, last: h.last, forms: h.forms})
	}
	at := 0
	for _, n := range t.Names {
		first, last, ok := g.trim(n)
		if !ok {
			continue
		}
		for at < len(g.known) && g.known[at].last <= first {
			g.spans = append(g.spans, g.known[at])
			at++
		}
		end := at
		for end < len(g.known) && g.known[end].first < last {
			end++
		}
		g.meet(nameSpan{first: first, last: last, kind: n.Kind}, g.known[at:end])
		at = end
	}
	g.spans = append(g.spans, g.known[at:]...)
	g.dropTitleWords()
	g.mark()
	g.extend()
	g.dropEmpty()
	g.addRuns()
	g.sortSpans()
	g.ships()
}

// ships makes of the names of ships, which are often those of persons, one name
// with the letters before them, and of no person: "USS Ronald Reagan", "the
// carrier Charles de Gaulle". Spans must be in order.
func (g *gatherer) ships() {
	keep := g.spans[:0]
	for _, s := range g.spans {
		n := len(keep)
		switch {
		case g.shipLetters(s.first) && s.last-s.first > 1:
			s.kind, s.forms, s.partial, s.ship = syntax.Organization, nil, false, true
		case s.first > 0 && g.shipLetters(s.first-1) && (n == 0 || keep[n-1].last < s.first || keep[n-1].first == s.first-1):
			if n > 0 && keep[n-1].first == s.first-1 {
				keep = keep[:n-1]
			}
			s.first, s.kind, s.forms, s.partial, s.ship = s.first-1, syntax.Organization, nil, false, true
			g.cover[s.first] |= coverName
		case g.namedShip(s.first, s.last) && (s.kind == syntax.Person || s.forms == nil || anyForm(s.forms, func(f form) bool { return f.kind == formPerson || f.kind == formSurname })):
			s.kind, s.forms, s.partial, s.ship = syntax.Organization, nil, false, true
		}
		keep = append(keep, s)
	}
	g.spans = keep
}

// shipLetters reports whether token i is what the names of a navy's ships begin
// with.
func (g *gatherer) shipLetters(i int) bool {
	w := g.t.tok(i).Form
	return allCapitals(w) && g.k.designators[lowered(w)].country != ""
}

// namedShip reports whether a noun for a ship stands right before the name of
// tokens [first, last), and the tree joins the two.
func (g *gatherer) namedShip(first, last int) bool {
	i := first - 1
	if i < 0 || g.t.tok(i).UPos != "NOUN" || g.t.tok(i).XPos != "NN" || !g.k.class.ship[lowered(g.t.tok(i).Form)] {
		return false
	}
	up, down := g.t.head(i), g.t.head(g.t.headOf(first, last))
	return down == i || first <= up && up < last
}

// trim returns the tokens of a learned name without determiners, titles and
// marks at its ends; false if nothing of use is left, or another name has it.
func (g *gatherer) trim(n syntax.Name) (first, last int, ok bool) {
	t := &g.t
	first, last = max(n.First, 0), min(n.Last, len(t.Tokens))
	if k := len(g.spans); k > 0 {
		first = max(first, g.spans[k-1].last)
	}
	for first < last && (t.tok(first).UPos == "DET" || t.tok(first).UPos == "PUNCT" || t.tok(first).UPos == "ADP") {
		first++
	}
	for last > first && (t.tok(last-1).UPos == "PUNCT" && t.tok(last-1).Form != "." || t.tok(last-1).XPos == "POS" || last-first > 1 && g.binds(last-1)) {
		last-- // "NATO of"
	}
	for first < last && g.acronymNoun(last-1) {
		last-- // "Labour MPs"
	}
	for first+1 < last && (g.binds(first) || n.Kind == syntax.Person && t.tok(first).UPos == "VERB" && !g.isGiven(first)) {
		first++ // "Bolster Putin"
	}
	if n.Kind != syntax.Person {
		// "Arab League Secretary-General" is a body's name and a title.
		if h := from(g.s.nouns, first); len(h) > 0 {
			for i := 0; i < len(h) && h[i].first < last; i++ {
				if h[i].first > first && h[i].last > last && g.isPersonNoun(h[i].forms) {
					last = h[i].first
				}
			}
		}
	}
	for first < last-1 && g.k.calendar[lowered(t.tok(first).Form)] && (n.Kind != syntax.Person || !g.isGiven(first)) { // "Jan Roe" may be one
		first++
	}
	if n.Kind == syntax.Person {
		for _, h := range from(g.s.nouns, first) {
			if h.first >= first {
				break
			}
			if first < h.last && h.last < last {
				first = h.last // a title that begins before the name: "Prime Minister of Peru"
			}
		}
		first = g.skipTitles(first, last)
		if first < last && g.binds(first) {
			return first, last, false // "President of Chile" is nobody's name
		}
		for i := first + 1; i < last-1; i++ {
			if h, ok := g.honorificAt(i); ok && h.role < 0 && h.title < 0 {
				first = i + 1 // "Undersecretary for Education Mr. Toccafondi"
			}
		}
		if h := from(g.s.names, first); len(h) > 0 && h[0].first == first && h[0].last < last && first > 0 {
			switch of := lowered(t.tok(first-1).Form) == "of" && g.endsInTitle(first-1); {
			case onlyPlaces(h[0].forms) && (of || lowered(t.tok(first-1).Form) == "the"), of && g.governed(h[0].forms, h[0].last):
				first = h[0].last // "ambassador to the United States Jane Roe", "the president of Turkey Recep Tayyip Erdogan"
			}
		}
		for i := first + 1; i < last; i++ {
			if t.tok(i).Form == "of" && t.tok(i-1).UPos == "PROPN" && (i > first+1 || first > 0 && g.endsInTitle(first) && g.stateAt(i+1)) {
				last = i // "James To of the Democratic Party", "President Nkemba of Chad", but "Mary of Teck"
			}
		}
	}
	if last-first > 1 && g.k.class.accord[lowered(t.tok(last-1).Form)] {
		return first, last, false // "the Ottawa Treaty" is nobody, and no place
	}
	if first < last && n.Kind == syntax.Person && t.tok(first).UPos == "ADP" {
		switch lowered(t.tok(first).Form) {
		case "for", "of", "to", "in":
			return first, last, false // what a title is of: "Undersecretary for Education"
		}
	}
	if first >= last || g.isFolk(first, last) && (n.Kind == syntax.Group || t.adjective(first) || t.tok(last-1).XPos == "NNPS" || t.with(last-1, "nummod") >= 0 || g.folkInPlural(first, last)) {
		return first, last, false // "two Syrians"
	}
	// "Ethnic Albanians" are who the demonym says.
	return first, last, !(last-first > 1 && g.isFolk(last-1, last) && (n.Kind == syntax.Group || t.tok(last-1).XPos == "NNPS" && t.tok(first).UPos == "ADJ"))
}

// folkInPlural reports whether a name that is a demonym is one word in the
// plural, which no place is called by: "Syrians".
func (g *gatherer) folkInPlural(first, last int) bool {
	w := g.t.tok(first).Form
	return last-first == 1 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
}

// acronymNoun reports whether token i is the plural of a common noun that is
// written as an acronym: "MPs".
func (g *gatherer) acronymNoun(i int) bool {
	w := g.t.tok(i).Form
	if !strings.HasSuffix(w, "s") || !allCapitals(w[:len(w)-1]) {
		return false
	}
	h := from(g.s.nouns, i)
	return len(h) > 0 && h[0].first <= i && anyForm(h[0].forms, func(f form) bool { return f.plural })
}

// stateAt reports whether a name of a country stands at token i, or behind
// the article there.
func (g *gatherer) stateAt(i int) bool {
	if i < len(g.t.Tokens) && lowered(g.t.tok(i).Form) == "the" {
		i++
	}
	return g.countryAt(i, len(g.t.Tokens)).last > i
}

// binds reports whether token i is a word that joins others and neither begins
// nor ends a name: a preposition, a conjunction, an auxiliary.
func (g *gatherer) binds(i int) bool {
	switch g.t.tok(i).UPos {
	case "ADP", "CCONJ", "SCONJ", "AUX":
		return !g.isGiven(i) && !g.k.class.particle[lowered(g.t.tok(i).Form)] && g.t.tok(i).XPos != "RP" && !allCapitals(g.t.tok(i).Form)
	}
	return false
}

// meet adds a learned name, or the lexicon's spans that it overlaps, or both.
func (g *gatherer) meet(s nameSpan, known []nameSpan) {
	drop := s.kind != syntax.Person && g.endsInTitle(s.last) // "United States National Security Advisor"
	for _, o := range known {
		switch {
		case o.first <= s.first && s.last <= o.last:
			// The lexicon knows as much or more.
			o.kind = s.kind
			drop = true
			g.spans = append(g.spans, o)
		case s.first <= o.first && o.last <= s.last:
			if drop || !g.absorbs(&s, o) {
				drop = true
				g.spans = append(g.spans, o)
			}
		case o.last-o.first > 1 || !anyForm(o.forms, isSurname):
			drop = true
			g.spans = append(g.spans, o)
		}
	}
	if !drop && s.first < s.last {
		g.spans = append(g.spans, s)
	}
}

// dropEmpty drops spans without a word that can be a name.
func (g *gatherer) dropEmpty() {
	keep := g.spans[:0]
	for _, s := range g.spans {
		if w := g.t.tok(s.first).Form; s.last-s.first == 1 && s.forms == nil && w != strings.ToUpper(w) {
			if _, ok := pronounOf(lowered(w)); ok {
				continue // "We" read as a name
			}
		}
		if g.captioned(s) {
			continue // "FACT SHEET"
		}
		if g.partyLetter(s) {
			continue // "Smith (D)", "Smith (I-Vt.)"
		}
		if h, ok := g.honorificAt(s.first); ok && s.last-s.first == 1 && s.forms == nil && h.role < 0 && h.title < 0 {
			continue // "Ms", parted from its name
		}
		for i := s.first; i < s.last; i++ {
			if hasCapital(g.t.tok(i).Form) || g.t.tok(i).UPos == "PROPN" || g.t.tok(i).UPos == "NOUN" {
				keep = append(keep, s)
				break
			}
		}
	}
	g.spans = keep
}

// partyLetter reports whether a name is the letter of a party of the United
// States, with a state behind it or not, in brackets.
func (g *gatherer) partyLetter(s nameSpan) bool {
	return s.first > 0 && g.partyLetterAt(s.first-1)
}

// partyLetterAt reports whether the letter of a party of the United States follows
// at token i in brackets, or with a state behind it after a comma: "Roe, R-Ohio".
func (g *gatherer) partyLetterAt(i int) bool {
	t := &g.t
	if i+2 >= len(t.Tokens) || !isPartyLetter(t.tok(i+1).Form) {
		return false
	}
	w, next := t.tok(i+1).Form, t.tok(i+2).Form
	switch t.tok(i).Form {
	case "(":
		return len(w) > 1 || next == ")" || isHyphen(next)
	case ",":
		return len(w) > 2 && capitalised(w[2:]) || len(w) == 1 && isHyphen(next)
	}
	return false
}

// isPartyLetter reports whether a word is D, R or I, with a hyphen behind or not.
func isPartyLetter(w string) bool {
	return w != "" && strings.IndexByte("DRI", w[0]) >= 0 && (len(w) == 1 || isHyphen(w[1:2]))
}

// captioned reports whether a name is the first word, in capitals, of what stands
// at the head of a text to say what it is.
func (g *gatherer) captioned(s nameSpan) bool {
	t := &g.t
	if s.last-s.first != 1 || s.last >= len(t.Tokens) || !allCapitals(t.tok(s.first).Form) || !allCapitals(t.tok(s.last).Form) {
		return false
	}
	return g.k.captions[lowered(t.tok(s.first).Form)+" "+lowered(t.tok(s.last).Form)]
}

// longRole is from how many letters on a role is nobody's surname: a Carpenter
// may be anybody.
const longRole = 10

// dropTitleWords drops unknown names that are common nouns, or the first words
// of a title: "Cabinet", "National Security" of "National Security Advisor".
func (g *gatherer) dropTitleWords() {
	keep := g.spans[:0]
	n := 0
	for _, s := range g.spans {
		for n < len(g.s.nouns) && g.s.nouns[n].last <= s.first {
			n++
		}
		if n < len(g.s.nouns) && g.s.nouns[n].first <= s.first && s.last <= g.s.nouns[n].last && (s.forms == nil || g.titleAlone(s)) {
			h := g.s.nouns[n]
			if s.last < h.last || s.kind != syntax.Person || !g.isPersonNoun(h.forms) || anyForm(h.forms, func(f form) bool { return f.kind == formTitle }) {
				continue
			}
			if s.last-s.first == 1 && len(g.t.tok(s.first).Form) >= longRole && g.titleAlone(s) {
				continue // "Undersecretary for Fisheries Mr. Wilkins"
			}
		}
		if s.forms == nil && s.kind == syntax.Person && g.endsInTitle(s.last) && s.last < len(g.t.Tokens) && g.t.tok(s.last).UPos == "PROPN" {
			continue // "Emeritus Professor" before a name of its own
		}
		if s.kind == syntax.Person && (s.forms == nil && g.endsInTitle(s.last) || g.isTitle(s.first, s.last)) && g.joinsTitle(s.last) {
			continue // "Crown Prince and Prime Minister" before one name
		}
		keep = append(keep, s)
	}
	g.spans = keep
}

// titleAlone reports whether a span is one word that may be a surname, of
// somebody whose full name the text has not told: "Pope urges", "King warns".
func (g *gatherer) titleAlone(s nameSpan) bool {
	if s.last-s.first != 1 || anyForm(s.forms, func(f form) bool { return f.kind.proper() && !isSurname(f) }) {
		return false
	}
	if s.first > 0 && g.t.tok(s.first-1).UPos == "PROPN" && g.t.head(s.first-1) >= 0 {
		return false
	}
	return !g.surnames[g.foldTokens(s.first, s.last)]
}

// endsInTitle reports whether a title or a person's role ends before token
// last.
func (g *gatherer) endsInTitle(last int) bool {
	near := from(g.s.nouns, last-1)
	return len(near) > 0 && near[0].last == last && g.isPersonNoun(near[0].forms)
}

// isTitle reports whether tokens [first, last) are a title or a person's role.
func (g *gatherer) isTitle(first, last int) bool {
	near := from(g.s.nouns, last-1)
	return len(near) > 0 && near[0].first == first && near[0].last == last && g.isPersonNoun(near[0].forms)
}

// joinsTitle reports whether "and" and a title before a name follow at token
// i, so that what stands before it is another title of the same person.
func (g *gatherer) joinsTitle(i int) bool {
	if i+2 >= len(g.t.Tokens) || lowered(g.t.tok(i).Form) != "and" {
		return false
	}
	for _, h := range from(g.s.nouns, i+1) {
		if h.first > i+1 {
			break
		}
		if h.first == i+1 && h.last < len(g.t.Tokens) && g.t.tok(h.last).UPos == "PROPN" && hasCapital(g.t.tok(i+1).Form) && g.isPersonNoun(h.forms) {
			return true
		}
	}
	return false
}

// isPersonNoun reports whether a noun is a title or a person's role.
func (g *gatherer) isPersonNoun(forms []form) bool {
	return anyForm(forms, func(f form) bool {
		return f.kind == formTitle || f.kind == formRole && g.k.roles[f.ref].Kind == "person"
	})
}

// mark notes which tokens are covered by names, nouns and demonyms.
func (g *gatherer) mark() {
	g.cover = fill(g.cover, len(g.t.Tokens), 0)
	for _, s := range g.spans {
		for i := s.first; i < s.last; i++ {
			g.cover[i] |= coverName
		}
	}
	for _, h := range g.s.nouns {
		for i := h.first; i < h.last; i++ {
			g.cover[i] |= coverNoun
		}
	}
	for _, h := range g.s.folk {
		for i := h.first; i < h.last; i++ {
			g.cover[i] |= coverFolk
		}
	}
}

const (
	coverName = 1 << iota
	coverNoun
	coverFolk
)

func isSurname(f form) bool { return f.kind == formSurname }

// isFolk reports whether the tokens are a demonym of the lexicon.
func (g *gatherer) isFolk(first, last int) bool {
	near := from(g.s.folk, first)
	return len(near) > 0 && near[0].first <= first && last <= near[0].last
}

// skipTitles returns where a person's name begins after titles, honorifics and
// demonyms at its head, if anything is left.
func (g *gatherer) skipTitles(first, last int) int {
	for first+1 < last {
		next := first
		if _, ok := g.honorificAt(first); ok {
			next = first + 1
		}
		for _, hits := range [2][]hit{from(g.s.nouns, first), from(g.s.folk, first)} {
			if len(hits) > 0 && hits[0].first == first && hits[0].last < last && hits[0].last > next {
				next = hits[0].last
			}
		}
		if next == first {
			return first
		}
		first = next
	}
	return first
}

// governed reports whether forms, those of a name between a title with "of" and
// token i, are a place's or a land's: "governor of Oregon Jane Roe". Where they
// may be a person's, i must be a given name: "governor of Washington Jane Roe".
func (g *gatherer) governed(forms []form, i int) bool {
	if !anyForm(forms, func(f form) bool { return f.kind == formPlace || f.kind == formCountry || f.kind == formCapital }) {
		return false
	}
	return g.isGiven(i) || !anyForm(forms, func(f form) bool { return f.kind == formPerson || f.kind == formSurname || f.kind == formBody })
}

func (g *gatherer) honorificAt(i int) (honorific, bool) {
	return g.k.honorific(g.t.tok(i).Form)
}

// sortSpans puts the spans in text order; there are few.
func (g *gatherer) sortSpans() {
	for i := 1; i < len(g.spans); i++ {
		for j := i; j > 0 && g.spans[j].first < g.spans[j-1].first; j-- {
			g.spans[j], g.spans[j-1] = g.spans[j-1], g.spans[j]
		}
	}
}
