package store

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestPagesWhileAdding: pages walk through every row that was there when the
// walk began exactly once, whatever is added on the way.
func TestPagesWhileAdding(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, ctx, n := fresh(), context.Background(), 0
		add := func(rt *rapid.T) {
			r := drawRecord(rt, fmt.Sprint("w", n))
			n++
			if err := s.Put(ctx, []Coded{must(Code(r, nil))(rt)}); err != nil {
				rt.Fatal(err)
			}
		}
		rapid.Check(t, func(rt *rapid.T) {
			empty(rt, s)
			for range rapid.IntRange(1, 6).Draw(rt, "before") {
				add(rt)
			}
			f := drawFilter(rt)
			kind := rapid.SampledFrom([]Kind{Events, Statements, Articles, Entities}).Draw(rt, "kind")
			order := rapid.SampledFrom([]Order{Newest, Oldest, Added}).Draw(rt, "order")
			if kind == Entities {
				f.From, f.To, f.Article, order = "", "", "", ByName
			}
			before, _ := walk(rt, s, kind, f, order, 1000)
			seen := map[string]int{}
			pg := Page{Size: rapid.IntRange(1, 3).Draw(rt, "size"), Order: order}
			for {
				items, next, _ := listIDs(rt, s, kind, f, pg)
				for _, id := range items {
					if seen[id]++; seen[id] > 1 {
						rt.Fatalf("%s is there twice", id)
					}
				}
				if next == "" || next == pg.Token || order == Added && len(items) == 0 {
					break
				}
				pg.Token = next
				if rapid.IntRange(0, 2).Draw(rt, "add") == 0 {
					add(rt)
				}
			}
			for _, id := range before {
				if seen[id] != 1 {
					rt.Fatalf("%s was there and is passed over", id)
				}
			}
			if order == Added { // the walk can be gone on with
				add(rt)
				all, _ := walk(rt, s, kind, f, order, 1000)
				items, _, _ := listIDs(rt, s, kind, f, Page{Size: 1000, Order: order, Token: pg.Token})
				for _, id := range items {
					seen[id]++
				}
				for _, id := range all {
					if seen[id] != 1 {
						rt.Fatalf("%s came %d times", id, seen[id])
					}
				}
			}
		})
	})
}

// FuzzFilter: whatever an address asks, it is a filter or an error, and a
// filter is the same when it is written and read again.
func FuzzFilter(f *testing.F) {
	f.Add("words=gas+%22pipe+line%22&type=accuse&from=2021-03&confidence=0.5&actor=Q1&aux=none")
	f.Add("from=2021&to=2020")
	f.Add("order=added&token=a1&size=3&judged=right")
	f.Fuzz(func(t *testing.T, query string) {
		q := parseQuery(query)
		filter, err := ParseFilter(q)
		if err == nil {
			again, err := ParseFilter(filter.Query())
			if err != nil || filter.Query().Encode() != again.Query().Encode() {
				t.Fatalf("%+v, then %+v, %v", filter, again, err)
			}
			for _, k := range []Kind{Events, Statements, Articles, Entities} {
				filter.Say(k, nil)
			}
		}
		if p, err := ParsePage(q); err == nil {
			_, _ = parseToken(p.Order, p.Token) // it may be none, and must not panic
		}
	})
}

// FuzzWords: whatever words are asked for, no database calls it a fault, and
// SQLite finds what is there.
func FuzzWords(f *testing.F) {
	for _, s := range []string{`gas "pipe line" -oil OR leak*`, `"`, `-`, `*`, `a* OR`, "NEAR(a b)", "words : x", "“naïve” café’s", "\x00'\\ ^col"} {
		f.Add(s)
	}
	s := open(f, f.TempDir()+"/words.db")
	f.Cleanup(func() { s.Close() })
	const text = "The ministers’ gas pipeline leaked at the naïve café in 2021."
	r := Coded{Record: plainRecord("a", text)}
	var err error
	if r, err = Code(r.Record, nil); err != nil {
		f.Fatal(err)
	}
	if err := s.Put(context.Background(), []Coded{r}); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, words string) {
		l, err := s.Articles(context.Background(), Filter{Words: words}, Page{})
		if err != nil {
			t.Fatalf("%q: %v", words, err)
		}
		filter, err := Filter{Words: words}.clean()
		if err != nil {
			t.Fatal(err)
		}
		if want := holds(parseWords(filter.Words), normal(text)); want != (len(l.Items) == 1) {
			t.Fatalf("%q: found %t, want %t", words, len(l.Items) == 1, want)
		}
	})
}

// TestWords: what finds what.
func TestWords(t *testing.T) {
	text := normal("The ministers’ gas-pipelines leaked at José's naïve café in 2021; US sanctions followed.")
	for _, c := range []struct {
		words string
		want  bool
	}{
		{"GAS", true}, {"pipeline", true}, {"pipelines", true}, {`"gas pipeline"`, true}, {`"pipeline gas"`, false}, {"gas-pipeline", true}, {"pipe", false}, {"pipe*", true},
		{"minister", true}, {"minister's", true}, {"cafe", true}, {"NAÏVE", true}, {"jose", true}, {"2021", true}, {"us", true}, {"sanction", true}, {"oil OR gas", true},
		{"oil OR coal", false}, {"gas -oil", true}, {"gas -cafe", false}, {"-oil", true}, {"-gas", false}, {`gas -"naive cafe"`, false}, {`“gas pipeline”`, true}, {"", true}, {"OR", true},
		{"gas OR", true}, {`"gas pipel*"`, true}, {"oil OR -gas", false},
	} {
		if got := holds(parseWords(c.words), text); got != c.want {
			t.Errorf("%s: %t", c.words, got)
		}
	}
}

// TestAnswersWhileLoading: totals, facets and lists of one moment agree well
// enough to be shown while articles come in, and nothing fails.
func TestAnswersWhileLoading(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, ctx := fresh(), context.Background()
		stop, done := make(chan bool), make(chan error, 1)
		go func() {
			for n := 0; ; n++ {
				select {
				case <-stop:
					done <- nil
					return
				default:
				}
				b, err := batch("x", n%20)
				if err == nil {
					// The first of a batch is another reading of an article that is
					// there: its events may move to a later day, and come again.
					err = s.Put(ctx, b[1:])
				}
				if err != nil {
					done <- err
					return
				}
			}
		}()
		seen := 0
		for began := time.Now(); time.Since(began) < 500*time.Millisecond || seen == 0 && time.Since(began) < time.Minute; {
			ids, _ := walk(t, s, Events, Filter{Words: "gas"}, Oldest, 7)
			slices.Sort(ids)
			if len(slices.Compact(slices.Clone(ids))) != len(ids) {
				t.Error("a row came twice")
			}
			seen = max(seen, len(ids))
			for _, k := range []Kind{Events, Statements, Articles, Entities} {
				must(s.Facets(ctx, k, Filter{}))(t)
			}
			must(s.Pair(ctx, "NOR", "RUR", Filter{}, ByMonth))(t)
		}
		close(stop)
		if err := <-done; err != nil {
			t.Fatal(err)
		}
		if seen == 0 {
			t.Error("nothing was found")
		}
	})
}
