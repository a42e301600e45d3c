package intake

import (
	"strings"

	"readout/article"
)

// markTop tells the title and the standfirst by their place and form.
func markTop(pieces []piece, m *markers) {
	news := 0
	for _, p := range pieces {
		if p.kind == "" || p.kind == article.Title {
			news++
		}
	}
	if len(pieces) == 0 || news < 2 {
		return
	}
	if pieces[0].kind == "" && titleLike(pieces[0].text) {
		pieces[0].kind = article.Title
	}
	if pieces[0].kind != article.Title {
		return
	}
	for i := 1; i < len(pieces); i++ {
		switch pieces[i].kind {
		case "":
			if next := nextPlain(pieces[i+1:]); standfirstLike(pieces[i].text) && next != "" && (endsStatement(next) || countWords(next) > maxTitleWords) {
				pieces[i].kind = article.Standfirst
			}
			return
		case article.Caption, article.Credit:
		default:
			return
		}
	}
}

// nextPlain returns the next text that is neither caption nor credit, if no
// other kind comes before it.
func nextPlain(rest []piece) string {
	for _, p := range rest {
		switch p.kind {
		case "":
			return p.text
		case article.Caption, article.Credit:
		default:
			return ""
		}
	}
	return ""
}

// markLists tells list items: a bullet always makes one, a dash or number only
// beside another.
func markLists(pieces []piece) {
	item := func(i int) bool {
		return i >= 0 && i < len(pieces) && (pieces[i].kind == "" || pieces[i].kind == article.List) && itemMark(pieces[i].text) > 0
	}
	for i := range pieces {
		if item(i) && (strings.HasPrefix(pieces[i].text, "•") || item(i-1) || item(i+1)) {
			pieces[i].kind = article.List
		}
	}
}

// markHeadings tells headings: short lines without a full stop, with text
// after them. What is left is a paragraph.
func markHeadings(pieces []piece) {
	begun := false // a title or paragraph has come
	for i := range pieces {
		p := &pieces[i]
		if p.kind == "" {
			p.kind = article.Paragraph
			if begun && headingLike(p.text) && leadsText(pieces[i+1:]) {
				p.kind = article.Heading
			}
		}
		begun = begun || p.kind.News()
	}
}

// leadsText reports whether a paragraph or list follows, behind one more
// heading at most.
func leadsText(rest []piece) bool {
	short := 0
	for _, p := range rest {
		switch p.kind {
		case article.List:
			return true
		case "", article.Paragraph:
			if !headingLike(p.text) {
				return true
			}
			if short++; short > 1 {
				return false
			}
		}
	}
	return false
}
