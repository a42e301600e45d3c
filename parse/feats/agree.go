package feats

import (
	"strings"

	"readout/syntax"
)

// Agree completes the features of a parsed sentence with what its tree tells:
// number and person of finite verbs from their subjects, the voice of
// participles and the mood of bare verbs, the case of "you" and "it".
// Tokens must have tags, relations and the features of Of.
func Agree(s *syntax.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch t.XPos {
		case "VBD", "VBP":
			if tense := strings.Index(t.Feats, "Tense="); tense > 0 {
				t.Feats = "Mood=Ind|" + agreement(s, i) + t.Feats[tense:]
			}
		case "VBN":
			if t.UPos == "VERB" && passive(s, i) {
				t.Feats += "|Voice=Pass"
			}
		case "VB":
			if bare(s, i) {
				t.Feats = "Mood=Imp|VerbForm=Fin"
			}
		case "VBG":
			if gerund(t) {
				t.Feats = "VerbForm=Ger"
			}
		case "PRP":
			if t.Base() != "nsubj" && t.Base() != "expl" && t.Base() != "root" {
				if rest, ok := strings.CutPrefix(t.Feats, "Case=Nom|"); ok && (t.Lemma == "you" || t.Lemma == "it") {
					t.Feats = "Case=Acc|" + rest
				}
			}
		}
	}
}

// agreement returns the number and person of verb i, each with "|" after it,
// from its subject: its own, or that of the verb it helps or goes on from.
func agreement(s *syntax.Sentence, i int) string {
	for n := 0; n < 3 && i >= 0; n++ {
		if sub := subject(s, i); sub >= 0 {
			return numberPerson(s, sub)
		}
		t := &s.Tokens[i]
		switch t.Base() {
		case "aux", "cop", "conj":
			i = t.Head
		case "acl":
			return numberPerson(s, t.Head)
		default:
			return "Number=Sing|Person=3|"
		}
	}
	return "Number=Sing|Person=3|"
}

// subject returns the subject of token i, or -1.
func subject(s *syntax.Sentence, i int) int {
	for c := range s.Children(i) {
		if s.Tokens[c].Base() == "nsubj" {
			return c
		}
	}
	return -1
}

// numberPerson returns the number and person of a subject.
func numberPerson(s *syntax.Sentence, i int) string {
	if i < 0 {
		return "Number=Sing|Person=3|"
	}
	t := &s.Tokens[i]
	if t.Feat("PronType=Rel") {
		if h := relativeHead(s, i); h >= 0 {
			t, i = &s.Tokens[h], h
		}
	}
	person := "3"
	switch {
	case t.Feat("Person=1"):
		person = "1"
	case t.Feat("Person=2"):
		return "Number=Sing|Person=2|"
	}
	plural := t.Feat("Number=Plur") || t.Feat("Number=Ptan")
	for c := range s.Children(i) {
		if s.Tokens[c].Base() == "conj" {
			plural = true
		}
	}
	if plural || t.Feat("PronType=Tot") && t.UPos == "DET" {
		return "Number=Plur|Person=" + person + "|"
	}
	return "Number=Sing|Person=" + person + "|"
}

// relativeHead returns the noun that the clause of relative pronoun i
// describes, or -1.
func relativeHead(s *syntax.Sentence, i int) int {
	for n := 0; n < 4; n++ {
		if s.Tokens[i].Rel == "acl:relcl" {
			return s.Tokens[i].Head
		}
		if i = s.Tokens[i].Head; i < 0 {
			return -1
		}
	}
	return -1
}

// passive reports whether participle i is passive.
func passive(s *syntax.Sentence, i int) bool {
	aux := false
	for c := range s.Children(i) {
		switch s.Tokens[c].Rel {
		case "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent":
			return true
		case "aux":
			aux = aux || s.Tokens[c].Lemma == "have"
		}
	}
	t := &s.Tokens[i]
	switch {
	case aux:
		return false
	case t.Base() == "conj" && t.Head >= 0 && s.Tokens[t.Head].XPos == "VBN" && t.Head != i:
		return s.Tokens[t.Head].Feat("Voice=Pass")
	}
	return true
}

// bare reports whether the base form i is an imperative.
func bare(s *syntax.Sentence, i int) bool {
	t := &s.Tokens[i]
	switch t.Base() {
	case "root", "parataxis", "conj", "ccomp":
	default:
		return false
	}
	for c := range s.Children(i) {
		switch s.Tokens[c].Base() {
		case "aux":
			if s.Tokens[c].Lemma != "do" || subject(s, i) >= 0 {
				return false
			}
		case "mark", "nsubj", "expl":
			return false
		}
	}
	if t.Base() == "conj" {
		return t.Head >= 0 && t.Head < i && s.Tokens[t.Head].Feat("Mood=Imp")
	}
	return true
}

// gerund reports whether an -ing form is used as a noun.
func gerund(t *syntax.Token) bool {
	switch t.Base() {
	case "nsubj", "obj", "obl", "nmod", "csubj", "compound", "amod":
		return true
	}
	return false
}
