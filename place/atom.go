package place

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An atom is a run of letters and digits. Names are matched over atoms, not
// tokens, so that it does not matter whether "Deir ez-Zor" or "Moscow-based"
// are one token or several.
type atom struct {
	token      int
	start, end int
	sep        byte // what stands between it and the atom before
	capital    bool
	upper      bool // all capitals, two or more
}

// What may stand before an atom.
const (
	sepOther = iota
	sepSpace
	sepHyphen // without blanks
	sepDot
	sepApostrophe
	sepComma
)

// atomise cuts the sentence into atoms.
func (s *search) atomise() {
	s.a = s.a[:0]
	for t := range s.st.Tokens {
		tok := &s.st.Tokens[t]
		if tok.Start < 0 || tok.End > len(s.text) || tok.Start >= tok.End {
			continue
		}
		for i := tok.Start; i < tok.End; {
			end, class := piece(s.text[:tok.End], i)
			if class == word {
				a := atom{token: t, start: i, end: end}
				if n := len(s.a); n > 0 && s.a[n-1].end <= i {
					a.sep = separator(s.text[s.a[n-1].end:i])
				}
				s.look(&a)
				s.a = append(s.a, a)
			}
			i = end
		}
	}
}

func separator(s string) byte {
	switch s {
	case " ", "\u00a0", "\n":
		return sepSpace
	case "-", "‑", "–":
		return sepHyphen
	case ".", ". ":
		return sepDot
	case "'", "’":
		return sepApostrophe
	case ", ", "., ", ",":
		return sepComma
	}
	if s != "" && strings.TrimFunc(s, unicode.IsSpace) == "" {
		return sepSpace
	}
	return sepOther
}

func (s *search) look(a *atom) {
	w := s.text[a.start:a.end]
	if c := w[0]; c < utf8.RuneSelf {
		a.capital = c >= 'A' && c <= 'Z'
	} else {
		r, _ := utf8.DecodeRuneInString(w)
		a.capital = unicode.IsUpper(r)
	}
	a.upper = a.capital && len(w) > 1
	for i := 1; i < len(w) && a.upper; i++ {
		a.upper = w[i] >= 'A' && w[i] <= 'Z'
	}
}

// maxWord is the length from which a word is surely no name and plays no role.
const maxWord = 32

// lower writes the atom's word in small letters into buf, if it is ASCII and
// not too long.
func (s *search) lower(i int, buf *[maxWord]byte) ([]byte, bool) {
	w := s.text[s.a[i].start:s.a[i].end]
	if len(w) > maxWord {
		return nil, false
	}
	for k := 0; k < len(w); k++ {
		c := w[k]
		if c >= utf8.RuneSelf {
			return nil, false
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[k] = c
	}
	return buf[:len(w)], true
}

// is reports whether the atom is the word, given folded.
func (s *search) is(i int, folded string) bool {
	if i < 0 || i >= len(s.a) {
		return false
	}
	var buf [maxWord]byte
	if b, ok := s.lower(i, &buf); ok {
		return string(b) == folded
	}
	w := s.text[s.a[i].start:s.a[i].end]
	return len(w) <= 4*maxWord && fold(w) == folded
}

// starting returns the names that begin with atom i.
func (s *search) starting(i int) []*name {
	var buf [maxWord]byte
	if b, ok := s.lower(i, &buf); ok {
		return s.g.names[string(b)]
	}
	w := s.text[s.a[i].start:s.a[i].end]
	if len(w) > 4*maxWord {
		return nil
	}
	return s.g.names[fold(w)]
}

// role returns what atom i may be beside a name.
func (s *search) role(i int) roles {
	if i < 0 || i >= len(s.a) {
		return roles{}
	}
	var buf [maxWord]byte
	if b, ok := s.lower(i, &buf); ok {
		return s.g.role[string(b)]
	}
	return roles{}
}

// sep returns what stands before atom i; beyond the last atom, something else
// than a blank.
func (s *search) sep(i int) byte {
	if i <= 0 || i >= len(s.a) {
		return sepOther
	}
	return s.a[i].sep
}

// longest returns the longest name that begins at atom i, and its end.
func (s *search) longest(i int) (*name, int) {
	if !s.a[i].capital && !(s.is(i, "al") || s.is(i, "el") || s.is(i, "ar") || s.is(i, "as")) {
		return nil, 0
	}
	for _, n := range s.starting(i) {
		if e := s.matches(n, i); e > 0 {
			return n, e
		}
	}
	return nil, 0
}

// matches returns the end of the name at atom i, or 0.
func (s *search) matches(n *name, i int) int {
	if i+len(n.words) > len(s.a) {
		return 0
	}
	for k, w := range n.words {
		a := &s.a[i+k]
		if k > 0 {
			switch a.sep {
			case sepSpace, sepHyphen, sepDot, sepApostrophe:
			default:
				return 0
			}
			if !s.is(i+k, w) {
				return 0
			}
		}
		switch {
		case n.flags&shouted != 0 && !a.upper:
			return 0
		case !a.capital && n.small&(1<<k) == 0 && !digit(s.text[a.start]):
			return 0
		}
	}
	if n.flags&shouted == 0 && len(n.words) == 1 && len(n.words[0]) <= 4 && s.a[i].upper && !s.shouting(i) {
		return 0 // "a SWAT team"
	}
	if n.flags&qualifier != 0 && !(len(s.found) > 0 && s.sep(i) == sepComma) {
		return 0
	}
	return i + len(n.words)
}

// shouting reports whether the words beside atom i are in capitals, too.
func (s *search) shouting(i int) bool {
	return i > 0 && s.a[i-1].upper || i+1 < len(s.a) && (s.a[i+1].upper || i == 0)
}

func digit(c byte) bool { return c >= '0' && c <= '9' }
