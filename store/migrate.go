package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"readout/record"
	"readout/record/table"
)

// A step brings a database from one version to the next. Schemas stay as they
// are once they are released; changes are added behind.
type step struct {
	schema string
	then   func(p *putting) error // when the schema is the newest, in the same transaction; may be nil
}

var errForeign = errors.New("the database is not Readout's")

// migrate brings the database up to the newest schema, wholly or not at all.
// Several programs may do it at one time: the transaction looks again.
func (s *Store) migrate(ctx context.Context) error {
	steps := s.d.steps()
	if n, err := s.d.version(ctx, s.db); err == nil && n == len(steps) {
		return nil // nobody is kept from writing
	}
	return s.write(ctx, func(p *putting) error {
		version, err := s.d.version(ctx, p.tx)
		if err != nil {
			return err
		}
		if version > len(steps) {
			return fmt.Errorf("the database is of a newer Readout (schema %d, this one knows %d)", version, len(steps))
		}
		for _, x := range steps[version:] {
			if _, err := p.tx.ExecContext(ctx, s.d.ddl(x.schema)); err != nil {
				return err
			}
		}
		for _, x := range steps[version:] {
			if x.then == nil {
				continue
			}
			if err := x.then(p); err != nil {
				return err
			}
		}
		return s.d.setVersion(ctx, p.tx, len(steps))
	})
}

// moveRows fills the tables of rows from those of the first schema, which it
// takes away.
func moveRows(p *putting) error {
	var ids []string
	if err := p.each("SELECT article_id FROM old_articles ORDER BY rowid", nil, collect(&ids)); err != nil {
		return err
	}
	for _, id := range ids {
		var c Coded
		var err error
		if c.Record, c.Line, err = p.record("old_articles", id); err != nil {
			return err
		}
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

// record reads the record of an article, and the line that it is.
func (p *putting) record(from, id string) (r *record.Record, line []byte, err error) {
	if err := p.row("SELECT record FROM "+from+" WHERE article_id = ?", id).Scan(&line); err != nil {
		return nil, nil, err
	}
	if err := record.Read(bytes.NewReader(line), func(x *record.Record) error { r = x; return nil }); err != nil {
		return nil, nil, fmt.Errorf("article %s: %w", id, err)
	}
	return r, line, nil
}

func rowsOf[T table.Row](p *putting, name, article string) ([]T, error) {
	cols := names(table.Columns[T]())
	for i, c := range cols {
		if slices.Contains(laterColumns, c) {
			cols[i] = "NULL"
		}
	}
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

// fillWithin writes beside the statements that are there within which others
// they are reported, as their records tell.
func fillWithin(p *putting) error {
	var ids []string
	if err := p.each(`SELECT article_id FROM articles WHERE record LIKE '%"within":"%' ORDER BY added`, nil, collect(&ids)); err != nil {
		return err
	}
	for _, id := range ids {
		record, line, err := p.record("articles", id)
		if err != nil {
			return err
		}
		c, err := Code(record, line)
		if err != nil {
			return fmt.Errorf("article %s: %w", id, err)
		}
		r := c.reading()
		for i := range r.Statements {
			x := &r.Statements[i]
			if x.Within == "" {
				continue
			}
			if err := p.exec("UPDATE statements SET within = ?, reported_by = ?, reported_by_key = ? WHERE statement_id = ?",
				x.Within, x.ReportedBy, null(keyOf(x.Reporter)), x.ID); err != nil {
				return err
			}
		}
	}
	return nil
}
