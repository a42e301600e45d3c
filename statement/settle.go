package statement

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"readout/article"
)

// settle makes each candidate's content final, weighs it, drops the weak and
// puts the nested within those that hold them.
func (r *reading) settle() {
	r.weigh()
	var nested []*candidate
	if !r.opts.Outermost {
		nested = r.nested()
	}
	kept := keep(r.found, func(c *candidate) bool { return c.stands(r.opts.MinConfidence) })
	r.found = place(kept, nested)
}

// weigh makes contents final, sets the confidence of each candidate and marks
// as dropped what is nested in a statement that will be kept.
func (r *reading) weigh() {
	for _, c := range r.found {
		r.finish(c)
		if len(c.content) > 0 {
			c.confidence = r.reliability(c)
		}
	}
	r.found = keep(r.found, func(c *candidate) bool { return len(c.content) > 0 })
	sort.SliceStable(r.found, func(i, j int) bool { return r.found[i].start() < r.found[j].start() })
	r.dropTwins()
	r.dropNested()
}

func keep(list []*candidate, ok func(*candidate) bool) []*candidate {
	kept := list[:0]
	for _, c := range list {
		if ok(c) {
			kept = append(kept, c)
		}
	}
	return kept
}

// start returns the first byte of the statement.
func (c *candidate) start() int {
	s := c.content[0].Start
	if !c.cueSpan.Empty() {
		s = min(s, c.cueSpan.Start)
	}
	if !c.sourceSpan.Empty() {
		s = min(s, c.sourceSpan.Start)
	}
	return s
}

// finish joins what the tree and the quotation marks say of the content.
func (r *reading) finish(c *candidate) {
	if c.frame == "turn" || c.frame == "answer" || c.frame == "signed" || c.frame == "set off" {
		return // all that the label or the question stands before
	}
	var spans []article.Span
	if !c.spoken {
		r.adjust(c)
	}
	for _, i := range c.quotes {
		q := r.quotes[i].Span
		if x := &c.sourceSpan; x.Start < q.Start && q.Start < x.End {
			x.End = x.Start + len(strings.TrimRight(r.doc.Article.Text[x.Start:q.Start], " \u00a0:,")) // of a tree that hangs the words on who says them
		}
		spans = append(spans, q)
	}
	n, dropped := len(spans), false
	for _, s := range c.content {
		s = r.stopped(r.adjoining(r.wholeQuotes(c, s)))
		if n > 0 && !touches(s, spans[:n]) && !r.besides(c, s) {
			dropped = true
			continue
		}
		spans = append(spans, s)
	}
	if dropped && c.spoken && len(spans) == n && c.frame == "obj" {
		c.frame = "quote" // "released this statement: “…”"
	}
	c.content = r.without(c, r.joined(spans))
	for i := range c.content {
		c.content[i] = r.unbracketed(c.content[i])
	}
	c.sourceSpan = r.unbracketed(c.sourceSpan)
}

// unbracketed returns the span without a bracket at its head or end whose
// other half lies outside it.
func (r *reading) unbracketed(s article.Span) article.Span {
	words := r.doc.Article.Words(s)
	if strings.HasPrefix(words, "(") && !strings.Contains(words, ")") && len(words) > 1 {
		s = trimmed(r.doc.Article.Text, s.Start+1, s.End)
	}
	if strings.HasSuffix(words, ")") && !strings.Contains(words, "(") && len(words) > 1 {
		s = trimmed(r.doc.Article.Text, s.Start, s.End-1)
	}
	return s
}

// without leaves the cue and the source out of the content.
func (r *reading) without(c *candidate, spans []article.Span) []article.Span {
	for _, x := range [...]article.Span{c.cueSpan, c.sourceSpan} {
		var out []article.Span
		for _, s := range spans {
			if x.Empty() || !s.Overlaps(x) {
				out = append(out, s)
				continue
			}
			for _, w := range [...]article.Span{{Start: s.Start, End: x.Start}, {Start: x.End, End: s.End}} {
				if w = trimmed(r.doc.Article.Text, w.Start, w.End); !w.Empty() && !idle(r.doc.Article.Words(w)) {
					out = append(out, w)
				}
			}
		}
		spans = out
	}
	return spans
}

// joined sorts spans and joins those that touch or have only blanks or a
// comma between them.
func (r *reading) joined(spans []article.Span) []article.Span {
	text := r.doc.Article.Text
	sort.Slice(spans, func(i, j int) bool {
		if spans[i].Start != spans[j].Start {
			return spans[i].Start < spans[j].Start
		}
		return spans[i].End > spans[j].End
	})
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 {
			if l := &out[n-1]; s.Start <= l.End || idle(text[l.End:s.Start]) {
				l.End = max(l.End, s.End)
				continue
			}
		}
		out = append(out, s)
	}
	return out
}

// idle reports whether s is short and holds no letter and no end of a line.
func idle(s string) bool {
	if len(s) > 8 {
		return false
	}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\n' {
			return false
		}
	}
	return true
}

// dropTwins drops the weaker of two statements in a row whose cues share
// words ("<championed> a plan to …" and "<championed a plan> to …") or that have
// the same content ("he told the press, adding: “…”", of equals the first).
func (r *reading) dropTwins() {
	last := map[int]*candidate{} // by sentence
	for _, c := range r.found {
		if c.cueSpan.Empty() || c.confidence < r.opts.MinConfidence {
			continue
		}
		if o := last[c.sent]; o != nil && (o.cueSpan.Overlaps(c.cueSpan) || slices.Equal(o.content, c.content)) {
			if o.confidence > c.confidence || o.confidence == c.confidence && o.cueSpan.Overlaps(c.cueSpan) {
				c.dropped = true
				continue
			}
			o.dropped = true
		}
		last[c.sent] = c
	}
}

// dropNested drops each statement whose cue lies in the content of another,
// and the weaker of two that claim the same words.
func (r *reading) dropNested() {
	type piece struct {
		article.Span
		of *candidate
	}
	var pieces []piece
	for _, c := range r.found {
		if c.dropped || c.confidence < r.opts.MinConfidence || c.frame == "answer" {
			continue
		}
		for _, s := range c.content {
			pieces = append(pieces, piece{s, c})
		}
	}
	sort.SliceStable(pieces, func(i, j int) bool { return pieces[i].Start < pieces[j].Start })
	reach := 0 // the furthest end of the pieces seen
	ends := make([]int, len(pieces))
	for i, p := range pieces {
		reach = max(reach, p.End)
		ends[i] = reach
	}
	for _, c := range r.found {
		at := c.cueSpan
		if at.Empty() {
			continue
		}
		k := sort.Search(len(pieces), func(k int) bool { return pieces[k].Start > at.Start })
		for n := 0; k > 0 && n < lookAhead; n++ {
			k--
			if ends[k] < at.End {
				break
			}
			o := pieces[k].of
			if o == c || !pieces[k].Contains(at) {
				continue
			}
			if c.holds(o.cueSpan) && (o.confidence < c.confidence || o.confidence == c.confidence && o.cue > c.cue) {
				continue // each in the other: the weaker goes
			}
			c.dropped, c.inner = true, c.inner || !c.dropped && !c.holds(o.cueSpan)
			break
		}
	}
}

// holds reports whether s lies in the content of c.
func (c *candidate) holds(s article.Span) bool {
	for _, w := range c.content {
		if !s.Empty() && w.Contains(s) {
			return true
		}
	}
	return false
}
