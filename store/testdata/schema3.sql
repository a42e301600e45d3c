DROP INDEX articles_published; DROP INDEX entities_article; DROP INDEX entities_name; DROP TABLE entities;
DROP INDEX events_article; DROP INDEX events_day; DROP INDEX statements_article; DROP INDEX statements_speaker;
ALTER TABLE events RENAME TO old_events; ALTER TABLE statements RENAME TO old_statements; ALTER TABLE articles RENAME TO old_articles;
CREATE TABLE articles (
	seq INTEGER PRIMARY KEY, added INTEGER NOT NULL UNIQUE, article_id TEXT NOT NULL UNIQUE, url TEXT, title TEXT, byline TEXT, publisher TEXT, published TEXT, language TEXT,
	duplicate_of TEXT, lead TEXT NOT NULL, events INTEGER NOT NULL, statements INTEGER NOT NULL, sha256 TEXT NOT NULL, digest TEXT NOT NULL, record TEXT NOT NULL);
CREATE INDEX articles_url ON articles (url);
CREATE TABLE events (seq INTEGER PRIMARY KEY, added INTEGER NOT NULL UNIQUE, event_id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE, url TEXT, publisher TEXT, published TEXT, title TEXT, duplicate_of TEXT, type TEXT NOT NULL, mode TEXT, contexts TEXT, cameo TEXT, quad INTEGER NOT NULL, score REAL NOT NULL, date TEXT, day TEXT, day_from TEXT, historical INTEGER NOT NULL, future INTEGER NOT NULL, hypothetical INTEGER NOT NULL, negation INTEGER NOT NULL, actors TEXT, actor_countries TEXT, actor_sectors TEXT, actor_offices TEXT, actor_wikidata TEXT, recipients TEXT, recipient_countries TEXT, recipient_sectors TEXT, recipient_offices TEXT, recipient_wikidata TEXT, object_count INTEGER, object TEXT, place TEXT, place_country TEXT, latitude REAL, longitude REAL, geonames INTEGER, according_to TEXT, sentence TEXT NOT NULL, sentence_number INTEGER NOT NULL, trigger TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, confidence REAL NOT NULL, rule TEXT NOT NULL, happening TEXT, reports INTEGER NOT NULL, publishers INTEGER NOT NULL, actor_keys TEXT, recipient_keys TEXT, according_to_key TEXT);
CREATE INDEX events_article ON events (article_id);
CREATE TABLE statements (seq INTEGER PRIMARY KEY, added INTEGER NOT NULL UNIQUE, statement_id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE, url TEXT, publisher TEXT, published TEXT, title TEXT, duplicate_of TEXT, kind TEXT NOT NULL, speaker TEXT, speaker_kind TEXT, speaker_country TEXT, speaker_sectors TEXT, speaker_office TEXT, speaker_wikidata TEXT, source TEXT, cue TEXT, content TEXT NOT NULL, content_start INTEGER NOT NULL, content_end INTEGER NOT NULL, addressees TEXT, about TEXT, contexts TEXT, heading TEXT, sentence TEXT NOT NULL, sentence_number INTEGER NOT NULL, confidence REAL NOT NULL, speaker_key TEXT, addressee_keys TEXT, about_keys TEXT);
CREATE INDEX statements_article ON statements (article_id);
CREATE TABLE entities (
	seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, sectors TEXT, wikidata TEXT,
	named INTEGER NOT NULL, articles INTEGER NOT NULL);
CREATE INDEX entities_articles ON entities (named, articles DESC, key);
CREATE INDEX entities_country ON entities (country, articles DESC) WHERE kind = 'country';
CREATE TABLE appearances (
	article_id TEXT NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE, entity TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL,
	kind TEXT NOT NULL, country TEXT, sectors TEXT, office TEXT, named INTEGER NOT NULL, mentions INTEGER NOT NULL, published TEXT,
	PRIMARY KEY (article_id, entity)) WITHOUT ROWID;
CREATE INDEX appearances_office ON appearances (key, office, published) WHERE office IS NOT NULL;
CREATE TABLE names (
	key TEXT NOT NULL, form TEXT NOT NULL, name TEXT NOT NULL, fold TEXT NOT NULL, articles INTEGER NOT NULL,
	PRIMARY KEY (key, form, name)) WITHOUT ROWID;
CREATE INDEX names_fold ON names (fold);
CREATE TABLE terms (
	id INTEGER PRIMARY KEY AUTOINCREMENT, facet TEXT NOT NULL, fold TEXT NOT NULL, value TEXT NOT NULL,
	events INTEGER NOT NULL, statements INTEGER NOT NULL, articles INTEGER NOT NULL, entities INTEGER NOT NULL, UNIQUE (facet, fold));
CREATE INDEX terms_events ON terms (facet, events DESC);
CREATE INDEX terms_statements ON terms (facet, statements DESC);
CREATE INDEX terms_articles ON terms (facet, articles DESC);
CREATE TABLE days (
	kind TEXT NOT NULL, day INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (kind, day)) WITHOUT ROWID;
CREATE TABLE pairs (
	a INTEGER NOT NULL, b INTEGER NOT NULL, day INTEGER NOT NULL, n INTEGER NOT NULL, score INTEGER NOT NULL,
	quad1 INTEGER NOT NULL, quad2 INTEGER NOT NULL, quad3 INTEGER NOT NULL, quad4 INTEGER NOT NULL, PRIMARY KEY (a, b, day)) WITHOUT ROWID;
CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT INTO state (name, value) VALUES ('added', 0), ('revision', 0), ('epoch', 0);
CREATE TABLE events_facets (
	seq INTEGER PRIMARY KEY, confidence REAL NOT NULL, score REAL NOT NULL, quad INTEGER NOT NULL, terms BLOB NOT NULL);
CREATE VIRTUAL TABLE events_index USING fts5 (words, terms, content='', contentless_delete=1, tokenize='ascii');
CREATE TABLE statements_facets (
	seq INTEGER PRIMARY KEY, confidence REAL NOT NULL, score REAL NOT NULL, quad INTEGER NOT NULL, terms BLOB NOT NULL);
CREATE VIRTUAL TABLE statements_index USING fts5 (words, terms, content='', contentless_delete=1, tokenize='ascii');
CREATE TABLE articles_facets (
	seq INTEGER PRIMARY KEY, confidence REAL NOT NULL, score REAL NOT NULL, quad INTEGER NOT NULL, terms BLOB NOT NULL);
CREATE VIRTUAL TABLE articles_index USING fts5 (words, terms, content='', contentless_delete=1, tokenize='ascii');
CREATE TABLE entities_facets (
	seq INTEGER PRIMARY KEY, confidence REAL NOT NULL, score REAL NOT NULL, quad INTEGER NOT NULL, terms BLOB NOT NULL);
CREATE VIRTUAL TABLE entities_index USING fts5 (words, terms, content='', contentless_delete=1, tokenize='ascii');

