package lexicon

import (
	"errors"
	"slices"
)

// A Designator is a word or phrase in a proper name that says what bears the
// name: "University", "Ministry", "Inc".
type Designator struct {
	Words   string // without full stop
	Kind    string // "organization", "government", "group", "place", "event" or "product"
	Sectors []string
	Country string // of whoever bears it, or empty: "USS" of a ship
	Line    Line
}

// Designators reads the files of kind "designators". Words that stand twice
// count as they stand first; all faults are returned together.
//
// Fields: kind | sectors | words; words; … | country, may be missing.
func (s *Set) Designators() ([]Designator, error) { return s.designators.get(s.readDesignators) }

func (s *Set) readDesignators() ([]Designator, error) {
	var out []Designator
	var faults []error
	known := newCodes()
	seen := map[string]bool{}
	for _, l := range s.Lines("designators") {
		f, err := fieldsOf(l, 3, 4)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if !slices.Contains([]string{"organization", "government", "group", "place", "event", "product"}, f[0]) {
			faults = append(faults, l.Errorf("unknown kind %q", f[0]))
		}
		sectors := List(f[1])
		if err := known.checkSectors(l, sectors); err != nil {
			faults = append(faults, err)
		}
		if f[3] != "" {
			if err := known.checkParty(l, f[3]); err != nil {
				faults = append(faults, err)
			}
		}
		for _, w := range List(f[2]) {
			if seen[w] {
				continue
			}
			seen[w] = true
			out = append(out, Designator{w, f[0], sectors, f[3], l})
		}
	}
	return out, errors.Join(faults...)
}
