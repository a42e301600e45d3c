package timex

// Days are counted from 1970-01-01 in the proleptic Gregorian calendar.

// dayOf returns the day number of a date. The algorithm is Howard Hinnant's
// "days_from_civil" (chrono-compatible low-level date algorithms).
func dayOf(y, m, d int) int {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

// civil is the inverse of dayOf.
func civil(n int) (y, m, d int) {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = mp + 3
	if m > 12 {
		m -= 12
	}
	y = yoe + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// weekdayOf returns 1 for Monday to 7 for Sunday.
func weekdayOf(n int) int { return (n+3)%7 + 1 - 7*floorDiv((n+3)%7, 7) }

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func daysIn(y, m int) int {
	switch m {
	case 2:
		if leap(y) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func validDate(y, m, d int) bool {
	return y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}

// isoWeek returns the ISO 8601 year and week of a day.
func isoWeek(n int) (y, w int) {
	thursday := n - weekdayOf(n) + 4
	y, _, _ = civil(thursday)
	return y, (thursday-dayOf(y, 1, 1))/7 + 1
}

// weekStart returns the Monday of an ISO week; ok is false if the year has no
// such week.
func weekStart(y, w int) (monday int, ok bool) {
	jan4 := dayOf(y, 1, 4)
	monday = jan4 - weekdayOf(jan4) + 1 + 7*(w-1)
	gy, gw := isoWeek(monday)
	return monday, w >= 1 && gy == y && gw == w
}

// easterOf returns the day of Western Easter (Meeus, Jones and Butcher).
func easterOf(y int) int {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayOf(y, n/31, n%31+1)
}

// nthWeekday returns the nth weekday of a month, or the last for n = -1; ok is
// false if there is none.
func nthWeekday(y, m, weekday, n int) (day int, ok bool) {
	if n < 0 {
		last := dayOf(y, m, daysIn(y, m))
		return last - (weekdayOf(last)-weekday+7)%7, true
	}
	first := dayOf(y, m, 1)
	day = first + (weekday-weekdayOf(first)+7)%7 + 7*(n-1)
	return day, day < first+daysIn(y, m)
}

// parseDay reads YYYY-MM-DD.
func parseDay(s string) (day int, ok bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	y, ok1 := digits(s[:4])
	m, ok2 := digits(s[5:7])
	d, ok3 := digits(s[8:])
	if !ok1 || !ok2 || !ok3 || !validDate(y, m, d) {
		return 0, false
	}
	return dayOf(y, m, d), true
}

// digits reads an unsigned number of at most nine digits.
func digits(s string) (n int, ok bool) {
	if s == "" || len(s) > 9 {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}
