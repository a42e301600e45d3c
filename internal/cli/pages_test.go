package cli_test

import (
	"html"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPagesAndAPI hands articles to a served desk by its form, goes through its
// pages, and wants every link to the API on them to be answered.
func TestPagesAndAPI(t *testing.T) {
	s := startServer(t, "--store", filepath.Join(t.TempDir(), "news.db"), "--no-fetch")
	defer func() { _ = s.Process.Kill(); _ = s.Wait() }()
	ask := func(resp *http.Response, err error) (int, string) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		b, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return resp.StatusCode, string(b)
	}
	for _, form := range []url.Values{
		{"title": {"Moscow expels diplomats"}, "published": {"2021-04-16"}, "publisher": {"The Post"}, "text": {"Russia expelled ten American diplomats on Friday. “There will be a price to pay,” foreign minister Sergei Lavrov said in Moscow."}},
		{"title": {"Leaders meet"}, "published": {"2021-06-16"}, "publisher": {"The Post"}, "text": {"President Joe Biden met Vladimir Putin in Geneva on Wednesday. The United States accused Russia of cyber attacks, which Russia denied."}},
	} {
		if code, body := ask(http.PostForm(s.url+"/articles", form)); code != http.StatusOK || !strings.Contains(body, form.Get("title")) {
			t.Fatalf("handing in: %d %s", code, body)
		}
	}
	if code, body := ask(http.PostForm(s.url+"/articles", url.Values{"url": {"http://127.0.0.1:1/"}})); code != http.StatusUnprocessableEntity || !strings.Contains(body, `role="alert"`) {
		t.Errorf("an address that may not be fetched: %d %s", code, body)
	}
	if code, _ := ask(http.PostForm(s.url+"/searches", url.Values{"name": {"Accusations"}, "kind": {"events"}, "query": {"type=ACCUSE"}})); code != http.StatusOK {
		t.Errorf("saving a search: %d", code)
	}
	link := regexp.MustCompile(`(?:href)="(/[^"#]*)`)
	seen, queue := map[string]bool{}, []string{"/"}
	answered := 0
	for len(queue) > 0 && len(seen) < 250 {
		a := queue[0]
		queue = queue[1:]
		if seen[a] {
			continue
		}
		seen[a] = true
		code, body := ask(http.Get(s.url + a))
		if code != http.StatusOK {
			t.Errorf("GET %s: %d", a, code)
		}
		if strings.HasPrefix(a, "/api/") {
			answered++
			continue
		}
		if strings.Contains(a, "?") {
			continue
		}
		for _, m := range link.FindAllStringSubmatch(body, -1) {
			queue = append(queue, html.UnescapeString(m[1]))
		}
	}
	if answered < 20 {
		t.Errorf("only %d links to the API were found", answered)
	}
}
