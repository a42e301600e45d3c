package parse

import "readout/syntax"

// Offices gives an office its country back where the network hung it on the
// name of who holds it: "the President of Azerbaijan Ilham Aliyev". Who is
// coordinated with the name is then so with the office.
func Offices(s *syntax.Sentence) {
	for c := 1; c < len(s.Tokens); c++ {
		t := &s.Tokens[c]
		if t.Rel != "nmod:desc" || t.UPos != "PROPN" || t.Head <= c || t.Head >= len(s.Tokens) {
			continue
		}
		holder := t.Head
		p := &s.Tokens[holder]
		if o := child(s, c, "case"); o < 0 || o > c || s.Tokens[o].Form != "of" {
			continue
		}
		if p.UPos != "PROPN" || p.Base() != "nmod" && p.Rel != "appos" || p.Head < 0 || p.Head >= c {
			continue
		}
		office := p.Head
		t.Head, t.Rel = office, "nmod"
		for k := holder + 1; k < len(s.Tokens); k++ {
			if s.Tokens[k].Head == holder && s.Tokens[k].Rel == "conj" {
				s.Tokens[k].Head = office
			}
		}
	}
}
