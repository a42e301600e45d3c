package timex

import (
	"sort"

	"readout/syntax"
)

// Dates as the calendar has them: "Wednesday, June 16, 2021", "16/06/2021",
// "March 2021", "2021", "the 1990s", "summer of 2020". Each rule returns a
// point, perhaps not wholly known, and the end of its atoms, 0 if it fails.

// dayNumber reads a day of the month: "16", "16th".
func (s *search) dayNumber(i int) (d, end int) {
	a := s.at(i)
	if a.num < 1 || a.num > 31 || a.width > 2 {
		return 0, 0
	}
	i++
	if n := s.at(i); n.glued && s.among(i, "st", "nd", "rd", "th") {
		return a.num, i + 1
	}
	n := s.at(i)
	if n.glued && (n.letters || n.num >= 0 || n.is("%") || n.is(":") || n.is("/") ||
		s.among(i, ".", ",") && s.at(i+1).glued && s.at(i+1).num >= 0) || n.w.counted || n.w.unit != uNone {
		return 0, 0
	}
	return a.num, i
}

// lastDay reads the second part of "16–17" and "16 to 17" in one month. Days
// joined by "and" make a range only if they follow each other, or after
// "between".
func (s *search) lastDay(i, start, first int) (last, end int) {
	joined := s.is(i, "and")
	if !joined && !s.dash(i) && !s.among(i, "to", "through") {
		return 0, i
	}
	d, e := s.dayNumber(i + 1)
	if e == 0 || d <= first || s.at(e).w.month > 0 && s.at(start).w.month > 0 || joined && d != first+1 && !s.is(start-1, "between") {
		return 0, i
	}
	return d, e
}

// monthAt reports whether atom i is the name of a month, by its looks alone.
func (s *search) monthAt(i int) (m, end int) {
	a := s.at(i)
	if a.w.month == 0 || !a.capital || a.caps && a.w.text == "may" {
		return 0, 0
	}
	if a.w.short && s.is(i+1, ".") && s.at(i+1).glued {
		return a.w.month, i + 2
	}
	return a.w.month, i + 1
}

// monthFirst reads "June 16, 2021", "June 16–17", "June 2021" and "June".
func (s *search) monthFirst(i int) (point, int) {
	m, j := s.monthAt(i)
	if j == 0 {
		return point{}, 0
	}
	p := point{grain: gMonth, n: m}
	if s.is(j, "the") && s.at(j+2).glued {
		if d, e := s.dayNumber(j + 1); e > 0 {
			j, p.grain, p.day = e, gDay, d
		}
	}
	if d, e := s.dayNumber(j); e > 0 && p.day == 0 {
		p.grain, p.day = gDay, d
		p.until, j = s.lastDay(e, i, d)
	}
	if y, e := s.yearAfter(j); y > 0 {
		p.year, p.absolute = y, true
		return p, e
	}
	if p.day == 0 && !s.monthAlone(i) {
		return point{}, 0
	}
	return p, j
}

// monthAlone reports whether a month's name is one where no day and no year
// follow.
func (s *search) monthAlone(i int) bool {
	a := s.at(i)
	if a.w.short || s.person(i) {
		return false
	}
	switch s.st.Tokens[a.token].UPos {
	case "VERB", "AUX":
		return false
	}
	switch a.w.text {
	case "may":
		return s.among(i-1, "in", "since", "until", "till", "through", "last", "next", "this", "early", "late", "mid", "during",
			"throughout", "by", "from", "before", "of", "every", "each") || s.dash(i-1) && s.is(i-2, "mid")
	case "march", "april", "june", "august":
		return s.among(i-1, "in", "since", "until", "till", "through", "last", "next", "this", "early", "late", "mid", "during",
			"throughout", "by", "from", "before", "of", "to", "after", "and", "or", "between", "around", "the", "a", "an", "'s",
			"into", "past", "following", "previous", "each", "every", "that", "-", "(", ",", "his", "its", "their", "coming", "for", "on")
	}
	return true
}

// person reports whether a name of a person holds atom i.
func (s *search) person(i int) bool {
	t := s.at(i).token
	names := s.st.Names
	at := sort.Search(len(names), func(k int) bool { return names[k].Last > t })
	return at < len(names) && names[at].First <= t && names[at].Kind == syntax.Person
}

// dayFirst reads "16 June 2021", "the 16th of June", "3 and 5 May".
func (s *search) dayFirst(i int) (point, int) {
	d, j := s.dayNumber(i)
	if j == 0 {
		if o, e := s.ordinal(i); e > 0 && o <= 31 && s.is(e, "of") {
			d, j = o, e
		} else {
			return point{}, 0
		}
	}
	p := point{grain: gDay, day: d}
	if s.among(j, "and", "to", "-", "–", "through") {
		if d2, e := s.dayNumber(j + 1); e > 0 && d2 > d && s.at(e).w.month > 0 &&
			(!s.is(j, "and") || d2 == d+1 || s.is(i-1, "between")) {
			p.until, j = d2, e
		}
	}
	if s.is(j, "of") {
		j++
	}
	m, e := s.monthAt(j)
	if e == 0 {
		return point{}, 0
	}
	p.n = m
	if y, e := s.yearAfter(e); y > 0 {
		p.year, p.absolute = y, true
		return p, e
	}
	return p, e
}

// weekdayFirst reads "Wednesday" and "Wednesday, June 16, 2021".
func (s *search) weekdayFirst(i int) (point, int) {
	a := s.at(i)
	if a.w.weekday == 0 || a.w.plural || !a.capital || s.at(i-1).w.label && s.at(i-1).capital ||
		s.at(i+1).w.paper && s.at(i+1).capital && !s.at(i+1).caps {
		return point{}, 0
	}
	j := i + 1
	if a.w.short && s.is(j, ".") {
		j++
	}
	k := j
	if s.is(k, ",") {
		k++
	}
	if s.is(k, "the") {
		k++
	}
	p, e := s.monthFirst(k)
	if e == 0 || p.grain != gDay {
		p, e = s.dayFirst(k)
	}
	if e == 0 && k == j+1 && s.is(j, ",") {
		p, e = s.allDigits(k)
	}
	if e > 0 && p.grain == gDay && p.until == 0 {
		p.weekday = a.w.weekday
		return p, e
	}
	if a.w.short {
		return point{}, 0
	}
	return point{grain: gDay, weekday: a.w.weekday}, j
}

// allDigits reads "2021-06-16", "16/06/2021", "6/16/21" and "16.06.2021".
func (s *search) allDigits(i int) (point, int) {
	a, b, c := s.at(i), s.at(i+2), s.at(i+4)
	sep := s.at(i + 1)
	if a.num < 0 || b.num < 0 || c.num < 0 || !sep.glued || !b.glued || !c.glued || !s.at(i+3).glued ||
		s.at(i+3).w != sep.w || !s.among(i+1, "-", "/", ".") || b.width > 2 {
		return point{}, 0
	}
	if s.dash(i-1) && a.glued || s.is(i-1, "/") && a.glued {
		return point{}, 0
	}
	if n := s.at(i + 5); n.glued && (n.num >= 0 || n.letters && !n.is("t") || s.among(i+5, "-", "/") && s.at(i+6).glued) {
		return point{}, 0
	}
	p := point{grain: gDay, absolute: true}
	switch {
	case a.width == 4 && c.width == 2 && !sep.is("."):
		p.year, p.n, p.day = a.num, b.num, c.num
	case a.width <= 2 && (c.width == 4 || c.width == 2 && sep.is("/")):
		p.year = c.num
		if c.width == 2 {
			p.year = s.century(c.num)
		}
		d, m := a.num, b.num
		monthFirst := s.f.opts.MonthFirst || d <= 12 && m > 12
		dayFirst := s.f.opts.DayFirst || sep.is(".") || m <= 12 && d > 12
		switch {
		case monthFirst && !(m <= 12 && d > 12):
			p.n, p.day = d, m
		case dayFirst || d == m:
			p.n, p.day = m, d
		default:
			p.vague = d >= 1 && d <= 12 && m >= 1 && m <= 12
			return p, i + 5
		}
	default:
		return point{}, 0
	}
	if !validDate(p.year, p.n, p.day) || p.year < 1000 {
		return point{}, 0
	}
	return p, i + 5
}
