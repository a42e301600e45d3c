package score

import (
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// dataDir is the folder of measuring data, or the test is skipped.
func dataDir(t testing.TB) string {
	dir := os.Getenv("READOUT_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "data")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no measuring data: %v", err)
	}
	return dir
}

// The same sentence is gold; each case says what a system found and what the
// scorer must make of it.
func TestScoreAttributions(t *testing.T) {
	const text = `“Rivers rise,” the mayor said. She added that “all” bridges hold.`
	span := func(s string) []Offset {
		if s == "" {
			return nil
		}
		i := strings.Index(text, s)
		if i < 0 {
			t.Fatalf("%q is not in the text", s)
		}
		from := len([]rune(text[:i]))
		return []Offset{{from, from + len([]rune(s))}}
	}
	at := func(source, cue, content string) Attribution {
		return Attribution{Source: span(source), Cue: span(cue), Content: span(content)}
	}
	gold := []Attributed{{ID: "a", Text: text, Attributions: []Attribution{
		at("the mayor", "said", "“Rivers rise,”"),
		at("She", "added", "that “all” bridges hold"),
	}}}
	for name, c := range map[string]struct {
		found        []Attribution
		p, r         float64 // end to end, all
		direct, head float64 // end to end R of direct; head P of all
	}{
		"perfect":       {gold[0].Attributions, 1, 1, 1, 1},
		"nothing":       {nil, 0, 0, 0, 0},
		"marks left":    {[]Attribution{at("the mayor", "said", "Rivers rise")}, 1, .5, 1, 1},
		"wrong speaker": {[]Attribution{at("She", "said", "Rivers rise")}, 0, 0, 0, 0},
		"half the name": {[]Attribution{at("mayor", "said", "Rivers rise")}, 0, 0, 0, 1},
		"too little":    {[]Attribution{at("She", "added", "all")}, 0, 0, 0, 0},
	} {
		sc, err := ScoreAttributions(gold, []Attributed{{ID: "a", Attributions: c.found}})
		if err != nil {
			t.Fatal(err)
		}
		all, direct := sc.Kinds[0], sc.Kinds[1]
		got := [4]float64{all.EndToEnd.P, all.EndToEnd.R, direct.EndToEnd.R, all.EndToEndHead.P}
		if got != [4]float64{c.p, c.r, c.direct, c.head} {
			t.Errorf("%s: P, R, direct R, head P = %v", name, got)
		}
	}
	if _, err := ScoreAttributions(gold, []Attributed{{ID: "a", Attributions: []Attribution{{Content: []Offset{{0, 999}}}}}}); err == nil {
		t.Error("a span out of range was accepted")
	}
	if _, err := ScoreAttributions(gold, []Attributed{{ID: "a", Text: "other"}}); err == nil {
		t.Error("another text was accepted")
	}
}

func TestReadAttributed(t *testing.T) {
	const in = `{"id":"g","text":"He spoke.","attributions":[{"source":[[0,2,"He"]],"cue":[[3,8]],"content":[],"speaker":"Al"}]}

{"schema":"readout/1","article":{"id":"r","text":"He spoke."},"entities":[{"id":"e1","name":"Al"}],"statements":[{"id":"st1","speaker":"e1","source":{"start":0,"end":2},"content":[{"start":3,"end":8}]}]}`
	docs, err := ReadAttributed(strings.NewReader(in))
	if err != nil || len(docs) != 2 {
		t.Fatalf("%v, %v", docs, err)
	}
	for _, d := range docs {
		a := d.Attributions[0]
		if a.Source[0] != (Offset{0, 2}) || a.Speaker.Canonical != "Al" {
			t.Errorf("%s: %+v", d.ID, a)
		}
	}
	if _, err := ReadAttributed(strings.NewReader("{}\n[")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("fault without its line: %v", err)
	}
}

func TestScoreAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune(`ab '"“”‘’«»`+"`\n,.-2"))).Draw(t, "text")
		n := len([]rune(text))
		list := rapid.SliceOf(rapid.Custom(func(t *rapid.T) Attribution {
			span := func(name string) []Offset {
				a := rapid.IntRange(0, n).Draw(t, name)
				return []Offset{{a, rapid.IntRange(a, n).Draw(t, name)}}
			}
			return Attribution{Source: span("source"), Cue: span("cue"), Content: span("content")}
		}))
		gold := []Attributed{{ID: "x", Text: text, Attributions: list.Draw(t, "gold")}}
		sys := []Attributed{{ID: "x", Attributions: list.Draw(t, "system")}}
		sc, err := ScoreAttributions(gold, sys)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range sc.Kinds {
			for _, m := range []PRF{k.ContentExact, k.ContentSoft, k.SourceExact, k.SourceSoft, k.ContentMatch, k.EndToEnd} {
				if m.P < 0 || m.P > 1 || m.R < 0 || m.R > 1 {
					t.Fatalf("%s: %+v", k.Kind, m)
				}
			}
		}
	})
}

// The figures must be those of the neutral scorer, here on a system made by
// damaging the gold.
func TestSameFiguresAsTheNeutralScorer(t *testing.T) {
	dir := dataDir(t)
	script := filepath.Join(dir, "..", "score", "score_attribution.py")
	python, err := exec.LookPath("python3")
	if _, e := os.Stat(script); e != nil || err != nil {
		t.Skip("the neutral scorer cannot be run here")
	}
	for _, file := range []string{"polnear.dev.jsonl", "gum-speakers.jsonl"} {
		t.Run(file, func(t *testing.T) {
			path := filepath.Join(dir, "attribution", file)
			f, err := os.Open(path)
			if err != nil {
				t.Skip(err)
			}
			defer f.Close()
			gold, err := ReadAttributed(f)
			if err != nil {
				t.Fatal(err)
			}
			sys := damage(gold)
			out := filepath.Join(t.TempDir(), "system.jsonl")
			w, err := os.Create(out)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range sys {
				if err := json.NewEncoder(w).Encode(d); err != nil {
					t.Fatal(err)
				}
			}
			w.Close()
			cmd := exec.Command(python, script, path, out, "--json", "--speakers")
			cmd.Stderr = os.Stderr
			b, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			sc, err := ScoreAttributions(gold, sys)
			if err != nil {
				t.Fatal(err)
			}
			compareScores(t, b, sc)
		})
	}
}

func damage(gold []Attributed) []Attributed {
	var sys []Attributed
	n := 0
	for i, d := range gold {
		if i%17 == 3 {
			continue
		}
		s := Attributed{ID: d.ID, Text: d.Text}
		for _, a := range d.Attributions {
			n++
			clip := func(list []Offset) []Offset {
				out := append([]Offset(nil), list...)
				for i := range out {
					out[i].From = max(0, out[i].From-n%5*4)
					out[i].To = max(out[i].From, out[i].To-n%7*6)
				}
				return out
			}
			b := a
			switch n % 6 {
			case 0:
				continue
			case 1:
				b.Source = clip(a.Source)
			case 2:
				b.Content = clip(a.Content)
			case 3:
				b.Source = nil
			}
			if n%4 == 0 && a.Speaker != nil {
				f := strings.Fields(a.Speaker.Canonical)
				b.Speaker = &Speaking{Canonical: f[len(f)-1]}
			}
			s.Attributions = append(s.Attributions, b)
			if n%11 == 0 {
				s.Attributions = append(s.Attributions, a)
			}
		}
		sys = append(sys, s)
	}
	return sys
}

func compareScores(t *testing.T, neutral []byte, sc *AttributionScore) {
	var want struct {
		Kinds    map[string]map[string]any
		Speakers map[string]float64
	}
	if err := json.Unmarshal(neutral, &want); err != nil {
		t.Fatal(err)
	}
	for _, k := range sc.Kinds {
		got := map[string][]float64{
			"gold": {float64(k.Gold)}, "system": {float64(k.System)},
			"content_exact":          {k.ContentExact.P, k.ContentExact.R, k.ContentExact.F},
			"content_exact_char":     {k.ContentExactChar.P, k.ContentExactChar.R, k.ContentExactChar.F},
			"content_soft":           {k.ContentSoft.P, k.ContentSoft.R, k.ContentSoft.F},
			"source_exact":           {k.SourceExact.P, k.SourceExact.R, k.SourceExact.F},
			"source_soft":            {k.SourceSoft.P, k.SourceSoft.R, k.SourceSoft.F},
			"content_match>0.5":      {k.ContentMatch.P, k.ContentMatch.R, k.ContentMatch.F},
			"e2e>0.5":                {k.EndToEnd.P, k.EndToEnd.R, k.EndToEnd.F},
			"e2e_head":               {k.EndToEndHead.P, k.EndToEndHead.R, k.EndToEndHead.F},
			"source_acc_given_match": {k.SourceGivenMatch, k.HeadGivenMatch},
		}
		for name, g := range got {
			var w []float64
			switch v := want.Kinds[k.Kind][name].(type) {
			case float64:
				w = []float64{v}
			case []any:
				for _, x := range v {
					w = append(w, x.(float64))
				}
			}
			if len(w) != len(g) {
				t.Fatalf("%s %s: %v against %v", k.Kind, name, g, w)
			}
			for i := range g {
				if math.Abs(g[i]-w[i]) > 1e-9 {
					t.Errorf("%s %s: %v, the neutral scorer says %v", k.Kind, name, g, w)
					break
				}
			}
		}
	}
	p := sc.Speakers
	for name, g := range map[string]int{
		"gold": p.Gold, "matched": p.Matched, "given": p.Given, "right": p.Right, "pron_gold": p.PronGold,
		"pron_matched": p.PronMatched, "pron_given": p.PronGiven, "pron_right": p.PronRight,
	} {
		if float64(g) != want.Speakers[name] {
			t.Errorf("speakers %s: %d, the neutral scorer says %v", name, g, want.Speakers[name])
		}
	}
}

func TestOutermost(t *testing.T) {
	said := Attribution{ID: "1", Cue: []Offset{{4, 8}}, Content: []Offset{{9, 40}}}
	thinks := Attribution{ID: "2", Cue: []Offset{{12, 18}}, Content: []Offset{{19, 40}}, Within: "1"}
	flat, deep := []Attributed{{Attributions: []Attribution{said}}}, []Attributed{{Attributions: []Attribution{said, thinks}}}
	if Nests(flat) || !Nests(deep) {
		t.Error("what nests is not told from what does not")
	}
	if Outermost(deep); len(deep[0].Attributions) != 1 || deep[0].Attributions[0].ID != "1" {
		t.Errorf("%+v", deep)
	}
}
