// Package names mends the names that the network of package parse/network
// finds. The network sees one sentence at a time; what a reader knows beyond
// that is done here by rule: what no name begins or ends with, what is none,
// what word makes it a body's, which acronym stands for it, and that a name
// means one thing throughout a document and is a name wherever it stands. What
// the rules leave is weighed by what was learned of how sure such names are.
// docs/MODELS.md tells what each of these brings.
package names

import (
	"slices"

	"readout/parse/gazetteer"
	"readout/syntax"
)

// Kinds are the kinds of name in the order of Scores.
var Kinds = [...]string{syntax.Person, syntax.Organization, syntax.Location, syntax.EventName, syntax.Product, syntax.Group}

// The kinds by number.
const (
	person = iota
	body
	place
	event
	product
	group
	kinds
)

// Scores are how well it goes with a token alone to be outside names (0) or to
// begin a name of kind k (k+1): logarithms, 0 for the best of all the network's
// outputs and less for others.
type Scores = [kinds + 1]float32

// A Mender mends the names of documents. It holds buffers and is for one
// goroutine at a time.
type Mender struct {
	gazetteer *gazetteer.Gazetteer
	forms     []string
	key       []byte
	index     map[string]int // of a spelling in seen
	seen      []spelling
	names     []syntax.Name

	weights  *Weights
	number   Numberer
	row      []Feature
	place    map[string]int // of what is written so in written
	written  []written
	verdicts []verdict
}

// New returns a Mender that asks g what is known of words and weighs what its
// rules leave by w; with w nil they have the last word.
func New(g *gazetteer.Gazetteer, w *Weights) *Mender {
	return &Mender{gazetteer: g, weights: w, index: map[string]int{}, place: map[string]int{}}
}

// Mend mends the names of the sentences of one document. There is one of
// scores for each token, in order. A name whose kind is none of Kinds is left
// as it is.
func (m *Mender) Mend(sentences []syntax.Sentence, scores []Scores) {
	m.Rules(sentences, scores)
	if m.weights != nil {
		m.weigh(sentences, scores)
	}
}

// Rules mends names by rule alone.
func (m *Mender) Rules(sentences []syntax.Sentence, scores []Scores) {
	clear(m.index)
	m.seen = m.seen[:0]
	for i := range sentences {
		s := &sentences[i]
		m.spans(s)
		s.Names = slices.DeleteFunc(s.Names, func(n syntax.Name) bool { return none(s, n) })
		for j := range s.Names {
			m.designate(s.Tokens, &s.Names[j])
		}
		m.bracketed(s)
		m.acronyms(s)
		m.nation(s)
		m.storms(s)
	}
	m.count(sentences, scores)
	m.longer(sentences)
	m.recall(sentences, scores)
	m.unite(sentences)
	for i := range sentences {
		house(&sentences[i])
	}
}

// of returns what the gazetteer knows tokens together as.
func (m *Mender) of(tokens []syntax.Token) gazetteer.Classes {
	m.forms = m.forms[:0]
	for i := range tokens {
		m.forms = append(m.forms, tokens[i].Form)
	}
	return m.gazetteer.Of(m.forms...)
}

func kindOf(name string) int {
	for k, n := range Kinds {
		if n == name {
			return k
		}
	}
	return -1
}
