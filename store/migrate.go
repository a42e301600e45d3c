package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"readout/record"
	"readout/record/table"
)

// A step brings a database from one version to the next. Steps stay as they
// are once they are released; changes are added behind.
type step struct {
	schema string
	then   func(p *putting) error // after the schema, in the same transaction; may be nil
}

var errForeign = errors.New("the database is not Readout's")

// migrate brings the database up to the newest schema. Several programs may do
// it at one time: each step is a transaction that looks again.
func (s *Store) migrate(ctx context.Context) error {
	if n, err := s.d.version(ctx, s.db); err == nil && n == len(s.d.steps()) {
		return nil // nobody is kept from writing
	}
	for {
		done, err := s.step(ctx)
		if done || err != nil {
			return err
		}
	}
}

func (s *Store) step(ctx context.Context) (done bool, err error) {
	steps := s.d.steps()
	err = s.write(ctx, func(p *putting) error {
		version, err := s.d.version(ctx, p.tx)
		if err != nil {
			return err
		}
		switch {
		case version == len(steps):
			done = true
			return nil
		case version > len(steps):
			return fmt.Errorf("the database is of a newer Readout (schema %d, this one knows %d)", version, len(steps))
		}
		if _, err := p.tx.ExecContext(ctx, s.d.ddl(steps[version].schema)); err != nil {
			return err
		}
		if then := steps[version].then; then != nil {
			if err := then(p); err != nil {
				return err
			}
		}
		return s.d.setVersion(ctx, p.tx, version+1)
	})
	return done, err
}

// moveRows fills the tables of rows from those of the first schema, which it
// takes away.
func moveRows(p *putting) error {
	var ids []string
	if err := p.each("SELECT article_id FROM old_articles ORDER BY rowid", nil, func(rs *sql.Rows) error {
		var id string
		err := rs.Scan(&id)
		ids = append(ids, id)
		return err
	}); err != nil {
		return err
	}
	for _, id := range ids {
		var line string
		if err := p.row("SELECT record FROM old_articles WHERE article_id = ?", id).Scan(&line); err != nil {
			return err
		}
		c := Coded{Line: []byte(line)}
		if err := record.Read(strings.NewReader(line), func(r *record.Record) error { c.Record = r; return nil }); err != nil {
			return fmt.Errorf("article %s: %w", id, err)
		}
		var err error
		if c.Events, err = rowsOf[table.Event](p, "old_events", id); err != nil {
			return err
		}
		if c.Statements, err = rowsOf[table.Statement](p, "old_statements", id); err != nil {
			return err
		}
		if err := p.put(&c); err != nil {
			return fmt.Errorf("article %s: %w", id, err)
		}
	}
	for _, name := range []string{"old_events", "old_statements", "old_articles"} {
		if _, err := p.tx.ExecContext(p.ctx, "DROP TABLE "+name); err != nil {
			return err
		}
	}
	return nil
}

func rowsOf[T table.Row](p *putting, name, article string) ([]T, error) {
	cols := names(table.Columns[T]())
	var out []T
	err := p.each("SELECT "+strings.Join(cols, ", ")+" FROM "+name+" WHERE article_id = ? ORDER BY rowid", []any{article}, func(rs *sql.Rows) error {
		row, _, err := scanRow[T](rs, len(cols), 0)
		if err == nil {
			out = append(out, *row)
		}
		return err
	})
	return out, err
}
