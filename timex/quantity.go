package timex

import "strconv"

// A quantity is how many units: "two", "a", "several", "two and a half".
type quantity struct {
	n    int
	half bool // and a half
	tens int  // decimal fraction in tenths, for "1.5"
	some bool // not told: "several"
	one  bool // "a", "an", "another": too weak to tell a time alone
}

// number reads a whole number in digits or words: "12,653", "twenty-five",
// "a hundred".
func (s *search) number(i int) (n, end int) {
	a := s.at(i)
	if a.num >= 0 {
		n, i = a.num, i+1
		for s.is(i, ",") && s.at(i).glued && s.at(i+1).glued && s.at(i+1).width == 3 && n < 1e6 {
			n, i = n*1000+s.at(i+1).num, i+2
		}
		if g := s.at(i); g.glued && (g.num >= 0 || g.letters && !g.is("s")) {
			// "5pm", "16th", "3D"
			return 0, 0
		}
		return n, i
	}
	if a.w.number == 0 {
		return 0, 0
	}
	n, i = a.w.number, i+1
	if n >= 20 && n <= 90 {
		j := i
		if s.dash(j) {
			j++
		}
		if u := s.at(j).w.number; u >= 1 && u <= 9 {
			n, i = n+u, j+1
		}
	}
	for s.at(i).w.number == 100 || s.at(i).w.number == 1000 || s.at(i).w.number == 12 && n < 10 {
		n, i = n*s.at(i).w.number, i+1
		if n > 1e6 {
			return 0, 0
		}
	}
	return n, i
}

// ordinal reads "16th", "third", "twenty-first".
func (s *search) ordinal(i int) (n, end int) {
	a := s.at(i)
	if a.num >= 0 && s.at(i+1).glued && s.among(i+1, "st", "nd", "rd", "th") {
		return a.num, i + 2
	}
	if a.w.ordinal > 0 {
		return a.w.ordinal, i + 1
	}
	if a.w.number >= 20 && a.w.number <= 90 {
		j := i + 1
		if s.dash(j) {
			j++
		}
		if o := s.at(j).w.ordinal; o >= 1 && o <= 9 {
			return a.w.number + o, j + 1
		}
	}
	return 0, 0
}

// quantity reads how many units follow.
func (s *search) quantity(i int) (q quantity, end int) {
	switch s.at(i).w.text {
	case "a", "an":
		switch {
		case s.is(i+1, "few"):
			return quantity{some: true}, i + 2
		case s.is(i+1, "couple") && s.is(i+2, "of"):
			return quantity{n: 2}, i + 3
		case s.is(i+1, "couple"):
			return quantity{n: 2}, i + 2
		case s.is(i+1, "number") && s.is(i+2, "of"):
			return quantity{some: true}, i + 3
		case s.at(i+1).w.number >= 12 && s.at(i+1).letters:
			n, e := s.number(i + 1)
			return quantity{n: n}, e
		}
		return quantity{n: 1, one: true}, i + 1
	case "another":
		if n, e := s.number(i + 1); e > 0 {
			return quantity{n: n}, e
		}
		return quantity{n: 1}, i + 1
	case "several", "few", "some", "many":
		return quantity{some: true}, i + 1
	case "couple":
		if s.is(i+1, "of") {
			return quantity{n: 2}, i + 2
		}
	case "dozens", "hundreds":
		if s.is(i+1, "of") {
			return quantity{some: true}, i + 2
		}
	case "half":
		j := i + 1
		if s.among(j, "a", "an") || s.dash(j) {
			j++
		}
		return quantity{half: true}, j
	}
	n, e := s.number(i)
	if e == 0 {
		return q, 0
	}
	q.n = n
	// 2 1/2, two and a half, 1.5
	j := e
	for s.dash(j) && s.at(j).glued && s.is(j+1, "and") {
		j++
	}
	switch {
	case s.is(j, "and"):
		k := j + 1
		for s.dash(k) || s.among(k, "a", "one") {
			k++
		}
		if s.is(k, "half") && s.at(k+1).w.text != "of" {
			q.half, e = true, k+1
		}
	case s.at(e).num == 1 && s.is(e+1, "/") && s.at(e+2).num == 2:
		q.half, e = true, e+3
	case s.is(e, ".") && s.at(e).glued && s.at(e+1).glued && s.at(e+1).width == 1:
		q.tens, e = s.at(e+1).num, e+2
	case s.is(e, ".") && s.at(e).glued && s.at(e+1).glued && s.at(e+1).num >= 0:
		return q, 0
	}
	return q, e
}

// durationValue writes "P2D", "PT3H", "PXM", "P1.5Y". "Two decades" are P2DE and
// a century is P1CE, as in TIMEX3; half of a unit is told in smaller ones.
func durationValue(q quantity, u unit) string {
	n := strconv.Itoa(q.n)
	switch {
	case q.some:
		n = "X"
	case q.tens > 0:
		n += "." + strconv.Itoa(q.tens)
	case q.half && q.n > 0:
		n += ".5"
	case q.half:
		switch u {
		case uYear:
			return "P6M"
		case uCentury:
			return "P50Y"
		case uDecade:
			return "P5Y"
		case uHour:
			return "PT30M"
		case uDay:
			return "PT12H"
		case uMinute:
			return "PT30S"
		}
		n = "0.5"
	}
	switch u {
	case uDay:
		return "P" + n + "D"
	case uWeek:
		return "P" + n + "W"
	case uMonth:
		return "P" + n + "M"
	case uYear:
		return "P" + n + "Y"
	case uDecade:
		return "P" + n + "DE"
	case uCentury:
		return "P" + n + "CE"
	case uHour:
		return "PT" + n + "H"
	case uMinute:
		return "PT" + n + "M"
	case uSecond:
		return "PT" + n + "S"
	case uQuarter, uFortnight:
		if q.some || q.half || q.tens > 0 {
			return "PX" + map[unit]string{uQuarter: "M", uFortnight: "W"}[u]
		}
		if u == uQuarter {
			return "P" + strconv.Itoa(3*q.n) + "M"
		}
		return "P" + strconv.Itoa(2*q.n) + "W"
	}
	return ""
}

// measure reads a quantity and its unit: "two long years", "ten-day", "a
// century". Singular units stand after one or a half, or as part of a compound.
type measure struct {
	quantity
	unit
	compound bool // the unit is in the singular after a number: "two-day"
}

func (s *search) measure(i int) (m measure, end int) {
	if u := s.at(i).w.unit; u != uNone && s.at(i).w.plural {
		return measure{quantity: quantity{some: true}, unit: u}, i + 1
	}
	q, j := s.quantity(i)
	if j == 0 {
		return m, 0
	}
	hyphen := false
	if s.dash(j) {
		j, hyphen = j+1, true
	}
	for k := 0; k < 3 && s.at(j).w.filler; k++ {
		j++
	}
	a := s.at(j)
	u := a.w.unit
	if u == uNone || u == uWeekend || a.num >= 0 {
		return m, 0
	}
	m = measure{quantity: q, unit: u}
	if !a.w.plural && (q.some || q.n != 1 && !(q.half && q.n == 0)) {
		if u == uSecond && (!hyphen || q.n >= 20 && s.at(i).letters) || q.some {
			return m, 0
		}
		m.compound = true
	}
	if a.w.plural && q.one {
		return m, 0
	}
	if !a.w.plural && u == uSecond && !hyphen {
		return m, 0
	}
	if u == uQuarter && (!a.w.plural || s.is(j+1, "of") || hyphen) {
		return m, 0
	}
	j++
	// "a year and a half"
	if q.n == 1 && q.one && s.is(j, "and") && s.is(j+1, "a") && s.is(j+2, "half") && !s.is(j+3, "of") {
		m.half = true
		j += 3
	}
	return m, j
}

// aged reports whether a measure before atom i is the age of somebody.
func (s *search) aged(first, i int) bool {
	j := i
	if s.dash(j) {
		j++
	}
	switch {
	case s.among(j, "old", "pregnant"):
		return true
	case s.is(j, "of") && s.among(j+1, "age"):
		return true
	case s.among(j, "or", "and") && s.among(j+1, "older", "younger", "under", "over", "up", "above"):
		return true
	case s.among(first-1, "aged", "age", "ages"):
		return true
	case s.among(j, "to", "or", "and", "-", "–", "through"):
		if _, e := s.measure(j + 1); e > 0 && e < i+9 {
			k := e
			if s.dash(k) {
				k++
			}
			return s.is(k, "old") || s.is(k, "of") && s.is(k+1, "age")
		}
	}
	return false
}
