package timex

// shaded reads a point with a word that tells which part of it: "early 2021",
// "mid-June", "the end of the year", "later this month", "year's end".
func (s *search) shaded(i int) (point, int) {
	switch s.at(i).w.text {
	case "early", "late", "mid":
		j := i + 1
		for s.dash(j) && s.at(j).glued {
			j++
		}
		if s.among(j, "in", "on") && !s.is(i, "mid") {
			j++
			if s.is(j, "the") && s.at(j+1).w.unit != uNone {
				if p, e := s.theUnit(j); e > 0 {
					return p, e
				}
			}
			if p, e := s.simple(j); e > 0 && p.grain != gNone {
				return p, e
			}
			return point{}, 0
		}
		if s.is(j, "hours") && s.is(j+1, "of") {
			if p, e := s.simple(j + 2); e > 0 && s.dayish(&p) {
				return p, e
			}
		}
		if s.is(j, "the") {
			return point{}, 0
		}
		if p, e := s.simple(j); e > 0 && !p.timed() {
			return p, e
		}
		if s.at(j).w.season > 0 && (s.among(i-1, "in", "by", "since", "until", "this", "last", "next", "during", "of") || s.is(i-1, "the")) {
			return s.season(j)
		}
	case "earlier", "later":
		j := i + 1
		switch {
		case s.among(j, "this", "that") || s.is(j, "last") || s.is(j, "today"):
			if p, e := s.simple(j); e > 0 && (p.grain != gNone || p.vague) {
				return p, e
			}
		case s.among(j, "in", "on") && !s.at(j+1).is("his"):
			if p, e := s.theUnit(j + 1); e > 0 {
				return p, e
			}
			if p, e := s.simple(j + 1); e > 0 && p.grain >= gDecade && s.is(j, "in") != (p.grain == gDay) {
				return p, e
			}
		}
	case "end", "start", "beginning", "middle", "close", "turn":
		j := i + 1
		for s.dash(j) && s.at(j).glued {
			j++
		}
		if !s.is(j, "of") {
			return point{}, 0
		}
		j++
		for s.dash(j) && s.at(j).glued {
			j++
		}
		p, e := s.inner(j)
		if e == 0 || p.timed() || s.among(i-2, "at") && s.is(j, "the") && s.at(j+1).w.unit == uDay {
			return point{}, 0 // "at the end of the day" is a way of speaking
		}
		if s.is(i, "turn") {
			p = point{vague: true}
		}
		return p, e
	}
	// "year's end", "year-end"
	a := s.at(i)
	if u := a.w.unit; (u == uYear || u == uMonth) && !a.w.plural && (s.is(i+1, "'s") || s.dash(i+1) && s.at(i+1).glued) && s.is(i+2, "end") &&
		s.among(i-1, "by", "before", "until", "at", "since", "the", "till") && s.dated {
		return s.near(u, 0), i + 3
	}
	return point{}, 0
}

// inner reads what stands after "the end of" and the like.
func (s *search) inner(i int) (point, int) {
	if s.depth >= deepest {
		return point{}, 0
	}
	s.depth++
	p, e := s.within(i)
	s.depth--
	return p, e
}

func (s *search) within(i int) (point, int) {
	if p, e := s.theUnit(i); e > 0 {
		return p, e
	}
	if s.is(i, "the") {
		if p, e := s.the(i); e > 0 {
			return p, e
		}
		return point{}, 0
	}
	if p, e := s.shaded(i); e > 0 {
		return p, e
	}
	return s.simple(i)
}

// fiscal reads "fiscal year 2022" and "FY22", whose bounds differ from country
// to country: they get no value.
func (s *search) fiscal(i int) (point, int) {
	j := i + 1
	if s.is(i, "fiscal") && s.at(j).w.unit == uYear {
		j++
	}
	if s.dash(j) {
		j++
	}
	if s.is(j, "'") {
		j++
	}
	a := s.at(j)
	if _, ok := s.fourDigits(j); ok || s.is(i, "fy") && a.width == 2 && a.num >= 0 && s.at(i).caps {
		return point{vague: true}, j + 1
	}
	return point{}, 0
}
