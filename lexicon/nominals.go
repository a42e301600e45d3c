package lexicon

import (
	"errors"
	"slices"
)

// A Nominal is a common noun that may refer back to somebody or somewhere, or
// that stands for nobody although it stands where a speaker does.
type Nominal struct {
	Noun  string // lower case
	Class string // "place", "person", "pair", "writing", "caption", "question" or "answer"
	Line  Line
}

// Nominals reads the files of kind "nominals". A noun that stands twice counts
// as it stands first; all faults are returned together.
//
// Fields: class | noun; noun; ….
func (s *Set) Nominals() ([]Nominal, error) {
	var out []Nominal
	var faults []error
	seen := map[string]bool{}
	for _, l := range s.Lines("nominals") {
		f, err := fieldsOf(l, 2, 2)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if !slices.Contains([]string{"place", "person", "pair", "writing", "caption", "question", "answer"}, f[0]) {
			faults = append(faults, l.Errorf("unknown class %q", f[0]))
			continue
		}
		for _, n := range List(f[1]) {
			if !seen[n] {
				seen[n] = true
				out = append(out, Nominal{n, f[0], l})
			}
		}
	}
	return out, errors.Join(faults...)
}
