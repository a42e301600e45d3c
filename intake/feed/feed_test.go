package feed

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html/charset"
)

func decode(b []byte, name string) string {
	if e, _ := charset.Lookup(name); e != nil {
		if out, err := e.NewDecoder().Bytes(b); err == nil {
			return string(out)
		}
	}
	return string(b)
}

// read returns the items of a feed and the faults in their places.
func read(t testing.TB, in, address string, max int64) (items []Item, faults []string) {
	t.Helper()
	r := NewReader(bufio.NewReaderSize(strings.NewReader(in), 32), Options{URL: address, MaxBytes: max, Decode: decode})
	for i := range len(in) + 2 {
		raw, err := r.Cut()
		var head *HeadError
		if err == io.EOF {
			return items, faults
		}
		if errors.As(err, &head) {
			return items, append(faults, "head: "+err.Error())
		}
		var it *Item
		if err == nil {
			it, err = r.Parse(raw)
		}
		if err != nil {
			faults = append(faults, fmt.Sprintf("%d: %v", i, err))
		} else {
			items = append(items, *it)
		}
	}
	t.Fatalf("no end to %q", in)
	return nil, nil
}

const rssHead = `<?xml version="1.0" encoding="utf-8"?>
<!-- made <item> by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Daily News</title><link>https://news.example/</link><language>en-gb</language><description>x > y</description>
`

const rssItem = `<item><title>Talks &amp; more talks</title><link>/2021/06/16/talks</link><guid>7</guid><dc:creator>Jane Doe</dc:creator>
<pubDate>Wed, 16 Jun 2021 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>They met in <b>Geneva</b>.</p><!-- </item> -->]]></content:encoded></item>`

const rssSecond = `<item><title>Second</title><link>https://news.example/2</link><description>&lt;p&gt;They left.&lt;/p&gt;</description></item>`

var (
	first = Item{Title: "Talks & more talks", Link: "https://news.example/2021/06/16/talks", Authors: "Jane Doe", Published: "Wed, 16 Jun 2021 10:00:00 GMT",
		Content: "<p>They met in <b>Geneva</b>.</p><!-- </item> -->", Publisher: "The Daily News", Language: "en-gb"}
	second = Item{Title: "Second", Link: "https://news.example/2", Content: "<p>They left.</p>", Publisher: "The Daily News", Language: "en-gb"}
)

func TestRSS(t *testing.T) {
	const end = "</channel></rss>"
	for _, c := range []struct {
		name, in string
		want     []Item
		faults   []string
	}{
		{"two items", rssHead + rssItem + "\n" + rssSecond + end, []Item{first, second}, nil},
		{"channel's elements between", rssHead + rssItem + "<title>no item</title>" + rssSecond + end, []Item{first, second}, nil},
		{"cut off", rssHead + rssItem + rssSecond[:60], []Item{first}, []string{"1: the feed is cut off inside an item"}},
		{"cut off between", rssHead + rssItem, []Item{first}, nil},
		{"cut off before", rssHead, nil, []string{"head: the feed is cut off before its first item"}},
		{"an item that does not end", rssHead + "<item><title>a</title>" + rssItem + end, []Item{first}, []string{"0: broken feed: an item begins inside another"}},
		{"bytes that are no UTF-8", rssHead + strings.Replace(rssSecond, "Second", "Sec\xffond", 1) + rssItem + end,
			[]Item{{Title: "Sec\uFFFDond", Link: second.Link, Content: second.Content, Publisher: second.Publisher, Language: second.Language}, first}, nil},
		{"characters that XML forbids", rssHead + strings.Replace(rssSecond, "Second", "Sec\x00\x0bond", 1) + end, []Item{second}, nil},
		{"bare ampersands and unknown entities", rssHead + strings.Replace(rssSecond, "Second", "A & B &nbsp;C", 1) + end,
			[]Item{{Title: "A & B C", Link: second.Link, Content: second.Content, Publisher: second.Publisher, Language: second.Language}}, nil},
		{"tags in titles", rssHead + strings.Replace(rssSecond, "Second", "&lt;b&gt;Se&lt;/b&gt;cond", 1) + end, []Item{second}, nil},
		{"no items", rssHead + end, nil, nil},
		{"empty items", rssHead + "<item/>" + rssItem + "<item />" + end, []Item{first}, nil},
	} {
		items, faults := read(t, c.in, "", 5000)
		if d := cmp.Diff(c.want, items); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if d := cmp.Diff(c.faults, faults); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

func TestAtomAndRDF(t *testing.T) {
	atom := `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">The &lt;i&gt;Daily&lt;/i&gt; News</title>
<entry><title>Talks</title><link rel="alternate" href="talks.html"/><author><name>Jane Doe</name></author><author><name>Max Roe</name></author>
<updated>2021-06-16T10:00:00+02:00</updated><content type="html">&lt;p&gt;They met.&lt;/p&gt;</content></entry></feed>`
	items, faults := read(t, atom, "https://news.example/feeds/all.xml", 5000)
	want := []Item{{Title: "Talks", Link: "https://news.example/feeds/talks.html", Authors: "Jane Doe, Max Roe", Published: "2021-06-16T10:00:00+02:00",
		Content: "<p>They met.</p>", Publisher: "The Daily News", Language: "en"}}
	if d := cmp.Diff(want, items); d != "" || faults != nil {
		t.Error(d, faults)
	}
	rdf := `<?xml version="1.0" encoding="windows-1252"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>News</title><link>https://news.example</link><items><rdf:Seq/></items></channel>
<item rdf:about="y"><title>Talks in Gen` + "\xe8" + `ve</title><link>https://news.example/1</link><description>They met.</description><dc:date>2021-06-16</dc:date></item></rdf:RDF>`
	items, faults = read(t, rdf, "", 5000)
	want = []Item{{Title: "Talks in Genève", Link: "https://news.example/1", Published: "2021-06-16", Content: "They met.", Publisher: "News"}}
	if d := cmp.Diff(want, items); d != "" || faults != nil {
		t.Error(d, faults)
	}
}

func TestTooLarge(t *testing.T) {
	long := "<item><title>" + strings.Repeat("x", 9000) + "</title></item>"
	items, faults := read(t, rssHead+rssItem+long+rssSecond, "", 5000)
	if len(items) != 2 || len(faults) != 1 || !strings.Contains(faults[0], ErrTooLarge.Error()) {
		t.Errorf("%d items, %v", len(items), faults)
	}
	for _, in := range []string{"<rss>" + strings.Repeat("x", 9000) + rssItem, "<rss>" + strings.Repeat("<a>", 200) + rssItem} {
		if items, faults := read(t, in, "", 5000); len(items) != 0 || len(faults) != 1 || !strings.HasPrefix(faults[0], "head: ") {
			t.Errorf("%v %v", items, faults)
		}
	}
}

func FuzzFeed(f *testing.F) {
	for _, s := range []string{rssHead + rssItem + rssSecond, "<feed><entry><title>a</title></entry>", "<rdf:RDF><item>", "<rss><![CDATA[", "<rss><item", "<rss><!-- ", "<?xml encoding='utf-16'?><rss><item></item>"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) { read(t, string(in), "http://x.example/", 4096) })
}
