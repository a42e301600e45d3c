package statement

import (
	"strings"

	"readout/article"
)

// clause returns the clause that is the content of verb v: a ccomp, or what a
// parser often makes of it behind a colon; -1 without.
func (t *tree) clause(v int) int {
	for _, c := range t.kids(v) {
		if int(c) < v && t.find(v, "ccomp") == int(c) && t.laterClause(v) && (t.ownSubject(int(c)) < 0 || t.garden(int(c), v) || t.inverted(int(c)) || t.endsBefore(int(c), v)) {
			continue // "Asked about it, he said that", "Had it rained, I think that"
		}
		if x := int(c); t.rel(x) == "ccomp" && !t.stopBetween(v, x) && (t.Tokens[x].XPos != "VBG" || t.ownSubject(x) >= 0 || t.find(x, "aux", "mark") >= 0) {
			return x
		}
	}
	if x := t.pastAdverb(v); x >= 0 {
		return x
	}
	if x := t.strung(v); x >= 0 {
		return x
	}
	if s := t.ownSubject(v); s >= 0 && t.form(s) == "it" {
		for _, c := range t.kids(v) {
			x := int(c)
			if x > v && t.rel(x) == "csubj" && t.find(x, "mark") >= 0 && !t.infinitive(x) {
				return x // "it is asserted by the Crown that"
			}
			if m := t.find(x, "mark"); x > v && t.rel(x) == "advcl" && m >= 0 && t.form(m) == "that" && m == int(t.first[x]) && t.find(v, "aux:pass") >= 0 {
				return x
			}
		}
	}
	for _, c := range t.kids(v) {
		if p := int(c); t.rel(p) == "parataxis" && p > v && t.first[p] > 0 && t.form(int(t.first[p])-1) == ":" {
			return p
		}
	}
	return t.quotedBehind(t.find(v, "obj"))
}

// strung returns the clause with a subject of its own that begins right behind verb v
// and that the tree joins with v ("vowed the city and its allies would leave"), or -1.
func (t *tree) strung(v int) int {
	for _, c := range t.kids(v) {
		x, f := int(c), int(t.first[c])
		if s := t.ownSubject(x); t.rel(x) == "conj" && f == v+1 && s > v && s < x && t.finite(x) && !t.punct(f) && t.Tokens[f].UPos != "CCONJ" {
			return x
		}
	}
	return -1
}

// quotedBehind returns the clause in quotation marks behind a colon that hangs
// on object n, of which it says what it is ("said the opposite: “…”"), or -1.
func (t *tree) quotedBehind(n int) int {
	if n < 0 {
		return -1
	}
	for _, c := range t.kids(n) {
		p, f := int(c), int(t.first[c])
		if t.form(f) == ":" {
			f++
		}
		if t.rel(p) == "parataxis" && f > n && f <= p && t.quote[p] >= 0 && t.quote[f] == t.quote[p] && t.form(f-1) == ":" {
			return p
		}
	}
	return -1
}

// garden reports whether a noun with a participle before verb v was read as a
// clause, so that v lost its subject: "A person briefed on the plan said that".
func (t *tree) garden(x, v int) bool {
	s := t.ownSubject(x)
	return s >= 0 && s+1 == x && x < v && t.ownSubject(v) < 0 && t.quote[x] < 0 && (t.Tokens[x].XPos == "VBD" || t.Tokens[x].XPos == "VBN") &&
		t.find(x, "aux", "ccomp") < 0 && t.Tokens[s].UPos != "PRON" && x+1 < v && (t.Tokens[x+1].UPos == "ADP" || t.find(x, "obj") < 0)
}

// inverted reports whether clause x begins with an auxiliary before its subject,
// as conditions do: "had it rained".
func (t *tree) inverted(x int) bool {
	f, s := int(t.first[x]), t.ownSubject(x)
	return s > f && s < x && t.rel(f) == "aux" && t.head(f) == x
}

// endsBefore reports whether clause x stands in a quotation that ends as a
// sentence does before verb v, so that v belongs to the next, whose start the
// splitter did not see: “They will stay ...” Roe said she was tired.
func (t *tree) endsBefore(x, v int) bool {
	q := t.quote[x]
	if q < 0 || x > v {
		return false
	}
	k := x
	for k+1 < v && t.quote[k+1] == q {
		k++
	}
	return k+1 < v && t.fullStop(k)
}

// fullStop reports whether the quotation that token k closes ends with a full
// stop of its own and a sentence begins behind it.
func (t *tree) fullStop(k int) bool {
	if k < 1 || k+1 >= len(t.Tokens) || !closesGroup(t.form(k)) || !strings.ContainsAny(t.Tokens[k-1].Form, ".!?…") || !t.punct(k-1) {
		return false
	}
	f := t.Tokens[k+1].Form[0]
	return f >= 'A' && f <= 'Z'
}

// laterClause reports whether a ccomp of v stands behind it.
func (t *tree) laterClause(v int) bool {
	for _, c := range t.kids(v) {
		if int(c) > v && t.rel(int(c)) == "ccomp" {
			return true
		}
	}
	return false
}

// stopBetween reports whether a full stop that the splitter did not see stands
// between tokens a and b.
func (t *tree) stopBetween(a, b int) bool {
	for k := min(a, b) + 1; k < max(a, b); k++ {
		if t.Tokens[k].Form == "." && t.quote[k] < 0 {
			return true
		}
	}
	return false
}

// main returns the clause into which v is put ("It will rain, she said", "as
// she said"), or -1.
func (t *tree) main(v int) int {
	h := t.head(v)
	if h < 0 || t.completed(v) {
		return -1
	}
	switch t.rel(v) {
	case "parataxis", "conj", "dep":
		s := t.ownSubject(v)
		inverted := s > v && t.opens(v)
		if s < 0 || t.find(v, "obj") > v || t.rel(v) != "parataxis" && !inverted {
			return -1
		}
		if h < v && (!t.predicate(h) || s < v && t.behindSemicolon(v)) {
			return -1
		}
		return h
	case "advcl":
		if m := t.find(v, "mark", "advmod"); m >= 0 && t.form(m) == "as" && t.ownSubject(v) >= 0 {
			if o := t.find(v, "obj"); o >= 0 && (o != v+1 || t.form(o) != "it") {
				return -1 // but "as he put it"
			}
			return h
		}
	}
	return -1
}

// behindSemicolon reports whether the clause of verb v begins behind a semicolon,
// which ends what was said before: "Trump mocked Kim; Kim replied".
func (t *tree) behindSemicolon(v int) bool {
	f := int(t.first[v])
	return t.form(f) == ";" || f > 0 && t.form(f-1) == ";"
}

// completed reports whether verb v has a clause for an object. What it only
// goes on with is none: "…, he said, adding that".
func (t *tree) completed(v int) bool {
	for _, c := range t.kids(v) {
		x := int(c)
		switch t.rel(x) {
		case "xcomp":
			return true
		case "ccomp":
			if x < v || t.Tokens[x].XPos != "VBG" || !t.setOff(x) || t.ownSubject(x) >= 0 {
				return true
			}
		}
	}
	return false
}

// opens reports whether verb v, with its auxiliaries, stands right behind a comma.
func (t *tree) opens(v int) bool {
	k := v - 1
	for k > 0 && t.Tokens[k].UPos == "AUX" {
		k--
	}
	return k >= 0 && t.form(k) == ","
}

// around returns the words of clause s on both sides of the subtree of v,
// which stands in it.
func (t *tree) around(s, v int) []article.Span {
	from, to := int(t.first[s]), int(t.last[s])
	a, b := int(t.first[v]), int(t.last[v])
	if x := t.run(s, v); x >= 0 {
		return []article.Span{t.trim(int(t.first[x]), t.loose(x, v, int(t.last[x])))}
	}
	to = t.loose(s, v, to)
	var out []article.Span
	if w := t.trim(from, min(a, to)); !w.Empty() {
		out = append(out, w)
	}
	if b < to && s < v && len(out) > 0 {
		// What is joined on behind ("…, he said, but nobody listened") is the
		// writer's.
		for b < to && t.punct(b) {
			b++
		}
		if b < to && t.Tokens[b].UPos == "CCONJ" {
			return out
		}
	}
	if w := t.trim(max(b, from), to); !w.Empty() {
		out = append(out, w)
	}
	return out
}

// run returns the clause that begins right behind the subtree of v without a
// comma, where it runs on from clause s as v does ("I see no reason, I mean it
// works"): v speaks of that one alone; -1 without.
func (t *tree) run(s, v int) int {
	if v < s {
		return -1
	}
	for _, c := range t.kids(s) {
		if x := int(c); x > v && t.rel(x) == "parataxis" && t.first[x] == t.last[v] && !t.punct(int(t.first[x])) && t.find(x, "nsubj", "expl") >= 0 {
			return x
		}
	}
	return -1
}

// loose returns where clause s, which ends before token to, ends for who puts in
// that he thinks so: before what he then sets against it ("It helps, I think, but
// it costs a lot") or only strings on ("I mean it helps, they all say so").
func (t *tree) loose(s, v, to int) int {
	switch t.form(t.ownSubject(v)) {
	case "i", "we":
	default:
		return to
	}
	for _, c := range t.kids(s) {
		x, f := int(c), int(t.first[c])
		if x > v && x > s && f > s && f <= to && t.predicate(x) && t.lemma(v) == "mean" && (t.dashAt(f) || t.dashAt(f-1)) {
			return f // "I mean there is no other — if there were I would say so"
		}
		if x < v || x < s || t.ownSubject(x) < s || f <= s || f > to || t.form(t.find(x, "mark")) == "that" {
			continue
		}
		comma := t.form(f) == "," || t.form(f-1) == ","
		switch t.rel(x) {
		case "conj":
			if t.form(f) == "," {
				f++
			}
			if t.form(f) == "but" {
				return min(to, f)
			}
		case "parataxis":
			if comma {
				return f
			}
		}
	}
	return to
}

// part returns the words of the subtree of x, without those of the cue v and
// its source where they stand inside, and of what else hangs on the cue right
// behind them (“If they come,” said Roe, standing at his gate, “we will shoot”).
// It is never empty.
func (t *tree) part(x, v int, c *candidate) []article.Span {
	from, to := int(t.first[x]), int(t.last[x])
	if v < from || v >= to {
		return []article.Span{t.trim(from, to)}
	}
	a, b := v, v+1
	if c.source >= from && c.source < to {
		a, b = min(a, int(t.first[c.source])), max(b, int(t.last[c.source]))
	}
	for _, k := range t.kids(v) {
		f, l := int(t.first[k]), int(t.last[k])
		if int(k) != x && l <= to && t.quote[k] < 0 && f >= b && (f == b || f == b+1 && t.form(b) == ",") {
			b = l
		}
	}
	var out []article.Span
	for _, w := range []article.Span{t.trim(from, max(a, from)), t.trim(min(b, to), to)} {
		if !w.Empty() {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		out = append(out, t.Tokens[x].Span)
	}
	return out
}

// trim returns the words of tokens [from, to) without punctuation at the ends
// that does not belong to a quotation or bracket.
func (t *tree) trim(from, to int) article.Span {
	for from < to && t.punct(from) && !opensGroup(t.form(from)) {
		from++
	}
	for to > from && t.punct(to-1) && !closesGroup(t.form(to-1)) {
		to--
	}
	return t.SpanOf(from, to)
}

// extent returns the words of the subtree of x.
func (t *tree) extent(x int) article.Span { return t.trim(int(t.first[x]), int(t.last[x])) }

// phrase returns the words of a noun phrase that is content, its relative
// clauses included.
func (t *tree) phrase(n int) article.Span { return t.extent(n) }

// subjectPhrase returns the words of a subject that is content of cue v.
func (t *tree) subjectPhrase(n, v int) article.Span {
	if v >= int(t.first[n]) && v < int(t.last[n]) {
		return t.headNoun(n, v)
	}
	return t.extent(n)
}

// headNoun returns the words of noun h before the clause of cue v, which
// hangs on it.
func (t *tree) headNoun(h, v int) article.Span {
	first, last := t.nounPhrase(h)
	k := v
	for n := 0; n < maxClimb && t.head(k) >= 0 && t.head(k) != h; n++ {
		k = t.head(k)
	}
	if k > h {
		last = min(last, max(h+1, int(t.first[k])))
	}
	return t.trim(first, last)
}

// question reports whether clause x is an indirect question.
func (t *tree) question(x int) bool {
	switch t.form(int(t.first[x])) {
	case "whether", "if", "what", "why", "how", "who", "when", "where", "which", "whom", "whose":
		return true
	}
	return false
}

// infinitive reports whether x is an infinitive with "to".
func (t *tree) infinitive(x int) bool {
	for _, c := range t.kids(x) {
		if i := int(c); i < x && t.rel(i) == "mark" && t.form(i) == "to" {
			return true
		}
	}
	return false
}

// asPhrase returns the dependent of v, behind token after, that "as"
// introduces, or -1.
func (t *tree) asPhrase(v, after int) int {
	for _, c := range t.kids(v) {
		o := int(c)
		if o <= after {
			continue
		}
		switch t.rel(o) {
		case "obl", "advcl", "xcomp", "nmod":
			if p, _, _ := t.preposition(o); p == "as" {
				return o
			}
		}
	}
	return -1
}

// complements returns the phrases behind token after that complete what verb
// v says of its object: "blamed him for the loss". When and where are none.
func (t *tree) complements(v, after int) []article.Span {
	var out []article.Span
	for _, c := range t.kids(v) {
		o := int(c)
		if o <= after || int(t.first[o]) < after {
			continue
		}
		switch t.rel(o) {
		case "obl", "advcl":
			p, _, _ := t.preposition(o)
			if p == "with" && t.verbal(o) && t.ownSubject(o) >= 0 {
				continue // "quoted critics, with one saying that"
			}
			switch p {
			case "for", "as", "of", "over", "with", "against", "to", "from", "because", "into", "because of", "if", "about", "than":
				if !t.temporal(o) && !t.medium(o) {
					out = append(out, t.extent(o))
					continue
				}
			}
		case "xcomp", "ccomp":
			out = append(out, t.extent(o))
		}
	}
	return out
}

// temporal reports whether o says when.
func (t *tree) temporal(o int) bool {
	return t.when[t.lemma(o)] || t.Tokens[o].Rel == "obl:tmod" || t.Tokens[o].Rel == "obl:unmarked"
}

// medium reports whether o says by what means words were said: "in a
// statement".
func (t *tree) medium(o int) bool {
	switch p, _, _ := t.preposition(o); p {
	case "in", "on", "at", "during", "via", "through", "by":
		return t.media[t.lemma(o)]
	}
	return false
}
