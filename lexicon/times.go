package lexicon

import (
	"errors"
	"strconv"
	"strings"
)

// A TimeEntry is a line of times*.txt: words or phrases that play one role in
// expressions of time.
type TimeEntry struct {
	Role    string   // "month", "weekday", "holiday", …
	Phrases []string // lower case; the words of a phrase are separated by one space
	Value   string   // as the role wants it, or empty
	Line    Line
}

// timeRoles says how the value of each role is checked; nil: there is none.
var timeRoles = map[string]func(string) bool{
	"month":   numberTo(12),
	"weekday": numberTo(7),
	"season":  oneOf("SP SU FA WI"),
	"part":    oneOf("TMO TMI TAF TEV TNI"),
	"parts":   oneOf("TMO TMI TAF TEV TNI"),
	"unit":    oneOf("D W M Y Q E C F WE H N S"),
	"units":   oneOf("D W M Y Q E C F WE H N S"),
	"number":  numberTo(1000),
	"ordinal": numberTo(1000),
	"set":     oneOf("PT1H P1D P1W P2W P1M P3M P1Y"),
	"vague":   oneOf("PAST_REF PRESENT_REF FUTURE_REF"),
	"holiday": holidayRule,
	"named":   namedDay,
	"famous":  namedDay,
	"zone":    nil, "filler": nil, "counted": nil, "label": nil, "paper": nil,
	"future": nil, "past": nil, "plan": nil, "scheduled": nil,
}

// Times reads the files of kind "times", whose heads explain the roles. All
// faults are returned together; the entries without fault are returned beside
// them.
func (s *Set) Times() ([]TimeEntry, error) {
	var out []TimeEntry
	var faults []error
	for _, l := range s.Lines("times") {
		f, err := fieldsOf(l, 2, 3)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		e := TimeEntry{Role: f[0], Phrases: List(f[1]), Value: f[2], Line: l}
		check, known := timeRoles[e.Role]
		switch {
		case !known:
			err = l.Errorf("unknown role %q", e.Role)
		case len(e.Phrases) == 0:
			err = l.Errorf("no word")
		case f[1] != strings.ToLower(f[1]):
			err = l.Errorf("%q is not in lower case", f[1])
		case check == nil && e.Value != "":
			err = l.Errorf("the role %s has no value", e.Role)
		case check != nil && !check(e.Value):
			err = l.Errorf("%q is no value for the role %s", e.Value, e.Role)
		}
		if err != nil {
			faults = append(faults, err)
			continue
		}
		out = append(out, e)
	}
	return out, errors.Join(faults...)
}

func numberTo(max int) func(string) bool {
	return func(v string) bool {
		n, err := strconv.Atoi(v)
		return err == nil && n >= 1 && n <= max
	}
}

func oneOf(values string) func(string) bool {
	return func(v string) bool {
		for _, w := range strings.Fields(values) {
			if v == w {
				return true
			}
		}
		return false
	}
}

// holidayRule accepts MM-DD, MM-WEEKDAY-N, easter, easter+N, easter-N and nothing.
func holidayRule(v string) bool {
	if v == "" {
		return true
	}
	if rest, ok := strings.CutPrefix(v, "easter"); ok {
		_, err := strconv.Atoi(rest)
		return rest == "" || err == nil && (rest[0] == '+' || rest[0] == '-')
	}
	month, rest, _ := strings.Cut(v, "-")
	if len(month) != 2 || !numberTo(12)(month) {
		return false
	}
	if day, nth, ok := strings.Cut(rest, "-"); ok {
		n, err := strconv.Atoi(nth)
		return oneOf("mon tue wed thu fri sat sun")(day) && err == nil && (n == -1 || n >= 1 && n <= 5)
	}
	return len(rest) == 2 && numberTo(31)(rest)
}

// namedDay accepts YYYY-MM-DD.
func namedDay(v string) bool {
	f := strings.Split(v, "-")
	if len(f) != 3 || len(f[0]) != 4 || len(f[1]) != 2 || len(f[2]) != 2 {
		return false
	}
	return numberTo(9999)(f[0]) && numberTo(12)(f[1]) && numberTo(31)(f[2])
}
