package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
)

// Entities lists the entities that articles name, those named by most articles
// first; pages in that order hold good as long as the counts do. In the order
// ByName, that of their keys, each comes exactly once whatever is added.
func (s *Store) Entities(ctx context.Context, f Filter, pg Page) (List[Entity], error) {
	l := List[Entity]{Items: []Entity{}}
	q, err := s.ask(ctx, Entities, f)
	if err != nil {
		return l, err
	}
	if pg.Order != ByName && pg.Order != Newest {
		return l, invalid("entities are listed by number of articles, or by name")
	}
	all, err := remember(ctx, s, "count", Entities, f, "", func() (counted, error) { return s.count(ctx, q) })
	if l.Total, l.AtLeast = all.n, all.atLeast; err != nil || q.none {
		return l, err
	}
	where, args := "e.named = TRUE", []any{} // so put, the index is used
	if !q.all() {
		from, seq, fromArgs := s.from(q, false)
		where += " AND e.seq IN (SELECT " + seq + " FROM " + from + ")"
		args = fromArgs
	}
	order := "e.articles DESC, e.key"
	if pg.Order == ByName {
		order = "e.key"
	}
	if pg.Token != "" {
		n, key, err := parseEntityToken(pg)
		if err != nil {
			return l, err
		}
		if pg.Order == ByName {
			where, args = where+" AND e.key > ?", append(args, key)
		} else {
			where, args = where+" AND (e.articles < ? OR e.articles = ? AND e.key > ?)", append(args, n, n, key)
		}
	}
	if err := s.each(ctx, fmt.Sprintf("SELECT e.key, e.name, e.kind, COALESCE(e.country, ''), COALESCE(e.sectors, ''), COALESCE(e.wikidata, ''), e.articles FROM entities e WHERE %s ORDER BY %s LIMIT %d", where, order, pg.size()+1), args, func(rs *sql.Rows) error {
		var e Entity
		var sectors string
		err := rs.Scan(&e.Key, &e.Name, &e.Kind, &e.Country, &sectors, &e.Wikidata, &e.Articles)
		if sectors != "" {
			e.Sectors = strings.Split(sectors, "+")
		}
		l.Items = append(l.Items, e)
		return err
	}); err != nil {
		return l, err
	}
	if len(l.Items) > pg.size() {
		l.Items = l.Items[:pg.size()]
		last := &l.Items[len(l.Items)-1]
		l.Next = string(tokenLetter(pg.Order)) + strconv.FormatInt(int64(last.Articles), 36) + "." + last.Key
	}
	list := make([]*Entity, len(l.Items))
	for i := range list {
		list[i] = &l.Items[i]
	}
	return l, s.busy(ctx, list)
}

func parseEntityToken(pg Page) (articles int64, key string, err error) {
	number, key, ok := strings.Cut(pg.Token, ".")
	if !ok {
		return 0, "", invalid("token %q: it is not of a list in this order", pg.Token)
	}
	articles, err = parseToken(pg.Order, number)
	return articles, key, err
}
