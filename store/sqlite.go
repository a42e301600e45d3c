package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	driver "modernc.org/sqlite" // known to database/sql as "sqlite"

	"readout/record/table"
)

// A dialect is what SQLite and PostgreSQL do not have alike.
type dialect interface {
	// open opens the database of an address.
	open(address string) (*sql.DB, error)
	// ddl writes a schema, in which types stand in braces.
	ddl(schema string) string
	// steps bring a database to the newest schema.
	steps() []step
	// version reads the number of steps that the database has behind it, 0 when
	// it is empty, and setVersion writes it.
	version(ctx context.Context, db rowAsker) (int, error)
	setVersion(ctx context.Context, tx *sql.Tx, n int) error
	// rebind writes a query with ? for its arguments as the database wants it.
	rebind(query string) string
	// clean makes arguments such that the database takes them. It may change
	// the slice.
	clean(args []any) []any
	// lock has writers wait for each other.
	lock(ctx context.Context, tx *sql.Tx) error
	// match is the condition on the index i of a kind, with its arguments.
	match(k Kind, q *asked) (cond string, args []any)
	// insertIndex writes the words and terms of a row.
	insertIndex(k Kind) string
	indexed(words string, terms []int64) (wordsArg, termsArg any)
	// close folds what lies beside the database into it.
	close(db *sql.DB) error
}

// rowAsker is a database or a transaction.
type rowAsker interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

type sqlite struct{}

func (sqlite) open(path string) (*sql.DB, error) {
	// Transactions take the write lock when they begin: one that reads first and
	// writes later could be refused half way.
	q := url.Values{"_txlock": {"immediate"}, "_pragma": {"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(NORMAL)", "foreign_keys(ON)", "cache_size(-16384)"}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+q.Encode())
	if err == nil {
		// A connection holds what it has read; to open one anew costs more than a query.
		db.SetMaxIdleConns(mostIdle)
	}
	return db, err
}

func (sqlite) close(db *sql.DB) error {
	ctx := context.Background()
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if _, err := c.ExecContext(ctx, "PRAGMA busy_timeout = 0"); err != nil {
		return err
	}
	_, err = c.ExecContext(ctx, "PRAGMA journal_mode = DELETE")
	var fault *driver.Error
	if errors.As(err, &fault) && fault.Code()&0xff == busy {
		return nil // others use the database: the last of them folds the log
	}
	return err
}

// mostIdle is how many connections are kept for later.
const mostIdle = 16

// busy is SQLite's code for a database that others use.
const busy = 5

func (sqlite) ddl(schema string) string {
	for _, k := range []Kind{Events, Statements, Articles, Entities} {
		// The index holds no text of its own: words are in the form of words.go,
		// terms are numbers.
		schema = strings.Replace(schema, "{index "+string(k)+"}",
			fmt.Sprintf("CREATE VIRTUAL TABLE %s_index USING fts5 (words, terms, content='', contentless_delete=1, tokenize='ascii');", k), 1)
	}
	return strings.NewReplacer("{serial}", "INTEGER PRIMARY KEY AUTOINCREMENT", "{int}", "INTEGER", "{real}", "REAL", "{bool}", "INTEGER", "{blob}", "BLOB",
		"{c}", "", "{without}", " WITHOUT ROWID").Replace(schema)
}

func (sqlite) steps() []step {
	return []step{
		{schema: first + create[table.Event]("events") + "\nCREATE INDEX events_article ON events (article_id);\nCREATE INDEX events_day ON events (day, type);\n" +
			create[table.Statement]("statements") + "\nCREATE INDEX statements_article ON statements (article_id);\nCREATE INDEX statements_speaker ON statements (speaker);"},
		{schema: desk},
		{schema: `DROP INDEX articles_published; DROP INDEX entities_article; DROP INDEX entities_name; DROP TABLE entities;
DROP INDEX events_article; DROP INDEX events_day; DROP INDEX statements_article; DROP INDEX statements_speaker;
ALTER TABLE events RENAME TO old_events; ALTER TABLE statements RENAME TO old_statements; ALTER TABLE articles RENAME TO old_articles;
` + rows(), then: moveRows},
		{schema: withinStep, then: fillWithin},
		{schema: coSpeakersStep},
	}
}

func (sqlite) version(ctx context.Context, tx rowAsker) (int, error) {
	var version, others int
	err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	if err == nil && version == 0 {
		if err = tx.QueryRowContext(ctx, "SELECT COUNT(*) FROM sqlite_schema").Scan(&others); err == nil && others > 0 {
			err = errForeign
		}
	}
	return version, err
}

func (sqlite) setVersion(ctx context.Context, tx *sql.Tx, n int) error {
	_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", n))
	return err
}

func (sqlite) rebind(query string) string { return query }
func (sqlite) clean(args []any) []any     { return args }

func (sqlite) lock(context.Context, *sql.Tx) error { return nil }
func (sqlite) insertIndex(k Kind) string {
	return "INSERT INTO " + string(k) + "_index (rowid, words, terms) VALUES (?, ?, ?)"
}
func (sqlite) indexed(words string, terms []int64) (any, any) {
	b := []byte(everyRow)
	for _, id := range terms {
		b = strconv.AppendInt(append(b, ' '), id, 10)
	}
	return words, string(b)
}

// everyRow is a term of every row, from which others can be taken away.
const everyRow = "0"

func (sqlite) match(k Kind, q *asked) (string, []any) {
	var parts, not []string
	for _, g := range q.terms {
		ids := make([]string, len(g))
		for i, id := range g {
			ids[i] = `"` + strconv.FormatInt(id, 10) + `"`
		}
		parts = append(parts, "terms : ("+strings.Join(ids, " OR ")+")")
	}
	for _, g := range q.words {
		alternatives := make([]string, len(g))
		for i, t := range g {
			alternatives[i] = `"` + strings.Join(t.words, " ") + `"`
			if t.prefix {
				alternatives[i] += " *"
			}
		}
		if part := "words : (" + strings.Join(alternatives, " OR ") + ")"; g[0].not {
			not = append(not, part)
		} else {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 && len(not) > 0 {
		parts = []string{`terms : "` + everyRow + `"`}
	}
	if len(parts) == 0 {
		return "", nil
	}
	m := strings.Join(parts, " AND ")
	if len(not) > 0 {
		m = "(" + m + ") NOT (" + strings.Join(not, " OR ") + ")"
	}
	return string(k) + "_index MATCH ?", []any{m}
}
