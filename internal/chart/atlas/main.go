// Command atlas makes world.svg, the drawing of the world under the desk's
// maps, from the public-domain outlines of Natural Earth as the npm package
// world-atlas has them:
//
//	npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//	go run ./internal/chart/atlas < package/countries-110m.json > internal/chart/world.svg
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"readout/internal/chart"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "atlas:", err)
		os.Exit(1)
	}
}

// grid is how many steps of the drawing's whole-number coordinates make one
// unit.
const grid = 2

func run(in io.Reader, out io.Writer) error {
	var top topology
	if err := json.NewDecoder(in).Decode(&top); err != nil {
		return fmt.Errorf("reading TopoJSON: %w", err)
	}
	lines := top.lines()
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d">`, chart.WorldWidth, chart.WorldHeight)
	fmt.Fprintf(w, `<g transform="scale(%g)" stroke-linejoin="round">`, 1.0/grid)
	fmt.Fprint(w, `<path fill="#7d8794" fill-opacity=".32" d="`)
	for _, ring := range top.rings("land") {
		drawRing(w, lines, ring)
	}
	fmt.Fprint(w, `"/><path fill="none" stroke="#7d8794" stroke-opacity=".55" d="`)
	for _, i := range top.borders() {
		draw(w, lines[i], false)
	}
	fmt.Fprintln(w, `"/></g></svg>`)
	return w.Flush()
}
