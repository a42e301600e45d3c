package statement

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"readout/article"
	"readout/syntax"
)

func TestScratchCases(t *testing.T) {
	if os.Getenv("CASES") == "" {
		t.Skip()
	}
	p := newParser(t)
	fi := newFinder(t, Options{})
	b, _ := os.ReadFile("/tmp/statement/cases2.txt")
	var out strings.Builder
	lines := strings.Split(strings.TrimSpace(string(b)), "\n")
	for i := 0; i < len(lines); {
		name := lines[i]
		text := lines[i+1]
		i += 2
		if name == "direct: carried over paragraphs" || name == "cue-less paragraph" {
			text += "\n\n" + lines[i]
			i++
		}
		d := p.Parse(textArticle(text))
		fmt.Println("##", name)
		if os.Getenv("CASES") == "tree" {
			for k := range d.Sentences {
				for n := range d.Sentences[k].Tokens {
					x := &d.Sentences[k].Tokens[n]
					fmt.Printf("%d:%s/%s>%d:%s ", n, x.Form, x.XPos, x.Head, x.Rel)
				}
				fmt.Println()
			}
		}
		d.Article.ID = name
		var buf strings.Builder
		syntax.WriteCoNLLU(&buf, d)
		s := buf.String()
		var exp strings.Builder
		for _, x := range fi.Find(d, nil) {
			var c []string
			for _, w := range x.Content {
				c = append(c, d.Article.Words(w))
			}
			e := fmt.Sprintf("# statement = %s | %s | %s | %s | %s", x.Kind, x.Stance, d.Article.Words(x.Source), d.Article.Words(x.Cue), strings.Join(c, " ... "))
			if x.Negated {
				e += " | negated"
			}
			fmt.Println(e, x.Confidence)
			exp.WriteString(e + "\n")
		}
		if k := strings.Index(s, "\n"); k >= 0 {
			s = s[:k+1] + exp.String() + s[k+1:]
		}
		out.WriteString(s)
	}
	_ = article.Span{}
	os.WriteFile("/tmp/statement/statements.conllu", []byte(out.String()), 0o644)
}
