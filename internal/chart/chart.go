// Package chart draws counts, series and places as SVG: data in, markup out.
//
// A drawing names itself to screen readers by its title and description, takes
// its colours and sizes of type from the style sheet by classes, and carries no
// style of its own, as a strict content policy wants. What can be pointed at
// is a link with a title. The links are left out of the order of the Tab key,
// for there may be hundreds: a page puts the same links in a table beside the
// drawing.
package chart

import (
	"html/template"
	"math"
	"strconv"
	"strings"
)

// Head is what a drawing says about itself.
type Head struct {
	ID    string // unique in the page
	Title string // what it shows
	Desc  string // what there is to see, in a sentence
}

// svg writes markup.
type svg struct{ strings.Builder }

// open begins the drawing, width by height units wide and high.
func (s *svg) open(h Head, class string, width, height float64) {
	s.put(`<svg xmlns="http://www.w3.org/2000/svg" class="chart `, class, `" role="group" viewBox="0 0 `, num(width), ` `, num(height), `"`)
	s.attr("aria-labelledby", h.ID+"-t "+h.ID+"-d")
	s.put(`><title`)
	s.attr("id", h.ID+"-t")
	s.put(`>`, esc(h.Title), `</title><desc`)
	s.attr("id", h.ID+"-d")
	s.put(`>`, esc(h.Desc), `</desc>`)
}

func (s *svg) close() template.HTML {
	s.put(`</svg>`)
	return template.HTML(s.String())
}

func (s *svg) put(parts ...string) {
	for _, p := range parts {
		s.WriteString(p)
	}
}

func (s *svg) attr(name, value string) { s.put(` `, name, `="`, esc(value), `"`) }

// link begins what can be pointed at; say is its name. An empty address makes
// it a group with a name only.
func (s *svg) link(to, say string) (end string) {
	tag := "g"
	if to != "" {
		tag = "a"
	}
	s.put(`<`, tag)
	if to != "" {
		s.attr("href", to)
		s.put(` tabindex="-1"`)
	}
	s.put(`><title>`, esc(say), `</title>`)
	return `</` + tag + `>`
}

func (s *svg) text(x, y float64, anchor, class, words string) {
	s.put(`<text x="`, num(x), `" y="`, num(y), `"`)
	if anchor != "" {
		s.attr("text-anchor", anchor)
	}
	if class != "" {
		s.attr("class", class)
	}
	s.put(`>`, esc(words), `</text>`)
}

// line draws a straight line, left out of what is read aloud.
func (s *svg) line(class string, x1, y1, x2, y2 float64) {
	s.put(`<path class="`, class, `" d="M`, num(x1), ` `, num(y1), `L`, num(x2), ` `, num(y2), `"/>`)
}

func esc(s string) string { return template.HTMLEscapeString(s) }

// num writes a number with at most one place behind the point.
func num(x float64) string {
	return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64)
}

// nice is the least of 1, 2, 5, 10, 20, … that is not below n.
func nice(n int) int {
	for step := 1; ; step *= 10 {
		for _, k := range []int{1, 2, 5} {
			if k*step >= n {
				return k * step
			}
		}
	}
}

// labelled chooses which of n things in a row are labelled, at most most of
// them, evenly.
func labelled(n, most int) func(i int) bool {
	step := max(1, (n+most-1)/most)
	return func(i int) bool { return i%step == 0 && (i+step/2 < n || i == n-1) }
}
