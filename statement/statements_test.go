package statement

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"readout/article"
	"readout/syntax"
)

// readCases returns the documents of testdata/statements.conllu and what each
// says, in comments, that it holds.
func readCases(t testing.TB) ([]*syntax.Document, map[string][]string) {
	b, err := os.ReadFile(filepath.Join("testdata", "statements.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{}
	id := ""
	for _, l := range strings.Split(string(b), "\n") {
		if v, ok := strings.CutPrefix(l, "# newdoc id = "); ok {
			id = v
			want[id] = nil
		}
		if v, ok := strings.CutPrefix(l, "# statement = "); ok {
			want[id] = append(want[id], v)
		}
	}
	var docs []*syntax.Document
	if err := syntax.ReadDocuments(bytes.NewReader(b), func(d *syntax.Document) error {
		docs = append(docs, d)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return docs, want
}

// describe writes a statement as testdata/statements.conllu does.
func describe(a *article.Article, s Statement) string {
	var content []string
	for _, c := range s.Content {
		content = append(content, a.Words(c))
	}
	d := strings.Join([]string{s.Kind, s.Stance, a.Words(s.Source), a.Words(s.Cue), strings.Join(content, " ... ")}, " | ")
	if s.Negated {
		d += " | negated"
	}
	return d
}

func TestFind(t *testing.T) {
	docs, want := readCases(t)
	if len(docs) != len(want) || len(docs) < 40 {
		t.Fatalf("%d documents, %d expectations", len(docs), len(want))
	}
	f := newFinder(t, Options{})
	for _, d := range docs {
		var got []string
		for _, s := range f.Find(d, nil) {
			got = append(got, describe(d.Article, s))
		}
		if w := want[d.Article.ID]; strings.Join(got, "\n") != strings.Join(w, "\n") {
			t.Errorf("%s: %s\n got\n  %s\n want\n  %s", d.Article.ID, d.Article.Text, strings.Join(got, "\n  "), strings.Join(w, "\n  "))
		}
	}
}

func TestOptions(t *testing.T) {
	docs, _ := readCases(t)
	for _, d := range docs {
		if d.Article.ID != "nested dropped" {
			continue
		}
		if n := len(newFinder(t, Options{Outermost: true}).Find(d, nil)); n != 1 {
			t.Errorf("%d statements; only the outermost was wanted", n)
		}
		if n := len(newFinder(t, Options{MinConfidence: 0.99}).Find(d, nil)); n != 0 {
			t.Errorf("%d statements of confidence 0.99", n)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	docs, _ := readCases(b)
	f := newFinder(b, Options{})
	n := 0
	for _, d := range docs {
		n += len(d.Article.Text)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			f.Find(d, nil)
		}
	}
}

// FuzzFind reads any text with the parser and holds the promises of Find.
func FuzzFind(f *testing.F) {
	p, finder := newParser(f), newFinder(f, Options{})
	f.Add("“We agree,” he said. “We do\n\n“Still,” she added, according to 'a source'.")
	f.Add("SMITH: the plan, officials said, is \"dead — he denied it ”.")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<14 {
			t.Skip()
		}
		d := p.Parse(textArticle(text))
		checkStatements(t, d, nil, finder.Find(d, nil))
	})
}
