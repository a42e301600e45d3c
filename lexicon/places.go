package lexicon

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// A Place is a line of places*.txt: something that lies at a point of the map.
type Place struct {
	Name       string
	Country    string // ISO 3166-1 alpha-3 or KOS; empty where there is none or more than one
	Kind       string // "country", "capital", "city", "region", "island", "sea", "strait" or "site"
	Lat, Lon   float64
	Population int // 0: unknown
	Geonames   int // or 0
	Aliases    []string
	Region     string // the first-order region it lies in, or empty
	Line       Line
}

// A Namesake is a line of places*.txt that begins with "namesake": words from
// which package place tells names of places from other names.
type Namesake struct {
	Role  string // "word", "person", …; the head of the file explains them
	Words []string
	Line  Line
}

var placeKinds = []string{"country", "capital", "city", "region", "island", "sea", "strait", "site"}

var namesakeRoles = []string{"word", "person", "title", "speech", "owner", "follower", "treaty", "locative", "direct", "kind", "prefix",
	"neutral"}

// Places reads the files of kind "places". All faults are returned together;
// what is without fault is returned beside them.
//
// Fields: name | country | kind | latitude | longitude | population | GeoNames
// id | aliases | region, the last three of which may be left out; or
// namesake | role | words.
func (s *Set) Places() ([]Place, []Namesake, error) {
	g, err := s.places.get(s.readPlaces)
	return g.places, g.namesakes, err
}

// A gazetteer is what the files of kind "places" hold.
type gazetteer struct {
	places    []Place
	namesakes []Namesake
}

func (s *Set) readPlaces() (gazetteer, error) {
	var places []Place
	var namesakes []Namesake
	var faults []error
	known := newCodes()
	lines := s.Lines("places")
	places = make([]Place, 0, len(lines))
	for _, l := range lines {
		if strings.HasPrefix(l.Text, "namesake |") {
			n, err := readNamesake(l)
			if err != nil {
				faults = append(faults, err)
				continue
			}
			namesakes = append(namesakes, n)
			continue
		}
		p, err := readPlace(l, known)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		places = append(places, p)
	}
	return gazetteer{places, namesakes}, errors.Join(faults...)
}

func readNamesake(l Line) (Namesake, error) {
	f, err := fieldsOf(l, 3, 3)
	if err != nil {
		return Namesake{}, err
	}
	n := Namesake{Role: f[1], Words: List(f[2]), Line: l}
	switch {
	case !slices.Contains(namesakeRoles, n.Role):
		return n, l.Errorf("unknown role %q", n.Role)
	case len(n.Words) == 0:
		return n, l.Errorf("no word")
	case f[2] != strings.ToLower(f[2]):
		return n, l.Errorf("%q is not in lower case", f[2])
	}
	return n, nil
}

func readPlace(l Line, known codes) (Place, error) {
	f, err := fieldsOf(l, 5, 9)
	if err != nil {
		return Place{}, err
	}
	p := Place{Name: f[0], Country: f[1], Kind: f[2], Aliases: List(f[7]), Region: f[8], Line: l}
	var faults []error
	if p.Name == "" {
		faults = append(faults, l.Errorf("no name"))
	}
	if p.Country != "" && !known.countries[p.Country] {
		faults = append(faults, l.Errorf("unknown country code %q", p.Country))
	}
	if !slices.Contains(placeKinds, p.Kind) {
		faults = append(faults, l.Errorf("unknown kind %q", p.Kind))
	}
	degrees := func(s, what string, limit float64) float64 {
		d, err := strconv.ParseFloat(s, 64)
		if err != nil || !(d >= -limit && d <= limit) {
			faults = append(faults, l.Errorf("%q is no %s", s, what))
			return 0
		}
		return d
	}
	p.Lat = degrees(f[3], "latitude", 90)
	p.Lon = degrees(f[4], "longitude", 180)
	number := func(s, what string) int {
		if s == "" {
			return 0
		}
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			faults = append(faults, l.Errorf("%q is no %s", s, what))
		}
		return n
	}
	p.Population = number(f[5], "population")
	p.Geonames = number(f[6], "GeoNames id")
	faults = append(faults, checkRepeats(l, p.Name, p.Aliases))
	return p, errors.Join(faults...)
}
