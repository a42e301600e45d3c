package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNameFiles reads the embedded files that tell about names.
func TestNameFiles(t *testing.T) {
	set, err := Open("")
	if err != nil {
		t.Fatal(err)
	}
	given, err := set.Given()
	if err != nil || len(given) < 1000 {
		t.Errorf("%d given names: %v", len(given), err)
	}
	honorifics, err := set.Honorifics()
	if err != nil || len(honorifics) < 30 {
		t.Errorf("%d honorifics: %v", len(honorifics), err)
	}
	designators, err := set.Designators()
	if err != nil || len(designators) < 100 {
		t.Errorf("%d designators: %v", len(designators), err)
	}
	lists, err := set.Names()
	if err != nil || len(lists) < 10 {
		t.Errorf("%d lists of names: %v", len(lists), err)
	}
	nominals, err := set.Nominals()
	if err != nil || len(nominals) < 50 {
		t.Errorf("%d nominals: %v", len(nominals), err)
	}
	metonymy, err := set.Metonymy()
	if err != nil || len(metonymy) < 6 {
		t.Errorf("%d rules of metonymy: %v", len(metonymy), err)
	}
}

// TestNameFaults checks that faults are told with file and line.
func TestNameFaults(t *testing.T) {
	for _, c := range []struct {
		kind, line, want string
		read             func(*Set) error
	}{
		{"given", "x | John", "neither m nor f", func(s *Set) error { _, err := s.Given(); return err }},
		{"given", "m | John; John", "already at", func(s *Set) error { _, err := s.Given(); return err }},
		{"honorifics", "Mr | x |", "gender", func(s *Set) error { _, err := s.Honorifics(); return err }},
		{"designators", "thing | BUS | Inc", "unknown kind", func(s *Set) error { _, err := s.Designators(); return err }},
		{"designators", "group | XYZ | Inc", "unknown sector", func(s *Set) error { _, err := s.Designators(); return err }},
		{"names", "thing | Ruud", "none of surname", func(s *Set) error { _, err := s.Names(); return err }},
		{"names", "given | Ruud; Anke; Ruud", "stands twice", func(s *Set) error { _, err := s.Names(); return err }},
		{"nominals", "thing | stone", "unknown class", func(s *Set) error { _, err := s.Nominals(); return err }},
		{"metonymy", "maybe | case | in", "neither party nor place", func(s *Set) error { _, err := s.Metonymy(); return err }},
		{"metonymy", "party | way | in", "unknown way", func(s *Set) error { _, err := s.Metonymy(); return err }},
	} {
		dir := t.TempDir()
		name := c.kind + ".mine.txt"
		text := "# origin: test\n# licence: Apache-2.0\n" + c.line + "\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		set, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		err = c.read(set)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), name+":3") {
			t.Errorf("%s: %q: %v", c.kind, c.line, err)
		}
	}
}
