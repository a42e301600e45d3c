package page_test

import (
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"readout/record"
	"readout/store"
)

// addresses are all pages of the sample desk.
var addresses = []string{"/", "/days/2021-06-16", "/articles", "/articles/geneva", "/events", "/events/geneva/ev1", "/statements", "/statements/geneva/st1", "/entities",
	"/entities/Q7747", "/pairs", "/pairs/USA/RUS", "/issues", "/issues/diplomatic", "/sources", "/searches", "/search", "/search?words=ambassador", "/judgements"}

var reference = regexp.MustCompile(`(?:href|src|action)="([^"]*)"`)

// TestLinks follows every link from every page, but for those to the API and
// to the web: none is broken, and no anchor of an article is missing.
func TestLinks(t *testing.T) {
	h := desk(t, filledStore(t))
	seen := map[string]string{} // page → body
	queue := append([]string{}, addresses...)
	for len(queue) > 0 && len(seen) < 400 {
		a := queue[0]
		queue = queue[1:]
		if _, ok := seen[a]; ok {
			continue
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, a, nil))
		if w.Code != http.StatusOK && w.Code != http.StatusSeeOther {
			t.Errorf("GET %s: %d", a, w.Code)
		}
		seen[a] = w.Body.String()
		if strings.Contains(seen[a], "· </p>") {
			t.Errorf("%s: a point with nothing behind it", a)
		}
		// Lists lead to lists without end: those beside the addresses are looked at, not gone on from.
		if strings.Contains(a, "?") && a != "/search?words=ambassador" {
			continue
		}
		for _, m := range reference.FindAllStringSubmatch(seen[a], -1) {
			link := html.UnescapeString(m[1])
			page, anchor, _ := strings.Cut(link, "#")
			switch {
			case strings.HasPrefix(link, "/api/") || strings.HasPrefix(link, "http"):
				continue
			case strings.HasSuffix(link, "/delete") || strings.HasSuffix(link, "/judgements") && link != "/judgements":
				continue
			case page == "":
				if !strings.Contains(seen[a], `id="`+anchor+`"`) {
					t.Errorf("%s: no anchor %q", a, anchor)
				}
				continue
			}
			queue = append(queue, page)
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d pages were found", len(seen))
	}
	// What leads into the text finds its words there.
	into := regexp.MustCompile(`href="(/articles/[^"#]*)#([^"]*)"`)
	for a, body := range seen {
		for _, m := range into.FindAllStringSubmatch(body, -1) {
			if article, ok := seen[html.UnescapeString(m[1])]; ok && !strings.Contains(article, `id="`+m[2]+`"`) {
				t.Errorf("%s: %s has no %s", a, m[1], m[2])
			}
		}
	}
}

// TestProof: the article's words stand in its page as they are, each event and
// statement is marked and leads to its record and back.
func TestProof(t *testing.T) {
	s := filledStore(t)
	h := desk(t, s)
	body := get(t, h, "/articles/geneva", http.StatusOK)
	reading, err := s.Article(t.Context(), "geneva")
	if err != nil {
		t.Fatal(err)
	}
	text := words(t, body, "article")
	for _, b := range strings.Split(reading.Record.Article.Text, "\n\n") {
		if !strings.Contains(text, b) {
			t.Errorf("the page does not have %q", b)
		}
	}
	for _, e := range reading.Record.Events {
		for _, want := range []string{`id="at-` + e.ID + `"`, `href="#` + e.ID + `"`, `id="` + e.ID + `"`, `href="#at-` + e.ID + `"`, `<code>` + e.Rule + `</code>`, `href="/events/geneva/` + e.ID + `"`} {
			if !strings.Contains(body, want) {
				t.Errorf("no %s", want)
			}
		}
	}
	for _, st := range reading.Record.Statements {
		for _, want := range []string{`id="at-` + st.ID + `"`, `href="#` + st.ID + `"`, `id="` + st.ID + `"`, `href="/statements/geneva/` + st.ID + `"`} {
			if !strings.Contains(body, want) {
				t.Errorf("no %s", want)
			}
		}
	}
	for _, want := range []string{reading.Record.Engine.Version, "Q6279"} {
		if !strings.Contains(body, want) && !strings.Contains(body, url.PathEscape(want)) {
			t.Errorf("no %s", want)
		}
	}
}

// TestWithin: a statement within another leads to it and says who reports it,
// and the other leads to it.
func TestWithin(t *testing.T) {
	records, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	r := records[slices.IndexFunc(records, func(r *record.Record) bool { return r.Article.ID == "geneva" })]
	outer := slices.IndexFunc(r.Statements, func(s record.Statement) bool { return s.Speaker != "" })
	inner := (outer + 1) % len(r.Statements)
	r.Statements[inner].Within = r.Statements[outer].ID
	by := r.Entities[slices.IndexFunc(r.Entities, func(e record.Entity) bool { return e.ID == r.Statements[outer].Speaker })].Name
	with := &r.Entities[slices.IndexFunc(r.Entities, func(e record.Entity) bool { return e.ID != r.Statements[outer].Speaker })]
	r.Statements[outer].CoSpeakers = []string{with.ID}
	s := emptyStore(t)
	put(t, s, r)
	h := desk(t, s)
	in, out := "/statements/geneva/"+r.Statements[inner].ID, "/statements/geneva/"+r.Statements[outer].ID
	for address, wants := range map[string][]string{
		in:                 {"Reported by", `href="` + out + `"`, by},
		out:                {"Together with", by + " and " + with.Name, "Reported in it", `href="` + in + `"`},
		"/statements":      {`reported <a href="` + out + `">within a statement</a>`},
		"/articles/geneva": {"reported by", `within <a href="` + out + `"`},
	} {
		body := get(t, h, address, http.StatusOK)
		for _, want := range wants {
			if !strings.Contains(body, want) {
				t.Errorf("%s: no %s", address, want)
			}
		}
	}
}

// words is the text inside the first element of a name.
func words(t *testing.T, body, name string) string {
	t.Helper()
	doc, err := xhtml.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *xhtml.Node, in bool)
	walk = func(n *xhtml.Node, in bool) {
		if n.Type == xhtml.TextNode && in {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, in || c.Type == xhtml.ElementNode && c.Data == name)
		}
	}
	walk(doc, false)
	return b.String()
}

func TestLists(t *testing.T) {
	h := desk(t, filledStore(t))
	for address, wants := range map[string][]string{
		"/events?type=ACCUSE&actor_country=RUS": {"<h1>Accusations by Russia</h1>", "type: ACCUSE", "country: Russia", "/api/v1/events.csv?actor_country=RUS&amp;type=ACCUSE", "application/atom+xml"},
		"/events?party=Q7747":                   {"party: Vladimir Putin", `<input type="hidden" name="party" value="Q7747">`},
		"/events?type=AID&place=Nowhere":        {"No event fits."},
		"/statements?speaker=Q22686&about=RUS":  {"Statements"},
		"/articles?publisher=Evening+Ledger":    {"<h1>Articles published by Evening Ledger</h1>"},
		"/entities?words=Putin":                 {"Vladimir Putin"},
		"/search?words=xyzzy":                   {"Nothing has these words"},
		"/search?words=Antonov":                 {"1 article<", "Anatoly Antonov"},
		"/pairs/USA/RUS?from=2021-04&to=2021":   {"United States and Russia", "from: 2021-04", "chart series"},
		"/pairs/USA/AFG?unit=year":              {"United States and Afghanistan"},
		"/pairs/Q7747/Q6279":                    {"Vladimir Putin and Joe Biden"},
		"/issues/cyber":                         {"<h1>Cyber</h1>", "side by side"},
		"/days/2021-06-16":                      {"<h1>16 June 2021</h1>", "Biden and Putin meet in Geneva", `href="/days/2021-04-22" rel="prev"`},
		"/days/2021-12-07":                      {"Iran denies: "},
		"/days/2020-01-01":                      {"No article of this day"},
	} {
		body := get(t, h, address, http.StatusOK)
		for _, want := range wants {
			if !strings.Contains(body, want) {
				t.Errorf("%s: no %s", address, want)
			}
		}
	}
}

// TestJudgementPages walks through more judgements than one page shows.
func TestJudgementPages(t *testing.T) {
	s := filledStore(t)
	for i := range 35 {
		if err := s.Judge(t.Context(), &store.Judgement{Event: "geneva/ev1", Verdict: store.Right, Who: "reader " + strconv.Itoa(i) + "."}); err != nil {
			t.Fatal(err)
		}
	}
	h := desk(t, s)
	first := get(t, h, "/judgements", http.StatusOK)
	next := regexp.MustCompile(`href="([^"]*)" rel="next"`).FindStringSubmatch(first)
	if next == nil {
		t.Fatal("no second page")
	}
	second := get(t, h, next[1], http.StatusOK)
	for i := range 35 {
		if who := "reader " + strconv.Itoa(i) + "."; strings.Contains(first, who) == strings.Contains(second, who) {
			t.Errorf("%s stands on both pages or on none", who)
		}
	}
	if strings.Contains(second, `rel="next"`) || !strings.Contains(second, `rel="first"`) {
		t.Error("the second page is not the last")
	}
}

// TestPaging walks through all events page by page.
func TestPaging(t *testing.T) {
	h := desk(t, filledStore(t))
	next := regexp.MustCompile(`href="([^"]*)" rel="next"`)
	row := regexp.MustCompile(`<td><a href="(/events/[^"]*)">`)
	seen := map[string]bool{}
	for address := "/events?size=7"; address != ""; {
		body := get(t, h, address, http.StatusOK)
		for _, m := range row.FindAllStringSubmatch(body, -1) {
			if seen[m[1]] {
				t.Errorf("%s twice", m[1])
			}
			seen[m[1]] = true
		}
		address = ""
		if m := next.FindStringSubmatch(body); m != nil {
			address = html.UnescapeString(m[1])
		}
	}
	if len(seen) < 60 {
		t.Errorf("%d events on all pages", len(seen))
	}
}

func TestFaults(t *testing.T) {
	h := desk(t, filledStore(t))
	for address, status := range map[string]int{
		"/nowhere": 404, "/articles/none": 404, "/events/geneva/ev999": 404, "/events/none/ev1": 404, "/statements/geneva/st999": 404, "/entities/none": 404, "/issues/none": 404,
		"/days/yesterday": 404, "/articles/geneva?part=2": 404, "/articles/geneva?part=x": 404, "/static/none.css": 404,
		"/events?from=soon": 400, "/events?confidence=2": 400, "/events?size=0": 400, "/events?token=x": 400, "/judgements?before=x": 400, "/events?order=odd": 400, "/pairs?a=xyzzy&b=USA": 400, "/pairs/USA/RUS?unit=hour": 400,
	} {
		body := get(t, h, address, status)
		if !strings.Contains(body, `action="/search"`) || !strings.Contains(body, "<h1>") {
			t.Errorf("%s: no way on", address)
		}
	}
}

// TestEmpty: an empty record has pages that say what to do.
func TestEmpty(t *testing.T) {
	h := desk(t, emptyStore(t))
	for address, want := range map[string]string{"/": "readout load", "/events": "No event fits", "/statements": "No statement fits", "/articles": "No article fits", "/entities": "Nobody fits",
		"/pairs": "No two parties", "/issues": "Nothing is said", "/issues/cyber": "Nobody says anything", "/sources": "No feed is watched", "/searches": "Nothing is saved", "/judgements": "Nobody has judged",
		"/search?words=x": "Nothing has these words", "/pairs/USA/RUS": "No event between them"} {
		if body := get(t, h, address, http.StatusOK); !strings.Contains(body, want) {
			t.Errorf("%s: no %q", address, want)
		}
	}
}

func TestAssets(t *testing.T) {
	h := desk(t, emptyStore(t))
	body := get(t, h, "/events", http.StatusOK)
	found := regexp.MustCompile(`"(/static/[^"]*)"`).FindAllStringSubmatch(body, -1)
	if len(found) < 3 {
		t.Fatalf("%d files are used", len(found))
	}
	for _, m := range found {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, m[1], nil))
		if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") || w.Header().Get("Content-Type") == "" {
			t.Errorf("%s: %d %v", m[1], w.Code, w.Header())
		}
	}
}
