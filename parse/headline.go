package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/parse/network"
	"readout/syntax"
)

// Headlines tell what happened in the present tense and drop articles, so that
// many a verb in them could be a noun: "Thousands march in Tbilisi", "Armenia
// and Azerbaijan trade blame". Treebanks have few, and the network often finds
// no verb in such a sentence, or a wrong one. A sentence without a finite verb,
// with one that its subject does not agree with, with a noun at its root that
// nothing is said of, or without a mark at its end is therefore read again with each word that may be the verb put
// into the past ("marched"), which can be no noun; the likeliest of these
// readings stands if the verb has a subject and agrees with it in number, and
// if it is likelier than the first reading.

const (
	leastHeadline = 3 // tokens
	mostHeadline  = 30
	mostRootless  = 60 // tokens of a sentence with a noun at its root
	mostRereads   = 6  // verbs tried in a sentence
	// marginCapital is by how much a reading must be likelier than the first, as
	// the logarithm of their share, if the verb has a capital: it may be a name's
	// part or stand in a title.
	marginCapital = 1.0
	// marginUnsure is that margin where no verb was found, and the first reading
	// is less likely than unsure: mostly there is one.
	marginUnsure = -1.2
	unsure       = -0.5
)

// rereading gathers the readings of a batch.
type rereading struct {
	tokens []network.Token
	batch  []network.Sentence
	of     []reread
}

// A reread is one sentence of the batch: that of a piece, as it is or with one
// token in the past.
type reread struct {
	piece, verb int  // verb is -1 for the sentence as it is
	verbless    bool // no finite verb was found in it
}

// verbless reports whether the network found no finite verb in a sentence.
func (p *Parser) verbless(results []network.Result) bool {
	return !slices.ContainsFunc(results, func(r network.Result) bool {
		if u := p.inv.UPos[r.UPos]; u != "VERB" && u != "AUX" {
			return false
		}
		switch p.inv.XPos[r.XPos] {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
		return false
	})
}

// rootless reports whether the root of a sentence with a finite verb is a noun, and
// there is no clause that says what something is: "The tower, built in 1906, collapses".
func (p *Parser) rootless(results []network.Result) bool {
	root := slices.IndexFunc(results, func(r network.Result) bool { return r.Head < 0 })
	if root < 0 || p.inv.UPos[results[root].UPos] != "NOUN" && p.inv.UPos[results[root].UPos] != "PROPN" {
		return false
	}
	return !slices.ContainsFunc(results, func(r network.Result) bool {
		rel := p.inv.Rel[r.Rel]
		return r.Head == root && (rel == "cop" || rel == "nsubj")
	})
}

// disagrees reports whether the root is a verb in the present tense and its
// subject, right before it, has another number.
func (p *Parser) disagrees(tokens []syntax.Token, results []network.Result) bool {
	root := slices.IndexFunc(results, func(r network.Result) bool { return r.Head < 0 })
	if root < 1 || p.inv.UPos[results[root].UPos] != "VERB" || p.inv.XPos[results[root].XPos] != "VBZ" && p.inv.XPos[results[root].XPos] != "VBP" {
		return false
	}
	if r := results[root-1]; r.Head != root || p.inv.Rel[r.Rel] != "nsubj" || p.inv.UPos[r.UPos] != "NOUN" {
		return false
	}
	return !p.agrees(tokens, results, root-1, root)
}

// candidates yields the tokens of a sentence that may be a verb in the present
// tense, with their past.
func (p *Parser) candidates(tokens []syntax.Token, results []network.Result, yield func(i int, past string)) {
	n := 0
	for i := 1; i < len(tokens) && n < mostRereads; i++ {
		switch p.inv.UPos[results[i].UPos] {
		case "NOUN", "ADJ", "ADV", "PROPN", "VERB":
		default:
			continue
		}
		switch p.inv.XPos[results[i].XPos] {
		case "VBN", "VBG", "VBD", "JJR", "JJS":
			continue
		case "VBZ", "VBP":
			if results[i].Head < 0 && p.inv.UPos[results[i].UPos] == "VERB" {
				return // the verb already, and what follows is its own
			}
		}
		switch p.inv.XPos[results[i-1].XPos] {
		case "DT", "IN", "TO", "PRP$", "POS", "CC", "HYPH":
			continue
		}
		if past := p.verbs[strings.ToLower(tokens[i].Form)]; past != "" {
			yield(i, past)
			n++
		}
	}
}

// reread reads the sentences of the batch without a verb again, and puts what
// is found in the place of their results.
func (w *worker) reread(sentences []syntax.Sentence) {
	p, b := w.parser, &w.again
	b.tokens, b.batch, b.of = b.tokens[:0], b.batch[:0], b.of[:0]
	for i, s := range w.pieces {
		n := s.last - s.first
		tokens := sentences[s.sentence].Tokens
		verbless := p.verbless(w.batch[i].Result)
		rootless := !verbless && p.rootless(w.batch[i].Result)
		if n < leastHeadline || n > mostHeadline && (n > mostRootless || !rootless) || n != len(tokens) {
			continue
		}
		if !verbless && !rootless && p.inv.UPos[w.batch[i].Result[n-1].UPos] == "PUNCT" && !p.disagrees(tokens, w.batch[i].Result) {
			continue
		}
		first := len(b.of)
		p.candidates(tokens, w.batch[i].Result, func(verb int, past string) {
			if len(b.of) == first {
				b.add(w.batch[i].Tokens, reread{i, -1, verbless}, "")
			}
			b.add(w.batch[i].Tokens, reread{i, verb, verbless}, past)
		})
	}
	if len(b.of) == 0 {
		return
	}
	at := 0
	for i := range b.batch {
		n := len(b.batch[i].Tokens)
		b.batch[i].Tokens = b.tokens[at : at+n]
		at += n
	}
	w.run.Run(b.batch)
	for i := 0; i < len(b.of); {
		piece, asIs := b.of[i].piece, b.batch[i].Score
		tokens := sentences[w.pieces[piece].sentence].Tokens
		best, score := -1, float32(0)
		for i++; i < len(b.of) && b.of[i].piece == piece; i++ {
			verb := b.of[i].verb
			gain := b.batch[i].Score - asIs
			switch {
			case capitalised(tokens[verb].Form):
				gain -= marginCapital
			case b.of[i].verbless && asIs < unsure:
				gain -= marginUnsure
			}
			if gain > score && p.told(tokens, b.batch[i].Result, verb) {
				best, score = i, gain
			}
		}
		if best >= 0 {
			copy(w.batch[piece].Result, b.batch[best].Result)
			w.present = append(w.present, presentVerb{w.pieces[piece].sentence, b.of[best].verb})
		}
	}
}

func (b *rereading) add(tokens []network.Token, of reread, past string) {
	at := len(b.tokens)
	b.tokens = append(b.tokens, tokens...)
	if of.verb >= 0 {
		b.tokens[at+of.verb].Form = past
	}
	b.batch = append(b.batch, network.Sentence{Tokens: tokens, Weigh: true})
	b.of = append(b.of, of)
}

// capitalised reports whether a word begins with a capital.
func capitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// presentVerb is a token that was read in the past.
type presentVerb struct{ sentence, token int }

// told reports whether a reading makes the token the verb of the sentence,
// with a subject before it that the form of the present agrees with.
func (p *Parser) told(tokens []syntax.Token, results []network.Result, verb int) bool {
	if v := results[verb]; v.Head >= 0 || p.inv.XPos[v.XPos] != "VBD" {
		return false
	}
	subject := slices.IndexFunc(results, func(r network.Result) bool { return r.Head == verb && p.inv.Rel[r.Rel] == "nsubj" })
	return subject >= 0 && subject < verb && p.agrees(tokens, results, subject, verb)
}

// agrees reports whether a verb in the present tense, by its form, has the
// number of a subject. Names in the plural, as of groups, may have either.
func (p *Parser) agrees(tokens []syntax.Token, results []network.Result, subject, verb int) bool {
	third := strings.HasSuffix(tokens[verb].Form, "s")
	switch p.inv.XPos[results[subject].XPos] {
	case "NNPS":
		return true
	case "NNS", "CD":
		return !third
	}
	switch strings.ToLower(tokens[subject].Form) {
	case "police", "people":
		return !third
	}
	for _, r := range results {
		if rel := p.inv.Rel[r.Rel]; r.Head == subject && (rel == "conj" || rel == "appos") {
			return !third // "Kenya, Uganda sign"
		}
	}
	return third
}
