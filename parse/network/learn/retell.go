package learn

import (
	"math/rand/v2"
	"slices"

	"readout/parse/network"
)

// A reteller puts other verbs in the place of past forms that have an object or
// stand in the passive, so that a network learns a clause by its shape, also
// with verbs that its training texts have seldom, or only as adjectives
// ("Khartoum severed ties").
type reteller struct {
	share int      // of such verbs, in per cent, that another takes the place of
	verbs []string // past forms of regular verbs, which are their participles, too

	verb, past, participle int // numbers of the tags
	nouns                  []int
	object, subject        int
	barred                 []int // relations of which such a verb has none
}

func newReteller(inv network.Inventory, o Options) *reteller {
	all := func(labels []string, of ...string) (out []int) {
		for _, l := range of {
			if i := slices.Index(labels, l); i >= 0 {
				out = append(out, i)
			}
		}
		return out
	}
	return &reteller{
		share: o.Retold, verbs: o.Verbs,
		verb: slices.Index(inv.UPos, "VERB"), past: slices.Index(inv.XPos, "VBD"), participle: slices.Index(inv.XPos, "VBN"),
		nouns:  all(inv.UPos, "NOUN", "PROPN", "PRON"),
		object: slices.Index(inv.Rel, "obj"), subject: slices.Index(inv.Rel, "nsubj:pass"),
		barred: all(inv.Rel, "ccomp", "xcomp", "iobj", "compound:prt", "expl", "csubj", "csubj:pass", "fixed", "flat"),
	}
}

// retell returns e, or a copy with other verbs.
func (r *reteller) retell(e *Example, rng *rand.Rand) *Example {
	if r.share == 0 || len(r.verbs) == 0 || !e.Tree {
		return e
	}
	c := e
	for i := range e.Tokens {
		if !r.suits(e, i) || rng.IntN(100) >= r.share {
			continue
		}
		if c == e {
			d := *e
			d.Tokens = slices.Clone(e.Tokens)
			c = &d
		}
		c.Tokens[i].Form = r.verbs[rng.IntN(len(r.verbs))]
	}
	return c
}

// suits reports whether any other transitive verb could stand for token i.
func (r *reteller) suits(e *Example, i int) bool {
	if e.UPos[i] != r.verb || e.XPos[i] != r.past && e.XPos[i] != r.participle || capital(e.Tokens[i].Form) {
		return false
	}
	taken := false
	for j, h := range e.Heads {
		if h != i {
			continue
		}
		switch {
		case slices.Contains(r.barred, e.Rel[j]):
			return false
		case e.Rel[j] == r.object && j > i || e.Rel[j] == r.subject && j < i:
			taken = slices.Contains(r.nouns, e.UPos[j])
		}
	}
	return taken
}
