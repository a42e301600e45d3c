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
			if x.Rule != "sanction/expel-envoy" || x.Token != 1 || !x.Fits || x.Why != "" {
				t.Errorf("won: %+v", x)
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
