package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold puts a word into the form under which names are compared: small
// letters without diacritics.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch r {
		case 'ø', 'Ø':
			b.WriteByte('o')
		case 'ł', 'Ł':
			b.WriteByte('l')
		case 'đ', 'Đ', 'ð', 'Ð':
			b.WriteByte('d')
		case 'ı':
			b.WriteByte('i')
		case 'ə', 'Ə', 'ǝ':
			b.WriteByte('e')
		case 'þ', 'Þ':
			b.WriteString("th")
		case 'ß':
			b.WriteString("ss")
		case 'æ', 'Æ':
			b.WriteString("ae")
		case 'œ', 'Œ':
			b.WriteString("oe")
		default:
			if !unicode.Is(unicode.Mn, r) {
				b.WriteRune(unicode.ToLower(r))
			}
		}
	}
	return b.String()
}

// Classes of piece.
const (
	gap = iota
	word
	mark
)

// piece returns the end and the class of the piece of s that begins at i: a
// run of letters and digits, a run of blanks, or one mark.
func piece(s string, i int) (end, class int) {
	class, n := classAt(s, i)
	end = i + n
	if class == mark {
		return end, class
	}
	for end < len(s) {
		c, n := classAt(s, end)
		if c != class {
			break
		}
		end += n
	}
	return end, class
}

func classAt(s string, i int) (class, width int) {
	c := s[i]
	switch {
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9':
		return word, 1
	case c <= ' ':
		return gap, 1
	case c < utf8.RuneSelf:
		return mark, 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
		return word, n
	case unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b':
		return gap, n
	}
	return mark, n
}

// words cuts a name as texts are cut: "Deir ez-Zor" into deir, ez, zor.
func words(name string) []string {
	var out []string
	for i := 0; i < len(name); {
		end, class := piece(name, i)
		if class == word {
			out = append(out, name[i:end])
		}
		i = end
	}
	return out
}
