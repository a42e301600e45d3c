package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Class is a named list of words that a pattern may ask for.
type Class struct {
	Name  string
	Words []string // lemmas; words before the last are modifiers: "air strike"
	Line  Line     // where it is first named
}

// Classes reads the files of kind "classes". A line is
//
//	name = word; word; two words; +other
//	name += word
//
// where "+other" takes in the words of another class. The first form gives a
// class its words, the second adds to those of a class that has them, be it
// before, behind or in another file; two lines of the first form for one name
// are a fault. Classes are returned in order of first mention, each word once;
// all faults are returned together.
func (s *Set) Classes() ([]Class, error) { return s.classes.get(s.readClasses) }

func (s *Set) readClasses() ([]Class, error) {
	var out []Class
	var faults []error
	at := map[string]int{}
	given := map[string]Line{} // where a class has its words
	for _, l := range s.Lines("classes") {
		name, list, ok := strings.Cut(l.Text, "=")
		name, adds := strings.CutSuffix(strings.TrimSpace(name), "+")
		name = strings.TrimSpace(name)
		if !ok || !shortName(name) {
			faults = append(faults, l.Errorf("a class is: name = word; word"))
			continue
		}
		if first, twice := given[name]; twice && !adds {
			faults = append(faults, l.Errorf("class %q has its words at %s:%d; += adds to them", name, first.File, first.No))
			continue
		}
		if !adds {
			given[name] = l
		}
		i, known := at[name]
		if !known {
			i = len(out)
			at[name] = i
			out = append(out, Class{Name: name, Line: l})
		}
		words := List(list)
		if len(words) == 0 {
			faults = append(faults, l.Errorf("class %q is empty", name))
		}
		for _, w := range words {
			if w != strings.ToLower(w) {
				faults = append(faults, l.Errorf("%q is not in small letters", w))
			}
			out[i].Words = append(out[i].Words, w)
		}
	}
	for _, c := range out {
		if _, ok := given[c.Name]; !ok {
			faults = append(faults, c.Line.Errorf("+= adds to class %q, which there is not", c.Name))
		}
	}
	var expand func(i int, seen []int) ([]string, error)
	expand = func(i int, seen []int) ([]string, error) {
		if slices.Contains(seen, i) {
			return nil, out[i].Line.Errorf("class %q takes in itself", out[i].Name)
		}
		var words []string
		for _, w := range out[i].Words {
			add := []string{w}
			if other, ok := strings.CutPrefix(w, "+"); ok {
				j, known := at[other]
				if !known {
					return nil, out[i].Line.Errorf("class %q takes in %q, which there is not", out[i].Name, other)
				}
				var err error
				if add, err = expand(j, append(seen, i)); err != nil {
					return nil, err
				}
			}
			for _, a := range add {
				if !slices.Contains(words, a) {
					words = append(words, a)
				}
			}
		}
		return words, nil
	}
	full := make([]Class, len(out))
	for i, c := range out {
		words, err := expand(i, nil)
		if err != nil {
			faults = append(faults, err)
		}
		full[i] = Class{c.Name, words, c.Line}
	}
	return full, errors.Join(faults...)
}

// ClassWords returns the words of the named classes of a list together. Which
// of them the list lacks is an error, said for the package that needs them.
func ClassWords(list []Class, need string, names ...string) (map[string]bool, error) {
	words := map[string]bool{}
	var faults []error
	for _, name := range names {
		found := false
		for i := range list {
			if list[i].Name != name {
				continue
			}
			found = true
			for _, w := range list[i].Words {
				words[w] = true
			}
		}
		if !found {
			faults = append(faults, fmt.Errorf("the class files lack %q, which package %s needs", name, need))
		}
	}
	return words, errors.Join(faults...)
}
