package timex

// Expressions that count from a time told before, or so many units from today.

// fromAnchor returns the calendar unit n units from the last time told.
func (s *search) fromAnchor(u unit, n int) point {
	if a := s.latest(); a != nil {
		if p, ok := a.moved(n, u, false); ok {
			return p
		}
	}
	return point{vague: true}
}

// latest returns the anchor, if one was told not long ago.
func (s *search) latest() *point {
	if s.anchor.sentence >= 0 && s.index-s.anchor.sentence <= reach {
		return &s.anchor.point
	}
	return nil
}

// that reads "that day", "that same year", "that night", "that summer".
func (s *search) that(i int) (point, int) {
	if !s.is(i, "that") {
		return point{}, 0
	}
	j := i + 1
	if s.is(j, "same") {
		j++
	}
	return s.same(j)
}

// same reads a unit, a part of a day or a season in which the anchor lies.
func (s *search) same(j int) (point, int) {
	a := s.at(j)
	switch {
	case a.w.unit != uNone && !a.w.plural && grainOf(a.w.unit) != gNone:
		return s.fromAnchor(a.w.unit, 0), j + 1
	case a.w.part != "" && !s.is(j, "dawn"):
		p := s.fromAnchor(uDay, 0)
		p.part = a.w.part
		return p, j + 1
	case a.w.season > 0:
		p := s.fromAnchor(uYear, 0)
		if !p.vague {
			p.grain, p.n = gSeason, a.w.season
		}
		return p, j + 1
	case a.w.month > 0 && a.capital && !a.w.short && s.at(j+1).num < 0:
		p := s.fromAnchor(uYear, 0)
		if !p.vague {
			p.grain, p.n = gMonth, a.w.month
		}
		return p, j + 1
	}
	return point{}, 0
}

// theUnit reads "the year" and the like after "the end of": the unit in which
// the anchor lies if this sentence tells one with its year, or that of today.
func (s *search) theUnit(i int) (point, int) {
	a := s.at(i + 1)
	if !s.is(i, "the") || a.w.unit == uNone || a.w.plural || grainOf(a.w.unit) == gNone {
		return point{}, 0
	}
	end := i + 2
	if a.w.unit == uDay {
		return s.fromAnchor(uDay, 0), end
	}
	if s.anchor.sentence == s.index && s.anchor.absolute && s.tense(i, end) <= 0 {
		if p, ok := s.anchor.point.moved(0, a.w.unit, false); ok {
			p.absolute = true
			return p, end
		}
	}
	return s.near(a.w.unit, 0), end
}

// shifted reads "two weeks ago", "a month later", "three days from now" and,
// where the tense tells the future, "two weeks" after "in".
func (s *search) shifted(i int) (point, int) {
	m, j := s.measure(i)
	if j == 0 || m.compound || m.unit == uWeekend {
		return point{}, 0
	}
	ago := s.is(j, "ago")
	switch {
	case ago && (m.some || m.half && grainOf(m.unit) != gYear):
		return point{whole: "PAST_REF"}, j + 1
	case ago && s.is(j+1, "today") && s.dated && !m.half && m.tens == 0:
		return s.exactly(m, -1), j + 2
	case ago:
		return s.away(m, -1), j + 1
	case s.is(j, "from") && s.is(j+1, "now"):
		if m.some {
			return point{whole: "FUTURE_REF"}, j + 2
		}
		return s.away(m, 1), j + 2
	case s.is(j, "later") && !s.is(j+1, "than"):
		return s.counted(m, 1), j + 1
	case s.is(j, "earlier") && !s.is(j+1, "than"):
		return s.counted(m, -1), j + 1
	case s.is(j, "after") && s.ended(j+1) && !s.bare(i):
		return s.counted(m, 1), j + 1
	case s.is(j, "before") && s.ended(j+1) && !s.bare(i):
		return s.counted(m, -1), j + 1
	case s.is(i-1, "in") && !m.some && !s.ranked(i-2):
		e := j
		if s.is(e, "'") || s.is(e, "'s") {
			e++
		}
		if s.is(e, "time") {
			return s.away(m, 1), e + 1
		}
		if grainOf(m.unit) != gNone && !s.is(j, "of") && s.tense(i, j) > 0 {
			return s.away(m, 1), j
		}
	}
	return point{}, 0
}

// bare reports whether atom i is a unit in the plural without a number.
func (s *search) bare(i int) bool { return s.at(i).w.unit != uNone }

// ranked reports whether "in" at i+1 follows a superlative: "for the first
// time in two years" tells a duration.
func (s *search) ranked(i int) bool {
	for k := i; k > i-8 && k >= 0; k-- {
		if s.among(k, "best", "worst", "highest", "lowest", "largest", "smallest", "biggest", "fastest", "deadliest",
			"most", "fewest", "strongest", "weakest") || s.is(k+1, "time") && s.among(k, "first", "second", "third", "only") {
			return true
		}
	}
	return false
}

// away counts from today, in the grain of the unit.
func (s *search) away(m measure, side int) point {
	if !s.dated || m.some || m.tens > 0 {
		return point{vague: true}
	}
	if m.half && m.unit == uYear {
		m.n, m.unit = 12*m.n+6, uMonth
	} else if m.half {
		return point{vague: true}
	}
	now := dayPoint(s.today)
	p, ok := now.moved(side*m.n, m.unit, false)
	if !ok {
		return point{vague: true}
	}
	return p
}

// exactly counts from today to the very day: "a year ago today".
func (s *search) exactly(m measure, side int) point {
	y, mo, d := civil(s.today)
	n := side * m.n
	switch m.unit {
	case uDay:
		return dayPoint(s.today + n)
	case uWeek:
		return dayPoint(s.today + 7*n)
	case uMonth:
		y, mo = addMonths(y, mo, n)
	case uYear:
		y += n
	case uDecade:
		y += 10 * n
	default:
		return point{vague: true}
	}
	if !validDate(y, mo, d) || y < 1000 {
		return point{vague: true}
	}
	return point{grain: gDay, year: y, n: mo, day: d}
}

// counted counts from the last time told.
func (s *search) counted(m measure, side int) point {
	a := s.latest()
	if a == nil || m.some || m.half || m.tens > 0 {
		return point{vague: true}
	}
	u, n := m.unit, m.n
	if u == uDecade {
		u, n = uYear, 10*n
	}
	p, ok := a.moved(side*n, u, true)
	if !ok {
		return point{vague: true}
	}
	return p
}
