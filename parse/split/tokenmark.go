package split

import (
	"strings"
	"unicode"
)

// mark cuts the piece that begins at p with r, n bytes long, neither letter
// nor digit, and returns where it ends. Runs of one sign are one piece; a
// bracket, a quotation mark and a comma each stand alone.
func (t *tokeniser) mark(p, j int, r rune, n int) int {
	switch r {
	case '.', '…':
		return t.stops(p, j)
	case '!', '?', '‽', '！', '？', '؟', '¿', '¡':
		e := p
		for e < j {
			r, n := t.runeAt(e)
			if r != '!' && r != '?' && r != '‽' && r != '！' && r != '？' && r != '؟' && r != '¿' && r != '¡' {
				break
			}
			e += n
		}
		return t.emit(p, e, stop)
	case '。':
		return t.emit(p, p+n, stop)
	case ',', ';', ':', '=':
		if e := t.emoticon(p, j); e > p {
			return t.emit(p, e, face)
		}
		if r == '=' {
			return t.emit(p, t.run(p, j, r), sign)
		}
		return t.emit(p, p+n, mark)
	case '"', '“', '”', '„', '‟', '«', '»', '″', '‹', '›', '〝', '〞':
		t.quotes = true
		return t.emit(p, p+n, quote)
	case '\'', '‘', '’', '‚', '‛', '`', '´', '′':
		return t.tick(p, j, r, n)
	case '(', '[', '{', '<':
		if r == '<' {
			return t.emit(p, t.run(p, j, r), opening)
		}
		return t.emit(p, p+n, opening)
	case ')', ']', '}', '>':
		if r == '>' {
			return t.emit(p, t.run(p, j, r), closing)
		}
		return t.emit(p, p+n, closing)
	case '-', '—', '–', '―', '‒', '−', '‐', '‑', '⸺', '⸻':
		return t.emit(p, t.run(p, j, r), dash)
	case '•', '●', '▪', '■', '◦', '‣', '∙':
		return t.emit(p, p+n, bullet)
	case '+':
		if d := t.digits(p+1, j); d > p+1 && !t.adjoins(p) {
			return t.emit(p, d, figure)
		}
	case '#':
		if !t.adjoins(p) && t.wordAfter(p+1, j) {
			if r, _ := t.runeAt(p + 1); !isDigit(r) {
				return t.emit(p, min(t.wordEnd(p+1), j), sign)
			}
		}
	case '@':
		if !t.adjoins(p) && t.wordAfter(p+1, j) {
			return t.emit(p, min(t.wordEnd(p+1), j), word)
		}
	case '&', '/', '%', '*', '_', '~', '|', '\\', '^':
		e := t.run(p, j, r)
		if r == '%' {
			e = p + n
		}
		return t.emit(p, e, sign)
	}
	if unicode.Is(unicode.Sc, r) {
		return t.emit(p, t.run(p, j, r), money)
	}
	if unicode.Is(unicode.So, r) {
		return t.emoji(p, j)
	}
	return t.emit(p, t.run(p, j, r), sign)
}

// run returns the end of the run of r at p.
func (t *tokeniser) run(p, j int, r rune) int {
	for p < j {
		c, n := t.runeAt(p)
		if c != r {
			break
		}
		p += n
	}
	return p
}

// stops cuts a full stop, an ellipsis, or a number that begins with a point.
func (t *tokeniser) stops(p, j int) int {
	e, n := p, 0
	for e < j {
		r, size := t.runeAt(e)
		if r == '…' {
			n++
		} else if r != '.' {
			break
		}
		e += size
		n++
	}
	if n > 1 {
		return t.emit(p, e, dots)
	}
	if d := t.digits(e, j); d > e && (!t.adjoins(p) || t.last() == money || t.last() == opening) {
		if d < j {
			if r, _ := t.runeAt(d); isWord(r) {
				return t.suffix(p, d, j)
			}
		}
		return t.emit(p, d, figure)
	}
	return t.emit(p, e, stop)
}

// tick cuts an apostrophe or single quotation mark: a clitic after anything
// but a letter (2003|'s), a short year ('98), a clipped word ('em), or the
// mark alone. Two single marks are one double mark.
func (t *tokeniser) tick(p, j int, r rune, n int) int {
	next, size := t.runeAt(p + n)
	if p+n >= j {
		next = 0
	}
	if t.adjoins(p) && isWord(next) {
		w := min(t.wordEnd(p+n), j)
		switch strings.ToLower(t.text[p+n : w]) {
		case "s", "m", "d", "ll", "re", "ve":
			switch t.last() {
			case opening, dash, mark, stop:
			case quote:
				if w-p-n == 1 || r == '‘' { // "…"'s, not "'s
					return t.emit(p, w, word)
				}
			default:
				return t.emit(p, w, word)
			}
		}
	}
	if r != '\'' && r != '’' && r != '‘' && r != '`' {
		return t.emit(p, p+n, tick)
	}
	if next == r || next == '’' || next == '‘' && r == '’' {
		t.quotes = true
		return t.emit(p, p+n+size, quote)
	}
	if t.adjoins(p) && t.last() != opening && t.last() != dash && t.last() != quote {
		return t.emit(p, p+n, tick)
	}
	if isDigit(next) {
		d := t.digits(p+n, j)
		e := d
		if d-p-n == 2 {
			if e < j && t.text[e] == 's' {
				e++
			}
			if !t.wordAfter(e, j) && t.at(e) != '\'' {
				return t.emit(p, e, figure)
			}
		}
	}
	if isWord(next) {
		w := min(t.wordEnd(p+n), j)
		switch strings.ToLower(t.text[p+n : w]) {
		case "em", "til", "till", "cause", "n", "bout", "round":
			return t.emit(p, w, word)
		case "tis", "twas":
			t.emit(p, p+n+1, word)
			return t.emit(p+n+1, w, word)
		}
	}
	return t.emit(p, p+n, tick)
}

// emoticon returns the end of :-) and its like at p, or p.
func (t *tokeniser) emoticon(p, j int) int {
	if t.adjoins(p) && t.last() != stop && t.last() != dots || p+1 >= j {
		return p
	}
	i := p + 1
	if t.text[i] == '-' || t.text[i] == '\'' {
		i++
	}
	if i >= j || i+2 < j {
		return p
	}
	switch t.text[i] {
	case ')', '(', 'D', 'P', 'p', '|', '/', '\\', 'O', 'o', '*':
		if i+1 == j || t.text[i+1] == '.' || t.text[i+1] == ')' || t.text[i+1] == '"' {
			return i + 1
		}
	}
	return p
}

// emoji returns the end of a pictograph with its modifiers at p.
func (t *tokeniser) emoji(p, j int) int {
	r, e := t.runeAt(p)
	e += p
	if flag(r) {
		if r, n := t.runeAt(e); e < j && flag(r) {
			e += n
		}
		return t.emit(p, e, face)
	}
	for e < j {
		r, n := t.runeAt(e)
		if r == '\u200d' { // joins the next pictograph
			if _, m := t.runeAt(e + n); e+n < j {
				e += n + m
				continue
			}
			e += n
			break
		}
		if r < 0xfe00 || r > 0xfe0f && (r < 0x1f3fb || r > 0x1f3ff) && r != 0x20e3 && (r < 0xe0000 || r > 0xe007f) {
			break
		}
		e += n
	}
	return t.emit(p, e, face)
}

func flag(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }
