package parse

import (
	"fmt"
	"strings"

	"readout/lexicon"
	"readout/parse/inflect"
)

// headlineVerbs is the class of verbs that headlines use beside those of the
// patterns.
const headlineVerbs = "headline-verb"

// pasts returns, by each form of the present tense that headlines use, the past
// tense of the verbs that the knowledge files' patterns tell events by and of
// those of the class headlineVerbs. Verbs whose past looks like their present
// are left out.
func pasts(set *lexicon.Set) (map[string]string, error) {
	patterns, err := set.Patterns()
	if err != nil {
		return nil, fmt.Errorf("verbs of patterns: %w", err)
	}
	classes, err := set.Classes()
	if err != nil {
		return nil, fmt.Errorf("verbs of headlines: %w", err)
	}
	past := inflect.NewPast()
	out := map[string]string{}
	add := func(verb string) {
		switch verb {
		case "be", "have", "do":
			return // auxiliaries
		}
		if strings.ContainsAny(verb, "- ") {
			return
		}
		if w := past.Of(verb); w != verb {
			out[verb], out[inflect.ThirdPerson(verb)] = w, w
		}
	}
	for _, r := range patterns.Rules {
		for _, p := range r.Patterns {
			if p.Kind != lexicon.VerbPattern {
				continue
			}
			for _, trigger := range p.Triggers {
				verb, _, _ := strings.Cut(trigger, "_")
				add(verb)
			}
		}
	}
	for _, c := range classes {
		if c.Name == headlineVerbs {
			for _, verb := range c.Words {
				add(verb)
			}
		}
	}
	return out, nil
}
