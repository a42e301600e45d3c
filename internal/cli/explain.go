package cli

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"readout"
	"readout/article"
	"readout/syntax"
)

// mostExplained is how many bytes of standard input explain takes.
const mostExplained = 1 << 20

func newExplain(s Streams, open opener) *cobra.Command {
	var published string
	var all bool
	c := &cobra.Command{
		Use:   "explain TEXT…",
		Short: "Show tree, actors, the pattern that fired, and why others did not",
		Long: `Show how a text is read: its trees; its actors; for each word that may tell an event the
pattern that fired, with its place in the files and what fills its slots, and the nearest
that did not, with what they miss; and the events and statements that came of it.

In a pattern A is the actor, R the recipient, C a partner, O the object, X an event;
{envoy} is a class of words (classes.txt), capitals are sectors, [ ] may be missing.

The text "-" is read from standard input.`,
		Example: `  readout explain "Russia expelled ten American diplomats on Friday."
  readout explain --all --published 2021-06-16 "Moscow recalled its ambassador."
  echo "Poland expelled two Russian diplomats." | readout explain -`,
		Args: wanted(1, 0, "a sentence, or - for standard input, is"),
		RunE: func(_ *cobra.Command, words []string) error {
			if _, err := time.Parse(time.DateOnly, published); published != "" && err != nil {
				return usageError{fmt.Errorf("--published %q: want a date such as 2021-06-16", published)}
			}
			text := strings.Join(words, " ")
			if text == "-" {
				given, err := io.ReadAll(io.LimitReader(s.In, mostExplained+1))
				if err != nil {
					return fmt.Errorf("standard input: %w", err)
				}
				if len(given) > mostExplained {
					return fmt.Errorf("standard input: more than %d bytes; explain is for a few sentences", mostExplained)
				}
				text = string(given)
			}
			text = strings.ToValidUTF8(strings.TrimSpace(text), "\uFFFD")
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
			explainFound(&buf, x, published)
			_, err = buf.WriteTo(s.Out)
			return err
		},
	}
	c.Flags().StringVar(&published, "published", "", "`DATE` of publication, for times and offices")
	c.Flags().BoolVar(&all, "all", false, "every pattern that was tried, not just the nearest, and as written")
	return c
}

// explainTrees prints each tree as an outline: a word below its head, with its
// relation, its part of speech and its lemma where that differs.
func explainTrees(buf *bytes.Buffer, x *readout.Explanation) {
	for i := range x.Document.Sentences {
		s := &x.Document.Sentences[i]
		title := "TREE"
		if len(x.Document.Sentences) > 1 {
			title = fmt.Sprintf("TREE %d", i+1)
		}
		fmt.Fprintln(buf, title)
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
	if t.UPos == "PUNCT" {
		return
	}
	word := strings.Repeat("  ", min(depth, 30)) + t.Form
	lemma := ""
	if t.Lemma != t.Form {
		lemma = t.Lemma
	}
	line := fmt.Sprintf("%s%s %-12s %-6s %s", word, strings.Repeat(" ", max(0, 32-utf8.RuneCountInString(word))), t.Rel, t.UPos, lemma)
	fmt.Fprintln(buf, strings.TrimRight(line, " "))
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
