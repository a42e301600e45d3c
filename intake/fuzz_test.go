package intake

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"readout/article"
)

// mustRead reads an input of any kind, holds every article to the promises of
// its type, and checks that reading again gives the same.
func mustRead(t testing.TB, in []byte) {
	t.Helper()
	begin := time.Now()
	first, err1 := drain(t, in)
	if d := time.Since(begin); d > 10*time.Second {
		t.Errorf("took %v", d)
	}
	again, err2 := drain(t, in)
	if d := cmp.Diff(first, again); d != "" || err1 != err2 {
		t.Errorf("another reading differs: %s %q %q", d, err1, err2)
	}
}

func drain(t testing.TB, in []byte) (all []*article.Article, faults string) {
	t.Helper()
	r, err := NewReader(bytes.NewReader(in), "fuzz", Options{MaxBytes: 1 << 20, MaxText: 1 << 16})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for range 10_000 {
		a, err := r.Next()
		var item *ItemError
		switch {
		case err == io.EOF:
			return all, faults
		case errors.As(err, &item):
			faults += err.Error() + "\n"
		case err != nil:
			faults += err.Error() + "\n"
			if _, err := r.Next(); err != io.EOF {
				t.Errorf("after the last error: %v", err)
			}
			return all, faults
		default:
			checkArticle(t, a)
			for _, s := range append([]string{a.ID, a.URL, a.Title, a.Byline, a.Publisher, a.Language}, a.Warnings...) {
				if !utf8.ValidString(s) {
					t.Errorf("not valid UTF-8: %q", s)
				}
			}
			if len(a.Text) > 1<<16+2*maxField {
				t.Errorf("text of %d bytes", len(a.Text))
			}
			all = append(all, a)
		}
	}
	return all, faults
}

// seeds adds the files of a folder; a missing folder fails.
func seeds(f *testing.F, pattern string, in ...string) {
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		f.Fatalf("no seeds in %s: %v", pattern, err)
	}
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, s := range in {
		f.Add([]byte(s))
	}
}

func FuzzText(f *testing.F) {
	seeds(f, "testdata/*.txt", "a\r\rb", "\xff\xfea\x00", "- a\n- b\n", "1. a\n2. b", "June 16, 2021", "By A B | June 16, 2021", "— – |", "“", "(", "[/]", "x/AFP", "©")
	f.Fuzz(mustReadBytes)
}

func FuzzHTML(f *testing.F) {
	seeds(f, "../examples/*.html", "<p>a<p>b", "<svg><p>a", "<table><td>a", "<select><p>", "<a><a><b><p>", "<title>", "<script type=application/ld+json>[{}]</script><p>a",
		"<pre>a\n\nb", "<br><br>", "<frameset><frame>", "<template><p>a", "<math><mi><p>a", "<!--", "<p class='\xff'>a", "<noscript><p>a")
	f.Fuzz(func(t *testing.T, in []byte) { mustRead(t, append([]byte("<html>"), in...)) })
}

func FuzzJSONL(f *testing.F) {
	seeds(f, "../examples/*.jsonl", `{"text":"a"}`, `{"id":1,"text":"a"}`+"\n{", `[{"text":"a"},{"html":"<p>b"}]`, "{\n\"text\":\"a\"\n}\n{", `{"text":"\ud800"}`, `{"a":[`, `{"":"`+"\n", "[{\n}")
	f.Fuzz(func(t *testing.T, in []byte) {
		mustRead(t, in)
		mustRead(t, append([]byte(`{"`), in...))
		mustRead(t, append([]byte("[{\""), in...))
	})
}

func mustReadBytes(t *testing.T, in []byte) { mustRead(t, in) }

// TestRandom builds inputs out of the scraps that the rules look at.
func TestRandom(t *testing.T) {
	scraps := []string{"\n", "\n\n", " ", "\t", "\r\n", ". ", ", ", ": ", " – ", " / ", "/", "(", ")", "[", "]", "“", "”", "\"", "'", "©", "- ", "• ", "1. ", "?", "!", "…",
		"The", "president", "Biden", "said", "By", "Photo", "Photo:", "Image:", "FILE PHOTO:", "AFP", "Reuters", "Getty Images", "Source", "link", "Read also", "June", "16", "2021",
		"Wednesday", "GENEVA", "(AP)", "http://x.example", "é", "\u00a0", "\u200b", "\u00ad", "\ufeff", "日本", "\x1b", "\xff", "\x00", "a", "I",
		"<p>", "</p>", "<div class=share>", "</div>", "<h1>", "<h2>", "<li>", "<ul>", "<figcaption>", "<br>", "<a href=x>", "</a>", "<table>", "<td>", "<pre>", "<b>", "&nbsp;", "&#x0;", "<!--", "-->",
		"<script>", "</script>", "<title>", "</title>", "<svg>", "<nav>", "<article>", "{\"text\":\"", "\"}", "\\n", "\\u00", "[{", "}]", "{", "}"}
	rapid.Check(t, func(rt *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(scraps), 0, 200).Draw(rt, "parts")
		in := strings.Join(parts, rapid.SampledFrom([]string{"", " "}).Draw(rt, "joint"))
		mustRead(t, []byte(in))
		if t.Failed() {
			rt.Fatalf("input %q", in)
		}
	})
}

// TestVerbatim checks that every block of a plain text stands in the text word
// for word, in order, and that nothing but white space is lost between them.
func TestVerbatim(t *testing.T) {
	words := rapid.SampledFrom([]string{"The", "president", "met", "Putin.", "“Yes,”", "he", "said.", "Photo:", "AFP", "–", "/", "Source", "link", "Who?", "1.", "-", "June", "16,", "2021"})
	rapid.Check(t, func(rt *rapid.T) {
		var in strings.Builder
		for range rapid.IntRange(1, 60).Draw(rt, "n") {
			in.WriteString(words.Draw(rt, "word"))
			in.WriteString(rapid.SampledFrom([]string{" ", " ", " ", "  ", "\n", "\n\n", "\n \n"}).Draw(rt, "space"))
		}
		r, err := NewReader(strings.NewReader(in.String()), "verbatim", Options{})
		if err != nil {
			rt.Fatal(err)
		}
		a, err := r.Next()
		if errors.Is(err, ErrNoText) {
			return
		}
		if err != nil {
			rt.Fatal(err)
		}
		rest := in.String()
		for i, b := range a.Blocks {
			at := strings.Index(rest, a.Words(b.Span))
			if at < 0 || strings.TrimSpace(rest[:at]) != "" {
				rt.Fatalf("block %d %q does not follow in %q", i, a.Words(b.Span), rest)
			}
			rest = rest[at+b.Len():]
		}
		if strings.TrimSpace(rest) != "" {
			rt.Fatalf("lost %q", rest)
		}
	})
}

// TestIdempotent checks that reading an article's text again, title given,
// gives the same text.
func TestIdempotent(t *testing.T) {
	for _, name := range []string{"testdata/minsk.kinds.txt", "../examples/singapore-summit.txt"} {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a := readText(t, string(b))
		again := readText(t, a.Text)
		if d := cmp.Diff(a, again); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}
