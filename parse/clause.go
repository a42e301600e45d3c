package parse

import (
	"strings"

	"readout/syntax"
)

// Clauses mends what clauses are to the verbs that they hang on, and who is
// whose subject, by what English grammar allows.
func Clauses(s *syntax.Sentence) {
	participle(s)
	for k := 1; k < len(s.Tokens); k++ {
		serial(s, k)
		agent(s, k)
		reduced(s, k)
		forHisPart(s, k)
		attendant(s, k)
		toldBy(s, k)
		behindColon(s, k)
		particle(s, k)
		share(s, k)
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
			t.XPos, t.Rel = "VBN", "advcl"
			t.Feats = Feats(t.Form, t.Lemma, t.UPos, t.XPos)
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

// finite reports whether a token is tagged as a verb in the present or past.
func finite(t *syntax.Token) bool {
	return t.UPos == "VERB" && (t.XPos == "VBZ" || t.XPos == "VBP" || t.XPos == "VBD")
}
