// Package delim reads tables of delimited text, CSV and its kin, record by
// record in bounded memory, and goes on after a record that is broken.
//
// The format is that of RFC 4180: a field in quotation marks may hold
// delimiters, line ends and doubled quotation marks. Beyond it, a quotation
// mark inside a field that does not begin with one stands for itself, lines
// may end with a line feed only, and blank lines are passed over. A quotation
// mark that is not doubled inside a quoted field is a fault: whatever follows
// might belong to either side of it.
//
// Of a record that breaks these rules only the first line is given up; reading
// goes on with the second, so that one quotation mark that is never closed
// does not swallow the rest of a table.
package delim

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Faults of a record; the next can be read.
var (
	ErrQuote  = errors.New("a quotation mark inside a quoted field is not doubled")
	ErrOpen   = errors.New("a quotation mark is never closed")
	ErrTooBig = errors.New("record too long")
)

// A Reader reads records. The fields of one are valid until the next.
type Reader struct {
	in    *bufio.Reader
	comma byte
	max   int

	line    int    // of the next byte, from 1
	offset  int64  // of the next byte
	pending []byte // was read and given back, comes before in

	start      int   // line on which the record begins
	startAt    int64 // and its byte
	first      int   // length of its first line
	raw        []byte
	text       []byte
	ends       []int
	fields     []string
	unfinished bool // raw holds an incomplete line of a record that is too long
}

// NewReader returns a reader of in, whose next byte has the given line number
// and offset. Records longer than max bytes are faults.
func NewReader(in *bufio.Reader, comma byte, max int64, line int, offset int64) *Reader {
	return &Reader{in: in, comma: comma, max: int(max), line: line, offset: offset}
}

// At returns the line on which the record read last begins, and the offset of
// its first byte.
func (r *Reader) At() (line int, offset int64) { return r.start, r.startAt }

// Next reads one record. At the end it returns io.EOF. After one of the faults
// of this package, Next can be called again; other errors are those of the
// input.
func (r *Reader) Next() ([]string, error) {
	for {
		r.start, r.startAt = r.line, r.offset
		if cap(r.raw) > 1<<20 {
			r.raw, r.text = nil, nil
		}
		r.raw, r.text, r.ends = r.raw[:0], r.text[:0], r.ends[:0]
		line, err := r.readLine()
		if err != nil {
			return nil, err
		}
		r.first = len(r.raw)
		if line = bytes.TrimRight(line, "\r\n"); len(line) == 0 && !r.unfinished {
			continue
		}
		if err := r.record(); err != nil {
			return nil, err
		}
		all := string(r.text)
		r.fields = r.fields[:0]
		from := 0
		for _, end := range r.ends {
			r.fields = append(r.fields, all[from:end])
			from = end
		}
		return r.fields, nil
	}
}

// Reject gives up the record read last, but for its lines after the first,
// which are read anew. It is for records that are found to be wrong by what
// they hold.
func (r *Reader) Reject() {
	if r.first >= len(r.raw) {
		return
	}
	rest := r.raw[r.first:]
	r.pending = append(bytes.Clone(rest), r.pending...)
	r.line, r.offset = r.start+1, r.startAt+int64(r.first)
	r.raw = r.raw[:r.first]
}

// readLine appends the next line to raw, with its end, and returns it.
func (r *Reader) readLine() ([]byte, error) {
	from := len(r.raw)
	r.unfinished = false
	for {
		part, err := r.part()
		r.raw = append(r.raw, part...)
		r.offset += int64(len(part))
		switch {
		case err == nil:
			r.line++
			return r.raw[from:], nil
		case err == bufio.ErrBufferFull && len(r.raw) > r.max:
			r.unfinished = true
			return r.raw[from:], nil
		case err == bufio.ErrBufferFull:
		case err == io.EOF && len(r.raw) > from:
			return r.raw[from:], nil
		default:
			return nil, err
		}
	}
}

// part returns bytes up to the end of a line, or bufio.ErrBufferFull with some
// of them.
func (r *Reader) part() ([]byte, error) {
	if len(r.pending) == 0 {
		return r.in.ReadSlice('\n')
	}
	n := bytes.IndexByte(r.pending, '\n') + 1
	part, err := r.pending[:n], error(nil)
	if n == 0 {
		part, err = r.pending, bufio.ErrBufferFull
	}
	if r.pending = r.pending[len(part):]; len(r.pending) == 0 {
		r.pending = nil
	}
	return part, err
}

// record parses the record that begins with the line in raw, and reads on as
// long as a field is open.
func (r *Reader) record() error {
	i := 0
	for {
		if r.unfinished || len(r.raw) > r.max {
			return r.tooLong()
		}
		if i >= len(r.raw) || r.raw[i] != '"' {
			end, more := r.plain(i)
			r.ends = append(r.ends, len(r.text))
			if !more {
				return nil
			}
			i = end
			continue
		}
		end, more, err := r.quoted(i + 1)
		if err != nil {
			return err
		}
		r.ends = append(r.ends, len(r.text))
		if !more {
			return nil
		}
		i = end
	}
}

// plain takes the field without quotation marks that begins at i, and returns
// where the next begins, if there is one.
func (r *Reader) plain(i int) (next int, more bool) {
	rest := r.raw[i:]
	if n := bytes.IndexByte(rest, r.comma); n >= 0 {
		r.text = append(r.text, rest[:n]...)
		return i + n + 1, true
	}
	r.text = append(r.text, bytes.TrimRight(rest, "\r\n")...)
	return 0, false
}

// quoted takes the field whose opening quotation mark stands before i.
func (r *Reader) quoted(i int) (next int, more bool, err error) {
	for {
		n := bytes.IndexByte(r.raw[i:], '"')
		if n < 0 {
			r.text = append(r.text, r.raw[i:]...)
			i = len(r.raw)
			switch _, err := r.readLine(); {
			case err == io.EOF:
				r.Reject()
				return 0, false, ErrOpen
			case err != nil:
				return 0, false, err
			case r.unfinished || len(r.raw) > r.max:
				return 0, false, r.tooLong()
			}
			continue
		}
		r.text = append(r.text, r.raw[i:i+n]...)
		i += n + 1
		if i >= len(r.raw) {
			return 0, false, nil
		}
		switch c := r.raw[i]; {
		case c == '"':
			r.text = append(r.text, '"')
			i++
		case c == r.comma:
			return i + 1, true, nil
		case c == '\n', c == '\r' && len(bytes.Trim(r.raw[i:], "\r\n")) == 0:
			return 0, false, nil
		default:
			r.Reject()
			return 0, false, ErrQuote
		}
	}
}

// tooLong gives up the first line of the record, and reads to its end.
func (r *Reader) tooLong() error {
	err := fmt.Errorf("%w: more than %d bytes", ErrTooBig, r.max)
	if r.first < len(r.raw) {
		r.Reject()
		return err
	}
	for r.unfinished {
		part, e := r.part()
		r.offset += int64(len(part))
		switch e {
		case nil:
			r.line++
			return err
		case io.EOF:
			return err
		case bufio.ErrBufferFull:
		default:
			return e
		}
	}
	return err
}
