package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAbbreviations(t *testing.T) {
	a, err := EmbeddedAbbreviations()
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]AbbreviationClass{
		"Gen": TitleAbbreviation, "GEN": TitleAbbreviation, "gen": 0, "Mr": TitleAbbreviation, "MR": 0,
		"St": PlaceAbbreviation, "No": NumberAbbreviation, "Sept": DateAbbreviation, "in": UnitAbbreviation,
		"vs": InnerAbbreviation, "Inc": EndAbbreviation, "Ph.D": EndAbbreviation, "The": 0, "": 0,
	} {
		if got := a.Class(word); got != want {
			t.Errorf("%q: class %d, want %d", word, got, want)
		}
	}
	if !a.Opener("However") || a.Opener("however") || !a.Cue("asked") || a.Cue("table") {
		t.Error("openers or cues are wrong")
	}
}

func TestAbbreviationsOfUser(t *testing.T) {
	dir := t.TempDir()
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, "abbreviations.user.txt"), []byte("# origin: x\n# licence: y\n"+text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("title | Hptm.\n")
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	a, err := ReadAbbreviations(s)
	if err != nil {
		t.Fatal(err)
	}
	if a.Class("Hptm") != TitleAbbreviation || a.Class("Gen") != TitleAbbreviation {
		t.Error("the user's file does not add to the embedded one")
	}
	for text, want := range map[string]string{
		"title | Hptm\n":        `abbreviations.user.txt:3: "Hptm" is not one word with a full stop at its end`,
		"title | a b.\n":        "is not one word",
		"rank | Hptm.\n":        `unknown class "rank"`,
		"title\n":               "want CLASS | WORD; WORD; …",
		"title | Gen.\n":        `"Gen." is here twice`,
		"opener | The\n":        `"The" is here twice`,
		"end | A1.\nx | B2.\n#": `abbreviations.user.txt:4: unknown class "x"`,
	} {
		write(text)
		s, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadAbbreviations(s); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
}
