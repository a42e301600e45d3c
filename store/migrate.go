package store

import (
	"context"
	"fmt"
	"strings"

	"readout/record/table"
)

// schema lists what brings a database from each version to the next. What is
// here stays as it is once released; changes are added behind. The version
// stands in the database as its user_version.
var schema = []string{
	`CREATE TABLE articles (
	article_id TEXT PRIMARY KEY, url TEXT, title TEXT, byline TEXT, publisher TEXT, published TEXT, language TEXT,
	duplicate_of TEXT, record TEXT NOT NULL);
CREATE INDEX articles_published ON articles (published);
CREATE TABLE entities (
	entity_id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE, name TEXT NOT NULL, kind TEXT NOT NULL,
	country TEXT, sectors TEXT, office TEXT, wikidata TEXT, mentions INTEGER NOT NULL);
CREATE INDEX entities_article ON entities (article_id);
CREATE INDEX entities_name ON entities (name);
` + create[table.Event]("events") + `
CREATE INDEX events_article ON events (article_id);
CREATE INDEX events_day ON events (day, type);
` + create[table.Statement]("statements") + `
CREATE INDEX statements_article ON statements (article_id);
CREATE INDEX statements_speaker ON statements (speaker);`,
	desk,
}

// desk is what people add: judgements, sources, saved searches, access. None
// of it hangs on an article. Times are seconds since 1970.
const desk = `CREATE TABLE judgements (
	id INTEGER PRIMARY KEY AUTOINCREMENT, event_id TEXT, article_id TEXT NOT NULL, verdict TEXT NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL, why TEXT NOT NULL,
	fields TEXT NOT NULL, type TEXT NOT NULL, trigger TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
	sentence TEXT NOT NULL, engine TEXT NOT NULL);
CREATE INDEX judgements_event ON judgements (event_id);
CREATE INDEX judgements_article ON judgements (article_id);
CREATE TABLE sources (
	id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE, title TEXT NOT NULL, publisher TEXT NOT NULL, every INTEGER NOT NULL, follow INTEGER NOT NULL,
	paused INTEGER NOT NULL, fetched INTEGER NOT NULL, worked INTEGER NOT NULL, error TEXT NOT NULL, failures INTEGER NOT NULL, articles INTEGER NOT NULL,
	etag TEXT NOT NULL, modified TEXT NOT NULL);
CREATE TABLE searches (
	id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, kind TEXT NOT NULL, filter TEXT NOT NULL, owner TEXT NOT NULL, created INTEGER NOT NULL);
CREATE TABLE channels (
	id INTEGER PRIMARY KEY AUTOINCREMENT, search INTEGER NOT NULL REFERENCES searches ON DELETE CASCADE, form TEXT NOT NULL, address TEXT NOT NULL, secret TEXT NOT NULL,
	every TEXT NOT NULL, token TEXT NOT NULL, sent INTEGER NOT NULL, failures INTEGER NOT NULL, error TEXT NOT NULL, next INTEGER NOT NULL, disabled INTEGER NOT NULL);
CREATE INDEX channels_search ON channels (search);
CREATE TABLE access (
	hash TEXT PRIMARY KEY, name TEXT NOT NULL, scope TEXT NOT NULL, created INTEGER NOT NULL, used INTEGER NOT NULL);`

// create is the statement that makes a table of rows: the columns of the other
// tables that a run writes. Dates are text, YYYY-MM-DD, and booleans 0 or 1.
func create[T table.Row](name string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s (", name)
	for i, c := range table.Columns[T]() {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s %s", c.Name, map[string]string{"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}[c.Type])
		switch {
		case i == 0:
			b.WriteString(" PRIMARY KEY")
		case c.Name == "article_id":
			b.WriteString(" NOT NULL REFERENCES articles ON DELETE CASCADE")
		case !c.Null:
			b.WriteString(" NOT NULL")
		}
	}
	b.WriteString(");")
	return b.String()
}

// migrate brings the database up to the newest schema. Several programs may do
// it at one time: each step is a transaction that looks again.
func (s *Store) migrate(ctx context.Context) error {
	for {
		done, err := s.step(ctx)
		if done || err != nil {
			return err
		}
	}
}

func (s *Store) step(ctx context.Context) (done bool, err error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback() // after a commit it does nothing
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return false, err
	}
	switch {
	case version == len(schema):
		return true, nil
	case version > len(schema):
		return false, fmt.Errorf("the database is of a newer Readout (schema %d, this one knows %d)", version, len(schema))
	}
	if version == 0 {
		var others int
		if err := tx.QueryRowContext(ctx, "SELECT COUNT(*) FROM sqlite_schema").Scan(&others); err != nil {
			return false, err
		}
		if others > 0 {
			return false, fmt.Errorf("the database is not Readout's")
		}
	}
	if _, err := tx.ExecContext(ctx, schema[version]); err != nil {
		return false, err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version+1)); err != nil {
		return false, err
	}
	return false, tx.Commit()
}
