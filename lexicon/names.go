package lexicon

import (
	"errors"
	"slices"
)

// A NameList is names, or parts of names, of which only the kind is known:
// enough to find them in a text, not to say who bears them.
type NameList struct {
	Kind  string // one of NameKinds
	Names []string
	Line  Line
}

// NameKinds are what the names of a NameList may be: family names, given
// names, names of organisations and names of places.
var NameKinds = [...]string{"surname", "given", "organization", "place"}

// Names reads the files of kind "names". A name may stand in several lists;
// all faults are returned together.
//
// Fields: kind | name; name; ….
func (s *Set) Names() ([]NameList, error) { return s.names.get(s.readNames) }

func (s *Set) readNames() ([]NameList, error) {
	var out []NameList
	var faults []error
	for _, l := range s.Lines("names") {
		f, err := fieldsOf(l, 2, 2)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if !slices.Contains(NameKinds[:], f[0]) {
			faults = append(faults, l.Errorf("kind %q is none of surname, given, organization and place", f[0]))
			continue
		}
		names := List(f[1])
		seen := make(map[string]bool, len(names))
		for _, n := range names {
			if seen[n] {
				faults = append(faults, l.Errorf("%q stands twice", n))
			}
			seen[n] = true
		}
		out = append(out, NameList{f[0], names, l})
	}
	return out, errors.Join(faults...)
}
