package lexicon

import (
	"errors"
	"strconv"
	"strings"
)

// A Weight is a line of confidence*.txt or of another file of learned weights.
type Weight struct {
	Name  string // of a feature: "actor supplied"
	Value int    // in thousandths
	Line  Line
}

// Weights reads the files of a kind that holds learned weights. A name may
// stand once; all faults are returned together. What the names mean is for
// their user to say and to check.
//
// A line is "name = weight", the weight a whole number of thousandths.
func (s *Set) Weights(kind string) ([]Weight, error) {
	var out []Weight
	var faults []error
	seen := map[string]Line{}
	for _, l := range s.Lines(kind) {
		name, value, ok := strings.Cut(l.Text, "=")
		name = strings.TrimSpace(name)
		n, err := strconv.Atoi(strings.TrimSpace(value))
		first, twice := seen[name]
		switch {
		case !ok || err != nil || name == "":
			faults = append(faults, l.Errorf("weights are: name = thousandths"))
		case n < -1e6 || n > 1e6:
			faults = append(faults, l.Errorf("%d is beyond a million thousandths", n))
		case twice:
			faults = append(faults, l.Errorf("%q is already at %s:%d", name, first.File, first.No))
		default:
			seen[name] = l
			out = append(out, Weight{name, n, l})
		}
	}
	return out, errors.Join(faults...)
}
