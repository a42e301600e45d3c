package mend

import "readout/syntax"

// lists joins persons of a list whom the network took for explanations of the
// first: "Secretary Jane Roe, Senator Richard Doe, and Governor Mary Major met".
// Who has a name of his own explains nobody else.
func lists(s *syntax.Sentence) {
	if len(s.Names) < 2 {
		return
	}
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		a := t.Head
		if t.Rel != "appos" || t.UPos != "PROPN" || a < 0 || a > i {
			continue
		}
		m, n := person(s, a), person(s, i)
		if m < 0 || n < 0 || m == n || t.Form == "Jr." || s.Names[n].First < a || !goesOn(s, a, i) && !goesOn(s, i, i) {
			continue
		}
		first := phraseStart(s, i)
		if o := &s.Tokens[first-1]; o.Head == a && o.Rel == "appos" && o.UPos == "PROPN" {
			o.Head, o.Rel = i, "nmod:desc" // his title
			first = phraseStart(s, i)
		} else if !full(s, i, s.Names[n]) {
			continue
		}
		if s.Tokens[first-1].Form != "," {
			continue
		}
		t.Rel = "conj"
		for k := range s.Tokens {
			if o := &s.Tokens[k]; o.Head == i && o.Rel == "conj" {
				o.Head = a
			}
		}
	}
}

// person returns which of the names of persons token i heads or is a title of, or -1.
func person(s *syntax.Sentence, i int) int {
	for n, x := range s.Names {
		if x.Kind != syntax.Person {
			continue
		}
		if x.First <= i && i < x.Last {
			return n
		}
		if t := &s.Tokens[x.First]; t.Head == i && (t.Rel == "flat" || t.Rel == "appos" && x.First > 0 && s.Tokens[x.First-1].UPos != "PUNCT") {
			return n
		}
	}
	return -1
}

// full reports whether the name of the person that token i heads has more than one
// word or a title.
func full(s *syntax.Sentence, i int, n syntax.Name) bool {
	if n.Last-n.First > 1 || n.First != i {
		return true
	}
	for k := range s.Tokens[:i] {
		if t := &s.Tokens[k]; t.Head == i && t.Rel == "nmod:desc" {
			return true
		}
	}
	return false
}

// goesOn reports whether something behind token i is joined by "and" to token a.
func goesOn(s *syntax.Sentence, a, i int) bool {
	for k := i + 1; k < len(s.Tokens); k++ {
		if t := &s.Tokens[k]; t.Head == a && t.Rel == "conj" && person(s, k) >= 0 && child(s, k, "cc") >= 0 {
			return true
		}
	}
	return false
}
