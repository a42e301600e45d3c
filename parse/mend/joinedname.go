package mend

import "readout/syntax"

// joinNames mends where the network joins only the first word of a name to a name
// before it, as if both were modifiers of the name's last word: "the [US and South]
// Korea". The two names are joined instead, and the first takes the place of the
// second.
func joinNames(s *syntax.Sentence) {
	for _, n := range s.Names {
		j, h := n.First, n.Last-1
		if n.Last-n.First < 2 || s.Tokens[j].Rel != "conj" {
			continue
		}
		i := s.Tokens[j].Head
		if up := s.Tokens[h].Head; i < 0 || i >= j || s.Tokens[i].Head != h || s.Tokens[i].Rel != "compound" || up >= i && up <= h || !endsName(s, i) {
			continue
		}
		joinNamesAt(s, i, j, h)
	}
}

// joinNamesAt joins the name with head h that begins at j to the name of token i.
func joinNamesAt(s *syntax.Sentence, i, j, h int) {
	s.Tokens[i].Head, s.Tokens[i].Rel = s.Tokens[h].Head, s.Tokens[h].Rel
	s.Tokens[h].Head, s.Tokens[h].Rel = i, "conj"
	s.Tokens[j].Head, s.Tokens[j].Rel = h, "compound"
	for k := range s.Tokens {
		switch t := &s.Tokens[k]; {
		case t.Head == j && k < j:
			t.Head = h // the conjunction
		case t.Head == h && k < i:
			t.Head = i // what stands before both
		}
	}
}

// endsName reports whether token i is the last of a name.
func endsName(s *syntax.Sentence, i int) bool {
	for _, n := range s.Names {
		if n.Last == i+1 {
			return true
		}
	}
	return false
}
