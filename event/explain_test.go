package event

import "testing"

// Explain names the pattern that won and why others did not.
func TestExplain(t *testing.T) {
	f := openFinder(t, Options{})
	doc, cast := grow(`
Russia Russia PROPN NNP 2 nsubj RUS
expelled expel VERB VBD 0 root
American American ADJ JJ 4 amod USA
diplomats diplomat NOUN NNS 2 obj`)
	won, near := 0, 0
	for _, x := range f.Explain(doc, cast, nil, nil) {
		switch {
		case x.Won:
			won++
			if x.Rule != "sanction/expel-envoy" || x.Token != 1 || !x.Fits || x.Why != "" || !x.Outcome.Told || x.Outcome.Confidence < 0.3 {
				t.Errorf("won: %+v", x)
			}
			if len(x.Slots) == 0 || x.Slots[0].Role != "actor" || x.Slots[0].Token != 0 || len(x.Slots[0].Parties) != 1 {
				t.Errorf("slots: %+v", x.Slots)
			}
		case !x.Fits && x.Why == "":
			t.Errorf("no reason given: %+v", x)
		default:
			near++
		}
		if x.Line.No == 0 || x.Line.File == "" || x.Pattern == "" {
			t.Errorf("no place: %+v", x)
		}
	}
	if won != 1 || near == 0 {
		t.Errorf("%d won and %d others; want one and some", won, near)
	}
}

// Explain says why what fits is not told, and tells what Find does.
func TestExplainOutcome(t *testing.T) {
	f := openFinder(t, Options{})
	for name, c := range map[string]struct {
		tree, why string
		by        int
	}{
		"within another": {`
Sudan Sudan PROPN NNP 2 nsubj SDN
denied deny VERB VBD 0 root
shelling shell VERB VBG 2 xcomp
Chad Chad PROPN NNP 3 obj TCD`, "part of what another word tells", 1},
		"nobody acts": {`
They they PRON PRP 2 nsubj
accused accuse VERB VBD 0 root
Chad Chad PROPN NNP 2 obj TCD`, "the sentence names nobody who does it", -1},
	} {
		doc, cast := grow(c.tree)
		found := false
		for _, x := range f.Explain(doc, cast, nil, nil) {
			found = found || x.Won && x.Outcome.Why == c.why && x.Outcome.By == c.by && !x.Outcome.Told
		}
		if !found {
			t.Errorf("%s: nothing is said to be left out because %q", name, c.why)
		}
	}
}
