package timex

import "strings"

// Bounds returns the first and the last day, YYYY-MM-DD, that a TIMEX3 value
// covers: "2021-W24" covers 2021-06-14 to 2021-06-20, "199" 1990-01-01 to
// 1999-12-31, "19" the century from 1900-01-01, a range all from its first day
// to its last. Seasons are those of the northern hemisphere by whole months
// (spring from March), the winter of a year beginning in its December. ok is
// false for durations, sets, vague references, clock times without a date,
// and whatever is not a value.
func Bounds(value string) (from, to string, ok bool) {
	a, b, ok := bounds(value)
	if !ok {
		return "", "", false
	}
	return formatDay(a), formatDay(b), true
}

func bounds(value string) (from, to int, ok bool) {
	if a, b, isRange := strings.Cut(value, "/"); isRange {
		from, _, ok1 := boundsOfOne(a)
		_, to, ok2 := boundsOfOne(b)
		return from, to, ok1 && ok2 && from <= to
	}
	return boundsOfOne(value)
}

func boundsOfOne(v string) (from, to int, ok bool) {
	if day, clock, cut := strings.Cut(v, "T"); cut {
		if !validClock(clock) {
			return 0, 0, false
		}
		d, ok := parseDay(day)
		return d, d, ok
	}
	switch len(v) {
	case 2: // century
		c, ok := digits(v)
		if !ok || c < 1 {
			return 0, 0, false
		}
		return dayOf(c*100, 1, 1), dayOf(c*100+99, 12, 31), true
	case 3: // decade
		d, ok := digits(v)
		if !ok || d < 1 {
			return 0, 0, false
		}
		return dayOf(d*10, 1, 1), dayOf(d*10+9, 12, 31), true
	case 10:
		if d, ok := parseDay(v); ok {
			return d, d, true
		}
	}
	if len(v) < 4 {
		return 0, 0, false
	}
	y, ok := digits(v[:4])
	if !ok || y < 1 {
		return 0, 0, false
	}
	rest := v[4:]
	if rest == "" {
		return dayOf(y, 1, 1), dayOf(y, 12, 31), true
	}
	if rest[0] != '-' {
		return 0, 0, false
	}
	rest = rest[1:]
	switch {
	case len(rest) == 2 && rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4':
		return months(y, int(rest[1]-'1')*3+1, 3)
	case len(rest) == 2 && rest[0] == 'H' && rest[1] >= '1' && rest[1] <= '2':
		return months(y, int(rest[1]-'1')*6+1, 6)
	case rest == "SP":
		return months(y, 3, 3)
	case rest == "SU":
		return months(y, 6, 3)
	case rest == "FA":
		return months(y, 9, 3)
	case rest == "WI":
		return months(y, 12, 3)
	case len(rest) >= 3 && rest[0] == 'W':
		w, ok := digits(rest[1:3])
		if !ok {
			return 0, 0, false
		}
		monday, ok := weekStart(y, w)
		switch {
		case ok && rest[3:] == "":
			return monday, monday + 6, true
		case ok && rest[3:] == "-WE":
			return monday + 5, monday + 6, true
		}
	case len(rest) == 2:
		if m, ok := digits(rest); ok && m >= 1 && m <= 12 {
			return months(y, m, 1)
		}
	}
	return 0, 0, false
}

// months covers n months from month m of year y.
func months(y, m, n int) (from, to int, ok bool) {
	ly, lm := addMonths(y, m, n-1)
	return dayOf(y, m, 1), dayOf(ly, lm, daysIn(ly, lm)), true
}

func addMonths(y, m, n int) (int, int) {
	t := y*12 + m - 1 + n
	return floorDiv(t, 12), t - floorDiv(t, 12)*12 + 1
}

// validClock accepts MO MI AF EV NI and HH:MM up to 24:00.
func validClock(s string) bool {
	switch s {
	case "MO", "MI", "AF", "EV", "NI":
		return true
	}
	if len(s) != 5 || s[2] != ':' {
		return false
	}
	h, ok1 := digits(s[:2])
	m, ok2 := digits(s[3:])
	return ok1 && ok2 && (h < 24 && m < 60 || h == 24 && m == 0)
}

func formatDay(n int) string {
	y, m, d := civil(n)
	return string(appendDate(make([]byte, 0, 10), y, m, d))
}
