package intake

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"readout/article"
)

// readAll reads every article of an input, and the errors of single items.
func readAll(t testing.TB, r io.Reader, opts Options) (all []*article.Article, items []error, fatal error) {
	t.Helper()
	rd, err := NewReader(r, "input", opts)
	if err != nil {
		t.Fatal(err)
	}
	defer rd.Close()
	for {
		a, err := rd.Next()
		var item *ItemError
		switch {
		case err == io.EOF:
			return all, items, nil
		case errors.As(err, &item):
			items = append(items, err)
		case err != nil:
			if _, again := rd.Next(); again != io.EOF {
				t.Errorf("after %v: want EOF, got %v", err, again)
			}
			return all, items, err
		default:
			checkArticle(t, a)
			all = append(all, a)
		}
	}
}

// checkArticle holds an article to the promises of the type.
func checkArticle(t testing.TB, a *article.Article) {
	t.Helper()
	if err := a.Check(); err != nil {
		t.Error(err)
	}
	if a.ID == "" {
		t.Error("no id")
	}
	end := 0
	for i, b := range a.Blocks {
		w := a.Words(b.Span)
		if strings.TrimSpace(w) != w || w == "" {
			t.Errorf("block %d %q: white space around it", i, shorten(w, 60))
		}
		if i > 0 && a.Text[end:b.Start] != "\n\n" || i == 0 && b.Start != 0 {
			t.Errorf("block %d: joined by %q", i, a.Text[end:b.Start])
		}
		switch b.Kind {
		case article.Title, article.Standfirst, article.Heading, article.Paragraph, article.Caption, article.Credit, article.List, article.Source:
		default:
			t.Errorf("block %d: kind %q", i, b.Kind)
		}
		end = b.End
	}
	if end != len(a.Text) {
		t.Errorf("text goes on after the last block: %q", shorten(a.Text[end:], 60))
	}
}

// repeated is a reader of n copies of s that takes no memory.
type repeated struct {
	s    string
	n    int
	rest string
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.rest == "" {
		if r.n == 0 {
			return 0, io.EOF
		}
		r.n--
		r.rest = r.s
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

func times(s string, n int) io.Reader { return &repeated{s: s, n: n} }

// TestHostile feeds inputs that are made to break readers. Each must give an
// article or a clear error, in little time.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some hundred megabytes")
	}
	const prose = "The two presidents met in Helsinki on Monday and spoke for two hours. "
	report := "<p>" + strings.Repeat(prose, 5) + "</p>"
	cases := []struct {
		name string
		in   io.Reader
		want string // part of the error, or empty for an article
	}{
		{"nested divs", io.MultiReader(times("<div>", 100_000), strings.NewReader(report)), ""},
		{"nested divs closed", io.MultiReader(times("<div>", 100_000), strings.NewReader(report), times("</div>", 100_000)), ""},
		{"nested tables", io.MultiReader(times("<table><tr><td>", 50_000), strings.NewReader(report)), ""},
		{"nested lists", io.MultiReader(times("<ul><li>", 90_000), strings.NewReader(report)), ""},
		{"nested spans", io.MultiReader(strings.NewReader("<body>"), times("<span>", 100_000), strings.NewReader(report)), ""},
		{"nested unknown", io.MultiReader(strings.NewReader("<html>"), times("<x-y>", 100_000), strings.NewReader(report)), ""},
		{"stray end tags", io.MultiReader(strings.NewReader("<html>"), times("<div></span>", 100_000), strings.NewReader(report)), ""},
		{"formatting unclosed", io.MultiReader(strings.NewReader("<html>"), times("<p><b><i><a href=x><font size=1>word ", 100_000)), "no text"},
		{"attributes", io.MultiReader(strings.NewReader("<p"), times(" class=share id=y", 200_000), strings.NewReader(">"+report)), ""},
		{"one attribute of 10 MB", io.MultiReader(strings.NewReader("<p class='"), times("x", 10_000_000), strings.NewReader("'>"+report)), "no text"},
		{"comment unclosed", io.MultiReader(strings.NewReader("<html><!--"), times("x", 5_000_000)), "no text"},
		{"script unclosed", io.MultiReader(strings.NewReader("<html><script>"), times("x<", 2_000_000)), "no text"},
		{"100,000 paragraphs", io.MultiReader(strings.NewReader("<html>"), times("<p>"+prose, 100_000)), ""},
		{"100,000 headings", io.MultiReader(strings.NewReader("<html><title>a b c d</title>"), times("<h1>a b c", 100_000)), ""},
		{"300,000 links", io.MultiReader(strings.NewReader("<html>"), times("<a href=x>word</a> ", 300_000)), "no text"},
		{"svg unclosed", io.MultiReader(strings.NewReader("<html><svg>"), times("<g>", 1_000_000), strings.NewReader(report)), ""},
		{"frames", io.MultiReader(strings.NewReader("<html><frameset>"), times("<frame>", 100_000), strings.NewReader(report)), ""},
		{"templates", io.MultiReader(strings.NewReader("<html>"), times("<template>", 100_000), strings.NewReader(report)), ""},
		{"selects", io.MultiReader(strings.NewReader("<html>"), times("<select><option>", 100_000), strings.NewReader(report)), ""},
		{"tags never closed", times("<", 10_000_000), "no text"},
		{"JSON-LD nested", io.MultiReader(strings.NewReader(`<html><script type="application/ld+json">`), times("[", 900_000), strings.NewReader("</script>"+report)), ""},
		{"50 MB of text", times(prose+"\n\n", 700_000), ""},
		{"50 MB in one line", times(prose, 700_000), ""},
		{"5 MB in one word", times("word", 1_250_000), ""},
		{"10 MB of short lines", times("a\n", 5_000_000), ""},
		{"5 MB of empty lines", times("\n", 5_000_000), "no text"},
		{"5 MB of quotes", times("\" “ ” ' ", 400_000), "no text"},
		{"5 MB of bullets", times("- a\n", 1_200_000), ""},
		{"5 MB of dashes", times(" – ", 1_000_000), "no text"},
		{"5 MB in latin-1", times("caf\xe9 au lait. ", 350_000), ""},
		{"70 MB of text", times(prose, 1_000_000), "too large"},
		{"brackets", io.MultiReader(strings.NewReader(`{"text":`), times("[", 1_000_000)), "max depth"},
		{"JSON line of 70 MB", io.MultiReader(strings.NewReader(`{"text":"`), times(prose, 1_000_000), strings.NewReader(`"}`)), "too large"},
		{"dates", times("June 16, 2021 June 16, 2021\n", 100_000), ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			begin := time.Now()
			all, items, fatal := readAll(t, c.in, Options{})
			spent := time.Since(begin)
			err := errors.Join(append(items, fatal)...)
			switch {
			case c.want == "" && (len(all) != 1 || err != nil):
				t.Errorf("want an article, got %d and %v", len(all), err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("want an error with %q, got %d articles and %v", c.want, len(all), err)
			}
			if spent > 20*time.Second {
				t.Errorf("took %v", spent)
			}
			t.Logf("%v %s", spent, what(all, err))
		})
	}
}

func what(all []*article.Article, err error) string {
	if len(all) == 0 {
		return shorten(fmt.Sprint(err), 200)
	}
	a := all[0]
	return fmt.Sprintf("%d blocks, %d bytes, %q %q", len(a.Blocks), len(a.Text), shorten(a.Text, 40), a.Warnings)
}

// TestBomb checks that little compressed data cannot become endless text.
func TestBomb(t *testing.T) {
	pack := func(parts ...io.Reader) []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		for _, p := range parts {
			if _, err := io.Copy(z, p); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	const max = 1 << 20
	for name, parts := range map[string][]io.Reader{
		"text":     {times("word ", 1_000_000)},
		"page":     {strings.NewReader("<html>"), times("<p>word ", 1_000_000)},
		"line":     {strings.NewReader(`{"text":"`), times("word ", 1_000_000)},
		"array":    {strings.NewReader(`[{"text":"`), times("word ", 1_000_000)},
		"endless":  {strings.NewReader(`{"text":"`), times("word ", skipFactor*max/4)},
		"twofold":  {bytes.NewReader(pack(times("word ", 1_000_000)))},
		"fourfold": {bytes.NewReader(pack(bytes.NewReader(pack(bytes.NewReader(pack(times("a", 9)))))))},
	} {
		packed := pack(parts...)
		all, items, fatal := readAll(t, bytes.NewReader(packed), Options{MaxBytes: max})
		err := errors.Join(append(items, fatal)...)
		want := ErrTooLarge
		if name == "fourfold" {
			want = ErrUnreadable
		}
		if len(all) != 0 || !errors.Is(err, want) {
			t.Errorf("%s: %d articles, %v", name, len(all), err)
		}
	}
}
