package main

import (
	"slices"
	"strings"

	"readout/lexicon"
	"readout/parse/inflect"
)

// otherVerbs are the past forms of the regular verbs that patterns of the
// knowledge files give an object, in alphabetical order.
func otherVerbs(set *lexicon.Set) ([]string, error) {
	patterns, err := set.Patterns()
	if err != nil {
		return nil, err
	}
	past := inflect.NewPast()
	var out []string
	for _, r := range patterns.Rules {
		for _, p := range r.Patterns {
			if p.Kind != lexicon.VerbPattern || !slices.ContainsFunc(p.Slots, func(s lexicon.Slot) bool { return s.Where == lexicon.Object && !s.Optional }) {
				continue
			}
			for _, verb := range p.Triggers {
				if w := past.Of(verb); strings.HasSuffix(w, "ed") && !strings.ContainsAny(verb, "_- ") {
					out = append(out, w)
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
