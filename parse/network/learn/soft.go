package learn

import (
	"fmt"
	"slices"

	"readout/parse/network"
)

// Soft tells of each token of a sentence how teachers share their opinion
// among the outputs (Hinton et al. 2015, "Distilling the knowledge in a neural
// network"). A row without shares says nothing. The root as head is -1.
type Soft struct {
	UPos, XPos, Rel, Head Rows
	// Inventory has the labels that the outputs of tags and relations stand for.
	Inventory *network.Inventory
}

// A Share is how much of one, as a probability, an output has.
type Share struct {
	Output int32
	P      float32
}

// Rows are the shares of a sequence of tokens.
type Rows struct {
	ends   []int32
	shares []Share
}

// Row returns the shares of token i.
func (r *Rows) Row(i int) []Share {
	from := int32(0)
	if i > 0 {
		from = r.ends[i-1]
	}
	return r.shares[from:r.ends[i]]
}

// first returns the rows of the first n tokens.
func (r *Rows) first(n int) Rows { return Rows{ends: r.ends[:n], shares: r.shares} }

// first returns what is known of the first n tokens.
func (s *Soft) first(n int) *Soft {
	return &Soft{s.UPos.first(n), s.XPos.first(n), s.Rel.first(n), s.Head.first(n), s.Inventory}
}

// leastShare is what an output must have to be kept; those kept make one.
const leastShare = 0.03

// add appends a row of shares in proportion to weight.
func (r *Rows) add(weight []float32) {
	var all, sum float32
	for _, v := range weight {
		all += v
	}
	from := len(r.shares)
	for i, v := range weight {
		if v > all*leastShare {
			r.shares = append(r.shares, Share{int32(i), v})
			sum += v
		}
	}
	for i := from; i < len(r.shares); i++ {
		r.shares[i].P /= sum
	}
	r.ends = append(r.ends, int32(len(r.shares)))
}

// renumber gives the outputs the numbers of table.
func (r *Rows) renumber(table []int) Rows {
	out := Rows{ends: r.ends, shares: slices.Clone(r.shares)}
	for i := range out.shares {
		out.shares[i].Output = int32(table[out.shares[i].Output])
	}
	return out
}

// to gives the shares the numbers that the labels have in inventory b.
func (s *Soft) to(b network.Inventory) (*Soft, error) {
	n, err := renumber(*s.Inventory, b)
	if err != nil {
		return nil, fmt.Errorf("teachers: %w", err)
	}
	return &Soft{s.UPos.renumber(n.upos), s.XPos.renumber(n.xpos), s.Rel.renumber(n.rel), s.Head, &b}, nil
}

// soften says how the teachers share their opinion on a sentence among the
// outputs, in the numbers of the inventory; number has each teacher's. Of a
// relation those speak who gave the token the head that was voted for.
func soften(inv *network.Inventory, number []numbers, given []*network.Sentence, voted []network.Result) *Soft {
	out := &Soft{Inventory: inv}
	n := len(voted)
	sum := make([]float32, max(len(inv.XPos), len(inv.Rel), n+1))
	// add appends the row of token t to rows. of gives a teacher's rows and the
	// numbers of their outputs, nil if they are everybody's.
	add := func(rows *Rows, t, width int, of func(m int) ([]float32, []int)) {
		row := sum[:width]
		clear(row)
		for m := range given {
			p, to := of(m)
			if p == nil {
				continue
			}
			for k, v := range p[t*width:][:width] {
				if to != nil {
					k = to[k]
				}
				row[k] += v
			}
		}
		rows.add(row)
	}
	for t, v := range voted {
		add(&out.UPos, t, len(inv.UPos), func(m int) ([]float32, []int) { return given[m].Shares.UPos, number[m].upos })
		add(&out.XPos, t, len(inv.XPos), func(m int) ([]float32, []int) { return given[m].Shares.XPos, number[m].xpos })
		add(&out.Head, t, n+1, func(m int) ([]float32, []int) { return given[m].Shares.Head, nil })
		add(&out.Rel, t, len(inv.Rel), func(m int) ([]float32, []int) {
			if given[m].Result[t].Head != v.Head {
				return nil, nil
			}
			return given[m].Shares.Rel, number[m].rel
		})
	}
	for i := range out.Head.shares {
		if s := &out.Head.shares[i]; int(s.Output) == n {
			s.Output = -1
		}
	}
	return out
}
