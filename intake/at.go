package intake

import (
	"errors"
	"fmt"

	"readout/article"
	"readout/intake/delim"
	"readout/intake/feed"
	"readout/intake/parquet"
	"readout/intake/warc"
)

// Errors that callers may test for; they come wrapped.
var (
	// ErrNoText reports an item without a word to read.
	ErrNoText = errors.New("no text")
	// ErrTooLarge reports an item larger than Options.MaxBytes.
	ErrTooLarge = errors.New("too large")
	// ErrUnreadable reports bytes that are no text, page or JSON; the message
	// says what they seem to be.
	ErrUnreadable = errors.New("not text")
	// ErrBroken reports an input that breaks the rules of its format.
	ErrBroken = errors.New("broken")
)

// A Position says where an item stands. The same inputs in the same order give
// the same positions, so that a position kept is a place to go on from: see
// Reader.Resume and Corpus.Resume.
type Position struct {
	// Input is the number of the input in the order of reading, from 0.
	Input int `json:"input"`
	// Name is that of the input: a path, an address or "-".
	Name string `json:"name"`
	// Record is the number of the record in its input, from 1: a line that is
	// not blank, a row, a record of an archive, an entry of a feed. It is 0
	// where the item is the whole input.
	Record int64 `json:"record,omitempty"`
	// Offset is the byte of the input, as it is stored, from which the record
	// can be found without what lies before it. It is 0 where reading must
	// begin at the start.
	Offset int64 `json:"offset,omitempty"`
	// Line is the line on which the item begins, from 1, in formats that have
	// lines, and else 0.
	Line int `json:"line,omitempty"`
}

// String names the place as messages do.
func (p Position) String() string {
	switch {
	case p.Line > 0:
		return fmt.Sprintf("%s:%d", p.Name, p.Line)
	case p.Offset > 0:
		return fmt.Sprintf("%s: record %d (byte %d)", p.Name, p.Record, p.Offset)
	case p.Record > 0:
		return fmt.Sprintf("%s: record %d", p.Name, p.Record)
	}
	return p.Name
}

// An ItemError says that one item of an input could not be read. The items
// after it can.
type ItemError struct {
	Position
	Err error
}

func (e *ItemError) Error() string { return fmt.Sprintf("%v: %v", e.Position, e.Err) }

// Unwrap returns the cause.
func (e *ItemError) Unwrap() error { return e.Err }

// classed makes an error of the packages that read single formats one of those
// of this package as well; its message stays as it is.
func classed(err error) error {
	for _, c := range []struct {
		kind error
		of   []error
	}{
		{ErrTooLarge, []error{warc.ErrTooLarge, feed.ErrTooLarge, parquet.ErrTooLarge, delim.ErrTooBig}},
		{ErrBroken, []error{warc.ErrBroken, warc.ErrTruncated, warc.ErrMessage, feed.ErrBroken, feed.ErrTruncated,
			parquet.ErrBroken, parquet.ErrTruncated, delim.ErrQuote, delim.ErrOpen}},
	} {
		for _, e := range c.of {
			if errors.Is(err, e) {
				return &kindError{err, c.kind}
			}
		}
	}
	return err
}

// A kindError is an error that is of another kind as well.
type kindError struct {
	error
	kind error
}

func (e *kindError) Unwrap() []error { return []error{e.error, e.kind} }

// A SkipError says that an item is none to read, and no fault of the input: an
// article in another language, a picture in a web archive, a page that the
// archive's crawler did not find.
type SkipError struct {
	// Reason is short and one of few, so that it can be counted by:
	// "language fr", "media type image/png", "status 404".
	Reason string
}

func (e *SkipError) Error() string { return "left out: " + e.Reason }

// An Item is one article of a corpus, or what is wrong with it.
type Item struct {
	Position
	// Article is nil if Err is a fault. It is there beside a *SkipError when
	// it was left out for its language only.
	Article *article.Article
	// Err is nil, or wraps a *SkipError, or is a fault that names the place.
	Err error
}
