package mend

import (
	"readout/parse/feats"
	"readout/syntax"
)

// child returns the first token that hangs on v by the relation, subtypes
// included, or -1.
func child(s *syntax.Sentence, v int, rel string) int {
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == v && t.Base() == rel {
			return i
		}
	}
	return -1
}

// hasSubject reports whether a subject hangs on token v.
func hasSubject(s *syntax.Sentence, v int) bool {
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == v && (t.Base() == "nsubj" || t.Base() == "csubj" || t.Base() == "expl") {
			return true
		}
	}
	return false
}

// finite reports whether a token is tagged as a verb in the present or past.
func finite(t *syntax.Token) bool {
	return t.UPos == "VERB" && (t.XPos == "VBZ" || t.XPos == "VBP" || t.XPos == "VBD")
}

// headsFinite reports whether token c is the head of a finite clause.
func headsFinite(s *syntax.Sentence, c int) bool {
	if finite(&s.Tokens[c]) {
		return true
	}
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == c && (t.Base() == "aux" || t.Base() == "cop") && t.XPos != "VB" && t.XPos != "VBG" && t.XPos != "VBN" {
			return true
		}
	}
	return false
}

// relative reports whether a token is a relative pronoun.
func relative(t *syntax.Token) bool {
	return t.XPos == "WDT" || t.XPos == "WP"
}

// phraseFirst returns the first token of the phrase of noun n as far as it is
// made of words that stand right before it and are no preposition, conjunction,
// article or mark, and 0 if it has such.
func phraseFirst(s *syntax.Sentence, n int) int {
	first := n
	for first > 0 && s.Under(first-1, n) {
		first--
		if s.Tokens[first].Head != n || s.Tokens[first].XPos == "HYPH" {
			continue
		}
		switch s.Tokens[first].Base() {
		case "case", "cc", "punct", "mark", "det":
			return 0
		}
	}
	return first
}

// phraseStart returns the first token of the phrase of token i, at least 1.
func phraseStart(s *syntax.Sentence, i int) int {
	first := i
	for first > 1 && s.Tokens[first-1].UPos != "PUNCT" && s.Under(first-1, i) {
		first--
	}
	return first
}

// nounEnding returns the highest noun below a verb whose phrase token i ends, a
// comma before it left out, or -1.
func nounEnding(s *syntax.Sentence, i int) int {
	if i > 0 && s.Tokens[i].Form == "," {
		i--
	}
	best := -1
	for n := 0; i >= 0 && n < len(s.Tokens); n++ {
		t := &s.Tokens[i]
		switch t.UPos {
		case "NOUN", "PROPN", "PRON":
			best = i
		case "VERB", "AUX":
			return best
		}
		i = t.Head
	}
	return best
}

// retag gives a token other tags, and the features that go with them.
func retag(t *syntax.Token, upos, xpos string) {
	t.UPos, t.XPos = upos, xpos
	t.Feats = feats.Of(t.Form, upos, xpos)
}

// makeSubject makes token n the subject of verb v, a passive one if an auxiliary
// says so.
func makeSubject(s *syntax.Sentence, n, v int) {
	t := &s.Tokens[n]
	t.Head, t.Rel = v, "nsubj"
	for i := range s.Tokens {
		if c := &s.Tokens[i]; c.Head == v && c.Rel == "aux:pass" {
			t.Rel = "nsubj:pass"
		}
	}
}

// handOver hangs on token to what hangs on token from, but for to itself.
func handOver(s *syntax.Sentence, from, to int) {
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == from && i != to {
			t.Head = to
		}
	}
}
