package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/lexicon"
)

// word cuts the word that begins at p and returns where it ends. Inside a
// word stand letters, digits, apostrophes, the stops of abbreviations, the
// hyphen after an affix, and the ampersand of AT&T.
func (t *tokeniser) word(p, j int) int {
	if e := t.initials(p, j); e > p {
		return e
	}
	seg, e := p, p // seg: where the part after the last hyphen begins
	tick := false
scan:
	for e < j {
		r, n := t.runeAt(e)
		if isWord(r) || isDigit(r) {
			e += n
			continue
		}
		after, _ := t.runeAt(e + n)
		inner := e+n < j && (isWord(after) || isDigit(after))
		switch r {
		case '\'', '’', '`':
			if !inner || e == p {
				break scan
			}
			tick = true
			e += n
		case '.':
			if end, k := t.abbreviation(seg, e, j); end > e {
				return t.emit(p, end, k)
			}
			break scan
		case '-', '\u2010', '\u2011':
			if !t.affix(seg, e, e+n, j, inner) {
				break scan
			}
			e += n
			seg = e
		case '&':
			if !inner || !isUpper(after) || !allUpper(t.text[p:e]) {
				break scan
			}
			e += n
		case '/':
			if !inner || e-p != 1 || e+2 > j || t.wordAfter(e+2, j) {
				break scan
			}
			e += n
		case '$':
			if e-p <= 3 && allUpper(t.text[p:e]) {
				return t.emit(p, e+n, money)
			}
			break scan
		default:
			break scan
		}
	}
	if tick {
		return t.clitics(p, e)
	}
	t.emitWord(p, e)
	return e
}

// wordAfter reports whether a word character stands at i.
func (t *tokeniser) wordAfter(i, j int) bool {
	if i >= j {
		return false
	}
	r, _ := t.runeAt(i)
	return isWord(r) || isDigit(r)
}

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
	r, _ := t.runeAt(p)
	if t.adjoins(p) && t.last() != opening && t.last() != quote && t.last() != bound && t.last() != loose && t.last() != dash {
		return 0, false
	}
	if !isUpper(r) {
		c := t.abbr.Class(t.text[p : e-1])
		if c != 0 {
			return t.classed(c, p, e, j)
		}
		return 0, false
	}
	if e < j { // J.Smith
		n, _ := t.runeAt(e)
		return bound, isUpper(n) || n == '-'
	}
	n, at := t.next(e)
	if !isUpper(n) && !(n == '\'' || n == '"' || n == '“') {
		return bound, false
	}
	if !isUpper(n) { // William J. “Bill” Burns
		return bound, t.capitalBefore()
	}
	next := t.text[at:t.wordEnd(at)]
	if r == 'I' && (!t.capitalBefore() || t.abbr.Opener(next)) {
		return 0, false
	}
	if t.abbr.Opener(next) && len(next) > 1 {
		return 0, false
	}
	return bound, true
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
	if t.wordAfter(e+1, j) { // Ph.D.
		end := e + 1
		for end < j && end-p < 12 {
			r, n := t.runeAt(end)
			if !isWord(r) && r != '.' {
				break
			}
			end += n
		}
		if w := t.text[p:end]; w[len(w)-1] == '.' && t.abbr.Class(w[:len(w)-1]) != 0 {
			return end, loose
		} else if t.abbr.Class(w) != 0 {
			return end, loose
		}
	}
	if t.at(e+1) == '.' {
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
		return loose, before
	}
	return 0, false
}

// affixes are the prefixes that keep their hyphen inside a word, as the
// treebanks' guidelines list them.
var affixes = map[string]bool{
	"e": true, "anti": true, "ante": true, "arch": true, "bi": true, "bio": true, "co": true, "counter": true,
	"cross": true, "cyber": true, "de": true, "ex": true, "extra": true, "inter": true, "intra": true,
	"macro": true, "mega": true, "micro": true, "mid": true, "mini": true, "mm": true, "uh": true, "hm": true,
	"multi": true, "neo": true, "non": true, "over": true, "para": true, "peri": true, "post": true,
	"pre": true, "pro": true, "proto": true, "pseudo": true, "quasi": true, "re": true, "semi": true, "socio": true, "sub": true,
	"super": true, "supra": true, "trans": true, "tri": true, "ultra": true, "un": true, "under": true, "uni": true, "vice": true, "o": true,
}

// affix reports whether the hyphen at e, after the part text[p:e] and before
// text[a:j], stays inside the word.
func (t *tokeniser) affix(p, e, a, j int, inner bool) bool {
	if e-p > 7 || e == p {
		return false
	}
	if !inner { // pre- and post-war
		return a == j && affixes[strings.ToLower(t.text[p:e])] && e-p > 1
	}
	if affixes[strings.ToLower(t.text[p:e])] {
		return true
	}
	return false
}

// clitics cuts text[p:e], a word with an apostrophe inside, into the word and
// its clitics: do|n't, they|'ll, she|'d|'ve. It returns e.
func (t *tokeniser) clitics(p, e int) int {
	var cuts [4]int
	n, end := 0, e
	for n < len(cuts) {
		c := cliticAt(t.text[p:end])
		if c <= 0 {
			break
		}
		cuts[n] = p + c
		n++
		end = p + c
	}
	if n == 0 && len(t.text[p:e]) > 3 {
		if w := strings.ToLower(t.text[p:e]); w == "y'all" || w == "y’all" {
			end = p + len(w) - 3
			t.emit(p, end, word)
			return t.emit(end, e, word)
		}
	}
	t.emitWord(p, end)
	for n--; n >= 0; n-- {
		stop := e
		if n > 0 {
			stop = cuts[n-1]
		}
		t.emit(cuts[n], stop, word)
	}
	return e
}

// cliticAt returns where the last clitic of w begins, or 0.
func cliticAt(w string) int {
	i := len(w) - 1
	for n := 0; i >= 0 && n < 3; n++ {
		if c := w[i]; c == '\'' || c == '`' {
			break
		} else if c >= utf8.RuneSelf {
			break
		}
		i--
	}
	if i < 0 {
		return 0
	}
	tail := i + 1
	switch {
	case w[i] == '\'' || w[i] == '`':
	case i >= 2 && w[i-2:i+1] == "’":
		i -= 2
	default:
		return 0
	}
	switch strings.ToLower(w[tail:]) {
	case "s", "m", "d", "ll", "re", "ve":
		return i
	case "t":
		if i >= 2 && (w[i-1] == 'n' || w[i-1] == 'N') {
			return i - 1
		}
	}
	return 0
}

// emitWord adds a word without apostrophe, cut where the treebanks cut:
// can|not, gon|na.
func (t *tokeniser) emitWord(p, e int) {
	n := e - p
	if n >= 4 && n <= 8 {
		if c := fused(t.text[p:e]); c > 0 {
			t.emit(p, p+c, word)
			t.emit(p+c, e, word)
			return
		}
	}
	t.emit(p, e, word)
}

// fused returns where the second word of a contraction without apostrophe
// begins, or 0.
func fused(w string) int {
	switch w[0] | 0x20 {
	case 'c':
		if strings.EqualFold(w, "cannot") {
			return 3
		}
		if strings.EqualFold(w, "couldnt") {
			return 5
		}
	case 'g':
		if len(w) == 5 && (strings.EqualFold(w, "gonna") || strings.EqualFold(w, "gotta") || strings.EqualFold(w, "gimme")) {
			return 3
		}
	case 'w':
		switch {
		case strings.EqualFold(w, "wanna"):
			return 3
		case strings.EqualFold(w, "wasnt"):
			return 3
		case strings.EqualFold(w, "wouldnt"):
			return 5
		}
	case 'l':
		if strings.EqualFold(w, "lemme") {
			return 3
		}
	case 'd':
		switch {
		case strings.EqualFold(w, "dont"):
			return 2
		case strings.EqualFold(w, "didnt"):
			return 3
		case strings.EqualFold(w, "doesnt"):
			return 4
		}
	case 'i':
		if strings.EqualFold(w, "isnt") {
			return 2
		}
	case 'h':
		if strings.EqualFold(w, "havent") {
			return 4
		}
	case 'o':
		if strings.EqualFold(w, "outta") {
			return 3
		}
	case 's':
		if strings.EqualFold(w, "shouldnt") {
			return 6
		}
	}
	return 0
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z'
	}
	return unicode.IsLower(r)
}

func allUpper(s string) bool {
	for _, r := range s {
		if !isUpper(r) && r != '&' {
			return false
		}
	}
	return s != ""
}
