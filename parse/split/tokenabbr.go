package split

import (
	"strings"
	"unicode"

	"readout/lexicon"
)

// initials cuts abbreviations of single letters (U.S., p.m., J.R.R.) and
// single initials; it returns p if there is none at p.
func (t *tokeniser) initials(p, j int) int {
	r, n := t.runeAt(p)
	if p+n >= j || t.text[p+n] != '.' || !unicode.IsLetter(r) {
		return p
	}
	count, e, single := 0, p, 0
	for e < j {
		r, n := t.runeAt(e)
		if !unicode.IsLetter(r) {
			break
		}
		if e+n < j && t.text[e+n] == '.' {
			count++
			e += n + 1
			continue
		}
		if !t.wordAfter(e+n, j) { // the U.S without its last stop
			single = n
		}
		break
	}
	if count > 0 && single == 0 && t.wordAfter(e, j) {
		if end := t.listed(p, j); end > p { // M.Sc.
			return t.emit(p, end, loose)
		}
	}
	if t.at(e) == '.' && (count == 1 || t.at(e+1) == '.') { // A..., U.S...
		if count == 1 {
			return p
		}
		return t.emit(p, e-1, word)
	}
	if count > 1 || single > 0 {
		switch t.text[p:e] {
		case "e.g.", "i.e.", "E.g.", "I.e.", "a.k.a.", "e.", "i.":
			return t.emit(p, e+single, bound)
		}
		return t.emit(p, e+single, loose)
	}
	if k, ok := t.initial(p, e, j); ok {
		return t.emit(p, e, k)
	}
	return p
}

// initial decides on a single letter with a stop, text[p:e].
func (t *tokeniser) initial(p, e, j int) (kind, bool) {
	if t.adjoins(p) {
		switch t.last() {
		case opening, quote, bound, loose, dash:
		default:
			return 0, false
		}
	}
	r, _ := t.runeAt(p)
	if !isUpper(r) {
		if c := t.abbr.Class(t.text[p : e-1]); c != 0 {
			return t.classed(c, p, e, j)
		}
		return 0, false
	}
	if e < j { // J.Smith
		n, _ := t.runeAt(e)
		return bound, isUpper(n) || n == '-'
	}
	n, at := t.next(e)
	switch {
	case n == '\'' || n == '"' || n == '“': // William J. “Bill” Crane
		return bound, t.capitalBefore()
	case !isUpper(n):
		return 0, false
	}
	end := t.wordEnd(at)
	if end > at+1 && t.abbr.Opener(t.text[at:end]) { // Plan B. The plan
		return 0, false
	}
	return bound, r != 'I' || t.capitalBefore()
}

// capitalBefore reports whether the last piece is a word with a capital.
func (t *tokeniser) capitalBefore() bool {
	if len(t.pieces) == 0 {
		return false
	}
	q := t.pieces[len(t.pieces)-1]
	r, _ := t.runeAt(q.start)
	return isUpper(r) && (q.kind == word || q.kind == bound || q.kind == loose)
}

// wordEnd returns the end of the letters at i.
func (t *tokeniser) wordEnd(i int) int {
	for i < t.to {
		r, n := t.runeAt(i)
		if !isWord(r) && !isDigit(r) {
			break
		}
		i += n
	}
	return i
}

// abbreviation reports where the abbreviation that begins at p and has a stop
// at e ends, and its kind; it returns e if there is none.
func (t *tokeniser) abbreviation(p, e, j int) (int, kind) {
	if e-p > 12 {
		return e, 0
	}
	if t.wordAfter(e+1, j) {
		if end := t.listed(p, j); end > p { // Ph.D.
			return end, loose
		}
		if end := t.letterRun(p, j); end > e+1 { // non-U.S.
			return end, loose
		}
	}
	if t.at(e+1) == '.' && t.at(e+2) == '.' { // etc...
		return e, 0
	}
	c := t.abbr.Class(t.text[p:e])
	if c == 0 {
		return e, 0
	}
	if k, ok := t.classed(c, p, e+1, j); ok {
		return e + 1, k
	}
	return e, 0
}

// listed returns the end of a listed abbreviation with stops inside that
// begins at p, or p.
func (t *tokeniser) listed(p, j int) int {
	end := p
	for end < j && end-p < 12 {
		r, n := t.runeAt(end)
		if !isWord(r) && r != '.' {
			break
		}
		end += n
	}
	w := strings.TrimSuffix(t.text[p:end], ".") // empty where p is no letter: "-1b.a"
	if w != "" && t.abbr.Class(w) != 0 {
		return end
	}
	return p
}

// letterRun returns the end of a run of single letters with stops at p, or p
// if there are fewer than two.
func (t *tokeniser) letterRun(p, j int) int {
	e, n := p, 0
	for e < j {
		r, size := t.runeAt(e)
		if !unicode.IsLetter(r) || t.at(e+size) != '.' || e+size >= j {
			break
		}
		e += size + 1
		n++
	}
	if n < 2 {
		return p
	}
	return e
}

// classed decides whether a word of class c, text[p:e] with its stop, is an
// abbreviation here.
func (t *tokeniser) classed(c lexicon.AbbreviationClass, p, e, j int) (kind, bool) {
	n, _ := t.next(e)
	before := len(t.pieces) > 0 && t.pieces[len(t.pieces)-1].kind == figure
	switch c {
	case lexicon.TitleAbbreviation, lexicon.InnerAbbreviation:
		return bound, n != 0
	case lexicon.PlaceAbbreviation, lexicon.EndAbbreviation:
		return loose, true
	case lexicon.NumberAbbreviation:
		return bound, isDigit(n) || n == '#' || n == '§'
	case lexicon.DateAbbreviation:
		return loose, isDigit(n) || n == ',' || before
	case lexicon.UnitAbbreviation:
		return loose, before && n != 0 && !isUpper(n)
	}
	return 0, false
}
