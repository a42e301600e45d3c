package event

import (
	"strings"
	"testing"

	"readout/lexicon"
)

// Every type and mode of PLOVER, and every root of CAMEO that it has a place
// for, has patterns, and every type and mode a checked example.
func TestCoverage(t *testing.T) {
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	all, err := set.Patterns()
	if err != nil {
		t.Fatal(err)
	}
	told, roots := map[string]bool{}, map[string]bool{}
	note := func(c lexicon.Code) {
		told[c.Type] = true
		for _, m := range c.Modes {
			told[c.Type+"/"+m] = true
		}
		if len(c.CAMEO) > 1 {
			roots[c.CAMEO[:2]] = true
		}
	}
	pairs := 0
	for _, r := range all.Rules {
		base := r.Code
		if base.Type == "" {
			base.Type = r.Type
		}
		for _, p := range r.Patterns {
			note(p.Code.Over(base))
			pairs += max(len(p.Triggers), 1)
		}
	}
	for _, table := range all.Tables {
		for _, c := range table.Cases {
			note(c.Code)
		}
	}
	shown := map[string]bool{}
	for _, r := range all.Rules {
		for _, p := range r.Patterns {
			for _, x := range p.Examples {
				for _, w := range strings.Split(x.Want, ";") {
					if f := strings.Fields(w); len(f) > 2 {
						typ, _, _ := strings.Cut(f[1], "/")
						shown[typ], shown[f[1]] = true, true
					}
				}
			}
		}
	}
	for _, k := range Types() {
		names := []string{k.Type}
		for _, m := range k.Modes {
			names = append(names, k.Type+"/"+m.Name)
		}
		for _, n := range names {
			if !told[n] {
				t.Errorf("%s has no pattern", n)
			}
			if !shown[n] {
				t.Errorf("%s has no example", n)
			}
		}
	}
	// 01, mere statements, has no type in PLOVER.
	for _, root := range strings.Fields("02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20") {
		if !roots[root] {
			t.Errorf("CAMEO root %s has no pattern", root)
		}
	}
	f := openFinder(t, Options{})
	if n := len(f.index); pairs < 7000 || n < 1600 {
		t.Errorf("%d patterns counted by trigger over %d words; want 7000 or more over 1600", pairs, n)
	}
}
