package learn

import "readout/parse/network"

// A Marker sets what a gazetteer knows of tokens. Its memory is used again; it
// serves one goroutine.
type Marker struct {
	Find  func(forms []string, marks []uint32) // the gazetteer's; nil leaves marks as they are
	forms []string
	marks []uint32
}

// Mark sets the marks of the tokens of a sentence.
func (m *Marker) Mark(tokens []network.Token) {
	if m.Find == nil {
		return
	}
	m.forms = m.forms[:0]
	for i := range tokens {
		m.forms = append(m.forms, tokens[i].Form)
	}
	m.marks = append(m.marks[:0], make([]uint32, len(m.forms))...)
	m.Find(m.forms, m.marks)
	for i := range tokens {
		tokens[i].Marks = m.marks[i]
	}
}
