package event

import (
	"errors"
	"slices"

	"readout/lexicon"
)

// A cueIndex finds contexts by the first word of their cues.
type cueIndex struct {
	first map[string][]cue
	names []string // contexts in PLOVER's order
}

type cue struct {
	rest    []string // words after the first
	context int      // index into names
}

func newCues(list []lexicon.Cue) (cueIndex, error) {
	x := cueIndex{first: map[string][]cue{}, names: Contexts()}
	var faults []error
	for _, c := range list {
		k := slices.Index(x.names, c.Context)
		if k < 0 {
			faults = append(faults, c.Line.Errorf("unknown context %q", c.Context))
			continue
		}
		x.first[c.Words[0]] = append(x.first[c.Words[0]], cue{c.Words[1:], k})
	}
	return x, errors.Join(faults...)
}

// contexts returns the contexts of a draft: those of its pattern and of its
// complement, then those that cue words in its clause tell of, in PLOVER's
// order.
func (m *matcher) contexts(d *draft) []string {
	t := &m.tree
	var on [64]bool
	for i := range t.s.Tokens {
		cues := m.f.cues.first[t.lemma(i)]
		if len(cues) == 0 || !m.inScope(i, d.trigger) {
			continue
		}
		for _, c := range cues {
			if !on[c.context] && m.follows(i, c.rest) {
				on[c.context] = true
			}
		}
	}
	var out []string
	for k, name := range m.f.cues.names {
		if on[k] || slices.Contains(d.code.Contexts, name) {
			out = append(out, name)
		}
	}
	return out
}

// follows reports whether the tokens behind i have the lemmas rest, hyphens
// passed over.
func (m *matcher) follows(i int, rest []string) bool {
	t := &m.tree
	for _, w := range rest {
		i++
		for i < len(t.s.Tokens) && t.tok(i).Form == "-" {
			i++
		}
		if i >= len(t.s.Tokens) || t.lemma(i) != w && lower(t.tok(i).Form) != w {
			return false
		}
	}
	return true
}

// inScope reports whether a cue at token i speaks of the event of trigger k:
// it lies below the trigger, or on the way up from it to its clause.
func (m *matcher) inScope(i, k int) bool {
	t := &m.tree
	if t.under(i, k) {
		return true
	}
	v := m.clauseVerb(k)
	if v < 0 {
		return true
	}
	if !t.under(i, v) {
		return false
	}
	// Not inside a clause beside it.
	for steps := 0; i >= 0 && i != v && steps < maxClimb; steps++ {
		switch t.tok(i).Base() {
		case "advcl", "conj", "parataxis", "ccomp":
			if t.isVerb(i) {
				return false
			}
		}
		i = t.head(i)
	}
	return true
}
