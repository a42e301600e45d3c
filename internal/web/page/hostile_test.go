package page_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"readout/internal/web/page"
	"readout/record"
	"readout/store"
)

// evil is text that would like to be more than text.
const evil = `"><script src=//evil.example/x.js></script><img src=x onerror=alert(1)>'` + "\u202e{{.Title}}</title></style></textarea>"

// hostile is a record with evil text in every field that an article or its
// reading could bring it to.
func hostile(t *testing.T) *record.Record {
	t.Helper()
	records, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	var r record.Record
	for _, x := range records {
		if x.Article.ID == "geneva" {
			b, err := json.Marshal(x)
			if err == nil {
				err = json.Unmarshal(b, &r)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	a := &r.Article
	a.ID, a.Title, a.Byline, a.Publisher, a.URL, a.Language = "x/../"+evil, evil, evil, evil, "javascript:alert(1)//"+evil, "en"
	// The text is as long as before, so that all spans hold.
	old := []rune(a.Text)
	text := []rune(strings.Repeat(evil, len(old)/len([]rune(evil))+1))[:len(old)]
	for i, c := range old {
		if c == '\n' {
			text[i] = c
		}
	}
	a.Text = string(text)
	for i := range r.Entities {
		e := &r.Entities[i]
		e.Name, e.Office, e.Sectors, e.Ref = evil+e.ID, evil, []string{evil}, nil
		e.Country = evil
	}
	for i := range r.Events {
		e := &r.Events[i]
		e.Rule, e.Mode, e.Contexts, e.CAMEO = evil, []string{evil}, []string{evil}, evil
		e.Object = &record.Object{Of: evil, Count: 3}
		e.Date = &record.Date{Value: evil}
	}
	for i := range r.Statements {
		r.Statements[i].Kind, r.Statements[i].Contexts = evil, []string{evil}
	}
	for i := range r.Places {
		r.Places[i].Name, r.Places[i].Country = evil, evil
	}
	r.Links = append(r.Links, record.Link{Kind: "denies", From: r.Events[0].ID, To: r.Events[1].ID}, record.Link{Kind: evil, From: r.Events[1].ID, To: r.Events[2].ID})
	r.Warnings = []string{evil}
	r.Engine.Version, r.Engine.Lexicon, r.Engine.Model = evil, evil, evil
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	return &r
}

// TestHostile: evil text stays text on every page.
func TestHostile(t *testing.T) {
	s := emptyStore(t)
	r := hostile(t)
	put(t, s, r)
	h := desk(t, s)
	article := url.PathEscape(r.Article.ID)
	reading, err := s.Article(t.Context(), r.Article.ID)
	if err != nil {
		t.Fatal(err)
	}
	key := url.PathEscape(reading.Keys[r.Entities[0].ID])
	event := "/events/" + article + "/" + r.Events[0].ID
	form := url.Values{"verdict": {"corrected"}, "who": {evil}, "why": {evil}, "place": {evil}, "type": {evil}}
	if w := post(t, h, event+"/judgements", form.Encode()); w.Code != http.StatusSeeOther {
		t.Fatalf("judging: %d", w.Code)
	}
	if w := post(t, h, "/sources", url.Values{"url": {"https://x.example/" + evil}, "publisher": {evil}}.Encode()); w.Code >= 500 {
		t.Fatalf("a source: %d", w.Code)
	}
	if w := post(t, h, "/searches", url.Values{"name": {evil}, "kind": {"events"}, "query": {"words=" + url.QueryEscape(evil)}}.Encode()); w.Code != http.StatusSeeOther {
		t.Fatalf("a search: %d", w.Code)
	}
	q := url.QueryEscape(evil)
	for address, status := range map[string]int{
		"/": 200, "/days/2021-06-16": 200, "/articles": 200, "/articles/" + article: 200, "/events": 200, event: 200, "/statements": 200, "/statements/" + article + "/" + r.Statements[0].ID: 200,
		"/entities": 200, "/entities/" + key: 200, "/pairs": 200, "/pairs/" + key + "/" + url.PathEscape(evil): 200, "/issues": 200, "/sources": 200, "/searches": 200, "/judgements": 200,
		"/search?words=" + q: 200, "/events?place=" + q + "&party=" + q + "&words=" + q + "&publisher=" + q: 200, "/statements?speaker=" + q: 200, "/statements?context=" + q: 400, "/events?type=" + q: 400,
		"/events?from=" + q: 400, "/pairs?a=" + q: 200, "/" + url.PathEscape(evil): 404, "/articles/" + url.PathEscape(evil): 404, "/issues/" + url.PathEscape(evil): 404,
	} {
		harmless(t, address, get(t, h, address, status))
	}
}

// harmless checks that a page has no script but its own, no handler, no style
// attribute, no link that runs, no request to elsewhere, and nothing that turns
// the direction of writing.
func harmless(t *testing.T, address, body string) {
	t.Helper()
	doc, err := xhtml.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type == xhtml.TextNode && strings.ContainsRune(n.Data, '\u202e') {
			t.Errorf("%s: the direction of writing is turned in <%s>", address, n.Parent.Data)
		}
		if n.Type != xhtml.ElementNode {
			continue
		}
		if n.Data == "iframe" || n.Data == "object" || n.Data == "img" || n.Data == "style" || n.Data == "base" {
			t.Errorf("%s: <%s>", address, n.Data)
		}
		for _, a := range n.Attr {
			v := strings.ToLower(strings.TrimSpace(a.Val))
			switch {
			case strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc":
				t.Errorf("%s: attribute %s=%q of <%s>", address, a.Key, a.Val, n.Data)
			case a.Key == "src" && !strings.HasPrefix(v, "/static/"):
				t.Errorf("%s: <%s src=%q>", address, n.Data, a.Val)
			case (a.Key == "href" || a.Key == "action") && !(strings.HasPrefix(v, "/") && !strings.HasPrefix(v, "//") || strings.HasPrefix(v, "#") || strings.HasPrefix(v, "?")) &&
				!strings.HasPrefix(v, "https://x.example/") && !strings.HasPrefix(v, "https://www.wikidata.org/"):
				t.Errorf("%s: <%s %s=%q>", address, n.Data, a.Key, a.Val)
			case n.Data == "link" && a.Key == "href" && !strings.HasPrefix(v, "/"):
				t.Errorf("%s: <link href=%q>", address, a.Val)
			}
		}
	}
}

// FuzzFilter: no query breaks the lists.
func FuzzFilter(f *testing.F) {
	f.Add("words=a&type=ACCUSE&from=2021")
	f.Add("words=%22a&party=%00&size=5&token=x&order=oldest")
	f.Add("to=9999-99&confidence=NaN")
	s, err := store.Open(context.Background(), filepath.Join(f.TempDir(), "news.db"))
	if err != nil {
		f.Fatal(err)
	}
	defer s.Close()
	records, err := sample()
	if err != nil {
		f.Fatal(err)
	}
	c, err := store.Code(records[0], nil)
	if err == nil {
		err = s.Put(context.Background(), []store.Coded{c})
	}
	if err != nil {
		f.Fatal(err)
	}
	h, err := page.New(page.Options{Store: s, Version: "0.1.0", Now: now})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, q string) {
		for _, path := range []string{"/events", "/statements", "/articles", "/entities", "/search", "/pairs", "/pairs/USA/RUS"} {
			u := url.URL{Path: path, RawQuery: q}
			if code := ask(t, h, u.String()); code >= 500 {
				t.Errorf("%s: %d", u.String(), code)
			}
		}
	})
}
