package statement

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/article"
)

// besides reports whether s, outside the quotations of c, is content all the
// same: the rest of the clause, or what leads up to the quotation.
func (r *reading) besides(c *candidate, s article.Span) bool {
	q := r.quotes[c.quotes[0]]
	if s.End <= q.Start && q.Start-s.End <= 2 {
		return true
	}
	if c.spoken && q.End <= c.cueSpan.Start && s.Start >= q.End {
		return s.Start-r.behind(c) == 2 && strings.HasPrefix(r.doc.Article.Words(s), "that ") // but not: “…”, he said in a letter that …
	}
	switch c.frame {
	case "that", "wh", "colon":
		return true
	case "quote":
		return false
	case "main":
		if q.Start >= c.cueSpan.End {
			// “The plan,” he said, “is good”, but not: Asked about it, he said, “No.”
			first, _ := utf8.DecodeRuneInString(r.doc.Article.Text[q.inner.Start:q.inner.End])
			return s.Start >= c.cueSpan.End || unicode.IsLower(first)
		}
		return s.End <= c.cueSpan.Start
	}
	return !c.spoken
}

func touches(s article.Span, spans []article.Span) bool {
	for _, x := range spans {
		if s.Overlaps(x) {
			return true
		}
	}
	return false
}

// quotesIn reports whether part of the content of c stands in quotation marks.
func (r *reading) quotesIn(c *candidate) bool {
	for _, s := range c.content {
		k := sort.Search(len(r.quotes), func(k int) bool { return r.quotes[k].Start >= s.Start })
		if k < len(r.quotes) && r.quotes[k].Start < s.End {
			return true
		}
	}
	return false
}

// wholeQuotes widens a content that begins or ends inside a quotation to all
// of it, unless the quotation holds the cue too.
func (r *reading) wholeQuotes(c *candidate, s article.Span) article.Span {
	k := sort.Search(len(r.quotes), func(k int) bool { return r.quotes[k].Start >= s.Start })
	for j := k - 1; j >= 0 && j > k-8; j-- {
		if q := r.quotes[j]; q.depth == 0 && q.End > s.Start && !q.Overlaps(c.cueSpan) && !q.Overlaps(c.sourceSpan) {
			s.Start = q.Start
			break
		}
	}
	for ; k < len(r.quotes) && r.quotes[k].Start < s.End; k++ {
		if q := r.quotes[k]; q.depth == 0 && q.End > s.End && !q.Overlaps(c.cueSpan) && !q.Overlaps(c.sourceSpan) {
			s.End = q.End
		}
	}
	return s
}

// adjoining widens a content to a quotation right behind it, only a blank
// between: marks confuse a parser ("said he ”complained”").
func (r *reading) adjoining(s article.Span) article.Span {
	k := sort.Search(len(r.quotes), func(k int) bool { return r.quotes[k].Start >= s.End })
	if k < len(r.quotes) && r.quotes[k].depth == 0 && !r.quotes[k].bare && strings.TrimSpace(r.doc.Article.Text[s.End:r.quotes[k].Start]) == "" &&
		!strings.Contains(r.doc.Article.Text[s.End:r.quotes[k].Start], "\n") {
		s.End = r.quotes[k].End
	}
	return s
}

// stopped cuts content that begins with a quotation where that ends with
// its own punctuation: what follows is the writer's.
func (r *reading) stopped(s article.Span) article.Span {
	k := sort.Search(len(r.quotes), func(k int) bool { return r.quotes[k].Start >= s.Start })
	if k == len(r.quotes) || r.quotes[k].Start != s.Start || r.quotes[k].depth > 0 || r.quotes[k].End >= s.End {
		return s
	}
	for ; k < len(r.quotes) && r.quotes[k].End < s.End; k++ {
		q := r.quotes[k]
		if q.depth > 0 {
			continue
		}
		text := r.doc.Article.Text
		last, _ := utf8.DecodeLastRuneInString(text[q.inner.Start:q.inner.End])
		next := strings.TrimLeft(text[q.End:s.End], " \u00a0")
		if stops(last) && next != "" && wordly([]rune(next[:min(len(next), 4)])[0]) {
			s.End = q.End
			break
		}
		break
	}
	return s
}
