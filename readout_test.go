package readout_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"readout"
	"readout/article"
	"readout/intake"
	"readout/record"
)

// reader is one Reader for all tests of the package: loading it takes a moment.
var reader = sync.OnceValues(func() (*readout.Reader, error) { return readout.NewReader(readout.Options{}) })

func mustReader(t testing.TB) *readout.Reader {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// lines reads a text and returns the records as they would be written.
func lines(t testing.TB, r *readout.Reader, text string) []byte {
	t.Helper()
	in, err := intake.NewReader(strings.NewReader(text), "test", intake.Options{Published: "2021-06-16"})
	if err != nil {
		return nil
	}
	defer in.Close()
	var buf bytes.Buffer
	for range 8 {
		a, err := in.Next()
		if err != nil {
			break
		}
		rec, err := r.Read(context.Background(), a)
		if err != nil {
			t.Fatalf("%v\ntext %q", err, a.Text)
		}
		if err := rec.Check(); err != nil {
			t.Fatalf("%v\ntext %q", err, a.Text)
		}
		if err := rec.AppendJSON(&buf); err != nil {
			t.Fatal(err)
		}
	}
	return buf.Bytes()
}

// TestLaw reads texts put together from the pieces that news is made of, and
// some that it is not, with a title and without, and holds each record to the law,
// twice.
func TestLaw(t *testing.T) {
	r := mustReader(t)
	pieces := []string{
		"Vladimir Putin", "the Russian president", "Moscow", "“", "”", "\"", "'", "«", "»", "‘", "’", ".", ",", "\n\n", "\n", " ", "said", "he said",
		"expelled ten diplomats", "in March", "on Wednesday", "a month later", "according to", "accused", "the United States", "of cyberattacks",
		"will meet", "did not", "Biden", "its ambassador", "Gen. Smith", "U.S.", "10:30", "–", "—", "(…)", "é", "漢", "🙂", "\u202e", "\u00a0", "…",
		"We,", "NATO", "I am", "Statement by", "Fact sheet:", "the 36-year-old", "(D)", "R-Ohio", "Mr.", "killed 12 people", "and", "after", "recall", "the two politicians", "Source link", "Read also: more", "<b>", "&amp;", "\x00", "\xff",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "joint"))
		title := strings.ToValidUTF8(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 6).Draw(t, "title"), " "), "")
		first, second := read(t, r, title, text), read(t, r, title, text)
		if first != second {
			t.Fatalf("two readings differ for %q with the title %q", text, title)
		}
	})
}

// read is lines for a rapid test.
func read(t *rapid.T, r *readout.Reader, title, text string) string {
	in, err := intake.NewReader(strings.NewReader(text), "test", intake.Options{Published: "2021-06-16"})
	if err != nil {
		return err.Error()
	}
	defer in.Close()
	a, err := in.Next()
	if err != nil {
		return err.Error()
	}
	a.Title = title
	rec, err := r.Read(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	if err := rec.Check(); err != nil {
		t.Fatalf("%v\ntitle %q, text %q", err, title, a.Text)
	}
	var buf bytes.Buffer
	if err := rec.AppendJSON(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

func FuzzRead(f *testing.F) {
	r := mustReader(f)
	f.Add("Russia expelled ten diplomats in March, he said. “We must talk,” Putin told reporters.")
	f.Add("We, the United Nations, urge restraint.")
	f.Add("against there is sign Mr. of ‘ a deal to")
	f.Add("Mr. Roe criticized the pope As ''a political person'' and accused him of")
	f.Add("<html><body><p>Joe Biden met Vladimir Putin in Geneva.</p></body></html>")
	f.Add(`{"id":"1","published":"2021-06-16","text":"Iran’s foreign minister denied it."}`)
	f.Add("\xff\xfe\x00\x00“““")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			return
		}
		if a, b := lines(t, r, text), lines(t, r, text); !bytes.Equal(a, b) {
			t.Fatalf("two readings differ for %q", text)
		}
	})
}

// TestConcurrent reads one text on many goroutines: the bytes are the same.
func TestConcurrent(t *testing.T) {
	r := mustReader(t)
	const text = "Moscow recalled its ambassador in March.\n\n“We agree to nothing,” said Sergei Lavrov, who met Antony Blinken in Geneva on Friday.\n"
	want := lines(t, r, text)
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 5 {
				if got := lines(t, r, text); !bytes.Equal(got, want) {
					t.Errorf("got %s\nwant %s", got, want)
				}
			}
		}()
	}
	wg.Wait()
}

func TestOtherLanguage(t *testing.T) {
	r := mustReader(t)
	const text = "Le président russe a rencontré son homologue américain à Genève mercredi."
	a := &article.Article{ID: "x", Language: "fr", Text: text, Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{End: len(text)}}}}
	rec, err := r.Read(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	if len(rec.Warnings) != 1 || len(rec.Sentences) != 0 || !strings.Contains(rec.Warnings[0], `"fr"`) {
		t.Errorf("warnings %q, %d sentences", rec.Warnings, len(rec.Sentences))
	}
}

func TestBrokenArticle(t *testing.T) {
	r := mustReader(t)
	for _, a := range []*article.Article{
		{ID: "utf8", Text: "\xff"},
		{ID: "range", Text: "abc", Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{End: 9}}}},
		{ID: "order", Text: "abcdef", Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{End: 4}}, {Kind: article.Paragraph, Span: article.Span{Start: 2, End: 6}}}},
		{ID: "rune", Text: "é!", Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{Start: 1, End: 3}}}},
	} {
		if rec, err := r.Read(context.Background(), a); err == nil {
			t.Errorf("%s: no error, record %v", a.ID, rec)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := r.Read(ctx, &article.Article{ID: "late", Text: "a"}); err == nil {
		t.Error("a reading that was called off gave no error")
	}
}

// quote returns the words of text at a span of code points.
func quote(text string, s record.Span) string {
	if utf8.RuneCountInString(text) == len(text) {
		return text[s.Start:s.End]
	}
	return string([]rune(text)[s.Start:s.End])
}

// TestFaultsAreNamedOnce gives a reader a fault that several rooms meet.
func TestFaultsAreNamedOnce(t *testing.T) {
	dir := t.TempDir()
	text := "# origin: test\n# licence: Apache-2.0\nNowhere | XXQ | place\n"
	if err := os.WriteFile(filepath.Join(dir, "bodies.mine.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := readout.NewReader(readout.Options{Lexicon: dir})
	if err == nil || strings.Count(err.Error(), `bodies.mine.txt:3: unknown kind`) != 1 {
		t.Errorf("got %v", err)
	}
}
