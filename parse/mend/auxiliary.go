package mend

import (
	"strings"

	"readout/syntax"
)

// auxiliaries puts together a verb and an auxiliary that something stands
// between: "had on Tuesday expelled", "have since Monday seized", "was on Tuesday
// sentenced". Nothing hangs on an auxiliary: its subject is the verb's.
func auxiliaries(s *syntax.Sentence) {
	for i := range s.Tokens {
		have, be := auxiliaryForm(&s.Tokens[i])
		if !have && !be || i+2 >= len(s.Tokens) {
			continue
		}
		switch s.Tokens[i].Base() {
		case "aux", "cop":
			if be {
				outerParticiple(s, i)
				timeBetween(s, i)
			}
			ofVerb(s, i, have)
		default:
			if have {
				perfect(s, i)
			}
		}
	}
}

// auxiliaryForm reports whether a token is a finite form of have or of be.
func auxiliaryForm(t *syntax.Token) (have, be bool) {
	switch strings.ToLower(t.Form) {
	case "has", "have", "had":
		return true, false
	case "was", "were", "is", "are":
		return false, true
	}
	return false, false
}

// ofVerb gives what hangs on auxiliary i to its verb, with which it makes a
// perfect or, if that is a participle, a passive.
func ofVerb(s *syntax.Sentence, i int, have bool) {
	v := s.Tokens[i].Head
	if v <= i+1 || s.Tokens[v].UPos != "VERB" || s.Tokens[v].XPos != "VBN" && s.Tokens[v].XPos != "VBD" {
		return
	}
	between := false
	for k := range s.Tokens {
		switch t := &s.Tokens[k]; {
		case t.Head != i:
		case t.Base() == "nsubj":
			if hasSubject(s, v) {
				return
			}
			between = true
		case t.Base() == "obl", t.Base() == "advmod":
			between = true
		}
	}
	if !between && s.Tokens[i].Rel != "cop" {
		return
	}
	join(s, i, v, have)
}

// join makes i, with which token v was or is connected, its auxiliary: of the
// perfect, or else of the passive.
func join(s *syntax.Sentence, i, v int, have bool) {
	handOver(s, i, v)
	s.Tokens[i].Head, s.Tokens[i].Rel = v, "aux:pass"
	if have {
		s.Tokens[i].Rel = "aux"
	}
	retag(&s.Tokens[i], "AUX", s.Tokens[i].XPos)
	retag(&s.Tokens[v], "VERB", "VBN")
	if n := child(s, v, "nsubj"); n >= 0 && n < i {
		makeSubject(s, n, v)
	}
}

// perfect makes i the auxiliary of the participle below it where it has no
// object, which it would have as a verb of its own.
func perfect(s *syntax.Sentence, i int) {
	if child(s, i, "obj") >= 0 || child(s, i, "aux") >= 0 {
		return
	}
	for v := i + 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.UPos == "VERB" && t.Head != i {
			return
		}
		if t.Head != i || t.UPos != "VERB" {
			continue
		}
		switch t.Base() {
		case "advcl", "conj", "ccomp", "xcomp":
		default:
			return
		}
		if t.XPos != "VBN" && t.XPos != "VBD" || child(s, v, "cc") >= 0 || child(s, v, "aux") >= 0 || !sinceWhen(s, v) {
			return
		}
		t.Head, t.Rel = s.Tokens[i].Head, s.Tokens[i].Rel
		join(s, i, v, true)
		return
	}
}

// sinceWhen makes the time that was read as the subject of a clause opened by
// "since" what it is, and reports whether verb v then opens no clause of its own.
func sinceWhen(s *syntax.Sentence, v int) bool {
	m, n := child(s, v, "mark"), child(s, v, "nsubj")
	if m < 0 && n < 0 {
		return true
	}
	if m < 0 || n < 0 || n > v || m > n || !strings.EqualFold(s.Tokens[m].Form, "since") {
		return false
	}
	s.Tokens[m].Head, s.Tokens[m].Rel = n, "case"
	s.Tokens[n].Rel = "obl"
	return true
}

// outerParticiple gives the participle below the adverb of which form of be i was
// made the copula the adverb's place: "were late on Friday arrested".
func outerParticiple(s *syntax.Sentence, i int) {
	a := s.Tokens[i].Head
	if a <= i || s.Tokens[a].UPos != "ADV" {
		return
	}
	for v := a + 1; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.Head != a || t.XPos != "VBN" || t.UPos != "VERB" {
			continue
		}
		if child(s, v, "mark") >= 0 || child(s, v, "aux") >= 0 || hasSubject(s, v) || t.Base() == "conj" {
			return
		}
		t.Head, t.Rel = s.Tokens[a].Head, s.Tokens[a].Rel
		handOver(s, a, v)
		s.Tokens[a].Head, s.Tokens[a].Rel = v, "advmod"
		return
	}
}

// timeBetween gives the form of be i that was made the copula of a time to the
// participle that the time belongs to, and the subject with it: "was on Tuesday
// sentenced".
func timeBetween(s *syntax.Sentence, i int) {
	n := s.Tokens[i].Head
	if n <= i || s.Tokens[n].Base() != "obl" || s.Tokens[n].Head <= n || s.Tokens[s.Tokens[n].Head].XPos != "VBN" || hasSubject(s, s.Tokens[n].Head) {
		return
	}
	if c := child(s, n, "case"); c < i {
		return
	}
	subject := child(s, n, "nsubj")
	if subject < 0 || subject > i {
		return
	}
	s.Tokens[i].Head = s.Tokens[n].Head
	s.Tokens[subject].Head = i
}
