package main

import (
	"encoding/json"
	"math"

	"readout/internal/chart"
)

// A topology is what is needed of TopoJSON: lines in whole numbers, each the
// step from the one before, and shapes made of those lines. A line -i-1 is
// line i the other way round.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]int
	Objects   map[string]object
}

type object struct {
	Geometries []geometry
}

type geometry struct {
	Type string
	Arcs json.RawMessage
}

// rings gives the outlines of an object's shapes, each as a list of lines.
func (t *topology) rings(name string) [][]int {
	var out [][]int
	for _, g := range t.Objects[name].Geometries {
		out = append(out, g.rings()...)
	}
	return out
}

func (g geometry) rings() [][]int {
	var polygon [][]int
	var many [][][]int
	switch g.Type {
	case "Polygon":
		if json.Unmarshal(g.Arcs, &polygon) == nil {
			return polygon
		}
	case "MultiPolygon":
		if json.Unmarshal(g.Arcs, &many) == nil {
			for _, p := range many {
				polygon = append(polygon, p...)
			}
		}
	}
	return polygon
}

// borders gives the lines that two countries share.
func (t *topology) borders() []int {
	owners := make([]int, len(t.Arcs))
	for _, g := range t.Objects["countries"].Geometries {
		mine := map[int]bool{}
		for _, ring := range g.rings() {
			for _, a := range ring {
				mine[line(a)] = true
			}
		}
		for a := range mine {
			owners[a]++
		}
	}
	var out []int
	for a, n := range owners {
		if n > 1 {
			out = append(out, a)
		}
	}
	return out
}

// line is the number of a line, whichever way it is walked.
func line(a int) int {
	if a < 0 {
		return -a - 1
	}
	return a
}

// A vertex is a point of a line, in degrees and on the grid of the drawing.
type vertex struct {
	lon, lat float64
	x, y     int
}

func newVertex(lon, lat float64) vertex {
	x, y := chart.Project(lat, lon)
	return vertex{lon, lat, int(math.Round(x * grid)), int(math.Round(y * grid))}
}

// lines brings all lines to the drawing, without the points that would not be
// seen.
func (t *topology) lines() [][]vertex {
	out := make([][]vertex, len(t.Arcs))
	for i, arc := range t.Arcs {
		var x, y int
		var vs []vertex
		for _, step := range arc {
			x, y = x+step[0], y+step[1]
			vs = append(vs, newVertex(float64(x)*t.Transform.Scale[0]+t.Transform.Translate[0],
				float64(y)*t.Transform.Scale[1]+t.Transform.Translate[1]))
		}
		out[i] = thin(vs)
	}
	return out
}

// least is the area of the triangle, in squares of the grid, that a point must
// make with its neighbours to be kept (Visvalingam and Whyatt 1993).
const least = 2.0

func thin(vs []vertex) []vertex {
	for len(vs) > 2 {
		at, smallest := 0, math.Inf(1)
		for i := 1; i+1 < len(vs); i++ {
			if a := area(vs[i-1], vs[i], vs[i+1]); a < smallest {
				at, smallest = i, a
			}
		}
		if smallest >= least {
			break
		}
		vs = append(vs[:at], vs[at+1:]...)
	}
	return vs
}

func area(a, b, c vertex) float64 {
	return math.Abs(float64((b.x-a.x)*(c.y-a.y)-(c.x-a.x)*(b.y-a.y))) / 2
}
