package intake

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

func TestCompressed(t *testing.T) {
	zip := func(parts ...string) []byte {
		var b bytes.Buffer
		for _, p := range parts { // each a member of its own
			z := gzip.NewWriter(&b)
			io.WriteString(z, p)
			z.Close()
		}
		return b.Bytes()
	}
	zst := func(s string) []byte {
		var b bytes.Buffer
		z, err := zstd.NewWriter(&b)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(z, s)
		z.Close()
		return b.Bytes()
	}
	line := fmt.Sprintf("{\"id\":\"a\",\"text\":%q}\n", prose)
	for name, in := range map[string][]byte{
		"gzip text": zip(prose), "gzip, two members": zip(prose[:40], prose[40:]), "gzip JSON": zip(line), "gzip page": zip("<p>" + prose),
		"zstd text": zst(prose), "zstd JSON": zst(line), "zstd frames": append(zst(line[:30]), zst(line[30:])...), "gzip in zstd": zst(string(zip(prose))),
		"skippable frame": append([]byte{0x50, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 'x'}, zst(prose)...),
	} {
		all, items, fatal := readAll(t, bytes.NewReader(in), Options{})
		if len(all) != 1 || items != nil || fatal != nil || all[0].Text != prose {
			t.Errorf("%s: %v %v %v", name, all, items, fatal)
		}
	}
	// What comes before damage is read, and the damage is told.
	in := zip(strings.Repeat(line, 2000))
	all, _, fatal := readAll(t, bytes.NewReader(in[:len(in)-20]), Options{})
	if len(all) == 0 || !errors.Is(fatal, io.ErrUnexpectedEOF) {
		t.Errorf("cut off: %d articles, %v", len(all), fatal)
	}
	if _, _, fatal := readAll(t, strings.NewReader("\x1f\x8bnot gzip at all"), Options{}); fatal == nil {
		t.Error("bad gzip: no error")
	}
}

// TestCutOff: what is read of packed lines before they are cut off is read, and
// the fault tells the line and what has happened.
func TestCutOff(t *testing.T) {
	var lines strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&lines, "{\"id\":\"%d\",\"text\":\"%s %x\"}\n", i, prose, i*i*i)
	}
	whole := gzipped(t, lines.String())
	r, err := NewReader(strings.NewReader(whole[:len(whole)*2/3]), "news.jsonl.gz", Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for {
		if _, err = r.Next(); err != nil {
			break
		}
		n++
	}
	if want := fmt.Sprintf("news.jsonl.gz:%d: the gzip data is cut off: unexpected EOF", n+1); n < 100 || err.Error() != want || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("after %d articles: %v, want %s", n, err, want)
	}
}
