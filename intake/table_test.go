package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestTable(t *testing.T) {
	a, b := brief{"a", "One thing", "2021-06-16", "First."}, brief{"b", "", "2020-01-02", "Second."}
	for _, c := range []struct {
		name, file, in string
		columns        Columns
		want           []brief
		errs           []string
	}{
		{"usual names", "x", "id,title,published,text\na,One thing,2021-06-16,First.\nb,,,Second.\n", Columns{}, []brief{a, b}, nil},
		{"other usual names, other order", "x", "Body,Article ID,Headline,Pub-Date\nFirst.,a,One thing,16 June 2021\n", Columns{}, []brief{a}, nil},
		{"semicolons", "x", "id;text\nb;Second.\n", Columns{}, []brief{b}, nil},
		{"tabs, mark, CRLF", "x", "\ufeffid\ttext\r\nb\tSecond.\r\n", Columns{}, []brief{b}, nil},
		{"row numbers without a name", "x", ",id,text\n0,b,Second.\n", Columns{}, []brief{b}, nil},
		{"one column, by the file's name", "x.csv", "text\nFirst.\n", Columns{}, []brief{{"aa21c533510bc7dff", "", "2020-01-02", "First."}}, nil},
		{"named columns", "x", "nr,day,story,head\na,2021-06-16,First.,One thing\n", Columns{ID: "nr", Published: "day", Text: "story", Title: "head"}, []brief{a}, nil},
		{"a page in a column", "x", "id,title,date,content\na,One thing,2021-06-16,<p>First.</p>\n", Columns{}, []brief{a}, nil},
		{"seconds since 1970", "x", "id,title,timestamp,text\na,One thing,1623837120,First.\n", Columns{}, []brief{a}, nil},
		{"broken rows", "x.csv", "id,text\n1\n1,2,3\nx,\"y\nb,Second.\n", Columns{}, []brief{b}, []string{
			"x.csv:2: broken table: the row has 1 fields, the head 2", "x.csv:3: broken table: the row has 3 fields, the head 2",
			"x.csv:4: a quotation mark is never closed"}},
		{"rows merged by a mark", "x", "id,text\n1,\"y\n2,\",z\nb,Second.\n", Columns{}, []brief{b}, []string{
			"x:2: broken table: the row has 3 fields, the head 2", "x:3: a quotation mark is never closed"}},
		{"empty fields at the end", "x", "id,text\nb,Second.,,\n", Columns{}, []brief{b}, nil},
		{"no text in a row", "x", "id,text\na,\nb,Second.\n", Columns{}, []brief{b}, []string{"x:2: no text"}},
		{"no column of text", "x.csv", "id,day\na,b\n", Columns{}, nil, []string{`x.csv: no text: none of the columns "id", "day" is the text; name it, as in text=NAME`}},
		{"a named column that is not there", "x.tsv", "id\ttext\na\tb\n", Columns{Text: "story"}, nil, []string{`x.tsv: not text: no column "story": there are "id", "text"`}},
		{"no table but a sentence", "x", "The text, he said, is long.\n", Columns{}, []brief{{"a58573695a238f4c9", "", "2020-01-02", "The text, he said, is long."}}, nil},
		{"no table but a headline", "x", "Story | Page\n\n" + prose, Columns{}, []brief{{"a58ae97f807252acd", "Story | Page", "2020-01-02", prose}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := NewReader(strings.NewReader(c.in), c.file, Options{Published: "2020-01-02", Columns: c.columns})
			if err != nil {
				t.Fatal(err)
			}
			all, errs := drainReader(t, r)
			if d := cmp.Diff(c.want, briefs(all)); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(c.errs, errs); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestTableCharset reads tables as spreadsheets save them.
func TestTableCharset(t *testing.T) {
	const in = "id;title;text\na;Genève;They met in Genève on Monday.\n"
	for name, enc := range map[string]string{
		"windows-1252": encode(t, charmap.Windows1252, in),
		"UTF-16":       encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), in),
	} {
		all, items, fatal := readAll(t, strings.NewReader(enc), Options{})
		if len(all) != 1 || items != nil || fatal != nil || all[0].Title != "Genève" || !strings.Contains(all[0].Text, "met in Genève") {
			t.Errorf("%s: %v %v %v", name, all, items, fatal)
		}
	}
}

func TestColumns(t *testing.T) {
	c, err := ParseColumns([]string{"text=body", "published=when=ever"})
	if err != nil || c.Text != "body" || c.Published != "when=ever" {
		t.Error(c, err)
	}
	for _, bad := range []string{"text", "text=", "words=body"} {
		if _, err := ParseColumns([]string{bad}); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

func TestJSONColumns(t *testing.T) {
	want := []brief{{"a", "One thing", "2021-06-16", "First."}}
	for in, c := range map[string]Columns{
		`{"doc":{"nr":"a","body":"First."},"head":"One thing","day":1623837120}`:                             {ID: "doc.nr", Text: "doc.body", Title: "head", Published: "day"},
		`{"a.b":"First.","id":"a","title":"One thing","date":"2021-06-16"}`:                                  {Text: "a.b"},
		`{"article_id":"a","maintext":"First.","headline":"One thing","date_publish":"2021-06-16 10:00:00"}`: {},
		`{"id":"a","content":"<p>First.</p>","title":"One thing","date":"2021-06-16"}`:                       {},
	} {
		all, items, fatal := readAll(t, strings.NewReader(in), Options{Columns: c})
		if d := cmp.Diff(want, briefs(all)); d != "" || items != nil || fatal != nil {
			t.Errorf("%s: %s %v %v", in, d, items, fatal)
		}
	}
	_, items, _ := readAll(t, strings.NewReader(`{"id":"a","text":"First."}`), Options{Columns: Columns{Text: "body"}})
	if len(items) != 1 {
		t.Error("a named field that is not there: no error")
	}
}

func FuzzTable(f *testing.F) {
	for _, s := range []string{"a,b\n", "\"x\ny\",z\n1,2", "1\n2\n\"", "é;ü\xff\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		mustRead(t, append([]byte("title,text\n"), in...))
		mustRead(t, append([]byte("id\tdate\tbody\n"), in...))
	})
}
