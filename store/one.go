package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"readout/record"
	"readout/record/table"
)

// completeEvents reads events with their judgements and parties.
func (s *Store) completeEvents(ctx context.Context, where string, args ...any) ([]Event, error) {
	out, err := eventsWhere(s.within(ctx), where, args...)
	if err != nil || len(out) == 0 {
		return out, err
	}
	var parties []*Party
	ids := make([]any, len(out))
	at := make(map[string]int, len(out))
	for i := range out {
		e := &out[i]
		ids[i], at[e.ID] = e.ID, i
		parties = append(parties, pointers(e.Actors)...)
		parties = append(parties, pointers(e.Recipients)...)
		if e.Source != nil {
			parties = append(parties, e.Source)
		}
	}
	if err := s.each(ctx, "SELECT "+judgementColumns+" FROM judgements WHERE event_id IN ("+marks(len(ids))+") ORDER BY id", ids, func(rs *sql.Rows) error {
		j, err := scanJudgement(rs)
		if err == nil {
			out[at[j.Event]].Judgement = j
		}
		return err
	}); err != nil {
		return nil, err
	}
	return out, s.describe(ctx, parties)
}

// completeStatements reads statements with their parties.
func (s *Store) completeStatements(ctx context.Context, where string, args ...any) ([]Statement, error) {
	out, err := statementsWhere(s.within(ctx), where, args...)
	if err != nil {
		return nil, err
	}
	var parties []*Party
	for i := range out {
		x := &out[i]
		if x.Speaker != nil {
			parties = append(parties, x.Speaker)
		}
		if x.Reporter != nil {
			parties = append(parties, x.Reporter)
		}
		parties = append(parties, pointers(x.CoSpeakers)...)
		parties = append(parties, pointers(x.Addressees)...)
		parties = append(parties, pointers(x.About)...)
	}
	return out, s.describe(ctx, parties)
}

func pointers(list []Party) []*Party {
	out := make([]*Party, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

func marks(n int) string { return strings.TrimPrefix(strings.Repeat(", ?", n), ", ") }

// mostMarks is how many arguments one query has.
const mostMarks = 500

// describe fills in what the row of a party does not tell.
func (s *Store) describe(ctx context.Context, parties []*Party) error {
	byKey := map[string][]*Party{}
	var all []any
	for _, p := range parties {
		if byKey[p.Key] == nil {
			all = append(all, p.Key)
		}
		byKey[p.Key] = append(byKey[p.Key], p)
	}
	for len(all) > 0 {
		n := min(len(all), mostMarks)
		if err := s.each(ctx, "SELECT key, kind, COALESCE(country, ''), COALESCE(sectors, ''), named FROM entities WHERE key IN ("+marks(n)+")", all[:n], func(rs *sql.Rows) error {
			var key, kind, country, sectors string
			var named bool
			if err := rs.Scan(&key, &kind, &country, &sectors, &named); err != nil {
				return err
			}
			for _, p := range byKey[key] {
				p.Kind, p.Named = kind, named
				if p.Country == "" {
					p.Country = country
				}
				if p.Sectors == nil && sectors != "" {
					p.Sectors = strings.Split(sectors, "+")
				}
			}
			return nil
		}); err != nil {
			return err
		}
		all = all[n:]
	}
	return nil
}

// Event returns one event.
func (s *Store) Event(ctx context.Context, id string) (*Event, error) {
	return one(id, "event")(s.completeEvents(ctx, "event_id = ?", id))
}

// Statement returns one statement.
func (s *Store) Statement(ctx context.Context, id string) (*Statement, error) {
	out, err := s.completeStatements(ctx, "statement_id = ?", id)
	if err == nil && len(out) == 0 {
		err = fmt.Errorf("statement %q: %w", id, ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	return &out[0], nil
}

func one(id, what string) func([]Event, error) (*Event, error) {
	return func(out []Event, err error) (*Event, error) {
		if err == nil && len(out) == 0 {
			err = fmt.Errorf("%s %q: %w", what, id, ErrNotFound)
		}
		if err != nil {
			return nil, err
		}
		return &out[0], nil
	}
}

// Article returns one article as the store has it.
func (s *Store) Article(ctx context.Context, id string) (*Reading, error) {
	c, err := coded(s.within(ctx), id)
	if err != nil {
		return nil, err
	}
	r := c.reading()
	events, err := s.completeEvents(ctx, "article_id = ? ORDER BY added", id)
	if err != nil {
		return nil, err
	}
	r.Events = events
	if r.Statements, err = s.completeStatements(ctx, "article_id = ? ORDER BY added", id); err != nil {
		return nil, err
	}
	return r, nil
}

// coded reads an article as it was put.
func coded(ask asker, id string) (*Coded, error) {
	var c Coded
	if err := ask("SELECT record FROM articles WHERE article_id = ?", []any{id}, func(rs *sql.Rows) error {
		return rs.Scan(&c.Line)
	}); err != nil {
		return nil, err
	}
	if c.Line == nil {
		return nil, fmt.Errorf("article %q: %w", id, ErrNotFound)
	}
	if err := record.Read(strings.NewReader(string(c.Line)), func(r *record.Record) error { c.Record = r; return nil }); err != nil {
		return nil, fmt.Errorf("article %q: %w", id, err)
	}
	events, err := eventsWhere(ask, "article_id = ? ORDER BY added", id)
	if err != nil {
		return nil, err
	}
	c.Events = make([]table.Event, len(events))
	for i := range events {
		c.Events[i] = events[i].Event
	}
	statements, err := statementsWhere(ask, "article_id = ? ORDER BY added", id)
	c.Statements = make([]table.Statement, len(statements))
	for i := range statements {
		c.Statements[i] = statements[i].Statement
	}
	return &c, err
}

// Entity returns an entity with its names and offices.
func (s *Store) Entity(ctx context.Context, key string) (*Entity, error) {
	var e Entity
	var sectors string
	err := s.row(ctx, "SELECT key, name, kind, COALESCE(country, ''), COALESCE(sectors, ''), COALESCE(wikidata, ''), articles FROM entities WHERE key = ?", key).
		Scan(&e.Key, &e.Name, &e.Kind, &e.Country, &sectors, &e.Wikidata, &e.Articles)
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("entity %q: %w", key, ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	if sectors != "" {
		e.Sectors = strings.Split(sectors, "+")
	}
	if err := s.each(ctx, "SELECT name, SUM(articles) FROM names WHERE key = ? AND form <> 'office' GROUP BY name ORDER BY SUM(articles) DESC, name LIMIT 50", []any{key}, func(rs *sql.Rows) error {
		var c Count
		err := rs.Scan(&c.Value, &c.N)
		c.Label = c.Value
		e.Names = append(e.Names, c)
		return err
	}); err != nil {
		return nil, err
	}
	if err := s.each(ctx, "SELECT name, articles FROM names WHERE key = ? AND form = 'office' ORDER BY articles DESC, name LIMIT 50", []any{key}, func(rs *sql.Rows) error {
		var o OfficeCount
		err := rs.Scan(&o.Office, &o.N)
		e.Offices = append(e.Offices, o)
		return err
	}); err != nil {
		return nil, err
	}
	for i := range e.Offices {
		o := &e.Offices[i]
		for _, end := range []struct {
			of   string
			into *string
		}{{"MIN", &o.First}, {"MAX", &o.Last}} {
			if err := s.row(ctx, "SELECT COALESCE("+end.of+"(published), '') FROM appearances WHERE key = ? AND office = ?", key, o.Office).Scan(end.into); err != nil {
				return nil, err
			}
		}
	}
	return &e, s.busy(ctx, []*Entity{&e})
}

// busy fills in how many events and statements entities have.
func (s *Store) busy(ctx context.Context, list []*Entity) error {
	byFold := map[string]*Entity{}
	var args []any
	for _, e := range list {
		byFold[fold(e.Key)] = e
		args = append(args, fold(e.Key))
	}
	for len(args) > 0 {
		n := min(len(args), mostMarks)
		if err := s.each(ctx, "SELECT facet, fold, events, statements FROM terms WHERE facet IN ('party', 'speaker') AND fold IN ("+marks(n)+")", args[:n], func(rs *sql.Rows) error {
			var facet, key string
			var events, statements int
			if err := rs.Scan(&facet, &key, &events, &statements); err != nil {
				return err
			}
			if facet == "party" {
				byFold[key].Events = events
			} else {
				byFold[key].Statements = statements
			}
			return nil
		}); err != nil {
			return err
		}
		args = args[n:]
	}
	return nil
}
