package statement

import (
	"strings"

	"readout/actor"
)

// anonymous returns whom "the man" or "the woman", the source of c, the k-th
// found, takes up where his paragraph has just told of one without a name: who
// spoke last in it ("One resident said it was late. It was cold, the man said"),
// or the subject of the sentence before ("A young cashier was shaken"); -1 where
// there is none, or somebody who is named stands between.
func (r *reading) anonymous(c *candidate, k int, known map[string]int) int {
	t := &r.trees[c.sent]
	d := t.find(c.source, "det")
	if d < 0 || t.form(d) != "the" || !r.again[t.lemma(c.source)] || t.Tokens[c.source].XPos != "NN" || t.quote[c.source] >= 0 || t.find(c.source, "amod", "nmod", "appos") >= 0 {
		return -1
	}
	for j := k - 1; j >= 0 && c.sent-r.found[j].sent <= 2; j-- {
		o := r.found[j]
		if o.within != nil || o.source < 0 || o.sent == c.sent || r.trees[o.sent].Block != t.Block {
			continue
		}
		u := &r.trees[o.sent]
		if u.relative(o.source) {
			continue
		}
		if u.Tokens[o.source].UPos == "PRON" || !u.oneOf(o.source) || o.entity < 0 || !r.undescribed(o.entity, c.source, t) {
			break
		}
		return o.entity
	}
	if c.sent == 0 || r.trees[c.sent-1].Block != t.Block {
		return -1
	}
	u := &r.trees[c.sent-1]
	root := u.Root()
	if root < 0 {
		return -1
	}
	s := u.ownSubject(root)
	if s < 0 || u.Tokens[s].UPos != "NOUN" || u.quote[s] >= 0 || !u.oneOf(s) || r.kinds[u.lemma(s)] != "person" {
		return -1
	}
	if have := r.speakers(u.index, s); len(have) > 0 {
		if r.undescribed(have[0], c.source, t) {
			return have[0]
		}
		return -1
	}
	return r.described(u, s, "say", known)
}

// oneOf reports whether noun n brings in one of many: "a cashier", "one resident".
func (t *tree) oneOf(n int) bool {
	if strings.HasSuffix(t.Tokens[n].XPos, "S") {
		return false
	}
	d := t.find(n, "det", "nummod")
	if d < 0 {
		return false
	}
	switch t.form(d) {
	case "a", "an", "another", "one":
		return true
	}
	return false
}

// undescribed reports whether entity e is one person without a name whom noun n of
// t can mean.
func (r *reading) undescribed(e, n int, t *tree) bool {
	x := &r.cast.Entities[e]
	if x.Plural || x.Kind != actor.Role && !(x.Kind == actor.Person && r.nameless(e)) {
		return false
	}
	switch t.lemma(n) {
	case "man", "boy":
		return x.Gender != 'f'
	}
	return x.Gender != 'm'
}
