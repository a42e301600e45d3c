package record

import "unicode/utf8"

// A Text answers for the words at spans of code points of one text.
type Text struct {
	s      string
	starts []int // byte offset of each code point, and the length; nil when all are one byte
}

// NewText prepares the answers, in one pass over s.
func NewText(s string) Text {
	t := Text{s: s}
	if utf8.RuneCountInString(s) == len(s) {
		return t
	}
	for i := range s {
		t.starts = append(t.starts, i)
	}
	t.starts = append(t.starts, len(s))
	return t
}

// Words returns the text at sp. It panics if sp is out of range, as slicing does.
func (t Text) Words(sp Span) string {
	if t.starts == nil {
		return t.s[sp.Start:sp.End]
	}
	return t.s[t.starts[sp.Start]:t.starts[sp.End]]
}
