package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/spf13/cobra"

	"readout/internal/parallel"
	"readout/parse"
	"readout/score"
	"readout/syntax"
)

func newScore(s Streams, open opener) *cobra.Command {
	c := &cobra.Command{
		Use:   "score KIND --gold FILE [SYSTEM]",
		Short: "Measure against gold: precision, recall, F1",
		Long: `Measure against gold: precision, recall and F1.

Without SYSTEM the program itself reads the texts of the gold file.`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(scoreCoNLLU(s), scoreNames(s), scoreStatements(s, open), scoreEvents(s, open), scoreRecords(s, open))
	return c
}

func goldFlag(c *cobra.Command, gold *string) {
	c.Flags().StringVar(gold, "gold", "", "`FILE` of gold (needed)")
	c.Args = usageArgs(cobra.MaximumNArgs(1))
}

var errNoGold = usageError{fmt.Errorf("--gold FILE is needed")}

func scoreCoNLLU(s Streams) *cobra.Command {
	var gold string
	var pretokenized bool
	c := &cobra.Command{
		Use:   "conllu --gold FILE [SYSTEM]",
		Short: "Score sentences, tokens, tags and trees by the metrics of the CoNLL 2018 shared task",
		Example: `  readout score conllu --gold en_ewt-ud-dev.conllu
  readout score conllu --gold en_ewt-ud-dev.conllu --pretokenized
  readout score conllu --gold en_ewt-ud-dev.conllu system.conllu`,
		RunE: func(c *cobra.Command, args []string) error {
			if gold == "" {
				return errNoGold
			}
			g, err := os.ReadFile(gold)
			if err != nil {
				return err
			}
			var system io.Reader
			if len(args) == 1 {
				f, err := os.Open(args[0])
				if err != nil {
					return err
				}
				defer f.Close()
				system = f
			} else if system, err = analyse(g, pretokenized); err != nil {
				return fmt.Errorf("%s: %w", gold, err)
			}
			scores, err := score.CoNLLU(bytes.NewReader(g), system)
			if err != nil {
				return err
			}
			return scores.WriteTable(s.Out)
		},
	}
	goldFlag(c, &gold)
	c.Flags().BoolVar(&pretokenized, "pretokenized", false, "keep the gold sentences and tokens")
	return c
}

// analyse parses the documents of a CoNLL-U file, from their bare text or with
// the sentences and tokens kept.
func analyse(gold []byte, pretokenized bool) (io.Reader, error) {
	parser, err := parse.New(parse.Options{})
	if err != nil {
		return nil, err
	}
	out := new(bytes.Buffer)
	err = syntax.ReadDocuments(bytes.NewReader(gold), func(d *syntax.Document) error {
		if pretokenized {
			parser.Annotate(d.Sentences)
		} else {
			d = parser.Parse(d.Article)
		}
		return syntax.WriteCoNLLU(out, d)
	})
	return out, err
}

func scoreStatements(s Streams, open opener) *cobra.Command {
	var gold string
	var speakers bool
	c := &cobra.Command{
		Use:   "statements --gold FILE [SYSTEM]",
		Short: "Score attributions as PolNeAR does: source, cue and content",
		Long: `Score attributions as PolNeAR does: source, cue and content, by kind of quotation.

Gold is JSON Lines of {id, text, attributions: [{source, cue, content}]} with
spans in code points. SYSTEM is the same, or records (readout/1). Where gold
marks no attribution inside the content of another, as PolNeAR does not, those
of the system that stand within another (its "within") are left out.`,
		Example: `  readout score statements --gold polnear.dev.jsonl
  readout score statements --gold gum-speakers.jsonl --speakers records.jsonl`,
		RunE: func(c *cobra.Command, args []string) error {
			if gold == "" {
				return errNoGold
			}
			want, err := readAttributed(gold)
			if err != nil {
				return err
			}
			var got []score.Attributed
			if len(args) == 1 {
				got, err = readAttributed(args[0])
			} else {
				got, err = attribute(c.Context(), open, want)
			}
			if err != nil {
				return err
			}
			if !score.Nests(want) {
				score.Outermost(got)
			}
			figures, err := score.ScoreAttributions(want, got)
			if err != nil {
				return err
			}
			return figures.Print(s.Out, speakers)
		},
	}
	goldFlag(c, &gold)
	c.Flags().BoolVar(&speakers, "speakers", false, "score the resolved names of the speakers too")
	return c
}

// readAttributed reads gold, or the statements of records, from a file.
func readAttributed(name string) ([]score.Attributed, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := score.ReadAttributed(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return docs, nil
}

// attribute reads the texts of gold documents and returns what was found, with
// spans in the gold's own text.
func attribute(ctx context.Context, open opener, gold []score.Attributed) ([]score.Attributed, error) {
	reader, err := open()
	if err != nil {
		return nil, err
	}
	i := -1
	next := func() (*score.Attributed, bool) {
		if i++; i >= len(gold) {
			return nil, false
		}
		return &gold[i], true
	}
	work := func(g *score.Attributed) result {
		r, err := reader.Read(ctx, g.Article())
		if err != nil {
			return result{err: err}
		}
		buf := new(bytes.Buffer)
		return result{buf, r.AppendJSON(buf)}
	}
	var records bytes.Buffer
	err = parallel.Ordered(ctx, runtime.GOMAXPROCS(0), next, work, func(r result) error {
		if r.err == nil {
			records.Write(r.out.Bytes())
		}
		return r.err
	})
	if err != nil {
		return nil, err
	}
	return score.ReadAttributed(&records)
}
