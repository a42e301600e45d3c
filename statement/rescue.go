package statement

import (
	"readout/lexicon"
)

// seemsActive reports whether what the tree takes for a participle is more
// likely a past tense: it has an object of its own, no auxiliary and no agent.
func (t *tree) seemsActive(v int) bool {
	if t.Tokens[v].XPos != "VBN" && t.Tokens[v].XPos != "VBD" || t.find(v, "aux", "aux:pass", "nsubj:pass", "obl:agent") >= 0 {
		return false
	}
	return t.find(v, "obj") > v
}

// restObject returns the phrase whose preposition is the last word of the cue
// ("looked upon the plan"), and the first token behind the preposition.
func (t *tree) restObject(v int, c *candidate) (obj, bare int) {
	for _, k := range t.kids(v) {
		o := int(k)
		if o <= v {
			continue
		}
		if p, _, last := t.preposition(o); p != "" && t.Tokens[last-1].End == c.cueSpan.End {
			return o, last
		}
	}
	return -1, 0
}

// toldClause returns the that-clause of verb v that the tree hangs on the
// listener n ("told reporters that he had"), or -1.
func (t *tree) toldClause(n, v int) int {
	if n < v {
		return -1
	}
	for _, k := range t.kids(n) {
		x := int(k)
		if x < n || t.rel(x) != "acl" && t.rel(x) != "ccomp" {
			continue
		}
		f := int(t.first[x])
		if t.form(f) == "that" && t.find(x, "nsubj", "nsubj:pass", "csubj", "expl") != f && !(t.relative(f) && t.rel(f) == "obj") {
			return x
		}
		if t.Tokens[x].Rel == "acl:relcl" && t.ownSubject(x) == f && t.Tokens[f].UPos == "PRON" && !t.relative(f) && t.find(x, "obj", "cop", "ccomp", "xcomp") >= 0 {
			return x // "told the crowd he was against it"
		}
	}
	return -1
}

// joinedSubject returns the clause behind verb v of which the tree takes the
// first half of the subject for the object of v ("said reforms and taxes would
// pay for it"), or -1.
func (t *tree) joinedSubject(v, obj int) int {
	if obj <= v {
		return -1
	}
	for _, k := range t.kids(v) {
		x := int(k)
		if t.rel(x) != "conj" || x < obj || !t.predicate(x) {
			continue
		}
		f := int(t.first[x])
		if s := t.ownSubject(x); f == int(t.last[obj]) && t.form(f) == "and" && s > f && s < x && t.Tokens[s].UPos != "PRON" {
			return x
		}
		if f == int(t.last[obj]) && t.find(x, "cc") < 0 && t.ownSubject(x) < 0 && !t.punct(f) && t.finite(x) {
			return x // "found cuts by then exceeded a tenth": joined by nothing
		}
	}
	return -1
}

// toldTo returns the listener of verb v, on whom the tree hangs the infinitive
// that he is told to do ("urged both sides to stop"), or -1.
func (t *tree) toldTo(v int) int {
	for _, c := range t.kids(v) {
		n := int(c)
		if n < v || t.rel(n) != "obj" && t.rel(n) != "iobj" {
			continue
		}
		for _, k := range t.kids(n) {
			if x := int(k); x > n && t.rel(x) == "acl" && t.infinitive(x) {
				return n
			}
		}
	}
	return -1
}

// clauseBehind returns the clause that "that" or "whether" opens a few words
// behind verb v, no other verb between, wherever the tree hangs it ("announced
// a month later that he would"); -1 without.
func (r *reading) clauseBehind(t *tree, v int) int {
	reach := 10
	if t.find(v, "iobj") > v && t.find(v, "obj") < 0 {
		reach = 14 // past whom one tells it
	}
	for k := v + 1; k < min(len(t.Tokens), v+reach); k++ {
		if t.verbal(k) && !t.nominalVerb(k) || t.punct(k) && t.form(k) != "," || t.quote[k] >= 0 && t.quote[k] != t.quote[v] {
			return -1
		}
		rel := "mark"
		switch f := t.form(k); f {
		case "whether":
		case "that":
			if t.Tokens[k].XPos != "IN" && t.Tokens[k].UPos != "SCONJ" {
				continue
			}
		case "when", "how", "why", "where":
			// "did not say when": next to the verb, and more than a time.
			if k != v+1 || f == "when" && !t.negated(v) {
				continue
			}
			rel = "advmod"
		default:
			continue
		}
		x := t.head(k)
		if x <= k || int(t.first[x]) != k || !t.predicate(x) || t.rel(k) != rel && !(t.rel(k) == "obj" && t.Tokens[k].UPos == "SCONJ" && t.ownSubject(x) > k && t.Tokens[k-1].UPos == "PROPN") {
			return -1
		}
		h := t.head(x)
		if h > v && h == k-1 && t.rel(h) == "advmod" && t.head(h) == h-1 {
			h, k = h-1, k-1 // "by warning darkly that"
		}
		if h > v && h == k-1 && len(r.cues.Find(lexicon.CueNoun, t.lemma(h))) > 0 && !t.saidIn(h, v) {
			return -1 // "repeated her claim that": the claim's
		}
		return x
	}
	return -1
}

// nominalVerb reports whether token k, taken for a verb, stands for a noun or
// before one: "in her ruling", "a televised address".
func (t *tree) nominalVerb(k int) bool {
	switch t.rel(k) {
	case "amod", "compound":
		return t.Tokens[k].XPos == "VBN"
	case "obl", "nmod":
		return t.find(k, "case") >= 0
	}
	return false
}

// saidIn reports whether noun h tells where verb v, which has no other object,
// was said, so that a clause behind it is the verb's: "said in a report that".
func (t *tree) saidIn(h, v int) bool {
	if t.head(h) != v || t.rel(h) != "obl" || t.find(v, "aux:pass") >= 0 {
		return false
	}
	switch p, _, _ := t.preposition(h); p {
	case "in", "on", "at", "during", "via", "through":
		return t.find(v, "obj") < 0 || t.medium(h)
	}
	return false
}

// charge returns the tokens [of, end) behind object obj of "accuse" that tell
// of what somebody is accused, where the tree hangs them on neither; 0 without.
func (t *tree) charge(v, obj int) (of, end int) {
	if t.lemma(v) != "accuse" {
		return 0, 0
	}
	for k := obj + 1; k < int(t.last[v]); k++ {
		if t.form(k) != "of" || t.quote[k] >= 0 && t.quote[k] != t.quote[v] {
			continue
		}
		h := t.head(k)
		if h >= 0 && (!t.under(h, obj) || t.rel(k) == "mark" && t.Tokens[h].XPos == "VBG") {
			return k, min(max(int(t.last[h]), k+2), len(t.Tokens))
		}
	}
	return 0, 0
}

// speaksFor reports whether noun n is a cue that has its own content.
func (r *reading) speaksFor(t *tree, n int) bool {
	words, _ := match(t, n, r.cues.Find(lexicon.CueNoun, t.lemma(n)))
	if len(words) == 0 {
		return false
	}
	var c candidate
	c.source = -1
	return r.nounContent(t, n, words, &c)
}
