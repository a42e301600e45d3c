package mend

import (
	"strings"

	"readout/syntax"
)

// reduced makes participle p, read as the past of what somebody says, part of
// the noun that speaks: "a person briefed on the matter said the bank would
// close". The verb behind has what is said behind it and nobody else to say it.
func reduced(s *syntax.Sentence, p int) {
	t := &s.Tokens[p]
	v := t.Head
	if t.Rel != "ccomp" || t.XPos != "VBD" && t.XPos != "VBN" || !strings.HasSuffix(t.Form, "ed") || v <= p || s.Tokens[v].XPos != "VBD" || hasSubject(s, v) {
		return
	}
	n := child(s, p, "nsubj")
	if n != p-1 || s.Tokens[n].UPos != "NOUN" || child(s, p, "aux") >= 0 || child(s, p, "obj") >= 0 || clauseBehind(s, v) < 0 {
		return
	}
	s.Tokens[n].Head, s.Tokens[n].Rel = v, "nsubj"
	t.Head, t.Rel = n, "acl"
	retag(t, t.UPos, "VBN")
}

// clauseBehind returns the first clause behind verb v that is its object, or -1.
func clauseBehind(s *syntax.Sentence, v int) int {
	for k := v + 1; k < len(s.Tokens); k++ {
		if t := &s.Tokens[k]; t.Head == v && t.Rel == "ccomp" {
			return k
		}
	}
	return -1
}

// forHisPart makes participle p, hung on "for her part", the verb of the noun
// that these words were hung on: they belong to a verb and are described by
// none. "The minister, for her part called on the banks to lend".
func forHisPart(s *syntax.Sentence, p int) {
	t := &s.Tokens[p]
	part := t.Head
	if t.Rel != "acl" || t.XPos != "VBN" || part != p-1 && part != p-2 || part < 2 || s.Tokens[part].Rel != "nmod" || s.Tokens[part].Form != "part" {
		return
	}
	n := s.Tokens[part].Head
	if n < 0 || n > part-3 || !strings.EqualFold(s.Tokens[part-2].Form, "for") || s.Tokens[part-1].Rel != "nmod:poss" || s.Tokens[n].Rel != "root" {
		return
	}
	t.Head, t.Rel = s.Tokens[n].Head, "root"
	s.Tokens[n].Head, s.Tokens[n].Rel = p, "nsubj"
	s.Tokens[part].Head, s.Tokens[part].Rel = p, "obl"
	retag(t, t.UPos, "VBD")
}

// attendant makes verb k in -ing right behind a comma, without a subject, tell of
// how something is said and not what: "said Roe, standing at his gate".
func attendant(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	if t.Rel != "ccomp" || t.XPos != "VBG" || s.Tokens[k-1].Form != "," || t.Head < 0 || t.Head >= k {
		return
	}
	if !hasSubject(s, k) && child(s, k, "aux") < 0 && child(s, k, "mark") < 0 {
		t.Rel = "advcl"
	}
}

// toldBy gives a clause with "that" to the verb that tells it where it was hung
// on who tells: "was told by the general that the road was clear".
func toldBy(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	n := t.Head
	if t.Rel != "acl" || n < 0 || n >= k || s.Tokens[n].Rel != "obl:agent" {
		return
	}
	m, v := child(s, k, "mark"), s.Tokens[n].Head
	if m < 0 || s.Tokens[m].Form != "that" || v < 0 {
		return
	}
	switch s.Tokens[v].Lemma {
	case "tell", "inform", "assure", "remind", "notify", "advise":
		t.Head, t.Rel = v, "ccomp"
	}
}

// toldIn gives clause k with "that" to the verb of speech before it, which has no
// object, where it was hung on where something is said: "admitted in a message that
// his men had left".
func toldIn(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	n := t.Head
	if t.Rel != "acl" || n < 0 || n >= k || s.Tokens[n].Rel != "obl" || !hasSubject(s, k) {
		return
	}
	m, c, v := child(s, k, "mark"), child(s, n, "case"), s.Tokens[n].Head
	if m < 0 || s.Tokens[m].Form != "that" || c < 0 || v < 0 || v > c || s.Tokens[c].Form != "in" && s.Tokens[c].Form != "on" && s.Tokens[c].Form != "at" {
		return
	}
	if speech[s.Tokens[v].Lemma] && child(s, v, "obj") < 0 && child(s, v, "ccomp") < 0 {
		t.Head, t.Rel = v, "ccomp"
	}
}

// behindColon makes a clause behind a colon one that is set beside the object that
// ends before the colon: "said the opposite: “They bombed the hospital”". A colon
// describes no noun.
func behindColon(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	n := t.Head
	if t.Rel != "acl" || n < 0 || n+1 >= k || s.Tokens[n+1].Form != ":" || s.Tokens[n].Rel != "obj" || !hasSubject(s, k) {
		return
	}
	t.Rel = "parataxis"
}

// particle makes noun k the object of verb and particle, where it was hung on
// them without a preposition: "brushed aside the criticism".
func particle(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	v := t.Head
	if t.Rel != "obl" || v < 0 || v >= k || child(s, k, "case") >= 0 || child(s, v, "obj") >= 0 || t.UPos != "NOUN" && t.UPos != "PROPN" {
		return
	}
	if p := child(s, v, "compound"); p > v && p < k && s.Tokens[p].Rel == "compound:prt" {
		t.Rel = "obj"
	}
}

// share makes noun k with a number the subject of the finite verb right behind
// it that has none: "Just under 38% of farmers said they would move". The word
// before the number says how near it is, and governs nothing.
func share(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	v := t.Head
	if t.Rel != "obl" || v <= k || !finite(&s.Tokens[v]) || hasSubject(s, v) {
		return
	}
	c, n := child(s, k, "case"), child(s, k, "nummod")
	if c < 0 || n != c+1 || n > k {
		return
	}
	switch strings.ToLower(s.Tokens[c].Form) {
	case "under", "over", "around", "about":
	default:
		return
	}
	for j := k + 1; j < v; j++ {
		if s.Tokens[j].UPos == "PUNCT" || s.Tokens[j].Head == v {
			return
		}
	}
	t.Rel = "nsubj"
}
