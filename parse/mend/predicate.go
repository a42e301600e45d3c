package mend

import (
	"strings"

	"readout/syntax"
)

// predicates mends clauses whose verb was half read as a noun, as that of a
// headline or of a clause in the present tense may be.
func (m *Mender) predicates(s *syntax.Sentence) {
	for v := 1; v < len(s.Tokens); v++ {
		precede(s, v)
		m.nounVerb(s, v)
		m.nounClause(s, v)
		reclaim(s, v)
		ownSubject(s, v)
		ownWords(s, v)
		ownObject(s, v)
	}
}

// precede turns around a finite verb v with a subject that hangs on a noun
// behind it as a part of that: the noun is its object. "The army conducts
// raids", "after Clinton left office".
func precede(s *syntax.Sentence, v int) {
	t := &s.Tokens[v]
	o := t.Head
	if !finite(t) || t.Rel != "compound" && t.Rel != "amod" || o < v || !hasSubject(s, v) && subjectBefore(s, v) < 0 {
		return
	}
	for k := range s.Tokens[:v] {
		if c := &s.Tokens[k]; c.Head == o && c.Rel == "case" && !temporal(c) {
			return
		}
	}
	t.Head, t.Rel = s.Tokens[o].Head, s.Tokens[o].Rel
	s.Tokens[o].Head, s.Tokens[o].Rel = v, "obj"
	clausal(t)
	for k := range s.Tokens {
		c := &s.Tokens[k]
		if c.Head != o {
			continue
		}
		switch {
		case k < v:
			c.Head = v
			if c.Rel == "case" {
				c.Rel = "mark"
			}
		case k > o && (c.Rel == "punct" || c.Base() == "advcl" || c.Base() == "obl" || c.Base() == "parataxis"):
			c.Head = v
		}
	}
}

// nounVerb makes a verb of noun v in -s that has an object, stands as one does
// behind a noun of its own, and behind a word that also opens clauses: "after a
// missile strikes a house".
func (m *Mender) nounVerb(s *syntax.Sentence, v int) {
	t := &s.Tokens[v]
	if t.XPos != "NNS" || t.Base() != "obl" && t.Base() != "nmod" || child(s, v, "obj") < v || subjectBefore(s, v) < 0 {
		return
	}
	c := child(s, v, "case")
	if c < 0 || c > v || !temporal(&s.Tokens[c]) {
		return
	}
	m.makeVerb(t, "VBZ")
	s.Tokens[c].Rel = "mark"
	clausal(t)
}

// nounClause makes a verb of noun v that has a subject right before it, or a part if it
// has the tag of a verb, no copula, and what only a verb has behind it: an object or an
// infinitive. "The rebels claim to have shot down a jet".
func (m *Mender) nounClause(s *syntax.Sentence, v int) {
	t := &s.Tokens[v]
	n := v - 1
	if t.UPos != "NOUN" || s.Tokens[n].Head != v || s.Tokens[n].UPos == "PRON" || t.Form != strings.ToLower(t.Form) {
		return
	}
	tagged := t.XPos == "VBP" || t.XPos == "VBZ"
	if s.Tokens[n].Rel != "nsubj" && !(tagged && s.Tokens[n].Rel == "compound") {
		return
	}
	infinitive := -1
	for k := range s.Tokens {
		c := &s.Tokens[k]
		if c.Head != v {
			continue
		}
		switch c.Base() {
		case "cop", "case", "aux":
			return
		case "acl", "xcomp":
			if to := child(s, k, "mark"); k > v && to == v+1 && s.Tokens[to].XPos == "TO" {
				infinitive = k
			}
		}
	}
	if infinitive < 0 && child(s, v, "obj") <= v {
		return
	}
	tag := t.XPos
	switch tag {
	case "NN":
		tag = "VBP"
	case "NNS":
		tag = "VBZ"
	}
	m.makeVerb(t, tag)
	s.Tokens[n].Rel = "nsubj"
	if infinitive >= 0 {
		s.Tokens[infinitive].Rel = "xcomp"
	}
}

// makeVerb makes a token a verb in the present or past, with its lemma.
func (m *Mender) makeVerb(t *syntax.Token, xpos string) {
	t.Lemma = m.lemma.Lemma(t.Form, "VERB", xpos)
	retag(t, "VERB", xpos)
}

// ownSubject gives finite verb v, which has an object or a word that opens its
// clause and no subject, the noun right before it that hangs on it as a part of
// it: verbs have no such parts. "An Iranian missile strikes a house".
func ownSubject(s *syntax.Sentence, v int) {
	t := &s.Tokens[v]
	if !finite(t) || t.Rel == "compound" || hasSubject(s, v) || child(s, v, "aux") >= 0 {
		return
	}
	n := subjectBefore(s, v)
	if n < 0 || child(s, v, "obj") < v && !opened(s, v) {
		return
	}
	for k := range s.Tokens[:v] {
		if c := &s.Tokens[k]; c.Head == v && c.Rel == "case" {
			return
		}
	}
	k := &s.Tokens[n]
	k.Rel = "nsubj"
	if k.UPos == "ADJ" {
		retag(k, "NOUN", "NN")
	}
}

// subjectBefore returns the noun right before v, or the adjective that stands
// for one behind an article, that hangs on v as a part of it, or -1.
func subjectBefore(s *syntax.Sentence, v int) int {
	k := &s.Tokens[v-1]
	switch {
	case k.Head != v:
	case k.Rel == "compound" && (k.UPos == "NOUN" || k.UPos == "PROPN"):
		return v - 1
	case k.Rel == "amod" && k.XPos == "JJ":
		if d := child(s, v, "det"); d >= 0 && d < v-1 {
			return v - 1 // "the military strikes"
		}
	}
	return -1
}

// ownWords gives the subject of finite verb v the articles, adjectives and
// numbers before it that hang on the verb.
func ownWords(s *syntax.Sentence, v int) {
	if !finite(&s.Tokens[v]) {
		return
	}
	n := child(s, v, "nsubj")
	if n < 0 || n > v {
		return
	}
	for k := range s.Tokens[:n] {
		if c := &s.Tokens[k]; c.Head == v {
			switch c.Rel {
			case "det", "amod", "nummod", "nmod:poss", "compound":
				c.Head = n
			}
		}
	}
}

// reclaim gives finite verb v the articles and adjectives before it that hang on
// its object, behind it: none of them reaches over the verb.
func reclaim(s *syntax.Sentence, v int) {
	if !finite(&s.Tokens[v]) {
		return
	}
	for k := range s.Tokens[:v] {
		t := &s.Tokens[k]
		if o := t.Head; o <= v || s.Tokens[o].Head != v || s.Tokens[o].Rel != "obj" {
			continue
		}
		switch t.Rel {
		case "det", "amod", "nummod":
			t.Head = v
		}
	}
}

// ownObject gives finite verb v without an object the noun right behind it that
// was joined, over the verb, to its subject: "A court in Valby, Denmark,
// sentences Roe".
func ownObject(s *syntax.Sentence, v int) {
	if !finite(&s.Tokens[v]) {
		return
	}
	n := child(s, v, "nsubj")
	if n < 0 || n > v || child(s, v, "obj") >= 0 || child(s, v, "aux") >= 0 {
		return
	}
	for o := v + 1; o < len(s.Tokens); o++ {
		t := &s.Tokens[o]
		if t.Head != n || t.Rel != "conj" && t.Rel != "appos" && t.Rel != "flat" {
			continue
		}
		if phraseFirst(s, o) == v+1 {
			t.Head, t.Rel = v, "obj"
		}
		return
	}
}

// opened reports whether a word before verb v opens its clause: "when", "after".
func opened(s *syntax.Sentence, v int) bool {
	for k := range s.Tokens[:v] {
		if c := &s.Tokens[k]; c.Head == v && (c.Rel == "mark" || c.XPos == "WRB") {
			return true
		}
	}
	return false
}

// temporal reports whether a preposition opens clauses too, of when it was.
func temporal(t *syntax.Token) bool {
	switch strings.ToLower(t.Form) {
	case "after", "before", "since", "until", "as":
		return true
	}
	return false
}

// clausal makes a verb that hangs on another word as a noun would a clause of it.
func clausal(t *syntax.Token) {
	switch t.Base() {
	case "obl", "nmod":
		t.Rel = "advcl"
	}
}
