package statement

import (
	"strings"

	"readout/actor"
	"readout/article"
	"readout/lexicon"
)

// candidates looks at each token that may be a cue.
func (r *reading) candidates() {
	r.findLabels()
	last, long := int32(-1), false // the quotation looked at last
	for i := range r.trees {
		t := &r.trees[i]
		if len(t.Tokens) > maxSentence {
			continue
		}
		for n := range t.Tokens {
			if r.labelAt(i, n) {
				r.turn(t, n)
				continue
			}
			if q := t.quote[n]; q >= 0 {
				if q != last {
					last, long = q, r.spokenLength(int(q))
				}
				if long {
					continue
				}
			}
			r.candidate(t, n)
		}
	}
}

// maxSentence is the number of tokens above which a sentence is no language
// and not looked at for cues.
const maxSentence = 600

// spokenLength reports whether a quotation is long enough to be speech in
// which cues are the speaker's own business.
func (r *reading) spokenLength(q int) bool { return r.wordsIn(q) >= 4 }

// wordsIn counts the words of a quotation, up to a score or so.
func (r *reading) wordsIn(q int) int {
	s := r.quotes[q].inner
	return len(strings.Fields(r.doc.Article.Text[s.Start:min(s.End, s.Start+200)]))
}

func (r *reading) candidate(t *tree, n int) {
	var c *candidate
	switch tok := &t.Tokens[n]; tok.UPos {
	case "VERB":
		if c = r.verb(t, n); c == nil && tok.XPos == "VBN" && t.find(n, "aux:pass") >= 0 && (t.find(n, "ccomp") > n || t.condition(n) > n) {
			c = r.adjective(t, n) // "are concerned they will lose", "would be surprised if they lost"
		}
	case "NOUN", "PROPN", "PRON", "NUM", "SYM":
		c = r.phrase(t, n)
		if c == nil && tok.UPos == "NOUN" {
			c = r.noun(t, n)
		}
	case "AUX":
		c = r.quotative(t, n)
	case "ADJ":
		c = r.adjective(t, n)
	case "ADV":
		c = r.adverb(t, n)
	}
	if c == nil && t.form(n) == ":" {
		r.colon(t, n)
	}
}

// condition returns the clause with "if" that hangs on token n, or -1.
func (t *tree) condition(n int) int {
	for _, k := range t.kids(n) {
		if x := int(k); t.rel(x) == "advcl" {
			if m := t.find(x, "mark"); m >= 0 && m < x && t.form(m) == "if" {
				return x
			}
		}
	}
	return -1
}

// colon makes the statement of "Smith: we will win", whose cue is the colon.
func (r *reading) colon(t *tree, n int) *candidate {
	if n == 0 || n+2 > len(t.Tokens) {
		return nil
	}
	if c := r.credited(t, n); c != nil {
		return c
	}
	if t.form(n-1) == "source" || t.form(n-1) == "sources" {
		if c := r.sourced(t, n); c != nil {
			return c
		}
	}
	last := n // of the name, without what brackets add: "Rep. Jane Roe (R-Ohio):"
	if t.form(n-1) == ")" {
		for last > max(0, n-8) && t.form(last) != "(" {
			last--
		}
		if last == 0 || t.form(last) != "(" {
			return nil
		}
	}
	from := last
	for from > 0 && last-from <= 8 {
		u := t.Tokens[from-1].UPos
		if u == "PUNCT" && t.form(from-1) != "," && t.form(from-1) != "." || t.quote[from-1] >= 0 {
			break
		}
		switch u {
		case "VERB", "AUX", "PRON", "SCONJ", "CCONJ", "NUM":
			if f := t.Tokens[from-1].Form; u != "VERB" && u != "PRON" || f != strings.ToUpper(f) {
				return nil
			}
		}
		from--
	}
	if from > 0 && !dash([]rune(t.Tokens[from-1].Form)[0]) || from == last || last-from > 8 {
		return nil
	}
	head := last - 1
	for k := 0; k < maxClimb && t.head(head) >= from && t.head(head) < last; k++ {
		head = t.head(head)
	}
	c := &candidate{sent: t.index, cue: n, part: lexicon.CueVerb, kind: "say", word: ":", frame: "colon", source: head, speaker: head}
	c.cueSpan = t.Tokens[n].Span
	c.sourceSpan = t.trim(from, last)
	end := len(t.Tokens)
	w := t.trim(n+1, end)
	if w.Empty() || c.sourceSpan.Empty() || r.classes[lower(r.doc.Article.Words(c.sourceSpan))] == "caption" && !(t.headline() && r.headlining[t.lemma(head)] && t.statesBehind(n)) {
		return nil
	}
	w.End = t.Tokens[end-1].End
	if t.tallies(n+1) || r.credit(t, n) {
		return nil
	}
	if t.quote[n+1] < 0 && (r.topic(t, head, n+1) || t.addressed(from, last)) {
		return nil
	}
	c.content = []article.Span{w}
	return r.add(c)
}

// sourced makes the statement of "sales fell by a third (source: Eurostat)",
// whose colon is token n; nil unless a bracket holds no more than the name.
func (r *reading) sourced(t *tree, n int) *candidate {
	from := n - 2
	if from < 1 || t.form(from) != "(" || t.quote[from] >= 0 {
		return nil
	}
	end := n + 1
	for end < min(len(t.Tokens), n+15) && t.form(end) != ")" {
		if t.verbal(end) {
			return nil
		}
		end++
	}
	start := from
	for start > 0 && t.form(start-1) != ";" && t.form(start-1) != ")" {
		start--
	}
	s := t.trim(start, from)
	if end == len(t.Tokens) || t.form(end) != ")" || end == n+1 || s.Empty() || !t.finiteBetween(start, from) {
		return nil
	}
	head := t.topIn(n+1, end)
	c := &candidate{sent: t.index, cue: n, part: lexicon.CueVerb, kind: "report", word: "source", frame: "source", source: head, speaker: head}
	c.cueSpan, c.sourceSpan = t.SpanOf(n-1, n+1), t.trim(n+1, end)
	c.content = []article.Span{s}
	return r.add(c)
}

// topic reports whether a name before a colon says where something is told of
// rather than by whom: a place, or a country of which the words from token k on
// speak in the third person ("Ukraine: Zelensky rejects ceasefire").
func (r *reading) topic(t *tree, head, k int) bool {
	if r.cast == nil {
		return false
	}
	for _, e := range r.cast.At(t.index, head) {
		switch r.cast.Entities[e].Kind {
		case actor.Place, actor.Country:
			for ; k < len(t.Tokens); k++ {
				switch t.lemma(k) {
				case "i", "we", "you", "our", "us":
					return false
				}
				if b := t.rel(k); b == "nsubj" && t.Tokens[k].UPos != "PRON" {
					return true
				}
			}
			if r.cast.Entities[e].Kind == actor.Place {
				return true
			}
		}
	}
	return false
}

// addressed reports whether words before a colon call those who are spoken to:
// "Mr. President, fellow leaders: I came here".
func (t *tree) addressed(from, to int) bool {
	for k := from; k < to; k++ {
		if t.salutations[t.form(k)] {
			return true
		}
	}
	return false
}

// tallies reports whether the words from token n on give a number and say
// nothing of it: "Georgia: more than $200 million".
func (t *tree) tallies(n int) bool {
	number := false
	for k := n; k < len(t.Tokens); k++ {
		switch t.Tokens[k].UPos {
		case "VERB", "AUX":
			return false
		case "NUM", "SYM":
			number = number || k < n+4
		}
	}
	return number
}
