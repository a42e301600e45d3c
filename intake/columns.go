package intake

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Columns says which field of a JSON object, or column of a CSV, TSV or
// Parquet table, holds what. An empty name means the usual ones, of which the
// first that is there counts. In JSON a dot leads into an object inside:
// "article.body".
type Columns struct {
	ID, URL, Title, Published, Publisher, Byline, Language, Text, HTML string
}

// A part is something that an input tells of an article.
type part struct {
	name  string
	given func(*Columns) *string
	to    func(*entry) *given
	usual []string // lower case, words joined by "_"
}

var parts = []part{
	{"id", func(c *Columns) *string { return &c.ID }, func(e *entry) *given { return &e.ID },
		[]string{"id", "article_id", "doc_id", "document_id", "uid", "guid", "uuid"}},
	{"url", func(c *Columns) *string { return &c.URL }, func(e *entry) *given { return &e.URL },
		[]string{"url", "link", "uri", "article_url", "source_url", "web_url", "href"}},
	{"title", func(c *Columns) *string { return &c.Title }, func(e *entry) *given { return &e.Title },
		[]string{"title", "headline", "heading"}},
	{"published", func(c *Columns) *string { return &c.Published }, func(e *entry) *given { return &e.Published },
		[]string{"published", "date", "published_at", "publication_date", "date_published", "published_date", "publish_date",
			"date_publish", "pub_date", "pubdate", "datepublished", "publishedat", "datetime", "timestamp"}},
	{"publisher", func(c *Columns) *string { return &c.Publisher }, func(e *entry) *given { return &e.Publisher },
		[]string{"publisher", "source", "outlet", "publication", "newspaper", "source_name", "source_domain", "domain"}},
	{"byline", func(c *Columns) *string { return &c.Byline }, func(e *entry) *given { return &e.Byline },
		[]string{"byline", "author", "authors", "creator"}},
	{"language", func(c *Columns) *string { return &c.Language }, func(e *entry) *given { return &e.Language },
		[]string{"language", "lang"}},
	{textPart, func(c *Columns) *string { return &c.Text }, func(e *entry) *given { return &e.Text },
		[]string{"text", "body", "content", "full_text", "fulltext", "main_text", "maintext", "body_text", "article_text",
			"article_body", "articlebody", "plain_text", "article", "story"}},
	{htmlPart, func(c *Columns) *string { return &c.HTML }, func(e *entry) *given { return &e.HTML },
		[]string{"html", "raw_html", "body_html", "content_html", "page"}},
}

const (
	textPart = "text"
	htmlPart = "html"
)

// ParseColumns reads mappings such as "text=body": what the column holds, an
// equals sign, and its name.
func ParseColumns(mappings []string) (Columns, error) {
	var c Columns
	var known []string
	for _, p := range parts {
		known = append(known, p.name)
	}
next:
	for _, m := range mappings {
		what, name, ok := strings.Cut(m, "=")
		if !ok || name == "" {
			return c, fmt.Errorf("column %q: want a mapping such as text=body", m)
		}
		for _, p := range parts {
			if p.name == what {
				*p.given(&c) = name
				continue next
			}
		}
		return c, fmt.Errorf("column %q: %q is none of %s", m, what, strings.Join(known, ", "))
	}
	return c, nil
}

// plainName is a column's name as the usual ones are written.
func plainName(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	return strings.NewReplacer(" ", "_", "-", "_", ".", "_").Replace(s)
}

// find returns for each part the index of its column, or -1, and whether the
// table holds articles: text or HTML. A column that was named and is not there
// is an error.
func (c *Columns) find(columns []string) (at []int, ok bool, err error) {
	at = make([]int, len(parts))
	plain := make([]string, len(columns))
	for i, n := range columns {
		plain[i] = plainName(n)
	}
	for k, p := range parts {
		at[k] = -1
		name := *p.given(c)
		if name == "" {
			at[k] = firstOf(plain, p.usual)
		} else if at[k] = firstOf(columns, []string{name}); at[k] < 0 {
			if at[k] = firstOf(plain, []string{plainName(name)}); at[k] < 0 {
				return nil, false, fmt.Errorf("%w: no column %q: there are %s", ErrUnreadable, name, listed(columns))
			}
		}
		ok = ok || at[k] >= 0 && (p.name == textPart || p.name == htmlPart)
	}
	return at, ok, nil
}

// firstOf returns the index in have of the first of names that is there.
func firstOf(have, names []string) int {
	for _, n := range names {
		for i, h := range have {
			if h == n {
				return i
			}
		}
	}
	return -1
}

// listed names columns for a message.
func listed(columns []string) string {
	const most = 20
	var b strings.Builder
	for i, c := range columns {
		if i == most {
			fmt.Fprintf(&b, " and %d more", len(columns)-most)
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", shorten(c, 40))
	}
	return b.String()
}

// noText says that a table holds no column to read.
func noText(columns []string) error {
	return fmt.Errorf("%w: none of the columns %s is the text; name it, as in text=NAME", ErrNoText, listed(columns))
}

// row makes the entry of a table's row. Values of columns that are called by a
// usual name for text may hold HTML and are looked at.
func (c *Columns) row(at []int, value func(column int) given) entry {
	var e entry
	for k, p := range parts {
		if at[k] >= 0 {
			*p.to(&e) = value(at[k])
		}
	}
	c.sortText(&e)
	return e
}

// sortText moves a text that is a page, and was not said to be text, to HTML.
func (c *Columns) sortText(e *entry) {
	if c.Text != "" || e.HTML.s != "" || !strings.HasPrefix(strings.TrimLeft(e.Text.s, " \t\r\n"), "<") {
		return
	}
	if kind, err := sniffMarkup([]byte(e.Text.s[:min(len(e.Text.s), 4096)]), "", ""); err == nil && kind == pageKind {
		e.HTML, e.Text = e.Text, given{}
	}
}

// object reads a JSON object.
func (c *Columns) object(b []byte) (entry, error) {
	var e entry
	if *c == (Columns{}) {
		if err := json.Unmarshal(b, &e); err != nil {
			return e, jsonFault(err)
		}
		if e.Text.s != "" || e.HTML.s != "" || e.Text.bad || e.HTML.bad {
			return e, e.check()
		}
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil {
		return e, jsonFault(err)
	}
	plain := make(map[string]string, len(fields)) // of equal names the least, so that it is always the same
	for name := range fields {
		p := plainName(name)
		if old, ok := plain[p]; !ok || name < old {
			plain[p] = name
		}
	}
	for _, p := range parts {
		var raw json.RawMessage
		if name := *p.given(c); name != "" {
			raw = leading(fields, name)
		} else {
			for _, u := range p.usual {
				if name, ok := plain[u]; ok {
					raw = fields[name]
					break
				}
			}
		}
		if len(raw) > 0 {
			if err := p.to(&e).UnmarshalJSON(raw); err != nil {
				return e, jsonFault(err)
			}
		}
	}
	c.sortText(&e)
	return e, e.check()
}

// leading returns the field of that name, or what a name with dots leads to.
func leading(fields map[string]json.RawMessage, name string) json.RawMessage {
	for range maxLeading {
		if raw, ok := fields[name]; ok {
			return raw
		}
		head, rest, ok := strings.Cut(name, ".")
		var inner map[string]json.RawMessage
		if !ok || json.Unmarshal(fields[head], &inner) != nil {
			return nil
		}
		fields, name = inner, rest
	}
	return nil
}

// maxLeading is how deep a name with dots leads.
const maxLeading = 10
