// Package mend mends trees by what English grammar allows: that a verb has one
// subject, that what a preposition governs is no object, that no article reaches
// over a verb. The network of package parse/network makes the likeliest tree, arc
// by arc, and often one or two arcs of it cannot be.
//
// A sentence with its tags, lemmas, features, tree and names goes in, and comes
// out with some of them changed. A mend looks for one fault by its shape and
// leaves all else as it is; each relies on the tree as those before it have left it.
package mend

import (
	"readout/lexicon"
	"readout/parse/gazetteer"
	"readout/parse/lemma"
	"readout/syntax"
)

// A Mender mends trees. It is read-only and safe for concurrent use.
type Mender struct {
	lemma     *lemma.Lemmatiser
	gazetteer *gazetteer.Gazetteer
	deeds     map[[2]string]bool // "mass shooting": see compound
}

// New makes a Mender with the word classes of the knowledge, the given names of
// the gazetteer, and a lemmatiser for what turns out to be a verb.
func New(set *lexicon.Set, g *gazetteer.Gazetteer, l *lemma.Lemmatiser) (*Mender, error) {
	classes, err := set.Classes()
	if err != nil {
		return nil, err
	}
	return &Mender{lemma: l, gazetteer: g, deeds: pairs(classes)}, nil
}

// Tree mends the tree of a sentence. Names are taken as the network found them.
func (m *Mender) Tree(s *syntax.Sentence) {
	// Words that their letters tell.
	capitals(s)
	currencies(s)
	// What belongs to one phrase: clauses are mended by whole phrases.
	phrases(s)
	attributes(s)
	doubled(s)
	// Which words are verbs, and what stands with them.
	auxiliaries(s)
	m.predicates(s)
	objects(s)
	lists(s)
	dateSubjects(s)
	subjects(s)
	complements(s)
	// What clauses are to each other, and who is whose subject.
	clauses(s)
	buriedSubjects(s)
	inverted(s)
	stranded(s)
	// Nouns whose clauses are whole.
	offices(s)
	m.compound(s)
}

// Names mends the tree of a sentence by its names, once these are as the whole
// document has them.
func (m *Mender) Names(s *syntax.Sentence) {
	m.persons(s)
	joinNames(s)
}
