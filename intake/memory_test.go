package intake

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
)

// TestMemory: what is held does not grow with the input.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads tens of megabytes")
	}
	const items = 6000
	text := strings.Repeat(prose+" ", 40)
	for name, kind := range map[string]struct {
		head string
		item func(i int) string
	}{
		"crawl": {"", func(i int) string {
			return kept("conversion", fmt.Sprintf("https://a.example/%d", i), "Content-Type: text/plain\r\n", text)
		}},
		"table": {"id,text\n", func(i int) string { return fmt.Sprintf("%d,%s\n", i, text) }},
		"feed": {"<rss><channel>", func(i int) string {
			return fmt.Sprintf("<item><title>Report %d</title><description>%s</description></item>", i, text)
		}},
	} {
		pr, pw := io.Pipe()
		go func() {
			z := gzip.NewWriter(pw)
			io.WriteString(z, kind.head)
			for i := range items {
				if name == "crawl" && i > 0 { // a member a record
					z.Close()
					z.Reset(pw)
				}
				io.WriteString(z, kind.item(i))
			}
			z.Close()
			pw.Close()
		}()
		r, err := NewReader(pr, name, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var early, most uint64
		for n := 1; ; n++ {
			_, err := r.Next()
			if err == io.EOF {
				if n != items+1 {
					t.Errorf("%s: %d items", name, n-1)
				}
				break
			}
			if n%500 == 0 {
				runtime.GC()
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				if most = max(most, m.HeapAlloc); n == 500 {
					early = m.HeapAlloc
				}
			}
		}
		r.Close()
		if most > early+4<<20 {
			t.Errorf("%s: %d MB held after 500 items, %d MB later", name, early>>20, most>>20)
		}
		t.Logf("%s: %d kB after 500 items, %d kB at most", name, early>>10, most>>10)
	}
}
