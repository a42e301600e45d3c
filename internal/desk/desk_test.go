package desk

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"readout"
	"readout/intake/fetch"
	"readout/store"
)

// reader is made once for all tests.
var reader = sync.OnceValues(func() (*readout.Reader, error) { return readout.NewReader(readout.Options{}) })

// fresh opens a desk over an empty store.
func fresh(t testing.TB, change func(*Options)) (*Desk, *store.Store) {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "news.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	opts := Options{Store: s, Open: reader, AllowPrivate: true, Tick: 5 * time.Millisecond, Delay: time.Millisecond}
	if change != nil {
		change(&opts)
	}
	return New(opts), s
}

const report = "Russia expelled ten American diplomats on Friday.\n\nThe United States condemned the expulsion.\n"

func TestReadBody(t *testing.T) {
	d, s := fresh(t, nil)
	ctx := context.Background()
	out, err := d.ReadBody(ctx, strings.NewReader(report), Given{ContentType: "text/plain", URL: "https://example.org/x", Published: "2021-06-16"})
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Articles) != 1 || !out.Articles[0].New || out.Articles[0].Events == 0 || out.Articles[0].Published != "2021-06-16" || out.Articles[0].URL != "https://example.org/x" {
		t.Errorf("%+v", out)
	}
	if x, err := s.Article(ctx, out.Articles[0].ID); err != nil || len(x.Events) != out.Articles[0].Events {
		t.Errorf("%v, %v", x, err)
	}
	again, err := d.ReadBody(ctx, strings.NewReader(report), Given{ContentType: "text/plain", URL: "https://example.org/x", Published: "2021-06-16"})
	if err != nil || again.Articles[0].New || again.Articles[0].ID != out.Articles[0].ID {
		t.Errorf("%+v, %v", again, err)
	}
	some, err := d.ReadBody(ctx, strings.NewReader("{\"id\":\"one\",\"text\":\"Iran met Iraq.\"}\n{\"id\":\n{\"id\":\"two\",\"text\":\"Iran met Oman.\"}\n"), Given{})
	if err != nil || len(some.Articles) != 2 || len(some.Left) != 1 || !strings.Contains(some.Left[0].Where, "2") {
		t.Errorf("%+v, %v", some, err)
	}
}

func TestNothing(t *testing.T) {
	d, _ := fresh(t, nil)
	french := "Le président de la République a annoncé mercredi que la France n'enverrait pas de troupes dans la région, malgré les demandes répétées de ses alliés européens. " +
		"Le gouvernement a précisé que cette décision avait été prise après une longue réunion avec les ministres concernés."
	for _, in := range []string{"", " \n", french, "\x00\x01\x02\x03\xff\xfe", `{"text":""}`} {
		out, err := d.ReadBody(context.Background(), strings.NewReader(in), Given{})
		var none *NothingError
		if !errors.As(err, &none) {
			t.Errorf("%.20q: %+v, %v", in, out, err)
		}
	}
}

// A site has a feed and the pages that it links to, and counts what is asked.
type site struct {
	*httptest.Server
	mu     sync.Mutex
	items  []string
	asked  map[string]int
	status int               // of the feed, when it is not 200
	broken map[string]bool   // pages that cannot be had
	moved  map[string]string // pages that are elsewhere
}

func newSite(t testing.TB) *site {
	s := &site{asked: map[string]int{}, broken: map[string]bool{}, moved: map[string]string{}}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case r.URL.Path == "/robots.txt":
		http.NotFound(w, r)
	case r.URL.Path == "/feed":
		tag := fmt.Sprintf(`"%d"`, len(s.items))
		w.Header().Set("ETag", tag)
		switch {
		case s.status != 0:
			s.asked["failed"]++
			w.WriteHeader(s.status)
			return
		case r.Header.Get("If-None-Match") == tag:
			s.asked["unchanged"]++
			w.WriteHeader(http.StatusNotModified)
			return
		}
		s.asked["feed"]++
		fmt.Fprint(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>The Example</title>`)
		for _, i := range s.items {
			fmt.Fprintf(w, "<item><title>%s</title><link>/%s</link></item>", i, i)
		}
		fmt.Fprint(w, "</channel></rss>")
	case s.moved[r.URL.Path] != "":
		s.asked[r.URL.Path]++
		http.Redirect(w, r, s.moved[r.URL.Path], http.StatusFound)
	case s.broken[r.URL.Path]:
		s.asked[r.URL.Path]++
		w.WriteHeader(http.StatusNotFound)
	default:
		s.asked[r.URL.Path]++
		fmt.Fprintf(w, `<html><head><title>Report %[1]s</title><meta property="article:published_time" content="2021-06-16"></head><body><article><h1>Report %[1]s</h1><p>Russia expelled ten American diplomats on Friday, the foreign ministry said in a statement.</p><p>The United States condemned the expulsion and said it would respond to the move soon.</p></article></body></html>`, r.URL.Path)
	}
}

func (s *site) count(what string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked[what]
}

func (s *site) set(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
}

func source(t testing.TB, s *store.Store) *store.Source {
	t.Helper()
	all, err := s.Sources(context.Background())
	if err != nil || len(all) != 1 {
		t.Fatalf("%v, %v", all, err)
	}
	return &all[0]
}

// TestFetch: each page is fetched once, an unchanged feed not at all, and what
// is new in a changed one is read.
func TestFetch(t *testing.T) {
	web := newSite(t)
	web.items = []string{"one", "two"}
	d, s := fresh(t, nil)
	ctx := context.Background()
	x := &store.Source{URL: web.URL + "/feed", Follow: true, Publisher: "Example Times"}
	if err := s.PutSource(ctx, x); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if err := d.Fetch(ctx, x.ID); err != nil {
			t.Fatal(err)
		}
	}
	got := source(t, s)
	if got.Articles != 2 || got.Failures != 0 || got.Error != "" || got.Worked.IsZero() || web.count("feed") != 1 || web.count("unchanged") != 2 || web.count("/one") != 1 {
		t.Errorf("%+v, asked %v", got, web.asked)
	}
	web.set(func() { web.items = append(web.items, "three") })
	if err := d.Fetch(ctx, x.ID); err != nil {
		t.Fatal(err)
	}
	if web.count("/one") != 1 || web.count("/three") != 1 || source(t, s).Articles != 3 {
		t.Errorf("asked %v", web.asked)
	}
	list, err := s.Articles(ctx, store.Filter{}, store.Page{})
	if err != nil || len(list.Items) != 3 {
		t.Fatalf("%+v, %v", list, err)
	}
	if n := d.Counts(); n.Read != 3 || n.Fetched != 4 {
		t.Errorf("%+v", n)
	}
	// Another server over the same store knows what is there.
	other := New(d.opts)
	web.set(func() { web.items = append(web.items, "four") })
	if err := other.Fetch(ctx, x.ID); err != nil {
		t.Fatal(err)
	}
	if web.count("/one") != 1 || web.count("/four") != 1 {
		t.Errorf("asked %v", web.asked)
	}
}

// TestBrokenPages: a page that cannot be had is tried again, but not for ever;
// one that is elsewhere is not fetched each time.
func TestBrokenPages(t *testing.T) {
	web := newSite(t)
	web.items = []string{"gone", "here", "away"}
	web.broken["/gone"] = true
	web.moved["/away"] = "/elsewhere"
	d, s := fresh(t, nil)
	x := &store.Source{URL: web.URL + "/feed", Follow: true}
	if err := s.PutSource(context.Background(), x); err != nil {
		t.Fatal(err)
	}
	for range 3 * maxTries {
		if err := d.Fetch(context.Background(), x.ID); err != nil {
			t.Fatal(err)
		}
	}
	if web.count("/gone") != maxTries || web.count("/here") != 1 || web.count("/away") != 1 || web.count("/elsewhere") != 1 || web.count("unchanged") == 0 || source(t, s).Articles != 2 {
		t.Errorf("asked %v", web.asked)
	}
}

// TestFails: a source that fails is noted, and asked less and less often.
func TestFails(t *testing.T) {
	web := newSite(t)
	web.status = http.StatusInternalServerError
	d, s := fresh(t, nil)
	x := &store.Source{URL: web.URL + "/feed", Every: time.Hour, Follow: true}
	if err := s.PutSource(context.Background(), x); err != nil {
		t.Fatal(err)
	}
	var last time.Duration
	for i := range 4 {
		if err := d.Fetch(context.Background(), x.ID); !errors.Is(err, fetch.ErrStatus) {
			t.Fatal(err)
		}
		got := source(t, s)
		pause := Due(got).Sub(got.Fetched)
		if got.Failures != i+1 || !strings.Contains(got.Error, "500") || !got.Worked.IsZero() || pause <= last {
			t.Errorf("%+v, again after %v", got, pause)
		}
		last = pause
	}
	web.set(func() { web.status, web.items = 0, []string{"one"} })
	if err := d.Fetch(context.Background(), x.ID); err != nil {
		t.Fatal(err)
	}
	if got := source(t, s); got.Failures != 0 || got.Error != "" || Due(got).Sub(got.Fetched) != time.Hour {
		t.Errorf("%+v", got)
	}
	for _, x := range []store.Source{{}, {Every: time.Second}, {Every: time.Hour, Failures: 1000}} {
		if pause := Due(&x).Sub(x.Fetched); pause < MinEvery || pause > maxBackOff {
			t.Errorf("%+v: again after %v", x, pause)
		}
	}
}

// TestRun: sources that are due are fetched by themselves; paused ones are not.
func TestRun(t *testing.T) {
	web, still := newSite(t), newSite(t)
	web.items = []string{"one"}
	d, s := fresh(t, nil)
	ctx, stop := context.WithCancel(context.Background())
	for _, x := range []store.Source{{URL: web.URL + "/feed", Follow: true}, {URL: still.URL + "/feed", Paused: true}} {
		if err := s.PutSource(ctx, &x); err != nil {
			t.Fatal(err)
		}
	}
	done := make(chan bool)
	go func() { d.Run(ctx); close(done) }()
	wait := func(what string, until func() bool) {
		t.Helper()
		for end := time.Now().Add(30 * time.Second); !until(); time.Sleep(5 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatal(what)
			}
		}
	}
	wait("the source was not fetched", func() bool { return d.Counts().Read == 1 })
	time.Sleep(50 * time.Millisecond)
	if web.count("feed")+web.count("unchanged") != 1 || still.count("feed") != 0 {
		t.Errorf("asked %v, %v", web.asked, still.asked)
	}
	all, err := s.Sources(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range all {
		d.Hurry(x.ID)
	}
	wait("the hurried source was not fetched", func() bool { return web.count("unchanged") == 1 && still.count("feed") == 1 })
	stop()
	<-done
}

// TestReadAddress: what people name is fetched, but not in private networks.
func TestReadAddress(t *testing.T) {
	web := newSite(t)
	d, _ := fresh(t, nil)
	out, err := d.ReadAddress(context.Background(), web.URL+"/one")
	if err != nil || len(out.Articles) != 1 || out.Articles[0].URL != web.URL+"/one" || out.Articles[0].Published != "2021-06-16" {
		t.Errorf("%+v, %v", out, err)
	}
	guarded, _ := fresh(t, func(o *Options) { o.AllowPrivate = false })
	for _, address := range []string{web.URL + "/one", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://localhost/", "file:///etc/passwd", "gopher://example.org", "nonsense", ""} {
		var given *GivenError
		if out, err := guarded.ReadAddress(context.Background(), address); !errors.As(err, &given) {
			t.Errorf("%s: %+v, %v", address, out, err)
		}
	}
	if web.count("/one") != 1 {
		t.Errorf("asked %v", web.asked)
	}
}

// TestOpenFails: a reader that cannot be made is a fault of ours, each time.
func TestOpenFails(t *testing.T) {
	fault := errors.New("no model")
	n := 0
	d, _ := fresh(t, func(o *Options) { o.Open = func() (*readout.Reader, error) { n++; return nil, fault } })
	if n > 0 {
		t.Error("the reader was made before an article came")
	}
	for range 2 {
		if _, err := d.ReadBody(context.Background(), strings.NewReader(report), Given{}); !errors.Is(err, fault) {
			t.Error(err)
		}
	}
	if n != 1 {
		t.Errorf("the reader was made %d times", n)
	}
}

func FuzzReadBody(f *testing.F) {
	s, err := store.Open(context.Background(), filepath.Join(f.TempDir(), "news.db"))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { s.Close() })
	d := New(Options{Store: s, Open: reader})
	for _, in := range []string{report, `{"id":"../x","text":"Iran met Iraq."}`, "<rss><channel><item><link>/</link></item></channel></rss>", "text,date\nIran met Iraq.,2021\n", "\x1f\x8b\x08\x00", "WARC/1.0\r\n"} {
		f.Add(in, "text/html", "2021-06-16")
	}
	f.Fuzz(func(t *testing.T, in, media, published string) {
		out, err := d.ReadBody(context.Background(), strings.NewReader(in), Given{ContentType: media, Published: published})
		if err != nil {
			return
		}
		for _, x := range out.Articles {
			if _, err := s.Article(context.Background(), x.ID); err != nil {
				t.Errorf("%q was said to be stored: %v", x.ID, err)
			}
		}
	})
}
