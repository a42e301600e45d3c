// Package feed reads RSS and Atom item by item, in bounded memory. The feed is
// cut into its items first, and each is parsed by itself with the feed's head
// around it, so that a feed that is cut off, or wrong in one item, loses that
// item only.
package feed

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"net/url"
	"strings"

	"github.com/mmcdole/gofeed"
)

// Faults; they come wrapped.
var (
	// ErrTruncated reports an item that the end of the feed cuts off.
	ErrTruncated = errors.New("the feed is cut off")
	// ErrBroken reports markup that is no feed or item.
	ErrBroken = errors.New("broken feed")
	// ErrTooLarge reports an item, or a head, that is larger than the limit.
	ErrTooLarge = errors.New("too large")
)

// An Item is one entry of a feed.
type Item struct {
	Title     string
	Link      string // resolved as far as the feed's address or its own link allow
	Authors   string // names with commas between
	Published string // as written, or RFC 3339
	Content   string // HTML: the whole text, or the summary if there is no more
	Publisher string // the title of the feed
	Language  string
}

// Options for a Reader. Decode must be given.
type Options struct {
	// URL is the address of the feed, if known.
	URL string
	// MaxBytes bounds one item, and the head.
	MaxBytes int64
	// Decode turns bytes into UTF-8; charset is what the XML declaration
	// names, or empty.
	Decode func(b []byte, charset string) string
}

// A Reader reads the items of one feed.
type Reader struct {
	scan    scanner
	opts    Options
	parser  *gofeed.Parser
	head    string // up to the first item, in UTF-8, without an XML declaration
	charset string
	tail    string // closes what the head opens
	started bool
	pending []byte // the opening tag of the next item, read already
}

// NewReader returns a reader of the feed in.
func NewReader(in *bufio.Reader, opts Options) *Reader {
	return &Reader{scan: scanner{in: in, max: opts.MaxBytes}, opts: opts, parser: gofeed.NewParser()}
}

// A HeadError is a fault before the first item.
type HeadError struct{ Err error }

func (e *HeadError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *HeadError) Unwrap() error { return e.Err }

// Cut returns the bytes of the next item, which are valid until the next call.
// At the end it returns io.EOF. After ErrBroken and ErrTooLarge it can be
// called again; a fault before the first item comes as *HeadError, after which
// there is nothing.
func (r *Reader) Cut() ([]byte, error) {
	if !r.started {
		r.started = true
		if err := r.readHead(); err != nil {
			if err == io.EOF {
				return nil, err
			}
			return nil, &HeadError{err}
		}
	}
	return r.cut()
}

// isItem reports the element that holds an item.
func isItem(name string) bool {
	local := name[strings.IndexByte(name, ':')+1:]
	return local == "item" || local == "entry"
}

// readHead reads up to the first item.
func (r *Reader) readHead() error {
	var open []string
	r.scan.reset()
	for {
		t, err := r.scan.tag()
		switch {
		case err == io.EOF && len(open) == 0:
			return io.EOF // a feed without items
		case err == io.EOF:
			return fmt.Errorf("%w before its first item", ErrTruncated)
		case err != nil:
			return err
		case isItem(t.name) && !t.closing:
			b := r.scan.bytes()
			r.setHead(b[:t.start], open)
			r.pending = bytes.Clone(b[t.start:])
			if t.empty {
				r.pending = nil
			}
			return nil
		case t.closing:
			for i := len(open) - 1; i >= 0; i-- {
				if open[i] == t.name {
					open = open[:i]
					break
				}
			}
		case !t.empty:
			if len(open) == maxDepth {
				return fmt.Errorf("%w: elements inside each other without end", ErrBroken)
			}
			open = append(open, t.name)
		}
	}
}

// maxDepth bounds the elements inside each other in a head.
const maxDepth = 100

func (r *Reader) setHead(b []byte, open []string) {
	if decl, rest, ok := bytes.Cut(b, []byte("?>")); ok && bytes.HasPrefix(bytes.TrimSpace(decl), []byte("<?xml")) {
		r.charset = declaredCharset(string(decl))
		b = rest
	}
	r.head = r.text(b)
	var tail strings.Builder
	for i := len(open) - 1; i >= 0; i-- {
		fmt.Fprintf(&tail, "</%s>", r.text([]byte(open[i])))
	}
	r.tail = tail.String()
}

func declaredCharset(decl string) string {
	_, rest, ok := strings.Cut(decl, "encoding")
	rest = strings.TrimLeft(rest, " \t\r\n=")
	if !ok || rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return ""
	}
	name, _, _ := strings.Cut(rest[1:], rest[:1])
	return name
}

// text decodes bytes and drops the characters that XML forbids.
func (r *Reader) text(b []byte) string {
	return strings.Map(func(c rune) rune {
		if c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0xfffe || c == 0xffff {
			return -1
		}
		return c
	}, strings.ToValidUTF8(r.opts.Decode(b, r.charset), "\uFFFD"))
}

// cut returns the bytes of the next item.
func (r *Reader) cut() ([]byte, error) {
	r.scan.reset()
	if r.pending == nil {
		if err := r.find(); err != nil {
			return nil, err
		}
	}
	r.scan.put(r.pending)
	name := tagName(r.pending)
	r.pending = nil
	for {
		t, err := r.scan.tag()
		switch {
		case err == io.EOF:
			return nil, fmt.Errorf("%w inside an item", ErrTruncated)
		case errors.Is(err, ErrTooLarge):
			r.scan.reset()
			return nil, err
		case err != nil:
			return nil, err
		case t.name == name && t.closing:
			return r.scan.bytes(), nil
		case t.name == name && !t.empty:
			r.pending = bytes.Clone(r.scan.bytes()[t.start:])
			return nil, fmt.Errorf("%w: an item begins inside another", ErrBroken)
		}
	}
}

// find passes over everything up to the tag that opens an item.
func (r *Reader) find() error {
	for {
		t, err := r.scan.tag()
		if errors.Is(err, ErrTooLarge) {
			r.scan.reset()
			continue
		}
		if err != nil {
			return err
		}
		if isItem(t.name) && !t.closing && !t.empty {
			r.pending = bytes.Clone(r.scan.bytes()[t.start:])
			r.scan.reset()
			return nil
		}
		r.scan.reset()
	}
}

// Parse reads the bytes of an item that Cut returned.
func (r *Reader) Parse(raw []byte) (item *Item, err error) {
	defer func() {
		if p := recover(); p != nil { // foreign code: a fault in it must not end the program
			item, err = nil, fmt.Errorf("%w: %v", ErrBroken, p)
		}
	}()
	doc := r.head + r.text(raw) + r.tail
	f, err := r.parser.Parse(strings.NewReader(doc))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	if len(f.Items) == 0 {
		return nil, fmt.Errorf("%w: no item in its place", ErrBroken)
	}
	it := f.Items[0]
	item = &Item{
		Title:     plain(it.Title),
		Link:      r.resolve(it.Link, f),
		Published: it.Published,
		Content:   it.Content,
		Publisher: plain(f.Title),
		Language:  f.Language,
	}
	if strings.TrimSpace(item.Content) == "" {
		item.Content = it.Description
	}
	if item.Published == "" {
		item.Published = it.Updated
	}
	var names []string
	for _, a := range it.Authors {
		if n := plain(a.Name); n != "" {
			names = append(names, n)
		}
	}
	item.Authors = strings.Join(names, ", ")
	return item, nil
}

// resolve makes a link absolute if the feed tells what it is relative to.
func (r *Reader) resolve(link string, f *gofeed.Feed) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || link == "" {
		return ""
	}
	for _, base := range []string{f.Link, r.opts.URL} {
		if u.IsAbs() {
			break
		}
		if b, err := url.Parse(strings.TrimSpace(base)); err == nil && b.IsAbs() {
			u = b.ResolveReference(u)
		}
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// plain drops the markup that titles and names may hold.
func plain(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = html.UnescapeString(withoutTags(s))
	}
	return strings.Join(strings.Fields(s), " ")
}

// withoutTags drops what stands between angle brackets and begins like a tag.
func withoutTags(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 || i+1 == len(s) {
			return b.String() + s
		}
		b.WriteString(s[:i])
		c := s[i+1] | 0x20
		end := strings.IndexByte(s[i:], '>')
		if end < 0 || c != '/'|0x20 && (c < 'a' || c > 'z') {
			b.WriteByte('<')
			s = s[i+1:]
			continue
		}
		s = s[i+end+1:]
	}
}
