package relation

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
)

// A Verdict says what becomes of one report when those of one happening are
// merged. Reports is 0 for a report that another one stands for.
type Verdict struct {
	Reports    uint32 // articles that report it
	Publishers uint32 // independent publishers among them
}

// VerdictSize is the size of a Verdict in bytes as Merge writes it.
const VerdictSize = 8

// Decode reads what Merge wrote.
func (v *Verdict) Decode(b []byte) {
	v.Reports, v.Publishers = binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:])
}

// Merge reads n reports from in, one after another, and writes to out, at the
// same place each, what becomes of them. Reports of one happening are merged
// unless they name different places or modes; one that names none goes with the
// first that fits, the fuller reports taken first. The earliest report stands
// for all, and one that is no reprint before one that is. Reprints do not count
// as publishers. A report without a happening stands for itself. Memory is
// bounded, whatever n; what comes out does not depend on it.
func Merge(in io.ReaderAt, n int, out io.WriterAt) error { return mergeWithin(in, n, out, budget) }

// mergeWithin is Merge with another budget.
func mergeWithin(in io.ReaderAt, n int, out io.WriterAt, budget int) error {
	m := merging{out: out}
	parts := uint64(1 + n*numberedSize/budget)
	for part := range parts {
		m.reports = m.reports[:0]
		r := bufio.NewReaderSize(io.NewSectionReader(in, 0, int64(n)*ReportSize), 256<<10)
		var b [ReportSize]byte
		for i := range n {
			if _, err := io.ReadFull(r, b[:]); err != nil {
				return fmt.Errorf("report %d: %w", i, err)
			}
			x := numbered{number: i}
			x.decode(b[:])
			if x.Happening%parts == part {
				m.reports = append(m.reports, x)
			}
		}
		if err := m.part(); err != nil {
			return err
		}
	}
	return nil
}

// numbered is a report with its number.
type numbered struct {
	Report
	number int
}

const numberedSize = 56 // in memory

// named is how much a report tells beside the happening.
func (r *numbered) named() int {
	n := 0
	for _, x := range []uint64{r.Place, r.Mode} {
		if x != 0 {
			n++
		}
	}
	return n
}

type merging struct {
	out     io.WriterAt
	reports []numbered
	groups  []group
}

// A group is what has been merged into one.
type group struct {
	place, mode uint64
	members     []*numbered
}

func (m *merging) part() error {
	slices.SortFunc(m.reports, func(x, y numbered) int {
		return cmp.Or(cmp.Compare(x.Happening, y.Happening), cmp.Compare(y.named(), x.named()), cmp.Compare(x.Day, y.Day), cmp.Compare(x.number, y.number))
	})
	for i := 0; i < len(m.reports); {
		j := i + 1
		if m.reports[i].Happening == 0 {
			if err := m.write(&m.reports[i], Verdict{1, 1}); err != nil {
				return err
			}
			i = j
			continue
		}
		for j < len(m.reports) && m.reports[j].Happening == m.reports[i].Happening {
			j++
		}
		if err := m.happening(m.reports[i:j]); err != nil {
			return err
		}
		i = j
	}
	return nil
}

// happening merges the reports of one happening.
func (m *merging) happening(reports []numbered) error {
	m.groups = m.groups[:0]
	for i := range reports {
		r := &reports[i]
		at := slices.IndexFunc(m.groups, func(g group) bool { return fits(g.place, r.Place) && fits(g.mode, r.Mode) })
		if at < 0 {
			m.groups = append(m.groups, group{place: r.Place, mode: r.Mode, members: []*numbered{r}})
			continue
		}
		g := &m.groups[at]
		g.place, g.mode = max(g.place, r.Place), max(g.mode, r.Mode)
		g.members = append(g.members, r)
	}
	for _, g := range m.groups {
		main := slices.MinFunc(g.members, func(x, y *numbered) int {
			return cmp.Or(compareBool(x.Reprint, y.Reprint), cmp.Compare(x.Day, y.Day), cmp.Compare(x.number, y.number))
		})
		articles, publishers := map[uint32]bool{}, map[uint64]bool{}
		for _, r := range g.members {
			articles[r.Article] = true
			if !r.Reprint {
				publishers[r.Publisher] = true
			}
			if r != main {
				if err := m.write(r, Verdict{}); err != nil {
					return err
				}
			}
		}
		if err := m.write(main, Verdict{uint32(len(articles)), uint32(max(1, len(publishers)))}); err != nil {
			return err
		}
	}
	return nil
}

func fits(x, y uint64) bool { return x == y || x == 0 || y == 0 }

func compareBool(x, y bool) int {
	switch {
	case x == y:
		return 0
	case y:
		return -1
	}
	return 1
}

func (m *merging) write(r *numbered, v Verdict) error {
	var b [VerdictSize]byte
	binary.LittleEndian.PutUint32(b[:], v.Reports)
	binary.LittleEndian.PutUint32(b[4:], v.Publishers)
	_, err := m.out.WriteAt(b[:], int64(r.number)*VerdictSize)
	return err
}
