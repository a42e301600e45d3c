package lexicon_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/lexicon"
)

// with opens the lexicon with one more file.
func with(t *testing.T, name, text string) *lexicon.Set {
	t.Helper()
	dir := t.TempDir()
	text = "# origin: test\n# licence: Apache-2.0\n" + text
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	set, err := lexicon.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestPlaces(t *testing.T) {
	set := with(t, "places.test.txt", "Atlantis | | sea | 31.5 | -24 | 0 | | Lost City; Poseidonis\n")
	places, namesakes, err := set.Places()
	if err != nil {
		t.Fatal(err)
	}
	if len(places) < 8000 || len(namesakes) == 0 {
		t.Errorf("%d places and %d lines of namesakes", len(places), len(namesakes))
	}
	seen := false
	for _, p := range places {
		if p.Name == "Atlantis" {
			seen = p.Kind == "sea" && p.Lat == 31.5 && p.Lon == -24 && len(p.Aliases) == 2 && p.Line.File == "places.test.txt"
		}
	}
	if !seen {
		t.Error("Atlantis was not read as it is written")
	}
}

func TestPlaceFaults(t *testing.T) {
	set := with(t, "places.test.txt", strings.Join([]string{
		"Nowhere | QQQ | city | 1 | 1",
		"Nowhere | FRA | hamlet | 1 | 1",
		"Nowhere | FRA | city | 91 | 1",
		"Nowhere | FRA | city | 1 | east",
		"Nowhere | FRA | city | 1 | 1 | many",
		"Nowhere | FRA | city | 1 | 1 | 1 | -5",
		"Nowhere | FRA | city | 1",
		"Nowhere | FRA | city | 1 | 1 | 1 | | Here; Here",
		"namesake | odd | here",
		"namesake | word | Here",
		"namesake | word |",
	}, "\n"))
	_, _, err := set.Places()
	if err == nil {
		t.Fatal("no fault was found")
	}
	for _, want := range []string{
		`:3: unknown country code "QQQ"`, `:4: unknown kind "hamlet"`, `:5: "91" is no latitude`, `:6: "east" is no longitude`,
		`:7: "many" is no population`, `:8: "-5" is no GeoNames id`, `:9: 4 field`, `:10: "Here" is named twice`,
		`:11: unknown role "odd"`, `:12: "Here" is not in lower case`, `:13: no word`,
	} {
		if !strings.Contains(err.Error(), "places.test.txt"+want) {
			t.Errorf("no message %q in:\n%v", want, err)
		}
	}
}

func TestTimeFaults(t *testing.T) {
	set := with(t, "times.test.txt", strings.Join([]string{
		"month | smarch | 13",
		"hour | late | 1",
		"unit | Day | D",
		"zone | xyz | 5",
		"holiday | some day | 13-01",
		"holiday | other day | 05-sun-2",
		"holiday | third day | easter+x",
		"named | fourth day | 2001-9-11",
		"weekday | | 1",
	}, "\n"))
	entries, err := set.Times()
	if err == nil || len(entries) < 50 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	for _, want := range []string{
		`:3: "13" is no value for the role month`, `:4: unknown role "hour"`, `:5: "Day" is not in lower case`, `:6: the role zone has no value`,
		`:7: "13-01" is no value`, `:9: "easter+x" is no value`, `:10: "2001-9-11" is no value`, `:11: no word`,
	} {
		if !strings.Contains(err.Error(), "times.test.txt"+want) {
			t.Errorf("no message %q in:\n%v", want, err)
		}
	}
	if strings.Contains(err.Error(), ":8:") {
		t.Errorf("line 8 is right, but: %v", err)
	}
}
