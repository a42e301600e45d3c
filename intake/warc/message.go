package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// A Message is an HTTP response as a crawler kept it.
type Message struct {
	Status int
	Fields Fields
	Body   []byte // with transfer and content coding undone
}

// ErrMessage reports a block that is no HTTP response.
var ErrMessage = errors.New("no HTTP response")

// ReadMessage reads an HTTP response. The body is what follows the head,
// whatever lengths the head names: the archive's own is to be believed. Codings
// that the head names are undone if they are there, for many crawlers undo
// them and leave the head as it was. A body that is larger than max when
// unpacked is an error.
func ReadMessage(block []byte, max int64) (*Message, error) {
	line, rest, _ := bytes.Cut(block, []byte("\n"))
	version, status, _ := strings.Cut(strings.TrimSpace(string(line[:min(len(line), 200)])), " ")
	if !strings.HasPrefix(version, "HTTP/") && version != "ICY" {
		return nil, fmt.Errorf("%w: it begins with %q", ErrMessage, shorten(version))
	}
	code, _, _ := strings.Cut(strings.TrimSpace(status), " ")
	m := &Message{}
	var err error
	if m.Status, err = strconv.Atoi(code); err != nil || m.Status < 100 || m.Status > 999 {
		return nil, fmt.Errorf("%w: status %q", ErrMessage, shorten(code))
	}
	head, body := splitHead(rest)
	m.Fields = readFields(head)
	if strings.Contains(strings.ToLower(m.Fields["transfer-encoding"]), "chunked") {
		if whole, ok := dechunk(body); ok {
			body = whole
		}
	}
	codings := strings.Split(strings.ToLower(m.Fields["content-encoding"]), ",")
	for i := len(codings) - 1; i >= 0; i-- {
		if body, err = uncode(body, strings.TrimSpace(codings[i]), max); err != nil {
			return nil, err
		}
	}
	m.Body = body
	return m, nil
}

// splitHead cuts a message at the empty line that ends its head.
func splitHead(b []byte) (head, body []byte) {
	at := 0
	for at < len(b) && at < maxHead {
		n := bytes.IndexByte(b[at:], '\n')
		if n < 0 {
			break
		}
		if len(bytes.TrimRight(b[at:at+n], "\r")) == 0 {
			return b[:at], b[at+n+1:]
		}
		at += n + 1
	}
	return b, nil
}

// dechunk undoes the chunked coding; ok is false if the body is not chunked.
// A body whose last chunks are missing is what there is of it.
func dechunk(body []byte) (whole []byte, ok bool) {
	for rest := body; ; {
		line, after, found := bytes.Cut(rest, []byte("\n"))
		if !found && len(whole) > 0 {
			return whole, true
		}
		digits, _, _ := bytes.Cut(bytes.TrimSpace(line), []byte(";"))
		size, err := strconv.ParseInt(string(bytes.TrimSpace(digits)), 16, 64)
		switch {
		case err != nil || size < 0:
			return whole, len(whole) > 0
		case size == 0:
			return whole, true
		case size > int64(len(after)):
			return append(whole, after...), true
		}
		whole = append(whole, after[:size]...)
		rest = bytes.TrimLeft(after[size:], "\r\n")
	}
}

// uncode undoes a content coding.
func uncode(body []byte, coding string, max int64) ([]byte, error) {
	var in io.Reader
	var err error
	switch {
	case (coding == "gzip" || coding == "x-gzip") && bytes.HasPrefix(body, gzipMagic):
		in, err = gzip.NewReader(bytes.NewReader(body))
	case coding == "deflate" && len(body) > 1 && body[0]&0x0f == 8 && (uint(body[0])<<8|uint(body[1]))%31 == 0:
		in, err = zlib.NewReader(bytes.NewReader(body))
	case coding == "deflate" && !looksLikeText(body):
		in = flate.NewReader(bytes.NewReader(body))
	case coding == "zstd" && bytes.HasPrefix(body, []byte("\x28\xb5\x2f\xfd")):
		var z *zstd.Decoder
		if z, err = zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20)); err == nil {
			defer z.Close()
			in = z
		}
	case coding == "br" && !looksLikeText(body):
		in = brotli.NewReader(bytes.NewReader(body))
	default:
		return body, nil
	}
	if err != nil {
		return nil, fmt.Errorf("content coding %s: %w", coding, err)
	}
	var out bytes.Buffer
	n, err := io.Copy(&out, io.LimitReader(bufio.NewReader(in), max+1))
	switch {
	case n > max:
		return nil, fmt.Errorf("%w: more than %d bytes when unpacked", ErrTooLarge, max)
	case err != nil:
		return nil, fmt.Errorf("content coding %s: %w", coding, err)
	}
	return out.Bytes(), nil
}

// looksLikeText reports whether a body was unpacked already: no control
// characters stand at its head.
func looksLikeText(b []byte) bool {
	for _, c := range b[:min(len(b), 64)] {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			return false
		}
	}
	return true
}
