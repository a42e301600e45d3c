package statement

import (
	"slices"
	"strings"

	"readout/actor"
	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// phrase makes the statement of a prepositional phrase that names its source:
// "according to the police", "in his view", "for the mayor, …". n is the head
// of the phrase.
func (r *reading) phrase(t *tree, n int) *candidate {
	p, first, last := t.preposition(n)
	if p == "" {
		return nil
	}
	if e := r.multiword(lexicon.CuePreposition, p); e != nil {
		return r.sourcePhrase(t, n, first, last, e)
	}
	// "in the eyes of X", "in X's view": the noun is the cue, X the source.
	if w := r.cues.Find(lexicon.CueView, t.lemma(n)); len(w) > 0 && (p == "in" || p == "by" || p == "to" || p == "from" || p == "on" || p == "at") {
		src, frame := t.whose(n), "poss"
		if src < 0 {
			for _, k := range t.kids(n) {
				if q, _, _ := t.preposition(int(k)); q == "of" && t.rel(int(k)) == "nmod" {
					src, frame = int(k), "of"
				}
			}
		}
		switch w[0].Kind {
		case "show":
			src, frame = n, "artefact"
		case "believe", "claim":
			if p == "on" || p == "at" || t.rel(n) == "nmod" {
				return nil // "with tears in her eyes"
			}
			frame = "mind" // "in his view", "in the words of the court"
		}
		if src < 0 {
			return nil
		}
		c := r.phraseCandidate(t, n, first, last, &w[0])
		c.word, c.frame, c.part = p+" "+t.lemma(n), frame, lexicon.CueView
		r.setSource(t, c, src)
		if frame == "mind" && (first == 0 || t.Tokens[first-1].UPos == "CCONJ") && c.source >= 0 {
			c.sourceSpan = t.nameBeside(c.sourceSpan, src)
		}
		return r.clauseAround(t, n, c)
	}
	return nil
}

// multiword looks up a cue of several words in a row.
func (r *reading) multiword(part lexicon.CuePart, words string) *lexicon.CueWord {
	one, rest, _ := strings.Cut(words, " ")
	list := r.cues.Find(part, one)
	for i := range list {
		if strings.Join(list[i].Rest, " ") == rest {
			return &list[i]
		}
	}
	return nil
}

func (r *reading) phraseCandidate(t *tree, n, first, last int, e *lexicon.CueWord) *candidate {
	c := &candidate{sent: t.index, cue: first, part: e.Part, kind: e.Kind, word: t.form(first), source: -1, speaker: -1}
	for _, x := range e.Rest {
		c.word += " " + x
	}
	c.cueSpan = t.SpanOf(first, max(last, first+1))
	return c
}

func (r *reading) sourcePhrase(t *tree, n, first, last int, e *lexicon.CueWord) *candidate {
	single := len(e.Rest) == 0
	initial := int(t.first[n]) == 0
	end := int(t.last[n])
	comma := t.form(end-1) == "," || end < len(t.Tokens) && t.form(end) == ","
	if single && e.Kind == "believe" && (!initial || !comma || !r.thinks(t, n)) {
		return nil
	}
	c := r.phraseCandidate(t, n, first, last, e)
	c.frame = "clause"
	if initial {
		c.frame = "initial"
	}
	if single && e.Kind == "believe" {
		c.frame = "thinker"
	}
	r.setSource(t, c, n)
	if initial && c.source >= 0 {
		c.sourceSpan = t.toComma(c.sourceSpan)
	}
	if initial && c.source >= 0 && t.ownSubject(t.top(n)) < 0 {
		// The parser may take what follows the comma for an apposition.
		r.cutAtComma(t, n, c)
	}
	if initial && c.source >= 0 {
		c.sourceSpan = t.nameBeside(c.sourceSpan, n)
	}
	return r.clauseAround(t, n, c)
}

// thinks reports whether noun n is somebody with a view of his own: "For
// Smith, …" but not "For example, …".
func (r *reading) thinks(t *tree, n int) bool {
	if n < 0 {
		return false
	}
	if t.Tokens[n].UPos == "PRON" {
		switch t.form(n) {
		case "me", "us", "him", "her", "them", "many", "some", "others", "i", "we", "he", "she", "who":
			return true
		}
		return false
	}
	for _, e := range r.speakers(t.index, n) {
		switch r.cast.Entities[e].Kind {
		case actor.Person, actor.Government, actor.Group, actor.Role:
			return true
		}
	}
	for _, name := range t.Names {
		if name.First <= n && n < name.Last && name.Kind == syntax.Person {
			return true
		}
	}
	return false
}

// setBetween returns the first token of what stands between commas behind the
// source n of c at the head of a sentence and says when or where what follows
// is so, where the tree hangs it on the source: "According to the coach, in their
// first match, the team won"; -1 without.
func (r *reading) setBetween(t *tree, n int, c *candidate) int {
	if c.frame != "initial" || len(c.content) == 0 {
		return -1
	}
	for _, k := range t.kids(n) {
		o := int(k)
		if o < n || t.rel(o) != "nmod" || !t.setOff(o) || t.medium(o) || t.temporal(o) {
			continue
		}
		p, first, _ := t.preposition(o)
		if last := int(t.last[o]); (p == "in" || p == "during" || p == "after" || p == "before") && t.Tokens[first].Start > c.sourceSpan.End &&
			t.form(last-1) == "," && last < len(t.Tokens) && t.Tokens[last].Start == c.content[0].Start {
			return first
		}
	}
	return -1
}

// top returns the head that n's phrase hangs on at last.
func (t *tree) top(n int) int {
	for k := 0; k < maxClimb && t.head(n) >= 0; k++ {
		n = t.head(n)
	}
	return n
}

// toComma widens the source at the head of a sentence to the comma behind it,
// where nothing but a name and its prepositions stand between: "According to
// Polish ambassador to Norway Jane Roe, …".
func (t *tree) toComma(s article.Span) article.Span {
	for k := range t.Tokens {
		if t.Tokens[k].Start < s.End {
			continue
		}
		if t.form(k) == "," {
			if t.Tokens[k-1].UPos == "PROPN" {
				s.End = t.Tokens[k-1].End
			}
			return s
		}
		switch t.Tokens[k].UPos {
		case "PROPN", "ADP", "DET", "ADJ":
			if k < 14 {
				continue
			}
		}
		return s
	}
	return s
}

// cutAtComma ends the source before the first comma behind its head.
func (r *reading) cutAtComma(t *tree, n int, c *candidate) {
	for k := n + 1; k < len(t.Tokens) && t.Tokens[k].Start < c.sourceSpan.End; k++ {
		if t.form(k) == "," {
			c.sourceSpan.End = t.Tokens[k-1].End
			return
		}
	}
}

// nameBeside widens the source at the head of a sentence, a noun n, to the name
// set beside it, which the tree may take for a subject next to the true one:
// "According to the coach, Jane Roe, the team lost".
func (t *tree) nameBeside(s article.Span, n int) article.Span {
	k := n + 1
	for k < len(t.Tokens) && t.Tokens[k].Start < s.End {
		k++
	}
	e := k + 1
	for e < len(t.Tokens) && t.Tokens[e].UPos == "PROPN" {
		e++
	}
	end := e
	if e+2 < len(t.Tokens) && t.form(e) == "," && t.form(e+2) == "," && t.letters(e+1) {
		e += 2 // "Jane Roe, QC,"
	}
	if t.Tokens[n].UPos != "NOUN" || t.form(k) != "," || end == k+1 || t.form(e) != "," {
		return s
	}
	h, beside := t.head(k+1), false
	switch t.rel(k + 1) {
	case "nsubj", "vocative":
		beside = h >= 0 && t.ownSubject(h) > e
	case "appos": // hung on "words" in "in the words of the coach"
		beside = h >= 0 && h < n && h == t.head(n)
	}
	if beside {
		s.End = t.Tokens[e-1].End
	}
	return s
}

// letters reports whether token n is the letters of a rank or an honour behind a
// name: "QC", "MP".
func (t *tree) letters(n int) bool {
	f := t.Tokens[n].Form
	return len(f) > 1 && len(f) < 5 && f == strings.ToUpper(f) && t.Tokens[n].UPos == "PROPN"
}

// lessComma returns the span without a comma at its head.
func (r *reading) lessComma(s article.Span) article.Span {
	if s.Len() > 1 && r.doc.Article.Text[s.Start] == ',' {
		return trimmed(r.doc.Article.Text, s.Start+1, s.End)
	}
	return s
}

// thisSide returns the contents cut at semicolons, and behind brackets that name
// another source, that part them from the cue at token n: what stands beyond is
// said by itself.
func (t *tree) thisSide(content []article.Span, n int) []article.Span {
	out := content[:0]
	for _, s := range content {
		a, b := t.tokensIn(s)
		if a < 0 {
			continue
		}
		for k := n; k < b; k++ {
			if t.form(k) == ";" && t.quote[k] < 0 {
				b = k
			}
		}
		for k := n; k >= a; k-- {
			if (t.form(k) == ";" || t.sourceNote(k)) && t.quote[k] < 0 {
				a = k + 1
			}
		}
		if s = t.trim(a, max(a, b)); !s.Empty() {
			out = append(out, s)
		}
	}
	return out
}

// sourceNote reports whether the bracket that token k closes says whose the words
// before it are: "(source: Eurostat)".
func (t *tree) sourceNote(k int) bool {
	if t.form(k) != ")" {
		return false
	}
	b := t.bracket(k)
	return b > 0 && (t.form(b+1) == "source" || t.form(b+1) == "sources") && t.form(b+2) == ":"
}

// clauseAround gives c the clause in which phrase n stands, without the
// phrase.
func (r *reading) clauseAround(t *tree, n int, c *candidate) *candidate {
	if c.source < 0 {
		return nil
	}
	h := t.head(n)
	for k := 0; h >= 0 && k < maxClimb && !t.predicate(h); k++ {
		if u := t.head(h); u >= 0 {
			h = u
			continue
		}
		break
	}
	if h < 0 {
		return nil
	}
	// A phrase behind a comma at the end of a sentence speaks of all of it.
	if int(t.last[n]) >= len(t.Tokens)-1 || int(t.first[n]) <= 1 {
		if root := t.Root(); root >= 0 && root != n {
			h = root
		}
	}
	c.content = t.thisSide(t.around(h, n), c.cue)
	if c.frame == "initial" || c.frame == "mind" {
		for i := range c.content { // what was taken into the source
			if s := &c.content[i]; s.Start < c.sourceSpan.End && c.sourceSpan.End < s.End {
				*s = r.lessComma(trimmed(r.doc.Article.Text, c.sourceSpan.End, s.End))
			}
		}
	}
	if k := r.setBetween(t, n, c); k >= 0 && c.content[0].Start > t.Tokens[k].Start {
		c.content[0].Start = t.Tokens[k].Start
	}
	c.content = slices.DeleteFunc(c.content, func(s article.Span) bool {
		a, b := t.tokensIn(s)
		return a >= 0 && b == a+1 && t.Tokens[a].UPos == "CCONJ" // "and, in the words of the court, “…”"
	})
	if len(c.content) == 0 {
		return nil
	}
	return r.add(c)
}
