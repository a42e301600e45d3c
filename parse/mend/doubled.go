package mend

import (
	"slices"
	"strings"

	"readout/syntax"
)

// doubled joins what stands twice in one place: a noun and, right behind it, a
// second one that hangs on the same word by the same relation, with no
// preposition, conjunction or comma between them. A name says which one the
// noun is: "the oil company Kesto signs"; a noun before a person's name is a
// title: "the blogger Jane Roe was arrested"; of two common nouns the first is
// a part of the second: "hurt in a mass shooting".
func doubled(s *syntax.Sentence) {
	for n := 1; n < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		if t.UPos != "PROPN" && t.UPos != "NOUN" || t.Head < 0 {
			continue
		}
		k := phraseFirst(s, n) - 1
		if k < 0 || s.Tokens[k].UPos != "NOUN" || s.Tokens[k].Head != t.Head || s.Tokens[k].Base() != t.Base() {
			continue
		}
		switch t.Base() {
		case "nsubj", "obj", "conj", "nmod", "obl":
		default:
			continue
		}
		switch {
		case t.UPos == "PROPN" && (t.XPos == "NNP" || t.XPos == "NNPS") && named(s, k, n):
			if !entitle(s, k, n) {
				t.Head, t.Rel = k, "appos"
			}
		case t.UPos == "NOUN" && k == n-1 && t.Rel == s.Tokens[k].Rel && child(s, k, "case") >= 0:
			partOf(s, k, n)
		}
	}
}

// named reports whether noun k may be followed by the name n of what it is: one
// by one name, several by several. "Every move" has none: "every move Kesto
// makes".
func named(s *syntax.Sentence, k, n int) bool {
	if s.Tokens[k].XPos != "NN" && child(s, n, "conj") < 0 {
		return false
	}
	d := child(s, k, "det")
	if d < 0 {
		return true
	}
	switch strings.ToLower(s.Tokens[d].Form) {
	case "every", "each", "any", "no", "all":
		return false
	}
	return true
}

// entitle makes noun k a title of n if that begins a person's name, and gives
// the name what joins the two to the rest. Several together are no title:
// "the couple Jane and John Doe".
func entitle(s *syntax.Sentence, k, n int) bool {
	switch s.Tokens[k].Form {
	case "couple", "pair", "duo", "trio":
		return false
	}
	if s.Tokens[k].XPos != "NN" || !slices.ContainsFunc(s.Names, func(x syntax.Name) bool { return x.First == n && x.Kind == syntax.Person }) {
		return false
	}
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == k && (t.Rel == "case" || t.Rel == "cc" || t.Rel == "mark" || t.Rel == "punct" && i < k) {
			t.Head = n
		}
	}
	s.Tokens[k].Head, s.Tokens[k].Rel = n, "nmod:desc"
	return true
}

// partOf makes noun k a compound of noun n, and all that hung on it n's.
func partOf(s *syntax.Sentence, k, n int) {
	handOver(s, k, n)
	s.Tokens[k].Head, s.Tokens[k].Rel = n, "compound"
}
