// Package review looks at what runs came to: samples to judge, counts, and
// what changed between two runs of one corpus.
package review

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"readout/internal/corpus"
	"readout/record"
	"readout/record/table"
	"readout/store"
)

// Events reads the rows of events of a run: of its records (.jsonl), or of its
// table of events (.csv, .tsv, .parquet), packed or not, or
// of its database.
func Events(path string, yield func(*table.Event) error) error {
	return rows(path, yield, (*store.Store).EachEvent, func(f *table.Flattener, r *record.Record) error {
		for i := range r.Events {
			row := f.Event(i)
			if err := yield(&row); err != nil {
				return err
			}
		}
		return nil
	})
}

// Statements reads the rows of statements of a run.
func Statements(path string, yield func(*table.Statement) error) error {
	return rows(path, yield, (*store.Store).EachStatement, func(f *table.Flattener, r *record.Record) error {
		for i := range r.Statements {
			row := f.Statement(i)
			if err := yield(&row); err != nil {
				return err
			}
		}
		return nil
	})
}

// Records reads the records of a run, which must have been written as such.
func Records(path string, yield func(*record.Record) error) error {
	t, err := corpus.ParseTarget(path, "")
	if err != nil {
		return err
	}
	switch t.Form {
	case "jsonl":
	case "db", "server":
		return database(path, func(ctx context.Context, s *store.Store) error { return s.EachRecord(ctx, yield) })
	default:
		return fmt.Errorf("%s holds no whole records: give the .jsonl or .db of a run", path)
	}
	return unpacked(t, func(in io.Reader) error { return records(in, yield) })
}

func records(in io.Reader, yield func(*record.Record) error) error {
	n := 0
	return record.Read(in, func(r *record.Record) error {
		n++
		if err := r.Check(); err != nil {
			return fmt.Errorf("record %d: %w", n, err)
		}
		return yield(r)
	})
}

// rows reads a file by the form that its name tells: a database with query, or
// records, of which split makes rows.
func rows[T table.Row](path string, yield func(*T) error, query func(*store.Store, context.Context, func(*T) error) error,
	split func(*table.Flattener, *record.Record) error) error {
	t, err := corpus.ParseTarget(path, "")
	if err != nil {
		return err
	}
	switch t.Form {
	case "jsonl":
		return unpacked(t, func(in io.Reader) error {
			return records(in, func(r *record.Record) error {
				f := table.Flattener{DuplicateOf: r.Article.DuplicateOf}
				f.Load(r)
				return split(&f, r)
			})
		})
	case "csv":
		return unpacked(t, func(in io.Reader) error { return table.ReadCSV(in, ',', yield) })
	case "tsv":
		return unpacked(t, func(in io.Reader) error { return table.ReadCSV(in, '\t', yield) })
	case "parquet":
		return parquet(path, yield)
	case "db", "server":
		return database(path, func(ctx context.Context, s *store.Store) error { return query(s, ctx, yield) })
	}
	return fmt.Errorf("%s: %s leaves out too much to be read back: give the .jsonl, .csv, .tsv, .parquet or .db of the run", path, t.Form)
}

// database opens a database that is there and reads it.
func database(path string, read func(context.Context, *store.Store) error) error {
	if _, err := os.Stat(path); err != nil && !store.Remote(path) { // opening it would make it
		return err
	}
	ctx := context.Background()
	s, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	return named(store.Shown(path), errors.Join(read(ctx, s), s.Close()))
}

func parquet[T table.Row](path string, yield func(*T) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	return named(path, table.ReadParquet(f, info.Size(), yield))
}

// unpacked opens a file and gives its bytes, unpacked, to read.
func unpacked(t corpus.Target, read func(io.Reader) error) error {
	f, err := os.Open(t.Path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := io.Reader(bufio.NewReaderSize(f, 64<<10))
	switch t.Pack {
	case "gz":
		z, err := gzip.NewReader(in)
		if err != nil {
			return named(t.Path, err)
		}
		in = z
	case "zst":
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return named(t.Path, err)
		}
		defer z.Close()
		in = z
	}
	return named(t.Path, read(in))
}

// errEnough ends a reading before its end.
// Holds tells what a run's file is to be read for when nobody says:
// corpus.Statements of a table of statements, corpus.Events of all else.
func Holds(path string) string {
	switch t, err := corpus.ParseTarget(path, ""); {
	case err != nil:
	case t.Form == "csv", t.Form == "tsv", t.Form == "parquet":
		if err := Statements(path, func(*table.Statement) error { return errEnough }); err == nil || errors.Is(err, errEnough) {
			return corpus.Statements
		}
	}
	return corpus.Events
}

var errEnough = errors.New("enough")

func named(path string, err error) error {
	if err == nil || errors.Is(err, errEnough) {
		return err
	}
	return fmt.Errorf("%s: %w", path, err)
}
