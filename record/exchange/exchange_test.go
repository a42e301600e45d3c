package exchange

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout/record"
	"readout/record/table"
)

// rows are events as a run would have them.
func rows() []table.Event {
	lat, lon := 55.75, 37.62
	return []table.Event{
		{ID: "a/ev1", ArticleID: "a", URL: "https://example.org/a", Publisher: "Wire", Published: table.ParseDay("2021-06-16"), Type: "SANCTION", Mode: "expel",
			Contexts: "diplomatic|legal", CAMEO: "161", Quad: 4, Score: -5.5, Date: "2021-04-15", Day: table.ParseDay("2021-04-15"), DayFrom: "day",
			Actors: "Russia", ActorCountries: "RUS", ActorSectors: "GOV", ActorWikidata: "Q159",
			Recipients: "United States|UN", RecipientCountries: "USA|UNO", RecipientSectors: "GOV+MIL|",
			Place: "Moscow", PlaceCountry: "RUS", Latitude: &lat, Longitude: &lon, Geonames: 524901,
			Sentence: "Russia expelled them.", SentenceNumber: 3, Trigger: "expelled", Start: 7, End: 15, Reports: 4, Publishers: 2, Happening: "h1"},
		{ID: "b/ev1", ArticleID: "b", Type: "CONSULT", CAMEO: "046", Quad: 1, Score: 2.5, Day: table.ParseDay("2021-06-16"), DayFrom: "published",
			Actors: "Biden|Putin", ActorCountries: "USA|RUS", SentenceNumber: 1, Reports: 1, Publishers: 1},
		{ID: "b/ev2", ArticleID: "b", Type: "ACCUSE", CAMEO: "112", Quad: 3, Day: table.ParseDay("2021-06-16"), Negation: true, Actors: "Putin", Recipients: "Biden"},
		{ID: "c/ev1", ArticleID: "c", Type: "PROTEST", CAMEO: "141", Quad: 4, Day: table.ParseDay("2021-06-16"), Actors: "Farmers", ActorSectors: "AGR", SentenceNumber: 9},
		{ID: "c/ev2", ArticleID: "c", Type: "PROTEST", CAMEO: "141", Quad: 4, Actors: "Farmers", Recipients: "France"},
	}
}

func write(t testing.TB, w table.Writer[table.Event], rows []table.Event) int {
	t.Helper()
	n, err := w.Write(rows)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return n
}

// cells reads the lines of tab-separated text.
func cells(s string) (out [][]string) {
	for l := range strings.Lines(s) {
		out = append(out, strings.Split(strings.TrimSuffix(l, "\n"), "\t"))
	}
	return out
}

func TestICEWS(t *testing.T) {
	var buf bytes.Buffer
	n := write(t, NewICEWS(&buf), rows())
	got := cells(buf.String())
	if n != 4 || len(got) != 5 || !slices.Equal(got[0], ICEWSColumns) {
		t.Fatalf("%d lines: %q", n, buf.String())
	}
	want := []string{"2", "2021-04-15", "Russia", "Government", "RUS", "Reduce or break diplomatic relations", "161", "-5.5", "UN", "", "UNO",
		"1", "3", "Wire", "Moscow", "", "", "RUS", "55.75", "37.62"}
	if !slices.Equal(got[2], want) {
		t.Errorf("got  %q\nwant %q", got[2], want)
	}
	if got[1][9] != "Government,Military" || got[3][2] != "Biden" || got[3][8] != "Putin" || got[4][2] != "Putin" || got[4][11] != "2" {
		t.Errorf("%q", got)
	}
}

func TestGDELT(t *testing.T) {
	if len(GDELTColumns) != 61 {
		t.Fatalf("%d columns", len(GDELTColumns))
	}
	var buf bytes.Buffer
	n := write(t, NewGDELT(&buf), rows())
	got := cells(buf.String())
	if n != 5 || len(got) != 5 {
		t.Fatalf("%d lines: %q", n, buf.String())
	}
	cell := func(line int, name string) string { return got[line][slices.Index(GDELTColumns, name)] }
	for _, c := range []struct {
		line       int
		name, want string
	}{
		{0, "GLOBALEVENTID", "1"}, {0, "SQLDATE", "20210415"}, {0, "MonthYear", "202104"}, {0, "FractionDate", "2021.2877"}, {0, "Actor1Code", "RUSGOV"},
		{0, "Actor1Name", "RUSSIA"}, {0, "Actor2Code", "USAGOVMIL"}, {0, "Actor2Type2Code", "MIL"}, {0, "IsRootEvent", "0"},
		{0, "EventRootCode", "16"}, {0, "QuadClass", "4"}, {0, "GoldsteinScale", "-5.5"}, {0, "NumArticles", "4"}, {0, "NumSources", "2"},
		{0, "ActionGeo_Type", "4"}, {0, "ActionGeo_CountryCode", "RS"}, {0, "ActionGeo_Lat", "55.75"}, {0, "ActionGeo_FeatureID", "524901"},
		{0, "DATEADDED", "20210616000000"}, {0, "SOURCEURL", "https://example.org/a"},
		{1, "Actor2Code", "IGOUNO"}, {1, "Actor2KnownGroupCode", "UNO"}, {1, "Actor2Type1Code", "IGO"},
		{2, "Actor1Name", "BIDEN"}, {2, "IsRootEvent", "1"}, {3, "Actor1Name", "PUTIN"}, {4, "Actor1Code", "AGR"}, {4, "Actor2Code", ""},
	} {
		if g := cell(c.line, c.name); g != c.want {
			t.Errorf("line %d, %s: %q, want %q", c.line, c.name, g, c.want)
		}
	}
}

func TestPLOVER(t *testing.T) {
	var buf bytes.Buffer
	n := write(t, NewPLOVER(&buf, record.Engine{Version: "9"}), rows())
	lines := strings.Split(strings.TrimSpace(buf.String()), "\n")
	if n != 4 || len(lines) != 4 {
		t.Fatalf("%d lines: %q", n, buf.String())
	}
	want := `{"id":"a/ev1","date":"2021-04-15","actor":[{"code":"RUS","sector":["GOV"],"entity_text":"Russia","identifier_id":"Q159"}],` +
		`"recipient":[{"code":"USA","sector":["GOV","MIL"],"entity_text":"United States"},{"code":"UNO","sector":[],"entity_text":"UN"}],` +
		`"event":["SANCTION"],"mode":["expel"],"context":["diplomatic","legal"],"event_text":["expelled"],` +
		`"event_loc":{"resolved_place":"Moscow","country_code":"RUS","geonameid":524901,"lat":55.75,"lon":37.62},"quad_code":4,"event_scale":-5.5,` +
		`"text_info":{"sequence":3,"start":7,"end":15,"text_story":"a"},"cite_info":{"url":"https://example.org/a","publication":"Wire","language":"en",` +
		`"coder":"readout 9","codebook":"PLOVER","version":"2.0"},"link":["h1"],"coder":"readout 9"}`
	if lines[0] != want {
		t.Errorf("got  %s\nwant %s", lines[0], want)
	}
	if !strings.Contains(lines[2], `"mode":["negation"]`) {
		t.Error(lines[2])
	}
}

// TestShape: whatever the rows, each line has all its columns, and each object
// can be read.
func TestShape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.Make[table.Event](), 0, 4).Draw(t, "rows")
		for i := range rows {
			r := &rows[i]
			clean := func(s string) string {
				return strings.Map(func(c rune) rune {
					if c < ' ' {
						return -1
					}
					return c
				}, strings.ToValidUTF8(s, ""))
			}
			for _, s := range []*string{&r.ID, &r.ArticleID, &r.URL, &r.Publisher, &r.Actors, &r.ActorCountries, &r.ActorSectors, &r.Recipients,
				&r.RecipientCountries, &r.RecipientSectors, &r.Place, &r.PlaceCountry, &r.CAMEO, &r.Trigger} {
				*s = clean(*s)
			}
			if r.Day != nil {
				*r.Day %= 20000
			}
			if r.Latitude != nil {
				*r.Latitude = 1
			}
			if r.Longitude != nil {
				*r.Longitude = 1
			}
			r.Score = -2
		}
		var icews, gdelt, plover bytes.Buffer
		if n, err := NewPLOVER(&plover, record.Engine{}).Write(rows); err != nil || strings.Count(plover.String(), "\n") != n {
			t.Fatalf("%d: %v", n, err)
		}
		d := json.NewDecoder(&plover)
		for d.More() {
			if err := d.Decode(new(ploverEvent)); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range []struct {
			w     table.Writer[table.Event]
			buf   *bytes.Buffer
			width int
			head  int
		}{{NewICEWS(&icews), &icews, 20, 1}, {NewGDELT(&gdelt), &gdelt, 61, 0}} {
			n, err := c.w.Write(rows)
			if err != nil {
				t.Fatal(err)
			}
			if err := c.w.Close(); err != nil {
				t.Fatal(err)
			}
			lines := cells(c.buf.String())
			if len(lines) != n+c.head {
				t.Fatalf("%d lines for %d", len(lines), n)
			}
			for _, l := range lines {
				if len(l) != c.width {
					t.Fatalf("%d columns: %q", len(l), l)
				}
			}
		}
	})
}

// TestTables: the tables of codes are whole.
func TestTables(t *testing.T) {
	cameo, fips := codes(cameoText), codes(fipsText)
	if len(cameo) < 290 || cameo["0211"] != "Appeal for economic cooperation" {
		t.Errorf("%d codes of CAMEO", len(cameo))
	}
	if len(fips) < 200 || fips["GBR"] != "UK" || fips["DEU"] != "GM" {
		t.Errorf("%d countries", len(fips))
	}
	if w := (&icews{labels: cameo}); w.label("1619") != cameo["161"] || w.label("99") != "" {
		t.Error("the label of a narrower code is not that of the wider")
	}
}
