package relation

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
)

// Bands of the index: prints that agree in all three minima of a band are
// compared. Texts with half of their runs in common share one of the 42 bands
// with a chance of 99.6 %, with two fifths of 94 %, with a tenth of 4 %.
const (
	rows  = 3
	bands = hashes / rows
	// budget bounds the memory that holds band keys at one time.
	budget = 16 << 20
	// firsts is how many different articles of one band value, the latest, a
	// later one is compared with.
	firsts = 8
)

// keyed is an article under the value of one band.
type keyed struct {
	band uint32
	rank uint32
	key  uint64
}

const keyedSize = 16

// Duplicates tells of each of n articles, whose prints lie in r one after
// another, which article it reprints: the number of the earliest, or -1. Earlier
// is who was published earlier, and of those of one day who stands first. The
// article named reprints none itself. Memory is 16 bytes an article and the
// budget.
func Duplicates(r io.ReaderAt, n int) ([]int32, error) { return within(r, n, budget) }

// within is Duplicates with another budget.
func within(r io.ReaderAt, n, budget int) ([]int32, error) {
	d := duplicates{r: r, n: n, first: make([]int32, n)}
	if err := d.order(); err != nil {
		return nil, err
	}
	perPass := min(bands, max(1, budget/keyedSize/max(1, n)))
	d.keys = make([]keyed, 0, min(budget/keyedSize, n*bands))
	parts := 1 + n/(budget/keyedSize)
	for band := 0; band < bands; band += perPass {
		for part := range parts {
			if err := d.pass(band, min(bands, band+perPass), uint64(part), uint64(parts)); err != nil {
				return nil, err
			}
		}
	}
	return d.settle()
}

type duplicates struct {
	r      io.ReaderAt
	n      int
	number []uint32 // article by rank, the earliest first
	rank   []uint32 // rank by article
	first  []int32  // by rank: the rank of the earliest article found alike, or -1
	keys   []keyed
	a, b   Print
	buf    [PrintSize]byte
}

// each reads all prints in order.
func (d *duplicates) each(yield func(i int, b []byte)) error {
	in := bufio.NewReaderSize(io.NewSectionReader(d.r, 0, int64(d.n)*PrintSize), 256<<10)
	for i := range d.n {
		if _, err := io.ReadFull(in, d.buf[:]); err != nil {
			return fmt.Errorf("fingerprint %d: %w", i, err)
		}
		yield(i, d.buf[:])
	}
	return nil
}

func (d *duplicates) order() error {
	days := make([]int32, d.n)
	if err := d.each(func(i int, b []byte) { days[i] = int32(binary.LittleEndian.Uint32(b)) }); err != nil {
		return err
	}
	d.number, d.rank = make([]uint32, d.n), make([]uint32, d.n)
	for i := range d.number {
		d.number[i] = uint32(i)
	}
	slices.SortStableFunc(d.number, func(x, y uint32) int { return cmp.Compare(days[x], days[y]) })
	for rank, i := range d.number {
		d.rank[i], d.first[rank] = uint32(rank), -1
	}
	return nil
}

// pass compares articles that share the value of one of the bands from first
// to last, of those values that fall into the part.
func (d *duplicates) pass(first, last int, part, parts uint64) error {
	d.keys = d.keys[:0]
	err := d.each(func(i int, b []byte) {
		if binary.LittleEndian.Uint32(b[4:]) == 0 {
			return
		}
		for band := first; band < last; band++ {
			key := binary.LittleEndian.Uint64(b[minsAt+band*rows*2:]) & (1<<(16*rows) - 1)
			if key%parts == part {
				d.keys = append(d.keys, keyed{uint32(band), d.rank[i], key})
			}
		}
	})
	if err != nil {
		return err
	}
	slices.SortFunc(d.keys, func(x, y keyed) int {
		return cmp.Or(cmp.Compare(x.band, y.band), cmp.Compare(x.key, y.key), cmp.Compare(x.rank, y.rank))
	})
	for i := 0; i < len(d.keys); {
		j := i + 1
		for j < len(d.keys) && d.keys[j].key == d.keys[i].key && d.keys[j].band == d.keys[i].band {
			j++
		}
		if err := d.bucket(d.keys[i:j]); err != nil {
			return err
		}
		i = j
	}
	return nil
}

// bucket compares the articles of one band value, each with the latest of those
// that were not alike.
func (d *duplicates) bucket(same []keyed) error {
	var distinct [firsts]uint32
	n := 0
	for _, k := range same {
		alike := false
		for _, f := range distinct[:min(n, firsts)] {
			if at := d.first[k.rank]; at >= 0 && at <= int32(f) {
				alike = true // known from another band
				break
			}
			ok, err := d.compare(f, k.rank)
			if err != nil {
				return err
			}
			if ok {
				d.first[k.rank], alike = int32(f), true
				break
			}
		}
		if !alike {
			distinct[n%firsts] = k.rank
			n++
		}
	}
	return nil
}

func (d *duplicates) load(rank uint32, p *Print) error {
	if _, err := d.r.ReadAt(d.buf[:], int64(d.number[rank])*PrintSize); err != nil {
		return fmt.Errorf("fingerprint %d: %w", d.number[rank], err)
	}
	p.decode(d.buf[:])
	return nil
}

func (d *duplicates) compare(x, y uint32) (bool, error) {
	if err := d.load(x, &d.a); err != nil {
		return false, err
	}
	if err := d.load(y, &d.b); err != nil {
		return false, err
	}
	return d.a.reprints(&d.b), nil
}

// settle leads every reprint to an article that is none, the earliest first. A
// chain of edits ends where its last text has little left of the first.
func (d *duplicates) settle() ([]int32, error) {
	for rank, f := range d.first {
		if f < 0 || d.first[f] < 0 {
			continue
		}
		origin := d.first[f]
		if err := d.load(uint32(origin), &d.a); err != nil {
			return nil, err
		}
		if err := d.load(uint32(rank), &d.b); err != nil {
			return nil, err
		}
		if all, _ := common(d.a.Mins[:], d.b.Mins[:], 0, 0); all < leastAll {
			origin = -1
		}
		d.first[rank] = origin
	}
	out := make([]int32, d.n)
	for rank, f := range d.first {
		out[d.number[rank]] = -1
		if f >= 0 {
			out[d.number[rank]] = int32(d.number[f])
		}
	}
	return out, nil
}
