// Package parse makes syntax of text: it splits an article into sentences and
// tokens and gives each token its tags, lemma, features, head and relation,
// and each sentence its names.
//
// Sentences and tokens are found by rules (package parse/split), tags, trees and
// names by the network of package parse/network, whose weights are embedded and
// which a gazetteer of the knowledge files (package parse/gazetteer) helps with
// names, lemmas and features by tables and rules (parse/lemma, parse/feats).
// Package parse/mend then mends the trees, and package parse/names the names,
// seeing the whole document. docs/MODELS.md tells how they were trained and how
// well they do.
package parse

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"slices"
	"sync"

	"readout/article"
	"readout/lexicon"
	"readout/parse/gazetteer"
	"readout/parse/inflect"
	"readout/parse/lemma"
	"readout/parse/mend"
	"readout/parse/names"
	"readout/parse/network"
	"readout/parse/split"
	"readout/syntax"
)

//go:embed weights/english.net
var weights string

// Options are the settings of a Parser. The zero value works.
type Options struct {
	// Weights are the bytes of a weights file that cmd/train wrote. Nil means
	// the weights embedded in the program.
	Weights []byte
	// Lexicon is the knowledge that the gazetteer is made of. Nil means the
	// knowledge embedded in the program.
	Lexicon *lexicon.Set
}

// A Parser analyses sentences. It is immutable and safe for concurrent use;
// each call works in the caller's goroutine alone.
type Parser struct {
	model     *network.Model
	inv       network.Inventory
	gazetteer *gazetteer.Gazetteer
	lemma     *lemma.Lemmatiser
	mender    *mend.Mender
	irregular map[string]string // the dictionary form of each irregular past
	verbs     map[string]string // past by present form, of verbs that headlines use
	hash      string
	pool      sync.Pool // of *worker
}

// New makes a Parser. It fails if the weights are damaged or do not fit this
// version of the program.
func New(o Options) (*Parser, error) {
	data := o.Weights
	if data == nil {
		data = []byte(weights)
	}
	m, err := network.Read(data)
	if err != nil {
		return nil, fmt.Errorf("weights: %w", err)
	}
	if kinds := m.Inventory().Kinds; !slices.Equal(kinds, names.Kinds[:]) {
		return nil, fmt.Errorf("weights: kinds of name %v, not %v", kinds, names.Kinds)
	}
	l, err := lemma.New()
	if err != nil {
		return nil, fmt.Errorf("lemmas: %w", err)
	}
	set := o.Lexicon
	if set == nil {
		if set, err = lexicon.Open(""); err != nil {
			return nil, err
		}
	}
	g, err := gazetteer.New(set)
	if err != nil {
		return nil, err
	}
	verbs, err := pasts(set)
	if err != nil {
		return nil, err
	}
	mender, err := mend.New(set, g, l)
	if err != nil {
		return nil, err
	}
	weighed, err := names.ShippedWeights()
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	p := &Parser{
		model: m, inv: m.Inventory(), gazetteer: g, lemma: l, mender: mender, irregular: inflect.Irregular(), verbs: verbs,
		hash: "sha256:" + hex.EncodeToString(sum[:]),
	}
	p.pool.New = func() any { return &worker{run: m.NewRunner(), names: names.New(g, weighed)} }
	return p, nil
}

// Hash returns the SHA-256 of the weights, as "sha256:" and hexadecimal digits.
func (p *Parser) Hash() string { return p.hash }

// Parse splits the article's news blocks into sentences and analyses them.
// The document refers to a; it is the caller's.
func (p *Parser) Parse(a *article.Article) *syntax.Document {
	d := &syntax.Document{Article: a, Sentences: split.Sentences(a)}
	p.Annotate(d.Sentences)
	return d
}

// Annotate fills in UPos, XPos, Lemma, Feats, Head and Rel of each token and
// Names of each sentence from the tokens' forms and from the spaces between
// their spans; spans may all be empty if the spaces are unknown. What stood
// there before is overwritten. The sentences are taken for one document: how a
// name is read depends on the others, tags and tree of a sentence on it alone.
//
// Each sentence with tokens becomes one tree: just one root, with the
// relation root, and a path to it from every token. A sentence of more than
// network.MostTokens tokens is analysed in pieces, cut at punctuation where
// possible; the roots of the later pieces hang on the first by parataxis, so
// that work stays linear in the text.
func (p *Parser) Annotate(sentences []syntax.Sentence) {
	w := p.pool.Get().(*worker)
	w.parser = p
	w.annotate(sentences)
	p.pool.Put(w) // not deferred: what a fault leaves half done is not used again
}
