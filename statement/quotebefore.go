package statement

import (
	"readout/syntax"
)

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
	for _, c := range r.bySent[s] {
		if c.frame == "mind" && c.source >= 0 && j >= 0 && c.sourceSpan.End == t.Tokens[j].End {
			return c // in the words of the mayor, “…”
		}
	}
	for _, look := range [...]func(*tree, int) *candidate{r.inverted, r.wordsAre} {
		if c := look(t, j); c != nil {
			return c
		}
	}
	return r.lastSpeech(t, j, colon)
}

// share gives a participle without a subject ("…, adding: ") the source of the
// statement before it among those found in its sentence.
func (c *candidate) share(found []*candidate) {
	for k := len(found) - 1; k >= 0; k-- {
		if o := found[k]; o != c && o.source >= 0 && o.cue < c.cue && o.cue >= 0 {
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
			if sure && v > 0 {
				continue // "called it “a farce”: “…”"
			}
			break
		}
		if t.Tokens[v].UPos != "VERB" {
			continue
		}
		w, end, known := r.speechWord(t, v)
		subj, passive := t.subject(v)
		if !passive {
			subj = r.sayerAbove(t, v, subj)
		}
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
			if t.lemma(v) == "quote" && subj >= 0 {
				r.setSource(t, c, subj) // "she was quoted by the paper: “…”"
			} else if o := r.ascribed(t, v, subj); o >= 0 {
				r.setSource(t, c, o) // "a remark attributed to Roe: “…”"
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
	if n < 2 || t.quote[n-1] >= 0 {
		return nil
	}
	switch t.form(n - 1) {
	case ":", ",":
	case ";": // in place of a colon
		if r.trees[s].Block == t.Block {
			return nil
		}
	default:
		return nil
	}
	if c := r.lastSpeech(t, n-2, t.form(n-1) == ":"); c != nil {
		return c
	}
	return r.headed(t, n-2)
}

// headed returns the statement of a line such as "The Daily Post reports:"
// whose verb, the token at v, the tree takes for a noun.
func (r *reading) headed(t *tree, v int) *candidate {
	if v < 1 || v > 12 || t.Tokens[v].UPos != "NOUN" || t.form(v+1) != ":" {
		return nil
	}
	w, end, known := r.speechWord(t, v)
	if !known || end != v+1 || t.Tokens[v].XPos != "NNS" {
		return nil
	}
	for k := range v {
		switch t.Tokens[k].UPos {
		case "PROPN", "DET", "NOUN", "ADJ", "ADP", "CCONJ", "PUNCT", "PART":
		default:
			return nil
		}
	}
	if t.Tokens[v-1].UPos != "PROPN" && t.Tokens[v-1].UPos != "NOUN" {
		return nil
	}
	return r.spokenBy(t, 0, v, end, w)
}
