package statement

import (
	"strings"

	"readout/article"
)

// setSource makes token n the head of the source, unless it is an expletive.
func (r *reading) setSource(t *tree, c *candidate, n int) {
	if n < 0 || t.expletive(n) {
		return
	}
	n = t.pastDateline(n, c.cue)
	if t.quote[n] >= 0 && (c.cue < 0 || t.quote[c.cue] != t.quote[n]) && r.spokenLength(int(t.quote[n])) {
		return // it is what is quoted that speaks of n
	}
	c.source, c.speaker = n, t.antecedent(n)
	c.sourceSpan = t.apposed(t.upTo(t.sourceWords(n), n, c.cue), n, c.cue)
	c.sourceSpan = t.introduced(c.sourceSpan, n, c.cue)
	if v := c.cue; v >= 0 && t.Tokens[v].Span.Overlaps(c.sourceSpan) {
		// The cue hangs on the source: "officials opposing the plan".
		k := v
		for i := 0; i < maxClimb && t.head(k) >= 0 && t.head(k) != n; i++ {
			k = t.head(k)
		}
		if cut := t.beforeToken(n, int(t.first[k])); v > n && cut > n {
			first, _ := t.nounPhrase(n)
			c.sourceSpan = t.SpanOf(first, cut)
		} else {
			c.sourceSpan = t.Tokens[n].Span
		}
	}
	c.sourceSpan = t.row(c.sourceSpan, n, c.cue)
	c.sourceSpan = withoutNote(r.doc.Article.Text, c.sourceSpan)
}

// row widens the source of a headline to the names in a row before it: "EU, US
// condemn vote".
func (t *tree) row(s article.Span, n, cue int) article.Span {
	if n < 2 || cue < n || !t.headline() || t.form(n-1) != "," || t.Tokens[n].UPos != "PROPN" || t.Tokens[n].Start != s.Start {
		return s
	}
	for k := range n {
		if t.Tokens[k].UPos != "PROPN" && t.form(k) != "," || t.quote[k] >= 0 {
			return s
		}
	}
	s.Start = t.Tokens[0].Start
	return s
}

// pastDateline returns the head of the noun phrase behind the dateline that
// the tree takes for the source n of cue v ("ROME, May 4 (own report) –
// Farmers said"), or n.
func (t *tree) pastDateline(n, v int) int {
	if n > 2 || v <= n || t.Tokens[n].UPos != "PROPN" {
		return n
	}
	d := n + 1
	for d < min(v, 20) && !t.dashAt(d) {
		if t.verbal(d) || t.quote[d] >= 0 {
			return n
		}
		d++
	}
	if d+1 >= min(v, 20) || t.Tokens[d-1].UPos != "PUNCT" && t.Tokens[d-1].UPos != "NUM" && t.Tokens[0].Form != strings.ToUpper(t.Tokens[0].Form) {
		return n
	}
	k := d + 1
	for k < v && t.Tokens[k].UPos != "NOUN" && t.Tokens[k].UPos != "PROPN" && t.Tokens[k].UPos != "PRON" {
		k++
	}
	for i := 0; i < maxClimb && t.head(k) > d && t.head(k) < v; i++ {
		k = t.head(k)
	}
	if k >= v {
		return n
	}
	return k
}

// dashAt reports whether token k is a dash with blanks around it, not a hyphen.
func (t *tree) dashAt(k int) bool {
	return k > 0 && k+1 < len(t.Tokens) && t.punct(k) && dash([]rune(t.Tokens[k].Form)[0]) && t.Tokens[k-1].End < t.Tokens[k].Start && t.Tokens[k].End < t.Tokens[k+1].Start
}

// withoutNote leaves out a note in brackets at the end of a source that refers
// elsewhere: "the survey (full data: example.org/data)".
func withoutNote(text string, s article.Span) article.Span {
	words := text[s.Start:s.End]
	open := strings.LastIndexByte(words, '(')
	if open < 1 || !strings.HasSuffix(words, ")") || !strings.ContainsAny(words[open:], ":/") {
		return s
	}
	return trimmed(text, s.Start, s.Start+open)
}

// sourceWords returns the words naming the source with head n.
func (t *tree) sourceWords(n int) article.Span {
	first, last := t.nounPhrase(n)
	first, last = t.wholeName(first, last)
	first = t.styled(first)
	for first < last && t.punct(first) && !opensGroup(t.form(first)) {
		first++
	}
	for last > first && t.punct(last-1) && !closesGroup(t.form(last-1)) {
		last--
	}
	if first >= last {
		return t.Tokens[n].Span
	}
	return t.SpanOf(first, last)
}

// nounPhrase returns the tokens [first, last) of the noun phrase headed by n
// as a source takes it: with determiners, titles and apposition, without a
// preposition before it and without relative clauses set off by a comma.
func (t *tree) nounPhrase(n int) (first, last int) {
	first, last = n, n+1
	kids := t.kids(n)
	for k := len(kids) - 1; k >= 0; k-- {
		c := int(kids[k])
		if c > n || int(t.last[c]) < first {
			continue
		}
		switch t.rel(c) {
		case "det", "amod", "nummod", "compound", "flat", "nmod", "advmod", "appos", "conj", "obl", "list", "goeswith", "dep":
			if p, _, _ := t.preposition(c); p != "" && t.rel(c) != "conj" || t.temporal(c) && t.rel(c) != "compound" {
				continue // "In May the minister"
			}
			if t.Tokens[c].Rel == "advmod" && t.form(c) != "about" && t.form(c) != "only" && t.form(c) != "nearly" && t.form(c) != "almost" &&
				!t.quantifies(n) {
				continue
			}
			first = int(t.first[c])
		}
	}
	first = max(first, 0)
	return first, max(last, t.phraseEnd(n))
}

// phraseEnd returns the end of the noun phrase headed by n: that of its
// subtree, cut before what a comma sets off and is no name, apposition or
// conjunct, and before times.
func (t *tree) phraseEnd(n int) int {
	end := int(t.last[n])
	for c := n + 1; c < end; c++ {
		f := int(t.first[c])
		if !t.under(c, n) && !t.punct(c) {
			end = c
			break
		}
		if f <= n || f >= end {
			continue
		}
		cut := false
		switch t.rel(c) {
		case "acl":
			cut = t.setOff(c)
		case "appos":
			// "Roe, 54, standing by": an age alone says nothing of who it is.
			cut = t.head(c) == n && t.Tokens[c].UPos == "NUM" && t.setOff(c) && t.beforeToken(n, end) == c+1
		case "advcl", "parataxis", "nsubj", "csubj", "ccomp", "aux", "cop", "discourse", "vocative":
			cut = t.head(c) == n || t.rel(c) == "advcl" && t.Tokens[c].XPos == "VBG" && t.setOff(c)
		case "obl", "nmod":
			if t.head(c) != n {
				break
			}
			cut = t.temporal(c)
			if t.setOff(c) {
				// "Smith, of Ohio," identifies; "many, including Smith," too.
				p, _, _ := t.preposition(c)
				cut = cut || p != "of" && p != "from" && p != "including"
			}
		case "advmod":
			cut = t.head(c) == n && c > n+1
		}
		if cut {
			end = f
		}
	}
	return end
}

// setOff reports whether a comma stands before the subtree of c or opens it.
func (t *tree) setOff(c int) bool {
	f := int(t.first[c])
	return t.form(f) == "," || f > 0 && t.form(f-1) == ","
}

// quantifies reports whether n is a number or a quantity, which adverbs such
// as "roughly" belong to.
func (t *tree) quantifies(n int) bool {
	return t.Tokens[n].UPos == "NUM" || t.find(n, "nummod") >= 0
}

// styled moves the start of a name back over the nouns and adjectives right
// before it that say what he is, where the tree hangs them elsewhere ("Democratic
// pollster Chris Anderson"). What a preposition governs is left alone.
func (t *tree) styled(first int) int {
	if first == 0 || t.Tokens[first].UPos != "PROPN" {
		return first
	}
	if u := t.Tokens[first-1].UPos; u != "NOUN" || t.temporal(first-1) {
		return first
	}
	k := first
	for k > 0 && first-k < 8 {
		p := &t.Tokens[k-1]
		switch p.UPos {
		case "NOUN", "PROPN", "ADJ", "NUM":
			if t.temporal(k-1) || t.quote[k-1] != t.quote[first] {
				return first
			}
			k--
			continue
		case "DET":
			if k > 1 && t.Tokens[k-2].UPos == "ADP" {
				return first
			}
			return k - 1
		case "ADP", "VERB", "AUX", "PART":
			return first
		}
		break
	}
	return k
}

// wholeName widens [first, last) to the names that begin or end outside it,
// with an abbreviated title before the name ("Mr.").
func (t *tree) wholeName(first, last int) (int, int) {
	if last < len(t.Tokens) && t.abbreviated(last-1) && t.Tokens[last].UPos == "PROPN" {
		last++
	}
	for _, n := range t.Names {
		if n.First < last && first < n.Last && n.Last <= len(t.Tokens) && n.First >= 0 {
			last = max(last, n.Last)
			if u := t.Tokens[n.First].UPos; u != "ADP" && u != "SCONJ" && u != "ADV" && u != "CCONJ" {
				first = min(first, n.First)
			}
		}
	}
	for first > 0 && t.abbreviated(first-1) {
		first--
	}
	return first, last
}

// abbreviated reports whether token n is an abbreviated title: "Mr.", "Sen.".
func (t *tree) abbreviated(n int) bool {
	f := t.Tokens[n].Form
	return t.Tokens[n].UPos == "PROPN" && len(f) > 2 && len(f) < 7 && f[len(f)-1] == '.' && f[0] >= 'A' && f[0] <= 'Z' &&
		f[1] >= 'a' && f[1] <= 'z'
}

func opensGroup(form string) bool {
	return form == "(" || form == "[" || strings.ContainsAny(form, "\"“”«»‘’'`„")
}

func closesGroup(form string) bool {
	return form == ")" || form == "]" || strings.ContainsAny(form, "\"“”«»‘’'`“")
}

// upTo widens a source by names that stand between it and the cue behind it,
// or right behind a source that follows its cue: a parser may lose them
// ("strategist Fred Davis said").
func (t *tree) upTo(s article.Span, n, cue int) article.Span {
	k := n
	for k < len(t.Tokens) && t.Tokens[k].Start < s.End {
		k++
	}
	if k == 0 || t.Tokens[k-1].UPos == "PRON" {
		return s
	}
	end := k
	for end < len(t.Tokens) && end < k+4 && t.Tokens[end].UPos == "PROPN" && !t.temporal(end) {
		end++
	}
	if end > k && cue < n && t.form(end) != "," && t.form(end) != "(" && t.subjectElsewhere(k, end, n) {
		return s // "According to the index Jane Roe leads"
	}
	if end > k && (cue < n || end == cue || end < len(t.Tokens) && (t.form(end) == "," || t.form(end) == "(")) {
		s.End = t.Tokens[end-1].End
		if l := t.phraseEnd(k); l > end && (cue < n || l <= cue) {
			s.End = t.Tokens[t.beforeToken(k, l)-1].End
		}
	}
	return s
}

// subjectElsewhere reports whether the name at tokens [from, to) is the subject
// of a verb behind it that does not hang on n.
func (t *tree) subjectElsewhere(from, to, n int) bool {
	s := t.topIn(from, to)
	v := t.head(s)
	return t.rel(s) == "nsubj" && v >= to && t.predicate(v) && !t.under(v, n)
}

// apposed widens a named source to what a comma adds to it, a noun phrase up to
// the next comma or stop ("said Smith, head of the union."), which a parser
// may hang elsewhere.
func (t *tree) apposed(s article.Span, n, cue int) article.Span {
	k := n
	for k < len(t.Tokens) && t.Tokens[k].Start < s.End {
		k++
	}
	if k+2 >= len(t.Tokens) || t.form(k) != "," || t.Tokens[k-1].UPos != "PROPN" {
		return s
	}
	switch t.Tokens[k+1].UPos {
	case "DET", "NOUN", "ADJ", "PROPN":
	case "PRON":
		if t.Tokens[k+1].XPos != "PRP$" {
			return s
		}
	default:
		return s
	}
	noun := false
	for e := k + 1; e < len(t.Tokens); e++ {
		switch u := t.Tokens[e].UPos; u {
		case "NOUN", "PROPN", "DET", "ADJ", "ADP", "NUM", "CCONJ", "PART", "ADV", "SYM":
			noun = noun || u == "NOUN"
			if e > k+30 || t.quote[e] >= 0 {
				return s
			}
		case "PUNCT":
			f := t.form(e)
			if f == "(" || f == ")" || f == "-" || f == "’" || f == "'" {
				continue
			}
			// Before the cue the comma must be the last thing before it.
			if noun && (f == "." || f == ",") && (cue < n || e+1 == cue || e < cue && t.head(e+1) == cue && t.verbal(cue)) {
				s.End = t.Tokens[e-1].End
			}
			return s
		default:
			return s
		}
	}
	return s
}

// beforeToken returns end, or less, so that tokens [n, end) end without
// punctuation.
func (t *tree) beforeToken(n, end int) int {
	for end > n+1 && t.punct(end-1) {
		end--
	}
	return end
}
