package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// addresses tells where the stores of tests are.
var addresses = map[*Store]string{}

// each runs a test of the contract against every database there is.
func each(t *testing.T, test func(t *testing.T, fresh func() *Store)) {
	for _, kind := range []struct {
		name    string
		address func(t *testing.T) string
	}{
		{"sqlite", func(t *testing.T) string { return filepath.Join(t.TempDir(), "store.db") }},
		{"postgres", database},
	} {
		t.Run(kind.name, func(t *testing.T) {
			test(t, func() *Store {
				address := kind.address(t)
				s := open(t, address)
				addresses[s] = address
				t.Cleanup(func() { s.Close() })
				return s
			})
		})
	}
}

func must[T any](v T, err error) func(fatal interface{ Fatal(...any) }) T {
	return func(t interface{ Fatal(...any) }) T {
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// TestContract does all sorts of things to a store and holds its answers
// against those of going through everything.
func TestContract(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, ctx := fresh(), context.Background()
		rapid.Check(t, func(rt *rapid.T) {
			empty(rt, s)
			for range rapid.IntRange(1, 6).Draw(rt, "steps") {
				switch rapid.SampledFrom([]string{"put", "put", "put", "delete", "judge"}).Draw(rt, "step") {
				case "put":
					var batch []Coded
					for range rapid.IntRange(1, 4).Draw(rt, "articles") {
						r := drawRecord(rt, rapid.SampledFrom([]string{"a1", "a/2", "a3", "a4", "a5"}).Draw(rt, "id"))
						if err := r.Check(); err != nil {
							rt.Fatal(err)
						}
						batch = append(batch, must(Code(r, nil))(rt))
					}
					if err := s.Put(ctx, batch); err != nil {
						rt.Fatal(err)
					}
				case "delete":
					if f := drawFilter(rt); !f.Zero() {
						want := len(must(newPlain(ctx, s))(rt).matching(Articles, f))
						if n := must(s.Delete(ctx, f))(rt); n != want {
							rt.Fatalf("deleted %d articles, not %d, of %+v", n, want, f)
						}
					}
				case "judge":
					l := must(s.Events(ctx, Filter{}, Page{Size: 3}))(rt)
					if len(l.Items) > 0 {
						e := l.Items[rapid.IntRange(0, len(l.Items)-1).Draw(rt, "which")]
						if err := s.Judge(ctx, &Judgement{Event: e.ID, Verdict: rapid.SampledFrom([]string{Right, Wrong}).Draw(rt, "verdict"), Who: "M"}); err != nil {
							rt.Fatal(err)
						}
					}
				}
			}
			consistent(rt, s)
			p := must(newPlain(ctx, s))(rt)
			for range 8 {
				agree(rt, s, p, drawFilter(rt))
			}
		})
	})
}

// empty takes everything away, which must leave nothing behind.
func empty(t *rapid.T, s *Store) {
	ctx := context.Background()
	if _, err := s.Delete(ctx, Filter{From: "0001"}); err != nil {
		t.Fatal(err)
	}
	for _, id := range ids(must(newPlain(ctx, s))(t).rows(Articles)) { // those without a day
		if _, err := s.Delete(ctx, Filter{Article: id}); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"articles", "events", "statements", "entities", "appearances", "names", "terms", "days", "pairs", "events_facets", "statements_facets", "articles_facets", "entities_facets"} {
		var n int
		if err := s.row(ctx, "SELECT COUNT(*) FROM "+name).Scan(&n); err != nil {
			t.Fatal(err)
		}
		if n > 0 {
			t.Fatalf("all articles are deleted, and %d rows are left in %s", n, name)
		}
	}
	if _, err := s.change(ctx, "DELETE FROM judgements"); err != nil {
		t.Fatal(err)
	}
}

// agree holds the answers of a store to one filter against the plain ones.
func agree(t *rapid.T, s *Store, p *plain, f Filter) {
	ctx := context.Background()
	for _, k := range []Kind{Events, Statements, Articles} {
		want := p.matching(k, f)
		for _, o := range []Order{Newest, Oldest, Added} {
			sorted := slices.Clone(want)
			switch o {
			case Newest:
				slices.SortStableFunc(sorted, func(a, b candidate) int { return cmp.Compare(b.day, a.day) })
			case Oldest:
				slices.SortStableFunc(sorted, func(a, b candidate) int { return cmp.Compare(a.day, b.day) })
			}
			got, total := walk(t, s, k, f, o, 2)
			if total != len(want) {
				t.Fatalf("%s %+v: total %d, want %d", k, f, total, len(want))
			}
			// Within a day the order is that in which rows came, which replaced rows keep.
			if o == Added {
				if d := gocmp.Diff(ids(sorted), got); d != "" {
					t.Fatalf("%s %s %+v:\n%s", k, o, f, d)
				}
				continue
			}
			days := map[string]string{}
			for _, c := range sorted {
				days[c.id] = c.day
			}
			if !slices.IsSortedFunc(got, func(a, b string) int {
				if o == Oldest {
					return cmp.Compare(days[a], days[b])
				}
				return cmp.Compare(days[b], days[a])
			}) {
				t.Fatalf("%s %s %+v: not by day: %v", k, o, f, got)
			}
			slices.Sort(got)
			all := ids(sorted)
			slices.Sort(all)
			if d := gocmp.Diff(all, got); d != "" {
				t.Fatalf("%s %s %+v:\n%s", k, o, f, d)
			}
		}
		for _, facet := range must(s.Facets(ctx, k, f))(t) {
			got := map[string]int{}
			for _, c := range facet.Values {
				got[fold(c.Value)] = c.N
			}
			if d := gocmp.Diff(counts(want, facet.Name), got); d != "" {
				t.Fatalf("%s by %s %+v:\n%s", k, facet.Name, f, d)
			}
		}
		for _, by := range []Unit{ByDay, ByWeek, ByMonth, ByYear} {
			bins := map[string]int{}
			for _, c := range want {
				if c.day != "" {
					bins[by.start(c.day)]++
				}
			}
			h := must(s.Histogram(ctx, k, f, by))(t)
			got := map[string]int{}
			for _, b := range h.Bins {
				if b.N > 0 {
					got[b.From] = b.N
				}
			}
			if d := gocmp.Diff(bins, got); d != "" {
				t.Fatalf("%s %s %+v:\n%s", k, by, f, d)
			}
		}
	}
	f.From, f.To, f.Article, f.MinConfidence = "", "", "", 0
	got, total := walk(t, s, Entities, f, ByName, 2)
	want := ids(p.matching(Entities, f))
	slices.Sort(want)
	if d := gocmp.Diff(want, got); d != "" || total != len(want) {
		t.Fatalf("entities %+v: %d in all\n%s", f, total, d)
	}
	for _, pair := range [][2]string{{"NOR", "RUR"}, {"Q20", "Q999"}, {"Q999", "NOR"}} {
		got := must(s.Pair(ctx, pair[0], pair[1], f, ByMonth))(t)
		var there, back Tally
		for _, c := range p.matching(Events, f) {
			one := Tally{N: 1, Score: c.event.Score}
			one.Quad[c.event.Quad-1] = 1
			if c.day != "" && does(c.event, pair[0], pair[1]) {
				there.add(one)
			}
			if c.day != "" && does(c.event, pair[1], pair[0]) {
				back.add(one)
			}
		}
		there.end()
		back.end()
		near := gocmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-9 })
		if d := gocmp.Diff([]Tally{there, back}, []Tally{got.There, got.Back}, near); d != "" {
			t.Fatalf("%v %+v:\n%s", pair, f, d)
		}
	}
}

func ids(rows []candidate) []string {
	out := []string{}
	for _, c := range rows {
		out = append(out, c.id)
	}
	return out
}

// walk goes through all pages of a list.
func walk(t interface{ Fatal(...any) }, s *Store, k Kind, f Filter, o Order, size int) (out []string, total int) {
	out = []string{}
	pg := Page{Size: size, Order: o}
	for {
		items, next, n := listIDs(t, s, k, f, pg)
		if pg.Token == "" {
			total = n
		}
		out = append(out, items...)
		if next == "" || next == pg.Token {
			return out, total
		}
		pg.Token = next
	}
}

func listIDs(t interface{ Fatal(...any) }, s *Store, k Kind, f Filter, pg Page) (out []string, next string, total int) {
	ctx := context.Background()
	switch k {
	case Events:
		l := must(s.Events(ctx, f, pg))(t)
		for _, e := range l.Items {
			out = append(out, e.ID)
		}
		return out, l.Next, l.Total
	case Statements:
		l := must(s.Statements(ctx, f, pg))(t)
		for _, e := range l.Items {
			out = append(out, e.ID)
		}
		return out, l.Next, l.Total
	case Articles:
		l := must(s.Articles(ctx, f, pg))(t)
		for _, e := range l.Items {
			out = append(out, e.ID)
		}
		return out, l.Next, l.Total
	}
	l := must(s.Entities(ctx, f, pg))(t)
	for _, e := range l.Items {
		out = append(out, e.Key)
	}
	return out, l.Next, l.Total
}

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
