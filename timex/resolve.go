package timex

// resolve completes a point of the expression in atoms [i, e) by the date of
// publication and the tense of its clause. It reports whether the point is
// known now and is a date that exists.
func (s *search) resolve(p *point, i, e int) bool {
	if p.vague {
		return false
	}
	if !p.known() && !s.complete(p, i, e) {
		return false
	}
	if p.grain == gDay && !p.byNumber && !validDate(p.year, p.n, p.day) {
		return false
	}
	return p.inRange()
}

// complete finds what is missing.
func (s *search) complete(p *point, i, e int) bool {
	if !s.dated {
		return false
	}
	side := s.tense(i, e)
	switch {
	case p.holiday != nil:
		return s.pick(p, side, true, p.holiday.on)
	case p.grain == gDay && p.n == 0:
		return s.nearestWeekday(p, side)
	case p.grain == gDay:
		return s.completeDay(p, i, side)
	case p.grain == gMonth:
		if y := s.told(p, i, side); y > 0 {
			p.year = y
			return true
		}
		y, m, _ := civil(s.today)
		p.year = y
		if side > 0 && p.n < m {
			p.year++
		}
		if side <= 0 && p.n > m {
			p.year--
		}
		return true
	case p.grain == gSeason:
		now := unitPoint(gSeason, s.today)
		p.year = now.year
		if side > 0 && p.n < now.n {
			p.year++
		}
		if side <= 0 && p.n > now.n {
			p.year--
		}
		return true
	case p.grain == gQuarter || p.grain == gHalf:
		now := unitPoint(p.grain, s.today)
		p.year = now.year
		if side > 0 && p.n < now.n {
			p.year++
		}
		if side <= 0 && p.n > now.n {
			p.year--
		}
		return true
	}
	return false
}

// told returns the year that the text has set before, at the start of this
// sentence or of the one before ("In 2014 he fled. In April …"), or 0.
func (s *search) told(p *point, i, side int) int {
	f := &s.front
	if f.sentence < 0 || side > 0 || f.block != s.st.Block || s.index-f.sentence > 1 || s.index != f.sentence && i > 2 {
		return 0
	}
	if now, _, _ := civil(s.today); f.year >= now {
		return 0
	}
	if f.grain == gYear || f.grain >= gMonth && f.grain == p.grain && f.n <= p.n {
		return f.year
	}
	return 0
}

// completeDay finds the year of a month and day. A weekday told beside them
// decides where it can.
func (s *search) completeDay(p *point, i, side int) bool {
	if p.day < 1 || p.day > 31 {
		return false
	}
	if y := s.told(p, i, side); y > 0 && p.weekday == 0 {
		p.year = y
		return validDate(p.year, p.n, p.day)
	}
	on := func(y int) (int, bool) {
		if !validDate(y, p.n, p.day) {
			return 0, false
		}
		d := dayOf(y, p.n, p.day)
		return d, p.weekday == 0 || weekdayOf(d) == p.weekday
	}
	q := *p
	if !s.pick(&q, side, p.weekday > 0, on) {
		return false
	}
	p.year, _, _ = civil(q.start)
	return true
}

// pick takes, of the days that on gives for the years around publication, the
// nearest to it on the side that the tense tells, or on either if free is set
// and there is none, or if the tense tells nothing.
func (s *search) pick(p *point, side int, free bool, on func(y int) (int, bool)) bool {
	now, _, _ := civil(s.today)
	best, found := 0, false
	cost := func(d int) int {
		c := d - s.today
		if c < 0 {
			c = -c
		}
		if side != 0 && (d-s.today)*side < 0 {
			// The wrong side is as far as a year: tense is told by signs only.
			c += 300
			if !free {
				c += 10000
			}
		}
		return c
	}
	for y := now - 3; y <= now+3; y++ {
		if d, ok := on(y); ok && (!found || cost(d) < cost(best)) {
			best, found = d, true
		}
	}
	if !found {
		return false
	}
	part, clock := p.part, p.clock
	*p = dayPoint(best)
	p.part, p.clock = part, clock
	return true
}

// nearestWeekday takes the weekday on or before publication, or on or after it
// for the future.
func (s *search) nearestWeekday(p *point, side int) bool {
	back := (weekdayOf(s.today) - p.weekday + 7) % 7
	d := s.today - back
	if side > 0 && back > 0 {
		d += 7
	}
	part, clock := p.part, p.clock
	*p = dayPoint(d)
	p.part, p.clock = part, clock
	return true
}
