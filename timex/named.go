package timex

// Units of the calendar that have names of their own: seasons, quarters,
// decades, centuries and holidays.

// seasonFirst reads "summer of 2020" and "Fall 2024".
func (s *search) seasonFirst(i int) (point, int) {
	a := s.at(i)
	if a.w.season == 0 || a.w.ordinal > 0 {
		return point{}, 0
	}
	y, e := s.yearAfter(i + 1)
	if y == 0 || s.is(i+1, ",") {
		return point{}, 0
	}
	return point{grain: gSeason, n: a.w.season, year: y, absolute: true}, e
}

// decadeAt reads "1990s", "'90s" and "nineties".
func (s *search) decadeAt(i int) (point, int) {
	a := s.at(i)
	if s.is(i, "'") && s.at(i+1).width == 2 && s.at(i+1).num%10 == 0 && s.is(i+2, "s") && s.at(i+2).glued {
		return point{grain: gDecade, n: 190 + s.at(i+1).num/10, absolute: true}, i + 3
	}
	if a.width == 4 && a.num%10 == 0 && a.num >= 1000 && a.num <= 2100 && s.at(i+1).glued {
		e := 0
		if s.is(i+1, "s") {
			e = i + 2
		} else if s.is(i+1, "'s") {
			e = i + 2
		}
		if e > 0 {
			// "The 1900s" may be a decade or a century.
			return point{grain: gDecade, n: a.num / 10, absolute: true, vague: a.num%100 == 0 && a.num < 2000}, e
		}
	}
	n := 0
	switch a.w.text {
	case "twenties":
		n = 192
	case "thirties":
		n = 193
	case "forties":
		n = 194
	case "fifties":
		n = 195
	case "sixties":
		n = 196
	case "seventies":
		n = 197
	case "eighties":
		n = 198
	case "nineties":
		n = 199
	}
	if n > 0 && (s.is(i-1, "the") || s.dash(i-1) || s.among(i-1, "early", "late")) && !s.among(i-2, "his", "her", "their") {
		return point{grain: gDecade, n: n, absolute: true, vague: n < 195}, i + 1
	}
	return point{}, 0
}

// ordinalFirst reads "20th century", "first quarter of 2021" and "second half
// of the year".
func (s *search) ordinalFirst(i int) (point, int) {
	n, j := s.ordinal(i)
	if j == 0 {
		return point{}, 0
	}
	if s.dash(j) && s.at(j).glued {
		j++
	}
	if s.at(j).capital && s.at(j).w.weekday == 0 && !s.doc.Headed(s.st) {
		return point{}, 0 // "21st Century Fox"
	}
	switch {
	case s.at(j).w.weekday > 0 && n <= 5:
		return s.nthOf(n, j)
	case s.at(j).w.unit == uCentury && !s.at(j).w.plural && n >= 2 && n <= 30:
		return point{grain: gCentury, n: n - 1, absolute: true}, j + 1
	case s.at(j).w.unit == uQuarter && !s.at(j).w.plural && n <= 4:
		return s.part(gQuarter, n, j+1)
	case s.is(j, "half") && n <= 2:
		return s.part(gHalf, n, j+1)
	}
	return point{}, 0
}

// nthOf reads "Monday in September" after "the first" or, for n = -1, "the
// last".
func (s *search) nthOf(n, j int) (point, int) {
	w := s.at(j)
	if w.w.plural || w.w.short || !s.among(j+1, "in", "of") {
		return point{}, 0
	}
	m, e := s.monthAt(j + 2)
	if e == 0 {
		return point{}, 0
	}
	h := &holiday{month: m, weekday: w.w.weekday, nth: n}
	p := point{grain: gDay, holiday: h}
	if y, e := s.yearAfter(e); y > 0 {
		d, ok := h.on(y)
		p = dayPoint(d)
		p.absolute, p.vague = true, !ok
		return p, e
	}
	return p, e
}

// part reads "of 2021", "of this year", "2021" or nothing after a quarter or a
// half.
func (s *search) part(g grain, n, i int) (point, int) {
	p := point{grain: g, n: n}
	if y, e := s.yearAfter(i); y > 0 && !s.is(i, ",") {
		p.year, p.absolute = y, true
		return p, e
	}
	if s.is(i, "of") {
		if q, e := s.inner(i + 1); e > 0 && q.grain == gYear && q.known() {
			p.year, p.absolute = q.year, q.absolute
			return p, e
		}
		return point{}, 0
	}
	// A half with nothing beside it is more often half of something else.
	if g == gHalf || !s.among(i-3, "in", "the", "during", "for") {
		return point{}, 0
	}
	return p, i
}

// quarterFirst reads "Q1 2021" and "Q1 of last year".
func (s *search) quarterFirst(i int) (point, int) {
	n, e := s.quarterCode(i)
	if e == 0 {
		return point{}, 0
	}
	return s.part(gQuarter, n, e)
}

// quarterCode reads "Q1", a letter and a digit.
func (s *search) quarterCode(i int) (n, end int) {
	a, d := s.at(i), s.at(i+1)
	if a.is("q") && a.capital && d.glued && d.width == 1 && d.num >= 1 && d.num <= 4 && !(s.at(i+2).glued && s.at(i+2).num >= 0) {
		return d.num, i + 2
	}
	return 0, 0
}

// holidayFirst reads the names of holidays and of days of history.
func (s *search) holidayFirst(i int) (point, int) {
	a := s.at(i)
	phrases := a.w.phrases
	if a.num >= 0 {
		phrases = s.f.vocabulary.numbered
	}
	for _, h := range phrases {
		if !s.phrase(i, h.words) {
			continue
		}
		e := i + len(h.words)
		if h.isFixed {
			if n := s.at(e); n.glued && (n.num >= 0 || n.is("/")) || s.is(i-1, "/") {
				continue
			}
			return point{grain: gDay, start: h.fixed, byNumber: true, absolute: true}, e
		}
		if !a.capital {
			continue
		}
		// "Easter Egg Roll", "Christmas Island" are names of something else.
		if n := s.at(e); len(h.words) == 1 && n.capital && n.w.weekday == 0 && n.w.part == "" && n.w.month == 0 && !s.doc.Headed(s.st) {
			continue
		}
		p := point{grain: gDay, holiday: h}
		if h.none {
			p.vague = true
		}
		if y, e2 := s.yearAfter(e); y > 0 {
			if d, ok := h.on(y); ok {
				p = dayPoint(d)
				p.absolute = true
			} else {
				p.vague = true
			}
			return p, e2
		}
		return p, e
	}
	return point{}, 0
}

func (s *search) phrase(i int, words []string) bool {
	for k, w := range words {
		a := s.at(i + k)
		if a.w.text != w && (a.num < 0 || s.doc.Article.Text[a.start:a.end] != w) {
			return false
		}
	}
	return true
}
