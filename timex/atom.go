package timex

import (
	"unicode/utf8"

	"readout/syntax"
)

// An atom is a run of letters, a run of digits or one mark. Rules work over
// atoms, not tokens, so that they need not know whether a tokeniser takes
// "two-day", "5pm" or "16/06/2021" as one token or as several.
type atom struct {
	w          *word // never nil
	token      int
	start, end int
	num        int // value of a run of digits of at most nine, or -1
	width      int // number of its digits
	glued      bool
	capital    bool // begins with a capital
	caps       bool // two letters or more, all capitals
	ed         bool // ends in "ed" and begins with a small letter
	letters    bool
}

// is reports whether the atom is the known word or mark.
func (a *atom) is(text string) bool { return a.w.text == text }

// Classes of piece.
const (
	gap = iota
	letters
	numerals
	mark
)

// piece returns the end and the class of the piece of s that begins at i.
func piece(s string, i int) (end, class int) {
	c, n := classAt(s, i)
	end = i + n
	if c == mark {
		return end, c
	}
	for end < len(s) {
		d, n := classAt(s, end)
		if d != c {
			break
		}
		end += n
	}
	return end, c
}

func classAt(s string, i int) (class, width int) {
	c := s[i]
	switch {
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		return letters, 1
	case '0' <= c && c <= '9':
		return numerals, 1
	case c <= ' ':
		return gap, 1
	case c < utf8.RuneSelf:
		return mark, 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '’', '‘', '–', '—', '−', '‑', '“', '”', '…', '§', '´':
		return mark, n
	case '\u00a0', '\u2009', '\u202f', '\u200a', '\u2003', '\u2002', '\u00ad', '\u200b':
		return gap, n
	}
	return letters, n
}

// opaque reports whether a token is an address or the like, whose numbers tell
// no time.
func opaque(form string) bool {
	if len(form) > 60 {
		return true
	}
	for i := 0; i < len(form); i++ {
		switch form[i] {
		case '@', '_', '=', '\\':
			return true
		case ':':
			if i+2 < len(form) && form[i+1] == '/' {
				return true
			}
		case '.':
			if i >= 3 && form[:i] == "www" {
				return true
			}
		}
	}
	return false
}

// atomise appends the atoms of a sentence to dst.
func (v *vocabulary) atomise(dst []atom, text string, st *syntax.Sentence) []atom {
	var buf [maxWord]byte
	last := -1
	for t := range st.Tokens {
		tok := &st.Tokens[t]
		if tok.Start < 0 || tok.End > len(text) || tok.Start >= tok.End {
			continue
		}
		form := text[tok.Start:tok.End]
		if len(form) > 5 && opaque(form) {
			dst = append(dst, atom{w: &v.unknown, token: t, start: tok.Start, end: tok.End, num: -1, glued: tok.Start == last})
			last = tok.End
			continue
		}
		for i := 0; i < len(form); {
			end, class := piece(form, i)
			if class == letters && end == i+1 && form[i]|0x20 == 's' && i > 0 && len(dst) > 0 && dst[len(dst)-1].is("'") && last == tok.Start+i {
				a := &dst[len(dst)-1] // "'s" is one atom
				a.end, a.w = tok.Start+end, v.words["'s"]
				last, i = a.end, end
				continue
			}
			if class != gap {
				a := atom{token: t, start: tok.Start + i, end: tok.Start + end, num: -1, glued: tok.Start+i == last}
				v.fill(&a, form[i:end], class, &buf)
				dst = append(dst, a)
				last = a.end
			}
			i = end
		}
	}
	return dst
}

// maxWord is the length from which a word is surely unknown.
const maxWord = 24

func (v *vocabulary) fill(a *atom, s string, class int, buf *[maxWord]byte) {
	a.w = &v.unknown
	switch class {
	case numerals:
		a.width = len(s)
		if n, ok := digits(s); ok {
			a.num = n
		}
		return
	case mark:
		switch s {
		case "’", "‘", "´":
			s = "'"
		case "−", "‑":
			s = "-"
		}
		if w := v.words[s]; w != nil {
			a.w = w
		}
		return
	}
	a.letters = true
	a.capital = s[0] >= 'A' && s[0] <= 'Z'
	if len(s) > maxWord {
		return
	}
	upper := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
			upper++
		}
		buf[i] = c
	}
	a.caps = upper > 1 && upper == len(s)
	a.ed = !a.capital && len(s) > 4 && s[len(s)-2:] == "ed" && s[len(s)-3] != 'e'
	if w := v.words[string(buf[:len(s)])]; w != nil {
		a.w = w
	}
}
