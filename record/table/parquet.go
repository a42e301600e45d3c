package table

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// groupRows is the number of rows in a row group. Writing holds one group in
// memory.
const groupRows = 16 << 10

// NewParquet returns a writer of Parquet with zstd compression. The pairs of
// meta, name after value, go into the file's own metadata.
func NewParquet[T Row](w io.Writer, meta ...string) Writer[T] {
	opts := []parquet.WriterOption{
		parquet.Compression(&parquet.Zstd), parquet.MaxRowsPerRowGroup(groupRows), parquet.CreatedBy("readout", "1", "0"),
		parquet.DataPageStatistics(true),
	}
	for i := 0; i+1 < len(meta); i += 2 {
		opts = append(opts, parquet.KeyValueMetadata(meta[i], meta[i+1]))
	}
	return &parquetWriter[T]{parquet.NewGenericWriter[T](w, opts...)}
}

type parquetWriter[T Row] struct{ w *parquet.GenericWriter[T] }

func (p *parquetWriter[T]) Write(rows []T) (int, error) { return p.w.Write(rows) }

func (p *parquetWriter[T]) Close() error { return p.w.Close() }

// ReadParquet reads a table from a Parquet file of so many bytes. A damaged
// file gives an error.
func ReadParquet[T Row](r io.ReaderAt, size int64, yield func(*T) error) (err error) {
	defer func() {
		// The library panics on some damaged files.
		if p := recover(); p != nil {
			err = fmt.Errorf("damaged Parquet: %v", p)
		}
	}()
	f, err := parquet.OpenFile(r, size)
	if err != nil {
		return err
	}
	id := Columns[T]()[0].Name
	if !slices.ContainsFunc(f.Schema().Columns(), func(path []string) bool { return len(path) == 1 && path[0] == id }) {
		return fmt.Errorf("no column %q: this is not a table of Readout's", id)
	}
	in := parquet.NewGenericReader[T](f)
	defer in.Close()
	rows := make([]T, 256)
	for {
		clear(rows)
		n, err := in.Read(rows)
		for i := range rows[:n] {
			row := rows[i]
			if err := yield(&row); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if n == 0 {
			return io.ErrUnexpectedEOF
		}
	}
}
