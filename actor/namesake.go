package actor

import (
	"slices"
	"strings"

	"readout/syntax"
)

// shareSurnames gives a given name before "and" and a person's full name the
// surname of that person: "Charles and David Koch". Where the text names somebody in
// full who begins so, the given name is his.
func (r *casting) shareSurnames() {
	for i := 0; i+1 < len(r.cands); i++ {
		c, d := &r.cands[i], &r.cands[i+1]
		if !r.givenAlone(c) || d.by != byName || d.kind != Person && nameKindOf(d.forms) != Person || d.sent != c.sent || d.first != c.last+1 || d.core[0] != d.first {
			continue
		}
		ws := strings.Fields(d.key)
		toks := r.doc.Sentences[c.sent].Tokens
		if lowered(toks[c.last].Form) != "and" || len(ws) != 2 || !r.isGivenName(ws[0]) || r.beginsName(c.key) {
			continue
		}
		c.key += " " + ws[1]
		c.forms, c.kind = r.k.trie.find(c.key), Person
	}
}

// givenAlone reports whether a name is a given name and nothing besides.
func (r *casting) givenAlone(c *candidate) bool {
	return c.by == byName && c.last-c.first == 1 && c.core[1]-c.core[0] == 1 && len(c.nouns) == 0 && r.isGivenName(c.key) &&
		(c.kind == Person || c.kind == "" || c.kind == syntax.Person)
}

func (r *casting) isGivenName(w string) bool {
	_, ok := r.k.given[w]
	return ok
}

// beginsName reports whether the text names somebody in full whose name begins
// with the word.
func (r *casting) beginsName(w string) bool {
	return slices.ContainsFunc(r.cands, func(c candidate) bool {
		return c.by == byName && c.core[1]-c.core[0] > 1 && strings.HasPrefix(c.key, w+" ")
	})
}
