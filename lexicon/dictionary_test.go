package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// opened opens the embedded lexicon with a folder of the files given.
func opened(t testing.TB, files map[string]string) (*Set, error) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return Open(dir)
}

// A dictionary adds what the lexicon's own files do not know.
func TestDictionaryAdds(t *testing.T) {
	s, err := opened(t, map[string]string{
		"Mine.actors.txt": `# written for a test
ZUBROWKA_ASSEMBLY_OF_MINERS_  ; and its names
+ZUBROWKAN_MINERS_
+ZAM_
	[ZAFLAB]
OTILIA_VANDERKROON_
+PRESIDENT_OTILIA_VANDERKROON
+OTTILIE_VANDERKROON_
+THE_VANDERKROON_GOVERNMENT
	[ZAFELI 840101-981231]
	[ZAFGOV >990101]
	[ZAFOPP]
REPUBLIC_OF_ZUBROWKALAND [ZAF]
VLADIMIR_PUTIN_
+VOVA_PUTINOWSKI
	[RUSBUS]
NOBODY_AT_ALL [---]
FRONT_OF_THE_SEVEN_LAKES_(FSL) [IGOUNOHLH]
`,
		"agents.txt": `!PERSON! = MAN, MEN, WOMAN, WOMEN, PERSON
KELP_FARMER [~AGR]
SKIFF!PERSON! [~AGR]  # of boats
WAYLAYER {WAYLAYERS, WAYLAYERMEN} [~CRM]
MINISTER [~MED]
`})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.DictionaryFaults(); err != nil {
		t.Errorf("faults: %v", err)
	}
	want := added{
		bodies: []Body{
			{Name: "Zubrowka Assembly of Miners", Kind: "organization", Country: "ZAF", Sectors: []string{"LAB"}, Aliases: []string{"Zubrowkan Miners", "Zam"}},
			{Name: "Front of the Seven Lakes", Kind: "organization", Country: "UNO", Sectors: []string{"MED"}, Aliases: []string{"FSL"}},
		},
		people: []Person{
			{Name: "Otilia Vanderkroon", Country: "ZAF", Sectors: []string{"ELI"}, Variants: []string{"Ottilie Vanderkroon"}, From: "1984-01-01", To: "1998-12-31"},
			{Name: "Otilia Vanderkroon", Country: "ZAF", Sectors: []string{"GOV"}, Variants: []string{"Ottilie Vanderkroon"}, From: "1999-01-01"},
			{Name: "Otilia Vanderkroon", Country: "ZAF", Sectors: []string{"OPP"}, Variants: []string{"Ottilie Vanderkroon"}, To: "1983-12-31"},
			{Name: "Vladimir Putin", Gender: 'm', Country: "RUS", Variants: []string{"Vova Putinowski"}},
		},
		roles: []Role{
			{Noun: "kelp farmer", Kind: "person", Sectors: []string{"AGR"}},
			{Noun: "skiffman", Kind: "person", Sectors: []string{"AGR"}},
			{Noun: "skiffwoman", Kind: "person", Sectors: []string{"AGR"}},
			{Noun: "skiffperson", Kind: "person", Sectors: []string{"AGR"}},
			{Noun: "waylayer", Kind: "person", Sectors: []string{"CRM"}},
			{Noun: "waylayers", Kind: "person", Sectors: []string{"CRM"}, Flags: []string{"plural"}},
			{Noun: "waylayermen", Kind: "person", Sectors: []string{"CRM"}, Flags: []string{"plural"}},
		},
		aliases: map[string][]string{"ZAF": {"Republic of Zubrowkaland"}},
	}
	got := s.added
	for i := range got.people {
		got.people[i].Line = Line{}
	}
	for i := range got.bodies {
		got.bodies[i].Line = Line{}
	}
	for i := range got.roles {
		got.roles[i].Line = Line{}
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(added{})); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	countries, err := s.Countries()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range countries {
		if c.Code == "ZAF" && c.Status == State && c.Aliases[len(c.Aliases)-1] != "Republic of Zubrowkaland" {
			t.Errorf("South Africa is also %v", c.Aliases)
		}
	}
}

// Each faulty line is named; the others are read.
func TestDictionaryFaults(t *testing.T) {
	s, err := opened(t, map[string]string{"Bad.actors.txt": `ZUBROWKA_PARTY_
	[ZAFPTY 20100230-20120101]
ZUBROWKA_UNION_ [ZAFLAB
LEAGUE_OF_ZUBROWKA_ [QQQREB]
	[ZAFREB >20200101]
	[ZAFREB 20200101]
	[ZAFREB 20200101-20190101]
	[ZAFR]
+
DUKES_OF_ZUBROWKA_ [ZAFGOV]
	ZAFGOV
`, "Bad.agents.txt": `SPADE!WORKER! [~LAB]
DELVER {DELVERS [~LAB]
DITCHER
!X = A
`, "Bad.verbs.txt": "anything [\n"})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"Bad.actors.txt:2: dates are YYMMDD or YYYYMMDD, not 20100230-20120101",
		"Bad.actors.txt:3: codes are [CODE] or [CODE date]: [ZAFLAB",
		"Bad.actors.txt:4: unknown code QQQ in QQQREB",
		"Bad.actors.txt:6: dates are >DATE, <DATE or DATE-DATE, not 20200101",
		"Bad.actors.txt:7: the term 20200101-20190101 ends before it begins",
		"Bad.actors.txt:8: the code ZAFR is not made of groups of three letters",
		`Bad.actors.txt:9: "" is no name`,
		"Bad.actors.txt:11: an indented line holds codes in brackets",
		"Bad.agents.txt:1: !WORKER! is no set of words",
		"Bad.agents.txt:2: braces hold the plural: NOUN {PLURAL} [~CODE]",
		"Bad.agents.txt:3: no code",
		"Bad.agents.txt:4: a set of words is !NAME! = WORD, WORD",
	}
	if d := cmp.Diff(want, strings.Split(s.DictionaryFaults().Error(), "\n")); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	bodies, err := s.Bodies()
	if err != nil {
		t.Fatal(err)
	}
	if last := bodies[len(bodies)-1].Name; last != "Dukes of Zubrowka" {
		t.Errorf("the last body is %s", last)
	}
}

// A file of the user's that is of no kind is refused, not ignored.
func TestUnknownKind(t *testing.T) {
	_, err := opened(t, map[string]string{"body.mine.txt": "# origin: x\n# licence: x\nA | group | ZAF | REB\n"})
	if err == nil || !strings.Contains(err.Error(), `body.mine.txt: "body" is no kind of knowledge`) {
		t.Errorf("%v", err)
	}
}

// CAMEO's codes in PLOVER's terms.
func TestCameoParty(t *testing.T) {
	c := newCameoCodes()
	for code, want := range map[string]cameoParty{
		"USA": {"USA", ""}, "USAGOVMIL": {"USA", "GOV MIL"}, "IGOUNOREFHCR": {"UNO", "REF"}, "IGOEUREEC": {"EUR", ""},
		"IGOWSTNAT": {"IGO", ""}, "ROMMED": {"ROU", "JRN"}, "NGOHLH": {"NGO", "MED"}, "IMGMUSALQ": {"IMG", "REL"},
		"INTREB": {"", "REB"}, "CHRCTH": {"", "REL"}, "NGOCHRPRO214": {"NGO", "REL"}, "PSEINS": {"PSE", "REB"},
	} {
		if got, why := c.party(code); got != want || why != "" {
			t.Errorf("%s: %+v (%s), want %+v", code, got, why, want)
		}
	}
	for _, code := range []string{"", "US", "usa", "QQQ", "WST", "ALQ"} {
		if got, why := c.party(code); why == "" {
			t.Errorf("%q: %+v without a fault", code, got)
		}
	}
}

// Names as people write them.
func TestDictName(t *testing.T) {
	for in, want := range map[string]string{
		"BAN_KI-MOON": "Ban Ki-Moon", "BANK_OF_AMERICA_": "Bank of America", "THE_UN_": "UN", "U.N._": "U.N.", "SEAN_O'BRIEN": "Sean O'Brien",
		"JOHN_MCCAIN_": "John McCain", "_": "", "39649_": "", "Mixed_Case": "Mixed Case", "AL-QAIDA": "Al-Qaida", "VANDERKROON'S": "Vanderkroon's",
	} {
		if got := dictName(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// The dictionaries that lie beside the data are read as they are: all but a
// few faulty lines.
func TestPhoenix(t *testing.T) {
	data := os.Getenv("READOUT_DATA")
	if data == "" {
		data = filepath.Join("..", "..", "shared", "data")
	}
	dir := filepath.Join(data, "dictionaries")
	if _, err := os.Stat(dir); err != nil {
		t.Skip(err)
	}
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(s.DictionaryFaults().Error(), "\n") + 1; n > 60 {
		t.Errorf("%d faults", n)
	}
	if a := s.added; len(a.people) < 10000 || len(a.bodies) < 5000 || len(a.roles) < 500 {
		t.Errorf("only %d people, %d bodies, %d roles", len(a.people), len(a.bodies), len(a.roles))
	}
}

// No dictionary makes the reader fail, and what it adds has a name, a code
// that exists and a place.
func FuzzDictionary(f *testing.F) {
	f.Add("A_B_ [USAGOV >010101]\n+C_\n\t[ELI]\n", "!X! = A, B\nQ!X! {} [~COP]\n")
	f.Add("\xff_ [IGOUNO <1]\n+(\n[", "!!={}[~]\n{\n")
	f.Fuzz(func(t *testing.T, actors, agents string) {
		d := dictionaries{cameo: newCameoCodes()}
		d.readActors(readDictionary("a", actorsDictionary, actors).Lines)
		d.readAgents(readDictionary("b", agentsDictionary, agents).Lines)
		n := &namer{parties: map[string]bool{}, people: map[string]Person{}, nouns: map[string]bool{}, given: map[string]bool{},
			styles: map[string]bool{}, persons: map[string]bool{}, out: added{aliases: map[string][]string{}}}
		known := newCodes()
		for i := range d.actors {
			n.actor(&d.actors[i])
		}
		for i := range d.agents {
			n.agent(&d.agents[i])
		}
		for _, b := range n.out.bodies {
			if b.Name == "" || b.Line.No == 0 || b.Country != "" && known.checkParty(b.Line, b.Country) != nil || known.checkSectors(b.Line, b.Sectors) != nil {
				t.Errorf("%+v", b)
			}
		}
		for _, p := range n.out.people {
			if p.Name == "" || len(p.Sectors) == 0 && len(p.Variants) == 0 || checkTerm(p.Line, p.From, p.To) != nil {
				t.Errorf("%+v", p)
			}
		}
		for _, r := range n.out.roles {
			if r.Noun == "" || r.Noun != strings.ToLower(r.Noun) {
				t.Errorf("%+v", r)
			}
		}
		for _, err := range d.faults {
			if !strings.HasPrefix(err.Error(), "a:") && !strings.HasPrefix(err.Error(), "b:") {
				t.Errorf("a fault without a place: %v", err)
			}
		}
	})
}
