package store

import (
	"time"
)

// mostBins is how many stretches a series has at most, empty ones included.
const mostBins = 20_000

func (u Unit) check() error {
	switch u {
	case ByDay, ByWeek, ByMonth, ByYear:
		return nil
	}
	return invalid("unit %q: want day, week, month or year", u)
}

// all lists the stretches from the first to the last of sorted ones, or just
// those when there are too many between them.
func (u Unit) all(sorted []string) []string {
	if len(sorted) == 0 {
		return nil
	}
	var out []string
	for at := sorted[0]; at <= sorted[len(sorted)-1]; at = u.next(at) {
		if out = append(out, at); len(out) > mostBins {
			return sorted
		}
	}
	return out
}

// start is the first day of the stretch that a day lies in.
func (u Unit) start(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	switch u {
	case ByWeek:
		t = t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
	case ByMonth:
		t = t.AddDate(0, 0, 1-t.Day())
	case ByYear:
		t = t.AddDate(0, 0, 1-t.YearDay())
	}
	return t.Format(time.DateOnly)
}

// next is the first day of the stretch behind that which begins on a day.
func (u Unit) next(start string) string {
	t, err := time.Parse(time.DateOnly, start)
	if err != nil {
		return "9999-12-31"
	}
	switch u {
	case ByWeek:
		t = t.AddDate(0, 0, 7)
	case ByMonth:
		t = t.AddDate(0, 1, 0)
	case ByYear:
		t = t.AddDate(1, 0, 0)
	default:
		t = t.AddDate(0, 0, 1)
	}
	return t.Format(time.DateOnly)
}
