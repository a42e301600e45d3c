package intake

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"readout/article"
)

// A valueScanner cuts JSON values out of a stream by their brackets, so that
// one value at a time is in memory and a fault in one does not hide the next.
// What lies inside a value is judged by encoding/json afterwards.
type valueScanner struct {
	in   *bufio.Reader
	max  int64
	line int // of the next byte, from 1
	buf  bytes.Buffer
}

// errBroken reports brackets or quotation marks that cannot belong to one value.
var errBroken = errors.New("broken JSON")

// maxDepth is how deep encoding/json follows nested values.
const maxDepth = 10000

// value reads one value that begins at the next byte, which must be "{". The
// bytes are valid until the next call. After errBroken or ErrTooLarge they are
// what was read of it.
func (s *valueScanner) value() ([]byte, error) {
	if s.buf.Cap() > 1<<20 {
		s.buf = bytes.Buffer{}
	}
	s.buf.Reset()
	var open []byte // the brackets not closed yet
	var last byte   // the last byte that was not white space
	inString, escaped := false, false
	for {
		c, err := s.in.ReadByte()
		if err == io.EOF {
			return s.buf.Bytes(), fmt.Errorf("%w: the input ends inside a value", errBroken)
		}
		if err != nil {
			return nil, err
		}
		if int64(s.buf.Len()) >= s.max {
			return s.buf.Bytes(), tooLarge(s.max)
		}
		s.buf.WriteByte(c)
		if c == '\n' {
			s.line++
		}
		if inString {
			switch {
			case c == '\n':
				return s.buf.Bytes(), fmt.Errorf("%w: a line ends inside a string", errBroken)
			case escaped:
				escaped = false
			case c == '\\':
				escaped = true
			case c == '"':
				inString = false
			}
			last = c
			continue
		}
		switch c {
		case ' ', '\t', '\r', '\n':
			continue
		case '"':
			inString = true
		case '{', '[':
			inObject := len(open) > 0 && open[len(open)-1] == '{'
			if inObject && last != ':' || len(open) >= maxDepth {
				return s.buf.Bytes(), errBroken
			}
			open = append(open, c)
		case '}', ']':
			if len(open) == 0 || open[len(open)-1] != c-2 {
				return s.buf.Bytes(), errBroken
			}
			open = open[:len(open)-1]
			if len(open) == 0 {
				return s.buf.Bytes(), nil
			}
		}
		last = c
	}
}

// skip passes over white space, and over one comma if comma is set, and
// returns the next byte without reading it.
func (s *valueScanner) skip(comma bool) (byte, error) {
	for {
		c, err := s.in.ReadByte()
		if err != nil {
			return 0, err
		}
		switch c {
		case '\n':
			s.line++
		case ' ', '\t', '\r':
		case ',':
			if !comma {
				return c, s.in.UnreadByte()
			}
			comma = false
		default:
			return c, s.in.UnreadByte()
		}
	}
}

// resync passes over lines until one begins with "{".
func (s *valueScanner) resync() error {
	for {
		c, err := s.in.ReadByte()
		if err != nil {
			return err
		}
		if c != '\n' {
			continue
		}
		s.line++
		if next, err := s.in.Peek(1); err == nil && next[0] == '{' {
			return nil
		}
	}
}

// values is an input of JSON objects that may run over several lines: a whole
// array, or objects one after another.
type values struct {
	r      *Reader
	scan   valueScanner
	array  bool
	opened bool // the array's "[" was read
	failed bool // the last value was broken: find the next
}

func (v *values) next(make bool) (*article.Article, error) {
	if v.failed {
		v.failed = false
		if err := v.scan.resync(); err != nil {
			return nil, err
		}
	}
	c, err := v.scan.skip(v.opened)
	if v.array && !v.opened && err == nil {
		v.opened = true
		if _, err := v.scan.in.ReadByte(); err != nil {
			return nil, err
		}
		c, err = v.scan.skip(false)
	}
	line := v.scan.line
	switch {
	case err == io.EOF && v.array:
		return nil, fmt.Errorf("line %d: the input ends inside an array", line)
	case err != nil:
		return nil, err
	case v.array && c == ']':
		return nil, v.end()
	case c != '{':
		v.r.begin(line, 0)
		return nil, v.fault(line, fmt.Errorf("%w: want an object, found %q", errBroken, rune(c)))
	}
	v.r.begin(line, 0)
	b, err := v.scan.value()
	if err == nil {
		return v.r.parsed(b, make)
	}
	if errors.Is(err, errBroken) || errors.Is(err, ErrTooLarge) {
		return nil, v.fault(line, err)
	}
	return nil, err
}

// fault reports a value without an end. Among objects one after another the
// next is one that opens a line; inside an array there is no such mark.
func (v *values) fault(line int, err error) error {
	if v.array {
		return fmt.Errorf("line %d: %w", line, err)
	}
	v.failed = true
	return v.r.fault(err)
}

// end checks that nothing follows an array.
func (v *values) end() error {
	if _, err := v.scan.in.ReadByte(); err != nil {
		return err
	}
	if _, err := v.scan.skip(false); err != nil {
		return err
	}
	return fmt.Errorf("line %d: something follows the JSON array", v.scan.line)
}
