package split

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word cuts the word that begins at p and returns where it ends. Inside a
// word stand letters, digits, apostrophes, the stops of abbreviations, the
// hyphen after an affix, and the ampersand of AT&T.
func (t *tokeniser) word(p, j int) int {
	if e := t.initials(p, j); e > p {
		return e
	}
	seg, e := p, p // seg: where the part after the last hyphen begins
	tick, upper := false, true
scan:
	for e < j {
		r, n := t.runeAt(e)
		if isWord(r) || isDigit(r) {
			upper = upper && isUpper(r)
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
			if !inner || !isUpper(after) || !upper {
				break scan
			}
			e += n
		case '/':
			if !inner || e-p != 1 || e+2 > j || t.wordAfter(e+2, j) {
				break scan
			}
			e += n
		case '$':
			if e-p <= 3 && upper {
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

// affixes are the prefixes that keep their hyphen inside a word, as the
// treebanks' guidelines list them.
var affixes = map[string]bool{
	"e": true, "anti": true, "ante": true, "arch": true, "bi": true, "bio": true, "co": true, "counter": true,
	"cross": true, "cyber": true, "de": true, "ex": true, "extra": true, "inter": true, "intra": true,
	"macro": true, "mega": true, "micro": true, "mid": true, "mini": true, "mis": true, "mm": true, "uh": true, "hm": true,
	"multi": true, "neo": true, "non": true, "over": true, "para": true, "peri": true, "post": true,
	"pre": true, "pro": true, "proto": true, "pseudo": true, "quasi": true, "re": true, "semi": true, "socio": true, "sub": true,
	"super": true, "supra": true, "trans": true, "tri": true, "ultra": true, "un": true, "under": true, "uni": true, "vice": true, "o": true,
}

// affix reports whether the hyphen at e, after the part text[p:e] and before
// text[a:j], stays inside the word. Names in capitals are no affixes (UN-led,
// a Post-ABC poll), nor are parts of longer compounds (cul-de-sac, over-the-top).
func (t *tokeniser) affix(p, e, a, j int, inner bool) bool {
	if e-p > 7 || e == p || t.adjoins(p) && t.last() == dash {
		return false
	}
	s := t.text[p:e]
	if !affixes[strings.ToLower(s)] {
		return false
	}
	if !inner { // pre- and post-war
		return a == j && e-p > 1
	}
	if isUpper(rune(s[0])) {
		next, _ := t.runeAt(a)
		if len(s) > 1 && isUpper(rune(s[1])) || isUpper(next) && len(t.pieces) > 0 && s == "Post" {
			return false
		}
	}
	return !strings.HasPrefix(t.text[a:j], "the-")
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
	if w := t.text[p:e]; strings.EqualFold(w, "y'all") || strings.EqualFold(w, "y’all") {
		t.emit(p, e-3, word)
		return t.emit(e-3, e, word)
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
		if !isUpper(r) {
			return false
		}
	}
	return s != ""
}
