package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Sizes of facets.
const (
	mostValues = 50     // of a facet
	mostFacets = 5_000  // rows that are counted by facets, the newest
	mostSpots  = 1000   // places on a map
	mostDays   = 50_000 // rows that are counted by day, the newest
	mostEvents = 10_000 // events of a pair with a filter, the newest
)

// Facets counts the rows that a filter wants by properties, those of FacetNames
// when no names are given. A facet has its 50 most frequent values. Without a
// filter all rows count, and with one the newest five thousand.
func (s *Store) Facets(ctx context.Context, k Kind, f Filter, names ...string) ([]Facet, error) {
	if len(names) == 0 {
		names = FacetNames(k)
	}
	for _, n := range names {
		if !slices.Contains(FacetNames(k), n) {
			return nil, invalid("facet %q: want %s", n, strings.Join(FacetNames(k), ", "))
		}
	}
	return remember(ctx, s, "facets", k, f, strings.Join(names, " "), func() ([]Facet, error) { return s.facets(ctx, k, f, names, mostValues) })
}

func (s *Store) facets(ctx context.Context, k Kind, f Filter, names []string, most int) ([]Facet, error) {
	q, err := s.ask(ctx, k, f)
	if err != nil {
		return nil, err
	}
	out := make([]Facet, len(names))
	for i, n := range names {
		out[i] = Facet{Name: n, Values: []Count{}}
	}
	if q.none {
		return out, nil
	}
	if q.all() && q.everyDay() {
		for i, n := range names {
			if err := s.each(ctx, fmt.Sprintf("SELECT value, %s FROM terms WHERE facet = ? AND %s > 0 ORDER BY %s DESC, fold LIMIT %d", k, k, k, most), []any{n}, func(rs *sql.Rows) error {
				var c Count
				err := rs.Scan(&c.Value, &c.N)
				out[i].Values = append(out[i].Values, c)
				return err
			}); err != nil {
				return nil, err
			}
		}
		return out, s.label(ctx, out)
	}
	counts := make([]map[int64]int, len(codes))
	for _, n := range names {
		counts[slices.Index(codes, n)] = map[int64]int{}
	}
	from, seq, args := s.from(q, true)
	rows := 0
	if err := s.each(ctx, fmt.Sprintf("SELECT f.terms FROM %s ORDER BY %s DESC LIMIT %d", from, seq, mostFacets+1), args, func(rs *sql.Rows) error {
		var cell sql.RawBytes
		if rows++; rows > mostFacets {
			return nil
		}
		if err := rs.Scan(&cell); err != nil {
			return err
		}
		eachTerm(cell, func(facet byte, id int64) {
			if int(facet) < len(counts) && counts[facet] != nil {
				counts[facet][id]++
			}
		})
		return nil
	}); err != nil {
		return nil, err
	}
	values := map[int64]*Count{}
	for i := range out {
		ids := slices.SortedFunc(maps.Keys(counts[slices.Index(codes, out[i].Name)]), func(a, b int64) int {
			n := counts[slices.Index(codes, out[i].Name)]
			return cmp.Or(n[b]-n[a], cmp.Compare(a, b))
		})
		ids = ids[:min(len(ids), most)]
		out[i].AtLeast = rows > mostFacets
		out[i].Values = make([]Count, len(ids))
		for j, id := range ids {
			out[i].Values[j].N = counts[slices.Index(codes, out[i].Name)][id]
			values[id] = &out[i].Values[j]
		}
	}
	all := slices.Sorted(maps.Keys(values))
	for len(all) > 0 {
		n := min(len(all), mostMarks)
		if err := s.each(ctx, "SELECT id, value FROM terms WHERE id IN ("+numbers(all[:n])+")", nil, func(rs *sql.Rows) error {
			var id int64
			var value string
			err := rs.Scan(&id, &value)
			values[id].Value = value
			return err
		}); err != nil {
			return nil, err
		}
		all = all[n:]
	}
	for i := range out {
		slices.SortStableFunc(out[i].Values, func(a, b Count) int { return cmp.Or(b.N-a.N, cmp.Compare(fold(a.Value), fold(b.Value))) })
	}
	return out, s.label(ctx, out)
}

// label names the values of facets: keys by the name of their entity, codes by
// that of the country that most articles name.
func (s *Store) label(ctx context.Context, list []Facet) error {
	byKey, byCode := map[string][]*Count{}, map[string][]*Count{}
	for i := range list {
		for j := range list[i].Values {
			c := &list[i].Values[j]
			c.Label = c.Value
			switch list[i].Name {
			case "actor", "recipient", "party", "speaker", "about", "entity":
				byKey[c.Value] = append(byKey[c.Value], c)
			case "country", "actor_country", "recipient_country", "place_country":
				byCode[c.Value] = append(byCode[c.Value], c)
			}
		}
	}
	for _, part := range []struct {
		query string
		of    map[string][]*Count
	}{
		{"SELECT key, name FROM entities WHERE key IN (%s)", byKey},
		{"SELECT country, name FROM entities WHERE kind = 'country' AND country IN (%s) ORDER BY articles, key DESC", byCode}, // the last one counts
	} {
		var values []any
		for _, v := range slices.Sorted(maps.Keys(part.of)) {
			values = append(values, v)
		}
		for len(values) > 0 {
			n := min(len(values), mostMarks)
			if err := s.each(ctx, fmt.Sprintf(part.query, marks(n)), values[:n], func(rs *sql.Rows) error {
				var value, name string
				err := rs.Scan(&value, &name)
				for _, c := range part.of[value] {
					c.Label = name
				}
				return err
			}); err != nil {
				return err
			}
			values = values[n:]
		}
	}
	return nil
}

// Places counts the events that a filter wants by where they happened, the
// most first; those whose place has no coordinates are left out. They are
// counted as Facets counts.
func (s *Store) Places(ctx context.Context, f Filter) ([]PlaceCount, error) {
	return remember(ctx, s, "places", Events, f, "", func() ([]PlaceCount, error) {
		spots, err := s.facets(ctx, Events, f, []string{"spot"}, mostSpots)
		if err != nil {
			return nil, err
		}
		out := []PlaceCount{}
		for _, c := range spots[0].Values {
			if x, ok := parseSpot(c.Value); ok {
				out = append(out, PlaceCount{x.place, x.country, x.latitude, x.longitude, x.geonames, c.N})
			}
		}
		return out, nil
	})
}

// Histogram counts the rows that a filter wants by stretch of days. Without a
// filter, or with days only, all rows count, and otherwise the newest fifty
// thousand.
func (s *Store) Histogram(ctx context.Context, k Kind, f Filter, by Unit) (Histogram, error) {
	if err := by.check(); err != nil {
		return Histogram{}, err
	}
	if k == Entities {
		return Histogram{}, invalid("entities have no days")
	}
	return remember(ctx, s, "histogram", k, f, string(by), func() (Histogram, error) { return s.histogram(ctx, k, f, by) })
}

func (s *Store) histogram(ctx context.Context, k Kind, f Filter, by Unit) (Histogram, error) {
	h := Histogram{Unit: by, Bins: []Bin{}}
	q, err := s.ask(ctx, k, f)
	if err != nil || q.none {
		return h, err
	}
	days := map[int64]int{}
	if q.all() {
		err = s.each(ctx, "SELECT day, n FROM days WHERE kind = ? AND day >= ? AND day < ?", []any{string(k), q.span.from >> dayShift, q.span.to >> dayShift}, func(rs *sql.Rows) error {
			var day int64
			var n int
			err := rs.Scan(&day, &n)
			days[day] = n
			return err
		})
	} else {
		from, seq, args := s.from(q, false)
		rows := 0
		err = s.each(ctx, fmt.Sprintf("SELECT %s FROM %s ORDER BY %s DESC LIMIT %d", seq, from, seq, mostDays+1), args, func(rs *sql.Rows) error {
			var n int64
			if rows++; rows > mostDays {
				h.AtLeast = true
				return nil
			}
			err := rs.Scan(&n)
			days[n>>dayShift]++
			return err
		})
	}
	if err != nil {
		return h, err
	}
	h.Undated = days[0]
	delete(days, 0)
	bins := map[string]int{}
	for day, n := range days {
		bins[by.start(dayOf(day<<dayShift))] += n
	}
	for _, start := range by.all(slices.Sorted(maps.Keys(bins))) {
		h.Bins = append(h.Bins, Bin{start, bins[start]})
	}
	return h, nil
}
