package store

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func memoStore(t *testing.T) *Store {
	t.Helper()
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "news.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// changed makes another revision.
func changed(t *testing.T, s *Store) {
	t.Helper()
	if err := s.PutSource(t.Context(), &Source{URL: "https://example.org/" + time.Now().String()}); err != nil {
		t.Fatal(err)
	}
}

// TestLag: an answer is of the moment, or as old as it may be.
func TestLag(t *testing.T) {
	s := memoStore(t)
	asked := 0
	ask := func(ctx context.Context) int {
		n, err := remember(ctx, s, "test", Events, Filter{}, "", func() (int, error) { asked++; return asked, nil })
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, step := range []struct {
		do   func()
		want int
	}{
		{func() {}, 1}, {func() {}, 1}, {func() { changed(t, s) }, 2},
		{func() { s.Lag(time.Hour); changed(t, s) }, 2}, {func() { s.Lag(0) }, 3},
	} {
		if step.do(); ask(t.Context()) != step.want {
			t.Fatalf("asked %d times, want %d", asked, step.want)
		}
	}
}

// TestAskedOnce: who asks what is just being asked waits for that answer, and
// does without it when the other's asking fails.
func TestAskedOnce(t *testing.T) {
	s := memoStore(t)
	var waiting sync.WaitGroup
	begun, end := make(chan bool), make(chan bool)
	waiting.Go(func() {
		_, err := remember(t.Context(), s, "test", Events, Filter{}, "", func() (int, error) { close(begun); <-end; return 0, errors.New("fails") })
		if err == nil {
			t.Error("no fault")
		}
	})
	<-begun
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := remember(ctx, s, "test", Events, Filter{}, "", func() (int, error) { return 1, nil }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	for range 3 {
		waiting.Go(func() {
			n, err := remember(t.Context(), s, "test", Events, Filter{}, "", func() (int, error) { return 2, nil })
			if n != 2 || err != nil {
				t.Error(n, err)
			}
		})
	}
	time.Sleep(20 * time.Millisecond)
	close(end)
	waiting.Wait()
	if n, err := remember(t.Context(), s, "test", Events, Filter{}, "", func() (int, error) { return 3, nil }); n != 3 || err != nil {
		t.Error("a fault or an answer made beside it was kept", n, err)
	}
	func() {
		defer func() { recover() }()
		remember(t.Context(), s, "panic", Events, Filter{}, "", func() (int, error) { panic("broken") })
	}()
	if n, err := remember(t.Context(), s, "panic", Events, Filter{}, "", func() (int, error) { return 4, nil }); n != 4 || err != nil {
		t.Error("after a panic:", n, err)
	}
}
