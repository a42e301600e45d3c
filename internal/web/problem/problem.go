// Package problem is how faults are told over HTTP: problem details as RFC 9457
// has them.
package problem

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"readout/store"
)

// ContentType is that of problem details.
const ContentType = "application/problem+json"

// A Problem is a fault with the status it is answered with. Its type is always
// about:blank, so the title is that of the status.
type Problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`
	// Instance is the id of the request, by which the server's log knows it.
	Instance string `json:"instance,omitempty"`
}

// Error makes a Problem an error.
func (p *Problem) Error() string { return fmt.Sprintf("%d %s: %s", p.Status, p.Title, p.Detail) }

// New returns a problem of a status; detail tells the caller what is wrong.
func New(status int, detail string, args ...any) *Problem {
	return &Problem{Title: http.StatusText(status), Status: status, Detail: fmt.Sprintf(detail, args...)}
}

// Of makes a problem of any error. What went wrong inside is not told: own is
// true then, and the log should have the error.
func Of(err error) (p *Problem, own bool) {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &p):
		c := *p
		return &c, p.Status >= 500
	case errors.Is(err, store.ErrNotFound):
		return New(http.StatusNotFound, "%v", err), false
	case errors.Is(err, store.ErrInvalid):
		return New(http.StatusBadRequest, "%v", err), false
	case errors.As(err, &large):
		return New(http.StatusRequestEntityTooLarge, "the body is larger than %d bytes", large.Limit), false
	case errors.Is(err, context.DeadlineExceeded):
		return New(http.StatusServiceUnavailable, "it took too long: ask for less"), true
	case errors.Is(err, context.Canceled):
		return New(http.StatusServiceUnavailable, "the request was given up"), false
	}
	return New(http.StatusInternalServerError, "something went wrong inside"), true
}

// Write answers a request with a problem.
func Write(w http.ResponseWriter, p *Problem) {
	p.Instance = w.Header().Get("X-Request-Id")
	h := w.Header()
	h.Set("Content-Type", ContentType)
	h.Set("Cache-Control", "no-store")
	h.Del("ETag")
	h.Del("Content-Disposition")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // the client may be gone
}
