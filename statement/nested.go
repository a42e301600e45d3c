package statement

import (
	"sort"
	"strings"

	"readout/article"
	"readout/syntax"
)

// The confidence below which a statement within another is left out. The
// annotations from which confidence is learned mark the outermost alone; in those
// that mark all (GUM, CC BY) six in ten clauses above leastNested are right, but
// hardly a thing or a title quoted, or what a text is told to say, below leastThing.
const (
	leastNested = 0.4
	leastThing  = 0.6
)

// maxDepth is how many statements within one another are followed.
const maxDepth = 16

// nested returns the statements within those kept ("she said that he denied
// it"), in order of their first word: those that were dropped because they lie
// in another's content, and what is reported inside a quotation; whom somebody
// is said to quote is always told. Each is within
// the shortest content that holds its cue.
func (r *reading) nested() []*candidate {
	owners := make([]*candidate, len(r.quotes))
	for _, c := range r.found {
		if c.stands(r.opts.MinConfidence) {
			for _, q := range c.quotes {
				owners[q] = c
			}
		}
	}
	known := len(r.found)
	for q := range r.quotes {
		if owners[q] != nil && r.spokenLength(q) {
			r.reported(q)
		}
	}
	for _, c := range r.found[known:] {
		c.dropped, c.inner = true, true
		if len(c.quotes) == 0 && r.clausal(c) {
			r.finishInner(c)
		}
	}
	var out []*candidate
	for i, c := range r.found {
		if !c.inner || c.cueSpan.Empty() || len(c.content) == 0 || !r.clausal(c) || c.source < 0 && i >= known {
			continue
		}
		c.confidence = r.reliability(c)
		least := leastThing
		frame := frameGroup(c.frame)
		if (frame != "obj" && frame != "+" && frame != "to" || r.asksThing(c)) && !(c.source >= 0 && r.writing(&r.trees[c.sent], c.source)) {
			least = leastNested
		}
		if c.confidence >= least || c.cue >= 0 && r.trees[c.sent].quoted(c.cue) >= 0 {
			out = append(out, c)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].start() < out[j].start() })
	return out
}

// stands reports whether c is kept by itself, within no other.
func (c *candidate) stands(least float64) bool { return !c.dropped && c.confidence >= least }

// reports reports whether c gives a clause or quoted words as somebody's, not
// just a thing that he likes or wants.
func (c *candidate) reports() bool {
	if len(c.quotes) > 0 {
		return true
	}
	switch frame, _, _ := strings.Cut(c.frame, ":"); frame {
	case "that", "wh", "main", "clause", "quote":
		return true
	}
	return false
}

// clausal reports whether c reports, or has a question for its object that the
// tree takes for a thing: "don't see why it should".
func (r *reading) clausal(c *candidate) bool {
	return c.reports() || r.asksThing(c)
}

func (r *reading) asksThing(c *candidate) bool {
	return frameGroup(c.frame) == "obj" && len(c.content) > 0 && asksWord(r.doc.Article.Words(c.content[0]))
}

// reported looks for cues inside quotation q.
func (r *reading) reported(q int) {
	p := r.places[q]
	for s := p.from; s >= 0 && s <= p.to; s++ {
		t := &r.trees[s]
		if len(t.Tokens) > maxSentence {
			continue
		}
		for n := range t.Tokens {
			if t.quote[n] == int32(q) {
				r.candidate(t, n)
				r.innerQuote(t, n)
			}
		}
	}
}

// innerQuote makes the statement of verb v, which stands in a quotation, right
// before a quotation inside that: “Then I thought, ‘Why not?’”.
func (r *reading) innerQuote(t *tree, v int) {
	if t.Tokens[v].UPos != "VERB" || r.byCue[syntax.Ref{Sentence: t.index, Token: v}] != nil {
		return
	}
	w, end, known := r.speechWord(t, v)
	k := end
	for k < len(t.Tokens) && k < end+2 && (t.form(k) == "," || t.form(k) == ":") {
		k++
	}
	if !known || k >= len(t.Tokens) {
		return
	}
	at := t.Tokens[k].Start
	i := sort.Search(len(r.quotes), func(i int) bool { return r.quotes[i].Start >= at })
	subj, passive := t.subject(v)
	if i == len(r.quotes) || r.quotes[i].Start != at || r.quotes[i].depth != 1 || passive || subj < 0 {
		return
	}
	c := r.verbCandidate(t, v, w, end)
	r.setSource(t, c, subj)
	c.frame, c.content = "quote", []article.Span{r.quotes[i].Span}
	r.add(c)
}

// finishInner makes the content of c, whose cue stands in a quotation, final:
// it ends where the quotation does.
func (r *reading) finishInner(c *candidate) {
	r.adjust(c)
	in := r.quotes[r.trees[c.sent].quote[c.cue]].inner
	var spans []article.Span
	for _, s := range c.content {
		for k := sort.Search(len(r.quotes), func(k int) bool { return r.quotes[k].Start >= s.Start }); k < len(r.quotes) && r.quotes[k].Start == s.Start; k++ {
			s.End = min(s.End, r.quotes[k].End) // “He told us, ‘Wait,’ and left”
		}
		if s = trimmed(r.doc.Article.Text, max(s.Start, in.Start), min(s.End, in.End)); !s.Empty() {
			spans = append(spans, s)
		}
	}
	c.content = r.without(c, r.joined(spans))
}

// place sets within which of the kept statements each of the nested ones lies,
// and returns both in order of their first word. A nested one that lies in none
// of them is left out.
func place(kept, nested []*candidate) []*candidate {
	all := append(kept[:len(kept):len(kept)], nested...)
	sort.SliceStable(all, func(i, j int) bool { return all[i].start() < all[j].start() })
	for _, c := range nested {
		shortest := 0
		for _, o := range all {
			if o.start() > c.cueSpan.Start {
				break
			}
			if o == c || o.frame == "answer" || c.holds(o.cueSpan) {
				continue
			}
			for _, s := range o.content {
				if s.Contains(c.cueSpan) && (c.within == nil || s.Len() < shortest) {
					c.within, shortest = o, s.Len()
				}
			}
		}
	}
	return keep(all, func(c *candidate) bool { return !c.inner || c.within != nil })
}

// firstPerson reports whether the source of c is "I" or "we".
func (r *reading) firstPerson(c *candidate) bool {
	switch r.trees[c.sent].form(c.source) {
	case "i", "we":
		return true
	}
	return false
}

// innerKind is the kind of c, whose cue stands in quotation q, by the
// quotations inside that.
func (r *reading) innerKind(c *candidate, q int) string {
	in, out := false, false
	for _, s := range c.content {
		at := s.Start
		for k := q + 1; k < len(r.quotes) && r.quotes[k].depth > 0 && r.quotes[k].Start < s.End; k++ {
			if i := r.quotes[k]; i.depth == 1 && !i.Overlaps(c.cueSpan) && i.End > at {
				in = true
				out = out || i.Start > at && !idle(r.doc.Article.Text[at:i.Start])
				at = i.End
			}
		}
		out = out || at < s.End && !idle(r.doc.Article.Text[at:s.End])
	}
	return kindOf(in, out)
}

// quoting returns the statement in whose quotation c is said by "I" or "we", or
// nil.
func (r *reading) quoting(c *candidate) *candidate {
	if !c.inner || c.source < 0 || !r.firstPerson(c) {
		return nil
	}
	q := int(r.trees[c.sent].quote[c.source])
	for o, n := c.within, 0; o != nil && q >= 0 && n < maxDepth; o, n = o.within, n+1 {
		if contains(o.quotes, q) {
			return o
		}
	}
	return nil
}
