package split

import "strings"

// number cuts the number that begins at p and returns where it ends: 10,000,
// 3.5, 10:30, 9/11, 713-853-3989, 5th, 1980s. Ranges (3-4) and units (5|pm,
// $|3|m) are cut apart.
func (t *tokeniser) number(p, j int) int {
	e := t.digits(p, j)
	if w := t.groups(p, e, j); w > e {
		return t.emit(p, w, figure)
	}
	for e+1 < j {
		c := t.text[e]
		d := t.digits(e+1, j)
		if d == e+1 || c != ',' && c != '.' && c != ':' && c != '/' {
			break
		}
		if c == '/' && e-p == 4 && d-e-1 == 2 && !strings.Contains(t.text[p:e], "/") { // 2001/02
			break
		}
		e = d
	}
	if s := t.decade(e, j); s > e {
		return t.emit(p, s, figure)
	}
	if e < j {
		if r, _ := t.runeAt(e); isWord(r) {
			return t.suffix(p, e, j)
		}
	}
	return t.emit(p, e, figure)
}

// digits returns the end of the digits at i.
func (t *tokeniser) digits(i, j int) int {
	for i < j {
		r, n := t.runeAt(i)
		if !isDigit(r) {
			break
		}
		i += n
	}
	return i
}

// groups returns the end of a telephone number or a date written with
// hyphens, whose first group is text[p:e], or e.
func (t *tokeniser) groups(p, e, j int) int {
	n, end, first, last := 1, e, e-p, e-p
	for n <= 6 && end+1 < j && t.text[end] == '-' {
		d := t.digits(end+1, j)
		if d == end+1 {
			break
		}
		last = d - end - 1
		end = d
		n++
	}
	if t.wordAfter(end, j) || n < 2 || n > 6 {
		return e
	}
	if n >= 3 || first == 3 && last == 4 {
		return end
	}
	return e
}

// decade returns the end of "'s" or "s" after a round number, or e.
func (t *tokeniser) decade(e, j int) int {
	if e >= j || t.text[e-1] != '0' {
		return e
	}
	i := e
	if t.text[i] == '\'' {
		i++
	} else if strings.HasPrefix(t.text[i:j], "’") {
		i += len("’")
	}
	if i < j && t.text[i] == 's' && !t.wordAfter(i+1, j) {
		return i + 1
	}
	return e
}

// suffix cuts the number text[p:e] with the letters at e (3143C, 4x4), apart if
// they are a unit.
func (t *tokeniser) suffix(p, e, j int) int {
	w := min(t.wordEnd(e), j)
	switch s := t.text[e:w]; s {
	case "am", "pm", "AM", "PM", "km", "cm", "mm", "kg", "mg", "lb", "lbs", "ft", "hr", "hrs", "min", "mins", "sec",
		"mph", "kph", "kmh", "bn", "mn", "tn", "mln", "bln", "k", "K", "pc", "pct", "yr", "yrs", "oz", "mi", "sq",
		"MW", "GW", "kW", "kWh", "MWh", "GWh", "TWh", "GB", "MB", "TB", "kB", "KB", "Hz", "kHz", "MHz", "GHz", "ml", "kt", "Mt",
		"million", "billion", "trillion", "percent", "years", "year", "days", "people", "mm²", "km²", "m²":
		return t.emit(p, e, figure)
	case "m", "b", "t", "M", "B", "T", "bps":
		if t.last() == money || s == "m" {
			return t.emit(p, e, figure)
		}
	case "p", "a":
		if strings.HasPrefix(t.text[e+1:j], ".m") {
			return t.emit(p, e, figure)
		}
	}
	return t.emit(p, w, figure)
}
