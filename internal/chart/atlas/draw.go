package main

import (
	"fmt"
	"io"
	"slices"

	"readout/internal/chart"
)

// drawRing draws a closed outline. One that lies wholly outside the drawing,
// or is no more than a line, is left out. Land that crosses the meridian of
// 180 degrees is drawn whole, past the right edge.
func drawRing(w io.Writer, lines [][]vertex, ring []int) {
	var vs []vertex
	for _, a := range ring {
		part := lines[line(a)]
		if a < 0 {
			part = slices.Clone(part)
			slices.Reverse(part)
		}
		for _, v := range part {
			if n := len(vs); n > 0 {
				switch last := vs[n-1].lon; {
				case v.lon-last < -180:
					v = newVertex(v.lon+360, v.lat)
				case v.lon-last > 180:
					v = newVertex(v.lon-360, v.lat)
				}
				if vs[n-1].x == v.x && vs[n-1].y == v.y {
					continue
				}
			}
			vs = append(vs, v)
		}
	}
	_, bottom := chart.Project(-90, 0)
	inside := func(v vertex) bool { return v.y < int(bottom*grid)-1 }
	if len(vs) < 4 || !slices.ContainsFunc(vs, inside) {
		return
	}
	draw(w, vs, true)
}

// draw writes a line as steps, the shortest form of a path.
func draw(w io.Writer, vs []vertex, closed bool) {
	if len(vs) < 2 {
		return
	}
	fmt.Fprintf(w, "M%d %dl", vs[0].x, vs[0].y)
	last := vs[0]
	for i, v := range vs[1:] {
		dx, dy := v.x-last.x, v.y-last.y
		if i > 0 && dx >= 0 {
			fmt.Fprint(w, " ")
		}
		fmt.Fprint(w, dx)
		if dy >= 0 {
			fmt.Fprint(w, " ")
		}
		fmt.Fprint(w, dy)
		last = v
	}
	if closed {
		fmt.Fprint(w, "z")
	}
}
