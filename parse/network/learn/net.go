// Package learn trains the networks of package network: layers with their
// gradients, losses, the optimiser and the preparation of treebanks.
//
// Training is deterministic: the same data, settings and kind of CPU give the
// same bytes, whatever the number of cores.
package learn

import (
	"math"
	"math/rand/v2"

	"readout/parse/network"
)

// A net is a network in training: parameters shared with Params, gradients
// and optimiser state beside them.
type net struct {
	network.Params
	all []*tensor

	word, affix, shape, mark *tensor
	cells                    [][2]cell
	heads, arc, rel          dense
	upos, xpos, name         dense
	arcRoot, labelRoot       *tensor
	index                    map[string]int32
}

type dense struct {
	in, out int
	w, b    *tensor
}

type cell struct {
	in, hidden int
	x, h, b    *tensor
}

// newNet makes a network with random weights. Vectors may be nil if the network
// has none.
func newNet(cfg network.Config, inv network.Inventory, words []string, vectors *network.Vectors, seed uint64) *net {
	n := &net{index: make(map[string]int32, len(words))}
	n.Config, n.Inventory, n.Words, n.Vectors = cfg, inv, words, vectors
	for i, w := range words {
		n.index[w] = int32(i + 1)
	}
	rng := rand.New(rand.NewPCG(seed, 1))
	n.word = n.table(len(words)+1, cfg.Word, 0.5, rng)
	n.affix = n.table(cfg.Buckets, cfg.Affix, 1, rng)
	n.shape = n.table(network.ShapeRows, cfg.Shape, 0.5, rng)
	n.mark = n.table(cfg.Marks, cfg.Mark, 0.5, rng)
	for l := range cfg.Layers {
		n.cells = append(n.cells, [2]cell{n.cell(cfg.LayerInput(l), cfg.Hidden, rng), n.cell(cfg.LayerInput(l), cfg.Hidden, rng)})
	}
	n.heads = n.dense(2*cfg.Hidden, cfg.Heads(), 1, rng)
	n.arc = n.dense(cfg.Arc, cfg.Arc, 0.5, rng)
	n.arc.b = n.vector(cfg.Arc)
	n.rel = n.dense(cfg.Label, len(inv.Rel), 1, rng)
	n.upos = n.dense(cfg.Tag, len(inv.UPos), 1, rng)
	n.xpos = n.dense(cfg.Tag, len(inv.XPos), 1, rng)
	n.name = n.dense(cfg.Name, 2*len(inv.Kinds)+1, 1, rng)
	n.arcRoot = n.vector(cfg.Arc)
	n.labelRoot = n.vector(cfg.Label)
	n.share()
	return n
}

// share points the public parameters at the tensors' values.
func (n *net) share() {
	n.Word, n.Affix, n.Shape, n.Mark = n.word.v, n.affix.v, n.shape.v, n.mark.v
	n.Cells = n.Cells[:0]
	for _, l := range n.cells {
		n.Cells = append(n.Cells, [2]network.Cell{l[0].params(), l[1].params()})
	}
	n.Heads, n.Arc, n.Rel = n.heads.params(), n.arc.params(), n.rel.params()
	n.UPos, n.XPos, n.Name = n.upos.params(), n.xpos.params(), n.name.params()
	n.ArcRoot, n.LabelRoot = n.arcRoot.v, n.labelRoot.v
}

func (c cell) params() network.Cell {
	return network.Cell{X: network.Dense{In: c.in, Out: 3 * c.hidden, W: c.x.v, B: c.b.v}, H: c.h.v}
}

func (d dense) params() network.Dense {
	return network.Dense{In: d.in, Out: d.out, W: d.w.v, B: d.b.v}
}

func (n *net) add(t *tensor) *tensor {
	n.all = append(n.all, t)
	return t
}

func (n *net) vector(size int) *tensor { return n.add(newTensor(size)) }

func (n *net) table(rows, cols int, scale float64, rng *rand.Rand) *tensor {
	t := n.add(newTable(rows, cols))
	for i := range t.v {
		t.v[i] = float32(rng.NormFloat64() * scale / math.Sqrt(float64(cols)) * 2)
	}
	return t
}

// matrix is uniform within the bounds of Glorot and Bengio (2010).
func (n *net) matrix(in, out int, gain float64, rng *rand.Rand) *tensor {
	t := n.add(newTensor(in * out))
	bound := gain * math.Sqrt(6/float64(in+out))
	for i := range t.v {
		t.v[i] = float32((2*rng.Float64() - 1) * bound)
	}
	return t
}

func (n *net) dense(in, out int, gain float64, rng *rand.Rand) dense {
	return dense{in, out, n.matrix(in, out, gain, rng), n.vector(out)}
}

func (n *net) cell(in, hidden int, rng *rand.Rand) cell {
	c := cell{in: in, hidden: hidden, x: n.matrix(in, 3*hidden, 1.2, rng), h: n.matrix(hidden, 3*hidden, 1, rng), b: n.vector(3 * hidden)}
	for i := range hidden {
		c.b.v[i] = 0.5
	}
	return c
}
