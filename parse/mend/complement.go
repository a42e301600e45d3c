package mend

import (
	"slices"
	"strings"

	"readout/syntax"
)

// complements mends what a verb has for its subject and objects where the tree
// breaks a rule of English grammar: that what a preposition governs is no
// object; that a relative pronoun takes the place that nothing else has; that an
// apposition has a mark before it, while what one calls or gives somebody has
// none; that a preposition governs the phrase that it stands before; and that a
// finite verb without a subject has the one before it.
func complements(s *syntax.Sentence) {
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; t.Base() {
		case "case":
			governPhrase(s, i)
		case "obj":
			governed(s, i)
		case "nsubj":
			overtaken(s, i)
		case "appos":
			secondObject(s, i)
		case "xcomp":
			calledSomebody(s, i)
		case "acl":
			bearing(s, i)
		case "advcl":
			relativeWhere(s, i)
			gardenPath(s, i)
		case "nmod":
			deedBy(s, i)
			talkedAbout(s, i)
			coordinatedModifier(s, i)
		}
	}
	for v := range s.Tokens {
		relativeSubject(s, v)
		adjectival(s, v)
	}
}

// governPhrase makes preposition c, which hangs on a part of a phrase that stands behind
// the phrase's head, hang on the head: "with the attorney general", "against
// staging protests".
func governPhrase(s *syntax.Sentence, c int) {
	t := &s.Tokens[c]
	p := t.Head
	if t.UPos != "ADP" && t.XPos != "IN" || p < c {
		return
	}
	h := s.Tokens[p].Head
	if q := p - 1; q > c && h < c && s.Tokens[q].UPos == "NOUN" && s.Tokens[q].Head == h && s.Tokens[q].Rel == s.Tokens[p].Rel && child(s, q, "case") < 0 {
		s.Tokens[p].Head, h = q, q
	}
	if h <= c || h >= p {
		return
	}
	switch head, base := &s.Tokens[h], s.Tokens[p].Base(); {
	case head.XPos == "VBG" && base == "obj":
		t.Head, t.Rel = h, "mark"
	case head.UPos == "NOUN" && base == "nmod" && child(s, h, "case") < 0:
		t.Head = h
	}
}

// governed makes object o of a verb that has another one an oblique if a preposition
// stands before it: "notified Congress of a sale".
func governed(s *syntax.Sentence, o int) {
	t := &s.Tokens[o]
	c := child(s, o, "case")
	if c < 0 || c > o || t.Head < 0 || t.Head > c {
		return
	}
	switch strings.ToLower(s.Tokens[c].Form) {
	case "of", "to", "with", "from", "for", "against", "in", "on", "at", "by":
	default:
		return
	}
	if first := child(s, t.Head, "obj"); first != o && first < c {
		t.Rel = "obl"
	}
}

// overtaken makes n, a relative pronoun or a noun whose owner is one, the object
// of its verb if that has a subject of its own behind it: "whose seat she holds".
func overtaken(s *syntax.Sentence, n int) {
	t := &s.Tokens[n]
	v := t.Head
	if t.Rel != "nsubj" || v < n || child(s, v, "obj") >= 0 || s.Tokens[v].Base() != "acl" {
		return
	}
	owner := child(s, n, "nmod")
	if !relative(t) && (owner < 0 || !strings.EqualFold(s.Tokens[owner].Form, "whose")) {
		return
	}
	for k := n + 1; k < v; k++ {
		if c := &s.Tokens[k]; c.Head == v && c.Rel == "nsubj" {
			t.Rel = "obj"
			return
		}
	}
}

// relativeSubject makes the relative pronoun before a verb, one of two objects, its
// subject if it has none: "which Turkey says attacked Kilis".
func relativeSubject(s *syntax.Sentence, v int) {
	if !finite(&s.Tokens[v]) || hasSubject(s, v) {
		return
	}
	first := child(s, v, "obj")
	if first < 0 || first > v || !relative(&s.Tokens[first]) {
		return
	}
	for k := v + 1; k < len(s.Tokens); k++ {
		if c := &s.Tokens[k]; c.Head == v && c.Rel == "obj" {
			s.Tokens[first].Rel = "nsubj"
			return
		}
	}
}

// adjectival gives an adjective in -ed with the subject of one a copula for what was
// taken for the auxiliary of a passive: "is frustrated that".
func adjectival(s *syntax.Sentence, v int) {
	t := &s.Tokens[v]
	if t.UPos != "ADJ" || !strings.HasSuffix(t.Form, "ed") {
		return
	}
	if n := child(s, v, "nsubj"); n < 0 || s.Tokens[n].Rel != "nsubj" {
		return
	}
	for i := range s.Tokens {
		if c := &s.Tokens[i]; c.Head == v && c.Rel == "aux:pass" {
			c.Rel = "cop"
		}
	}
}

// secondObject takes apposition a, with an article but no mark before it, for what
// somebody is called, or given, if the verb calls or gives: "called Roe a clown",
// "gives the army the arms it needs".
func secondObject(s *syntax.Sentence, a int) {
	t := &s.Tokens[a]
	d := child(s, a, "det")
	if t.UPos != "NOUN" || d < 1 || d > a || t.Head < 0 || t.Head >= d {
		return
	}
	for k := t.Head + 1; k < d; k++ {
		switch s.Tokens[k].Form {
		case ",", "(", ")", "-", "–", "—", ":", ";", "[", "/":
			return
		}
	}
	o := t.Head
	for n := 0; n < len(s.Tokens) && o >= 0 && s.Tokens[o].Rel != "obj" && s.Tokens[o].UPos != "VERB"; n++ {
		o = s.Tokens[o].Head
	}
	if o < 0 || s.Tokens[o].Rel != "obj" {
		return
	}
	v := s.Tokens[o].Head
	if v < 0 || v > o {
		return
	}
	switch lemma := s.Tokens[v].Lemma; {
	case slices.Contains(calling, lemma):
		t.Head, t.Rel = v, "xcomp"
	case slices.Contains(giving, lemma) && child(s, v, "iobj") < 0:
		s.Tokens[o].Rel = "iobj"
		t.Head, t.Rel = v, "obj"
	}
}

// calledSomebody makes name n right behind a verb the object of the verb, if it was
// taken for what an object is called and something else is that: "called Roe a
// clown".
func calledSomebody(s *syntax.Sentence, n int) {
	t := &s.Tokens[n]
	if t.UPos != "PROPN" || t.Head != n-1 || !slices.Contains(calling, s.Tokens[n-1].Lemma) {
		return
	}
	for k := n + 1; k < len(s.Tokens); k++ {
		if c := &s.Tokens[k]; c.Head == n-1 && c.Rel == "xcomp" {
			t.Rel = "obj"
			return
		}
	}
}

// Verbs with an object and what it is called, and with two objects.
var (
	calling = []string{"call", "label", "brand", "dub", "name", "deem", "term", "declare", "consider"}
	giving  = []string{"give", "offer", "send", "grant", "sell", "lend", "pay", "award", "promise", "deny", "hand"}
)

// relativeWhere hangs a clause that "where" opens right behind a noun and a comma on
// that noun: "Libya, where Ankara sent soldiers".
func relativeWhere(s *syntax.Sentence, v int) {
	t := &s.Tokens[v]
	for k := 2; k < v; k++ {
		w := &s.Tokens[k]
		if w.Head != v || !strings.EqualFold(w.Form, "where") || s.Tokens[k-1].Form != "," {
			continue
		}
		if n := nounEnding(s, k-2); n >= 0 && t.Head < n {
			t.Head, t.Rel = n, "acl:relcl"
		}
		return
	}
}

// gardenPath turns round a participle read as the verb of its sentence and the finite
// verb behind it, without subject, conjunction or comma, that was read as a clause of
// it: "Rockets fired from Gaza hit a village".
func gardenPath(s *syntax.Sentence, w int) {
	verb := &s.Tokens[w]
	v := verb.Head
	if !finite(verb) || v < 1 || v > w || hasSubject(s, w) {
		return
	}
	held := &s.Tokens[v]
	n := child(s, v, "nsubj")
	if held.XPos != "VBN" && held.XPos != "VBD" || n != v-1 || child(s, v, "aux") >= 0 || child(s, v, "obj") >= 0 {
		return
	}
	for k := n + 1; k < w; k++ {
		c := &s.Tokens[k]
		if c.Form == "," || c.Head == w && (c.Rel == "mark" || c.Rel == "advmod" || c.Rel == "aux" || c.Rel == "cc") {
			return
		}
	}
	subject := &s.Tokens[n]
	verb.Head, verb.Rel = held.Head, held.Rel
	subject.Head, subject.Rel = w, "nsubj"
	held.Head, held.Rel = n, "acl"
	retag(held, held.UPos, "VBN")
	for k := w + 1; k < len(s.Tokens); k++ {
		if s.Tokens[k].Head == v {
			s.Tokens[k].Head = w
		}
	}
}

// bearing hangs participle p, of what something holds or carries, on the noun right
// before it and not on one farther back: "a strike on a school sheltering refugees",
// but "a strike on a school killing refugees".
func bearing(s *syntax.Sentence, p int) {
	t := &s.Tokens[p]
	if n := p - 1; t.XPos == "VBG" && n > t.Head && s.Tokens[n].UPos == "NOUN" && slices.Contains(carrying, t.Lemma) && s.Under(n, t.Head) {
		t.Head = n
	}
}

// carrying are verbs of what buildings and vehicles do to those within.
var carrying = []string{"shelter", "house", "host", "carry", "transport", "contain", "accommodate", "hold"}

// talkedAbout hangs what is talked about on the verb and not on the telephone: "spoke
// by telephone about the war".
func talkedAbout(s *syntax.Sentence, n int) {
	t := &s.Tokens[n]
	c := child(s, n, "case")
	if c < 0 || !strings.EqualFold(s.Tokens[c].Form, "about") || t.Head < 0 {
		return
	}
	h := &s.Tokens[t.Head]
	if (h.Lemma == "telephone" || h.Lemma == "phone") && h.Base() == "obl" && h.Head >= 0 {
		t.Head, t.Rel = h.Head, "obl"
	}
}

// coordinatedModifier makes adjective a with a preposition a part of the noun behind
// it that stands beside it with a conjunction and no preposition of its own: "between
// Slovak, Ukrainian and European Commission officials".
func coordinatedModifier(s *syntax.Sentence, a int) {
	t := &s.Tokens[a]
	c := child(s, a, "case")
	if t.UPos != "ADJ" || c < 0 || c > a {
		return
	}
	for n := a + 1; n < len(s.Tokens); n++ {
		k := &s.Tokens[n]
		if k.Head != t.Head || k.Rel != t.Rel || k.UPos != "NOUN" {
			continue
		}
		if child(s, n, "cc") > a && child(s, n, "case") < 0 {
			t.Head, t.Rel = n, "amod"
			s.Tokens[c].Head = n
		}
		return
	}
}

// deedBy hangs who did what a noun tells on that noun, and not on a name between
// them, which nobody did: "the recapture of Palmyra from Isis by the army".
func deedBy(s *syntax.Sentence, a int) {
	t := &s.Tokens[a]
	c := child(s, a, "case")
	if c < 1 || c > a || s.Tokens[c].Form != "by" || t.Head < 0 || t.Head >= c {
		return
	}
	name := &s.Tokens[t.Head]
	if name.UPos != "PROPN" || name.Base() != "nmod" || name.Head < 0 || s.Tokens[name.Head].UPos != "NOUN" || s.Tokens[name.Head].Head == a {
		return
	}
	t.Head = name.Head
}
