package intake

import (
	"bytes"
	"errors"
	"html"
	"io"
	"strings"

	"readout/article"
	"readout/intake/feed"
)

// feedItems is an RSS or Atom feed: one article an item, as much of it as the
// feed gives.
type feedItems struct {
	r    *Reader
	feed *feed.Reader
	over bool // nothing more can be read
}

// isFeed reports whether the first bytes are those of an RSS or Atom feed.
func isFeed(head []byte) bool {
	s := strings.ToLower(string(bytes.TrimLeft(head[:min(len(head), 8192)], " \t\r\n")))
	for strings.HasPrefix(s, "<?") || strings.HasPrefix(s, "<!") {
		end := ">"
		if strings.HasPrefix(s, "<!--") {
			end = "-->"
		}
		_, after, ok := strings.Cut(s, end)
		if !ok {
			return false
		}
		s = strings.TrimLeft(after, " \t\r\n")
	}
	return opensWith(s, "rss", "feed", "rdf:rdf")
}

func (r *Reader) feed() itemSource {
	return &feedItems{r: r, feed: feed.NewReader(r.in, feed.Options{
		URL:      r.opts.URL,
		MaxBytes: r.opts.MaxBytes,
		Decode: func(b []byte, charset string) string {
			if charset == "" {
				return decode(b, r.opts.ContentType, false)
			}
			return decode(b, "text/xml; charset="+charset, false)
		},
	})}
}

func (f *feedItems) next(make bool) (*article.Article, error) {
	if f.over {
		return nil, io.EOF
	}
	raw, err := f.feed.Cut()
	var head *feed.HeadError
	if errors.As(err, &head) {
		return nil, classed(err)
	}
	known := errors.Is(err, feed.ErrTruncated) || errors.Is(err, feed.ErrBroken) || errors.Is(err, feed.ErrTooLarge)
	if err != nil && !known {
		return nil, err
	}
	f.r.begin(0, 0)
	if err != nil {
		f.over = errors.Is(err, feed.ErrTruncated)
		return nil, f.r.fault(classed(err))
	}
	if !make {
		return nil, nil
	}
	a, err := f.article(raw)
	if err != nil {
		return nil, f.r.fault(classed(err))
	}
	return a, nil
}

func (f *feedItems) article(raw []byte) (*article.Article, error) {
	it, err := f.feed.Parse(raw)
	if err != nil {
		return nil, err
	}
	if f.r.opts.Known != nil && it.Link != "" && f.r.opts.Known(it.Link) {
		return nil, &SkipError{"known already"}
	}
	e := entry{
		URL: given{s: it.Link}, Title: given{s: it.Title}, Byline: given{s: it.Authors}, Published: given{s: it.Published},
		Publisher: given{s: it.Publisher}, Language: given{s: it.Language},
	}
	if f.r.opts.page != nil && it.Link != "" {
		a, err := f.follow(e)
		if err == nil {
			return a, nil
		}
		e.note = "the page could not be read: " + err.Error()
		if strings.TrimSpace(it.Content) == "" {
			return nil, err
		}
	}
	if !strings.Contains(it.Content, "<") {
		e.Text.s = html.UnescapeString(it.Content)
	} else {
		e.HTML.s = it.Content
	}
	return f.r.read(e)
}

// follow reads the page that an item links to.
func (f *feedItems) follow(e entry) (*article.Article, error) {
	resp, err := f.r.opts.page(e.URL.s)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(io.LimitReader(resp.Body, f.r.opts.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > f.r.opts.MaxBytes {
		return nil, tooLarge(f.r.opts.MaxBytes)
	}
	e.URL.s, e.fetched = resp.URL, true
	return f.r.document(b, resp.ContentType, e)
}
