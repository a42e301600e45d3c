package cli

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readout"
	"readout/article"
	"readout/internal/mark"
	"readout/syntax"
)

func newExplain(s Streams, open opener) *cobra.Command {
	var published string
	var all bool
	c := &cobra.Command{
		Use:   "explain TEXT…",
		Short: "Show tree, actors, the rule that fired, and why others did not",
		Long: `Show how a text is read: its trees, its actors, for each trigger the rule that fired and
the near misses with their reasons, and the events and statements that came of it.`,
		Example: `  readout explain "Russia expelled ten American diplomats on Friday."
  readout explain --all --published 2021-06-16 "Moscow recalled its ambassador."`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, words []string) error {
			if _, err := time.Parse(time.DateOnly, published); published != "" && err != nil {
				return usageError{fmt.Errorf("--published %q: want a date such as 2021-06-16", published)}
			}
			text := strings.ToValidUTF8(strings.TrimSpace(strings.Join(words, " ")), "\uFFFD")
			if text == "" {
				return usageError{fmt.Errorf("no text to explain")}
			}
			reader, err := open()
			if err != nil {
				return err
			}
			a := &article.Article{ID: "sentence", Published: published, Text: text,
				Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{End: len(text)}}}}
			x, err := reader.Explain(a)
			if err != nil {
				return err
			}
			var buf bytes.Buffer
			explainTrees(&buf, x)
			explainActors(&buf, x)
			explainTrials(&buf, x, all)
			if err := mark.Report(&buf, x.Record); err != nil {
				return err
			}
			_, err = buf.WriteTo(s.Out)
			return err
		},
	}
	c.Flags().StringVar(&published, "published", "", "`DATE` of publication, for times and offices")
	c.Flags().BoolVar(&all, "all", false, "every pattern that was tried, not just the nearest")
	return c
}

// explainTrees prints each tree as an outline: a word below its head.
func explainTrees(buf *bytes.Buffer, x *readout.Explanation) {
	for i := range x.Document.Sentences {
		s := &x.Document.Sentences[i]
		fmt.Fprintf(buf, "TREE %d\n", i+1)
		seen := make([]bool, len(s.Tokens))
		for r := range s.Tokens {
			if s.Tokens[r].Head < 0 {
				outline(buf, s, r, 1, seen)
			}
		}
	}
	buf.WriteByte('\n')
}

func outline(buf *bytes.Buffer, s *syntax.Sentence, i, depth int, seen []bool) {
	if seen[i] {
		return
	}
	seen[i] = true
	t := &s.Tokens[i]
	fmt.Fprintf(buf, "%s%s  %s %s %s\n", strings.Repeat("  ", min(depth, 30)), t.Form, t.Rel, t.UPos, t.Lemma)
	for c := range s.Children(i) {
		outline(buf, s, c, depth+1, seen)
	}
}

func explainActors(buf *bytes.Buffer, x *readout.Explanation) {
	if len(x.Cast.Entities) == 0 {
		return
	}
	fmt.Fprintln(buf, "ACTORS")
	for _, e := range x.Cast.Entities {
		fmt.Fprintf(buf, "  %s: %s", e.Name, e.Kind)
		for _, about := range []string{e.Country, strings.Join(e.Sectors, " "), e.Office} {
			if about != "" {
				fmt.Fprintf(buf, ", %s", about)
			}
		}
		for k, m := range e.Mentions {
			sep := ", "
			if k == 0 {
				sep = " ← "
			}
			fmt.Fprintf(buf, "%s“%s” (%s)", sep, x.Document.Article.Words(m.Span), m.As)
		}
		buf.WriteByte('\n')
	}
	buf.WriteByte('\n')
}

// nearMisses is how many patterns that do not fit are shown for a trigger.
const nearMisses = 4

func explainTrials(buf *bytes.Buffer, x *readout.Explanation, all bool) {
	if len(x.Trials) == 0 {
		fmt.Fprint(buf, "RULES\n  no word of the text triggers a pattern\n\n")
		return
	}
	fmt.Fprintln(buf, "RULES")
	at, misses := syntax.Ref{Sentence: -1}, 0
	for _, t := range x.Trials {
		if ref := (syntax.Ref{Sentence: t.Sentence, Token: t.Token}); ref != at {
			at, misses = ref, 0
			fmt.Fprintf(buf, "  %s\n", x.Document.Sentences[t.Sentence].Tokens[t.Token].Form)
		}
		verdict := "no:   "
		switch {
		case t.Won:
			verdict = "FIRED:"
		case t.Fits:
			verdict = "fits: "
		default:
			if misses++; misses > nearMisses && !all {
				continue
			}
		}
		fmt.Fprintf(buf, "    %s %s  “%s” (%s:%d)", verdict, t.Rule, t.Pattern, t.Line.File, t.Line.No)
		if t.Why != "" {
			fmt.Fprintf(buf, " – %s", t.Why)
		}
		buf.WriteByte('\n')
	}
	buf.WriteByte('\n')
}
