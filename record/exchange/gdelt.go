package exchange

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"readout/record/table"
)

// GDELTColumns are the 61 columns of the events of GDELT 2.0, as its codebook
// of 2015 has them. The files have no line of names.
var GDELTColumns = func() []string {
	out := []string{"GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"}
	for _, a := range []string{"Actor1", "Actor2"} {
		for _, c := range []string{"Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"} {
			out = append(out, a+c)
		}
	}
	out = append(out, "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
		"NumSources", "NumArticles", "AvgTone")
	for _, g := range []string{"Actor1Geo", "Actor2Geo", "ActionGeo"} {
		for _, c := range []string{"_Type", "_FullName", "_CountryCode", "_ADM1Code", "_ADM2Code", "_Lat", "_Long", "_FeatureID"} {
			out = append(out, g+c)
		}
	}
	return append(out, "DATEADDED", "SOURCEURL")
}()

// NewGDELT returns a writer of events in the manner of GDELT 2: 61 columns
// without a line of names, one line a pair of actors, numbered from 1. An event
// of one party has an empty second actor.
func NewGDELT(w io.Writer) table.Writer[table.Event] {
	return &gdelt{tabs: tabs{bufio.NewWriter(w)}, fips: codes(fipsText)}
}

type gdelt struct {
	tabs
	fips   map[string]string
	events int
}

func (w *gdelt) Write(rows []table.Event) (n int, err error) {
	for i := range rows {
		e := &rows[i]
		if !reported(e) {
			continue
		}
		ps := pairs(e)
		if from := actors(e); len(ps) == 0 && len(from) > 0 {
			ps = [][2]party{{from[0], {}}}
		}
		for _, p := range ps {
			w.events++
			if err := w.line(w.cells(e, p)); err != nil {
				return n, err
			}
			n++
		}
	}
	return n, nil
}

func (w *gdelt) Close() error { return w.w.Flush() }

func (w *gdelt) cells(e *table.Event, p [2]party) []string {
	day := e.Day.String() // YYYY-MM-DD
	year, month, date := day[:4], day[5:7], day[8:]
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(date)
	y, _ := strconv.Atoi(year)
	cells := []string{
		strconv.Itoa(w.events), year + month + date, year + month, year,
		strconv.FormatFloat(float64(y)+float64((m-1)*30+min(d, 30))/365, 'f', 4, 64),
	}
	cells = append(cells, gdeltActor(p[0])...)
	cells = append(cells, gdeltActor(p[1])...)
	root := "0"
	if e.SentenceNumber <= 2 {
		root = "1" // the title and the sentence that leads
	}
	cells = append(cells, root, e.CAMEO, e.CAMEO[:min(3, len(e.CAMEO))], e.CAMEO[:min(2, len(e.CAMEO))], strconv.Itoa(int(e.Quad)),
		strconv.FormatFloat(e.Score, 'f', -1, 64), strconv.Itoa(int(e.Reports)), strconv.Itoa(int(e.Publishers)), strconv.Itoa(int(e.Reports)), "")
	for range 2 { // GDELT's places of actors, which the record does not have
		cells = append(cells, "0", "", "", "", "", "", "", "")
	}
	cells = append(cells, w.place(e)...)
	added := ""
	if e.Published != nil {
		added = strings.ReplaceAll(e.Published.String(), "-", "") + "000000"
	}
	return append(cells, added, e.URL)
}

// place gives the columns ActionGeo: 1 is a country, 3 a city of the United
// States, 4 one elsewhere.
func (w *gdelt) place(e *table.Event) []string {
	if e.Place == "" {
		return []string{"0", "", "", "", "", "", "", ""}
	}
	kind, lat, lon, id := "1", "", "", ""
	if e.Geonames > 0 {
		kind, id = "4", strconv.FormatInt(e.Geonames, 10)
		if e.PlaceCountry == "USA" {
			kind = "3"
		}
	}
	if e.Latitude != nil && e.Longitude != nil {
		lat, lon = degrees(*e.Latitude), degrees(*e.Longitude)
	}
	return []string{kind, e.Place, w.fips[e.PlaceCountry], "", "", lat, lon, id}
}

// gdeltActor gives the ten columns of an actor: the code as CAMEO builds it,
// the country or body first and then the roles.
func gdeltActor(p party) []string {
	country, group := p.country, ""
	var types []string
	switch p.country {
	case "UNO":
		country, group, types = "", "UNO", []string{"IGO"}
	case "EUR":
		group, types = "EEC", []string{"IGO"}
	case "IGO", "NGO", "IMG", "MNC":
		country, types = "", []string{p.country}
	case "ISM":
		country = ""
	}
	for _, s := range p.sectors {
		if code := sectors[s].cameo; code != "" {
			types = append(types, code)
		}
	}
	for len(types) < 3 {
		types = append(types, "")
	}
	code := country + strings.Join(types[:3], "")
	if group != "" {
		code = types[0] + country + group + types[1] + types[2] // IGOUNO, IGOEUREEC
	}
	return []string{code, strings.ToUpper(p.name), country, group, "", "", "", types[0], types[1], types[2]}
}
