package intake

import (
	"bytes"
	"fmt"
	"mime"
	"path"
	"strings"
)

// sniffed is what the bytes of one item are.
type sniffed uint8

const (
	textKind sniffed = iota
	pageKind
)

// magic numbers of formats that are often given by mistake.
var magic = []struct {
	at   int
	sign string
	name string
}{
	{0, "%PDF-", "a PDF document"},
	{0, "\x89PNG\r\n", "a PNG image"},
	{0, "\xff\xd8\xff", "a JPEG image"},
	{0, "GIF87a", "a GIF image"},
	{0, "GIF89a", "a GIF image"},
	{8, "WEBP", "a WebP image"},
	{0, "II*\x00", "a TIFF image"},
	{0, "MM\x00*", "a TIFF image"},
	{4, "ftyp", "a video or image container (ISO media)"},
	{0, "ID3", "an MP3 recording"},
	{0, "OggS", "an Ogg recording"},
	{0, "fLaC", "a FLAC recording"},
	{8, "WAVE", "a WAV recording"},
	{0, "\x1aE\xdf\xa3", "a Matroska or WebM video"},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"},
	{0, `{\rtf`, "a rich text (RTF) document"},
	{0, "%!PS", "a PostScript document"},
	{0, "\x7fELF", "a program (ELF)"},
	{0, "SQLite format 3\x00", "a SQLite database"},
	{0, "7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
	{0, "Rar!\x1a\x07", "a RAR archive"},
	{0, "\xfd7zXZ\x00", "compressed with xz (only gzip and zstd are read)"},
	{0, "BZh", "compressed with bzip2 (only gzip and zstd are read)"},
	{0, "wOFF", "a font (WOFF)"},
	{0, "wOF2", "a font (WOFF2)"},
	{257, "ustar", "a tar archive"},
}

// sniff tells a page from plain text, and refuses what is neither.
func sniff(b []byte, name, contentType string) (sniffed, error) {
	if len(bytes.TrimSpace(b)) == 0 {
		return 0, ErrNoText
	}
	for _, m := range magic {
		if len(b) >= m.at+len(m.sign) && string(b[m.at:m.at+len(m.sign)]) == m.sign {
			return 0, unreadable(m.name)
		}
	}
	if bytes.HasPrefix(b, []byte("PK\x03\x04")) {
		return 0, unreadable(zipName(b))
	}
	if _, ok := utf16Order(b); !ok && looksBinary(b) {
		return 0, unreadable("binary data")
	}
	return sniffMarkup(b, name, contentType)
}

func unreadable(what string) error { return fmt.Errorf("%w: it seems to be %s", ErrUnreadable, what) }

func zipName(b []byte) string {
	head := b[:min(len(b), 8192)]
	switch {
	case bytes.Contains(head, []byte("word/")):
		return "a Word document (docx)"
	case bytes.Contains(head, []byte("xl/")):
		return "an Excel table (xlsx)"
	case bytes.Contains(head, []byte("ppt/")):
		return "a PowerPoint presentation (pptx)"
	case bytes.Contains(head, []byte("mimetypeapplication/vnd.oasis")):
		return "an OpenDocument file"
	case bytes.Contains(head, []byte("mimetypeapplication/epub")):
		return "an EPUB book"
	}
	return "a ZIP archive"
}

// looksBinary reports a NUL byte, or more control characters than any text
// has, among the first 8 KiB.
func looksBinary(b []byte) bool {
	head := b[:min(len(b), 8192)]
	control := 0
	for _, c := range head {
		switch {
		case c == 0:
			return true
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b, c == 0x7f:
			control++
		}
	}
	return control*33 > len(head)
}

// sniffMarkup tells pages and other XML from plain text. The transport's word
// counts for HTML only when the text holds a tag at all.
func sniffMarkup(b []byte, name, contentType string) (sniffed, error) {
	head := b[:min(len(b), 4096)]
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if order, ok := utf16Order(head); ok {
		head = []byte(fromUTF16(head, order))
	}
	low := strings.ToLower(string(head))
	rest := skipComments(low)
	switch {
	case strings.HasPrefix(rest, "<?xml"):
		return sniffXML(low)
	case opensWith(rest, "!doctype html", "html", "head", "body", "title", "meta", "link", "script", "style",
		"article", "section", "main", "header", "nav", "div", "p", "h1", "h2", "h3", "span", "a", "table", "ul", "ol",
		"blockquote", "figure", "img", "center", "font", "b", "strong", "em", "i", "br", "hr", "pre", "!--"):
		return pageKind, nil
	case opensWith(rest, "rss", "feed", "rdf:rdf"):
		return 0, unreadable("a news feed (RSS or Atom)")
	}
	media, _, _ := mime.ParseMediaType(contentType)
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		media = "text/html"
	}
	if (media == "text/html" || media == "application/xhtml+xml") && strings.Contains(low, "<") {
		return pageKind, nil
	}
	return textKind, nil
}

func sniffXML(low string) (sniffed, error) {
	switch {
	case strings.Contains(low, "<html"):
		return pageKind, nil
	case strings.Contains(low, "<rss"), strings.Contains(low, "<feed"), strings.Contains(low, "<rdf:rdf"):
		return 0, unreadable("a news feed (RSS or Atom)")
	}
	return 0, unreadable("an XML document that is no web page")
}

// skipComments drops leading HTML comments.
func skipComments(s string) string {
	for strings.HasPrefix(s, "<!--") {
		_, after, ok := strings.Cut(s, "-->")
		if !ok {
			return s
		}
		s = strings.TrimLeft(after, " \t\r\n")
	}
	return s
}

// opensWith reports whether s begins with one of the tags.
func opensWith(s string, tags ...string) bool {
	s, ok := strings.CutPrefix(s, "<")
	if !ok {
		return false
	}
	for _, tag := range tags {
		rest, ok := strings.CutPrefix(s, tag)
		if ok && (rest == "" || tag == "!--" || strings.IndexByte(" \t\r\n>/", rest[0]) >= 0) {
			return true
		}
	}
	return false
}
