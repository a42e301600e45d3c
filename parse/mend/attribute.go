package mend

import (
	"slices"
	"strings"

	"readout/syntax"
)

// attributes makes a past participle that was given the noun behind it for an
// object an attribute of that noun. A participle without an auxiliary has no
// object; it is one where a preposition, a verb without an object, or a place
// and a comma stand before it: "by masked men", "carrying deported Danes",
// "Valby, occupied Denmark".
func attributes(s *syntax.Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.XPos != "VBN" || t.UPos != "VERB" || t.Head < 0 {
			continue
		}
		o := child(s, i, "obj")
		if o < i || hasSubject(s, i) || child(s, i, "aux") >= 0 {
			continue
		}
		if n := s.Tokens[o].UPos; n != "NOUN" && n != "PROPN" || phraseFirst(s, o) != i+1 {
			continue
		}
		switch p, v := child(s, i, "case"), i-1; {
		case p < 0 && child(s, i, "mark") >= 0:
			if p = child(s, i, "mark"); preposition(&s.Tokens[p]) && p < i {
				attribute(s, i, o, t.Head, "", p)
			}
		case p >= 0 && p < i:
			attribute(s, i, o, t.Head, "", p)
		case linking(&s.Tokens[v]):
		case t.Head == v && s.Tokens[v].UPos == "VERB" && t.Rel != "acl" && child(s, v, "obj") < 0,
			t.Head == v && s.Tokens[v].XPos == "VBG" && child(s, v, "obj") < 0:
			attribute(s, i, o, v, "obj", -1)
		case i > 1 && s.Tokens[v].Form == "," && s.Tokens[i-2].XPos == "NNP" && s.Tokens[o].UPos == "PROPN" && t.Base() != "conj":
			attribute(s, i, o, i-2, "appos", -1)
		}
	}
}

// attribute makes participle i an attribute of noun o, which hangs on h by the
// relation: with preposition p that which its head asks for. What is behind the
// noun is its own.
func attribute(s *syntax.Sentence, i, o, h int, rel string, p int) {
	if rel == "" {
		rel = "nmod"
		if u := s.Tokens[h].UPos; u == "VERB" || u == "ADJ" {
			rel = "obl"
		}
	}
	s.Tokens[o].Head, s.Tokens[o].Rel = h, rel
	s.Tokens[i].Head, s.Tokens[i].Rel = o, "amod"
	for k := range s.Tokens {
		t := &s.Tokens[k]
		switch {
		case t.Head != i:
		case k == p:
			t.Head, t.Rel = o, "case"
		case k > o:
			t.Head = o
			if t.Base() == "obl" {
				t.Rel = "nmod"
			}
		}
	}
}

// describing makes participle k right before its object a modifier of that:
// without an auxiliary a participle has no object. "Urged continued action",
// "committed to continued support".
func describing(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	v := t.Head
	if t.XPos != "VBN" || t.Rel != "xcomp" || v < 0 || v >= k {
		return
	}
	o := child(s, k, "obj")
	if o <= k || s.Tokens[o].UPos != "NOUN" || hasSubject(s, k) || child(s, k, "aux") >= 0 {
		return
	}
	if !slices.Contains([]int{k - 1, k - 2}, v) || v == k-2 && (s.Tokens[k-1].Form != "to" || s.Tokens[k-1].Head != k && s.Tokens[k-1].Head != o) {
		return
	}
	for j := k + 1; j < o; j++ {
		if c := &s.Tokens[j]; c.Head != o || c.Rel != "amod" && c.Rel != "compound" {
			return
		}
	}
	for j := range s.Tokens {
		switch c := &s.Tokens[j]; {
		case c.Head != k || j == o:
		case j < k:
			c.Head, c.Rel = o, "case"
		case c.Base() == "obl":
			c.Head, c.Rel = o, "nmod"
		default:
			c.Head = v
		}
	}
	s.Tokens[o].Head, s.Tokens[o].Rel = v, "obj"
	if child(s, o, "case") >= 0 {
		s.Tokens[o].Rel = "obl"
	}
	t.Head, t.Rel = o, "amod"
}

// linking reports whether a verb says what its subject is, not what somebody
// does to something: "remains devoted".
func linking(t *syntax.Token) bool {
	switch t.Lemma {
	case "remain", "stay", "become", "seem", "appear", "look", "feel", "get", "keep", "be":
		return true
	}
	return false
}

// preposition reports whether a word that opens a phrase opens no clause whose
// verb is finite.
func preposition(t *syntax.Token) bool {
	switch strings.ToLower(t.Form) {
	case "to", "by", "of", "in", "on", "for", "with", "from", "against", "at", "over", "into", "despite", "amid":
		return true
	}
	return false
}
