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
}

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
