package statement

import (
	"strings"

	"readout/actor"
	"readout/article"
	"readout/lexicon"
)

// signed makes a statement of each paragraph without quotation marks that is
// somebody's words with his name behind them: "We will rebuild it. — Jane
// Roe", "We will rebuild it. Jane Roe, mayor". Without a dash the name must be
// a person's whom the text knows elsewhere too.
func (r *reading) signed() {
	for i := range r.trees {
		t := &r.trees[i]
		b := t.Block
		if b < 0 || b >= len(r.doc.Article.Blocks) || i+1 < len(r.trees) && r.trees[i+1].Block == b {
			continue // not the last of its block
		}
		block := &r.doc.Article.Blocks[b]
		if block.Kind != article.Paragraph {
			continue
		}
		from, dash := t.signing()
		if from < 0 || !dash && (i == 0 || r.trees[i-1].Block != b) {
			continue
		}
		head := t.topIn(from, len(t.Tokens))
		c := &candidate{sent: i, cue: -1, part: lexicon.CueVerb, kind: "say", frame: "signed", source: head, speaker: head, entity: -1}
		c.sourceSpan = t.trim(from, len(t.Tokens))
		end := t.Tokens[from].Start
		if dash {
			c.cueSpan = t.Tokens[from-1].Span
			end = c.cueSpan.Start
		} else if !r.knownElsewhere(t, head) {
			continue
		}
		s := trimmed(r.doc.Article.Text, block.Start, end)
		if words := r.doc.Article.Words(s); c.sourceSpan.Empty() || len(strings.Fields(words)) < 6 || strings.ContainsAny(words, "\"“”«»\n") || !dash && !strings.ContainsAny(words[len(words)-1:], ".!?") {
			continue
		}
		c.content = []article.Span{s}
		r.find(c)
	}
}

// signing returns where the name begins with which the sentence ends, or which
// it is, and whether a dash stands before it; -1 without a name. A name may have
// an office behind a comma, but no verb and no full stop.
func (t *tree) signing() (from int, dash bool) {
	n := len(t.Tokens)
	for k := n - 1; k >= max(0, n-14); k-- {
		switch t.Tokens[k].UPos {
		case "PROPN", "NOUN", "ADJ", "ADP", "DET", "CCONJ", "NUM":
			if k > 0 || t.Tokens[0].UPos != "PROPN" {
				continue
			}
			return 0, false
		case "PUNCT":
			switch f := t.form(k); f {
			case "—", "–", "―", "--":
				if k+1 < n && t.Tokens[k+1].UPos == "PROPN" {
					return k + 1, true
				}
				return -1, false
			case ",", "-", "(", ")":
				continue
			}
		}
		return -1, false
	}
	return -1, false
}

// topIn returns the first token of [from, to) whose head lies outside.
func (t *tree) topIn(from, to int) int {
	for k := from; k < to; k++ {
		if h := t.head(k); h < from || h >= to {
			return k
		}
	}
	return from
}

// knownElsewhere reports whether token n names a person whom the text names in
// another sentence too.
func (r *reading) knownElsewhere(t *tree, n int) bool {
	for _, e := range r.speakers(t.index, n) {
		x := &r.cast.Entities[e]
		if x.Kind != actor.Person || x.Plural {
			continue
		}
		here, there := false, false
		for _, m := range x.Mentions {
			if m.As == actor.AsName || m.As == actor.AsAlias {
				here, there = here || m.Sentence == t.index, there || m.Sentence != t.index
			}
		}
		if here && there {
			return true
		}
	}
	return false
}
