package statement

import (
	"strings"

	"readout/article"
	"readout/syntax"
)

// A tree is one sentence with what is asked of it often: children, the extent
// of each subtree, and the quotation that each token stands in.
type tree struct {
	*syntax.Sentence
	*nouns
	index       int // of the sentence in the document
	child       []int32
	from        []int32 // children of i are child[from[i]:from[i+1]]
	first, last []int32 // the subtree of i lies in tokens [first, last)
	quote       []int32 // outermost quotation of the token, or -1
	unquoted    int     // tokens outside quotations that are no punctuation
}

// load makes t the tree of sentence i, using again what memory it has. The
// work is linear in the tokens, for faulty trees with cycles too.
func (t *tree) load(s *syntax.Sentence, i int, words *nouns) {
	n := len(s.Tokens)
	t.Sentence, t.nouns, t.index = s, words, i
	t.child, t.from = resize(t.child, n), resize(t.from, n+2)
	t.first, t.last, t.quote = resize(t.first, n), resize(t.last, n), resize(t.quote, n)
	clear(t.from)
	for k := range s.Tokens {
		t.first[k], t.last[k], t.quote[k] = int32(k), int32(k+1), -1
		if h := s.Tokens[k].Head; h >= 0 && h < n && h != k {
			t.from[h+2]++
		}
	}
	for k := range n {
		t.from[k+2] += t.from[k+1]
	}
	for k := range s.Tokens {
		if h := s.Tokens[k].Head; h >= 0 && h < n && h != k {
			t.child[t.from[h+1]] = int32(k)
			t.from[h+1]++
		}
	}
	// from[h+1] has moved from the start of h's children to their end.
	order := make([]int32, 0, n)
	for k := range s.Tokens {
		if h := s.Tokens[k].Head; h < 0 || h >= n || h == k {
			order = append(order, int32(k))
		}
	}
	for k := 0; k < len(order); k++ {
		order = append(order, t.kids(int(order[k]))...)
	}
	for k := len(order) - 1; k >= 0; k-- {
		i := order[k]
		if h := s.Tokens[i].Head; h >= 0 && h < n && h != int(i) && s.Tokens[i].UPos != "PUNCT" {
			t.first[h], t.last[h] = min(t.first[h], t.first[i]), max(t.last[h], t.last[i])
		}
	}
	for i := range n {
		t.mark(i, func(h int32) bool { return t.last[h] == int32(i) })
	}
	for i := n - 1; i >= 0; i-- {
		t.mark(i, func(h int32) bool { return t.first[h] == int32(i)+1 })
	}
}

// mark adds token i, if it is a mark of punctuation, to the subtrees above it
// that it is right beside. One further off is not theirs: the comma that ends
// an apposition, hung on a word before it.
func (t *tree) mark(i int, beside func(head int32) bool) {
	if t.Tokens[i].UPos != "PUNCT" {
		return
	}
	h := t.head(i)
	for n := 0; h >= 0 && n < maxClimb; n, h = n+1, t.head(h) {
		if beside(int32(h)) {
			t.first[h], t.last[h] = min(t.first[h], int32(i)), max(t.last[h], int32(i)+1)
		}
	}
}

func resize(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n, n+n/2)
	}
	return s[:n]
}

// kids returns the children of i in text order.
func (t *tree) kids(i int) []int32 { return t.child[t.from[i]:t.from[i+1]] }

// head returns the head of i, or -1.
func (t *tree) head(i int) int {
	if h := t.Tokens[i].Head; h >= 0 && h < len(t.Tokens) && h != i {
		return h
	}
	return -1
}

func (t *tree) lemma(i int) string { return lower(t.Tokens[i].Lemma) }
func (t *tree) rel(i int) string   { return t.Tokens[i].Base() }

// form returns the word at i in lower case, "" outside the sentence.
func (t *tree) form(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return lower(t.Tokens[i].Form)
}

// lower is strings.ToLower without a copy where there is nothing to do.
func lower(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(s)
		}
	}
	return s
}

// find returns the first child of i with one of the relations, subtypes
// counting only where they are written, or -1.
func (t *tree) find(i int, rels ...string) int {
	for _, c := range t.kids(i) {
		for _, r := range rels {
			if t.Tokens[c].Rel == r || t.Tokens[c].Base() == r {
				return int(c)
			}
		}
	}
	return -1
}

// under reports whether token i lies in the subtree of anc.
func (t *tree) under(i, anc int) bool {
	for n := 0; i >= 0 && n < maxClimb; n++ {
		if i == anc {
			return true
		}
		i = t.head(i)
	}
	return false
}

// maxClimb bounds walks towards the root.
const maxClimb = 64

// within reports whether token i lies in the span.
func (t *tree) within(i int, s article.Span) bool { return s.Contains(t.Tokens[i].Span) }

// preposition returns the case marker of i, several words joined by blanks
// ("according to"), and the first and last+1 of its tokens; "" without.
func (t *tree) preposition(i int) (words string, first, last int) {
	c := t.find(i, "case", "mark")
	if c < 0 || int(c) > i {
		return "", i, i
	}
	words, first, last = t.form(c), c, c+1
	for _, k := range t.kids(c) {
		if t.rel(int(k)) == "fixed" && int(k) == last {
			words += " " + t.form(int(k))
			last = int(k) + 1
		}
	}
	if words == "according" && last < len(t.Tokens) && t.form(last) == "to" {
		words, last = "according to", last+1
	}
	return words, first, last
}

// verbal reports whether token i is a verb that can head a clause.
func (t *tree) verbal(i int) bool {
	u := t.Tokens[i].UPos
	return u == "VERB" || u == "AUX"
}

// predicate reports whether token i heads a clause: a verb, or what has a
// copula or a subject.
func (t *tree) predicate(i int) bool {
	return t.verbal(i) || t.find(i, "cop", "nsubj", "csubj") >= 0
}

func (t *tree) punct(i int) bool { return t.Tokens[i].UPos == "PUNCT" }
