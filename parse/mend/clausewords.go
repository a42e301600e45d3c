package mend

import (
	"slices"

	"readout/syntax"
)

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
