package statement

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/article"
)

// TestSpeakers reads testdata/speakers.txt, each text with the speakers that
// it says, from plain text to resolved names: "> speaker | words" for who
// speaks the shortest content with the words, "= words" for a content that is
// these words and no more, "~ kind | words | words" for a link.
func TestSpeakers(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "speakers.txt"))
	if err != nil {
		t.Fatal(err)
	}
	reader := newTextReader(t)
	texts := strings.Split(string(b), "\n== ")[1:]
	for _, part := range texts {
		name, body, _ := strings.Cut(part, "\n")
		title, byline := "", ""
		for strings.HasPrefix(body, "# ") {
			l, rest, _ := strings.Cut(body, "\n")
			if s, ok := strings.CutPrefix(l, "# title = "); ok {
				title = s
			} else if byline, ok = strings.CutPrefix(l, "# byline = "); !ok {
				t.Fatalf("%s: faulty line %q", name, l)
			}
			body = rest
		}
		text, wants, ok := strings.Cut(body, "\n> ")
		if !ok {
			t.Fatalf("%s: no expectation", name)
		}
		a := textArticle(strings.TrimSpace(text))
		a.Byline = byline
		if a.Title = title; title != "" && strings.HasPrefix(a.Text, title+"\n") {
			a.Blocks[0].Kind = article.Title
		}
		r := reader.read(t, a)
		list := r.list
		rel := reader.finder.Relate(r.doc, r.cast, list, nil)
		for _, want := range strings.Split(strings.TrimSpace(wants), "\n") {
			if link, ok := strings.CutPrefix(want, "~ "); ok {
				checkLink(t, name, a, list, rel, link)
				continue
			}
			if words, ok := strings.CutPrefix(want, "= "); ok {
				if !slices.ContainsFunc(list, func(s Statement) bool {
					return slices.ContainsFunc(s.Content, func(c article.Span) bool { return a.Words(c) == words })
				}) {
					t.Errorf("%s: no content %q", name, words)
				}
				continue
			}
			want = strings.TrimPrefix(want, "> ")
			speaker, words, ok := strings.Cut(want, " | ")
			if !ok {
				t.Fatalf("%s: faulty expectation %q", name, want)
			}
			got, shortest := "no statement", len(a.Text)+1
			for i := range list {
				for _, c := range list[i].Content {
					if strings.Contains(a.Words(c), words) && c.Len() < shortest {
						got, shortest = r.who(&list[i]), c.Len()
					}
				}
			}
			if got != speaker {
				t.Errorf("%s: %q is given to %s, not to %s", name, words, got, speaker)
			}
		}
	}
}

// checkLink wants a link of statements: "kind | words of one | words of the other".
func checkLink(t *testing.T, name string, a *article.Article, list []Statement, rel Relations, link string) {
	f := strings.Split(link, " | ")
	if len(f) != 3 {
		t.Fatalf("%s: faulty link %q", name, link)
	}
	holds := func(i int, words string) bool {
		for _, c := range list[i].Content {
			if strings.Contains(a.Words(c), words) {
				return true
			}
		}
		return false
	}
	for _, l := range rel.Links {
		if l.Kind == f[0] && l.From.Statement >= 0 && l.To.Statement >= 0 && holds(l.From.Statement, f[1]) && holds(l.To.Statement, f[2]) {
			return
		}
	}
	t.Errorf("%s: no link %q among %v", name, link, rel.Links)
}
