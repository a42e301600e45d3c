package intake

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"
)

func benchmark(b *testing.B, in string, articles int) {
	b.Helper()
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := NewReader(strings.NewReader(in), "bench", Options{Published: "2021-06-16"})
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for {
			if _, err := r.Next(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != articles {
			b.Fatal(n)
		}
	}
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}

func sample(b *testing.B, name string) string {
	b.Helper()
	s, err := os.ReadFile(filepath.Join("..", "examples", name))
	if err != nil {
		b.Fatal(err)
	}
	return string(s)
}

func BenchmarkText(b *testing.B) { benchmark(b, sample(b, "singapore-summit.txt"), 1) }

func BenchmarkPage(b *testing.B) { benchmark(b, sample(b, "salisbury-expulsions.html"), 1) }

func BenchmarkLines(b *testing.B) {
	text := sample(b, "singapore-summit.txt")
	var in strings.Builder
	for i := range 100 {
		fmt.Fprintf(&in, "{\"id\":\"%d\",\"text\":%q}\n", i, text)
	}
	benchmark(b, in.String(), 100)
}

func BenchmarkLongText(b *testing.B) {
	benchmark(b, strings.Repeat("The two presidents met in Helsinki on Monday. They spoke for two hours.\n\n", 14_000), 1)
}

// reports are the texts of the tables, feeds and archives that are measured.
func reports(b *testing.B) []string {
	text := sample(b, "singapore-summit.txt")
	all := make([]string, 100)
	for i := range all {
		all[i] = fmt.Sprintf("Report %d\n\n%s", i, text)
	}
	return all
}

func BenchmarkLinesPacked(b *testing.B) {
	var in strings.Builder
	for _, text := range reports(b) {
		fmt.Fprintf(&in, "{\"text\":%q}\n", text)
	}
	packed := gzipped(b, in.String())
	benchmark(b, packed, 100)
	b.SetBytes(int64(in.Len()))
}

func BenchmarkTable(b *testing.B) {
	var in strings.Builder
	in.WriteString("id,text\n")
	for i, text := range reports(b) {
		fmt.Fprintf(&in, "%d,\"%s\"\n", i, strings.ReplaceAll(text, `"`, `""`))
	}
	benchmark(b, in.String(), 100)
}

func BenchmarkParquet(b *testing.B) {
	type row struct {
		ID   string `parquet:"id"`
		Text string `parquet:"text,zstd"`
	}
	var in bytes.Buffer
	w := pq.NewGenericWriter[row](&in)
	size := 0
	for i, text := range reports(b) {
		size += len(text)
		if _, err := w.Write([]row{{fmt.Sprint(i), text}}); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	benchmark(b, in.String(), 100)
	b.SetBytes(int64(size))
}

func BenchmarkFeed(b *testing.B) {
	var in strings.Builder
	in.WriteString("<rss version='2.0'><channel><title>News</title><link>https://news.example/</link>")
	for i, text := range reports(b) {
		fmt.Fprintf(&in, "<item><title>Report %d</title><link>/%d</link><description>%s</description></item>", i, i, html.EscapeString(text))
	}
	benchmark(b, in.String()+"</channel></rss>", 100)
}

// BenchmarkArchive measures a crawl of pages, a gzip member a record.
func BenchmarkArchive(b *testing.B) {
	page := sample(b, "salisbury-expulsions.html")
	var parts []string
	size := 0
	for i := range 50 {
		parts = append(parts, response(fmt.Sprintf("https://news.example/%d", i), "200 OK\r\nContent-Type: text/html; charset=utf-8", page))
		size += len(parts[i])
	}
	benchmark(b, gzipped(b, parts...), 50)
	b.SetBytes(int64(size))
}

// BenchmarkPass measures how fast a packed input is passed over to go on
// behind its last item.
func BenchmarkPass(b *testing.B) {
	var in strings.Builder
	for _, text := range reports(b) {
		fmt.Fprintf(&in, "{\"text\":%q}\n", text)
	}
	packed := gzipped(b, in.String())
	b.SetBytes(int64(in.Len()))
	for b.Loop() {
		r, err := NewReader(strings.NewReader(packed), "bench", Options{})
		if err != nil {
			b.Fatal(err)
		}
		r.Resume(Position{Record: 99})
		if _, err := r.Next(); err != nil || r.At().Record != 100 {
			b.Fatal(err, r.At())
		}
	}
}
