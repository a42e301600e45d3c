package statement

import (
	"strings"

	"readout/article"
)

// subject returns the token that names whose the words of verb v are: its
// subject, or the one it shares with a verb above it. passive says that v is
// passive, so that the subject is not the source. -1 without.
func (t *tree) subject(v int) (subj int, passive bool) {
	passive = t.find(v, "nsubj:pass", "aux:pass", "csubj:pass") >= 0
	for n := 0; n < 8 && v >= 0; n++ {
		if s := t.ownSubject(v); s >= 0 {
			return s, passive
		}
		h := t.head(v)
		if h < 0 {
			return -1, passive
		}
		switch t.Tokens[v].Rel {
		case "acl":
			if n == 0 && t.Tokens[v].XPos == "VBN" {
				passive = true
			}
			if !t.verbal(h) {
				return h, passive
			}
		case "acl:relcl":
			if !t.verbal(h) {
				return h, passive
			}
		}
		switch t.rel(v) {
		case "conj", "parataxis", "advcl", "ccomp", "acl", "dep", "list":
			if t.rel(v) == "ccomp" && n == 0 && t.Tokens[v].XPos != "VBG" {
				return -1, passive
			}
			if n == 0 && t.rel(v) == "advcl" && t.Tokens[v].XPos == "VBN" && t.find(v, "aux") < 0 {
				passive = true
			}
		case "xcomp":
			if o := t.find(h, "obj", "iobj"); o >= 0 && o < v && !subjectControl[t.lemma(h)] {
				return o, passive
			}
		case "obl", "nmod", "obj", "nsubj":
			// A gerund behind a preposition: "by saying".
			if !t.verbal(v) {
				return -1, passive
			}
		default:
			return -1, passive
		}
		v = h
	}
	return -1, passive
}

var subjectControl = map[string]bool{"promise": true, "use": true, "take": true, "spend": true, "threaten": true, "make": true}

// ownSubject returns the subject that hangs on v itself, or -1. What only
// fills the place ("it", "there") is none.
func (t *tree) ownSubject(v int) int {
	for _, c := range t.kids(v) {
		switch t.Tokens[c].Rel {
		case "nsubj", "nsubj:pass", "nsubj:outer":
			return int(c)
		}
	}
	return -1
}

// whose returns the possessor of noun n ("Trump" of "Trump's claim"), or -1.
func (t *tree) whose(n int) int { return t.find(n, "nmod:poss") }

// nounPhrase returns the tokens [first, last) of the noun phrase headed by n
// as a source takes it: with determiners, titles and apposition, without a
// preposition before it and without relative clauses set off by a comma.
func (t *tree) nounPhrase(n int) (first, last int) {
	first, last = n, n+1
	kids := t.kids(n)
	for k := len(kids) - 1; k >= 0; k-- {
		c := int(kids[k])
		if c > n || int(t.last[c]) < first {
			continue
		}
		switch t.rel(c) {
		case "det", "amod", "nummod", "compound", "flat", "nmod", "advmod", "appos", "conj", "obl", "list", "goeswith", "dep":
			if t.Tokens[c].Rel == "advmod" && t.form(c) != "about" && t.form(c) != "only" && t.form(c) != "nearly" && t.form(c) != "almost" &&
				!t.quantifies(n) {
				continue
			}
			first = int(t.first[c])
		}
	}
	first = max(first, 0)
	for _, k := range kids {
		c := int(k)
		if c < n {
			continue
		}
		if t.rel(c) == "punct" {
			continue
		}
		if int(t.first[c]) > last+1 {
			break
		}
		comma := t.first[c] > 0 && t.form(int(t.first[c])-1) == ","
		switch t.rel(c) {
		case "case":
			if c == last && (t.form(c) == "'s" || t.form(c) == "’s" || t.form(c) == "'" || t.form(c) == "’") {
				last = c + 1
			}
			continue
		case "flat", "compound", "nummod", "goeswith", "fixed", "det", "advmod":
			if comma || t.rel(c) == "advmod" && c > last {
				continue
			}
			last = max(last, int(t.last[c]))
		case "nmod", "amod":
			if comma && t.rel(c) == "nmod" {
				// "Smith, of Ohio," identifies.
				if p, _, _ := t.preposition(c); p != "of" && p != "from" {
					return first, last
				}
			}
			last = max(last, t.restricted(c))
		case "appos", "conj", "cc", "list":
			_, l := t.nounPhrase(c)
			last = max(last, l)
		case "acl":
			if comma {
				return first, last
			}
			last = max(last, t.restricted(c))
		default:
			return first, last
		}
	}
	return first, last
}

// quantifies reports whether n is a number or a quantity, which adverbs such
// as "roughly" belong to.
func (t *tree) quantifies(n int) bool {
	return t.Tokens[n].UPos == "NUM" || t.find(n, "nummod") >= 0
}

// restricted returns the end of the subtree of c, cut before a relative clause
// or apposition behind a comma inside it.
func (t *tree) restricted(c int) int {
	for k := c + 1; k < int(t.last[c]); k++ {
		if t.Tokens[k].Rel == "acl:relcl" && t.first[k] > 0 && int(t.first[k]) > c && t.form(int(t.first[k])-1) == "," {
			return int(t.first[k]) - 1
		}
	}
	return int(t.last[c])
}

// sourceSpan returns the words naming the source with head n.
func (t *tree) sourceWords(n int) article.Span {
	first, last := t.nounPhrase(n)
	for first < last && t.punct(first) && !opensGroup(t.form(first)) {
		first++
	}
	for last > first && t.punct(last-1) && !closesGroup(t.form(last-1)) {
		last--
	}
	if first >= last {
		return t.Tokens[n].Span
	}
	return t.SpanOf(first, last)
}

func opensGroup(form string) bool {
	return form == "(" || form == "[" || strings.ContainsAny(form, "\"“”«»‘’'`„")
}

func closesGroup(form string) bool {
	return form == ")" || form == "]" || strings.ContainsAny(form, "\"“”«»‘’'`“")
}

// expletive reports whether token n only fills the place of a subject.
func (t *tree) expletive(n int) bool {
	switch t.form(n) {
	case "it", "there":
		return true
	}
	return t.rel(n) == "expl"
}

// relative reports whether token n is a relative pronoun or "what".
func (t *tree) relative(n int) bool {
	switch t.form(n) {
	case "who", "which", "that", "what", "whom", "whose", "whoever", "whatever":
		tag := t.Tokens[n].XPos
		return tag != "IN" && tag != "DT"
	}
	return false
}

// antecedent returns the noun that relative pronoun n, a dependent of clause
// head v, stands for, or n itself.
func (t *tree) antecedent(n int) int {
	if !t.relative(n) {
		return n
	}
	for v, k := t.head(n), 0; v >= 0 && k < 8; v, k = t.head(v), k+1 {
		if t.Tokens[v].Rel == "acl:relcl" || t.Tokens[v].Rel == "acl" {
			if h := t.head(v); h >= 0 {
				return h
			}
		}
	}
	return n
}
