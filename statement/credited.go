package statement

import (
	"slices"
	"strings"

	"readout/actor"
	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// credited makes the statement of a headline that ends with whose words it gives
// behind a colon, token n ("Bomb kills three: police"), or with who speaks about
// what ("Look out for comets: Jane Roe on the sky survey"); nil unless a clause
// stands before the colon and somebody who can speak behind it.
func (r *reading) credited(t *tree, n int) *candidate {
	if n < 3 || t.quote[n] >= 0 || t.index > 0 && r.trees[t.index-1].Block == t.Block || t.index+1 < len(r.trees) && r.trees[t.index+1].Block == t.Block ||
		!t.headline() {
		return nil
	}
	end, topic := t.creditEnd(n)
	if end < 0 || t.asksOrNames(n) {
		return nil
	}
	head := t.topIn(n+1, end)
	person, ok := r.creditable(t, head)
	if !ok || topic && !person || !t.clauseBefore(n, topic) || person && r.presents(t, n) {
		return nil
	}
	c := &candidate{sent: t.index, cue: n, part: lexicon.CueVerb, kind: "say", word: ":", frame: "credited", source: head, speaker: head}
	c.cueSpan, c.sourceSpan = t.Tokens[n].Span, t.trim(n+1, end)
	s := t.trim(0, n)
	if s.Empty() || c.sourceSpan.Empty() {
		return nil
	}
	c.content = []article.Span{s}
	return r.add(c)
}

// creditEnd returns where the noun phrase ends with which a headline ends behind
// its colon, token n, and whether "on" or "about" and what is spoken of follow
// it; -1 where something else stands there.
func (t *tree) creditEnd(n int) (end int, topic bool) {
	for k := n + 1; k < len(t.Tokens); k++ {
		switch t.Tokens[k].UPos {
		case "PROPN", "NOUN", "ADJ", "DET", "PART":
		case "ADP":
			if f := t.form(k); (f == "on" || f == "about") && k > n+1 && k+1 < len(t.Tokens) {
				return k, true
			}
			if t.form(k) != "of" && t.form(k) != "for" || k == n+1 {
				return -1, false
			}
		default:
			return -1, false
		}
		if t.quote[k] >= 0 || k > n+7 {
			return -1, false
		}
	}
	if n+1 == len(t.Tokens) {
		return -1, false
	}
	return len(t.Tokens), false
}

// asksOrNames reports whether the words before token n, a headline's colon, ask
// or head a list, so that what follows answers them: "Who won the vote:".
func (t *tree) asksOrNames(n int) bool {
	if asksWord(t.form(0)) || t.form(0) == "how" {
		return true
	}
	return slices.ContainsFunc(t.Tokens[:n], func(x syntax.Token) bool { return x.Form == ":" || x.Form == "?" })
}

// clauseBefore reports whether a clause stands before token n: a predicate with
// its subject, or, with loose, any verb.
func (t *tree) clauseBefore(n int, loose bool) bool {
	for k := range n {
		if !t.predicate(k) || t.quote[k] >= 0 {
			continue
		}
		if loose && t.verbal(k) && k < n-1 {
			return true
		}
		if s := t.ownSubject(k); s >= 0 && s < k && t.Tokens[k].XPos != "VBG" && t.Tokens[k].Rel != "acl:relcl" {
			return true
		}
	}
	return t.form(0) == "no"
}

// creditable reports whether token n at the end of a headline names somebody
// whose words it may give, and whether that is a person by name.
func (r *reading) creditable(t *tree, n int) (person, ok bool) {
	for _, e := range r.speakers(t.index, n) {
		switch x := &r.cast.Entities[e]; x.Kind {
		case actor.Person:
			return t.Tokens[n].UPos == "PROPN", true
		case actor.Organization, actor.Government, actor.Group, actor.Role:
			return false, true
		default:
			return false, false
		}
	}
	return false, t.Tokens[n].UPos == "NOUN" && (r.somebody(t, n) || r.headlining[t.lemma(n)])
}

// presents reports whether the noun before token n is somebody, or something
// new, that the name behind it may be: "France has a new minister: Jane Roe".
func (r *reading) presents(t *tree, n int) bool {
	k := n - 1
	if t.Tokens[k].UPos != "NOUN" || strings.HasSuffix(t.Tokens[k].XPos, "S") {
		return false
	}
	d := t.find(k, "det")
	return d >= 0 && (t.form(d) == "a" || t.form(d) == "an") || r.somebody(t, k)
}

// credit reports whether nothing stands behind token n, a headline's colon, but
// who may have said what stands before it.
func (r *reading) credit(t *tree, n int) bool {
	end, _ := t.creditEnd(n)
	if end < 0 || !t.headline() {
		return false
	}
	head := t.topIn(n+1, end)
	_, ok := r.creditable(t, head)
	return ok && t.Tokens[head].UPos == "NOUN" && n > 1
}
