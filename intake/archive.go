package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/url"
	"strings"

	"github.com/klauspost/compress/gzip"

	"readout/article"
	"readout/intake/warc"
)

// archive is a web archive: one article a response that was kept of a page.
type archive struct {
	r    *Reader
	w    *warc.Reader
	over bool // nothing more can be read
}

var warcMark = []byte("WARC/")

// isArchive reports whether the input is a web archive, packed with gzip or
// not: those packed are not unpacked as a whole, for the place of each record
// counts.
func (r *Reader) isArchive() (bool, error) {
	head, err := r.in.Peek(len(warcMark))
	if len(head) < len(warcMark) {
		return false, ignoreEOF(err)
	}
	if !isGzip(head) {
		return bytes.Equal(head, warcMark), nil
	}
	head, err = r.head()
	if err != nil {
		return false, err
	}
	z, err := gzip.NewReader(bytes.NewReader(head))
	if err != nil {
		return false, nil // unpack says what is wrong
	}
	mark := make([]byte, len(warcMark))
	n, _ := z.Read(mark)
	return bytes.Equal(mark[:n], warcMark), nil
}

func (r *Reader) archive() itemSource {
	return &archive{r: r, w: warc.NewReader(r.in, r.opts.MaxBytes, 1, 0)}
}

func (a *archive) next(make bool) (*article.Article, error) {
	if a.over {
		return nil, io.EOF
	}
	rec, err := a.w.Next(func(rec *warc.Record) bool {
		switch rec.Type() {
		case "response", "resource", "conversion":
			return true
		}
		return false
	})
	if rec == nil {
		return nil, err
	}
	a.r.count = rec.Number - 1
	a.r.begin(0, max(rec.Offset, 0))
	if err != nil {
		a.over = !errors.Is(err, warc.ErrBroken) && !errors.Is(err, warc.ErrTooLarge)
		return nil, a.r.fault(classed(err))
	}
	if !make {
		return nil, nil
	}
	got, err := a.page(rec)
	if err != nil {
		return nil, a.r.fault(classed(err))
	}
	return got, nil
}

// seek moves to the record at a position.
func (a *archive) seek(p Position) error {
	if !a.r.movable(p) {
		return nil
	}
	if err := a.r.move(p, p.Offset); err != nil {
		return err
	}
	a.w = warc.NewReader(a.r.in, a.r.opts.MaxBytes, p.Record, p.Offset)
	return nil
}

// page makes an article of a record.
func (a *archive) page(rec *warc.Record) (*article.Article, error) {
	e := entry{URL: given{s: rec.URL()}, fetched: true, archived: rec.Fields["warc-date"]}
	body, contentType := rec.Block, rec.Fields["content-type"]
	if rec.Type() == "response" {
		if media := mediaType(contentType); media != "application/http" {
			return nil, &SkipError{"media type " + media}
		}
		m, err := warc.ReadMessage(rec.Block, a.r.opts.MaxBytes)
		if err != nil {
			return nil, err
		}
		if m.Status != 200 {
			return nil, &SkipError{fmt.Sprintf("status %d", m.Status)}
		}
		body, contentType = m.Body, m.Fields["content-type"]
	}
	switch media := mediaType(contentType); media {
	case "", "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml":
	default:
		return nil, &SkipError{"media type " + media}
	}
	if u, err := url.Parse(rec.URL()); err == nil && u.Path == "/robots.txt" {
		return nil, &SkipError{"robots.txt"}
	}
	if why := rec.Fields["warc-truncated"]; why != "" {
		e.note = fmt.Sprintf("the archive holds only a part of the page (%s)", field(why))
	}
	return a.r.document(body, contentType, e)
}

// mediaType returns a media type without its parameters, short and in lower
// case; of one that is malformed, what comes before the first semicolon.
func mediaType(contentType string) string {
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		media, _, _ = strings.Cut(contentType, ";")
		media = strings.ToLower(strings.TrimSpace(media))
	}
	return field(shorten(strings.ToValidUTF8(media, "\uFFFD"), 60))
}
