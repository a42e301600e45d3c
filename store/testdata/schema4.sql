ALTER TABLE statements ADD COLUMN within TEXT; ALTER TABLE statements ADD COLUMN reported_by TEXT;
ALTER TABLE statements ADD COLUMN reported_by_key TEXT;
