package web

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"readout/internal/web/problem"
)

// A notice is what is learned of a request on its way.
type notice struct{ caller string }

type noticeKey struct{}

func note(r *http.Request) *notice {
	if n, ok := r.Context().Value(noticeKey{}).(*notice); ok {
		return n
	}
	return new(notice)
}

// observed gives each request an id, writes it down, and answers for what
// panics behind it.
func (s *Server) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := newID()
		w.Header().Set("X-Request-Id", id)
		began := time.Now()
		n := new(notice)
		out := &watched{ResponseWriter: w}
		s.metrics.begin()
		defer func() {
			p := recover()
			if p != nil && p != http.ErrAbortHandler {
				s.opts.Log.Error("a handler panicked", "id", id, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
				if out.status == 0 {
					problem.Write(out, problem.New(http.StatusInternalServerError, "something went wrong inside"))
					p = nil
				}
			}
			took := time.Since(began)
			s.metrics.end(class(r), out.code(), took)
			level := slog.LevelInfo
			if out.code() >= 500 {
				level = slog.LevelWarn
			}
			s.opts.Log.Log(r.Context(), level, "request", "id", id, "method", r.Method, "path", r.URL.Path, "query", r.URL.RawQuery, "status", out.code(),
				"bytes", out.bytes, "took", took.Round(10*time.Microsecond), "client", r.RemoteAddr, "caller", n.caller)
			if p != nil {
				panic(http.ErrAbortHandler) // the answer is cut off, and the client has to see it
			}
		}()
		next.ServeHTTP(out, r.WithContext(context.WithValue(r.Context(), noticeKey{}, n)))
	})
}

func newID() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// watched notes status and size of an answer.
type watched struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (w *watched) WriteHeader(status int) {
	if w.status == 0 && status >= 200 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *watched) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

func (w *watched) code() int {
	if w.status == 0 {
		return http.StatusOK
	}
	return w.status
}

// Unwrap lets http.ResponseController through.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }
