package lexicon

import (
	"errors"
	"fmt"
)

// A Person is a line of people*.txt: somebody of political weight outside the
// offices of offices*.txt, or further spellings for an office holder.
type Person struct {
	Name     string
	Gender   byte     // 'm', 'f' or 0
	Country  string   // ISO 3166-1 alpha-3, KOS, an international code, or empty
	Sectors  []string // the main one first; empty for a line that only adds spellings
	Wikidata string   // or empty when not certain
	Variants []string // full names and surnames: "Alexeï Navalny", "Poutine"
	From, To string   // when the sectors hold, as in Office; both may be empty
	Note     string   // a few words on who it is
	Line     Line
}

// KnownOn says whether the line's sectors hold on the date (see Within).
func (p Person) KnownOn(date string) bool { return Within(date, p.From, p.To) }

// People reads the files of kind "people". All faults are returned together;
// the lines without fault are returned beside them. A person may have several
// lines with different terms.
//
// Fields: name | gender | country | sectors | wikidata | variants | from | to
// | description.
func (s *Set) People() ([]Person, error) { return s.people.get(s.readPeople) }

func (s *Set) readPeople() ([]Person, error) {
	var out []Person
	var faults []error
	known := newCodes()
	seen := map[string]Person{}
	items := map[string]Person{}
	for _, l := range s.Lines("people") {
		p, err := readPerson(l, known)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		key := fmt.Sprintf("%s|%s|%s", p.Name, p.Country, p.From)
		if first, twice := seen[key]; twice {
			faults = append(faults, l.Errorf("%s is already at %s:%d", p.Name, first.Line.File, first.Line.No))
			continue
		}
		seen[key] = p
		if p.Wikidata != "" {
			if other, ok := items[p.Wikidata]; ok && other.Name != p.Name {
				faults = append(faults, l.Errorf("%s is %s at %s:%d", p.Wikidata, other.Name, other.Line.File, other.Line.No))
			} else if !ok {
				items[p.Wikidata] = p
			}
		}
		out = append(out, p)
	}
	return append(out, s.added.people...), errors.Join(faults...)
}

func readPerson(l Line, known codes) (Person, error) {
	f, err := fieldsOf(l, 4, 9)
	if err != nil {
		return Person{}, err
	}
	p := Person{Name: f[0], Gender: genderOf(f[1]), Country: f[2], Sectors: List(f[3]), Wikidata: f[4],
		Variants: List(f[5]), From: f[6], To: f[7], Note: f[8], Line: l}
	faults := []error{
		checkGender(l, f[1]),
		known.checkSectors(l, p.Sectors),
		checkWikidata(l, p.Wikidata),
		checkRepeats(l, p.Name, p.Variants),
		checkTerm(l, p.From, p.To),
	}
	if p.Name == "" {
		faults = append(faults, l.Errorf("no name"))
	}
	if p.Country != "" {
		faults = append(faults, known.checkParty(l, p.Country))
	}
	if len(p.Sectors) == 0 && len(p.Variants) == 0 {
		faults = append(faults, l.Errorf("neither sectors nor variants"))
	}
	return p, errors.Join(faults...)
}
