package mend

import (
	"strings"

	"readout/syntax"
)

// clauses mends what clauses are to the verbs that they hang on, and who is
// whose subject, by what English grammar allows.
func clauses(s *syntax.Sentence) {
	participle(s)
	for k := 1; k < len(s.Tokens); k++ {
		modifying(s, k)
		serial(s, k)
		agent(s, k)
		seen(s, k)
		declared(s, k)
		reduced(s, k)
		forHisPart(s, k)
		attendant(s, k)
		toldBy(s, k)
		toldIn(s, k)
		behindColon(s, k)
		particle(s, k)
		share(s, k)
		describing(s, k)
		within(s, k)
		parallel(s, k)
		resumed(s, k)
		toldWhat(s, k)
		asked(s, k)
		outerSubject(s, k)
		predecessor(s, k)
		subordinate(s, k)
		described(s, k)
		likewise(s, k)
	}
}

// participle makes one of the form in -ed without a subject that begins
// a sentence whose verb and subject follow behind a comma: "Asked whether he
// would resign, Roe replied". It is no clause that somebody says.
func participle(s *syntax.Sentence) {
	if len(s.Tokens) == 0 {
		return
	}
	t := &s.Tokens[0]
	v := t.Head
	if t.XPos != "VBD" || t.Rel != "ccomp" || v < 0 || !strings.HasSuffix(t.Form, "ed") || hasSubject(s, 0) {
		return
	}
	for k := 1; k < v; k++ {
		if s.Tokens[k].Head == v && s.Tokens[k].Base() == "nsubj" {
			retag(t, t.UPos, "VBN")
			t.Rel = "advcl"
			return
		}
	}
}

// serial joins finite verb k right behind a comma to the finite verb before it
// that it was taken for an adverbial or the object of: it has no word that opens a clause and
// no subject of its own, as headlines string verbs on: "Roe warns of floods,
// urges calm".
func serial(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	v := t.Head
	if t.Rel != "advcl" && t.Rel != "ccomp" || !finite(t) || s.Tokens[k-1].Form != "," || v < 0 || v >= k || !finite(&s.Tokens[v]) {
		return
	}
	if child(s, k, "mark") < 0 && child(s, k, "advmod") < 0 && child(s, k, "aux") < 0 && !hasSubject(s, k) && hasSubject(s, v) {
		t.Rel = "conj"
	}
}

// agent gives noun k behind "by" to the participle before it where the verb of
// the sentence has it as a second subject: "a poll published by the Courier
// shows". What a preposition governs is no subject.
func agent(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	v := t.Head
	if t.Rel != "nsubj" || v < k {
		return
	}
	c := child(s, k, "case")
	if c < 0 || c > k || s.Tokens[c].Form != "by" {
		return
	}
	subject := child(s, v, "nsubj")
	for p := c - 1; p > subject && subject >= 0; p-- {
		if s.Tokens[p].XPos == "VBN" {
			t.Head, t.Rel = p, "obl:agent"
			return
		}
	}
}

// seen makes the object of a verb of showing or seeing the subject of participle
// k right behind it: "the film shows soldiers shooting prisoners".
func seen(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	v := t.Head
	if t.XPos != "VBG" || t.Rel != "advcl" || v < 0 || v > k || child(s, k, "mark") >= 0 || hasSubject(s, k) {
		return
	}
	switch s.Tokens[v].Lemma {
	case "show", "see", "depict", "film", "hear", "watch", "spot", "observe":
	default:
		return
	}
	o := child(s, v, "obj")
	if o < v || o > k {
		return
	}
	for i := o + 1; i < k; i++ {
		if c := &s.Tokens[i]; c.Form == "," || c.Head == v {
			return
		}
	}
	t.Rel = "ccomp"
	s.Tokens[o].Head, s.Tokens[o].Rel = k, "nsubj"
}

// declared makes a participle with an active subject the past tense in a clause
// that "that" opens, unless an auxiliary stands with it: "said that the rebels,
// encircled for days, surrendered".
func declared(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	if t.XPos != "VBN" || t.Rel != "ccomp" || child(s, k, "aux") >= 0 {
		return
	}
	n, m := child(s, k, "nsubj"), child(s, k, "mark")
	if n >= 0 && s.Tokens[n].Rel == "nsubj" && m >= 0 && strings.EqualFold(s.Tokens[m].Form, "that") {
		retag(t, t.UPos, "VBD")
	}
}

// described makes present participle k a clause of the noun right before it, if
// that hangs with a preposition on the same verb: "killed in a raid targeting
// militants".
func described(s *syntax.Sentence, k int) {
	t, n := &s.Tokens[k], &s.Tokens[k-1]
	if t.XPos != "VBG" || t.Rel != "advcl" || t.Head < 0 || t.Head > k || n.Head != t.Head || n.Base() != "obl" || n.UPos != "NOUN" || child(s, k-1, "case") < 0 {
		return
	}
	for i := range s.Tokens {
		if c := &s.Tokens[i]; c.Head == k {
			switch c.Base() {
			case "mark", "advmod", "aux", "nsubj":
				return
			}
		}
	}
	t.Head, t.Rel = k-1, "acl"
}

// likewise joins present participle k to the one that stands right before its
// "and" rather than to a verb that is none: "accused of shooting and killing him".
func likewise(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	if t.XPos != "VBG" || t.Rel != "conj" || t.Head < 0 || s.Tokens[t.Head].XPos == "VBG" {
		return
	}
	if c := child(s, k, "cc"); c > 0 && c == k-1 && c-1 != t.Head && s.Tokens[c-1].XPos == "VBG" && s.Tokens[c-1].UPos == "VERB" {
		t.Head = c - 1
	}
}

// modifying makes finite verb k, taken for a modifier of the noun behind it, the
// verb of the clause that this noun was to head: "Oman froze ties". No finite verb
// modifies a noun. The name or noun right before it is its subject.
func modifying(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	h := t.Head
	if t.Rel != "amod" || !finite(t) || h < k || child(s, h, "nsubj") >= 0 || child(s, h, "cop") >= 0 {
		return
	}
	switch s.Tokens[h].Base() {
	case "root", "ccomp", "parataxis":
	default:
		return
	}
	subject := &s.Tokens[k-1]
	if subject.Head != h || subject.UPos != "PROPN" && subject.UPos != "NOUN" {
		return
	}
	if c := child(s, h, "case"); c >= 0 {
		return
	}
	for i := range s.Tokens {
		c := &s.Tokens[i]
		if c.Head != h || i == k || i == k-1 {
			continue
		}
		switch b := c.Base(); {
		case i < k && (b == "det" || b == "amod" || b == "compound" || b == "nummod" || b == "flat" || b == "nmod"):
			c.Head = k - 1
		case i < k, b == "punct", b == "obl", b == "advcl", b == "advmod", b == "parataxis", b == "conj" && c.UPos == "VERB":
			c.Head = k
		}
	}
	t.Head, t.Rel = s.Tokens[h].Head, s.Tokens[h].Rel
	s.Tokens[h].Head, s.Tokens[h].Rel = k, "obj"
	subject.Head, subject.Rel = k, "nsubj"
}
