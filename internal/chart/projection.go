package chart

import "math"

// Size of the drawing of the world, in units of its SVG.
const (
	WorldWidth  = 1000
	WorldHeight = 438
)

// The drawing leaves out what lies south of southmost: ice and no news. 84° is
// north of all land.
const (
	southmost = -58.0
	northmost = 84.0
)

// Coefficients of the Equal Earth projection (Šavrič, Patterson and Jenny
// 2018, International Journal of Geographical Information Science), which
// keeps areas in proportion.
const (
	ee1 = 1.340264
	ee2 = -0.081106
	ee3 = 0.000893
	ee4 = 0.003796
)

// equalEarth projects radians to the plane.
func equalEarth(lon, lat float64) (x, y float64) {
	t := math.Asin(math.Sqrt(3) / 2 * math.Sin(lat))
	t2 := t * t
	t6 := t2 * t2 * t2
	x = 2 * math.Sqrt(3) * lon * math.Cos(t) / (3 * (9*ee4*t6*t2 + 7*ee3*t6 + 3*ee2*t2 + ee1))
	y = t * (ee4*t6*t2 + ee3*t6 + ee2*t2 + ee1)
	return x, y
}

// Project gives the point of the drawing for degrees north and east. Latitudes
// outside the drawing are brought to its edge; a longitude past 180 goes on to
// the right, as land that crosses that meridian is drawn.
func Project(lat, lon float64) (x, y float64) {
	const rad = math.Pi / 180
	lat = min(max(lat, southmost), northmost)
	right, _ := equalEarth(math.Pi, 0)
	_, top := equalEarth(0, northmost*rad)
	px, py := equalEarth(lon*rad, lat*rad)
	scale := WorldWidth / (2 * right)
	return (px + right) * scale, (top - py) * scale
}
