package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"

	"readout/article"
)

// drainReader reads a reader to its end.
func drainReader(t testing.TB, r *Reader) (all []*article.Article, errs []string) {
	t.Helper()
	defer r.Close()
	for {
		a, err := r.Next()
		switch {
		case err == io.EOF:
			return all, errs
		case err != nil:
			errs = append(errs, err.Error())
		default:
			checkArticle(t, a)
			all = append(all, a)
		}
	}
}

// files writes files into a new folder, whose name it returns.
func files(t testing.TB, content map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, s := range content {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// gzipped packs each part into a member of its own.
func gzipped(t testing.TB, parts ...string) string {
	t.Helper()
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

// cut leaves off the end.
func cut(s string) string { return s[:len(s)-12] }

// drainCorpus returns each item as "position id" or its fault.
func drainCorpus(t testing.TB, names []string, opts Options, after *Position) (got []string, at []Position) {
	t.Helper()
	c, err := NewCorpus(context.Background(), names, opts)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if after != nil {
		c.Resume(*after)
	}
	for {
		it, err := c.Next()
		if err == io.EOF {
			return got, at
		}
		if err != nil {
			t.Fatal(err)
		}
		line := fmt.Sprintf("%d %v", it.Input, it.Position)
		if it.Err != nil {
			line += " fault " + it.Err.Error()
		} else {
			line += " " + it.Article.ID
		}
		got, at = append(got, line), append(at, it.Position)
	}
}

// corpusFiles is a folder with a file of each kind, faults among them.
func corpusFiles(t testing.TB) string {
	page := "<title>A meeting in Helsinki</title><p>" + prose
	lines := `{"id":"l1","text":"First."}` + "\n\n{bad\n" + `{"id":"l2","text":"Second."}` + "\n[1]\n" + `{"id":"l3","text":"Third."}`
	csv := "id,text\nc1,First.\n\"c2\n\",\"Second,\nline.\"\nx\nc3,\"y\nc4,Fourth.\n"
	return files(t, map[string]string{
		"array.json":       `[{"id":"a1","text":"First."},` + "\n" + `{"id":[1],"text":"x"},{"id":"a2","text":"Second."}]`,
		"broken.json":      `[{"id":"b1","text":"First."},` + "\n5]",
		"lines.jsonl":      lines,
		"lines.jsonl.gz":   gzipped(t, lines[:20], lines[20:]),
		"lines-bom.jsonl":  "\ufeff" + lines,
		"pretty.json":      "{\n\"id\":\"p1\",\n\"text\":\"First.\"\n}\n{\n\"id\":\"p2\",\"text\":\"Second.\"}\n",
		"cut.jsonl.gz":     cut(gzipped(t, strings.Repeat(lines+"\n", 5))),
		"page.html":        page,
		"sub/report.txt":   prose,
		"sub/a/report.txt": prose,
		"sub/.hidden":      prose,
		"table.csv":        csv,
		"table.csv.gz":     gzipped(t, csv),
		"crawl.warc":       strings.Join(crawlRecords(t), ""),
		"crawl.warc.gz":    cut(gzipped(t, crawlRecords(t)...)),
		"crawl.warc.zst":   zstdWithDictionary(t, crawlRecords(t)),
		"feed.xml":         newsFeed,
		"rows.parquet":     parquetTable(t, 8),
		"rows.parquet.gz":  gzipped(t, parquetTable(t, 4)),
		"picture.png":      "\x89PNG\r\n\x1a\n\x00\x00",
		"empty.txt":        "",
	})
}

// TestResume: from every position that a corpus gives, the rest of it is the
// same as if it had been read in one go.
func TestResume(t *testing.T) {
	dir := corpusFiles(t)
	whole, at := drainCorpus(t, []string{dir}, Options{}, nil)
	again, _ := drainCorpus(t, []string{dir}, Options{}, nil)
	if d := cmp.Diff(whole, again); d != "" {
		t.Fatal("reading again differs: ", d)
	}
	if len(whole) < 40 {
		t.Fatalf("only %d items", len(whole))
	}
	for i := range at {
		rest, _ := drainCorpus(t, []string{dir}, Options{}, &at[i])
		if d := cmp.Diff(whole[i+1:], append([]string{}, rest...)); d != "" {
			t.Errorf("after %v: %s", at[i], d)
		}
	}
	seeks := 0
	for _, p := range at {
		if p.Offset > 0 {
			seeks++
		}
	}
	if seeks < 8 {
		t.Errorf("only %d positions can be sought", seeks)
	}
}

func TestPositions(t *testing.T) {
	dir := corpusFiles(t)
	_, at := drainCorpus(t, []string{filepath.Join(dir, "lines-bom.jsonl"), filepath.Join(dir, "table.csv")}, Options{}, nil)
	var got []string
	for _, p := range at {
		got = append(got, fmt.Sprintf("%s input %d record %d byte %d", strings.TrimPrefix(p.String(), dir+"/"), p.Input, p.Record, p.Offset))
	}
	if d := cmp.Diff([]string{
		"lines-bom.jsonl:1 input 0 record 1 byte 3",
		"lines-bom.jsonl:3 input 0 record 2 byte 32",
		"lines-bom.jsonl:4 input 0 record 3 byte 37",
		"lines-bom.jsonl:5 input 0 record 4 byte 66",
		"lines-bom.jsonl:6 input 0 record 5 byte 70",
		"table.csv:2 input 1 record 1 byte 8",
		"table.csv:3 input 1 record 2 byte 18",
		"table.csv:6 input 1 record 3 byte 40",
		"table.csv:7 input 1 record 4 byte 42",
		"table.csv:8 input 1 record 5 byte 48",
	}, got); d != "" {
		t.Error(d)
	}
}

// TestNames: folders, patterns, lists and standard input become inputs in a
// fixed order; what is not there is a fault and the rest is read.
func TestNames(t *testing.T) {
	dir := files(t, map[string]string{
		"b/2.txt": prose, "b/1.txt": prose, "b/c/3.txt": prose, "b/.git/x.txt": prose, "a.txt": prose, "odd[1].txt": prose,
	})
	list := filepath.Join(dir, "list")
	in := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(list, []byte("\ufeff# a comment\r\n\n"+in("a.txt")+"\n  "+in("b/c")+"  \n@x\n-\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(dir, in("b/loop")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		names []string
		stdin string
		want  []string
	}{
		{[]string{in("b")}, "", []string{"b/1.txt", "b/2.txt", "b/c/3.txt"}},
		{[]string{in("b/*.txt"), in("a.txt")}, "", []string{"b/1.txt", "b/2.txt", "a.txt"}},
		{[]string{in("[ab]*")}, "", []string{"a.txt", "b/1.txt", "b/2.txt", "b/c/3.txt"}},
		{[]string{in("odd[1].txt")}, "", []string{"odd[1].txt"}},
		{[]string{"@" + list}, "", []string{"a.txt", "b/c/3.txt", "@x: ", "-: "}},
		{[]string{"@-"}, in("a.txt") + "\n" + in("none.txt"), []string{"a.txt", "none.txt: "}},
		{[]string{in("none*"), in("none"), "@" + in("none"), in("a.txt")}, "", []string{"none*: ", "none: ", "@none: ", "a.txt"}},
		{[]string{"-"}, prose, []string{"-"}},
	} {
		corpus, err := NewCorpus(context.Background(), c.names, Options{Stdin: strings.NewReader(c.stdin)})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for {
			it, err := corpus.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			name := strings.Replace(it.Name, dir+"/", "", 1)
			if it.Err != nil {
				name += ": "
			}
			if it.Input != len(got) {
				t.Errorf("%v: input %d has number %d", c.names, len(got), it.Input)
			}
			got = append(got, name)
		}
		corpus.Close()
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%v: %s", c.names, d)
		}
	}
}

func TestForeignLeftOut(t *testing.T) {
	const french = `{"id":"f","text":"Le président russe a rencontré mercredi à Genève son homologue américain. Les deux hommes ont parlé pendant trois heures et se sont quittés sans annoncer d’accord."}`
	in := french + "\n" + `{"id":"e","text":"` + prose + `"}`
	for _, keep := range []bool{false, true} {
		c, err := NewCorpus(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(in), KeepForeign: keep})
		if err != nil {
			t.Fatal(err)
		}
		first, err := c.Next()
		var skip *SkipError
		if err != nil || first.Article.ID != "f" || errors.As(first.Err, &skip) == keep {
			t.Errorf("keep %v: %v %v", keep, first, err)
		}
		if !keep && skip.Reason != "language fr" {
			t.Errorf("reason %q", skip.Reason)
		}
		if second, err := c.Next(); err != nil || second.Err != nil || second.Article.ID != "e" {
			t.Errorf("keep %v: %v %v", keep, second, err)
		}
		c.Close()
	}
}

func TestCorpusEnds(t *testing.T) {
	dir := files(t, map[string]string{"a.txt": prose, "b.txt": prose})
	ctx, cancel := context.WithCancel(context.Background())
	c, err := NewCorpus(ctx, []string{dir}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Next(); err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := c.Next(); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	c.Close()

	for _, at := range []Position{{Input: 1, Name: "other", Record: 1}, {Input: 7, Name: "a.txt"}} {
		c, err := NewCorpus(context.Background(), []string{dir}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		c.Resume(at)
		if _, err := c.Next(); err == nil || !strings.Contains(err.Error(), "have changed") {
			t.Errorf("other inputs: %v", err)
		}
		c.Close()
	}
}

func TestMeasure(t *testing.T) {
	dir := files(t, map[string]string{"a.txt": prose, "b/c.txt": prose})
	size, err := Measure(context.Background(), []string{dir}, Options{})
	if want := (Size{2, int64(2 * len(prose)), true}); err != nil || size != want {
		t.Errorf("%v %v", size, err)
	}
	if size, err := Measure(context.Background(), []string{dir, "-"}, Options{}); err != nil || size.Known {
		t.Errorf("%v %v", size, err)
	}
	c, err := NewCorpus(context.Background(), []string{dir}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for {
		if _, err := c.Next(); err == io.EOF {
			break
		}
	}
	if c.Done() != size.Bytes {
		t.Errorf("%d of %d bytes done", c.Done(), size.Bytes)
	}
}
