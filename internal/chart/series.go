package chart

import (
	"html/template"
	"math"
)

// A Point is one span of time in a series.
type Point struct {
	At    int     // which span of time, from 0
	Value float64 // -10 to 10
	Count int     // events behind it
	Say   string
	Link  string
}

// A Line is one direction of dealings: who towards whom.
type Line struct {
	Name   string
	Points []Point
}

// A Series shows dealings on PLOVER's scale from conflict (-10) to cooperation
// (+10) over time. The first line's points are discs, the second's are
// diamonds. A span without events has no point.
type Series struct {
	Head
	Dates []string // labels of the spans of time
	Lines []Line   // at most two
}

// seriesHigh is the height of a series in units.
const seriesHigh = 205.0

// SVG draws the series.
func (c Series) SVG() template.HTML {
	var s svg
	s.open(c.Head, "series", wide, seriesHigh)
	low := seriesHigh - bottom
	y := func(v float64) float64 { return top + (10-v)/20*(low-top) }
	for v := -10; v <= 10; v += 5 {
		class := "grid"
		if v == 0 {
			class = "axis"
		}
		s.line(class, left, y(float64(v)), wide-right, y(float64(v)))
		label := num(float64(v))
		if v > 0 {
			label = "+" + label
		} else if v < 0 {
			label = "−" + num(float64(-v))
		}
		s.text(left-4, y(float64(v))+3, "end", "", label)
	}
	s.text(wide-right, y(10)+8, "end", "side", "cooperation ▲")
	s.text(wide-right, y(-10)-4, "end", "side", "conflict ▼")
	each := (wide - left - right) / float64(max(1, len(c.Dates)))
	x := func(i int) float64 { return left + each*(float64(i)+.5) }
	show := labelled(len(c.Dates), 5)
	for i, d := range c.Dates {
		if show(i) {
			s.put(`<g transform="translate(0 `, num(seriesHigh-high), `)">`)
			s.dated(x(i), d)
			s.put(`</g>`)
		}
	}
	for n, l := range c.Lines[:min(2, len(c.Lines))] {
		class := []string{"one", "two"}[n]
		s.put(`<path class="line `, class, `" d="`)
		for i, p := range l.Points {
			s.put([]string{"L", "M"}[b2i(i == 0)], num(x(p.At)), ` `, num(y(p.Value)))
		}
		s.put(`"/>`)
		for _, p := range l.Points {
			end := s.link(p.Link, p.Say)
			s.shape(n, class, x(p.At), y(p.Value), 2+min(5, math.Sqrt(float64(p.Count))/1.5))
			s.put(end)
		}
	}
	return s.close()
}

// shape draws the sign of a line's points.
func (s *svg) shape(line int, class string, x, y, r float64) {
	if line == 0 {
		s.put(`<circle class="pt `, class, `" cx="`, num(x), `" cy="`, num(y), `" r="`, num(r), `"/>`)
		return
	}
	r *= 1.2
	s.put(`<path class="pt `, class, `" d="M`, num(x), ` `, num(y-r), `l`, num(r), ` `, num(r), `l`, num(-r), ` `, num(r), `l`, num(-r), ` `, num(-r), `z"/>`)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
