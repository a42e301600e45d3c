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
	Kind        string // "country", "capital", "city", "region", "island", "sea", "strait" or "site"
	Lat, Lon    float64
	Located     bool // Lat and Lon are known
	Locative    bool // it stands where a text tells a place: "in Geneva", "near Homs", "KYIV, Ukraine —"
	Geonames    int  // or 0
}
