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
		return s.pick(p, side, p.holiday.on)
	case p.grain == gDay && p.n == 0:
		return s.nearestWeekday(p, side)
	case p.grain == gDay:
		return s.completeDay(p, i, e, side)
	case p.grain == gMonth:
		if y := s.told(p, i, side); y > 0 {
			p.year = y
			return true
		}
		if s.attributive(i, e) && !s.among(i-1, "a", "an") {
			side = 0
		}
		return s.completeMonth(p, side)
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

// completeMonth takes the month at or before publication, or at or after it for
// the future. Without a sign of tense, one up to three months ahead is nearer;
// with a sign of the past, one up to two months ahead could be either, for
// what lies almost a year back is called "last July".
func (s *search) completeMonth(p *point, side int) bool {
	y, m, _ := civil(s.today)
	p.year = y
	ahead := (p.n - m + 12) % 12
	switch {
	case ahead == 0:
	case side == willBe, side == mayBe && ahead <= 6, side == 0 && ahead <= 3:
		if p.n < m {
			p.year++
		}
	case side < 0 && ahead <= 2:
		p.year = 0
		return false
	case p.n > m:
		p.year--
	}
	return true
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
func (s *search) completeDay(p *point, i, e, side int) bool {
	if p.day < 1 || p.day > 31 {
		return false
	}
	if y := s.told(p, i, side); y > 0 && p.weekday == 0 {
		p.year = y
		return validDate(p.year, p.n, p.day)
	}
	if s.famous(p, side) {
		return true
	}
	on := func(y int) (int, bool) {
		if !validDate(y, p.n, p.day) {
			return 0, false
		}
		d := dayOf(y, p.n, p.day)
		return d, p.weekday == 0 || weekdayOf(d) == p.weekday
	}
	if s.attributive(i, e) {
		side = 0
	}
	q := *p
	if !s.pick(&q, side, on) {
		return false
	}
	p.year, _, _ = civil(q.start)
	return true
}

// attributive reports whether atoms [i, e) stand before a noun, where the tense
// of the clause says nothing: "set an April 15 deadline".
func (s *search) attributive(i, e int) bool {
	next := s.at(e)
	return s.among(i-1, "a", "an", "the", "his", "her", "its", "their", "'s") && next.letters && (next.w.text == "" || next.w.counted)
}

// famous completes a month and day that name a day of history, unless
// publication is so near to that day of the year that it may mean that.
func (s *search) famous(p *point, side int) bool {
	for _, d := range s.f.vocabulary.famous {
		y, m, day := civil(d)
		if m != p.n || day != p.day || d > s.today || p.weekday > 0 {
			continue
		}
		now, _, _ := civil(s.today)
		near := s.today - dayOf(now, m, day)
		if near < 0 || near > 45 || near == 0 && side < 0 {
			p.year = y
			return true
		}
	}
	return false
}

// pick takes, of the days that on gives for the years around publication, the
// nearest to it. Those on the side that the tense does not tell count as much
// further off than they are: up to seven weeks ahead are nearer than almost a
// year ago ("had set 10 September").
func (s *search) pick(p *point, side int, on func(y int) (int, bool)) bool {
	now, _, _ := civil(s.today)
	best, found := 0, false
	cost := func(d int) int {
		c := max(d-s.today, s.today-d)
		if (d-s.today)*side < 0 {
			c = 5*c + 60
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
// for the future. Where signs of the future are weak, a day or two ago is
// nearer than next week.
func (s *search) nearestWeekday(p *point, side int) bool {
	back := (weekdayOf(s.today) - p.weekday + 7) % 7
	d := s.today - back
	if side >= willBe && back > 0 || side == mayBe && back > 2 {
		d += 7
	}
	part, clock := p.part, p.clock
	*p = dayPoint(d)
	p.part, p.clock = part, clock
	return true
}
