package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns bytes into valid UTF-8. Bytes that are valid UTF-8 are taken as
// such whatever is declared: text in another encoding hardly ever is valid by
// chance. Otherwise the byte order mark, the transport's charset, the page's
// own declaration and, failing these, the statistics of the bytes decide. What
// cannot be decoded becomes U+FFFD, which the caller finds in the text.
func decode(b []byte, contentType string, page bool) string {
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	if order, ok := utf16Order(b); ok {
		return fromUTF16(b, order)
	}
	if utf8.Valid(b) {
		return string(b)
	}
	good, bad := countUTF8(b)
	if good > 4*bad {
		return strings.ToValidUTF8(string(b), "\uFFFD") // a damaged text
	}
	enc := declared(b, contentType, page)
	if enc == nil && good > bad {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	if enc == nil {
		enc = guessed(b)
	}
	if out, err := enc.NewDecoder().Bytes(b); err == nil && utf8.Valid(out) {
		return string(out)
	}
	return strings.ToValidUTF8(string(b), "\uFFFD")
}

// declared returns the encoding that the transport or the page names, or nil:
// for none, for one unknown, and for UTF-8, which the bytes are not.
func declared(b []byte, contentType string, page bool) encoding.Encoding {
	head := b[:min(len(b), 1024)]
	if !page {
		head = nil // a meta tag in a plain text declares nothing
	}
	enc, name, certain := charset.DetermineEncoding(head, contentType)
	if !certain || name == "utf-8" {
		return nil
	}
	return enc
}

// countUTF8 counts the characters beyond ASCII, and the bytes that are none.
func countUTF8(b []byte) (good, bad int) {
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		b = b[n:]
	}
	return good, bad
}

// surely is the confidence from which the statistics of the bytes are
// believed; below it they take English with a few curly quotes for Turkish.
const surely = 0.9

// guessed returns the encoding that the bytes are most likely in; when the
// statistics are unsure, windows-1252, as browsers do.
func guessed(b []byte) (enc encoding.Encoding) {
	defer func() {
		if recover() != nil { // foreign code: a fault in it must not end the program
			enc = charmap.Windows1252
		}
	}()
	found := chardet.Detect(b[:min(len(b), 64<<10)])
	if found.Confidence >= surely || found.Encoding == "macintosh" {
		if enc, _ := charset.Lookup(found.Encoding); enc != nil {
			return enc
		}
	}
	return charmap.Windows1252
}

// utf16Order recognises UTF-16 by its mark, or by NUL bytes in every second
// place, as Latin text has.
func utf16Order(b []byte) (big, ok bool) {
	switch {
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return true, true
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return false, true
	}
	head := b[:min(len(b), 512)&^1]
	even, odd := 0, 0
	for i, c := range head {
		switch {
		case c != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	half := len(head) / 2
	switch {
	case half < 4:
		return false, false
	case even > half*8/10 && odd == 0:
		return true, true
	case odd > half*8/10 && even == 0:
		return false, true
	}
	return false, false
}

func fromUTF16(b []byte, big bool) string {
	order := unicode.LittleEndian
	if big {
		order = unicode.BigEndian
	}
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	return string(out)
}
