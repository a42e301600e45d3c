package statement

import (
	"strings"

	"readout/actor"
)

// manyReach is how many sentences before "they" those whom it means are looked
// for.
const manyReach = 2

// many returns whom "they", the source of c, stands for where chosen, found
// for it by other means or -1, is no more than one person, body or land: the
// people in the plural that are the subject nearest before it in its paragraph
// ("campaign officials looked into it. They said that", "most voters said they
// think"); -1 where chosen is nearer, or nobody is there.
func (r *reading) many(c *candidate, chosen int, known map[string]int) int {
	if chosen >= 0 {
		if e := &r.cast.Entities[chosen]; e.Plural || e.Kind == actor.Group {
			return -1
		}
	}
	at := &r.trees[c.sent]
	quoted := at.quote[c.source]
	for s := c.sent; s >= max(0, c.sent-manyReach); s-- {
		t := &r.trees[s]
		if t.Block != at.Block || len(t.Tokens) > maxSentence {
			return -1
		}
		n := len(t.Tokens)
		if s == c.sent {
			n = c.source
		}
		for n--; n >= 0; n-- {
			if t.rel(n) != "nsubj" || t.quote[n] != quoted {
				continue
			}
			of := t.partOf(n)
			if of < 0 {
				of = n
			}
			if contains(r.speakers(s, n), chosen) || t.form(n) == "they" {
				return -1
			}
			if strings.HasSuffix(t.Tokens[of].XPos, "S") && r.people(t, of) {
				return r.described(t, n, "say", known)
			}
		}
	}
	return -1
}

// people reports whether noun n names those who can speak: by a word that the
// lexicon knows for them, or those of whom the cast knows.
func (r *reading) people(t *tree, n int) bool {
	for _, e := range r.speakers(t.index, n) {
		if x := &r.cast.Entities[e]; !x.Plural && x.Kind != actor.Group {
			return false
		}
	}
	return t.Tokens[n].XPos == "NNPS" || t.Tokens[n].UPos != "PRON" && r.somebody(t, n)
}
