package page_test

import (
	"context"
	"errors"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"readout/internal/web/page"
	"readout/record"
	"readout/store"
)

// TestForms: what people send is kept, shown, and refused when it makes no
// sense or comes from elsewhere.
func TestForms(t *testing.T) {
	s := filledStore(t)
	h := desk(t, s)
	const event = "/events/geneva/ev3"
	for _, c := range []struct {
		form   string
		status int
	}{
		{"verdict=right&who=Ann", http.StatusSeeOther},
		{"verdict=corrected&who=Bob&why=It+was+advice&type=CONSULT&mode=", http.StatusSeeOther},
		{"verdict=corrected&who=Bob", http.StatusUnprocessableEntity},
		{"verdict=odd&who=Bob", http.StatusUnprocessableEntity},
		{"verdict=wrong&who=", http.StatusUnprocessableEntity},
		{"verdict=corrected&who=Bob&object_count=many", http.StatusUnprocessableEntity},
	} {
		if w := post(t, h, event+"/judgements", c.form); w.Code != c.status {
			t.Errorf("%s: %d, want %d", c.form, w.Code, c.status)
		}
	}
	if w := post(t, h, event+"/judgements", "verdict=wrong&who=Eve", "Sec-Fetch-Site", "cross-site"); w.Code != http.StatusForbidden {
		t.Errorf("a form of another site: %d", w.Code)
	}
	if w := post(t, h, event+"/judgements", "verdict=wrong&who=Eve", "Origin", "https://evil.example"); w.Code != http.StatusForbidden {
		t.Errorf("a form of another origin: %d", w.Code)
	}
	if w := post(t, h, "/events/geneva/ev99/judgements", "verdict=wrong&who=Eve"); w.Code != http.StatusNotFound {
		t.Errorf("an event that is not there: %d", w.Code)
	}
	all, err := s.Judgements(t.Context(), "geneva/ev3")
	if err != nil || len(all) != 2 {
		t.Fatalf("judgements %v, %v", all, err)
	}
	if j := all[1]; j.Verdict != store.Corrected || j.Fields["type"] != "CONSULT" || j.Who != "Bob" || j.Why != "It was advice" {
		t.Errorf("%+v", j)
	}
	for address, want := range map[string]string{event: `<td class="struck">THREATEN</td><td>CONSULT</td>`, "/judgements": "It was advice", "/articles/geneva": "✎ corrected", "/events?judged=corrected": "✎ corrected"} {
		if body := get(t, h, address, http.StatusOK); !strings.Contains(body, want) {
			t.Errorf("%s: no %s", address, want)
		}
	}

	if w := post(t, h, "/sources", "url=https://news.example/feed&publisher=News&follow=true"); w.Code != http.StatusSeeOther {
		t.Errorf("a source: %d %s", w.Code, w.Body)
	}
	for _, form := range []string{"url=ftp://x", "url=javascript:alert(1)", "url="} {
		if w := post(t, h, "/sources", form); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", form, w.Code)
		}
	}
	body := get(t, h, "/sources", http.StatusOK)
	m := regexp.MustCompile(`/sources/\d+/delete`).FindString(body)
	if !strings.Contains(body, "https://news.example/feed") || m == "" {
		t.Fatalf("no source in %s", body)
	}
	if w := post(t, h, m, ""); w.Code != http.StatusSeeOther {
		t.Errorf("removing a source: %d", w.Code)
	}
	if w := post(t, h, m, ""); w.Code != http.StatusNotFound {
		t.Errorf("removing it again: %d", w.Code)
	}

	if w := post(t, h, "/searches", "kind=events&query=type%3DACCUSE&name=Accusations"); w.Code != http.StatusSeeOther {
		t.Errorf("a search: %d", w.Code)
	}
	if w := post(t, h, "/searches", "kind=events&query=confidence%3D7&name=Odd"); w.Code != http.StatusBadRequest {
		t.Errorf("an odd search: %d", w.Code)
	}
	body = get(t, h, "/searches", http.StatusOK)
	m = regexp.MustCompile(`/searches/\d+/delete`).FindString(body)
	if !strings.Contains(body, `href="/events?type=ACCUSE"`) || !strings.Contains(body, "/feed.atom") {
		t.Errorf("no saved search in %s", body)
	}
	if w := post(t, h, m, ""); w.Code != http.StatusSeeOther {
		t.Errorf("forgetting a search: %d", w.Code)
	}
}

// TestHand: what is handed in is read, refused with a reason, or not taken at
// all.
func TestHand(t *testing.T) {
	s := filledStore(t)
	if w := post(t, desk(t, s), "/articles", "text=Oslo"); w.Code != http.StatusNotFound {
		t.Errorf("without a reader: %d", w.Code)
	}
	var got page.Handed
	h, err := page.New(page.Options{Store: s, Version: "0.1.0", Now: now, Caller: func(context.Context) string { return "editor" },
		Read: func(_ context.Context, x page.Handed) ([]string, error) {
			got = x
			if x.URL == "https://nothing.example/" {
				return nil, page.Refuse(errors.New("there is <nothing> in it"))
			}
			return []string{"a/b"}, nil
		}})
	if err != nil {
		t.Fatal(err)
	}
	if w := post(t, h, "/articles", "text=Oslo+met+Rome.&title=T&publisher=P&published=2021-01-02"); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/articles/a%2Fb" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if want := (page.Handed{Text: "Oslo met Rome.", Title: "T", Publisher: "P", Published: "2021-01-02"}); got != want {
		t.Errorf("%+v", got)
	}
	for form, want := range map[string]string{"url=https://nothing.example/": "There is &lt;nothing&gt; in it.", "url=": "An address or a text is needed."} {
		if w := post(t, h, "/articles", form); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s: %d %s", form, w.Code, w.Body)
		}
	}
	if !strings.Contains(get(t, h, "/", http.StatusOK), `action="/articles"`) {
		t.Error("no form to hand in an article")
	}
	if w := post(t, h, "/events/geneva/ev1/judgements", "verdict=right&who=Someone+else"); w.Code != http.StatusSeeOther {
		t.Errorf("judging: %d", w.Code)
	}
	if all, err := s.Judgements(t.Context(), "geneva/ev1"); err != nil || len(all) != 1 || all[0].Who != "editor" {
		t.Errorf("%+v %v", all, err)
	}
}

// TestLong: a long article comes in parts, and what leads into the text leads
// into the right one.
func TestLong(t *testing.T) {
	const sentence = "Oslo met Rome. "
	text := strings.TrimSpace(strings.Repeat(sentence, 3000))
	r := &record.Record{Schema: record.Schema, Engine: record.Engine{Version: "1"}, Article: record.Article{ID: "long", Title: "Long", Published: "2021-01-01", Language: "en", Text: text}}
	for at := 0; at < len(text); at += 1500 {
		r.Article.Blocks = append(r.Article.Blocks, record.Block{Kind: "paragraph", Span: record.Span{Start: at, End: min(at+1499, len(text))}})
	}
	r.Entities = []record.Entity{{ID: "e1", Name: "Norway", Kind: "country", Country: "NOR", Mentions: []record.Mention{{Span: record.Span{Start: 0, End: 4}, As: "metonym"}, {Span: record.Span{Start: 30_000, End: 30_004}, As: "metonym"}}}}
	for i, start := range []int{5, 30_005} {
		id := strconv.Itoa(i + 1)
		r.Sentences = append(r.Sentences, record.Sentence{ID: "s" + id, Span: record.Span{Start: start - 5, End: start + 9}, Block: start / 1500})
		r.Events = append(r.Events, record.Event{ID: "ev" + id, Type: "CONSULT", Quad: 1, Actors: []string{"e1"}, Trigger: record.Span{Start: start, End: start + 3}, Sentence: "s" + id, Rule: "x/y"})
	}
	r.Links = []record.Link{{Kind: "same_event", From: "ev2", To: "ev1"}}
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	s := emptyStore(t)
	put(t, s, r)
	h := desk(t, s)
	if body := get(t, h, "/events/long/ev2", http.StatusOK); !strings.Contains(body, `href="/articles/long?part=2#at-ev2"`) {
		t.Error("the event does not lead to the second part")
	}
	first, second := get(t, h, "/articles/long", http.StatusOK), get(t, h, "/articles/long?part=2", http.StatusOK)
	for want, body := range map[string]string{`id="at-ev1"`: first, `href="/articles/long?part=2" rel="next"`: first, `href="/events/long/ev2"`: first,
		`id="at-ev2"`: second, `id="ev2"`: second, `href="/events/long/ev1"`: second, `rel="prev"`: second, "Part 2 of 3": second} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(first, `id="ev2"`) {
		t.Error("the first part has a record of the second")
	}
}
