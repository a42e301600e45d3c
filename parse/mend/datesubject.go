package mend

import (
	"strings"

	"readout/syntax"
)

// dateSubjects mends sentences in which a date was read as the subject of the
// verb behind it, and that clause as what the participle before it depends on:
// "A teacher held in Iran since May was freed". What the participle describes is
// the subject of the verb.
func dateSubjects(s *syntax.Sentence) {
	for w := range s.Tokens {
		if t := &s.Tokens[w]; t.Rel != "advcl" || t.UPos != "VERB" {
			continue
		}
		m, v := child(s, w, "nsubj"), s.Tokens[w].Head
		c := child(s, w, "mark")
		if m < 2 || v < 0 || v >= c || c != m-1 || !isMonthOrDay(s.Tokens[m].Form) || s.Tokens[v].XPos != "VBN" || child(s, v, "aux") >= 0 {
			continue
		}
		switch strings.ToLower(s.Tokens[c].Form) {
		case "since", "in", "on", "until", "before", "after":
		default:
			continue
		}
		n := child(s, v, "nsubj")
		if n < 0 || n != v-1 {
			continue
		}
		subject, date, prep, held, verb := &s.Tokens[n], &s.Tokens[m], &s.Tokens[c], &s.Tokens[v], &s.Tokens[w]
		verb.Head, verb.Rel = held.Head, held.Rel
		subject.Head, subject.Rel = w, date.Rel
		held.Head, held.Rel = n, "acl"
		date.Head, date.Rel = v, "obl"
		prep.Head, prep.Rel = m, "case"
		for i := w + 1; i < len(s.Tokens); i++ {
			if s.Tokens[i].Head == v {
				s.Tokens[i].Head = w
			}
		}
	}
}

// isMonthOrDay reports whether a word is the name of a month or a day of the
// week.
func isMonthOrDay(w string) bool {
	switch w {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}
