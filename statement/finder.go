package statement

import (
	"errors"
	"fmt"

	"readout/actor"
	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// Options change what a Finder reports. The zero value is what a record needs.
type Options struct {
	// Outermost leaves out statements reported inside another statement ("she
	// said that he denied it").
	Outermost bool
	// MinConfidence leaves out statements less sure than this. 0 means 0.4;
	// a negative number keeps all.
	MinConfidence float64
}

// A Finder finds statements. It is read-only once made and safe for
// concurrent use.
type Finder struct {
	cues     *lexicon.Cues
	weights  *weights
	subjects map[string][]subject
	nouns
	opts Options
}

// NewFinder makes a finder with the cues of the set. The error names every
// faulty line.
func NewFinder(set *lexicon.Set, opts Options) (*Finder, error) {
	cues, err := lexicon.ReadCues(set)
	contexts, err2 := subjects(set)
	nouns, err3 := readNouns(set)
	weights, err4 := readWeights(set)
	if err := errors.Join(err, err2, err3, err4); err != nil {
		return nil, fmt.Errorf("statement cues: %w", err)
	}
	if opts.MinConfidence == 0 {
		opts.MinConfidence = 0.4
	}
	return &Finder{cues, weights, contexts, nouns, opts}, nil
}

// Find returns the statements of doc in order of their first word, each with
// at least one content. Spans are bytes of the article's text and lie in its
// blocks; entity indexes are the cast's, to which it adds the speakers that are
// only described ("one resident"). A nil cast names no speakers.
func (f *Finder) Find(doc *syntax.Document, cast *actor.Cast) []Statement {
	r := newReading(f, doc, cast)
	r.candidates()
	r.quote()
	r.signed()
	r.setOffBelow()
	r.answers()
	r.settle()
	return r.statements()
}

// A reading is the work on one document.
type reading struct {
	*Finder
	doc    *syntax.Document
	cast   *actor.Cast
	paras  []article.Span
	quotes []quotation
	places []quotePlace // of quotes
	trees  []tree
	found  []*candidate
	byCue  map[syntax.Ref]*candidate
	bySent [][]*candidate // what was found, by sentence
	named  [][]naming     // by sentence, in text order
	labels []label        // of a transcript's turns, in text order
}

// A quotePlace tells which tokens an outermost quotation holds: from token
// first of sentence from to token last of sentence to, both counted in. from
// is -1 when no sentence has any of it.
type quotePlace struct{ from, first, to, last int }

// A candidate is a statement in the making. Tokens are of sentence sent.
type candidate struct {
	sent    int
	cue     int // the cue's head token, or -1 for a quotation without cue
	cueSpan article.Span
	word    string // the cue as the lexicon has it: "point out"
	part    lexicon.CuePart
	kind    string
	frame   string // "that", "+for", …
	negated bool
	source  int // head token of the source, or -1
	// speaker is the token that says who is meant, where it is not the
	// source's: the noun before a relative pronoun.
	speaker    int
	sourceSpan article.Span
	addressee  []int
	content    []article.Span
	quotes     []int      // quotations that are its content, by index
	spoken     bool       // the cue stands beside a quotation, not around it
	after      *candidate // of a quotation without cue: the one it carries on
	entity     int        // who speaks, or -1
	others     []int      // who speaks together with entity
	relative   bool       // the content is what a relative pronoun stands for
	dropped    bool
	inner      bool       // it lies in the content of another
	within     *candidate // whose content holds it
	confidence float64
}

func newReading(f *Finder, doc *syntax.Document, cast *actor.Cast) *reading {
	r := &reading{Finder: f, doc: doc, cast: cast, byCue: map[syntax.Ref]*candidate{}}
	if doc.Article == nil {
		return r
	}
	r.paras = paragraphs(doc.Article)
	r.quotes = quotations(doc.Article.Text, r.paras)
	r.trees = make([]tree, len(doc.Sentences))
	r.bySent = make([][]*candidate, len(doc.Sentences))
	r.places = make([]quotePlace, len(r.quotes))
	for k := range r.places {
		r.places[k].from = -1
	}
	q := 0
	for i := range doc.Sentences {
		t := &r.trees[i]
		t.load(&doc.Sentences[i], i, &f.nouns)
		for q < len(r.quotes) && r.quotes[q].End <= t.Start {
			q++
		}
		k := q
		for n := range t.Tokens {
			tok := &t.Tokens[n]
			for k < len(r.quotes) && (r.quotes[k].depth > 0 || r.quotes[k].End <= tok.Start) {
				k++
			}
			if k < len(r.quotes) && r.quotes[k].Start < tok.End && tok.Start < r.quotes[k].End {
				t.quote[n] = int32(k)
				if p := &r.places[k]; p.from < 0 {
					*p = quotePlace{i, n, i, n}
				} else {
					p.to, p.last = i, n
				}
			} else if tok.UPos != "PUNCT" {
				t.unquoted++
			}
		}
	}
	return r
}

// add keeps the candidate unless its cue has one already.
func (r *reading) add(c *candidate) *candidate {
	ref := syntax.Ref{Sentence: c.sent, Token: c.cue}
	if have := r.byCue[ref]; have != nil && c.cue >= 0 {
		return have
	}
	if c.cue >= 0 {
		r.byCue[ref] = c
	}
	r.find(c)
	return c
}

// find adds a candidate to what was found.
func (r *reading) find(c *candidate) {
	c.entity = -1
	r.found = append(r.found, c)
	r.bySent[c.sent] = append(r.bySent[c.sent], c)
}
