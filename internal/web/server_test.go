package web

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/internal/web/access"
	"readout/store"
)

// long is an answer that is worth compressing.
var long = strings.Repeat("The quick brown fox. ", 500)

// try builds a server over an empty store, with an API that echoes.
func try(t *testing.T, change func(*Options)) (*Server, *store.Store) {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "news.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	api := http.NewServeMux()
	api.HandleFunc("/api/v1/long", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, long) })
	api.HandleFunc("/api/v1/panic", func(http.ResponseWriter, *http.Request) { panic("hidden") })
	api.HandleFunc("/api/v1/cut", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, strings.Repeat(long, 100))
		panic(http.ErrAbortHandler)
	})
	api.HandleFunc("/api/v1/who", func(w http.ResponseWriter, r *http.Request) {
		c := access.From(r.Context())
		_, _ = io.WriteString(w, c.Name+" "+c.Scope.String())
	})
	opts := Options{Store: s, API: api, Anyone: access.Write, Pages: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "page") })}
	if change != nil {
		change(&opts)
	}
	srv, err := New(opts)
	if err != nil {
		t.Fatal(err)
	}
	return srv, s
}

func ask(h http.Handler, method, target string, head ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	r.Host = "localhost:8080"
	for i := 0; i+1 < len(head); i += 2 {
		if head[i] == "Host" {
			r.Host = head[i+1]
			continue
		}
		r.Header.Set(head[i], head[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestHeaders(t *testing.T) {
	s, _ := try(t, nil)
	for _, target := range []string{"/", "/api/v1/who", "/health", "/nowhere", "/api/v1/panic"} {
		h := ask(s, "GET", target).Header()
		if csp := h.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", target, csp)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin"} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q", target, name, h.Get(name))
			}
		}
		if len(h.Get("X-Request-Id")) != 16 {
			t.Errorf("%s: request id %q", target, h.Get("X-Request-Id"))
		}
	}
}

// TestNames: a name that is not the server's own is refused, so that no page
// elsewhere can have its own name stand for this machine.
func TestNames(t *testing.T) {
	s, _ := try(t, func(o *Options) { o.Hosts = []string{"desk.example.org"} })
	for host, want := range map[string]int{
		"localhost:8080": 200, "127.0.0.1:8080": 200, "[::1]:8080": 200, "192.168.1.7": 200, "desk.example.org": 200, "DESK.example.org:443": 200,
		"evil.example": 421, "127.0.0.1.evil.example": 421, "localhost.evil.example:8080": 421,
	} {
		if w := ask(s, "GET", "/", "Host", host); w.Code != want {
			t.Errorf("%s: status %d, not %d", host, w.Code, want)
		}
	}
}

func TestCrossOrigin(t *testing.T) {
	s, _ := try(t, nil)
	for _, c := range []struct {
		head []string
		want int
	}{
		{nil, 200}, {[]string{"Sec-Fetch-Site", "same-origin"}, 200}, {[]string{"Sec-Fetch-Site", "cross-site"}, 403}, {[]string{"Origin", "https://evil.example"}, 403},
		{[]string{"Origin", "http://localhost:8080"}, 200}, {[]string{"Sec-Fetch-Site", "same-site"}, 403},
	} {
		if w := ask(s, "POST", "/api/v1/who", c.head...); w.Code != c.want {
			t.Errorf("POST with %v: status %d, not %d", c.head, w.Code, c.want)
		}
		if w := ask(s, "GET", "/api/v1/who", c.head...); w.Code != 200 {
			t.Errorf("GET with %v: status %d", c.head, w.Code)
		}
	}
}

func TestTokens(t *testing.T) {
	s, st := try(t, func(o *Options) { o.Anyone = access.None })
	reader, hash := access.NewToken()
	if err := st.PutAccess(context.Background(), &store.Access{Hash: hash, Name: "ada", Scope: "read"}); err != nil {
		t.Fatal(err)
	}
	writer, hash := access.NewToken()
	if err := st.PutAccess(context.Background(), &store.Access{Hash: hash, Name: "bob", Scope: "write"}); err != nil {
		t.Fatal(err)
	}
	basic := func(token string) string {
		r := httptest.NewRequest("GET", "/", nil)
		r.SetBasicAuth("anyone", token)
		return r.Header.Get("Authorization")
	}
	for _, c := range []struct {
		method, auth string
		want         int
		body         string
	}{
		{"GET", "", 401, ""}, {"POST", "", 401, ""}, {"GET", "Bearer nonsense", 401, ""}, {"GET", "Bearer " + reader, 200, "ada read"}, {"POST", "Bearer " + reader, 403, ""},
		{"DELETE", "bearer " + reader, 403, ""}, {"GET", "Bearer " + writer, 200, "bob write"}, {"POST", "Bearer " + writer, 200, "bob write"}, {"GET", basic(reader), 200, "ada read"},
		{"POST", basic(writer), 200, "bob write"}, {"GET", basic(""), 401, ""},
	} {
		w := ask(s, c.method, "/api/v1/who", "Authorization", c.auth)
		if w.Code != c.want || c.body != "" && w.Body.String() != c.body {
			t.Errorf("%s with %q: %d %q, not %d %q", c.method, c.auth, w.Code, w.Body, c.want, c.body)
		}
		if w.Code == 401 && !strings.HasPrefix(w.Header().Get("WWW-Authenticate"), "Bearer") {
			t.Errorf("a program is asked %q", w.Header().Get("WWW-Authenticate"))
		}
	}
	if w := ask(s, "GET", "/"); w.Code != 401 || !strings.HasPrefix(w.Header().Get("WWW-Authenticate"), "Basic") {
		t.Errorf("a browser is answered %d, asked %q", w.Code, w.Header().Get("WWW-Authenticate"))
	}
	if w := ask(s, "GET", "/health"); w.Code != 200 {
		t.Errorf("health: %d", w.Code)
	}
	if w := ask(s, "GET", "/metrics"); w.Code != 401 {
		t.Errorf("metrics without a token: %d", w.Code)
	}
}

// TestRevoked: a token that is taken away opens nothing any more.
func TestRevoked(t *testing.T) {
	s, st := try(t, func(o *Options) { o.Anyone = access.None })
	token, hash := access.NewToken()
	if err := st.PutAccess(context.Background(), &store.Access{Hash: hash, Name: "ada", Scope: "read"}); err != nil {
		t.Fatal(err)
	}
	if w := ask(s, "GET", "/api/v1/who", "Authorization", "Bearer "+token); w.Code != 200 {
		t.Fatalf("status %d", w.Code)
	}
	if err := st.DeleteAccess(context.Background(), hash); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(time.Minute); ask(s, "GET", "/api/v1/who", "Authorization", "Bearer "+token).Code != 401; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the token still opens")
		}
	}
}

// TestUntilTokens: a server for everyone on this machine is none any more once
// there is a token.
func TestUntilTokens(t *testing.T) {
	s, st := try(t, func(o *Options) { o.UntilTokens = true })
	if w := ask(s, "POST", "/api/v1/who"); w.Code != 200 {
		t.Fatalf("without tokens: %d", w.Code)
	}
	_, hash := access.NewToken()
	if err := st.PutAccess(context.Background(), &store.Access{Hash: hash, Name: "ada", Scope: "read"}); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(time.Minute); ask(s, "GET", "/api/v1/who").Code != 401; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it still serves everyone")
		}
	}
}

func TestAnyoneReads(t *testing.T) {
	s, _ := try(t, func(o *Options) { o.Anyone = access.Read })
	if w := ask(s, "GET", "/api/v1/who"); w.Code != 200 {
		t.Errorf("GET: %d", w.Code)
	}
	if w := ask(s, "POST", "/api/v1/who"); w.Code != 401 {
		t.Errorf("POST: %d", w.Code)
	}
}
