package review

import (
	"iter"
	"slices"

	"readout/record/table"
)

// A Change is a row that two runs do not have alike.
type Change[T table.Row] struct {
	Before  *T       // nil: gained
	After   *T       // nil: lost
	Columns []string // in which they differ
}

// Kind is "gained", "lost" or "changed".
func (c *Change[T]) Kind() string {
	switch {
	case c.Before == nil:
		return "gained"
	case c.After == nil:
		return "lost"
	}
	return "changed"
}

// A place is what rows of two runs are known to be the same by.
type place struct {
	kind       string
	start, end int32
}

// passedOver are columns that are no finding, or follow from other rows.
var passedOver = []string{"event_id", "statement_id", "within", "article_id", "url", "happening", "reports", "publishers", "duplicate_of"}

// Diff compares two runs over one corpus, article by article, and gives every
// row that is not the same in both to yield. The
// rows given by before and after must be in that order, as runs write them.
// Rows are the same finding when they have one kind (type) and one place in the
// article; or else one place that overlaps. It returns how many rows there are
// before, after, and the same in both.
func Diff[T table.Row](before, after iter.Seq2[*T, error], at func(*T) (article string, p place), yield func(Change[T]) error) (n [3]int, err error) {
	d := differ[T]{at: at, yield: yield}
	nextA, stopA := iter.Pull2(groups(before, at))
	defer stopA()
	nextB, stopB := iter.Pull2(groups(after, at))
	defer stopB()
	a, b := true, true
	for a || b {
		if a, err = d.pull(nextA, 0); err != nil {
			return d.n, err
		}
		if b, err = d.pull(nextB, 1); err != nil {
			return d.n, err
		}
		if err := d.flush(lag); err != nil {
			return d.n, err
		}
	}
	return d.n, d.flush(0)
}

// lag is how many articles one run may be behind the other before what has
// found no partner is taken to have none.
const lag = 10000

// A grouped is the rows of one article.
type grouped[T table.Row] struct {
	article string
	rows    []*T
}

// groups gathers the rows of each article, which stand together.
func groups[T table.Row](rows iter.Seq2[*T, error], at func(*T) (string, place)) iter.Seq2[*grouped[T], error] {
	return func(yield func(*grouped[T], error) bool) {
		var g *grouped[T]
		for r, err := range rows {
			if err != nil {
				yield(nil, err)
				return
			}
			article, _ := at(r)
			if g != nil && g.article != article {
				if !yield(g, nil) {
					return
				}
				g = nil
			}
			if g == nil {
				g = &grouped[T]{article: article}
			}
			g.rows = append(g.rows, r)
		}
		if g != nil {
			yield(g, nil)
		}
	}
}

type differ[T table.Row] struct {
	at    func(*T) (string, place)
	yield func(Change[T]) error
	n     [3]int
	// waiting are the articles of each run without a partner yet, in order.
	waiting [2][]*grouped[T]
	byID    [2]map[string]*grouped[T]
}

// pull takes the next article of a run and compares it when the other run has
// it already.
func (d *differ[T]) pull(next func() (*grouped[T], error, bool), side int) (more bool, err error) {
	g, err, ok := next()
	if !ok || err != nil {
		return false, err
	}
	d.n[side] += len(g.rows)
	if o := d.byID[1-side][g.article]; o != nil {
		delete(d.byID[1-side], g.article)
		i := slices.Index(d.waiting[1-side], o)
		d.waiting[1-side] = slices.Delete(d.waiting[1-side], i, i+1)
		if side == 0 {
			return true, d.compare(g.rows, o.rows)
		}
		return true, d.compare(o.rows, g.rows)
	}
	if d.byID[side] == nil {
		d.byID[side] = map[string]*grouped[T]{}
	}
	d.byID[side][g.article] = g
	d.waiting[side] = append(d.waiting[side], g)
	return true, nil
}

// flush gives up on all articles that wait but the last keep of each run.
func (d *differ[T]) flush(keep int) error {
	for side := range d.waiting {
		for len(d.waiting[side]) > keep {
			g := d.waiting[side][0]
			d.waiting[side] = d.waiting[side][1:]
			if d.byID[side][g.article] == g {
				delete(d.byID[side], g.article)
			}
			var err error
			if side == 0 {
				err = d.compare(g.rows, nil)
			} else {
				err = d.compare(nil, g.rows)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// compare pairs the rows of one article: first those of one kind and place,
// then those whose places overlap.
func (d *differ[T]) compare(before, after []*T) error {
	partner := make([]*T, len(before))
	taken := make([]bool, len(after))
	for _, same := range []func(x, y place) bool{
		func(x, y place) bool { return x == y },
		func(x, y place) bool { return x.start < y.end && y.start < x.end },
	} {
		for i, b := range before {
			if partner[i] != nil {
				continue
			}
			_, p := d.at(b)
			for k, a := range after {
				if _, q := d.at(a); !taken[k] && same(p, q) {
					partner[i], taken[k] = a, true
					break
				}
			}
		}
	}
	for i, b := range before {
		c := Change[T]{Before: b, After: partner[i]}
		if c.After != nil {
			if c.Columns = differing(b, c.After); len(c.Columns) == 0 {
				d.n[2]++
				continue
			}
		}
		if err := d.yield(c); err != nil {
			return err
		}
	}
	for k, a := range after {
		if !taken[k] {
			if err := d.yield(Change[T]{After: a}); err != nil {
				return err
			}
		}
	}
	return nil
}

// differing names the columns in which two rows differ.
func differing[T table.Row](x, y *T) (out []string) {
	a, b := table.Cells(x), table.Cells(y)
	for i, c := range table.Columns[T]() {
		if a[i] != b[i] && !slices.Contains(passedOver, c.Name) {
			out = append(out, c.Name)
		}
	}
	return out
}

// DiffEvents compares the events of two runs.
func DiffEvents(before, after string, yield func(Change[table.Event]) error) ([3]int, error) {
	return Diff(sequence(before, Events), sequence(after, Events), func(e *table.Event) (string, place) {
		return e.ArticleID, place{e.Type, e.Start, e.End}
	}, yield)
}

// DiffStatements compares the statements of two runs.
func DiffStatements(before, after string, yield func(Change[table.Statement]) error) ([3]int, error) {
	return Diff(sequence(before, Statements), sequence(after, Statements), func(s *table.Statement) (string, place) {
		return s.ArticleID, place{s.Kind, s.Start, s.End}
	}, yield)
}

// sequence makes an iterator of a reading.
func sequence[T table.Row](path string, read func(string, func(*T) error) error) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		err := read(path, func(r *T) error {
			if !yield(r, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && err != errEnough {
			yield(nil, err)
		}
	}
}
