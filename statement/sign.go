package statement

import (
	"strings"

	"readout/article"
	"readout/lexicon"
)

// signs names what the grammar around the cue tells: its form and place, whose
// words they are, how long they are and what they name.
func (r *reading) signs(c *candidate) []string {
	t := &r.trees[c.sent]
	out := make([]string, 0, 16)
	n := 0
	for _, s := range c.content {
		n += s.Len()
	}
	length := "length long"
	for _, l := range [...]struct {
		most int
		name string
	}{{10, "length tiny"}, {25, "length short"}, {50, "length middling"}, {100, "length fair"}} {
		if n < l.most {
			length = l.name
			break
		}
	}
	source := r.sourceClass(t, c)
	out = append(out, length, "kind "+c.kind, "source "+source, c.kind+" by "+source)
	if len(c.quotes) > 0 {
		out = append(out, "quoted")
	}
	if len(c.content) > 1 {
		out = append(out, "pieces")
	}
	if k := t.headIn(c.content[0]); k >= 0 {
		if x := t.find(max(c.cue, 0), "ccomp"); c.cue >= 0 && t.rel(k) == "iobj" && t.head(k) == c.cue && x > k {
			k = x // the subject of the clause, read as whom it is said to
		}
		names := r.nounClass(t, k)
		out = append(out, "names "+names, c.kind+" of "+names)
	}
	if c.cue < 0 {
		return out
	}
	return r.cueSigns(t, c, t.contentSigns(c, out))
}

// contentSigns adds to the signs of c with what its content begins, as a word or
// as a kind of word, and whether it has a finite verb.
func (t *tree) contentSigns(c *candidate, out []string) []string {
	a, b := t.tokensIn(c.content[0])
	if a < 0 {
		return out
	}
	switch u := t.Tokens[a].UPos; u {
	case "NOUN", "PROPN", "VERB", "ADJ", "NUM", "SYM", "X", "INTJ":
		out = append(out, "opens "+u)
	default:
		out = append(out, "opens "+t.form(a))
	}
	if t.finiteBetween(a, b) {
		out = append(out, "finite")
	}
	return out
}

// cueSigns adds to the signs of c those of its cue.
func (r *reading) cueSigns(t *tree, c *candidate, out []string) []string {
	v := c.cue
	base := t.Tokens[v].Base()
	if c.inner && (base == "ccomp" || base == "parataxis") {
		base = "root" // as it would be told by itself
	}
	out = append(out, "form "+t.Tokens[v].XPos+"/"+base)
	for _, k := range t.kids(v) {
		k := int(k)
		switch t.rel(k) {
		case "aux":
			switch l := t.lemma(k); l {
			case "would", "could", "might", "may", "should", "must", "can", "will", "do", "be", "have", "to":
				out = append(out, "aux "+l)
			}
		case "mark":
			if k < v {
				out = append(out, "mark "+t.form(k))
			}
		case "obl", "advmod":
			if t.medium(k) {
				out = append(out, "medium")
			} else if t.temporal(k) {
				out = append(out, "when")
			}
			if t.rel(k) == "advmod" {
				out = append(out, "adverb "+t.lemma(k))
			}
		}
	}
	if c.negated {
		out = append(out, "negated")
	}
	h := t.head(v)
	if h >= 0 && t.rel(v) == "xcomp" {
		out = append(out, "under "+t.lemma(h))
	}
	if c.source >= 0 {
		if t.Tokens[c.source].UPos == "NOUN" {
			out = append(out, "whose "+t.lemma(c.source))
		}
		if t.head(c.source) != v {
			out = append(out, "shared")
		}
		switch d := t.find(c.source, "det"); {
		case d < 0:
		case t.form(d) == "a" || t.form(d) == "an":
			out = append(out, "source a")
		case t.form(d) == "no" || t.form(d) == "any" || t.form(d) == "each" || t.form(d) == "every":
			out = append(out, "source any")
		}
		if d := v - c.source; d > 12 || d < -12 {
			out = append(out, "far")
		}
	}
	return out
}

// headIn returns the first token of the span whose head lies outside it, or
// -1.
func (t *tree) headIn(s article.Span) int {
	a, b := t.tokensIn(s)
	for k := a; k >= 0 && k < b; k++ {
		if h := t.head(k); (h < a || h >= b) && !t.punct(k) {
			return k
		}
	}
	return -1
}

// sourceClass sorts sources by form and meaning.
func (r *reading) sourceClass(t *tree, c *candidate) string {
	if c.source < 0 {
		return "none"
	}
	if t.relative(c.source) && t.Tokens[c.source].UPos == "PRON" {
		return "relative"
	}
	return r.nounClass(t, c.source)
}

// nounClass sorts what token n names by form and meaning.
func (r *reading) nounClass(t *tree, n int) string {
	switch tok := &t.Tokens[n]; tok.UPos {
	case "PRON":
		switch f := t.form(n); f {
		case "i", "we", "my", "our", "you", "your", "it", "its", "this", "that":
			return f
		}
		return "pronoun"
	case "PROPN":
		return "name"
	case "NOUN":
		w := t.lemma(n)
		class := "thing"
		switch {
		case r.kinds[w] != "":
			class = r.kinds[w]
		case r.classes[w] == "person" || r.classes[w] == "pair":
			class = "person"
		case len(r.cues.Find(lexicon.CueNoun, w)) > 0 || len(r.cues.Find(lexicon.CueView, w)) > 0:
			class = "words"
		case r.classes[w] != "":
			class = r.classes[w]
		}
		if strings.HasSuffix(tok.XPos, "S") {
			return class + "s"
		}
		return class
	default:
		return tok.UPos
	}
}
