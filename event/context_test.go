package event

import (
	"slices"
	"testing"
)

// Two governments that deal in words are diplomatic; a government and its own
// people, or a firm, are not.
func TestContextsBetweenStates(t *testing.T) {
	f := openFinder(t, Options{Least: -1})
	for name, c := range map[string]struct {
		tree string
		want bool
	}{
		"two states": {`
Chad Chad PROPN NNP 2 nsubj TCD
criticised criticise VERB VBD 0 root
Niger Niger PROPN NNP 2 obj NER`, true},
		"one state": {`
Chad Chad PROPN NNP 2 nsubj TCD
criticised criticise VERB VBD 0 root
Chadians Chadian PROPN NNP 2 obj TCD`, false},
	} {
		doc, cast := grow(c.tree)
		events := f.Find(doc, cast, nil, nil)
		if len(events) != 1 || events[0].Type != "ACCUSE" {
			t.Fatalf("%s: %+v", name, events)
		}
		if got := slices.Contains(events[0].Contexts, "diplomatic"); got != c.want {
			t.Errorf("%s: contexts %v", name, events[0].Contexts)
		}
	}
}
