package timex

// clockAt reads a time of day: "9 a.m. EST", "5:30 pm local time", "noon",
// "0900 GMT", "17:45" where something shows that it is one. The point tells
// only the clock.
func (s *search) clockAt(i int) (point, int) {
	p := point{}
	switch s.at(i).w.text {
	case "noon":
		p.clock = 12*60 + 1
		return p, i + 1
	case "midnight":
		p.clock = 24*60 + 1
		return p, i + 1
	}
	h := s.at(i)
	if h.num < 0 || h.width > 4 || h.width == 3 || s.at(i-1).glued && h.glued && s.among(i-1, ":", ".", ",", "/", "$") || s.is(i-1, "$") {
		return p, 0
	}
	if h.width == 4 {
		// 0900 GMT
		if z := s.zone(i + 1); z > 0 && h.num/100 < 24 && h.num%100 < 60 {
			p.clock = h.num/100*60 + h.num%100 + 1
			return p, z
		}
		return p, 0
	}
	j, minute, colon := i+1, 0, false
	if s.among(j, ":", ".") && s.at(j).glued && s.at(j+1).glued && s.at(j+1).width == 2 && s.at(j+1).num < 60 {
		colon = s.is(j, ":")
		minute = s.at(j + 1).num
		j += 2
		if !colon && s.halfDay(j) == 0 {
			return p, 0
		}
		if s.is(j, ":") && s.at(j).glued && s.at(j+1).num >= 0 {
			j += 2 // seconds
		}
	}
	hour := h.num
	if e := s.halfDay(j); e > 0 && hour >= 1 && hour <= 12 {
		hour %= 12
		if s.among(j, "pm", "p") {
			hour += 12
		}
		p.clock = hour*60 + minute + 1
		if z := s.zone(e); z > 0 {
			e = z
		}
		return p, e
	}
	if s.is(j, "o'clock") || s.is(j, "o") && s.is(j+1, "'") {
		return p, 0 // morning or evening is not told
	}
	if !colon || hour > 23 {
		return p, 0
	}
	p.clock = hour*60 + minute + 1
	if z := s.zone(j); z > 0 {
		return p, z
	}
	if s.is(j, "hours") {
		return p, j + 1
	}
	if s.among(i-1, "at", "from", "around", "about", "by", "until", "till", "before", "after", "since", "between") {
		return p, j
	}
	return p, 0
}

// halfDay returns the end of "a.m.", "PM" and the like at atom i, or 0.
func (s *search) halfDay(i int) int {
	if s.among(i, "am", "pm") {
		return i + 1
	}
	if !s.among(i, "a", "p") {
		return 0
	}
	j := i + 1
	if s.is(j, ".") {
		j++
	}
	if !s.is(j, "m") || j == i+1 && !s.at(j).glued {
		return 0
	}
	j++
	if s.is(j, ".") && s.at(j).glued && s.at(j).token == s.at(j-1).token {
		j++
	}
	return j
}

// zone returns the end of "EST", "local time" or "Moscow time", or 0.
func (s *search) zone(i int) int {
	a := s.at(i)
	switch {
	case a.w.zone && a.capital:
		return i + 1
	case a.is("local") && s.is(i+1, "time"):
		return i + 2
	case a.capital && a.letters && s.is(i+1, "time"):
		return i + 2
	case a.capital && a.letters && s.at(i+1).capital && s.is(i+2, "time") && !s.at(i+1).w.opener:
		return i + 3
	}
	return 0
}

// clockFirst reads a clock time and the day that may follow it: "9 a.m. on
// Friday", "8:30 this morning", "midnight on Thursday".
func (s *search) clockFirst(i int) (point, int) {
	c, e := s.clockAt(i)
	if e == 0 {
		// "8:30 this morning" has no other sign that it is a clock time.
		h := s.at(i)
		if h.num < 0 || h.num > 12 || !s.is(i+1, ":") || !s.at(i+1).glued || s.at(i+2).width != 2 || s.at(i+2).num > 59 {
			return point{}, 0
		}
		p, e := s.simple(i + 3)
		if e == 0 || p.part == "" || p.grain != gDay {
			return point{}, 0
		}
		if p.part != "TMO" {
			h.num = h.num%12 + 12
		}
		p.clock = h.num*60 + s.at(i+2).num + 1
		return p, e
	}
	j := e
	if s.is(j, ",") || s.is(j, "on") || s.is(j, "of") {
		j++
	}
	if s.is(j, "(") { // a second zone: "(0700 GMT)"
		return c, e
	}
	p, e2 := s.simple(j)
	if e2 > 0 && p.grain == gDay && p.until == 0 && !p.vague {
		p.clock = c.clock
		return p, e2
	}
	return c, e
}

// refined reads what may follow a day: a part of it, or a clock time.
func (s *search) refined(p point, e int) (point, int) {
	if p.grain != gDay || p.vague || p.until > 0 || p.clock > 0 || p.holiday != nil && p.part != "" {
		return p, e
	}
	if a := s.at(e); p.part == "" && a.w.part != "" && !a.capital && !s.is(e, "dawn") {
		p.part = a.w.part
		e++
	}
	j := e
	if s.is(j, ",") {
		j++
	}
	if s.among(j, "at", "around", "about") {
		j++
		if s.is(j, "about") {
			j++
		}
	}
	if c, e2 := s.clockAt(j); e2 > 0 {
		p.clock = c.clock
		return p, e2
	}
	return p, e
}
