package event

import "testing"

func TestOntology(t *testing.T) {
	kinds := Types()
	if len(kinds) != 16 {
		t.Fatalf("%d types, want 16", len(kinds))
	}
	for _, k := range kinds {
		if Quad(k.Type) < 1 || Quad(k.Type) > 4 {
			t.Errorf("%s: quad %d", k.Type, Quad(k.Type))
		}
		if Score(k.Type, nil) != k.Score {
			t.Errorf("%s: score %v without a mode", k.Type, Score(k.Type, nil))
		}
		if coop := k.Quad <= 2; coop != (k.Score > 0) && k.Type != "REQUEST" {
			t.Errorf("%s: quad %d but score %v", k.Type, k.Quad, k.Score)
		}
		for _, m := range k.Modes {
			if !ValidMode(k.Type, m.Name) || Score(k.Type, []string{m.Name}) != m.Score {
				t.Errorf("%s/%s: score %v, want %v", k.Type, m.Name, Score(k.Type, []string{m.Name}), m.Score)
			}
		}
	}
	if Quad("NONE") != 0 || Score("NONE", []string{"x"}) != 0 || ValidMode("AID", "expel") {
		t.Error("what PLOVER lacks has a quad, a score or a mode")
	}
	if got := Score("ASSAULT", []string{"beat", "unconventional"}); got != -10 {
		t.Errorf("the strongest mode counts: got %v, want -10", got)
	}
	if n := len(Contexts()); n != 37 {
		t.Errorf("%d contexts, want 37", n)
	}
}
