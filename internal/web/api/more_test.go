package api

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed"

	"readout/internal/tell"
	"readout/internal/web/problem"
	"readout/store"
)

var update = flag.Bool("update", false, "write docs/API.md")

// TestDocument: docs/API.md lists the operations that there are.
func TestDocument(t *testing.T) {
	const name, head = "../../../docs/API.md", "## Operations\n"
	a, _ := fresh(t)
	var rows []string
	for _, op := range a.operations {
		rows = append(rows, fmt.Sprintf("| `%s %s` | %s |\n", op.method, op.path, op.summary))
	}
	slices.Sort(rows)
	want := head + "\nMade by `go test ./internal/web/api -run Document -update` of the description.\n\n| operation | what it does |\n|---|---|\n" + strings.Join(rows, "")
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, _, ok := strings.Cut(string(b), head)
	if !ok {
		t.Fatalf("%s has no part %q", name, head)
	}
	if *update {
		if err := os.WriteFile(name, []byte(before+want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(b) != before+want {
		t.Errorf("%s lists other operations: write it anew with -update", name)
	}
	for _, n := range store.FilterNames() {
		if !strings.Contains(before, "`"+n+"`") {
			t.Errorf("%s does not name the parameter %s", name, n)
		}
	}
}

// TestSlashes: ids with slashes, dots and signs have addresses that lead to them.
func TestSlashes(t *testing.T) {
	a, s := fresh(t)
	for _, id := range []string{"a/b", "../x", "50% & more?", "a//b#c", "ü \"q\"", "x;y=z,w", "a+b"} {
		r := sample(id, "2021-06-12")
		r.Article.URL = ""
		put(t, s, r)
		for _, path := range []string{tell.Article(id), tell.Event(id + "/ev1"), tell.Statement(id + "/st1"), tell.Article(id) + "/record", tell.Event(id+"/ev1") + "/judgements"} {
			if w := ask(a, "GET", Root+path, ""); w.Code != 200 {
				t.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
		}
	}
	const key = "USA/person/antony-blinken"
	w := ask(a, "GET", Root+tell.Entity(key), "")
	var e struct{ Key, Address string }
	if err := json.Unmarshal(w.Body.Bytes(), &e); err != nil || e.Key != key || e.Address != "http://desk.test/entities/USA%2Fperson%2Fantony-blinken" {
		t.Errorf("%v, %+v", err, e)
	}
	if w := ask(a, "GET", Root+tell.Pair(key, "RUS"), ""); w.Code != 200 || !strings.Contains(w.Body.String(), `"name":"Antony Blinken"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestForms: the four forms of a list tell the same rows, and the streams all
// of them though a page does not.
func TestForms(t *testing.T) {
	a, s := fresh(t)
	for i := range 30 {
		put(t, s, sample(fmt.Sprintf("a%02d", i), fmt.Sprintf("2021-06-%02d", 1+i%28)))
	}
	var ids []string
	target := Root + "/events?size=7"
	for pages := 0; ; pages++ {
		w := ask(a, "GET", target, "")
		var p struct {
			Items []struct {
				ID      string `json:"event_id"`
				Address string
			}
			Next, Said string
			Total      int
		}
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Total != 60 || p.Said != "events" {
			t.Fatalf("%v in %s", err, w.Body)
		}
		for _, x := range p.Items {
			ids = append(ids, x.ID)
			if x.Address != "http://desk.test"+tell.Event(x.ID) {
				t.Errorf("address %s", x.Address)
			}
		}
		m := regexp.MustCompile(`<([^>]*)>; rel="next"`).FindStringSubmatch(strings.Join(w.Header().Values("Link"), ", "))
		if (m == nil) != (p.Next == "") {
			t.Fatalf("next %q, links %v", p.Next, w.Header().Values("Link"))
		}
		if m == nil {
			break
		}
		u, err := url.Parse(m[1])
		if err != nil || u.Query().Get("token") != p.Next {
			t.Fatalf("%s: %v", m[1], err)
		}
		target = u.RequestURI()
		if pages == 3 { // a row comes while someone turns the pages
			put(t, s, sample("late", "2021-07-30"))
			put(t, s, sample("early", "2020-01-01"))
			ids = slices.Clone(ids)
		}
		if pages > 20 {
			t.Fatal("no end")
		}
		if pages == 3 {
			break
		}
	}
	csvRows, err := csv.NewReader(ask(a, "GET", Root+"/events.csv", "").Body).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var table []string
	for _, row := range csvRows[1:] {
		if !strings.HasPrefix(row[0], "late/") && !strings.HasPrefix(row[0], "early/") {
			table = append(table, row[0])
		}
		if len(row) != len(csvRows[0]) || row[len(row)-1] != "http://desk.test"+tell.Event(row[0]) {
			t.Errorf("row %v", row)
		}
	}
	if len(table) != 60 || !slices.Equal(table[:len(ids)], ids) {
		t.Errorf("%d rows as CSV, and the first are %v, not %v", len(table), table[:min(3, len(table))], ids[:3])
	}
	var lines []string
	d := json.NewDecoder(ask(a, "GET", Root+"/events.jsonl", "").Body)
	for {
		var x struct {
			ID string `json:"event_id"`
		}
		if err := d.Decode(&x); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(x.ID, "late/") && !strings.HasPrefix(x.ID, "early/") {
			lines = append(lines, x.ID)
		}
	}
	if !slices.Equal(lines, table) {
		t.Errorf("%d lines, not %d rows", len(lines), len(table))
	}
	f, err := gofeed.NewParser().ParseString(ask(a, "GET", Root+"/events.atom?size=5&type=SANCTION", "").Body.String())
	if err != nil || len(f.Items) != 5 || f.Title != "Readout: sanctions" || f.Items[0].Link != "http://desk.test"+tell.Event("early/ev1") || f.Link != "http://desk.test/events?type=SANCTION" {
		t.Errorf("%v, %+v", err, f)
	}
}

// TestTags: what is unchanged is not sent again, and any change is a change.
func TestTags(t *testing.T) {
	a, s := fresh(t)
	put(t, s, sample("a1", "2021-06-12"))
	tag := func() string { return ask(a, "GET", Root+"/events/a1/ev1", "").Header().Get("ETag") }
	first := tag()
	if first == "" || tag() != first {
		t.Errorf("tags %q, %q", first, tag())
	}
	if other := ask(a, "GET", Root+"/events/a1/ev2", "").Header().Get("ETag"); other == first {
		t.Error("two events have one tag")
	}
	seen := []string{first}
	for _, c := range []struct {
		name   string
		change func() error
	}{
		{"a judgement", func() error {
			return s.Judge(context.Background(), &store.Judgement{Event: "a1/ev1", Verdict: store.Wrong, Who: "Ada"})
		}},
		{"an article", func() error { put(t, s, sample("b2", "2021-06-12")); return nil }},
		{"a deletion", func() error {
			_, err := s.Delete(context.Background(), store.Filter{Article: "b2"})
			return err
		}},
	} {
		if err := c.change(); err != nil {
			t.Fatal(err)
		}
		now := tag()
		if slices.Contains(seen, now) {
			t.Errorf("%s is no change", c.name)
		}
		seen = append(seen, now)
		if w := ask(a, "GET", Root+"/events/a1/ev1", "", "If-None-Match", first); w.Code != 200 {
			t.Errorf("after %s: %d", c.name, w.Code)
		}
	}
}

// TestMethods: what a path cannot do is told, with what it can.
func TestMethods(t *testing.T) {
	a, _ := fresh(t)
	w := ask(a, "PATCH", Root+"/events", "")
	if w.Code != 405 || !strings.Contains(w.Header().Get("Allow"), "GET") || w.Header().Get("Content-Type") != problem.ContentType {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
	if w := ask(a, "HEAD", Root+"/events", ""); w.Code != 200 {
		t.Errorf("HEAD: %d", w.Code)
	}
	if w := ask(a, "GET", "/api/v2/events", ""); w.Code != 404 || w.Header().Get("Content-Type") != problem.ContentType {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestBodies: what is too large, or is not what it should be, is refused.
func TestBodies(t *testing.T) {
	a, _ := fresh(t)
	for _, c := range []struct {
		target, body, media string
		want                int
	}{
		{"/searches", `{"name":"` + strings.Repeat("x", maxJSON) + `"}`, "application/json", 413},
		{"/searches", `{"name":"x","query":""} {}`, "application/json", 400},
		{"/searches", `{"name":"x","colour":"red"}`, "application/json", 400},
		{"/searches", `{"name":1}`, "application/json", 400},
		{"/searches", ``, "application/json", 400},
		{"/searches", `{"name":"x","query":""}`, "", 415},
		{"/articles", strings.Repeat("Iran met Iraq. ", 20<<16), "text/plain", 413},
		{"/articles", `{"text":"` + strings.Repeat("Iran met Iraq. ", 20<<16) + `"}`, "application/json", 413},
		{"/articles", "\x00\x01\x02", "application/octet-stream", 422},
		{"/articles", `{text: "Iran met Iraq."}`, "application/json", 422},
	} {
		r := httptest.NewRequest("POST", Root+c.target, strings.NewReader(c.body))
		if c.media != "" {
			r.Header.Set("Content-Type", c.media)
		}
		w := httptest.NewRecorder()
		a.ServeHTTP(w, r)
		if w.Code != c.want || w.Header().Get("Content-Type") != problem.ContentType {
			t.Errorf("%s %.40q: %d %s, not %d", c.target, c.body, w.Code, w.Body, c.want)
		}
	}
}

// TestInside: what goes wrong inside is not told.
func TestInside(t *testing.T) {
	a, s := fresh(t)
	s.Close()
	w := ask(a, "GET", Root+"/events", "")
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "sql") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// FuzzQuery: whatever is asked, a list answers with rows or with a fault of the
// caller, and with the same rows as JSON as in lines.
func FuzzQuery(f *testing.F) {
	a, s := fresh(f)
	put(f, s, sample("a1", "2021-06-12"), sample("b/2", "2021-06-13"))
	for _, q := range []string{"", "words=expelled", `words="was+-`, "words=OR", "words=a*b*+OR+-", "actor=Q159&size=1", "from=2021-13", "confidence=NaN", "confidence=1e9", "size=-1", "token=n0", "token=%00", "order=name",
		"type=SANCTION&type=ACCUSE", "place=%ff", "%zz", "a=b;c", "words=%22%22", "entity=%27%22--", "by=week&words=NEAR(a+b)"} {
		f.Add("/events", q)
		f.Add("/entities", q)
		f.Add("/facets/statements", q)
		f.Add("/pairs/RUS/USA", q)
	}
	f.Fuzz(func(t *testing.T, path, q string) {
		r, err := http.NewRequest("GET", "http://desk.test/api/v1"+path, nil)
		if err != nil {
			return
		}
		r.URL.RawQuery = q
		w := httptest.NewRecorder()
		a.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Fatalf("%s?%s: %d %s", path, q, w.Code, w.Body)
		}
		if w.Code == 200 && strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") && !json.Valid(w.Body.Bytes()) {
			t.Fatalf("%s?%s: %s", path, q, w.Body)
		}
	})
}

// FuzzBody: whatever is handed in, the answer is a result or a fault of the
// caller.
func FuzzBody(f *testing.F) {
	a, s := fresh(f)
	put(f, s, sample("a1", "2021-06-12"))
	for _, c := range calls {
		if c.body != "" && c.op != "readArticle" {
			f.Add(c.target, c.body)
		}
	}
	f.Fuzz(func(t *testing.T, path, body string) {
		r, err := http.NewRequest("POST", "http://desk.test/api/v1"+path, bytes.NewReader([]byte(body)))
		if err != nil || strings.HasPrefix(path, "/articles") {
			return
		}
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		a.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Fatalf("%s %s: %d %s", path, body, w.Code, w.Body)
		}
	})
}
