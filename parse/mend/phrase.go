package mend

import (
	"strings"

	"readout/syntax"
)

// phrases mends joints within phrases that a tree of likely arcs leaves loose.
// A preposition stands with the noun of its phrase and not with
// what comes before that noun: "talks between Congo and M23 rebels". Whom one
// calls something is the object and no part of what he is called: "called the
// prince stupid". "Including three Moroccans" belongs to the noun right before
// it. What is between something is two: "between Kesto and Arani troops". No
// article reaches over "to". And "a deaf ear" is one phrase.
func phrases(s *syntax.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		junior(s, i)
		envoy(s, i)
		switch t.Rel {
		case "case":
			for h := t.Head; h > i && s.Tokens[h].Rel == "compound" && s.Tokens[h].Head > h; h = t.Head {
				t.Head = s.Tokens[h].Head
			}
			if strings.EqualFold(t.Form, "between") && t.Head > i {
				joinSecond(s, t.Head)
			}
		case "det":
			endBefore(s, i)
		case "compound":
			calledSomething(s, i)
		case "flat":
			if i > 1 && t.UPos == "ADP" && s.Tokens[i-1].Form == "-" && t.Head >= 0 && s.Tokens[t.Head].UPos == "PROPN" {
				t.UPos, t.XPos = "PROPN", "NNP" // "Moon Jae-in"
			}
		case "conj":
			if !oneName(s, i) {
				bothAre(s, i)
			}
		case "xcomp":
			joinObject(s, i)
		case "obl":
			if c := child(s, i, "case"); c > 0 && c < i && strings.EqualFold(s.Tokens[c].Form, "including") {
				if n := nounEnding(s, c-1); n >= 0 && n != i && s.Tokens[n].Head >= 0 {
					t.Head, t.Rel = n, "nmod"
				}
			}
		}
	}
}

// endBefore ends the phrase of article "a" at i before the "to" behind which the
// network found its head, a plural: "sentences a Danish national to eight years".
// The object is the word before "to".
func endBefore(s *syntax.Sentence, i int) {
	d := &s.Tokens[i]
	h := d.Head
	if h < i || !strings.EqualFold(d.Form, "a") && !strings.EqualFold(d.Form, "an") || s.Tokens[h].XPos != "NNS" || s.Tokens[h].Rel != "obj" {
		return
	}
	to := i + 2
	for to < h && s.Tokens[to].Form != "to" {
		to++
	}
	o := &s.Tokens[to-1]
	if to >= h || s.Tokens[to].Rel != "case" || o.Head != h || o.Rel != "amod" && o.Rel != "compound" {
		return
	}
	for k := i; k < to-1; k++ {
		if s.Tokens[k].Head == h {
			s.Tokens[k].Head = to - 1
		}
	}
	o.Head, o.Rel = s.Tokens[h].Head, "obj"
	tag := o.XPos
	if tag == "JJ" {
		tag = "NN"
	}
	retag(o, "NOUN", tag)
	s.Tokens[to].Head, s.Tokens[h].Rel = h, "obl"
}

// junior makes "Jr." behind a name and a comma a part of the name, and the name
// what it was taken for.
func junior(s *syntax.Sentence, i int) {
	t := &s.Tokens[i]
	if i < 2 || s.Tokens[i-1].Form != "," || s.Tokens[i-2].UPos != "PROPN" {
		return
	}
	switch t.Form {
	case "Jr.", "Jr", "Sr.", "Sr", "II", "III":
	default:
		return
	}
	n := i - 2
	for h := s.Tokens[n].Head; h >= 0 && h < n && s.Tokens[n].Rel == "flat"; h = s.Tokens[n].Head {
		n = h
	}
	if n == i || t.Head == n && t.Rel == "flat" {
		return
	}
	if p := &s.Tokens[n]; p.Head == i {
		p.Head, p.Rel = t.Head, t.Rel
	}
	handOver(s, i, n)
	t.UPos, t.XPos = "PROPN", "NNP"
	t.Head, t.Rel = n, "flat"
}

// envoy joins "d'affaires" at i to the envoy before it: neither is a verb, and
// what hangs on the one is the other's.
func envoy(s *syntax.Sentence, i int) {
	if i == 0 {
		return
	}
	t, c := &s.Tokens[i], &s.Tokens[i-1]
	if t.Form != "d'affaires" && t.Form != "d’affaires" || !strings.HasPrefix(strings.ToLower(c.Form), "charg") {
		return
	}
	if c.Head == i {
		c.Head, c.Rel = t.Head, t.Rel
		if t.Rel == "ccomp" || t.Rel == "xcomp" {
			c.Rel = "obj"
		}
	}
	c.UPos = "NOUN"
	for k := range s.Tokens {
		w := &s.Tokens[k]
		switch {
		case w.Head != i:
		case c.Rel == "obj" && k > i && (w.Base() == "advcl" || w.Base() == "obl" || w.Rel == "xcomp"):
			w.Head = c.Head
			if w.Rel == "xcomp" {
				w.Rel = "advcl" // the one who summons him protests
			}
		default:
			w.Head = i - 1
		}
	}
	t.Head, t.Rel, t.Lemma = i-1, "flat", t.Form
	retag(t, "NOUN", "NN")
}

// joinSecond joins to noun n, the only one that something is between, the noun
// behind it that "and" joins to what has n for a part.
func joinSecond(s *syntax.Sentence, n int) {
	t := &s.Tokens[n]
	if t.Head < 0 || t.XPos == "NNS" || t.XPos == "NNPS" || t.UPos != "NOUN" && t.UPos != "PROPN" || child(s, n, "conj") >= 0 {
		return
	}
	for k := n + 1; k < len(s.Tokens); k++ {
		c := &s.Tokens[k]
		if c.Head != t.Head || c.Rel != "conj" {
			continue
		}
		if and := child(s, k, "cc"); and > n && (c.UPos == "NOUN" || c.UPos == "PROPN") && child(s, k, "case") < 0 {
			c.Head = n
		}
		return
	}
}

// calledSomething makes noun i, a part of the adjective that a verb gives its
// object, that object.
func calledSomething(s *syntax.Sentence, i int) {
	t := &s.Tokens[i]
	a := t.Head
	if a <= i || t.UPos != "NOUN" && t.UPos != "PROPN" || s.Tokens[a].UPos != "ADJ" || s.Tokens[a].Rel != "xcomp" {
		return
	}
	v := s.Tokens[a].Head
	if v < 0 || v >= i || s.Tokens[v].UPos != "VERB" || child(s, v, "obj") >= 0 {
		return
	}
	t.Head, t.Rel = v, "obj"
	for j := v + 1; j < i; j++ {
		if s.Tokens[j].Head == a {
			s.Tokens[j].Head = i
		}
	}
}

// joinObject makes noun i, read as what an object becomes, the object itself if
// the object is but an article and a word right before it.
func joinObject(s *syntax.Sentence, i int) {
	t := &s.Tokens[i]
	if t.UPos != "NOUN" || i < 3 || t.Head < 0 || t.Head > i-3 {
		return
	}
	o, d := &s.Tokens[i-1], &s.Tokens[i-2]
	if o.Rel != "obj" || o.Head != t.Head || o.UPos != "NOUN" && o.UPos != "ADJ" || d.Head != i-1 || d.XPos != "DT" || !strings.EqualFold(d.Form, "a") && !strings.EqualFold(d.Form, "an") {
		return
	}
	handOver(s, i-1, i)
	o.Head, o.Rel = i, "compound"
	t.Rel = "obj"
}

// oneName makes token i a part of the name that the token before it belongs to,
// and reports whether both are one name's proper nouns.
func oneName(s *syntax.Sentence, i int) bool {
	if i == 0 || s.Tokens[i].UPos != "PROPN" || s.Tokens[i-1].UPos != "PROPN" || s.Tokens[i-1].Rel != "conj" || s.Tokens[i-1].Head == i || child(s, i, "cc") >= 0 {
		return false
	}
	for _, n := range s.Names {
		if n.First <= i-1 && i < n.Last {
			s.Tokens[i].Head, s.Tokens[i].Rel = i-1, "flat"
			return true
		}
	}
	return false
}

// bothAre makes noun i with "the", behind a comma and without a conjunction of
// its own, an apposition to those that a conjunction has joined before it.
func bothAre(s *syntax.Sentence, i int) {
	t := &s.Tokens[i]
	d := child(s, i, "det")
	if t.UPos != "NOUN" || t.Head < 0 || d < 2 || d > i || s.Tokens[d].Form != "the" || s.Tokens[d-1].Form != "," || child(s, i, "cc") >= 0 {
		return
	}
	for k := t.Head + 1; k < d; k++ {
		if o := &s.Tokens[k]; o.Head == t.Head && o.Rel == "conj" && o.UPos == "PROPN" && child(s, k, "cc") >= 0 {
			t.Rel = "appos"
			return
		}
	}
}
