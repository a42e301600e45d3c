package table

import (
	"bytes"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"readout/record"
)

// sound is a record of two events and a statement; its text has characters of
// two bytes and a line end inside a sentence.
func sound() *record.Record {
	lat, lon := 46.2, 6.1
	heading := 0
	return &record.Record{
		Schema: record.Schema,
		Article: record.Article{ID: "a 1", URL: "https://example.org/1", Publisher: "Übersee", Published: "2021-06-16", Title: "Oslo\nmeets",
			Text: "Überall\n\nOslo met\nRome in Geneva, “yes” they said.", Blocks: []record.Block{{Kind: "heading", Span: record.Span{Start: 0, End: 7}},
				{Kind: "paragraph", Span: record.Span{Start: 9, End: 50}}}},
		Sentences: []record.Sentence{{ID: "s1", Span: record.Span{Start: 9, End: 50}, Block: 1}},
		Entities: []record.Entity{
			{ID: "e1", Name: "Norway", Kind: "country", Country: "NOR", Sectors: []string{"GOV", "MIL"}, Ref: &record.Ref{Wikidata: "Q20"},
				Mentions: []record.Mention{{Span: record.Span{Start: 9, End: 13}, As: "metonym"}}},
			{ID: "e2", Name: "A|B", Kind: "group", Mentions: []record.Mention{{Span: record.Span{Start: 18, End: 22}, As: "name"}}}},
		Places: []record.Place{{ID: "p1", Span: record.Span{Start: 26, End: 32}, Name: "Geneva", Country: "CHE", Lat: &lat, Lon: &lon, Ref: &record.Ref{Geonames: 2660646}}},
		Statements: []record.Statement{{ID: "st1", Kind: "direct", Speaker: "e1", Cue: &record.Span{Start: 45, End: 49},
			Content: []record.Span{{Start: 34, End: 39}}, Addressee: []string{"e2"}, Heading: &heading, Sentence: "s1", Confidence: 0.9}},
		Events: []record.Event{
			{ID: "ev1", Type: "CONSULT", CAMEO: "042", Quad: 1, Score: 2.5, Actors: []string{"e1", "e2"}, Recipients: []string{}, Place: "p1",
				Date: &record.Date{Value: "2021-06"}, Trigger: record.Span{Start: 14, End: 22}, Sentence: "s1", Confidence: 0.8, Rule: "consult/meet", AccordingTo: "st1"},
			{ID: "ev2", Type: "AGREE", Quad: 1, Score: 2.5, Actors: []string{"e2"}, Recipients: []string{"e1"}, Aux: []string{"negation"},
				Trigger: record.Span{Start: 45, End: 49}, Sentence: "s1", Confidence: 0.5, Rule: "agree/say", Object: &record.Object{Count: 3, Of: "ships"}},
		},
	}
}

func TestFlatten(t *testing.T) {
	r := sound()
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	f := Flattener{DuplicateOf: "a 0"}
	f.Load(r)
	first, second, said := f.Event(0), f.Event(1), f.Statement(0)
	for _, c := range []struct{ what, got, want string }{
		{"id", first.ID, "a 1/ev1"},
		{"title", first.Title, "Oslo meets"},
		{"duplicate", first.DuplicateOf, "a 0"},
		{"actors", first.Actors, "Norway|A/B"},
		{"countries", first.ActorCountries, "NOR|"},
		{"sectors", first.ActorSectors, "GOV+MIL|"},
		{"offices", first.ActorOffices, ""},
		{"trigger", first.Trigger, "met Rome"},
		{"sentence", first.Sentence, "Oslo met Rome in Geneva, “yes” they said."},
		{"day", first.Day.String(), "2021-06-01"},
		{"day from", first.DayFrom, "month"},
		{"according to", first.AccordingTo, "Norway"},
		{"undated day", second.Day.String(), "2021-06-16"},
		{"undated from", second.DayFrom, "published"},
		{"object", second.Object, "ships"},
		{"content", said.Content, "“yes”"},
		{"heading", said.Heading, "Überall"},
		{"addressees", said.Addressees, "A/B"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	if !second.Negation || second.Future || *first.Latitude != 46.2 || first.Geonames != 2660646 {
		t.Errorf("%+v\n%+v", first, second)
	}
}

func TestDay(t *testing.T) {
	for _, s := range []string{"1970-01-01", "1969-12-31", "1914-06-28", "2021-06-16", "0001-01-01"} {
		if d := ParseDay(s); d == nil || d.String() != s {
			t.Errorf("%s is read as %v", s, d)
		}
	}
	if ParseDay("2021-06") != nil || ParseDay("") != nil {
		t.Error("what is no day is read as one")
	}
}

// anyRow draws rows as flattening makes them: cells of one line, no not-a-number.
func anyRow[T Row]() *rapid.Generator[T] {
	return rapid.Custom(func(t *rapid.T) T {
		row := rapid.Make[T]().Draw(t, "row")
		v := reflect.ValueOf(&row).Elem()
		for i := range v.NumField() {
			switch f := v.Field(i); f.Interface().(type) {
			case string:
				f.SetString(cell(strings.ToValidUTF8(f.String(), "")))
			case float64:
				if math.IsNaN(f.Float()) || math.IsInf(f.Float(), 0) {
					f.SetFloat(0.5)
				}
			case *float64:
				if !f.IsNil() && (math.IsNaN(f.Elem().Float()) || math.IsInf(f.Elem().Float(), 0)) {
					f.SetZero()
				}
			case *Day:
				if !f.IsNil() {
					f.Elem().SetInt(f.Elem().Int() % 500000)
				}
			}
		}
		return row
	})
}

// roundTrips writes rows in each form and reads them back.
func roundTrips[T Row](t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rows := rapid.SliceOfN(anyRow[T](), 0, 5).Draw(rt, "rows")
		for _, comma := range []rune{',', '\t'} {
			var buf bytes.Buffer
			write(rt, NewCSV[T](&buf, comma), rows)
			var got []T
			if err := ReadCSV(&buf, comma, func(r *T) error { got = append(got, *r); return nil }); err != nil {
				rt.Fatal(err)
			}
			same(rt, rows, got)
		}
		var buf, again bytes.Buffer
		write(rt, NewParquet[T](&buf, "engine", "x"), rows)
		write(rt, NewParquet[T](&again, "engine", "x"), rows)
		if !bytes.Equal(buf.Bytes(), again.Bytes()) {
			rt.Error("two writings differ")
		}
		var got []T
		if err := ReadParquet(bytes.NewReader(buf.Bytes()), int64(buf.Len()), func(r *T) error { got = append(got, *r); return nil }); err != nil {
			rt.Fatal(err)
		}
		same(rt, rows, got)
	})
}

func TestEventsRoundTrip(t *testing.T)     { roundTrips[Event](t) }
func TestStatementsRoundTrip(t *testing.T) { roundTrips[Statement](t) }

func write[T Row](t *rapid.T, w Writer[T], rows []T) {
	for i := range rows {
		if _, err := w.Write(rows[i : i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func same[T Row](t *rapid.T, want, got []T) {
	if len(want) == 0 && len(got) == 0 {
		return
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Fatal(d)
	}
}

func TestForeignTables(t *testing.T) {
	for in, want := range map[string]string{
		"":                                 "no line of column names",
		"a,b\n1,2\n":                       `no column "event_id"`,
		"event_id,quad\nx,three\n":         "line 2, column quad",
		"event_id,quad\nx,1\n\"y\n,2\n":    "line 3",
		"event_id,published\nx,tomorrow\n": "no date",
	} {
		err := ReadCSV(strings.NewReader(in), ',', func(*Event) error { return nil })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", in, err, want)
		}
	}
}

// FuzzReadParquet: whatever the bytes, an answer and no panic.
func FuzzReadParquet(f *testing.F) {
	var buf bytes.Buffer
	fl := Flattener{}
	fl.Load(sound())
	w := NewParquet[Event](&buf)
	if _, err := w.Write([]Event{fl.Event(0), fl.Event(1)}); err != nil {
		f.Fatal(err)
	}
	if err := w.Close(); err != nil {
		f.Fatal(err)
	}
	f.Add(buf.Bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		_ = ReadParquet(bytes.NewReader(b), int64(len(b)), func(*Event) error { return nil })
	})
}

// FuzzReadCSV: what is read can be written and read again.
func FuzzReadCSV(f *testing.F) {
	f.Add("event_id,quad,published\nx,1,2021-06-16\n")
	f.Fuzz(func(t *testing.T, s string) {
		var rows []Event
		if err := ReadCSV(strings.NewReader(s), ',', func(r *Event) error { rows = append(rows, *r); return nil }); err != nil {
			return
		}
		var buf bytes.Buffer
		w := NewCSV[Event](&buf, ',')
		if _, err := w.Write(rows); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		n := 0
		if err := ReadCSV(&buf, ',', func(*Event) error { n++; return nil }); err != nil || n != len(rows) {
			t.Errorf("%d of %d rows, %v", n, len(rows), err)
		}
	})
}
