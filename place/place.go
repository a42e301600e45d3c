// Package place finds where: names of places, resolved to a country and to
// coordinates by a gazetteer.
package place

import "readout/article"

// A Place is one mention of a place in the text.
type Place struct {
	article.Span
	Sentence    int
	First, Last int // tokens [First, Last)
	Head        int
	Name        string // canonical: "Geneva"
	Country     string // ISO 3166-1 alpha-3 or empty
	Lat, Lon    float64
	Located     bool // Lat and Lon are known
	Geonames    int  // or 0
}
