package timex

// Expressions that count from the date of publication, or from a time told
// before: "yesterday", "last month", "the following day", "two weeks ago".

// deictic reads a day named by where it lies from today.
func (s *search) deictic(i int) (point, int) {
	a := s.at(i)
	off := 0
	switch a.w.text {
	case "today", "tonight", "overnight":
	case "yesterday":
		off = -1
	case "tomorrow":
		off = 1
	default:
		return point{}, 0
	}
	// "USA Today", "the BBC's Today programme" are media.
	if a.capital && !s.doc.Headed(s.st) && (s.at(i-1).letters || s.is(i-1, "'s")) && !s.among(i-1, "earlier", "later") {
		return point{}, 0
	}
	if !s.dated {
		return point{vague: true}, i + 1
	}
	p := dayPoint(s.today + off)
	switch a.w.text {
	case "tonight":
		p.part = "TNI"
	case "overnight":
		p = point{whole: formatDay(s.today-1) + "/" + formatDay(s.today), grain: gNone}
	}
	return p, i + 1
}

// near returns the calendar unit n units from the one that holds today.
func (s *search) near(u unit, n int) point {
	if !s.dated {
		return point{vague: true}
	}
	now := dayPoint(s.today)
	p, ok := now.moved(n, u, false)
	if !ok {
		return point{vague: true}
	}
	return p
}

// this reads "this week", "this Wednesday", "this summer", "this past March".
func (s *search) this(i int) (point, int) {
	if !s.is(i, "this") {
		return point{}, 0
	}
	j := i + 1
	switch {
	case s.is(j, "past"):
		a := s.at(j + 1)
		if a.w.weekday > 0 && !a.w.short || a.w.month > 0 || a.w.season > 0 || a.w.unit == uWeekend {
			return s.beside(j+1, -1)
		}
		return point{}, 0
	case s.among(j, "coming", "upcoming"):
		return s.beside(j+1, 1)
	case s.is(j, "same"):
		j++
	}
	a := s.at(j)
	if a.capital && s.at(i).capital && i > 0 && !s.doc.Headed(s.st) && a.w.unit != uNone {
		return point{}, 0 // "This Week" is a programme
	}
	if !a.capital && a.letters && a.w.text == "" && s.at(j+1).w.unit == uDay && !s.at(j+1).w.plural {
		j++ // "this solemn day"
		a = s.at(j)
	}
	switch {
	case a.is("fiscal") && s.at(j+1).w.unit == uYear:
		return point{vague: true}, j + 2
	case a.w.unit != uNone && !a.w.plural && grainOf(a.w.unit) != gNone:
		if a.w.unit == uWeekend {
			return s.weekend(i, j+1)
		}
		if a.w.unit == uDay {
			return s.thisDay(j + 1)
		}
		return s.near(a.w.unit, 0), j + 1
	case a.w.part != "" && !s.is(j, "dawn"):
		p := s.near(uDay, 0)
		p.part = a.w.part
		return p, j + 1
	case a.w.weekday > 0 && a.capital && !a.w.short && !a.w.plural:
		return s.weekdayFirst(j)
	case a.w.month > 0 && a.capital && !a.w.short:
		return s.thisYears(point{grain: gMonth, n: a.w.month}, i, j+1), j + 1
	case a.w.season > 0:
		return s.thisYears(point{grain: gSeason, n: a.w.season}, i, j+1), j + 1
	}
	if p, e := s.holidayFirst(j); e > 0 {
		return p, e
	}
	return point{}, 0
}

// thisYears completes the month or season of "this autumn": that of the
// current year, but the next one if it has passed and the tense tells the
// future.
func (s *search) thisYears(p point, i, e int) point {
	if !s.dated {
		return point{vague: true}
	}
	now := unitPoint(p.grain, s.today)
	_, m, _ := civil(s.today)
	p.year = now.year
	side := s.tense(i, e)
	switch {
	case p.grain == gSeason && p.n == winter && now.n != winter:
		if side < 0 || side == 0 && m < 6 {
			p.year--
		}
	case p.grain == gSeason && now.n == winter && p.n != winter && m < 3:
		p.year++
	case side > 0 && p.n < now.n:
		p.year++
	case side < 0 && p.n > now.n+6:
		p.year--
	}
	return p
}

// thisDay reads what may follow "this day": "30 years ago", "in 1943".
func (s *search) thisDay(j int) (point, int) {
	if !s.dated {
		return point{vague: true}, j
	}
	p := dayPoint(s.today)
	y, m, d := civil(s.today)
	if s.is(j, "in") {
		if year, ok := s.yearBeside(j + 1); ok && validDate(year, m, d) {
			return point{grain: gDay, year: year, n: m, day: d, absolute: true}, j + 2
		}
	}
	if q, e := s.measure(j); e > 0 && q.unit == uYear && !q.some && !q.half && q.tens == 0 && s.is(e, "ago") && validDate(y-q.n, m, d) {
		return point{grain: gDay, year: y - q.n, n: m, day: d}, e + 1
	}
	return p, j
}

// beside reads a weekday, month, season, holiday or unit that lies wholly
// before (-1) or after (1) the one of today: the words after "last" and "next".
func (s *search) beside(j, side int) (point, int) {
	a := s.at(j)
	none := point{vague: true}
	y, m, _ := civil(s.today)
	switch {
	case a.w.unit != uNone && !a.w.plural && grainOf(a.w.unit) != gNone && a.w.unit != uDay:
		return s.near(a.w.unit, side), j + 1
	case a.w.weekday > 0 && a.capital && !a.w.plural && !a.w.short:
		if !s.dated {
			return none, j + 1
		}
		if side < 0 {
			return dayPoint(s.today - 1 - (weekdayOf(s.today)-1-a.w.weekday+14)%7), j + 1
		}
		return dayPoint(s.today - weekdayOf(s.today) + 7 + a.w.weekday), j + 1
	case a.w.month > 0 && a.capital && !a.w.short:
		if !s.dated {
			return none, j + 1
		}
		if side < 0 && a.w.month >= m {
			y--
		}
		if side > 0 && a.w.month <= m {
			y++
		}
		return point{grain: gMonth, year: y, n: a.w.month}, j + 1
	case a.w.season > 0:
		if !s.dated {
			return none, j + 1
		}
		now := seasonAt(y, m)
		p := point{grain: gSeason, year: now.year, n: a.w.season}
		if side < 0 && p.n >= now.n {
			p.year--
		}
		if side > 0 && p.n <= now.n {
			p.year++
		}
		return p, j + 1
	case a.is("fiscal") && s.at(j+1).w.unit == uYear:
		return none, j + 2
	}
	if p, e := s.holidayFirst(j); e > 0 {
		if p.holiday == nil || p.vague || !s.dated {
			return none, e
		}
		for k := y - 1; k <= y+1; k++ {
			q := k
			if side < 0 {
				q = y + y - k
			}
			if d, ok := p.holiday.on(q); ok && (d-s.today)*side > 0 {
				return dayPoint(d), e
			}
		}
		return none, e
	}
	return point{}, 0
}

// weekend reads "the weekend" and "this weekend", which ended at atom end.
func (s *search) weekend(i, end int) (point, int) {
	if !s.dated {
		return point{vague: true}, end
	}
	p := unitPoint(gWeekend, s.today)
	if weekdayOf(s.today) < 6 && s.tense(i, end) < 0 {
		p = unitPoint(gWeekend, s.today-7)
	}
	return p, end
}

// season reads a season without a year, where something before it shows that
// it is one.
func (s *search) season(i int) (point, int) {
	a := s.at(i)
	if p, e := s.seasonFirst(i); e > 0 {
		return p, e
	}
	return point{grain: gSeason, n: a.w.season}, i + 1
}

// lastNext reads "last month", "last Tuesday", "last night", "next summer".
func (s *search) lastNext(i int) (point, int) {
	side := 0
	switch s.at(i).w.text {
	case "last":
		side = -1
	case "next":
		side = 1
	default:
		return point{}, 0
	}
	if s.among(i-1, "the", "his", "her", "their", "its", "our", "your", "my", "'s") {
		if s.at(i+1).w.unit != uNone || s.at(i+1).w.part != "" {
			return point{}, 0
		}
	}
	if a := s.at(i + 1); side < 0 && a.is("night") || side < 0 && a.is("evening") {
		p := s.near(uDay, -1)
		p.part = a.w.part
		return p, i + 2
	}
	if side > 0 && s.at(i+1).w.unit == uDay && !s.at(i+1).w.plural {
		return s.fromAnchor(uDay, 1), i + 2
	}
	return s.beside(i+1, side)
}
