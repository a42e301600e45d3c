package statement

import (
	"sort"

	"readout/article"
	"readout/syntax"
)

// rebuts reports whether a statement says in so many words that something
// said is not so: "the accusations are baseless", "the claim has no basis".
func (n *nouns) rebuts(doc *syntax.Document, s *Statement) bool {
	if s.Negated {
		return false
	}
	for _, c := range s.Content {
		k := sort.Search(len(doc.Sentences), func(k int) bool { return doc.Sentences[k].End > c.Start })
		for ; k < len(doc.Sentences) && doc.Sentences[k].Start < c.End; k++ {
			if n.refutes(&doc.Sentences[k], c) {
				return true
			}
		}
	}
	return false
}

// refutes is rebuts for what lies in the span of one sentence. The noun must
// be the subject of what is said of it.
func (n *nouns) refutes(s *syntax.Sentence, span article.Span) bool {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPos != "NOUN" || t.Base() != "nsubj" || !span.Contains(t.Span) || t.Head < 0 || t.Head >= len(s.Tokens) || !n.asserted[lower(t.Lemma)] {
			continue
		}
		what := lower(s.Tokens[t.Head].Lemma)
		if n.untrue[what] {
			return !denied(s, t.Head)
		}
		if what != "have" && what != "lack" && what != "be" {
			continue
		}
		for k := t.Head + 1; k < min(len(s.Tokens), t.Head+5); k++ {
			if n.substance[lower(s.Tokens[k].Lemma)] {
				return what == "lack" || denied(s, k)
			}
		}
	}
	return false
}

// denied reports whether "no" or "not" depends on token n.
func denied(s *syntax.Sentence, n int) bool {
	for k := range s.Tokens {
		if s.Tokens[k].Head == n {
			switch lower(s.Tokens[k].Form) {
			case "no", "not", "n't", "n’t", "without", "never":
				return true
			}
		}
	}
	return false
}
