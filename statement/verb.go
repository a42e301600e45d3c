package statement

import (
	"readout/article"
	"readout/lexicon"
)

// verb makes the statement of which verb v is the cue, if the lexicon knows
// it and it has a content in one of its frames. A quotation may give it one
// later.
func (r *reading) verb(t *tree, v int) *candidate {
	words, end := match(t, v, r.cues.Find(lexicon.CueVerb, t.lemma(v)))
	if len(words) == 0 {
		return nil
	}
	c := r.verbCandidate(t, v, words[0], end)
	if r.tail(t, v, end, words, c) {
		return r.add(c)
	}
	subj, passive := t.subject(v)
	if passive && t.clause(v) >= 0 && entry(words, lexicon.CueTell) == nil && t.find(v, "aux:pass", "nsubj:pass") < 0 && t.ownSubject(v) < 0 {
		passive = false // "urged them to stay, proposed that …"
	}
	ok := false
	if passive {
		ok = r.passive(t, v, subj, words, c)
	} else {
		r.setSource(t, c, subj)
		ok = r.active(t, v, subj, words, c)
	}
	if !ok {
		return nil
	}
	return r.add(c)
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

// setSource makes token n the head of the source, unless it is an expletive.
func (r *reading) setSource(t *tree, c *candidate, n int) {
	if n < 0 || t.expletive(n) {
		return
	}
	if t.quote[n] >= 0 && (c.cue < 0 || t.quote[c.cue] != t.quote[n]) && r.spokenLength(int(t.quote[n])) {
		return // it is what is quoted that speaks of n
	}
	c.source, c.speaker = n, t.antecedent(n)
	c.sourceSpan = t.apposed(t.upTo(t.sourceWords(n), n, c.cue), n, c.cue)
	if v := c.cue; v >= 0 && t.Tokens[v].Span.Overlaps(c.sourceSpan) {
		// The cue hangs on the source: "officials opposing the plan".
		k := v
		for t.head(k) >= 0 && t.head(k) != n {
			k = t.head(k)
		}
		if cut := t.beforeToken(n, int(t.first[k])); v > n && cut > n {
			first, _ := t.nounPhrase(n)
			c.sourceSpan = t.SpanOf(first, cut)
		} else {
			c.sourceSpan = t.Tokens[n].Span
		}
	}
}

// upTo widens a source by names that stand between it and the cue behind it,
// or right behind a source that follows its cue: a parser may lose them
// ("strategist Fred Davis said").
func (t *tree) upTo(s article.Span, n, cue int) article.Span {
	k := n
	for k < len(t.Tokens) && t.Tokens[k].Start < s.End {
		k++
	}
	if k == 0 || t.Tokens[k-1].UPos == "PRON" {
		return s
	}
	end := k
	for end < len(t.Tokens) && end < k+4 && t.Tokens[end].UPos == "PROPN" && !t.temporal(end) {
		end++
	}
	if end > k && (cue < n || end == cue || end < len(t.Tokens) && (t.form(end) == "," || t.form(end) == "(")) {
		s.End = t.Tokens[end-1].End
		if l := t.phraseEnd(k); l > end && (cue < n || l <= cue) {
			s.End = t.Tokens[t.beforeToken(k, l)-1].End
		}
	}
	return s
}

// apposed widens a named source to what a comma adds to it, a noun phrase up to
// the next comma or stop ("said Smith, head of the union."), which a parser
// may hang elsewhere.
func (t *tree) apposed(s article.Span, n, cue int) article.Span {
	k := n
	for k < len(t.Tokens) && t.Tokens[k].Start < s.End {
		k++
	}
	if k+2 >= len(t.Tokens) || t.form(k) != "," || t.Tokens[k-1].UPos != "PROPN" {
		return s
	}
	switch t.Tokens[k+1].UPos {
	case "DET", "NOUN", "ADJ", "PROPN":
	case "PRON":
		if t.Tokens[k+1].XPos != "PRP$" {
			return s
		}
	default:
		return s
	}
	noun := false
	for e := k + 1; e < len(t.Tokens); e++ {
		switch u := t.Tokens[e].UPos; u {
		case "NOUN", "PROPN", "DET", "ADJ", "ADP", "NUM", "CCONJ", "PART", "ADV", "SYM":
			noun = noun || u == "NOUN"
			if e > k+30 || t.quote[e] >= 0 {
				return s
			}
		case "PUNCT":
			f := t.form(e)
			if f == "(" || f == ")" || f == "-" || f == "’" || f == "'" {
				continue
			}
			// Before the cue the comma must be the last thing before it.
			if noun && (f == "." || f == ",") && (cue < n || e+1 == cue || e < cue && t.head(e+1) == cue && t.verbal(cue)) {
				s.End = t.Tokens[e-1].End
			}
			return s
		default:
			return s
		}
	}
	return s
}

// beforeToken returns end, or less, so that tokens [n, end) end without
// punctuation.
func (t *tree) beforeToken(n, end int) int {
	for end > n+1 && t.punct(end-1) {
		end--
	}
	return end
}

// active gives c its content by the first frame of an active verb that fits.
func (r *reading) active(t *tree, v, subj int, words []lexicon.CueWord, c *candidate) bool {
	obj := t.find(v, "obj")
	iobj := t.find(v, "iobj")
	if iobj >= 0 {
		c.addressee = append(c.addressee, iobj)
	}
	bare := 0 // the first token of the object that is not the cue's preposition
	if obj < 0 && len(words[0].Rest) > 0 {
		obj, bare = t.restObject(v, c)
	}
	if e := entry(words, lexicon.CueTell); e != nil {
		// The clause may hang on the listener in the tree.
		for _, n := range []int{iobj, obj} {
			if x := t.toldClause(n, v); x >= 0 {
				c.addressee = append(c.addressee, n)
				return c.set(e, "that", t.part(x, v, c)...)
			}
		}
	}
	if x := t.clause(v); x >= 0 {
		f := lexicon.CueThat
		if t.question(x) {
			f = lexicon.CueWh
		}
		if t.infinitive(x) && t.find(x, "nsubj") >= 0 {
			f = lexicon.CueObjTo
		}
		if e := entry(words, f); e != nil {
			if obj > v && obj < x && (entry(words, lexicon.CueTell) != nil || t.animate(obj)) {
				c.addressee = append(c.addressee, obj)
			}
			return c.set(e, f.String(), t.part(x, v, c)...)
		}
	}
	if x := t.clauseBehind(v); x >= 0 {
		f := lexicon.CueThat
		if t.question(x) {
			f = lexicon.CueWh
		}
		if e := entry(words, f); e != nil {
			return c.set(e, f.String(), t.trim(int(t.first[x]), int(t.last[x])))
		}
	}
	if s := t.main(v); s >= 0 {
		if e := entry(words, lexicon.CueThat|lexicon.CueQuote); e != nil {
			return c.set(e, "main", t.around(s, v)...)
		}
	}
	if x := t.find(v, "xcomp"); x >= 0 {
		if e := entry(words, lexicon.CueSeem); e != nil && subj >= 0 {
			return c.raise(t, e, subj, t.part(x, v, c))
		}
		switch {
		case t.infinitive(x) && obj >= 0 && obj < x:
			if e := entry(words, lexicon.CueObjTo); e != nil {
				c.addressee = append(c.addressee, obj)
				return c.set(e, "objto", t.phrase(obj), t.part(x, v, c)[0])
			}
		case t.infinitive(x):
			if e := entry(words, lexicon.CueTo); e != nil {
				return c.set(e, "to", t.part(x, v, c)...)
			}
		case t.Tokens[x].XPos == "VBG":
			if e := entry(words, lexicon.CueIng); e != nil {
				return c.set(e, "ing", t.part(x, v, c)...)
			}
		case obj >= 0:
			if e := entry(words, lexicon.CueComp); e != nil {
				return c.set(e, "comp", t.phrase(obj), t.part(x, v, c)[0])
			}
		}
	}
	if obj < 0 && t.Tokens[v].Rel == "acl:relcl" && t.ownSubject(v) >= 0 && !t.relative(t.ownSubject(v)) {
		// "the plan (that) she praised": the content is the noun before.
		if h := t.head(v); h >= 0 && h < v {
			for _, f := range []lexicon.CueFrame{lexicon.CueComp, lexicon.CueObj} {
				if e := entry(words, f); e != nil {
					return c.set(e, "relcl", t.headNoun(h, v))
				}
			}
		}
	}
	if obj >= 0 {
		if as := t.asPhrase(v, obj); as >= 0 {
			if e := entry(words, lexicon.CueAs); e != nil {
				return c.set(e, "as", t.phrase(obj), t.part(as, v, c)[0])
			}
		}
		if lightness(t.lemma(v)) == "light" && t.whose(obj) < 0 && r.speaksFor(t, obj) {
			return false // "expressed concern about": the noun is the cue
		}
		if e := entry(words, lexicon.CueObj); e != nil {
			s := t.phrase(obj)
			if bare > 0 {
				s = t.trim(bare, int(t.last[obj]))
			}
			spans := append([]article.Span{s}, t.complements(v, obj)...)
			return c.set(e, "obj", spans...)
		}
	}
	return r.prepositional(t, v, words, c)
}

// speaksFor reports whether noun n is a cue that has its own content.
func (r *reading) speaksFor(t *tree, n int) bool {
	words, _ := match(t, n, r.cues.Find(lexicon.CueNoun, t.lemma(n)))
	if len(words) == 0 {
		return false
	}
	var c candidate
	c.source = -1
	return r.nounContent(t, n, words, &c)
}

// restObject returns the phrase whose preposition is the last word of the cue
// ("looked upon the plan"), and the first token behind the preposition.
func (t *tree) restObject(v int, c *candidate) (obj, bare int) {
	for _, k := range t.kids(v) {
		o := int(k)
		if o <= v {
			continue
		}
		if p, _, last := t.preposition(o); p != "" && t.Tokens[last-1].End == c.cueSpan.End {
			return o, last
		}
	}
	return -1, 0
}

// clauseBehind returns the clause that "that" or "whether" opens a few words
// behind verb v, no other verb between, wherever the tree hangs it ("announced
// a month later that he would"); -1 without.
func (t *tree) clauseBehind(v int) int {
	for k := v + 1; k < min(len(t.Tokens), v+10); k++ {
		if t.verbal(k) || t.punct(k) && t.form(k) != "," || t.quote[k] >= 0 {
			return -1
		}
		f := t.form(k)
		if f != "whether" && (f != "that" || t.Tokens[k].XPos != "IN" && t.Tokens[k].UPos != "SCONJ") {
			continue
		}
		x := t.head(k)
		if x > k && int(t.first[x]) == k && t.predicate(x) && t.rel(k) == "mark" {
			return x
		}
		return -1
	}
	return -1
}

// toldClause returns the that-clause of verb v that the tree hangs on the
// listener n ("told reporters that he had"), or -1.
func (t *tree) toldClause(n, v int) int {
	if n < v {
		return -1
	}
	for _, k := range t.kids(n) {
		x := int(k)
		if x < n || t.rel(x) != "acl" && t.rel(x) != "ccomp" {
			continue
		}
		if f := int(t.first[x]); t.form(f) == "that" && t.find(x, "nsubj", "nsubj:pass", "csubj", "expl") != f {
			return x
		}
	}
	return -1
}

// prepositional gives c what follows a preposition that its cue takes.
func (r *reading) prepositional(t *tree, v int, words []lexicon.CueWord, c *candidate) bool {
	for _, k := range t.kids(v) {
		o := int(k)
		switch t.rel(o) {
		case "obl", "advcl", "xcomp", "ccomp", "nmod", "acl":
		default:
			continue
		}
		if o < v {
			continue
		}
		p, _, last := t.preposition(o)
		if p == "" {
			continue
		}
		if e := entryWith(words, p); e != nil && !t.temporal(o) {
			s := t.extent(o)
			s.Start = t.Tokens[min(last, len(t.Tokens)-1)].Start
			if s.Start >= s.End {
				continue
			}
			if last > 0 && last-1 <= v+3 {
				c.cueSpan = c.cueSpan.Cover(t.Tokens[last-1].Span)
			}
			spans := append([]article.Span{s}, t.complements(v, o)...)
			return c.set(e, "+"+p, spans...)
		}
	}
	return false
}

// passive gives c the content and source of a passive verb.
func (r *reading) passive(t *tree, v, subj int, words []lexicon.CueWord, c *candidate) bool {
	agent := -1
	for _, k := range t.kids(v) {
		if o := int(k); t.rel(o) == "obl" {
			if p, _, _ := t.preposition(o); p == "by" && t.Tokens[o].UPos != "VERB" && !t.temporal(o) {
				agent = o
			}
		}
	}
	if agent >= 0 {
		r.setSource(t, c, agent)
	}
	kind := func(frame string) string {
		if agent < 0 {
			return frame + ":nobody"
		}
		return frame + ":by"
	}
	if x := t.clause(v); x >= 0 {
		f := lexicon.CueThat
		if t.question(x) {
			f = lexicon.CueWh
		}
		if e := entry(words, f); e != nil {
			if subj >= 0 && !t.expletive(subj) {
				c.addressee = append(c.addressee, subj)
			}
			return c.set(e, kind(f.String()), t.part(x, v, c)...)
		}
	}
	if subj < 0 || t.expletive(subj) {
		return false
	}
	x := t.find(v, "xcomp")
	if x < 0 {
		x = t.asPhrase(v, v)
	}
	if x >= 0 && x > v && t.Tokens[x].XPos == "VBG" && t.clause(x) >= 0 && t.find(v, "aux:pass") >= 0 {
		return false // "was quoted as saying": the saying is the cue
	}
	if x >= 0 && x > v {
		frame := "xcomp"
		if !t.infinitive(x) {
			frame = "as"
		}
		if e := entry(words, lexicon.CueRaise); e != nil && agent < 0 {
			return c.raise(t, e, subj, t.part(x, v, c))
		}
		if e := entry(words, lexicon.CueObjTo|lexicon.CueComp|lexicon.CueAs); e != nil {
			return c.set(e, kind(frame), t.subjectPhrase(subj, v), t.part(x, v, c)[0])
		}
	}
	if e := entry(words, lexicon.CueObj); e != nil {
		spans := append([]article.Span{t.subjectPhrase(subj, v)}, t.complements(v, max(v, agent))...)
		return c.set(e, kind("obj"), spans...)
	}
	return false
}

// set gives the candidate a kind, a frame and a content.
func (c *candidate) set(e *lexicon.CueWord, frame string, content ...article.Span) bool {
	c.kind, c.frame = e.Kind, frame
	c.content = c.content[:0]
	for _, s := range content {
		if !s.Empty() {
			c.content = append(c.content, s)
		}
	}
	return len(c.content) > 0
}

// raise makes a statement without a source: its subject belongs to what is
// said to seem so.
func (c *candidate) raise(t *tree, e *lexicon.CueWord, subj int, rest []article.Span) bool {
	c.source, c.speaker, c.sourceSpan = -1, -1, article.Span{}
	spans := rest
	if subj >= 0 && !t.expletive(subj) {
		spans = append([]article.Span{t.subjectPhrase(subj, c.cue)}, rest...)
	}
	return c.set(e, "raise", spans...)
}
