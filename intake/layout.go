package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean gives a text one kind of line end and takes out control characters,
// which say nothing to a reader and can harm a terminal.
func clean(s string) string {
	dirty := false
	for i := 0; i < len(s) && !dirty; i++ {
		c := s[i]
		dirty = c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c == 0xc2 || c == 0xe2 || c == 0xef
	}
	if !dirty {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	for i, r := range s {
		switch {
		case r == '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				continue
			}
			out.WriteByte('\n')
		case r == '\n' || r == '\t':
			out.WriteRune(r)
		case r == '\f' || r == '\v' || r == 0x85 || r == 0x2028 || r == 0x2029:
			out.WriteByte('\n')
		case r < ' ' || 0x7f <= r && r < 0xa0 || r == 0xfeff:
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// A line is one line of a plain text: s[start:end] without the white space
// around it.
type line struct {
	start, end int
	indent     bool
	runes      int
}

func (l line) blank() bool { return l.start == l.end }

// paragraphs cuts a clean text into its paragraphs, each without white space
// around it. A blank line always ends one. So does any line end, unless the
// text is hard-wrapped and the line is full.
func paragraphs(s string) []string {
	lines := cutLines(s)
	width := wrapWidth(s, lines)
	var out []string
	for i := 0; i < len(lines); {
		if lines[i].blank() {
			i++
			continue
		}
		j := i
		for j+1 < len(lines) && !lines[j+1].blank() && goesOn(s, lines[i], lines[j], lines[j+1], width) {
			j++
		}
		out = append(out, s[lines[i].start:lines[j].end])
		i = j + 1
	}
	return out
}

func cutLines(s string) []line {
	var out []line
	for start := 0; start < len(s); {
		end := len(s)
		if i := strings.IndexByte(s[start:], '\n'); i >= 0 {
			end = start + i
		}
		body := strings.TrimRightFunc(s[start:end], isBlank)
		trimmed := strings.TrimLeftFunc(body, isBlank)
		l := line{start: start + len(body) - len(trimmed), end: start + len(body)}
		l.indent = l.start-start >= 2 || l.start > start && s[start] == '\t'
		l.runes = utf8.RuneCountInString(trimmed)
		out = append(out, l)
		start = end + 1
	}
	return out
}

// isBlank reports white space and characters without width.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == 0x200b || r == 0x2060 || r == 0xfeff
}

// Bounds of the width at which people and programs wrap lines.
const (
	minWrap = 30
	maxWrap = 130
)

// wrapWidth returns the width at which the lines are wrapped, or 0 if each
// line is a paragraph of its own. Only in wrapped text do many lines begin
// with a small letter.
func wrapWidth(s string, lines []line) int {
	breaks, small := 0, 0
	var widths [maxWrap + 1]int
	for i := 0; i+1 < len(lines); i++ {
		a, b := lines[i], lines[i+1]
		if a.blank() || b.blank() {
			continue
		}
		breaks++
		if r, _ := utf8.DecodeRuneInString(s[b.start:b.end]); unicode.IsLower(r) {
			small++
		}
		widths[min(a.runes, maxWrap)]++
	}
	if breaks == 0 || small*5 < breaks*2 {
		return 0
	}
	// The width is that of the longest lines, one in twenty left aside: a long
	// address cannot be wrapped.
	beyond := 0
	for w := maxWrap; w >= minWrap; w-- {
		if beyond += widths[w]; beyond*20 > breaks {
			if w == maxWrap {
				return 0
			}
			return w
		}
	}
	return 0
}

// goesOn reports whether the paragraph that begins with line head and has come
// to line a goes on in line b.
func goesOn(s string, head, a, b line, width int) bool {
	from, to := s[a.start:a.end], s[b.start:b.end]
	first, _ := utf8.DecodeRuneInString(to)
	open := !endsSentence(from) && !strings.HasSuffix(from, ":")
	if itemMark(to) > 0 {
		// A dash or number that opens a line amid a sentence opens no item.
		inList := itemMark(s[head.start:head.end]) > 0
		if !open || inList || first == '•' {
			return false
		}
	}
	if width == 0 {
		return open && a.runes >= minWrap && unicode.IsLower(first)
	}
	if unicode.IsLower(first) && open {
		return true
	}
	if b.indent && !a.indent && itemMark(s[head.start:head.end]) == 0 {
		return false
	}
	word := to
	if i := strings.IndexFunc(to, unicode.IsSpace); i >= 0 {
		word = to[:i]
	}
	return (a.runes+1+utf8.RuneCountInString(word))*10 > width*9
}

// endsSentence reports whether s ends with a full stop, question or
// exclamation mark or dots, closing marks after it left aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \t\n\"'”’»)]}“‘*_\u00a0")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…")
}

// itemMark returns the length of the mark that opens a list item, or 0:
// "• ", "- ", "* ", "1. ", "2) ", "(a) ".
func itemMark(s string) int {
	for _, mark := range []string{"•", "·", "▪", "‣", "◦", "●", "■", "►", "*", "-", "–", "—"} {
		if rest, ok := strings.CutPrefix(s, mark); ok && rest != "" && (rest[0] == ' ' || rest[0] == '\t') {
			return len(mark) + 1
		}
	}
	i := 0
	paren := strings.HasPrefix(s, "(")
	if paren {
		i++
	}
	digits := i
	for i < len(s) && i-digits < 2 && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i == digits && i+1 < len(s) && 'a' <= s[i] && s[i] <= 'h' && s[i+1] == ')' {
		i++
	}
	if i == digits || i+1 >= len(s) {
		return 0
	}
	if (s[i] == ')' || s[i] == '.' && !paren) && (s[i+1] == ' ' || s[i+1] == '\t') {
		return i + 2
	}
	return 0
}
