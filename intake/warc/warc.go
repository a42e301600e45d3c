// Package warc reads web archives, WARC 0.17 to 1.1, record by record: plain,
// or packed with gzip one member a record as crawls are, or as one gzip
// stream. It keeps the place of every record, goes on behind one that is
// broken, and says when an archive is cut off.
//
// The format is ISO 28500; https://iipc.github.io/warc-specifications/.
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Faults; they come wrapped.
var (
	// ErrTruncated reports a record that the end of the archive cuts off.
	ErrTruncated = errors.New("the archive is cut off")
	// ErrBroken reports bytes that are no record; the next record was looked
	// for.
	ErrBroken = errors.New("broken archive")
	// ErrTooLarge reports a record that is larger than the limit.
	ErrTooLarge = errors.New("record too large")
)

// Fields are the named fields of a record or an HTTP message, in lower case.
// Of a field that comes more than once the first is kept.
type Fields map[string]string

// A Record is one record of an archive. Its block is valid until the next.
type Record struct {
	Number int64 // in the archive, from 1
	// Offset is the byte of the archive, as it is stored, at which the record
	// begins; in an archive of gzip members, at which the member begins whose
	// first record this is. It is -1 where reading cannot begin at the record.
	Offset int64
	Fields Fields
	Block  []byte
}

// Type returns the type of the record: response, resource, conversion, …
func (r *Record) Type() string { return strings.ToLower(r.Fields["warc-type"]) }

// URL returns the address that the record is about.
func (r *Record) URL() string { return strings.Trim(r.Fields["warc-target-uri"], "<> ") }

// A Reader reads records. It is not safe for concurrent use.
type Reader struct {
	src    source
	max    int64
	number int64
	block  []byte
	broken bool // the place is lost: find the next record
}

// NewReader returns a reader of the archive in, which begins with the given
// record at the given byte. Records whose block is larger than max bytes are
// passed over with ErrTooLarge.
func NewReader(in *bufio.Reader, max, number, offset int64) *Reader {
	r := &Reader{max: max, number: number - 1}
	if head, _ := in.Peek(2); bytes.Equal(head, gzipMagic) {
		r.src = newMembers(in, offset)
	} else {
		r.src = &plain{in: in, at: offset}
	}
	return r
}

// Close releases the decompression.
func (r *Reader) Close() error { return r.src.Close() }

// Next returns the next record for whose type want returns true; the blocks of
// others are passed over. At the end it returns io.EOF. With ErrBroken and
// ErrTooLarge comes a record that tells the place, and Next can be called
// again; so it does with ErrTruncated and faults of the decompression, after
// which there is nothing more.
func (r *Reader) Next(want func(*Record) bool) (*Record, error) {
	for {
		rec := &Record{Number: r.number + 1}
		err := r.head(rec)
		if err == io.EOF {
			return nil, err
		}
		r.number++
		if err != nil {
			return rec, err
		}
		size, err := strconv.ParseInt(rec.Fields["content-length"], 10, 64)
		if err != nil || size < 0 {
			r.broken = true
			return rec, fmt.Errorf("%w: Content-Length %q", ErrBroken, shorten(rec.Fields["content-length"]))
		}
		wanted := want(rec)
		if wanted && size <= r.max {
			err = r.read(rec, size)
		} else {
			err = r.pass(size)
			if err == nil && wanted {
				err = fmt.Errorf("%w: %d bytes, more than %d", ErrTooLarge, size, r.max)
			}
		}
		if err == nil {
			err = r.tail()
		}
		if wanted || err != nil {
			return rec, err
		}
	}
}

// maxHead bounds the head of a record and of a message, in bytes.
const maxHead = 256 << 10

// head reads up to the empty line that ends the head of a record.
func (r *Reader) head(rec *Record) error {
	line, err := r.first(rec)
	if err != nil {
		return err
	}
	if !isVersion(line) {
		r.broken = true
		return fmt.Errorf("%w: want a record, found %q", ErrBroken, shorten(string(line)))
	}
	var head []byte
	for {
		line, err := r.src.line(maxHead)
		switch {
		case err == io.EOF:
			return fmt.Errorf("%w in the head of a record", ErrTruncated)
		case err != nil:
			return err
		}
		if len(bytes.TrimRight(line, "\r\n")) == 0 && len(line) > 0 && line[len(line)-1] == '\n' {
			rec.Fields = readFields(head)
			return nil
		}
		if head = append(head, line...); len(head) > maxHead {
			r.broken = true
			return fmt.Errorf("%w: the head of a record is longer than %d bytes", ErrBroken, maxHead)
		}
	}
}

// first returns the first line of the next record. Empty lines before it are
// passed over; where the place is lost, everything up to a line that opens a
// record is.
func (r *Reader) first(rec *Record) ([]byte, error) {
	for {
		rec.Offset = r.src.start()
		line, err := r.src.line(maxHead)
		if err != nil {
			return nil, err
		}
		bare := bytes.TrimRight(line, "\r\n")
		if r.broken && isVersion(bare) {
			r.broken = false
		}
		if len(bare) > 0 && !r.broken {
			return bare, nil
		}
	}
}

// isVersion reports whether a line opens a record.
func isVersion(line []byte) bool {
	return bytes.HasPrefix(line, []byte("WARC/")) && len(line) <= 12
}

// read reads the block of a record.
func (r *Reader) read(rec *Record, size int64) error {
	if cap(r.block) > 4<<20 {
		r.block = nil
	}
	buf := bytes.NewBuffer(r.block[:0])
	n, err := io.CopyN(buf, r.src, size) // grows with what comes, not with what is promised
	r.block = buf.Bytes()
	rec.Block = r.block
	return cutOff(n, size, err)
}

// pass passes over a block.
func (r *Reader) pass(size int64) error {
	n, err := io.CopyN(io.Discard, r.src, size)
	return cutOff(n, size, err)
}

func cutOff(n, size int64, err error) error {
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%w: the record ends after %d of %d bytes", ErrTruncated, n, size)
	}
	return err
}

// tail checks that the record ends where its length says: with empty lines, or
// with the archive. If not, its length is wrong, and what is in the block may
// belong to another record.
func (r *Reader) tail() error {
	next, err := r.src.peek(4)
	if err != nil {
		return err
	}
	if len(bytes.Trim(next, "\r\n")) == 0 || bytes.HasPrefix(next, []byte("\n")) || bytes.HasPrefix(next, []byte("\r\n")) || string(next) == "WARC" {
		return nil
	}
	r.broken = true
	return fmt.Errorf("%w: the record does not end where its Content-Length says", ErrBroken)
}

// readFields reads lines "Name: value"; a line that begins with white space
// goes on with the value before. Lines that are neither are left out.
func readFields(head []byte) Fields {
	f := Fields{}
	last := ""
	for line := range bytes.Lines(head) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) > 0 && (line[0] == ' ' || line[0] == '\t') {
			if last != "" {
				f[last] += " " + string(bytes.TrimSpace(line))
			}
			continue
		}
		name, value, ok := bytes.Cut(line, []byte(":"))
		last = strings.ToLower(string(bytes.TrimSpace(name)))
		if _, twice := f[last]; !ok || last == "" || twice {
			last = ""
			continue
		}
		f[last] = string(bytes.TrimSpace(value))
	}
	return f
}

func shorten(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}
