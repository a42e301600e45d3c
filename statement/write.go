package statement

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/article"
	"readout/lexicon"
)

// statements writes the candidates out.
func (r *reading) statements() []Statement {
	r.setSpeakers()
	out := make([]Statement, 0, len(r.found))
	number := make(map[*candidate]int, len(r.found))
	for i, c := range r.found {
		number[c] = i
	}
	for _, c := range r.found {
		s := Statement{
			Kind: r.kindOf(c), Speaker: c.entity, CoSpeakers: c.others, Source: c.sourceSpan, Cue: c.cueSpan, Content: c.content,
			Heading: -1, Sentence: c.sent, Stance: r.stance(c), Negated: c.negated, Confidence: c.confidence, Within: -1, granted: c.granted(),
		}
		if c.within != nil {
			s.Within = number[c.within]
		}
		for _, a := range c.addressee {
			for _, e := range r.speakers(c.sent, a) {
				if e != s.Speaker && !contains(s.CoSpeakers, e) && !contains(s.Addressee, e) {
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

// stance is the kind of the cue, or "refuse" of one that the speaker declines:
// "refused to confirm".
func (r *reading) stance(c *candidate) string {
	if c.cue < 0 || c.part != lexicon.CueVerb {
		return c.kind
	}
	t := &r.trees[c.sent]
	if h := t.head(c.cue); h >= 0 && h < c.cue && t.rel(c.cue) == "xcomp" {
		for _, e := range r.cues.Find(lexicon.CueVerb, t.lemma(h)) {
			if e.Kind == "refuse" && e.Frames&lexicon.CueTo != 0 && len(e.Rest) == 0 {
				return "refuse"
			}
		}
	}
	return c.kind
}

// speakers returns the entities that the token names.
func (r *reading) speakers(sentence, token int) []int {
	if r.cast == nil || token < 0 {
		return nil
	}
	return r.cast.At(sentence, token)
}

// granted reports whether the writer grants what the content names: it is a
// noun phrase, not quoted, and the cue takes a stance to it.
func (c *candidate) granted() bool {
	frame, _, _ := strings.Cut(c.frame, ":")
	if frame == "to" {
		switch c.kind {
		case "announce", "promise", "order", "want", "offer", "agree", "refuse", "threaten", "ask":
			return true // what one decides or means to do asserts nothing
		}
	}
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
// in quotation marks. Marks around the cue too are not the content's.
func (r *reading) kindOf(c *candidate) string {
	if c.inner && r.trees[c.sent].quote[c.cue] >= 0 {
		return r.innerKind(c, int(r.trees[c.sent].quote[c.cue]))
	}
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
	return kindOf(in, out)
}

// kindOf is the kind of a statement with words inside and outside of quotation
// marks.
func kindOf(in, out bool) string {
	switch {
	case in && out:
		return Mixed
	case in:
		return Direct
	}
	return Indirect
}
