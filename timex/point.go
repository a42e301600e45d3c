package timex

// A grain is how finely a point of time is told, from coarse to fine.
type grain uint8

const (
	gNone grain = iota
	gCentury
	gDecade
	gYear
	gHalf
	gSeason
	gQuarter
	gMonth
	gWeek
	gWeekend
	gDay
)

// A point is a calendar unit, perhaps not wholly known. Part and clock refine
// a day, or stand alone.
type point struct {
	grain   grain
	year    int    // 0: not told
	n       int    // month, half, quarter or season; decade or century in full ("199", "19")
	day     int    // of the month
	until   int    // last day of several in one month, or 0
	start   int    // day number of a week's Monday, or of a day told by its number; see byNumber
	weekday int    // told beside the date, or alone; 0: not told
	part    string // "TMO", …
	clock   int    // minutes since midnight plus 1; 0: not told
	holiday *holiday
	// byNumber: the day or week is known by start alone.
	byNumber bool
	// absolute: the text itself tells the year.
	absolute bool
	// vague: found, but the text supports no value.
	vague bool
	whole string // a value already worked out, when grain is gNone
}

// known reports whether the point needs no more to be told.
func (p *point) known() bool {
	switch p.grain {
	case gNone:
		return false
	case gDay, gWeek, gWeekend:
		return p.byNumber || p.grain == gDay && p.year > 0 && p.n > 0 && p.day > 0
	case gDecade, gCentury:
		return p.n > 0
	}
	return p.year > 0
}

// number returns the day number of a known day.
func (p *point) number() int {
	if p.byNumber {
		return p.start
	}
	return dayOf(p.year, p.n, p.day)
}

func dayPoint(n int) point { return point{grain: gDay, start: n, byNumber: true} }

// unitPoint returns the calendar unit of the given grain that holds a day.
func unitPoint(g grain, n int) point {
	y, m, _ := civil(n)
	switch g {
	case gDay:
		return dayPoint(n)
	case gWeek:
		return point{grain: gWeek, start: n - weekdayOf(n) + 1, byNumber: true}
	case gWeekend:
		return point{grain: gWeekend, start: n - weekdayOf(n) + 1, byNumber: true}
	case gMonth:
		return point{grain: gMonth, year: y, n: m}
	case gQuarter:
		return point{grain: gQuarter, year: y, n: (m-1)/3 + 1}
	case gHalf:
		return point{grain: gHalf, year: y, n: (m-1)/6 + 1}
	case gYear:
		return point{grain: gYear, year: y}
	case gDecade:
		return point{grain: gDecade, n: y / 10}
	case gCentury:
		return point{grain: gCentury, n: y / 100}
	case gSeason:
		return seasonAt(y, m)
	}
	return point{}
}

// Seasons, in the order of a year.
const (
	spring = 1 + iota
	summer
	autumn
	winter
)

var seasonValue = [...]string{spring: "-SP", summer: "-SU", autumn: "-FA", winter: "-WI"}

func seasonAt(y, m int) point {
	switch {
	case m <= 2:
		return point{grain: gSeason, year: y - 1, n: winter}
	case m == 12:
		return point{grain: gSeason, year: y, n: winter}
	}
	return point{grain: gSeason, year: y, n: m / 3}
}

// grainOf returns the calendar unit of a unit of duration.
func grainOf(u unit) grain {
	switch u {
	case uDay:
		return gDay
	case uWeek:
		return gWeek
	case uWeekend:
		return gWeekend
	case uMonth:
		return gMonth
	case uQuarter:
		return gQuarter
	case uYear:
		return gYear
	case uDecade:
		return gDecade
	case uCentury:
		return gCentury
	}
	return gNone
}

// moved returns the calendar unit n units of u away from p, in the unit's own
// grain; but days stay days when moved by weeks if exact is set. p must be
// known. ok is false when p is too coarse for the unit.
func (p *point) moved(n int, u unit, exact bool) (q point, ok bool) {
	g := grainOf(u)
	if u == uFortnight {
		g, n = gWeek, 2*n
	}
	if g == gNone || n > 1e6 || n < -1e6 {
		return point{}, false
	}
	switch g {
	case gDay, gWeek, gWeekend:
		if p.grain == gDay {
			d := p.number()
			switch {
			case g == gDay:
				q = dayPoint(d + n)
			case exact && g == gWeek:
				q = dayPoint(d + 7*n)
			default:
				q = unitPoint(g, d+7*n)
			}
		} else if (p.grain == gWeek || p.grain == gWeekend) && g != gDay {
			q = unitPoint(g, p.start+7*n)
		} else {
			return point{}, false
		}
		return q, q.inRange()
	}
	y, m, ok := p.yearMonth()
	if !ok {
		return point{}, false
	}
	switch g {
	case gMonth, gQuarter:
		if p.grain < gMonth && p.grain != g || m == 0 {
			return point{}, false
		}
		step := n
		if g == gQuarter {
			step = 3 * n
		}
		y, m = addMonths(y, m, step)
		q = point{grain: gMonth, year: y, n: m}
		if g == gQuarter {
			q = point{grain: gQuarter, year: y, n: (m-1)/3 + 1}
		}
	case gYear:
		q = point{grain: gYear, year: y + n}
	case gDecade:
		q = point{grain: gDecade, n: (y + 10*n) / 10}
	case gCentury:
		q = point{grain: gCentury, n: (y + 100*n) / 100}
	}
	return q, q.inRange()
}

// inRange guards against dates that cannot be written.
func (p *point) inRange() bool {
	switch p.grain {
	case gDecade:
		return p.n >= 100 && p.n <= 999
	case gCentury:
		return p.n >= 1 && p.n <= 99
	}
	y := p.year
	if p.byNumber {
		y, _, _ = civil(p.start)
	}
	return y >= 1000 && y <= 9998
}

// yearMonth returns the year of a known point, and its first month or 0.
func (p *point) yearMonth() (y, m int, ok bool) {
	switch p.grain {
	case gDay, gWeek, gWeekend:
		y, m, _ = civil(p.number())
		return y, m, true
	case gMonth:
		return p.year, p.n, true
	case gQuarter:
		return p.year, p.n*3 - 2, true
	case gYear, gHalf, gSeason:
		return p.year, 0, true
	}
	return 0, 0, false
}

// value writes a known point as a TIMEX3 value.
func (p *point) value() string {
	if p.whole != "" {
		return p.whole
	}
	var buf [24]byte
	b := buf[:0]
	switch p.grain {
	case gCentury, gDecade:
		b = appendInt(b, p.n, 2)
	case gYear:
		b = appendInt(b, p.year, 4)
	case gHalf:
		b = append(appendInt(b, p.year, 4), '-', 'H', byte('0'+p.n))
	case gQuarter:
		b = append(appendInt(b, p.year, 4), '-', 'Q', byte('0'+p.n))
	case gSeason:
		b = append(appendInt(b, p.year, 4), seasonValue[p.n]...)
	case gMonth:
		b = appendInt(append(appendInt(b, p.year, 4), '-'), p.n, 2)
	case gWeek, gWeekend:
		y, w := isoWeek(p.start)
		b = appendInt(append(appendInt(b, y, 4), '-', 'W'), w, 2)
		if p.grain == gWeekend {
			b = append(b, "-WE"...)
		}
	case gDay:
		y, m, d := civil(p.number())
		b = appendDate(b, y, m, d)
	}
	return string(p.appendClock(b))
}

func (p *point) appendClock(b []byte) []byte {
	switch {
	case p.clock > 0:
		t := p.clock - 1
		return appendInt(append(appendInt(append(b, 'T'), t/60, 2), ':'), t%60, 2)
	case p.part != "":
		return append(b, p.part...)
	}
	return b
}

// timed reports whether the point tells a time of day.
func (p *point) timed() bool { return p.clock > 0 || p.part != "" }

func appendDate(b []byte, y, m, d int) []byte {
	b = append(appendInt(b, y, 4), '-')
	b = append(appendInt(b, m, 2), '-')
	return appendInt(b, d, 2)
}

// appendInt writes n with at least width digits.
func appendInt(b []byte, n, width int) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	var tmp [20]byte
	i := len(tmp)
	for n > 0 || width > 0 {
		i--
		tmp[i] = byte('0' + n%10)
		n /= 10
		width--
	}
	return append(b, tmp[i:]...)
}
