package intake

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestFetch(t *testing.T) {
	page := "<title>A meeting in Helsinki</title><link rel=canonical href=/2018/07/16/helsinki><h1>A meeting in Helsinki</h1><p>" + prose + "<p>" + prose
	mux := http.NewServeMux()
	serve := func(path, contentType, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			if r.UserAgent() != "readout" {
				t.Errorf("user agent %q", r.UserAgent())
			}
			w.Header().Set("Content-Type", contentType)
			io.WriteString(w, body)
		})
	}
	serve("/page", "text/html; charset=utf-8", page)
	serve("/latin", "text/plain; charset=iso-8859-1", "They met in Gen\xe8ve.")
	serve("/lines", "application/x-ndjson", `{"id":"a","text":"`+prose+`"}`+"\n"+`{"id":"b","text":"`+prose+`"}`)
	serve("/bare", "text/html", prose)
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	io.WriteString(z, page)
	z.Close()
	serve("/page.gz", "application/gzip", zipped.String())
	serve("/image", "image/png", "\x89PNG\r\n\x1a\n\x00\x00")
	mux.Handle("/moved", http.RedirectHandler("/page", http.StatusMovedPermanently))
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "<p>")
		w.(http.Flusher).Flush()
		select {
		case <-r.Context().Done():
		case <-time.After(10 * time.Second):
		}
	})
	srv := httptest.NewServer(mux)
	defer srv.Close()

	for _, c := range []struct{ path, text, url, published string }{
		{"/page", prose, "/2018/07/16/helsinki", "2018-07-16"},
		{"/page.gz", prose, "/2018/07/16/helsinki", "2018-07-16"},
		{"/moved", prose, "/2018/07/16/helsinki", "2018-07-16"},
		{"/latin", "They met in Genève.", "/latin", ""},
		{"/bare", prose, "/bare", ""},
	} {
		r, err := Open(context.Background(), srv.URL+c.path, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.path, err)
			continue
		}
		a, err := r.Next()
		if err != nil {
			t.Errorf("%s: %v", c.path, err)
			continue
		}
		if !strings.Contains(a.Text, c.text) || a.URL != srv.URL+c.url || a.Published != c.published || a.Publisher != "127.0.0.1" {
			t.Errorf("%s: %q %s %s %s", c.path, a.Text, a.URL, a.Published, a.Publisher)
		}
		if _, err := r.Next(); err != io.EOF {
			t.Errorf("%s: %v", c.path, err)
		}
		if err := r.Close(); err != nil {
			t.Errorf("%s: %v", c.path, err)
		}
	}

	r, err := Open(context.Background(), srv.URL+"/lines", Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"a", "b"} {
		if a, err := r.Next(); err != nil || a.ID != id || a.URL != "" {
			t.Errorf("lines: %v %v", a, err)
		}
	}
	r.Close()

	if _, err := Open(context.Background(), srv.URL+"/none", Options{}); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("none: %v", err)
	}
	if _, err := Open(context.Background(), "http://127.0.0.1:1/", Options{}); err == nil {
		t.Error("no server: no error")
	}
	r, err = Open(context.Background(), srv.URL+"/image", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Next(); !errors.Is(err, ErrUnreadable) {
		t.Errorf("image: %v", err)
	}
	r.Close()

	begin := time.Now()
	r, err = Open(context.Background(), srv.URL+"/slow", Options{Timeout: 100 * time.Millisecond})
	if err == nil {
		_, err = r.Next()
		r.Close()
	}
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(begin) > 5*time.Second {
		t.Errorf("slow: %v after %v", err, time.Since(begin))
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Open(ctx, srv.URL+"/page", Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.txt")
	if err := os.WriteFile(name, []byte(prose), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		opts Options
	}{{name, Options{}}, {"-", Options{Stdin: strings.NewReader(prose)}}} {
		r, err := Open(context.Background(), c.name, c.opts)
		if err != nil {
			t.Fatal(err)
		}
		if a, err := r.Next(); err != nil || a.Text != prose || a.URL != "" || a.Publisher != "" {
			t.Errorf("%s: %v %v", c.name, a, err)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		if _, err := r.Next(); err != io.EOF {
			t.Errorf("after Close: %v", err)
		}
	}
	for _, bad := range []string{dir, filepath.Join(dir, "none.txt"), "-", "https://", "http://%zz/"} {
		if r, err := Open(context.Background(), bad, Options{}); err == nil {
			t.Errorf("%s: no error", bad)
			r.Close()
		}
	}
}

// TestList: addresses in a list are fetched politely, and not from private
// networks unless that is allowed.
func TestList(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			io.WriteString(w, "User-agent: *\nDisallow: /no\n")
		case "/lines":
			io.WriteString(w, `{"id":"a","text":"`+prose+`"}`+"\n"+`{"id":"b","text":"`+prose+`"}`)
		default:
			io.WriteString(w, prose)
		}
	}))
	defer srv.Close()
	list := srv.URL + "/no\n" + srv.URL + "/lines\n"
	for _, allow := range []bool{false, true} {
		got, _ := drainCorpus(t, []string{"@-"}, Options{Stdin: strings.NewReader(list), AllowPrivate: allow}, nil)
		var want []string
		if allow {
			want = []string{"the site's robots.txt forbids it", "/lines:1 a", "/lines:2 b"}
		} else {
			want = []string{"not a public web server", "not a public web server"}
		}
		if len(got) != len(want) {
			t.Fatalf("%q", got)
		}
		for i := range want {
			if !strings.Contains(got[i], want[i]) {
				t.Errorf("%q, want %q", got[i], want[i])
			}
		}
	}
	got, at := drainCorpus(t, []string{srv.URL + "/lines"}, Options{}, nil)
	if len(got) != 2 {
		t.Fatalf("%q", got)
	}
	if rest, _ := drainCorpus(t, []string{srv.URL + "/lines"}, Options{}, &at[0]); len(rest) != 1 || rest[0] != got[1] {
		t.Errorf("going on: %q", rest)
	}
}

// TestFollow: the pages of a feed's items are read in place of the items;
// where there is none, the item is.
func TestFollow(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			item := "<item><title>A meeting</title><link>%s</link><pubDate>Mon, 16 Jul 2018 10:00:00 GMT</pubDate><description>%s</description></item>"
			fmt.Fprintf(w, "<rss><channel><title>News</title><link>http://%s/</link>"+item+item+item, r.Host, "/page", "Short.", "/none", "Only this.", "/none", "")
		case "/page":
			io.WriteString(w, newsPage)
		default:
			http.NotFound(w, r)
		}
	}))
	defer srv.Close()
	c, err := NewCorpus(context.Background(), []string{srv.URL + "/feed"}, Options{Follow: true, AllowPrivate: true})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	page, err := c.Next()
	if err != nil || page.Err != nil || !strings.Contains(page.Article.Text, prose) || page.Article.URL != srv.URL+"/page" || page.Article.Title != "A meeting" || page.Article.Publisher != "News" {
		t.Errorf("page: %+v %v", page, err)
	}
	none, err := c.Next()
	if err != nil || none.Err != nil || !strings.Contains(none.Article.Text, "Only this.") || !strings.Contains(strings.Join(none.Article.Warnings, "\n"), "404") {
		t.Errorf("no page: %+v %v", none, err)
	}
	nothing, err := c.Next()
	if err != nil || nothing.Err == nil || !strings.Contains(nothing.Err.Error(), "record 3: ") {
		t.Errorf("nothing at all: %+v %v", nothing, err)
	}
}
