package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"readout/record/table"
)

// Events lists events.
func (s *Store) Events(ctx context.Context, f Filter, pg Page) (List[Event], error) {
	return listOf(ctx, s, Events, f, pg, func(where string, args ...any) ([]Event, error) {
		return s.completeEvents(ctx, where, args...)
	}, func(e *Event) string { return e.words() })
}

// Statements lists statements.
func (s *Store) Statements(ctx context.Context, f Filter, pg Page) (List[Statement], error) {
	return listOf(ctx, s, Statements, f, pg, func(where string, args ...any) ([]Statement, error) {
		return s.completeStatements(ctx, where, args...)
	}, func(x *Statement) string { return x.words() })
}

// Articles lists articles.
func (s *Store) Articles(ctx context.Context, f Filter, pg Page) (List[Article], error) {
	return listOf(ctx, s, Articles, f, pg, func(where string, args ...any) ([]Article, error) {
		return articlesWhere(s.within(ctx), where, args...)
	}, func(a *Article) string {
		r, err := s.Article(ctx, a.ID)
		if err != nil {
			return ""
		}
		return r.words()
	})
}

// mostCounted is how many rows of a list are counted.
const mostCounted = 10_000

// listOf is a page of rows, which fetch gets in the order of their numbers.
func listOf[T any](ctx context.Context, s *Store, k Kind, f Filter, pg Page, fetch func(where string, args ...any) ([]T, error), words func(*T) string) (List[T], error) {
	l := List[T]{Items: []T{}}
	q, err := s.ask(ctx, k, f)
	if err != nil {
		return l, err
	}
	if pg.Order == ByName {
		return l, invalid("only entities are listed by name")
	}
	var at int64 = -1
	if pg.Token != "" {
		if at, err = parseToken(pg.Order, pg.Token); err != nil {
			return l, err
		}
	}
	all, err := remember(ctx, s, "count", k, f, "", func() (counted, error) { return s.count(ctx, q) })
	if err != nil {
		return l, err
	}
	l.Total, l.AtLeast = all.n, all.atLeast
	if pg.Order == Added {
		return l, added(ctx, s, q, pg, at, &l, fetch, words)
	}
	if q.none {
		return l, nil
	}
	var seqs []int64
	up := pg.Order == Oldest
	part := *q
	switch {
	case at >= 0 && up:
		part.span.from = max(part.span.from, at+1)
	case at >= 0:
		part.span.to = min(part.span.to, at)
	}
	from, seq, args := s.from(&part, false)
	direction := "DESC"
	if up {
		direction = "ASC"
	}
	if err := s.each(ctx, fmt.Sprintf("SELECT %s FROM %s ORDER BY %s %s LIMIT %d", seq, from, seq, direction, pg.size()+1), args, collect(&seqs)); err != nil {
		return l, err
	}
	if len(seqs) > pg.size() {
		seqs = seqs[:pg.size()]
		l.Next = token(pg.Order, seqs[len(seqs)-1])
	}
	if len(seqs) == 0 {
		return l, nil
	}
	l.Items, err = fetch("seq IN (" + numbers(seqs) + ") ORDER BY seq " + direction)
	return l, err
}

// numbers writes numbers into a query.
func numbers(list []int64) string {
	return strings.Trim(strings.Join(strings.Fields(fmt.Sprint(list)), ", "), "[]")
}

// Sizes of the walk through what has been added.
const (
	addedStep = 500
	addedMost = 20_000 // rows looked at for a page
)

// added fills a page with rows in the order in which they came. Rows that came
// after the token are few when it is of the last look, so each is held against
// the question.
func added[T any](ctx context.Context, s *Store, q *asked, pg Page, at int64, l *List[T], fetch func(where string, args ...any) ([]T, error), words func(*T) string) error {
	l.Items = []T{}
	seen := 0
	for len(l.Items) < pg.size() && seen < addedMost {
		type row struct {
			seq, added int64
			meets      bool
		}
		var rows []row
		var meeting []int64
		if err := s.each(ctx, fmt.Sprintf("SELECT r.seq, r.added, f.confidence, f.terms FROM %s r JOIN %s_facets f ON f.seq = r.seq WHERE r.added > ? ORDER BY r.added LIMIT %d", q.kind, q.kind, addedStep), []any{at}, func(rs *sql.Rows) error {
			var x row
			var confidence float64
			var cell sql.RawBytes
			if err := rs.Scan(&x.seq, &x.added, &confidence, &cell); err != nil {
				return err
			}
			if x.meets = q.meets(x.seq, confidence, cell); x.meets {
				meeting = append(meeting, x.seq)
			}
			rows = append(rows, x)
			return nil
		}); err != nil {
			return err
		}
		if len(rows) == 0 {
			break
		}
		seen += len(rows)
		var items []T
		if len(meeting) > 0 {
			var err error
			if items, err = fetch("seq IN (" + numbers(meeting) + ") ORDER BY added"); err != nil {
				return err
			}
		}
		i := 0
		for _, x := range rows {
			if x.meets && i < len(items) { // one may have gone meanwhile
				item := &items[i]
				i++
				if (q.article == "" || articleOf(item) == q.article) && (len(q.words) == 0 || holds(q.words, words(item))) {
					l.Items = append(l.Items, *item)
				}
			}
			at = x.added
			if len(l.Items) == pg.size() {
				break
			}
		}
	}
	l.Next = token(Added, max(at, 0))
	return nil
}

func articleOf(row any) string {
	switch x := row.(type) {
	case *Event:
		return x.ArticleID
	case *Statement:
		return x.ArticleID
	case *Article:
		return x.ID
	}
	return ""
}

// counted is how many rows there are, or that there are at least so many.
type counted struct {
	n       int
	atLeast bool
}

func upTo(n int) counted { return counted{min(n, mostCounted), n > mostCounted} }

// count counts the rows that a question is about.
func (s *Store) count(ctx context.Context, q *asked) (counted, error) {
	n := 0
	switch {
	case q.none:
		return counted{}, nil
	case q.all() && q.kind == Entities:
		err := s.row(ctx, "SELECT COUNT(*) FROM (SELECT 1 FROM entities WHERE named LIMIT ?) x", mostCounted+1).Scan(&n)
		return upTo(n), err
	case q.all():
		err := s.row(ctx, "SELECT COALESCE(SUM(n), 0) FROM days WHERE kind = ? AND day >= ? AND day < ?", string(q.kind), q.span.from>>dayShift, q.span.to>>dayShift).Scan(&n)
		return counted{n, false}, err
	case q.everyDay() && len(q.terms) == 1 && len(q.terms[0]) == 1 && len(q.words) == 0 && q.confidence == 0 && q.article == "":
		err := s.row(ctx, "SELECT "+string(q.kind)+" FROM terms WHERE id = ?", q.terms[0][0]).Scan(&n)
		return counted{n, false}, err
	}
	from, _, args := s.from(q, false)
	err := s.row(ctx, fmt.Sprintf("SELECT COUNT(*) FROM (SELECT 1 FROM %s LIMIT %d) x", from, mostCounted+1), args...).Scan(&n)
	return upTo(n), err
}

// eventsWhere reads events without their judgements and without what the
// entities tell of their parties.
func eventsWhere(ask asker, where string, args ...any) ([]Event, error) {
	cols := names(table.Columns[table.Event]())
	out := []Event{}
	err := ask("SELECT "+strings.Join(cols, ", ")+", "+eventKeys+" FROM events WHERE "+where, args, func(rs *sql.Rows) error {
		row, more, err := scanRow[table.Event](rs, len(cols), 3)
		if err != nil {
			return err
		}
		e := Event{Event: *row, Actors: partiesOf(more[0], row.Actors, row.ActorCountries, row.ActorSectors, row.ActorOffices),
			Recipients: partiesOf(more[1], row.Recipients, row.RecipientCountries, row.RecipientSectors, row.RecipientOffices)}
		if more[2] != "" {
			e.Source = &Party{Key: more[2], Name: row.AccordingTo}
		}
		out = append(out, e)
		return nil
	})
	return out, err
}

func statementsWhere(ask asker, where string, args ...any) ([]Statement, error) {
	cols := names(table.Columns[table.Statement]())
	out := []Statement{}
	err := ask("SELECT "+strings.Join(cols, ", ")+", "+statementKeys+" FROM statements WHERE "+where, args, func(rs *sql.Rows) error {
		row, more, err := scanRow[table.Statement](rs, len(cols), 5)
		if err != nil {
			return err
		}
		x := Statement{Statement: *row, Addressees: partiesOf(more[1], row.Addressees, "", "", ""), About: partiesOf(more[2], row.About, "", "", "")}
		if by := partiesOf(more[0], row.Speaker, row.SpeakerCountry, row.SpeakerSectors, row.SpeakerOffice); len(by) > 0 {
			x.Speaker = &by[0]
		}
		if more[3] != "" {
			x.Reporter = &Party{Key: more[3], Name: row.ReportedBy}
		}
		x.CoSpeakers = partiesOf(more[4], row.CoSpeakers, "", "", "")
		out = append(out, x)
		return nil
	})
	return out, err
}

const articleColumns = "article_id, COALESCE(url, ''), COALESCE(title, ''), COALESCE(byline, ''), COALESCE(publisher, ''), COALESCE(published, ''), COALESCE(language, ''), COALESCE(duplicate_of, ''), lead, events, statements"

func articlesWhere(ask asker, where string, args ...any) ([]Article, error) {
	out := []Article{}
	err := ask("SELECT "+articleColumns+" FROM articles WHERE "+where, args, func(rs *sql.Rows) error {
		var a Article
		err := rs.Scan(&a.ID, &a.URL, &a.Title, &a.Byline, &a.Publisher, &a.Published, &a.Language, &a.DuplicateOf, &a.Lead, &a.Events, &a.Statements)
		out = append(out, a)
		return err
	})
	return out, err
}

// partiesOf takes parallel lists apart.
func partiesOf(keys, names, countries, sectors, offices string) []Party {
	if keys == "" {
		return nil
	}
	k := strings.Split(keys, table.Between)
	out := make([]Party, len(k))
	lists := [4][]string{strings.Split(names, table.Between), strings.Split(countries, table.Between), strings.Split(sectors, table.Between), strings.Split(offices, table.Between)}
	item := func(list, i int) string {
		if i < len(lists[list]) {
			return lists[list][i]
		}
		return ""
	}
	for i := range out {
		out[i] = Party{Key: k[i], Name: item(0, i), Country: item(1, i), Office: item(3, i)}
		if s := item(2, i); s != "" {
			out[i].Sectors = strings.Split(s, "+")
		}
	}
	return out
}
