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
		if r == '’' && strings.HasPrefix(text[i+n:p.End], "’") {
			m.single, m.size = false, 2*n // two for a double one
		}
		m.look(text, p)
		out = append(out, m)
		i += m.size
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
