package learn

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"readout/parse/network"
)

// TestGradients compares the gradients of a tiny network with differences of
// its loss.
func TestGradients(t *testing.T) {
	cfg := network.Config{Word: 5, Affix: 4, Buckets: 50, Vector: 2, Shape: 3, Marks: 6, Mark: 3, Hidden: 4, Layers: 2, Arc: 5, Label: 4, Tag: 3, Name: 3}
	inv := network.Inventory{UPos: []string{"A", "B", "C"}, XPos: []string{"x", "y"}, Rel: []string{"r", "s", "root"}, Kinds: Kinds[:]}
	vectors := network.NewVectors([]string{"two", "five"}, [][]float32{{1, -2}, {0.5, 1}})
	n := newNet(cfg, inv, []string{"one", "two", "three"}, vectors, 7)
	rng := rand.New(rand.NewPCG(3, 4))
	for _, p := range n.all {
		for i := range p.v {
			p.v[i] += float32(rng.NormFloat64() * 0.2)
		}
	}
	tokens := func(forms ...string) (out []network.Token) {
		for _, f := range forms {
			out = append(out, network.Token{Form: f})
		}
		return out
	}
	marked := tokens("five", "two")
	marked[0].Marks, marked[1].Marks = 5, 1<<5
	batch := []*Example{
		{Tokens: tokens("One", "two", "Threes", "four"), Tree: true, Heads: []int{1, -1, 1, 2}, Rel: []int{0, 2, 1, 1}, UPos: []int{0, 1, 2, 1}, XPos: []int{0, 1, -1, 1}, Names: []uint32{2, 4, 1, 0}},
		{Tokens: marked, Names: []uint32{1 | 8, 1}},
		{Tokens: tokens("five"), Tree: true, Heads: []int{-1}, Rel: []int{2}, UPos: []int{2}, XPos: []int{0}, Names: []uint32{1}},
	}
	row := func(shares ...Share) (r Rows) {
		for range 3 {
			r.shares = append(r.shares, shares...)
			r.ends = append(r.ends, int32(len(r.shares)))
		}
		return r
	}
	batch = slices.Insert(batch, 1, &Example{Tokens: tokens("four", "one", "two"), Tree: true, Heads: []int{1, -1, 1}, Rel: []int{0, 2, 1}, UPos: []int{0, 1, 2}, XPos: []int{0, 1, -1},
		Names: []uint32{0, 1, 4}, Soft: &Soft{
			UPos: row(Share{0, 0.25}, Share{2, 0.75}), XPos: row(Share{1, 1}),
			Head: Rows{ends: []int32{2, 3, 5}, shares: []Share{{1, 0.5}, {-1, 0.5}, {-1, 1}, {0, 0.3}, {1, 0.7}}}, Rel: Rows{ends: []int32{0, 2, 2}, shares: []Share{{0, 0.1}, {2, 0.9}}},
		}})
	w := &worker{net: n, rng: rng, count: []int{0, 1, 1, 1}}
	value := func() float64 {
		l := w.run(batch, 1)
		return l.arc + l.rel*relWeight + (l.upos+l.xpos)*tagWeight + l.name*nameWeight
	}
	value()
	grads := make([][]float32, len(n.all))
	for i, p := range n.all {
		grads[i] = append([]float32(nil), p.g[0]...)
	}
	checked := 0
	for k, p := range n.all {
		for range 40 {
			i := rng.IntN(len(p.v))
			if p.table && grads[k][i] == 0 && rng.IntN(20) > 0 {
				continue
			}
			const h = 5e-4
			old := p.v[i]
			p.v[i] = old + h
			up := value()
			p.v[i] = old - h
			down := value()
			p.v[i] = old
			want := (up - down) / (2 * h)
			got := float64(grads[k][i])
			if math.Abs(got-want) > 0.02*math.Max(1, math.Abs(want)) {
				t.Errorf("parameter %d[%d]: gradient %g, difference of the loss %g", k, i, got, want)
			}
			checked++
		}
	}
	if checked < 100 {
		t.Errorf("only %d values checked", checked)
	}
}
