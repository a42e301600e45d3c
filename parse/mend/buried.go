package mend

import "readout/syntax"

// buriedSubjects digs out the subject of a finite verb that has none, where the network
// joined it to the last noun of the phrase that opens the clause, or made it an
// explanation of that: "After talks with Chad, the minister and his aides left".
// What "and" joins or what explains something needs no subject's place, but a
// finite verb does.
func buriedSubjects(s *syntax.Sentence) {
	for v := 3; v < len(s.Tokens); v++ {
		switch s.Tokens[v].Base() {
		case "root", "ccomp", "advcl", "parataxis":
		default:
			continue
		}
		if s.Tokens[v].UPos != "VERB" || s.Tokens[v].XPos == "VB" && child(s, v, "aux") < 0 || !headsFinite(s, v) || hasSubject(s, v) {
			continue
		}
		first := v
		if a := child(s, v, "aux"); a >= 0 && a < v {
			first = a
		}
		if a, x := buried(s, v, first); a >= 0 {
			digOut(s, v, a, x, first)
		}
	}
}

// buried returns the first of the nouns before token first that may be the
// subject of verb v, and the noun that they were joined to; or -1, -1.
func buried(s *syntax.Sentence, v, first int) (int, int) {
	for n := first - 1; n > 0; n-- {
		t := &s.Tokens[n]
		if t.UPos == "VERB" && finite(t) && t.Base() != "acl" {
			return -1, -1
		}
		if !besides(t) || t.UPos != "NOUN" && t.UPos != "PROPN" || !reaches(s, n, first) {
			continue
		}
		top := n
		for steps := 0; steps < len(s.Tokens) && s.Tokens[top].Head >= 0 && besides(&s.Tokens[s.Tokens[top].Head]); steps++ {
			top = s.Tokens[top].Head
		}
		x := s.Tokens[top].Head
		if x < 0 || x >= n || child(s, x, "case") < 0 && s.Tokens[x].Rel != "obj" || !leadsTo(s, x, v) {
			continue
		}
		for a := x + 1; a <= top; a++ {
			if o := &s.Tokens[a]; o.Head == x && besides(o) && (o.UPos == "NOUN" || o.UPos == "PROPN") && s.Tokens[phraseStart(s, a)-1].Form == "," {
				return a, x
			}
		}
	}
	return -1, -1
}

// besides reports whether a token is joined to its head or explains it.
func besides(t *syntax.Token) bool { return t.Rel == "conj" || t.Rel == "appos" }

// reaches reports whether only what hangs on noun n, who is with it, and marks and adverbs
// stand between it and token first.
func reaches(s *syntax.Sentence, n, first int) bool {
	for k := n + 1; k < first; k++ {
		if t := &s.Tokens[k]; !s.Under(k, n) && t.UPos != "PUNCT" && t.UPos != "ADV" && !company(s, k, n) {
			return false
		}
	}
	return true
}

// company reports whether token k stands in a phrase behind noun n that "with" opens.
func company(s *syntax.Sentence, k, n int) bool {
	for steps := 0; k > n && steps < len(s.Tokens); steps++ {
		if c := child(s, k, "case"); c > n && s.Tokens[c].Form == "with" {
			return true
		}
		k = s.Tokens[k].Head
	}
	return false
}

// leadsTo reports whether noun x is below an adverbial that stands before verb v,
// perhaps in a relative clause: "in Rome, where he met Jane Roe, John Doe said".
func leadsTo(s *syntax.Sentence, x, v int) bool {
	for steps := 0; x >= 0 && steps < len(s.Tokens); steps++ {
		t := &s.Tokens[x]
		if t.Head == v {
			return x < v && (t.Base() == "obl" || t.Base() == "advcl")
		}
		if t.Base() == "ccomp" {
			return false
		}
		x = t.Head
	}
	return false
}

// digOut makes noun a, which hung on x, the subject of verb v, and joins to it
// what hung beside it before token first.
func digOut(s *syntax.Sentence, v, a, x, first int) {
	for k := a + 1; k < first; k++ {
		if t := &s.Tokens[k]; t.Head == x && besides(t) {
			t.Head = a
		}
	}
	makeSubject(s, a, v)
}
