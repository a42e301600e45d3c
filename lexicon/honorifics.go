package lexicon

import "errors"

// An Honorific is a word that stands beside a person's name.
type Honorific struct {
	Form   string // without full stop: "Gen"
	Gender byte   // 'm', 'f' or 0
	Means  string // the role or title it is short for, or empty
	Line   Line
}

// Honorifics reads the files of kind "honorifics". A form may stand once; all
// faults are returned together.
//
// Fields: form; form; … | gender | role or title.
func (s *Set) Honorifics() ([]Honorific, error) { return s.honorifics.get(s.readHonorifics) }

func (s *Set) readHonorifics() ([]Honorific, error) {
	var out []Honorific
	var faults []error
	seen := map[string]Line{}
	for _, l := range s.Lines("honorifics") {
		f, err := fieldsOf(l, 2, 3)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if err := checkGender(l, f[1]); err != nil {
			faults = append(faults, err)
		}
		for _, form := range List(f[0]) {
			if first, twice := seen[form]; twice {
				faults = append(faults, l.Errorf("%q is already at %s:%d", form, first.File, first.No))
				continue
			}
			seen[form] = l
			out = append(out, Honorific{form, genderOf(f[1]), f[2], l})
		}
	}
	return out, errors.Join(faults...)
}
