package parse

import (
	"slices"

	"readout/syntax"
)

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

// within gives clause k that "that" opens what stands behind "that" and was hung
// on the verb above: "will announce that to help protect workers, employees will
// be tested".
func within(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	if t.Rel != "ccomp" || t.Head < 0 {
		return
	}
	m := child(s, k, "mark")
	if m < 0 || m > k || s.Tokens[m].Form != "that" || t.Head > m {
		return
	}
	for j := m + 1; j < k; j++ {
		c := &s.Tokens[j]
		if c.Head != t.Head || c.UPos == "PUNCT" {
			continue
		}
		if c.Head = k; c.Rel == "ccomp" {
			c.Rel = "advcl"
		}
	}
}

// parallel joins a verb in -ing to the one that its clause completes and not to
// the finite verb of that: "saying that the bill had failed, and arguing that".
func parallel(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	v := t.Head
	if t.Rel != "conj" || t.XPos != "VBG" || v < 0 || v > k || !finite(&s.Tokens[v]) || s.Tokens[v].Rel != "ccomp" || child(s, k, "aux") >= 0 || hasSubject(s, k) {
		return
	}
	if u := s.Tokens[v].Head; u >= 0 && u < v && s.Tokens[u].XPos == "VBG" && child(s, u, "aux") < 0 {
		t.Head = u
	}
}

// toldWhat gives clause k to the verb in -ing before it that tells somebody
// something and has nothing that it tells: "shrugged it off, telling reporters,
// “We never asked”".
func toldWhat(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	if t.Rel != "ccomp" || t.Head < 0 || t.Head >= k {
		return
	}
	for w := t.Head + 1; w < k; w++ {
		c := &s.Tokens[w]
		if c.Head == t.Head && c.Rel == "advcl" && c.XPos == "VBG" && child(s, w, "iobj") > w && child(s, w, "obj") < 0 && child(s, w, "ccomp") < 0 {
			t.Head = w
			return
		}
	}
}

// asked makes infinitive k what somebody is asked to do: "asked the banks to lend".
func asked(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	v := t.Head
	if t.Rel != "advcl" || t.XPos != "VB" || v < 0 || v > k {
		return
	}
	m := child(s, k, "mark")
	if m < v || m > k || s.Tokens[m].XPos != "TO" || !slices.Contains(asking, s.Tokens[v].Lemma) {
		return
	}
	o := max(child(s, v, "obj"), child(s, v, "iobj"))
	if o < v || o > k || s.Tokens[o].Lemma == "question" {
		return
	}
	for j := o + 1; j < m; j++ {
		if c := &s.Tokens[j]; c.Form == "," || c.Head == v {
			return
		}
	}
	t.Rel = "xcomp"
}

// asking are verbs whose object is to do something.
var asking = []string{"ask", "direct", "urge", "order", "instruct", "tell", "encourage", "invite"}

// junior makes "Jr." behind a name and a comma a part of the name, and the name
// what it was taken for.
func junior(s *syntax.Sentence, i int) {
	t := &s.Tokens[i]
	if i < 2 || s.Tokens[i-1].Form != "," || s.Tokens[i-2].UPos != "PROPN" {
		return
	}
	switch t.Form {
	case "Jr.", "Jr", "Sr.", "Sr", "II", "III":
	default:
		return
	}
	n := i - 2
	for h := s.Tokens[n].Head; h >= 0 && h < n && s.Tokens[n].Rel == "flat"; h = s.Tokens[n].Head {
		n = h
	}
	if n == i || t.Head == n && t.Rel == "flat" {
		return
	}
	if p := &s.Tokens[n]; p.Head == i {
		p.Head, p.Rel = t.Head, t.Rel
	}
	for k := range s.Tokens {
		if s.Tokens[k].Head == i {
			s.Tokens[k].Head = n
		}
	}
	t.UPos, t.XPos = "PROPN", "NNP"
	t.Head, t.Rel = n, "flat"
}
