package statement

import (
	"slices"
	"strings"
	"unicode/utf8"

	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// quote gives each outermost quotation to the statement that it is spoken in:
// by a cue behind it, before it or around it, or as the continuation of the
// quotation before. Quotations that nobody speaks (titles, scare quotes) are
// left alone.
func (r *reading) quote() {
	owner := make([]*candidate, len(r.quotes))
	inParagraph := make(map[int]*candidate) // the last speaker of a paragraph
	for i := range r.quotes {
		q := &r.quotes[i]
		if q.depth > 0 || r.places[i].from < 0 {
			continue
		}
		if r.inTurn(q.paragraph) || r.titleInLead(i) {
			continue
		}
		var c *candidate
		if r.introducedAlone(i) {
			if c = r.cueBefore(i); c != nil {
				r.leaves(c, i)
			}
		}
		if c == nil {
			if c = r.cueBehind(i); c != nil {
				r.lead(c, i)
				r.goesOnThat(c, i)
			} else {
				c = r.cueBefore(i)
			}
		}
		if c != nil {
			c.spoken = true
		} else {
			c = r.cueAround(i)
		}
		if c == nil {
			c = r.enumerated(i, owner)
		}
		if c == nil {
			c = r.resumed(i, owner)
		}
		if c == nil {
			c = r.continued(i, owner, inParagraph)
		}
		if c == nil {
			continue
		}
		owner[i] = c
		if p := inParagraph[q.paragraph]; p == nil || !p.spoken || c.spoken || c.sent > p.sent+1 {
			inParagraph[q.paragraph] = c // a title on the way is no new speaker
		}
		if n := len(c.quotes); n == 0 || c.quotes[n-1] != i {
			c.quotes = append(c.quotes, i)
		}
	}
}

// cueBehind looks for ", he said" and ", said the man" behind quotation i.
func (r *reading) cueBehind(i int) *candidate {
	s := r.places[i].to
	t := &r.trees[s]
	k := r.places[i].last + 1
	if k >= len(t.Tokens) {
		// “…?” said the man: the splitter may take the mark for an end.
		if c := r.signatureBelow(s, i); c != nil {
			return c
		}
		if s+1 >= len(r.trees) || r.trees[s+1].Block != t.Block || len(r.trees[s+1].Tokens) < 2 {
			return nil
		}
		t, k = &r.trees[s+1], 0
		if c := r.signature(t, 0, i); c != nil {
			return c
		}
		if f := t.Tokens[0].Form; t.quote[0] >= 0 || f[0] < 'a' || f[0] > 'z' {
			return r.bareCue(t)
		}
	}
	stop := r.lastCharacter(i)
	set := strings.ContainsRune(",.!?…—–-", stop)
	if c := r.signature(t, k, i); c != nil {
		return c
	}
	if c := r.captioned(t, k, i); c != nil {
		return c
	}
	for k < len(t.Tokens) && t.punct(k) && t.quote[k] < 0 {
		if !strings.Contains(",-–—.", t.form(k)) {
			return nil
		}
		set, k = true, k+1
	}
	if !set || k >= len(t.Tokens) || t.quote[k] >= 0 {
		return nil
	}
	if c := r.auxiliaryFirst(t, k); c != nil {
		return c
	}
	for k+1 < len(t.Tokens) && (t.Tokens[k].UPos == "ADV" || t.Tokens[k].UPos == "AUX" && t.lemma(k) == "have" && t.Tokens[k+1].XPos == "VBN") {
		k++ // "“…”, has declared the minister"
	}
	switch t.Tokens[k].UPos {
	case "CCONJ", "SCONJ", "ADP", "PART", "PUNCT":
		return nil
	}
	if t.relative(k) {
		return nil
	}
	if f := t.Tokens[k].Form; stop == '.' && t.Tokens[k].UPos == "PRON" && f[0] >= 'A' && f[0] <= 'Z' {
		return nil // a new sentence that the splitter did not see
	}
	if t.verbal(k) && t.Tokens[k].UPos == "VERB" {
		tag := t.Tokens[k].XPos
		w, end, known := r.speechWord(t, k)
		if tag == "VBG" || !known && tag != "VBD" && tag != "VBZ" {
			return nil
		}
		subj := t.find(k, "nsubj", "obj")
		if subj < k {
			subj = t.nounAfter(end)
		}
		if subj < 0 {
			return nil
		}
		return r.spoken(t, k, end, subj, w)
	}
	// A subject that begins here, and its verb.
	for v := k + 1; v < min(len(t.Tokens), k+40); v++ {
		if t.quote[v] >= 0 {
			break
		}
		if !t.verbal(v) {
			continue
		}
		subj := t.ownSubject(v)
		if subj < 0 || int(t.first[subj]) != k || subj > v {
			continue
		}
		if u := r.speaking(t, v); u >= 0 {
			if k > 0 && t.fullStop(k-1) && t.laterClause(u) || r.leading(t, i, u) {
				return nil
			}
			w, end, known := r.speechWord(t, u)
			if !known && r.cast != nil && t.Tokens[subj].UPos == "NOUN" && !r.somebody(t, subj) {
				return nil // “…,” the calm has lasted
			}
			return r.spoken(t, u, end, subj, w)
		}
	}
	return r.behindByWords(t, k, stop)
}

// leading reports whether quotation i stands in a participle's clause at the head
// of the sentence of verb u, which says something else: "Calling it “a farce”,
// Roe said that he would leave".
func (r *reading) leading(t *tree, i, u int) bool {
	p := r.places[i]
	if p.from != t.index || p.first == 0 || !t.laterClause(u) || t.form(p.last+1) != "," {
		return false
	}
	x := t.branch(p.first, u)
	return x >= 0 && x < p.first && t.rel(x) == "advcl" && t.Tokens[x].XPos == "VBG" && int(t.first[x]) == 0 && t.ownSubject(x) < 0 && t.ownSubject(u) > p.last
}

// introducedAlone reports whether a colon stands before quotation i, which ends
// as a sentence does, so that what follows it is another: Roe asked: “Where?”
// Doe answered: “At home.”
func (r *reading) introducedAlone(i int) bool {
	p := r.places[i]
	if r.saidRightBefore(p) {
		return true
	}
	if p.first == 0 || r.trees[p.from].form(p.first-1) != ":" || !strings.ContainsRune(".!?", r.lastCharacter(i)) {
		return false
	}
	t := &r.trees[p.to]
	k := p.last + 1
	return k < len(t.Tokens) && t.Tokens[k].Form[0] >= 'A' && t.Tokens[k].Form[0] <= 'Z'
}

// saidRightBefore reports whether a verb of speech with a subject and a comma
// stand right before the quotation at p, the start of a sentence of its own: who
// speaks behind it is another ("When they say, “Hey, Jo,” I say, “Hey”").
func (r *reading) saidRightBefore(p quotePlace) bool {
	t := &r.trees[p.from]
	v := p.first - 2
	if v < 1 || t.form(v+1) != "," || t.Tokens[v].UPos != "VERB" || t.quote[v] >= 0 || p.to != p.from || p.last+1 >= len(t.Tokens) {
		return false
	}
	k := p.first
	for k < p.last && t.punct(k) {
		k++
	}
	if f := t.Tokens[k].Form[0]; f < 'A' || f > 'Z' {
		return false
	}
	_, _, known := r.speechWord(t, v)
	subj, passive := t.subject(v)
	return known && !passive && subj >= 0 && subj < v
}

// leaves takes quotation i, which c speaks, from the other statements of its
// sentence.
func (r *reading) leaves(c *candidate, i int) {
	for _, o := range r.bySent[c.sent] {
		behind := o.cueSpan.Start >= r.quotes[i].End
		if o != c && !r.quotes[i].Overlaps(o.cueSpan) && (behind || !o.holds(c.cueSpan)) {
			o.content = slices.DeleteFunc(o.content, func(s article.Span) bool {
				return r.quotes[i].Contains(s) || behind && s.Contains(c.cueSpan) && s.Contains(r.quotes[i].Span)
			})
		}
	}
}

// lastCharacter returns the last character of quotation i, marks that close
// another inside it apart.
func (r *reading) lastCharacter(i int) rune {
	q := &r.quotes[i]
	last, n := utf8.DecodeLastRuneInString(r.doc.Article.Text[q.inner.Start:q.inner.End])
	if isMark(last) && n < q.inner.Len() {
		if c, _ := utf8.DecodeLastRuneInString(r.doc.Article.Text[q.inner.Start : q.inner.End-n]); stops(c) {
			return c
		}
	}
	return last
}

// spoken returns the statement with verb v as cue and subj as source, making
// or mending it as needed.
func (r *reading) spoken(t *tree, v, end, subj int, w lexicon.CueWord) *candidate {
	c := r.add(r.verbCandidate(t, v, w, end))
	if c.source != subj && !c.spoken {
		r.setSource(t, c, subj)
	}
	if c.source < 0 && !c.spoken {
		c.share(r.bySent[c.sent])
	}
	if w.Frames&lexicon.CueTell != 0 && (c.frame == "obj" || c.frame == "objto") && !r.quotesIn(c) {
		c.frame, c.content = "", nil // the object is the listener
		if o := t.find(v, "obj"); o >= 0 && len(c.addressee) == 0 {
			c.addressee = append(c.addressee, o)
		}
	}
	c.kind = w.Kind
	if c.frame == "" {
		c.frame = "quote"
	}
	return c
}

// lead adds to c the words of the quotation's sentence that stand before the
// quotation, when c's cue stands behind it: `Ambassadors “will return”, he
// said`. They are the speaker's too.
func (r *reading) lead(c *candidate, i int) {
	p := r.places[i]
	t := &r.trees[p.from]
	if p.first == 0 || c.sent < p.to || c.sent == p.from && c.cue < p.last {
		return
	}
	from := p.first
	for from > 0 && t.quote[from-1] < 0 && t.form(from-1) != ";" {
		from--
	}
	for k := from; k < p.first; k++ {
		if o := r.byCue[syntax.Ref{Sentence: t.index, Token: k}]; o != nil && o != c && len(o.quotes) > 0 {
			from = k + 1
		}
	}
	s := t.trim(from, p.first)
	if s.Empty() || from > 0 && len(c.quotes) > 0 {
		return
	}
	c.content = append(c.content, s)
}

// goesOnThat adds to c, whose cue stands behind quotation i, the clause with which
// his words go on behind a comma: “It is our luck,” he said, that both had come.
func (r *reading) goesOnThat(c *candidate, i int) {
	t := &r.trees[c.sent]
	if c.sent != r.places[i].to || c.cue < r.places[i].last {
		return
	}
	for _, k := range t.kids(c.cue) {
		x := int(k)
		f := int(t.first[x])
		if x > c.cue && t.rel(x) == "ccomp" && f > c.cue && t.form(f) == "," {
			f++
		}
		if x > c.cue && t.rel(x) == "ccomp" && t.form(f) == "that" && t.form(f-1) == "," && t.quote[f] < 0 && t.Tokens[f].Start-r.behind(c) == 2 {
			c.content = append(c.content, t.trim(f, int(t.last[x])))
			return
		}
	}
}

// behind returns where the words of cue and source of c end.
func (r *reading) behind(c *candidate) int { return max(c.cueSpan.End, c.sourceSpan.End) }

// bareCue returns the statement of a sentence behind a quotation that is no
// more than a cue: “…?” Smith asked.
func (r *reading) bareCue(t *tree) *candidate {
	v := t.Root()
	if v < 1 || len(t.Tokens) > 20 || t.Tokens[v].UPos != "VERB" || t.quote[v] >= 0 {
		return nil
	}
	w, end, known := r.speechWord(t, v)
	subj := t.ownSubject(v)
	if !known || w.Frames&lexicon.CueThat == 0 && len(t.Tokens) > 5 || subj < 0 || subj > v || int(t.first[subj]) != 0 || t.find(v, "obj", "iobj", "ccomp", "xcomp", "advcl", "conj", "parataxis") >= 0 {
		return nil
	}
	for _, k := range t.kids(v) {
		if t.rel(int(k)) == "obl" && !t.temporal(int(k)) && !t.medium(int(k)) {
			return nil
		}
	}
	r.forget(t, v)
	return r.spoken(t, v, end, subj, w)
}
