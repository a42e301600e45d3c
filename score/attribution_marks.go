package score

import (
	"unicode"
)

// This file is the scorer's own, deliberately simple view of words and
// quotation marks. Kinds are derived from it for gold and system alike, so it
// must not follow what package statement does.

// A stretch is [from, to) in code points.
type stretch struct{ from, to int }

func (s stretch) holds(t stretch) bool { return s.from <= t.from && t.to <= s.to }

func (s stretch) holdsAny(ts []Offset) bool {
	for _, t := range ts {
		if s.holds(stretch{t.From, t.To}) {
			return true
		}
	}
	return false
}

func isWord(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r)
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// words returns the runs of word characters of text[from:to), joined by inner
// apostrophes and hyphens.
func words(text []rune, from, to int) []stretch {
	var out []stretch
	for i := from; i < to; {
		if !isWord(text[i]) {
			i++
			continue
		}
		j := i + 1
		for {
			for j < to && isWord(text[j]) {
				j++
			}
			if j+1 < to && (text[j] == '\'' || text[j] == '’' || text[j] == '-') && isWord(text[j+1]) {
				j++
				continue
			}
			break
		}
		out = append(out, stretch{i, j})
		i = j
	}
	return out
}

// quoted returns the stretches in double quotation marks, marks included. One
// left open runs to the end of its line.
func quoted(text []rune) []stretch {
	var out []stretch
	for ls := 0; ls < len(text); {
		if text[ls] == '\n' {
			ls++
			continue
		}
		le := ls
		for le < len(text) && text[le] != '\n' {
			le++
		}
		open := -1
		for i := ls; i < le; i++ {
			c := text[i]
			var next rune = ' '
			if i+1 < le {
				next = text[i+1]
			}
			// The pair may reach over the line's end only in theory: a newline
			// never equals a mark.
			two := i+1 < len(text) && text[i] == text[i+1]
			switch {
			case c == '“' || c == '‟' || c == '«' || c == '`' && two:
				if open < 0 {
					open = i
				}
			case c == '”' || c == '»' || c == '\'' && two:
				w := 1
				if c == '\'' {
					w = 2
				}
				if open >= 0 {
					out = append(out, stretch{open, i + w})
					open = -1
				}
				i += w - 1
			case c == '"' && open >= 0:
				out = append(out, stretch{open, i + 1})
				open = -1
			case c == '"':
				prev := ' '
				if i > ls {
					prev = text[i-1]
				}
				inches := isDigit(prev) && (isBlank(next) || next == ',' || next == '.' || next == ';' || next == ')')
				if !isBlank(next) && !inches {
					open = i
				}
			}
		}
		if open >= 0 {
			end := le
			for end > open && isBlank(text[end-1]) {
				end--
			}
			out = append(out, stretch{open, end})
		}
		ls = le
	}
	return out
}

// isDigit is what Python's str.isdigit says, near enough: decimal digits and
// superscripts.
func isDigit(r rune) bool {
	return unicode.IsDigit(r) || r == '²' || r == '³' || r == '¹' || r == '⁰' || r >= '⁴' && r <= '⁹' || r >= '₀' && r <= '₉'
}

// singles returns the stretches in single marks inside text[a:b).
func singles(text []rune, a, b int) []stretch {
	var out []stretch
	for i := a; i < b; i++ {
		if text[i] != '‘' && text[i] != '\'' || i > a && isWord(text[i-1]) || i+1 >= b || isBlank(text[i+1]) {
			continue
		}
		found := false
		for j := i + 2; j < b && text[j-1] != '\n'; j++ {
			if (text[j] == '’' || text[j] == '\'') && !isBlank(text[j-1]) && (j+1 >= b || !isWord(text[j+1])) {
				out = append(out, stretch{i, j + 1})
				i, found = j, true
				break
			}
		}
		if !found {
			break // a later opening would find no closing mark either
		}
	}
	return out
}

// kindOf derives direct, mixed or indirect from the marks around the content.
// A stretch that also holds the anchor (the cue, or else the source) is
// somebody else's quotation and does not quote this content; single marks
// inside it may.
func kindOf(text []rune, content, anchor []Offset, quotes []stretch) string {
	var own []stretch
	for _, q := range quotes {
		if !q.holdsAny(anchor) {
			own = append(own, q)
			continue
		}
		for _, s := range singles(text, q.from+1, q.to) {
			if !s.holdsAny(anchor) {
				own = append(own, s)
			}
		}
	}
	n, in := 0, 0
	for _, c := range content {
		for _, w := range words(text, c.From, min(c.To, len(text))) {
			n++
			for _, q := range own {
				if q.holds(w) {
					in++
					break
				}
			}
		}
	}
	switch {
	case n == 0 || in == 0:
		return "indirect"
	case in == n:
		return "direct"
	}
	return "mixed"
}
