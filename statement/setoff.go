package statement

import (
	"strings"

	"readout/article"
	"readout/lexicon"
)

// setOffBelow makes statements of paragraphs without quotation marks that are
// set off below the line that says whose words they are: “The ministry said in a
// statement:” and a paragraph of the statement.
func (r *reading) setOffBelow() {
	for i := 0; i+1 < len(r.trees); i++ {
		t, below := &r.trees[i], &r.trees[i+1]
		if n := len(t.Tokens); n < 3 || n > maxSentence || t.form(n-1) != ":" || t.quote[n-1] >= 0 || below.Block != t.Block+1 || !r.prose(below.Block) {
			continue
		}
		v, subj := r.announcing(t)
		if v < 0 {
			continue
		}
		w, end, _ := r.speechWord(t, v)
		r.forget(t, v)
		c := r.add(r.verbCandidate(t, v, w, end))
		if c.cue != v || len(c.quotes) > 0 {
			continue
		}
		if c.source < 0 {
			r.setSource(t, c, subj)
		}
		c.kind, c.frame = w.Kind, "set off"
		c.content = []article.Span{r.setOffWords(c, i+1)}
	}
}

// prose reports whether block b is a paragraph of whole sentences, without
// quotation marks and no item of a list.
func (r *reading) prose(b int) bool {
	if b < 0 || b >= len(r.doc.Article.Blocks) || r.doc.Article.Blocks[b].Kind != article.Paragraph {
		return false
	}
	words := r.doc.Article.Words(r.doc.Article.Blocks[b].Span)
	if len(strings.Fields(words)) < 5 || words[0] < 'A' || words[0] > 'Z' || strings.ContainsAny(words, "\"“”«»<|") {
		return false
	}
	return strings.ContainsAny(words[len(words)-1:], ".!?")
}

// announcing returns the verb of speech, with its subject, by which sentence t
// announces what stands below it: it has no clause and no object but a listener
// or words ("released a statement:", "denied these claims:"); -1 without.
func (r *reading) announcing(t *tree) (v, subj int) {
	for v = len(t.Tokens) - 2; v > 0; v-- {
		if t.quote[v] >= 0 {
			return -1, -1
		}
		if t.Tokens[v].UPos == "AUX" && t.rel(v) != "aux" && t.rel(v) != "aux:pass" {
			return -1, -1
		}
		if t.Tokens[v].UPos == "VERB" {
			break
		}
	}
	if v <= 0 {
		return -1, -1
	}
	_, _, known := r.speechWord(t, v)
	obj := t.find(v, "obj")
	published := obj > v && r.publishing[t.lemma(v)] && r.writing(t, obj)
	if !known && !published || t.Tokens[v].XPos == "VBG" && !t.setOff(v) {
		return -1, -1
	}
	if t.find(v, "ccomp", "xcomp", "csubj") > v || obj > v && !r.writing(t, obj) && !r.thinks(t, obj) && !r.somebody(t, obj) {
		return -1, -1
	}
	subj, passive := t.subject(v)
	if subj < 0 || passive || t.Tokens[subj].UPos == "PRON" && (r.isFirst(t, subj) || t.expletive(subj)) || t.relative(subj) {
		return -1, -1
	}
	switch w, _, _ := r.speechWord(t, v); w.Kind {
	case "ask", "show", "appear", "want":
		return -1, -1
	}
	return v, subj
}

// isFirst reports whether token n is "I" or "we".
func (r *reading) isFirst(t *tree, n int) bool {
	f := t.form(n)
	return f == "i" || f == "we"
}

// setOffWords returns the words of the block of sentence s up to where the writer
// goes on: to a sentence in which somebody says something by the name or the
// pronoun of the speaker of c.
func (r *reading) setOffWords(c *candidate, s int) article.Span {
	b := r.trees[s].Block
	span := r.doc.Article.Blocks[b].Span
	head := r.trees[c.sent].form(c.source)
	for k := s + 1; k < len(r.trees) && r.trees[k].Block == b; k++ {
		for _, o := range r.bySent[k] {
			if o.part != lexicon.CueVerb || o.source < 0 {
				continue
			}
			switch f := r.trees[k].form(o.source); f {
			case head, "he", "she", "they":
				return trimmed(r.doc.Article.Text, span.Start, r.trees[k].Start)
			}
		}
	}
	return span
}
