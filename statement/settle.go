package statement

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/article"
	"readout/lexicon"
)

// candidates looks at each token that may be a cue.
func (r *reading) candidates() {
	for i := range r.trees {
		t := &r.trees[i]
		if len(t.Tokens) > maxSentence {
			continue
		}
		for n := range t.Tokens {
			if q := t.quote[n]; q >= 0 && r.spokenLength(int(q)) {
				continue
			}
			r.candidate(t, n)
		}
	}
}

// maxSentence is the number of tokens above which a sentence is no language
// and not looked at for cues.
const maxSentence = 600

// spokenLength reports whether a quotation is long enough to be speech in
// which cues are the speaker's own business.
func (r *reading) spokenLength(q int) bool {
	s := r.quotes[q]
	return strings.Count(r.doc.Article.Text[s.inner.Start:min(s.inner.End, s.inner.Start+200)], " ") >= 3
}

func (r *reading) candidate(t *tree, n int) {
	var c *candidate
	switch tok := &t.Tokens[n]; tok.UPos {
	case "VERB":
		c = r.verb(t, n)
	case "NOUN", "PROPN", "PRON", "NUM", "SYM":
		c = r.phrase(t, n)
		if c == nil && tok.UPos == "NOUN" {
			c = r.noun(t, n)
		}
	case "ADJ":
		c = r.adjective(t, n)
	case "ADV":
		c = r.adverb(t, n)
	}
	if c == nil && t.form(n) == ":" {
		r.colon(t, n)
	}
}

// colon makes the statement of "Smith: we will win", whose cue is the colon.
func (r *reading) colon(t *tree, n int) *candidate {
	if n == 0 || n+2 > len(t.Tokens) {
		return nil
	}
	from := n
	for from > 0 && n-from <= 8 {
		u := t.Tokens[from-1].UPos
		if u == "PUNCT" && t.form(from-1) != "," && t.form(from-1) != "." || t.quote[from-1] >= 0 {
			break
		}
		switch u {
		case "VERB", "AUX", "PRON", "SCONJ", "CCONJ", "NUM":
			if f := t.Tokens[from-1].Form; u != "VERB" && u != "PRON" || f != strings.ToUpper(f) {
				return nil
			}
		}
		from--
	}
	if from > 0 && !dash([]rune(t.Tokens[from-1].Form)[0]) || from == n || n-from > 8 {
		return nil
	}
	head := n - 1
	for k := 0; k < maxClimb && t.head(head) >= from && t.head(head) < n; k++ {
		head = t.head(head)
	}
	c := &candidate{sent: t.index, cue: n, part: lexicon.CueVerb, kind: "say", word: ":", frame: "colon", source: head, speaker: head}
	c.cueSpan = t.Tokens[n].Span
	c.sourceSpan = t.trim(from, n)
	end := len(t.Tokens)
	w := t.trim(n+1, end)
	if w.Empty() || c.sourceSpan.Empty() {
		return nil
	}
	if w.End = t.Tokens[end-1].End; t.quote[n+1] < 0 && from == 0 {
		w.End = r.turn(t, w)
	}
	c.content = []article.Span{w}
	return r.add(c)
}

// turn returns the end of what a speaker says in a transcript: the paragraph's,
// if his name opens it in capitals, or else the sentence's.
func (r *reading) turn(t *tree, w article.Span) int {
	name := r.doc.Article.Text[t.Start:t.Tokens[0].End]
	k := sort.Search(len(r.paras), func(k int) bool { return r.paras[k].End > t.Start })
	if k < len(r.paras) && r.paras[k].Start == t.Start && name == strings.ToUpper(name) {
		return r.paras[k].End
	}
	return w.End
}

// speakers returns the entities that the token names.
func (r *reading) speakers(sentence, token int) []int {
	if r.cast == nil || token < 0 {
		return nil
	}
	return r.cast.At(sentence, token)
}

// settle makes each candidate's content final, weighs it, and drops the
// nested and the weak.
func (r *reading) settle() {
	r.weigh()
	r.found = keep(r.found, func(c *candidate) bool { return !c.dropped && c.confidence >= r.opts.MinConfidence })
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
	if !r.opts.Nested {
		r.dropNested()
	}
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
	var spans []article.Span
	if !c.spoken {
		r.adjust(c)
	}
	for _, i := range c.quotes {
		spans = append(spans, r.quotes[i].Span)
	}
	n := len(spans)
	for _, s := range c.content {
		s = r.stopped(r.adjoining(r.wholeQuotes(c, s)))
		if n > 0 && !touches(s, spans[:n]) && !r.besides(c, s) {
			continue
		}
		spans = append(spans, s)
	}
	c.content = r.without(c, r.joined(spans))
}

// without leaves the cue and the source out of the content.
func (r *reading) without(c *candidate, spans []article.Span) []article.Span {
	for _, x := range [...]article.Span{c.cueSpan, c.sourceSpan} {
		var out []article.Span
		for _, s := range spans {
			if x.Empty() || !s.Contains(x) {
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

// besides reports whether s, outside the quotations of c, is content all the
// same: the rest of the clause, or what leads up to the quotation.
func (r *reading) besides(c *candidate, s article.Span) bool {
	q := r.quotes[c.quotes[0]]
	if s.End <= q.Start && q.Start-s.End <= 2 {
		return true
	}
	if c.spoken && q.End <= c.cueSpan.Start && s.Start >= q.End {
		return false // “…”, he said in a letter that …
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

// dropNested drops each statement whose cue lies in the content of another,
// and the weaker of two that claim the same words.
func (r *reading) dropNested() {
	type piece struct {
		article.Span
		of *candidate
	}
	var pieces []piece
	for _, c := range r.found {
		if c.confidence < r.opts.MinConfidence {
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
			c.dropped = true
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

// statements writes the candidates out.
func (r *reading) statements() []Statement {
	r.setSpeakers()
	out := make([]Statement, 0, len(r.found))
	for _, c := range r.found {
		s := Statement{
			Kind: r.kindOf(c), Speaker: c.entity, Source: c.sourceSpan, Cue: c.cueSpan, Content: c.content,
			Heading: -1, Sentence: c.sent, Stance: c.kind, Negated: c.negated, Confidence: c.confidence, granted: c.granted(),
		}
		for _, a := range c.addressee {
			for _, e := range r.speakers(c.sent, a) {
				if e != s.Speaker {
					s.Addressee = append(s.Addressee, e)
				}
			}
		}
		s.Heading = r.headingBefore(s.Content[0].Start)
		s.About = r.about(s.Content, s.Speaker)
		s.Contexts = r.contexts(s.Content)
		out = append(out, s)
	}
	return out
}

// granted reports whether the writer grants what the content names: it is a
// noun phrase, not quoted, and the cue takes a stance to it.
func (c *candidate) granted() bool {
	frame, _, _ := strings.Cut(c.frame, ":")
	if len(c.quotes) > 0 || frame != "obj" && frame != "relcl" && !strings.HasPrefix(frame, "+") {
		return false
	}
	switch c.kind {
	case "criticise", "praise", "support", "oppose", "feel", "know", "say", "compare", "reject", "fear":
		return true
	}
	return false
}

// headingBefore returns the block of the nearest heading or title before the
// byte, or -1.
func (r *reading) headingBefore(at int) int {
	blocks := r.doc.Article.Blocks
	for b := r.doc.Article.BlockAt(at) - 1; b >= 0; b-- {
		if k := blocks[b].Kind; k == article.Heading || k == article.Title {
			return b
		}
	}
	return -1
}

// kindOf tells direct, indirect and mixed by the share of the content's words
// in quotation marks.
func (r *reading) kindOf(c *candidate) string {
	in, out := false, false
	for _, s := range c.content {
		k := sort.Search(len(r.quotes), func(k int) bool { return r.quotes[k].Start > s.Start })
		for k > 0 && (r.quotes[k-1].depth > 0 || r.quotes[k-1].End > s.Start) {
			k--
		}
		text := r.doc.Article.Text
		at := s.Start
		for at < s.End {
			c, n := utf8.DecodeRuneInString(text[at:])
			if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
				at += n
				continue
			}
			for k < len(r.quotes) && (r.quotes[k].depth > 0 || r.quotes[k].End <= at) {
				k++
			}
			if k < len(r.quotes) && r.quotes[k].Start <= at {
				in = true
				at = min(s.End, r.quotes[k].End)
			} else {
				out = true
				at = s.End
				if k < len(r.quotes) {
					at = min(at, r.quotes[k].Start)
				}
			}
		}
	}
	switch {
	case in && out:
		return Mixed
	case in:
		return Direct
	}
	return Indirect
}
