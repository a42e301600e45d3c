package store

import "context"

// Backup writes a copy of the database to a file that is not there yet, while
// others read and write.
func (s *Store) Backup(ctx context.Context, path string) error {
	_, err := s.db.ExecContext(ctx, "VACUUM INTO ?", path)
	return err
}
