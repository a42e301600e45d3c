package statement

import (
	"readout/lexicon"
	"readout/syntax"
)

// inverted returns the statement of a verb of speech at the head of its clause
// whose subject follows it and ends with token j, right before a quotation:
// "In short, explained the mayor, Jane Roe: “…”". A tree takes the subject for
// an object.
func (r *reading) inverted(t *tree, j int) *candidate {
	v := j
	for ; v >= max(0, j-16) && t.quote[v] < 0; v-- {
		switch t.Tokens[v].UPos {
		case "PROPN", "NOUN", "DET", "ADJ", "ADP", "NUM", "PART", "CCONJ":
			continue
		case "PUNCT":
			if f := t.form(v); f == "," || f == "-" || f == "(" || f == ")" {
				continue
			}
		}
		break
	}
	if v < 0 || v >= j || t.quote[v] >= 0 || t.Tokens[v].UPos != "VERB" || t.find(v, "aux", "aux:pass", "mark") >= 0 {
		return nil
	}
	switch t.Tokens[v].XPos {
	case "VBD", "VBZ", "VBN":
	default:
		return nil
	}
	if s := t.ownSubject(v); s >= 0 && s < v || v > 0 && t.form(v-1) != "," {
		return nil
	}
	w, end, known := r.speechWord(t, v)
	if !known || end > j {
		return nil
	}
	switch t.Tokens[end].UPos {
	case "PROPN", "NOUN", "DET", "ADJ", "NUM":
	default:
		return nil
	}
	subj := t.nounAfter(end)
	if subj < 0 || subj > j {
		return nil
	}
	r.forget(t, v)
	return r.spoken(t, v, end, subj, w)
}

// forget takes from the statement of cue v what its frame gave it.
func (r *reading) forget(t *tree, v int) {
	if c := r.byCue[syntax.Ref{Sentence: t.index, Token: v}]; c != nil && !c.spoken {
		c.content, c.frame, c.addressee, c.source = nil, "", nil, -1
	}
}

// wordsAre returns the statement of a noun for somebody's words of which the
// quotation behind token j is said: "Her answer was simple: “…”".
func (r *reading) wordsAre(t *tree, j int) *candidate {
	v := j
	if v > 0 && t.Tokens[v].UPos == "ADJ" {
		v--
	}
	if v < 1 || t.Tokens[v].UPos != "AUX" || t.rel(v) != "cop" || t.quote[v] >= 0 || t.head(v) < 0 {
		return nil
	}
	n := -1
	for _, up := range [...]int{t.head(v), v} {
		for _, k := range t.kids(up) {
			if int(k) < v && t.rel(int(k)) == "nsubj" && t.quote[k] < 0 {
				n = int(k)
			}
		}
	}
	if n < 0 || t.Tokens[n].UPos != "NOUN" {
		return nil
	}
	src := t.whose(n)
	words, end := match(t, n, r.cues.Find(lexicon.CueNoun, t.lemma(n)))
	if src < 0 || len(words) == 0 && !r.messages[t.lemma(n)] {
		return nil
	}
	if c := r.byCue[syntax.Ref{Sentence: t.index, Token: n}]; c != nil {
		return nil
	}
	c := &candidate{sent: t.index, cue: n, part: lexicon.CueNoun, kind: "say", frame: "quote:poss", word: t.lemma(n), source: -1, speaker: -1}
	if len(words) > 0 {
		c.kind = words[0].Kind
	}
	c.cueSpan = t.SpanOf(n, max(end, n+1))
	r.setSource(t, c, src)
	if c.source < 0 {
		return nil
	}
	return r.add(c)
}

// auxiliaryFirst returns the statement of a verb whose auxiliary at token k
// stands before its subject, as translations have it: “…”, has he declared.
func (r *reading) auxiliaryFirst(t *tree, k int) *candidate {
	if k+2 >= len(t.Tokens) || t.Tokens[k].UPos != "AUX" || t.lemma(k) != "have" || t.Tokens[k+1].UPos != "PRON" || t.quote[k+2] >= 0 {
		return nil
	}
	v := k + 2
	if t.Tokens[v].UPos == "ADV" && v+1 < len(t.Tokens) {
		v++
	}
	w, end, known := r.speechWord(t, v)
	if !known || t.Tokens[v].XPos != "VBN" {
		return nil
	}
	return r.spoken(t, v, end, k+1, w)
}

// captioned returns the statement of a headline's clause behind the colon at token
// k that says of whom quotation i is: “They shot at us”: survivors describe raid.
func (r *reading) captioned(t *tree, k, i int) *candidate {
	if r.places[i].first != 0 || t.form(k) != ":" || !t.headline() {
		return nil
	}
	for v := k + 2; v < min(len(t.Tokens), k+10); v++ {
		if t.Tokens[v].UPos != "VERB" || t.quote[v] >= 0 {
			continue
		}
		w, end, known := r.speechWord(t, v)
		if s := t.ownSubject(v); known && s > k && s < v && int(t.first[s]) == k+1 {
			c := r.spoken(t, v, end, s, w)
			c.frame = "quote:head"
			return c
		}
		return nil
	}
	return nil
}
