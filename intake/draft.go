package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/article"
)

// A draft is an article in the making.
type draft struct {
	id, url, title, byline, publisher string

	fetched    bool   // url is where the page came from, not told by the item
	declaredOn string // date of publication as declared by the source, in its own form
	foundOn    string // YYYY-MM-DD, read off a line of the text
	archived   string // when an archive has fetched the page, or empty
	language   string // as declared by the source
	pieces     []piece
	cut        bool // the text was longer than the limit
	warnings   []string
}

func (d *draft) warn(format string, args ...any) {
	d.warnings = append(d.warnings, fmt.Sprintf(format, args...))
}

// headBlocks is how many blocks from the top may hold a byline or date.
const headBlocks = 6

// readText makes the pieces of a plain text.
func (d *draft) readText(s string, limit int, m *markers) {
	s = d.limit(clean(s), limit)
	d.pieces = labelled(paragraphs(s), d.title, m)
	d.readHead(m)
}

// limit cuts a text at the last line or word before the limit.
func (d *draft) limit(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	d.cut = true
	for !utf8.RuneStart(s[limit]) {
		limit--
	}
	s = s[:limit]
	if i := strings.LastIndexAny(s, " \n"); i > limit-limit/8 {
		s = s[:i]
	}
	return s
}

// readHead looks for byline and date among the first blocks, and for lines
// that are nothing else.
func (d *draft) readHead(m *markers) {
	for i := range d.pieces[:min(len(d.pieces), headBlocks)] {
		p := &d.pieces[i]
		switch p.kind {
		case article.Paragraph, article.Heading, article.Standfirst, article.Credit, article.List:
		default:
			continue
		}
		if date, ok := m.placeDate(p.text); ok {
			p.kind = article.Credit
			if d.foundOn == "" {
				d.foundOn = date
			}
			continue
		}
		if names, ok := m.byline(p.text); ok {
			p.kind = article.Credit
			if d.byline == "" {
				d.byline = names
			}
			if d.foundOn == "" {
				d.foundOn = m.dateAfter(p.text)
			}
		}
	}
}

// dateAfter returns the date that ends a byline, if one does.
func (m *markers) dateAfter(s string) string {
	for i, r := range s {
		if r == ',' || r == '|' || r == '–' || r == '—' || r == '-' || r == '·' || r == '\n' {
			if date, ok := m.dateLine(s[i+utf8.RuneLen(r):]); ok {
				return date
			}
		}
	}
	return ""
}

// article assembles the draft and fills in what the source did not tell.
func (d *draft) article(opts Options, m *markers) (*article.Article, error) {
	a := &article.Article{URL: d.url, Title: d.title, Byline: d.byline, Publisher: d.publisher}
	d.assemble(a, opts.MaxText)
	if !hasWord(a.Text) {
		return nil, ErrNoText
	}
	if a.Title == "" && len(a.Blocks) > 0 && a.Blocks[0].Kind == article.Title {
		a.Title = squeeze(a.Words(a.Blocks[0].Span))
	}
	if a.Publisher == "" {
		a.Publisher = host(a.URL)
	}
	d.foundOn = or(d.foundOn, urlDate(a.URL))
	a.Published = d.published(opts.Published, m)
	var mixed bool
	if a.Language, mixed = m.language(a, d.language); mixed {
		d.warn("part of the text seems not to be English")
	}
	a.ID = d.id
	if a.ID == "" {
		sum := sha256.Sum256([]byte(a.URL + "\n" + a.Text))
		a.ID = "a" + hex.EncodeToString(sum[:8])
	}
	d.finalWarnings(a, opts)
	a.Warnings = d.warnings
	return a, nil
}

// assemble joins the pieces by blank lines.
func (d *draft) assemble(a *article.Article, limit int) {
	var text strings.Builder
	for _, p := range d.pieces {
		s := strings.TrimFunc(p.text, isBlank)
		if s == "" {
			continue
		}
		if text.Len() > 0 {
			if text.Len()+2+len(s) > limit+len(a.Title)+2 {
				d.cut = true
				break
			}
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(s)
		a.Blocks = append(a.Blocks, article.Block{Kind: p.kind, Span: article.Span{Start: start, End: text.Len()}})
	}
	a.Text = text.String()
}

// published chooses the date: as declared, as given by the caller, as found in
// the text or address, as an archive has fetched the page.
func (d *draft) published(given string, m *markers) string {
	if d.declaredOn != "" {
		if date, ok := m.declaredDate(d.declaredOn); ok {
			return date
		}
		d.warn("date of publication %q is no full date", shorten(d.declaredOn, 60))
	}
	switch {
	case given != "":
		return given
	case d.foundOn != "":
		return d.foundOn
	}
	if date, ok := m.declaredDate(d.archived); ok {
		d.warn("no date of publication: that of the archive's visit, %s, stands for it", date)
		return date
	}
	d.warn("no date of publication: relative times are not resolved")
	return ""
}

func (d *draft) finalWarnings(a *article.Article, opts Options) {
	if d.cut {
		d.warn("the text is longer than %d bytes: the rest was left out", opts.MaxText)
	}
	if n := strings.Count(a.Text, "\uFFFD"); n > 0 {
		d.warn("%d characters could not be decoded and stand as \uFFFD", n)
	}
	if name, foreign := Foreign(a); foreign {
		d.warn("the text seems to be %s: Readout reads English", name)
	}
}

func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// hasWord reports whether s holds a letter or digit.
func hasWord(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// host returns the host of an address without "www.", or "".
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
