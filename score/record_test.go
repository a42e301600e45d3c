package score

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"readout/record"
)

// asRecord is what made makes, as the scorer reads it.
func asRecord(g *GoldRecord, rnd *rand.Rand, front string) *FoundRecord {
	var b bytes.Buffer
	if err := made(g, rnd, front).AppendJSON(&b); err != nil {
		panic(err)
	}
	records, err := ReadRecords(&b)
	if err != nil {
		panic(err)
	}
	return records[0]
}

// made writes gold as if a system had found it, with the text shifted by a
// title in front, and with mistakes if rnd is not nil.
func made(g *GoldRecord, rnd *rand.Rand, front string) *record.Record {
	shift := len([]rune(front))
	r := &record.Record{Schema: record.Schema, Article: record.Article{ID: g.ID, Text: front + g.Text}}
	ids := map[string]string{}
	who := func(name string, country []string) string {
		if ids[name] == "" {
			ids[name] = fmt.Sprintf("e%d", len(ids)+1)
			r.Entities = append(r.Entities, record.Entity{ID: ids[name], Name: name, Country: strings.Join(country, "")})
		}
		return ids[name]
	}
	at := func(w goldWords) record.Span {
		o := w.offset()
		return record.Span{Start: o.From + shift, End: o.To + shift}
	}
	chance := func(percent int) bool { return rnd != nil && rnd.IntN(100) < percent }
	said := map[string]string{}
	for _, x := range g.Statements {
		if chance(20) {
			continue
		}
		s := record.Statement{ID: x.ID, Kind: x.Kind, Speaker: who(x.Speaker.Name, x.Speaker.Country)}
		for _, w := range x.Content {
			c := at(w)
			if chance(30) {
				c.End -= (c.End - c.Start) / 2
			}
			s.Content = append(s.Content, c)
		}
		if x.Cue != nil {
			cue := at(*x.Cue)
			s.Cue = &cue
		}
		if chance(20) {
			s.Kind = "indirect"
		}
		if said[x.Speaker.Name] == "" {
			said[x.Speaker.Name] = x.ID
		}
		r.Statements = append(r.Statements, s)
	}
	for _, x := range g.Events {
		if chance(20) {
			continue
		}
		e := record.Event{ID: x.ID, Type: x.Type, Mode: x.Mode, CAMEO: x.CAMEO, Aux: x.Aux, Trigger: at(x.Trigger)}
		for _, p := range x.Actors {
			e.Actors = append(e.Actors, who(p.Name, p.Country))
		}
		for _, p := range x.Recipients {
			e.Recipients = append(e.Recipients, who(p.Name, p.Country))
		}
		if x.Date != "" && !chance(20) {
			e.Date = &record.Date{Value: x.Date}
		}
		if x.AccordingTo != "" && !chance(30) {
			if e.AccordingTo = said[x.AccordingTo]; e.AccordingTo == "" {
				e.AccordingTo = who(x.AccordingTo, nil)
			}
		}
		if chance(20) {
			e.Actors, e.Recipients = e.Recipients, e.Actors
		}
		if chance(20) {
			e.Mode, e.CAMEO, e.Aux = nil, "190", []string{"negation"}
		}
		r.Events = append(r.Events, e)
		if chance(15) {
			e.ID += "again"
			r.Events = append(r.Events, e)
		}
	}
	for _, l := range g.Links {
		if !chance(40) {
			r.Links = append(r.Links, record.Link{Kind: l.Kind, From: l.From, To: l.To})
		}
	}
	return r
}

func goldRecords(t *testing.T) (dir string, gold []GoldRecord) {
	dir = filepath.Join(dataDir(t), "gold-records")
	if _, err := os.Stat(dir); err != nil {
		t.Skip(err)
	}
	gold, err := ReadGoldRecords(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	return dir, gold
}

// Gold against itself is perfect, also when a title stands in front.
func TestRecordsOfGold(t *testing.T) {
	_, gold := goldRecords(t)
	for _, front := range []string{"", "A headline that nobody annotated\n\n"} {
		var system []*FoundRecord
		for i := range gold {
			system = append(system, asRecord(&gold[i], nil, front))
		}
		for _, s := range Records(gold, system) {
			for level := byType; level <= byDate; level++ {
				if p, r, _ := s.Level(level); p != 1 || r != 1 {
					t.Errorf("%q %s: level %d: precision %v, recall %v", front, s.ID, level, p, r)
				}
			}
			if p, r, _ := s.Statements(); s.AllSaid > 0 && (math.Abs(p-1) > 1e-9 || math.Abs(r-1) > 1e-9) || s.Mode != s.Pairs || s.LinkHits != s.Links || len(s.Differences) > 0 {
				t.Errorf("%q %s: %+v", front, s.ID, s)
			}
		}
	}
}

// The figures are those of the neutral scorer, for a system that makes many
// kinds of mistake.
func TestRecordsAgreeWithNeutral(t *testing.T) {
	dir, gold := goldRecords(t)
	rnd := rand.New(rand.NewPCG(3, 4))
	var lines bytes.Buffer
	for i := range gold {
		front := ""
		if i%2 == 0 {
			front = "A headline that nobody annotated\n\n"
		}
		if err := made(&gold[i], rnd, front).AppendJSON(&lines); err != nil {
			t.Fatal(err)
		}
	}
	system, err := ReadRecords(bytes.NewReader(lines.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "system.jsonl")
	if err := os.WriteFile(file, lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	type levels struct{ P, R_core, F1 float64 }
	type figures struct {
		L1, L2, L3 levels
		Attributes struct {
			Pairs                      int
			Mode, Root, Aux, Acc, Date *float64
		}
		Statements struct {
			Soft_P, Soft_R, Soft_F1, Speaker, Kind *float64
			Pairs                                  int
		}
		Links struct{ Recall, Recall_any_kind *float64 }
	}
	var they struct {
		Documents map[string]figures
		Total     figures
	}
	if err := json.Unmarshal(neutral(t, "score_record.py", dir, file, "--texts", filepath.Join(dir, "texts")), &they); err != nil {
		t.Fatal(err)
	}
	they.Documents["TOTAL"] = they.Total
	for _, s := range Records(gold, system) {
		x := they.Documents[s.ID]
		same := func(name string, mine float64, theirs *float64) {
			t.Helper()
			if theirs != nil && math.Abs(mine-*theirs) > 1e-9 {
				t.Errorf("%s %s: %v, the neutral scorer says %v", s.ID, name, mine, *theirs)
			}
		}
		for level, l := range []levels{byType: x.L1, byCountries: x.L2, byDate: x.L3} {
			if level > 0 {
				p, r, f := s.Level(level)
				same(fmt.Sprint("P", level), p, &l.P)
				same(fmt.Sprint("R", level), r, &l.R_core)
				same(fmt.Sprint("F", level), f, &l.F1)
			}
		}
		if a := x.Attributes; a.Pairs != s.Pairs {
			t.Errorf("%s: %d pairs, the neutral scorer says %d", s.ID, s.Pairs, a.Pairs)
		}
		same("mode", share(s.Mode, s.Pairs), x.Attributes.Mode)
		same("root", share(s.Root, s.Pairs), x.Attributes.Root)
		same("aux", share(s.Aux, s.Pairs), x.Attributes.Aux)
		same("according_to", share(s.According, s.Pairs), x.Attributes.Acc)
		same("date", share(s.Dated, s.Dates), x.Attributes.Date)
		p, r, f := s.Statements()
		same("statement P", p, x.Statements.Soft_P)
		same("statement R", r, x.Statements.Soft_R)
		same("statement F", f, x.Statements.Soft_F1)
		same("speaker", share(s.Speaker, s.SaidPairs), x.Statements.Speaker)
		same("kind", share(s.Kind, s.SaidPairs), x.Statements.Kind)
		same("links", share(s.LinkHits, s.Links), x.Links.Recall)
		same("links of any kind", share(s.LinkLoose, s.Links), x.Links.Recall_any_kind)
	}
}

// Names are one if their words are; those of persons by surname too.
func TestNameEqual(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		person bool
		want   bool
	}{
		{"Mevlüt Çavuşoğlu", "cavusoglu", true, true},
		{"Jake Sullivan", "Mr. Sullivan", true, true},
		{"Jake Sullivan", "John Sullivan", true, false},
		{"Alexei Navalny", "Alexey Navalny's", true, true},
		{"Russia", "Government of Russia", false, true},
		{"North Korea", "South Korea", false, false},
		{"Smith College", "Imperial College", false, false},
	} {
		if got := nameEqual(c.a, c.b, c.person); got != c.want {
			t.Errorf("%q = %q: %v", c.a, c.b, got)
		}
	}
}

// A date is the days that it spans.
func TestInterval(t *testing.T) {
	for date, want := range map[string][2]string{
		"":                   {},
		"2021-06-16":         {"2021-06-16", "2021-06-16"},
		"2021-06-16T20:00":   {"2021-06-16", "2021-06-16"},
		"2024-02":            {"2024-02-01", "2024-02-29"},
		"2021":               {"2021-01-01", "2021-12-31"},
		"2021-W24":           {"2021-06-14", "2021-06-20"},
		"2020-W53":           {"2020-12-28", "2021-01-03"},
		"2021-05/2021-06-02": {"2021-05-01", "2021-06-02"},
		"2021-SP":            {"2021-SP", "2021-SP"},
	} {
		if got := interval(date); got != want {
			t.Errorf("%s: %v, want %v", date, got, want)
		}
	}
}

// A gold folder that does not hold together is refused by name.
func TestReadGoldRecordsFaults(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"empty":     {nil, "no gold records"},
		"no text":   {map[string]string{"a.json": `{"id":"a"}`}, "texts/a.json"},
		"not JSON":  {map[string]string{"a.json": `{`}, "a.json"},
		"misplaced": {map[string]string{"a.json": `{"id":"a","events":[{"id":"ev1","trigger":{"text":"met","start":1}}]}`, "texts/a.json": `{"text":"They met."}`}, `"met" is not at 1`},
	} {
		dir := fstest.MapFS{}
		for f, s := range c.files {
			dir[f] = &fstest.MapFile{Data: []byte(s)}
		}
		if _, err := ReadGoldRecords(dir); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
