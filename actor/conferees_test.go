package actor_test

import (
	"testing"

	"readout/article"
	"readout/parse"
)

// Whoever a government's own report of a meeting names without a country is its
// own; in a newspaper's he need not be.
func TestHost(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const text = "Deputy National Security Advisor Jane Roe met today with Kenyan Foreign Minister Peter Otieno."
	for _, c := range []struct{ publisher, title, want string }{
		{"The White House", "Readout of Deputy National Security Advisor Jane Roe’s Meeting with Kenyan Foreign Minister Peter Otieno", "USA"},
		{"The Daily Courier", "Readout of Deputy National Security Advisor Jane Roe’s Meeting with Kenyan Foreign Minister Peter Otieno", "KEN"},
	} {
		a := &article.Article{Published: "2024-05-05", Publisher: c.publisher, Title: c.title, Text: text,
			Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{Start: 0, End: len(text)}}}}
		got := map[string]string{}
		for _, e := range newResolver(t).Resolve(p.Parse(a)).Entities {
			got[e.Name] = e.Country
		}
		if got["Jane Roe"] != c.want || got["Peter Otieno"] != "KEN" {
			t.Errorf("%s: %v", c.publisher, got)
		}
	}
}
