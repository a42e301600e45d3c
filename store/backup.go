package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// Backup writes a copy of the store to a file that is not there yet, as the
// store is at one moment, while others read and write. The copy is an SQLite
// store, whatever this one is. Access to the API is not in the copy of a server.
func (s *Store) Backup(ctx context.Context, path string) (err error) {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already", path)
	}
	if _, ok := s.d.(sqlite); ok {
		_, err := s.db.ExecContext(ctx, "VACUUM INTO ?", path)
		return err
	}
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback() // it changed nothing
	ask := func(query string, args []any, yield func(*sql.Rows) error) error {
		rs, err := tx.QueryContext(ctx, s.d.rebind(query), s.d.clean(args)...)
		if err != nil {
			return err
		}
		return eachRow(rs, yield)
	}
	to, err := Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() {
		if err = errors.Join(err, to.Close()); err != nil {
			err = errors.Join(err, os.Remove(path)) // half a copy is none
		}
	}()
	for _, table := range []struct{ name, columns string }{
		{"judgements", "id, event_id, article_id, verdict, who, at, why, fields, type, trigger, trigger_start, trigger_end, sentence, engine"},
		{"sources", "id, url, title, publisher, every, follow, paused, fetched, worked, error, failures, articles, etag, modified"},
		{"searches", "id, name, kind, filter, owner, created"},
		{"channels", "id, search, form, address, secret, every, token, sent, failures, error, next, disabled"},
	} {
		if err := copyTable(ask, to, table.name, table.columns); err != nil {
			return err
		}
	}
	var batch []Coded
	if err := eachCoded(ask, func(c Coded) error {
		if batch = append(batch, c); len(batch) < perDelete {
			return nil
		}
		err := to.Put(ctx, batch)
		batch = batch[:0]
		return err
	}); err != nil {
		return err
	}
	return to.Put(ctx, batch)
}

// copyTable copies the rows of a small table into a store that has none.
func copyTable(ask asker, to *Store, name, columns string) error {
	n := strings.Count(columns, ",") + 1
	var rows [][]any
	if err := ask("SELECT "+columns+" FROM "+name+" ORDER BY id", nil, func(rs *sql.Rows) error {
		cells, into := make([]any, n), make([]any, n)
		for i := range cells {
			into[i] = &cells[i]
		}
		err := rs.Scan(into...)
		rows = append(rows, cells)
		return err
	}); err != nil {
		return err
	}
	return to.write(context.Background(), func(p *putting) error {
		for _, cells := range rows {
			if err := p.exec("INSERT INTO "+name+" ("+columns+") VALUES ("+marks(n)+")", cells...); err != nil {
				return err
			}
		}
		return nil
	})
}

// EachCoded gives all articles to yield as they were put, in that order.
func (s *Store) EachCoded(ctx context.Context, yield func(Coded) error) error {
	return eachCoded(s.within(ctx), yield)
}

func eachCoded(ask asker, yield func(Coded) error) error {
	after := int64(-1)
	for {
		var ids []string
		if err := ask(fmt.Sprintf("SELECT article_id, added FROM articles WHERE added > ? ORDER BY added LIMIT %d", perDelete), []any{after}, func(rs *sql.Rows) error {
			var id string
			err := rs.Scan(&id, &after)
			ids = append(ids, id)
			return err
		}); err != nil || len(ids) == 0 {
			return err
		}
		for _, id := range ids {
			c, err := coded(ask, id)
			if errors.Is(err, ErrNotFound) { // deleted meanwhile
				continue
			}
			if err == nil {
				err = yield(*c)
			}
			if err != nil {
				return err
			}
		}
	}
}

// Holding is what a store holds.
type Holding struct {
	Articles, Events, Statements, Entities, Judgements, Sources, Searches int
	First, Last                                                           string // days of publication
}

// Holds counts what the store holds.
func (s *Store) Holds(ctx context.Context) (h Holding, err error) {
	if err := s.each(ctx, "SELECT kind, SUM(n), MIN(CASE WHEN day > 0 THEN day END), MAX(day) FROM days GROUP BY kind", nil, func(rs *sql.Rows) error {
		var kind string
		var n int
		var first, last sql.NullInt64
		if err := rs.Scan(&kind, &n, &first, &last); err != nil {
			return err
		}
		switch Kind(kind) {
		case Events:
			h.Events = n
		case Statements:
			h.Statements = n
		case Articles:
			h.Articles, h.First, h.Last = n, dayOf(first.Int64<<dayShift), dayOf(last.Int64<<dayShift)
		}
		return nil
	}); err != nil {
		return h, err
	}
	for _, c := range []struct {
		from string
		into *int
	}{{"entities WHERE named", &h.Entities}, {"judgements", &h.Judgements}, {"sources", &h.Sources}, {"searches", &h.Searches}} {
		if err := s.row(ctx, "SELECT COUNT(*) FROM "+c.from).Scan(c.into); err != nil {
			return h, err
		}
	}
	return h, nil
}
