package lexicon

import "errors"

// A Given is a given name and the gender of most who bear it.
type Given struct {
	Name   string
	Gender byte // 'm' or 'f'
	Line   Line
}

// Given reads the files of kind "given". A name may stand once; all faults are
// returned together.
//
// Fields: m or f | name; name; ….
func (s *Set) Given() ([]Given, error) { return s.given.get(s.readGiven) }

func (s *Set) readGiven() ([]Given, error) {
	var out []Given
	var faults []error
	seen := map[string]Line{}
	for _, l := range s.Lines("given") {
		f, err := fieldsOf(l, 2, 2)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if f[0] != "m" && f[0] != "f" {
			faults = append(faults, l.Errorf("gender %q is neither m nor f", f[0]))
			continue
		}
		for _, name := range List(f[1]) {
			if first, twice := seen[name]; twice {
				faults = append(faults, l.Errorf("%q is already at %s:%d", name, first.File, first.No))
				continue
			}
			seen[name] = l
			out = append(out, Given{name, f[0][0], l})
		}
	}
	return out, errors.Join(faults...)
}
