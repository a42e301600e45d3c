package actor_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/actor"
	"readout/lexicon"
)

// changed opens the lexicon with the lines of one of its files changed.
func changed(t *testing.T, name string, change func(line string) string) *lexicon.Set {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "lexicon", "data", name))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for line := range strings.Lines(string(data)) {
		b.WriteString(change(line))
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	set, err := lexicon.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// TestLandNameFaults checks that words by which a name tells whose it is are told of
// where they name no state or are none.
func TestLandNameFaults(t *testing.T) {
	set := changed(t, "classes.actors.txt", func(line string) string {
		if strings.HasPrefix(line, "land-in-name =") {
			return "land-in-name = usa; xyz house committee; usa senate committee\n"
		}
		return line
	})
	_, err := actor.NewResolver(set, actor.Options{})
	if err == nil {
		t.Fatal("no fault")
	}
	for _, want := range []string{`"usa"`, `"xyz house committee"`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v: want %s", err, want)
		}
	}
	if strings.Contains(err.Error(), "senate") {
		t.Errorf("%v: a fault of what has none", err)
	}
}
