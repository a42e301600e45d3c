package mend

import "readout/syntax"

// stranded gives a verb that is joined to another by "and" the noun right
// behind it which the network joined to the other's object instead: "Canada
// expelled a diplomat and imposed sanctions". What "and" joins stands behind
// it, so that nothing behind the second verb is joined to a noun before it
// without a conjunction of its own. A participle is joined to none but a past
// tense that looks like it: "holding troops and allied militants".
func stranded(s *syntax.Sentence) {
	for n := 2; n < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		if t.Rel != "conj" || t.UPos != "NOUN" && t.UPos != "PROPN" || child(s, n, "cc") >= 0 {
			continue
		}
		o := t.Head
		if o < 0 || o >= n || s.Tokens[o].Base() != "obj" {
			continue
		}
		u, v := s.Tokens[o].Head, verbBefore(s, n)
		if u < 0 || v <= o || s.Tokens[v].Rel != "conj" || s.Tokens[v].Head != u || child(s, v, "obj") >= 0 || child(s, v, "aux") >= 0 {
			continue
		}
		if s.Tokens[v].XPos == "VBN" && s.Tokens[u].XPos != "VBD" {
			continue
		}
		if c := child(s, v, "cc"); c <= o || c > v {
			continue
		}
		t.Head, t.Rel = v, "obj"
	}
}

// verbBefore returns the verb before noun n and its modifiers, or -1.
func verbBefore(s *syntax.Sentence, n int) int {
	for i := n - 1; i >= 0; i-- {
		switch t := &s.Tokens[i]; {
		case t.UPos == "VERB" && t.Head != n:
			return i
		case t.Head == n, t.Head > i && t.Head < n:
		default:
			return -1
		}
	}
	return -1
}
