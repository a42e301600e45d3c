package event

import (
	"readout/actor"
	"readout/lexicon"
	"readout/place"
	"readout/syntax"
	"readout/timex"
)

// A Trial is one pattern held against one word.
type Trial struct {
	Sentence int
	Token    int    // the trigger
	Rule     string // "sanction/expel-envoy"
	Pattern  string // the pattern line as written
	Line     lexicon.Line
	Fits     bool
	Won      bool   // it is the reading that the word was given
	Why      string // why it does not fit: the slot that stays empty, the word form
}

// Explain tells, for each word that triggers patterns, which fit and which do
// not and why, in text order and then in order of the pattern files. It is as
// Find but keeps account; what a winning pattern became is told by Find.
func (f *Finder) Explain(doc *syntax.Document, cast *actor.Cast, times []timex.Time, places []place.Place) []Trial {
	m := &matcher{f: f, doc: doc, cast: cast, times: times, places: places}
	var out []Trial
	for i := range doc.Sentences {
		n := len(doc.Sentences[i].Tokens)
		if n == 0 || n > longestSentence {
			continue
		}
		m.start(i)
		by := make([][]Trial, n)
		m.trace = func(p *pattern, trigger int, fits bool, why string) {
			by[trigger] = append(by[trigger], Trial{i, trigger, p.rule.name, p.text, p.line, fits, false, why})
		}
		for k := range n {
			c := m.candidate(k)
			for j := range by[k] {
				by[k][j].Won = c != nil && by[k][j].Fits && by[k][j].Line == c.p.line
			}
			out = append(out, by[k]...)
		}
	}
	return out
}
