package intake

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// declaredDate reads a date as data give it: RFC 3339, the forms of HTTP and
// mail, or a date in words. A time zone stays as it is: the date is the one
// that the source wrote. It returns YYYY-MM-DD.
func (m *markers) declaredDate(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 80 {
		return "", false
	}
	if len(s) >= 8 {
		digits := s
		if i := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }); i >= 0 {
			digits = s[:i]
		}
		if len(digits) == 8 || len(digits) == 14 { // 20210616, 20210616103000
			return checkedDate(digits[:4], digits[4:6], digits[6:8])
		}
	}
	return m.dateLine(s)
}

func checkedDate(year, month, day string) (string, bool) {
	y, err1 := strconv.Atoi(year)
	mo, err2 := strconv.Atoi(month)
	d, err3 := strconv.Atoi(day)
	if err1 != nil || err2 != nil || err3 != nil {
		return "", false
	}
	return calendarDate(y, mo, d)
}

// calendarDate formats a date that exists and that news can have.
func calendarDate(y, mo, d int) (string, bool) {
	if y < 1800 || y > 2199 || mo < 1 || mo > 12 || d < 1 || d > 31 {
		return "", false
	}
	if t := time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC); t.Day() != d {
		return "", false
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, mo, d), true
}

// dateLine reads a line that is a full date and nothing else: day, month and
// year with, perhaps, the day of the week, a time, a zone and a label, as in
// "Published: Wed 16 June 2021, 10:32 GMT". A day written with figures only
// counts where its order is certain. It returns YYYY-MM-DD.
func (m *markers) dateLine(s string) (string, bool) {
	if len(s) > 120 {
		return "", false
	}
	var y, mo, d int
	done := func() bool { return y > 0 && mo > 0 && d > 0 }
	fields := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",|·•–—;()[]", r) })
	if len(fields) == 0 || len(fields) > 16 {
		return "", false
	}
	for _, f := range fields {
		f = strings.ToLower(strings.Trim(f, ".:"))
		switch {
		case f == "" || f == "-" || f == "/":
		case done() && (f == "updated" || f == "modified" || f == "last"):
			return calendarDate(y, mo, d)
		case done() && len(f) <= 5 && strings.Count(f, ".") == 1 && number(strings.Replace(f, ".", "", 1)) >= 0: // 17.04
		case m.months[f] > 0 && mo == 0:
			mo = m.months[f]
		case m.weekdays[f], m.dateWord[f], m.zones[f], clockLike(f):
		case y == 0 && len(f) == 4 && number(f) >= 1800 && number(f) <= 2199:
			y = number(f)
		case d == 0 && number(ordinal(f)) >= 1 && number(ordinal(f)) <= 31:
			d = number(ordinal(f))
		case !done() && y+mo+d == 0:
			var ok bool
			if y, mo, d, ok = figures(f); !ok {
				return "", false
			}
		default:
			return "", false
		}
	}
	if !done() {
		return "", false
	}
	return calendarDate(y, mo, d)
}

// number returns the value of a string of figures, or -1.
func number(s string) int {
	if s == "" || len(s) > 4 {
		return -1
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// ordinal drops the ending of "16th".
func ordinal(s string) string {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if rest, ok := strings.CutSuffix(s, end); ok {
			return rest
		}
	}
	return s
}

// clockLike reports a time of day or a zone offset: 10:32, 5pm, 10:32:05.000z,
// +02:00, gmt+2.
func clockLike(s string) bool {
	if len(s) > 24 {
		return false
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "gmt"), "utc")
	for _, end := range []string{"pm", "am", "p.m", "a.m", "z", "h", "hrs"} {
		if rest, ok := strings.CutSuffix(s, end); ok {
			s = rest
			if number(s) >= 0 && len(s) <= 4 {
				return true
			}
			break
		}
	}
	signed := strings.HasPrefix(s, "+") || strings.HasPrefix(s, "-")
	colon := strings.Contains(s, ":")
	if !signed && !colon {
		return false
	}
	for _, r := range s {
		if (r < '0' || r > '9') && !strings.ContainsRune(":.+-", r) {
			return false
		}
	}
	return len(s) > 1
}

// figures reads 2021-06-16, 2021/06/16, 2021-06-16t10:32…, 16.06.2021, and
// 16/06/2021 where the first number is no month.
func figures(s string) (y, mo, d int, ok bool) {
	if i := strings.IndexByte(s, 't'); i == 10 {
		if !clockLike(s[i+1:]) {
			return 0, 0, 0, false
		}
		s = s[:i]
	}
	for _, sep := range []string{"-", "/", "."} {
		p := strings.Split(s, sep)
		if len(p) != 3 {
			continue
		}
		a, b, c := number(p[0]), number(p[1]), number(p[2])
		switch {
		case a < 0 || b < 0 || c < 0:
			return 0, 0, 0, false
		case len(p[0]) == 4:
			return a, b, c, true
		case len(p[2]) == 4 && (sep == "." || a > 12):
			return c, b, a, true
		case len(p[2]) == 4 && b > 12:
			return c, a, b, true
		case len(p[2]) == 4 && a == b:
			return c, a, b, true
		}
	}
	return 0, 0, 0, false
}

// placeDate is dateLine for a line that may begin with a place: "Geneva, 16
// June 2021".
func (m *markers) placeDate(s string) (string, bool) {
	if date, ok := m.dateLine(s); ok {
		return date, true
	}
	if len(s) > 80 {
		return "", false
	}
	for i := 0; i < len(s); i++ {
		if s[i] != ',' {
			continue
		}
		if countWords(s[:i]) > 4 || !startsUpper(s) {
			return "", false
		}
		if date, ok := m.dateLine(s[i+1:]); ok {
			return date, true
		}
	}
	return "", false
}

// dateWithin returns the first full date in a short line.
func (m *markers) dateWithin(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",|·•–—()[]", r) })
	for i := range words {
		for n := 1; n <= 3 && i+n <= len(words); n += 2 {
			if date, ok := m.dateLine(strings.Join(words[i:i+n], " ")); ok {
				return date
			}
		}
	}
	return ""
}

func startsUpper(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r)
	}
	return false
}

// trailingDate returns where a full date with its day of the week begins at
// the end of a line of several words, or -1.
func (m *markers) trailingDate(s string) int {
	fields := 0
	for i := len(s) - 1; i > 0 && fields < 7; i-- {
		if s[i-1] != ' ' || s[i] == ' ' {
			continue
		}
		fields++
		word, _, _ := strings.Cut(s[i:], " ")
		if !m.weekdays[strings.ToLower(strings.Trim(word, ",."))] || len(word) < 6 {
			continue
		}
		if _, ok := m.dateLine(s[i:]); ok && countWords(s[:i]) >= 3 && !strings.HasSuffix(strings.TrimSpace(s[:i]), ",") && !lowerLast(s[:i]) {
			return i
		}
		return -1
	}
	return -1
}

// lowerLast reports whether the last word of s ties it to what follows: "on
// Sunday, January 20, 2008".
func lowerLast(s string) bool {
	f := strings.Fields(s)
	switch f[len(f)-1] {
	case "on", "of", "until", "till", "from", "since", "by", "for", "and", "to", "after", "before", "at", "this", "last", "next":
		return true
	}
	return false
}
