package cli

import (
	"github.com/spf13/cobra"

	"readout/parse"
	"readout/score"
	"readout/syntax"
)

func scoreNames(s Streams) *cobra.Command {
	var gold string
	c := &cobra.Command{
		Use:   "names --gold FILE [SYSTEM]",
		Short: "Score the names of persons, organisations and places by exact span and kind",
		Long: `Score the names of persons, organisations and places by exact span and kind.

Gold is a word and its BIO label a line, an empty line after each sentence:

    Ada	B-PER
    Lovelace	I-PER
    spoke	O

SYSTEM is the same. Without SYSTEM the program itself finds the names in the gold's words.`,
		Example: `  readout score names --gold uner-ewt-dev.conll`,
		RunE: func(c *cobra.Command, args []string) error {
			if gold == "" {
				return errNoGold
			}
			want, err := score.FromFile(gold, score.ReadLabelled)
			if err != nil {
				return err
			}
			var got []score.Labelled
			if len(args) == 1 {
				got, err = score.FromFile(args[0], score.ReadLabelled)
			} else {
				got, err = nameWords(want)
			}
			if err != nil {
				return err
			}
			figures, err := score.Names(want, got)
			if err != nil {
				return err
			}
			return figures.WriteTable(s.Out)
		},
	}
	goldFlag(c, &gold)
	return c
}

// nameWords finds the names in the words of the gold.
func nameWords(gold []score.Labelled) ([]score.Labelled, error) {
	parser, err := parse.New(parse.Options{})
	if err != nil {
		return nil, err
	}
	sentences := make([]syntax.Sentence, len(gold))
	for i, g := range gold {
		for _, w := range g.Words {
			sentences[i].Tokens = append(sentences[i].Tokens, syntax.Token{Form: w})
		}
	}
	parser.Annotate(sentences)
	out := make([]score.Labelled, len(gold))
	for i, s := range sentences {
		out[i].Words = gold[i].Words
		for _, n := range s.Names {
			out[i].Names = append(out[i].Names, score.LabelledName{First: n.First, Last: n.Last, Kind: n.Kind})
		}
	}
	return out, nil
}
