package statement

import (
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
		c := r.cueBehind(i)
		if c != nil {
			r.lead(c, i)
		} else {
			c = r.cueBefore(i)
		}
		if c != nil {
			c.spoken = true
		} else {
			c = r.cueAround(i)
		}
		if c == nil {
			c = r.continued(i, owner, inParagraph)
		}
		if c == nil {
			continue
		}
		owner[i] = c
		inParagraph[q.paragraph] = c
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
		if s+1 >= len(r.trees) || r.trees[s+1].Block != t.Block || len(r.trees[s+1].Tokens) < 2 {
			return nil
		}
		t, k = &r.trees[s+1], 0
		if c := r.signature(t, 0); c != nil {
			return c
		}
		if f := t.Tokens[0].Form; t.quote[0] >= 0 || f[0] < 'a' || f[0] > 'z' {
			return r.bareCue(t)
		}
	}
	stop, _ := utf8.DecodeLastRuneInString(r.doc.Article.Text[r.quotes[i].inner.Start:r.quotes[i].inner.End])
	set := strings.ContainsRune(",.!?…—–-", stop)
	if c := r.signature(t, k); c != nil {
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
	for k+1 < len(t.Tokens) && t.Tokens[k].UPos == "ADV" {
		k++
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
			w, end, _ := r.speechWord(t, u)
			return r.spoken(t, u, end, subj, w)
		}
	}
	// The tree may have gone wrong: a noun phrase and a verb of speech.
	for v := k + 1; v < min(len(t.Tokens), k+12); v++ {
		if t.quote[v] >= 0 || t.Tokens[v].UPos == "PUNCT" && t.form(v) != "," {
			break
		}
		if t.Tokens[v].UPos != "VERB" {
			continue
		}
		w, end, known := r.speechWord(t, v)
		if !known || t.Tokens[v].XPos == "VBG" || t.Tokens[v].XPos == "VBN" {
			continue
		}
		n := k
		for c := 0; c < maxClimb && t.head(n) >= k && t.head(n) < v; c++ {
			n = t.head(n)
		}
		return r.spoken(t, v, end, n, w)
	}
	return nil
}

// signature makes the statement of “…” — Name, whose cue is the dash before
// token k or at it.
func (r *reading) signature(t *tree, k int) *candidate {
	f := t.form(k)
	if f != "—" && f != "–" && f != "―" && f != "--" && f != "~" && f != "-" {
		return nil
	}
	if len(t.Tokens)-k > 14 || k+1 >= len(t.Tokens) || t.Tokens[k+1].UPos == "PUNCT" {
		return nil
	}
	name := false
	for n := k + 1; n < len(t.Tokens); n++ {
		switch t.Tokens[n].UPos {
		case "VERB", "AUX", "SCONJ":
			return nil
		case "PROPN":
			name = true
		}
	}
	if !name {
		return nil
	}
	n := k + 1
	for c := 0; c < maxClimb && t.head(n) > k; c++ {
		n = t.head(n)
	}
	c := &candidate{sent: t.index, cue: k, part: lexicon.CueVerb, kind: "say", word: "—", frame: "quote:dash", source: n, speaker: n}
	c.cueSpan, c.sourceSpan = t.Tokens[k].Span, t.trim(k+1, len(t.Tokens))
	return r.add(c)
}

// bareCue returns the statement of a sentence behind a quotation that is no
// more than a cue: “…?” Smith asked.
func (r *reading) bareCue(t *tree) *candidate {
	v := t.Root()
	if v < 1 || len(t.Tokens) > 20 || t.Tokens[v].UPos != "VERB" || t.quote[v] >= 0 {
		return nil
	}
	w, end, known := r.speechWord(t, v)
	subj := t.ownSubject(v)
	if !known || w.Frames&lexicon.CueThat == 0 || subj < 0 || subj > v || int(t.first[subj]) != 0 || t.find(v, "obj", "iobj", "ccomp", "xcomp", "advcl", "conj", "parataxis") >= 0 {
		return nil
	}
	for _, k := range t.kids(v) {
		if t.rel(int(k)) == "obl" && !t.temporal(int(k)) && !t.medium(int(k)) {
			return nil
		}
	}
	return r.spoken(t, v, end, subj, w)
}

// speaking returns the verb of speech of the clause of v: v itself or one
// that it is joined with ("laughed and said", "went on to say"); -1 when the
// clause has its own object and no such verb.
func (r *reading) speaking(t *tree, v int) int {
	if _, _, known := r.speechWord(t, v); known {
		return v
	}
	for _, k := range t.kids(v) {
		u := int(k)
		switch t.rel(u) {
		case "conj", "xcomp", "advcl":
			if _, _, known := r.speechWord(t, u); known && t.verbal(u) && u > v && u < v+12 && t.quote[u] < 0 {
				return u
			}
		}
	}
	if t.Tokens[v].UPos != "VERB" || t.find(v, "obj", "ccomp", "xcomp", "aux:pass") > v {
		return -1
	}
	return v
}

// nounBefore returns the head of the noun phrase that ends before verb v,
// adverbs between them, or -1.
func (t *tree) nounBefore(v int) int {
	k := v - 1
	for k > 0 && t.Tokens[k].UPos == "ADV" {
		k--
	}
	if k < 0 {
		return -1
	}
	switch t.Tokens[k].UPos {
	case "NOUN", "PROPN", "PRON":
	default:
		return -1
	}
	for c := 0; c < maxClimb; c++ {
		h := t.head(k)
		if h < 0 || h > v || h < k-8 || t.verbal(h) || t.commaBetween(h, k) {
			break
		}
		switch t.rel(k) {
		case "flat", "compound", "nmod", "appos":
			k = h
			continue
		}
		break
	}
	return k
}

// commaBetween reports whether a comma stands between tokens a and b.
func (t *tree) commaBetween(a, b int) bool {
	for k := min(a, b) + 1; k < max(a, b); k++ {
		if t.form(k) == "," {
			return true
		}
	}
	return false
}

// nounAfter returns the head of the noun phrase that begins at token k.
func (t *tree) nounAfter(k int) int {
	for n := k; n < min(len(t.Tokens), k+8); n++ {
		switch t.Tokens[n].UPos {
		case "NOUN", "PROPN", "PRON":
			for c := 0; c < maxClimb; c++ {
				h := t.head(n)
				if h < k || h > k+12 || t.verbal(h) {
					break
				}
				n = h
			}
			return n
		case "PUNCT", "VERB", "SCONJ", "CCONJ":
			return -1
		}
	}
	return -1
}

// spoken returns the statement with verb v as cue and subj as source, making
// or mending it as needed.
func (r *reading) spoken(t *tree, v, end, subj int, w lexicon.CueWord) *candidate {
	c := r.add(r.verbCandidate(t, v, w, end))
	if c.source != subj && !c.spoken {
		r.setSource(t, c, subj)
	}
	if c.source < 0 && !c.spoken {
		c.share(r.found)
	}
	if w.Frames&lexicon.CueTell != 0 && (c.frame == "obj" || c.frame == "objto") {
		c.frame, c.content = "", nil // the object is the listener
		if o := t.find(v, "obj"); o >= 0 && len(c.addressee) == 0 {
			c.addressee = append(c.addressee, o)
		}
	}
	if c.frame == "" {
		c.kind, c.frame = w.Kind, "quote"
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
	for from > 0 && t.quote[from-1] < 0 {
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

// cueBefore looks for "he said: " and the like before quotation i.
func (r *reading) cueBefore(i int) *candidate {
	s, k := r.places[i].from, r.places[i].first
	t := &r.trees[s]
	if k == 0 {
		return r.cueInSentenceBefore(s)
	}
	colon, comma := false, false
	j := k - 1
	for ; j >= 0; j-- {
		f := t.form(j)
		if f == ":" || f == "–" || f == "—" {
			colon = true
		} else if f == "," {
			comma = true
		} else if f != "that" {
			break
		}
	}
	if !colon && !comma {
		return r.verbBefore(t, k-1)
	}
	return r.lastSpeech(t, j, colon)
}

// share gives a participle without a subject ("…, adding: ") the source of the
// statement before it in its sentence.
func (c *candidate) share(found []*candidate) {
	for k := len(found) - 1; k >= 0 && found[k].sent >= c.sent; k-- {
		if o := found[k]; o != c && o.sent == c.sent && o.source >= 0 && o.cue < c.cue && o.cue >= 0 {
			c.source, c.speaker, c.sourceSpan = o.source, o.speaker, o.sourceSpan
			return
		}
	}
}

// verbBefore returns the statement of the verb of speech right before a
// quotation that token j stands before, only its own words between them
// ("told the paper “…”").
func (r *reading) verbBefore(t *tree, j int) *candidate {
	for v := j; v >= max(0, j-6); v-- {
		if t.quote[v] >= 0 || t.punct(v) {
			return nil
		}
		if t.Tokens[v].UPos != "VERB" {
			continue
		}
		w, end, known := r.speechWord(t, v)
		if !known || end > j+1 {
			return nil
		}
		bare := true // nothing but "that" between
		for k := end; k <= j; k++ {
			if !t.under(k, v) {
				return nil
			}
			bare = bare && t.form(k) == "that"
		}
		c := r.byCue[syntax.Ref{Sentence: t.index, Token: v}]
		if c != nil && (!bare || c.reaches(t, j+1)) {
			return nil // its frame says what the content is
		}
		subj, passive := t.subject(v)
		if passive && !bare {
			return nil
		}
		if c != nil {
			c.content, c.frame = nil, ""
		}
		return r.spoken(t, v, end, subj, w)
	}
	return nil
}

// reaches reports whether token k lies in the content of c.
func (c *candidate) reaches(t *tree, k int) bool {
	for _, s := range c.content {
		if t.within(k, s) {
			return true
		}
	}
	return false
}

// lastSpeech returns the statement of the last verb of speech at or before
// token j. With sure, any verb with a subject will do when there is none.
func (r *reading) lastSpeech(t *tree, j int, sure bool) *candidate {
	fallback := -1
	for v := j; v >= max(0, j-30); v-- {
		if t.quote[v] >= 0 {
			break
		}
		if t.Tokens[v].UPos != "VERB" {
			continue
		}
		w, end, known := r.speechWord(t, v)
		subj, passive := t.subject(v)
		if known && !passive && subj < 0 && v == j && t.Tokens[v].XPos != "VBG" {
			if subj = t.nounBefore(v); subj >= 0 {
				if c := r.byCue[syntax.Ref{Sentence: t.index, Token: v}]; c != nil {
					c.content, c.frame, c.addressee = nil, "", nil
				}
			}
		}
		if known && !passive && end <= j+1 && (subj >= 0 || t.Tokens[v].XPos == "VBG") {
			return r.spoken(t, v, end, subj, w)
		}
		if known && passive && v == j && t.find(v, "aux:pass", "nsubj:pass") < 0 {
			if subj := t.nounBefore(v); subj >= 0 {
				// "…, Smith simply declared: “…”", taken for a participle.
				if c := r.byCue[syntax.Ref{Sentence: t.index, Token: v}]; c != nil {
					c.content, c.frame, c.addressee = nil, "", nil
				}
				return r.spoken(t, v, end, subj, w)
			}
		}
		if known && passive {
			c := r.add(r.verbCandidate(t, v, w, end))
			if c.frame == "" {
				c.frame = "quote:passive"
			}
			return c
		}
		if t.ownSubject(v) >= 0 {
			if !sure {
				return nil
			}
			if fallback < 0 && !passive {
				fallback = v
			}
		}
	}
	if fallback >= 0 {
		w, end, _ := r.speechWord(t, fallback)
		subj, _ := t.subject(fallback)
		c := r.spoken(t, fallback, end, subj, w)
		if c.frame == "quote" {
			c.frame = "quote:colon"
		}
		return c
	}
	return nil
}

// cueInSentenceBefore finds the cue of a quotation that begins a sentence
// after one that ends with a colon.
func (r *reading) cueInSentenceBefore(s int) *candidate {
	if s == 0 {
		return nil
	}
	t := &r.trees[s-1]
	n := len(t.Tokens)
	if n < 2 || t.form(n-1) != ":" && t.form(n-1) != "," || t.quote[n-1] >= 0 {
		return nil
	}
	return r.lastSpeech(t, n-2, t.form(n-1) == ":")
}

// cueAround returns the statement whose content the quotation is part of.
func (r *reading) cueAround(i int) *candidate {
	q, s := r.quotes[i], r.places[i].from
	var best *candidate
	for k := len(r.found) - 1; k >= 0; k-- {
		c := r.found[k]
		if c.sent < s {
			break
		}
		if c.sent != s || c.cueSpan.Overlaps(q.Span) {
			continue
		}
		for _, w := range c.content {
			if w.Overlaps(q.Span) && (best == nil || distance(c.cueSpan, q.Span) < distance(best.cueSpan, q.Span)) {
				best = c
			}
		}
	}
	return best
}

func distance(a, b article.Span) int {
	if a.End <= b.Start {
		return b.Start - a.End
	}
	return max(0, a.Start-b.End)
}

// continued finds whose a quotation without a cue is.
func (r *reading) continued(i int, owner []*candidate, inParagraph map[int]*candidate) *candidate {
	q, s := &r.quotes[i], r.places[i].from
	// Only whole sentences are speech by themselves.
	for k := s; k <= r.places[i].to; k++ {
		if r.trees[k].unquoted > 0 {
			return nil
		}
	}
	if q.carried {
		for k := i - 1; k >= 0; k-- {
			if r.quotes[k].depth == 0 {
				return owner[k]
			}
		}
		return nil
	}
	if c := inParagraph[q.paragraph]; c != nil && c.sent >= s-1 {
		return c
	}
	// The statement of the sentence before, in the same paragraph.
	if s > 0 && r.trees[s-1].Block == r.trees[s].Block && r.trees[s-1].Start >= r.paras[q.paragraph].Start {
		for k := len(r.found) - 1; k >= 0 && r.found[k].sent >= s-1; k-- {
			if c := r.found[k]; c.sent == s-1 && c.source >= 0 && c.part == lexicon.CueVerb && c.frame != "obj" {
				return c
			}
		}
	}
	// A paragraph of speech and nothing else, after one with speech.
	if p := inParagraph[q.paragraph-1]; p != nil && q.Start == r.paras[q.paragraph].Start && strings.Contains(r.doc.Article.Words(q.inner), " ") {
		for p.after != nil {
			p = p.after
		}
		c := &candidate{sent: s, cue: -1, part: lexicon.CueVerb, kind: "say", frame: "carried", source: -1, speaker: -1, after: p}
		r.found = append(r.found, c)
		return c
	}
	return nil
}
