package event

import (
	"slices"
	"time"

	"readout/timex"
)

// fate reports whether two events tell what befalls a named person once: he is
// killed, abducted or taken, and by nobody else. Being killed has one date,
// whatever a report makes of it; captors, whose prisoner a report counts in
// years, and courts may come back, so that what they do must not lie more than
// a year and a half apart.
func (c comparer) fate(a, b *Event) bool {
	if a.Type != b.Type || a.BySpeaker || b.BySpeaker || len(a.Recipients) != 1 || len(b.Recipients) != 1 || a.Recipients[0] != b.Recipients[0] || !c.byName(a.Recipients[0]) {
		return false
	}
	for _, x := range []string{Future, Negation, Hypothetical} {
		if slices.Contains(a.Aux, x) || slices.Contains(b.Aux, x) {
			return false
		}
	}
	if !c.compatible(a.Actors, b.Actors) || len(a.Actors)+len(b.Actors) == 0 && a.Date == "" && b.Date == "" && c.lemma(a) != c.lemma(b) {
		return false
	}
	both := func(mode string) bool { return slices.Contains(a.Mode, mode) && slices.Contains(b.Mode, mode) }
	switch {
	case a.Rule == harm && b.Rule == harm && c.lemma(a) == "kill" && c.lemma(b) == "kill", a.Type == "ASSAULT" && both("targeted"):
		return true
	case a.Type == "ASSAULT" && both("abduct"), a.Type == "COERCE" && both("arrest"):
		return closer(a.Date, b.Date, 550)
	}
	return false
}

// closer reports whether at most so many days may lie between two dates; an
// empty one can be any.
func closer(a, b string, days int) bool {
	if overlap(a, b) {
		return true
	}
	af, at, ok1 := timex.Bounds(a)
	bf, bt, ok2 := timex.Bounds(b)
	gap := func(to, from string) bool {
		x, err1 := time.Parse(time.DateOnly, to)
		y, err2 := time.Parse(time.DateOnly, from)
		return err1 == nil && err2 == nil && y.Sub(x) <= time.Duration(days)*24*time.Hour
	}
	return ok1 && ok2 && gap(at, bf) && gap(bt, af)
}
