package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCuesShipped(t *testing.T) {
	set, err := Open("")
	if err != nil {
		t.Fatal(err)
	}
	c, err := ReadCues(set)
	if err != nil {
		t.Fatal(err)
	}
	if c.Words() < 600 {
		t.Errorf("%d cues; at least 600 are promised", c.Words())
	}
	for _, k := range CueKinds {
		found := false
		for _, l := range set.Lines("cues") {
			found = found || l.Fields()[1] == k
		}
		if !found {
			t.Errorf("kind %q has no cue", k)
		}
	}
	for _, w := range []string{"criticise", "criticize", "favour", "favor"} {
		if len(c.Find(CueVerb, w)) == 0 {
			t.Errorf("verb %q is unknown", w)
		}
	}
	out := false
	for _, cue := range c.Find(CueVerb, "point") {
		out = out || strings.Join(cue.Rest, " ") == "out" && cue.Frames&CueThat != 0
	}
	if !out {
		t.Error(`"point out" takes no that-clause`)
	}
}

func TestCueFaults(t *testing.T) {
	for text, want := range map[string]string{
		"verb | say | that":               "cues.txt:3",
		"word | say | that | x":           `unknown part "word"`,
		"verb | sing | that | x":          `unknown kind "sing"`,
		"verb | say | because | x":        `unknown frame "because"`,
		"verb | say | from+of | x":        "for nouns",
		"verb | say | that | Say":         "not lower case",
		"verb | say | that | x; y; x":     "twice",
		"verb | say | that | ;":           "no word",
		"verb | say | | x":                "no frame",
		"a\nverb | say | that | x\nb | c": "cues.txt:5",
	} {
		dir := t.TempDir()
		file := filepath.Join(dir, "cues.txt")
		if err := os.WriteFile(file, []byte("# origin: test\n# licence: none\n"+text+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		set, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		if _, err = ReadCues(set); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "cuecounts.txt"), []byte("# origin: t\n# licence: t\nverb | say | that | 3 / 2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	set, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err = ReadCues(set); err == nil || !strings.Contains(err.Error(), "cuecounts.txt:3") {
		t.Errorf("error %v", err)
	}
}
