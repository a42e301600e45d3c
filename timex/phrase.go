package timex

// the reads the expressions that begin with "the".
func (s *search) the(i int) (point, int) {
	if !s.is(i, "the") {
		return point{}, 0
	}
	j := i + 1
	if p, e := s.shaded(j); e > 0 && (p.grain != gDay || !s.among(j, "early", "late") || s.is(j+1, "hours")) {
		return p, e
	}
	a := s.at(j)
	switch {
	case a.is("same"):
		return s.same(j + 1)
	case s.among(j, "following", "next", "previous", "preceding"):
		return s.neighbour(j)
	case a.is("new") && s.at(j+1).w.unit == uYear && !s.at(j+1).w.plural && s.at(j+2).w.text != "'s" && s.dated:
		y, m, _ := civil(s.today)
		if m > 6 {
			y++
		}
		return point{grain: gYear, year: y}, j + 2
	case a.w.unit != uNone && !a.w.plural && a.w.ordinal == 0:
		return s.theNamed(j)
	case a.w.part != "" && s.is(j+1, "of") && !s.is(j, "dawn"):
		if p, e := s.simple(j + 2); e > 0 && s.dayish(&p) {
			p.part = a.w.part
			return p, e
		}
	case a.w.part != "" && s.among(j+1, "before", "after") && s.ended(j+2):
		n := 1
		if s.is(j+1, "before") {
			n = -1
		}
		p := s.fromAnchor(uDay, n)
		p.part = a.w.part
		return p, j + 2
	case a.w.season > 0:
		if p, e := s.seasonFirst(j); e > 0 && s.is(j+1, "of") {
			return p, e
		}
		if s.among(i-1, "in", "during", "by", "over", "since", "throughout", "until", "before", "after") &&
			!s.is(j+1, "of") && !s.at(j+1).capital && !s.dash(j+1) {
			return point{grain: gSeason, n: a.w.season}, j + 1
		}
	case s.is(j, "last") && s.at(j+1).w.weekday > 0 && s.among(j+2, "in", "of"):
		return s.nthOf(-1, j+1)
	case s.among(j, "first", "last", "final", "opening", "closing"):
		if p, e := s.stretch(j); e > 0 {
			return p, e
		}
	}
	if p, e := s.decadeAt(j); e > 0 {
		return p, e
	}
	if p, e := s.ordinalFirst(j); e > 0 {
		return p, e
	}
	if o, e := s.ordinal(j); e > 0 && o <= 31 && s.is(e, "of") {
		if p, e := s.dayFirst(j); e > 0 {
			return p, e
		}
	}
	return point{}, 0
}

// theNamed reads "the month of January", "the year 2020", "the week of June
// 14", "the weekend", "the day before yesterday", "the day after".
func (s *search) theNamed(j int) (point, int) {
	u := s.at(j).w.unit
	k := j + 1
	switch {
	case s.is(k, "of"):
		p, e := s.simple(k + 1)
		switch {
		case e == 0:
		case u == uMonth && p.grain == gMonth, u == uYear && p.grain == gYear:
			return p, e
		case (u == uWeek || u == uWeekend) && s.dayish(&p) && s.resolve(&p, k+1, e):
			return unitPoint(grainOf(u), p.number()), e
		}
	case u == uYear:
		if y, ok := s.yearBeside(k); ok {
			return point{grain: gYear, year: y, absolute: true}, k + 1
		}
	}
	if u == uWeekend && !s.is(k, "of") {
		return s.weekend(j, k)
	}
	if s.among(k, "before", "after") && grainOf(u) != gNone {
		n := 1
		if s.is(k, "before") {
			n = -1
		}
		if s.ended(k + 1) {
			return s.fromAnchor(u, n), k + 1
		}
		if p, e := s.simple(k + 1); e > 0 && u == uDay && s.dayish(&p) && !s.is(e, "'s") && s.resolve(&p, k+1, e) {
			return dayPoint(p.number() + n), e
		}
	}
	return point{}, 0
}

// neighbour reads "following day", "previous month", "next morning",
// "following Tuesday".
func (s *search) neighbour(j int) (point, int) {
	n := 1
	if s.among(j, "previous", "preceding") {
		n = -1
	}
	a := s.at(j + 1)
	switch {
	case s.is(j, "next") && s.among(j-2, "over", "within", "in", "for", "during", "throughout", "across", "of"):
		return point{}, 0
	case a.w.unit != uNone && !a.w.plural && grainOf(a.w.unit) != gNone:
		return s.fromAnchor(a.w.unit, n), j + 2
	case a.w.part != "" && !s.is(j+1, "dawn"):
		p := s.fromAnchor(uDay, n)
		p.part = a.w.part
		return p, j + 2
	case a.w.weekday > 0 && a.capital && !a.w.plural && !a.w.short:
		if l := s.latest(); l != nil && l.grain == gDay {
			d := l.number()
			if n > 0 {
				return dayPoint(d + 1 + (a.w.weekday-weekdayOf(d)-1+14)%7), j + 2
			}
			return dayPoint(d - 1 - (weekdayOf(d)-a.w.weekday-1+14)%7), j + 2
		}
		return point{vague: true}, j + 2
	case (a.w.month > 0 && a.capital || a.w.season > 0) && !a.w.short:
		l := s.latest()
		y, m, ok := 0, 0, false
		if l != nil {
			y, m, ok = l.yearMonth()
		}
		if !ok || m == 0 {
			return point{vague: true}, j + 2
		}
		p := point{grain: gMonth, year: y, n: a.w.month}
		at := m
		if a.w.season > 0 {
			p = point{grain: gSeason, year: y, n: a.w.season}
			at = seasonAt(y, m).n
		}
		if n > 0 && p.n <= at {
			p.year++
		}
		if n < 0 && p.n >= at {
			p.year--
		}
		return p, j + 2
	}
	return point{}, 0
}

// stretch reads "first six months of 2021", "last two weeks of May".
func (s *search) stretch(j int) (point, int) {
	first := s.among(j, "first", "opening")
	m, k := s.measure(j + 1)
	if k == 0 || m.some || m.half || m.tens > 0 || m.n < 1 || !s.is(k, "of") {
		return point{}, 0
	}
	p, e := s.inner(k + 1)
	if e == 0 || !s.resolve(&p, k+1, e) || p.grain != gYear && p.grain != gMonth {
		return point{}, 0
	}
	from, to, ok := bounds(p.value())
	if !ok {
		return point{}, 0
	}
	switch {
	case p.grain == gYear && m.unit == uMonth && m.n < 12:
		q := point{grain: gMonth, year: p.year, n: 1}
		r := point{grain: gMonth, year: p.year, n: m.n}
		if !first {
			q.n, r.n = 13-m.n, 12
		}
		return point{whole: q.value() + "/" + r.value()}, e
	case m.unit == uDay || m.unit == uWeek:
		n := m.n
		if m.unit == uWeek {
			n *= 7
		}
		if n > to-from {
			return point{}, 0
		}
		if first {
			to = from + n - 1
		} else {
			from = to - n + 1
		}
		return point{whole: formatDay(from) + "/" + formatDay(to)}, e
	}
	return point{}, 0
}

// dayish reports whether a point is a day, whole or not yet wholly known.
func (s *search) dayish(p *point) bool {
	return p.grain == gDay && !p.vague && p.part == "" && p.until == 0
}

// deepest is how far expressions may hold each other: "the end of the first
// week of the month". It keeps the work on any text linear.
const deepest = 6

// simple reads a point without clock, shade or range.
func (s *search) simple(i int) (point, int) {
	if s.depth >= deepest {
		return point{}, 0
	}
	s.depth++
	p, e := s.plain(i)
	s.depth--
	return p, e
}

func (s *search) plain(i int) (point, int) {
	a := s.at(i)
	if a.num >= 0 {
		for _, rule := range [...]func(*search, int) (point, int){
			(*search).allDigits, (*search).decadeAt, (*search).dayFirst, (*search).ordinalFirst, (*search).holidayFirst, (*search).yearFirst,
		} {
			if p, e := rule(s, i); e > 0 {
				return p, e
			}
		}
		return point{}, 0
	}
	if len(a.w.phrases) > 0 {
		if p, e := s.holidayFirst(i); e > 0 {
			return p, e
		}
	}
	switch {
	case a.w.month > 0:
		if p, e := s.monthFirst(i); e > 0 {
			return p, e
		}
	case a.w.weekday > 0:
		if p, e := s.weekdayFirst(i); e > 0 {
			return p, e
		}
	case a.w.season > 0:
		if p, e := s.seasonFirst(i); e > 0 {
			return p, e
		}
		if s.among(i-1, "early", "late", "mid") || s.dash(i-1) && s.is(i-2, "mid") {
			return s.season(i)
		}
	}
	switch a.w.text {
	case "the":
		return s.the(i)
	case "this":
		return s.this(i)
	case "that":
		return s.that(i)
	case "last", "next":
		return s.lastNext(i)
	case "today", "yesterday", "tomorrow", "tonight", "overnight":
		return s.deictic(i)
	case "fy", "fiscal":
		return s.fiscal(i)
	case "q":
		return s.quarterFirst(i)
	}
	if a.w.ordinal > 0 || a.w.number >= 20 {
		if p, e := s.ordinalFirst(i); e > 0 {
			return p, e
		}
		if a.w.ordinal > 0 && s.is(i+1, "of") || a.w.number >= 20 {
			return s.dayFirst(i)
		}
	}
	return s.decadeAt(i)
}
