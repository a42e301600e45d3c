package intake

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"readout/article"
)

// A Reader reads the articles of one input, one by one. It is not safe for
// concurrent use.
type Reader struct {
	name    string
	opts    Options
	marks   *markers
	in      *bufio.Reader
	stored  io.ReadSeeker // what in reads, if it gives the bytes as they are stored and can be moved
	closers []io.Closer
	items   itemSource // nil until the kind of input is known
	at      Position   // of the item read last
	count   int64      // records begun
	after   *Position  // where to go on, until the kind of input is known
	done    bool
}

// An itemSource yields the articles of an input of one kind. For each item it
// calls Reader.begin first. If make is false the item is only passed over: the
// article is nil. It ends with io.EOF; an *ItemError concerns one item only,
// any other error the rest of the input.
type itemSource interface {
	next(make bool) (*article.Article, error)
}

// A seeker is an itemSource that can move to the record at a position, in some
// inputs at least; in others it does nothing.
type seeker interface {
	seek(Position) error
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
	rd := &Reader{name: name, opts: opts, marks: m, in: bufio.NewReaderSize(r, bufferSize), at: Position{Name: name}}
	if s, ok := r.(io.ReadSeeker); ok {
		if at, err := s.Seek(0, io.SeekCurrent); err == nil && at == 0 {
			rd.stored = s
		}
	}
	return rd, nil
}

// bufferSize is how far an input is looked ahead to tell its kind.
const bufferSize = 64 << 10

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
			return nil, r.end(err)
		}
		r.items = items
		if err := r.goOn(); err != nil {
			return nil, r.end(err)
		}
	}
	a, err := r.items.next(true)
	var item *ItemError
	if err != nil && !errors.As(err, &item) {
		return nil, r.end(err)
	}
	return a, err
}

// end notes that nothing more can be read, and names the input in err.
func (r *Reader) end(err error) error {
	r.done = true
	if err == io.EOF {
		return err
	}
	if r.items != nil {
		r.at = Position{Input: r.at.Input, Name: r.name, Record: r.count + 1}
	}
	if l, ok := r.items.(*lines); ok && l.line > 1 {
		return fmt.Errorf("%s:%d: %w", r.name, l.line, err)
	}
	return fmt.Errorf("%s: %w", r.name, err)
}

// At returns the position of the item that Next returned last, be it an
// article or a fault.
func (r *Reader) At() Position { return r.at }

// Resume has the first Next return the item that follows the one at the given
// position, which At returned for the same input. It must be called before the
// first Next. Where the format and the input allow, what lies before is not
// read; else it is read but not made into articles.
func (r *Reader) Resume(after Position) { r.after = &after }

// goOn moves behind the position given to Resume.
func (r *Reader) goOn() error {
	if r.after == nil {
		return nil
	}
	if s, ok := r.items.(seeker); ok {
		if err := s.seek(*r.after); err != nil {
			return fmt.Errorf("going on behind record %d: %w", r.after.Record, err)
		}
	}
	for r.count < max(r.after.Record, 1) {
		_, err := r.items.next(false)
		var item *ItemError
		if err != nil && !errors.As(err, &item) {
			return io.EOF // the end, or the fault that was told before
		}
	}
	return nil
}

// movable reports whether move can go to a position.
func (r *Reader) movable(p Position) bool { return r.stored != nil && p.Offset > 0 }

// move has the input be read from a byte of what is stored; the record there
// has the number and line of p.
func (r *Reader) move(p Position, offset int64) error {
	if _, err := r.stored.Seek(offset, io.SeekStart); err != nil {
		return err
	}
	r.in.Reset(r.stored)
	r.count = p.Record - 1
	return nil
}

// begin notes where the next item stands. An offset counts only if the input
// is read as it is stored.
func (r *Reader) begin(line int, offset int64) {
	r.count++
	if r.stored == nil {
		offset = 0
	}
	r.at.Record, r.at.Line, r.at.Offset = r.count, line, offset
}

// fault reports what is wrong with the item that was begun last.
func (r *Reader) fault(err error) error { return &ItemError{r.at, err} }

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

// whole is an input that holds one article: a plain text or a page.
type whole struct {
	r    *Reader
	read bool
}

func (w *whole) next(bool) (*article.Article, error) {
	if w.read {
		return nil, io.EOF
	}
	w.read = true
	r := w.r
	r.count++
	var buf bytes.Buffer
	n, err := io.Copy(&buf, io.LimitReader(r.in, r.opts.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if n > r.opts.MaxBytes {
		return nil, r.fault(tooLarge(r.opts.MaxBytes))
	}
	a, err := r.document(buf.Bytes(), r.opts.ContentType, entry{URL: given{s: r.opts.URL}, fetched: true})
	if err != nil {
		return nil, r.fault(err)
	}
	return a, nil
}

// document reads the bytes of one text or page, of which e tells the rest.
func (r *Reader) document(b []byte, contentType string, e entry) (*article.Article, error) {
	kind, err := sniff(b, r.name, contentType)
	if err != nil {
		return nil, err
	}
	s := decode(b, contentType, kind == pageKind)
	if kind == pageKind {
		e.HTML.s = s
	} else {
		e.Text.s = s
	}
	return r.read(e)
}

func tooLarge(max int64) error {
	return fmt.Errorf("%w: more than %d bytes", ErrTooLarge, max)
}
