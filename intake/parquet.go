package intake

import (
	"io"
	"os"
	"strings"

	"readout/article"
	"readout/intake/parquet"
)

// rows is a Parquet table with named columns: one article a row.
type rows struct {
	r       *Reader
	file    *parquet.File
	rows    *parquet.Rows
	columns []int // those that are read
	at      []int // for each part, the index of its column in columns
}

// maxSpool bounds what is put into a temporary file of a table that cannot be
// read in any order: one that is packed, or comes through a pipe.
const maxSpool = 64 << 30

func (r *Reader) parquet() (itemSource, error) {
	at, size, err := r.randomAccess()
	if err != nil {
		return nil, err
	}
	file, err := parquet.Open(at, size)
	if err != nil {
		return nil, classed(err)
	}
	names := file.Columns()
	found, ok, err := r.opts.Columns.find(names)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, noText(names)
	}
	t := &rows{r: r, file: file, at: make([]int, len(found))}
	for k, c := range found {
		if t.at[k] = -1; c >= 0 {
			t.at[k] = len(t.columns)
			t.columns = append(t.columns, c)
		}
	}
	t.rows = file.Rows(t.columns, 0, r.opts.MaxBytes)
	r.closers = append(r.closers, closerFunc(func() { t.rows.Close() }))
	return t, nil
}

// randomAccess returns the input as something that can be read at any place.
func (r *Reader) randomAccess() (io.ReaderAt, int64, error) {
	if at, ok := r.stored.(io.ReaderAt); ok {
		size, err := r.stored.Seek(0, io.SeekEnd)
		return at, size, err
	}
	f, err := os.CreateTemp("", "readout-*.parquet")
	if err != nil {
		return nil, 0, err
	}
	r.closers = append(r.closers, closerFunc(func() {
		f.Close()
		os.Remove(f.Name())
	}))
	n, err := io.Copy(f, io.LimitReader(r.in, maxSpool+1))
	if err == nil && n > maxSpool {
		err = tooLarge(maxSpool)
	}
	return f, n, err
}

func (t *rows) next(make bool) (*article.Article, error) {
	t.r.count = t.rows.Row()
	values, err := t.rows.Next()
	if err == io.EOF {
		return nil, err
	}
	t.r.begin(0, 0)
	if err != nil {
		return nil, t.r.fault(classed(err))
	}
	if !make {
		return nil, nil
	}
	a, err := t.r.read(t.r.opts.Columns.row(t.at, func(c int) given { return given{s: strings.ToValidUTF8(values[c], "\uFFFD")} }))
	if err != nil {
		return nil, t.r.fault(err)
	}
	return a, nil
}

// seek moves to the row at a position.
func (t *rows) seek(p Position) error {
	t.rows.Close()
	t.rows = t.file.Rows(t.columns, p.Record-1, t.r.opts.MaxBytes)
	t.r.count = p.Record - 1
	return nil
}
