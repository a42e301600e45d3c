package actor

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// atoms appends the letters of a word, folded, to dst: lower case, without
// diacritics and full stops, "&" as "and". Hyphens, apostrophes and slashes
// divide the word; each part is an atom, and the ends of the atoms in dst are
// appended to ends. A comma is an atom of its own; a word of other marks
// alone gives the atom "\x00", which no name contains.
func atoms(dst []byte, ends []int, word string) ([]byte, []int) {
	begin := len(dst)
	last := begin
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
				dst = append(dst, c)
			case 'A' <= c && c <= 'Z':
				dst = append(dst, c+'a'-'A')
			case c == '-' || c == '\'' || c == '/' || c == '`':
				if len(dst) > last {
					ends, last = append(ends, len(dst)), len(dst)
				}
			case c == '&':
				dst = append(dst, "and"...)
			case c == ',' && len(word) == 1:
				dst = append(dst, ',')
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		if divides(r) {
			if len(dst) > last {
				ends, last = append(ends, len(dst)), len(dst)
			}
			continue
		}
		dst = appendLetter(dst, r)
	}
	if len(dst) > last {
		ends = append(ends, len(dst))
	}
	if len(dst) == begin && !joins(word) {
		dst = append(dst, 0)
		ends = append(ends, len(dst))
	}
	return dst, ends
}

// joins reports whether a word without letters may stand inside a name.
func joins(word string) bool {
	for _, r := range word {
		if r != '-' && r != '\'' && r != '.' && !divides(r) {
			return false
		}
	}
	return true
}

func divides(r rune) bool {
	switch r {
	case '’', '‘', 'ʼ', 'ʻ', '‐', '‑', '–', '—', '−', '´', '′':
		return true
	}
	return false
}

// appendLetter appends the plain letters for r, or nothing.
func appendLetter(dst []byte, r rune) []byte {
	r = unicode.ToLower(r)
	switch r {
	case 'ß':
		return append(dst, "ss"...)
	case 'æ':
		return append(dst, "ae"...)
	case 'œ':
		return append(dst, "oe"...)
	case 'ø':
		return append(dst, 'o')
	case 'ł':
		return append(dst, 'l')
	case 'đ', 'ð':
		return append(dst, 'd')
	case 'þ':
		return append(dst, "th"...)
	case 'ı':
		return append(dst, 'i')
	case 'ə':
		return append(dst, 'a')
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	p := norm.NFD.Properties(buf[:n])
	d := p.Decomposition()
	if d == nil {
		d = buf[:n]
	}
	for len(d) > 0 {
		q, n := utf8.DecodeRune(d)
		d = d[n:]
		if unicode.IsLetter(q) || unicode.IsDigit(q) {
			dst = utf8.AppendRune(dst, q)
		}
	}
	return dst
}

// fold returns the atoms of a word or phrase as one string, divided by blanks.
func fold(phrase string) string {
	var room [64]byte
	var ends [16]int
	buf, stops := appendWords(room[:0], ends[:0], phrase)
	out := make([]byte, 0, len(buf)+len(stops))
	at := 0
	for i, stop := range stops {
		if i > 0 {
			out = append(out, ' ')
		}
		out = append(out, buf[at:stop]...)
		at = stop
	}
	return string(out)
}

// words returns the atoms of a phrase, whose words are divided by blanks.
func words(phrase string) []string {
	buf, stops := appendWords(nil, nil, phrase)
	var out []string
	at := 0
	for _, stop := range stops {
		out = append(out, string(buf[at:stop]))
		at = stop
	}
	return out
}

// hasCapital reports whether the word has an upper-case letter.
func hasCapital(w string) bool {
	for i := 0; i < len(w); i++ {
		if c := w[i]; 'A' <= c && c <= 'Z' {
			return true
		} else if c >= utf8.RuneSelf {
			for _, r := range w[i:] {
				if unicode.IsUpper(r) || unicode.IsTitle(r) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// capitalised reports whether the word begins with an upper-case letter.
func capitalised(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// allCapitals reports whether the word has two letters or more, or a letter and
// digits, and none of them is in lower case: "EU", "M23".
func allCapitals(w string) bool {
	letters, digits := 0, 0
	for _, r := range w {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	return letters > 1 || letters > 0 && digits > 0
}
