package store

import (
	"context"
	"database/sql"
	"time"
)

// note executes a statement that changes nothing of what lists and counts tell.
func (s *Store) note(ctx context.Context, query string, args ...any) (sql.Result, error) {
	var r sql.Result
	err := s.write(ctx, func(p *putting) (err error) {
		r, err = p.tx.ExecContext(ctx, s.d.rebind(query), s.d.clean(args)...)
		return err
	})
	return r, err
}

// HasURL reports whether there is an article of an address.
func (s *Store) HasURL(ctx context.Context, address string) (bool, error) {
	var n int
	err := s.row(ctx, "SELECT COUNT(*) FROM (SELECT 1 FROM articles WHERE url = ? LIMIT 1) x", address).Scan(&n)
	return n > 0, err
}

// Mark is the token of the order Added that stands behind all rows of a kind
// that there are now.
func (s *Store) Mark(ctx context.Context, k Kind) (string, error) {
	var n int64
	switch k {
	case Events, Statements, Articles:
	default:
		return "", invalid("%s are not listed in the order in which they were added", k)
	}
	err := s.row(ctx, "SELECT COALESCE(MAX(added), 0) FROM "+string(k)).Scan(&n)
	return token(Added, n), err
}

// UseAccess notes when an access was used last.
func (s *Store) UseAccess(ctx context.Context, hash string, at time.Time) error {
	r, err := s.note(ctx, "UPDATE access SET used = ? WHERE hash = ?", unix(at), hash)
	return found("access", hash, r, err)
}

// NoteFetch notes how the fetching of a source went: what PutSource changes
// beside that stays as it is, but for a title where there was none.
func (s *Store) NoteFetch(ctx context.Context, x *Source) error {
	r, err := s.note(ctx, `UPDATE sources SET fetched = ?, worked = ?, error = ?, failures = ?, articles = ?, etag = ?, modified = ?,
title = CASE WHEN title = '' THEN ? ELSE title END WHERE id = ?`, unix(x.Fetched), unix(x.Worked), x.Error, x.Failures, x.Articles, x.ETag, x.Modified, x.Title, x.ID)
	return found("source", x.ID, r, err)
}

// NoteSent notes how far a channel has come: what PutChannel changes beside
// that stays as it is, but that it can be given up.
func (s *Store) NoteSent(ctx context.Context, c *Channel) error {
	r, err := s.note(ctx, `UPDATE channels SET token = ?, sent = ?, failures = ?, error = ?, next = ?, disabled = CASE WHEN ? THEN ? ELSE disabled END WHERE id = ?`,
		c.Token, unix(c.Sent), c.Failures, c.Error, unix(c.Next), c.Disabled, c.Disabled, c.ID)
	return found("channel", c.ID, r, err)
}
