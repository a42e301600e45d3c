package intake

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/article"
)

const prose = "The two presidents met in Helsinki on Monday. They spoke for two hours and then told the press about it."

// brief is what a test compares of an article.
type brief struct{ ID, Title, Published, First string }

func briefs(all []*article.Article) []brief {
	var out []brief
	for _, a := range all {
		b := brief{a.ID, a.Title, a.Published, ""}
		for _, bl := range a.Blocks {
			if bl.Kind == article.Paragraph {
				b.First = a.Words(bl.Span)
				break
			}
		}
		out = append(out, b)
	}
	return out
}

func TestJSON(t *testing.T) {
	one := `{"id":"a","title":"One thing","published":"2021-06-16","text":"First."}`
	two := `{"id":"b","text":"Second."}`
	a, b := brief{"a", "One thing", "2021-06-16", "First."}, brief{"b", "", "2020-01-02", "Second."}
	for _, c := range []struct {
		name, in string
		want     []brief
		errs     []string
	}{
		{"lines", one + "\n" + two + "\n", []brief{a, b}, nil},
		{"no line end at the end", one + "\n" + two, []brief{a, b}, nil},
		{"blank lines, mark, CRLF", "\ufeff\r\n" + one + "\r\n\r\n" + two + "\r\n", []brief{a, b}, nil},
		{"bad line", one + "\n{bad\n" + two, []brief{a, b}, []string{"input:2: bad JSON at byte 2: invalid character 'b' looking for beginning of object key string"}},
		{"first line cut off in a string", `{"id":"x","text":"cut` + "\n" + two, []brief{b}, []string{"input:1: bad JSON at byte 21: unexpected end of JSON input"}},
		{"first line cut off after a comma", `{"id":"x",` + "\n" + two, []brief{b}, []string{"input:1: bad JSON at byte 10: unexpected end of JSON input"}},
		{"last line cut off", one + "\n" + `{"id":"b","te`, []brief{a}, []string{"input:2: bad JSON at byte 13: unexpected end of JSON input"}},
		{"a list among lines", one + "\n[1]\n" + two, []brief{a, b}, []string{"input:2: want a JSON object, found a JSON array"}},
		{"no text", `{"id":"a"}` + "\n" + `{"text":" \n "}` + "\n" + two, []brief{b}, []string{"input:1: no text", "input:2: no text"}},
		{"wrong type", `{"id":"a","title":{},"text":"First."}` + "\n" + two, []brief{b}, []string{`input:1: field "title": want a string`}},
		{"numbers and null", `{"id":7,"title":null,"text":"First."}`, []brief{{"7", "", "2020-01-02", "First."}}, nil},
		{"pretty", "{\n  \"id\": \"a\",\n  \"title\": \"One thing\",\n  \"published\": \"2021-06-16\",\n  \"text\": \"First.\"\n}\n", []brief{a}, nil},
		{"pretty, several", "{\n \"id\":\"a\", \"title\":\"One thing\",\n\"published\":\"2021-06-16\",\"text\":\"First.\"}\n{\n\"id\":\"b\",\"text\":\"Second.\"\n}\n", []brief{a, b}, nil},
		{"pretty, one broken", "{\n \"id\":\"x\",\n \"text\":\"First.\n}\n{\n\"id\":\"b\",\"text\":\"Second.\"\n}\n", nil, nil},
		{"array", "[\n" + one + ",\n" + two + "\n]\n", []brief{a, b}, nil},
		{"array on one line", "[" + one + "," + two + "]", []brief{a, b}, nil},
		{"array with a bad item", "[" + one + ",{\"id\":[1]},\n" + two + "]", []brief{a, b}, []string{`input:1: field "id": want a string`}},
		{"array not closed", "[" + one + ",", []brief{a}, []string{"input: line 1: the input ends inside an array"}},
		{"array broken", "[" + one + ",\n5," + two + "]", []brief{a}, []string{"input: line 2: broken JSON: want an object, found '5'"}},
		{"array and more", "[" + one + "]\nx", []brief{a}, []string{"input: line 2: something follows the JSON array"}},
		{"empty array", "[]", nil, nil},
		{"title is the text's first line", `{"id":"a","title":"One thing","published":"2021-06-16","text":"One Thing\n\nFirst."}`, []brief{a}, nil},
		{"date instead of published", `{"id":"a","title":"One thing","date":"2021-06-16","text":"First."}`, []brief{a}, nil},
		{"time of day and zone", `{"id":"a","title":"One thing","published":"2021-06-16T23:30:00-05:00","text":"First."}`, []brief{a}, nil},
		{"date in words", `{"id":"a","title":"One thing","published":"Wed, 16 Jun 2021 10:00:00 GMT","text":"First."}`, []brief{a}, nil},
		{"page", `{"id":"a","title":"One thing","published":"2021-06-16","html":"<p>First."}`, []brief{a}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			all, items, fatal := readAll(t, strings.NewReader(c.in), Options{Published: "2020-01-02"})
			var errs []string
			for _, err := range items {
				errs = append(errs, err.Error())
			}
			if fatal != nil {
				errs = append(errs, fatal.Error())
			}
			if c.name == "pretty, one broken" { // what is found after the fault is not promised, only that it is told
				if len(errs) == 0 {
					t.Error("no error")
				}
				return
			}
			if d := cmp.Diff(c.want, briefs(all)); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(c.errs, errs); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestManyLines(t *testing.T) {
	const n = 20_000
	pr, pw := io.Pipe()
	go func() {
		for i := range n {
			fmt.Fprintf(pw, "{\"id\":\"%d\",\"text\":%q}\n", i, prose)
		}
		pw.Close()
	}()
	rd, err := NewReader(pr, "input", Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		a, err := rd.Next()
		if err != nil {
			t.Fatal(err)
		}
		if a.ID != fmt.Sprint(i) {
			t.Fatalf("article %d has id %s", i, a.ID)
		}
	}
	if _, err := rd.Next(); err != io.EOF {
		t.Fatal(err)
	}
}

// TestStream checks that an article is given out as soon as its line is there.
func TestStream(t *testing.T) {
	pr, pw := io.Pipe()
	defer pw.Close()
	rd, err := NewReader(pr, "input", Options{})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		go fmt.Fprintf(pw, "{\"text\":%q}\n", prose)
		if a, err := rd.Next(); err != nil || !strings.Contains(a.Text, prose) {
			t.Fatal(a, err)
		}
	}
}

func TestLongLine(t *testing.T) {
	long := strings.Repeat("word ", 50_000)
	in := fmt.Sprintf("{\"text\":%q}\n{\"id\":\"b\",\"text\":%q}\n", long, prose)
	all, items, fatal := readAll(t, strings.NewReader(in), Options{MaxBytes: 100_000})
	if len(all) != 1 || all[0].ID != "b" || len(items) != 1 || !errors.Is(items[0], ErrTooLarge) || fatal != nil {
		t.Error(all, items, fatal)
	}
}

func TestUnreadable(t *testing.T) {
	for in, want := range map[string]string{
		"": "no text", " \n\t\n ": "no text", "\ufeff": "no text",
		"%PDF-1.7\n%\xe2\xe3": "PDF", "\x89PNG\r\n\x1a\n\x00": "PNG", "\xff\xd8\xff\xe0\x00\x10JFIF": "JPEG", "GIF89a\x01\x00": "GIF",
		"PK\x03\x04\x14\x00\x06\x00\x08\x00word/document.xml":                  "Word document",
		"PK\x03\x04\x14\x00\x00\x00mimetypeapplication/vnd.oasis.opendocument": "OpenDocument",
		"PK\x03\x04\x14\x00\x00\x00a.txt":                                      "ZIP",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00":                                 "Office",
		`{\rtf1\ansi hello}`:                                                   "RTF",
		"BZh91AY&SY":                                                           "bzip2",
		"\xfd7zXZ\x00\x00":                                                     "xz",
		"\x7fELF\x02\x01":                                                      "ELF",
		"SQLite format 3\x00":                                                  "SQLite",
		"text\x00with\x00nul":                                                  "binary",
		"\x01\x02\x03\x04\x05\x06 some text":                                   "binary",
		"<?xml version='1.0'?><svg></svg>":                                     "XML",
		"<html><body></body></html>":                                           "no report",
		"<!doctype html><nav><a href=/>Home</a></nav>":                         "no report",
		"... !!! ---":                                                          "no text",
	} {
		all, items, fatal := readAll(t, strings.NewReader(in), Options{})
		err := errors.Join(append(items, fatal)...)
		if len(all) != 0 || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want an error with %q", in, err, want)
		}
		if !errors.Is(err, ErrNoText) && !errors.Is(err, ErrUnreadable) {
			t.Errorf("%q: %v is neither ErrNoText nor ErrUnreadable", in, err)
		}
	}
}

func TestPublished(t *testing.T) {
	for _, c := range []struct{ in, flag, want string }{
		{prose, "", ""},
		{prose, "2021-06-16", "2021-06-16"},
		{"A meeting in Helsinki\n\n16 July 2018\n\n" + prose, "", "2018-07-16"},
		{"A meeting in Helsinki\n\n16 July 2018\n\n" + prose, "2021-06-16", "2021-06-16"},
		{`{"published":"2018-07-16","text":"` + prose + `"}`, "2021-06-16", "2018-07-16"},
		{`{"published":"","text":"` + prose + `"}`, "2021-06-16", "2021-06-16"},
		{`{"published":"last week","text":"` + prose + `"}`, "2021-06-16", "2021-06-16"},
		{"<meta property=article:published_time content=2018-07-16T10:00:00Z><p>" + prose, "2021-06-16", "2018-07-16"},
		{"<p>" + prose, "2021-06-16", "2021-06-16"},
	} {
		all, items, fatal := readAll(t, strings.NewReader(c.in), Options{Published: c.flag})
		if len(all) != 1 {
			t.Fatal(items, fatal)
		}
		a := all[0]
		if a.Published != c.want {
			t.Errorf("%q with %q: %q, want %q", shorten(c.in, 50), c.flag, a.Published, c.want)
		}
		warned := strings.Contains(strings.Join(a.Warnings, "\n"), "no date of publication")
		if warned != (c.want == "") {
			t.Errorf("%q: warnings %q", shorten(c.in, 50), a.Warnings)
		}
	}
	if _, err := NewReader(strings.NewReader(prose), "input", Options{Published: "16 June"}); err == nil {
		t.Error("bad date in the options: no error")
	}
}

func TestIdentity(t *testing.T) {
	id := func(in, url string) string {
		all, items, fatal := readAll(t, strings.NewReader(in), Options{URL: url})
		if len(all) != 1 {
			t.Fatal(items, fatal)
		}
		return all[0].ID
	}
	a := id(prose, "")
	if len(a) != 17 || a[0] != 'a' || a != id(prose, "") || a != id("\n"+prose+"\r\n", "") {
		t.Errorf("id %q", a)
	}
	if a == id(prose+" More.", "") || a == id(prose, "https://news.example/1") {
		t.Error("another text or address has the same id")
	}
}

// TestGeneva reads the report that the project must read well.
func TestGeneva(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(dataFolder(t), "articles", "geneva-summit.txt"))
	if err != nil {
		t.Skip(err)
	}
	a := readText(t, string(b))
	var got []article.Kind
	for _, bl := range a.Blocks {
		got = append(got, bl.Kind)
	}
	const p, h = article.Paragraph, article.Heading
	want := []article.Kind{article.Title, article.Caption, p, p, h, p, p, h, p, p, h, p, p, h, p, p, article.Source}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if a.Text != strings.TrimSpace(string(b)) {
		t.Error("the text is not word for word that of the file")
	}
	if a.Language != "en" || a.Title != a.Words(a.Blocks[0].Span) {
		t.Errorf("%q %q", a.Language, a.Title)
	}
}

// dataFolder returns the folder of data that are not in the repository.
func dataFolder(t testing.TB) string {
	dir := os.Getenv("READOUT_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "data")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no data: set READOUT_DATA (%v)", err)
	}
	return dir
}

// TestCorpora reads real texts whole: every article keeps its promises, and no
// word of the input is lost.
func TestCorpora(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a few thousand articles")
	}
	dir := dataFolder(t)
	for _, name := range []string{"articles/guardian-sample.jsonl.gz", "attribution/gum-speakers.jsonl", "attribution/polnear.dev.jsonl",
		"corpora/whitehouse-2021-2025.jsonl.gz", "corpora/current-events-2025.jsonl.gz", "gold-records/articles.jsonl"} {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Error(err)
			continue
		}
		all, items, fatal := readAll(t, f, Options{})
		f.Close()
		if len(all) == 0 || items != nil || fatal != nil {
			t.Errorf("%s: %d articles, %v, %v", name, len(all), items, fatal)
		}
		kept, news := 0, 0
		for _, a := range all {
			if a.Language != "en" && a.Language != "" {
				t.Logf("%s %s: language %s", name, a.ID, a.Language)
			}
			kept += len(a.Text)
			for _, b := range a.Blocks {
				if b.Kind.News() {
					news += b.Len()
				}
			}
		}
		if news*100 < kept*95 {
			t.Errorf("%s: only %d of %d bytes are read as news", name, news, kept)
		}
	}
}
