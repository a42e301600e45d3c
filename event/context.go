package event

import (
	"errors"
	"slices"

	"readout/lexicon"
)

// A cueIndex finds contexts by the first word of their cues.
type cueIndex struct {
	first   map[string][]cue
	between map[string][]int // type → contexts of dealings between states
	names   []string         // contexts in PLOVER's order
}

type cue struct {
	rest    []string // words after the first
	context int      // index into names
}

func newCues(list []lexicon.Cue, dealings []lexicon.Dealing) (cueIndex, error) {
	x := cueIndex{first: map[string][]cue{}, between: map[string][]int{}, names: Contexts()}
	var faults []error
	for _, c := range list {
		k := slices.Index(x.names, c.Context)
		if k < 0 {
			faults = append(faults, c.Line.Errorf("unknown context %q", c.Context))
			continue
		}
		x.first[c.Words[0]] = append(x.first[c.Words[0]], cue{c.Words[1:], k})
	}
	for _, d := range dealings {
		k := slices.Index(x.names, d.Context)
		if k < 0 {
			faults = append(faults, d.Line.Errorf("unknown context %q", d.Context))
			continue
		}
		for _, t := range d.Types {
			if _, ok := ontology[t]; !ok {
				faults = append(faults, d.Line.Errorf("unknown type %q", t))
			}
			x.between[t] = append(x.between[t], k)
		}
	}
	return x, errors.Join(faults...)
}

// contexts returns the contexts of a draft in PLOVER's order: those of its
// pattern and of its complement, those that cue words in its clause tell of,
// and those of dealings between states.
func (m *matcher) contexts(d *draft) []string {
	t := &m.tree
	var on [64]bool
	for i := range t.s.Tokens {
		m.cued(i, d.trigger, m.f.cues.first[t.lemma(i)], &on)
		if form := lower(t.tok(i).Form); form != t.lemma(i) {
			m.cued(i, d.trigger, m.f.cues.first[form], &on) // "arms" are no arm
		}
	}
	if list := m.f.cues.between[d.code.Type]; len(list) > 0 && m.betweenStates(d) {
		for _, k := range list {
			on[k] = true
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

// cued notes the contexts that cues beginning at token i tell of trigger k.
func (m *matcher) cued(i, k int, cues []cue, on *[64]bool) {
	if len(cues) == 0 || !m.inScope(i, k) {
		return
	}
	for _, c := range cues {
		if !on[c.context] && m.follows(i, c.rest) {
			on[c.context] = true
		}
	}
}

// betweenStates reports whether the parties of a draft are of more than one
// country or international body, and each is or acts for its government.
func (m *matcher) betweenStates(d *draft) bool {
	first, several := "", false
	for _, list := range [...][]int{d.actors, d.recipients} {
		for _, p := range list {
			e := &m.cast.Entities[p]
			if e.Country == "" || len(e.Sectors) > 0 && !slices.Contains(e.Sectors, "GOV") {
				return false
			}
			several = several || first != "" && e.Country != first
			first = e.Country
		}
	}
	return several
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
