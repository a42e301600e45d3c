package page_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"readout"
	"readout/intake"
	"readout/internal/web/page"
	"readout/record"
	"readout/store"
)

// now is when the desk's pages are looked at.
func now() time.Time { return time.Date(2021, 12, 8, 9, 0, 0, 0, time.UTC) }

// sample is what the real reader makes of the sample reports, once for all tests.
var sample = sync.OnceValues(func() ([]*record.Record, error) {
	reader, err := readout.NewReader(readout.Options{})
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	corpus, err := intake.NewCorpus(ctx, []string{"testdata/desk.jsonl", "../../../examples/singapore-summit.txt"}, intake.Options{})
	if err != nil {
		return nil, err
	}
	defer corpus.Close()
	var out []*record.Record
	for {
		it, err := corpus.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err == nil {
			err = it.Err
		}
		if err != nil {
			return nil, err
		}
		r, err := reader.Read(ctx, it.Article)
		if err != nil {
			return nil, err
		}
		if r.Article.ID == "call-reprint" {
			r.Article.DuplicateOf = "call"
		}
		out = append(out, r)
	}
})

// emptyStore opens a new store.
func emptyStore(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "news.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func put(t *testing.T, s *store.Store, records ...*record.Record) {
	t.Helper()
	var batch []store.Coded
	for _, r := range records {
		c, err := store.Code(r, nil)
		if err != nil {
			t.Fatal(err)
		}
		batch = append(batch, c)
	}
	if err := s.Put(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
}

// filledStore has the sample reports.
func filledStore(t *testing.T) *store.Store {
	t.Helper()
	records, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	s := emptyStore(t)
	put(t, s, records...)
	return s
}

// desk is the handler of the pages over a store. A fault that would reach the
// log fails the test.
func desk(t *testing.T, s *store.Store) http.Handler {
	t.Helper()
	h, err := page.New(page.Options{Store: s, Version: "0.1.0", Now: now, Log: slog.New(slog.NewTextHandler(failing{t}, nil))})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

type failing struct{ t *testing.T }

func (f failing) Write(b []byte) (int, error) {
	f.t.Errorf("logged: %s", b)
	return len(b), nil
}

// get asks for a page and wants a status.
func get(t *testing.T, h http.Handler, address string, status int) string {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
	if w.Code != status {
		t.Fatalf("GET %s: %d, want %d\n%s", address, w.Code, status, w.Body)
	}
	return w.Body.String()
}

// post sends a form.
func post(t *testing.T, h http.Handler, address, form string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, address, strings.NewReader(form))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// ask returns the status that a page answers with.
func ask(t *testing.T, h http.Handler, address string) int {
	t.Helper()
	r, err := http.NewRequestWithContext(context.Background(), http.MethodGet, address, nil)
	if err != nil {
		return 0 // no server would be asked that
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code
}
