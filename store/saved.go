package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
)

// unix writes a time for the database; the zero time is 0.
func unix(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

func fromUnix(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(n, 0).UTC()
}

// found makes ErrNotFound of a change that changed nothing.
func found(what string, id any, r sql.Result, err error) error {
	if err != nil {
		return err
	}
	n, err := r.RowsAffected()
	if err == nil && n == 0 {
		err = fmt.Errorf("%s %v: %w", what, id, ErrNotFound)
	}
	return err
}

// PutSource adds a source, or changes the one of its ID. An address can be
// there only once.
func (s *Store) PutSource(ctx context.Context, x *Source) error {
	u, err := url.Parse(x.URL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return invalid("source %q: want an http or https address", x.URL)
	}
	var same int
	if err := s.row(ctx, "SELECT COUNT(*) FROM sources WHERE url = ? AND id <> ?", x.URL, x.ID).Scan(&same); err != nil {
		return err
	}
	if same > 0 {
		return invalid("source %q is there already", x.URL)
	}
	values := []any{x.URL, x.Title, x.Publisher, int64(x.Every / time.Second), x.Follow, x.Paused, unix(x.Fetched), unix(x.Worked), x.Error, x.Failures, x.Articles, x.ETag, x.Modified}
	if x.ID != 0 {
		r, err := s.change(ctx, `UPDATE sources SET url = ?, title = ?, publisher = ?, every = ?, follow = ?, paused = ?, fetched = ?, worked = ?, error = ?, failures = ?,
articles = ?, etag = ?, modified = ? WHERE id = ?`, append(values, x.ID)...)
		return found("source", x.ID, r, err)
	}
	return s.insert(ctx, &x.ID, `INSERT INTO sources (url, title, publisher, every, follow, paused, fetched, worked, error, failures, articles, etag, modified)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`, values...)
}

// Sources lists the sources by address.
func (s *Store) Sources(ctx context.Context) ([]Source, error) {
	rs, err := s.query(ctx, "SELECT id, url, title, publisher, every, follow, paused, fetched, worked, error, failures, articles, etag, modified FROM sources ORDER BY url")
	if err != nil {
		return nil, err
	}
	defer rs.Close()
	out := []Source{}
	for rs.Next() {
		var x Source
		var every, fetched, worked int64
		if err := rs.Scan(&x.ID, &x.URL, &x.Title, &x.Publisher, &every, &x.Follow, &x.Paused, &fetched, &worked, &x.Error, &x.Failures, &x.Articles, &x.ETag, &x.Modified); err != nil {
			return nil, err
		}
		x.Every, x.Fetched, x.Worked = time.Duration(every)*time.Second, fromUnix(fetched), fromUnix(worked)
		out = append(out, x)
	}
	return out, rs.Err()
}

// DeleteSource takes away a source; its articles stay (see Delete).
func (s *Store) DeleteSource(ctx context.Context, id int64) error {
	r, err := s.change(ctx, "DELETE FROM sources WHERE id = ?", id)
	return found("source", id, r, err)
}

// PutSearch adds a saved search, or changes the one of its ID. Its channels are
// kept by PutChannel.
func (s *Store) PutSearch(ctx context.Context, x *Search) error {
	if strings.TrimSpace(x.Name) == "" {
		return invalid("a saved search needs a name")
	}
	if x.Kind == "" {
		x.Kind = Events
	}
	if !slices.Contains([]Kind{Events, Statements, Articles}, x.Kind) {
		return invalid("kind %q: want events, statements or articles", x.Kind)
	}
	var err error
	if x.Filter, err = x.Filter.clean(); err != nil {
		return err
	}
	if x.Created.IsZero() {
		x.Created = time.Now()
	}
	x.Created = x.Created.UTC().Truncate(time.Second)
	values := []any{x.Name, string(x.Kind), x.Filter.Query().Encode(), x.Owner, unix(x.Created)}
	if x.ID != 0 {
		r, err := s.change(ctx, "UPDATE searches SET name = ?, kind = ?, filter = ?, owner = ?, created = ? WHERE id = ?", append(values, x.ID)...)
		return found("search", x.ID, r, err)
	}
	return s.insert(ctx, &x.ID, "INSERT INTO searches (name, kind, filter, owner, created) VALUES (?, ?, ?, ?, ?) RETURNING id", values...)
}

// PutChannel adds a channel to a saved search, or changes the one of its ID.
func (s *Store) PutChannel(ctx context.Context, search int64, c *Channel) error {
	if !slices.Contains([]string{"atom", "webhook", "email"}, c.Form) {
		return invalid("channel %q: want atom, webhook or email", c.Form)
	}
	values := []any{search, c.Form, c.To, c.Secret, c.Every, c.Token, unix(c.Sent), c.Failures, c.Error, unix(c.Next), c.Disabled}
	if c.ID != 0 {
		r, err := s.change(ctx, `UPDATE channels SET search = ?, form = ?, address = ?, secret = ?, every = ?, token = ?, sent = ?, failures = ?, error = ?, next = ?, disabled = ?
WHERE id = ?`, append(values, c.ID)...)
		return found("channel", c.ID, r, err)
	}
	return s.insert(ctx, &c.ID, `INSERT INTO channels (search, form, address, secret, every, token, sent, failures, error, next, disabled)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`, values...)
}

// Searches lists the saved searches by name, with their channels.
func (s *Store) Searches(ctx context.Context) ([]Search, error) {
	rs, err := s.query(ctx, "SELECT id, name, kind, filter, owner, created FROM searches ORDER BY name, id")
	if err != nil {
		return nil, err
	}
	defer rs.Close()
	out := []Search{}
	for rs.Next() {
		x := Search{Deliver: []Channel{}}
		var filter string
		var created int64
		if err := rs.Scan(&x.ID, &x.Name, &x.Kind, &filter, &x.Owner, &created); err != nil {
			return nil, err
		}
		x.Created = fromUnix(created)
		q, err := url.ParseQuery(filter)
		if err == nil {
			x.Filter, err = ParseFilter(q)
		}
		if err != nil {
			return nil, fmt.Errorf("search %d: %w", x.ID, err)
		}
		out = append(out, x)
	}
	if err := rs.Err(); err != nil {
		return nil, err
	}
	return out, s.channels(ctx, out)
}

// channels fills in the channels of searches.
func (s *Store) channels(ctx context.Context, searches []Search) error {
	rs, err := s.query(ctx, "SELECT search, id, form, address, secret, every, token, sent, failures, error, next, disabled FROM channels ORDER BY id")
	if err != nil {
		return err
	}
	defer rs.Close()
	for rs.Next() {
		var c Channel
		var search, sent, next int64
		if err := rs.Scan(&search, &c.ID, &c.Form, &c.To, &c.Secret, &c.Every, &c.Token, &sent, &c.Failures, &c.Error, &next, &c.Disabled); err != nil {
			return err
		}
		c.Sent, c.Next = fromUnix(sent), fromUnix(next)
		if i := slices.IndexFunc(searches, func(x Search) bool { return x.ID == search }); i >= 0 {
			searches[i].Deliver = append(searches[i].Deliver, c)
		}
	}
	return rs.Err()
}

// Search returns one saved search.
func (s *Store) Search(ctx context.Context, id int64) (*Search, error) {
	all, err := s.Searches(ctx)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(x Search) bool { return x.ID == id })
	if i < 0 {
		return nil, fmt.Errorf("search %d: %w", id, ErrNotFound)
	}
	return &all[i], nil
}

// DeleteSearch takes away a saved search with its channels.
func (s *Store) DeleteSearch(ctx context.Context, id int64) error {
	r, err := s.change(ctx, "DELETE FROM searches WHERE id = ?", id)
	return found("search", id, r, err)
}

// DeleteChannel takes away one channel.
func (s *Store) DeleteChannel(ctx context.Context, id int64) error {
	r, err := s.change(ctx, "DELETE FROM channels WHERE id = ?", id)
	return found("channel", id, r, err)
}

// PutAccess adds an access to the API, or changes the one of its hash.
func (s *Store) PutAccess(ctx context.Context, a *Access) error {
	if a.Scope != "read" && a.Scope != "write" {
		return invalid("scope %q: want read or write", a.Scope)
	}
	if a.Created.IsZero() {
		a.Created = time.Now()
	}
	a.Created = a.Created.UTC().Truncate(time.Second)
	_, err := s.change(ctx, `INSERT INTO access (hash, name, scope, created, used) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (hash) DO UPDATE SET name = excluded.name, scope = excluded.scope, used = excluded.used`, a.Hash, a.Name, a.Scope, unix(a.Created), unix(a.Used))
	return err
}

// Accesses lists those who have access to the API, by name.
func (s *Store) Accesses(ctx context.Context) ([]Access, error) {
	rs, err := s.query(ctx, "SELECT hash, name, scope, created, used FROM access ORDER BY name, hash")
	if err != nil {
		return nil, err
	}
	defer rs.Close()
	out := []Access{}
	for rs.Next() {
		var a Access
		var created, used int64
		if err := rs.Scan(&a.Hash, &a.Name, &a.Scope, &created, &used); err != nil {
			return nil, err
		}
		a.Created, a.Used = fromUnix(created), fromUnix(used)
		out = append(out, a)
	}
	return out, rs.Err()
}

// DeleteAccess takes an access away.
func (s *Store) DeleteAccess(ctx context.Context, hash string) error {
	r, err := s.change(ctx, "DELETE FROM access WHERE hash = ?", hash)
	return found("access", hash, r, err)
}
