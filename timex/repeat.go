package timex

import "strconv"

// set matches what comes again and again: "daily", "every Friday", "twice a
// year", "per month", "on Mondays".
func (s *search) set(i int) (found, bool) {
	a := s.at(i)
	switch {
	case a.w.set != "":
		// "Daily Mail", "11th Annual Vigil" are names.
		if a.capital && (i > 0 || s.at(i+1).capital) || s.dash(i+1) && s.at(i+1).glued || s.st.Tokens[a.token].UPos == "NOUN" {
			return found{}, false // a newspaper is a daily, too
		}
		return found{end: i + 1, kind: Set, value: a.w.set}, true
	case s.among(i, "every", "each"):
		return s.every(i)
	case s.is(i, "per"):
		return s.per(i, i+1)
	case s.among(i, "once", "twice"):
		if s.among(i+1, "a", "an", "per", "each", "every") {
			return s.per(i, i+2)
		}
	case s.among(i, "a", "an"):
		if u := s.at(i + 1).w.unit; u != uNone && !s.at(i+1).w.plural && s.rated(i-1) && !s.among(i+2, "later", "ago", "earlier", "after", "before") {
			return s.per(i, i+1)
		}
	case a.w.weekday > 0 && a.w.plural && a.capital && !s.is(i+1, "'"):
		return found{end: i + 1, kind: Set, value: "XXXX-WXX-" + strconv.Itoa(a.w.weekday)}, true
	case a.w.weekday > 0 && a.capital && s.at(i+1).w.parts != "":
		return found{end: i + 2, kind: Set, value: "XXXX-WXX-" + strconv.Itoa(a.w.weekday) + s.at(i+1).w.parts}, true
	}
	if a.num >= 0 || a.w.number > 0 || s.is(i, "several") {
		if _, e := s.quantity(i); e > 0 && s.is(e, "times") && s.among(e+1, "a", "an", "per", "each", "every") && !s.glued(i) {
			return s.per(i, e+2)
		}
	}
	return found{}, false
}

// per reads the unit after "a" or "per".
func (s *search) per(i, j int) (found, bool) {
	a := s.at(j)
	if a.w.unit == uNone || a.w.plural || a.w.unit == uWeekend {
		return found{}, false
	}
	return found{end: j + 1, kind: Set, value: durationValue(quantity{n: 1}, a.w.unit)}, true
}

// rated reports whether atom i ends an amount, so that "a day" after it is a
// rate: "$5 a gallon a day", "500,000 barrels a day".
func (s *search) rated(i int) bool {
	a := s.at(i)
	if a.num >= 0 || a.w.number > 1 || s.among(i, "%", "percent", "million", "billion", "dollars", "euros", "times", "barrels") {
		return true
	}
	n := len(s.doc.Article.Text[a.start:a.end])
	return a.letters && !a.capital && n > 2 && s.doc.Article.Text[a.end-1] == 's' && a.w.unit == uNone &&
		(s.at(i-1).num >= 0 || s.at(i-1).w.number > 1 || s.among(i-1, "million", "billion"))
}

// every reads what follows "every" and "each".
func (s *search) every(i int) (found, bool) {
	j, n := i+1, 1
	some := false
	switch {
	case s.among(j, "other"):
		j, n = j+1, 2
	case s.among(j, "single"):
		j++
	case s.among(j, "few"):
		j, some = j+1, true
	default:
		if o, e := s.ordinal(j); e > 0 && s.at(e).w.unit != uNone {
			j, n = e, o
		} else if k, e := s.number(j); e > 0 && s.at(e).w.plural {
			j, n = e, k
		}
	}
	a := s.at(j)
	v := ""
	switch {
	case a.w.unit == uWeekend:
		v = "XXXX-WXX-WE"
	case a.w.unit != uNone && (!a.w.plural || n > 1 || some) && (a.w.unit != uSecond || j > i+1) && !(s.is(i, "each") && a.w.plural):
		v = durationValue(quantity{n: n, some: some}, a.w.unit)
	case a.w.weekday > 0 && a.capital && !a.w.plural:
		v = "XXXX-WXX-" + strconv.Itoa(a.w.weekday)
	case a.w.month > 0 && a.capital && !a.w.short:
		v = string(appendInt([]byte("XXXX-"), a.w.month, 2))
	case a.w.season > 0:
		v = "XXXX" + seasonValue[a.w.season]
	case a.w.part != "" && !s.is(j, "dawn"):
		v = "XXXX-XX-XX" + a.w.part
	default:
		return found{}, false
	}
	return found{end: j + 1, kind: Set, value: v}, true
}
