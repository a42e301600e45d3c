package learn

import (
	"math/rand/v2"
	"strings"

	"readout/parse/inflect"
	"readout/parse/network"
	"readout/syntax"
)

// Headlines returns a part of the sentences as headlines, chronicles and plain
// short sentences would put them, which treebanks hardly have: side clauses,
// appositions and later conjuncts are left out, or what happened stands in the
// present tense ("The army attacks the town"), or both, without articles and
// auxiliaries ("The army, which had withdrawn, was attacked" – "Army attacked").
// share gives the per cent of the sentences to try; lemma the lemma of a past
// form. Trees and names follow; the marks of the gazetteer are left to the
// caller. The result counts as labelled by models.
func Headlines(sentences []Sentence, share int, lemma func(form, upos, xpos string) string, seed uint64) []Sentence {
	rng := rand.New(rand.NewPCG(seed, 4))
	var out []Sentence
	for i := range sentences {
		if rng.IntN(100) >= share || sentences[i].Tree == nil {
			continue
		}
		h := headline{lemma: lemma, rng: rng}
		if s, ok := h.of(&sentences[i]); ok {
			out = append(out, s)
		}
	}
	return out
}

// A headline is a sentence on its way to being one.
type headline struct {
	lemma   func(form, upos, xpos string) string
	rng     *rand.Rand
	tokens  []syntax.Token
	space   []network.Token
	gone    []bool
	changed bool // some word has another form
}

const (
	leastHeadline = 3
	mostHeadline  = 35
)

func (h *headline) of(s *Sentence) (Sentence, bool) {
	h.tokens = append([]syntax.Token(nil), s.Tree.Tokens...)
	h.space = append([]network.Token(nil), s.Tokens...)
	h.gone = make([]bool, len(h.tokens))
	if !h.suits() {
		return Sentence{}, false
	}
	stop := 15 // per cent without a full stop, which headlines lack
	switch h.rng.IntN(3) {
	case 0:
		h.trim()
	case 1:
		h.chronicle()
	default:
		h.trim()
		h.telegraph()
		stop = 95
	}
	h.commas()
	if last := len(h.tokens) - 1; h.tokens[last].Form == "." && h.rng.IntN(100) < stop {
		h.drop(last)
	}
	return h.rest(s.Names)
}

// suits says whether the sentence tells what somebody did or what became of
// somebody.
func (h *headline) suits() bool {
	subject := false
	for i := range h.tokens {
		t := &h.tokens[i]
		switch strings.ToLower(t.Form) {
		case "i", "you", "we", "me", "us", "?", "my", "your", "our":
			return false
		}
		if t.Base() == "nsubj" && t.Head >= 0 && h.tokens[t.Head].Head < 0 {
			subject = h.tokens[t.Head].UPos == "VERB" && (t.UPos != "PRON" || h.rng.IntN(4) == 0)
		}
	}
	return subject
}

// trim leaves out parts that the sentence can do without.
func (h *headline) trim() {
	for i := range h.tokens {
		if h.gone[i] {
			continue
		}
		switch h.tokens[i].Rel {
		case "appos", "acl:relcl", "parataxis", "advcl", "conj", "discourse", "list", "vocative":
			if h.rng.IntN(100) < 65 {
				h.dropTree(i)
			}
		}
	}
}

func (h *headline) dropTree(top int) {
	h.gone[top] = true
	for changed := true; changed; {
		changed = false
		for i := range h.tokens {
			if head := h.tokens[i].Head; !h.gone[i] && head >= 0 && h.gone[head] {
				h.gone[i], changed = true, true
			}
		}
	}
}

// drop leaves out one word on which no other depends.
func (h *headline) drop(i int) {
	for j := range h.tokens {
		if h.tokens[j].Head == i && !h.gone[j] {
			return
		}
	}
	if h.tokens[i].Head >= 0 {
		h.gone[i] = true
	}
}

// chronicle puts what happened into the present.
func (h *headline) chronicle() {
	for i := range h.tokens {
		t := &h.tokens[i]
		switch form := strings.ToLower(t.Form); {
		case t.XPos != "VBD":
		case t.UPos != "AUX":
			h.present(i)
		case form == "was":
			h.put(i, "is", "VBZ")
		case form == "were":
			h.put(i, "are", "VBP")
		}
	}
}

// put makes the word at i another form of the same verb.
func (h *headline) put(i int, form, tag string) {
	h.tokens[i].Form, h.tokens[i].XPos, h.space[i].Form = form, tag, form
	h.changed = true
}

// telegraph leaves out articles and forms of "be" and "have" that help another
// verb, and puts the rest into the present.
func (h *headline) telegraph() {
	for i := range h.tokens {
		t := &h.tokens[i]
		form := strings.ToLower(t.Form)
		switch {
		case h.gone[i]:
		case t.Rel == "det" && (form == "the" || form == "a" || form == "an"):
			h.drop(i)
		case isBe(form) && (t.Base() == "aux" || t.Rel == "cop"):
			if h.rng.IntN(100) < 85 {
				h.drop(i)
			}
		case t.Rel == "aux" && (form == "has" || form == "had" || form == "have") && t.Head >= 0 && h.tokens[t.Head].XPos == "VBN":
			h.drop(i)
			if !h.helped(t.Head) {
				h.present(t.Head)
			}
		case t.Rel == "aux" && form == "will" && i > 0:
			t.Form, t.UPos, t.XPos, t.Rel = "to", "PART", "TO", "mark"
			h.space[i].Form = t.Form
		case t.XPos == "VBD":
			h.present(i)
		case t.Rel == "cc" && form == "and" && i > 0 && h.tokens[i-1].Form != "," && h.rng.IntN(4) == 0:
			t.Form, t.UPos, t.XPos, t.Rel = ",", "PUNCT", ",", "punct"
			h.space[i].Form = t.Form
			if h.space[i].Space == network.Spaced {
				h.space[i].Space = network.Attached
			}
		}
	}
}

func isBe(form string) bool {
	switch form {
	case "is", "are", "was", "were", "been", "being", "be":
		return true
	}
	return false
}

// helped says whether a form of "be" helps the verb: "has been seen".
func (h *headline) helped(verb int) bool {
	for i := range h.tokens {
		if t := &h.tokens[i]; t.Head == verb && t.Base() == "aux" && isBe(strings.ToLower(t.Form)) {
			return true
		}
	}
	return false
}

// present puts a past form into the present, in the number of its subject.
func (h *headline) present(verb int) {
	t := &h.tokens[verb]
	lemma := h.lemma(t.Form, t.UPos, t.XPos)
	if lemma == "" || lemma == "be" || strings.ToLower(lemma) != lemma {
		return
	}
	plural := false
	for i := range h.tokens {
		s := &h.tokens[i]
		if s.Head != verb || s.Base() != "nsubj" || h.gone[i] {
			continue
		}
		switch strings.ToLower(s.Form) {
		case "they", "these", "those", "police", "who", "people":
			plural = true
		}
		plural = plural || s.XPos == "NNS" || s.XPos == "NNPS"
		for j := range h.tokens {
			plural = plural || h.tokens[j].Head == i && h.tokens[j].Rel == "conj" && !h.gone[j]
		}
	}
	if plural {
		h.put(verb, lemma, "VBP")
	} else {
		h.put(verb, inflect.ThirdPerson(lemma), "VBZ")
	}
}

// commas leaves out those that stand at an edge or before another mark.
func (h *headline) commas() {
	before := ""
	for i := range h.tokens {
		if h.gone[i] {
			continue
		}
		t := &h.tokens[i]
		if t.Form == "," && t.UPos == "PUNCT" {
			next := h.next(i)
			if before == "" || before == "," || next < 0 || h.tokens[next].UPos == "PUNCT" {
				h.drop(i)
				continue
			}
		}
		before = t.Form
	}
}

func (h *headline) next(i int) int {
	for j := i + 1; j < len(h.tokens); j++ {
		if !h.gone[j] {
			return j
		}
	}
	return -1
}

// rest puts together what is left. A name of which a part is gone is no
// sentence to learn from.
func (h *headline) rest(names []uint32) (Sentence, bool) {
	at := make([]int, len(h.tokens))
	n := 0
	for i := range h.tokens {
		at[i] = n
		if !h.gone[i] {
			n++
		}
	}
	if n < leastHeadline || n > mostHeadline || n == len(h.tokens) && !h.changed {
		return Sentence{}, false
	}
	out := Sentence{Tree: &syntax.Sentence{}, Silver: true}
	for i, t := range h.tokens {
		if h.gone[i] {
			continue
		}
		if names[i] != 0 && names[i]&^anyInside == 0 && (i == 0 || h.gone[i-1]) {
			return Sentence{}, false
		}
		if t.Head >= 0 {
			t.Head = at[t.Head]
		}
		w := h.space[i]
		if len(out.Tokens) == 0 {
			w.Form = titled(w.Form)
			if w.Space == network.Attached {
				w.Space = network.Spaced
			}
		}
		t.Form = w.Form
		out.Tree.Tokens = append(out.Tree.Tokens, t)
		out.Tokens = append(out.Tokens, w)
		out.Names = append(out.Names, names[i])
	}
	if h.rng.IntN(5) == 0 {
		for i := range out.Tokens {
			out.Tokens[i].Form = titled(out.Tokens[i].Form)
			out.Tree.Tokens[i].Form = out.Tokens[i].Form
		}
	}
	return out, true
}
