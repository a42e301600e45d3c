package statement

import (
	"slices"

	"readout/actor"
)

// together finds who makes the statement of c with its speaker: the others that
// a plural stands for ("the two leaders"), and whom the source joins with him
// ("the minister and his deputy").
func (r *reading) together(t *tree, c *candidate, known map[string]int) {
	if c.entity < 0 || c.source < 0 {
		return
	}
	for _, n := range [...]int{c.speaker, c.source} {
		if all := r.speakers(c.sent, n); contains(all, c.entity) {
			for _, e := range all {
				if !r.nameless(e) || !r.namedAt(c.entity, c.sent, n) {
					c.join(e)
				}
			}
			break
		}
	}
	if t.rel(c.source) == "conj" {
		return
	}
	r.inRow(t, c)
	for _, n := range t.joinedWith(c.source) {
		if n < c.source || t.rel(n) != "conj" || !t.within(n, c.sourceSpan) || t.alternative(n) || t.oneName(c.source, n) {
			continue
		}
		if n+1 < len(t.Tokens) && t.head(n+1) == c.source && t.rel(n+1) == "conj" {
			continue // "his counterpart Jane Roe", read as two
		}
		c.join(r.joinedSpeaker(t, n, c, known))
	}
}

// namedAt reports whether token n of sentence s lies in a name of entity e, so
// that a title which is part of it is nobody else.
func (r *reading) namedAt(e, s, n int) bool {
	return slices.ContainsFunc(r.named[s], func(x naming) bool {
		return x.entity == e && x.mention.As == actor.AsName && x.mention.First <= n && n < x.mention.Last
	})
}

// joinedWith returns the conjuncts of noun n, and of the names behind it where it
// is a title in the plural: "ministers Jane Roe and John Doe".
func (t *tree) joinedWith(n int) []int {
	var out []int
	for _, k := range t.kids(n) {
		x := int(k)
		switch t.rel(x) {
		case "conj":
			out = append(out, x)
		case "appos", "flat":
			if t.Tokens[n].XPos == "NNS" && x > n && t.Tokens[x].UPos == "PROPN" && !t.setOff(x) {
				out = append(out, t.joinedWith(x)...)
			}
		}
	}
	return out
}

// inRow joins those whom a headline names before the source, a comma between:
// "EU, US condemn vote".
func (r *reading) inRow(t *tree, c *candidate) {
	k := c.source - 1
	if k < 1 || t.form(k) != "," || c.sourceSpan.Start != t.Tokens[0].Start {
		return
	}
	for _, n := range r.named[c.sent] {
		if h := n.mention.Head; h >= 0 && h < k {
			c.join(n.entity)
		}
	}
}

// join counts entity e, if it is one, among those who make the statement.
func (c *candidate) join(e int) {
	if e >= 0 && e != c.entity && !contains(c.others, e) {
		c.others = append(c.others, e)
	}
}

// joinedSpeaker returns whom noun n, joined with the source of c, names: the
// entity that the cast has for it, the person named beside his title ("and its
// coach, Jane Roe"), or somebody who is only described; -1 without.
func (r *reading) joinedSpeaker(t *tree, n int, c *candidate, known map[string]int) int {
	have := r.speakers(c.sent, n)
	if len(have) > 0 && !r.nameless(have[0]) && r.cast.Entities[have[0]].Kind != actor.Role {
		return have[0]
	}
	for _, m := range r.named[c.sent] {
		if h := m.mention.Head; m.mention.As == actor.AsName && r.cast.Entities[m.entity].Kind == actor.Person && h > n && h < len(t.Tokens) && t.head(h) == n &&
			(t.rel(h) == "appos" || t.rel(h) == "flat") {
			return m.entity
		}
	}
	if (t.Tokens[n].XPos == "NN" || t.Tokens[n].XPos == "NNP") && t.find(n, "det", "nmod:poss", "nummod") < 0 && (t.Tokens[c.source].UPos == "PROPN" || t.commaBetween(c.source, n)) {
		return -1 // "Jane Roe, a lawyer and activist,"
	}
	if a := t.find(c.source, "appos"); a > c.source && a < n && t.Tokens[c.source].UPos == "PROPN" && t.Tokens[a].UPos == "NOUN" && t.oneOf(a) && t.oneOf(n) {
		return -1 // "Jane Roe, a lawyer and a member of the board,"
	}
	if len(have) > 0 {
		return have[0]
	}
	return r.described(t, n, c.kind, known)
}

// oneName reports whether tokens a and b belong to one name: "Trinidad and
// Tobago".
func (t *tree) oneName(a, b int) bool {
	for _, n := range t.Names {
		if n.First <= a && a < n.Last && n.First <= b && b < n.Last {
			return true
		}
	}
	return false
}

// alternative reports whether conjunct n is joined by "or", so that one of them
// speaks and not both.
func (t *tree) alternative(n int) bool {
	cc := t.find(n, "cc")
	return cc >= 0 && t.form(cc) != "and" && t.form(cc) != "&" && t.form(cc) != "nor"
}
