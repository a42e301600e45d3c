package chart

import (
	"cmp"
	_ "embed"
	"html/template"
	"math"
	"slices"
)

// World is the drawing of the world under the maps, an SVG of its own that is
// fetched once: land and borders of Natural Earth, in a grey that suits a light
// and a dark page. Made by internal/chart/atlas.
//
//go:embed world.svg
var World []byte

// A Dot is a place on the map.
type Dot struct {
	Lat, Lon float64 // degrees
	Count    int
	Say      string
	Link     string
}

// A Map shows places as discs whose area is in proportion to their counts.
type Map struct {
	Head
	World string // address of World
	Dots  []Dot
}

// largest is the radius of the largest disc in units of the map.
const largest = 26.0

// SVG draws the map. The smaller discs lie over the larger.
func (m Map) SVG() template.HTML {
	var s svg
	s.open(m.Head, "map", WorldWidth, WorldHeight)
	s.put(`<image`)
	s.attr("href", m.World)
	s.put(` width="`, num(WorldWidth), `" height="`, num(WorldHeight), `" aria-hidden="true"/>`)
	dots := slices.Clone(m.Dots)
	slices.SortStableFunc(dots, func(a, b Dot) int { return cmp.Compare(b.Count, a.Count) })
	most := 1
	for _, d := range dots {
		most = max(most, d.Count)
	}
	scale := min(largest, 5*math.Sqrt(float64(most))) / math.Sqrt(float64(most))
	for _, d := range dots {
		x, y := Project(d.Lat, d.Lon)
		end := s.link(d.Link, d.Say)
		s.put(`<circle class="dot" cx="`, num(x), `" cy="`, num(y), `" r="`, num(max(3, scale*math.Sqrt(float64(d.Count)))), `"/>`, end)
	}
	return s.close()
}
