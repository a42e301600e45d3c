package actor_test

import (
	"testing"

	"readout/parse"
)

// Two offices before a name belong to one person, unless the first has an
// article of its own: then it is somebody else.
func TestDoubleTitle(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := newResolver(t)
	for _, c := range []struct {
		text, mention string
		people        int
	}{
		{"Modi met with Foreign Minister and Deputy Prime Minister Dar in Islamabad.", "Foreign Minister and Deputy Prime Minister Dar", 2},
		{"The King and Prime Minister Bisher Khasawneh met Modi.", "Prime Minister Bisher Khasawneh", 3},
	} {
		cast := r.Resolve(p.Parse(paragraph("2024-05-05", c.text)))
		people, found := 0, false
		for _, e := range cast.Entities {
			if e.Kind == "person" {
				people++
			}
			for _, m := range e.Mentions {
				found = found || c.text[m.Start:m.End] == c.mention
			}
		}
		if people != c.people || !found {
			t.Errorf("%s: %d people, want %d; mention %q found: %v", c.text, people, c.people, c.mention, found)
		}
	}
}
