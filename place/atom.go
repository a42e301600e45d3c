package place

import "unicode/utf8"

// An atom is a run of letters and digits. Names are matched over atoms, not
// tokens, so that it does not matter whether "Deir ez-Zor" or "Moscow-based"
// are one token or several.
type atom struct {
	token      int
	start, end int
	stop       int  // end with a full stop that is part of the token: "D.C."
	sep        byte // what stands between it and the atom before
	capital    bool
	upper      bool // all capitals, two or more
}

// What may stand before an atom.
const (
	sepOther = iota
	sepSpace
	sepHyphen // on both sides of which there is no blank
	sepDot
	sepApostrophe
	sepComma
)

// atomise cuts the sentence into atoms.
func (s *search) atomise() {
	s.a = s.a[:0]
	sep, glue := byte(sepOther), false
	for t := range s.st.Tokens {
		tok := &s.st.Tokens[t]
		if tok.Start < 0 || tok.End > len(s.text) || tok.Start >= tok.End {
			continue
		}
		if n := len(s.a); n > 0 && tok.Start > s.a[n-1].end && glue {
			sep = joined(sep, ' ')
			glue = false
		}
		for i := tok.Start; i < tok.End; {
			end, class := piece(s.text[:tok.End], i)
			switch class {
			case gap:
				sep = joined(sep, ' ')
			case mark:
				sep = joined(sep, s.text[i:end])
			default:
				if len(s.a) == 0 {
					sep = sepOther
				}
				a := atom{token: t, start: i, end: end, stop: end, sep: sep}
				s.look(&a)
				s.a = append(s.a, a)
				sep = 0xff
			}
			if class == mark && s.text[i] == '.' && len(s.a) > 0 && s.a[len(s.a)-1].end == i && s.a[len(s.a)-1].token == t {
				s.a[len(s.a)-1].stop = end
			}
			i = end
		}
		glue = true
		if t+1 < len(s.st.Tokens) && s.st.Tokens[t+1].Start > tok.End {
			sep = joined(sep, ' ')
			glue = false
		}
	}
}

// nothing has stood between two atoms yet.
const sepNone = 0xff

// joined returns what stands between two atoms when m follows sep.
func joined[T rune | string](sep byte, m T) byte {
	switch any(m) {
	case ' ':
		switch sep {
		case sepNone, sepSpace:
			return sepSpace
		case sepDot, sepComma:
			return sep
		}
		return sepOther
	}
	return sepOther
}

func (s *search) look(a *atom) {
	w := s.text[a.start:a.end]
	if c := w[0]; c < utf8.RuneSelf {
		a.capital = c >= 'A' && c <= 'Z'
	} else {
		r, _ := utf8.DecodeRuneInString(w)
		a.capital = r != lowerRune(r)
	}
	if !a.capital || len(w) < 2 {
		return
	}
	a.upper = true
	for i := 1; i < len(w); i++ {
		if w[i] >= 'a' && w[i] <= 'z' || w[i] >= utf8.RuneSelf {
			a.upper = false
			break
		}
	}
}
