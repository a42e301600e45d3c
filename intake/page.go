package intake

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/article"
)

// minReport is how much text, in bytes, makes a report; with less, the text
// that JSON-LD gives is used if it is longer.
const minReport = 200

// readPage makes the pieces of an HTML page, and fills in from its metadata
// what the item did not tell.
func (d *draft) readPage(page string, limit int, m *markers) error {
	mk, err := readMarkup(page)
	if err != nil {
		return err
	}
	if mk.truncated {
		d.warn("the page is too large: only its first part was read")
	}
	md := readMetadata(mk)
	if d.url == "" || d.fetched {
		d.url = md.address(d.url)
	}
	o := newOutline(mk.root, m)
	f := flow{skip: o.skip, role: o.role}
	f.walk(mk.root, surroundings{})
	body := reportStretches(&f, o)
	if textLen(body) < minReport && len(md.body) > textLen(body) {
		d.fill(md, "")
		d.readText(md.body, limit, m)
		return nil
	}
	if len(body) == 0 {
		return errNoReport
	}
	d.fill(md, pageTitle(f.out, md.title))
	d.pieces = d.pagePieces(body, limit, m)
	if d.declaredOn == "" {
		d.declaredOn = timeElement(mk.root)
	}
	d.readHead(m)
	if d.foundOn == "" {
		d.foundOn = urlDate(d.url)
	}
	return nil
}

// fill takes from the metadata what the item did not tell. The title on the
// page itself is preferred to that of the metadata.
func (d *draft) fill(md metadata, onPage string) {
	d.title = or(d.title, or(onPage, md.title))
	d.byline = or(d.byline, md.byline)
	d.publisher = or(d.publisher, md.publisher)
	d.declaredOn = or(d.declaredOn, md.published)
	d.language = or(d.language, md.language)
}

func textLen(body []stretch) int {
	n := 0
	for i := range body {
		if body[i].tag != atom.Figcaption && body[i].role != captionRole {
			n += len(body[i].text)
		}
	}
	return n
}

// reportStretches returns the stretches of the report, and before them the
// standfirst and captions that stand between the title and the text.
func reportStretches(f *flow, o *outline) []stretch {
	region := o.region(f.out)
	if region == nil {
		return nil
	}
	var body []stretch
	for i := range f.out {
		s := f.out[i]
		switch {
		case inside(s.node, region):
			if !scrap(&s) {
				body = append(body, s)
			}
		case len(body) == 0 && s.role == standfirstRole && len(s.text) >= 40 && s.linked*2 < len(s.text):
			body = append(body, s)
		}
	}
	return trimmed(body)
}

func inside(n, region *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == region {
			return true
		}
	}
	return false
}

// scrap reports what is no part of a report though it stands inside it: lists
// of links, cells of tables, lone words.
func scrap(s *stretch) bool {
	n := len(s.text)
	switch {
	case s.linked*10 >= n*9 && (n < 120 || s.tag == atom.Li || !endsSentence(s.text)):
		return true
	case s.linked*2 > n && !endsSentence(s.text):
		return true
	case s.tag == atom.Td || s.tag == atom.Th:
		return countWords(s.text) < 10
	}
	return false
}

// trimmed drops headings that lead nowhere: with no text between them and the
// next heading of their rank or the end.
func trimmed(body []stretch) []stretch {
	out := body[:0]
	for i := range body {
		if isHeading(body[i].tag) && body[i].tag != atom.H1 {
			j := i + 1
			for j < len(body) && (body[j].tag == atom.Figcaption || body[j].role == captionRole) {
				j++
			}
			if j == len(body) || isHeading(body[j].tag) && body[j].tag <= body[i].tag {
				continue
			}
		}
		out = append(out, body[i])
	}
	return out
}

// pageTitle returns the heading of the page that has most words in common with
// the title of the metadata, if they are about the same; it is what a reader
// of the page sees.
func pageTitle(stretches []stretch, title string) string {
	only, count := "", 0
	for i := range stretches {
		s := &stretches[i]
		if s.tag != atom.H1 && s.tag != atom.H2 && s.role != titleRole || len(s.text) > 400 {
			continue
		}
		text := squeeze(s.text)
		if title != "" && likeness(text, title) >= 0.6 {
			return text
		}
		if s.tag == atom.H1 {
			only = text
			count++
		}
	}
	if title == "" && count == 1 {
		return only
	}
	return ""
}

// likeness is the share of words that two lines have in common.
func likeness(s, t string) float64 {
	a, b := map[string]bool{}, map[string]bool{}
	for f := range strings.FieldsSeq(fold(s)) {
		a[strings.Trim(f, ornament)] = true
	}
	for f := range strings.FieldsSeq(fold(t)) {
		b[strings.Trim(f, ornament)] = true
	}
	common := 0
	for w := range a {
		if b[w] {
			common++
		}
	}
	return float64(common) / float64(max(len(a), len(b), 1))
}

// pagePieces turns stretches into pieces. The elements tell most kinds; text
// that they leave as paragraphs is looked at as in plain text.
func (d *draft) pagePieces(body []stretch, limit int, m *markers) []piece {
	pieces := make([]piece, 0, len(body)+1)
	if d.title != "" {
		pieces = append(pieces, piece{article.Title, d.title})
	}
	size := 0
	for i := range body {
		s := &body[i]
		if d.title != "" && len(s.text) < 500 && (sameWords(s.text, d.title) || s.tag == atom.H1 && likeness(s.text, d.title) >= 0.5) {
			continue
		}
		if size += len(s.text); size > limit {
			s.text = d.limit(s.text, max(0, limit-(size-len(s.text))))
			d.cut = true
		}
		if s.text == "" {
			break
		}
		pieces = append(pieces, piece{m.stretchKind(s), s.text})
	}
	return finishPieces(pieces, m)
}

// stretchKind returns the kind that the elements around a stretch tell, or "".
func (m *markers) stretchKind(s *stretch) article.Kind {
	words := countWords(s.text[:min(len(s.text), 2000)])
	switch {
	case s.tag == atom.Figcaption || s.tag == atom.Figure || s.tag == atom.Caption || s.role == captionRole && words <= maxCaptionWords:
		return article.Caption
	case isHeading(s.tag) && len(s.text) <= 300:
		if k := m.kindOf(s.text, 1, 3); k == article.Source {
			return k
		}
		return article.Heading
	case s.role == creditRole && words <= maxLabelledWords && !endsSentence(s.text):
		return article.Credit
	case s.role == standfirstRole && words <= 80:
		return article.Standfirst
	case s.tag == atom.Li:
		if k := m.kindOf(s.text, 1, 3); k != "" {
			return k
		}
		return article.List
	case s.bold && headingLike(s.text):
		return ""
	}
	return ""
}

// finishPieces gives the pieces without a kind theirs.
func finishPieces(pieces []piece, m *markers) []piece {
	begun := false
	for i := range pieces {
		p := &pieces[i]
		if p.kind == "" {
			p.kind = m.kindOf(p.text, max(i, 1), max(len(pieces), 2))
		}
		begun = begun || p.kind == article.Paragraph
	}
	markHeadings(pieces)
	first := true
	for i := range pieces { // one standfirst, before the first paragraph
		switch {
		case pieces[i].kind == article.Standfirst && !first:
			pieces[i].kind = article.Paragraph
		case pieces[i].kind == article.Paragraph:
			first = false
		}
	}
	return pieces
}

// timeElement returns the date of the first element that is marked as the
// date of publication, or of the only time element there is.
func timeElement(root *html.Node) string {
	var marked, only string
	times := 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && marked == "" {
			value := or(attr(n, "datetime"), attr(n, "content"))
			class := " " + strings.Join(classWords(attr(n, "class")+" "+attr(n, "itemprop")), " ") + " "
			switch {
			case value == "":
			case strings.EqualFold(attr(n, "itemprop"), "datePublished"):
				marked = value
			case n.DataAtom == atom.Time:
				if strings.Contains(class, " published ") || strings.Contains(class, " entry date ") || strings.Contains(class, " pubdate ") ||
					strings.Contains(class, " publish ") {
					marked = value
				}
				if times++; only == "" {
					only = value
				}
			}
		}
		for c := n.FirstChild; c != nil && marked == ""; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	if marked == "" && times == 1 {
		return only
	}
	return marked
}

var errNoReport = fmt.Errorf("%w: the page holds no report", ErrNoText)
