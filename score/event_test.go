package score

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// One sentence of gold; each case says what a system found in it and what the
// measures must make of that.
func TestEvents(t *testing.T) {
	gold := `{"id":"a","events":[
		{"source":[{"country":"FRA","sector":"GOV"}],"target":[{"country":"MLI"}],"plover":"AID","cameo":"0711"},
		{"source":[{"country":"FRA","sector":"MIL"},{"country":"UNO"}],"target":[],"plover":"CONSULT","cameo":"046"}]}`
	type figures struct{ typ, countries, sectors, root, code [3]int } // right, extra, missed
	for name, c := range map[string]struct {
		found string
		want  figures
	}{
		"itself": {gold, figures{[3]int{2, 0, 0}, [3]int{2, 0, 0}, [3]int{2, 0, 0}, [3]int{2, 0, 0}, [3]int{2, 0, 0}}},
		"nothing": {`{"id":"b","events":[]}`,
			figures{[3]int{0, 0, 2}, [3]int{0, 0, 2}, [3]int{0, 0, 2}, [3]int{0, 0, 2}, [3]int{0, 0, 2}}},
		"a row for each pair": {`{"id":"a","events":[
			{"source":[{"country":"FRA","sector":"GOV"}],"target":[{"country":"MLI"}],"plover":"AID","cameo":"071"},
			{"source":[{"country":"FRA","sector":"MIL"}],"target":[{"country":"IGO"}],"plover":"CONSULT","cameo":"046"},
			{"source":[{"country":"IGO"}],"target":[{"country":"FRA","sector":"MIL"}],"plover":"CONSULT","cameo":"046"}]}`,
			figures{[3]int{2, 0, 0}, [3]int{2, 0, 0}, [3]int{2, 0, 0}, [3]int{2, 0, 0}, [3]int{1, 1, 1}}},
		"the wrong way round": {`{"id":"a","events":[{"source":[{"country":"MLI"}],"target":[{"country":"FRA","sector":"GOV"}],"plover":"AID","cameo":"07"}]}`,
			figures{[3]int{1, 0, 1}, [3]int{0, 1, 2}, [3]int{0, 1, 2}, [3]int{1, 0, 1}, [3]int{0, 1, 2}}},
		"a record": {`{"schema":"readout/1","article":{"id":"a"},
			"entities":[{"id":"e1","kind":"government","country":"FRA","sectors":["GOV"]},{"id":"e2","kind":"country","country":"MLI","sectors":["GOV"]}],
			"events":[{"type":"AID","cameo":"0711","actors":["e1"],"recipients":["e2"]}]}`,
			figures{[3]int{1, 0, 1}, [3]int{1, 0, 1}, [3]int{1, 0, 1}, [3]int{1, 0, 1}, [3]int{1, 0, 1}}},
	} {
		g, f := coded(t, gold), coded(t, c.found)
		s := Events(g, f)
		got := func(c *Counts) [3]int { return [3]int{c.Right, c.Extra, c.Missed} }
		if have := (figures{got(&s.Type), got(&s.Countries), got(&s.Sectors), got(&s.Root), got(&s.Code)}); have != c.want {
			t.Errorf("%s: %+v, want %+v", name, have, c.want)
		}
	}
	if _, err := ReadCoded(strings.NewReader("{\"id\":\"a\"}\n{\"events\":[]}\n")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("a line without id: %v", err)
	}
}

func coded(t *testing.T, s string) []Coded {
	t.Helper()
	out, err := ReadCoded(strings.NewReader(strings.ReplaceAll(s, "\n", " ")))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// neutral runs one of the neutral scorers that lie beside the data and
// returns what it prints as JSON.
func neutral(t *testing.T, script string, args ...string) []byte {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	path := filepath.Join(dataDir(t), "..", "score", script)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no neutral scorer: %v", err)
	}
	cmd := exec.Command(python, append([]string{path, "--json"}, args...)...)
	var faults bytes.Buffer
	cmd.Stderr = &faults
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", script, err, &faults)
	}
	return out
}

// The figures are those of the neutral scorer, for a system that makes many
// kinds of mistake.
func TestEventsAgreeWithNeutral(t *testing.T) {
	gold := filepath.Join(dataDir(t), "events", "plover-gsr.dev.jsonl")
	f, err := os.Open(gold)
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	want, err := ReadCoded(f)
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	var system []Coded
	var lines bytes.Buffer
	for _, g := range want {
		s := damaged(g, rnd)
		system = append(system, s)
		if err := json.NewEncoder(&lines).Encode(neutralForm(s)); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "system.jsonl")
	if err := os.WriteFile(file, lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	var they map[string]struct{ P, R, F, TP, FP, FN float64 }
	if err := json.Unmarshal(neutral(t, "score_events.py", gold, file), &they); err != nil {
		t.Fatal(err)
	}
	s := Events(want, system)
	for name, c := range map[string]*Counts{"type": &s.Type, "+country": &s.Countries, "+sector": &s.Sectors, "cameo2": &s.Root, "cameo": &s.Code, "sent": &s.Sentence} {
		x := they[name]
		if int(x.TP) != c.Right || int(x.FP) != c.Extra || int(x.FN) != c.Missed || math.Abs(x.F-c.F1()) > 1e-12 {
			t.Errorf("%s: %+v, the neutral scorer says %+v", name, *c, x)
		}
		if c.Right == 0 || c.Extra == 0 && name != "sent" || c.Missed == 0 {
			t.Errorf("%s: %+v: the system makes too few mistakes to test anything", name, *c)
		}
	}
}

// damaged makes mistakes in about half of the events of a gold sentence.
func damaged(g Coded, rnd *rand.Rand) Coded {
	out := Coded{ID: g.ID}
	for _, e := range g.Events {
		e.Others, e.Optional, e.Symmetric = nil, false, false
		switch rnd.IntN(12) {
		case 0:
			continue
		case 1:
			e.Type = "CONSULT"
		case 2:
			e.Source, e.Target = e.Target, e.Source
		case 3:
			e.CAMEO = "190"
		case 4:
			e.Source = []CodedParty{{}}
		case 5:
			for _, p := range e.Source { // a row for each pair, with its mirror image
				out.Events = append(out.Events, CodedEvent{Source: []CodedParty{p}, Target: e.Target, Type: e.Type, CAMEO: e.CAMEO},
					CodedEvent{Source: e.Target, Target: []CodedParty{p}, Type: e.Type, CAMEO: e.CAMEO})
			}
			continue
		case 6:
			out.Events = append(out.Events, CodedEvent{Source: e.Source, Target: e.Target, Type: "ACCUSE", CAMEO: "112"})
		}
		out.Events = append(out.Events, e)
	}
	return out
}

// neutralForm writes empty codes as null, as the neutral scorer wants them.
func neutralForm(c Coded) map[string]any {
	null := func(s string) any {
		if s == "" {
			return nil
		}
		return s
	}
	parties := func(list []CodedParty) []any {
		out := []any{}
		for _, p := range list {
			out = append(out, map[string]any{"country": null(p.Country), "sector": null(p.Sector)})
		}
		return out
	}
	events := []any{}
	for _, e := range c.Events {
		events = append(events, map[string]any{"source": parties(e.Source), "target": parties(e.Target), "plover": null(e.Type), "cameo": null(e.CAMEO)})
	}
	return map[string]any{"id": c.ID, "events": events}
}
