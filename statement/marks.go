package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/article"
)

// A quotation is a stretch of text in quotation marks.
type quotation struct {
	article.Span              // with its marks, as far as the text has them
	inner        article.Span // without them
	depth        int          // 0 unless inside another quotation
	paragraph    int
	single       bool // in single marks
	unclosed     bool // no closing mark: it runs to the end of its paragraph
	bare         bool // no opening mark: its beginning is a guess
	carried      bool // carries on what the paragraph before left open
}

// lookAhead bounds how many marks a decision looks ahead, so that text full of
// marks costs no more than its length.
const lookAhead = 64

// A mark is one quotation mark of a paragraph.
type mark struct {
	at, size int
	shape    byte // 'o' opening, 'c' closing, 'l' low or otherwise only opening, 's' straight
	single   bool
	context  byte // 'o', 'c' or 0 when the neighbours do not tell
	tight    bool // no blank on at least one side
	figure   bool // stands behind a digit: perhaps inches
}

// paragraphs returns the lines of the article's news blocks, without blanks
// around them.
func paragraphs(a *article.Article) []article.Span {
	var out []article.Span
	for _, b := range a.Blocks {
		if !b.Kind.News() {
			continue
		}
		for at := b.Start; at < b.End; {
			end := b.End
			if i := strings.IndexByte(a.Text[at:b.End], '\n'); i >= 0 {
				end = at + i
			}
			line := a.Text[at:end]
			s := strings.TrimSpace(line)
			if s != "" {
				from := at + strings.Index(line, s)
				out = append(out, article.Span{Start: from, End: from + len(s)})
			}
			at = end + 1
		}
	}
	return out
}

// quotations pairs the quotation marks of each paragraph. Marks of any shape
// are read by where they stand first and by their shape second, since
// translated and hurried text has them the wrong way round, with a blank on
// the wrong side, or leaves one out. The result is in order of Start, an outer
// quotation before the inner ones. The work is linear in the text.
func quotations(text string, paras []article.Span) []quotation {
	var out []quotation
	open := false // the paragraph before left a quotation open
	var ms []mark
	for i, p := range paras {
		ms = marks(text, p, ms[:0])
		if len(ms) == 0 {
			open = false
			continue
		}
		first := len(out)
		out = pairDouble(text, p, ms, open, out)
		out = pairSingle(text, p, ms, out, first)
		for k := first; k < len(out); k++ {
			out[k].paragraph = i
		}
		nest(out[first:])
		was := open
		open = false
		for k := first; k < len(out); k++ {
			q := &out[k]
			if was && q.Start == p.Start && q.depth == 0 {
				q.carried = true
			}
			open = open || q.unclosed && q.depth == 0
		}
	}
	return out
}

func marks(text string, p article.Span, out []mark) []mark {
	for i := p.Start; i < p.End; {
		c := text[i]
		if c < utf8.RuneSelf {
			switch c {
			case '"':
				out = append(out, mark{at: i, size: 1, shape: 's'})
			case '\'':
				if i+1 < p.End && text[i+1] == '\'' {
					out = append(out, mark{at: i, size: 2, shape: 's'})
				} else {
					out = append(out, mark{at: i, size: 1, shape: 's', single: true})
				}
			case '`':
				if i+1 < p.End && text[i+1] == '`' {
					out = append(out, mark{at: i, size: 2, shape: 'o'})
				} else {
					out = append(out, mark{at: i, size: 1, shape: 'o', single: true})
				}
			default:
				i++
				continue
			}
			m := &out[len(out)-1]
			m.look(text, p)
			i += m.size
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		m := mark{at: i, size: n}
		switch r {
		case '“', '‟', '«', '〝':
			m.shape = 'o'
		case '”', '»', '〞':
			m.shape = 'c'
		case '„':
			m.shape = 'l'
		case '＂':
			m.shape = 's'
		case '‘', '‹', '‛':
			m.shape, m.single = 'o', true
		case '’', '›':
			m.shape, m.single = 'c', true
		case '‚':
			m.shape, m.single = 'l', true
		default:
			i += n
			continue
		}
		m.look(text, p)
		out = append(out, m)
		i += n
	}
	return out
}

// look judges the mark by the characters on both sides.
func (m *mark) look(text string, p article.Span) {
	prev, next := ' ', ' '
	if m.at > p.Start {
		prev, _ = utf8.DecodeLastRuneInString(text[p.Start:m.at])
	}
	end := m.at + m.size
	if end < p.End {
		next, _ = utf8.DecodeRuneInString(text[end:p.End])
	}
	blankBefore, blankAfter := unicode.IsSpace(prev), unicode.IsSpace(next)
	m.tight = !blankBefore || !blankAfter
	m.figure = unicode.IsDigit(prev)
	starts := wordly(next) || isMark(next) || next == '…' || opens(next) || next == '$' || next == '#' || next == '@' || next == '£' || next == '€' ||
		strings.HasPrefix(text[end:p.End], "...") || strings.HasPrefix(text[end:p.End], ".@") || next == '*' || next == '<'
	before := blankBefore || opens(prev) || dash(prev) || prev == '/' || isMark(prev) && !blankAfter
	after := blankAfter || stops(next) || dash(next) || closes(next) || isMark(next) || next == '/' || next == '<'
	o := before && starts
	c := !blankBefore && !opens(prev) && after
	switch {
	case o && !c:
		m.context = 'o'
	case c && !o:
		m.context = 'c'
	}
	if m.shape == 'l' {
		m.context = 'o'
	}
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func opens(r rune) bool {
	return r == '(' || r == '[' || r == '{' || r == '<' || r == '¿' || r == '¡'
}

func closes(r rune) bool { return r == ')' || r == ']' || r == '}' || r == '>' }

func dash(r rune) bool { return r == '—' || r == '–' || r == '―' || r == '-' || r == '−' }

func stops(r rune) bool {
	return r == '.' || r == ',' || r == ';' || r == ':' || r == '!' || r == '?' || r == '…'
}

func isMark(r rune) bool {
	switch r {
	case '"', '\'', '“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‹', '›', '`', '〝', '〞', '＂', '‛':
		return true
	}
	return false
}

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
		switch side(text, p, ms, i, len(open) > 0) {
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

// trimmed returns [from, to) without blanks at its ends.
func trimmed(text string, from, to int) article.Span {
	if to < from {
		return article.Span{Start: from, End: from}
	}
	s := strings.TrimRightFunc(text[from:to], unicode.IsSpace)
	if s == "" {
		return article.Span{Start: from, End: from}
	}
	l := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	return article.Span{Start: from + l, End: from + len(s)}
}
