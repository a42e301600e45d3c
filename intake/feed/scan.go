package feed

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// A tag is a start or end tag of XML.
type tag struct {
	name    string
	closing bool
	empty   bool // <name/>
	start   int  // where it begins in scanner.bytes
}

// A scanner finds the tags of XML that may be wrong in every other way. It
// keeps what it has passed since the last reset.
type scanner struct {
	in  *bufio.Reader
	max int64
	buf []byte
}

func (s *scanner) reset() {
	if cap(s.buf) > 1<<20 {
		s.buf = nil
	}
	s.buf = s.buf[:0]
}

func (s *scanner) bytes() []byte { return s.buf }

func (s *scanner) put(b []byte) { s.buf = append(s.buf, b...) }

// tag reads up to the end of the next tag. Comments, CDATA sections,
// declarations and processing instructions are passed over.
func (s *scanner) tag() (tag, error) {
	for {
		if err := s.until('<'); err != nil {
			return tag{}, err
		}
		start := len(s.buf) - 1
		err := s.rest(start)
		if err != nil {
			return tag{}, err
		}
		b := s.buf[start:]
		if len(b) < 3 || b[1] == '!' || b[1] == '?' {
			continue
		}
		t := tag{start: start, closing: b[1] == '/', empty: b[len(b)-2] == '/', name: tagName(b)}
		if t.name != "" {
			return t, nil
		}
	}
}

// tagName returns the name in a tag, or "" if it is none.
func tagName(b []byte) string {
	b = bytes.TrimPrefix(b[1:], []byte("/"))
	n := bytes.IndexAny(b, " \t\r\n/>")
	if n <= 0 || n > 100 || strings.IndexByte("=<\"'0123456789", b[0]) >= 0 {
		return ""
	}
	return string(b[:n])
}

// rest reads to the end of what begins with "<" at start.
func (s *scanner) rest(start int) error {
	end := ">"
	switch next, err := s.in.Peek(8); {
	case bytes.HasPrefix(next, []byte("!--")):
		end = "-->"
	case bytes.HasPrefix(next, []byte("![CDATA[")):
		end = "]]>"
	case bytes.HasPrefix(next, []byte("?")):
		end = "?>"
	case err != nil && err != io.EOF:
		return err
	}
	for {
		if err := s.until('>'); err != nil {
			return err
		}
		b := s.buf[start+1:]
		if end == ">" && !insideQuotes(b) || end != ">" && len(b) > len(end) && bytes.HasSuffix(b, []byte(end)) {
			return nil
		}
		if end == ">" && len(b) > maxTag {
			return nil // a quotation mark that is not closed
		}
	}
}

// maxTag bounds the search for the end of a tag with an open quotation mark.
const maxTag = 4096

// insideQuotes reports whether a tag breaks off inside an attribute's value.
func insideQuotes(b []byte) bool {
	var open byte
	for i, c := range b {
		switch {
		case open != 0:
			if c == open {
				open = 0
			}
		case (c == '"' || c == '\'') && i > 0 && b[i-1] == '=':
			open = c
		}
	}
	return open != 0
}

// until reads up to and with the next c.
func (s *scanner) until(c byte) error {
	for {
		part, err := s.in.ReadSlice(c)
		s.buf = append(s.buf, part...)
		if int64(len(s.buf)) > s.max {
			return fmt.Errorf("%w: more than %d bytes", ErrTooLarge, s.max)
		}
		if err != bufio.ErrBufferFull {
			return err
		}
	}
}
