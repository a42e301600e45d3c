package statement

import (
	"strings"

	"readout/actor"
	"readout/lexicon"
)

// unnamed adds to the cast those who speak and are only described: "one
// resident", "two people familiar with the talks". Who speaks can act, even if
// the noun is none that the cast knows. The same noun with "the" later in the
// text is the one before. What is written or shown (a poll, a letter) is left
// to its words.
func (r *reading) unnamed() {
	known := map[string]int{}
	for _, c := range r.found {
		if !c.speaks() {
			continue
		}
		t := &r.trees[c.sent]
		if c.entity < 0 && c.source >= 0 {
			c.entity = r.described(t, r.author(t, c.source), c.kind, known)
		}
		r.together(t, c, known)
	}
}

// speaks reports whether the cue of c is one that somebody speaks by.
func (c *candidate) speaks() bool {
	return c.part == lexicon.CueVerb || c.part == lexicon.CuePreposition || c.part == lexicon.CueAdjective
}

// described returns the entity of whom noun n describes, one that known has or
// a new one of the cast; -1 for what is nobody.
func (r *reading) described(t *tree, n int, kind string, known map[string]int) int {
	tok := &t.Tokens[n]
	if of := t.partOf(n); of >= 0 && utters(kind) && !r.writing(t, of) {
		return r.addPart(t, n, of)
	}
	if tok.UPos != "NOUN" || t.temporal(n) || !utters(kind) || r.writing(t, n) || t.lemma(n) == "" {
		return -1
	}
	if have := r.cast.At(t.index, n); len(have) > 0 {
		return have[0]
	}
	first, last := t.phraseAlone(n)
	m := actor.Mention{Span: t.SpanOf(first, last), Sentence: t.index, First: first, Last: last, Head: n, As: actor.AsNominal}
	key := t.lemma(n) + " " + tok.XPos
	if e, ok := known[key]; ok && t.Tokens[first].UPos == "DET" && t.form(first) != "a" && t.form(first) != "an" && t.form(first) != "another" {
		r.cast.Mention(e, m)
		return e
	}
	for first < n && (t.Tokens[first].UPos == "DET" || t.Tokens[first].UPos == "PRON" || t.Tokens[first].UPos == "PART") {
		first++
	}
	name := strings.Join(strings.Fields(r.doc.Article.Words(t.SpanOf(first, last))), " ")
	if name == "" {
		return -1
	}
	if f := &t.Tokens[first]; first == 0 && (r.kinds[t.lemma(first)] != "" || f.UPos == "NUM" || f.UPos == "ADJ" && f.Lemma == lower(f.Lemma)) && len(f.Form) > 1 && f.Form[1] >= 'a' && f.Form[1] <= 'z' {
		name = lower(f.Form) + strings.TrimPrefix(name, f.Form) // at the head of a sentence
	}
	e := actor.Entity{Name: name, Kind: actor.Role, Of: -1, Mentions: []actor.Mention{m}}
	if strings.HasSuffix(tok.XPos, "S") {
		e.Kind, e.Plural = actor.Group, true
	}
	known[key] = r.cast.Add(e)
	return known[key]
}

// partOf returns the noun, or "those", of which a number or quantity at token n
// is a part ("some of the villagers", "one of those rescued"), or -1.
func (t *tree) partOf(n int) int {
	switch t.form(n) {
	case "some", "many", "several", "few", "most", "all", "both", "half", "others", "dozens", "hundreds", "thousands", "another", "one":
	default:
		if t.Tokens[n].UPos != "NUM" {
			return -1
		}
	}
	for _, k := range t.kids(n) {
		of := int(k)
		if of < n || t.rel(of) != "nmod" && t.rel(of) != "obl" {
			continue
		}
		if p, _, _ := t.preposition(of); p == "of" && (t.Tokens[of].UPos == "NOUN" && strings.HasSuffix(t.Tokens[of].XPos, "S") || t.form(of) == "those") {
			return of
		}
	}
	return -1
}

// addPart adds to the cast those whom quantity n of noun of stands for, by the
// words of the whole phrase.
func (r *reading) addPart(t *tree, n, of int) int {
	first, last := t.phraseAlone(n)
	if last <= of {
		last = of + 1
	}
	m := actor.Mention{Span: t.SpanOf(first, last), Sentence: t.index, First: first, Last: last, Head: n, As: actor.AsNominal}
	for first < n && t.Tokens[first].UPos == "DET" {
		first++
	}
	name := strings.Join(strings.Fields(r.doc.Article.Words(t.SpanOf(first, last))), " ")
	if f := t.Tokens[n].Form; first == n {
		name = lower(f) + name[len(f):] // at the head of a sentence
	}
	e := actor.Entity{Name: name, Kind: actor.Group, Plural: true, Of: -1, Mentions: []actor.Mention{m}}
	if f := t.form(n); f == "one" || f == "another" {
		e.Kind, e.Plural = actor.Role, false
	}
	return r.cast.Add(e)
}

// phraseAlone returns the tokens [first, last) of the noun phrase headed by n,
// a dozen at most, without what is joined to it or set beside it by a comma.
func (t *tree) phraseAlone(n int) (first, last int) {
	first, last = t.nounPhrase(n)
	last = min(last, first+12)
	for k := n + 1; k < last; k++ {
		if f := t.form(k); f == "," || f == "(" || t.Tokens[k].UPos == "CCONJ" && t.head(k) >= 0 && t.head(t.head(k)) == n {
			last = k
		}
	}
	return first, max(last, n+1)
}

// author returns who wrote what noun n names, where a by-phrase says so ("the
// post by an unknown author"), or n.
func (r *reading) author(t *tree, n int) int {
	if !r.writing(t, n) {
		return n
	}
	for _, k := range t.kids(n) {
		if o := int(k); o > n && (t.rel(o) == "nmod" || t.rel(o) == "obl") {
			if p, _, _ := t.preposition(o); p == "by" && !r.writing(t, o) {
				return o
			}
		}
	}
	return n
}

// utters reports whether a statement of the kind takes somebody who speaks,
// not a text that shows or a mind that thinks.
func utters(kind string) bool {
	switch kind {
	case "show", "appear", "report", "feel", "know", "compare":
		return false
	}
	return true
}

// writing reports whether noun n names words or findings: a statement, a poll.
func (r *reading) writing(t *tree, n int) bool {
	w := t.lemma(n)
	if r.classes[w] == "writing" || len(r.cues.Find(lexicon.CueView, w)) > 0 {
		return true
	}
	for _, e := range r.cues.Find(lexicon.CueNoun, w) {
		if len(e.Rest) == 0 && e.Kind != "oppose" && e.Kind != "support" {
			return true
		}
	}
	return false
}
