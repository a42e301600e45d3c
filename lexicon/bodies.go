package lexicon

import (
	"errors"
	"slices"
	"strings"
)

// A Body is a line of bodies*.txt: an organisation, an organ of a government,
// a group or a place that acts under a name of its own.
type Body struct {
	Name     string // without "the"
	Kind     string // "organization", "government", "group" or "place"
	Country  string // ISO 3166-1 alpha-3, KOS, an international code, or empty
	Sectors  []string
	Aliases  []string // other names and acronyms
	Wikidata string   // or empty when not certain
	Turns    []Turn   // what it became later, by date
	Line     Line
}

// A Turn says what a body is from a date on: rebels who came to govern.
type Turn struct {
	From    string // as Office.From
	Sectors []string
}

// SectorsOn returns what the body is on the date (YYYY-MM-DD, or empty for
// the present).
func (b Body) SectorsOn(date string) []string {
	out := b.Sectors
	for _, t := range b.Turns {
		if date == "" || t.From <= date {
			out = t.Sectors
		}
	}
	return out
}

// Bodies reads the files of kind "bodies". All faults are returned together;
// the bodies without fault are returned beside them. Two bodies may share a
// name or an alias when they differ in country: the Supreme Court of each.
//
// Fields: name | kind | country | sectors | aliases | wikidata | turns: from
// a date on, other sectors ("2021-08-15 GOV REB"), in order of time.
func (s *Set) Bodies() ([]Body, error) { return s.bodies.get(s.readBodies) }

func (s *Set) readBodies() ([]Body, error) {
	type key struct{ name, country string }
	var out []Body
	var faults []error
	known := newCodes()
	seen := map[key]Line{}
	items := map[string]Body{}
	for _, l := range s.Lines("bodies") {
		b, err := readBody(l, known)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		clash := false
		for _, n := range append([]string{b.Name}, b.Aliases...) {
			k := key{n, b.Country}
			if first, twice := seen[k]; twice {
				faults = append(faults, l.Errorf("%s is already at %s:%d", n, first.File, first.No))
				clash = true
			} else {
				seen[k] = l
			}
		}
		if b.Wikidata != "" {
			if other, ok := items[b.Wikidata]; ok {
				faults = append(faults, l.Errorf("%s is %s at %s:%d", b.Wikidata, other.Name, other.Line.File, other.Line.No))
				clash = true
			} else {
				items[b.Wikidata] = b
			}
		}
		if !clash {
			out = append(out, b)
		}
	}
	return append(out, s.added.bodies...), errors.Join(faults...)
}

func readBody(l Line, known codes) (Body, error) {
	f, err := fieldsOf(l, 3, 7)
	if err != nil {
		return Body{}, err
	}
	b := Body{Name: f[0], Kind: f[1], Country: f[2], Sectors: List(f[3]), Aliases: List(f[4]), Wikidata: f[5], Line: l}
	faults := []error{
		known.checkSectors(l, b.Sectors),
		checkWikidata(l, b.Wikidata),
		checkRepeats(l, b.Name, b.Aliases),
	}
	for _, turn := range List(f[6]) {
		from, rest, _ := strings.Cut(turn, " ")
		t := Turn{from, strings.Fields(rest)}
		faults = append(faults, checkTerm(l, from, ""), known.checkSectors(l, t.Sectors))
		if len(t.Sectors) == 0 || len(b.Turns) > 0 && from <= b.Turns[len(b.Turns)-1].From {
			faults = append(faults, l.Errorf("turn %q has no sectors or is not later than the one before", turn))
		}
		b.Turns = append(b.Turns, t)
	}
	if b.Name == "" {
		faults = append(faults, l.Errorf("no name"))
	}
	if !slices.Contains([]string{"organization", "government", "group", "place"}, b.Kind) {
		faults = append(faults, l.Errorf("unknown kind %q", b.Kind))
	}
	if b.Country != "" {
		faults = append(faults, known.checkParty(l, b.Country))
	} else if len(b.Sectors) == 0 {
		faults = append(faults, l.Errorf("neither country nor sectors"))
	}
	return b, errors.Join(faults...)
}
