// Package article holds what was read: the cleaned text of one report, its
// blocks, and spans of exact words in it. It is data only; package intake
// makes articles and every later room points back into them.
package article

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"
	"unicode/utf8"
)

// A Span is a half-open range of bytes [Start, End) in an article's text.
type Span struct{ Start, End int }

// Len returns the number of bytes the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover returns the smallest span that contains both s and t. An empty span
// covers nothing and leaves the other unchanged.
func (s Span) Cover(t Span) Span {
	if s.Empty() {
		return t
	}
	if t.Empty() {
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// Kind says what a block of an article is.
type Kind string

// The kinds of block, as the record names them.
const (
	Title      Kind = "title"
	Standfirst Kind = "standfirst"
	Heading    Kind = "heading"
	Paragraph  Kind = "paragraph"
	Caption    Kind = "caption"
	Credit     Kind = "credit"
	List       Kind = "list"
	Source     Kind = "source"
)

// News reports whether blocks of this kind are read as news. Captions,
// credits and source lines are kept in the text but never analysed.
func (k Kind) News() bool {
	switch k {
	case Title, Standfirst, Heading, Paragraph, List:
		return true
	}
	return false
}

// A Block is one stretch of the article's text with one function.
type Block struct {
	Kind Kind
	Span
}

// An Article is one report as it was read. Text is valid UTF-8, kept verbatim
// inside each block; blocks are in order, do not overlap, and are joined by
// one blank line ("\n\n").
type Article struct {
	ID        string
	URL       string
	Title     string // as told by the source; usually also the first block
	Byline    string
	Publisher string
	Published string // YYYY-MM-DD, or empty when unknown
	Language  string // ISO 639-1 code, or empty when undetermined
	Text      string
	Blocks    []Block
	Warnings  []string // what the reader of the record should know about the reading
}

// Words returns the text at s. It panics if s is out of range, as slicing does.
func (a *Article) Words(s Span) string { return a.Text[s.Start:s.End] }

// Digest returns the SHA-256 of the text in lower-case hexadecimal.
func (a *Article) Digest() string {
	sum := sha256.Sum256([]byte(a.Text))
	return hex.EncodeToString(sum[:])
}

// Check reports the first breach of the promises made by the type: invalid
// UTF-8, blocks out of order, out of range or inside a character.
func (a *Article) Check() error {
	if !utf8.ValidString(a.Text) {
		return fmt.Errorf("article %q: text is not valid UTF-8", a.ID)
	}
	end := 0
	for i, b := range a.Blocks {
		switch {
		case b.Start < end || b.End > len(a.Text) || b.Empty():
			return fmt.Errorf("article %q: block %d [%d,%d) out of order or range", a.ID, i, b.Start, b.End)
		case !onRune(a.Text, b.Start) || !onRune(a.Text, b.End):
			return fmt.Errorf("article %q: block %d cuts a character", a.ID, i)
		}
		end = b.End
	}
	return nil
}

func onRune(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// A Passage is the proof of a finding: a span and the exact words there.
type Passage struct {
	Span
	Words string
}

// Passage returns the passage at s.
func (a *Article) Passage(s Span) Passage { return Passage{s, a.Words(s)} }

// Offsets converts byte offsets of one text to code-point offsets, the unit
// of the written record. Create it with NewOffsets.
type Offsets struct {
	text string
	// marks[i] is the number of code points before byte i*stride.
	marks []int
	ascii bool
}

const stride = 256

// NewOffsets prepares the conversion for text, in one pass over it.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text, ascii: true}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			o.marks = append(o.marks, n)
		}
		if text[i] >= utf8.RuneSelf {
			o.ascii = false
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return o
}

// Point returns the number of code points before byte offset i, which must
// lie on a character boundary of the text.
func (o *Offsets) Point(i int) int {
	if o.ascii {
		return i
	}
	if len(o.marks) == 0 {
		return 0
	}
	m := min(i/stride, len(o.marks)-1)
	n := o.marks[m]
	for j := m * stride; j < i; j++ {
		if utf8.RuneStart(o.text[j]) {
			n++
		}
	}
	return n
}

// BlockAt returns the index of the block that contains byte offset i, or -1.
func (a *Article) BlockAt(i int) int {
	n := sort.Search(len(a.Blocks), func(k int) bool { return a.Blocks[k].End > i })
	if n < len(a.Blocks) && a.Blocks[n].Start <= i {
		return n
	}
	return -1
}
