package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Pair returns what two parties, countries by code or entities by key, did to
// each other, among the events that a filter wants. Two countries or two
// entities without a filter, or with days only, are answered from sums; of
// others the newest ten thousand events count.
func (s *Store) Pair(ctx context.Context, a, b string, f Filter, by Unit) (*Pair, error) {
	if err := by.check(); err != nil {
		return nil, err
	}
	return remember(ctx, s, "pair", Events, f, strings.Join([]string{a, b, string(by)}, "\x00"), func() (*Pair, error) { return s.pair(ctx, a, b, f, by) })
}

// member is one side of a pair.
type member struct {
	Party
	country bool
	id      int64 // of the term of the series
}

func (s *Store) pair(ctx context.Context, a, b string, f Filter, by Unit) (*Pair, error) {
	q, err := s.ask(ctx, Events, f)
	if err != nil {
		return nil, err
	}
	x, err := s.member(ctx, a)
	if err != nil {
		return nil, err
	}
	y, err := s.member(ctx, b)
	if err != nil {
		return nil, err
	}
	out := &Pair{A: x.Party, B: y.Party, Unit: by, Bins: []PairBin{}}
	if q.none || x.id == 0 || y.id == 0 {
		return out, nil
	}
	bins := map[string]*PairBin{}
	bin := func(day int64) *PairBin {
		start := by.start(dayOf(day << dayShift))
		if bins[start] == nil {
			bins[start] = &PairBin{From: start}
		}
		return bins[start]
	}
	self := x.country == y.country && x.id == y.id // what it does to itself it does both ways
	for _, back := range []bool{false, true} {
		from, to, all := x, y, &out.There
		if back {
			from, to, all = y, x, &out.Back
		}
		if back && self {
			break
		}
		add := func(day int64, t Tally) {
			side := &bin(day).There
			if back {
				side = &bin(day).Back
			}
			side.add(t)
			all.add(t)
			if self {
				bin(day).Back.add(t)
				out.Back.add(t)
			}
		}
		if q.all() && x.country == y.country {
			err = s.sums(ctx, q, from.id, to.id, add)
		} else {
			err = s.series(ctx, q, from, to, add, &out.AtLeast)
		}
		if err != nil {
			return nil, err
		}
	}
	for _, start := range by.all(slices.Sorted(maps.Keys(bins))) {
		t := bins[start]
		if t == nil {
			t = &PairBin{From: start}
		}
		t.There.end()
		t.Back.end()
		out.Bins = append(out.Bins, *t)
	}
	out.There.end()
	out.Back.end()
	return out, nil
}

// sums gives the days of a pair as they are summed up.
func (s *Store) sums(ctx context.Context, q *asked, a, b int64, add func(int64, Tally)) error {
	return s.each(ctx, "SELECT day, n, score, quad1, quad2, quad3, quad4 FROM pairs WHERE a = ? AND b = ? AND day >= ? AND day < ?",
		[]any{a, b, q.span.from >> dayShift, q.span.to >> dayShift}, func(rs *sql.Rows) error {
			var day, score int64
			var t Tally
			err := rs.Scan(&day, &t.N, &score, &t.Quad[0], &t.Quad[1], &t.Quad[2], &t.Quad[3])
			t.Score = float64(score) / 100
			add(day, t)
			return err
		})
}

// series gives the events of a pair one by one. Nearly all events have
// happened and are no reprints: that is looked up in what they are counted by,
// which takes less time than finding it in the index.
func (s *Store) series(ctx context.Context, q *asked, a, b member, add func(int64, Tally), atLeast *bool) error {
	part, rest := *q, asked{span: q.span}
	part.terms = slices.Clone(q.terms)
	part.span.from = max(part.span.from, 1<<dayShift)
	for _, x := range []struct {
		of           *asked
		facet, value string
	}{{&part, a.facet("actor"), a.Key}, {&part, b.facet("recipient"), b.Key}, {&rest, "aux", "none"}, {&rest, "reprints", "none"}} {
		if err := s.group(ctx, x.of, []string{x.facet}, []string{x.value}); err != nil {
			return err
		}
	}
	if part.none || rest.none {
		return nil
	}
	from, seq, args := s.from(&part, true)
	rows := 0
	return s.each(ctx, fmt.Sprintf("SELECT f.seq, f.score, f.quad, f.terms FROM %s ORDER BY %s DESC LIMIT %d", from, seq, mostEvents+1), args, func(rs *sql.Rows) error {
		var n int64
		var quad int
		var cell sql.RawBytes
		t := Tally{N: 1}
		if rows++; rows > mostEvents {
			*atLeast = true
			return nil
		}
		if err := rs.Scan(&n, &t.Score, &quad, &cell); err != nil {
			return err
		}
		if !rest.meets(n, 1, cell) {
			return nil
		}
		if quad >= 1 && quad <= 4 {
			t.Quad[quad-1] = 1
		}
		add(n>>dayShift, t)
		return nil
	})
}

// member looks up one side of a pair: a country by its code, or an entity by
// its key.
func (s *Store) member(ctx context.Context, value string) (member, error) {
	m := member{Party: Party{Key: value, Name: value, Named: true}, country: isCode(value)}
	facet := "party"
	if m.country {
		facet, m.Key = "country", strings.ToUpper(value)
		m.Country = m.Key
	}
	err := s.row(ctx, "SELECT id FROM terms WHERE facet = ? AND fold = ?", facet, fold(value)).Scan(&m.id)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return m, err
	}
	if m.Name, err = s.name(ctx, m.Key); err != nil {
		return m, err
	}
	if m.country {
		return m, nil
	}
	return m, s.describe(ctx, []*Party{&m.Party})
}

// isCode reports whether a value is the code of a country, not the key of an
// entity.
func isCode(value string) bool {
	for i := range len(value) {
		if c := value[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return len(value) == 3
}

// facet is the facet of a side of events that the member stands on.
func (m *member) facet(side string) string {
	if m.country {
		return side + "_country"
	}
	return side
}

// add adds the events of another tally, scores as sums.
func (t *Tally) add(o Tally) {
	t.N += o.N
	t.Score += o.Score
	for i := range t.Quad {
		t.Quad[i] += o.Quad[i]
	}
}

// end makes a mean of the sum of scores.
func (t *Tally) end() {
	if t.N > 0 {
		t.Score /= float64(t.N)
	}
}

// Say puts a filter into words, with names for keys and codes.
func (s *Store) Say(ctx context.Context, k Kind, f Filter) (string, error) {
	var fault error
	said := f.Say(k, func(v string) string {
		name, err := s.name(ctx, v)
		if err != nil {
			fault = err
		}
		return name
	})
	return said, fault
}

// name is the name of a key or of a country's code, or the value itself.
func (s *Store) name(ctx context.Context, value string) (string, error) {
	query := "SELECT name FROM entities WHERE key = ?"
	if isCode(value) {
		query = "SELECT name FROM entities WHERE kind = 'country' AND country = ? ORDER BY articles DESC, key LIMIT 1"
		value = strings.ToUpper(value)
	}
	name := value
	if err := s.row(ctx, query, value).Scan(&name); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", err
	}
	return name, nil
}
