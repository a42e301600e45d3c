package timex

// vague matches references to the past, the present and the future that name
// no calendar unit: "recently", "the coming weeks", "the future".
func (s *search) vague(i int) (found, bool) {
	a := s.at(i)
	to := func(e int, v string) (found, bool) { return found{end: e, kind: Date, value: v}, true }
	switch {
	case a.w.vague != "":
		switch {
		case s.dash(i+1) && s.at(i+1).glued, s.dash(i-1) && a.glued, s.is(i-1, "as"), a.caps, s.is(i, "now") && s.is(i+1, "that"),
			a.capital && i > 0 && !s.doc.Headed(s.st) && s.at(i-1).letters:
			return found{}, false
		}
		return to(i+1, a.w.vague)
	case a.w.unit != uNone && a.w.plural:
		if e := s.ahead(i); e > 0 {
			return to(e, "FUTURE_REF")
		}
	case s.is(i, "these"):
		if s.at(i+1).w.unit == uDay && s.at(i+1).w.plural && !s.at(i+2).w.plural {
			return to(i+2, "PRESENT_REF")
		}
	case s.is(i, "at"):
		if s.is(i+1, "present") && !s.is(i+2, "-") {
			return to(i+2, "PRESENT_REF")
		}
		if s.is(i+1, "the") && s.is(i+2, "moment") && !s.is(i+3, "of") {
			return to(i+3, "PRESENT_REF")
		}
	case s.among(i, "recent", "coming", "upcoming"):
		if e := s.several(i + 1); e > 0 {
			return to(e, s.refOf(i))
		}
	case s.is(i, "the"):
		return s.theVague(i)
	case s.is(i, "future"):
		if s.is(i-1, "in") && s.ended(i+1) {
			return to(i+1, "FUTURE_REF")
		}
	}
	return found{}, false
}

func (s *search) refOf(i int) string {
	if s.is(i, "recent") {
		return "PAST_REF"
	}
	return "FUTURE_REF"
}

// theVague reads the vague references that begin with "the".
func (s *search) theVague(i int) (found, bool) {
	j := i + 1
	to := func(e int, v string) (found, bool) { return found{end: e, kind: Date, value: v}, true }
	switch {
	case s.among(j, "recent", "coming", "upcoming"):
		if e := s.several(j + 1); e > 0 {
			return to(e, s.refOf(j))
		}
	case s.at(j).w.unit != uNone && s.at(j).w.plural:
		if e := s.ahead(j); e > 0 {
			return to(e, "FUTURE_REF")
		}
	case s.is(j, "present") && s.is(j+1, "day"):
		return to(j+2, "PRESENT_REF")
	case s.is(j, "past"):
		if s.is(i-1, "in") && (s.ended(j+1) || s.at(j+1).letters && s.at(j+1).w.text == "" && s.st.Tokens[s.at(j+1).token].UPos == "VERB") {
			return to(j+1, "PAST_REF")
		}
	}
	if !s.is(j, "future") && s.is(j+1, "future") && s.at(j).letters && !s.at(j).capital {
		j++ // "the near future"
	}
	if s.is(j, "future") && (j == i+1 || s.ended(j+1)) && !s.futureOf(j+1) {
		return to(j+1, "FUTURE_REF")
	}
	return found{}, false
}

// futureOf reports whether "future" before atom i is an adjective: "the future
// king".
func (s *search) futureOf(i int) bool {
	a := s.at(i)
	if !a.letters {
		return false
	}
	if p := s.st.Tokens[a.token].UPos; p != "" {
		return p == "NOUN" || p == "ADJ" || p == "PROPN"
	}
	return a.w.text == "" && !a.capital
}

// several reads units in the plural: "weeks", "weeks and months".
func (s *search) several(i int) int {
	a := s.at(i)
	if a.w.unit == uNone || !a.w.plural {
		return 0
	}
	if b := s.at(i + 2); s.among(i+1, "and", "or") && b.w.unit != uNone && b.w.plural {
		return i + 3
	}
	return i + 1
}

// ahead reads "weeks and months ahead" and "years to come".
func (s *search) ahead(i int) int {
	e := s.several(i)
	switch {
	case e == 0:
	case s.is(e, "ahead") && !s.is(e+1, "of"):
		return e + 1
	case s.is(e, "to") && s.is(e+1, "come"):
		return e + 2
	}
	return 0
}
