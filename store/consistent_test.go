package store

import (
	"context"
	"database/sql"
	"fmt"

	gocmp "github.com/google/go-cmp/cmp"
)

// consistent checks that what is counted is what is there.
func consistent(t interface {
	Fatal(...any)
	Fatalf(string, ...any)
}, s *Store) {
	ctx := context.Background()
	p := must(newPlain(ctx, s))(t)
	want, got := map[string]int{}, map[string]int{}
	for _, k := range []Kind{Events, Statements, Articles, Entities} {
		rows := p.rows(k)
		for _, c := range rows {
			for _, x := range c.tags {
				want[fmt.Sprint("term ", k, " ", x.facet, " ", fold(x.value))]++
			}
			for i := 1; i <= int(c.confidence*10+1e-9) && k != Entities; i++ {
				want[fmt.Sprint("term ", k, " confidence ", i)]++
			}
			if k != Entities {
				want[fmt.Sprint("day ", k, " ", c.day)]++
			}
			if e := c.event; e != nil && e.happened() && c.day != "" {
				for _, side := range []func(Party) string{func(p Party) string { return p.Key }, func(p Party) string { return p.Country }} {
					seen := map[string]bool{}
					for _, a := range e.Actors {
						for _, b := range e.Recipients {
							pair := fmt.Sprint("pair ", c.day, " ", side(a), " ", side(b))
							if side(a) != "" && side(b) != "" && !seen[pair] {
								want[pair]++
								seen[pair] = true
							}
						}
					}
				}
			}
		}
		if n := len(rows); n > 0 {
			want[string("facets "+k)], want[string("index "+k)] = n, n
		}
	}
	for _, e := range p.entities {
		want["entity "+e.Key+" "+fmt.Sprint(p.named[e.Key])] = e.Articles
	}
	read := func(query string, name func(scan func(...any) error) (string, int, error)) {
		if err := s.each(ctx, query, nil, func(rs *sql.Rows) error {
			k, n, err := name(rs.Scan)
			got[k] += n
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	for _, k := range []Kind{Events, Statements, Articles, Entities} {
		read(fmt.Sprintf("SELECT facet, fold, %s FROM terms WHERE %s <> 0", k, k), func(scan func(...any) error) (string, int, error) {
			var facet, value string
			var n int
			err := scan(&facet, &value, &n)
			return fmt.Sprint("term ", k, " ", facet, " ", value), n, err
		})
		var facets, index int
		if err := s.row(ctx, fmt.Sprintf("SELECT COUNT(*) FROM %s_facets", k)).Scan(&facets); err != nil {
			t.Fatal(err)
		}
		cond, args := s.d.match(k, &asked{words: [][]term{{{words: []string{"xyzzy"}, not: true}}}})
		if err := s.row(ctx, fmt.Sprintf("SELECT COUNT(*) FROM %s_index i WHERE %s", k, cond), args...).Scan(&index); err != nil {
			t.Fatal(err)
		}
		if facets+index > 0 {
			got[string("facets "+k)], got[string("index "+k)] = facets, index
		}
	}
	read("SELECT facet, fold, 1 FROM terms WHERE events = 0 AND statements = 0 AND articles = 0 AND entities = 0", func(scan func(...any) error) (string, int, error) {
		var facet, value string
		var n int
		err := scan(&facet, &value, &n)
		return "unused term " + facet + " " + value, n, err
	})
	read("SELECT kind, day, n FROM days", func(scan func(...any) error) (string, int, error) {
		var kind string
		var day int64
		var n int
		err := scan(&kind, &day, &n)
		return fmt.Sprint("day ", kind, " ", dayOf(day<<dayShift)), n, err
	})
	read("SELECT day, x.value, y.value, n FROM pairs JOIN terms x ON x.id = a JOIN terms y ON y.id = b", func(scan func(...any) error) (string, int, error) {
		var a, b string
		var day int64
		var n int
		err := scan(&day, &a, &b, &n)
		return fmt.Sprint("pair ", dayOf(day<<dayShift), " ", a, " ", b), n, err
	})
	read("SELECT key, named, articles FROM entities", func(scan func(...any) error) (string, int, error) {
		var key string
		var named bool
		var n int
		err := scan(&key, &named, &n)
		return fmt.Sprint("entity ", key, " ", named), n, err
	})
	if d := gocmp.Diff(want, got); d != "" {
		t.Fatalf("what is counted is not what is there:\n%s", d)
	}
	// Every judgement of an event that is there is tied to it.
	for _, j := range must(s.Judgements(ctx, ""))(t) {
		tied := j.Event != ""
		found := false
		for _, c := range p.rows(Events) {
			found = found || c.article == j.Article && c.event.Type == j.Type && int(c.event.Start) < j.End && int(c.event.End) > j.Start
		}
		if tied != found {
			t.Fatalf("judgement %d of %s is tied to %q", j.ID, j.Article, j.Event)
		}
	}
}
