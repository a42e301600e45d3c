package atom

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"
)

// TestWrite: what is written is read by another program as it was meant.
func TestWrite(t *testing.T) {
	day := time.Date(2021, 6, 16, 0, 0, 0, 0, time.FixedZone("", 7200))
	var b bytes.Buffer
	err := Write(&b, Feed{ID: ID("list", "/events"), Title: "Sanctions <by> R&D", Self: "http://desk.test/api/v1/events.atom?a=1&b=2", Page: "http://desk.test/events", Next: "http://desk.test/2", Updated: day, Version: "1"},
		[]Entry{
			{ID: ID("event", "a/ev1"), Title: "Russia: SANCTION → United States", Page: "http://desk.test/events/a/ev1", Related: "https://example.org/", Updated: day, Published: day, Author: "Example", Summary: "“]]>”\x00\x0b<script>", Categories: []string{"SANCTION"}},
			{ID: ID("event", "a/ev2"), Updated: time.Time{}},
		})
	if err != nil {
		t.Fatal(err)
	}
	f, err := gofeed.NewParser().ParseString(b.String())
	if err != nil {
		t.Fatal(err)
	}
	if f.Title != "Sanctions <by> R&D" || f.Link != "http://desk.test/events" || f.FeedLink != "http://desk.test/api/v1/events.atom?a=1&b=2" || f.Updated != "2021-06-15T22:00:00Z" || len(f.Items) != 2 {
		t.Errorf("feed %q %q %q %q, %d items", f.Title, f.Link, f.FeedLink, f.Updated, len(f.Items))
	}
	it := f.Items[0]
	if it.Title != "Russia: SANCTION → United States" || it.Link != "http://desk.test/events/a/ev1" || it.Authors[0].Name != "Example" || it.Description != "“]]>”<script>" || it.Categories[0] != "SANCTION" {
		t.Errorf("item %+v", it)
	}
	if f.Items[1].Title != "Untitled" || f.Items[1].Updated != "1970-01-01T00:00:00Z" {
		t.Errorf("an empty entry has the title %q and the time %q", f.Items[1].Title, f.Items[1].Updated)
	}
}

// TestRequired: what RFC 4287 demands is there, once.
func TestRequired(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, Feed{ID: ID("x", "y"), Self: "http://desk.test/f"}, []Entry{{ID: ID("a", "b")}}); err != nil {
		t.Fatal(err)
	}
	var f struct {
		XMLName xml.Name   `xml:"http://www.w3.org/2005/Atom feed"`
		ID      []string   `xml:"http://www.w3.org/2005/Atom id"`
		Title   []string   `xml:"http://www.w3.org/2005/Atom title"`
		Updated []string   `xml:"http://www.w3.org/2005/Atom updated"`
		Author  []struct{} `xml:"http://www.w3.org/2005/Atom author"`
		Entry   []struct {
			ID      []string `xml:"id"`
			Title   []string `xml:"title"`
			Updated []string `xml:"updated"`
		} `xml:"http://www.w3.org/2005/Atom entry"`
	}
	if err := xml.Unmarshal(b.Bytes(), &f); err != nil {
		t.Fatal(err)
	}
	if len(f.ID) != 1 || len(f.Title) != 1 || len(f.Updated) != 1 || len(f.Author) != 1 || len(f.Entry) != 1 || len(f.Entry[0].ID) != 1 || len(f.Entry[0].Title) != 1 || len(f.Entry[0].Updated) != 1 {
		t.Errorf("%+v in\n%s", f, &b)
	}
}

func TestID(t *testing.T) {
	if a, b := ID("event", "x"), ID("article", "x"); a == b || a != ID("event", "x") {
		t.Errorf("%s, %s", a, b)
	}
	if id := ID("event", "x"); !regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).MatchString(id) {
		t.Error(id)
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("title", "summary", "http://desk.test/?a=1&b=\"2\"")
	f.Add("\x00\xff]]>", "&#0; <!-- ", "javascript:")
	f.Fuzz(func(t *testing.T, title, summary, link string) {
		var b bytes.Buffer
		if err := Write(&b, Feed{ID: ID("a", title), Title: title, Self: link}, []Entry{{ID: ID("b", summary), Title: title, Summary: summary, Author: title, Page: link, Categories: []string{summary}}}); err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(strings.NewReader(b.String()))
		for {
			if _, err := d.Token(); err != nil {
				if err.Error() != "EOF" {
					t.Fatalf("%v in %q", err, &b)
				}
				return
			}
		}
	})
}
