package statement

import (
	"sort"

	"readout/lexicon"
)

// quotative makes the statement of "I was like, let's go" and of "he's like
// ‘No way’": the token at v is a form of "be", and behind it and a further word
// of the lexicon's a comma or a quotation begins what was said.
func (r *reading) quotative(t *tree, v int) *candidate {
	words, end := match(t, v, r.cues.Find(lexicon.CueVerb, t.lemma(v)))
	subj := v - 1
	for subj > 0 && t.Tokens[subj].UPos == "ADV" {
		subj--
	}
	if len(words) == 0 || end != v+2 || end+1 >= len(t.Tokens) || subj < 0 || t.Tokens[subj].UPos != "PRON" && !t.animate(subj) {
		return nil
	}
	k := end
	if t.form(k) == "," || t.form(k) == ":" {
		k++
	}
	c := r.verbCandidate(t, v, words[0], end)
	at := t.Tokens[k].Start
	if i := sort.Search(len(r.quotes), func(i int) bool { return r.quotes[i].Start >= at }); i < len(r.quotes) && r.quotes[i].Start == at {
		c.frame, c.content = "quote", append(c.content, r.quotes[i].Span)
	} else if k > end {
		c.frame, c.content = "that", append(c.content, t.trim(k, len(t.Tokens)))
	}
	if len(c.content) == 0 || c.content[0].Empty() {
		return nil
	}
	r.setSource(t, c, subj)
	return r.add(c)
}
