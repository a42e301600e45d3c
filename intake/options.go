package intake

import (
	"fmt"
	"io"
	"time"

	"readout/intake/fetch"
)

// Limits used where Options leaves them zero.
const (
	DefaultMaxBytes = 64 << 20 // of one input item, after decompression
	DefaultMaxText  = 1 << 20  // of one article's text, about 170,000 words
)

// Options says how to read. The zero value works.
type Options struct {
	// Published is the date of publication, YYYY-MM-DD, of articles whose
	// input does not declare one. A date declared by the input (a JSON field,
	// metadata of a page) is preferred; a date line found in plain text is not.
	Published string

	// Columns names the fields of JSON objects, and the columns of tables,
	// that hold the parts of an article. The zero value means the usual names.
	Columns Columns

	// KeepForeign has a Corpus give out articles in other languages than
	// English, which it else leaves out. A Reader always gives them out.
	KeepForeign bool

	// MaxBytes bounds one item after decompression: a text, a page, a line of
	// JSON. Zero means DefaultMaxBytes. An input may hold any number of items.
	MaxBytes int64

	// MaxText bounds the text of an article in bytes; what lies beyond is left
	// out with a warning. Zero means DefaultMaxText.
	MaxText int

	// Stdin is what Open reads for the name "-".
	Stdin io.Reader

	// URL is the address that the bytes came from, if the caller knows it.
	// Open sets it when it fetches.
	URL string

	// ContentType is what the transport declared, such as
	// "text/html; charset=iso-8859-1". Open sets it when it fetches.
	ContentType string

	// Timeout bounds the wait for a web server's answer; its body may take
	// longer as long as it keeps coming. Zero means fetch.DefaultTimeout.
	Timeout time.Duration

	// UserAgent is sent to web servers. Empty means "readout".
	UserAgent string

	// AllowPrivate lets addresses in lists, and redirects, lead into private
	// networks. Addresses that the caller names always can.
	AllowPrivate bool

	// Follow has the page of each item of a feed fetched, politely, and read in
	// place of what the feed says of it. Where that fails the item itself is
	// read, with a warning.
	Follow bool

	// Known reports whether the item of a feed that links to an address need
	// not be read: it is left out as a *SkipError, and its page is not fetched.
	// Nil means that nothing is known.
	Known func(address string) bool

	read  *int64        // counts the bytes read of files, if it is not nil
	fetch *fetch.Client // fetches for many inputs, if it is not nil

	// page fetches what an item links to, if it is not nil.
	page func(address string) (*fetch.Response, error)
}

// filled returns the options with defaults in place of zeros.
func (o Options) filled() (Options, error) {
	if o.Published != "" {
		if _, err := time.Parse(time.DateOnly, o.Published); err != nil {
			return o, fmt.Errorf("published %q: want a date as YYYY-MM-DD", o.Published)
		}
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	if o.MaxText <= 0 {
		o.MaxText = DefaultMaxText
	}
	return o, nil
}
