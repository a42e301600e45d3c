package parse

import "readout/syntax"

// Subjects gives finite verbs without a subject the noun right before them
// that the network hung on their object as a compound: "Albania severed
// diplomatic relations". No compound reaches over a verb.
func Subjects(s *syntax.Sentence) {
	for v := 1; v < len(s.Tokens); v++ {
		if x := s.Tokens[v].XPos; x != "VBD" && x != "VBZ" && x != "VBP" {
			continue
		}
		n := &s.Tokens[v-1]
		if n.Rel != "compound" || n.Head <= v || n.UPos != "PROPN" && n.UPos != "NOUN" {
			continue
		}
		if o := &s.Tokens[n.Head]; o.Head == v && o.Base() == "obj" && !hasSubject(s, v) {
			n.Head, n.Rel = v, "nsubj"
		}
	}
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
