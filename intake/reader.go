package intake

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"readout/article"
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
)

// An ItemError says that one item of an input could not be read. The items
// after it can: call Next again.
type ItemError struct {
	Name string // of the input
	Line int    // where the item begins, from 1, or 0 for the whole input
	Err  error
}

func (e *ItemError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.Name, e.Err)
	}
	return fmt.Sprintf("%s:%d: %v", e.Name, e.Line, e.Err)
}

// Unwrap returns the cause.
func (e *ItemError) Unwrap() error { return e.Err }

// A Reader reads the articles of one input, one by one. It is not safe for
// concurrent use.
type Reader struct {
	name    string
	opts    Options
	marks   *markers
	in      *bufio.Reader
	closers []io.Closer
	items   itemSource // nil until the kind of input is known
	done    bool
}

// An itemSource yields the articles of an input of one kind. It ends with
// io.EOF; an *ItemError concerns one item only, any other error the rest of
// the input.
type itemSource interface {
	next() (*article.Article, error)
}

// NewReader returns a Reader of the articles in r. The name stands for the
// input in messages. Nothing is read before the first Next. The only error is
// for options that make no sense.
func NewReader(r io.Reader, name string, opts Options) (*Reader, error) {
	opts, err := opts.filled()
	if err != nil {
		return nil, err
	}
	m, err := loadMarkers()
	if err != nil {
		return nil, err
	}
	return &Reader{name: name, opts: opts, marks: m, in: bufio.NewReaderSize(r, 64<<10)}, nil
}

// Next returns the next article. At the end of the input it returns io.EOF.
// An error of type *ItemError concerns one item, and Next can be called again
// for those after it; any other error means that the rest of the input cannot
// be read, and io.EOF follows. Next never panics on what the input holds.
func (r *Reader) Next() (*article.Article, error) {
	if r.done {
		return nil, io.EOF
	}
	if r.items == nil {
		items, err := r.detect()
		if err != nil {
			r.done = true
			return nil, r.failure(err)
		}
		r.items = items
	}
	a, err := r.items.next()
	if err != nil {
		var item *ItemError
		if !errors.As(err, &item) {
			r.done = true
			if err != io.EOF {
				err = r.failure(err)
			}
		}
		return nil, err
	}
	return a, nil
}

// Close releases what Open or the decompression holds. It does not close a
// reader given to NewReader.
func (r *Reader) Close() error {
	r.done = true
	var err error
	for i := len(r.closers) - 1; i >= 0; i-- {
		err = errors.Join(err, r.closers[i].Close())
	}
	r.closers = nil
	return err
}

func (r *Reader) failure(err error) error { return fmt.Errorf("%s: %w", r.name, err) }

// detect looks at the first bytes and chooses the source of items.
func (r *Reader) detect() (itemSource, error) {
	if err := r.unpack(); err != nil {
		return nil, err
	}
	if err := r.dropMark(); err != nil {
		return nil, err
	}
	first, second, err := r.significant()
	if err != nil {
		return nil, err
	}
	switch {
	case first == '{' && (second == '"' || second == '}'):
		return &lines{r: r}, nil
	case first == '[' && (second == '{' || second == ']'):
		return &values{r: r, scan: valueScanner{in: r.in, max: r.opts.MaxBytes, line: 1}, array: true}, nil
	}
	return &whole{r: r}, nil
}

// significant returns the first two bytes that are not white space, looking no
// further than the buffer reaches; zero stands for a byte that is not there.
func (r *Reader) significant() (first, second byte, err error) {
	for n := 1; n <= r.in.Size(); n++ {
		b, err := r.in.Peek(n)
		if len(b) < n {
			if err == io.EOF || err == bufio.ErrBufferFull {
				err = nil
			}
			return first, 0, err
		}
		c := b[n-1]
		if c == ' ' || c == '\t' || c == '\r' || c == '\n' {
			continue
		}
		if first == 0 {
			first = c
			if c != '{' && c != '[' {
				return c, 0, nil
			}
			continue
		}
		return first, c, nil
	}
	return first, 0, nil
}

// whole is an input that holds one article: a plain text or a page.
type whole struct {
	r    *Reader
	read bool
}

func (w *whole) next() (*article.Article, error) {
	if w.read {
		return nil, io.EOF
	}
	w.read = true
	r := w.r
	var buf bytes.Buffer
	n, err := io.Copy(&buf, io.LimitReader(r.in, r.opts.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if n > r.opts.MaxBytes {
		return nil, &ItemError{r.name, 0, tooLarge(r.opts.MaxBytes)}
	}
	a, err := r.article(buf.Bytes())
	if err != nil {
		return nil, &ItemError{r.name, 0, err}
	}
	return a, nil
}

// article reads the bytes of one text or page.
func (r *Reader) article(b []byte) (*article.Article, error) {
	kind, err := sniff(b, r.name, r.opts.ContentType)
	if err != nil {
		return nil, err
	}
	s := decode(b, r.opts.ContentType, kind == pageKind)
	head := item{URL: given{s: r.opts.URL}, fetched: true}
	if kind == pageKind {
		head.HTML.s = s
	} else {
		head.Text.s = s
	}
	return r.read(head)
}

func tooLarge(max int64) error {
	return fmt.Errorf("%w: more than %d bytes", ErrTooLarge, max)
}
