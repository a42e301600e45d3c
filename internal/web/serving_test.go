package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"readout/internal/web/access"
	"readout/store"
)

func TestRate(t *testing.T) {
	s, _ := try(t, func(o *Options) { o.Rate, o.Burst = 0.01, 3 })
	codes := map[int]int{}
	var wait string
	for range 10 {
		w := ask(s, "GET", "/")
		codes[w.Code]++
		if w.Code == 429 {
			wait = w.Header().Get("Retry-After")
		}
	}
	if codes[200] != 3 || codes[429] != 7 || wait != "100" {
		t.Errorf("of ten requests: %v, come again in %q", codes, wait)
	}
	now := time.Now()
	l := newLimits(10, 1)
	l.now = func() time.Time { return now }
	if l.take("a") != 0 || l.take("a") == 0 || l.take("b") != 0 {
		t.Error("clients are not counted apart")
	}
	now = now.Add(time.Second)
	if l.take("a") != 0 {
		t.Error("time does not help")
	}
	now = now.Add(time.Hour)
	if l.take("c"); len(l.clients) != 1 {
		t.Errorf("%d clients are remembered", len(l.clients))
	}
}

func TestClient(t *testing.T) {
	for from, want := range map[string]string{"10.1.2.3:99": "10.1.2.3", "[2001:db8:1:2:3:4:5:6]:99": "2001:db8:1:2::/64", "[fe80::1%eth0]:99": "fe80::/64", "[::ffff:10.1.2.3]:99": "::ffff:10.1.2.3", "@": "@"} {
		if got := client(&http.Request{RemoteAddr: from}); got != want {
			t.Errorf("%s: %s, not %s", from, got, want)
		}
	}
}

func TestTags(t *testing.T) {
	s, _ := try(t, nil)
	first := ask(s, "GET", "/api/v1/long")
	tag := first.Header().Get("ETag")
	if tag == "" || first.Body.String() != long {
		t.Fatalf("tag %q", tag)
	}
	for _, have := range []string{tag, strings.TrimPrefix(tag, "W/"), `"other", ` + tag, "*"} {
		w := ask(s, "GET", "/api/v1/long", "If-None-Match", have)
		if w.Code != 304 || w.Body.Len() > 0 || w.Header().Get("ETag") != tag {
			t.Errorf("with %s: %d, %d bytes", have, w.Code, w.Body.Len())
		}
	}
	if w := ask(s, "GET", "/api/v1/long", "If-None-Match", `"other"`); w.Code != 200 {
		t.Errorf("with another tag: %d", w.Code)
	}
	zipped := ask(s, "GET", "/api/v1/long", "Accept-Encoding", "gzip")
	if zipped.Header().Get("Content-Encoding") != "gzip" || zipped.Header().Get("ETag") != tag || !strings.Contains(zipped.Header().Get("Vary"), "Accept-Encoding") {
		t.Errorf("compressed: %v", zipped.Header())
	}
	z, err := gzip.NewReader(zipped.Body)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(z); err != nil || string(b) != long {
		t.Errorf("%d bytes, %v", len(b), err)
	}
}

func TestPanics(t *testing.T) {
	var log bytes.Buffer
	s, _ := try(t, func(o *Options) { o.Log = slog.New(slog.NewTextHandler(&log, nil)) })
	w := ask(s, "GET", "/api/v1/panic")
	if w.Code != 500 || strings.Contains(w.Body.String(), "hidden") || !strings.Contains(log.String(), "hidden") {
		t.Errorf("%d %s; log %s", w.Code, w.Body, &log)
	}
	l, err := Listen(context.Background(), s.opts.Store, "127.0.0.1:0", false)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l) }()
	for _, coding := range []string{"identity", "gzip"} {
		r, err := http.NewRequest("GET", "http://"+l.Addr().String()+"/api/v1/cut", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Accept-Encoding", coding)
		resp, err := http.DefaultClient.Do(r)
		if err == nil {
			_, err = io.ReadAll(resp.Body)
			resp.Body.Close()
		}
		if err == nil {
			t.Errorf("%s: an answer that was cut off looks whole", coding)
		}
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// TestListen: others may come in only with tokens, or when it is meant.
func TestListen(t *testing.T) {
	_, st := try(t, nil)
	ctx := context.Background()
	open := func(address string, trusted bool) error {
		l, err := Listen(ctx, st, address, trusted)
		if err == nil {
			l.Close()
		}
		return err
	}
	if err := open("127.0.0.1:0", false); err != nil {
		t.Error(err)
	}
	for _, address := range []string{":0", "0.0.0.0:0"} {
		if err := open(address, false); err == nil {
			t.Errorf("%s is open to others without tokens", address)
		}
		if err := open(address, true); err != nil {
			t.Error(err)
		}
	}
	_, hash := access.NewToken()
	if err := st.PutAccess(ctx, &store.Access{Hash: hash, Name: "ada", Scope: "read"}); err != nil {
		t.Fatal(err)
	}
	if err := open(":0", false); err != nil {
		t.Error(err)
	}
	for address, want := range map[string]bool{"localhost:1": true, "[::1]:1": true, "127.8.8.8:1": true, ":1": false, "10.0.0.1:1": false, "example.org:1": false, "nonsense": false} {
		if Loopback(address) != want {
			t.Errorf("%s: loopback is not %v", address, want)
		}
	}
}

// TestShutdown: what is under way when the server is told to stop is answered.
func TestShutdown(t *testing.T) {
	begun, goOn := make(chan bool), make(chan bool)
	s, st := try(t, func(o *Options) {
		o.Pages = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			begun <- true
			<-goOn
			_, _ = io.WriteString(w, "whole")
		})
	})
	l, err := Listen(context.Background(), st, "127.0.0.1:0", false)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l) }()
	answer := make(chan string, 1)
	go func() {
		resp, err := http.Get("http://" + l.Addr().String() + "/")
		if err != nil {
			answer <- err.Error()
			return
		}
		defer resp.Body.Close()
		b, _ := io.ReadAll(resp.Body)
		answer <- string(b)
	}()
	<-begun
	stop()
	for end := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			break // nobody new comes in
		}
		c.Close()
		if time.Now().After(end) {
			t.Fatal("the server still listens")
		}
	}
	goOn <- true
	if got := <-answer; got != "whole" {
		t.Errorf("the answer was %q", got)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestMetrics(t *testing.T) {
	s, _ := try(t, func(o *Options) {
		o.Gauges = func() []Gauge {
			return []Gauge{{Name: "readout_things_total", Help: "Things.", Counter: true, Value: 7}}
		}
	})
	ask(s, "GET", "/")
	ask(s, "POST", "/api/v1/who")
	ask(s, "GET", "/api/v1/panic")
	got := ask(s, "GET", "/metrics").Body.String()
	for _, want := range []string{`readout_requests_total{class="page",code="200"} 1`, `readout_requests_total{class="api-write",code="200"} 1`, `readout_requests_total{class="api",code="500"} 1`,
		`readout_request_seconds_bucket{class="page",le="+Inf"} 1`, "# TYPE readout_things_total counter\nreadout_things_total 7\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}
