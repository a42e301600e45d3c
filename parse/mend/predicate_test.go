package mend

import (
	"testing"

	"readout/parse/lemma"
	"readout/syntax"
)

func TestPredicates(t *testing.T) {
	l, err := lemma.New()
	if err != nil {
		t.Fatal(err)
	}
	p := &Mender{lemma: l}
	token := func(form, upos, xpos string, head int, rel string) syntax.Token {
		return syntax.Token{Form: form, UPos: upos, XPos: xpos, Head: head, Rel: rel}
	}
	type want struct {
		token int
		head  int
		rel   string
		xpos  string
	}
	for _, c := range []struct {
		name   string
		tokens []syntax.Token
		want   []want
	}{
		{"a subject taken for a part", []syntax.Token{token("The", "DET", "DT", 2, "det"), token("navy", "NOUN", "NN", 2, "compound"), token("strikes", "VERB", "VBZ", -1, "root"), token("ships", "NOUN", "NNS", 2, "obj")},
			[]want{{1, 2, "nsubj", "NN"}, {0, 1, "det", "DT"}}},
		{"an adjective for a noun", []syntax.Token{token("The", "DET", "DT", 2, "det"), token("military", "ADJ", "JJ", 2, "amod"), token("strikes", "VERB", "VBZ", -1, "root"), token("ships", "NOUN", "NNS", 2, "obj")},
			[]want{{1, 2, "nsubj", "NN"}}},
		{"a clause without object", []syntax.Token{token("died", "VERB", "VBD", -1, "root"), token("when", "ADV", "WRB", 4, "advmod"), token("a", "DET", "DT", 4, "det"), token("bus", "NOUN", "NN", 4, "compound"), token("overturns", "VERB", "VBZ", 0, "advcl")},
			[]want{{3, 4, "nsubj", "NN"}, {2, 3, "det", "DT"}}},
		{"a noun all through", []syntax.Token{token("stock", "NOUN", "NN", 1, "compound"), token("exchanges", "VERB", "VBZ", -1, "root")},
			[]want{{0, 1, "compound", "NN"}}},
		{"a verb taken for a noun", []syntax.Token{token("died", "VERB", "VBD", -1, "root"), token("after", "ADP", "IN", 4, "case"), token("a", "DET", "DT", 4, "det"), token("missile", "NOUN", "NN", 4, "compound"), token("strikes", "NOUN", "NNS", 0, "obl"), token("homes", "NOUN", "NNS", 4, "obj")},
			[]want{{4, 0, "advcl", "VBZ"}, {3, 4, "nsubj", "NN"}, {1, 4, "mark", "IN"}, {2, 3, "det", "DT"}}},
		{"a noun with a noun behind it", []syntax.Token{token("made", "VERB", "VBD", -1, "root"), token("supply", "NOUN", "NN", 2, "compound"), token("chains", "NOUN", "NNS", 0, "obj"), token("priority", "NOUN", "NN", 2, "obj")},
			[]want{{2, 0, "obj", "NNS"}, {1, 2, "compound", "NN"}}},
		{"a verb on its object", []syntax.Token{token("The", "DET", "DT", 3, "det"), token("army", "NOUN", "NN", 2, "compound"), token("conducts", "VERB", "VBZ", 3, "compound"), token("raids", "NOUN", "NNS", -1, "root"), token(".", "PUNCT", ".", 3, "punct")},
			[]want{{2, -1, "root", "VBZ"}, {3, 2, "obj", "NNS"}, {1, 2, "nsubj", "NN"}, {0, 1, "det", "DT"}, {4, 2, "punct", "."}}},
		{"a verb taken for a noun with a subject", []syntax.Token{token("The", "DET", "DT", 2, "det"), token("rebels", "NOUN", "NNS", 2, "nsubj"), token("claim", "NOUN", "NN", -1, "root"), token("to", "PART", "TO", 4, "mark"), token("lead", "VERB", "VB", 2, "acl")},
			[]want{{2, -1, "root", "VBP"}, {4, 2, "xcomp", "VB"}, {0, 1, "det", "DT"}}},
		{"a noun with a subject", []syntax.Token{token("Roe", "PROPN", "NNP", 1, "nsubj"), token("leader", "NOUN", "NN", -1, "root"), token("in", "ADP", "IN", 3, "case"), token("polls", "NOUN", "NNS", 1, "nmod")},
			[]want{{1, -1, "root", "NN"}}},
		{"an article on the object", []syntax.Token{token("The", "DET", "DT", 3, "det"), token("military", "ADJ", "JJ", 2, "amod"), token("conducts", "VERB", "VBZ", -1, "root"), token("raids", "NOUN", "NNS", 2, "obj")},
			[]want{{0, 1, "det", "DT"}, {1, 2, "nsubj", "NN"}}},
		{"an object joined to the subject", []syntax.Token{token("court", "NOUN", "NN", 4, "nsubj"), token("in", "ADP", "IN", 2, "case"), token("Valby", "PROPN", "NNP", 0, "nmod"), token(",", "PUNCT", ",", 0, "punct"), token("sentences", "VERB", "VBZ", -1, "root"), token("singer", "NOUN", "NN", 0, "conj"), token("Roe", "PROPN", "NNP", 5, "appos")},
			[]want{{5, 4, "obj", "NN"}}},
		{"a second subject", []syntax.Token{token("army", "NOUN", "NN", 1, "nsubj"), token("left", "VERB", "VBD", -1, "root"), token("and", "CCONJ", "CC", 3, "cc"), token("rebels", "NOUN", "NNS", 0, "conj")},
			[]want{{3, 0, "conj", "NNS"}}},
		{"a part of its object", []syntax.Token{token("increased", "VERB", "VBD", 1, "amod"), token("demands", "NOUN", "NNS", -1, "root")},
			[]want{{0, 1, "amod", "VBD"}}},
	} {
		s := &syntax.Sentence{Tokens: c.tokens}
		p.predicates(s)
		for _, w := range c.want {
			if k := s.Tokens[w.token]; k.Head != w.head || k.Rel != w.rel || k.XPos != w.xpos {
				t.Errorf("%s: %s, %s, hangs on %d as %s, want %s, %d and %s", c.name, k.Form, k.XPos, k.Head, k.Rel, w.xpos, w.head, w.rel)
			}
		}
	}
}
