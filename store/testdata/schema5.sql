ALTER TABLE statements ADD COLUMN co_speakers TEXT; ALTER TABLE statements ADD COLUMN co_speaker_keys TEXT;
