package statement

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"readout/syntax"
)

func TestScratchGum(t *testing.T) {
	pre := os.Getenv("GUM")
	if pre == "" {
		t.Skip()
	}
	f, _ := os.Open("/work/shared/data/treebank/gum-train.conllu")
	fi := newFinder(t, Options{MinConfidence: -1})
	n := 0
	syntax.ReadDocuments(f, func(d *syntax.Document) error {
		if !strings.HasPrefix(d.Article.ID, pre) {
			return nil
		}
		n++
		if n > 6 {
			return nil
		}
		st := fi.Find(d, nil)
		k := 0
		for i := range d.Sentences {
			s := &d.Sentences[i]
			fmt.Println("##", d.Article.Words(s.Span))
			for k < len(st) && st[k].Content[0].Start < s.End {
				x := st[k]
				var c []string
				for _, w := range x.Content {
					c = append(c, d.Article.Words(w))
				}
				fmt.Printf("    %s %s S[%s] C[%s] T[%s] %.2f\n", x.Kind, x.Stance, d.Article.Words(x.Source), d.Article.Words(x.Cue), strings.Join(c, " ... "), x.Confidence)
				k++
			}
		}
		return nil
	})
}

func TestScratchText(t *testing.T) {
	text := os.Getenv("TEXT")
	if text == "" {
		t.Skip()
	}
	p := newParser(t)
	d := p.Parse(textArticle(text))
	fi := newFinder(t, Options{MinConfidence: -1})
	if os.Getenv("MINC") != "" {
		fi = newFinder(t, Options{})
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for k := range s.Tokens {
			x := &s.Tokens[k]
			fmt.Printf("%d:%s/%s/%s>%d:%s  ", k, x.Form, x.Lemma, x.XPos, x.Head, x.Rel)
		}
		fmt.Println()
	}
	for _, x := range fi.Find(d, nil) {
		var c []string
		for _, w := range x.Content {
			c = append(c, d.Article.Words(w))
		}
		fmt.Printf("    %s %s S[%s] C[%s] T[%s] %.2f\n", x.Kind, x.Stance, d.Article.Words(x.Source), d.Article.Words(x.Cue), strings.Join(c, " ... "), x.Confidence)
	}
}
