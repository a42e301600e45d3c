package statement

import (
	"slices"
	"strings"

	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// adjust corrects the ends of content that stands behind the cue in its own
// sentence. A parser cuts long content short and takes in what follows it; the
// words and commas around the ends tell better.
func (r *reading) adjust(c *candidate) {
	if c.cue < 0 || c.part == lexicon.CuePreposition || c.part == lexicon.CueView || c.part == lexicon.CueAdverb || len(c.content) == 0 {
		return
	}
	t := &r.trees[c.sent]
	last := &c.content[len(c.content)-1]
	a, b := t.tokensIn(*last)
	if a < 0 || a <= c.cue {
		return
	}
	switch frame := frameGroup(c.frame); frame {
	case "that", "wh", "to", "ing", "objto", "comp", "as", "obj":
		b = r.grown(t, c, a, b)
		if frame == "that" && len(c.content) == 1 {
			a = t.opening(c, a)
		}
	}
	b = t.toVerb(c, a, t.toStop(a, r.pruned(t, c, a, b)))
	if e := r.toBroadcast(t, a, b); e < b {
		at := t.Tokens[e].Start
		c.quotes = slices.DeleteFunc(c.quotes, func(q int) bool { return r.quotes[q].Start >= at }) // its title
		b = e
	}
	if a < b {
		if s := t.trim(a, b); !s.Empty() {
			*last = s
		}
	}
}

// toStop returns where tokens [a, b) reach the end of a sentence that the
// splitter did not see (“… ends here." As of noon …”) or of what is said before
// somebody starts anew, or b.
func (t *tree) toStop(a, b int) int {
	for k := a + 1; k+1 < b; k++ {
		if t.form(k) == "," && t.form(k+1) == "i" && k+3 < b && t.form(k+2) == "mean" && !t.punct(k+3) {
			return k // who starts anew: "I see no reason, I mean it works"
		}
		if t.Tokens[k].Form == "." && t.quote[k] < 0 && t.quote[k-1] >= 0 {
			if f := t.Tokens[k+1].Form[0]; f >= 'A' && f <= 'Z' {
				return k
			}
		}
	}
	return b
}

// toVerb returns where tokens [a, b), a quotation right behind a participle that
// only says who is meant, end before the verb of the clause: "The share of
// voters saying “we are worse off” has doubled"; or b.
func (t *tree) toVerb(c *candidate, a, b int) int {
	q := t.quote[a]
	if t.Tokens[c.cue].XPos != "VBG" || t.setOff(c.cue) || q < 0 || a != c.cue+1 || c.source < 0 || c.source > c.cue || t.ownSubject(c.cue) >= 0 && t.find(c.cue, "aux") >= 0 {
		return b
	}
	k := a
	for k < b && t.quote[k] == q {
		k++
	}
	if k < b && t.verbal(k) && t.ownSubject(k) < 0 && (t.finiteBetween(k, k+1) || t.Tokens[k].XPos == "VBN" && t.form(k+1) == "by") {
		return k
	}
	return b
}

// toBroadcast returns where tokens [a, b) end without the broadcast in which
// they were said ("on Sunday's “Morning Show”", "during Friday's debate"), or b.
func (r *reading) toBroadcast(t *tree, a, b int) int {
	for k := b - 3; k > a && k > b-14; k-- {
		switch t.form(k) {
		case "on", "during", "in":
		default:
			continue
		}
		if t.quote[k] >= 0 || t.Tokens[k+1].UPos != "PROPN" || !t.temporal(k+1) || t.Tokens[k+2].XPos != "POS" {
			continue
		}
		where := false
		for j := k + 3; j < b; j++ {
			if t.verbal(j) && t.quote[j] < 0 {
				return b
			}
			where = where || r.broadcasts[t.lemma(j)] || t.quote[j] >= 0 && j == k+3
		}
		if where {
			return k
		}
		return b
	}
	return b
}

// tokensIn returns the tokens [a, b) of the span, or -1 when it is not in the
// sentence.
func (t *tree) tokensIn(s article.Span) (a, b int) {
	a = -1
	for k := range t.Tokens {
		if t.Tokens[k].Start >= s.Start && t.Tokens[k].End <= s.End {
			if a < 0 {
				a = k
			}
			b = k + 1
		}
	}
	return a, b
}

// branch returns the child of v in whose subtree token k lies, or -1.
func (t *tree) branch(k, v int) int {
	for n := 0; n < maxClimb; n++ {
		h := t.head(k)
		if h < 0 {
			return -1
		}
		if h == v {
			return k
		}
		k = h
	}
	return -1
}

// opening moves the start a of a clause back to the word after the cue, past
// what does not belong to the cue itself.
func (t *tree) opening(c *candidate, a int) int {
	if t.form(a) == "that" {
		return a
	}
	if k := a + 2; k < len(t.Tokens) && t.form(k) == "that" && t.rel(k) == "mark" && t.Tokens[a].UPos == "ADV" && t.form(a+1) == "," {
		return k // "believe, however, that"
	}
	start := a
	for k := a - 1; k > c.cue && t.Tokens[k].Start >= c.cueSpan.End; k-- {
		if t.punct(k) && !opensGroup(t.form(k)) && t.form(k) != "," && !(t.form(k) == ")" && t.bracket(k) > c.cue) {
			break
		}
		x := t.branch(k, c.cue)
		if x >= 0 {
			stop := false
			switch t.rel(x) {
			case "iobj", "compound", "advmod", "aux":
				stop = true
			case "obj":
				stop = contains(c.addressee, x)
			case "obl", "advcl":
				stop = true
			}
			if stop || t.temporal(x) {
				break
			}
		}
		if contains(c.addressee, k) || k == c.source || x == c.source && x >= 0 {
			break
		}
		if !t.punct(k) || opensGroup(t.form(k)) {
			start = k
		}
	}
	return start
}

// bracket returns the bracket that the one at token k closes, or -1.
func (t *tree) bracket(k int) int {
	for depth := 0; k >= 0; k-- {
		switch t.form(k) {
		case ")":
			depth++
		case "(":
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return -1
}

// grown moves the end b of the content of c on to where the words can end.
func (r *reading) grown(t *tree, c *candidate, a, b int) int {
	for b < len(t.Tokens) {
		if q := t.quote[b]; q >= 0 && b > 0 && t.quote[b-1] == q {
			b++ // never ends inside a quotation
			continue
		}
		k := b
		if t.form(b) == "," && b+1 < len(t.Tokens) {
			k++
			if t.quote[b] >= 0 || !r.listed(t, c, k) && !r.grants(t, c, k) {
				break
			}
		} else if t.punct(b) && !opensGroup(t.form(b)) && t.Tokens[b].XPos != "HYPH" {
			break
		}
		if t.quote[k] < 0 {
			x := t.branch(k, c.cue)
			if x < 0 || t.Tokens[k].UPos == "CCONJ" && !r.listed(t, c, k) {
				break
			}
			if x >= 0 && (t.temporal(x) || t.medium(x) || (t.rel(x) == "conj" || t.rel(x) == "parataxis") && !r.parallel(t, c, x)) {
				break
			}
			if x >= 0 && c.frame == "obj" && t.rel(x) != "obl" && t.rel(x) != "conj" && t.rel(x) != "nmod" && t.rel(x) != "obj" {
				break
			}
		}
		b = k
		b++
	}
	return b
}

// listed reports whether token k, behind a comma or a conjunction itself,
// goes on with a list in the content of c.
func (r *reading) listed(t *tree, c *candidate, k int) bool {
	if t.Tokens[k].UPos == "CCONJ" {
		if e := t.head(k); e > k && t.rel(e) == "conj" {
			if h := t.head(e); h > c.cue && h < k {
				return true // joined with a word of the content
			}
		}
	}
	x := t.branch(k, c.cue)
	return x >= 0 && t.rel(x) == "conj" && r.parallel(t, c, x)
}

// ownWords reports whether "I" or "we" say what c reports outside quotation
// marks, so that the whole sentence is theirs.
func (r *reading) ownWords(c *candidate) bool {
	return c.source >= 0 && r.firstPerson(c) && r.trees[c.sent].quote[c.source] < 0
}

// grants reports whether the words from token k on, behind a comma, are what
// "I" or "we" grant against what they think: "I am sure that it works, even
// though it is slow".
func (r *reading) grants(t *tree, c *candidate, k int) bool {
	if frameGroup(c.frame) != "that" && !strings.HasPrefix(c.frame, "that:") || !r.ownWords(c) {
		return false
	}
	x := t.branch(k, c.cue)
	if x < 0 || t.rel(x) != "advcl" || int(t.first[x]) < k-1 {
		return false
	}
	m := t.find(x, "mark")
	return m >= k && m <= k+1 && (t.form(m) == "though" || t.form(m) == "although")
}

// parallel reports whether x, which the tree joins with the cue of c, is built
// like its content instead: "accused him of lying and hiding the truth".
func (r *reading) parallel(t *tree, c *candidate, x int) bool {
	if t.rel(x) != "conj" || r.newly(c, x) {
		return false
	}
	if t.ownSubject(x) >= 0 {
		return t.goesOn(c, x)
	}
	tag, cue := t.Tokens[x].XPos, t.Tokens[c.cue].XPos
	switch t.Tokens[x].UPos {
	case "PRON": // "see what he does but not what he thinks"
		return asksWord(t.form(x)) && len(c.content) > 0 && asksWord(r.doc.Article.Words(c.content[0]))
	case "NOUN", "PROPN":
		return t.find(x, "cop") < 0
	case "VERB":
		return tag == "VBG" && cue != "VBG" || tag == "VB" && cue != "VB" && t.find(x, "aux") < 0 ||
			frameGroup(c.frame) == "that" && (t.shifts(c.cue, x) || t.backshifted(c.cue, x))
	}
	return false
}

// newly reports whether x is the cue of a statement of its own by the speaker
// of c: "I notice that it rains and I think that it will go on".
func (r *reading) newly(c *candidate, x int) bool {
	o := r.byCue[syntax.Ref{Sentence: c.sent, Token: x}]
	if r.trees[c.sent].backshifted(c.cue, x) || o == nil || o == c || o.source < 0 || c.source < 0 || !o.reports() || len(o.content) == 0 {
		return false
	}
	if o.source == c.source {
		return true
	}
	t := &r.trees[c.sent]
	switch f := t.form(c.source); f {
	case "i", "we":
		return t.form(o.source) == f
	}
	return false
}

// backshifted reports whether verb x, joined with past v and without a subject of
// its own, is in the tense that reported words take: "said she had walked all day
// and would stay", "said she was well but had been ill".
func (t *tree) backshifted(v, x int) bool {
	if v < 0 || t.Tokens[v].XPos != "VBD" || t.find(v, "aux") >= 0 || t.rel(x) != "conj" || t.head(x) != v || t.ownSubject(x) >= 0 {
		return false
	}
	a := t.find(x, "aux")
	return a >= 0 && a < x && (t.form(a) == "would" || t.form(a) == "had")
}

// shifts reports whether verb x, joined with v, is in another tense or mood
// than v, so that it more likely goes on with what v says: "says it is done and
// will stay so", "claims she slept and ended up ill".
func (t *tree) shifts(v, x int) bool {
	modal := func(n int) bool {
		for _, k := range t.kids(n) {
			if int(k) < n && t.Tokens[k].XPos == "MD" {
				return true
			}
		}
		return false
	}
	if modal(v) {
		return false
	}
	past := func(n int) bool { return t.Tokens[n].XPos == "VBD" }
	now := func(n int) bool { return t.Tokens[n].XPos == "VBZ" || t.Tokens[n].XPos == "VBP" }
	return modal(x) || past(v) && now(x) || now(v) && past(x)
}

// pruned moves the end b of the content of c back before what is only added
// to it behind a comma.
func (r *reading) pruned(t *tree, c *candidate, a, b int) int {
	frame := frameGroup(c.frame)
	clause := frame == "that" || frame == "wh"
	for k := a + 1; k < b; k++ {
		f := int(t.first[k])
		if f <= a || f >= b || t.quote[f] >= 0 && t.quote[f] == t.quote[f-1] || int(t.last[k]) < b-1 || !t.setOff(k) && t.rel(k) != "conj" {
			continue
		}
		cut := false
		switch {
		case t.rel(k) == "conj":
			cut = r.newly(c, k) || clause && r.takesUp(t, k)
		case t.Tokens[k].Rel == "acl:relcl":
			cut = !clause // in "said it was a matter for the court, which would rule" it is the court's
		case t.rel(k) == "appos":
			cut = c.frame == "obj" || c.frame == "as" || strings.HasPrefix(c.frame, "+")
		case t.rel(k) == "advcl", t.rel(k) == "acl", t.rel(k) == "parataxis":
			if t.Tokens[k].XPos == "VBG" {
				w, _ := match(t, k, r.cues.Find(lexicon.CueVerb, t.lemma(k)))
				cut = len(w) > 0
			}
			if m := t.find(k, "mark"); m >= 0 && m < k {
				switch t.form(m) {
				case "though", "although", "while", "whereas", "even":
					cut = !r.ownWords(c) // what "I" grant is a part of what "I" think
				case "because":
					cut = r.ownWords(c) && clause && t.setOff(k) // but why "I" think so is not
				}
			}
			cut = cut || t.lemma(k) == "compare"
		}
		if cut {
			return f
		}
	}
	return b
}

// takesUp reports whether clause x behind "but" tells what becomes of the words
// before it, which it takes up by a noun for them: "but the claim was disputed".
func (r *reading) takesUp(t *tree, x int) bool {
	s, b := t.ownSubject(x), t.find(x, "cc")
	if s < 0 || s > x || b < 0 || t.form(b) != "but" || t.Tokens[s].UPos != "NOUN" || !r.asserted[t.lemma(s)] {
		return false
	}
	d := t.find(s, "det")
	return d >= 0 && (t.form(d) == "the" || t.form(d) == "that" || t.form(d) == "those") && int(t.last[s]) == s+1
}

// goesOn reports whether clause x with a subject of its own, which the tree
// joins with the cue of c, goes on with its content instead: "said the roads
// were closed and that schools would open".
func (t *tree) goesOn(c *candidate, x int) bool {
	if frame, _, _ := strings.Cut(c.frame, ":"); frame != "that" {
		return false
	}
	f := int(t.first[x])
	for f < x && (t.Tokens[f].UPos == "CCONJ" || t.punct(f)) {
		f++
	}
	if t.form(f) == "that" && t.rel(f) == "mark" {
		return true
	}
	f = int(t.first[x])
	if f+1 < len(t.Tokens) && t.form(f) == "," {
		f++
	}
	if f < 1 || f+1 >= len(t.Tokens) {
		return false
	}
	return t.form(f) == "and" && (t.form(f-1) != "," || t.quote[f+1] >= 0) && t.ownSubject(x) < x && x > c.cue
}
