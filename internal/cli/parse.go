package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"readout/intake"
	"readout/parse"
	"readout/syntax"
)

func newParse(s Streams) *cobra.Command {
	var pretokenized bool
	c := &cobra.Command{
		Use:   "parse FILE|-…",
		Short: "Print sentences, tags and trees as CoNLL-U",
		Long: `Print the analysis of articles as CoNLL-U: sentences, tokens, tags, lemmas, trees, names.

Input is what "readout read" takes. With --pretokenized it is CoNLL-U, whose
sentences and tokens are kept and whose other columns are made anew.`,
		Example: `  readout parse report.txt
  echo "Moscow recalled its ambassador." | readout parse -
  readout parse --pretokenized gold.conllu > system.conllu`,
		Args: wanted(1, 0, "something to parse, such as a file or - for standard input, is"),
		RunE: func(c *cobra.Command, names []string) error {
			parser, err := parse.New(parse.Options{})
			if err != nil {
				return err
			}
			failed := false
			for _, name := range names {
				var err error
				if pretokenized {
					err = annotateFile(s, parser, name)
				} else {
					err = parseInput(c.Context(), s, parser, name)
				}
				if err != nil {
					failed = true
					fmt.Fprintf(s.Err, "readout: %v\n", err)
				}
			}
			if failed {
				return errPartly
			}
			return nil
		},
	}
	c.Flags().BoolVar(&pretokenized, "pretokenized", false, "input is CoNLL-U with sentences and tokens to keep")
	return c
}

// parseInput prints the analysis of the articles of one input. Articles in
// other languages are analysed as if they were English.
func parseInput(ctx context.Context, s Streams, parser *parse.Parser, name string) error {
	in, err := intake.NewCorpus(ctx, []string{name}, intake.Options{Stdin: s.In, KeepForeign: true})
	if err != nil {
		return err
	}
	defer in.Close()
	var faults []error
	for {
		it, err := in.Next()
		var skip *intake.SkipError
		switch {
		case errors.Is(err, io.EOF):
			return errors.Join(faults...)
		case err != nil:
			return errors.Join(append(faults, err)...)
		case errors.As(it.Err, &skip):
			continue
		case it.Err != nil:
			faults = append(faults, it.Err)
			continue
		}
		if err := syntax.WriteCoNLLU(s.Out, parser.Parse(it.Article)); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
}

func annotateFile(s Streams, parser *parse.Parser, name string) error {
	in, done, err := openFile(s, name)
	if err != nil {
		return err
	}
	defer done()
	err = syntax.ReadDocuments(in, func(d *syntax.Document) error {
		parser.Annotate(d.Sentences)
		return syntax.WriteCoNLLU(s.Out, d)
	})
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// openFile opens a file, or standard input for "-". The caller calls done.
func openFile(s Streams, name string) (in io.Reader, done func() error, err error) {
	if name == "-" {
		return s.In, func() error { return nil }, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	return f, f.Close, nil
}
