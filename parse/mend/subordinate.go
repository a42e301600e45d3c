package mend

import (
	"strings"

	"readout/syntax"
)

// outerSubject gives the first subject of a verb of saying, k, to the clause that
// stands between it and the second and lacks a subject: "The deal looks good, Roe
// said". A verb has one subject.
func outerSubject(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	v := t.Head
	if t.Rel != "nsubj" || v < 0 {
		return
	}
	first := child(s, v, "nsubj")
	c := child(s, v, "ccomp")
	if first >= k || s.Tokens[first].XPos == "WP" || c < first || c > k || c > v || hasSubject(s, c) || !headsFinite(s, c) {
		return
	}
	for _, x := range s.Tokens[first:c] {
		if x.Form == ":" {
			return
		}
	}
	makeSubject(s, first, c)
}

// predecessor makes the name behind "vice" at k the subject of the verb right behind it
// which has another before: "Jane Roe, to be Director, vice John Doe, resigned".
func predecessor(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	n := t.Head
	if t.Form != "vice" || t.Rel != "nmod:desc" || n != k+1 {
		return
	}
	w := n + 1
	for w < len(s.Tokens) && (s.Tokens[w].Rel == "flat" || s.Tokens[w].XPos == "HYPH") {
		w++
	}
	if w++; w >= len(s.Tokens) || s.Tokens[w-1].Form != "," || !finite(&s.Tokens[w]) {
		return
	}
	for i := range s.Tokens[:w] {
		if o := &s.Tokens[i]; o.Head == w && o.Base() == "nsubj" {
			o.Rel = "dislocated"
		}
	}
	s.Tokens[n].Head, s.Tokens[n].Rel = w, "nsubj"
}

// subordinate hangs clause k, which a word such as "after" opens and which has a
// subject, on the verb of the noun that it was hung on: "bar the sale after Roe
// accused the firm". Nouns have no such clauses but those of time.
func subordinate(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	if t.Rel != "acl" {
		return
	}
	m := child(s, k, "mark")
	if m < 0 || m > k || !subordinators[strings.ToLower(s.Tokens[m].Form)] || !hasSubject(s, k) {
		return
	}
	v := t.Head
	for steps := 0; v >= 0 && s.Tokens[v].UPos != "VERB" && steps < len(s.Tokens); steps++ {
		v = s.Tokens[v].Head
	}
	if v >= 0 && v < m {
		t.Head, t.Rel = v, "advcl"
	}
}

var subordinators = map[string]bool{"after": true, "before": true, "while": true, "because": true, "although": true, "though": true, "unless": true, "when": true, "until": true}
