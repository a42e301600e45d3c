package table

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
)

// A Writer writes the rows of one table and tells how many lines or rows it
// made of them. Close writes what remains, but leaves open what lies beneath.
type Writer[T Row] interface {
	Write(rows []T) (int, error)
	Close() error
}

// NewCSV returns a writer of separated values with a line of column names:
// comma for CSV (RFC 4180 with line feeds), tab for tab-separated text. Columns
// named in extra stand first and are left empty, for people to fill in.
func NewCSV[T Row](w io.Writer, comma rune, extra ...string) Writer[T] {
	c := &csvWriter[T]{w: csv.NewWriter(w), extra: make([]string, len(extra))}
	c.w.Comma = comma
	c.cells = append(c.cells, extra...)
	for _, col := range Columns[T]() {
		c.cells = append(c.cells, col.Name)
	}
	c.err = c.w.Write(c.cells)
	return c
}

type csvWriter[T Row] struct {
	w     *csv.Writer
	extra []string
	cells []string
	err   error
}

func (c *csvWriter[T]) Write(rows []T) (int, error) {
	for i := range rows {
		if c.err != nil {
			return i, c.err
		}
		c.cells = appendCells(append(c.cells[:0], c.extra...), &rows[i])
		c.err = c.w.Write(c.cells)
	}
	return len(rows), c.err
}

func (c *csvWriter[T]) Close() error {
	c.w.Flush()
	if c.err == nil {
		c.err = c.w.Error()
	}
	return c.err
}

// ReadCSV reads a table of separated values. Columns are known by name, in
// any order; a column that the table of T does not have is passed over, and
// one that is missing stays empty, but for the first, the id. A fault names
// the line.
func ReadCSV[T Row](r io.Reader, comma rune, yield func(*T) error) error {
	in := csv.NewReader(r)
	in.Comma, in.ReuseRecord = comma, true
	head, err := in.Read()
	if errors.Is(err, io.EOF) {
		return errors.New("no line of column names")
	}
	if err != nil {
		return err
	}
	head = slices.Clone(head)
	known := Columns[T]()
	fields := make([]int, len(head))
	found := false
	for i, name := range head {
		fields[i] = slices.IndexFunc(known, func(c Column) bool { return c.Name == name })
		found = found || fields[i] == 0
	}
	if !found {
		return fmt.Errorf("no column %q: this is not a table of Readout's", known[0].Name)
	}
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var row T
		v := reflect.ValueOf(&row).Elem()
		for i, s := range cells {
			if fields[i] < 0 {
				continue
			}
			if err := setCell(v.Field(fields[i]), s); err != nil {
				line, _ := in.FieldPos(i)
				return fmt.Errorf("line %d, column %s: %w", line, head[i], err)
			}
		}
		if err := yield(&row); err != nil {
			return err
		}
	}
}
