package statement

import (
	"strings"

	"readout/actor"
	"readout/lexicon"
)

// speaks reports whether the cue of c is one that somebody speaks by.
func (c *candidate) speaks() bool {
	return c.part == lexicon.CueVerb || c.part == lexicon.CuePreposition || c.part == lexicon.CueAdjective
}

// described returns the entity of whom noun n, who speaks, describes: one that
// known has or a new one of the cast ("one resident", "two people familiar with
// the talks"), for who speaks can act, even if the noun is none that the cast
// knows. The same noun with "the" later in the text is the one before. What is
// written or shown (a poll, a letter) is left to its words: -1.
func (r *reading) described(t *tree, n int, kind string, known map[string]int) int {
	tok := &t.Tokens[n]
	if of := t.partOf(n); of >= 0 && utters(kind) && !r.writing(t, of) {
		return r.addPart(t, n, of)
	}
	if tok.UPos != "NOUN" && tok.XPos != "NNPS" || t.temporal(n) || !utters(kind) || r.writing(t, n) && !r.acting[t.lemma(n)] || t.lemma(n) == "" {
		return -1
	}
	if have := r.cast.At(t.index, n); len(have) > 0 {
		return have[0]
	}
	if t.titleWord(n) && !r.somebody(t, n) {
		return -1
	}
	if e := r.surnamed(t, n); e >= 0 {
		return e
	}
	first, last := t.phraseAlone(n)
	m := actor.Mention{Span: t.SpanOf(first, last), Sentence: t.index, First: first, Last: last, Head: n, As: actor.AsNominal}
	plain := t.lemma(n) + " " + tok.XPos
	key, owner := plain, r.ownName(t, n)
	if owner != "" {
		key += " of " + lower(owner)
	}
	again := t.Tokens[first].UPos == "DET" && t.form(first) != "a" && t.form(first) != "an" && t.form(first) != "another"
	if e, ok := known[key]; ok && (again || owner != "" && r.acting[t.lemma(n)]) {
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
	name = t.uncapital(first, name)
	if w := t.whose(n); w >= 0 && t.Tokens[w].UPos == "PRON" && owner != "" && r.acting[t.lemma(n)] {
		name = owner + " " + name // "his campaign"
	}
	e := actor.Entity{Name: name, Kind: actor.Role, Of: -1, Mentions: []actor.Mention{m}}
	if owner != "" && t.kinds[t.lemma(n)] == "organization" {
		e.Kind = actor.Organization
	}
	if strings.HasSuffix(tok.XPos, "S") {
		e.Kind, e.Plural = actor.Group, true
	}
	known[key] = r.cast.Add(e)
	known[plain] = known[key]
	return known[key]
}

// titleWord reports whether noun n is in capitals behind a proper noun within its
// sentence, the last word of a name: "the Harbour Index".
func (t *tree) titleWord(n int) bool {
	f := t.Tokens[n].Form
	return n > 0 && f != lower(f) && t.Tokens[n-1].UPos == "PROPN" && t.head(n-1) == n
}

// ownName returns the name that tells noun n from others of its kind, its last
// word ("Roe" of "Jane Roe's campaign" and of "the Roe campaign"), or that of
// whom its pronoun stands for ("her campaign"); "" without.
func (r *reading) ownName(t *tree, n int) string {
	for _, k := range t.kids(n) {
		x := int(k)
		if x > n {
			break
		}
		switch t.rel(x) {
		case "compound", "nmod", "amod", "flat":
			if t.Tokens[x].UPos == "PROPN" {
				return t.Tokens[x].Form
			}
		}
		if x != t.whose(n) {
			continue
		}
		if have := r.speakers(t.index, x); len(have) > 0 {
			name := r.cast.Entities[have[0]].Name
			return name[strings.LastIndexByte(name, ' ')+1:]
		}
	}
	return ""
}

// surnamed returns the one person of the cast whose name ends with noun n, a
// surname at the head of a sentence that was taken for a common noun; -1 without.
func (r *reading) surnamed(t *tree, n int) int {
	f := t.Tokens[n].Form
	if f == lower(f) || t.find(n, "det", "nummod", "nmod:poss") >= 0 {
		return -1
	}
	found := -1
	for e := range r.cast.Entities {
		x := &r.cast.Entities[e]
		if x.Kind != actor.Person || !strings.HasSuffix(x.Name, f) || !strings.HasSuffix(strings.TrimSuffix(x.Name, f), " ") {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// partOf returns the noun, or "those", of which a number or quantity at token n
// is a part ("some of the villagers", "one of those rescued"), or -1.
func (t *tree) partOf(n int) int {
	switch t.form(n) {
	case "some", "many", "several", "few", "most", "all", "both", "half", "others", "dozens", "hundreds", "thousands", "another", "one",
		"percent", "%", "cent", "majority", "number", "handful", "couple", "dozen", "third", "quarter":
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

// uncapital returns a name that begins with token first, at the head of its
// sentence without the capital that it has there: a word that is no name.
func (t *tree) uncapital(first int, name string) string {
	f := &t.Tokens[first]
	if first > 0 || len(f.Form) < 2 || f.Form[1] < 'a' || f.Form[1] > 'z' || !strings.HasPrefix(name, f.Form) {
		return name
	}
	switch f.UPos {
	case "NUM", "DET", "PRON":
	case "ADJ":
		if f.Lemma != lower(f.Lemma) {
			return name
		}
	default:
		if t.kinds[t.lemma(first)] == "" && t.partOf(first) < 0 {
			return name // perhaps one: "Roe said"
		}
	}
	return lower(f.Form) + name[len(f.Form):]
}

// phraseAlone returns the tokens [first, last) of the noun phrase headed by n,
// a dozen at most, without what is joined to it or set beside it by a comma, and
// without "who …" where it would be longer.
func (t *tree) phraseAlone(n int) (first, last int) {
	first, last = t.nounPhrase(n)
	long := last > first+12
	last = min(last, first+12)
	for k := n + 1; k < last; k++ {
		if f := t.form(k); t.quote[k] >= 0 && t.quote[n] < 0 || f == "," || f == "(" || f == "who" && long || t.Tokens[k].UPos == "CCONJ" && t.head(k) >= 0 && t.head(t.head(k)) == n {
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
