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
			if n == 0 && t.Tokens[v].XPos == "VBG" && t.setOff(v) && t.rel(h) != "nsubj" {
				// "admitted a part in it, writing": the clause's subject.
				if u := t.verbAbove(h); u >= 0 {
					v = u
					continue
				}
			}
			if n == 0 && t.Tokens[v].XPos == "VBN" {
				passive = true
			}
			if !t.verbal(h) {
				if t.infinitive(v) {
					return t.planner(h), passive
				}
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

// verbAbove returns the verb that governs n, or -1.
func (t *tree) verbAbove(n int) int {
	for k := 0; k < maxClimb && n >= 0; k++ {
		if n = t.head(n); n >= 0 && t.verbal(n) && t.Tokens[n].UPos == "VERB" {
			return n
		}
	}
	return -1
}

// planner returns who is to do what an infinitive behind noun n tells: its
// possessor ("his plan to"), or the subject of the verb that has n as its
// object ("has a chance to"); -1 when neither is there.
func (t *tree) planner(n int) int {
	if p := t.whose(n); p >= 0 {
		return p
	}
	if h := t.head(n); h >= 0 && t.verbal(h) && (t.rel(n) == "obj" || t.rel(n) == "obl") {
		if s := t.ownSubject(h); s >= 0 && t.Tokens[s].Rel != "nsubj:pass" {
			return s
		}
	}
	return -1
}

// ownSubject returns the subject that hangs on v itself, or -1. What only
// fills the place ("it", "there") is none.
func (t *tree) ownSubject(v int) int {
	found := -1
	for _, c := range t.kids(v) {
		switch t.Tokens[c].Rel {
		case "nsubj", "nsubj:pass", "nsubj:outer":
			// The nearest before the verb; a time is none.
			if found < 0 || int(c) < v && !t.temporal(int(c)) {
				found = int(c)
			}
		}
	}
	return found
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
			if p, _, _ := t.preposition(c); p != "" && t.rel(c) != "conj" || t.temporal(c) && t.rel(c) != "compound" {
				continue // "In May the minister"
			}
			if t.Tokens[c].Rel == "advmod" && t.form(c) != "about" && t.form(c) != "only" && t.form(c) != "nearly" && t.form(c) != "almost" &&
				!t.quantifies(n) {
				continue
			}
			first = int(t.first[c])
		}
	}
	first = max(first, 0)
	return first, max(last, t.phraseEnd(n))
}

// phraseEnd returns the end of the noun phrase headed by n: that of its
// subtree, cut before what a comma sets off and is no name, apposition or
// conjunct, and before times.
func (t *tree) phraseEnd(n int) int {
	end := int(t.last[n])
	for c := n + 1; c < end; c++ {
		f := int(t.first[c])
		if !t.under(c, n) && !t.punct(c) {
			end = c
			break
		}
		if f <= n || f >= end {
			continue
		}
		cut := false
		switch t.rel(c) {
		case "acl":
			cut = t.setOff(c)
		case "advcl", "parataxis", "nsubj", "csubj", "ccomp", "aux", "cop", "discourse", "vocative":
			cut = t.head(c) == n
		case "obl", "nmod":
			if t.head(c) != n {
				break
			}
			cut = t.temporal(c)
			if t.setOff(c) {
				// "Smith, of Ohio," identifies; "many, including Smith," too.
				p, _, _ := t.preposition(c)
				cut = cut || p != "of" && p != "from" && p != "including"
			}
		case "advmod":
			cut = t.head(c) == n && c > n+1
		}
		if cut {
			end = f
		}
	}
	return end
}

// setOff reports whether a comma stands before the subtree of c or opens it.
func (t *tree) setOff(c int) bool {
	f := int(t.first[c])
	return t.form(f) == "," || f > 0 && t.form(f-1) == ","
}

// quantifies reports whether n is a number or a quantity, which adverbs such
// as "roughly" belong to.
func (t *tree) quantifies(n int) bool {
	return t.Tokens[n].UPos == "NUM" || t.find(n, "nummod") >= 0
}

// wholeName widens [first, last) to the names that begin or end outside it,
// with an abbreviated title before the name ("Mr.").
func (t *tree) wholeName(first, last int) (int, int) {
	if last < len(t.Tokens) && t.abbreviated(last-1) && t.Tokens[last].UPos == "PROPN" {
		last++
	}
	for _, n := range t.Names {
		if n.First < last && first < n.Last && n.Last <= len(t.Tokens) && n.First >= 0 {
			last = max(last, n.Last)
			if u := t.Tokens[n.First].UPos; u != "ADP" && u != "SCONJ" && u != "ADV" && u != "CCONJ" {
				first = min(first, n.First)
			}
		}
	}
	for first > 0 && t.abbreviated(first-1) {
		first--
	}
	return first, last
}

// abbreviated reports whether token n is an abbreviated title: "Mr.", "Sen.".
func (t *tree) abbreviated(n int) bool {
	f := t.Tokens[n].Form
	return t.Tokens[n].UPos == "PROPN" && len(f) > 2 && len(f) < 7 && f[len(f)-1] == '.' && f[0] >= 'A' && f[0] <= 'Z' &&
		f[1] >= 'a' && f[1] <= 'z'
}

// sourceWords returns the words naming the source with head n.
func (t *tree) sourceWords(n int) article.Span {
	first, last := t.nounPhrase(n)
	first, last = t.wholeName(first, last)
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
	if t.rel(n) == "expl" || t.form(n) == "there" {
		return true
	}
	if t.form(n) != "it" {
		return false
	}
	h := t.head(n)
	if h < 0 || t.Tokens[n].Rel == "nsubj:pass" {
		return true
	}
	switch t.lemma(h) {
	case "seem", "appear", "look", "sound", "turn", "happen", "be", "emerge", "feel", "take":
		return true
	}
	return t.Tokens[h].UPos == "ADJ" && t.find(h, "ccomp", "csubj", "xcomp") >= 0
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
		switch t.Tokens[v].Rel {
		case "acl:relcl", "acl":
			if h := t.head(v); h >= 0 {
				return h
			}
		case "advcl:relcl":
			if h := t.head(v); h >= 0 && t.ownSubject(h) >= 0 && t.form(n) == "who" {
				return t.ownSubject(h)
			}
		}
	}
	return n
}
