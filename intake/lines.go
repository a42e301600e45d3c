package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"readout/article"
)

// lines is an input of JSON Lines: one object a line. If the first line holds
// only the beginning of an object, the input is read as values instead.
type lines struct {
	r      *Reader
	line   int   // of the line read last, from 1
	offset int64 // of the next line
	buf    []byte
	rest   itemSource // takes over after the first line
}

// skipFactor bounds how far the end of a line that is too long is looked for,
// in multiples of Options.MaxBytes.
const skipFactor = 16

func (l *lines) next(make bool) (*article.Article, error) {
	if l.rest != nil {
		return l.rest.next(make)
	}
	for {
		offset := l.offset
		b, err := l.readLine()
		if err == errLong {
			l.r.begin(l.line, offset)
			return nil, l.r.fault(tooLarge(l.r.opts.MaxBytes))
		}
		if err != nil {
			return nil, err
		}
		b = bytes.TrimSpace(b)
		if len(b) == 0 {
			continue
		}
		l.r.begin(l.line, offset)
		if l.line == 1 && !json.Valid(b) && unfinished(b) {
			if a, ok, err := l.spread(b, make); ok {
				return a, err
			}
		}
		return l.r.parsed(b, make)
	}
}

// seek moves to the line at a position.
func (l *lines) seek(p Position) error {
	if !l.r.movable(p) {
		return nil
	}
	l.line, l.offset = p.Line-1, p.Offset
	return l.r.move(p, p.Offset)
}

// errLong is told by readLine of a line that is too long, which it passed over.
var errLong = errors.New("long line")

// readLine reads one line. The bytes are valid until the next call.
func (l *lines) readLine() ([]byte, error) {
	if cap(l.buf) > 1<<20 {
		l.buf = nil
	}
	l.buf = l.buf[:0]
	l.line++
	for {
		part, err := l.r.in.ReadSlice('\n')
		l.offset += int64(len(part))
		if int64(len(l.buf)+len(part)) > l.r.opts.MaxBytes {
			if err == bufio.ErrBufferFull {
				if err := l.skipLine(); err != nil {
					return nil, err
				}
			} else if err != nil && err != io.EOF {
				return nil, err
			}
			return nil, errLong
		}
		l.buf = append(l.buf, part...)
		switch {
		case err == nil:
			return l.buf, nil
		case err == bufio.ErrBufferFull:
		case err == io.EOF && len(l.buf) > 0:
			return l.buf, nil
		default:
			return nil, err
		}
	}
}

// skipLine reads up to the end of the line.
func (l *lines) skipLine() error {
	for skipped := int64(0); skipped <= skipFactor*l.r.opts.MaxBytes; {
		part, err := l.r.in.ReadSlice('\n')
		l.offset += int64(len(part))
		skipped += int64(len(part))
		if err == nil || err == io.EOF {
			return nil
		}
		if err != bufio.ErrBufferFull {
			return err
		}
	}
	return fmt.Errorf("line %d has no end: %w", l.line, tooLarge(skipFactor*l.r.opts.MaxBytes))
}

// unfinished reports whether b is JSON but for its end.
func unfinished(b []byte) bool {
	dec := json.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := dec.Token(); err != nil {
			return err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF)
		}
	}
}

// spread reads the object that begins with the first line and goes on over the
// next ones, and has the rest of the input read likewise. If there is no such
// object, ok is false and the input stands behind the first line again.
func (l *lines) spread(first []byte, make bool) (a *article.Article, ok bool, err error) {
	var seen bytes.Buffer // what is taken from the input beyond the first line
	head := append(bytes.Clone(first), '\n')
	in := bufio.NewReaderSize(io.MultiReader(bytes.NewReader(head), io.TeeReader(l.r.in, &seen)), 16)
	scan := valueScanner{in: in, max: l.r.opts.MaxBytes, line: 1}
	b, err := scan.value()
	// The small buffer may have read on beyond the value; all of it is in seen.
	ahead, _ := in.Peek(in.Buffered())
	if err == nil {
		l.r.in = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(bytes.Clone(ahead)), l.r.in), bufferSize)
		l.rest = &values{r: l.r, scan: valueScanner{in: l.r.in, max: l.r.opts.MaxBytes, line: scan.line}}
		l.r.at.Offset = 0
		a, err = l.r.parsed(b, make)
		return a, true, err
	}
	if errors.Is(err, errBroken) {
		l.r.in = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(seen.Bytes()), l.r.in), bufferSize)
		return nil, false, nil
	}
	if errors.Is(err, ErrTooLarge) {
		err = l.r.fault(err)
		l.rest = ended{}
	}
	return nil, true, err
}

// ended is an input with nothing more to read.
type ended struct{}

func (ended) next(bool) (*article.Article, error) { return nil, io.EOF }

// parsed makes an article of the bytes of one JSON object, unless make is
// false. Errors are of type *ItemError.
func (r *Reader) parsed(b []byte, make bool) (*article.Article, error) {
	if !make {
		return nil, nil
	}
	if !utf8.Valid(b) {
		b = []byte(decode(b, "", false))
	}
	e, err := r.opts.Columns.object(b)
	var a *article.Article
	if err == nil {
		a, err = r.read(e)
	}
	if err != nil {
		return nil, r.fault(err)
	}
	return a, nil
}

// jsonFault words an error of encoding/json for a reader of the input.
func jsonFault(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("bad JSON at byte %d: %w", syntax.Offset, err)
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Errorf("want a JSON object, found a JSON %s", kind.Value)
	}
	return fmt.Errorf("bad JSON: %w", err)
}
