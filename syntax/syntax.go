// Package syntax holds what package parse finds in an article: sentences,
// tokens and dependency trees in Universal Dependencies. It is data only;
// layers that come after read it and never write to it.
package syntax

import "readout/article"

// A Document is the analysed news text of one article, in text order.
// Blocks that are not news (captions, credits, source lines) have no sentences.
type Document struct {
	Article   *article.Article
	Sentences []Sentence
}

// A Sentence is a stretch of one block, analysed as one dependency tree.
type Sentence struct {
	article.Span
	Block  int // index into Article.Blocks
	Tokens []Token
	Names  []Name // in text order, never overlapping
}

// A Token is one syntactic word. Contractions are two tokens with adjoining
// spans ("do|n't", "Russia|'s").
type Token struct {
	article.Span        // the bytes of the article's text that this word is
	Form         string // the words at Span
	Lemma        string
	UPos         string // universal part of speech: NOUN, PROPN, VERB, …
	XPos         string // Penn tag: NNP, VBD, …
	Feats        string // CoNLL-U features, sorted ("Number=Plur|Tense=Past"), or empty
	Head         int    // index of the head in the sentence, -1 for the root
	Rel          string // universal relation with subtype: nsubj:pass, nmod:poss, …
}

// Kinds of name.
const (
	Person       = "person"
	Organization = "organization"
	Location     = "place"
	EventName    = "event"
	Product      = "product"
	Group        = "group" // nationalities, religious and political groups
)

// A Name is a proper name: tokens [First, Last) of its sentence.
type Name struct {
	First, Last int
	Kind        string
}

// A Ref points to one token of a document.
type Ref struct{ Sentence, Token int }

// Base returns the relation without its subtype: nsubj for nsubj:pass.
func (t *Token) Base() string {
	for i := 0; i < len(t.Rel); i++ {
		if t.Rel[i] == ':' {
			return t.Rel[:i]
		}
	}
	return t.Rel
}

// Feat reports whether the token carries the feature, given as "Name=Value".
func (t *Token) Feat(feature string) bool {
	for rest := t.Feats; rest != ""; {
		f := rest
		if i := indexByte(rest, '|'); i >= 0 {
			f, rest = rest[:i], rest[i+1:]
		} else {
			rest = ""
		}
		if f == feature {
			return true
		}
	}
	return false
}

func indexByte(s string, c byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// Root returns the index of the sentence's first root, or -1 without tokens.
func (s *Sentence) Root() int {
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			return i
		}
	}
	return -1
}

// Under reports whether token i is anc or lies in the subtree of anc.
func (s *Sentence) Under(i, anc int) bool {
	for n := 0; i >= 0 && n <= len(s.Tokens); n++ {
		if i == anc {
			return true
		}
		i = s.Tokens[i].Head
	}
	return false
}

// Children calls yield for each token whose head is i, in text order, until
// yield returns false. It ranges: for c := range s.Children(i).
func (s *Sentence) Children(i int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for c := range s.Tokens {
			if s.Tokens[c].Head == i && !yield(c) {
				return
			}
		}
	}
}

// Subtree returns the first and last+1 token of the smallest contiguous
// range that holds the subtree of token i.
func (s *Sentence) Subtree(i int) (first, last int) {
	first, last = i, i+1
	for j := range s.Tokens {
		if s.Under(j, i) {
			first, last = min(first, j), max(last, j+1)
		}
	}
	return first, last
}

// SpanOf returns the bytes from token first to token last-1.
func (s *Sentence) SpanOf(first, last int) article.Span {
	if first >= last {
		return article.Span{}
	}
	return article.Span{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End}
}

// Headed reports whether sentence s of d stands in a title or a heading, where
// every word may have a capital.
func (d *Document) Headed(s *Sentence) bool {
	if s.Block < 0 || s.Block >= len(d.Article.Blocks) {
		return false
	}
	k := d.Article.Blocks[s.Block].Kind
	return k == article.Title || k == article.Heading
}
