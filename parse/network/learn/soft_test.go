package learn

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/parse/network"
)

// Two teachers of which the second lists its tags in another order.
func TestSoften(t *testing.T) {
	inv := network.Inventory{UPos: []string{"NOUN", "VERB"}, XPos: []string{"NN", "VB"}, Rel: []string{"root", "obj"}, Kinds: []string{"person"}}
	other := inv
	other.UPos = []string{"VERB", "NOUN"}
	var number []numbers
	for _, i := range []network.Inventory{inv, other} {
		n, err := renumber(i, inv)
		if err != nil {
			t.Fatal(err)
		}
		number = append(number, n)
	}
	given := []*network.Sentence{
		{Result: []network.Result{{Head: -1}, {Head: 0, Rel: 1}}, Shares: &network.Shares{
			UPos: []float32{0.5, 0.5, 1, 0}, XPos: []float32{1, 0, 1, 0}, Rel: []float32{1, 0, 0, 1}, Head: []float32{0, 0, 1, 1, 0, 0},
		}},
		{Result: []network.Result{{Head: 1}, {Head: -1}}, Shares: &network.Shares{
			UPos: []float32{1, 0, 0, 1}, XPos: []float32{1, 0, 0.99, 0.01}, Rel: []float32{0, 1, 1, 0}, Head: []float32{0, 1, 0, 0.5, 0, 0.5},
		}},
	}
	s := soften(&inv, number, given, given[0].Result)
	for _, c := range []struct {
		what string
		rows Rows
		want [][]Share
	}{
		{"tags", s.UPos, [][]Share{{{0, 0.25}, {1, 0.75}}, {{0, 1}}}},
		{"fine tags", s.XPos, [][]Share{{{0, 1}}, {{0, 1}}}},
		{"heads", s.Head, [][]Share{{{1, 0.5}, {-1, 0.5}}, {{0, 0.75}, {-1, 0.25}}}},
		{"relations, of the first teacher alone", s.Rel, [][]Share{{{0, 1}}, {{1, 1}}}},
	} {
		for i, want := range c.want {
			near := cmp.Comparer(func(a, b float32) bool { return math.Abs(float64(a-b)) < 1e-5 })
			if d := cmp.Diff(want, append([]Share{}, c.rows.Row(i)...), near); d != "" {
				t.Errorf("%s, token %d: %s", c.what, i, d)
			}
		}
	}
	swapped := inv
	swapped.Rel = []string{"obj", "root"}
	to, err := s.to(swapped)
	if err != nil {
		t.Fatal(err)
	}
	if got := to.Rel.Row(0)[0].Output; got != 1 {
		t.Errorf("root has number %d in the other inventory", got)
	}
	if got := to.first(1).Head.Row(0); len(got) != 2 {
		t.Errorf("heads of a sentence cut short: %v", got)
	}
}
