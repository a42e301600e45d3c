package score

import (
	"math"
	"testing"
)

// chains makes chains of one-token mentions from letters: "abc def".
func chains(groups ...string) []Chain {
	var out []Chain
	for _, g := range groups {
		var c Chain
		for _, r := range g {
			c = append(c, CorefMention{int(r), int(r) + 1, int(r)})
		}
		out = append(out, c)
	}
	return out
}

// TestCoref checks the measures on the worked examples of the literature.
func TestCoref(t *testing.T) {
	for _, c := range []struct {
		name           string
		gold, system   []Chain
		muc, b3, ceafe [3]float64 // recall, precision, F1
	}{
		// The partitions of Pradhan et al. (2014), "Scoring Coreference
		// Partitions of Predicted Mentions", worked out by the definitions.
		{"predicted mentions", chains("abc", "defg"), chains("ab", "cd", "fghi"),
			[3]float64{0.40, 0.40, 0.40}, [3]float64{35.0 / 84, 0.50, 5.0 / 11}, [3]float64{0.65, 1.3 / 3, 0.52}},
		{"equal", chains("abc", "de"), chains("de", "abc"),
			[3]float64{1, 1, 1}, [3]float64{1, 1, 1}, [3]float64{1, 1, 1}},
		{"all in one", chains("ab", "cd"), chains("abcd"),
			[3]float64{1, 2.0 / 3, 0.8}, [3]float64{1, 0.5, 2.0 / 3}, [3]float64{1.0 / 3, 2.0 / 3, 4.0 / 9}},
		{"nothing", chains("abc"), nil, [3]float64{}, [3]float64{}, [3]float64{}},
	} {
		s := Coref{Options: CorefOptions{Singletons: true}}
		s.Add(c.gold, c.system)
		for _, m := range []struct {
			name    string
			p, r, f float64
			want    [3]float64
		}{
			measured("MUC", s.MUC, c.muc), measured("B³", s.BCubed, c.b3), measured("CEAF", s.CEAF, c.ceafe),
		} {
			if math.Abs(m.r-m.want[0]) > 0.005 || math.Abs(m.p-m.want[1]) > 0.005 || math.Abs(m.f-m.want[2]) > 0.005 {
				t.Errorf("%s: %s recall %.3f precision %.3f F1 %.3f, want %.3f", c.name, m.name, m.r, m.p, m.f, m.want)
			}
		}
	}
}

func measured(name string, f func() (p, r, f float64), want [3]float64) struct {
	name    string
	p, r, f float64
	want    [3]float64
} {
	p, r, f1 := f()
	return struct {
		name    string
		p, r, f float64
		want    [3]float64
	}{name, p, r, f1, want}
}

// TestCorefOptions checks that singletons and heads count as told.
func TestCorefOptions(t *testing.T) {
	gold := []Chain{{{0, 3, 2}, {5, 6, 5}}, {{8, 9, 8}}}
	system := []Chain{{{1, 3, 2}, {5, 6, 5}}, {{10, 11, 10}}}
	for _, c := range []struct {
		options CorefOptions
		want    float64 // CoNLL
	}{
		{CorefOptions{ByHead: true}, 1},
		{CorefOptions{ByHead: true, Singletons: true}, (1 + 2.0/3 + 0.5) / 3},
		{CorefOptions{}, (0 + 0.25 + 0.5) / 3},
	} {
		s := Coref{Options: c.options}
		s.Add(gold, system)
		if got := s.CoNLL(); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%+v: %v, want %v", c.options, got, c.want)
		}
	}
}
