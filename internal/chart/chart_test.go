package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"io"
	"math"
	"strings"
	"testing"
)

const hostile = `"><script>alert(1)</script>&`

// sound checks that a drawing is XML without script, style or handler, names
// itself, and has so many links.
func sound(t *testing.T, drawn template.HTML, links int) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(drawn)))
	n, titles := 0, 0
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in %s", err, drawn)
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "script", "style", "foreignObject":
			t.Errorf("<%s> in the drawing", e.Name.Local)
		case "a":
			n++
		case "title":
			titles++
		}
		for _, a := range e.Attr {
			if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") {
				t.Errorf("attribute %s", a.Name.Local)
			}
			if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
				t.Errorf("%s=%q", a.Name.Local, a.Value)
			}
		}
	}
	if n != links || titles < 1+links {
		t.Errorf("%d links, want %d; %d titles", n, links, titles)
	}
	for _, want := range []string{`aria-labelledby="c-t c-d"`, `<title id="c-t">`, `<desc id="c-d">`} {
		if !strings.Contains(string(drawn), want) {
			t.Errorf("no %s", want)
		}
	}
}

var head = Head{ID: "c", Title: hostile, Desc: hostile}

func TestHistogram(t *testing.T) {
	sound(t, Histogram{Head: head}.SVG(), 0)
	var bars []Bar
	for i := range 48 {
		bars = append(bars, Bar{Label: hostile, Say: fmt.Sprint(i, hostile), Link: "?x=" + hostile, Up: i % 7, Down: i % 3})
	}
	sound(t, Histogram{Head: head, Bars: bars, Up: "up", Down: "down"}.SVG(), 48)
}

func TestSeries(t *testing.T) {
	sound(t, Series{Head: head}.SVG(), 0)
	c := Series{Head: head, Dates: []string{"a", "b", hostile}, Lines: []Line{
		{hostile, []Point{{0, 10, 1, hostile, hostile}, {2, -10, 1e6, "", "y"}}}, {"back", []Point{{1, 0, 1, "", "z"}}}}}
	sound(t, c.SVG(), 3)
}

func TestMap(t *testing.T) {
	sound(t, Map{Head: head, World: "/w.svg"}.SVG(), 0)
	m := Map{Head: head, World: "/w.svg", Dots: []Dot{{46.2, 6.1, 1, hostile, hostile}, {-90, 400, 9e6, "", "x"}, {90, -180, 0, "", "y"}}}
	drawn := m.SVG()
	sound(t, drawn, 3)
	if strings.Index(string(drawn), `href="x"`) > strings.Index(string(drawn), `href="y"`) {
		t.Error("a large disc lies over a small one")
	}
}

// TestProject: the projection keeps areas, and nothing lies outside the drawing.
func TestProject(t *testing.T) {
	if x, _ := Project(0, 0); x != WorldWidth/2 {
		t.Errorf("Greenwich is at %v", x)
	}
	for _, lat := range []float64{-90, -30, 0, 60, 90} {
		for _, lon := range []float64{-180, 0, 180} {
			if x, y := Project(lat, lon); x < -1e-9 || x > WorldWidth+1e-9 || y < -1e-9 || y > WorldHeight {
				t.Errorf("%v, %v lies outside at %v, %v", lat, lon, x, y)
			}
		}
	}
	// Equal areas: a small piece of the globe is as large as its picture.
	const h = 1e-5
	for lat := -1.5; lat < 1.5; lat += .25 {
		x, y0 := equalEarth(h, lat)
		_, y1 := equalEarth(0, lat+h)
		if got, want := x/h*(y1-y0)/h, math.Cos(lat); math.Abs(got-want) > 1e-3 {
			t.Errorf("at %v rad a unit of area becomes %v, not %v", lat, got, want)
		}
	}
}

func TestWorld(t *testing.T) {
	if len(World) > 40_000 {
		t.Errorf("the drawing of the world weighs %d bytes", len(World))
	}
	d := xml.NewDecoder(strings.NewReader(string(World)))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
