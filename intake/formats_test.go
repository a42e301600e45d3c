package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
	pq "github.com/parquet-go/parquet-go"
	"golang.org/x/text/encoding/charmap"
)

// kept is a record of a web archive.
func kept(kind, url, fields, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, fields, len(block), block)
}

// response is a record of a response with a body.
func response(url, head, body string) string {
	return kept("response", url, "Content-Type: application/http; msgtype=response\r\n", "HTTP/1.1 "+head+"\r\n\r\n"+body)
}

const newsPage = `<html><head><title>A meeting in Helsinki</title><meta property="article:published_time" content="2018-07-16T10:00:00Z"></head><body><p>` + prose + `</p></body></html>`

// crawlRecords are what a crawl of news keeps: pages among much else.
func crawlRecords(t testing.TB) []string {
	latin := encode(t, charmap.Windows1252, strings.Replace(newsPage, "Helsinki on", "Genève on", 1))
	return []string{
		kept("warcinfo", "", "Content-Type: application/warc-fields\r\n", "software: x\r\n"),
		kept("request", "https://a.example/1", "Content-Type: application/http; msgtype=request\r\n", "GET /1 HTTP/1.1\r\n\r\n"),
		response("https://a.example/1", "200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 7", newsPage),
		response("https://a.example/2", "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(newsPage), newsPage)),
		response("https://a.example/3", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", gzipped(t, newsPage)),
		response("https://a.example/4", "200 OK\r\nContent-Type: text/html; charset=iso-8859-1", latin),
		response("https://a.example/gone", "404 Not Found\r\nContent-Type: text/html", newsPage),
		response("https://a.example/p.png", "200 OK\r\nContent-Type: image/png", "\x89PNG\r\n\x1a\n"),
		response("https://a.example/robots.txt", "200 OK\r\nContent-Type: text/plain", "User-agent: *\n"),
		response("https://a.example/empty", "200 OK\r\nContent-Type: text/html", "<html></html>"),
		kept("response", "dns:a.example", "Content-Type: text/dns\r\n", "a.example. 1 IN A 192.0.2.1"),
		kept("conversion", "https://a.example/5", "Content-Type: text/plain\r\n", "A meeting in Helsinki\n\n"+prose),
		kept("resource", "https://a.example/6", "Content-Type: text/html\r\nWARC-Truncated: length\r\n", newsPage),
	}
}

var crawlWant = []string{
	"https://a.example/1 2018-07-16 A meeting in Helsinki", "https://a.example/2 2018-07-16 A meeting in Helsinki", "https://a.example/3 2018-07-16 A meeting in Helsinki",
	"https://a.example/4 2018-07-16 A meeting in Helsinki", "left out: status 404", "left out: media type image/png", "left out: robots.txt",
	"record 10: no text: the page holds no report", "left out: media type text/dns", "https://a.example/5  A meeting in Helsinki", "https://a.example/6 2018-07-16 A meeting in Helsinki",
}

// TestArchiveDate: when an archive visited a page is its date where nothing
// else tells one, and a warning says so.
func TestArchiveDate(t *testing.T) {
	page := func(url, head string) string {
		body := "<html><head><title>A meeting in Helsinki</title>" + head + "</head><body><p>" + prose + "</p></body></html>"
		return kept("response", url, "WARC-Date: 2018-07-18T23:10:00Z\r\nContent-Type: application/http; msgtype=response\r\n",
			"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+body)
	}
	in := page("https://a.example/1", "") +
		page("https://a.example/2", `<meta property="article:published_time" content="2018-07-16T10:00:00Z">`) +
		page("https://a.example/2018/07/17/meeting", "")
	for given, want := range map[string][]string{"": {"2018-07-18", "2018-07-16", "2018-07-17"}, "2018-01-01": {"2018-01-01", "2018-07-16", "2018-01-01"}} {
		r, err := NewReader(strings.NewReader(in), "crawl", Options{Published: given})
		if err != nil {
			t.Fatal(err)
		}
		for _, day := range want {
			a, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			warned := strings.Contains(strings.Join(a.Warnings, "\n"), "that of the archive's visit, 2018-07-18, stands for it")
			if a.Published != day || warned != (day == "2018-07-18") {
				t.Errorf("with %q: %s is of %q, want %s; %q", given, a.URL, a.Published, day, a.Warnings)
			}
		}
		r.Close()
	}
}

// drainKept reads an archive: address, date and title of each article, or what
// is wrong with it.
func drainKept(t testing.TB, in io.Reader, opts Options) (got []string, texts []string) {
	t.Helper()
	r, err := NewReader(in, "crawl", opts)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for {
		a, err := r.Next()
		var skip *SkipError
		var item *ItemError
		switch {
		case err == io.EOF:
			return got, texts
		case errors.As(err, &skip):
			got = append(got, skip.Error())
		case errors.As(err, &item):
			got = append(got, fmt.Sprintf("record %d: %v", item.Record, item.Err))
		case err != nil:
			got = append(got, "fatal: "+err.Error())
		default:
			checkArticle(t, a)
			got, texts = append(got, fmt.Sprintf("%s %s %s", a.URL, a.Published, a.Title)), append(texts, a.Text+strings.Join(a.Warnings, "\n"))
		}
	}
}

// zstdWithDictionary packs parts as archives in zstd are: a dictionary in a
// frame of its own, then one frame a record.
func zstdWithDictionary(t testing.TB, parts []string) string {
	t.Helper()
	dict := []byte(strings.Repeat("WARC-Type: response HTTP/1.1 200 OK Content-Type: text/html "+prose, 3))
	z, err := zstd.NewWriter(nil, zstd.WithEncoderDictRaw(dictionaryID, dict))
	if err != nil {
		t.Fatal(err)
	}
	out := []byte{0x5d, 0x2a, 0x4d, 0x18, byte(len(dict)), byte(len(dict) >> 8), 0, 0}
	out = append(out, dict...)
	for _, p := range parts {
		out = z.EncodeAll([]byte(p), out)
	}
	return string(out)
}

func TestArchive(t *testing.T) {
	records := crawlRecords(t)
	whole := strings.Join(records, "")
	for name, in := range map[string]string{
		"plain": whole, "members": gzipped(t, records...), "one member": gzipped(t, whole), "zstd": zstdWithDictionary(t, records),
	} {
		got, texts := drainKept(t, strings.NewReader(in), Options{})
		if d := cmp.Diff(crawlWant, got); d != "" {
			t.Errorf("%s: %s", name, d)
			continue
		}
		for i, want := range map[int]string{0: prose, 1: prose, 2: prose, 3: "met in Genève on Monday", 4: prose, 5: "only a part of the page (length)"} {
			if !strings.Contains(texts[i], want) {
				t.Errorf("%s: article %d is %q", name, i, texts[i])
			}
		}
	}
	got, _ := drainKept(t, strings.NewReader(gzipped(t, records...)[:2200]), Options{})
	if last := got[len(got)-1]; !strings.Contains(last, "the archive is cut off inside a gzip member") {
		t.Errorf("cut off: %q", got)
	}
	bomb := response("https://a.example/b", "200 OK\r\nContent-Encoding: gzip", gzipped(t, strings.Repeat("word ", 1_000_000)))
	got, _ = drainKept(t, strings.NewReader(gzipped(t, bomb, records[2])), Options{MaxBytes: 1 << 20})
	if len(got) != 2 || !strings.Contains(got[0], "too large") || got[1] != crawlWant[0] {
		t.Errorf("bomb: %q", got)
	}
}

const newsFeed = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Daily News</title><link>https://news.example/</link><language>en</language>
<item><title>A meeting in Helsinki</title><link>/1</link><pubDate>Mon, 16 Jul 2018 10:00:00 GMT</pubDate><description>&lt;p&gt;` + prose + `&lt;/p&gt;</description></item>
<item><title>No words</title><link>/2</link></item>
<item><title>Talks</title><link>/3</link><description>They spoke for two hours &amp;amp; left.</description></item>
<item><title>Cut off`

func TestFeedItems(t *testing.T) {
	got, texts := drainKept(t, strings.NewReader(newsFeed), Options{})
	if d := cmp.Diff([]string{"https://news.example/1 2018-07-16 A meeting in Helsinki", "record 2: no text", "https://news.example/3  Talks",
		"record 4: the feed is cut off inside an item"}, got); d != "" {
		t.Error(d)
	}
	if len(texts) == 2 && (!strings.Contains(texts[0], prose) || !strings.Contains(texts[1], "two hours & left.")) {
		t.Errorf("%q", texts)
	}
	for _, in := range []string{"<rss version='2.0'></rss>", "<?xml version='1.0'?><!DOCTYPE x><!-- y --><feed xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>"} {
		if got, _ := drainKept(t, strings.NewReader(in), Options{}); got != nil {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// parquetTable is a table of articles in groups of three rows.
func parquetTable(t testing.TB, n int) string {
	t.Helper()
	type row struct {
		ID   string `parquet:"doc_id"`
		Body string `parquet:"body,zstd"`
		Day  int32  `parquet:"date,date"`
		Mood string `parquet:"mood"`
	}
	var b bytes.Buffer
	w := pq.NewGenericWriter[row](&b)
	for i := range n {
		r := row{fmt.Sprintf("r%d", i), fmt.Sprintf("Report %d. %s", i, prose), 17728, "sad"}
		if i == 4 {
			r.Body = ""
		}
		if _, err := w.Write([]row{r}); err != nil {
			t.Fatal(err)
		}
		if i%3 == 2 {
			if err := w.Flush(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestParquet(t *testing.T) {
	table := parquetTable(t, 8)
	for name, in := range map[string]io.Reader{
		"file": strings.NewReader(table), "packed": strings.NewReader(gzipped(t, table)), "pipe": io.MultiReader(strings.NewReader(table)),
	} {
		all, items, fatal := readAll(t, in, Options{})
		if len(all) != 7 || fatal != nil || len(items) != 1 || items[0].Error() != "input: record 5: no text" {
			t.Fatalf("%s: %d articles, %v, %v", name, len(all), items, fatal)
		}
		if a := all[6]; a.ID != "r7" || a.Published != "2018-07-16" || !strings.HasPrefix(a.Text, "Report 7.") {
			t.Errorf("%s: %+v", name, a)
		}
	}
	all, _, _ := readAll(t, strings.NewReader(table), Options{Columns: Columns{Text: "mood", ID: "doc_id"}})
	if len(all) != 8 || all[0].Text != "sad" {
		t.Errorf("a named column: %v", all)
	}
	for in, want := range map[string]error{table[:len(table)-5]: ErrBroken, "PAR1": ErrBroken} {
		if _, _, fatal := readAll(t, strings.NewReader(in), Options{}); !errors.Is(fatal, want) {
			t.Errorf("cut off: %v", fatal)
		}
	}
	if _, _, fatal := readAll(t, strings.NewReader(table), Options{Columns: Columns{Text: "story"}}); fatal == nil || !strings.Contains(fatal.Error(), `no column "story"`) {
		t.Errorf("no column: %v", fatal)
	}
}

// TestSeeks checks that going on deep in a crawl or a table reads little of it.
func TestSeeks(t *testing.T) {
	var lines, csv, parts []string
	for i := range 3000 {
		lines = append(lines, fmt.Sprintf(`{"id":"%d","text":"Report %d. %s"}`, i, i, prose))
		csv = append(csv, fmt.Sprintf("%d,Report %d. %s", i, i, prose))
		parts = append(parts, kept("conversion", fmt.Sprintf("https://a.example/%d", i), "Content-Type: text/plain\r\n", fmt.Sprintf("Report %d. %s", i, prose)))
	}
	dir := files(t, map[string]string{
		"a.jsonl": strings.Join(lines, "\n"), "b.csv": "id,text\n" + strings.Join(csv, "\n"),
		"c.warc": strings.Join(parts, ""), "d.warc.gz": gzipped(t, parts...),
	})
	for _, name := range []string{"a.jsonl", "b.csv", "c.warc", "d.warc.gz"} {
		c, err := NewCorpus(context.Background(), []string{dir + "/" + name}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var at Position
		for range 2900 {
			it, err := c.Next()
			if err != nil || it.Err != nil {
				t.Fatal(name, err, it.Err)
			}
			at = it.Position
		}
		c.Close()
		c, err = NewCorpus(context.Background(), []string{dir + "/" + name}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		c.Resume(at)
		it, err := c.Next()
		if err != nil || it.Err != nil || !strings.HasPrefix(it.Article.Text, "Report 2900. ") || it.Record != 2901 {
			t.Errorf("%s: %v %v", name, it, err)
		}
		if read := c.read - at.Offset; read > 3*bufferSize {
			t.Errorf("%s: %d bytes were read to go on", name, read)
		}
		c.Close()
	}
}

func FuzzArchive(f *testing.F) {
	for _, r := range crawlRecords(f) {
		f.Add([]byte(r))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		mustRead(t, append([]byte("WARC/1.0\r\n"), in...))
		mustRead(t, []byte(gzipped(t, kept("response", "https://a.example/", "Content-Type: application/http\r\n", "HTTP/1.1 200 OK\r\n"+string(in)))))
	})
}

func FuzzFeedItems(f *testing.F) {
	f.Add([]byte(newsFeed))
	f.Add([]byte("<item><title>a</title><description>&lt;p&gt;b"))
	f.Fuzz(func(t *testing.T, in []byte) {
		mustRead(t, append([]byte("<rss><channel>"), in...))
		mustRead(t, append([]byte("<feed xmlns='http://www.w3.org/2005/Atom'>"), in...))
	})
}
