package store

import (
	"fmt"
	"slices"
	"strings"

	"readout/record/table"
)

// first is the schema of the first SQLite databases. What is here stays as it
// is; changes are added behind.
const first = `CREATE TABLE articles (
	article_id TEXT PRIMARY KEY, url TEXT, title TEXT, byline TEXT, publisher TEXT, published TEXT, language TEXT,
	duplicate_of TEXT, record TEXT NOT NULL);
CREATE INDEX articles_published ON articles (published);
CREATE TABLE entities (
	entity_id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE, name TEXT NOT NULL, kind TEXT NOT NULL,
	country TEXT, sectors TEXT, office TEXT, wikidata TEXT, mentions INTEGER NOT NULL);
CREATE INDEX entities_article ON entities (article_id);
CREATE INDEX entities_name ON entities (name);
`

// desk is what people add: judgements, sources, saved searches, access. None
// of it hangs on an article. Times are seconds since 1970.
const desk = `CREATE TABLE judgements (
	id {serial}, event_id TEXT, article_id TEXT NOT NULL, verdict TEXT NOT NULL, who TEXT NOT NULL, at {int} NOT NULL, why TEXT NOT NULL,
	fields TEXT NOT NULL, type TEXT NOT NULL, trigger TEXT NOT NULL, trigger_start {int} NOT NULL, trigger_end {int} NOT NULL,
	sentence TEXT NOT NULL, engine TEXT NOT NULL);
CREATE INDEX judgements_event ON judgements (event_id);
CREATE INDEX judgements_article ON judgements (article_id);
CREATE TABLE sources (
	id {serial}, url TEXT{c} NOT NULL UNIQUE, title TEXT NOT NULL, publisher TEXT NOT NULL, every {int} NOT NULL, follow {bool} NOT NULL,
	paused {bool} NOT NULL, fetched {int} NOT NULL, worked {int} NOT NULL, error TEXT NOT NULL, failures {int} NOT NULL, articles {int} NOT NULL,
	etag TEXT NOT NULL, modified TEXT NOT NULL);
CREATE TABLE searches (
	id {serial}, name TEXT{c} NOT NULL, kind TEXT NOT NULL, filter TEXT NOT NULL, owner TEXT NOT NULL, created {int} NOT NULL);
CREATE TABLE channels (
	id {serial}, search {int} NOT NULL REFERENCES searches ON DELETE CASCADE, form TEXT NOT NULL, address TEXT NOT NULL, secret TEXT NOT NULL,
	every TEXT NOT NULL, token TEXT NOT NULL, sent {int} NOT NULL, failures {int} NOT NULL, error TEXT NOT NULL, next {int} NOT NULL, disabled {bool} NOT NULL);
CREATE INDEX channels_search ON channels (search);
CREATE TABLE access (
	hash TEXT PRIMARY KEY, name TEXT{c} NOT NULL, scope TEXT NOT NULL, created {int} NOT NULL, used {int} NOT NULL);
`

// rows are the tables of what was read. The number seq orders rows by day, and
// within a day by when they came (see order.go); added orders them by when they
// came. Beside each kind stand its facets: what filters and counts need, small
// enough to go through thousands.
func rows() string {
	return `CREATE TABLE articles (
	seq {int} PRIMARY KEY, added {int} NOT NULL UNIQUE, article_id TEXT NOT NULL UNIQUE, url TEXT, title TEXT, byline TEXT, publisher TEXT, published TEXT, language TEXT,
	duplicate_of TEXT, lead TEXT NOT NULL, events {int} NOT NULL, statements {int} NOT NULL, sha256 TEXT NOT NULL, digest TEXT NOT NULL, record TEXT NOT NULL);
CREATE INDEX articles_url ON articles (url);
` + createRows[table.Event]("events", "actor_keys TEXT, recipient_keys TEXT, according_to_key TEXT") + `
` + createRows[table.Statement]("statements", "speaker_key TEXT, addressee_keys TEXT, about_keys TEXT") + `
CREATE TABLE entities (
	seq {serial}, key TEXT{c} NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, sectors TEXT, wikidata TEXT,
	named {bool} NOT NULL, articles {int} NOT NULL);
CREATE INDEX entities_articles ON entities (named, articles DESC, key);
CREATE INDEX entities_country ON entities (country, articles DESC) WHERE kind = 'country';
CREATE TABLE appearances (
	article_id TEXT{c} NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE, entity TEXT{c} NOT NULL, key TEXT{c} NOT NULL, name TEXT NOT NULL,
	kind TEXT NOT NULL, country TEXT, sectors TEXT, office TEXT, named {bool} NOT NULL, mentions {int} NOT NULL, published TEXT,
	PRIMARY KEY (article_id, entity)){without};
CREATE INDEX appearances_office ON appearances (key, office, published) WHERE office IS NOT NULL;
CREATE TABLE names (
	key TEXT{c} NOT NULL, form TEXT{c} NOT NULL, name TEXT{c} NOT NULL, fold TEXT{c} NOT NULL, articles {int} NOT NULL,
	PRIMARY KEY (key, form, name)){without};
CREATE INDEX names_fold ON names (fold);
CREATE TABLE terms (
	id {serial}, facet TEXT{c} NOT NULL, fold TEXT{c} NOT NULL, value TEXT NOT NULL,
	events {int} NOT NULL, statements {int} NOT NULL, articles {int} NOT NULL, entities {int} NOT NULL, UNIQUE (facet, fold));
CREATE INDEX terms_events ON terms (facet, events DESC);
CREATE INDEX terms_statements ON terms (facet, statements DESC);
CREATE INDEX terms_articles ON terms (facet, articles DESC);
CREATE TABLE days (
	kind TEXT{c} NOT NULL, day {int} NOT NULL, n {int} NOT NULL, PRIMARY KEY (kind, day)){without};
CREATE TABLE pairs (
	a {int} NOT NULL, b {int} NOT NULL, day {int} NOT NULL, n {int} NOT NULL, score {int} NOT NULL,
	quad1 {int} NOT NULL, quad2 {int} NOT NULL, quad3 {int} NOT NULL, quad4 {int} NOT NULL, PRIMARY KEY (a, b, day)){without};
CREATE TABLE state (name TEXT PRIMARY KEY, value {int} NOT NULL);
INSERT INTO state (name, value) VALUES ('added', 0), ('revision', 0), ('epoch', 0);
` + facets("events") + facets("statements") + facets("articles") + facets("entities")
}

// createRows is the statement that makes a table of rows: the columns that the
// codebook had at first, those of the store before and behind. Dates are text, YYYY-MM-DD.
func createRows[T table.Row](name, more string) string {
	cols := create[T](name)
	cols = strings.Replace(cols, "("+table.Columns[T]()[0].Name+" TEXT PRIMARY KEY", "(seq {int} PRIMARY KEY, added {int} NOT NULL UNIQUE, "+table.Columns[T]()[0].Name+" TEXT NOT NULL UNIQUE", 1)
	cols = strings.Replace(cols, "REFERENCES articles ON", "REFERENCES articles (article_id) ON", 1)
	return strings.TrimSuffix(cols, ");") + ", " + more + ");\nCREATE INDEX " + name + "_article ON " + name + " (article_id);"
}

// withinColumns are the columns of statements that came after the tables of
// rows, and the step that adds them.
var withinColumns = []string{"within", "reported_by"}

// coSpeakersStep adds who makes a statement together with its speaker, of which
// records before it tell nothing.
const coSpeakersStep = `ALTER TABLE statements ADD COLUMN co_speakers TEXT; ALTER TABLE statements ADD COLUMN co_speaker_keys TEXT;`

// laterColumns are all columns of statements that came after those tables.
var laterColumns = append(slices.Clone(withinColumns), "co_speakers")

const withinStep = `ALTER TABLE statements ADD COLUMN within TEXT; ALTER TABLE statements ADD COLUMN reported_by TEXT;
ALTER TABLE statements ADD COLUMN reported_by_key TEXT;`

// firstColumns are the columns that the tables of rows had at first.
func firstColumns[T table.Row]() []table.Column {
	return slices.DeleteFunc(table.Columns[T](), func(c table.Column) bool { return slices.Contains(laterColumns, c.Name) })
}

// create is the statement that made a table of rows in the first schema.
func create[T table.Row](name string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s (", name)
	for i, c := range firstColumns[T]() {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s %s", c.Name, map[string]string{"string": "TEXT", "date": "TEXT", "integer": "{int}", "boolean": "{bool}", "number": "{real}"}[c.Type])
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

// facets makes the two tables beside a kind of row.
func facets(name string) string {
	return strings.ReplaceAll(`CREATE TABLE NAME_facets (
	seq {int} PRIMARY KEY, confidence {real} NOT NULL, score {real} NOT NULL, quad {int} NOT NULL, terms {blob} NOT NULL);
{index NAME}
`, "NAME", name)
}
