package parse

import (
	"strings"

	"readout/parse/feats"
	"readout/parse/names"
	"readout/parse/network"
	"readout/syntax"
)

// batchTokens is about how many tokens are given to the network at once: many
// make it fast, more would only take memory.
const batchTokens = 1024

// worker holds the buffers of one call of Annotate.
type worker struct {
	parser  *Parser
	run     *network.Runner
	tokens  []network.Token
	forms   []string
	marks   []uint32
	pieces  []stretch
	batch   []network.Sentence
	results [][]network.Result // kept for their memory
	names   *names.Mender
	again   rereading
	present []presentVerb  // verbs of the document that were read in the past
	scores  []names.Scores // of all tokens, in order
}

// stretch is tokens [first, last) of a sentence, analysed as one tree.
type stretch struct{ sentence, first, last int }

func (w *worker) annotate(sentences []syntax.Sentence) {
	w.pieces, w.scores, w.present = w.pieces[:0], w.scores[:0], w.present[:0]
	size := 0
	for s := range sentences {
		tokens := sentences[s].Tokens
		for first := 0; first < len(tokens); {
			last := first + pieceLength(tokens[first:])
			w.pieces = append(w.pieces, stretch{s, first, last})
			size += last - first
			first = last
			if size >= batchTokens {
				w.flush(sentences)
				size = 0
			}
		}
	}
	w.flush(sentences)
	for _, v := range w.present {
		t := &sentences[v.sentence].Tokens[v.token]
		t.XPos = "VBP"
		if strings.HasSuffix(t.Form, "s") {
			t.XPos = "VBZ"
		}
	}
	for s := range sentences {
		w.parser.finish(&sentences[s])
	}
	w.names.Mend(sentences, w.scores)
	for s := range sentences {
		w.parser.mender.Names(&sentences[s])
	}
}

// pieceLength is how many of the tokens make the next piece: all, or up to
// the last punctuation in the second half of what the network takes.
func pieceLength(tokens []syntax.Token) int {
	const most = network.MostTokens
	if len(tokens) <= most {
		return len(tokens)
	}
	for i := most; i > most/2; i-- {
		switch tokens[i-1].Form {
		case ".", "!", "?", ";", ":", ",", "—", "–", "|", "•":
			return i
		}
	}
	return most
}

// flush analyses the pieces gathered and writes the results to their tokens.
func (w *worker) flush(sentences []syntax.Sentence) {
	w.tokens = w.tokens[:0]
	for _, s := range w.pieces {
		w.append(sentences[s.sentence].Tokens, s.first, s.last)
	}
	w.batch = w.batch[:0]
	at := 0
	for i, s := range w.pieces {
		n := s.last - s.first
		w.batch = append(w.batch, network.Sentence{Tokens: w.tokens[at : at+n]})
		if i < len(w.results) {
			w.batch[i].Result = w.results[i]
		}
		at += n
	}
	w.run.Run(w.batch)
	w.reread(sentences)
	w.results = w.results[:0]
	for i, s := range w.pieces {
		w.results = append(w.results, w.batch[i].Result)
		w.parser.write(&sentences[s.sentence], s, w.batch[i].Result)
		for _, r := range w.batch[i].Result {
			w.scores = append(w.scores, r.Begin)
		}
	}
	w.pieces = w.pieces[:0]
}

// append adds what the network sees of tokens [first, last).
func (w *worker) append(tokens []syntax.Token, first, last int) {
	w.forms = w.forms[:0]
	for i := first; i < last; i++ {
		w.forms = append(w.forms, tokens[i].Form)
	}
	if n := last - first; cap(w.marks) < n {
		w.marks = make([]uint32, n+n/2)
	}
	w.parser.gazetteer.Mark(w.forms, w.marks[:last-first])
	for i := first; i < last; i++ {
		t := network.Token{Form: familiar(tokens, i), Marks: w.marks[i-first]}
		if !tokens[i].Empty() {
			t.Space = network.Spaced
			if i > 0 && tokens[i-1].End == tokens[i].Start {
				t.Space = network.Attached
			}
		}
		w.tokens = append(w.tokens, t)
	}
}

// write sets tags, heads and names of one stretch of a sentence.
func (p *Parser) write(s *syntax.Sentence, at stretch, results []network.Result) {
	if at.first == 0 {
		s.Names = nil
	}
	for i, r := range results {
		t := &s.Tokens[at.first+i]
		t.UPos, t.XPos = p.inv.UPos[r.UPos], p.inv.XPos[r.XPos]
		t.Rel = p.inv.Rel[r.Rel]
		t.Head = -1
		if r.Head >= 0 {
			t.Head = at.first + r.Head
		}
		switch {
		case r.Name == 0:
		case r.Name%2 == 1:
			s.Names = append(s.Names, syntax.Name{First: at.first + i, Last: at.first + i + 1, Kind: p.inv.Kinds[r.Name/2]})
		default:
			s.Names[len(s.Names)-1].Last++
		}
	}
}

// finish joins the pieces of a long sentence, adds lemmas and features, and has the
// tree mended.
func (p *Parser) finish(s *syntax.Sentence) {
	root := -1
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Head < 0 {
			if root < 0 {
				root = i
			} else {
				t.Head, t.Rel = root, "parataxis"
			}
		}
		if verb, ok := p.irregular[strings.ToLower(t.Form)]; ok && t.UPos == "VERB" && (t.XPos == "VBP" || t.XPos == "VB") {
			t.XPos, t.Lemma = "VBD", verb // a rare one, "forsook", was taken for the present
		} else {
			t.Lemma = p.lemma.Lemma(t.Form, t.UPos, t.XPos)
		}
		t.Feats = feats.Of(t.Form, t.UPos, t.XPos)
	}
	p.mender.Tree(s)
	feats.Agree(s)
}
