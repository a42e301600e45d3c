package review

import (
	"cmp"
	"container/heap"
	"encoding/binary"
	"slices"

	"github.com/cespare/xxhash/v2"
)

// A Sample keeps n of the items it is shown, each with the same chance. Which
// ones depends on the seed and their ids only, not on their order; and an item
// that is in the samples of two runs is so because it is in both runs.
type Sample[T any] struct {
	n    int
	seed [8]byte
	kept drawn[T]
}

// NewSample returns an empty sample of at most n items.
func NewSample[T any](n int, seed uint64) *Sample[T] {
	s := &Sample[T]{n: n}
	binary.LittleEndian.PutUint64(s.seed[:], seed)
	return s
}

// Add shows the sample an item.
func (s *Sample[T]) Add(id string, item T) {
	h := xxhash.New()
	h.Write(s.seed[:])
	h.WriteString(id)
	x := lot[T]{h.Sum64(), id, item}
	switch {
	case len(s.kept) < s.n:
		heap.Push(&s.kept, x)
	case s.n > 0 && x.before(s.kept[0]):
		s.kept[0] = x
		heap.Fix(&s.kept, 0)
	}
}

// Items returns the sample in the order of the draw, so that its beginning is
// the smaller sample.
func (s *Sample[T]) Items() []T {
	sorted := slices.SortedFunc(slices.Values(s.kept), func(x, y lot[T]) int {
		return cmp.Or(cmp.Compare(x.number, y.number), cmp.Compare(x.id, y.id))
	})
	out := make([]T, len(sorted))
	for i, x := range sorted {
		out[i] = x.item
	}
	return out
}

// A lot is an item with the number it drew; the lowest win.
type lot[T any] struct {
	number uint64
	id     string
	item   T
}

func (x lot[T]) before(y lot[T]) bool {
	return x.number < y.number || x.number == y.number && x.id < y.id
}

// drawn is a heap with the highest number on top.
type drawn[T any] []lot[T]

func (d drawn[T]) Len() int           { return len(d) }
func (d drawn[T]) Less(i, j int) bool { return d[j].before(d[i]) }
func (d drawn[T]) Swap(i, j int)      { d[i], d[j] = d[j], d[i] }
func (d *drawn[T]) Push(x any)        { *d = append(*d, x.(lot[T])) }
func (d *drawn[T]) Pop() any {
	last := (*d)[len(*d)-1]
	*d = (*d)[:len(*d)-1]
	return last
}
