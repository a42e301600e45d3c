package store

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"readout/record"
)

// drawn are so many articles, always the same.
func drawn(b *testing.B, from, n int) []Coded {
	b.Helper()
	out := make([]Coded, n)
	for i := range out {
		var err error
		if out[i], err = Code(rapid.Custom(func(t *rapid.T) *record.Record { return drawRecord(t, fmt.Sprint("b", from+i)) }).Example(from+i), nil); err != nil {
			b.Fatal(err)
		}
	}
	return out
}

// BenchmarkPut puts 100 new articles in a transaction.
func BenchmarkPut(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "x.db"))
	defer s.Close()
	n := 0
	for b.Loop() {
		b.StopTimer()
		batch := drawn(b, n, 100)
		n += len(batch)
		b.StartTimer()
		if err := s.Put(context.Background(), batch); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAsk asks a store of two thousand articles; `make desk-bench` asks
// one of a million events.
func BenchmarkAsk(b *testing.B) {
	ctx := context.Background()
	s := open(b, filepath.Join(b.TempDir(), "x.db"))
	defer s.Close()
	for i := range 20 {
		if err := s.Put(ctx, drawn(b, i*100, 100)); err != nil {
			b.Fatal(err)
		}
	}
	f := Filter{Words: "gas", Country: []string{"NOR"}}
	b.Run("list", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Events(ctx, f, Page{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("facets", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.facets(ctx, Events, f, FacetNames(Events), mostValues); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("pair", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.pair(ctx, "NOR", "RUR", Filter{}, ByMonth); err != nil {
				b.Fatal(err)
			}
		}
	})
}
