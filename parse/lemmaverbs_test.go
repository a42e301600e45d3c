package parse

import (
	"maps"
	"slices"
	"testing"

	"readout/lexicon"
	"readout/parse/inflect"
	"readout/parse/lemma"
)

// Every form of a verb by which the patterns tell events leads back to it.
func TestLemmasOfPatternVerbs(t *testing.T) {
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	l, err := lemma.New()
	if err != nil {
		t.Fatal(err)
	}
	past, err := pasts(set)
	if err != nil {
		t.Fatal(err)
	}
	regular := inflect.NewPast()
	for _, form := range slices.Sorted(maps.Keys(past)) {
		verb := form
		third := inflect.ThirdPerson(verb)
		if past[third] != past[form] || third == form {
			continue // form is the third person itself
		}
		for _, f := range [][2]string{{past[form], "VBD"}, {third, "VBZ"}} {
			if got := l.Lemma(f[0], "VERB", f[1]); got != verb && regular.Of(got) != past[form] { // "fulfil" and "fulfill"
				t.Errorf("%s %s: %s, not %s", f[0], f[1], got, verb)
			}
		}
	}
}
