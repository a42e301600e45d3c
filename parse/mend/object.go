package mend

import (
	"slices"
	"strings"

	"readout/syntax"
)

// objects mends what a verb has for its objects. A verb that the network made a
// modifier of its own object becomes a verb again: "steps to close loopholes",
// "protect families, expand access". What one holds somebody to be is no object
// of which he is a part: "hold Roe accountable"; nor is what one calls him a part of
// him: "called Roe stupid".
func objects(s *syntax.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch t.Rel {
		case "amod", "compound":
			freeVerb(s, i)
		case "obj":
			predicate(s, i)
			called(s, i)
		}
	}
}

// freeVerb gives verb i, which was made a modifier of the noun behind it, the place of
// that noun and the noun for its object, where something else than its tag says that it
// is a verb: "to" or a modal before it; or a subject without a copula.
// Only what may stand before a verb may stand before it.
func freeVerb(s *syntax.Sentence, i int) {
	t := &s.Tokens[i]
	n := t.Head
	if n <= i || s.Tokens[n].UPos != "NOUN" && s.Tokens[n].UPos != "PROPN" || hyphened(s, i) || i > 0 && t.Form != strings.ToLower(t.Form) {
		return
	}
	if t.XPos != "VB" && !finite(t) {
		return
	}
	led, subject := false, false
	for k := 0; k < i; k++ {
		c := &s.Tokens[k]
		if c.Head != n && c.Head != i {
			continue
		}
		switch c.Base() {
		case "mark":
			led = led || c.XPos == "TO" && t.XPos == "VB"
		case "aux":
			led = led || c.XPos == "MD" && t.XPos == "VB"
		case "nsubj":
			subject = subject || t.XPos != "VB"
		case "advmod", "cc", "punct", "obl":
		default:
			return
		}
	}
	if child(s, n, "cop") >= 0 || steady[t.Form] {
		return
	}
	if led || subject {
		takePlace(s, i, n)
	} else if v := series(s, i, n); v >= 0 {
		takePlace(s, i, n)
		t.Head, t.Rel = v, "conj"
	}
}

// series returns the infinitive below which noun n hangs, as one of its objects or
// joined to them, if verb i before the noun, another infinitive, carries on with
// it: "to protect families and expand access"; else -1.
func series(s *syntax.Sentence, i, n int) int {
	if s.Tokens[i].XPos != "VB" || i < 2 || s.Tokens[n].Rel != "conj" && s.Tokens[n].Rel != "obj" {
		return -1
	}
	switch s.Tokens[i-1].Form {
	case ",", ";", "and", "or":
	default:
		return -1
	}
	v := s.Tokens[n].Head
	for steps := 0; v >= 0 && s.Tokens[v].UPos != "VERB" && steps < len(s.Tokens); steps++ {
		v = s.Tokens[v].Head
	}
	if v < 0 || v > i || s.Tokens[v].XPos != "VB" {
		return -1
	}
	return v
}

// steady are words that stand as modifiers of nouns about as often as they
// do as verbs.
var steady = map[string]bool{"clean": true, "supply": true, "price": true, "record": true, "export": true, "overdose": true, "drought": true, "hate": true}

// takePlace puts verb i in the place of noun n, which becomes its object. What
// stands before the verb, and what hangs on a verb alone, goes with it.
func takePlace(s *syntax.Sentence, i, n int) {
	t, o := &s.Tokens[i], &s.Tokens[n]
	t.Head, t.Rel, t.UPos = o.Head, asClause(s, o), "VERB"
	for k := range s.Tokens {
		c := &s.Tokens[k]
		if c.Head != n || k == i {
			continue
		}
		switch b := c.Base(); {
		case k < i, k > n && (b == "obl" || b == "advcl" || b == "xcomp" || b == "punct" && c.Form == "."), k > n && b == "conj" && c.UPos == "VERB":
			c.Head = i
		}
	}
	o.Head, o.Rel = i, "obj"
	relate(s, i)
}

// asClause returns what a clause is to the head of noun o in the place of which
// it stands.
func asClause(s *syntax.Sentence, o *syntax.Token) string {
	switch o.Base() {
	case "nmod", "obl", "obj", "appos":
		if h := o.Head; h >= 0 && (s.Tokens[h].UPos == "NOUN" || s.Tokens[h].UPos == "PROPN" || s.Tokens[h].UPos == "PRON") {
			return "acl"
		}
		return "advcl"
	}
	return o.Rel
}

// relate hangs verb i on the noun right before the relative pronoun that is its subject.
func relate(s *syntax.Sentence, i int) {
	p := child(s, i, "nsubj")
	if p < 1 || p > i || !relative(&s.Tokens[p]) {
		return
	}
	n := p - 1
	if s.Tokens[n].Form == "," && n > 0 {
		n--
	}
	if u := s.Tokens[n].UPos; u == "NOUN" || u == "PROPN" || u == "PRON" {
		s.Tokens[i].Head, s.Tokens[i].Rel = n, "acl:relcl"
	}
}

// predicate makes the object at i, an adjective that says what somebody is held to
// be, what the verb makes of him, and the noun right before it, or the object between,
// his name.
func predicate(s *syntax.Sentence, i int) {
	t := &s.Tokens[i]
	v := t.Head
	if v < 0 || i < v+2 || !answering[strings.ToLower(t.Form)] {
		return
	}
	if n := s.Tokens[v].Head; !holding[strings.ToLower(s.Tokens[v].Form)] && s.Tokens[v].Rel == "acl:relcl" && n >= 0 {
		v = s.Tokens[n].Head // "hold those who lie accountable"
	}
	if v < 0 || v > i || !holding[strings.ToLower(s.Tokens[v].Form)] {
		return
	}
	if n := &s.Tokens[i-1]; n.Head == i && (n.UPos == "NOUN" || n.UPos == "PROPN") {
		n.Head, n.Rel = t.Head, "obj"
		for k := range s.Tokens[:i-1] {
			if k > t.Head && s.Tokens[k].Head == i {
				s.Tokens[k].Head = i - 1
			}
		}
	} else if o := child(s, v, "obj"); o < 0 || o >= i {
		return
	}
	t.Head, t.Rel = v, "xcomp"
	retag(t, "ADJ", "JJ")
}

// answering are the adjectives that the verbs of holding make of somebody and that
// look like nouns, "roundtable".
var answering = map[string]bool{"accountable": true, "responsible": true, "liable": true, "answerable": true}

var holding = map[string]bool{"hold": true, "holds": true, "held": true, "holding": true, "find": true, "found": true, "keep": true, "make": true, "making": true}

// called makes an adjective right behind object i what the verb calls it.
func called(s *syntax.Sentence, i int) {
	v := s.Tokens[i].Head
	if v < 0 || v > i || !slices.Contains(calling, s.Tokens[v].Lemma) {
		return
	}
	for k := i + 1; k < len(s.Tokens) && k < i+3; k++ {
		if t := &s.Tokens[k]; t.XPos == "JJ" && t.Head == i && (t.Rel == "amod" || t.Rel == "appos") {
			t.Head, t.Rel = v, "xcomp"
			return
		}
	}
	for k := i + 2; k < len(s.Tokens); k++ {
		if t := &s.Tokens[k]; t.XPos == "JJ" && t.Rel == "appos" && t.Head > i && s.Under(t.Head, i) {
			t.Head, t.Rel = v, "xcomp" // "called the son of Jane Roe stupid"
			return
		}
	}
}

// hyphened reports whether a hyphen stands beside token i.
func hyphened(s *syntax.Sentence, i int) bool {
	return i > 0 && s.Tokens[i-1].XPos == "HYPH" || i+1 < len(s.Tokens) && s.Tokens[i+1].XPos == "HYPH"
}
