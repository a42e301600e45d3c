package store

import (
	"cmp"
	"database/sql"
	"maps"
	"math"
	"slices"
	"strings"

	"readout/record"
)

// sums are what a transaction changes in the tables that count, by how much.
// They are written once, at the end, in an order of their own, so that the same
// articles in the same order make the same database.
type sums struct {
	terms    map[int64]*[4]int // term → by kind
	days     map[dayKey]int
	pairs    map[pairKey]*pairSum
	names    map[nameKey]int
	entities map[string]int            // key → articles
	latest   map[string]*record.Entity // key → as the last article has it
	judged   map[string]bool
}

type (
	dayKey struct {
		kind Kind
		day  int64
	}
	pairKey struct{ a, b, day int64 }
	pairSum struct {
		n, score int64 // score in hundredths, so that it can be taken away again
		quad     [4]int64
	}
	nameKey struct{ key, form, name string }
)

func newSums() sums {
	return sums{map[int64]*[4]int{}, map[dayKey]int{}, map[pairKey]*pairSum{}, map[nameKey]int{}, map[string]int{}, map[string]*record.Entity{}, map[string]bool{}}
}

// kindNumber is the place of a kind in the counts of a term.
func kindNumber(k Kind) int { return slices.Index([]Kind{Events, Statements, Articles, Entities}, k) }

// row counts a row with its terms.
func (s *sums) row(k Kind, seq int64, terms []int64, sign int) {
	for _, id := range terms {
		n := s.terms[id]
		if n == nil {
			n = new([4]int)
			s.terms[id] = n
		}
		n[kindNumber(k)] += sign
	}
	if k != Entities {
		s.days[dayKey{k, seq >> dayShift}] += sign
	}
}

// pair counts an event for the series of its pairs: country with country, and
// entity with entity.
func (p *putting) pair(e *Event, day int64, sign int64) error {
	if day == 0 || !e.happened() {
		return nil
	}
	for _, facet := range []string{"country", "party"} {
		actors, err := p.sides(facet, e.Actors)
		if err != nil {
			return err
		}
		recipients, err := p.sides(facet, e.Recipients)
		if err != nil {
			return err
		}
		for _, a := range actors {
			for _, b := range recipients {
				k := pairKey{a, b, day}
				t := p.sums.pairs[k]
				if t == nil {
					t = &pairSum{}
					p.sums.pairs[k] = t
				}
				t.n += sign
				t.score += sign * int64(math.Round(e.Score*100))
				if e.Quad >= 1 && e.Quad <= 4 {
					t.quad[e.Quad-1] += sign
				}
			}
		}
	}
	return nil
}

// happened reports whether an event counts for a series.
func (e *Event) happened() bool {
	return !e.Negation && !e.Future && !e.Hypothetical && !e.Historical && e.DuplicateOf == ""
}

// sides are the terms of one side of an event, each once.
func (p *putting) sides(facet string, parties []Party) ([]int64, error) {
	var out []int64
	for _, x := range parties {
		value := x.Key
		if facet == "country" {
			value = x.Country
		}
		if value == "" {
			continue
		}
		id, err := p.term(facet, value)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out, nil
}

// appearances counts who is in an article that is in the table.
func (p *putting) appearances(article string, sign int) error {
	keys, names := map[string]bool{}, map[nameKey]bool{}
	if err := p.each("SELECT key, name, named, COALESCE(office, '') FROM appearances WHERE article_id = ?", []any{article}, func(rs *sql.Rows) error {
		var key, name, office string
		var named bool
		if err := rs.Scan(&key, &name, &named, &office); err != nil {
			return err
		}
		form := "nominal"
		if named {
			form = "name"
		}
		keys[key], names[nameKey{key, form, name}] = true, true
		if office != "" {
			names[nameKey{key, "office", office}] = true
		}
		return nil
	}); err != nil {
		return err
	}
	for k := range keys {
		p.sums.entities[k] += sign
	}
	for k := range names {
		p.sums.names[k] += sign
	}
	return nil
}

// flush writes the sums.
func (p *putting) flush() error {
	for _, part := range []func() error{p.flushDays, p.flushPairs, p.flushEntities, p.flushTerms, p.flushState, p.flushIndex} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

func (p *putting) flushState() error {
	if p.added > 0 {
		if err := p.exec("UPDATE state SET value = ? WHERE name = 'added'", p.added); err != nil {
			return err
		}
	}
	if !p.changed {
		return nil
	}
	return p.exec("UPDATE state SET value = value + 1 WHERE name = 'revision'")
}

func (p *putting) flushDays() error {
	for _, k := range slices.SortedFunc(maps.Keys(p.sums.days), func(a, b dayKey) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.day, b.day)) }) {
		n := p.sums.days[k]
		if n == 0 {
			continue
		}
		if err := p.exec("INSERT INTO days (kind, day, n) VALUES (?, ?, ?) ON CONFLICT (kind, day) DO UPDATE SET n = days.n + excluded.n", string(k.kind), k.day, n); err != nil {
			return err
		}
		if n < 0 {
			if err := p.exec("DELETE FROM days WHERE kind = ? AND day = ? AND n = 0", string(k.kind), k.day); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *putting) flushPairs() error {
	for _, k := range slices.SortedFunc(maps.Keys(p.sums.pairs), func(x, y pairKey) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b), cmp.Compare(x.day, y.day))
	}) {
		t := p.sums.pairs[k]
		if *t == (pairSum{}) {
			continue
		}
		if err := p.exec(`INSERT INTO pairs (a, b, day, n, score, quad1, quad2, quad3, quad4) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (a, b, day) DO UPDATE SET n = pairs.n + excluded.n, score = pairs.score + excluded.score, quad1 = pairs.quad1 + excluded.quad1,
quad2 = pairs.quad2 + excluded.quad2, quad3 = pairs.quad3 + excluded.quad3, quad4 = pairs.quad4 + excluded.quad4`,
			k.a, k.b, k.day, t.n, t.score, t.quad[0], t.quad[1], t.quad[2], t.quad[3]); err != nil {
			return err
		}
		if t.n < 0 {
			if err := p.exec("DELETE FROM pairs WHERE a = ? AND b = ? AND day = ? AND n = 0", k.a, k.b, k.day); err != nil {
				return err
			}
		}
	}
	return nil
}

// flushEntities writes names and entities, and the index of those that are
// called otherwise than before.
func (p *putting) flushEntities() error {
	renamed := map[string]bool{}
	for _, k := range slices.SortedFunc(maps.Keys(p.sums.names), func(a, b nameKey) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.form, b.form), cmp.Compare(a.name, b.name))
	}) {
		n := p.sums.names[k]
		if n == 0 {
			continue
		}
		var now int
		if err := p.row(`INSERT INTO names (key, form, name, fold, articles) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (key, form, name) DO UPDATE SET articles = names.articles + excluded.articles RETURNING articles`, k.key, k.form, k.name, fold(k.name), n).Scan(&now); err != nil {
			return err
		}
		if now == 0 {
			if err := p.exec("DELETE FROM names WHERE key = ? AND form = ? AND name = ?", k.key, k.form, k.name); err != nil {
				return err
			}
		}
		renamed[k.key] = renamed[k.key] || now == n || now == 0
	}
	for _, key := range slices.Sorted(maps.Keys(p.sums.entities)) {
		if err := p.flushEntity(key, p.sums.entities[key], renamed[key]); err != nil {
			return err
		}
	}
	return nil
}

func (p *putting) flushEntity(key string, n int, renamed bool) error {
	e := Entity{Key: key}
	var seq int64
	var was struct{ name, kind, country, sectors string }
	var name, sectors string
	var named bool
	if err := p.row(`SELECT COALESCE(e.seq, 0), COALESCE(e.name, ''), COALESCE(e.kind, ''), COALESCE(e.country, ''), COALESCE(e.sectors, ''), COALESCE(e.articles, 0),
COALESCE((SELECT name FROM names WHERE key = k.key AND form <> 'office' ORDER BY form, articles DESC, name LIMIT 1), ''),
EXISTS (SELECT 1 FROM names WHERE key = k.key AND form = 'name') FROM (SELECT CAST(? AS TEXT) AS key) k LEFT JOIN entities e ON e.key = k.key`, key).
		Scan(&seq, &was.name, &was.kind, &was.country, &was.sectors, &e.Articles, &name, &named); err != nil {
		return err
	}
	fresh := seq == 0
	if e.Articles += n; e.Articles == 0 {
		if fresh {
			return nil
		}
		if err := p.unindex(Entities, seq); err != nil {
			return err
		}
		return p.exec("DELETE FROM entities WHERE seq = ?", seq)
	}
	// It is what the article says that was put last, and has the name that most give it.
	e.Name, e.Kind, e.Country, sectors = name, was.kind, was.country, was.sectors
	if l := p.sums.latest[key]; l != nil {
		e.Kind, e.Country, sectors = l.Kind, l.Country, strings.Join(l.Sectors, "+")
	}
	if isWikidata(key) {
		e.Wikidata = key
	}
	var err error
	if fresh {
		err = p.row("INSERT INTO entities (key, name, kind, country, sectors, wikidata, named, articles) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq",
			key, e.Name, e.Kind, null(e.Country), null(sectors), null(e.Wikidata), named, e.Articles).Scan(&seq)
	} else {
		err = p.exec("UPDATE entities SET name = ?, kind = ?, country = ?, sectors = ?, named = ?, articles = ? WHERE seq = ?",
			e.Name, e.Kind, null(e.Country), null(sectors), named, e.Articles, seq)
	}
	if err != nil || !renamed && !fresh && was == struct{ name, kind, country, sectors string }{e.Name, e.Kind, e.Country, sectors} {
		return err
	}
	if !fresh {
		if err := p.unindex(Entities, seq); err != nil {
			return err
		}
	}
	if !named {
		return nil
	}
	if sectors != "" {
		e.Sectors = strings.Split(sectors, "+")
	}
	var called []string
	if err := p.each("SELECT name FROM names WHERE key = ? ORDER BY form, name", []any{key}, collect(&called)); err != nil {
		return err
	}
	return p.index(Entities, seq, normal(called...), e.tags(), 0, 0, 0)
}

func isWikidata(key string) bool { return strings.HasPrefix(key, "Q") && !strings.Contains(key, "/") }
