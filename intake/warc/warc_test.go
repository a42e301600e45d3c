package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
	"pgregory.net/rapid"
)

func record(kind, url, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, len(block), block)
}

// zipped packs each part into a gzip member.
func zipped(t testing.TB, parts ...string) string {
	var b bytes.Buffer
	for _, p := range parts {
		z := gzip.NewWriter(&b)
		io.WriteString(z, p)
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func responses(r *Record) bool { return r.Type() == "response" }

// all returns each record as "number@offset url: block" or its fault.
func all(t testing.TB, in string, number, offset int64) []string {
	t.Helper()
	r := NewReader(bufio.NewReaderSize(strings.NewReader(in[offset:]), 64), 1000, number, offset)
	defer r.Close()
	var out []string
	for range len(in) + 2 {
		rec, err := r.Next(responses)
		switch {
		case rec == nil && err == io.EOF:
			return out
		case err != nil:
			out = append(out, fmt.Sprintf("%d@%d %v", rec.Number, rec.Offset, err))
			if !errors.Is(err, ErrBroken) && !errors.Is(err, ErrTooLarge) {
				return out
			}
		default:
			out = append(out, fmt.Sprintf("%d@%d %s: %s", rec.Number, rec.Offset, rec.URL(), rec.Block))
		}
	}
	t.Fatalf("no end to %q", in)
	return nil
}

func TestRecords(t *testing.T) {
	info, a, b := record("warcinfo", "", "software: x"), record("response", "http://a/", "first"), record("response", "<http://b/>", "second")
	z := len(zipped(t, info))
	za := len(zipped(t, a))
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"plain", info + a + b, []string{fmt.Sprintf("2@%d http://a/: first", len(info)), fmt.Sprintf("3@%d http://b/: second", len(info)+len(a))}},
		{"members", zipped(t, info, a, b), []string{fmt.Sprintf("2@%d http://a/: first", z), fmt.Sprintf("3@%d http://b/: second", z+za)}},
		{"one member", zipped(t, info+a+b), []string{"2@-1 http://a/: first", "3@-1 http://b/: second"}},
		{"records across members", zipped(t, info[:20], info[20:]+a[:50], a[50:]+b), []string{"2@-1 http://a/: first", "3@-1 http://b/: second"}},
		{"padding between members", zipped(t, a) + "\x00\x00\x00" + zipped(t, b), []string{"1@0 http://a/: first", fmt.Sprintf("2@%d http://b/: second", za+3)}},
		{"line feeds only, no end", strings.ReplaceAll(strings.TrimRight(a, "\r\n"), "\r", ""), []string{"1@0 http://a/: first"}},
		{"length too small", strings.Replace(a, "Length: 5", "Length: 3", 1) + b, []string{
			"1@0 broken archive: the record does not end where its Content-Length says", fmt.Sprintf("2@%d http://b/: second", len(a))}},
		{"no length", strings.Replace(a, "Length: 5", "Length: x", 1) + b, []string{
			`1@0 broken archive: Content-Length "x"`, fmt.Sprintf("2@%d http://b/: second", len(a))}},
		{"something else between", a + "<html>\r\n\r\nWARC\r\n" + b, []string{"1@0 http://a/: first",
			fmt.Sprintf(`2@%d broken archive: want a record, found "<html>"`, len(a)), fmt.Sprintf("3@%d http://b/: second", len(a)+16)}},
		{"cut off in a block", a + b[:len(b)-7], []string{"1@0 http://a/: first",
			fmt.Sprintf("2@%d the archive is cut off: the record ends after 3 of 6 bytes", len(a))}},
		{"cut off in a head", a + b[:30], []string{"1@0 http://a/: first", fmt.Sprintf("2@%d the archive is cut off in the head of a record", len(a))}},
		{"cut off in a member", zipped(t, a) + zipped(t, b)[:40], []string{"1@0 http://a/: first", fmt.Sprintf("2@%d the archive is cut off inside a gzip member", za)}},
		{"no member", zipped(t, a) + "garbage at the end", []string{"1@0 http://a/: first", "2@-1 gzip: gzip: invalid header"}},
		{"too large", record("response", "http://x/", strings.Repeat("x", 2000)) + b, []string{
			"1@0 record too large: 2000 bytes, more than 1000", fmt.Sprintf("2@%d http://b/: second", len(record("response", "http://x/", strings.Repeat("x", 2000))))}},
		{"a length that is a lie", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900\r\n\r\nx", []string{
			"1@0 the archive is cut off: the record ends after 1 of 900 bytes"}},
		{"empty", "", nil},
	} {
		if d := cmp.Diff(c.want, all(t, c.in, 1, 0)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

func TestFields(t *testing.T) {
	f := readFields([]byte("A: 1\r\n  more\r\nno field\r\n: none\r\na: 2\r\nB:\tx:y \n"))
	if d := cmp.Diff(Fields{"a": "1 more", "b": "x:y"}, f); d != "" {
		t.Error(d)
	}
}

func TestMessage(t *testing.T) {
	const page = "<html><p>They met in Helsinki on Monday.</p></html>"
	var zl, br, zs bytes.Buffer
	w := zlib.NewWriter(&zl)
	io.WriteString(w, page)
	w.Close()
	bw := brotli.NewWriter(&br)
	io.WriteString(bw, page)
	bw.Close()
	zw, _ := zstd.NewWriter(&zs)
	io.WriteString(zw, page)
	zw.Close()
	chunked := fmt.Sprintf("5\r\n%s\r\n%x;ext=1\r\n%s\r\n0\r\n\r\n", page[:5], len(page)-5, page[5:])
	for name, c := range map[string]struct{ head, body string }{
		"plain":                        {"", page},
		"wrong length":                 {"Content-Length: 3\r\n", page},
		"chunked":                      {"Transfer-Encoding: chunked\r\n", chunked},
		"said to be chunked":           {"Transfer-Encoding: chunked\r\n", page},
		"chunks cut off":               {"Transfer-Encoding: chunked\r\n", chunked[:len(chunked)-7]},
		"gzip":                         {"Content-Encoding: gzip\r\n", zipped(t, page)},
		"said to be gzip":              {"Content-Encoding: gzip\r\n", page},
		"renamed by the crawler":       {"X-Crawler-Content-Encoding: gzip\r\n", page},
		"gzip in chunks":               {"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(zipped(t, page)), zipped(t, page))},
		"deflate":                      {"Content-Encoding: deflate\r\n", zl.String()},
		"deflate without head":         {"Content-Encoding: deflate\r\n", zl.String()[2:]},
		"brotli":                       {"content-encoding: br\r\n", br.String()},
		"said to be brotli":            {"content-encoding: br\r\n", page},
		"zstd":                         {"Content-Encoding: zstd\r\n", zs.String()},
		"gzip twice":                   {"Content-Encoding: gzip, gzip\r\n", zipped(t, zipped(t, page))},
		"a coding that nobody knows":   {"Content-Encoding: utf-8\r\n", page},
		"a field without a colon":      {"Oops\r\n", page},
		"fields that end in line feed": {"Server: x\nDate: y\n", page},
	} {
		m, err := ReadMessage([]byte("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"+c.head+"\r\n"+c.body), 1000)
		if err != nil || m.Status != 200 || m.Fields["content-type"] != "text/html" {
			t.Errorf("%s: %v %v", name, m, err)
			continue
		}
		if got := string(m.Body); got != page && !(name == "chunks cut off" && page[:len(got)] == got) {
			t.Errorf("%s: %q", name, got)
		}
	}
	for in, want := range map[string]error{
		"": ErrMessage, "GET / HTTP/1.1\r\n\r\n": ErrMessage, "HTTP/1.1 abc\r\n\r\n": ErrMessage, "HTTP/1.1 99\r\n\r\n": ErrMessage,
		"HTTP/1.1 200\r\nContent-Encoding: gzip\r\n\r\n" + zipped(t, strings.Repeat("x", 5000)): ErrTooLarge,
		"HTTP/1.1 200\r\nContent-Encoding: gzip\r\n\r\n" + zipped(t, page)[:30]:                 io.ErrUnexpectedEOF,
	} {
		if _, err := ReadMessage([]byte(in), 1000); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", shorten(in), err, want)
		}
	}
	if m, err := ReadMessage([]byte("HTTP/2 301\r\nLocation: x"), 1000); err != nil || m.Status != 301 || m.Fields["location"] != "x" {
		t.Error(m, err)
	}
}

// TestFromAnywhere: what is read from the offset of a record on is what was
// read there in one go.
func TestFromAnywhere(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var parts []string
		for i := range rapid.IntRange(1, 12).Draw(rt, "n") {
			rec := record(rapid.SampledFrom([]string{"response", "request"}).Draw(rt, "type"), fmt.Sprintf("http://%d/", i),
				rapid.SampledFrom([]string{"", "x", "a\r\nb", "WARC/", strings.Repeat("y", 1500)}).Draw(rt, "block"))
			if rapid.IntRange(0, 9).Draw(rt, "fault") == 0 {
				rec = rec[rapid.IntRange(0, len(rec)-1).Draw(rt, "from"):]
			}
			parts = append(parts, rec)
		}
		in := strings.Join(parts, "")
		if rapid.Bool().Draw(rt, "zip") {
			in = zipped(t, parts...)
		}
		in = in[:len(in)-rapid.IntRange(0, 20).Draw(rt, "cut")%len(in)]
		whole := all(t, in, 1, 0)
		for i, line := range whole {
			var number, offset int64
			fmt.Sscanf(line, "%d@%d", &number, &offset)
			if offset < 0 {
				continue
			}
			if d := cmp.Diff(whole[i:], all(t, in, number, offset)); d != "" {
				rt.Fatalf("from %d@%d of %q: %s", number, offset, in, d)
			}
		}
	})
}

func FuzzRecords(f *testing.F) {
	a, b := record("response", "http://a/", "HTTP/1.1 200 OK\r\n\r\nx"), record("request", "http://b/", "y")
	for _, s := range []string{a + b, zipped(f, a, b), a[:20], zipped(f, a)[:30], "WARC/1.0\r\n\r\n", "\x1f\x8b"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		if all(t, string(in), 1, 0); bytes.HasPrefix(in, gzipMagic) {
			return
		}
		all(t, zipped(t, string(in)), 1, 0)
	})
}

func FuzzMessage(f *testing.F) {
	for _, s := range []string{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n", "HTTP/1.0 200\nContent-Encoding: br\n\n\x0b\x02\x80abc\x03",
		"HTTP/1.1 200\r\nContent-Encoding: deflate\r\n\r\n\x78\x9c", "HTTP/1.1 200\r\nContent-Encoding: gzip, deflate, zstd\r\n\r\n\x28\xb5\x2f\xfd"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		if m, err := ReadMessage(in, 1<<16); err == nil && int64(len(m.Body)) > max(1<<16, int64(len(in))) {
			t.Errorf("%d bytes", len(m.Body))
		}
	})
}
