package score_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/score"
)

func TestNames(t *testing.T) {
	gold, err := score.ReadLabelled(strings.NewReader("Ada\tB-PER\nLovelace\tI-PER\nof\tO\nLondon\tB-LOC\n\nAcme\tB-ORG\nInc\tI-ORG\n.\tO\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []score.Labelled{
		{Words: []string{"Ada", "Lovelace", "of", "London"}, Names: []score.LabelledName{{First: 0, Last: 2, Kind: "person"}, {First: 3, Last: 4, Kind: "place"}}},
		{Words: []string{"Acme", "Inc", "."}, Names: []score.LabelledName{{First: 0, Last: 2, Kind: "organization"}}},
	}
	if d := cmp.Diff(want, gold); d != "" {
		t.Error(d)
	}
	system, err := score.ReadLabelled(strings.NewReader("Ada B-PER\nLovelace O\nof O\nLondon I-LOC\n\nAcme B-PER\nInc I-PER\n. O\n"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := score.Names(gold, system)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(score.NameScores{{Gold: 1, System: 2}, {Gold: 1}, {Gold: 1, System: 1, Right: 1}}, got); d != "" {
		t.Error(d)
	}
	if f := got.All().F1(); f != 1.0/3 {
		t.Errorf("F1 %v", f)
	}
	if _, err := score.Names(gold, system[:1]); err == nil {
		t.Error("a sentence less was accepted")
	}
	if _, err := score.ReadLabelled(strings.NewReader("Ada B-PER\nLovelace X\n")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("a bad label: %v", err)
	}
}

// What is read has spans inside its sentence, or is an error.
func FuzzReadLabelled(f *testing.F) {
	f.Add("I I-LI-LOC\r\nOC I-LOC")
	f.Add("Ada\tB-PER\nof O\n\nX I-LOC\r\n")
	f.Fuzz(func(t *testing.T, text string) {
		sentences, err := score.ReadLabelled(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, s := range sentences {
			at := 0
			for _, n := range s.Names {
				if n.First < at || n.Last <= n.First || n.Last > len(s.Words) {
					t.Errorf("%q: name %v of %d words", text, n, len(s.Words))
				}
				at = n.Last
			}
		}
	})
}
