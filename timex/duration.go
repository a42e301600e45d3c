package timex

// duration matches stretches of time that are not laid on the calendar: "two
// days", "the past three years", "decades-long", "a matter of months".
func (s *search) duration(i int) (found, bool) {
	if s.among(i, "the", "this", "last", "past", "next") {
		return s.stretchOf(i)
	}
	if m, ok := s.spanned(i); ok {
		return m, true
	}
	if s.is(i, "a") && s.is(i+1, "matter") && s.is(i+2, "of") || s.is(i, "matter") && s.is(i+1, "of") {
		j := i + 2
		if s.is(i, "a") {
			j++
		}
		if m, e := s.measure(j); e > 0 && !m.compound {
			return lasting(m, e)
		}
		return found{}, false
	}
	if s.is(i, "a") && s.at(i+1).w.filler && s.at(i+2).w.unit != uNone {
		if m, e := s.measure(i); e > 0 && !s.aged(i, e) && !s.is(i+2, "second") && s.among(i+1, "full", "whole", "further", "entire", "solid", "straight") {
			return lasting(m, e)
		}
	}
	m, e := s.measure(i)
	if e == 0 || s.aged(i, e) || s.at(i).num >= 0 && s.glued(i) {
		return found{}, false
	}
	bare := s.bare(i)
	switch {
	case bare && s.dash(e) && s.at(e).glued && s.is(e+1, "long"):
		return lasting(m, e+2)
	case bare && !s.lasts(i, e):
		return found{}, false
	case m.one && !s.oneLasts(i, e):
		if s.dash(i + 1) {
			return found{}, false
		}
		return found{}, false
	case s.is(i, "one") && m.unit == uDay && !s.oneLasts(i, e) && !m.compound:
		return found{}, false
	case s.among(i, "some", "many", "few") && s.among(i, "some") && m.unit == uSecond:
		return found{}, false
	}
	if s.is(i, "half") && !(s.among(i+1, "a", "an") || s.dash(i+1)) {
		return found{}, false
	}
	if s.dash(e) && s.at(e).glued && s.is(e+1, "long") {
		e += 2
	}
	// "two to three years", "60-90 days" were taken by spanned; here "two years
	// and three months".
	if !m.some && !m.compound && s.is(e, "and") {
		if m2, e2 := s.measure(e + 1); e2 > 0 && !m2.some && !m2.compound && !m2.one && !m.half && finer(m2.unit, m.unit) && !s.aged(i, e2) {
			return found{end: e2, kind: Duration, value: joined(durationValue(m.quantity, m.unit), durationValue(m2.quantity, m2.unit))}, true
		}
	}
	return lasting(m, e)
}

func lasting(m measure, e int) (found, bool) {
	v := durationValue(m.quantity, m.unit)
	return found{end: e, kind: Duration, value: v}, v != ""
}

// finer reports whether a follows b in "two years and three months".
func finer(a, b unit) bool {
	order := [...]int{uYear: 1, uMonth: 2, uWeek: 3, uDay: 4, uHour: 5, uMinute: 6, uSecond: 7}
	if int(a) >= len(order) || int(b) >= len(order) {
		return false
	}
	return order[a] > 0 && order[b] > 0 && order[a] > order[b]
}

// joined joins two ISO durations: P2Y and P3M give P2Y3M.
func joined(a, b string) string {
	if len(b) > 1 && b[1] == 'T' {
		if len(a) > 1 && a[1] == 'T' {
			return a + b[2:]
		}
		return a + b[1:]
	}
	return a + b[1:]
}

// glued reports whether a number at atom i hangs on a word or mark before it.
func (s *search) glued(i int) bool {
	a, prev := s.at(i), s.at(i-1)
	return a.glued && (prev.letters || prev.num >= 0 || s.among(i-1, ".", ",", "/", ":", "$", "-") && prev.glued) || s.is(i-1, "$")
}

// spanned reads "two to three years", "60-90 days": of unknown number.
func (s *search) spanned(i int) (found, bool) {
	if s.at(i).num < 0 && s.at(i).w.number == 0 || s.glued(i) {
		return found{}, false
	}
	q, j := s.quantity(i)
	if j == 0 || q.one {
		return found{}, false
	}
	if !s.among(j, "to", "or") && !s.dash(j) {
		return found{}, false
	}
	m, e := s.measure(j + 1)
	if e == 0 || m.one || m.some || s.bare(j+1) || s.aged(i, e) || m.n <= q.n && !m.half {
		return found{}, false
	}
	m.some, m.half, m.tens = true, false, 0
	return lasting(m, e)
}

// oneLasts reports whether "a year" at atoms [i, e) is a duration rather than
// a mere mention.
func (s *search) oneLasts(i, e int) bool {
	return s.among(i-1, "for", "in", "within", "after", "over", "than", "nearly", "almost", "about", "once", "half", "least", "roughly",
		"approximately", "around", "under", "spent", "took", "take", "takes", "taking", "lasted", "lasting", "lasts", "just", "only",
		"barely", "wait", "waited", "by", "every", "most", "some", "up") ||
		s.among(i-1, "to") && s.among(i-2, "up", "close") ||
		s.among(e, "later", "ago", "earlier", "after", "before", "since", "into", "from")
}

// lasts reports whether a unit in the plural without a number is a duration:
// "for years", "months of talks", "hours before the summit".
func (s *search) lasts(i, e int) bool {
	u := s.at(i).w.unit
	if u == uQuarter || u == uSecond || u == uWeekend {
		return false
	}
	after := s.among(i-1, "for", "over", "after", "within", "mere", "spent", "took", "take", "takes", "taking", "lasted", "lasting",
		"lasts", "wait", "waited", "just", "only", "throughout", "many", "through", "despite", "with", "amid") ||
		s.among(i-1, "in") && s.ended(e)
	switch {
	case s.among(e, "ahead"):
		return false
	case s.is(e, "of"):
		return !s.is(e+1, "the") && (after || i == 0 || s.among(i-1, "ended", "her", "his", "their", "its", "our", "and", ",", "to", "on", "by", "from", "of", "following") || !s.at(i-1).letters)
	case after:
		return s.ended(e) || !s.at(e).letters || s.at(e).w.text != "" || s.is(i-1, "for") || s.is(i-1, "mere")
	case s.among(e, "before", "after", "later", "earlier", "following", "into"):
		return i == 0 || !s.at(i-1).letters || s.at(i-1).w.text != ""
	}
	return false
}

// stretchOf reads "the past three years", "the next decade", "this past week",
// "last two years", "the first 100 days".
func (s *search) stretchOf(i int) (found, bool) {
	j := i
	the := s.is(i, "the")
	if the || s.is(i, "this") {
		j++
	}
	if j > i && s.among(j, "very") {
		j++
	}
	if !s.among(j, "last", "past", "next", "first", "final", "coming", "following", "previous", "preceding", "remaining", "upcoming") {
		return found{}, false
	}
	if s.is(i, "this") && !s.is(j, "past") && !s.among(j, "coming") {
		return found{}, false
	}
	k := j + 1
	a := s.at(k)
	if a.w.unit == uNone || a.w.season > 0 {
		m, e := s.measure(k)
		if e == 0 || m.one || s.aged(k, e) || m.compound {
			return found{}, false
		}
		return lasting(m, e)
	}
	if !the && !s.is(i, "this") && (j != i || !s.is(j, "past")) {
		return found{}, false
	}
	if a.w.unit == uQuarter || a.w.unit == uWeekend || a.w.unit == uSecond {
		return found{}, false
	}
	if a.w.plural {
		if !s.among(j, "last", "past", "next") {
			return found{}, false
		}
		return found{end: k + 1, kind: Duration, value: durationValue(quantity{some: true}, a.w.unit)}, true
	}
	within := s.among(i-1, "over", "in", "during", "for", "within", "throughout", "across", "of")
	switch {
	case s.is(j, "past"):
	case s.is(j, "last") && within && the && !s.is(k+1, "of"):
	case s.among(j, "next", "coming", "upcoming") && within && the:
	default:
		return found{}, false
	}
	return found{end: k + 1, kind: Duration, value: durationValue(quantity{n: 1}, a.w.unit)}, true
}
