package warc

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

var gzipMagic = []byte{0x1f, 0x8b}

// A source gives the bytes of an archive and knows where they are stored.
type source interface {
	io.ReadCloser
	// start returns the stored place of the next byte if reading can begin
	// there, and else -1.
	start() int64
	// line returns the next line with its end, or max bytes of it. The bytes
	// are valid until the next call. At the end it returns io.EOF.
	line(max int) ([]byte, error)
	// peek returns the next n bytes, or fewer if no more come.
	peek(n int) ([]byte, error)
}

// plain is an archive that is not packed, or unpacked by others.
type plain struct {
	in  *bufio.Reader
	at  int64
	buf []byte
}

func (p *plain) start() int64 { return p.at }

func (p *plain) Close() error { return nil }

func (p *plain) Read(b []byte) (int, error) {
	n, err := p.in.Read(b)
	p.at += int64(n)
	return n, err
}

func (p *plain) line(max int) ([]byte, error) {
	line, err := readLine(p.in, p.buf[:0], max)
	p.buf = line
	p.at += int64(len(line))
	return line, err
}

func (p *plain) peek(n int) ([]byte, error) { return peek(p.in, n) }

func readLine(in *bufio.Reader, buf []byte, max int) ([]byte, error) {
	for {
		part, err := in.ReadSlice('\n')
		buf = append(buf, part...)
		switch {
		case err == bufio.ErrBufferFull && len(buf) < max:
		case err == bufio.ErrBufferFull, err == io.EOF && len(buf) > 0:
			return buf, nil
		default:
			return buf, err
		}
	}
}

func peek(in *bufio.Reader, n int) ([]byte, error) {
	b, err := in.Peek(n)
	if err == io.EOF {
		err = nil
	}
	return b, err
}

// members is an archive of gzip members. Records may lie in it as they like;
// crawls give each a member of its own.
type members struct {
	in     *bufio.Reader // the packed bytes
	packed counted
	z      *gzip.Reader
	out    *bufio.Reader // the unpacked bytes of the current member
	began  int64         // where the member begins
	fresh  bool          // nothing of the member was read
	buf    []byte
	err    error // what ended the reading
}

func newMembers(in *bufio.Reader, offset int64) *members {
	m := &members{in: in, packed: counted{in, offset}, out: bufio.NewReaderSize(nil, 32<<10)}
	m.open()
	return m
}

// counted counts the bytes that are taken. It is an io.ByteReader, so that the
// decompression takes no more than it needs.
type counted struct {
	in *bufio.Reader
	at int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.in.Read(b)
	c.at += int64(n)
	return n, err
}

func (c *counted) ReadByte() (byte, error) {
	b, err := c.in.ReadByte()
	if err == nil {
		c.at++
	}
	return b, err
}

// open begins the next member; it returns false and sets err if there is none.
func (m *members) open() bool {
	head, err := peek(m.in, len(gzipMagic))
	for err == nil && len(head) > 0 && head[0] == 0 { // padding
		m.packed.ReadByte()
		head, err = peek(m.in, len(gzipMagic))
	}
	switch {
	case err != nil:
		m.err = err
		return false
	case len(head) == 0:
		m.err = io.EOF
		return false
	}
	m.began, m.fresh = m.packed.at, true
	if m.z == nil {
		m.z, err = gzip.NewReader(&m.packed)
	} else {
		err = m.z.Reset(&m.packed)
	}
	if err != nil {
		m.err = told(err)
		return false
	}
	m.z.Multistream(false)
	m.out.Reset(m.z)
	return true
}

// told says which layer a fault lies in.
func told(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return fmt.Errorf("%w inside a gzip member", ErrTruncated)
	}
	return fmt.Errorf("gzip: %w", err)
}

// fill makes sure that there are unpacked bytes to read; it returns what ended
// the reading if there are none.
func (m *members) fill() error {
	for m.err == nil {
		_, err := m.out.Peek(1)
		if err == nil {
			return nil
		}
		if err != io.EOF {
			m.err = told(err)
			break
		}
		m.open()
	}
	return m.err
}

func (m *members) start() int64 {
	if m.fill() == nil && m.fresh {
		return m.began
	}
	return -1
}

func (m *members) Read(b []byte) (int, error) {
	if err := m.fill(); err != nil {
		return 0, err
	}
	m.fresh = false
	n, err := m.out.Read(b)
	if err == io.EOF && n > 0 {
		err = nil
	}
	return n, err
}

func (m *members) line(max int) ([]byte, error) {
	m.buf = m.buf[:0]
	for {
		if err := m.fill(); err != nil {
			if len(m.buf) > 0 && err == io.EOF {
				err = nil
			}
			return m.buf, err
		}
		m.fresh = false
		var err error
		m.buf, err = readLine(m.out, m.buf, max)
		if err != nil && err != io.EOF {
			m.err = told(err)
		}
		if len(m.buf) >= max || bytes.HasSuffix(m.buf, []byte("\n")) {
			return m.buf, nil
		}
	}
}

func (m *members) peek(n int) ([]byte, error) {
	if err := m.fill(); err != nil && err != io.EOF {
		return nil, err
	}
	if m.err == io.EOF || m.fresh {
		return nil, nil // a new member: the record before ends here
	}
	return peek(m.out, n)
}

func (m *members) Close() error { return nil }
