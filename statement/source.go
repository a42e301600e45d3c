package statement

import "slices"

// subject returns the token that names whose the words of verb v are: its
// subject, or the one it shares with a verb above it. passive says that v is
// passive, so that the subject is not the source. -1 without.
func (t *tree) subject(v int) (subj int, passive bool) {
	passive = t.find(v, "nsubj:pass", "aux:pass", "csubj:pass") >= 0
	// What is set off ("…, citing a lack of funds") speaks of the clause's
	// subject, not of those who are told to do something in it.
	started := t.rel(v) == "advcl" && t.Tokens[v].XPos == "VBG" && t.setOff(v) && t.head(v) < v
	from := v
	for n := 0; n < 8 && v >= 0; n++ {
		if o := t.quoted(v); n == 0 && o >= 0 {
			return o, false
		}
		if o := t.faulted(v); n == 0 && o >= 0 {
			return o, false
		}
		if s := t.ownSubject(v); s >= 0 && n > 0 && t.disagrees(s, from) {
			// "They claimed Jane was asleep and claim she lied": those above claim
			if u := t.head(v); u >= 0 && t.rel(v) == "ccomp" && t.ownSubject(u) >= 0 && !t.disagrees(t.ownSubject(u), from) {
				return t.ownSubject(u), passive
			}
		}
		if s := t.ownSubject(v); s >= 0 && !(started && n > 0 && t.Tokens[s].Rel == "nsubj:pass" && t.aside(v)) {
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
			if n == 0 && t.Tokens[v].XPos == "VBG" && t.whose(h) >= 0 {
				switch p, _, _ := t.preposition(v); p {
				case "on", "upon", "after", "before", "at":
					return t.whose(h), passive // "his surprise on learning that"
				}
			}
			if s := t.ownSubject(h); n == 0 && s >= 0 && t.Tokens[v].XPos == "VBG" && t.onRecord(v) {
				return s, passive
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
			if n > 0 && started {
				break
			}
			if o := t.find(h, "obj", "iobj"); o >= 0 && o < v && !t.keepSubject[t.lemma(h)] {
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

// onRecord reports whether gerund v tells what somebody is on record with: "is on
// record as saying", "is on record saying".
func (t *tree) onRecord(v int) bool {
	h := t.head(v)
	if h < 0 || h > v || t.Tokens[v].XPos != "VBG" || t.lemma(h) != "record" || t.find(h, "cop") < 0 {
		return false
	}
	p, _, _ := t.preposition(h)
	return p == "on"
}

// disagrees reports whether subject s, a single one, cannot be that of verb v,
// a plural in the present: "Jane" and "claim".
func (t *tree) disagrees(s, v int) bool {
	if x := t.Tokens[v].XPos; x != "VBP" && x != "VB" || t.find(v, "aux", "mark") >= 0 || t.find(s, "conj") >= 0 {
		return false
	}
	if k := t.head(v); t.Tokens[v].XPos == "VB" && k >= 0 {
		if t.rel(v) != "conj" || t.Tokens[k].XPos == "VB" || slices.ContainsFunc(t.kids(k), func(c int32) bool { return t.Tokens[c].XPos == "MD" }) {
			return false // "Jane will sleep and claim"
		}
	}
	switch t.form(s) {
	case "he", "she", "it":
		return true
	}
	return t.Tokens[s].XPos == "NN" || t.Tokens[s].XPos == "NNP"
}

// quoted returns whom the verb above v gives the words of v to ("quoted him
// saying", "cited an official as saying"), or -1.
func (t *tree) quoted(v int) int {
	h := t.head(v)
	if h < 0 || h > v || t.Tokens[v].XPos != "VBG" || t.ownSubject(v) >= 0 || t.setOff(v) {
		return -1
	}
	if o := t.find(h, "obj"); o > h && o < v && t.quoting[t.lemma(h)] {
		return o
	}
	return -1
}

// faulted returns whom the verb above gerund v faults or thanks for what v
// tells ("criticised him for saying", "accused them of claiming"), or -1.
func (t *tree) faulted(v int) int {
	h := t.head(v)
	if h < 0 || h > v || t.Tokens[v].XPos != "VBG" || t.ownSubject(v) >= 0 {
		return -1
	}
	if p, _, _ := t.preposition(v); p != "for" && p != "of" {
		return -1
	}
	if o := t.find(h, "obj"); o > h && o < v && t.animate(o) {
		return o
	}
	return -1
}

// aside reports whether v heads a clause that says when or why something else
// was ("after a guard was shot"), or is joined to one.
func (t *tree) aside(v int) bool {
	for n := 0; n < 3 && v >= 0; n++ {
		if t.rel(v) == "advcl" && t.head(v) >= 0 && t.head(v) < v {
			m := t.find(v, "mark")
			return m >= 0 && t.ownSubject(t.head(v)) >= 0 && t.form(m) != "that"
		}
		if t.rel(v) != "conj" {
			return false
		}
		v = t.head(v)
	}
	return false
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

// verbAbove returns the verb that governs n, or -1.
func (t *tree) verbAbove(n int) int {
	for k := 0; k < maxClimb && n >= 0; k++ {
		if n = t.head(n); n >= 0 && t.verbal(n) && t.Tokens[n].UPos == "VERB" {
			return n
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
		case "aux":
			if int(c) < v && found < 0 {
				found = t.find(int(c), "nsubj") // "has, on his side, demanded"
			}
		}
	}
	return found
}

// whose returns the possessor of noun n ("Trump" of "Trump's claim"), or -1.
func (t *tree) whose(n int) int { return t.find(n, "nmod:poss") }

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
	return t.seeming[t.lemma(h)] || t.Tokens[h].UPos == "ADJ" && t.find(h, "ccomp", "csubj", "xcomp") >= 0
}

// relative reports whether token n is a relative pronoun or "what".
func (t *tree) relative(n int) bool {
	switch t.form(n) {
	case "who", "which", "that", "what", "whom", "whose", "whoever", "whatever":
		tag := t.Tokens[n].XPos
		return tag != "IN" && tag != "DT" && t.Tokens[n].Form != "WHO"
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
