// Package store keeps records in a SQLite database: articles, events,
// statements and entities as tables to query, and each record as a whole.
package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"readout/record"
	"readout/record/table"
)

// A Store is an open database. It is safe for concurrent use; writers wait for
// each other.
type Store struct {
	db         *sql.DB
	events     string // INSERT of a row
	statements string
}

// Open opens a database, makes it when it is not there, and brings it up to
// the newest schema.
func Open(ctx context.Context, path string) (*Store, error) {
	// Transactions take the write lock when they begin: one that reads first and
	// writes later could be refused half way.
	q := url.Values{"_txlock": {"immediate"}, "_pragma": {"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(NORMAL)", "foreign_keys(ON)"}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+q.Encode())
	if err != nil {
		return nil, err
	}
	s := &Store{db: db, events: insert[table.Event]("events"), statements: insert[table.Statement]("statements")}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), db.Close())
	}
	return s, nil
}

// Close folds the write-ahead log into the database, which is one file then.
func (s *Store) Close() error {
	_, err := s.db.Exec("PRAGMA journal_mode = DELETE")
	return errors.Join(err, s.db.Close())
}

// Put writes records, all or none. A record replaces the one of the same
// article, if there is one.
func (s *Store) Put(ctx context.Context, batch []Coded) (err error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, tx.Rollback())
		}
	}()
	p := putting{ctx: ctx, tx: tx, prepared: map[string]*sql.Stmt{}}
	for i := range batch {
		if err := p.put(s, &batch[i]); err != nil {
			return fmt.Errorf("article %s: %w", batch[i].Record.Article.ID, err)
		}
	}
	return tx.Commit()
}

// putting is one transaction that writes.
type putting struct {
	ctx      context.Context
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
}

func (p *putting) exec(query string, args ...any) error {
	stmt := p.prepared[query]
	if stmt == nil {
		var err error
		if stmt, err = p.tx.PrepareContext(p.ctx, query); err != nil {
			return err
		}
		p.prepared[query] = stmt
	}
	_, err := stmt.ExecContext(p.ctx, args...)
	return err
}

func (p *putting) put(s *Store, c *Coded) error {
	a := &c.Record.Article
	if err := p.exec("DELETE FROM articles WHERE article_id = ?", a.ID); err != nil { // and what hangs on it
		return err
	}
	if err := p.exec("INSERT INTO articles (article_id, url, title, byline, publisher, published, language, duplicate_of, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		a.ID, null(a.URL), null(a.Title), null(a.Byline), null(a.Publisher), null(a.Published), null(a.Language), null(a.DuplicateOf),
		string(bytes.TrimSpace(c.Line))); err != nil {
		return err
	}
	for i := range c.Record.Entities {
		e := &c.Record.Entities[i]
		wiki := ""
		if e.Ref != nil {
			wiki = e.Ref.Wikidata
		}
		if err := p.exec("INSERT INTO entities (entity_id, article_id, name, kind, country, sectors, office, wikidata, mentions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			a.ID+"/"+e.ID, a.ID, e.Name, e.Kind, null(e.Country), null(strings.Join(e.Sectors, "+")), null(e.Office), null(wiki), len(e.Mentions)); err != nil {
			return err
		}
	}
	for i := range c.Events {
		c.Events[i].ArticleID = a.ID
		if err := p.exec(s.events, table.Values(&c.Events[i])...); err != nil {
			return err
		}
	}
	for i := range c.Statements {
		c.Statements[i].ArticleID = a.ID
		if err := p.exec(s.statements, table.Values(&c.Statements[i])...); err != nil {
			return err
		}
	}
	return nil
}

func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// insert is the statement that inserts a row of a table.
func insert[T table.Row](name string) string {
	cols := table.Columns[T]()
	return fmt.Sprintf("INSERT OR REPLACE INTO %s (%s) VALUES (?%s)", name, strings.Join(names(cols), ", "), strings.Repeat(", ?", len(cols)-1))
}

func names(cols []table.Column) []string {
	out := make([]string, len(cols))
	for i, c := range cols {
		out[i] = c.Name
	}
	return out
}

// EachEvent reads all events in the order in which they were put.
func (s *Store) EachEvent(ctx context.Context, yield func(*table.Event) error) error {
	return rows(ctx, s, "events", yield)
}

// EachStatement reads all statements in the order in which they were put.
func (s *Store) EachStatement(ctx context.Context, yield func(*table.Statement) error) error {
	return rows(ctx, s, "statements", yield)
}

func rows[T table.Row](ctx context.Context, s *Store, name string, yield func(*T) error) error {
	cols := table.Columns[T]()
	rs, err := s.db.QueryContext(ctx, fmt.Sprintf("SELECT %s FROM %s ORDER BY rowid", strings.Join(names(cols), ", "), name))
	if err != nil {
		return err
	}
	defer rs.Close()
	cells, into := make([]sql.NullString, len(cols)), make([]any, len(cols))
	for i := range cells {
		into[i] = &cells[i]
	}
	text := make([]string, len(cols))
	for rs.Next() {
		if err := rs.Scan(into...); err != nil {
			return err
		}
		for i, c := range cells {
			text[i] = c.String
		}
		row, err := table.FromCells[T](text)
		if err != nil {
			return err
		}
		if err := yield(row); err != nil {
			return err
		}
	}
	return rs.Err()
}

// EachRecord reads all records in the order in which they were put.
func (s *Store) EachRecord(ctx context.Context, yield func(*record.Record) error) error {
	rs, err := s.db.QueryContext(ctx, "SELECT record FROM articles ORDER BY rowid")
	if err != nil {
		return err
	}
	defer rs.Close()
	for rs.Next() {
		var line string
		if err := rs.Scan(&line); err != nil {
			return err
		}
		if err := record.Read(strings.NewReader(line), yield); err != nil {
			return err
		}
	}
	return rs.Err()
}
