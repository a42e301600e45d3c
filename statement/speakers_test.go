package statement

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSpeakers reads testdata/speakers.txt, each text with the speakers that
// it says, from plain text to resolved names.
func TestSpeakers(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "speakers.txt"))
	if err != nil {
		t.Fatal(err)
	}
	p, r, f := newParser(t), newResolver(t), newFinder(t, Options{})
	texts := strings.Split(string(b), "\n== ")[1:]
	for _, part := range texts {
		name, body, _ := strings.Cut(part, "\n")
		title := ""
		if l, rest, ok := strings.Cut(body, "\n"); ok && strings.HasPrefix(l, "# title = ") {
			title, body = strings.TrimPrefix(l, "# title = "), rest
		}
		text, wants, ok := strings.Cut(body, "\n> ")
		if !ok {
			t.Fatalf("%s: no expectation", name)
		}
		a := textArticle(strings.TrimSpace(text))
		a.Title = title
		d := p.Parse(a)
		cast := r.Resolve(d)
		list := f.Find(d, cast)
		checkStatements(t, d, cast, list)
		for _, want := range strings.Split(strings.TrimSpace(wants), "\n> ") {
			speaker, words, ok := strings.Cut(want, " | ")
			if !ok {
				t.Fatalf("%s: faulty expectation %q", name, want)
			}
			got := "no statement"
			for _, s := range list {
				for _, c := range s.Content {
					if strings.Contains(a.Words(c), words) && got == "no statement" {
						if got = "-"; s.Speaker >= 0 {
							got = cast.Entities[s.Speaker].Name
						}
					}
				}
			}
			if got != speaker {
				t.Errorf("%s: %q is given to %s, not to %s", name, words, got, speaker)
			}
		}
	}
}
