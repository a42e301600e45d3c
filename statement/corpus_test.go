package statement

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/actor"
	"readout/article"
	"readout/lexicon"
	"readout/parse"
	"readout/score"
	"readout/syntax"
)

// dataDir is the folder of measuring data, or the test is skipped.
func dataDir(t testing.TB) string {
	dir := os.Getenv("READOUT_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "data")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no measuring data: %v", err)
	}
	return dir
}

func readGold(t testing.TB, name string) []score.Attributed {
	f, err := os.Open(filepath.Join(dataDir(t), "attribution", name))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	gold, err := score.ReadAttributed(in)
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

func newParser(t testing.TB) *parse.Parser {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func newFinder(t testing.TB, o Options) *Finder {
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	f, err := NewFinder(set, o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// attributed turns what was found into the scorer's form.
func attributed(doc *syntax.Document, cast *actor.Cast, found []Statement) score.Attributed {
	points := article.NewOffsets(doc.Article.Text)
	span := func(s article.Span) []score.Offset {
		if s.Empty() {
			return nil
		}
		return []score.Offset{{From: points.Point(s.Start), To: points.Point(s.End)}}
	}
	d := score.Attributed{ID: doc.Article.ID, Text: doc.Article.Text}
	for _, s := range found {
		a := score.Attribution{Source: span(s.Source), Cue: span(s.Cue)}
		for _, c := range s.Content {
			a.Content = append(a.Content, span(c)...)
		}
		if s.Speaker >= 0 && cast != nil {
			a.Speaker = &score.Speaking{Canonical: cast.Entities[s.Speaker].Name}
		} else if w := doc.Article.Words(s.Source); len(w) > 4 {
			a.Speaker = &score.Speaking{Canonical: w} // unnamed: by its own words
		}
		d.Attributions = append(d.Attributions, a)
	}
	return d
}
