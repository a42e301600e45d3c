package statement

import (
	"strings"

	"readout/article"
	"readout/lexicon"
)

// In an interview, where hardly anything stands in quotation marks, those who
// ask and answer say what they think. Of the first and second persons' clauses
// in such texts (GUM's interviews, CC BY) eight in ten are attributions, of
// what else they like, want or choose hardly any. Of what others are said there
// to say or know, two in three are.
const (
	interviewClause = 0.7
	interviewOthers = 0.5
	interviewOther  = 0.15
)

// inInterview returns how likely the candidate is a statement, of which the
// cue and the frame alone give p, in a text of questions and answers.
func (r *reading) inInterview(c *candidate, p float64) float64 {
	if r.cast == nil || !r.cast.Interview || c.source < 0 || c.cue < 0 {
		return p
	}
	t := &r.trees[c.sent]
	if t.quote[c.source] >= 0 || t.quote[c.cue] >= 0 {
		return p
	}
	frame, _, _ := strings.Cut(c.frame, ":")
	switch r.sourceClass(t, c) {
	case "i", "we", "you":
	case "name", "pronoun", "person", "persons", "group", "groups":
		if c.part == lexicon.CueVerb && (frame == "that" || frame == "wh" || frame == "obj" && asksWord(r.doc.Article.Words(c.content[0]))) {
			return max(p, interviewOthers) // whom they speak of thinks too
		}
		return p
	default:
		return p
	}
	switch frame {
	case "that", "wh", "main", "tail", "clause", "quote", "ing":
		return max(p, interviewClause)
	case "obj", "relcl", "to", "objto":
		if len(c.content) > 0 && asksWord(r.doc.Article.Words(c.content[0])) {
			return max(p, interviewClause)
		}
		if len(c.quotes) == 0 {
			return p * interviewOther
		}
	}
	return p
}

// asked reports whether the statement is the interviewee's: "you" in a
// question, "I" or "we" in an answer.
func (r *reading) asked(c *candidate) bool {
	t := &r.trees[c.sent]
	if r.cast.Interviewee < 0 || t.quote[c.source] >= 0 {
		return false
	}
	if c.frame == "turn" {
		return r.classes[lower(r.doc.Article.Words(c.sourceSpan))] == "answer"
	}
	switch t.form(c.source) {
	case "you", "your":
		return r.cast.Asks(t.Block)
	case "i", "we", "us", "me", "my", "our":
		return !r.cast.Asks(t.Block)
	}
	return false
}

// asksWord reports whether the words begin with a question word: "what
// happened".
func asksWord(words string) bool {
	first, _, _ := strings.Cut(lower(words), " ")
	switch first {
	case "what", "why", "how", "where", "when", "whether", "who", "which", "if":
		return true
	}
	return false
}

// answers makes a statement of each answer of an interview without labels, by
// its form alone: the paragraphs from a question to the next. It has neither
// source nor cue, and what is claimed inside it stays a statement of its own.
func (r *reading) answers() {
	if r.cast == nil || r.cast.Interviewee < 0 || len(r.labels) > 0 {
		return
	}
	r.pulled()
	var c *candidate
	asked := false
	last := -1
	for i := range r.trees {
		b := r.trees[i].Block
		if b == last || b < 0 || b >= len(r.doc.Article.Blocks) {
			continue
		}
		last = b
		block := &r.doc.Article.Blocks[b]
		words := r.doc.Article.Words(block.Span)
		switch {
		case r.cast.Asks(b):
			asked, c = true, nil
		case block.Kind != article.Paragraph && block.Kind != article.List:
			asked, c = false, nil
		case !asked || strings.Contains(words, "Image:") || strings.Contains(words, "Photo:") || strings.Contains(words, "image:"):
		case c == nil:
			c = &candidate{sent: i, cue: -1, part: lexicon.CueVerb, kind: "say", frame: "answer", source: -1, speaker: -1, entity: -1}
			c.content = append(c.content, block.Span)
			r.find(c)
		default:
			c.content = append(c.content, block.Span)
		}
	}
}

// pulled gives the interviewee the quotations that are a paragraph by
// themselves, as they are pulled out of the answers, and that nobody else speaks.
func (r *reading) pulled() {
	spoken := map[int]bool{}
	for _, c := range r.found {
		for _, q := range c.quotes {
			spoken[q] = true
		}
	}
	for q := range r.quotes {
		p, x := r.places[q], &r.quotes[q]
		if x.depth > 0 || p.from < 0 || spoken[q] || r.wordsIn(q) < 6 || r.cast.Asks(r.trees[p.from].Block) {
			continue
		}
		if para := r.paras[x.paragraph]; para.Start == x.Start && para.End-x.End <= 1 {
			c := &candidate{sent: p.from, cue: -1, part: lexicon.CueVerb, kind: "say", frame: "pulled", source: -1, speaker: -1, quotes: []int{q}}
			c.content = []article.Span{x.Span}
			r.find(c)
		}
	}
}
