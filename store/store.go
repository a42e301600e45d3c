// Package store keeps records in a database, SQLite or PostgreSQL: articles,
// events, statements and entities as tables to query, each record as a whole,
// and beside them what people add. It is asked by filters (see Filter).
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"

	"readout/record"
	"readout/record/table"
)

// ErrNotFound says that the store has nothing of that id or key.
var ErrNotFound = errors.New("not found")

// A Store is an open database. It is safe for concurrent use; writers wait for
// each other.
type Store struct {
	db   *sql.DB
	d    dialect
	memo memo

	mu    sync.Mutex // held while writing, and for what stands below
	terms map[string]int64
	epoch int64 // of the terms
}

// Open opens the database of an address, makes it when it is not there, and
// brings it up to the newest schema. An address is a path, of an SQLite
// database, or a URL as in postgres://user@host/news.
func Open(ctx context.Context, address string) (*Store, error) {
	s := &Store{d: sqlite{}, terms: map[string]int64{}}
	if Remote(address) {
		s.d = postgres{}
	}
	var err error
	if s.db, err = s.d.open(address); err != nil {
		return nil, fmt.Errorf("%s: %w", Shown(address), err)
	}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", Shown(address), err), s.db.Close())
	}
	return s, nil
}

// Remote reports whether an address is that of a server, not a path.
func Remote(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}

// Shown is an address without its password.
func Shown(address string) string {
	if u, err := url.Parse(address); err == nil && Remote(address) {
		return u.Redacted()
	}
	if Remote(address) {
		return "the PostgreSQL address"
	}
	return address
}

// Close folds the write-ahead log into the database, which is one file then.
func (s *Store) Close() error { return errors.Join(s.d.close(s.db), s.db.Close()) }

// query asks; the rows are to be closed.
func (s *Store) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, s.d.rebind(query), s.d.clean(args)...)
}

func (s *Store) row(ctx context.Context, query string, args ...any) *sql.Row {
	return s.db.QueryRowContext(ctx, s.d.rebind(query), s.d.clean(args)...)
}

// each gives the rows of a query to yield.
func (s *Store) each(ctx context.Context, query string, args []any, yield func(*sql.Rows) error) error {
	rs, err := s.query(ctx, query, args...)
	if err != nil {
		return err
	}
	return eachRow(rs, yield)
}

// collect appends the one column of each row to out.
func collect[T any](out *[]T) func(*sql.Rows) error {
	return func(rs *sql.Rows) error {
		var v T
		err := rs.Scan(&v)
		*out = append(*out, v)
		return err
	}
}

func eachRow(rs *sql.Rows, yield func(*sql.Rows) error) error {
	defer rs.Close()
	for rs.Next() {
		if err := yield(rs); err != nil {
			return err
		}
	}
	return rs.Err()
}

// change executes a statement of its own and counts it as a change.
func (s *Store) change(ctx context.Context, query string, args ...any) (sql.Result, error) {
	var r sql.Result
	err := s.write(ctx, func(p *putting) (err error) {
		p.changed = true
		r, err = p.tx.ExecContext(ctx, s.d.rebind(query), s.d.clean(args)...)
		return err
	})
	return r, err
}

// insert executes an INSERT … RETURNING id.
func (s *Store) insert(ctx context.Context, id *int64, query string, args ...any) error {
	return s.write(ctx, func(p *putting) error {
		p.changed = true
		return p.row(query, args...).Scan(id)
	})
}

// Revision changes whenever what the store holds has changed.
func (s *Store) Revision(ctx context.Context) (n int64, err error) {
	err = s.row(ctx, "SELECT value FROM state WHERE name = 'revision'").Scan(&n)
	return n, err
}

// EachEvent reads all events in the order in which their articles were put.
func (s *Store) EachEvent(ctx context.Context, yield func(*table.Event) error) error {
	return eachOf(ctx, s, "events", yield)
}

// EachStatement reads all statements in the order in which their articles were put.
func (s *Store) EachStatement(ctx context.Context, yield func(*table.Statement) error) error {
	return eachOf(ctx, s, "statements", yield)
}

func eachOf[T table.Row](ctx context.Context, s *Store, name string, yield func(*T) error) error {
	cols := names(table.Columns[T]())
	return s.each(ctx, fmt.Sprintf("SELECT %s FROM %s ORDER BY added", strings.Join(cols, ", "), name), nil, func(rs *sql.Rows) error {
		row, _, err := scanRow[T](rs, len(cols), 0)
		if err != nil {
			return err
		}
		return yield(row)
	})
}

// scanRow reads the cells of a row, and more columns of text behind them.
func scanRow[T table.Row](rs *sql.Rows, columns, more int) (*T, []string, error) {
	cells, into := make([]sql.NullString, columns+more), make([]any, columns+more)
	for i := range cells {
		into[i] = &cells[i]
	}
	if err := rs.Scan(into...); err != nil {
		return nil, nil, err
	}
	text := make([]string, columns+more)
	for i, c := range cells {
		text[i] = c.String
	}
	row, err := table.FromCells[T](text[:columns])
	return row, text[columns:], err
}

func names(cols []table.Column) []string {
	out := make([]string, len(cols))
	for i, c := range cols {
		out[i] = c.Name
	}
	return out
}

// EachRecord reads all records in the order in which they were put.
func (s *Store) EachRecord(ctx context.Context, yield func(*record.Record) error) error {
	return s.each(ctx, "SELECT record FROM articles ORDER BY added", nil, func(rs *sql.Rows) error {
		var line string
		if err := rs.Scan(&line); err != nil {
			return err
		}
		return record.Read(strings.NewReader(line), yield)
	})
}
