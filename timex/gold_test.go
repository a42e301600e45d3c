package timex_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"readout/article"
	"readout/lexicon"
	"readout/parse"
	"readout/syntax"
	"readout/syntax/syntaxtest"
	"readout/timex"
)

// A gold expression as testdata/*.txt marks it: [[words|kind|value]].
type expression struct {
	start, end  int
	kind, value string
}

type example struct {
	line      int
	published string
	text      string
	want      []expression
}

func examples(t testing.TB, name string) []example {
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	for n, l := range strings.Split(string(b), "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) != 3 {
			t.Fatalf("%s:%d: %d fields, want 3", name, n+1, len(f))
		}
		text, want, err := unmark(f[2])
		if err != nil {
			t.Fatalf("%s:%d: %v", name, n+1, err)
		}
		out = append(out, example{n + 1, f[1], text, want})
	}
	return out
}

// unmark takes the marks out of a text.
func unmark(s string) (text string, want []expression, err error) {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "[[")
		b.WriteString(before)
		if !ok {
			return b.String(), want, nil
		}
		inner, after, ok := strings.Cut(rest, "]]")
		f := strings.Split(inner, "|")
		if !ok || len(f) != 3 {
			return "", nil, fmt.Errorf("bad mark %q", inner)
		}
		want = append(want, expression{b.Len(), b.Len() + len(f[0]), f[1], f[2]})
		b.WriteString(f[0])
		s = after
	}
}

func finder(t testing.TB) *timex.Finder {
	set, err := lexicon.Open("")
	if set == nil {
		t.Fatal(err)
	}
	f, err := timex.NewFinder(set, timex.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// A tally counts how the finder did.
type tally struct {
	gold, found, spans, values, kinds int
	misses                            []string
}

func (c *tally) count(e example, got []timex.Time) {
	c.gold += len(e.want)
	c.found += len(got)
	used := make([]bool, len(got))
	for _, w := range e.want {
		hit := false
		for i, g := range got {
			if g.Start == w.start && g.End == w.end {
				hit, used[i] = true, true
				c.spans++
				if g.Kind == w.kind {
					c.kinds++
				}
				if g.Value == w.value && g.Kind == w.kind {
					c.values++
				} else {
					c.misses = append(c.misses, fmt.Sprintf("line %d: %q is %s %q, want %s %q", e.line, e.text[w.start:w.end], g.Kind, g.Value, w.kind, w.value))
				}
			}
		}
		if !hit {
			c.misses = append(c.misses, fmt.Sprintf("line %d: %q (%s) not found", e.line, e.text[w.start:w.end], w.value))
		}
	}
	for i, g := range got {
		if !used[i] {
			c.misses = append(c.misses, fmt.Sprintf("line %d: %q (%s %s) is no expression", e.line, e.text[g.Start:g.End], g.Kind, g.Value))
		}
	}
}

func (c *tally) String() string {
	return fmt.Sprintf("%d expressions, %d found: span precision %.1f %%, recall %.1f %%; value and kind right %.1f %% of all, %.1f %% of the spans found",
		c.gold, c.found, percent(c.spans, c.found), percent(c.spans, c.gold), percent(c.values, c.gold), percent(c.values, c.spans))
}

func percent(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }

func measure(t *testing.T, name string, make func(text, published string) *syntax.Document) *tally {
	f := finder(t)
	c := &tally{}
	for _, e := range examples(t, name) {
		c.count(e, f.Find(make(e.text, e.published)))
	}
	t.Logf("%s: %s", name, c)
	return c
}

// parsed makes a document with tags and trees.
func parsed(t testing.TB) func(text, published string) *syntax.Document {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return func(text, published string) *syntax.Document {
		a := &article.Article{Text: text, Published: published}
		a.Blocks = []article.Block{{Kind: article.Paragraph, Span: article.Span{Start: 0, End: len(text)}}}
		return p.Parse(a)
	}
}

// floor is what a measurement must reach, in percent.
type floor struct{ precision, recall, values float64 }

func (c *tally) check(t *testing.T, f floor) {
	t.Helper()
	if p := percent(c.spans, c.found); p < f.precision {
		t.Errorf("span precision is %.1f %%, want %.1f %%", p, f.precision)
	}
	if p := percent(c.spans, c.gold); p < f.recall {
		t.Errorf("span recall is %.1f %%, want %.1f %%", p, f.recall)
	}
	if p := percent(c.values, c.gold); p < f.values {
		t.Errorf("%.1f %% of the expressions have the right value and kind, want %.1f %%", p, f.values)
	}
}

// TestGold measures on the half of the gold that rules are written against,
// with bare tokens and with trees.
func TestGold(t *testing.T) {
	for _, c := range []*tally{measure(t, "gold.txt", syntaxtest.Document), measure(t, "gold.txt", parsed(t))} {
		c.check(t, floor{99, 99, 97})
		if t.Failed() {
			for _, m := range c.misses {
				t.Log(m)
			}
		}
	}
}

// TestHeldOut measures on the other half. It names no misses: rules must not
// be written against them.
func TestHeldOut(t *testing.T) {
	for _, c := range []*tally{measure(t, "heldout.txt", syntaxtest.Document), measure(t, "heldout.txt", parsed(t))} {
		c.check(t, floor{98, 97, 95})
	}
}
