package store

import (
	"context"
	"database/sql"
)

// Delete takes away the articles that a filter wants, with all that was read
// in them, and returns how many they were. Judgements of their events stay, as
// judgements of events that are gone. It refuses a filter that wants all.
func (s *Store) Delete(ctx context.Context, f Filter) (int, error) {
	f, err := f.clean()
	if err != nil {
		return 0, err
	}
	if f.Zero() {
		return 0, invalid("a filter that wants everything deletes nothing: name a publisher, an article or days")
	}
	n := 0
	for {
		found, err := s.Articles(ctx, f, Page{Size: perDelete})
		if err != nil || len(found.Items) == 0 {
			return n, err
		}
		if err := s.write(ctx, func(p *putting) error {
			for _, a := range found.Items {
				if err := p.remove(a.ID); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return n, err
		}
		n += len(found.Items)
	}
}

// perDelete is how many articles are deleted in one transaction: readers and
// other writers come between.
const perDelete = 200

// remove takes away an article with all that hangs on it.
func (p *putting) remove(id string) error {
	p.changed = true
	events, err := eventsWhere(p.each, "article_id = ?", id)
	if err != nil {
		return err
	}
	for i := range events {
		if err := p.pair(&events[i], dayNumber(events[i].Day), -1); err != nil {
			return err
		}
	}
	for _, k := range []Kind{Events, Statements, Articles} {
		var seqs []int64
		if err := p.each("SELECT seq FROM "+string(k)+" WHERE article_id = ?", []any{id}, collect(&seqs)); err != nil {
			return err
		}
		for _, n := range seqs {
			if err := p.unindex(k, n); err != nil {
				return err
			}
		}
	}
	if err := p.appearances(id, -1); err != nil {
		return err
	}
	if err := p.exec("UPDATE judgements SET event_id = NULL WHERE article_id = ?", id); err != nil {
		return err
	}
	return p.exec("DELETE FROM articles WHERE article_id = ?", id) // and what hangs on it
}

// asker gives the rows of a query to yield.
type asker func(query string, args []any, yield func(*sql.Rows) error) error

// within is an asker for the store as it is.
func (s *Store) within(ctx context.Context) asker {
	return func(query string, args []any, yield func(*sql.Rows) error) error {
		return s.each(ctx, query, args, yield)
	}
}
