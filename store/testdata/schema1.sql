CREATE TABLE articles (
	article_id TEXT PRIMARY KEY, url TEXT, title TEXT, byline TEXT, publisher TEXT, published TEXT, language TEXT,
	duplicate_of TEXT, record TEXT NOT NULL);
CREATE INDEX articles_published ON articles (published);
CREATE TABLE entities (
	entity_id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE, name TEXT NOT NULL, kind TEXT NOT NULL,
	country TEXT, sectors TEXT, office TEXT, wikidata TEXT, mentions INTEGER NOT NULL);
CREATE INDEX entities_article ON entities (article_id);
CREATE INDEX entities_name ON entities (name);
CREATE TABLE events (event_id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE, url TEXT, publisher TEXT, published TEXT, title TEXT, duplicate_of TEXT, type TEXT NOT NULL, mode TEXT, contexts TEXT, cameo TEXT, quad INTEGER NOT NULL, score REAL NOT NULL, date TEXT, day TEXT, day_from TEXT, historical INTEGER NOT NULL, future INTEGER NOT NULL, hypothetical INTEGER NOT NULL, negation INTEGER NOT NULL, actors TEXT, actor_countries TEXT, actor_sectors TEXT, actor_offices TEXT, actor_wikidata TEXT, recipients TEXT, recipient_countries TEXT, recipient_sectors TEXT, recipient_offices TEXT, recipient_wikidata TEXT, object_count INTEGER, object TEXT, place TEXT, place_country TEXT, latitude REAL, longitude REAL, geonames INTEGER, according_to TEXT, sentence TEXT NOT NULL, sentence_number INTEGER NOT NULL, trigger TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, confidence REAL NOT NULL, rule TEXT NOT NULL, happening TEXT, reports INTEGER NOT NULL, publishers INTEGER NOT NULL);
CREATE INDEX events_article ON events (article_id);
CREATE INDEX events_day ON events (day, type);
CREATE TABLE statements (statement_id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE, url TEXT, publisher TEXT, published TEXT, title TEXT, duplicate_of TEXT, kind TEXT NOT NULL, speaker TEXT, speaker_kind TEXT, speaker_country TEXT, speaker_sectors TEXT, speaker_office TEXT, speaker_wikidata TEXT, source TEXT, cue TEXT, content TEXT NOT NULL, content_start INTEGER NOT NULL, content_end INTEGER NOT NULL, addressees TEXT, about TEXT, contexts TEXT, heading TEXT, sentence TEXT NOT NULL, sentence_number INTEGER NOT NULL, confidence REAL NOT NULL);
CREATE INDEX statements_article ON statements (article_id);
CREATE INDEX statements_speaker ON statements (speaker);
