package actor_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"readout/actor"
	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// newResolver makes a resolver of the embedded lexicon.
func newResolver(t testing.TB) *actor.Resolver {
	t.Helper()
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	r, err := actor.NewResolver(set, actor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// paragraph is an article of one paragraph, published on the day.
func paragraph(published, text string) *article.Article {
	return &article.Article{Published: published, Text: text, Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{End: len(text)}}}}
}

// readTrees reads the documents of a CoNLL-U file by their ids.
func readTrees(t testing.TB, name string) map[string]*syntax.Document {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	docs := map[string]*syntax.Document{}
	err = syntax.ReadDocuments(f, func(d *syntax.Document) error {
		docs[d.Article.ID] = d
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// marks are the letters by which cases.txt says how a mention names.
var marks = map[string]string{
	actor.AsName: "n", actor.AsAlias: "a", actor.AsNominal: "c", actor.AsPronoun: "p",
	actor.AsPossessive: "o", actor.AsDemonym: "d", actor.AsMetonym: "m",
}

func describe(d *syntax.Document, e *actor.Entity) string {
	var ms []string
	for _, m := range e.Mentions {
		ms = append(ms, fmt.Sprintf("%s (%s)", d.Article.Words(m.Span), marks[m.As]))
	}
	return fmt.Sprintf("%s | %s | %s | %s | %s", e.Name, e.Kind, e.Country, strings.Join(e.Sectors, " "), strings.Join(ms, "; "))
}

func TestCases(t *testing.T) {
	r := newResolver(t)
	docs := readTrees(t, "testdata/cases.conllu")
	f, err := os.Open("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var doc *syntax.Document
	var cast *actor.Cast
	id := ""
	cases := 0
	sc := bufio.NewScanner(f)
	for no := 1; sc.Scan(); no++ {
		line := strings.TrimSpace(sc.Text())
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '=':
			parts := strings.SplitN(line[1:], "|", 3)
			id = strings.TrimSpace(parts[0])
			if doc = docs[id]; doc == nil {
				t.Fatalf("cases.txt:%d: no document %q", no, id)
			}
			if text := strings.TrimSpace(parts[2]); text != doc.Article.Text {
				t.Fatalf("cases.txt:%d: the text is not that of cases.conllu:\n%s\n%s", no, text, doc.Article.Text)
			}
			doc.Article.Published = strings.TrimSpace(parts[1])
			cast = r.Resolve(doc)
			cases++
		case line[0] == '!':
			words := strings.TrimSpace(line[1:])
			for _, e := range cast.Entities {
				for _, m := range e.Mentions {
					if doc.Article.Words(m.Span) == words {
						t.Errorf("cases.txt:%d: %s: %q is a mention of %s", no, id, words, e.Name)
					}
				}
			}
		default:
			found := false
			var near []string
			for i := range cast.Entities {
				got := describe(doc, &cast.Entities[i])
				found = found || strings.Join(strings.Fields(got), " ") == line
				if strings.HasPrefix(got, line[:strings.IndexByte(line, '|')]) {
					near = append(near, got)
				}
			}
			if !found {
				t.Errorf("cases.txt:%d: %s: no entity\n     %s\ngot  %s", no, id, line, strings.Join(near, "\n     "))
			}
		}
	}
	if cases == 0 {
		t.Fatal("no cases")
	}
}
