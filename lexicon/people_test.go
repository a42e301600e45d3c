package lexicon

import (
	"strings"
	"testing"
)

// setOf makes a set of one file with the given lines.
func setOf(t *testing.T, name string, lines ...string) *Set {
	t.Helper()
	f, err := readFile(name, "# origin: test\n# licence: Apache-2.0\n"+strings.Join(lines, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return &Set{files: []File{f}}
}

// TestFaults holds that every fault in a line is told with file and line,
// and that the lines without fault are still read.
func TestFaults(t *testing.T) {
	readers := map[string]func(*Set) (int, error){
		"countries": func(s *Set) (int, error) { r, err := s.Countries(); return len(r), err },
		"offices":   func(s *Set) (int, error) { r, err := s.Offices(); return len(r), err },
		"people":    func(s *Set) (int, error) { r, err := s.People(); return len(r), err },
		"bodies":    func(s *Set) (int, error) { r, err := s.Bodies(); return len(r), err },
		"titles":    func(s *Set) (int, error) { r, err := s.Titles(); return len(r), err },
		"roles":     func(s *Set) (int, error) { r, err := s.Roles(); return len(r), err },
	}
	good := map[string]string{
		"countries": "FRA | France | | French | Paris | Élysée; Bercy=GOV | Q142",
		"offices":   "FRA | President of France | GOV | Emmanuel Macron | m | 2017-05-14 | | Q3052772",
		"people":    "Marine Le Pen | f | FRA | PTY | Q12927 | Le Pen | | | leader of the National Rally",
		"bodies":    "Bundestag | organization | DEU | LEG | German parliament",
		"titles":    "president | GOV | state | President of {country}",
		"roles":     "peacekeeper | person | UNO; MIL | troops",
	}
	for _, c := range []struct{ kind, line, want string }{
		{"countries", "FRA | France", "2 field(s), want 4 to 8"},
		{"countries", "XYZ | Nowhere | | Nowhere", `unknown country code "XYZ"`},
		{"countries", "DEU | | | German", "no name"},
		{"countries", "DEU | Germany | FRG; FRG | German", `"FRG" is named twice`},
		{"countries", "DEU | Germany | | German; German", `"German" is named twice`},
		{"countries", "DEU | Germany | | German | Berlin | Chancellery=ABC", `unknown sector "ABC"`},
		{"countries", "DEU | Germany | | German | Berlin | =GOV", `metonym "=GOV" has no name`},
		{"countries", "DEU | Germany | | German | Berlin | | 183", `"183" is not a Wikidata item`},
		{"countries", "DEU | Germany | | German | Berlin | | Q183 | leader", `unknown or second flag "leader"`},
		{"countries", "DEU | Germany | | German | Berlin | | Q183 | region; historic", `unknown or second flag "historic"`},
		{"countries", "FRA | France | | Gallic", "France is already at countries.txt:3"},
		{"countries", "FRA | French Republic | | Gallic", "code FRA is already at countries.txt:3"},
		{"countries", "DEU | East Germany | | East German | | | | historic", "no state has the code DEU"},
		{"offices", "FRA | President of France | GOV", "3 field(s), want 6 to 9"},
		{"offices", "XYZ | King of Nowhere | GOV | Ubu | m | 1896", `unknown country code "XYZ"`},
		{"offices", "FRA | King of France | ABC | Ubu | m | 1896", `unknown sector "ABC"`},
		{"offices", "FRA | | GOV | Ubu | m | 1896", "no office"},
		{"offices", "FRA | King of France | GOV | | m | 1896", "no person"},
		{"offices", "FRA | King of France | GOV | Ubu | x | 1896", `gender "x" is neither m nor f`},
		{"offices", "FRA | King of France | GOV | Ubu | m | 1896-13", `date "1896-13" is not YYYY, YYYY-MM or YYYY-MM-DD`},
		{"offices", "FRA | King of France | GOV | Ubu | m | 1897-02 | 1896", "the term ends (1896) before it begins (1897-02)"},
		{"offices", "FRA | King of France | GOV | Ubu | m | 1896 | | Q0", `"Q0" is not a Wikidata item`},
		{"offices", "FRA | King of France | GOV | Ubu | m | 1896 | | | Ubu", `"Ubu" is named twice`},
		{"offices", "FRA | President of France | GOV | Emmanuel Macron | m | 2017-05-14", "this term of Emmanuel Macron is already at offices.txt:3"},
		{"offices", "FRA | Co-Prince of Andorra | GOV | Emmanuel Macron | f | 2017-05-14", "Emmanuel Macron has the other gender at offices.txt:3"},
		{"offices", "FRA | Co-Prince of Andorra | GOV | Emmanuel Macron | m | 2017-05-14 | | Q1", "Emmanuel Macron is Q3052772 at offices.txt:3"},
		{"offices", "FRA | King of France | GOV | Ubu | m | 1896 | | Q3052772", "Q3052772 is Emmanuel Macron at offices.txt:3"},
		{"people", "Marine Le Pen | f", "2 field(s), want 4 to 9"},
		{"people", "| f | FRA | PTY", "no name"},
		{"people", "Ubu | x | FRA | PTY", `gender "x" is neither m nor f`},
		{"people", "Ubu | m | XYZ | PTY", `unknown country code "XYZ"`},
		{"people", "Ubu | m | FRA | PTY; PTY", "sector PTY is named twice"},
		{"people", "Ubu | m | FRA | ABC", `unknown sector "ABC"`},
		{"people", "Ubu | m | FRA | ", "neither sectors nor variants"},
		{"people", "Ubu | m | FRA | PTY | Q12927", "Q12927 is Marine Le Pen at people.txt:3"},
		{"people", "Ubu | m | FRA | PTY | | Père Ubu; Père Ubu", `"Père Ubu" is named twice`},
		{"people", "Ubu | m | FRA | PTY | | | 1896-2", `date "1896-2" is not`},
		{"people", "Marine Le Pen | f | FRA | OPP", "Marine Le Pen is already at people.txt:3"},
		{"bodies", "Bundestag | organization", "2 field(s), want 3 to 7"},
		{"bodies", " | organization | DEU | LEG", "no name"},
		{"bodies", "Bundesrat | thing | DEU | LEG", `unknown kind "thing"`},
		{"bodies", "Bundesrat | organization | XYZ | LEG", `unknown country code "XYZ"`},
		{"bodies", "Bundesrat | organization | DEU | ABC", `unknown sector "ABC"`},
		{"bodies", "Bundesrat | organization | | ", "neither country nor sectors"},
		{"bodies", "Reichstag | organization | DEU | LEG | German parliament", "German parliament is already at bodies.txt:3"},
		{"bodies", "Reichstag | organization | DEU | LEG | Reichstag", `"Reichstag" is named twice`},
		{"bodies", "Reichstag | organization | DEU | LEG | | | 1919-13 GOV", `date "1919-13" is not`},
		{"bodies", "Reichstag | organization | DEU | LEG | | | 1919 ABC", `unknown sector "ABC"`},
		{"bodies", "Reichstag | organization | DEU | LEG | | | 1919", `turn "1919" has no sectors`},
		{"bodies", "Reichstag | organization | DEU | LEG | | | 1919 GOV; 1871 LEG", `turn "1871 LEG" has no sectors or is not later`},
		{"bodies", "Reichstag | organization | DEU | LEG | | Qx", `"Qx" is not a Wikidata item`},
		{"titles", "king | GOV", "2 field(s), want 3 to 5"},
		{"titles", "King | GOV | state | King of {country}", `the noun "King" must be in lower case`},
		{"titles", "king | ABC | state | King of {country}", `unknown sector "ABC"`},
		{"titles", "king | GOV | realm | King of {country}", `unknown field of office "realm"`},
		{"titles", "king | GOV | state | King of {land}", "only {country} and {leader} may stand in braces"},
		{"titles", "king | GOV | state | King of {country} | k", `gender "k" is neither m nor f`},
		{"titles", "president | GOV | state | President of {country}", `"president" is already at titles.txt:3`},
		{"roles", "soldier", "1 field(s), want 2 to 4"},
		{"roles", " | person | MIL", "no noun"},
		{"roles", "soldier | thing | MIL", `unknown kind "thing"`},
		{"roles", "soldier | person | ABC", `unknown sector "ABC"`},
		{"roles", "soldier | person | UNO; IGO", "more than one international code"},
		{"roles", "soldier | person | MIL | brave", `unknown flag "brave"`},
		{"roles", "soldier | person | MIL | troops; troops", `"troops" is named twice`},
		{"roles", "peacekeeper | person | MIL", `"peacekeeper" is already at roles.txt:3`},
	} {
		read := readers[c.kind]
		n, err := read(setOf(t, c.kind+".txt", good[c.kind], c.line))
		want := c.kind + ".txt:4: "
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %q:\n got %v\nwant %s%s", c.kind, c.line, err, want, c.want)
		}
		if n < 1 {
			t.Errorf("%s %q: the good line is lost", c.kind, c.line)
		}
		if n, err := read(setOf(t, c.kind+".txt", good[c.kind])); n != 1 || err != nil {
			t.Errorf("%s: the good line alone: %d, %v", c.kind, n, err)
		}
	}
}

func TestTitleFor(t *testing.T) {
	s := setOf(t, "countries.txt", "GBR | United Kingdom | | British | London | | | the; leader=Prime Minister", "IRN | Iran | | Iranian | Tehran",
		"GBR | Scotland | | Scottish | Edinburgh | | | region")
	countries, err := s.Countries()
	if err != nil {
		t.Fatal(err)
	}
	title := Title{Offices: []string{"{leader} of {country}", "President of {country}", "Pope"}}
	for i, want := range []string{
		"Prime Minister of the United Kingdom; President of the United Kingdom; Pope",
		"President of Iran; Pope",
		"President of Scotland; Pope",
	} {
		if got := strings.Join(title.For(countries[i]), "; "); got != want {
			t.Errorf("%s: %s, want %s", countries[i].Name, got, want)
		}
	}
}
