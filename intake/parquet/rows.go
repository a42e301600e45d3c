package parquet

import (
	"fmt"
	"io"

	pq "github.com/parquet-go/parquet-go"
)

// Rows are the rows of some columns of a table, in order.
type Rows struct {
	file    *File
	columns []int
	max     int64

	group   int   // the current row group
	first   int64 // its first row
	row     int64 // the next row
	cursors []*cursor
	values  []string

	tooLarge bool // the row read last is longer than max
}

// Rows returns the rows from the given one on, counted from 0, with the values
// of the given columns, which are indices of File.Columns. A row whose values
// are longer than max bytes together gives ErrTooLarge.
func (f *File) Rows(columns []int, from, max int64) *Rows {
	r := &Rows{file: f, columns: columns, max: max, row: from, values: make([]string, len(columns))}
	for r.group < len(f.groups) && r.first+f.groups[r.group].NumRows() <= from {
		r.leave()
	}
	return r
}

// A RangeError says that rows could not be read. Those behind them can.
type RangeError struct {
	First, Last int64 // counted from 0
	Err         error
}

func (e *RangeError) Error() string {
	return fmt.Sprintf("rows %d to %d: %v", e.First+1, e.Last+1, e.Err)
}

// Unwrap returns the cause.
func (e *RangeError) Unwrap() error { return e.Err }

// Row returns the number of the row that Next returns next, from 0.
func (r *Rows) Row() int64 { return r.row }

// Next returns the values of the next row in the order of the columns; a
// missing value is empty, those of a list have commas between. The slice is
// valid until the next call. At the end it returns io.EOF. ErrTooLarge concerns
// one row, a *RangeError those it names, and Next can be called again.
func (r *Rows) Next() ([]string, error) {
	for r.group < len(r.file.groups) {
		end := r.first + r.file.groups[r.group].NumRows()
		if r.row >= end {
			r.leave()
			continue
		}
		err := guard(r.read)
		if err != nil {
			fault := &RangeError{r.row, end - 1, err}
			r.row = end
			r.leave()
			return nil, fault
		}
		r.row++
		if r.tooLarge {
			return nil, fmt.Errorf("%w: a row of more than %d bytes", ErrTooLarge, r.max)
		}
		return r.values, nil
	}
	return nil, io.EOF
}

// leave closes the current row group and moves to the next.
func (r *Rows) leave() {
	r.Close()
	r.first += max(0, r.file.groups[r.group].NumRows())
	r.group++
}

// Close releases the pages that are held.
func (r *Rows) Close() {
	for _, c := range r.cursors {
		guard(c.close) // it was only read
	}
	r.cursors = nil
}

// read reads one row.
func (r *Rows) read() error {
	if r.cursors == nil {
		if err := r.enter(); err != nil {
			return err
		}
	}
	size := int64(0)
	r.tooLarge = false
	for i, c := range r.cursors {
		s, err := c.next(r.max)
		if err == io.EOF {
			return fmt.Errorf("%w: column %q ends at row %d of the group", ErrBroken, r.file.leaves[r.columns[i]].name, r.row-r.first+1)
		}
		if err != nil {
			return err
		}
		if size += int64(len(s)); size > r.max {
			s, r.tooLarge = "", true
		}
		r.values[i] = s
	}
	return nil
}

// enter opens the columns of the current row group.
func (r *Rows) enter() error {
	chunks := r.file.groups[r.group].ColumnChunks()
	for _, c := range r.columns {
		l := r.file.leaves[c]
		if l.index >= len(chunks) {
			return fmt.Errorf("%w: no column %q in a row group", ErrBroken, l.name)
		}
		chunk := &r.file.file.Metadata().RowGroups[r.group].Columns[l.index].MetaData
		if err := checkPages(r.file.in, r.file.size, chunk, l.width, maxPage); err != nil {
			return err
		}
		cur := &cursor{pages: chunks[l.index].Pages(), write: l.write}
		r.cursors = append(r.cursors, cur)
		if skip := r.row - r.first; skip > 0 {
			if err := cur.pages.SeekToRow(skip); err != nil {
				return fmt.Errorf("%w: %w", ErrBroken, err)
			}
		}
	}
	return nil
}

// A cursor reads one column of a row group.
type cursor struct {
	pages  pq.Pages
	page   pq.Page
	values pq.ValueReader
	buf    [32]pq.Value
	held   []pq.Value // of buf, not used yet
	write  func([]byte, pq.Value) []byte
	text   []byte
}

// peek returns the next value without taking it.
func (c *cursor) peek() (pq.Value, error) {
	for empty := 0; len(c.held) == 0; {
		if c.page == nil {
			page, err := c.pages.ReadPage()
			if err == io.EOF {
				return pq.Value{}, io.EOF
			}
			if err != nil {
				return pq.Value{}, fmt.Errorf("%w: %w", ErrBroken, err)
			}
			c.page, c.values = page, page.Values()
		}
		n, err := c.values.ReadValues(c.buf[:])
		c.held = c.buf[:n]
		if n == 0 && err == nil {
			if empty++; empty > 10 {
				return pq.Value{}, fmt.Errorf("%w: a page that does not end", ErrBroken)
			}
		}
		if err != nil && err != io.EOF {
			return pq.Value{}, fmt.Errorf("%w: %w", ErrBroken, err)
		}
		if err == io.EOF && n == 0 {
			pq.Release(c.page)
			c.page = nil
		}
	}
	return c.held[0], nil
}

// next returns the value of the next row, those of a list with commas between.
// Of a value longer than max bytes it returns the first.
func (c *cursor) next(max int64) (string, error) {
	c.text = c.text[:0]
	for first := true; ; first = false {
		v, err := c.peek()
		if err == io.EOF && !first {
			break
		}
		if err != nil {
			return "", err
		}
		if !first && v.RepetitionLevel() == 0 {
			break
		}
		c.held = c.held[1:]
		if v.IsNull() || int64(len(c.text)) > max {
			continue
		}
		if !first && len(c.text) > 0 {
			c.text = append(c.text, ", "...)
		}
		c.text = c.write(c.text, v)
	}
	return string(c.text), nil
}

func (c *cursor) close() error {
	if c.page != nil {
		pq.Release(c.page)
		c.page = nil
	}
	return c.pages.Close()
}
