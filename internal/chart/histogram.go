package chart

import (
	"html/template"
)

// A Bar is one span of time in a histogram.
type Bar struct {
	Label    string // short, below the bar
	Say      string // all of it, in words
	Link     string
	Up, Down int // what is counted above the line, and below it
}

// A Histogram counts things over time: all above a line, or cooperation above
// it and conflict below.
type Histogram struct {
	Head
	Bars     []Bar
	Up, Down string // what lies above and below, in a word; without Down there is no below
}

// Units of a chart. Its text is sized by the style sheet, for wide and narrow
// screens.
const (
	wide   = 480.0
	high   = 160.0
	left   = 26.0 // room for the numbers of the scale
	right  = 6.0
	top    = 18.0
	bottom = 21.0 // room for dates
)

// SVG draws the histogram.
func (h Histogram) SVG() template.HTML {
	var s svg
	s.open(h.Head, "histogram", wide, high)
	up, down := 0, 0
	for _, b := range h.Bars {
		up, down = max(up, b.Up), max(down, b.Down)
	}
	unit := (high - top - bottom) / float64(max(1, up+down))
	zero := top + unit*float64(up)
	step := nice((up + down + 5) / 6)
	for n := -down / step * step; n <= up; n += step {
		y := zero - unit*float64(n)
		s.line("grid", left, y, wide-right, y)
		s.text(left-4, y+3, "end", "", num(float64(max(n, -n))))
	}
	s.line("axis", left, zero, wide-right, zero)
	each := (wide - left - right) / float64(max(1, len(h.Bars)))
	above := "all"
	if h.Down != "" {
		above = "coop"
	}
	show := labelled(len(h.Bars), 5)
	for i, b := range h.Bars {
		x := left + each*float64(i)
		end := s.link(b.Link, b.Say)
		gap := min(each*.2, 2)
		if b.Up > 0 {
			s.rect(above, x+gap/2, zero-unit*float64(b.Up), each-gap, unit*float64(b.Up))
		}
		if b.Down > 0 {
			s.rect("conf", x+gap/2, zero, each-gap, unit*float64(b.Down))
		}
		s.rect("hit", x, top, each, high-top-bottom)
		s.put(end)
		if show(i) {
			s.dated(x+each/2, b.Label)
		}
	}
	if h.Down != "" {
		s.text(wide-right, top-5, "end", "side", "▲ "+h.Up+"  ▼ "+h.Down)
	}
	return s.close()
}

func (s *svg) rect(class string, x, y, w, h float64) {
	s.put(`<path class="`, class, `" d="M`, num(x), ` `, num(y), `h`, num(w), `v`, num(h), `h`, num(-w), `z"/>`)
}

// half is half the width that the label of a date may take.
const half = 36.0

// dated writes the label of a date below the chart, inside its edges.
func (s *svg) dated(x float64, label string) {
	switch {
	case x < half:
		s.text(0, high-4, "start", "", label)
	case x > wide-half:
		s.text(wide, high-4, "end", "", label)
	default:
		s.text(x, high-4, "middle", "", label)
	}
}
