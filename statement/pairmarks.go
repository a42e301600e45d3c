package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/article"
)

// pairDouble pairs the double marks of one paragraph. carried says that the
// paragraph before left a quotation open.
func pairDouble(text string, p article.Span, ms []mark, carried bool, out []quotation) []quotation {
	var open []int // marks open now, outermost first; at most two
	last := p.Start
	add := func(from, to mark) {
		out = append(out, quotation{
			Span:  article.Span{Start: from.at, End: to.at + to.size},
			inner: trimmed(text, from.at+from.size, to.at),
		})
		last = max(last, to.at+to.size)
	}
	for i, m := range ms {
		if m.single {
			continue
		}
		at := side(text, p, ms, i, len(open) > 0)
		if at == 'c' && len(open) == 0 && !carried && astray(text, p, ms, i) {
			at = 'o'
		}
		switch at {
		case 'o':
			if len(open) == 1 && !nestsAt(text, p, ms, i) || len(open) == 2 {
				// The one before was never closed: it ends where this begins.
				from := ms[open[0]]
				end := article.Span{Start: from.at, End: trimmed(text, from.at, m.at).End}
				out = append(out, quotation{Span: end, inner: trimmed(text, from.at+from.size, m.at), unclosed: true})
				last = m.at
				open = open[:0]
			}
			open = append(open, i)
		case 'c':
			if n := len(open); n > 0 {
				add(ms[open[n-1]], m)
				open = open[:n-1]
				continue
			}
			if q, ok := bareQuotation(text, p, m, last, carried && last == p.Start); ok {
				out = append(out, q)
			}
			last = m.at + m.size
		}
	}
	if len(open) > 0 {
		from := ms[open[0]]
		end := trimmed(text, from.at, p.End).End
		out = append(out, quotation{
			Span: article.Span{Start: from.at, End: end}, inner: trimmed(text, from.at+from.size, end), unclosed: true,
		})
	}
	return out
}

// side decides whether double mark i opens or closes, or is no mark at all (0).
func side(text string, p article.Span, ms []mark, i int, open bool) byte {
	m := ms[i]
	if m.figure && !open && m.shape == 's' {
		return 0 // inches
	}
	switch {
	case m.context == 'o' && m.shape == 'c' && open, m.context == 'c' && m.shape == 'o' && !open:
		// A clear place against the shape: follow the place when it fits.
		if m.context == 'c' {
			return 'c'
		}
		return 'o'
	case m.context != 0:
		return m.context
	case open:
		if m.shape == 'o' && !beforeStop(text, p, m) && m.at+m.size < p.End {
			return 'o'
		}
		return 'c'
	}
	// Nothing open and the neighbours do not tell.
	if beforeStop(text, p, m) || m.at+m.size == p.End {
		return 'c'
	}
	if m.shape == 'c' && m.at > p.Start {
		return 'c'
	}
	return 'o'
}

// astray reports whether straight mark i, which stands as a closing one with
// nothing open, opens a quotation with the blank on the wrong side ("they would
// stay," Let us see".): a sentence follows it, and the next mark closes too.
func astray(text string, p article.Span, ms []mark, i int) bool {
	m := ms[i]
	rest := strings.TrimLeft(text[m.at+m.size:p.End], " \u00a0")
	if r, _ := utf8.DecodeRuneInString(rest); m.shape != 's' || !unicode.IsUpper(r) || len(rest) == p.End-m.at-m.size {
		return false
	}
	for _, n := range ms[i+1 : min(len(ms), i+1+lookAhead)] {
		if !n.single {
			return n.context == 'c' && n.shape == 's'
		}
	}
	return false
}

// beforeStop reports whether punctuation follows the mark, blanks aside.
func beforeStop(text string, p article.Span, m mark) bool {
	r, _ := utf8.DecodeRuneInString(text[m.at+m.size : p.End])
	rest := text[m.at+m.size : p.End]
	return (stops(r) || closes(r)) && !strings.HasPrefix(rest, "...") && !strings.HasPrefix(rest, ".@") && r != '…'
}

// nestsAt reports whether the opening mark i, met while one is open, opens an
// inner quotation: two closing marks must follow before the next opening one.
func nestsAt(text string, p article.Span, ms []mark, i int) bool {
	n := 0
	for _, m := range ms[i+1 : min(len(ms), i+1+lookAhead)] {
		if m.single {
			continue
		}
		if m.context == 'o' || m.shape == 'o' && m.context == 0 {
			return false
		}
		if n++; n == 2 {
			return true
		}
	}
	return false
}

// bareQuotation makes a quotation of which only the closing mark is there. It
// begins with the first sentence after the quotation before it, with the
// paragraph when that carries on an open one, or else with its own sentence.
func bareQuotation(text string, p article.Span, m mark, last int, carried bool) (quotation, bool) {
	from := last
	if last > p.Start || !carried {
		s := sentenceStart(text[from:m.at], last == p.Start)
		if s < 0 {
			return quotation{}, false
		}
		from += s
	}
	in := trimmed(text, from, m.at)
	if in.Empty() || !carried && !strings.ContainsAny(text[in.Start:in.End], " \u00a0") {
		return quotation{}, false
	}
	return quotation{Span: article.Span{Start: in.Start, End: m.at + m.size}, inner: in, bare: true, carried: carried}, true
}

// sentenceStart returns where the first sentence that begins inside s begins,
// or, for fromHead, the last one; -1 when none does.
func sentenceStart(s string, fromHead bool) int {
	found := -1
	if fromHead {
		found = 0
	}
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '.' && s[i] != '!' && s[i] != '?' {
			continue
		}
		rest := strings.TrimLeft(s[i+1:], " \t\u00a0")
		at := len(s) - len(rest)
		r, _ := utf8.DecodeRuneInString(rest)
		if at == i+1 || rest == "" || !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			continue
		}
		// An initial or a short title is no end of a sentence.
		if w := s[strings.LastIndexAny(s[:i], " \t\u00a0")+1 : i]; len(w) <= 2 && len(w) > 0 && unicode.IsUpper(rune(w[0])) {
			continue
		}
		if !fromHead {
			return at
		}
		found = at
	}
	return found
}
