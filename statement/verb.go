package statement

import (
	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// verb makes the statement of which verb v is the cue, if the lexicon knows
// it and it has a content in one of its frames. A quotation may give it one
// later.
func (r *reading) verb(t *tree, v int) *candidate {
	words, end := match(t, v, r.cues.Find(lexicon.CueVerb, t.lemma(v)))
	if len(words) == 0 || r.glosses(t, v) {
		return nil
	}
	c := r.verbCandidate(t, v, words[0], end)
	if r.tail(t, v, end, words, c) {
		return r.add(c)
	}
	subj, passive := t.subject(v)
	if k := v - 1; subj < 0 && !passive && k >= 0 && t.rel(k) == "compound" && t.head(k) == v && t.Tokens[k].UPos != "VERB" {
		subj = k // "Brazilian police report that": read as one noun with its verb
	}
	if x := t.find(v, "ccomp"); subj < 0 && x >= 0 && t.laterClause(v) && t.garden(x, v) {
		subj, passive = t.ownSubject(x), false
	}
	if passive && t.clause(v) >= 0 && entry(words, lexicon.CueTell) == nil && t.find(v, "aux:pass", "nsubj:pass") < 0 && t.ownSubject(v) < 0 {
		passive = false // "urged them to stay, proposed that …"
	}
	if passive && subj >= 0 && t.seemsActive(v) {
		passive = false
	}
	if !passive {
		subj = r.sayerAbove(t, v, subj)
	}
	ok := false
	if passive {
		ok = r.passive(t, v, subj, words, c)
	} else {
		r.setSource(t, c, subj)
		if o := r.goneOn(t, v); o != nil {
			c.source, c.speaker, c.sourceSpan = o.source, o.speaker, o.sourceSpan
		}
		ok = r.active(t, v, subj, words, c)
	}
	if !ok || r.helps(t, c) {
		return nil
	}
	return r.add(c)
}

// sayerAbove returns the subject of the verb in whose content the clause lies
// that gerund v, set off behind it, goes on from, where subj, the subject of that
// clause, is nobody: "Roe said the vote was fair, citing observers". Else subj.
func (r *reading) sayerAbove(t *tree, v, subj int) int {
	h := t.head(v)
	if subj < 0 || h < 0 || h > v || t.Tokens[v].XPos != "VBG" || t.rel(v) != "advcl" || !t.setOff(v) || t.rel(h) != "ccomp" || t.ownSubject(h) != subj ||
		t.Tokens[subj].UPos != "NOUN" || r.somebody(t, subj) || r.writing(t, subj) && t.find(h, "cop", "expl") < 0 {
		return subj
	}
	u := t.head(h)
	if s, passive := t.subject(u); s >= 0 && u < h && !passive && len(r.cues.Find(lexicon.CueVerb, t.lemma(u))) > 0 {
		return s
	}
	return subj
}

// glosses reports whether verb v, a gerund behind a comma, only tells what
// somebody's words before it mean: "…, he said, referring to the plan".
func (r *reading) glosses(t *tree, v int) bool {
	h := t.head(v)
	return h >= 0 && h < v && t.Tokens[v].XPos == "VBG" && r.gloss[t.lemma(v)] && t.setOff(v) && len(r.cues.Find(lexicon.CueVerb, t.lemma(h))) > 0
}

// goneOn returns the statement of the verb that v, a gerund behind a comma, goes
// on from ("…, the mayor said, adding that"); nil without.
func (r *reading) goneOn(t *tree, v int) *candidate {
	h := t.head(v)
	if h < 0 || h > v || t.Tokens[v].XPos != "VBG" || !t.setOff(v) || t.ownSubject(v) >= 0 || t.ownSubject(h) >= 0 {
		return nil
	}
	if o := r.byCue[syntax.Ref{Sentence: t.index, Token: h}]; o != nil && o.frame == "tail" && o.source >= 0 {
		return o
	}
	return nil
}

// helps reports whether the source of c is a means, of which its cue tells what
// it does and not what it says or wants: "the funds support schools".
func (r *reading) helps(t *tree, c *candidate) bool {
	if c.source < 0 || c.reports() || t.Tokens[c.source].UPos != "NOUN" || !r.means[t.lemma(t.antecedent(c.source))] {
		return false
	}
	switch c.kind {
	case "show", "appear":
		return false
	}
	return !r.quotesIn(c)
}

// verbCandidate begins a statement with verb v as its cue.
func (r *reading) verbCandidate(t *tree, v int, w lexicon.CueWord, end int) *candidate {
	c := &candidate{sent: t.index, cue: v, part: lexicon.CueVerb, kind: w.Kind, word: t.lemma(v), source: -1, speaker: -1}
	for _, x := range w.Rest {
		c.word += " " + x
	}
	c.cueSpan = t.cueWords(v, end)
	if h := t.head(v); h >= 0 && h < v && t.Tokens[v].XPos == "VBG" && t.find(h, "aux:pass") >= 0 && v <= h+3 {
		if p, _, _ := t.preposition(v); p == "as" {
			c.cueSpan = t.cueWords(h, h+1).Cover(c.cueSpan) // "was quoted as saying"
		}
	}
	if t.onRecord(v) {
		h := t.head(v)
		c.cueSpan = t.cueWords(h, h+1).Cover(t.Tokens[t.find(h, "cop")].Span).Cover(c.cueSpan)
	}
	c.negated = t.negated(v)
	return c
}

// match returns the entries whose further words follow token v, those with
// the most further words, and the end of the words matched.
func match(t *tree, v int, entries []lexicon.CueWord) (best []lexicon.CueWord, end int) {
	n := -1
	for _, e := range entries {
		at, ok := follows(t, v, e.Rest)
		if !ok || len(e.Rest) < n {
			continue
		}
		if len(e.Rest) > n {
			n, end, best = len(e.Rest), at, nil
		}
		best = append(best, e)
	}
	if n == 0 {
		if p := t.find(v, "compound:prt"); p >= 0 && p > v {
			return nil, 0 // another verb: "call off"
		}
	}
	return best, end
}

// follows reports whether the words come after token v, a word or two
// between them, and where they end.
func follows(t *tree, v int, words []string) (end int, ok bool) {
	at := v + 1
	for _, w := range words {
		for skipped := 0; ; skipped++ {
			if at >= len(t.Tokens) || skipped > 2 || t.punct(at) {
				return 0, false
			}
			if t.form(at) == w || t.lemma(at) == w {
				at++
				break
			}
			at++
		}
	}
	return at, true
}

func entry(words []lexicon.CueWord, f lexicon.CueFrame) *lexicon.CueWord {
	for i := range words {
		if words[i].Frames&f != 0 {
			return &words[i]
		}
	}
	return nil
}

func entryWith(words []lexicon.CueWord, p string) *lexicon.CueWord {
	for i := range words {
		if words[i].HasWith(p) {
			return &words[i]
		}
	}
	return nil
}

// speechWord reports whether a verb that the lexicon does not know as such
// may carry a quotation.
func (r *reading) speechWord(t *tree, v int) (lexicon.CueWord, int, bool) {
	words, end := match(t, v, r.cues.Find(lexicon.CueVerb, t.lemma(v)))
	if e := entry(words, lexicon.CueQuote); e != nil {
		w := *e
		if entry(words, lexicon.CueTell) != nil {
			w.Frames |= lexicon.CueTell
		}
		return w, end, true
	}
	return lexicon.CueWord{Kind: "say"}, v + 1, false
}

// negated reports whether verb v is denied: "did not say", "never said".
func (t *tree) negated(v int) bool {
	for _, c := range t.kids(v) {
		switch t.form(int(c)) {
		case "not", "n't", "n’t", "never", "no":
			return t.rel(int(c)) == "advmod" || t.rel(int(c)) == "det"
		case "neither", "nor", "without":
			return true
		}
	}
	return false
}

// cueWords returns the verb group of v up to token end: auxiliaries, negation
// and adverbs that stand in one row with it.
func (t *tree) cueWords(v, end int) article.Span {
	first := v
	for first > 0 {
		p := first - 1
		if h := t.head(p); h != v && (h < 0 || h != t.head(v) || t.rel(v) != "xcomp") && !(t.rel(v) == "xcomp" && p == t.head(v)) {
			break
		}
		switch t.rel(p) {
		case "aux", "advmod", "cop":
			if t.Tokens[p].UPos == "ADP" {
				return t.SpanOf(first, max(end, v+1)) // the end of a name read as a particle: "Jae-in welcomed"
			}
			first = p
			continue
		case "mark":
			if t.form(p) == "to" {
				first = p
				continue
			}
		}
		if t.rel(v) == "xcomp" && p == t.head(v) {
			first = p
			v = p
			continue
		}
		break
	}
	return t.SpanOf(first, max(end, v+1))
}
