package timex

import (
	"readout/article"
	"readout/syntax"
)

// Dates as the calendar has them: "Wednesday, June 16, 2021", "16/06/2021",
// "March 2021", "2021", "the 1990s", "summer of 2020". Each rule returns a
// point, perhaps not wholly known, and the end of its atoms, 0 if it fails.

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

// dayNumber reads a day of the month: "16", "16th".
func (s *search) dayNumber(i int) (d, end int) {
	a := s.at(i)
	if a.num < 1 || a.num > 31 || a.width > 2 {
		return 0, 0
	}
	i++
	if n := s.at(i); n.glued && s.among(i, "st", "nd", "rd", "th") {
		return a.num, i + 1
	}
	n := s.at(i)
	if n.glued && (n.letters || n.num >= 0 || n.is("%") || n.is(":") || n.is("/") ||
		s.among(i, ".", ",") && s.at(i+1).glued && s.at(i+1).num >= 0) || n.w.counted || n.w.unit != uNone {
		return 0, 0
	}
	return a.num, i
}

// lastDay reads the second part of "16–17" and "16 to 17" in one month. Days
// joined by "and" make a range only if they follow each other, or after
// "between".
func (s *search) lastDay(i, start, first int) (last, end int) {
	joined := s.is(i, "and")
	if !joined && !s.dash(i) && !s.among(i, "to", "through") {
		return 0, i
	}
	d, e := s.dayNumber(i + 1)
	if e == 0 || d <= first || s.at(e).w.month > 0 && s.at(start).w.month > 0 || joined && d != first+1 && !s.is(start-1, "between") {
		return 0, i
	}
	return d, e
}

// monthAt reports whether atom i is the name of a month, by its looks alone.
func (s *search) monthAt(i int) (m, end int) {
	a := s.at(i)
	if a.w.month == 0 || !a.capital || a.caps && a.w.text == "may" {
		return 0, 0
	}
	if a.w.short && s.is(i+1, ".") && s.at(i+1).glued {
		return a.w.month, i + 2
	}
	return a.w.month, i + 1
}

// monthFirst reads "June 16, 2021", "June 16–17", "June 2021" and "June".
func (s *search) monthFirst(i int) (point, int) {
	m, j := s.monthAt(i)
	if j == 0 {
		return point{}, 0
	}
	p := point{grain: gMonth, n: m}
	if s.is(j, "the") && s.at(j+2).glued {
		if d, e := s.dayNumber(j + 1); e > 0 {
			j, p.grain, p.day = e, gDay, d
		}
	}
	if d, e := s.dayNumber(j); e > 0 && p.day == 0 {
		p.grain, p.day = gDay, d
		p.until, j = s.lastDay(e, i, d)
	}
	if y, e := s.yearAfter(j); y > 0 {
		p.year, p.absolute = y, true
		return p, e
	}
	if p.day == 0 && !s.monthAlone(i) {
		return point{}, 0
	}
	return p, j
}

// monthAlone reports whether a month's name is one where no day and no year
// follow.
func (s *search) monthAlone(i int) bool {
	a := s.at(i)
	if a.w.short || s.person(i) {
		return false
	}
	switch s.st.Tokens[a.token].UPos {
	case "VERB", "AUX":
		return false
	}
	switch a.w.text {
	case "may":
		return s.among(i-1, "in", "since", "until", "till", "through", "last", "next", "this", "early", "late", "mid", "during",
			"throughout", "by", "from", "before", "of", "every", "each") || s.dash(i-1) && s.is(i-2, "mid")
	case "march", "april", "june", "august":
		return s.among(i-1, "in", "since", "until", "till", "through", "last", "next", "this", "early", "late", "mid", "during",
			"throughout", "by", "from", "before", "of", "to", "after", "and", "or", "between", "around", "the", "a", "an", "'s",
			"into", "past", "following", "previous", "each", "every", "that", "-", "(", ",", "his", "its", "their", "coming", "for", "on")
	}
	return true
}

// person reports whether a name of a person holds atom i.
func (s *search) person(i int) bool {
	t := s.at(i).token
	for _, n := range s.st.Names {
		if n.First <= t && t < n.Last {
			return n.Kind == syntax.Person
		}
	}
	return false
}

// dayFirst reads "16 June 2021", "the 16th of June", "3 and 5 May".
func (s *search) dayFirst(i int) (point, int) {
	d, j := s.dayNumber(i)
	if j == 0 {
		if o, e := s.ordinal(i); e > 0 && o <= 31 && s.is(e, "of") {
			d, j = o, e
		} else {
			return point{}, 0
		}
	}
	p := point{grain: gDay, day: d}
	if s.among(j, "and", "to", "-", "–", "through") {
		if d2, e := s.dayNumber(j + 1); e > 0 && d2 > d && s.at(e).w.month > 0 &&
			(!s.is(j, "and") || d2 == d+1 || s.is(i-1, "between")) {
			p.until, j = d2, e
		}
	}
	if s.is(j, "of") {
		j++
	}
	m, e := s.monthAt(j)
	if e == 0 {
		return point{}, 0
	}
	p.n = m
	if y, e := s.yearAfter(e); y > 0 {
		p.year, p.absolute = y, true
		return p, e
	}
	return p, e
}

// weekdayFirst reads "Wednesday" and "Wednesday, June 16, 2021".
func (s *search) weekdayFirst(i int) (point, int) {
	a := s.at(i)
	if a.w.weekday == 0 || a.w.plural || !a.capital || s.at(i-1).w.label && s.at(i-1).capital ||
		s.at(i+1).w.paper && s.at(i+1).capital && !s.at(i+1).caps {
		return point{}, 0
	}
	j := i + 1
	if a.w.short && s.is(j, ".") {
		j++
	}
	k := j
	if s.is(k, ",") {
		k++
	}
	if s.is(k, "the") {
		k++
	}
	p, e := s.monthFirst(k)
	if e == 0 || p.grain != gDay {
		p, e = s.dayFirst(k)
	}
	if e == 0 && k == j+1 && s.is(j, ",") {
		p, e = s.allDigits(k)
	}
	if e > 0 && p.grain == gDay && p.until == 0 {
		p.weekday = a.w.weekday
		return p, e
	}
	if a.w.short {
		return point{}, 0
	}
	return point{grain: gDay, weekday: a.w.weekday}, j
}

// allDigits reads "2021-06-16", "16/06/2021", "6/16/21" and "16.06.2021".
func (s *search) allDigits(i int) (point, int) {
	a, b, c := s.at(i), s.at(i+2), s.at(i+4)
	sep := s.at(i + 1)
	if a.num < 0 || b.num < 0 || c.num < 0 || !sep.glued || !b.glued || !c.glued || !s.at(i+3).glued ||
		s.at(i+3).w != sep.w || !s.among(i+1, "-", "/", ".") || b.width > 2 {
		return point{}, 0
	}
	if s.dash(i-1) && a.glued || s.is(i-1, "/") && a.glued {
		return point{}, 0
	}
	if n := s.at(i + 5); n.glued && (n.num >= 0 || n.letters && !n.is("t") || s.among(i+5, "-", "/") && s.at(i+6).glued) {
		return point{}, 0
	}
	p := point{grain: gDay, absolute: true}
	switch {
	case a.width == 4 && c.width == 2 && !sep.is("."):
		p.year, p.n, p.day = a.num, b.num, c.num
	case a.width <= 2 && (c.width == 4 || c.width == 2 && sep.is("/")):
		p.year = c.num
		if c.width == 2 {
			p.year = s.century(c.num)
		}
		d, m := a.num, b.num
		monthFirst := s.f.opts.MonthFirst || d <= 12 && m > 12
		dayFirst := s.f.opts.DayFirst || sep.is(".") || m <= 12 && d > 12
		switch {
		case monthFirst && !(m <= 12 && d > 12):
			p.n, p.day = d, m
		case dayFirst || d == m:
			p.n, p.day = m, d
		default:
			p.vague = d >= 1 && d <= 12 && m >= 1 && m <= 12
			return p, i + 5
		}
	default:
		return point{}, 0
	}
	if !validDate(p.year, p.n, p.day) || p.year < 1000 {
		return point{}, 0
	}
	return p, i + 5
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
	if s.at(j).capital && s.at(j).w.weekday == 0 && !s.headline() {
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
		if n := s.at(e); len(h.words) == 1 && n.capital && n.w.weekday == 0 && n.w.part == "" && n.w.month == 0 && !s.headline() {
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

// headline reports whether the sentence is a title or a heading, where every
// word may have a capital.
func (s *search) headline() bool {
	b := s.st.Block
	if b < 0 || b >= len(s.doc.Article.Blocks) {
		return false
	}
	k := s.doc.Article.Blocks[b].Kind
	return k == article.Title || k == article.Heading
}
