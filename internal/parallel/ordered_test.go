package parallel

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"testing"
	"time"
)

func counter(n int) func() (int, bool) {
	i := -1
	return func() (int, bool) { i++; return i, i < n }
}

func TestOrderedKeepsOrder(t *testing.T) {
	var got []int
	work := func(i int) int {
		if i%7 == 0 {
			time.Sleep(time.Millisecond)
		}
		return i * 2
	}
	err := Ordered(context.Background(), 4, counter(500), work, func(r int) error { got = append(got, r); return nil })
	if err != nil || len(got) != 500 || !slices.IsSorted(got) {
		t.Fatalf("got %d results, sorted %v, err %v", len(got), slices.IsSorted(got), err)
	}
}

func TestOrderedStops(t *testing.T) {
	full := errors.New("disk full")
	before := runtime.NumGoroutine()
	emitted := 0
	err := Ordered(context.Background(), 3, counter(1<<40), func(i int) int { return i }, func(int) error {
		if emitted++; emitted == 10 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || emitted != 10 {
		t.Fatalf("err %v after %d", err, emitted)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Ordered(ctx, 2, counter(1<<40), func(i int) int { return i }, func(int) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Fatalf("err %v", err)
	}
	for i := 0; runtime.NumGoroutine() > before && i < 100; i++ {
		time.Sleep(time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines left behind", n-before)
	}
}
