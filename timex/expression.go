package timex

// pointInTime matches the longest expression of a point or stretch of the
// calendar at atom i and works out its value.
func (s *search) pointInTime(i int) (found, bool) {
	p, e := s.moment(i)
	if q, e2 := s.shifted(i); e2 > e {
		p, e = q, e2
	}
	if e == 0 {
		return found{}, false
	}
	if m, ok := s.span(i, p, e); ok {
		return m, true
	}
	return s.finish(i, p, e)
}

// moment reads one point, with shade and clock.
func (s *search) moment(i int) (point, int) {
	p, e := s.clockFirst(i)
	if e > 0 {
		return p, e
	}
	if p, e = s.shaded(i); e > 0 {
		return s.refined(p, e)
	}
	if a := s.at(i); a.w.part != "" && s.is(i+1, "of") && s.among(i-1, "on", "the", "since", "by", "until") {
		if p, e := s.simple(i + 2); e > 0 && s.dayish(&p) {
			p.part = a.w.part
			return s.refined(p, e)
		}
	}
	if p, e = s.simple(i); e > 0 {
		return s.refined(p, e)
	}
	return point{}, 0
}

// finish gives a point its value.
func (s *search) finish(i int, p point, e int) (found, bool) {
	m := found{end: e, kind: Date}
	switch {
	case p.vague:
		if p.timed() {
			m.kind = Clock
		}
	case p.whole != "":
		m.value = p.whole
		if from, to, ok := bounds(p.whole); ok && from <= to {
			m.point, m.anchors = dayPoint(to), true
		}
	case p.grain == gNone:
		m.kind = Clock
		q := s.clockDay()
		q.clock, q.part = p.clock, p.part
		m.value = q.value()
	case !s.resolve(&p, i, e):
		if p.timed() {
			m.kind = Clock
		}
	case p.until > 0:
		last := p
		last.day, last.until = p.until, 0
		if !validDate(last.year, last.n, last.day) {
			return m, true
		}
		m.value = p.value() + "/" + last.value()
		m.point, m.anchors = last, true
	default:
		if p.timed() {
			m.kind = Clock
		}
		m.value = p.value()
		p.part, p.clock = "", 0
		m.point, m.anchors = p, true
	}
	return m, true
}

// clockDay is the day of a clock time that tells none: that of the same
// sentence, or of the one before in the same block.
func (s *search) clockDay() point {
	if a := s.latest(); a != nil && a.grain == gDay && s.anchor.block == s.st.Block && s.index-s.anchor.sentence <= 1 {
		return *a
	}
	return point{}
}

// span reads a range: "June 3 to July 5", "2014-2016", "Monday to Friday",
// "between 2010 and 2016", "9 a.m. to 5 p.m.".
func (s *search) span(i int, p point, e int) (found, bool) {
	if p.vague || p.whole != "" || p.until > 0 {
		return found{}, false
	}
	j := e
	switch {
	case s.among(j, "to", "through"), s.dash(j):
	case s.among(j, "until", "till"):
		if !s.is(i-1, "from") {
			return found{}, false
		}
	case s.is(j, "and"):
		if !s.is(i-1, "between") {
			return found{}, false
		}
	default:
		return found{}, false
	}
	dash := s.dash(j)
	j++
	if p.grain == gYear && dash && s.at(j).glued && s.at(j).width == 2 && s.at(j).num == (p.year+1)%100 && !s.dash(j+1) {
		p.absolute = true
		q := point{grain: gYear, year: p.year + 1, absolute: true}
		return found{end: j + 1, kind: Date, value: p.value() + "/" + q.value(), point: q, anchors: true}, true
	}
	q, e2 := s.moment(j)
	if y, ok := s.yearBeside(j); ok && e2 == 0 && dash && p.grain == gYear && !(s.dash(j+1) && s.at(j+1).glued) {
		q, e2 = point{grain: gYear, year: y, absolute: true}, j+1
	}
	if e2 == 0 && !dash {
		if s.is(j, "the") {
			q, e2 = s.inner(j)
		}
	}
	if e2 == 0 || q.vague || q.whole != "" || q.until > 0 {
		return found{}, false
	}
	if p.grain == gNone || q.grain == gNone {
		return s.clockSpan(i, p, q, e2)
	}
	if dash && (p.timed() || q.timed()) {
		return found{}, false
	}
	switch {
	case p.grain == gDay && q.grain == gDay:
	case p.grain == gYear && q.grain == gYear && p.year < q.year:
	case p.grain == gMonth && (q.grain == gMonth || q.grain == gYear && !dash):
	case p.grain == gDecade && q.grain == gDecade, p.grain == gQuarter && q.grain == gQuarter, p.grain == gCentury && q.grain == gCentury:
	case p.grain == gSeason && q.grain == gSeason:
	default:
		return found{}, false
	}
	// What one of the two leaves out, the other tells.
	if p.year == 0 && !p.byNumber && q.year > 0 && p.n > 0 {
		p.year, p.absolute = q.year, q.absolute
		if q.grain != gYear && (p.n > q.n || p.n == q.n && p.day > q.day) {
			p.year--
		}
	}
	if !s.resolve(&p, i, e) {
		return found{end: e2, kind: Date}, true
	}
	if !q.known() {
		s.following(&q, &p)
	}
	if !s.resolve(&q, j, e2) {
		return found{}, false
	}
	v := p.value() + "/" + q.value()
	if _, _, ok := bounds(v); !ok {
		return found{}, false
	}
	kind := Date
	if p.timed() || q.timed() {
		kind = Clock
	}
	q.part, q.clock = "", 0
	return found{end: e2, kind: kind, value: v, point: q, anchors: true}, true
}

// following completes q as the first that is not before p.
func (s *search) following(q, p *point) {
	y, m, ok := p.yearMonth()
	switch {
	case !ok:
	case q.holiday != nil:
		if d, ok := q.holiday.on(y); ok && p.grain == gDay {
			if d < p.number() {
				d, _ = q.holiday.on(y + 1)
			}
			*q = dayPoint(d)
		}
	case q.grain == gDay && q.weekday > 0 && q.n == 0 && p.grain == gDay:
		d := p.number()
		part, clock := q.part, q.clock
		*q = dayPoint(d + (q.weekday-weekdayOf(d)+7)%7)
		q.part, q.clock = part, clock
	case q.year == 0 && q.n > 0 && !q.byNumber:
		q.year, q.absolute = y, p.absolute
		if (q.grain == gDay || q.grain == gMonth) && q.n < m || q.grain == p.grain && q.grain != gDay && q.n < p.n {
			q.year++
		}
	}
}

// clockSpan reads a range of clock times, with or without their day.
func (s *search) clockSpan(i int, p, q point, e int) (found, bool) {
	if p.clock == 0 || q.clock == 0 || p.grain != gNone && p.grain != gDay || q.grain != gNone && q.grain != gDay {
		return found{}, false
	}
	m := found{end: e, kind: Clock}
	day := p
	if p.grain == gNone {
		day = q
	}
	if day.grain == gDay {
		if !s.resolve(&day, i, e) {
			return m, true
		}
		m.point, m.anchors = day, true
		m.point.clock, m.point.part = 0, ""
	} else {
		day = s.clockDay()
	}
	a, b := day, day
	a.clock, b.clock = p.clock, q.clock
	if day.grain == gDay && b.clock < a.clock {
		b = dayPoint(day.number() + 1)
		b.clock = q.clock
	}
	m.value = a.value() + "/" + b.value()
	return m, true
}
