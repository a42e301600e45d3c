// Command deskbench fills a store with many events and measures how fast it
// answers: it puts the records of real corpora again and again, with their dates
// shifted, until there are as many events as asked for, and then asks a mix of
// questions such as a desk asks. `make desk-bench` runs it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"time"

	"readout/record"
	"readout/store"
)

func main() {
	events := flag.Int("events", 1_000_000, "how many `EVENTS` the store is to have")
	address := flag.String("store", "desk.db", "`ADDRESS` of the store; one that has as many events already is not filled")
	rounds := flag.Int("rounds", 400, "how many `QUESTIONS` to ask of each sort")
	loading := flag.Bool("loading", false, "load articles all the while")
	flag.Parse()
	if err := run(context.Background(), *address, *events, *rounds, *loading, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "deskbench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, address string, events, rounds int, loading bool, files []string) error {
	s, err := store.Open(ctx, address)
	if err != nil {
		return err
	}
	defer s.Close()
	l, err := s.Events(ctx, store.Filter{}, store.Page{Size: 1})
	if err != nil {
		return err
	}
	if l.Total < events {
		if err := fill(ctx, s, events-l.Total, files); err != nil {
			return err
		}
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if loading {
		ended := make(chan error, 1)
		go func() { ended <- keepLoading(ctx, s, files) }()
		defer func() {
			stop()
			if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
				fmt.Fprintln(os.Stderr, "deskbench: loading:", err)
			}
		}()
	}
	return measure(ctx, s, rounds)
}

// perPut is how many records go into one transaction.
const perPut = 500

// shift is by how many days each repetition of a corpus is moved.
const shift = 61

// fill puts records until there are so many more events.
func fill(ctx context.Context, s *store.Store, events int, files []string) error {
	began, put := time.Now(), 0
	var batch []store.Coded
	flush := func() error {
		err := s.Put(ctx, batch)
		batch = batch[:0]
		fmt.Fprintf(os.Stderr, "\r%d of %d events, %.0f a second ", put, events, float64(put)/time.Since(began).Seconds())
		return err
	}
	for round := 0; put < events; round++ {
		before := put
		for _, name := range files {
			if err := records(name, func(r *record.Record) error {
				if put >= events {
					return nil
				}
				moved(r, round)
				c, err := store.Code(r, nil)
				if err != nil {
					return err
				}
				put += len(c.Events)
				if batch = append(batch, c); len(batch) < perPut {
					return nil
				}
				return flush()
			}); err != nil {
				return err
			}
		}
		if put == before {
			return errors.New("the records have no events")
		}
	}
	err := flush()
	fmt.Fprintln(os.Stderr)
	return err
}

// keepLoading puts records, few at a time, until the context ends.
func keepLoading(ctx context.Context, s *store.Store, files []string) error {
	for round := 100_000; ; round++ {
		for _, name := range files {
			if err := records(name, func(r *record.Record) error {
				moved(r, round)
				c, err := store.Code(r, nil)
				if err != nil {
					return err
				}
				if err := s.Put(ctx, []store.Coded{c}); err != nil {
					return err
				}
				time.Sleep(20 * time.Millisecond)
				return ctx.Err()
			}); err != nil {
				return err
			}
		}
	}
}

func records(name string, yield func(*record.Record) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := record.Read(f, yield); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// moved makes another article of a record, some time before it.
func moved(r *record.Record, round int) {
	if round == 0 {
		return
	}
	r.Article.ID = fmt.Sprintf("%s~%d", r.Article.ID, round)
	if r.Article.URL != "" {
		r.Article.URL = fmt.Sprintf("%s?%d", r.Article.URL, round)
	}
	days := -shift * (round % 1000)
	r.Article.Published = movedDay(r.Article.Published, days)
	for i := range r.Events {
		if d := r.Events[i].Date; d != nil {
			d.Value = movedDay(d.Value, days)
		}
	}
}

// movedDay moves a day; months, years and spans stay.
func movedDay(day string, days int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, days).Format(time.DateOnly)
}
