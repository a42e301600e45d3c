package lexicon

import (
	"errors"
	"strings"
)

// A Cue is a word, or words in a row, that tells of a PLOVER context.
type Cue struct {
	Context string
	Words   []string // lemmas in small letters, in order
	Line    Line
}

// Contexts reads the files of kind "contexts". A line is
//
//	context = word; two words; …
//
// Whether PLOVER has the context is for package event to check. A context
// may have several lines; all faults are returned together.
func (s *Set) Contexts() ([]Cue, error) {
	var out []Cue
	var faults []error
	for _, l := range s.Lines("contexts") {
		name, list, ok := strings.Cut(l.Text, "=")
		name = strings.TrimSpace(name)
		words := List(list)
		if !ok || !shortName(strings.ReplaceAll(name, "_", "-")) || len(words) == 0 {
			faults = append(faults, l.Errorf("cues are: context = word; two words"))
			continue
		}
		for _, w := range words {
			if w != strings.ToLower(w) {
				faults = append(faults, l.Errorf("%q is not in small letters", w))
			}
			out = append(out, Cue{name, strings.Fields(w), l})
		}
	}
	return out, errors.Join(faults...)
}
