package actor_test

import (
	"testing"

	"readout/actor"
	"readout/article"
	"readout/parse"
)

// TestSeveralAsked reads an interview with two people: "we" are both, and who
// speaks of the one is the other.
func TestSeveralAsked(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	a := &article.Article{Published: "2024-05-05", Title: "Interview with Anna Kowalska and Piotr Nowak"}
	for _, text := range []string{
		"Anna Kowalska and Piotr Nowak run a theatre in Warsaw.",
		"How did you two meet?",
		"We met at school in Gdansk.",
		"And whose idea was the theatre?",
		"I wanted to work with Anna from the first day.",
	} {
		at := len(a.Text)
		a.Text += text + "\n\n"
		a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Span: article.Span{Start: at, End: at + len(text)}})
	}
	cast := newResolver(t).Resolve(p.Parse(a))
	said := map[string]map[string]int{} // name → words → how often
	for _, e := range cast.Entities {
		said[e.Name] = map[string]int{}
		for _, m := range e.Mentions {
			if m.As == actor.AsPronoun {
				said[e.Name][a.Words(m.Span)]++
			}
		}
	}
	if said["Anna Kowalska"]["We"] != 1 || said["Piotr Nowak"]["We"] != 1 || said["Piotr Nowak"]["I"] != 1 || said["Anna Kowalska"]["I"] != 0 {
		t.Errorf("pronouns: %v", said)
	}
}
