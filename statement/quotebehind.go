package statement

import "readout/lexicon"

// behindByWords finds ", the minister, Jane Roe, said" behind a quotation where
// the tree has gone wrong: a noun phrase that begins at token k and a verb of
// speech behind it. What stands between is the source. stop is the last
// character of the quotation.
func (r *reading) behindByWords(t *tree, k int, stop rune) *candidate {
	if stop == '.' && len(t.Tokens) > k+6 {
		return nil // more likely a new sentence
	}
	set := false // a comma has opened an apposition or a clause
	for v := k + 1; v < min(len(t.Tokens), k+40); v++ {
		if q := t.quote[v]; q >= 0 && r.wordsIn(int(q)) > 2 {
			return nil
		}
		switch tok := &t.Tokens[v]; tok.UPos {
		case "PUNCT":
			switch f := t.form(v); f {
			case ",":
				set = true
			case ":", ";", "—", "–", "--", ".", "!", "?", "…":
				return nil
			}
		case "VERB", "NOUN":
			w, end, known := r.speechWord(t, v)
			if tok.UPos == "NOUN" && (!known || v+2 < len(t.Tokens) || tok.XPos != "NNS") {
				continue // "a narrator asks." is read as a noun at the end only
			}
			if !known && !set || known && tok.XPos == "VBG" && !set {
				return nil
			}
			if !known || tok.XPos == "VBG" || tok.XPos == "VBN" && !t.lastWord(v) && !t.closesApposition(k, v) || tok.XPos == "VB" || set && t.relative(v-1) {
				continue
			}
			return r.spokenBy(t, k, v, end, w)
		case "SCONJ":
			if !set {
				return nil
			}
		case "AUX":
			if t.rel(v) == "cop" && !set {
				return nil // “…” – that was the rule, I believe
			}
		}
	}
	return nil
}

// lastWord reports whether verb v is the last word of its sentence, behind a
// comma and without an auxiliary: "the nurse, Jane Roe, recalled."
func (t *tree) lastWord(v int) bool {
	return t.form(v-1) == "," && t.find(v, "aux") < 0 && (v+1 == len(t.Tokens) || v+2 == len(t.Tokens) && t.punct(v+1))
}

// closesApposition reports whether verb v, which the tree takes for a participle,
// stands behind what commas set beside the name that begins at token k: “…,” Jane
// Roe, a former mayor, proclaimed to the crowd.
func (t *tree) closesApposition(k, v int) bool {
	if v-2 <= k || t.form(v-1) != "," || t.Tokens[k].UPos != "PROPN" || t.find(v, "aux", "aux:pass") >= 0 || v+1 < len(t.Tokens) && t.form(v+1) == "by" {
		return false
	}
	c := k
	for c < v && t.form(c) != "," {
		if u := t.Tokens[c].UPos; u != "PROPN" && u != "PUNCT" {
			return false
		}
		c++
	}
	return c < v-1 && !t.finiteBetween(v+1, len(t.Tokens))
}

// spokenBy returns the statement with verb v as cue whose source is all from
// token k to the verb's own words.
func (r *reading) spokenBy(t *tree, k, v, end int, w lexicon.CueWord) *candidate {
	to := v
	for to > k+1 && (t.Tokens[to-1].UPos == "ADV" || t.Tokens[to-1].UPos == "AUX" || t.form(to-1) == ",") {
		to--
	}
	n := k
	for c := 0; c < maxClimb && t.head(n) >= k && t.head(n) < to; c++ {
		n = t.head(n)
	}
	c := r.spoken(t, v, end, n, w)
	if s := t.trim(k, to); c.source < 0 || c.source >= k && c.source < to && !s.Empty() {
		c.source, c.speaker, c.sourceSpan = n, n, s
	}
	return c
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
	if k > 1 && t.form(k) == "," {
		k--
	}
	if k > 1 && t.form(k) == ")" { // "Smith (D-Ohio), said"
		for k > 1 && t.form(k) != "(" {
			k--
		}
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
	last := -1 // "said the 46-year-old": what stands for a noun
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
		case "ADJ", "NUM":
			if t.Tokens[k].UPos == "DET" {
				last = n
			}
		case "PUNCT":
			if f := t.form(n); f != "-" && f != "–" {
				return last
			}
		case "VERB", "SCONJ", "CCONJ":
			return last
		}
	}
	return last
}
