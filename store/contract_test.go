package store

import (
	"cmp"
	"context"
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
	for _, pair := range [][2]string{{"NOR", "RUR"}, {"Q20", "Q999"}, {"Q999", "NOR"}, {"NOR", "NOR"}} {
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
