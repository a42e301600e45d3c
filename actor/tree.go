package actor

import "readout/syntax"

// A tree is a sentence with its children and subtree bounds at hand. Its
// buffers are used again for the next sentence.
type tree struct {
	*syntax.Sentence
	index       int
	child, next []int32 // first child and next sibling, in text order; -1
	left, right []int32 // subtree bounds: tokens [left, right)
	pending     []int32
	queue       []int32
}

// set makes t the tree of sentence i. It is linear in the tokens.
func (t *tree) set(s *syntax.Sentence, i int) {
	t.Sentence, t.index = s, i
	n := len(s.Tokens)
	t.child, t.next = fill(t.child, n, -1), fill(t.next, n, -1)
	t.left, t.right = fill(t.left, n, 0), fill(t.right, n, 0)
	t.pending = fill(t.pending, n, 0)
	for j := n - 1; j >= 0; j-- {
		t.left[j], t.right[j] = int32(j), int32(j+1)
		if h := s.Tokens[j].Head; h >= 0 && h < n && h != j {
			t.next[j] = t.child[h]
			t.child[h] = int32(j)
			t.pending[h]++
		}
	}
	// Leaves first; tokens on a cycle of a faulty tree keep their own bounds.
	q := t.queue[:0]
	for j := range n {
		if t.pending[j] == 0 {
			q = append(q, int32(j))
		}
	}
	for at := 0; at < len(q); at++ {
		j := q[at]
		h := s.Tokens[j].Head
		if h < 0 || h >= n || h == int(j) {
			continue
		}
		t.left[h] = min(t.left[h], t.left[j])
		t.right[h] = max(t.right[h], t.right[j])
		if t.pending[h]--; t.pending[h] == 0 {
			q = append(q, int32(h))
		}
	}
	t.queue = q
}

func fill(a []int32, n int, v int32) []int32 {
	if cap(a) < n {
		a = make([]int32, n+n/2)
	}
	a = a[:n]
	for i := range a {
		a[i] = v
	}
	return a
}

// tok returns token i.
func (t *tree) tok(i int) *syntax.Token { return &t.Tokens[i] }

// head returns the head of token i, or -1.
func (t *tree) head(i int) int {
	if h := t.Tokens[i].Head; h >= 0 && h < len(t.Tokens) && h != i {
		return h
	}
	return -1
}

// rel returns the relation of token i without its subtype.
func (t *tree) rel(i int) string { return t.Tokens[i].Base() }

// with returns the first child of i by the relation (without subtype), or -1.
func (t *tree) with(i int, rel string) int {
	if i < 0 {
		return -1
	}
	n := 0
	for c := t.child[i]; c >= 0 && n < mostChildren; c = t.next[c] {
		if t.Tokens[c].Base() == rel {
			return int(c)
		}
		n++
	}
	return -1
}

// mostChildren bounds how many children of a token are looked at, so that
// faulty trees cost no more than others.
const mostChildren = 100

// caseOf returns the preposition of token i in lower case, or "". Of several
// it is the first; "'s" counts as one.
func (t *tree) caseOf(i int) string {
	if c := t.with(i, "case"); c >= 0 {
		return lowered(t.Tokens[c].Form)
	}
	return ""
}

// nominal reports whether token i is a noun, a name or a pronoun.
func (t *tree) nominal(i int) bool {
	switch t.Tokens[i].UPos {
	case "NOUN", "PROPN", "PRON":
		return true
	}
	return false
}

// headOf returns the token of [first, last) by which the tree attaches these
// words: the one whose head lies outside, a nominal before any other.
func (t *tree) headOf(first, last int) int {
	best := -1
	for i := first; i < last; i++ {
		h := t.head(i)
		if h >= first && h < last {
			continue
		}
		switch {
		case t.Tokens[i].UPos == "PUNCT":
		case best < 0:
			best = i
		case !t.nominal(best) && t.nominal(i):
			best = i
		case t.nominal(i) && t.within(best, i):
			best = i
		}
	}
	if best < 0 {
		return last - 1
	}
	return best
}

// within reports whether token i lies in the subtree bounds of j.
func (t *tree) within(i, j int) bool {
	return int(t.left[j]) <= i && i < int(t.right[j]) && t.under(i, j)
}

// under reports whether j is i or above it, at most 40 steps up.
func (t *tree) under(i, j int) bool {
	for n := 0; i >= 0 && n < 40; n++ {
		if i == j {
			return true
		}
		i = t.head(i)
	}
	return false
}

// phraseStart returns where the noun phrase with head h begins: at the first
// token of its modifiers before it.
func (t *tree) phraseStart(h int) int {
	start := h
	for c := t.child[h]; c >= 0 && int(c) < h; c = t.next[c] {
		if premodifies(t.Tokens[c].Base()) {
			start = min(start, int(t.left[c]))
		}
	}
	return start
}

// premodifies reports whether words attached so before a noun belong to its
// phrase.
func premodifies(rel string) bool {
	switch rel {
	case "det", "amod", "compound", "nummod", "nmod", "flat", "advmod", "goeswith", "obl":
		return true
	}
	return false
}

// clause returns the predicate that token i belongs to: the nearest token
// above that is a verb, or has a subject or a copula; itself excepted. Else the
// root above it. -1 for a root.
func (t *tree) clause(i int) int {
	last := -1
	for n := 0; n < 40; n++ {
		h := t.head(i)
		if h < 0 {
			return last
		}
		last = h
		if t.Tokens[h].UPos == "VERB" || t.Tokens[h].UPos == "AUX" || t.with(h, "nsubj") >= 0 && !t.isSubject(i) || t.with(h, "cop") >= 0 {
			return h
		}
		i = h
	}
	return last
}

// contentOf returns the tokens of what a verb of speech with head v reports:
// its clause, or the clause on which the verb hangs by parataxis.
func (t *tree) contentOf(v int) [2]int32 {
	for _, r := range [...]string{"ccomp", "parataxis"} {
		if c := t.with(v, r); c >= 0 {
			return [2]int32{t.left[c], t.right[c]}
		}
	}
	if up := t.head(v); up >= 0 && t.rel(v) == "parataxis" {
		if t.left[v] > int32(up) {
			return [2]int32{t.left[up], t.left[v]}
		}
		return [2]int32{t.right[v], t.right[up]}
	}
	return [2]int32{}
}

func (t *tree) isSubject(i int) bool {
	r := t.Tokens[i].Base()
	return r == "nsubj" || r == "csubj"
}

// lowered returns s in lower case, without allocation where it is so already.
func lowered(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			return toLower(s)
		}
	}
	return s
}
