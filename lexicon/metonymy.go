package lexicon

import (
	"errors"
	"slices"
)

// A MetonymyRule says what names of capitals and seats stand for beside some
// words.
type MetonymyRule struct {
	Party bool   // for those who govern there; else for the place
	By    string // "case", "noun", "object", "owner" or "subject"
	Words []string
	Line  Line
}

// Metonymy reads the files of kind "metonymy". A word may stand once for each
// way; all faults are returned together.
//
// Fields: party or place | by | word; word; ….
func (s *Set) Metonymy() ([]MetonymyRule, error) {
	type key struct{ by, word string }
	var out []MetonymyRule
	var faults []error
	seen := map[key]Line{}
	for _, l := range s.Lines("metonymy") {
		f, err := fieldsOf(l, 3, 3)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if f[0] != "party" && f[0] != "place" {
			faults = append(faults, l.Errorf("%q is neither party nor place", f[0]))
		}
		if !slices.Contains([]string{"case", "noun", "object", "owner", "subject"}, f[1]) {
			faults = append(faults, l.Errorf("unknown way %q", f[1]))
		}
		r := MetonymyRule{Party: f[0] == "party", By: f[1], Words: List(f[2]), Line: l}
		for _, w := range r.Words {
			if first, twice := seen[key{r.By, w}]; twice {
				faults = append(faults, l.Errorf("%q is already at %s:%d", w, first.File, first.No))
			}
			seen[key{r.By, w}] = l
		}
		out = append(out, r)
	}
	return out, errors.Join(faults...)
}
