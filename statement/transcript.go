package statement

import (
	"sort"
	"strings"
	"unicode"

	"readout/article"
	"readout/lexicon"
)

// A label is the name at the head of a paragraph whose words are the named
// person's: "SMITH:", "Q:".
type label struct {
	sent, colon int // the sentence and the token of the colon
	from        int // the label's first token
	paragraph   int
	text        string
	capitals    bool
}

// findLabels finds the labels of a transcript: at the head of two paragraphs or
// more, in capitals or come back to.
func (r *reading) findLabels() {
	var all []label
	times := map[string]int{}
	k := 0
	for i := range r.trees {
		for k < len(r.paras) && r.paras[k].End <= r.trees[i].Start {
			k++
		}
		if k == len(r.paras) || r.trees[i].Start != r.paras[k].Start {
			continue
		}
		b := r.doc.Article.BlockAt(r.paras[k].Start)
		if l, ok := r.label(i); ok && b >= 0 && r.doc.Article.Blocks[b].Kind != article.Title {
			l.paragraph = k
			all = append(all, l)
			times[l.text]++
		}
	}
	for _, l := range all {
		if l.capitals || times[l.text] > 1 {
			r.labels = append(r.labels, l)
		}
	}
	if len(r.labels) < 2 {
		r.labels = nil
	}
}

// label returns the label that sentence i begins with.
func (r *reading) label(i int) (label, bool) {
	t := &r.trees[i]
	l := label{sent: i, capitals: true}
	if len(t.Tokens) > 1 && opensGroup(t.Tokens[0].Form) {
		l.from = 1
	}
	for n := l.from; n < min(len(t.Tokens)-1, l.from+8); n++ {
		f := t.Tokens[n].Form
		if f == ":" {
			if n == l.from {
				break
			}
			l.colon = n
			l.text = r.doc.Article.Words(t.SpanOf(l.from, n))
			low := lower(l.text)
			return l, r.classes[low] != "caption" && !strings.HasPrefix(low, "image") && !strings.HasPrefix(low, "photo")
		}
		upper := strings.ToUpper(f) == f
		l.capitals = l.capitals && upper
		switch t.Tokens[n].UPos {
		case "PROPN", "NOUN", "ADJ", "X":
		case "PUNCT":
			if f != "." && f != "-" && f != "(" && f != ")" {
				return l, false
			}
		default:
			if !upper || !unicode.IsLetter([]rune(f)[0]) {
				return l, false
			}
		}
	}
	return l, false
}

// labelAt reports whether token n of sentence i is the colon of a label.
func (r *reading) labelAt(i, n int) bool {
	k := sort.Search(len(r.labels), func(k int) bool { return r.labels[k].sent >= i })
	return k < len(r.labels) && r.labels[k].sent == i && r.labels[k].colon == n
}

// inTurn reports whether the paragraph has a label, so that its quotations are
// in what is said.
func (r *reading) inTurn(paragraph int) bool {
	k := sort.Search(len(r.labels), func(k int) bool { return r.labels[k].paragraph >= paragraph })
	return k < len(r.labels) && r.labels[k].paragraph == paragraph
}

// turn makes the statement of a labelled paragraph, whose cue is the colon at
// token n: all of the paragraph and of those without a label that follow it.
// What only asks ("Q:") is nobody's statement.
func (r *reading) turn(t *tree, n int) {
	k := sort.Search(len(r.labels), func(k int) bool { return r.labels[k].sent >= t.index })
	l := r.labels[k]
	switch class := r.classes[lower(l.text)]; {
	case class == "question":
		return
	case class == "answer" && (r.cast == nil || r.cast.Interviewee < 0):
		return // nobody tells whose
	}
	head := n - 1
	for c := 0; c < maxClimb && t.head(head) >= l.from && t.head(head) < n; c++ {
		head = t.head(head)
	}
	c := &candidate{sent: t.index, cue: n, part: lexicon.CueVerb, kind: "say", word: ":", frame: "turn", source: head, speaker: head}
	c.cueSpan, c.sourceSpan = t.Tokens[n].Span, t.trim(l.from, n)
	text := r.doc.Article.Text
	if s := trimmed(text, t.Tokens[n].End, r.paras[l.paragraph].End); !s.Empty() {
		c.content = append(c.content, s)
	}
	for p := l.paragraph + 1; p < len(r.paras) && (k+1 == len(r.labels) || p < r.labels[k+1].paragraph); p++ {
		b := r.doc.Article.BlockAt(r.paras[p].Start)
		if k+1 == len(r.labels) || b < 0 || r.doc.Article.Blocks[b].Kind != article.Paragraph || p > l.paragraph+6 {
			break // after the last turn the writer may speak again
		}
		c.content = append(c.content, r.paras[p])
	}
	if c.sourceSpan.Empty() || len(c.content) == 0 {
		return
	}
	r.add(c)
}
