// Package parquet reads named columns of Parquet tables as strings, row by
// row: a page of each column is in memory at a time, and columns that are not
// asked for are not read. What is wrong in one row group does not keep the
// others from being read. The work is done by parquet-go, which panics on some
// files that are broken, and believes the sizes that a table names: all calls
// into it are guarded, and what it is to read is looked through before.
package parquet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	pq "github.com/parquet-go/parquet-go"
)

// Faults; they come wrapped.
var (
	// ErrTruncated reports a table without its footer: the end is missing.
	ErrTruncated = errors.New("the table is cut off")
	// ErrBroken reports a table that breaks the rules of the format.
	ErrBroken = errors.New("broken table")
	// ErrTooLarge reports a row or a page that is larger than the limit.
	ErrTooLarge = errors.New("too large")
	// ErrUnsupported reports a way of packing that cannot be read.
	ErrUnsupported = errors.New("cannot be read here")
)

// Magic begins and ends every table.
const Magic = "PAR1"

// maxFooter bounds the description of a table, in bytes.
const maxFooter = 64 << 20

// A File is a table that was opened.
type File struct {
	in     io.ReaderAt
	size   int64
	file   *pq.File
	groups []pq.RowGroup
	leaves []leaf
}

// A leaf is a column that holds values.
type leaf struct {
	name  string
	index int
	width int // bytes that a value takes, without its text
	write func([]byte, pq.Value) []byte
}

// Open reads the description of a table of size bytes.
func Open(r io.ReaderAt, size int64) (f *File, err error) {
	if err := checkEnds(r, size); err != nil {
		return nil, err
	}
	err = guard(func() error {
		file, err := pq.OpenFile(r, size, pq.SkipBloomFilters(true), pq.SkipPageIndex(true))
		if err != nil {
			return fmt.Errorf("%w: %w", ErrBroken, err)
		}
		f = &File{in: r, size: size, file: file, groups: file.RowGroups()}
		for _, c := range file.Root().Columns() {
			f.addLeaves(c, nil, 0)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return f, nil
}

// checkEnds looks at what parquet-go believes: the mark at both ends, the
// length of the description and the lengths inside it.
func checkEnds(r io.ReaderAt, size int64) error {
	var head, tail [8]byte
	if size < 12 {
		return fmt.Errorf("%w: only %d bytes", ErrTruncated, size)
	}
	if _, err := r.ReadAt(head[:4], 0); err != nil {
		return err
	}
	if _, err := r.ReadAt(tail[:], size-8); err != nil && err != io.EOF {
		return err
	}
	switch mark := string(tail[4:]); {
	case string(head[:4]) == "PARE" || mark == "PARE":
		return fmt.Errorf("%w: it is encrypted", ErrBroken)
	case string(head[:4]) != Magic:
		return fmt.Errorf("%w: it does not begin with %s", ErrBroken, Magic)
	case mark != Magic:
		return fmt.Errorf("%w: it does not end with %s", ErrTruncated, Magic)
	}
	n := int64(binary.LittleEndian.Uint32(tail[:4]))
	if n > size-12 || n > maxFooter {
		return fmt.Errorf("%w: a description of %d bytes in a table of %d", ErrBroken, n, size)
	}
	return checkFooter(r, size, n)
}

// guard makes a panic of foreign code an error.
func guard(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", ErrBroken, p)
		}
	}()
	return do()
}

// maxColumnDepth bounds the columns inside each other.
const maxColumnDepth = 50

func (f *File) addLeaves(c *pq.Column, path []string, depth int) {
	path = append(path, c.Name())
	if c.Leaf() {
		f.leaves = append(f.leaves, leaf{columnName(path), c.Index(), width(c.Type()), writer(c.Type())})
		return
	}
	for _, inner := range c.Columns() {
		if depth < maxColumnDepth {
			f.addLeaves(inner, path, depth+1)
		}
	}
}

// width returns the bytes that a value takes beside its text, 8 at least.
func width(t pq.Type) int {
	if t.Kind() == pq.FixedLenByteArray {
		return max(8, t.Length())
	}
	return 8
}

// columnName joins a path by dots, without the levels that lists add.
func columnName(path []string) string {
	for _, list := range [][2]string{{"list", "element"}, {"list", "item"}, {"bag", "array_element"}} {
		if n := len(path); n > 2 && path[n-2] == list[0] && path[n-1] == list[1] {
			path = path[:n-2]
		}
	}
	return strings.Join(path, ".")
}

// Columns names the columns that hold values; those inside others with a dot.
func (f *File) Columns() []string {
	names := make([]string, len(f.leaves))
	for i, l := range f.leaves {
		names[i] = l.name
	}
	return names
}

// NumRows returns the number of rows as the table's description has it.
func (f *File) NumRows() int64 {
	n := int64(0)
	for _, g := range f.groups {
		n += max(0, g.NumRows())
	}
	return n
}
