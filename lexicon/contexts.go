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

// A Dealing is a context that events of some types have when states, or
// international bodies, deal with each other.
type Dealing struct {
	Context string
	Types   []string
	Line    Line
}

// between marks the lines of dealings.
const between = " between states"

// Contexts reads the cues in the files of kind "contexts". A line is
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
		name, words := strings.TrimSpace(name), List(list)
		if !ok || !shortName(strings.ReplaceAll(strings.TrimSuffix(name, between), "_", "-")) || len(words) == 0 {
			faults = append(faults, l.Errorf("cues are: context = word; two words"))
			continue
		}
		if strings.HasSuffix(name, between) {
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

// Dealings reads the lines of the files of kind "contexts" that are
//
//	context between states = TYPE; TYPE; …
//
// Whether PLOVER has the context and the types is for package event to check.
// Faulty lines are named by Contexts.
func (s *Set) Dealings() []Dealing {
	var out []Dealing
	for _, l := range s.Lines("contexts") {
		name, list, _ := strings.Cut(l.Text, "=")
		if context, ok := strings.CutSuffix(strings.TrimSpace(name), between); ok {
			out = append(out, Dealing{context, List(list), l})
		}
	}
	return out
}
