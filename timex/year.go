package timex

// fourDigits reads a number that may be a year, whatever stands around it.
func (s *search) fourDigits(i int) (y int, ok bool) {
	a := s.at(i)
	return a.num, a.width == 4 && a.num >= 1000 && a.num <= 2999
}

// yearBeside reads a year right beside another part of a date.
func (s *search) yearBeside(i int) (y int, ok bool) {
	y, ok = s.fourDigits(i)
	if !ok || s.at(i+1).glued && (s.at(i+1).letters || s.at(i+1).num >= 0) ||
		s.among(i+1, ",", ".", ":", "/") && s.at(i+2).glued && s.at(i+1).glued && s.at(i+2).num >= 0 {
		return 0, false
	}
	return y, !s.at(i + 1).w.counted
}

// yearAlone reads a year that no other part of a date stands beside.
func (s *search) yearAlone(i int) (y int, ok bool) {
	y, ok = s.yearBeside(i)
	if !ok || s.at(i+1).is("%") || s.at(i+1).w.unit != uNone && s.at(i+1).w.season == 0 && !s.is(i+1, "quarter") {
		return 0, false
	}
	prev := s.at(i - 1)
	if prev.w.label || prev.is(".") && s.at(i-2).w.label || prev.is("$") || prev.is("#") || prev.is("€") || prev.is("£") {
		return 0, false
	}
	if a := s.at(i); a.glued && (prev.letters || prev.num >= 0 ||
		s.among(i-1, ".", ",", "/", ":") || s.dash(i-1) && prev.glued && !s.among(i-2, "mid", "post", "pre", "early", "late")) {
		return 0, false
	}
	if s.among(i+1, "bc", "bce") {
		return 0, false
	}
	told := s.among(i-1, "in", "since", "by", "until", "till", "from", "of", "before", "after", "around", "about", "to",
		"early", "late", "mid", "year", "(", "through", "during", "between", "fall", "summer", "spring", "winter", "autumn", "throughout")
	if y < 1900 || y > 2100 {
		return y, told && y <= 2100
	}
	if y%100 == 0 && !told && !s.ended(i+1) {
		return 0, false
	}
	return y, true
}

// yearAfter reads what may follow a month or a day: ", 2021", "2021", "of
// 2021", "of last year", "this year". It returns i and 0 if there is nothing.
func (s *search) yearAfter(i int) (y, end int) {
	j := i
	if s.among(j, ",", "of") {
		j++
	}
	if y, ok := s.yearBeside(j); ok {
		if s.is(i, ",") && s.at(j+1).letters && s.at(j+1).glued {
			return 0, i
		}
		return y, j + 1
	}
	if !s.is(i, ",") && s.at(j+1).w.unit == uYear && !s.at(j+1).w.plural && s.dated {
		now, _, _ := civil(s.today)
		switch s.at(j).w.text {
		case "this":
			return now, j + 2
		case "last":
			return now - 1, j + 2
		case "next":
			return now + 1, j + 2
		}
	}
	return 0, i
}

// century completes a year of two digits: the latest that is not more than
// ten years after publication.
func (s *search) century(yy int) int {
	now := 2030
	if s.dated {
		now, _, _ = civil(s.today)
	}
	y := now - now%100 + yy
	if y > now+10 {
		y -= 100
	}
	return y
}

// yearFirst reads "2021", "2022 Fall", "2021 Q1" and "fiscal" years, which
// differ from country to country and get no value.
func (s *search) yearFirst(i int) (point, int) {
	y, ok := s.yearAlone(i)
	if !ok {
		return point{}, 0
	}
	p := point{grain: gYear, year: y, absolute: true}
	next := s.at(i + 1)
	switch {
	case next.is("fiscal") && s.at(i+2).w.unit == uYear:
		return point{vague: true}, i + 3
	case next.w.season > 0 && next.capital:
		p.grain, p.n = gSeason, next.w.season
		return p, i + 2
	}
	if n, e := s.quarterCode(i + 1); e > 0 {
		p.grain, p.n = gQuarter, n
		return p, e
	}
	return p, i + 1
}
