package mend

import "readout/syntax"

// offices gives an office its country back where the network hung it on the
// name of who holds it: "the President of Azerbaijan Ilham Aliyev". Who is
// coordinated with the name is then so with the office. And a person's name right
// behind that of the country, which the network hung on the country, is who holds
// the office: "Prime Minister of Peru Gustavo Adrianzén".
func offices(s *syntax.Sentence) {
	for _, n := range s.Names {
		if n.Kind == syntax.Person {
			holder(s, n.First)
		}
	}
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

// holder hangs a person's name, which begins with token p, on the office that is of the
// place right before it.
func holder(s *syntax.Sentence, p int) {
	t := &s.Tokens[p]
	c := t.Head
	if c < 1 || c >= p || t.Base() != "nmod" && t.Rel != "appos" && t.Rel != "flat" || child(s, p, "case") >= 0 || !s.Under(p-1, c) || s.Tokens[p-1].UPos != "PROPN" {
		return
	}
	place := &s.Tokens[c]
	if o := child(s, c, "case"); o < 0 || o > c || s.Tokens[o].Form != "of" || place.Base() != "nmod" || place.Head < 0 || place.Head > c {
		return
	}
	if office := &s.Tokens[place.Head]; office.UPos == "PROPN" || office.UPos == "NOUN" {
		t.Head, t.Rel = place.Head, "appos"
	}
}
