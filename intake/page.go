package intake

import (
	"fmt"
	"strings"

	"golang.org/x/net/html/atom"

	"readout/article"
)

// minReport is how much text, in bytes, makes a report; with less, the text
// that JSON-LD gives is used if it is longer.
const minReport = 200

// withoutScript shows what a page keeps for browsers without scripts.
var withoutScript = strings.NewReplacer("<noscript>", "<div>", "</noscript>", "</div>")

// errNoReport says that a page was read and held nothing to keep.
var errNoReport = fmt.Errorf("%w: the page holds no report", ErrNoText)

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
	all, body := findReport(mk.root, md.description, m)
	if textLen(body) < minReport {
		if shown := withoutScript.Replace(page); shown != page {
			if mk2, err := readMarkup(shown); err == nil {
				if all2, body2 := findReport(mk2.root, md.description, m); textLen(body2) > 2*textLen(body) {
					mk, all, body = mk2, all2, body2
				}
			}
		}
	}
	if textLen(body) < minReport && len(md.body) > textLen(body) {
		d.fill(md, "")
		d.readText(md.body, limit, m)
		return nil
	}
	if len(body) == 0 && mk.truncated {
		return fmt.Errorf("%w in the first part of the page, which is too large", ErrNoText)
	}
	if len(body) == 0 {
		return errNoReport
	}
	d.fill(md, pageTitle(all, md.title))
	d.pieces = d.pagePieces(body, limit, m)
	if d.declaredOn == "" {
		d.declaredOn = timeElement(mk.root)
	}
	d.readHead(m)
	d.foundOn = or(d.foundOn, or(urlDate(d.url), m.dateAbove(all, body)))
	return nil
}

// fill takes from the metadata what the item did not tell. The title on the
// page itself is preferred to that of the metadata.
func (d *draft) fill(md metadata, onPage string) {
	d.title = or(d.title, field(or(onPage, md.title)))
	d.byline = or(d.byline, field(md.byline))
	d.publisher = or(d.publisher, field(md.publisher))
	d.declaredOn = or(d.declaredOn, md.published)
	d.language = or(d.language, md.language)
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
	}
	return ""
}

// finishPieces gives the pieces without a kind theirs.
func finishPieces(pieces []piece, m *markers) []piece {
	for i := range pieces {
		if p := &pieces[i]; p.kind == "" {
			p.kind = m.kindOf(p.text, max(i, 1), max(len(pieces), 2))
		}
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
