package intake

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
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
