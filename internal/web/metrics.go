package web

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// A Gauge is a figure for those who watch the server.
type Gauge struct {
	Name, Help string
	Counter    bool // it only grows
	Value      float64
}

// metrics counts requests. The names follow the custom of Prometheus; few
// enough of them are wanted to write them without its library.
type metrics struct {
	mu       sync.Mutex
	began    time.Time
	inFlight int
	requests map[request]int
	took     map[string]*durations
}

type request struct {
	class string
	code  int
}

type durations struct {
	buckets []int // cumulative only when written
	sum     float64
	n       int
}

// bounds are those of the buckets of durations, in seconds.
var bounds = [...]float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}

func newMetrics() *metrics {
	return &metrics{began: time.Now(), requests: map[request]int{}, took: map[string]*durations{}}
}

// class is what a request is counted under: few words, whatever is asked for.
func class(r *http.Request) string {
	switch {
	case strings.HasPrefix(r.URL.Path, "/api/") && scope(r).String() == "write":
		return "api-write"
	case strings.HasPrefix(r.URL.Path, "/api/"):
		return "api"
	case r.URL.Path == "/health" || r.URL.Path == "/metrics":
		return "own"
	case strings.HasPrefix(r.URL.Path, "/static/"):
		return "static"
	}
	return "page"
}

func (m *metrics) begin() {
	m.mu.Lock()
	m.inFlight++
	m.mu.Unlock()
}

func (m *metrics) end(class string, code int, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.inFlight--
	m.requests[request{class, code}]++
	d := m.took[class]
	if d == nil {
		d = &durations{buckets: make([]int, len(bounds))}
		m.took[class] = d
	}
	d.n++
	d.sum += took.Seconds()
	if i := slices.IndexFunc(bounds[:], func(b float64) bool { return took.Seconds() <= b }); i >= 0 {
		d.buckets[i]++
	}
}

// write gives the text form of Prometheus.
func (m *metrics) write(b *strings.Builder, gauges []Gauge) {
	m.mu.Lock()
	defer m.mu.Unlock()
	fmt.Fprintf(b, "# HELP readout_up_seconds Time since the server began.\n# TYPE readout_up_seconds gauge\nreadout_up_seconds %.0f\n", time.Since(m.began).Seconds())
	fmt.Fprintf(b, "# HELP readout_requests_in_flight Requests under way.\n# TYPE readout_requests_in_flight gauge\nreadout_requests_in_flight %d\n", m.inFlight)
	b.WriteString("# HELP readout_requests_total Requests answered.\n# TYPE readout_requests_total counter\n")
	keys := slices.SortedFunc(maps.Keys(m.requests), func(a, b request) int {
		if c := strings.Compare(a.class, b.class); c != 0 {
			return c
		}
		return a.code - b.code
	})
	for _, k := range keys {
		fmt.Fprintf(b, "readout_requests_total{class=%q,code=\"%d\"} %d\n", k.class, k.code, m.requests[k])
	}
	b.WriteString("# HELP readout_request_seconds Time that answers took.\n# TYPE readout_request_seconds histogram\n")
	for _, c := range slices.Sorted(maps.Keys(m.took)) {
		d, n := m.took[c], 0
		for i, bound := range bounds {
			n += d.buckets[i]
			fmt.Fprintf(b, "readout_request_seconds_bucket{class=%q,le=\"%g\"} %d\n", c, bound, n)
		}
		fmt.Fprintf(b, "readout_request_seconds_bucket{class=%q,le=\"+Inf\"} %d\nreadout_request_seconds_sum{class=%q} %g\nreadout_request_seconds_count{class=%q} %d\n", c, d.n, c, d.sum, c, d.n)
	}
	for _, g := range gauges {
		kind := "gauge"
		if g.Counter {
			kind = "counter"
		}
		fmt.Fprintf(b, "# HELP %s %s\n# TYPE %s %s\n%s %g\n", g.Name, g.Help, g.Name, kind, g.Name, g.Value)
	}
}

func (s *Server) serveMetrics(w http.ResponseWriter, _ *http.Request) {
	var b strings.Builder
	var gauges []Gauge
	if s.opts.Gauges != nil {
		gauges = s.opts.Gauges()
	}
	s.metrics.write(&b, gauges)
	h := w.Header()
	h.Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	_, _ = w.Write([]byte(b.String())) // the client may be gone
}
