package mend

import (
	"strings"

	"readout/syntax"
)

// currencies makes a sign of money out of a word like "AU$" or "US$", which the
// network may take for a name or the end of one: what is fined "Kesto AU$ 90
// million" is Kesto.
func currencies(s *syntax.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !currency(t.Form) {
			continue
		}
		if t.UPos != "SYM" {
			t.Lemma = t.Form
			retag(t, "SYM", "$")
		}
		endNames(s, i)
		if n := i - 1; n >= 0 && s.Tokens[n].UPos == "PROPN" && s.Tokens[n].Head == i && s.Tokens[n].Rel == "compound" && t.Head >= 0 && t.Head < n {
			s.Tokens[n].Head, s.Tokens[n].Rel = t.Head, t.Rel
			t.Head, t.Rel = n, "nmod:unmarked"
		}
	}
}

// currency reports whether a word is up to four capitals before a dollar sign.
func currency(w string) bool {
	code, ok := strings.CutSuffix(w, "$")
	return ok && code != "" && len(code) <= 4 && strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// endNames ends before token i each name that it is in, and takes away one that
// begins with it.
func endNames(s *syntax.Sentence, i int) {
	names := s.Names[:0]
	for _, n := range s.Names {
		if n.First <= i && i < n.Last {
			n.Last = i
		}
		if n.First < n.Last {
			names = append(names, n)
		}
	}
	s.Names = names
}
