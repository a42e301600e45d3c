package lexicon

import (
	"errors"
	"slices"
	"strings"
)

// A Metonym is a word that stands for a party, with the PLOVER sector it
// stands for: "Kremlin" for Russia's GOV, "Capitol Hill" for the United
// States' LEG.
type Metonym struct {
	Name   string // without "the"
	Sector string
}

// Status says what sort of country or territory a line is about.
type Status string

// Statuses of a country line. A line that is not a state bears the code of
// the state to which events are coded.
const (
	State      Status = ""           // a state, or a territory that PLOVER codes for itself
	Dependency Status = "dependency" // Greenland (DNK)
	Breakaway  Status = "breakaway"  // Transnistria (MDA); its parties have the sector PRE as well
	Region     Status = "region"     // Scotland (GBR), Texas (USA), Gaza Strip (PSE)
	Historic   Status = "historic"   // Soviet Union (RUS): the code is the successor's
)

// A Country is a line of countries*.txt: a state or a territory.
type Country struct {
	Code     string // ISO 3166-1 alpha-3 or KOS; unique among states
	Name     string // as news name it, without "the": "United States"
	Aliases  []string
	Demonyms []string // adjectives and nouns, singular and plural
	Capital  string   // or empty
	Metonyms []Metonym
	Wikidata string // "Q30", or empty when not certain
	Status   Status
	Article  bool   // the name takes "the" in running text
	Leader   string // title of whoever leads it: "President", "Prime Minister", "Chancellor", "King"; empty unless a state
	Line     Line
}

// Phrase is the name as running text has it: "the United States", "Iran".
func (c Country) Phrase() string {
	if c.Article {
		return "the " + c.Name
	}
	return c.Name
}

// Countries reads the files of kind "countries". All faults are returned
// together; the countries without fault are returned beside them.
//
// Fields: code | name | aliases | demonyms | capital | metonyms (NAME=SECTOR,
// or NAME for GOV) | wikidata | flags. Flags are a status, "the" and
// "leader=TITLE"; without the last a state's leader is its President.
func (s *Set) Countries() ([]Country, error) { return s.countries.get(s.readCountries) }

func (s *Set) readCountries() ([]Country, error) {
	var out []Country
	var faults []error
	known := newCodes()
	states := map[string]Line{} // by code
	names := map[string]Line{}
	for _, l := range s.Lines("countries") {
		c, err := readCountry(l, known)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if first, twice := names[c.Name]; twice {
			faults = append(faults, l.Errorf("%s is already at %s:%d", c.Name, first.File, first.No))
			continue
		}
		if c.Status == State {
			if first, twice := states[c.Code]; twice {
				faults = append(faults, l.Errorf("code %s is already at %s:%d", c.Code, first.File, first.No))
				continue
			}
			states[c.Code] = l
		}
		names[c.Name] = l
		out = append(out, c)
	}
	for _, c := range out {
		if _, ok := states[c.Code]; !ok {
			faults = append(faults, c.Line.Errorf("no state has the code %s", c.Code))
		}
	}
	for i := range out {
		if more := s.added.aliases[out[i].Code]; out[i].Status == State && len(more) > 0 {
			out[i].Aliases = slices.Concat(out[i].Aliases, more)
		}
	}
	return out, errors.Join(faults...)
}

func readCountry(l Line, known codes) (Country, error) {
	f, err := fieldsOf(l, 4, 8)
	if err != nil {
		return Country{}, err
	}
	c := Country{Code: f[0], Name: f[1], Aliases: List(f[2]), Demonyms: List(f[3]), Capital: f[4], Wikidata: f[6], Line: l}
	var faults []error
	if !known.countries[c.Code] {
		faults = append(faults, l.Errorf("unknown country code %q", c.Code))
	}
	if c.Name == "" {
		faults = append(faults, l.Errorf("no name"))
	}
	faults = append(faults, checkRepeats(l, c.Name, c.Aliases), checkRepeats(l, "", c.Demonyms), checkWikidata(l, c.Wikidata))
	for _, m := range List(f[5]) {
		name, sector, ok := strings.Cut(m, "=")
		if !ok {
			sector = "GOV"
		}
		if name == "" {
			faults = append(faults, l.Errorf("metonym %q has no name", m))
		}
		faults = append(faults, known.checkSectors(l, []string{sector}))
		c.Metonyms = append(c.Metonyms, Metonym{name, sector})
	}
	for _, flag := range List(f[7]) {
		title, isLeader := strings.CutPrefix(flag, "leader=")
		switch {
		case flag == "the":
			c.Article = true
		case isLeader && title != "":
			c.Leader = title
		case slices.Contains([]Status{Dependency, Breakaway, Region, Historic}, Status(flag)) && c.Status == State:
			c.Status = Status(flag)
		default:
			faults = append(faults, l.Errorf("unknown or second flag %q", flag))
		}
	}
	if c.Leader == "" && c.Status == State {
		c.Leader = "President"
	}
	return c, errors.Join(faults...)
}
