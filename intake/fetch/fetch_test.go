package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// server answers with the texts at the paths; it counts what it is asked.
func server(t *testing.T, pages map[string]string) (*httptest.Server, *atomic.Int64) {
	t.Helper()
	var asked atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		body, ok := pages[r.URL.Path]
		switch to, moved := strings.CutPrefix(body, "moved "); {
		case !ok:
			http.NotFound(w, r)
		case moved:
			http.Redirect(w, r, to, http.StatusFound)
		default:
			io.WriteString(w, body)
		}
	}))
	t.Cleanup(s.Close)
	return s, &asked
}

func client(t *testing.T, opts Options) *Client {
	t.Helper()
	c := New(opts)
	t.Cleanup(func() { c.Close() })
	return c
}

func read(t *testing.T, resp *Response, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestNamedAndFound(t *testing.T) {
	s, _ := server(t, map[string]string{"/a": "hello", "/b": "moved /a", "/loop": "moved /loop", "/odd": "moved file:///etc/passwd"})
	ctx := context.Background()
	c := client(t, Options{AllowPrivate: true, Delay: time.Millisecond})
	for _, get := range []func(context.Context, string) (*Response, error){c.Named, c.Found} {
		resp, err := get(ctx, s.URL+"/b")
		if got := read(t, resp, err); got != "hello" || resp.URL != s.URL+"/a" || !strings.HasPrefix(resp.ContentType, "text/plain") {
			t.Errorf("%q from %s as %s", got, resp.URL, resp.ContentType)
		}
		for path, want := range map[string]string{"/none": "404", "/loop": "redirects", "/odd": "file"} {
			if _, err := get(ctx, s.URL+path); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v", path, err)
			}
		}
		for _, bad := range []string{"ftp://a.example/", "http://", "http://%zz/", "file:///etc/passwd"} {
			if _, err := get(ctx, bad); err == nil {
				t.Errorf("%s: no error", bad)
			}
		}
	}
}

// TestPrivate: what was found cannot lead into the private network, by its
// name, its number or a redirect; what a person named can.
func TestPrivate(t *testing.T) {
	s, asked := server(t, map[string]string{"/a": "secret"})
	port := s.URL[strings.LastIndex(s.URL, ":"):]
	c := client(t, Options{Delay: time.Millisecond, Timeout: 2 * time.Second})
	ctx := context.Background()
	for _, address := range []string{s.URL + "/a", "http://localhost" + port + "/a", "http://[::1]" + port + "/a", "http://127.1.2.3/", "http://0.0.0.0/", "http://10.0.0.1/",
		"http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/", "http://[::ffff:127.0.0.1]/", "http://[fe80::1]/", "http://[fc00::1]/", "http://2130706433/"} {
		if _, err := c.Found(ctx, address); err == nil {
			t.Errorf("%s: no error", address)
		} else if !errors.Is(err, ErrPrivate) && !strings.Contains(err.Error(), "lookup") {
			t.Errorf("%s: %v", address, err)
		}
	}
	if asked.Load() != 0 {
		t.Errorf("the private server was asked %d times", asked.Load())
	}
	// A named server leads elsewhere: the guard holds for every other host.
	front, _ := server(t, map[string]string{"/": "moved http://127.0.0.2" + port + "/a"})
	if _, err := c.Named(ctx, front.URL+"/"); !errors.Is(err, ErrPrivate) {
		t.Errorf("redirect: %v", err)
	}
	resp, err := c.Named(ctx, s.URL+"/a")
	if got := read(t, resp, err); got != "secret" {
		t.Errorf("named: %q", got)
	}
}

func TestRobots(t *testing.T) {
	s, asked := server(t, map[string]string{
		"/robots.txt": "\ufeffUser-agent: *\r\nDisallow: /private\r\nNonsense\r\nCrawl-delay: soon\r\n\r\nUser-agent: readout\nDisallow: /no\nAllow: /no/but\nCrawl-delay: 0.01\n",
		"/a":          "hello", "/no": "x", "/no/but": "y", "/private": "z", "/lead": "moved /no",
	})
	c := client(t, Options{AllowPrivate: true, Delay: time.Millisecond})
	ctx := context.Background()
	for path, allowed := range map[string]bool{"/a": true, "/no": false, "/no/but": true, "/private": true, "/lead": false} {
		resp, err := c.Found(ctx, s.URL+path)
		if allowed {
			read(t, resp, err)
		} else if !errors.Is(err, ErrRobots) {
			t.Errorf("%s: %v", path, err)
		}
	}
	resp, err := c.Named(ctx, s.URL+"/no")
	read(t, resp, err)
	if n := asked.Load(); n != 6 {
		t.Errorf("asked %d times: robots.txt should be read once", n)
	}
	u, _ := url.Parse(s.URL)
	if d := c.robots.delay(u); d != 10*time.Millisecond {
		t.Errorf("delay %v", d)
	}

	broken := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusInternalServerError) }))
	defer broken.Close()
	if _, err := c.Found(ctx, broken.URL+"/a"); !errors.Is(err, ErrRobots) {
		t.Errorf("a site that cannot tell: %v", err)
	}
}

func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /*a$\nCrawl-delay: 1e9\n"), "/a")
	f.Add([]byte("Disallow: [\nallow:(\n"), "/")
	f.Fuzz(func(t *testing.T, body []byte, path string) {
		rules, err := parse(http.StatusOK, body)
		if err != nil {
			t.Fatal(err)
		}
		rules.TestAgent(path, "readout")
	})
}

func TestPauses(t *testing.T) {
	s, _ := server(t, map[string]string{"/a": "hello"})
	c := client(t, Options{AllowPrivate: true, Delay: 60 * time.Millisecond})
	began := time.Now()
	for range 3 {
		resp, err := c.Found(context.Background(), s.URL+"/a")
		read(t, resp, err)
	}
	if d := time.Since(began); d < 120*time.Millisecond {
		t.Errorf("three requests in %v", d)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	if _, err := c.Found(ctx, s.URL+"/a"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("interrupted: %v", err)
	}
}

func TestBusyAndSlow(t *testing.T) {
	var tries atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/busy":
			if tries.Add(1) < 3 {
				w.Header().Set("Retry-After", "0")
				w.WriteHeader(http.StatusTooManyRequests)
				return
			}
			io.WriteString(w, "at last")
		case "/steady": // longer than the timeout, but never slow
			for range 30 {
				fmt.Fprint(w, strings.Repeat("x", 1000))
				w.(http.Flusher).Flush()
				time.Sleep(10 * time.Millisecond)
			}
		case "/stalls":
			io.WriteString(w, "x")
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		case "/silent":
			<-r.Context().Done()
		default:
			http.NotFound(w, r)
		}
	}))
	defer s.Close()
	c := client(t, Options{AllowPrivate: true, Delay: time.Millisecond, Timeout: 200 * time.Millisecond})
	ctx := context.Background()
	resp, err := c.Found(ctx, s.URL+"/busy")
	if got := read(t, resp, err); got != "at last" {
		t.Error(got)
	}
	resp, err = c.Named(ctx, s.URL+"/steady")
	if got := read(t, resp, err); len(got) != 30_000 {
		t.Errorf("%d bytes", len(got))
	}
	if _, err := c.Named(ctx, s.URL+"/silent"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("silent: %v", err)
	}
	if resp, err = c.Named(ctx, s.URL+"/stalls"); err == nil {
		_, err = io.ReadAll(resp.Body)
		resp.Body.Close()
	}
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("stalls: %v", err)
	}
}

// TestFoundSince: an answer is not given again until there is a newer one.
func TestFoundSince(t *testing.T) {
	newest := "1"
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/feed" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("ETag", `"`+newest+`"`)
		w.Header().Set("Last-Modified", "Wed, 16 Jun 2021 10:00:00 GMT")
		if r.Header.Get("If-None-Match") == `"`+newest+`"` && r.Header.Get("If-Modified-Since") == "Wed, 16 Jun 2021 10:00:00 GMT" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		io.WriteString(w, newest)
	}))
	t.Cleanup(s.Close)
	c := client(t, Options{AllowPrivate: true, Delay: time.Millisecond})
	ctx := context.Background()
	first, err := c.FoundSince(ctx, s.URL+"/feed", Mark{})
	if got := read(t, first, err); got != "1" {
		t.Fatal(got)
	}
	if _, err := c.FoundSince(ctx, s.URL+"/feed", first.Mark); !errors.Is(err, ErrUnchanged) {
		t.Errorf("asked again: %v", err)
	}
	newest = "2"
	second, err := c.FoundSince(ctx, s.URL+"/feed", first.Mark)
	if got := read(t, second, err); got != "2" || second.Mark == first.Mark {
		t.Errorf("a newer answer: %q, %v", got, second.Mark)
	}
}
