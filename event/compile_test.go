package event

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/lexicon"
)

// Faults of a user's files are told with file and line, all at once.
func TestCompileFaults(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"patterns.x.txt", "rule banter/joke\nA joke", `patterns.x.txt:3: unknown type "BANTER"`},
		{"patterns.x.txt", "rule aid/give mode=expel\nA hand", `patterns.x.txt:3: AID has no mode "expel"`},
		{"patterns.x.txt", "rule aid/hand\nA hand {nosuch} to R", `patterns.x.txt:4: no class "nosuch"`},
		{"patterns.x.txt", "rule aid/hand\nA{XXX} hand R", `patterns.x.txt:4: no sector or kind "XXX"`},
		{"patterns.x.txt", "rule aid/hand context=fun\nA hand R", `patterns.x.txt:3: unknown context "fun"`},
		{"patterns.x.txt", "rule aid/hand\nA @nosuch R", `patterns.x.txt:4: no class "nosuch"`},
		{"patterns.x.txt", "table odd\nwhen BANTER cameo=010", `patterns.x.txt:4: unknown type "BANTER"`},
		{"contexts.x.txt", "fun = joke", `contexts.x.txt:3: unknown context "fun"`},
		{"classes.grammar.txt", "support = do", `lack "enter"`},
	} {
		dir := t.TempDir()
		text := "# origin: test\n# licence: Apache-2.0\n" + c.text + "\n"
		if err := os.WriteFile(filepath.Join(dir, c.file), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		set, err := lexicon.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		_, err = NewFinder(set, Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s", c.text, err, c.want)
		}
	}
}

// A user's file adds rules, and its rule is found.
func TestUserPatterns(t *testing.T) {
	dir := t.TempDir()
	text := "# origin: test\n# licence: Apache-2.0\nrule support/serenade cameo=051\nA serenade R\n"
	if err := os.WriteFile(filepath.Join(dir, "patterns.mine.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	set, err := lexicon.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	f, err := NewFinder(set, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := summaries(f, `
Russia Russia PROPN NNP 2 nsubj RUS
serenaded serenade VERB VBD 0 root
France France PROPN NNP 2 obj FRA`)
	if got != "RUS SUPPORT FRA" {
		t.Errorf("got %q", got)
	}
}
