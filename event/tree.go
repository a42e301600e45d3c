package event

import (
	"slices"
	"strings"

	"readout/syntax"
)

// A tree is one sentence with its children at hand. Heads are those of the
// sentence with what only a faulty tree has cut, so that every way up ends at
// a root: heads outside the sentence, and the link that closes a cycle.
type tree struct {
	s     *syntax.Sentence
	up    []int32 // head of a token, or -1
	first []int32 // first child of a token, or -1
	next  []int32 // next child of the same head, or -1
	depth []int32 // links to the root

	lemmas []string // in small letters
}

// load makes t the tree of s, using again what memory it has.
func (t *tree) load(s *syntax.Sentence) {
	n := len(s.Tokens)
	t.s = s
	t.up, t.first, t.next, t.depth = resize(t.up, n), resize(t.first, n), resize(t.next, n), resize(t.depth, n)
	for i := range n {
		t.up[i], t.first[i], t.next[i], t.depth[i] = -1, -1, -1, unmeasured
		if h := s.Tokens[i].Head; h >= 0 && h < n && h != i {
			t.up[i] = int32(h)
		}
	}
	t.lemmas = slices.Grow(t.lemmas[:0], n)
	for i := range n {
		t.measure(i)
		t.lemmas = append(t.lemmas, lower(s.Tokens[i].Lemma))
	}
	for i := n - 1; i >= 0; i-- {
		if h := t.up[i]; h >= 0 {
			t.next[i] = t.first[h]
			t.first[h] = int32(i)
		}
	}
}

// Marks of a depth that is not known yet.
const (
	unmeasured = -1 - iota
	climbed    // the way up that is being measured leads over the token
)

// measure sets the depth of token i and of all above it. A head that is on
// the way already closes a cycle, and its link is cut.
func (t *tree) measure(i int) {
	steps := int32(0)
	j := int32(i)
	for t.depth[j] == unmeasured {
		t.depth[j] = climbed
		steps++
		h := t.up[j]
		if h < 0 {
			break
		}
		if t.depth[h] == climbed {
			t.up[j] = -1
			break
		}
		j = h
	}
	d := steps - 1
	if t.depth[j] >= 0 {
		d += t.depth[j] + 1
	}
	for j = int32(i); j >= 0 && t.depth[j] == climbed; j = t.up[j] {
		t.depth[j] = d
		d--
	}
}

func resize(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n, n+n/2)
	}
	return s[:n]
}

func (t *tree) tok(i int) *syntax.Token { return &t.s.Tokens[i] }

// lemma returns the lemma of token i in small letters.
func (t *tree) lemma(i int) string { return t.lemmas[i] }

// lower returns s in small letters, without a copy when it is already.
func lower(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= 'A' && c <= 'Z' || c > 127 {
			return strings.ToLower(s)
		}
	}
	return s
}

// child returns the first child of i whose relation, without subtype, is rel,
// or -1.
func (t *tree) child(i int, rel string) int {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.s.Tokens[c].Base() == rel {
			return int(c)
		}
	}
	return -1
}

// preposition returns the case marker of token i, words of a fixed phrase
// joined by "_": "because_of". It is empty without one. That of a name may
// hang on the title before it: "for minister Lee".
func (t *tree) preposition(i int) string {
	title := -1
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := t.tok(int(c))
		if k.Base() == "case" && k.XPos != "POS" && lower(k.Form) != "'s" {
			return t.fixed(int(c))
		}
		if k.Rel == "nmod:desc" && int(c) < i {
			title = int(c)
		}
	}
	if title >= 0 {
		for c := t.first[title]; c >= 0; c = t.next[c] {
			if k := t.tok(int(c)); k.Base() == "case" && k.XPos != "POS" {
				return t.fixed(int(c))
			}
		}
	}
	return ""
}

// secondPreposition returns the second of two case markers: "of" in "out of
// the country", "across" in "from across the border".
func (t *tree) secondPreposition(i int) string {
	n := 0
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if k := t.tok(int(c)); k.Base() == "case" && k.XPos != "POS" && lower(k.Form) != "'s" {
			if n++; n == 2 {
				return t.fixed(int(c))
			}
		}
	}
	return ""
}

// mark returns the subordinator of clause i ("to", "that", "if", "from").
func (t *tree) mark(i int) string {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Base() == "mark" {
			return t.fixed(int(c))
		}
	}
	return ""
}

// fixed returns the lower-case form of c with the words fixed to it.
func (t *tree) fixed(c int) string {
	w := lower(t.tok(c).Form)
	for f := t.first[c]; f >= 0; f = t.next[f] {
		if t.tok(int(f)).Base() == "fixed" {
			w += "_" + lower(t.tok(int(f)).Form)
		}
	}
	if w == "out" && c+1 < len(t.s.Tokens) && lower(t.tok(c+1).Form) == "of" && t.tok(c+1).Base() == "case" {
		return "out_of" // two cases of one noun
	}
	return w
}

// isVerb reports whether i is a verb, which may be tagged an adjective in the
// passive and where it ends in -ing and has an object: "looks forward to welcoming".
func (t *tree) isVerb(i int) bool {
	k := t.tok(i)
	return k.UPos == "VERB" || k.UPos == "AUX" || k.UPos == "ADJ" && (t.has(i, "aux:pass") || t.has(i, "obj") && strings.HasSuffix(k.Form, "ing"))
}

func (t *tree) isNoun(i int) bool {
	switch t.tok(i).UPos {
	case "NOUN", "PROPN", "PRON", "NUM", "SYM", "X":
		return true
	}
	return false
}

// participle reports whether i is a past participle.
func (t *tree) participle(i int) bool {
	k := t.tok(i)
	return k.XPos == "VBN" || k.UPos == "ADJ" && t.has(i, "aux:pass") || k.XPos == "" && k.Feat("VerbForm=Part") && k.Feat("Tense=Past")
}

// tellsWhen reports whether clause i has one of the marks, or "when" as its
// adverb.
func (t *tree) tellsWhen(i int, marks ...string) bool {
	if slices.Contains(marks, t.mark(i)) {
		return true
	}
	w := t.child(i, "advmod")
	return w >= 0 && lower(t.tok(w).Form) == "when"
}

// hyphened reports whether participle i is the second half of a modifier:
// "youth-led", "US-drafted".
func (t *tree) hyphened(i int) bool {
	if i == 0 || t.tok(i).Base() != "amod" || !t.participle(i) {
		return false
	}
	h := t.tok(i - 1)
	return h.Form == "-" && h.End == t.tok(i).Start
}

// gerund reports whether i is a form in -ing.
func (t *tree) gerund(i int) bool {
	k := t.tok(i)
	return k.XPos == "VBG" || strings.HasSuffix(k.Form, "ing") && (k.XPos == "" || k.UPos == "ADJ" && t.has(i, "obj"))
}

// has reports whether i has a child with the relation.
func (t *tree) has(i int, rel string) bool {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Rel == rel {
			return true
		}
	}
	return false
}

// outer reports whether i is the subject of a copula whose predicate is a
// clause with a subject of its own ("the problem is that …"). What is to do
// something is the subject of that: "the leaders are to meet".
func (t *tree) outer(i int) bool {
	if t.tok(i).Rel != "nsubj:outer" {
		return false
	}
	v := t.head(i)
	if v < 0 || !t.isVerb(v) || t.has(v, "nsubj") {
		return true
	}
	return !t.infinitive(v)
}

// infinitive reports whether clause i has the mark "to", whatever other marks
// it has: "before the leaders are to meet".
func (t *tree) infinitive(i int) bool {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if k := t.tok(int(c)); k.Rel == "mark" && (lower(k.Form) == "to" || t.fixed(int(c)) == "due_to") {
			return true
		}
	}
	return false
}

// bound reports whether clause i says what somebody is to do: "was to meet her",
// but not "was to blame".
func (t *tree) bound(i int) bool {
	return t.isVerb(i) && t.lemma(i) != "blame" && t.has(i, "cop") && t.infinitive(i)
}

// under reports whether i is anc or lies below it.
func (t *tree) under(i, anc int) bool {
	for ; i >= 0; i = t.head(i) {
		if i == anc {
			return true
		}
	}
	return false
}

// head returns the head of i, or -1.
func (t *tree) head(i int) int { return int(t.up[i]) }
